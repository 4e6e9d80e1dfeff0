"""How Latvian numerals, months and hours inflect.

num2words and Babel know the nominative only; the tables here add the endings. An ending is chosen by the
one who asks (a clock time) or by the word that follows in the sentence (``by_noun``, ``ordinal_by_noun``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from babel import Locale
from num2words import num2words

from ivr.phrases.formats.tongue import table, zone_city

_KEPT = 512  # of each kind: calls say the same few again and again

_LATVIAN = Locale("lv")
WEEKDAYS: tuple[str, ...] = tuple(_LATVIAN.days["format"]["wide"][number] for number in range(7))  # pirmdiena
NEAR_DAYS = {-1: "vakar", 0: "šodien", 1: "rīt"}

DIGITS = {str(number): num2words(number, lang="lv") for number in range(10)}
KEYS = {**DIGITS, "*": "zvaigznīte", "#": "restīte"}
LETTERS = table("""
    a = ā
    ā = garais ā
    b = bē
    c = cē
    č = čē
    d = dē
    e = ē
    ē = garais ē
    f = ef
    g = gā
    ģ = ģē
    h = hā
    i = ī
    ī = garais ī
    j = jē
    k = kā
    ķ = ķē
    l = el
    ļ = eļ
    m = em
    n = en
    ņ = eņ
    o = o
    p = pē
    q = kū
    r = er
    s = es
    š = eš
    t = tē
    u = ū
    ū = garais ū
    v = vē
    w = dubultvē
    x = iks
    y = igrek
    z = zet
    ž = žet
""")
SIGNS = {**LETTERS, **KEYS, "+": "plus"}


def weekday(number: int) -> str:
    """On that day of the week, 0 for Monday: "pirmdien"."""
    return WEEKDAYS[number].removesuffix("a")


# Cardinals


@dataclass(frozen=True)
class Form:
    """The endings of a numeral in one case and gender."""

    one: str  # of viens
    many: str  # of divi to deviņi


MASCULINE, FEMININE = Form("s", "i"), Form("a", "as")
DATIVE, GENITIVE = Form("am", "iem"), Form("a", "u")
_STEMS = ("", "vien", "div", "trij", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ")
_THREE = frozenset({"i", "as", "us"})  # endings for which three is "trīs" in both genders


@lru_cache(maxsize=_KEPT)
def cardinal(value: int, form: Form = MASCULINE, *, counting: bool = False) -> str:
    """A cardinal with its last word in ``form``; tens and teens do not inflect.

    ``counting``: what is counted follows, so a hundred is "simt" and not "simts".
    """
    words = _nominative(value)
    if counting:
        words = re.sub(r"^tūkstotis$", "tūkstoš", re.sub(r"\bsimts$", "simt", words))
    unit = abs(value) % 10
    if unit == 0 or 10 < abs(value) % 100 < 20:
        return words
    head, space, _ = words.rpartition(" ")
    return head + space + _unit(unit, form)


@lru_cache(maxsize=_KEPT)
def _nominative(value: int) -> str:
    """num2words' cardinal, with the short forms that are spoken before another numeral."""
    words = re.sub(r"\bsimt[us] ", "simt ", num2words(value, lang="lv"))
    return re.sub(r"(?<!viens )\btūkstotis (?=\w)", "tūkstoš ", words)


def _unit(unit: int, form: Form) -> str:
    ending = form.one if unit == 1 else form.many
    return "trīs" if unit == 3 and ending in _THREE else _STEMS[unit] + ending


# The ending of the noun that follows → the form of the numeral; the longer ending stands first.
_MANY_BY_NOUN = table("""
    ām ēm īm = ām
    iem = iem
    ās ēs īs = ās
    os = os
    as es is = as
    us = us
    u = u
    i o = i
""")
_ONE_BY_NOUN = table("""
    ai ei = ai
    am im um = am
    as es = as
    ā ē ī ū = ā
    u i = u
    a e = a
    s š o = s
""")
_ORDINAL_BY_NOUN = table("""
    iem = ajiem
    ām ēm = ajām
    ās ēs = ajās
    os = ajos
    ai ei = ajai
    am im um = ajam
    as es = ās
    ā ē ī ū = ajā
    u i = o
    a e = ā
    s š = ais
""")


def by_noun(noun: str) -> Form | None:
    """The form that agrees with ``noun``: "nodaļas" → divas, "minūtēm" → divām; None: no telling."""
    one, many = _ending(noun, _ONE_BY_NOUN), _ending(noun, _MANY_BY_NOUN)
    return Form(one or MASCULINE.one, many or MASCULINE.many) if one or many else None


def ordinal_by_noun(noun: str) -> str:
    """The ordinal's ending that agrees with ``noun``: "stāvā" → otrajā, "gada" → sestā."""
    return _ending(noun, _ORDINAL_BY_NOUN) or "ais"


def _ending(noun: str, table: Mapping[str, str]) -> str | None:
    word = noun.lower()
    return next((table[word[-length:]] for length in (3, 2, 1) if word[-length:] in table), None)


# Ordinals

