"""English numbers and ordinals, also written as one word."""

from __future__ import annotations

from ivr.understanding.times.grammar.clocks import about, clock
from ivr.understanding.times.meaning import Half, Moment, Number
from ivr.understanding.times.pieces import small, table
from ivr.understanding.times.when import Grain

_CARDINALS = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen|fiveteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty",
    30: "thirty",
    40: "forty|fourty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
# "Second" is a kind of its own: it may be a unit.
_ORDINALS = {
    1: "first",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth|eigth",
    9: "ninth",
    10: "tenth",
    11: "eleventh",
    12: "twelfth|twelvth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "twentieth",
    22: "twentysecond",
    30: "thirtieth",
}
_VAGUE = {2: "a couple of|a couple|couple of|couple|a pair of", 3: "a few|few"}
_ISH = {5: "fiveish|fivish", 9: "nineish|ninish"}


def _glued(units: dict[int, str]) -> dict[int, str]:
    """Twenty three in one word, as a recogniser may write it."""
    return {
        tens + unit: f"{_CARDINALS[tens]}{units[unit].split('|')[0]}"
        for tens in (20, 30, 50)
        for unit in range(1, 10)
        if unit in units
    }


def _about(hour: int) -> Moment:
    return about(clock(hour * 60, Half.OPEN, Grain.HOUR))


NUMBER_WORDS = (
    *table("num", {Number(value): words for value, words in (_CARDINALS | _glued(_CARDINALS)).items()}),
    *table("num", {Number(value, vague=True): words for value, words in _VAGUE.items()}),
    *table("ord", _ORDINALS | _glued(_ORDINALS)),
    *table("second", {2: "second"}),
    *table("thousands", {Number(2000): "two thousand"}),
    *table("quarter", {15: "quarter|quarters"}),
    *table("", {_about(hour): _ISH.get(hour, f"{_CARDINALS[hour]}ish") for hour in range(1, 13)}),
    *small({"half": "half", "oh": "oh|o|zero"}),
)
