"""What is found in a Latvian sentence that an operator wrote, and how it is said.

The rules are applied from the most particular (an e-mail address) to the plainest (a number), each leaving
fewer digits behind. The case of what is said follows the word before it ("līdz 9.00" → "līdz pulksten
deviņiem") or after it ("2. stāvā" → "otrajā stāvā", "5 minūtēm" → "piecām minūtēm").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time

from num2words import num2words

from ivr.phrases.formats.latvian_words import (
    AT,
    FEMININE,
    FROM,
    GENITIVE,
    LETTERS,
    MASCULINE,
    SIGNS,
    UNTIL,
    WEEKDAYS,
    ClockCase,
    Form,
    by_noun,
    cardinal,
    clock,
    month_day,
    ordinal,
    ordinal_by_noun,
    weekday,
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

_AMOUNT = r"\d{1,3}(?:[\s.]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
_TIME = rf"{_HOUR}[.:]{_MINUTE}(?![\d]|[.:,]\d)"
_DASH = r"\s?[–—-]\s?"
_CLOCK_WORD = r"(?:plkst\b\.?|pulksten)\s*"
_WORD = r"[^\W\d_]"
_SMALL = "(?-i:[a-zāčēģīķļņšūž])"

_PREPOSITION = re.compile(r"(?<!\w)(no|līdz|par|uz|ap|ar|pēc|pirms|kopš|starp)\s+$", re.IGNORECASE)
_NEXT_WORD = re.compile(rf"\s+(?:(?:darba|kalendāra)\s+(?={_WORD}))?({_WORD}+)")
# Words that follow a number without being what is counted.
_NOT_COUNTED = table("""
    un vai lai ja jo bet kas kā kad kur arī tad jau vēl gan ne nē = particle
    no uz ar par pēc pirms pie līdz bez pa ap = preposition
    ir nav būs tā to tas tikai katru lūdzu jūs jums mēs mums es = other
