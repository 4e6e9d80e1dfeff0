"""Faults of one file: what is found, on which line, in which words; and that all are found at once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.loader import first_valid, load, parse
from ivr.company.models import Company, Department, Number, OpenDay
from ivr.errors import FileProblems, Problem
from tests.company.files import FILE, TEXT, Fault, assert_only, changed, example, line_of, problems_of
from tests.conftest import EXAMPLE

OFFICE = 'office_hours:\n  mon-fri: "09:00-18:00"'
CALENDAR = TEXT[TEXT.index("holidays:\n") : TEXT.index("# Keys 1 to 8")]
BILLING_RINGS = '    rings: {extensions: 221, twilio: "+37167000221"}'
HOURS = TEXT[TEXT.index("    hours:                      #") : TEXT.index("    rings:\n      queue")]
SPELLING = [
    Fault(
        "unknown field",
        "    rings:\n      extensions: 200 ",
        "    rngs:\n      extensions: 200 ",
        "departments.reception.rngs",
        'Did you mean "rings"?',
    ),
    Fault("field of the company", "operator: reception", "operater: reception", "operater", '"operator"'),
    Fault(
        "field of a number",
        "{department: support, language: lv}",
        "{departmnt: support}",
        "numbers.+37167000102.departmnt",
        '"department"',
    ),
    Fault(
        "field of rings",
        "      seconds: 25",
        "      second: 25",
        "departments.sales.rings.second",
        '"seconds"',
    ),
    Fault("field of messages", "  silence: 4 ", "  silense: 4 ", "messages.silense", '"silence"'),
    Fault("field of a voice", "{words_per_minute: 140}", "{wpm: 140}", "voices.lv.wpm", "Use one of: engine"),
    Fault(
        "field of a closed day",
        "    - first: 2027-07-12",
        "    - frst: 2027-07-12",
        "holidays.closed.1.frst",
        '"first"',
    ),
    Fault(
        "a key of the product's",
        "    key: 3\n",
        "    key: 9\n",
        "departments.billing.key",
        "0, 9, * and # have fixed meanings",
    ),
    Fault("two keys in one", "    key: 3\n", "    key: 12\n", "departments.billing.key", "Use 1 to 8"),
    Fault(
        "number with spaces",
        '  "+37167000101": sales',
        '  "+371 67000101": sales',
        "numbers.+371 67000101",
        "without spaces",
    ),
    Fault(
        "number without plus",
        '  "+37167000101": sales',
        "  0067000101: sales",
        "numbers.0067000101",
        '"+37167000100"',
    ),
    Fault("id with capitals", "  info:\n", "  Info:\n", "groups.Info", "small letters"),
    Fault("country in small", "country: LV ", "country: lv ", "country", "ISO 3166"),
    Fault("language in full", "languages: [lv, en]", "languages: [latvian, en]", "languages.0", "ISO 639-1"),
    Fault(
        "extension with space",
        BILLING_RINGS,
        '    rings: "2 21"',
        "departments.billing.rings",
        "not an extension",
    ),
    Fault(
        "ring time in words",
        "      seconds: 25",
        "      seconds: long",
        "departments.sales.rings.seconds",
        '"long" is not a whole number',
    ),
    Fault(
        "ring time too short",
        "      seconds: 25",
        "      seconds: 2\n",
        "departments.sales.rings.seconds",
        "5 or more",
    ),
    Fault(
        "ring time too long",
        "      seconds: 25",
        "      seconds: 900",
        "departments.sales.rings.seconds",
        "300 or less",
    ),
    Fault(
        "neither true nor false",
        "records_calls: false",
        "records_calls: perhaps",
        "records_calls",
        "Write true or false",
    ),
    Fault("says another thing", "says: hours ", "says: weather ", "answers.hours.says", "'hours'"),
    Fault(
        "text left empty",
        "    name: {lv: adrese, en: Address}",
        '    name: {lv: " ", en: Address}',
        "answers.address.name.lv",
        "the text is empty",
    ),
    Fault(
        "text in no language",
        "    name: {lv: adrese, en: Address}",
        "    name: {}",
        "answers.address.name",
        "at least 1",
    ),
    Fault(
        "list for a text",
        "    name: {lv: adrese, en: Address}",
        "    name: [adrese]",
        "answers.address.name",
        "not a list of fields",
    ),
    Fault(
        "text for fields",
        "    name: {lv: adrese, en: Address}",
        "    name: {lv: {lv: adrese}}",
        "answers.address.name.lv",
        "is not a text",
    ),
    Fault("mapping for a list", "languages: [lv, en]", "languages: {lv: en}", "languages", "is not a list"),
    Fault(
        "text for departments' part",
        BILLING_RINGS,
        "    rings: {extensions: {a: b}}",
        "departments.billing.rings.extensions",
        "is not a list",
    ),
    Fault(
        "way of no kind",
        "{closed: message, busy: message, unanswered: message}",
        "{closed: {}}",
        "departments.reception.otherwise.closed",
        "is not a list",
    ),
    Fault(
        "missing field",
        "operator: reception\n",
        "\n",
        "operator",
        "it is missing",
        at="# The standard of the company",
    ),
    Fault(
        "field left empty",
        "operator: reception",
        "operator:\n",
        "operator",
        "it is missing",
        at="operator:\n",
    ),
    Fault(
        "host with a path", "# trunk: ", "trunk: {host: sip.example.com/x}  # ", "trunk.host", "is not a host"
    ),
    Fault("hours without days", OFFICE, 'office_hours: "09:00-18:00"', "office_hours", "on which days"),
    Fault("hours of a list", OFFICE, "office_hours: [1, 2]", "office_hours", "do not say on which days"),
    Fault(
        "unknown day",
        '  mon-fri: "09:00-18:00"',
        '  mon-fry: "09:00-18:00"',
        "office_hours.mon-fry",
        "names no day",
    ),
    Fault(
        "days backwards",
        '  mon-fri: "09:00-18:00"',
        '  fri-mon: "09:00-18:00"',
        "office_hours.fri-mon",
        "runs backwards",
    ),
    Fault(
        "day given twice",
        '  mon-fri: "09:00-18:00"',
        '  mon-thu: "09:00-18:00"\n  thu, fri: "09:00-16:00"',
        "office_hours.thu, fri",
        "thu has hours on an earlier line",
        at="thu, fri:",
    ),
    Fault(
        "hours of no time",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "9-18"',
        "office_hours.mon-fri",
        '"9" is not a time of day',
    ),
    Fault(
        "minute sixty",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "09:00-17:60"',
        "office_hours.mon-fri",
        '"17:60" is not a time',
    ),
    Fault(
        "past the day",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "09:00-24:01"',
        "office_hours.mon-fri",
        '"24:01" is not a time',
    ),
    Fault(
        "hours without end",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "09:00"',
        "office_hours.mon-fri",
        "not a span of time",
    ),
    Fault(
        "hours as a number",
        '  mon-fri: "09:00-18:00"',
        "  mon-fri: 540",
        "office_hours.mon-fri",
        "not a span of time",
    ),
    Fault(
        "hours as a list",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: ["09:00-18:00"]',
        "office_hours.mon-fri",
        "not hours of a day",
    ),
    Fault(
        "over midnight",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "22:00-06:00"',
        "office_hours.mon-fri",
        '"22:00-24:00" on this day and "00:00-06:00" on the next',
    ),
    Fault(
        "until 00:00",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "09:00-00:00"',
        "office_hours.mon-fri",
        '"09:00-24:00"',
    ),
    Fault(
        "no length",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "09:00-09:00"',
        "office_hours.mon-fri",
        '"00:00-24:00"',
    ),
    Fault(
        "spans overlap",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "09:00-13:00, 12:30-18:00"',
        "office_hours.mon-fri",
        "before the end",
    ),
    Fault(
        "spans out of order",
        '  mon-fri: "09:00-18:00"',
        '  mon-fri: "13:00-18:00, 09:00-12:00"',
        "office_hours.mon-fri",
        "Write spans in order",
    ),
    Fault("not a date", "    - day: 2027-01-04", "    - day: 4.1.2027", "holidays.closed.0", "YYYY-MM-DD"),
    Fault(
        "no such date", "    - day: 2027-01-04", "    - day: 2027-02-29", "holidays.closed.0", "YYYY-MM-DD"
    ),
    Fault(
        "number for a date",
        "    - first: 2027-07-12",
        "    - first: 86400",
        "holidays.closed.1.first",
        "YYYY-MM-DD",
    ),
    Fault(
        "open on no date",
        '    2026-12-23: "09:00-14:00"',
        '    23.12.2026: "09:00-14:00"',
        "holidays.open.23.12.2026",
        "YYYY-MM-DD",
    ),
    Fault(
        "open at no time",
        '    2026-12-23: "09:00-14:00"',
        '    2026-12-23: "short"',
        "holidays.open.2026-12-23",
        "not a span",
    ),
    Fault(
        "open without hours",
        '    2026-12-23: "09:00-14:00"',
        "    2026-12-23:",
        "holidays.open.2026-12-23",
        "has no hours",
    ),
    Fault("calendar of a word", CALENDAR, "holidays: none\n", "holidays", "not a list of fields"),
    Fault(
        "closed by a list",
        CALENDAR,
        "holidays:\n  closed: [[2026-12-24]]\n",
        "holidays.closed.0",
        "list of fields",
        at="  closed: [[",
    ),
    Fault(
        "closed on no date",
        CALENDAR,
        "holidays:\n  closed: Christmas\n",
        "holidays.closed",
        "YYYY-MM-DD",
        at="  closed: Christmas",
    ),
    Fault(
        "hours of a misspelt word", HOURS, "    hours: offce\n", "departments.support.hours", "on which days"
    ),
]
YAML_FAULTS = [
    Fault(
        "given twice",
        "records_calls: false",
        "records_calls: false\nrecords_calls: true",
        "records_calls",
        "given twice",
        at="records_calls: true",
    ),
    Fault("tab", "  public: true ", "\tpublic: true ", "", "YAML does not allow tabs"),
    Fault("colon in a text", "Ieeja ir no pagalma.", "Ieeja: no pagalma.", "", "quotes", at="Ieeja: no"),
    Fault("quote left open", '#   username: "67000100"', 'x: "67000100', "", "Close the quotation mark"),
    Fault("two documents", "operator: reception", "---\noperator: reception", "", "Remove the line ---"),
    Fault("star", "introduces_as: Anna", "introduces_as: *Anna", "", "begins with *"),
    Fault("at sign", "introduces_as: Anna", "introduces_as: @Anna", "", "special character"),
    Fault(
        "tag",
        "introduces_as: Anna",
        "introduces_as: !!python/name:os.system Anna",
        "departments.support.introduces_as",
        "no meaning here",
    ),
    Fault(
        "own tag",
        "introduces_as: Anna",
        "introduces_as: !name Anna",
        "departments.support.introduces_as",
        "no meaning here",
    ),
    Fault(
        "list as a field",
        "operator: reception",
        "operator: reception\n? [a, b]\n: c",
        "",
        "must be a plain word",
        at="? [a, b]",
    ),
    Fault("invisible character", "introduces_as: Anna", "introduces_as: An\x07na", "", "invisible character"),
    Fault(
        "wrong indentation",
        "  public: true ",
        "  public: true\n public: yes ",
        "",
        "indentation",
        at=" public: yes",
    ),
]


@pytest.mark.parametrize("fault", SPELLING, ids=lambda fault: fault.name)
def test_a_spelling_that_cannot_be_read_is_told_at_its_line(fault: Fault) -> None:
    text = changed((fault.old, fault.new))
    found = problems_of(text)
    assert_only(fault, tuple(problem for problem in found if problem.field == fault.field), text)
    assert len(found) <= 2, "\n".join(map(str, found))  # a field that is misspelt may be missing, too


@pytest.mark.parametrize("fault", YAML_FAULTS, ids=lambda fault: fault.name)
def test_broken_yaml_is_told_in_an_operators_words(fault: Fault) -> None:
    text = changed((fault.old, fault.new))
    assert_only(fault, problems_of(text), text)


def test_all_faults_are_told_at_once_in_the_order_of_lines() -> None:
    text = changed(
        ("timezone: Europe/Riga", "timezone: Europe/Rga"),  # found by a cross check
        ("    key: 3\n", "    key: 9\n"),  # found by the schema
        ("    name: {lv: adrese, en: Address}", "    name: {lv: adrese}"),  # cross
        ("records_calls: false", "records_calls: false\nrecords_calls: true"),  # YAML
    )
    fields = ["timezone", "departments.billing.key", "answers.address.name", "records_calls"]
    assert [problem.field for problem in problems_of(text)] == fields


def test_what_a_fault_takes_away_makes_no_other_part_look_wrong() -> None:
    text = changed(('  "+37167000102": {department: support, language: lv}', '  "0037167000102": support'))
    found = problems_of(text)  # remote_help, support's own answer, is not called unreachable
    assert [problem.field for problem in found] == ["numbers.0037167000102"]


def test_cross_checks_speak_beside_a_fault_that_ties_nothing_together() -> None:
    text = changed(("      seconds: 25", "      seconds: x"), ("operator: reception", "operator: receptoin"))
    assert [problem.field for problem in problems_of(text)] == ["operator", "departments.sales.rings.seconds"]


BESIDE = [("operator: reception", "operator: receptoin"), ("recordings: recordings", "recordings: nowhere")]
LOST = {
    "a key": (("    key: 3\n", "    key: 9\n"), ["operator", "departments.billing.key", "recordings", "own"]),
    "a department": (("  billing:\n", "  Billing:\n"), ["departments.Billing"]),  # who knows what named it
}


@pytest.mark.parametrize(("change", "fields"), LOST.values(), ids=list(LOST))
def test_what_is_named_is_looked_for_unless_something_that_may_be_named_is_lost(
    change: tuple[str, str], fields: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "company.yaml"
    path.write_text(changed(change, *BESIDE), encoding="utf-8")
    with pytest.raises(FileProblems) as caught:
        load(path, lambda file: (Problem(str(file.path), 999, "own", "it is wrong.", "Mend it."),))
    assert [problem.field for problem in caught.value.problems] == fields


VALID = {
    "number without quotes": ('  "+37167000101": sales', "  +37167000101: sales"),
    "hours without quotes": ('  mon-fri: "09:00-18:00"', "  mon-fri: 09:00-18:00"),
    "hours with spaces and a long dash": ('  mon-fri: "09:00-18:00"', '  mon - fri: "9:00 – 18.00"'),
    "days one by one": (
        '  mon-fri: "09:00-18:00"',
        '  mon, tue, wed-fri: "09:00-18:00"\n  sat: closed\n  sun:',
    ),
    "rings in full": (
        BILLING_RINGS,
        '    rings:\n      extensions: ["221"]\n      twilio: ["+37167000221"]',
    ),
    "yes for true": ("  public: true ", "  public: yes "),
    "no for false": ("records_calls: false", "records_calls: no"),
    "a key in quotes": ("    key: 3\n", '    key: "3"\n'),
    "a way in a list": ("busy: person", "busy: [person]"),
    "a text over two lines": ("{lv: SIA Ozols, en: Ozols}", "\n  lv: >\n    SIA\n    Ozols\n  en: Ozols"),
    "an anchor": ("    name: {lv: adrese, en: Address}", "    name: &a {lv: adrese, en: Address}"),
    "a mark of byte order": ("# The standard of the company", "\ufeff# The standard of the company"),
}


@pytest.mark.parametrize("change", VALID.values(), ids=list(VALID))
def test_other_spellings_mean_the_same(change: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "company.yaml"
    (tmp_path / "recordings").mkdir()
    path.write_text(changed(change), encoding="utf-8", newline="\r\n")
    usual = parse(path, TEXT).company
    assert load(path).company.model_dump() == usual.model_dump()


def test_the_words_of_yaml_mean_no_more_than_they_say() -> None:
    file = example(("introduces_as: Anna", "introduces_as: on"), ("{lv: SIA Ozols, en: Ozols}", '"null"'))
    assert file.company.name.into("lv") == "null"
    introduces_as = file.company.departments["support"].introduces_as
    assert introduces_as is not None
    assert introduces_as.into("lv") == "on"


def test_closed_days_are_one_date_or_a_stretch() -> None:
    closed = example(
        ("    - day: 2027-01-04\n", "    - 2026-12-28\n    - first: 2027-01-04\n")
    ).company.holidays.closed
    assert [(str(days.first), str(days.last)) for days in closed] == [
        ("2026-12-28", "2026-12-28"),
        ("2027-01-04", "2027-01-04"),
        ("2027-07-12", "2027-07-16"),
    ]


def test_a_number_is_the_companys_or_a_departments() -> None:
    assert example().company.numbers == {
        "+37167000100": Number(),
        "+37167000101": Number(department="sales"),
        "+37167000102": Number(department="support", language="lv"),
    }


def test_what_is_made_in_python_is_as_it_was_made() -> None:
    company = example().company
    assert Company(**dict(company)).model_dump() == company.model_dump()
    support = company.departments["support"]
    assert Department(**dict(support)) == support
    day = example().company.holidays.open[0]
    assert OpenDay(day=day.day, spans=day.spans) == day
    assert type(day).model_validate(day.model_dump()) == day


def test_the_file_knows_its_lines_and_fingerprint() -> None:
    file = example()
    assert file.fingerprint == hashlib.sha256(TEXT.encode()).hexdigest()
    assert file.lines["departments.billing.rings"] == line_of(TEXT, BILLING_RINGS)
    assert file.line("departments.billing.rings.seconds") == file.lines["departments.billing.rings"]
    assert file.line("nowhere") == 1


def test_recordings_lie_beside_the_file() -> None:
    assert load(EXAMPLE).company.recordings == EXAMPLE.parent / "recordings"
    other = parse(
        Path("/srv/company.yaml"), changed(("recordings: recordings", "recordings: /srv/voices"))
    ).company
    assert other.recordings == Path("/srv/voices")


UNREADABLE = {
    "not UTF-8": ("name: SIA\nx: Ozoliņš".encode("cp1257"), 2, "not in UTF-8"),
    "UTF-16": ("name: SIA".encode("utf-16"), 1, "not in UTF-8"),
    "empty": (b"", 0, "the file is empty"),
    "only comments": (b"# nothing\n", 0, "the file is empty"),
    "a list": (b"- name\n", 1, "not a list of fields"),
    "a word": (b"Ozols\n", 1, "not a list of fields"),
    "far too big": (b"# " + b"x" * 600_000, 0, "far too big"),
    "nested too deep": (b"a:\n " + b"- " * 1000, 0, "nested too deep"),
    "nested beyond the models": (b"a: " + b"[" * 40 + b"]" * 40, 0, "nested too deep"),
    "a bomb of aliases": (
        b"a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (c, c, b", ".join([b"*%c" % (c - 1)] * 10)) for c in b"bcdefgh"),
        0,
        "unfolds too far",
    ),
    "an alias to itself": (b"a: &a [*a]\n", 0, "unfolds too far"),
}


@pytest.mark.parametrize(("content", "line", "says"), UNREADABLE.values(), ids=list(UNREADABLE))
def test_a_file_that_is_no_company_file_is_refused_kindly(
    content: bytes, line: int, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "company.yaml"
    path.write_bytes(content)
    with pytest.raises(FileProblems) as caught:
        load(path)
    assert (caught.value.problems[0].line, caught.value.problems[0].file) == (line, str(path))
    assert says in str(caught.value)


def test_a_file_that_is_not_there_names_the_cure(tmp_path: Path) -> None:
    with pytest.raises(FileProblems, match=r"No such file.*ivr init DIR.*IVR_COMPANY"):
        load(tmp_path / "company.yaml")
    with pytest.raises(FileProblems, match="Is a directory"):
        load(tmp_path)


_LINES = TEXT.splitlines()


def parse_or_problems(text: str) -> tuple[Problem, ...]:
    try:
        parse(FILE, text)
    except FileProblems as error:
        return error.problems
    return ()


def assert_told(problems: tuple[Problem, ...]) -> None:
    assert all(problem.wrong and problem.cure and problem.line >= 0 for problem in problems)


@settings(max_examples=30, deadline=None)
@given(
    number=st.integers(0, len(_LINES) - 1),
    instead=st.one_of(
        st.none(), st.text(max_size=20), st.sampled_from(["x:", "- y", "  a: {b: c}", "&a [*a]"])
    ),
)
def test_no_change_of_a_line_does_worse_than_a_problem(number: int, instead: str | None) -> None:
    lines = [*_LINES[:number], *([] if instead is None else [instead]), *_LINES[number + 1 :]]
    assert_told(parse_or_problems("\n".join(lines)))


@settings(max_examples=30, deadline=None)
@given(
    number=st.integers(0, len(_LINES) - 1),
    value=st.sampled_from(["", "{}", "[]", "7", "[{}]", "{x: [y]}", "~"]),
)
def test_no_value_of_a_field_does_worse_than_a_problem(number: int, value: str) -> None:
    field, colon, _ = _LINES[number].partition(": ")
    changed_line = f"{field}{colon}{value}"
    assert_told(parse_or_problems("\n".join([*_LINES[:number], changed_line, *_LINES[number + 1 :]])))


CAMPAIGN_TEXT = (EXAMPLE.parent / "campaigns" / "maintenance.yaml").read_text(encoding="utf-8")
KEPT = {
    "nothing": ((), None),
    "none that is one": ((("a.yaml", CAMPAIGN_TEXT), ("b.yaml", "")), None),
    "behind a campaign": ((("a.yaml", CAMPAIGN_TEXT), ("b.yaml", TEXT)), "b.yaml"),
    "the first of two": ((("b.yaml", TEXT), ("c.yaml", TEXT)), "b.yaml"),
}


@pytest.mark.parametrize(("kept", "path"), KEPT.values(), ids=list(KEPT))
def test_the_first_kept_file_that_is_a_company_file(
    kept: tuple[tuple[str, str], ...], path: str | None
) -> None:
    found = first_valid(kept)
    assert (found and str(found.path)) == path
