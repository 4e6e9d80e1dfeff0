"""Contact lists as people have them: how they are written, and what becomes of every row."""

from __future__ import annotations

import contextlib
import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.models import Company
from ivr.dialer.contacts import COLUMNS, NUMBERS, Bad, Good, contacts, numbers
from ivr.dialer.lists import Form, ListError, form, plain
from ivr.dialer.numbers import NotANumberError, e164
from ivr.dialer.ports import Consent, NewContact
from tests.company.files import example

COMPANY: Company = example().company
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
RIGA = ZoneInfo("Europe/Riga")
ANNA = "+37120000001"


def form_of(content: bytes) -> Form:
    return form(io.BytesIO(content), COLUMNS, "number", COMPANY.languages)


def read(content: bytes | str) -> list[Good | Bad]:
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    return list(contacts(stream, form(stream, COLUMNS, "number", COMPANY.languages), COMPANY, NOW))


def only(content: bytes | str) -> NewContact:
    (row,) = read(content)
    assert isinstance(row, Good), row
    return row.contact


def bad(content: bytes | str) -> Bad:
    (row,) = read(content)
    assert isinstance(row, Bad), row
    return row


# How a list is written

LATVIAN = "Tālrunis;Vārds\r\n20000001;Ķirsis Ģērmanis\r\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-bom", "cp1257", "iso8859_13", "utf-16-le"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_is_found(encoding: str) -> None:
    if encoding == "utf-16-be-bom":
        content = ("\ufeff" + LATVIAN).encode("utf-16-be")
    else:
        content = LATVIAN.encode(encoding)
    assert only(content).name == "Ķirsis Ģērmanis"


def test_an_old_encoding_is_told_by_letters_far_below() -> None:
    rows = "".join(f"+3712000{i:04d},Anna\n" for i in range(9000)).encode()
    last = "+37129999999,Pēteris Ūdris\n".encode("cp1257")
    found = read(b"number,name\n" + rows + last)
    assert len(found) == 9001
    assert isinstance(found[-1], Good)
    assert found[-1].contact.name == "Pēteris Ūdris"


def test_another_countrys_letters_are_left_to_the_library() -> None:
    text = "number;name\n" + "".join(
        f"+4812000{n:04d};{name}\n" for n, name in enumerate(["Łukasz Gęś", "Świętosław Źrebię", "Żółć"] * 5)
    )
    rows = read(text.encode("cp1250"))
    assert {row.contact.name for row in rows if isinstance(row, Good)} >= {"Łukasz Gęś"}


DELIMITERS = [
    ("number,name\n20000001,Anna\n", ","),
    ("number;name\n20000001;Anna\n", ";"),
    ("number\tname\n20000001\tAnna\n", "\t"),
    ("number|name\n20000001|Anna\n", "|"),
    ("sep=|\nnumber|name\n20000001|Anna\n", "|"),
    ("\n\nnumber;name, of all\n20000001;Anna\n", ";"),
    ('"number";"name"\n"20000001";"Anna"\n', ";"),
    ("sep=;\nnumber;a,b,c,d,e\n20000001;Anna", ";"),
]


@pytest.mark.parametrize(("text", "delimiter"), DELIMITERS)
def test_the_delimiter_is_found(text: str, delimiter: str) -> None:
    assert form_of(text.encode()).delimiter == delimiter
    assert only(text).number == ANNA


HEADINGS = [
    ("number", "number"),
    ("Tālrunis", "number"),
    ("TĀLRUŅA NUMURS", "number"),
    ("phone number", "number"),
    (" Mobile ", "number"),
    ("Vārds, uzvārds", "name"),
    ("uzvārds", "surname"),
    ("Valoda", "language"),
    ("time-zone", "zone"),
    ("Laika josla", "zone"),
    ("Klients", "person"),
    ("customer_id", "person"),
    ("Piekrišanas avots", "consent_source"),
    ("piekrišanas datums", "consent_date"),
]


@pytest.mark.parametrize(("heading", "field"), HEADINGS)
def test_headings_are_known_in_english_and_latvian(heading: str, field: str) -> None:
    others = "" if field == "number" else ";number"
    found = form_of(f'"{heading}"{others}\n'.encode())
    assert found.columns[field] == 0
    assert found.ignored == ()


def test_every_heading_is_written_as_it_is_compared() -> None:
    for field, names in COLUMNS.items():
        assert all(plain(name) == name for name in (field, *names))
    every = [name for names in COLUMNS.values() for name in names]
    assert len(set(every)) == len(every)


def test_what_is_missing_and_what_is_ignored_is_told() -> None:
    found = form_of("Tālrunis;Atlaide;;Vārds\n".encode())
    assert found.ignored == ("Atlaide",)
    assert found.missing == ("surname", "language", "zone", "person", "consent_source", "consent_date")


