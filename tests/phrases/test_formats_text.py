"""Whole sentences as operators write them, in words."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivr.company.models import Hours, Span
from ivr.phrases import formats
from tests.phrases.test_formats import RIGA

LATVIAN = {
    # addresses
    "Brīvības ielā 21a, Rīgā, LV-1010.": (
        "Brīvības ielā divdesmit viens ā, Rīgā, el vē, viens nulle viens nulle."
    ),
    "Brīvības iela 21-4, otrais stāvs": "Brīvības iela divdesmit viens, četri, otrais stāvs",
    "Ozolu iela 5 k-2": "Ozolu iela pieci, korpuss divi",
    "Brīvības ielā 21a. Laipni lūdzam.": "Brīvības ielā divdesmit viens ā. Laipni lūdzam.",
    "Brīvības ielā 21. Laipni lūdzam.": "Brīvības ielā divdesmit viens. Laipni lūdzam.",
    "Brīvības ielā 2. stāvā": "Brīvības ielā otrajā stāvā",
    "kabinets Nr. 201, nr.5, dz. 4": "kabinets Numurs divi simti viens, numurs pieci, dzīvoklis četri",
    # the clock
    "no 9.00 līdz 18.00": "no pulksten deviņiem līdz pulksten astoņpadsmitiem",
    "darba dienās plkst. 9.00–18.00": "darba dienās no pulksten deviņiem līdz pulksten astoņpadsmitiem",
    "8:00 - 17:30": "no pulksten astoņiem līdz pulksten septiņpadsmitiem trīsdesmit",
    "no plkst. 9 līdz 18": "no pulksten deviņiem līdz pulksten astoņpadsmitiem",
    "Nāciet plkst. 9.": "Nāciet pulksten deviņos.",
    "Nāciet plkst 9": "Nāciet pulksten deviņos",
    "Nāciet pulksten 21.45.": "Nāciet pulksten divdesmit vienos četrdesmit piecās.",
    "Sākam 9.05": "Sākam pulksten deviņos nulle piecās",
    "pēc 15:00": "pēc pulksten piecpadsmitiem",
    "līdz plkst. 24.00": "līdz pusnaktij",
    "starp 9.00 un 12.00": "starp pulksten deviņiem un pulksten divpadsmitiem",
    "vilcieni 9.00 un 12.00": "vilcieni pulksten deviņos un pulksten divpadsmitos",
    "P.–Pk. 9.00–18.00": "no pirmdienas līdz piektdienai no pulksten deviņiem līdz pulksten astoņpadsmitiem",
    "S. 10.00": "sestdien pulksten desmitos",
    "24/7": "visu diennakti",
    # dates
    "27.11.2026. plkst. 15.30": (
        "divi tūkstoši divdesmit sestā gada divdesmit septītajā novembrī pulksten piecpadsmitos trīsdesmit"
    ),
    "Līdz 27.11.2026. Pēc tam nē.": (
        "Līdz divi tūkstoši divdesmit sestā gada divdesmit septītajam novembrim. Pēc tam nē."
    ),
    "27. novembrī": "divdesmit septītajā novembrī",
    "2026. gada 1. maijā": "divi tūkstoši divdesmit sestā gada pirmajā maijā",
    "no 27. aprīļa līdz 3. maijam": "no divdesmit septītā aprīļa līdz trešajam maijam",
    "no 1.4. līdz 2.5.": "no pirmā aprīļa līdz otrajam maijam.",
    "no 27. līdz 29. jūnijam": "no divdesmit septītā līdz divdesmit devītajam jūnijam",
    "no 1. līdz 2. klasei": "no pirmās līdz otrajai klasei",
    "27.–29. jūnijā": "divdesmit septītajā līdz divdesmit devītajā jūnijā",
    "1. un 2. jūnijā": "pirmajā un otrajā jūnijā",
    "2026./2027. gada": "divi tūkstoši divdesmit sestā, divi tūkstoši divdesmit septītā gada",
    "uz 1. maiju": "uz pirmo maiju",
    "2026-11-27": "divi tūkstoši divdesmit sestā gada divdesmit septītajā novembrī",
    "kopš 2000. gada": "kopš divtūkstošā gada",
    "2020. g. sākām": "divi tūkstoši divdesmitajā gadā sākām",
    "45.13.2026": "četrdesmit pieci punkts trīspadsmit punkts divi tūkstoši divdesmit seši",
    # telephone numbers, internet
    "Zvaniet +371 67 000 201 vai 67000202.": (
        "Zvaniet plus trīs septiņi viens, seši septiņi, nulle nulle nulle, divi nulle viens "
        "vai seši septiņi, nulle nulle nulle, divi nulle divi."
    ),
    "(+371) 67000201": "plus trīs septiņi viens, seši septiņi, nulle nulle nulle, divi nulle viens",
    "Tālr.: 67 000 201": "Tālrunis: seši septiņi, nulle nulle nulle, divi nulle viens",
    "tālr. 1188": "tālrunis viens viens astoņi astoņi",
    "Zvaniet 112.": "Zvaniet viens viens divi.",
    "info@ozols.lv": "info, et, ozols, punkts, el vē",
    "www.ozols-koks.lv/kontakti": (
        "vē vē vē, punkts, ozols, defise, koks, punkts, el vē, slīpsvītra, kontakti"
    ),
    "https://ozols.com/": "ozols, punkts, com",
    # amounts
    "9,50 €": "deviņi eiro piecdesmit centi",
    "no 5 EUR līdz 21 eiro": "no pieciem eiro līdz divdesmit vienam eiro",
    "€1,01": "viens eiro viens cents",
    "1 500 eiro": "tūkstoš pieci simti eiro",
    "100 eiro, 1000 eiro": "simt eiro, tūkstoš eiro",
    "20 % atlaide": "divdesmit procentu atlaide",
    "20 % klientu": "divdesmit procenti klientu",
    "līdz 20 %": "līdz divdesmit procentiem",
    "1 %, 5,5 %": "viens procents, pieci komats pieci procenti",
    "5 min.": "piecas minūtes.",
    "pēc 5 min. Tad": "pēc piecām minūtēm. Tad",
    "pēc 1 h": "pēc vienas stundas",
    "1 min, 3 km": "viena minūte, trīs kilometri",
    "50 m², 25 °C": "piecdesmit kvadrātmetri, divdesmit pieci grādi",
    # numbers that agree
    "2 nodaļas un 21 darbinieks": "divas nodaļas un divdesmit viens darbinieks",
    "ar 3 darba dienām": "ar trijām darba dienām",
    "5 minūšu laikā": "piecu minūšu laikā",
    "3 bērni, 3 bērnus, 3 bērniem, 3 mājās": "trīs bērni, trīs bērnus, trijiem bērniem, trijās mājās",
    "1 diena, 1 dienu, 1 dienā, 1 dienai": "viena diena, vienu dienu, vienā dienā, vienai dienai",
    "101 diena, 11 dienas": "simt viena diena, vienpadsmit dienas",
    "līdz 5": "līdz pieciem",
    "1 vai 2": "viens vai divi",
    "2-3 dienas": "divas līdz trīs dienas",
    "3. kabinets, 1. klases skolēns": "trešais kabinets, pirmās klases skolēns",
    "3,5 gadi": "trīs komats pieci gadi",
    "-5 grādi": "mīnus pieci grādi",
    "1/2": "viens slīpsvītra divi",
    "kods 007": "kods nulle nulle septiņi",
    "1234567890": "viens divi trīs četri pieci seši septiņi astoņi deviņi nulle",
    "A4 un B2B un 4G": "A četri un B divi B un četri gā",
    "12 345": "divpadsmit tūkstoši trīs simti četrdesmit pieci",
    # signs and abbreviations
    "Nospiediet # vai *": "Nospiediet restīti vai zvaigznīte",
    "Nospiediet 0": "Nospiediet nulli",
    "SIA Ozols & Koks": "SIA Ozols un Koks",
    "Piem., šis utt. Un tas u. c.": "Piemēram, šis un tā tālāk. Un tas un citi.",
    "A/S Koks": "Ā es Koks",
    "pirmd. un svētd.": "pirmdien un svētdien",
}
ENGLISH = {
    "21a Brivibas Street, LV-1010": "twenty-one A Brivibas Street, L V, one zero one zero",
    "near St. James, on Elizabetes St. today": "near Saint James, on Elizabetes Street today",
    "at 21 Brivibas St. Riga": "at twenty-one Brivibas Street. Riga",
    "from 9:00 to 18:00": "from nine in the morning to six in the evening",
    "Mon–Fri 9.00–18.00": "Monday to Friday nine in the morning to six in the evening",
    "Sat 10:00, Thurs. 9:00": "Saturday ten in the morning, Thursday nine in the morning",
    "9am-6pm": "nine in the morning to six in the evening",
    "9–5 pm": "nine in the morning to five in the afternoon",
    "2-6 p.m. Come": "two in the afternoon to six in the evening. Come",
    "9–17:00": "nine in the morning to five in the afternoon",
    "at 9.30 or 12 a.m.": "at nine thirty in the morning or midnight.",
    "24:00, 12pm, 13 pm": "midnight, noon, one in the afternoon",
    "on 27 November 2026 at 15:30": (
        "on the twenty-seventh of November, twenty twenty-six at three thirty in the afternoon"
    ),
    "27/11/2026 and 2026-11-28": (
        "the twenty-seventh of November, twenty twenty-six "
        "and the twenty-eighth of November, twenty twenty-six"
    ),
    "the 1st of May, Nov 27, 3 Jan.": (
        "the first of May, the twenty-seventh of November, the third of January."
    ),
    "31 February": "thirty-one February",
    "Call +371 67 000 201 or 67000202.": (
        "Call plus three seven one, six seven, zero zero zero, two zero one "
        "or six seven, zero zero zero, two zero two."
    ),
    "ext. 201, call 112": "extension two zero one, call one one two",
    "info@ozols.lv": "info, at, ozols, dot, L V",
    "www.ozols.lv": "W W W, dot, ozols, dot, L V",
    "€9.50, 1 EUR, £1.01, $2": "nine euros and fifty cents, one euro, one pound and one penny, two dollars",
    "20%, 5.5 %": "twenty percent, five point five percent",
    "No. 5 and no. No. Yes": "number five and no. No. Yes",
    "Ozols Ltd. is, e.g. this, etc.": "Ozols Limited is, for example this, and so on.",
    "Mr. Smith & Dr Jones": "Mister Smith and Doctor Jones",
    "1st, 2nd, 21st": "first, second, twenty-first",
    "since 1998, in 2026, 1,500 people": (
        "since nineteen ninety-eight, in twenty twenty-six, one thousand, five hundred people"
    ),
    "2-3 days, 21-4": "two to three days, twenty-one, four",
    "5 min, 1 h, 25 °C": "five minutes, one hour, twenty-five degrees",
    "-5 and 1/2 and 3.14 and 1.2.3": (
        "minus five and one slash two and three point one four and one point two point three"
    ),
    "code 007, A4, press #": "code zero zero seven, A four, press hash",
    "24/7": "twenty-four seven",
}


@pytest.mark.parametrize(("text", "said"), LATVIAN.items())
def test_latvian_sentences(text: str, said: str) -> None:
    assert formats.spoken("lv", text) == said


@pytest.mark.parametrize(("text", "said"), ENGLISH.items())
def test_english_sentences(text: str, said: str) -> None:
    assert formats.spoken("en", text) == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lv", "Labdien! Kā varu Jums palīdzēt?"),
        ("lv", 'Ģirts Čakste, šūpuļzirdziņš; "pēdiņas" – domuzīme (iekavas).'),
        ("en", "Good afternoon. How can I help you? – It's fine."),
        ("en", "The cost of no one's hat"),
        ("en", "五月 and Ω"),
    ],
)
def test_words_are_left_alone(language: str, text: str) -> None:
    assert formats.spoken(language, text) == text


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_unusual_digit_is_a_digit(language: str) -> None:
    said = formats.spoken(language, "² ٣ ④ ½")
    assert said == formats.spoken(language, "2 3 4 1/2")


# Properties

languages = st.sampled_from(["lv", "en"])
PIECES = """
    plkst. 9.00 18:30 27.11. 27. novembrī 2026 +371 67000201 201 - – % € # * @ www. ozols.lv . , Nr. St. p.m.
    utt. u.c. iela 21a k-2 no līdz un Mon Fri 1st ½ ² ٣ Ⅷ 1,500 3,5 007
