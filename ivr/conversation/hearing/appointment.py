"""What words mean while a time is agreed on.

A time that is said is sought, and read back before anything is promised. So what a recogniser is not sure of
may be taken where it is one time; otherwise it is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from ivr.conversation.appointment.agenda import chosen, day_of_keys, local
from ivr.conversation.appointment.likely import SAID
from ivr.conversation.appointment.proposal import clocks, suits
from ivr.conversation.appointment.signals import (
    OTHER_KEY,
    RIGHT_KEY,
    SLOT_KEYS,
    WRONG_KEY,
    chose_offer,
    not_right,
)
from ivr.conversation.appointment.wish import NOTHING, Context, is_ahead, understood, wish
from ivr.conversation.errand import WishedTime
from ivr.conversation.hearing.choices import wishes
from ivr.conversation.hearing.sure import remarked, sure
from ivr.conversation.meaning import SURE, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import plain
from ivr.conversation.state import Step
from ivr.understanding.choosing import choose
from ivr.understanding.consent import Answer, consent
from ivr.understanding.indifferent import indifferent
from ivr.understanding.numbers import number
from ivr.understanding.remarks import Kind as Remark
from ivr.understanding.result import Ambiguous, Match, NoMatch, Result
from ivr.understanding.times import Missing, When
from ivr.understanding.times.relative import Shift, open_shift, shift, too_much
from ivr.understanding.wishes import Kind as Wished

__all__ = ["HEAR", "SAID", "wished"]

Shifted = Callable[[str, str], Shift | None]  # of words in a language

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
# Beside the first, or between it and the second, they do not make dates of them.
_BESIDE = frozenset({"the", "on", "a", "not", "or", "but", "no", "vai", "ne", "nē", "nevis", "bet", "to"})
_DECLINES = frozenset({Answer.NO, Answer.LATER})  # "I am busy then"


def wished(scene: Scene, spoken: Spoken) -> WishedTime | None:
    """The time that is said; None where none is said, or one that is past."""
    found = wish(spoken.words, _understood(scene, spoken))
    return found if found and is_ahead(found, scene.now) else None


def _understood(scene: Scene, spoken: Spoken, asked: Missing | None = None) -> Result[When]:
    return understood(spoken.words, scene.state.language, scene.now, scene.zone, asked)


def _said(spoken: Spoken, time_: WishedTime | None, why: str = "a time is said") -> Meaning | None:
    """To seek that time; None where it would be too rash."""
    if time_ is None or _rash(spoken, time_):
        return None
    return Meaning(Signal.SAID_TIME, spoken.words, wished=time_, why=why)


def _still(scene: Scene, time_: WishedTime | None) -> WishedTime | None:
    """Unless it is a day that is over: somebody tells of it. Of an hour that is over, it is told."""
    return _not_sooner(scene, time_) if time_ and (time_.exact or is_ahead(time_, scene.now)) else None


def _not_sooner(scene: Scene, time_: WishedTime) -> WishedTime:
    """Who only rules something out of what is on offer does not want sooner than that."""
    first = min(scene.state.slots, key=datetime.fromisoformat, default=scene.state.chosen or time_.start)
    sooner = datetime.fromisoformat(time_.start) < datetime.fromisoformat(first)
    return replace(time_, start=first) if sooner and time_.rules_out and time_.end is None else time_


def _rash(spoken: Spoken, time_: WishedTime) -> bool:
    """Whether it is not sure that this was said, and the answer would not ask."""
    return spoken.confidence < SURE and not time_.exact


# One of the times on offer, another time, or none of them


def _slots(scene: Scene, spoken: Spoken) -> Meaning | None:
    found = _understood(scene, spoken, Missing.HOUR)
    time_ = _still(scene, wish(spoken.words, found, _day_of(scene)))
    return (
        (None if time_ else _given_up(scene, spoken))
        or _slot_at(scene, spoken, time_)
        or _of_offered(scene, spoken, found)
        or _further(scene, spoken, too_much)
        or _any(scene, spoken, time_)
        or _beside_offers(scene, spoken, time_)
        or _said(spoken, time_)
        or _further(scene, spoken, open_shift)
        or _yes_or_no(scene, spoken)
    )


def _day_of(scene: Scene) -> Context:
    """Where all that is offered lies on one day, an hour alone is meant on it."""
    days = {local(scene, slot).date() for slot in scene.state.slots}
    return Context(days.pop()) if len(days) == 1 else NOTHING


def _slot_at(scene: Scene, spoken: Spoken, time_: WishedTime | None) -> Meaning | None:
    """The one of the times on offer at which it is."""
    if time_ is None or _rash(spoken, time_):
        return None
    offered = zip(SLOT_KEYS, scene.state.slots, strict=False)
    keys = [key for key, slot in offered if suits(time_, local(scene, slot))]
    if len(keys) != 1:
        return None
    chose = _chose(spoken, keys[0], "its time is said")
    return replace(chose, wished=time_) if time_.rules_out else chose


def _chose(spoken: Spoken, key: str, why: str) -> Meaning:
    return Meaning(Signal.CHOSE_SLOT, spoken.words, key, why=why)


def _of_offered(scene: Scene, spoken: Spoken, found: Result[When]) -> Meaning | None:
    """The first, the last, number two, none of them; "the first of December" is a time."""
    chose = _choice(scene, spoken.words)
    if _says_more(scene, spoken, found):
        return None
    if not isinstance(chose, Match):
        return _which(scene, spoken, isinstance(found, NoMatch) and isinstance(chose, NoMatch))
    if not sure(spoken, chose.confidence):
        return None
    if chose.value is None:
        return Meaning(Signal.OTHER_TIME, spoken.words, OTHER_KEY, why=chose.why)
    return _chose(spoken, chose.value, chose.why)


def _choice(scene: Scene, words: str) -> Result[str | None]:
    keys = SLOT_KEYS[: len(scene.state.slots)]
    options: dict[str, tuple[str, ...]] = dict.fromkeys(keys, ())
    return choose(words, scene.state.language, options, dict(zip(keys, keys, strict=True)))


def _which(scene: Scene, spoken: Spoken, nothing: bool) -> Meaning | None:
    """ "The first or the second", "not the second": asked which, unless it is left to us."""
    if nothing or indifferent(spoken.words, scene.state.language):
        return None
    return Meaning(Signal.UNCLEAR, spoken.words, why="one of them, but not which")


def _says_more(scene: Scene, spoken: Spoken, found: Result[When]) -> bool:
    """Whether a time is said in more words than those that choose."""
    if isinstance(found, NoMatch):
        return False
    span = found.span if isinstance(found, Match) else None
    words = plain(spoken.words[slice(*span)] if span else spoken.words).split()
    return any(isinstance(_choice(scene, word), NoMatch) for word in words if word not in _BESIDE)


def _any(scene: Scene, spoken: Spoken, time_: WishedTime | None) -> Meaning | None:
    """Whichever: the first, which is read back. "Any time on Monday" is another time."""
    at_all = time_ is None or (time_.end is None and not time_.exact and not time_.excluded)
    left = at_all and spoken.confidence >= SURE and indifferent(spoken.words, scene.state.language)
    return _chose(spoken, SLOT_KEYS[0], "any of them suits") if left else None


def _beside_offers(scene: Scene, spoken: Spoken, time_: WishedTime | None) -> Meaning | None:
    """ "Not on Monday", and nothing on offer is: one of them may still suit."""
    offered = [local(scene, slot) for slot in scene.state.slots]
    if time_ is None or not time_.rules_out or not all(suits(time_, slot) for slot in offered):
        return None
    return Meaning(Signal.UNCLEAR, spoken.words, wished=time_, why="nothing on offer is ruled out")


def _further(scene: Scene, spoken: Spoken, shifted: Shifted) -> Meaning | None:
    """Later than the last that is offered, or earlier than the first; on the day on which all of them lie."""
    found = shifted(spoken.words, scene.state.language)
    if found is None or not scene.state.slots:
        return None
    first, last = local(scene, scene.state.slots[0]), local(scene, scene.state.slots[-1])
    same_day = first.date() == last.date()
    later = _between(spoken, last + MINUTE, _midnight(last) + DAY if same_day else None)
    earlier = _between(spoken, _midnight(first) if same_day else scene.now.astimezone(scene.zone), first)
    return _said(spoken, later if found.later else earlier, "later or earlier than what is offered")


def _yes_or_no(scene: Scene, spoken: Spoken) -> Meaning | None:
    """A yes chooses where one time is offered; of several it does not say which."""
    answer = _answer(scene, spoken)
    if answer in _DECLINES or wishes(spoken, Wished.OTHER_TIME):
        return Meaning(Signal.OTHER_TIME, spoken.words, OTHER_KEY, why="none of them suits")
    if answer is Answer.YES and len(scene.state.slots) == 1:
        return _chose(spoken, SLOT_KEYS[0], "the only one suits")
    return Meaning(Signal.UNCLEAR, spoken.words, why="yes, but not to which") if answer else None


def _given_up(scene: Scene, spoken: Spoken) -> Meaning | None:
    """No time is wanted any more: never mind, I do not need the call."""
    found = remarked(scene, spoken, Remark.NOTHING)
    cancelled = wishes(spoken, Wished.CANCEL_CALL)
    if found is None and cancelled is None:
        return None
    return Meaning(Signal.ENOUGH, spoken.words, why=found[1] if found else "the call is not needed")


def _answer(scene: Scene, spoken: Spoken) -> Answer | None:
    """Yes, no or neither, where that is sure."""
    found = consent(spoken.words, scene.state.language)
    return found.value if isinstance(found, Match) and sure(spoken, found.confidence) else None


# Whenever it would suit


def _entry(scene: Scene, spoken: Spoken) -> Meaning | None:
    context = Context(day_of_keys(scene)) if scene.state.step is Step.HOUR else NOTHING
    found = wish(spoken.words, _understood(scene, spoken, Missing.HOUR), context)
    return _said(spoken, _still(scene, found)) or _given_up(scene, spoken) or _no_time(scene, spoken)


def _no_time(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Whoever is asked when it would suit, and says no, is not asked on."""
    no = _answer(scene, spoken) is Answer.NO
    return Meaning(Signal.ENOUGH, spoken.words, why="no time would suit") if no else None


