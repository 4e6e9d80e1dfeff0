"""What is found in an English sentence that an operator wrote, and how it is said.

The rules are applied from the most particular (an e-mail address) to the plainest (a number), each leaving
fewer digits behind. Dates are read day first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time

from ivr.phrases.formats.english_words import (
    LETTERS,
    MONTHS,
    SIGNS,
    WEEKDAYS,
    cardinal,
    clock,
    month_day,
    ordinal,
    year,
)
from ivr.phrases.formats.tongue import (
    ADDRESS,
    LONGEST_NUMBER,
    Rule,
    Signs,
    abbreviations,
    address,
    by_signs,
    phone_groups,
    rule,
    spaced,
    stop,
    table,
)

_AMOUNT = r"\d{1,3}(?:[,\s]\d{3})+(?:\.\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_DASH = r"\s?[–—-]\s?"
_WORD = r"[^\W\d_]"

# Addresses, codes and telephone numbers

_INTERNET = Signs("at", "dot", "slash", "hyphen", "underscore", "W W W", SIGNS)


def _internet(found: re.Match[str]) -> str:
    return address(found[0], _INTERNET)


def _postcode(found: re.Match[str]) -> str:
    return f"L V, {by_signs(found[1], SIGNS)}"


def _phone(found: re.Match[str]) -> str:
    bare = re.sub(r"[^\d+]", "", found[0])
    return by_signs(phone_groups(bare, "LV") or found[0], SIGNS)


def _phone_after_word(found: re.Match[str]) -> str:
    bare = re.sub(r"\D", "", found["number"])
    return found["word"] + by_signs(phone_groups(bare, "LV") or found["number"], SIGNS)


_LATVIAN_NUMBER = r"(?<![\w.,+-])[2689]\d(?:[\s-]?\d){6}(?![\w]|[.,-]\d)"
_PHONE_WORDS = r"tel\.|telephone|phone|mobile|fax|ext\.|extension|call(?:\sus\son)?|dial|ring"

# Dates and weekdays

_MONTH_NUMBERS = {
    **{name.lower(): number for number, name in MONTHS.items()},
    **{name[:3].lower(): number for number, name in MONTHS.items()},
    "sept": 9,
}
_MONTH = (
    "(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?!\w)\.?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)(?![\w:]))?"
_DAY_FIRST = rf"(?<![\w.,])(?P<the>the\s)?{_DAY}\s(?:of\s)?{_MONTH}(?!\w){_YEAR}"
_MONTH_FIRST = rf"(?<!\w)(?P<the>){_MONTH}\s{_DAY}(?![\w:.]){_YEAR}"
_NUMERIC = r"(?<![\w.,/])(?P<day>\d{1,2})(?P<sep>[./])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})(?!\w)\.?"
_ISO_DATE = r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"


def _date(found: re.Match[str]) -> str:
    name = found["month"].lower().rstrip(".")
    month = int(name) if name.isdigit() else _MONTH_NUMBERS[name]
    try:
        on = date(int(found["year"] or 2000), month, int(found["day"]))
    except ValueError:
        return found[0]
    return month_day(on.day, on.month) + (f", {year(on.year)}" if found["year"] else "") + stop(found)


def _year(found: re.Match[str]) -> str:
    return year(int(found[0]))


_SHORT_DAYS = {
    **{name[:3]: name for name in WEEKDAYS},
    **table("Tues = Tuesday\nWeds = Wednesday\nThur Thurs = Thursday"),
}
_SHORT_DAY = "|".join(sorted(_SHORT_DAYS, key=len, reverse=True))


def _day_range(found: re.Match[str]) -> str:
    return f"{_SHORT_DAYS[found[1]]} to {_SHORT_DAYS[found[2]]}"


def _short_day(found: re.Match[str]) -> str:
    return _SHORT_DAYS[found[1]]


# The clock

_HOUR, _MINUTE, _HALF = r"(?:2[0-4]|[01]?\d)", r"[0-5]\d", r"[ap]\.?\s?m\b\.?"
_ANY_TIME = rf"{_HOUR}(?:[:.]{_MINUTE})?(?:\s?{_HALF})?"
_SURE_TIME = rf"(?:{_HOUR}(?:[:.]{_MINUTE})?\s?{_HALF}|{_HOUR}:{_MINUTE}(?!:?\d))"
_RANGE = rf"(?<![\w.,:])(?P<first>{_ANY_TIME})(?:{_DASH}|\sto\s)(?P<last>{_SURE_TIME})(?!\w)"
_DOTTED_TIME = rf"{_HOUR}\.{_MINUTE}(?![\w%]|\.\d)"
_DOTTED_RANGE = rf"(?<![\w.,:])(?P<first>{_DOTTED_TIME})(?:{_DASH}|\sto\s)(?P<last>{_DOTTED_TIME})"
_TIME = rf"(?<![\w.,:])(?P<time>{_SURE_TIME})(?!\w)"
_WHEN = r"(?P<word>(?:at|from|to|until|till|by|before|after|between)\s)"
_TIME_AFTER_WORD = rf"(?<!\w){_WHEN}(?P<time>{_DOTTED_TIME})"
_PIECES = re.compile(rf"({_HOUR})(?:[:.]({_MINUTE}))?(?:\s?([ap]))?", re.IGNORECASE)


def _clock(text: str, half: str = "") -> str:
    """A time of day; ``half`` ("a", "p") holds where the text itself does not say which half of the day."""
    hour, minute, own = _PIECES.match(text).groups()  # type: ignore[union-attr]  # the rule matched the same pieces
    half = (own or half).lower()
    hours = int(hour) % 24
    if half and hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    return clock(time(hours, int(minute or 0)))


def _time(found: re.Match[str]) -> str:
    return _clock(found["time"]) + stop(found)


def _time_after_word(found: re.Match[str]) -> str:
    return found["word"] + _clock(found["time"])


def _time_range(found: re.Match[str]) -> str:
    return f"{_clock(found['first'], _first_half(found))} to {_clock(found['last'])}{stop(found)}"


def _first_half(found: re.Match[str]) -> str:
    """Of "9–6 pm" and "2–6 pm", the half of the day that makes the range go forward."""
    first, last = (_PIECES.match(found[name]) for name in ("first", "last"))
    if not first or not last or not last[3]:
        return ""
    forward = int(first[1]) % 12 < int(last[1]) % 12
    return last[3].lower() if forward else "a"


# Amounts and measures

_CURRENCIES: Mapping[str, tuple[str, str, str, str]] = {  # one, many, one hundredth, many hundredths
    **dict.fromkeys(("€", "eur", "euro", "euros"), ("euro", "euros", "cent", "cents")),
    **dict.fromkeys(("£", "gbp"), ("pound", "pounds", "penny", "pence")),
    **dict.fromkeys(("$", "usd"), ("dollar", "dollars", "cent", "cents")),
}


def _money(found: re.Match[str]) -> str:
    one, many, hundredth, hundredths = _CURRENCIES[(found["sign"] or found["name"]).lower()]
    whole, part = _amount(found["before"] or found["after"])
    cents = f" and {_counted(part, hundredth, hundredths)}" if part else ""
    return _counted(whole, one, many) + cents


def _amount(text: str) -> tuple[int, int]:
    """Whole units and hundredths: "1,500.5" → 1500, 50."""
    plain = re.sub(r"[,\s](?=\d{3}(?:\D|$))", "", text).replace(",", ".")
    whole, _, part = plain.partition(".")
    return int(whole), int((part + "00")[:2])


def _counted(value: int, one: str, many: str) -> str:
    return f"{cardinal(value)} {one if value == 1 else many}"


def _percent(found: re.Match[str]) -> str:
    whole, point, part = found[1].replace(",", ".").partition(".")
    return (_decimal(whole, part) if point else cardinal(int(whole))) + " percent"


_UNITS = table("""
    km = kilometre
    m = metre
    cm = centimetre
    mm = millimetre
    m2 = square metre
    kg = kilogram
    g = gram
    l = litre
    h hr hrs = hour
    min min. mins = minute
    sec sec. s = second
    °C ° = degree
