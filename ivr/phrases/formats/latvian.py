"""Latvian: times, dates and numbers as a well-spoken person says them.

Hours inflect as masculine plurals (pulksten deviņos, līdz pulksten deviņiem), minutes as feminine ones
(deviņos nulle piecās), days and years as definite ordinals (divdesmit septītajā novembrī).
"""

from __future__ import annotations

from datetime import date, datetime, time

from ivr.phrases.formats.common import CommonTongue
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
    zone_time,
)
from ivr.phrases.formats.tongue import ALL_WEEK, WORKDAYS, listed, near_day, runs
from ivr.phrases.sentence import Wording


class Latvian(CommonTongue):
    """The tongue "lv"."""

    locale, signs, keys, rules = "lv", SIGNS, KEYS, SENTENCE
    conjunction, disjunction, round_the_clock = "un", "vai", "visu diennakti"
    holidays_too = ", arī svētku dienās"

    def moment(self, when: datetime, today: date) -> Wording:
        day, at = self.day(when.date(), today), self.clock_time(when.time())
        return Wording(f"{day.text}, {at.text}", f"{day.spoken}, {at.spoken}")

    def day(self, on: date, today: date) -> Wording:
        near = near_day(on, today, NEAR_DAYS)
        if near:
            return Wording(near, near)
        if on.year == today.year:
            return self._date(on)
        return self._date(on, Wording(f"{on.year}. gada ", f"{year(on.year, 'gada')} "))

    def weekday(self, number: int) -> Wording:
        return Wording(weekday(number), weekday(number))

    def _date(self, on: date, of: Wording = Wording("", "")) -> Wording:  # noqa: B008 - frozen
        name = weekday(on.weekday())
        text = f"{name}, {of.text}{on.day}. {month(on.month)}"
        return Wording(text, f"{name}, {of.spoken}{month_day(on.day, on.month)}")

    def appointment(self, when: datetime, zone: str) -> Wording:
        day, at, name = self._date(when.date()), self.clock_time(when.time()), zone_time(zone)
        return Wording(f"{day.text}, {at.text} {name}", f"{day.spoken}, {at.spoken} {name}")

    def clock_time(self, at: time) -> Wording:
        return Wording(_written(at), clock(at, AT))

    def cardinal(self, value: int) -> str:
        return cardinal(value)

    def days(self, days: tuple[int, ...]) -> str:
        return _days(days)

    def span(self, start: time, end: time) -> Wording:
        text = f"no {_written(start)} līdz {_written_end(end)}"
        return Wording(text, f"no {clock(start, FROM)} līdz {clock(end, UNTIL)}")


def _written(at: time) -> str:
    return f"plkst. {at.hour}.{at.minute:02}"


def _written_end(end: time) -> str:
    return _written(end) if end != time(0) else "plkst. 24.00"


def _days(days: tuple[int, ...]) -> str:
    if days == ALL_WEEK:
        return "katru dienu"
    return "darba dienās" if days == WORKDAYS else listed((_run(run) for run in runs(days)), "un")


def _run(run: tuple[int, ...]) -> str:
    if len(run) == 1:
        return weekday(run[0])
    return f"no {WEEKDAYS[run[0]]}s līdz {WEEKDAYS[run[-1]].removesuffix('a')}ai"
