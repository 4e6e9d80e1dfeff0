"""What all languages write out in the same way, given their words; a language adds its own grammar."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import time

from ivr.company.models import Hours, Span
from ivr.phrases.formats.tongue import (
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


class CommonTongue:
    """The part of a ``Tongue`` that needs words only."""

    locale: str  # CLDR locale, for the thousands of a number
    signs: Mapping[str, str]  # how the signs of a telephone number or a code are called
    keys: Mapping[str, str]  # how the keys of a telephone are called
    rules: tuple[Rule, ...]  # how a free sentence is written out
    conjunction: str  # "and"
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
        groups = [(self.days(days), self._spans(spans)) for days, spans in alike(hours)]
        if not groups:
            raise ValueError("Hours that never open cannot be said.")
        end = self.holidays_too if hours.on_holidays else ""
        text = ", ".join(f"{days} {spans.text}" for days, spans in groups)
        said = ", ".join(f"{days} {spans.spoken}" for days, spans in groups)
        return Wording(text + end, said + end)

    def spoken(self, text: str) -> str:
        return written_out(text, self.rules)

    def _spans(self, spans: tuple[Span, ...]) -> Wording:
        if whole_day(spans):
            return Wording(self.round_the_clock, self.round_the_clock)
        said = [self.span(span.start, span.end) for span in spans]
        texts, spoken = (one.text for one in said), (one.spoken for one in said)
        return Wording(listed(texts, self.conjunction), listed(spoken, self.conjunction))

    @abstractmethod
    def cardinal(self, value: int) -> str:
        """A number in words, as one counts."""

    @abstractmethod
    def days(self, days: tuple[int, ...]) -> str:
        """Days of the week (0 is Monday) as an adverbial: "Monday to Friday"."""

    @abstractmethod
    def span(self, start: time, end: time) -> Wording:
        """From when until when; an ``end`` of 00:00 is the midnight at the day's end."""