""")

# Prepositions and the case they take; all of them take the dative in the plural.
_NUMERAL_AFTER: Mapping[str, Form] = {
    **dict.fromkeys(("no", "pēc", "pirms", "kopš"), Form("a", "iem")),
    **dict.fromkeys(("par", "uz", "ap", "ar", "starp"), Form("u", "iem")),
    "līdz": Form("am", "iem"),
}
_FEMININE_AFTER: Mapping[str, Form] = {
    **dict.fromkeys(("no", "pēc", "pirms", "kopš"), Form("as", "ām")),
    **dict.fromkeys(("par", "uz", "ap", "ar", "starp"), Form("u", "ām")),
    "līdz": Form("ai", "ām"),
}
_DATE_AFTER: Mapping[str, str] = {
    **dict.fromkeys(("no", "pēc", "pirms", "kopš"), "genitive"),
    **dict.fromkeys(("par", "uz", "ap", "ar", "starp"), "accusative"),
    "līdz": "dative",
}
_CLOCK_AFTER: Mapping[str, ClockCase] = {**dict.fromkeys(_NUMERAL_AFTER, FROM), "līdz": UNTIL}


def _before(found: re.Match[str]) -> str:
    """The preposition right before what was found, or nothing."""
    preposition = _PREPOSITION.search(found.string[: found.start()])
    return preposition[1].lower() if preposition else ""


def _after(found: re.Match[str]) -> str:
    """The word right after what was found, where it can be the thing counted, or nothing."""
    word = _NEXT_WORD.match(found.string[found.end() :])
    return word[1] if word and word[1].lower() not in _NOT_COUNTED else ""


# Addresses, codes and telephone numbers

_INTERNET = Signs("et", "punkts", "slīpsvītra", "defise", "pasvītra", "vē vē vē", SIGNS)


def _internet(found: re.Match[str]) -> str:
    return address(found[0], _INTERNET)


def _postcode(found: re.Match[str]) -> str:
    return f"el vē, {by_signs(found[1], SIGNS)}"


def _phone(found: re.Match[str]) -> str:
    bare = re.sub(r"[^\d+]", "", found[0])
    return by_signs(phone_groups(bare, "LV") or found[0], SIGNS)


def _phone_after_word(found: re.Match[str]) -> str:
    bare = re.sub(r"\D", "", found["number"])
    return found["word"] + by_signs(phone_groups(bare, "LV") or found["number"], SIGNS)


_LATVIAN_NUMBER = r"(?<![\w.,+-])[2689]\d(?:[\s-]?\d){6}(?![\w]|[.,-]\d)"
_PHONE_WORDS = (
    r"tālr\.|tālrunis|tālruni|tālruņa\snumurs|tel\.|mob\.|zvan\w+(?:\s(?:uz|pa)(?:\snumuru|\stālruni)?)?"
)


# Dates


def _date(found: re.Match[str]) -> str:
    try:
        on = date(int(found["year"] or 2000), int(found["month"]), int(found["day"]))
    except ValueError:
        return found[0]
    said = month_day(on.day, on.month, _DATE_AFTER.get(_before(found), "locative"))
    return (f"{year(on.year, 'gada')} {said}" if found["year"] else said) + stop(found)


_YEAR_OR_NONE = r"(?:\s?(?P<year>\d{4})(?!\d)\.?(?:\s?g(?:ada\b|\.))?|(?!\d))"
_DOTTED = rf"(?<![\w.,])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.{_YEAR_OR_NONE}"
_ISO_DATE = r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"


def _short_year(found: re.Match[str]) -> str:
    return year(int(found[1]), "gadā") + stop(found)


# Weekdays

_SHORT_DAYS = {short: number for number, short in enumerate(("P", "O", "T", "C", "Pk", "S", "Sv"))}
_SHORT_DAY = "Pk|Sv|P|O|T|C|S"


def _day_range(found: re.Match[str]) -> str:
    first, last = (WEEKDAYS[_SHORT_DAYS[short]] for short in found.groups())
    return f"no {first}s līdz {last}i"


def _short_day(found: re.Match[str]) -> str:
    return weekday(_SHORT_DAYS[found[1]]) + " "


# The clock


def _clock(text: str, case: ClockCase) -> str:
    hour, _, minute = text.replace(":", ".").partition(".")
    return clock(time(int(hour) % 24, int(minute or 0)), case)


def _time(found: re.Match[str]) -> str:
    return _clock(found["time"], _CLOCK_AFTER.get(_before(found), AT))


def _time_range(found: re.Match[str]) -> str:
    return f"no {_clock(found['first'], FROM)} līdz {_clock(found['last'], UNTIL)}"


def _time_between(found: re.Match[str]) -> str:
    return f"starp {_clock(found['first'], FROM)} un {_clock(found['last'], FROM)}"


_LOOSE_TIME = rf"{_TIME}|{_HOUR}(?!\d)(?!\.\s?\d)"
_EXACT_FIRST = rf"(?:{_CLOCK_WORD})?(?P<first>{_TIME})"
_LOOSE_FIRST = rf"{_CLOCK_WORD}(?P<first>{_LOOSE_TIME})"
_LAST = rf"(?:{_CLOCK_WORD})?(?P<last>{{}})(?![\d:])"
_TO = rf"(?:{_DASH}|\slīdz\s)"
_EXACT_RANGE = rf"(?<![\w.,:])(?:no\s+)?{_EXACT_FIRST}{_TO}{_LAST.format(_TIME)}"
_LOOSE_RANGE = rf"(?<![\w.,:])(?:no\s+)?{_LOOSE_FIRST}{_TO}{_LAST.format(_LOOSE_TIME)}"
_BETWEEN = rf"(?<!\w)starp\s+(?:{_EXACT_FIRST})\sun\s{_LAST.format(_TIME)}"
_CLOCK_TIME = rf"(?<!\w){_CLOCK_WORD}(?P<time>{_LOOSE_TIME})"
_BARE_TIME = rf"(?<![\w.,:])(?P<time>{_TIME})(?!\w)"


# Amounts and measures


def _amount(text: str) -> tuple[int, int]:
    """Whole units and hundredths: "1 500,5" → 1500, 50."""
    plain = re.sub(r"[\s.](?=\d{3}(?:\D|$))", "", text).replace(".", ",")
    whole, _, part = plain.partition(",")
    return int(whole), int((part + "00")[:2])


def _money(found: re.Match[str]) -> str:
    euros, cents = _amount(found["before"] or found["after"])
    form = _NUMERAL_AFTER.get(_before(found), MASCULINE)
    return f"{cardinal(euros, form, counting=True)} eiro" + (
        f" {_counted(cents, 'cent', form)}" if cents else ""
    )


def _percent(found: re.Match[str]) -> str:
    whole, comma, part = found[1].replace(".", ",").partition(",")
    if comma:
        return f"{_decimal(whole, part)} procenti"
    qualifies = _after(found) and not _after(found).endswith("u") and not _before(found)  # "procentu atlaide"
    return _counted(
        int(whole), "procent", GENITIVE if qualifies else _NUMERAL_AFTER.get(_before(found), MASCULINE)
    )


def _counted(value: int, stem: str, form: Form) -> str:
    """A number and a masculine noun of the first declension, whose endings are the numeral's own."""
    return f"{cardinal(value, form, counting=True)} {stem}{form.one if _is_one(value) else form.many}"


