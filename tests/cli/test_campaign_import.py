"""``ivr campaign import``: whole or not at all, and the same again without harm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from ivr.company.disposition import Disposition
from ivr.dialer.ports import Consent, ContactState, Next
from ivr.errors import OperatorError
from ivr.records.dialer import SqlDialer
from ivr.records.outbound import Outbound
from tests.cli.conftest import NOW, Run
from tests.records.ledger_samples import attempt
from tests.records.ledger_samples import run as started

File = Callable[..., Path]
CAMPAIGN = "maintenance"
GOOD = "Tālrunis;Vārds;Valoda\n20000001;Anna;lv\n20000002;Jānis;en\n"


def bring(run: Run, path: Path, *more: str, campaign: str = CAMPAIGN):
    return run("campaign", "import", path, "--campaign", campaign, *more)


def names(engine: Engine, campaign: str = CAMPAIGN) -> dict[str, str | None]:
    return {contact.number: contact.name for contact in Outbound(engine).contacts(campaign)}


def test_a_good_list_is_imported_and_how_it_was_read_is_told(run: Run, file: File, engine: Engine) -> None:
    path = file(GOOD, encoding="cp1257")
    result = bring(run, path)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        (
            f"{path}: cp1257, delimiter ;, columns number, name, language; "
            "none for surname, zone, person, consent_source, consent_date."
        ),
        "Campaign maintenance: 2 contacts added, 0 brought up to date, 0 as they were.",
    ]
    assert names(engine) == {"+37120000001": "Anna", "+37120000002": "Jānis"}


def test_records_are_made_where_there_are_none(run: Run, file: File) -> None:
    assert bring(run, file(GOOD)).exit_code == 0


def test_with_a_bad_row_nothing_is_imported(run: Run, file: File, engine: Engine) -> None:
    path = file(GOOD + "12;Ilze;lv\n20000001;Anna;lv\n20000002;Pēteris;en\n")
    result = bring(run, path)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1:] == [
        f'{path}:4: "12" is not a telephone number; write it like +37120000000.',
        f"{path}:6: +37120000002 is on line 3 already, with other data; keep one of the two.",
        f"{path}:5: it repeats line 2.",
    ]
    assert isinstance(result.exception, OperatorError)
    assert str(result.exception) == (
        "Nothing was imported: 2 rows are bad. Mend the list, or import the other 2 with --skip-bad."
    )
    assert names(engine) == {}


def test_one_bad_row_is_one(run: Run, file: File) -> None:
    assert "1 row is bad." in str(bring(run, file(GOOD + "12;Ilze;lv\n")).exception)


def test_one_contact_is_one(run: Run, file: File) -> None:
    assert "1 contact added, 0 brought" in bring(run, file("number;name\n20000001;Anna\n")).stdout


def test_bad_rows_may_be_skipped(run: Run, file: File, engine: Engine) -> None:
    result = bring(run, file(GOOD + "12;Ilze;lv\n"), "--skip-bad")
    assert result.exit_code == 0
    assert "2 contacts added, 0 brought up to date, 0 as they were; 1 row skipped." in result.stdout
    assert len(names(engine)) == 2


def test_a_repeated_row_is_no_reason_to_refuse(run: Run, file: File, engine: Engine) -> None:
    result = bring(run, file(GOOD + "20000001;Anna;lv\n" * 25))
    assert result.exit_code == 0
    assert result.stdout.count("it repeats line 2.") == 20
    assert "… and 5 more of that kind." in result.stdout
    assert "25 rows skipped" in result.stdout


def test_the_same_list_again_changes_nothing(run: Run, file: File, engine: Engine) -> None:
    path = file(GOOD)
    bring(run, path)
    result = bring(run, path)
    assert f"{path}:2: +37120000001 is in the campaign already." in result.stdout
    assert "0 contacts added, 0 brought up to date, 2 as they were." in result.stdout


def test_a_newer_list_updates_names_and_never_what_was_done(run: Run, file: File, engine: Engine) -> None:
    bring(run, file(GOOD))
    dialer = SqlDialer(engine)
    dialer.set_run(started(CAMPAIGN), NOW)
    (first, _) = dialer.claim_contacts(CAMPAIGN, NOW, 9, "one")
    tried = attempt(work=first)
    dialer.begin_attempt(tried)
    following = Next(ContactState.DONE, None, "accepted")
    assert dialer.end_attempt(tried.id, NOW, Disposition.ACCEPTED, following)
    newer = file("number,name\n20000001,Anna Bērziņa\n20000003,Ilze\n", "new.csv")
    result = bring(run, newer)
    assert f"{newer}:2: +37120000001 is in the campaign already, and was brought up to date." in result.stdout
    found = Outbound(engine).contact(CAMPAIGN, "+37120000001")
    assert found is not None
    assert (found.name, found.state, found.tries) == ("Anna Bērziņa", ContactState.DONE, 1)
    assert found.disposition is Disposition.ACCEPTED
    assert len(names(engine)) == 3


def test_consents_are_kept_and_those_without_are_counted(run: Run, file: File, engine: Engine) -> None:
    path = file(
        "phone,consent,consent_date\n20000001,contract 7,2026-02-01\n20000002,,\n20000003,web form,1.3.2026\n"
    )
    result = bring(run, path, campaign="spring_offer")
    assert "This campaign is commercial, and the list has 1 contact without a consent: " in result.stdout
    given = datetime(2026, 2, 1, tzinfo=ZoneInfo("Europe/Riga"))
    assert Outbound(engine).consents("+37120000001") == (Consent("contract 7", given),)
    assert "commercial" not in bring(run, path).stdout


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name,age\nAnna,5\n", "No column is called number"),
        ("", "The list is empty"),
        ("number\n", "has no contact to import"),
    ],
)
def test_what_is_no_list_names_the_file(run: Run, file: File, content: str, says: str) -> None:
    path = file(content)
    result = bring(run, path)
    assert isinstance(result.exception, OperatorError)
    assert str(result.exception).startswith(str(path))
    assert says in str(result.exception)


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = bring(run, tmp_path / "none.csv")
    assert str(result.exception) == f"{tmp_path / 'none.csv'} cannot be read (No such file or directory)."


def test_the_campaign_must_be_there(run: Run, file: File) -> None:
    result = bring(run, file(GOOD), campaign="spring")
    assert 'there is no campaign "spring". Use one of' in str(result.exception)


def test_what_a_list_says_steers_no_terminal(run: Run, file: File) -> None:
    result = bring(run, file("number,\x1b[2Jx\n\x1b[31m12,a\n20000001,b\n"))
    assert "\x1b" not in result.output
    assert "\\x1b[31m12" in result.stdout