def test_numbers_one_a_line_need_no_header() -> None:
    rows = read("20000001\n\n+371 2000 0002\n")
    assert [(row.line, row.contact.number) for row in rows if isinstance(row, Good)] == [
        (1, ANNA),
        (3, "+37120000002"),
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The list is empty"),
        (b"\xef\xbb\xbf", "The list is empty"),
        (b"\n \n", "The list is empty"),
        (b"name,age\nAnna,5\n", "No column is called number. The header has: name, age."),
        (b"name\nAnna\n", "No column is called number"),
        (b"20000001,Anna\n", "No column is called number"),
        ("tālrunis,phone\n1,2\n".encode(), "Two columns are number: tālrunis and phone."),
        (bytes(range(256)) * 10, "is not a text|No column is called number|The list is empty"),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(ListError, match=says):
        read(content)


def test_a_quotation_mark_that_never_closes_stops_the_reading() -> None:
    with pytest.raises(ListError, match="A quotation mark opens on line 3 and never closes"):
        read('number,name\n20000001,Anna\n20000002,"Jānis\n20000003,Ilze\n')


# Rows

FULL = (
    "number,name,surname,language,zone,person,consent_source,consent_date\n"
    "20000001,Anna,Bērziņa,LV,Europe/Riga,C-17,contract 2026-117,2026-02-01\n"
)


def test_a_full_row_is_a_contact() -> None:
    assert only(FULL) == NewContact(
        number=ANNA,
        person="C-17",
        name="Anna Bērziņa",
        language="lv",
        zone="Europe/Riga",
        consent=Consent("contract 2026-117", datetime(2026, 2, 1, tzinfo=RIGA)),
    )


def test_a_row_may_hold_a_number_only() -> None:
    assert only("number,name,language\n20000001\n") == NewContact(ANNA, ANNA, None, None, None, None)


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("number", "", "the telephone number is missing"),
        ("number", "123", '"123" is not a telephone number'),
        ("number", "call me", "is not a telephone number"),
        ("number", "3.71E+10", "shortened by a spreadsheet"),
        ("number", "3,71E+10", "shortened by a spreadsheet"),
        ("number", "90000000", "premium-rate"),
        ("number", "112", "is not a telephone number"),
        ("number", "20000001 ext 5", "is not a telephone number"),
        ("number", "2" * 300, "2…"),
        ("language", "de", 'the company does not speak "de"; write lv or en'),
        ("language", "krievu", "does not speak"),
        ("zone", "Riga", '"Riga" is not a time zone'),
        ("zone", "../../etc/passwd", "is not a time zone"),
        ("name", "x" * 201, "the name has 201 characters"),
        ("person", "x" * 201, "the person has 201 characters"),
        ("consent_source", "web form", "it has a consent_source and no consent_date"),
        ("consent_date", "2026-01-01", "it has a consent_date and no consent_source"),
    ],
)
def test_a_cell_that_cannot_be_used_names_the_reason(column: str, cell: str, says: str) -> None:
    cells = {"number": "20000001", column: cell}
    row = bad(f"{';'.join(cells)};x\n{';'.join(cells.values())}\n" if cell else "number;name\n;Anna\n")
    assert row.line == 2
    assert not row.repeats
    assert says in row.wrong


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-02-01", (2026, 2, 1)),
        ("2026-2-1", (2026, 2, 1)),
        ("2026-02-01 13:45:00", (2026, 2, 1)),
        ("2026-02-01T13:45:00", (2026, 2, 1)),
        ("01.02.2026", (2026, 2, 1)),
        ("1. 2. 2026.", (2026, 2, 1)),
        ("24.11.2026", (2026, 11, 24)),
    ],
)
def test_dates_of_consent(cell: str, day: tuple[int, int, int]) -> None:
    consent = only(f"number;consent;consent_date\n20000001;web form;{cell}\n").consent
    assert consent == Consent("web form", datetime(*day, tzinfo=RIGA))


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("01/02/2026", "write it as 2026-11-24 or 24.11.2026"),
        ("2026-02-30", "is not a date"),
        ("yes", "is not a date"),
        ("2026-11-25", "has not come yet"),
    ],
)
def test_no_dates_of_consent(cell: str, says: str) -> None:
    assert says in bad(f"number;consent;consent_date\n20000001;web form;{cell}\n").wrong


def test_a_row_that_repeats_an_earlier_one_loses_nothing() -> None:
    first, again = read("number,name\n20000001,Anna\n+371 20000001,Anna\n")
    assert isinstance(first, Good)
    assert again == Bad(3, "it repeats line 2.", repeats=True)