def _is_one(value: int) -> bool:
    return value % 10 == 1 and value % 100 != 11


_MASCULINE_UNITS = table("""
    km = kilometr
    m = metr
    cm = centimetr
    mm = milimetr
    m2 = kvadrātmetr
    kg = kilogram
    g = gram
    l = litr
    gab. = gabal
    °C ° = grād
""")
_FEMININE_UNITS = table("""
    h st. = stund
    min. min = minūt
    sek. s = sekund
    t = tonn
""")
_FIFTH_DECLENSION = {"a": "e", "as": "es", "ai": "ei", "ām": "ēm", "u": "i"}


def _measure(found: re.Match[str]) -> str:
    value, unit, preposition = int(found[1]), found[2], _before(found)
    if unit in _MASCULINE_UNITS:
        return _counted(value, _MASCULINE_UNITS[unit], _NUMERAL_AFTER.get(preposition, MASCULINE)) + stop(
            found
        )
    form, stem = _FEMININE_AFTER.get(preposition, FEMININE), _FEMININE_UNITS[unit]
    ending = form.one if _is_one(value) else form.many
    noun = stem + (_FIFTH_DECLENSION[ending] if stem == "minūt" else ending)
    return f"{cardinal(value, form, counting=True)} {noun}{stop(found)}"


_UNITS = "|".join(
    re.escape(unit) for unit in sorted({**_MASCULINE_UNITS, **_FEMININE_UNITS}, key=len, reverse=True)
)


# Houses

_STREETS = r"(?:iel|gatv|prospekt|bulvār|laukum|ceļ|šosej|krastmal|alej|damb)\w*"


def _house(found: re.Match[str]) -> str:
    flat = f", {_house_number(found['flat'], found['flat_letter'])}" if found["flat"] else ""
    block = f", korpuss {cardinal(int(found['block']))}" if found["block"] else ""
    return f"{found['street']} {_house_number(found['house'], found['letter'])}{flat}{block}"


def _house_number(number: str, letter: str | None) -> str:
    return cardinal(int(number)) + (f" {LETTERS.get(letter.lower(), letter)}" if letter else "")


