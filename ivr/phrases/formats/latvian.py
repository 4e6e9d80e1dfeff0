"""Latvian: times, dates and numbers as a well-spoken person says them.

Hours inflect as masculine plurals (pulksten deviņos, līdz pulksten deviņiem), minutes as feminine ones
(deviņos nulle piecās), days and years as definite ordinals (divdesmit septītajā novembrī).
"""

from __future__ import annotations

from datetime import date, datetime, time

from ivr.company.models import Hours, Span
from ivr.phrases.formats.latvian_text import SENTENCE
from ivr.phrases.formats.latvian_words import (
    AT,
    FROM,
    KEYS,
    NEAR_DAYS,
    SIGNS,
    UNTIL,
    WEEKDAYS,
    cardinal,
    clock,
    month,
    month_day,
    weekday,
    year,
)
from ivr.phrases.formats.tongue import (
    ALL_WEEK,
    WORKDAYS,
    alike,
    by_signs,
    grouped,
    listed,
    near_day,
    phone_groups,
    runs,
    whole_day,
    written_out,
)
from ivr.phrases.sentence import Wording

_ROUND_THE_CLOCK = "visu diennakti"
_HOLIDAYS_TOO = ", arī svētku dienās"


class Latvian:
    """The tongue "lv"."""

    def moment(self, when: datetime, today: date) -> Wording:
        day, at = self.day(when.date(), today), self.clock_time(when.time())
        return Wording(f"{day.text}, {at.text}", f"{day.spoken}, {at.spoken}")

    def day(self, on: date, today: date) -> Wording:
        near = near_day(on, today, NEAR_DAYS)
        if near:
            return Wording(near, near)
        name, written = weekday(on.weekday()), f"{on.day}. {month(on.month)}"
        said = month_day(on.day, on.month)
        if on.year == today.year:
            return Wording(f"{name}, {written}", f"{name}, {said}")
        return Wording(f"{name}, {on.year}. gada {written}", f"{name}, {year(on.year, 'gada')} {said}")

    def clock_time(self, at: time) -> Wording:
        return Wording(_written(at), clock(at, AT))

    def number(self, value: int) -> Wording:
        return Wording(grouped(value, "lv"), cardinal(value))

    def digits(self, text: str) -> Wording:
        return Wording(text, by_signs(text, SIGNS))

    def phone(self, e164: str) -> Wording:
        written = phone_groups(e164) or e164
        return Wording(written, by_signs(written, SIGNS))

    def key(self, sign: str) -> Wording:
        return Wording(sign, KEYS[sign])

    def week(self, hours: Hours) -> Wording:
        groups = [(_days(days), spans) for days, spans in alike(hours)]
        if not groups:
            raise ValueError("Hours that never open cannot be said.")
        end = _HOLIDAYS_TOO if hours.on_holidays else ""
        text = ", ".join(f"{days} {_written_spans(spans)}" for days, spans in groups)
        said = ", ".join(f"{days} {_spoken_spans(spans)}" for days, spans in groups)
        return Wording(text + end, said + end)

    def spoken(self, text: str) -> str:
        return written_out(text, SENTENCE)


def _written(at: time) -> str:
    return f"plkst. {at.hour}.{at.minute:02}"


def _written_spans(spans: tuple[Span, ...]) -> str:
    if whole_day(spans):
        return _ROUND_THE_CLOCK
    return listed((f"no {_written(span.start)} līdz {_written_end(span.end)}" for span in spans), "un")


def _written_end(end: time) -> str:
    return _written(end) if end != time(0) else "plkst. 24.00"


def _spoken_spans(spans: tuple[Span, ...]) -> str:
    if whole_day(spans):
        return _ROUND_THE_CLOCK
    return listed((f"no {clock(span.start, FROM)} līdz {clock(span.end, UNTIL)}" for span in spans), "un")


def _days(days: tuple[int, ...]) -> str:
    if days == ALL_WEEK:
        return "katru dienu"
    return "darba dienās" if days == WORKDAYS else listed((_run(run) for run in runs(days)), "un")


def _run(run: tuple[int, ...]) -> str:
    if len(run) == 1:
        return weekday(run[0])
    return f"no {WEEKDAYS[run[0]]}s līdz {WEEKDAYS[run[-1]].removesuffix('a')}ai"
