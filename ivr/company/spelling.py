"""How the company file may be written: the pleasant spellings, turned into what the models hold.

A spelling that cannot be read raises a pydantic ValidationError whose faults carry ``wrong`` and ``cure``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = 24 * 60  # minutes; the end of a day

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOURS_CURE = 'Write it like "09:00-18:00", with a break "09:00-12:30, 13:00-18:00", or "closed".'
_DAYS_CURE = "Name days as mon, tue, wed, thu, fri, sat, sun, a range mon-fri, or a list sat, sun."

Spans = list[dict[str, str]]  # [{"start": "09:00", "end": "18:00"}, …]; the end of the day is "00:00"


class UnreadableError(Exception):
    """A spelling that cannot be read: what is wrong and what to do, without a place."""

    def __init__(self, wrong: str, cure: str) -> None:
        self.wrong, self.cure = wrong, cure
        super().__init__(f"{wrong} {cure}")


Fault = tuple[
    tuple[str | int, ...], UnreadableError
]  # place below the present value, and what is wrong there


def refuse(wrong: str, cure: str) -> NoReturn:
    """Raise a ValidationError with that fault of the present value."""
    raise ValidationError.from_exception_data("company file", [_detail((), UnreadableError(wrong, cure))])


def raise_faults(faults: Iterable[Fault]) -> None:
    """Raise one ValidationError with all ``faults``; do nothing when there are none."""
    details = [_detail(place, fault) for place, fault in faults]
    if details:
        raise ValidationError.from_exception_data("company file", details)


def _detail(place: tuple[str | int, ...], fault: UnreadableError) -> InitErrorDetails:
    told = {"wrong": fault.wrong, "cure": fault.cure}
    return InitErrorDetails(
        type=PydanticCustomError("spelling", "{wrong} {cure}", told), loc=place, input=None
    )


def listed(given: object) -> object:
    """A single value stands for a list of one."""
    return [given] if isinstance(given, str | int) else given


def one_line(given: object) -> object:
    """Text on one line, however the file breaks it."""
    return " ".join(str(given).split()) if isinstance(given, str | int | float) else given


def plain_day(given: object) -> object:
    """A date as YYYY-MM-DD; anything else that is text is refused, so that no number passes for a date."""
    if isinstance(given, str) and not _DATE.fullmatch(given):
        refuse(f'"{given}" is not a date.', "Write it as YYYY-MM-DD, like 2026-12-24.")
    return given


def rings(given: object) -> object:
    """``rings: 201`` or ``rings: [201, 202]`` for a mapping with extensions."""
    return {"extensions": listed(given)} if isinstance(given, str | int | list | tuple) else given


def number(given: object) -> object:
    """``"+371…":`` with nothing after it is the company's number, ``"+371…": sales`` a department's own."""
    if given is None:
        return {}
    return {"department": given} if isinstance(given, str) else given


def closed_days(given: object) -> object:
    """``2026-12-24``, or a mapping with ``day``, or with ``first`` and (otherwise the same day) ``last``."""
    if isinstance(given, str):
        return {"first": given, "last": given}
    if not isinstance(given, Mapping):
        return given
    rest = {key: value for key, value in given.items() if key != "day"}
    first = rest.get("first", given.get("day"))
    return {**rest, "first": first, "last": rest.get("last", first)} if first is not None else given


def calendar(given: object) -> object:
    """``open:`` as a mapping of days to hours, ``closed:`` as one day or a list."""
    if not isinstance(given, Mapping):
        return given
    out = dict(given)
    if isinstance(out.get("open"), Mapping):
        out["open"] = [{"day": day, "hours": hours} for day, hours in out["open"].items()]
    if isinstance(out.get("closed"), str | Mapping):
        out["closed"] = [out["closed"]]
    return out


def open_day(given: object) -> object:
    """The ``hours`` of an open day, as spans."""
    if not isinstance(given, Mapping) or "hours" not in given:
        return given
    try:
        found = spans(given["hours"])
        if not found:
            raise UnreadableError(
                "this open day has no hours.", "Give its hours, or list the day under closed."
            )
    except UnreadableError as fault:
        raise_faults([(("hours",), fault)])
    return {**{key: value for key, value in given.items() if key != "hours"}, "spans": found}


def week(given: object) -> object:
    """Hours by days (``mon-fri: "09:00-18:00"``), or ``always``, as ``{"week": …, "on_holidays": …}``."""
    if given == "always":
        return {"week": [spans("00:00-24:00")] * 7, "on_holidays": True}
    if isinstance(given, Mapping):
        return given if "week" in given else _week_of_days(given)
    what = f'"{given}" does not say' if isinstance(given, str) else "these hours do not say"
    refuse(f"{what} on which days.", 'Write days with their hours: mon-fri: "09:00-18:00".')


def _week_of_days(given: Mapping[str, Any]) -> dict[str, Any]:
    table: dict[int, Spans] = {}
    faults: list[Fault] = []
    for label, text in given.items():
        if label != "on_holidays":
            try:
                _enter(table, days(label), spans(text))
            except UnreadableError as fault:
                faults.append(((label,), fault))
    raise_faults(faults)
    rest = {"on_holidays": given["on_holidays"]} if "on_holidays" in given else {}
    return {"week": [table.get(day, []) for day in range(7)], **rest}


def _enter(table: dict[int, Spans], of_days: tuple[int, ...], found: Spans) -> None:
    for day in of_days:
        if day in table:
            raise UnreadableError(
                f"{DAYS[day]} has hours on an earlier line already.", "Give each day its hours once."
            )
        table[day] = found


def days(label: str) -> tuple[int, ...]:
    """Days of the week, Monday 0, that "mon", "mon-fri" or "sat, sun" names. Raises UnreadableError."""
    return tuple(day for part in label.split(",") for day in _range_of_days(part.strip().lower()))


def _range_of_days(part: str) -> range:
    first, _, last = part.replace("–", "-").partition("-")
    names = (first.strip(), (last or first).strip())
    if not set(names) <= set(DAYS):
        raise UnreadableError(f'"{part}" names no day of the week.', _DAYS_CURE)
    start, end = (DAYS.index(name) for name in names)
    if start > end:
        raise UnreadableError(f'the range "{part}" runs backwards.', _DAYS_CURE)
    return range(start, end + 1)


def spans(text: object) -> Spans:
    """Spans of one day's hours, in order. Raises UnreadableError, also when they overlap or pass midnight."""
    if text is None or text == "closed":
        return []
    if not isinstance(text, str):
        raise UnreadableError("these are not hours of a day.", _HOURS_CURE)
    found = [_span(part.strip()) for part in text.split(",")]
    _refuse_overlap(found)
    return [{"start": _clock(start), "end": _clock(end)} for start, end in found]