# The time that was read back


def _read_back(scene: Scene, spoken: Spoken) -> Meaning | None:
    if other := _another_offer(scene, spoken):
        return other
    answer = _answer(scene, spoken)
    time_ = _corrected(scene, spoken)
    if time_ and _is_other(scene, time_, answer):
        return _said(spoken, time_, "another time is said")
    if answer is Answer.YES or (time_ and answer is not Answer.NO and spoken.confidence >= SURE):
        return Meaning(Signal.RIGHT, spoken.words, RIGHT_KEY, why="it is right")
    if given_up := _given_up(scene, spoken):
        return given_up
    other = None if answer is Answer.NO else _instead(scene, spoken)
    return other or (_not_right(scene, spoken) if answer in _DECLINES else None)


def _another_offer(scene: Scene, spoken: Spoken) -> Meaning | None:
    """ "No, the other one": of the times that were offered, another than the one that was chosen."""
    slots, taken = scene.state.slots, scene.state.chosen
    if len(slots) < 2 or not chose_offer(scene) or _says_more(scene, spoken, _understood(scene, spoken)):
        return None
    keyless = dict.fromkeys(slots, "")  # the keys mean yes and no now
    found = choose(spoken.words, scene.state.language, dict.fromkeys(slots, ()), keyless, taken)
    if isinstance(found, Ambiguous):
        return None if indifferent(spoken.words, scene.state.language) else _not_right(scene, spoken)
    if not isinstance(found, Match) or found.value in {None, taken} or not sure(spoken, found.confidence):
        return None
    return _said(spoken, WishedTime(spoken.words, str(found.value), exact=True), found.why)


