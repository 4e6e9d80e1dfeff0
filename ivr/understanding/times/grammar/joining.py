"""Putting the pieces of one time together: conditions, bounds, choices."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.days import Offset
from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.offsets import NOW
from ivr.understanding.times.grammar.spans import this_unit
from ivr.understanding.times.meaning import (
    DAY_FIELDS,
    HOUR_FIELDS,
    NOON,
    Bound,
    Date,
    Half,
    Length,
    Moment,
    choices,
    either,
    kind_of,
    names_day,
    together,
    usual,
)
from ivr.understanding.times.parts import EARLY, LATE, PARTS
from ivr.understanding.times.rules import layer
from ivr.understanding.times.when import Grain


def named_part(name: str) -> Moment:
    """A part of the day."""
    return Moment(part=PARTS[name])


def this_part(direction: int, part: Moment) -> Moment | None:
    """This morning, last night; once it is past, "this morning" cannot have been meant."""
    if direction > 0:
        return None
    return together(Moment(days=(Offset(direction),), rolls=direction == 0), part)


def early(moment: Moment) -> Moment | None:
    """Early in the morning."""
    return _narrowed(moment, EARLY, "early morning")


def late(moment: Moment) -> Moment | None:
    """Late in the evening."""
    return _narrowed(moment, LATE, "late afternoon")


def _by_half(day: Moment, half: Half) -> Moment | None:
    """Monday p.m."""
    return together(day, named_part("morning" if half is Half.AM else "afternoon"))


def _early_on(day: Moment, part: Moment) -> Moment | None:
    """Early tomorrow morning."""
    narrowed = early(part)
    return together(day, narrowed) if narrowed else None


def _late_on(day: Moment, part: Moment) -> Moment | None:
    """Late tomorrow evening."""
    narrowed = late(part)
    return together(day, narrowed) if narrowed else None


def _narrowed(moment: Moment, names: dict[str, str], of_day: str) -> Moment | None:
    """The part of a part of the day, or of a day."""
    if moment.clock or moment.low or moment.high or moment.others:
        return None
    name = names.get(moment.part.name) if moment.part else of_day
    return replace(moment, part=PARTS[name]) if name else None


def after(moment: Moment) -> Moment | None:
    """After five, after Monday."""
    return _bounded(moment, low=Bound(moment, beyond=True))


def start(moment: Moment) -> Moment | None:
    """From Monday on."""
    return _bounded(moment, low=Bound(moment))


def before(moment: Moment) -> Moment | None:
    """Before five, before Monday; "before nine" is in the morning."""
    late = moment.clock and moment.clock.minute % NOON >= MORNING and not names_day(moment)
    said = _by_day(moment) if late else moment
    return _bounded(said, high=Bound(said))


def until(moment: Moment) -> Moment | None:
    """Until Monday."""
    return _bounded(moment, high=Bound(moment, beyond=True))


def by(moment: Moment) -> Moment | None:
    """By Monday."""
    return _bounded(moment, high=Bound(moment, beyond=True, from_now=True))


def between(first: Moment, last: Moment) -> Moment | None:
    """From Monday to Friday; tomorrow until five."""
    if any(one.low or one.high or one.length or one.others for one in (first, last)):
        return None
    if kind_of(first) == "day" and last.clock and not names_day(last):
        return together(first, Moment(high=Bound(last, beyond=True)))
    return Moment(low=Bound(first), high=Bound(last, beyond=True))


def _bounded(moment: Moment, low: Bound | None = None, high: Bound | None = None) -> Moment | None:
    """Each of what may be meant as a bound; None for what has bounds itself."""
    if moment.low or moment.high or moment.length:
        return None
    return either(
        *(
            Moment(
                low=low and replace(low, moment=one), high=high and replace(high, moment=one), sure=one.sure
            )
            for one in choices(moment)
        )
    )


def opposite(moment: Moment) -> Moment | None:
    """What remains where a bound is denied: "not before five" is from five on."""
    low, high = moment.low, moment.high
    if moment.others or (low is None) == (high is None):
        return None
    rest = replace(moment, low=None, high=None)
    if low:
        return replace(rest, high=low)
    return replace(rest, low=high and replace(high, moment=_by_day(high.moment)))


def not_before(moment: Moment) -> Moment | None:
    """Not before nine."""
    return start(_by_day(moment))


def _by_day(moment: Moment) -> Moment:
    """Who is not to be called before nine means the morning, whatever time it is now."""
    is_open = moment.clock and moment.clock.half is Half.OPEN and not moment.part
    return (
        replace(moment, clock=usual(moment.clock), sure=BY_DAY_SURE) if is_open and moment.clock else moment
    )


def with_length(moment: Moment, length: Length) -> Moment | None:
    """At four, or from four on, for thirty minutes."""
    begun = moment.low.moment if moment.low and not moment.high else moment
    rest = replace(moment, low=None, length=length)
    lasting = begun.clock or (names_day(begun) and not begun.part and not length.seconds)
    return together(begun, rest) if lasting else None


def with_length_first(length: Length, moment: Moment) -> Moment | None:
    """For thirty minutes from four on."""
    return with_length(moment, length)


def one_of(first: Moment, second: Moment) -> Moment:
    """Monday or Tuesday; at nine or ten tomorrow: what only one of them names holds for both."""
    return either(
        *(_completed(one, second) for one in choices(first)), _in_span_of(_completed(second, first), first)
    )


def _in_span_of(second: Moment, first: Moment) -> Moment:
    """Next Tuesday or Wednesday: both are of that week."""
    both_weekdays = all(one.date and one.date == Date(weekday=one.date.weekday) for one in (first, second))
    return replace(second, span=first.span) if both_weekdays and not second.span else second


def _completed(one: Moment, other: Moment) -> Moment:
    return _with(_with(one, other, DAY_FIELDS), other, HOUR_FIELDS)


def _with(one: Moment, other: Moment, names: frozenset[str]) -> Moment:
    """With the fields of the other one, where it has none of them itself."""
    if any(getattr(one, name) for name in names):
        return one
    return replace(one, **{name: getattr(other, name) for name in names})


def later_in(moment: Moment) -> Moment | None:
    """Later today, the rest of the week."""
    return together(moment, Moment(low=Bound(NOW)))


def _later_in_unit(unit: Length) -> Moment | None:
    """Later in the week, in the day."""
    whole = Moment(days=(Offset(0),)) if unit.grain is Grain.DAY else this_unit(unit)
    return later_in(whole) if whole else None


def at_any_time(moment: Moment) -> Moment:
    """Any time on Monday."""
    return replace(moment, any=True)


MORNING = 9 * 60  # the minute before which "before" ends rather in the evening
BY_DAY_SURE = 0.7  # of the half of the day that is supposed without looking at the clock

PARTS_OF_DAY = layer(
    GROUPS,
    ("this part", "", "dir part", this_part),
    ("early", "", "early on? day in? the? part", _early_on),
    ("late", "", "late on? day in? the? part", _late_on),
    ("early", "", "early of|in? the? part|moment", early),
    ("late", "", "late of|in|at? the? part|moment", late),
    ("early", "", "early on? day !GLUE", early),
    ("late", "", "late on? day !GLUE", late),
    ("part by a.m. or p.m.", "", "day in? the? meridiem", _by_half),
    ("part by a.m. or p.m.", "", "meridiem on? day", lambda half, day: _by_half(day, half)),
    ("early", "", "day|moment early", early),
    ("late", "", "day|moment late", late),
)
JOINING = layer(
    GROUPS,
    ("", "", "TIME GLUE* TIME", together),
    ("zone", "", "TIME zone", together),
    ("about", "", "about at? the? TIME", lambda moment: replace(moment, approximate=True)),
    ("about", "", "TIME ish", lambda moment: replace(moment, approximate=True)),
)
BOUNDS = layer(
    GROUPS,
    ("moved", "", "move link|other* from the? TIME TO the? TIME", lambda _, to: to),
    ("from to", "", "from TIME comma? TO the? TIME", between),
    ("between", "", "between the? TIME and|TO the? TIME", between),
    ("from to", "", "TIME TO the? TIME", between),
    ("from on", "", "from the? TIME onwards", start),
    ("from on", "", "TIME onwards", start),
    ("after", "", "after|past on|in? the? TIME", after),
    ("from", "", "from the? TIME", start),
    ("not before", "", "notbefore on|in? the? TIME", not_before),
    ("before", "", "before on|in? the? TIME", before),
    ("until", "", "until|till on|in? the? TIME", until),
    ("by", "", "by|latest GLUE* TIME latest?", by),
    ("by", "", "TIME latest", by),
    ("at the earliest", "", "TIME earliest", start),
    ("at the earliest", "", "earliest GLUE* TIME", start),
    ("length", "", "TIME for dur", with_length),
    ("length", "", "for dur GLUE* TIME", with_length_first),
    ("later", "", "later on|in? TIME", later_in),
    ("later", "", "day later", later_in),
    ("later", "", "later in the unit", _later_in_unit),
    ("rest of", "", "rest of? TIME", later_in),
)
WHOLE = layer(
    GROUPS,
    ("", "", "TIME GLUE* TIME", together),
    ("", "", "bounds but|and bounds", together),
    ("zone", "", "TIME zone", together),
    ("or", "", "TIME comma TIME =comma|or|and", one_of),
    ("or", "", "TIME comma? or|and GLUE* TIME", one_of),
    ("any", "", "any|whole on|in|of? the? TIME", at_any_time),
    ("any", "", "TIME any", at_any_time),
)