_ORDINALS = table("""
    0 = nult
    1 = pirm
    2 = otr
    3 = treš
    4 = ceturt
    5 = piekt
    6 = sest
    7 = septīt
    8 = astot
    9 = devīt
""")
_TENS_AND_TEENS = frozenset(num2words(number, lang="lv") for number in (*range(10, 20), *range(20, 100, 10)))
_TIMES = ("", "", "div", "trīs", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ")
GREATEST_ORDINAL = 9999


@lru_cache(maxsize=_KEPT)
def ordinal(value: int, ending: str = "ais") -> str:
    """A definite ordinal from 0 to 9999: 27, "ajā" → "divdesmit septītajā"; 2000, "ā" → "divtūkstošā"."""
    *head, stem = _ordinal_parts(value)
    return " ".join((*head, stem + ending))


def _ordinal_parts(value: int) -> tuple[str, ...]:
    """The words before the last one, as a cardinal has them, and the last one's stem."""
    if value and value % 100 == 0:
        return _round_parts(value)
    *head, last = _nominative(value).split()
    inflects = last not in _TENS_AND_TEENS
    return (*head, _ORDINALS[str(value % 10)] if inflects else last)


def _round_parts(value: int) -> tuple[str, ...]:
    thousands, hundreds = divmod(value // 100, 10)
    if not hundreds:
        return (f"{_TIMES[thousands]}tūkstoš",)
    before = "tūkstoš" if thousands == 1 else _nominative(thousands * 1000)
    return (before, f"{_TIMES[hundreds]}simt") if thousands else (f"{_TIMES[hundreds]}simt",)


def year(value: int, noun: str) -> str:
    """A year with its noun: 2026, "gadā" → "divi tūkstoši divdesmit sestajā gadā"."""
    words = ordinal(value, ordinal_by_noun(noun)) if value <= GREATEST_ORDINAL else cardinal(value)
    return f"{words} {noun}"


# Months

_MONTH_ENDINGS: Mapping[str, Mapping[str, str]] = {  # by the ending of the nominative
    "is": {"nominative": "is", "genitive": "a", "dative": "im", "accusative": "i", "locative": "ī"},
    "s": {"nominative": "s", "genitive": "a", "dative": "am", "accusative": "u", "locative": "ā"},
}


def month(number: int, case: str = "locative") -> str:
    """A month by its number, 1 to 12: 11 → "novembrī"."""
    name: str = _LATVIAN.months["format"]["wide"][number]
    ending = "is" if name.endswith("is") else "s"
    stem = name.removesuffix(ending)
    if (stem, case) == ("aprīl", "genitive"):
        stem = "aprīļ"
    return stem + _MONTH_ENDINGS[ending][case]


@lru_cache(maxsize=_KEPT)
def month_day(day: int, number: int, case: str = "locative") -> str:
    """A day of a month: 27, 11 → "divdesmit septītajā novembrī"."""
    name = month(number, case)
    return f"{ordinal(day, ordinal_by_noun(name))} {name}"


# The clock


@dataclass(frozen=True)
class ClockCase:
    """How a time of day is bent by what stands before it."""

    hour: str  # ending of the hour
    minute: Form  # endings of the minutes
    midnight: str
    measure: Form  # of the minutes counted from midnight
    measured: tuple[str, str]  # the word "minute" counted so: one, many


AT = ClockCase("os", Form("ā", "ās"), "pusnaktī", Form("u", "as"), ("minūti", "minūtes"))
FROM = ClockCase("iem", Form("ai", "ām"), "pusnakts", Form("as", "ām"), ("minūtes", "minūtēm"))
UNTIL = ClockCase("iem", Form("ai", "ām"), "pusnaktij", Form("ai", "ām"), ("minūtei", "minūtēm"))


@lru_cache(maxsize=_KEPT)
def clock(at: time, case: ClockCase = AT) -> str:
    """A time of day: "pulksten deviņos", "pulksten deviņos trīsdesmit", "pusnaktī"; seconds are not said."""
    if at.hour == 0:
        return f"{_past_midnight(at.minute, case)}pēc pusnakts" if at.minute else case.midnight
    minutes = f" {_minutes(at.minute, case.minute)}" if at.minute else ""
    return f"pulksten {_hour(at.hour, case.hour)}{minutes}"


def _past_midnight(minute: int, case: ClockCase) -> str:
    one = minute % 10 == 1 and minute != 11
    return f"{cardinal(minute, case.measure)} {case.measured[0 if one else 1]} "


def _hour(hour: int, ending: str) -> str:
    if 10 <= hour <= 20:
        return _nominative(hour) + ending
    return ("divdesmit " if hour > 20 else "") + _unit(hour % 10, Form(ending, ending))


def _minutes(minute: int, form: Form) -> str:
    return f"nulle {cardinal(minute, form)}" if minute < 10 else cardinal(minute, form)


# Time zones

# Cities whose name the rules below do not bend, or that CLDR does not name in Latvian.
_ZONE_GENITIVES = {
    "Helsinki": "Helsinku",
    "Kyiv": "Kijivas",
    "UTC": "pasaules koordinētā",
    "GMT": "Griničas",
}
_INDECLINABLE = ("ā", "e", "ē", "i", "ī", "o", "ō", "u", "ū")
_GENITIVES = table("""
    as = u
    a = as
    e = es
    ns rs ls = a
""")


def zone_time(zone: str) -> str:
    """The time of a zone, by its city: "pēc Rīgas laika", "pēc Ņujorkas laika", "pēc Oslo laika".

    A name that cannot be bent stands beside the word for a city: "pēc pilsētas Nuuk laika".
    """
    return f"pēc {zone_genitive(zone_city(zone, 'lv'))} laika"


def zone_genitive(city: str) -> str:
    """A city's name in the genitive: Rīga → Rīgas, Atēnas → Atēnu, Oslo → Oslo."""
    if city in _ZONE_GENITIVES:
        return _ZONE_GENITIVES[city]
    for ending, genitive in _GENITIVES.items():
        if city.endswith(ending):
            kept = city[: -len(ending)] if len(ending) == 1 or ending == "as" else city[:-1]
            return kept + genitive
    bare = city.endswith(_INDECLINABLE) or not city[-1].isalpha()
    return city if bare else f"pilsētas {city}"
