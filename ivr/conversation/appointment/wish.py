"""A time as somebody says it, as the conversation keeps it: understood in what was talked of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

from ivr.company.slots import instant
from ivr.conversation.errand import WishedTime
from ivr.understanding.result import Ambiguous, Match, NoMatch, Result
from ivr.understanding.times import Grain, Missing, When, understand_time

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
FAR = timedelta(days=90)  # beyond every time that is agreed on


@dataclass(frozen=True, slots=True)
class Context:
    """What was talked of before: an hour alone is meant on that day, a day alone at that hour."""

    day: date | None = None
    at: time | None = None
    clock: time | None = None  # that the clocks show now: "the same time on Friday" is told by it


NOTHING = Context()


def understood(
    words: str, language: str, now: datetime, zone: ZoneInfo, asked: Missing | None = None
) -> Result[When]:
    """As ``understand_time``, and also a time that the clocks skip: it is as the clocks of today show it."""
    found = understand_time(words, language, now, zone, asked)
    return found if not isinstance(found, NoMatch) else _skipped(words, language, now, zone, asked) or found


def _skipped(
    words: str, language: str, now: datetime, zone: ZoneInfo, asked: Missing | None
) -> Match[When] | None:
    today = timezone(now.astimezone(zone).utcoffset() or timedelta(0))
    found = understand_time(words, language, now, today, asked)
    return found if isinstance(found, Match) and _is_skipped(found.value, zone) else None


def _is_skipped(when: When, zone: ZoneInfo) -> bool:
    return _is_instant(when) and instant(when.start.date(), when.start.time(), zone) is None


def wish(words: str, found: Result[When], context: Context = NOTHING) -> WishedTime | None:
    """What is wished for by ``words``; None where nothing was understood."""
    if isinstance(found, Match):
        wished = _one(words, _in_context(found.value, context), context)
        return replace(wished, rules_out=found.value.open_ended and bool(found.value.excluded))
    if isinstance(found, Ambiguous):
        return _any_of(words, [_in_context(when, context) for when, _ in found.values])
    return None


def is_ahead(wished: WishedTime, now: datetime) -> bool:
    """Whether some of it is still to come; "now" is."""
    last = wished.end or (None if not wished.exact else wished.start)
    return last is None or wished.about or datetime.fromisoformat(last) > now


def _is_instant(when: When) -> bool:
    return when.end is None and not when.open_ended


def _one(words: str, when: When, context: Context) -> WishedTime:
    exact = _is_instant(when)
    return WishedTime(
        words,
        when.start.isoformat(),
        when.end.isoformat() if when.end else None,
        exact,
        tuple((gap.start.isoformat(), gap.end.isoformat()) for gap in when.excluded),
        when.missing is Missing.HOUR,
        when.other_half.isoformat() if when.other_half else None,
        _is_of_any_day(when) and context.day is None,
        exact and (when.approximate or when.from_now),
    )


def _is_of_any_day(when: When) -> bool:
    """An hour or a part of the day, without a day."""
    short = _is_instant(when) or (when.end is not None and when.end - when.start <= DAY)
    return when.missing is Missing.DAY and not when.open_ended and short


def _any_of(words: str, several: Sequence[When]) -> WishedTime:
    """All that may be meant, as one stretch in which what lies between is ruled out."""
    parts = sorted((when.start, _end(when)) for when in several)
    between = [(one[1], two[0]) for one, two in pairwise(parts) if one[1] < two[0]]
    ruled_out = [(gap.start, gap.end) for when in several for gap in when.excluded]
    gaps = tuple((start.isoformat(), end.isoformat()) for start, end in sorted({*between, *ruled_out}))
    last = max(end for _, end in parts)
    return WishedTime(words, parts[0][0].isoformat(), last.isoformat(), excluded=gaps)


def _end(when: When) -> datetime:
    return when.end or when.start + (FAR if when.open_ended else MINUTE)


def _in_context(when: When, context: Context) -> When:
    if context.day and _is_of_any_day(when):
        return _on(when, context.day)
    if context.day and _rules_out_hours(when):
        start = datetime.combine(context.day, time(0), when.start.tzinfo)
        return replace(when, start=start, end=start + DAY, missing=None, open_ended=False)
    if context.at and (_is_day(when) or _same_time(when, context)):
        return replace(when, start=_at(when.start, context.at), end=None, missing=None, from_now=False)
    return when


def _rules_out_hours(when: When) -> bool:
    """Only told which hours do not suit: "not at ten"."""
    return when.open_ended and bool(when.excluded) and all(gap.end - gap.start < DAY for gap in when.excluded)


def _is_day(when: When) -> bool:
    return when.missing is Missing.HOUR and when.grain is Grain.DAY


def _same_time(when: When, context: Context) -> bool:
    """The time that was talked of, on another day; by itself it would be the time that it is now."""
    return when.from_now and when.start.time() == context.clock


def _at(day: datetime, at: time) -> datetime:
    return datetime.combine(day.date(), at, day.tzinfo)


def _on(when: When, day: date) -> When:
    """The same by the clocks, on that day."""
    move = day - when.start.date()
    start, end = when.start + move, when.end + move if when.end else None
    other = _at(start, when.other_half.time()) if when.other_half else None
    return replace(when, start=start, end=end, missing=None, other_half=other)
