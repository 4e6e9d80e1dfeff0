"""English as it is spoken in Britain: "on Friday, the twenty-seventh of November, at nine in the morning"."""

from __future__ import annotations

from datetime import date, datetime, time

from ivr.company.models import Hours, Span
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
)
from ivr.phrases.formats.tongue import (
    ALL_WEEK,
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

_ROUND_THE_CLOCK = "around the clock"
_HOLIDAYS_TOO = ", public holidays included"


class English:
    """The tongue "en"."""

    def moment(self, when: datetime, today: date) -> Wording:
        day, at = self.day(when.date(), today), self.clock_time(when.time())
        joint = " " if near_day(when.date(), today, NEAR_DAYS) else ", "
        return Wording(f"{day.text}{joint}{at.text}", f"{day.spoken}{joint}{at.spoken}")

    def day(self, on: date, today: date) -> Wording:
        near = near_day(on, today, NEAR_DAYS)
        if near:
            return Wording(near, near)
        text = f"on {WEEKDAYS[on.weekday()]}, {on.day} {MONTHS[on.month]}"
        said = f"on {WEEKDAYS[on.weekday()]}, {month_day(on.day, on.month)}"
        if on.year == today.year:
            return Wording(text, said)
        return Wording(f"{text} {on.year}", f"{said}, {year(on.year)}")

    def clock_time(self, at: time) -> Wording:
        return Wording(f"at {_written(at)}", f"at {clock(at)}")

    def number(self, value: int) -> Wording:
        return Wording(grouped(value, "en_GB"), cardinal(value))

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
    return f"{at.hour}:{at.minute:02}"


def _written_spans(spans: tuple[Span, ...]) -> str:
    if whole_day(spans):
        return _ROUND_THE_CLOCK
    return listed((f"from {_written(span.start)} to {_written_end(span.end)}" for span in spans), "and")


def _written_end(end: time) -> str:
    return _written(end) if end != time(0) else "24:00"


def _spoken_spans(spans: tuple[Span, ...]) -> str:
    if whole_day(spans):
        return _ROUND_THE_CLOCK
    return listed((f"from {clock(span.start)} to {clock(span.end)}" for span in spans), "and")


def _days(days: tuple[int, ...]) -> str:
    return "every day" if days == ALL_WEEK else listed((_run(run) for run in runs(days)), "and")


def _run(run: tuple[int, ...]) -> str:
    return WEEKDAYS[run[0]] if len(run) == 1 else f"{WEEKDAYS[run[0]]} to {WEEKDAYS[run[-1]]}"