""")
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))


def _measure(found: re.Match[str]) -> str:
    unit = _UNITS[found[2]]
    return _counted(int(found[1]), unit, f"{unit}s") + stop(found)


# Numbers


def _number(text: str) -> str:
    """A number; what begins with a zero or is very long is a code and said digit by digit."""
    if len(text) > LONGEST_NUMBER or (text[0] == "0" and len(text) > 1):
        return by_signs(text, SIGNS)
    return cardinal(int(text))


def _decimal(whole: str, part: str) -> str:
    return f"{_number(whole)} point {by_signs(part, SIGNS)}"


def _decimal_point(found: re.Match[str]) -> str:
    return _decimal(found[1], found[2])


def _dotted_number(found: re.Match[str]) -> str:
    return " point ".join(_number(part) for part in found[0].split("."))


def _ordinal(found: re.Match[str]) -> str:
    return ordinal(int(found[1]))


def _thousands(found: re.Match[str]) -> str:
    return re.sub(r"[,\s]", "", found[0])


def _number_range(found: re.Match[str]) -> str:
    joint = " to " if int(found[1]) < int(found[2]) else ", "  # house 21-4
    return _number(found[1]) + joint + _number(found[2])


def _with_letter(found: re.Match[str]) -> str:
    return f"{_number(found[1])} {LETTERS.get(found[2].lower(), found[2])}"


def _plain(found: re.Match[str]) -> str:
    return spaced(found, _number(found[0]))


# Abbreviations and signs


def _saint_or_street(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()], found.string[found.end() :]
    house = re.search(r"\d\w?\s+(?:[A-ZĀ-Ž]\w+\s+)+$", before)
    named = re.search(r"[A-ZĀ-Ž]\w+\s+$", before) and not re.match(r"\s+[A-ZĀ-Ž]", after)
    return f"Street{stop(found)}" if house or named else "Saint"


_SHORT = table("""
    ltd. ltd = limited
    inc. = incorporated
    co. = company
    e.g. = for example
    i.e. = that is
    etc. = and so on
    mr. mr = mister
    mrs. mrs = missis
    ms. ms = miz
    dr. dr = doctor
    prof. = professor
    rd. = road
    ave. = avenue
    approx. = approximately
    tel. = telephone
    ext. = extension
    dept. = department
    vs. = versus
    incl. = including
    excl. = excluding
    max. = at most
    № = number
