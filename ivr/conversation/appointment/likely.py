"""What is likely to be said while a time is agreed on, beside the times that a recogniser knows by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.meaning import Said
from ivr.conversation.state import State, Step
from ivr.phrases import formats

WORKDAYS, HOURS = range(5), range(8, 19)  # of Monday to Friday; of the clock
_ANOTHER: Mapping[str, tuple[str, ...]] = {
    "en": ("another time", "a different day", "none of them", "later", "earlier"),
    "lv": ("cits laiks", "citā dienā", "neviens", "vēlāk", "agrāk"),
}
_CHANGED: Mapping[str, tuple[str, ...]] = {
    "en": ("that is right", "that suits me", "no, another time", "an hour later", "an hour earlier"),
    "lv": ("pareizi", "jā, der", "nē, cits laiks", "stundu vēlāk", "stundu agrāk"),
}
_ANY: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("today", "tomorrow", "the day after tomorrow", "next week", "any time", "as soon as possible"),
        *("in the morning", "at noon", "after lunch", "in the afternoon", "in half an hour", "in an hour"),
    ),
    "lv": (
        *("šodien", "rīt", "parīt", "nākamnedēļ", "jebkurā laikā", "pēc iespējas ātrāk"),
        *("no rīta", "pusdienlaikā", "pēc pusdienām", "pēcpusdienā", "pēc pusstundas", "pēc stundas"),
    ),
}


def _slots(state: State, company: Company, _: Campaign | None) -> tuple[str, ...]:
    return (*dict.fromkeys(_offered(state, company)), *_ANOTHER[state.language])


def _offered(state: State, company: Company) -> Iterator[str]:
    """Each time on offer: its day, its hour, and both."""
    zone = ZoneInfo(state.errand.zone) if state.errand else company.zone
    for slot in state.slots:
        at = datetime.fromisoformat(slot).astimezone(zone)
        day = formats.weekday(state.language, at.weekday()).spoken
        hour = formats.clock_time(state.language, at.time()).spoken
        yield from (f"{day} {hour}", day, hour)


def _any(state: State, _: Company, __: Campaign | None) -> tuple[str, ...]:
    language = state.language
    days = (formats.weekday(language, number).spoken for number in WORKDAYS)
    hours = (formats.clock_time(language, time(hour)).spoken for hour in HOURS)
    return tuple(dict.fromkeys((*_ANY[language], *days, *hours)))


def _changed(state: State, company: Company, campaign: Campaign | None) -> tuple[str, ...]:
    return (*_CHANGED[state.language], *_any(state, company, campaign))


SAID: Mapping[Step, Said] = {
    Step.SLOTS: _slots,
    Step.DAY: _any,
    Step.HOUR: _any,
    Step.READ_BACK: _changed,
}
