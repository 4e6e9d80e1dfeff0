"""English as it is spoken in Britain: "on Friday, the twenty-seventh of November, at nine in the morning"."""

from __future__ import annotations

from datetime import date, datetime, time

from ivr.phrases.formats.common import CommonTongue
from ivr.phrases.formats.english_text import SENTENCE
from ivr.phrases.formats.english_words import (
    KEYS,
    MONTHS,
    NEAR_DAYS,
    SIGNS,
    WEEKDAYS,
    cardinal,
    clock,
    month_day,
    year,
    zone_time,
)
from ivr.phrases.formats.tongue import ALL_WEEK, listed, near_day, runs
from ivr.phrases.sentence import Wording


class English(CommonTongue):
    """The tongue "en"."""

    locale, signs, keys, rules = "en_GB", SIGNS, KEYS, SENTENCE
    conjunction, disjunction, round_the_clock = "and", "or", "around the clock"
    holidays_too = ", public holidays included"

    def moment(self, when: datetime, today: date) -> Wording:
        day, at = self.day(when.date(), today), self.clock_time(when.time())
        joint = " " if near_day(when.date(), today, NEAR_DAYS) else ", "
        return Wording(f"{day.text}{joint}{at.text}", f"{day.spoken}{joint}{at.spoken}")

    def day(self, on: date, today: date) -> Wording:
        near = near_day(on, today, NEAR_DAYS)
        if near:
            return Wording(near, near)
        named = self._date(on)
        if on.year == today.year:
            return named
        return Wording(f"{named.text} {on.year}", f"{named.spoken}, {year(on.year)}")

    def weekday(self, number: int) -> Wording:
        return Wording(f"on {WEEKDAYS[number]}", f"on {WEEKDAYS[number]}")

    def _date(self, on: date) -> Wording:
        text = f"on {WEEKDAYS[on.weekday()]}, {on.day} {MONTHS[on.month]}"
        return Wording(text, f"on {WEEKDAYS[on.weekday()]}, {month_day(on.day, on.month)}")

    def appointment(self, when: datetime, zone: str) -> Wording:
        day, at, name = self._date(when.date()), self.clock_time(when.time()), zone_time(zone)
        return Wording(f"{day.text}, {at.text}, {name}", f"{day.spoken}, {at.spoken}, {name}")

    def clock_time(self, at: time) -> Wording:
        return Wording(f"at {_written(at)}", f"at {clock(at)}")

    def cardinal(self, value: int) -> str:
        return cardinal(value)

    def days(self, days: tuple[int, ...]) -> str:
        return _days(days)

    def span(self, start: time, end: time) -> Wording:
        text = f"from {_written(start)} to {_written_end(end)}"
        return Wording(text, f"from {clock(start)} to {clock(end)}")


def _written(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


def _written_end(end: time) -> str:
    return _written(end) if end != time(0) else "24:00"


def _days(days: tuple[int, ...]) -> str:
    return "every day" if days == ALL_WEEK else listed((_run(run) for run in runs(days)), "and")


def _run(run: tuple[int, ...]) -> str:
    return WEEKDAYS[run[0]] if len(run) == 1 else f"{WEEKDAYS[run[0]]} to {WEEKDAYS[run[-1]]}"