""")
_MAY_END = frozenset({"ltd.", "inc.", "co.", "etc.", "rd.", "ave.", "dept."})
_SIGN_WORDS = {
    "&": "and",
    "#": "hash",
    "*": "star",
    "%": "percent",
    "€": "euros",
    "£": "pounds",
    "$": "dollars",
}
_SIGN_WORDS |= {"+": "plus", "§": "section"}


def _sign(found: re.Match[str]) -> str:
    return spaced(found, _SIGN_WORDS[found[0]])


SENTENCE: tuple[Rule, ...] = (
    Rule(ADDRESS, _internet),
    rule(r"(?<!\w)24/7(?!\w)", lambda _: "twenty-four seven"),
    rule(r"(?<!\w)LV-?\s?(\d{4})(?!\w)", _postcode),
    rule(_ISO_DATE, _date),
    rule(_NUMERIC, _date),
    rule(_DAY_FIRST, _date),
    rule(_MONTH_FIRST, _date),
    Rule(re.compile(r"(?<!\w)St\.(?!\w)"), _saint_or_street),
    rule(
        rf"""(?:(?P<sign>[€£$]|(?<!\w)(?:EUR|GBP|USD)(?!\w))\s?(?P<before>{_AMOUNT}) |
        (?<![\w.,])(?P<after>{_AMOUNT})\s?(?P<name>[€£$]|(?:EUR|GBP|USD|euros?)(?!\w)))""",
        _money,
    ),
    rule(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s?%", _percent),
    rule(r"\(?\+\d{1,3}\)?(?:[\s()-]{0,2}\d){6,12}(?!\d)", _phone),
    rule(_LATVIAN_NUMBER, _phone),
    rule(
        rf"(?P<word>(?<!\w)(?:{_PHONE_WORDS}):?\s+)(?P<number>\d(?:[\s-]?\d){{2,}})(?![\w]|[.,:]\d)",
        _phone_after_word,
    ),
    Rule(re.compile(rf"(?<!\w)({_SHORT_DAY})\.?{_DASH}({_SHORT_DAY})(?!\w)"), _day_range),
    rule(rf"(?<!\w)({_SHORT_DAY})(?!\w)\.?(?=:?\s?\d)", _short_day, exact=True),
    rule(_RANGE, _time_range),
    rule(_DOTTED_RANGE, _time_range),
    rule(_TIME, _time),
    rule(_TIME_AFTER_WORD, _time_after_word),
    rule(rf"(?<![\w.,])(\d{{1,9}})\s?({_UNIT})(?!\w)", _measure, exact=True),
    rule(r"(?<!\w)No\.\s?(?=\d)", lambda _: "number "),
    abbreviations(_SHORT, _MAY_END),
    rule(r"(?<![\w.,])(\d{1,9})(?:st|nd|rd|th)(?!\w)", _ordinal),
    rule(r"(?<=\b(?:in|by|of)\s)(?:19|20)\d\d(?![\w:]|[.,]\d)", _year),
    rule(r"(?<=\bsince\s)(?:19|20)\d\d(?![\w:]|[.,]\d)", _year),
    rule(r"(?<![\d.,])\d{1,3}(?:(?:,\d{3})+|(?:\s\d{3})+)(?![\d]|[.,]\d)", _thousands),
    rule(rf"(?<![\w.,])(\d+){_DASH}(\d+)(?!\w)", _number_range),
    rule(r"(?<![\w.,])(\d+)[.,](\d+)(?![\w]|[.,]\d)", _decimal_point),
    rule(r"(?<![\w.,])\d+(?:\.\d+)+(?!\w)", _dotted_number),
    rule(r"(?<![\w)])[-−](?=\d)", lambda _: "minus "),
    rule(r"(?<!\w)(\d+)\s?/\s?(\d+)(?!\w)", lambda found: f"{_number(found[1])} slash {_number(found[2])}"),
    rule(rf"(?<!\w)(\d+)({_WORD})(?!\w)", _with_letter),
    rule(r"\d+", _plain),
    Rule(re.compile(r"[&#*%€£$+§]"), _sign),
)