def test_a_number_with_other_data_is_for_the_operator_to_decide() -> None:
    _, again = read("number,name\n20000001,Anna\n+37120000001,Ilze\n")
    wrong = "+37120000001 is on line 2 already, with other data; keep one of the two."
    assert again == Bad(3, wrong)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("number,name\n\n20000001,Anna\n,,\n20000002,Ilze\n", [3, 5]),
        ('number,name\n20000001,"Anna\nBērziņa"\n20000002,Ilze\n', [2, 4]),
        ("sep=,\nnumber,name\n20000001,A\n20000002,B\n", [3, 4]),
        ("number,name\r20000001,A\r20000002,B\r", [2, 3]),
    ],
)
def test_lines_are_those_of_the_file(text: str, lines: list[int]) -> None:
    assert [row.line for row in read(text)] == lines


def test_a_name_is_one_line_without_anything_that_steers() -> None:
    assert only('number,name\n20000001,"Anna\n\x1b[31m \u202eB\x00"\n').name == "Anna [31m B"


def test_a_row_with_more_cells_than_the_header_is_refused() -> None:
    assert (
        "more cells than the header; put a text that contains , into"
        in bad("number,name\n20000001,A,B\n").wrong
    )
    assert "contains a tab" in bad("number\tname\n20000001\tA\tB\n").wrong
    assert only("number,name\n20000001,A,, \n").name == "A"


def test_a_row_that_breaks_the_rules_of_quoting_does_not_stop_the_others() -> None:
    broken, good = read('number,name\n20000001,"Anna"x\n20000002,Ilze\n')
    assert isinstance(broken, Bad)
    assert "check its quotation marks" in broken.wrong
    assert isinstance(good, Good)
    assert (broken.line, good.line) == (2, 3)


def test_a_character_that_the_encoding_lacks_is_told() -> None:
    content = "number,name\n20000002,Ģērmanis Āķītis-Ūķis-Žūžiņš\n".encode("cp1257") + b"20000001,A\x81\n"
    found = [row for row in read(content) if isinstance(row, Bad)]
    assert [row.line for row in found] == [3]
    assert "characters that cp1257 does not know" in found[0].wrong


def test_rows_come_as_they_are_read() -> None:
    stream = io.BytesIO(b"number\n" + b"".join(b"+3712%07d\n" % n for n in range(20_000)))
    rows = contacts(stream, form(stream, COLUMNS, "number"), COMPANY, NOW)
    assert next(rows) == Good(2, NewContact("+37120000000", "+37120000000", None, None, None, None))
    assert stream.tell() < 20_000
    rows.close()
    assert not stream.closed


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=120).map(lambda text: f"number;name\n{text}".encode()))
def test_no_file_does_worse_than_a_reason(content: bytes) -> None:
    with contextlib.suppress(ListError):
        for row in read(content):
            assert row.line >= 1
            assert isinstance(row, Good) or row.wrong.endswith(".")


# Lists of numbers


def numbers_of(text: str) -> list[tuple[int, str] | Bad]:
    stream = io.BytesIO(text.encode())
    return list(numbers(stream, form(stream, NUMBERS, "number"), "LV"))


def test_a_list_of_numbers_is_each_once() -> None:
    assert numbers_of("20000001\n+371 2000 0001\n20000002\n") == [(1, ANNA), (3, "+37120000002")]
    assert numbers_of("name;tālrunis\nAnna;20000001\n") == [(2, ANNA)]


def test_a_bad_number_names_its_line() -> None:
    first, second, third = numbers_of('phone,x\n12,a\n20000001,"b"c\n20000002,d\n')
    assert first == Bad(2, '"12" is not a telephone number; write it like +37120000000.')
    assert isinstance(second, Bad)
    assert third == (4, "+37120000002")


# Numbers


@pytest.mark.parametrize(
    "written",
    [
        "+37120000001",
        "20000001",
        " 2000 0001 ",
        "0037120000001",
        "+371 (20) 000-001",
        "+371\u00a020\u2011000\u2011001",
        "tel:+37120000001",
        '="+37120000001"',
        "'+37120000001",
        "+371.20.000.001",
    ],
)
def test_numbers_as_people_write_them(written: str) -> None:
    assert e164(written, "LV") == ANNA


def test_a_number_without_a_country_code_is_of_the_companys_country() -> None:
    assert e164("07400 123456", "GB") == "+447400123456"
    assert e164("+1 212 555 2368", "LV") == "+12125552368"


@pytest.mark.parametrize(
    "written", ["", "  ", "=", "+", "()", "+0", "++37120000001", "1+1", "=cmd|'/C calc'!A0"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(NotANumberError):
        e164(written, "LV")
