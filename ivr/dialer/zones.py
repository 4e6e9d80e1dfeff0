"""Where a telephone number may be: its country and its time zones.

``phonenumbers`` knows the zones of a number's prefix, but names one zone for all that are alike in winter:
Latvia and even Kaliningrad are "Europe/Bucharest" there, although Kaliningrad does not change its clocks.
So a zone is believed only where it lies in the number's own country (``zone.tab`` of the IANA time zone
database); otherwise every zone of that country is possible.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from zoneinfo import ZoneInfo

import phonenumbers
from phonenumbers import timezone

from ivr.dialer.numbers import parsed

_NOWHERE = "001"  # the library's region of numbers without a country, such as +800


@lru_cache(maxsize=4096)
def country_of(number: str) -> str | None:
    """ISO 3166 code of the number's country; None for a number that is invalid or has none."""
    found = parsed(number)
    if found is None or not phonenumbers.is_valid_number(found):
        return None
    region = phonenumbers.region_code_for_number(found)
    return None if region in {None, _NOWHERE} else str(region)


@lru_cache(maxsize=1024)
def country_of_zone(zone: str) -> str | None:
    """ISO 3166 code of the country in which a zone lies; None for one that no country owns, as UTC."""
    return next((country for country, zones in _by_country().items() if zone in zones), None)


@lru_cache(maxsize=4096)
def zones_of(number: str) -> tuple[str, ...]:
    """Every IANA zone in which a person with that number may be; none where that is unknown."""
    found, country = parsed(number), country_of(number)
    if found is None or country is None:
        return ()
    named = tuple(timezone.time_zones_for_number(found))
    own = _by_country().get(country, ())
    if own and not set(named) <= set(own):
        named = own
    return tuple(name for name in named if is_zone(name))


@lru_cache(maxsize=1024)
def clocks_of(zone: str) -> ZoneInfo:
    """How clocks go in an IANA zone. Kept: ZoneInfo itself reads a ninth zone from the disk each time.

    Raises:
        KeyError, ValueError, OSError: there is no such zone.
    """
    return ZoneInfo(zone)


def is_zone(name: str) -> bool:
    """Whether there is such an IANA zone."""
    try:
        clocks_of(name)
    except (KeyError, ValueError, OSError):  # unknown, no name at all, a folder of the database
        return False
    return True


@lru_cache(maxsize=1)
def _by_country() -> MappingProxyType[str, tuple[str, ...]]:
    text = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found[country] = (*found.get(country, ()), zone)
    return MappingProxyType(found)