_HOUSE = rf"""(?P<street>(?<!\w){_STREETS})\s+
    (?P<house>\d{{1,4}})(?!\d)(?:\s?(?P<letter>(?!k-){_WORD})(?!\w))?
    (?:\s?[-–/]\s?(?P<flat>\d{{1,4}})(?P<flat_letter>{_WORD})?(?!\w))?
    (?:,?\s?k-\s?(?P<block>\d{{1,3}})(?!\d))?
    (?!\w)(?!\.\s{_SMALL})"""


# Ordinals and cardinals


def _ordinal(found: re.Match[str]) -> str:
    noun = _after(found)
    return ordinal(int(found[1]), ordinal_by_noun(noun)) if noun else found[0]


_GENITIVE_OF = {"ajam": "ā", "ajai": "ās"}  # no pirmā līdz otrajam, no pirmās līdz otrajai
_BETWEEN_ORDINALS = {"/": ", ", "un": " un ", "vai": " vai "}


def _ordinal_pair(found: re.Match[str]) -> str:
    noun, between = _after(found), found[2].strip()
    last = ordinal_by_noun(noun)
    first = _GENITIVE_OF.get(last, last) if _before(found) == "no" else last
    joint = _BETWEEN_ORDINALS.get(between, " līdz ")
    return ordinal(int(found[1]), first) + joint + ordinal(int(found[3]), last)


def _form(found: re.Match[str]) -> Form:
    noun = by_noun(_after(found)) if _after(found) else None
    return noun or _NUMERAL_AFTER.get(_before(found), MASCULINE)


def _number_range(found: re.Match[str]) -> str:
    form = _form(found)
    joint = " līdz " if int(found[1]) < int(found[2]) else ", "
    return _number(found[1], form) + joint + _number(found[2], form)


def _number(text: str, form: Form = MASCULINE, *, counting: bool = False) -> str:
    """A number; what begins with a zero or is very long is a code and said digit by digit."""
    if len(text) > LONGEST_NUMBER or (text[0] == "0" and len(text) > 1):
        return by_signs(text, SIGNS)
    return cardinal(int(text), form, counting=counting)


def _slash(found: re.Match[str]) -> str:
    return f"{_number(found[1])} slīpsvītra {_number(found[2])}"


def _thousands(found: re.Match[str]) -> str:
    return re.sub(r"\s", "", found[0])


def _decimal(whole: str, part: str) -> str:
    return f"{_number(whole)} {num2words(0.5, lang='lv').split()[1]} {_number(part)}"


def _decimal_comma(found: re.Match[str]) -> str:
    return _decimal(found[1], found[2])


def _dotted_number(found: re.Match[str]) -> str:
    return " punkts ".join(_number(part) for part in found[0].split("."))


def _with_letter(found: re.Match[str]) -> str:
    return f"{_number(found[1])} {LETTERS.get(found[2].lower(), found[2])}"


def _plain(found: re.Match[str]) -> str:
    return spaced(found, _number(found[0], _form(found), counting=bool(_after(found))))


_SHORT = table("""
    plkst. plkst = pulksten
    tālr. tel. = tālrunis
    mob. = mobilais tālrunis
    nr. № = numurs
    kab. = kabinets
    dz. = dzīvoklis
    nod. = nodaļa
    st. = stacija
    bulv. = bulvāris
    piem. = piemēram
    apm. = apmēram
    t.i. = tas ir
    t.sk. = tai skaitā
    u.c. = un citi
    u.tml. utml. = un tamlīdzīgi
    utt. u.t.t. = un tā tālāk
    gab. = gabals
    tūkst. = tūkstoši
    milj. = miljoni
    a/s = ā es
    dr. = doktors
    prof. = profesors
    k-gs = kungs
    k-dze = kundze
    pirmd. = pirmdien
    otrd. = otrdien
    trešd. = trešdien
    ceturtd. = ceturtdien
    piektd. = piektdien
    sestd. = sestdien
    svētd. = svētdien
""")
_MAY_END = frozenset({"u.c.", "u.tml.", "utml.", "utt.", "u.t.t.", "kab.", "dz.", "nod.", "tūkst.", "milj."})
_SIGN_WORDS = table("""
    & = un
    # = restīte
    * = zvaigznīte
    % = procenti
    € = eiro
    + = plus
    § = paragrāfs
""")