def _not_right(scene: Scene, spoken: Spoken) -> Meaning:
    return Meaning(not_right(scene), spoken.words, WRONG_KEY, why="it is not right")


def _corrected(scene: Scene, spoken: Spoken) -> WishedTime | None:
    """The time that is said, if it is ahead: what is left out of it is as it was read back."""
    at, language = chosen(scene), scene.state.language
    by = shift(spoken.words, language)
    if by:
        return WishedTime(spoken.words, by.of(at).isoformat(), exact=True)
    if too := too_much(spoken.words, language):
        return _that_day(scene, spoken, too)
    context = Context(at.date(), at.time(), scene.now.astimezone(scene.zone).time())
    found = wish(spoken.words, _understood(scene, spoken, _asked(scene, spoken)), context)
    if found and is_ahead(found, scene.now):
        return _not_sooner(scene, found)
    rest = open_shift(spoken.words, language)
    return _that_day(scene, spoken, rest) if rest else None


def _asked(scene: Scene, spoken: Spoken) -> Missing | None:
    """A number alone is an hour, unless it is a key that was told."""
    return None if scene.state.asked > 1 and _key(scene, spoken) else Missing.HOUR


def _that_day(scene: Scene, spoken: Spoken, found: Shift) -> WishedTime:
    at = chosen(scene)
    day = _midnight(at)
    return _between(spoken, at + MINUTE, day + DAY) if found.later else _between(spoken, day, at)


def _between(spoken: Spoken, start: datetime, end: datetime | None) -> WishedTime:
    return WishedTime(spoken.words, start.isoformat(), end.isoformat() if end else None)


def _midnight(at: datetime) -> datetime:
    return datetime.combine(at.date(), time(0), at.tzinfo)


def _is_other(scene: Scene, time_: WishedTime, answer: Answer | None) -> bool:
    """Whether it is to be read back, or offered.

    What was read back is said once more after a no: they think that it is another. With a yes, a stretch that
    holds it agrees to it.
    """
    at = chosen(scene)
    if time_.exact:
        return answer is Answer.NO or at.replace(tzinfo=None) not in clocks(time_)
    return answer is not Answer.YES or not suits(time_, at)


def _instead(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Another time, whichever; or the number of a key, once keys were told."""
    if scene.state.asked > 1 and (told := _key(scene, spoken)):
        return told
    found = choose(spoken.words, scene.state.language, {"this": ()}, {})
    if not isinstance(found, Match) or found.value is not None or not sure(spoken, found.confidence):
        return None
    return Meaning(Signal.OTHER_TIME, spoken.words, why=found.why)


def _key(scene: Scene, spoken: Spoken) -> Meaning | None:
    found = number(spoken.words, scene.state.language, int(RIGHT_KEY), int(WRONG_KEY))
    if not isinstance(found, Match) or not sure(spoken, found.confidence):
        return None
    meanings = {RIGHT_KEY: Signal.RIGHT, WRONG_KEY: not_right(scene)}
    return Meaning(meanings[str(found.value)], spoken.words, str(found.value), why="its key is said")


HEAR: Mapping[Step, Callable[[Scene, Spoken], Meaning | None]] = {
    Step.SLOTS: _slots,
    Step.DAY: _entry,
    Step.HOUR: _entry,
    Step.READ_BACK: _read_back,
}
