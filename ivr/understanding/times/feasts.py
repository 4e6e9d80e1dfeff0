"""On which date a feast falls in a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

Feast = Callable[[int], date]


def fixed(month: int, day: int) -> Feast:
    """The same date every year."""
    return lambda year: date(year, month, day)


def nth_weekday(nth: int, weekday: int, month: int, later: int = 0) -> Feast:
    """The nth such weekday of the month, from its end where ``nth`` is negative, and so many days later."""
    return lambda year: weekday_of(year, month, weekday, nth) + timedelta(days=later)


def from_easter(days: int) -> Feast:
    """So many days after Easter Sunday."""
    return lambda year: easter(year) + timedelta(days=days)


def advent(nth: int) -> Feast:
    """The nth Sunday of Advent: the fourth is the last Sunday before Christmas."""
    return lambda year: _sunday_before(date(year, 12, 25)) - timedelta(weeks=4 - nth)


def _sunday_before(day: date) -> date:
    return day - timedelta(days=day.weekday() + 1)


def weekday_of(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month. Raises ValueError where the month has none."""
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    found = [day for day in days if day.month == month and day.weekday() == weekday]
    if not 0 < abs(nth) <= len(found):
        raise ValueError(f"There is no {nth}. such weekday in {first:%B %Y}.")
    return found[nth - 1 if nth > 0 else nth]


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moved + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    month, day = divmod(epact + to_sunday - 7 * ((golden + 11 * epact + 22 * to_sunday) // 451) + 114, 31)
    return date(year, month, day + 1)