_PRESSED = {"*": "zvaigznīti", "#": "restīti", "0": "nulli"}


def _sign(found: re.Match[str]) -> str:
    return spaced(found, _SIGN_WORDS[found[0]])


SENTENCE: tuple[Rule, ...] = (
    Rule(ADDRESS, _internet),
    rule(r"(?<!\w)24/7(?!\w)", lambda _: "visu diennakti"),
    rule(r"(?<!\w)LV-?\s?(\d{4})(?!\w)", _postcode),
    rule(_ISO_DATE, _date),
    rule(_DOTTED, _date),
    rule(
        rf"""(?:(?:€|EUR(?!\w))\s?(?P<before>{_AMOUNT}) |
        (?<![\w.,])(?P<after>{_AMOUNT})\s?(?:€|(?:EUR|eiro|euro)(?!\w)))""",
        _money,
    ),
    rule(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s?%", _percent),
    rule(r"\(?\+\d{1,3}\)?(?:[\s()-]{0,2}\d){6,12}(?!\d)", _phone),
    rule(_LATVIAN_NUMBER, _phone),
    rule(
        rf"(?P<word>(?<!\w)(?:{_PHONE_WORDS}):?\s+)(?P<number>\d(?:[\s-]?\d){{2,}})(?![\w]|[.,]\d)",
        _phone_after_word,
    ),
    Rule(re.compile(rf"(?<!\w)({_SHORT_DAY})\.?{_DASH}({_SHORT_DAY})(?:\.|(?=:?\s?\d))"), _day_range),
    rule(rf"(?<!\w)({_SHORT_DAY})\.\s?(?={_TIME})", _short_day, exact=True),
    rule(_EXACT_RANGE, _time_range),
    rule(_LOOSE_RANGE, _time_range),
    rule(_BETWEEN, _time_between),
    rule(_CLOCK_TIME, _time),
    rule(_BARE_TIME, _time),
    rule(r"(?<![\w.,])(\d{4})\.\s?g\.", _short_year),
    rule(_HOUSE, _house),
    rule(rf"(?<![\w.,])(\d{{1,9}})\s?({_UNITS})(?!\w)", _measure, exact=True),
    abbreviations(_SHORT, _MAY_END),
    rule(
        rf"(?<![\w.,])(\d{{1,4}})\.(\s?[–—/-]\s?|\s(?:un|vai|līdz)\s)(\d{{1,4}})\.(?=\s+{_WORD})",
        _ordinal_pair,
    ),
    rule(rf"(?<![\w.,])(\d{{1,4}})\.(?=\s+{_SMALL})", _ordinal),
    rule(r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?![\d]|[.,]\d)", _thousands),
    rule(rf"(?<![\w.,])(\d+){_DASH}(\d+)(?!\w)", _number_range),
    rule(r"(?<![\w.,])(\d+),(\d+)(?![\w,])", _decimal_comma),
    rule(r"(?<![\w.,])\d+(?:\.\d+)+(?!\w)", _dotted_number),
    rule(r"(?<![\w)])[-−](?=\d)", lambda _: "mīnus "),
    rule(r"(?<!\w)(\d+)\s?/\s?(\d+)(?!\w)", _slash),
    rule(rf"(?<!\w)(\d+)({_WORD})(?!\w)", _with_letter),
    Rule(re.compile(r"(?<=spiediet\s)[*#0](?!\d)"), lambda found: _PRESSED[found[0]]),
    rule(r"\d+", _plain),
    Rule(re.compile(r"[&#*%€+§]"), _sign),
)
