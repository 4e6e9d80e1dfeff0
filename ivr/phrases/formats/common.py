"""What all languages write out in the same way, given their words; a language adds its own grammar."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import groupby

from ivr.company.models import Hours, Span
from ivr.phrases.formats.tongue import (
    ALL_WEEK,
    Rule,
    alike,
    by_signs,
    grouped,
    listed,
    phone_groups,
    whole_day,
    written_out,
)
from ivr.phrases.sentence import Wording


def _apart(day: str) -> str:
    """A date has a comma within it, and so another one behind it."""
    return f"{day}," if "," in day else day


class CommonTongue:
    """The part of a ``Tongue`` that needs words only."""

    locale: str  # CLDR locale, for the thousands of a number
    signs: Mapping[str, str]  # how the signs of a telephone number or a code are called
    keys: Mapping[str, str]  # how the keys of a telephone are called
    rules: tuple[Rule, ...]  # how a free sentence is written out
    conjunction: str  # "and"
    disjunction: str  # "or"
    round_the_clock: str  # instead of hours, when it is never closed
    holidays_too: str  # at the end of the hours

    def number(self, value: int) -> Wording:
        return Wording(grouped(value, self.locale), self.cardinal(value))

    def digits(self, text: str) -> Wording:
        return Wording(text, by_signs(text, self.signs))

    def phone(self, e164: str) -> Wording:
        written = phone_groups(e164) or e164
        return Wording(written, by_signs(written, self.signs))

    def key(self, sign: str) -> Wording:
        return Wording(sign, self.keys[sign])

    def week(self, hours: Hours) -> Wording:
        groups = [(self.days(days), self.spans(spans)) for days, spans in alike(hours)]
        if not groups:
            raise ValueError("Hours that never open cannot be said.")
        end = self.holidays_too if hours.on_holidays else ""
        text = ", ".join(f"{days} {spans.text}" for days, spans in groups)
        said = ", ".join(f"{days} {spans.spoken}" for days, spans in groups)
        return Wording(text + end, said + end)

    def choice(self, whens: Sequence[datetime], today: date) -> Wording:
        same_day = groupby(whens, lambda when: when.date())
        parts = [part for on, of_day in same_day for part in self._hours_of(on, tuple(of_day), today)]
        texts, said = ([getattr(part, form) for part in parts] for form in ("text", "spoken"))
        return Wording(listed(texts, self.disjunction), listed(said, self.disjunction))

    def _hours_of(self, on: date, whens: tuple[datetime, ...], today: date) -> Iterator[Wording]:
        """The day with its first hour, then the other hours."""
        soon = 1 < (on - today).days < len(ALL_WEEK)
        day = self.weekday(on.weekday()) if soon else self.day(on, today)
        first, *others = (self.clock_time(when.time()) for when in whens)
        yield Wording(f"{day.text} {first.text}", f"{day.spoken} {first.spoken}")
        yield from others

    def spoken(self, text: str) -> str:
        return written_out(text, self.rules)

    def day_first(self, on: date, today: date) -> Wording:
        day = self.day(on, today)
        return Wording(_apart(day.text), _apart(day.spoken))

    def coming_days(self, days: Sequence[date], today: date) -> Wording:
        near = 1  # today and tomorrow have a word of their own
        parts = [
            self.day(on, today) if (on - today).days <= near else self.weekday(on.weekday()) for on in days
        ]
        texts, said = ([getattr(part, form) for part in parts] for form in ("text", "spoken"))
        return Wording(listed(texts, self.conjunction), listed(said, self.conjunction))

    def spans(self, spans: tuple[Span, ...]) -> Wording:
        if whole_day(spans):
            return Wording(self.round_the_clock, self.round_the_clock)
        said = [self.span(span.start, span.end) for span in spans]
        texts, spoken = (one.text for one in said), (one.spoken for one in said)
        return Wording(listed(texts, self.conjunction), listed(spoken, self.conjunction))

    @abstractmethod
    def cardinal(self, value: int) -> str:
        """A number in words, as one counts."""

    @abstractmethod
    def day(self, on: date, today: date) -> Wording:
        """A day as an adverbial; yesterday, today and tomorrow are called so."""

    @abstractmethod
    def weekday(self, number: int) -> Wording:
        """On that day of the week, 0 for Monday."""

    @abstractmethod
    def clock_time(self, at: time) -> Wording:
        """When in the day, as an adverbial."""

    @abstractmethod
    def days(self, days: tuple[int, ...]) -> str:
        """Days of the week (0 is Monday) as an adverbial: "Monday to Friday"."""

    @abstractmethod
    def span(self, start: time, end: time) -> Wording:
        """From when until when; an ``end`` of 00:00 is the midnight at the day's end."""
