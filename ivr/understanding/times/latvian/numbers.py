"""Latvian numbers. The locative of a masculine number is a clock time ("trijos"), the dative may be one."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.understanding.times.latvian.forms import definite
from ivr.understanding.times.meaning import Number
from ivr.understanding.times.pieces import Meaning, small, table

# Forms that only count, forms that name an hour, and forms that do after a preposition.
_COUNTING = {
    1: "viens|viena|vienu|vienam|vienai|vienā|vienas|vieni",
    2: "divi|divas|divu|divus|divās|divām",
    3: "trīs|triju|trijus|trijās|trijām|trīsi",
    4: "četri|četras|četru|četrus|četrās|četrām",
    5: "pieci|piecas|piecu|piecus|piecās|piecām",
    6: "seši|sešas|sešu|sešus|sešās|sešām",
    7: "septiņi|septiņas|septiņu|septiņus|septiņās|septiņām",
    8: "astoņi|astoņas|astoņu|astoņus|astoņās|astoņām",
    9: "deviņi|deviņas|deviņu|deviņus|deviņās|deviņām",
}
_AT_HOUR = {
    1: "vienos",
    2: "divos",
    3: "trijos|trīsos",
    4: "četros",
    5: "piecos",
    6: "sešos",
    7: "septiņos",
    8: "astoņos",
    9: "deviņos",
}
_DATIVE = {
    1: "vieniem",
    2: "diviem",
    3: "trim|trijiem",
    4: "četriem",
    5: "pieciem",
    6: "sešiem",
    7: "septiņiem",
    8: "astoņiem",
    9: "deviņiem",
}
_STEMS = ["vien", "div", "trīs", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ"]
_FROM_TEN = {
    10: "desmit",
    **{10 + n: f"{stem}padsmit" for n, stem in enumerate(_STEMS, 1)},
    **{n * 10: f"{stem}desmit" for n, stem in enumerate(_STEMS, 1) if n > 1},
}
_ORDINALS = dict(
    enumerate(
        [
            "pirmais",
            "otrais",
            "trešais",
            "ceturtais",
            "piektais",
            "sestais",
            "septītais",
            "astotais",
            "devītais",
        ],
        1,
    )
)
_HALF_ENDINGS = ("", "i", "s", "os", "iem", "u", "us", "as")


def _glued(units: Mapping[int, str]) -> dict[int, str]:
    """Twenty three in one word, as a recogniser may write it."""
    return {
        tens + unit: "|".join(f"{_FROM_TEN[tens]}{word}" for word in words.split("|"))
        for tens in (20, 30, 40, 50)
        for unit, words in units.items()
    }


def _numbers(kind: str, words: Mapping[int, str]) -> list[Meaning]:
    return table(kind, {Number(value): said for value, said in words.items()})


def _with_endings(*endings: str) -> dict[int, str]:
    """Ten to nineteen, and the tens."""
    return {value: "|".join(f"{stem}{end}" for end in endings) for value, stem in _FROM_TEN.items()}


def _ordinals() -> dict[int, str]:
    units = {value: definite(word) for value, word in _ORDINALS.items()}
    units[2] += "|otra|otrs|otru|otrā|otram"
    return units | {value: definite(f"{stem}ais") for value, stem in _FROM_TEN.items()} | _glued(units)


def _half_to(hour: int) -> str:
    """Half an hour before that hour: "pusdeviņos", also in two words."""
    stem = _STEMS[hour - 1] if hour < 10 else _FROM_TEN[hour]
    stems = (stem, "trij") if hour == 3 else (stem,)
    words = [f"{one}{ending}" for one in stems for ending in _HALF_ENDINGS]
    return "|".join(f"pus{gap}{word}" for word in words for gap in ("", " "))


HALF_HOURS = {
    hour: _half_to(hour) for hour in range(1, 13)
}  # the words, by the hour to which half is missing

NUMBER_WORDS = (
    *_numbers("num", _COUNTING | _glued(_COUNTING)),
    *_numbers("loc", _AT_HOUR | _glued(_AT_HOUR)),
    *_numbers("dat", _DATIVE | _glued(_DATIVE)),
    # "desmitos" names an hour, whatever else the word may be.
    *_numbers("loc", _with_endings("os")),
    *_numbers("dat", _with_endings("iem")),
    *_numbers("num", _with_endings("", "u", "us", "i")),
    *table("ord", _ordinals()),
    *table(
        "num",
        {
            Number(0): "nulle|nulles",
            Number(2, vague=True): "pāris",
            Number(3, vague=True): "dažas|daži|dažām|dažiem|dažu",
            Number(1.5): "pusotra|pusotras|pusotru|pusotrai|pusotrā",
            Number(2.5): "divarpus|divas ar pusi|divām ar pusi|divu ar pusi|divi ar pusi",
            Number(3.5): "trīsarpus|trīs ar pusi|trim ar pusi",
        },
    ),
    *table("thousands", {Number(2000): "divtūkstoš|divi tūkstoši|divi tūkstoš|divtūkstošajā|divtūkstošā"}),
    *small({"half": "pus"}),
)
