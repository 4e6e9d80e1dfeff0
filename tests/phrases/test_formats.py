"""Times, dates, numbers, telephone numbers and opening hours in both forms, in both languages."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from ivr.company.models import Hours, Span
from ivr.errors import OperatorError
from ivr.phrases import formats

RIGA = ZoneInfo("Europe/Riga")
TODAY = date(2026, 11, 2)


def wide(*spans: str) -> tuple[Span, ...]:
    """Spans from "9:00-18:00"."""
    return tuple(Span(start=_time(span.split("-")[0]), end=_time(span.split("-")[1])) for span in spans)


def _time(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


# The clock

HOURS_LV = {
    1: "vienos",
    2: "divos",
    3: "trijos",
    4: "četros",
    5: "piecos",
    6: "sešos",
    7: "septiņos",
    8: "astoņos",
    9: "deviņos",
    10: "desmitos",
    11: "vienpadsmitos",
    12: "divpadsmitos",
    13: "trīspadsmitos",
    14: "četrpadsmitos",
    15: "piecpadsmitos",
    16: "sešpadsmitos",
    17: "septiņpadsmitos",
    18: "astoņpadsmitos",
    19: "deviņpadsmitos",
    20: "divdesmitos",
    21: "divdesmit vienos",
    22: "divdesmit divos",
    23: "divdesmit trijos",
}
MINUTES_LV = {
    1: "nulle vienā",
    2: "nulle divās",
    3: "nulle trijās",
    5: "nulle piecās",
    9: "nulle deviņās",
    10: "desmit",
    11: "vienpadsmit",
    15: "piecpadsmit",
    20: "divdesmit",
    21: "divdesmit vienā",
    22: "divdesmit divās",
    23: "divdesmit trijās",
    25: "divdesmit piecās",
    30: "trīsdesmit",
    34: "trīsdesmit četrās",
    41: "četrdesmit vienā",
    45: "četrdesmit piecās",
    50: "piecdesmit",
    59: "piecdesmit deviņās",
}


@pytest.mark.parametrize(("hour", "words"), HOURS_LV.items())
def test_every_full_hour_in_latvian(hour: int, words: str) -> None:
    wording = formats.clock_time("lv", time(hour))
    assert (wording.text, wording.spoken) == (f"plkst. {hour}.00", f"pulksten {words}")


@pytest.mark.parametrize(("minute", "words"), MINUTES_LV.items())
def test_minutes_in_latvian(minute: int, words: str) -> None:
    wording = formats.clock_time("lv", time(9, minute))
    assert (wording.text, wording.spoken) == (f"plkst. 9.{minute:02}", f"pulksten deviņos {words}")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0), "pusnaktī"),
        (time(0, 1), "vienu minūti pēc pusnakts"),
        (time(0, 11), "vienpadsmit minūtes pēc pusnakts"),
        (time(0, 22), "divdesmit divas minūtes pēc pusnakts"),
        (time(0, 30), "trīsdesmit minūtes pēc pusnakts"),
    ],
)
def test_the_hour_after_midnight_in_latvian(at: time, words: str) -> None:
    assert formats.clock_time("lv", at).spoken == words


@pytest.mark.parametrize(
    ("at", "text", "words"),
    [
        (time(0), "0:00", "midnight"),
        (time(0, 30), "0:30", "twelve thirty at night"),
        (time(1), "1:00", "one in the morning"),
        (time(9), "9:00", "nine in the morning"),
        (time(9, 5), "9:05", "nine oh five in the morning"),
        (time(11, 59), "11:59", "eleven fifty-nine in the morning"),
        (time(12), "12:00", "noon"),
        (time(12, 15), "12:15", "twelve fifteen in the afternoon"),
        (time(13), "13:00", "one in the afternoon"),
        (time(15, 30), "15:30", "three thirty in the afternoon"),
        (time(17, 59), "17:59", "five fifty-nine in the afternoon"),
        (time(18), "18:00", "six in the evening"),
        (time(21, 45), "21:45", "nine forty-five in the evening"),
        (time(22), "22:00", "ten at night"),
        (time(23, 59, 30), "23:59", "eleven fifty-nine at night"),
    ],
)
def test_the_clock_in_english(at: time, text: str, words: str) -> None:
    wording = formats.clock_time("en", at)
    assert (wording.text, wording.spoken) == (f"at {text}", f"at {words}")


# Days

MONTHS_LV = [
    "janvārī",
    "februārī",
    "martā",
    "aprīlī",
    "maijā",
    "jūnijā",
    "jūlijā",
    "augustā",
    "septembrī",
    "oktobrī",
    "novembrī",
    "decembrī",
]
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS_LV = [
    *[
        "pirmajā",
        "otrajā",
        "trešajā",
        "ceturtajā",
        "piektajā",
        "sestajā",
        "septītajā",
        "astotajā",
        "devītajā",
        "desmitajā",
    ],
    *[
        "vienpadsmitajā",
        "divpadsmitajā",
        "trīspadsmitajā",
        "četrpadsmitajā",
        "piecpadsmitajā",
        "sešpadsmitajā",
    ],
    *["septiņpadsmitajā", "astoņpadsmitajā", "deviņpadsmitajā", "divdesmitajā"],
    *(
        f"divdesmit {day}"
        for day in ["pirmajā", "otrajā", "trešajā", "ceturtajā", "piektajā", "sestajā", "septītajā"]
    ),
    *("divdesmit astotajā", "divdesmit devītajā", "trīsdesmitajā", "trīsdesmit pirmajā"),
]
DAYS_EN = [
    *[
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
    ],
    *["fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"],
    *(
        f"twenty-{day}"
        for day in ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
    ),
    *("thirtieth", "thirty-first"),
]
WEEKDAYS_LV = ["pirmdien", "otrdien", "trešdien", "ceturtdien", "piektdien", "sestdien", "svētdien"]
WEEKDAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@pytest.mark.parametrize("day", range(1, 32))
def test_every_day_of_a_month(day: int) -> None:
    on, today = date(2026, 12, day), date(2026, 6, 1)
    latvian, english = formats.day("lv", on, today), formats.day("en", on, today)
    assert latvian.text == f"{WEEKDAYS_LV[on.weekday()]}, {day}. decembrī"
    assert latvian.spoken == f"{WEEKDAYS_LV[on.weekday()]}, {DAYS_LV[day - 1]} decembrī"
    assert english.text == f"on {WEEKDAYS_EN[on.weekday()]}, {day} December"
    assert english.spoken == f"on {WEEKDAYS_EN[on.weekday()]}, the {DAYS_EN[day - 1]} of December"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month(month: int) -> None:
    on, today = date(2026, month, 20), date(2026, month, 1)
    assert formats.day("lv", on, today).spoken.endswith(f"divdesmitajā {MONTHS_LV[month - 1]}")
    assert formats.day("en", on, today).spoken.endswith(f"twentieth of {MONTHS_EN[month - 1]}")


@pytest.mark.parametrize(
    ("days", "latvian", "english"),
    [(-1, "vakar", "yesterday"), (0, "šodien", "today"), (1, "rīt", "tomorrow")],
)
def test_days_near_today_have_names(days: int, latvian: str, english: str) -> None:
    on = TODAY + timedelta(days=days)
    assert formats.day("lv", on, TODAY).text == formats.day("lv", on, TODAY).spoken == latvian
    assert formats.day("en", on, TODAY).text == formats.day("en", on, TODAY).spoken == english


@pytest.mark.parametrize(
    ("year", "latvian", "english"),
    [
        (1999, "tūkstoš deviņi simti deviņdesmit devītā", "nineteen ninety-nine"),
        (2000, "divtūkstošā", "two thousand"),
        (2001, "divi tūkstoši pirmā", "two thousand and one"),
        (2011, "divi tūkstoši vienpadsmitā", "twenty eleven"),
        (2020, "divi tūkstoši divdesmitā", "twenty twenty"),
        (2027, "divi tūkstoši divdesmit septītā", "twenty twenty-seven"),
        (2100, "divi tūkstoši simtā", "twenty-one hundred"),
        (1900, "tūkstoš deviņsimtā", "nineteen hundred"),
    ],
)
def test_another_year_is_named(year: int, latvian: str, english: str) -> None:
    on = date(year, 3, 5)
    lv, en = formats.day("lv", on, TODAY), formats.day("en", on, TODAY)
    weekday = on.weekday()
    assert lv.text == f"{WEEKDAYS_LV[weekday]}, {year}. gada 5. martā"
    assert lv.spoken == f"{WEEKDAYS_LV[weekday]}, {latvian} gada piektajā martā"
    assert en.text == f"on {WEEKDAYS_EN[weekday]}, 5 March {year}"
    assert en.spoken == f"on {WEEKDAYS_EN[weekday]}, the fifth of March, {english}"


def test_a_moment_is_a_day_and_a_time() -> None:
    when = datetime(2026, 11, 27, 15, 30, tzinfo=RIGA)
    latvian, english = formats.moment("lv", when, TODAY), formats.moment("en", when, TODAY)
    assert latvian.text == "piektdien, 27. novembrī, plkst. 15.30"
    assert latvian.spoken == "piektdien, divdesmit septītajā novembrī, pulksten piecpadsmitos trīsdesmit"
    assert english.text == "on Friday, 27 November, at 15:30"
    assert english.spoken == "on Friday, the twenty-seventh of November, at three thirty in the afternoon"


def test_a_moment_today() -> None:
    when = datetime(2026, 11, 2, 9, 0, tzinfo=RIGA)
    latvian, english = formats.moment("lv", when, TODAY), formats.moment("en", when, TODAY)
    assert (latvian.text, latvian.spoken) == ("šodien, plkst. 9.00", "šodien, pulksten deviņos")
    assert (english.text, english.spoken) == ("today at 9:00", "today at nine in the morning")


@pytest.mark.parametrize(
    ("whens", "latvian", "english"),
    [
        (
            ("2026-11-03T09:00", "2026-11-03T15:30", "2026-11-06T12:00"),
            "rīt plkst. 9.00, plkst. 15.30 vai piektdien plkst. 12.00",
            "tomorrow at 9:00, at 15:30 or on Friday at 12:00",
        ),
        (
            ("2026-11-02T15:00", "2026-11-09T10:00"),
            "šodien plkst. 15.00 vai pirmdien, 9. novembrī plkst. 10.00",
            "today at 15:00 or on Monday, 9 November at 10:00",
        ),
        (("2026-11-08T10:00",), "svētdien plkst. 10.00", "on Sunday at 10:00"),
    ],
)
def test_of_moments_to_choose_from_each_day_is_said_once(whens, latvian, english) -> None:
    moments = [datetime.fromisoformat(when).replace(tzinfo=RIGA) for when in whens]
    assert formats.choice("lv", moments, TODAY).text == latvian
    assert formats.choice("en", moments, TODAY).text == english


def test_moments_to_choose_from_are_said_in_words() -> None:
    moments = [datetime(2026, 11, 3, 9, tzinfo=RIGA), datetime(2026, 11, 6, 12, tzinfo=RIGA)]
    assert formats.choice("lv", moments, TODAY).spoken == (
        "rīt pulksten deviņos vai piektdien pulksten divpadsmitos"
    )
    assert (
        formats.choice("en", moments, TODAY).spoken == "tomorrow at nine in the morning or on Friday at noon"
    )


def test_a_day_of_the_week() -> None:
    assert formats.weekday("lv", 4).spoken == "piektdien"
    assert formats.weekday("en", 4).spoken == "on Friday"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        formats.moment("lv", datetime(2026, 11, 2, 9, 0), TODAY)  # noqa: DTZ001 - what is tested


# Agreed times, and the zones in which they are


@pytest.mark.parametrize(
    ("zone", "latvian", "english"),
    [
        ("Europe/Riga", "pēc Rīgas laika", "Riga time"),
        ("Europe/London", "pēc Londonas laika", "London time"),
        ("America/New_York", "pēc Ņujorkas laika", "New York time"),
        ("US/Eastern", "pēc Ņujorkas laika", "New York time"),
        ("America/North_Dakota/Center", "pēc Senteras laika", "Center time"),
        ("America/Indiana/Indianapolis", "pēc pilsētas Indianapolis laika", "Indianapolis time"),
        ("Europe/Vilnius", "pēc Viļņas laika", "Vilnius time"),
        ("Europe/Paris", "pēc Parīzes laika", "Paris time"),
        ("Europe/Helsinki", "pēc Helsinku laika", "Helsinki time"),
        ("Europe/Athens", "pēc Atēnu laika", "Athens time"),
        ("Europe/Kyiv", "pēc Kijivas laika", "Kyiv time"),
        ("Europe/Oslo", "pēc Oslo laika", "Oslo time"),
        ("Europe/Gibraltar", "pēc Gibraltāra laika", "Gibraltar time"),
        ("America/Nuuk", "pēc pilsētas Nuuk laika", "Nuuk time"),
        ("UTC", "pēc pasaules koordinētā laika", "UTC time"),
        ("Etc/GMT+3", "pēc GMT-3 laika", "GMT-3 time"),  # three hours west of Greenwich
    ],
)
def test_a_zone_is_named_by_its_city(zone: str, latvian: str, english: str) -> None:
    when = datetime(2026, 12, 3, 14, tzinfo=ZoneInfo(zone))
    assert formats.appointment("lv", when, zone).text == f"ceturtdien, 3. decembrī, plkst. 14.00 {latvian}"
    assert formats.appointment("en", when, zone).text == f"on Thursday, 3 December, at 14:00, {english}"


def test_an_agreed_time_is_said_in_words_and_never_as_today_or_tomorrow() -> None:
    when = datetime(2026, 12, 3, 14, tzinfo=RIGA)
    latvian = "ceturtdien, trešajā decembrī, pulksten četrpadsmitos pēc Rīgas laika"
    english = "on Thursday, the third of December, at two in the afternoon, Riga time"
    assert formats.appointment("lv", when, "Europe/Riga").spoken == latvian
    assert formats.appointment("en", when, "Europe/Riga").spoken == english


@pytest.mark.parametrize("zone", sorted(available_timezones()))
def test_every_zone_has_a_name(zone: str) -> None:
    when = datetime(2026, 12, 3, 14, tzinfo=ZoneInfo(zone))
    for language in ("lv", "en"):
        assert "None" not in formats.appointment(language, when, zone).text


# Numbers, keys, telephone numbers


@pytest.mark.parametrize(
    ("value", "latvian", "english"),
    [
        (0, "nulle", "zero"),
        (1, "viens", "one"),
        (3, "trīs", "three"),
        (11, "vienpadsmit", "eleven"),
        (21, "divdesmit viens", "twenty-one"),
        (43, "četrdesmit trīs", "forty-three"),
        (100, "simts", "one hundred"),
        (101, "simt viens", "one hundred and one"),
        (111, "simt vienpadsmit", "one hundred and eleven"),
        (1000, "tūkstotis", "one thousand"),
        (1001, "tūkstoš viens", "one thousand and one"),
        (2026, "divi tūkstoši divdesmit seši", "two thousand and twenty-six"),
        (21001, "divdesmit viens tūkstotis viens", "twenty-one thousand and one"),
        (-5, "mīnus pieci", "minus five"),
    ],
)
def test_cardinals(value: int, latvian: str, english: str) -> None:
    assert formats.number("lv", value).spoken == latvian
    assert formats.number("en", value).spoken == english


def test_a_number_on_the_screen_has_its_thousands_apart() -> None:
    assert formats.number("lv", 12345).text.replace("\xa0", " ") == "12 345"
    assert formats.number("en", 12345).text == "12,345"


@pytest.mark.parametrize(
    ("sign", "latvian", "english"),
    [
        ("0", "nulle", "zero"),
        ("1", "viens", "one"),
        ("2", "divi", "two"),
        ("3", "trīs", "three"),
        ("4", "četri", "four"),
        ("5", "pieci", "five"),
        ("6", "seši", "six"),
        ("7", "septiņi", "seven"),
        ("8", "astoņi", "eight"),
        ("9", "deviņi", "nine"),
        ("*", "zvaigznīte", "star"),
        ("#", "restīte", "hash"),
    ],
)
def test_every_key(sign: str, latvian: str, english: str) -> None:
    assert (formats.key("lv", sign).text, formats.key("lv", sign).spoken) == (sign, latvian)
    assert (formats.key("en", sign).text, formats.key("en", sign).spoken) == (sign, english)


def test_what_is_no_key_has_no_name() -> None:
    with pytest.raises(KeyError):
        formats.key("lv", "a")


@pytest.mark.parametrize(
    ("text", "latvian", "english"),
    [
        ("201", "divi nulle viens", "two zero one"),
        ("12-34", "viens divi, trīs četri", "one two, three four"),
        ("a1#", "ā viens restīte", "A one hash"),
        ("x_9*", "iks, deviņi zvaigznīte", "X, nine star"),
        ("Ω7", "Ω septiņi", "Ω seven"),
        ("", "", ""),
    ],
)
def test_sign_by_sign(text: str, latvian: str, english: str) -> None:
    assert formats.digits("lv", text).spoken == latvian
    assert formats.digits("en", text).spoken == english
    assert formats.digits("lv", text).text == text


@pytest.mark.parametrize(
    ("number", "text", "latvian"),
    [
        (
            "+37167000201",
            "+371 67 000 201",
            "plus trīs septiņi viens, seši septiņi, nulle nulle nulle, divi nulle viens",
        ),
        (
            "+37061234567",
            "+370 612 34567",
            "plus trīs septiņi nulle, seši viens divi, trīs četri pieci seši septiņi",
        ),
        (
            "+3725123456",
            "+372 512 3456",
            "plus trīs septiņi divi, pieci viens divi, trīs četri pieci seši",
        ),
        (
            "+442071234567",
            "+44 20 7123 4567",
            "plus četri četri, divi nulle, septiņi viens divi trīs, četri pieci seši septiņi",
        ),
        (
            "+12125551234",
            "+1 212-555-1234",
            "plus viens, divi viens divi, pieci pieci pieci, viens divi trīs četri",
        ),
        ("+371121", "+371121", "plus trīs septiņi viens viens divi viens"),
        ("201", "201", "divi nulle viens"),
        ("anonymous", "anonymous", "ā en o en igrek em o ū es"),
    ],
)
def test_telephone_numbers(number: str, text: str, latvian: str) -> None:
    wording = formats.phone("lv", number)
    assert (wording.text, wording.spoken) == (text, latvian)


def test_a_telephone_number_in_english() -> None:
    wording = formats.phone("en", "+37167000201")
    assert wording.text == "+371 67 000 201"
    assert wording.spoken == "plus three seven one, six seven, zero zero zero, two zero one"


# Opening hours

NINE_TO_SIX, TEN_TO_TWO, ALWAYS = wide("9:00-18:00"), wide("10:00-14:00"), wide("0:00-0:00")
WITH_LUNCH, NIGHT, ODD = wide("9:00-12:30", "13:00-18:00"), wide("18:00-0:00"), wide("0:30-9:05")
LV_NINE_TO_SIX = "no pulksten deviņiem līdz pulksten astoņpadsmitiem"
EN_NINE_TO_SIX = "from nine in the morning to six in the evening"
WEEKS = [
    (
        (NINE_TO_SIX,) * 5 + (TEN_TO_TWO, ()),
        f"darba dienās {LV_NINE_TO_SIX}, sestdien no pulksten desmitiem līdz pulksten četrpadsmitiem",
        f"Monday to Friday {EN_NINE_TO_SIX}, Saturday from ten in the morning to two in the afternoon",
    ),
    ((NINE_TO_SIX,) * 5 + ((), ()), f"darba dienās {LV_NINE_TO_SIX}", f"Monday to Friday {EN_NINE_TO_SIX}"),
    ((NINE_TO_SIX,) * 7, f"katru dienu {LV_NINE_TO_SIX}", f"every day {EN_NINE_TO_SIX}"),
    ((ALWAYS,) * 7, "katru dienu visu diennakti", "every day around the clock"),
    (
        (WITH_LUNCH,) * 5 + ((), ()),
        (
            "darba dienās no pulksten deviņiem līdz pulksten divpadsmitiem trīsdesmit "
            "un no pulksten trīspadsmitiem līdz pulksten astoņpadsmitiem"
        ),
        (
            "Monday to Friday from nine in the morning to twelve thirty in the afternoon "
            "and from one in the afternoon to six in the evening"
        ),
    ),
    (
        (NINE_TO_SIX,) * 4 + (TEN_TO_TWO, (), ()),
        (
            f"no pirmdienas līdz ceturtdienai {LV_NINE_TO_SIX}, "
            "piektdien no pulksten desmitiem līdz pulksten četrpadsmitiem"
        ),
        f"Monday to Thursday {EN_NINE_TO_SIX}, Friday from ten in the morning to two in the afternoon",
    ),
    (
        (NINE_TO_SIX, (), NINE_TO_SIX, (), NINE_TO_SIX, (), ()),
        f"pirmdien, trešdien un piektdien {LV_NINE_TO_SIX}",
        f"Monday, Wednesday and Friday {EN_NINE_TO_SIX}",
    ),
    (
        (ALWAYS,) * 5 + (NIGHT, NIGHT),
        "darba dienās visu diennakti, sestdien un svētdien no pulksten astoņpadsmitiem līdz pusnaktij",
        "Monday to Friday around the clock, Saturday and Sunday from six in the evening to midnight",
    ),
    (
        ((), ODD, ODD, ODD, (), (), NINE_TO_SIX),
        (
            "no otrdienas līdz ceturtdienai no trīsdesmit minūtēm pēc pusnakts "
            f"līdz pulksten deviņiem nulle piecām, svētdien {LV_NINE_TO_SIX}"
        ),
        (
            "Tuesday to Thursday from twelve thirty at night to nine oh five in the morning, "
            f"Sunday {EN_NINE_TO_SIX}"
        ),
    ),
    (
        (NINE_TO_SIX,) * 3 + ((), NINE_TO_SIX, (), ()),
        f"no pirmdienas līdz trešdienai un piektdien {LV_NINE_TO_SIX}",
        f"Monday to Wednesday and Friday {EN_NINE_TO_SIX}",
    ),
]


@pytest.mark.parametrize(("week", "latvian", "english"), WEEKS)
def test_the_week_in_words(week: tuple[tuple[Span, ...], ...], latvian: str, english: str) -> None:
    assert formats.week("lv", Hours(week=week)).spoken == latvian
    assert formats.week("en", Hours(week=week)).spoken == english


@pytest.mark.parametrize("week", [week for week, _, _ in WEEKS])
def test_the_week_on_the_screen_says_the_same(week: tuple[tuple[Span, ...], ...]) -> None:
    for language in ("lv", "en"):
        wording = formats.week(language, Hours(week=week))
        assert formats.spoken(language, wording.text) == wording.spoken


def test_the_week_on_the_screen() -> None:
    hours = Hours(week=((NINE_TO_SIX,) * 5 + (NIGHT, ())))
    assert formats.week("lv", hours).text == (
        "darba dienās no plkst. 9.00 līdz plkst. 18.00, sestdien no plkst. 18.00 līdz plkst. 24.00"
    )
    assert (
        formats.week("en", hours).text == "Monday to Friday from 9:00 to 18:00, Saturday from 18:00 to 24:00"
    )


def test_open_on_holidays_too() -> None:
    hours = Hours(week=(ALWAYS,) * 7, on_holidays=True)
    assert formats.week("lv", hours).spoken == "katru dienu visu diennakti, arī svētku dienās"
    assert formats.week("en", hours).spoken == "every day around the clock, public holidays included"


@pytest.mark.parametrize("language", ["lv", "en"])
def test_hours_that_never_open_cannot_be_said(language: str) -> None:
    with pytest.raises(ValueError, match="never open"):
        formats.week(language, Hours(week=((),) * 7))


def test_an_unknown_language_says_where_to_add_it() -> None:
    with pytest.raises(OperatorError, match=r'"xx".*only in: en, lv.*formats/__init__\.py'):
        formats.number("xx", 1)


# The hours of one day


@pytest.mark.parametrize(
    ("on", "latvian", "english"),
    [
        (TODAY, "šodien", "today"),
        (date(2026, 11, 3), "rīt", "tomorrow"),
        (date(2026, 11, 6), "piektdien, 6. novembrī,", "on Friday, 6 November,"),
    ],
)
def test_a_day_at_the_beginning_of_a_sentence(on: date, latvian: str, english: str) -> None:
    assert formats.day_first("lv", on, TODAY).text == latvian
    assert formats.day_first("en", on, TODAY).text == english


def test_a_day_at_the_beginning_is_said_in_words() -> None:
    said = formats.day_first("en", date(2026, 11, 6), TODAY).spoken
    assert said == "on Friday, the sixth of November,"


@pytest.mark.parametrize(
    ("ahead", "latvian", "english"),
    [
        ((2,), "trešdien", "on Wednesday"),
        ((0, 1), "šodien un rīt", "today and tomorrow"),
        ((1, 3, 4), "rīt, ceturtdien un piektdien", "tomorrow, on Thursday and on Friday"),
    ],
)
def test_days_of_the_coming_week(ahead: tuple[int, ...], latvian: str, english: str) -> None:
    days = [TODAY + timedelta(days=n) for n in ahead]
    assert formats.coming_days("lv", days, TODAY).text == latvian
    assert formats.coming_days("en", days, TODAY).spoken == english


def test_the_hours_of_a_day() -> None:
    spans = wide("9:00-12:30", "13:00-17:00")
    assert formats.spans("en", spans).text == "from 9:00 to 12:30 and from 13:00 to 17:00"
    assert formats.spans("lv", wide("0:00-0:00")).spoken == "visu diennakti"