"""
pieces = st.sampled_from([*PIECES.split(), " ", " ", " "])
sentences = st.one_of(st.text(max_size=40), st.lists(pieces, max_size=12).map("".join))
moments = st.datetimes(min_value=datetime(1901, 1, 1), max_value=datetime(2199, 12, 31))  # noqa: DTZ001 - zone below
spans = st.tuples(st.integers(0, 1438), st.integers(1, 1440)).filter(lambda pair: pair[0] < pair[1])
weeks = st.lists(st.lists(spans, max_size=1), min_size=7, max_size=7).filter(any)


def is_in_words(text: str) -> bool:
    return not any(sign.isdigit() for sign in text) and not re.search("plkst", text, re.IGNORECASE)


@given(languages, sentences)
def test_what_is_spoken_is_in_words_and_stays_so(language: str, text: str) -> None:
    said = formats.spoken(language, text)
    assert not any(sign.isdigit() for sign in said)
    assert formats.spoken(language, said) == said


@given(languages, moments, st.integers(-400, 400))
def test_every_moment_is_in_words(language: str, naive: datetime, days: int) -> None:
    when = naive.replace(tzinfo=RIGA)
    wording = formats.moment(language, when, (when - timedelta(days=days)).date())
    assert is_in_words(wording.spoken)
    assert formats.spoken(language, wording.spoken) == wording.spoken


@given(languages, st.times())
def test_every_time_is_said_the_same_from_the_screen(language: str, at: time) -> None:
    wording = formats.clock_time(language, at)
    assert is_in_words(wording.spoken)
    assert formats.spoken(language, wording.text) == wording.spoken


@given(languages, st.integers(-(10**9), 10**9))
def test_every_number_is_in_words(language: str, value: int) -> None:
    assert is_in_words(formats.number(language, value).spoken)


@given(languages, st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True))
def test_every_telephone_number_says_each_digit_once(language: str, number: str) -> None:
    wording = formats.phone(language, number)
    digits = [sign for sign in number if sign.isdigit()]
    assert wording.spoken.replace(",", "").split()[1:] == [
        formats.key(language, sign).spoken for sign in digits
    ]


@given(languages, weeks)
def test_every_week_is_in_words(language: str, week: list[list[tuple[int, int]]]) -> None:
    hours = Hours(week=tuple(tuple(_span(*pair) for pair in day) for day in week))
    assert is_in_words(formats.week(language, hours).spoken)


def _span(start: int, end: int) -> Span:
    return Span(start=time(start // 60, start % 60), end=time(end // 60 % 24, end % 60))
