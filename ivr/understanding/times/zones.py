"""Names of time zones in speech: abbreviations, and the places whose time people name."""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from ivr.understanding.times.meaning import Moment
from ivr.understanding.times.pieces import table

# By hours from UTC. An abbreviation names an offset, whatever the clocks of a place show on that day.
_OFFSETS = {
    0: "utc|gmt|zulu|wet",
    1: "bst|west|cet",
    2: "cest|eet",
    3: "eest|msk|moscow time",
    5.5: "ist",
    9: "jst",
    10: "aest",
    11: "aedt",
    -4: "edt",
    -5: "est|cdt",
    -6: "cst|mdt",
    -7: "mst|pdt",
    -8: "pst",
}
_PLACES = {
    "Europe/Riga": "riga time|latvian time|latvia time|pēc rīgas laika|pēc latvijas laika|rīgas laika",
    "Europe/London": "london time|uk time|british time|english time|pēc londonas laika|pēc anglijas laika",
    "Europe/Berlin": "berlin time|german time|central european time|pēc berlīnes laika|pēc vācijas laika",
    "Europe/Paris": "paris time|french time|pēc parīzes laika|pēc francijas laika",
    "Europe/Stockholm": "stockholm time|swedish time|pēc stokholmas laika|pēc zviedrijas laika",
    "Europe/Tallinn": """
        eastern european time|tallinn time|estonian time|pēc tallinas laika|pēc igaunijas laika
    """,
    "Europe/Vilnius": "vilnius time|lithuanian time|pēc viļņas laika|pēc lietuvas laika",
    "Europe/Helsinki": "helsinki time|finnish time|pēc helsinku laika|pēc somijas laika",
    "Europe/Kyiv": "kyiv time|kiev time|ukrainian time|pēc kijevas laika|pēc ukrainas laika",
    "Europe/Moscow": "pēc maskavas laika",
    "America/New_York": "new york time|eastern time|eastern|pēc ņujorkas laika",
    "America/Chicago": "chicago time|central time",
    "America/Denver": "denver time|mountain time",
    "America/Los_Angeles": "los angeles time|pacific time|pacific|california time",
    "Europe/Dublin": "dublin time|irish time|pēc dublinas laika|pēc īrijas laika",
}


def _in(zone: tzinfo) -> Moment:
    return Moment(zone=zone)


ZONES = (
    *table("zone", {_in(timezone(timedelta(hours=hours))): words for hours, words in _OFFSETS.items()}),
    *table("zone", {_in(ZoneInfo(place)): words for place, words in _PLACES.items()}),
)