def _span(part: str) -> tuple[int, int]:
    ends = [piece.strip() for piece in part.replace("–", "-").split("-")]
    if len(ends) != 2:
        raise UnreadableError(f'"{part}" is not a span of time.', _HOURS_CURE)
    start, end = _minutes(ends[0]), _minutes(ends[1])
    if start == end:
        raise UnreadableError(f'"{part}" has no length.', 'For the whole day write "00:00-24:00".')
    if start > end:
        raise UnreadableError(f'"{part}" ends before it starts.', _over_midnight(*ends))
    return start, end


def _over_midnight(start: str, end: str) -> str:
    if _minutes(end) == 0:
        return f'Midnight at the end of the day is written 24:00: "{start}-24:00".'
    return f'For a night write "{start}-24:00" on this day and "00:00-{end}" on the next.'


def _minutes(text: str) -> int:
    match = _TIME.fullmatch(text)
    minutes = int(match[1]) * 60 + int(match[2]) if match else -1
    if not match or int(match[2]) > 59 or not 0 <= minutes <= MIDNIGHT:
        raise UnreadableError(f'"{text}" is not a time of day.', _HOURS_CURE)
    return minutes


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _refuse_overlap(found: list[tuple[int, int]]) -> None:
    for (start, end), (following, _) in itertools.pairwise(found):
        if following < end:
            wrong = f'"{_clock(following)}" comes before the end of "{_clock(start)}-{_clock(end)}".'
            raise UnreadableError(wrong, "Write spans in order, without overlap.")
