"""The answer that tells when it is open: on the day that was asked about, or in the week and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from ivr.company.hours import DayHours, hours_of, on_day, unusual
from ivr.conversation.errand import WishedTime
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, replace
from ivr.phrases import formats
from ivr.phrases.compose import answer
from ivr.phrases.sentence import Sentence, Wording

MOST_DAYS = 3  # that are told one by one; of more the week is told
AHEAD = 7  # days for which it is told that they differ from the week
_DAY = timedelta(days=1)


def asked(scene: Scene, state: State, answer_id: str) -> State:
    """``state`` with the days and the department about which the words ask."""
    meaning = scene.meaning
    about = f"answer {answer_id}" in scene.state.between  # it was asked back, and the day said before
    wished = (meaning and meaning.wished) or (scene.state.wished if about else None)
    return replace(state, days=_days(wished), whose=(meaning and meaning.whose) or None)


def _days(wished: WishedTime | None) -> tuple[str, ...]:
    """Its days in ISO 8601; none where it means no few days that are known."""
    if wished is None or wished.day_missing or wished.rules_out:
        return ()
    days = tuple(day for day in _whole_days(wished) if not _is_left_out(wished, day))
    return tuple(map(date.isoformat, days)) if len(days) <= MOST_DAYS else ()


def _is_left_out(wished: WishedTime, day: date) -> bool:
    """ "On the 24th and the 31st" is a stretch without what lies between."""
    gaps = ((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in wished.excluded)
    return any(start.date() <= day < end.date() for start, end in gaps)


def _whole_days(wished: WishedTime) -> Iterator[date]:
    """The whole days in it, or the day on which it begins: a weekend does not begin on Friday here."""
    start = datetime.fromisoformat(wished.start)
    end = datetime.fromisoformat(wished.end) if wished.end else start
    first = start.date() if start.time() == time(0) else start.date() + _DAY
    count = (end.date() - first).days
    yield from (first + n * _DAY for n in range(count)) if count > 0 else (start.date(),)


def told(scene: Scene, answer_id: str) -> Iterator[Sentence]:
    """When it is open, in the company's words or of the department whose number was dialled, or is meant."""
    if scene.state.days:
        yield from _of_days(scene, tuple(map(date.fromisoformat, scene.state.days)))
        return
    yield _week(scene, answer_id)
    yield from _differing(scene)


def _whose(scene: Scene) -> str | None:
    return scene.state.whose or scene.own_department()


def _week(scene: Scene, answer_id: str) -> Sentence:
    whose, language = _whose(scene), scene.state.language
    if whose is None:
        return answer(scene.company, language, answer_id)
    week = formats.week(language, hours_of(scene.company, whose))
    return scene.sentence("hours.week_of", whose, week=week)


def _of_days(scene: Scene, days: tuple[date, ...]) -> Iterator[Sentence]:
    for day in days:
        hours = on_day(scene.company, _whose(scene), day)
        yield _sentence(scene, formats.day_first(scene.state.language, day, scene.today), hours)
        if len(days) == 1 and hours.holiday:
            name = hours.holiday.into(scene.state.language)
            phrase = "closed.holiday" if day == scene.today else "hours.holiday"
            yield scene.sentence(phrase, holiday=Wording(name, name))


def _differing(scene: Scene) -> Iterator[Sentence]:
    """The days of the coming week that are not as always: those that are closed in one sentence."""
    found = tuple(unusual(scene.company, _whose(scene), scene.today, AHEAD))
    language, closed = scene.state.language, [day for day, hours in found if not hours.spans]
    for day, hours in found:
        if hours.spans:
            yield _sentence(scene, formats.coming_days(language, (day,), scene.today), hours)
        elif day == closed[0]:
            yield _sentence(scene, formats.coming_days(language, closed, scene.today), hours)


def _sentence(scene: Scene, day: Wording, hours: DayHours) -> Sentence:
    whose = _whose(scene)
    about, of = ((whose,), "_of") if whose else ((), "")
    if not hours.spans:
        return scene.sentence(f"hours.closed{of}", *about, day=day)
    spans = formats.spans(scene.state.language, hours.spans)
    return scene.sentence(f"hours.day{of}", *about, day=day, hours=spans)
