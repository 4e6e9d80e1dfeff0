"""``ivr callbacks`` as an operator uses it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ivr.dialer.ports import PromiseState
from ivr.records.callbacks import Callbacks
from ivr.records.do_not_call import DoNotCall
from tests.cli.conftest import NOW, Run, refused

ANNA = "+37120000001"
AT = "2026-12-03T14:00"
ADD = ("callbacks", "add", "20000001", "--at", AT, "--department", "sales")


def ids(engine: Engine) -> list[str]:
    return [promise.id for promise in Callbacks(engine).listed(tuple(PromiseState))]


def test_a_call_is_promised_in_the_companys_time_and_in_words(run: Run, engine: Engine) -> None:
    result = run(*ADD, "--name", "Anna", "--language", "en")
    assert result.exit_code == 0, result.output
    (promise,) = Callbacks(engine).listed()
    assert result.stdout == f"The call to {ANNA} at 2026-12-03 14:00:00 is promised ({promise.id[:8]}).\n"
    assert (promise.number, promise.at, promise.zone) == (
        ANNA,
        datetime(2026, 12, 3, 12, tzinfo=UTC),
        "Europe/Riga",
    )
    assert (promise.name, promise.language, promise.department) == ("Anna", "en", "sales")
    assert promise.words == "on Thursday, 3 December, at 14:00, Riga time"
    assert promise.state is PromiseState.OPEN


def test_records_are_made_where_there_are_none(run: Run) -> None:
    assert run(*ADD).exit_code == 0


@pytest.mark.parametrize(
    ("number", "zone", "words"),
    [
        ("+447400123456", "Europe/London", "ceturtdien, 3. decembrī, plkst. 12.00 pēc Londonas laika"),
        ("+12125552368", "America/New_York", "ceturtdien, 3. decembrī, plkst. 7.00 pēc Ņujorkas laika"),
        ("+4915123456789", "Europe/Riga", "ceturtdien, 3. decembrī, plkst. 14.00 pēc Rīgas laika"),
    ],
)
def test_it_is_agreed_on_the_persons_clocks(
    run: Run, engine: Engine, number: str, zone: str, words: str
) -> None:
    run("callbacks", "add", number, "--at", AT, "--department", "sales")
    (promise,) = Callbacks(engine).listed()
    if number.startswith("+49"):  # two zones in the library of numbers: which of them is not known
        assert promise.zone in {zone, "Europe/Berlin"}
    else:
        assert (promise.zone, promise.words) == (zone, words)
    assert promise.at == datetime(2026, 12, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"--at": "2026-11-24T11:59"}, "--at 2026-11-24 11:59 is past. Give a time to come."),
        ({"--at": "2026-11-24T12:00"}, "is past"),
        ({"--at": "2027-03-28T03:30"}, "--at 2027-03-28 03:30 does not exist in Europe/Riga"),
        ({"--at": "tomorrow"}, '--at is "tomorrow". Write a day and a time, like 2026-11-24T13:30.'),
        ({"--at": "2026-12-03"}, "Write a day and a time"),
        (
            {"--at": "2026-12-05T12:00"},
            "sales is closed at 2026-12-05 12:00. It opens again at 2026-12-07 09:00.",
        ),
        ({"--at": "2026-12-25T12:00"}, "sales is closed"),
        ({"--department": "sale"}, 'no department "sale". Did you mean "sales"? Use one of: reception,'),
        ({"--language": "de"}, 'does not speak "de". Use one of: lv, en.'),
        ({"NUMBER": "123"}, '"123" is not a telephone number'),
        ({"NUMBER": "\x1b[2J"}, '"\\x1b[2J" is not a telephone number'),
    ],
)
def test_what_cannot_be_promised_is_refused(
    run: Run, engine: Engine, change: dict[str, str], says: str
) -> None:
    given = {"NUMBER": "20000001", "--at": AT, "--department": "sales", **change}
    number = given.pop("NUMBER")
    options = [word for option in given.items() for word in option]
    assert says in refused(run, "callbacks", "add", number, *options)
    assert ids(engine) == []


@pytest.mark.parametrize(
    ("at", "utc"),
    [
        ("2026-12-03T14:00+01:00", (2026, 12, 3, 13, 0)),
        ("2026-12-03 14:00", (2026, 12, 3, 12, 0)),
        ("2026-12-03T12:00Z", (2026, 12, 3, 12, 0)),
        ("2026-11-24T12:01", (2026, 11, 24, 10, 1)),
    ],
)
def test_times_may_be_written_so(run: Run, engine: Engine, at: str, utc: tuple[int, ...]) -> None:
    run("callbacks", "add", "20000001", "--at", at, "--department", "support")
    (promise,) = Callbacks(engine).listed()
    assert promise.at == datetime(*utc, tzinfo=UTC)  # type: ignore[arg-type]


def test_a_number_on_the_do_not_call_list_is_refused(run: Run, engine: Engine) -> None:
    DoNotCall(engine).add(ANNA, "9", "test", NOW)
    assert f"{ANNA} is on the do-not-call list" in refused(run, *ADD)


def test_a_promise_is_moved_and_read_back_anew(run: Run, engine: Engine) -> None:
    run(*ADD)
    (id_,) = ids(engine)
    moved = run("callbacks", "move", id_[:6], "--to", "2026-12-04T10:30")
    assert f"at 2026-12-04 10:30:00 is moved ({id_[:8]})" in moved.stdout
    promise = Callbacks(engine).promise(id_)
    assert promise.at == promise.next_at == datetime(2026, 12, 4, 8, 30, tzinfo=UTC)
    assert promise.words == "piektdien, 4. decembrī, plkst. 10.30 pēc Rīgas laika"
    assert "is closed" in refused(run, "callbacks", "move", id_, "--to", "2026-12-05T12:00")
    assert "is past" in refused(run, "callbacks", "move", id_, "--to", "2026-11-20T12:00")
    assert 'no promise "zz"' in refused(run, "callbacks", "move", "zz", "--to", AT)


def test_a_promise_to_a_department_that_is_gone_can_still_be_moved(
    run: Run, engine: Engine, tmp_path: Path
) -> None:
    run("callbacks", "add", "20000001", "--at", AT, "--department", "billing")
    path = tmp_path / "company" / "company.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  billing:\n", "  invoices:\n"), encoding="utf-8"
    )
    (id_,) = ids(engine)
    assert run("callbacks", "move", id_, "--to", "2026-12-04T10:30").exit_code == 0


@pytest.mark.parametrize(
    ("command", "word", "state"),
    [("cancel", "cancelled", PromiseState.CANCELLED), ("done", "kept", PromiseState.KEPT)],
)
def test_a_promise_is_settled_once(
    run: Run, engine: Engine, command: str, word: str, state: PromiseState
) -> None:
    run(*ADD)
    (id_,) = ids(engine)
    assert f"is {word} ({id_[:8]})" in run("callbacks", command, id_, "--why", "rang himself").stdout
    assert Callbacks(engine).promise(id_).state is state
    last = Callbacks(engine).changes(id_)[-1]
    assert (last.reason, last.by, last.at) == ("rang himself", "operator dace", NOW)
    assert "already" in refused(run, "callbacks", command, id_)


def test_list_shows_what_is_to_be_done(run: Run, engine: Engine) -> None:
    assert run("callbacks", "list").stdout == "No promised calls.\n"
    run(*ADD, "--name", "\x1b[31mAnna")
    run("callbacks", "add", "20000002", "--at", "2026-12-02T10:00", "--department", "billing")
    header, first, second = run("callbacks", "list").stdout.splitlines()
    assert header.split()[:2] == ["Id", "Next"]
    assert first.split()[1:5] == ["2026-12-02", "10:00:00", "+37120000002", "billing"]
    assert second.split()[1:6] == ["2026-12-03", "14:00:00", ANNA, "\\x1b[31mAnna", "sales"]
    assert "open   0      operator" in second
    only = run("callbacks", "list", "--department", "billing").stdout
    assert ANNA not in only
    run("callbacks", "cancel", second.split()[0])
    assert ANNA not in run("callbacks", "list").stdout
    assert ANNA in run("callbacks", "list", "--all").stdout
    assert run("callbacks", "list", "--for-person").stdout == "No promised calls.\n"


def test_list_as_json_has_whole_ids_and_utc(run: Run, engine: Engine) -> None:
    run(*ADD)
    (found,) = json.loads(run("callbacks", "list", "--json").stdout)
    assert (found["id"], found["at"], found["state"]) == (ids(engine)[0], "2026-12-03T12:00:00Z", "open")


def test_show_tells_everything_that_happened(run: Run, engine: Engine) -> None:
    run(*ADD)
    (id_,) = ids(engine)
    run("callbacks", "move", id_, "--to", "2026-12-04T10:30")
    shown = run("callbacks", "show", id_[:8]).stdout
    assert "\n\nAgreed: piektdien, 4. decembrī, plkst. 10.30 pēc Rīgas laika\n\n" in shown
    changes = shown.splitlines()[-2:]
    assert all(line.startswith("2026-11-24 12:00:00  open") for line in changes)
    assert "2026-12-04 10:30:00" in changes[1]
