"""``ivr calls`` and ``ivr messages`` as an operator uses them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import ivr.company
from ivr.cli import app
from ivr.cli.on_record import harmless, minutes
from ivr.company.disposition import Disposition
from ivr.conversation.actions import (
    Conclude,
    DropMessage,
    HangUp,
    KeepMessage,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    Raise,
    Record,
    Remember,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.errand import Origin
from ivr.conversation.events import (
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.state import Step
from ivr.errors import IvrError, OperatorError
from ivr.records.dialer import SqlDialer
from ivr.records.engine import open_engine
from ivr.records.recordings import SqlKeptRecordings
from ivr.records.store import SqlRecords
from ivr.records.writes import promise_id
from tests.conftest import with_schema
from tests.records.ledger_samples import at, attempt, promising, talk
from tests.records.samples import ASK, GREETING, call, ended, entry, first, turn

EXAMPLE = Path(ivr.company.__file__).parent / "example" / "company.yaml"
EVIL = "\x1b]0;owned\x07[red]\u202e1"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command ``ivr`` in an installation of its own."""
    for name in [name for name in os.environ if name.startswith("IVR_")]:  # a container's own settings
        monkeypatch.delenv(name)
    monkeypatch.setenv("IVR_HOME", str(tmp_path))
    return lambda *words: CliRunner().invoke(app, list(words))


@pytest.fixture
def installed(run: Run, tmp_path: Path) -> Iterator[SqlRecords]:
    """Records of that installation, with the company's file."""
    engine = open_engine(f"sqlite:///{tmp_path}/data/ivr.db")
    with_schema(engine)
    records = SqlRecords(engine)
    records.keep_company("f1", str(EXAMPLE), EXAMPLE.read_text(encoding="utf-8"))
    yield records
    records.close()
    engine.dispose()


@pytest.fixture
def seeded(installed: SqlRecords) -> SqlRecords:
    """One call with everything in it, one whose caller shows something evil, one that goes on."""
    one, two, three = call("100.1"), call("100.2", EVIL), call("200.3", None)
    briefing = (GREETING,)
    steps = [
        (None, turn(MonitorCall()), 0),
        (Pressed("1"), turn(Transfer("sales", briefing, True), step=Step.TRANSFER), 2),
        (TransferEnded(TransferOutcome.NO_ANSWER), turn(), 30),
        (Silence(), turn(Record("sales", 120, 4), step=Step.MESSAGE), 36),
        (Recorded("messages/a.wav", 3.0), turn(step=Step.CONFIRM), 40),
        (Pressed("2"), turn(DropMessage("messages/a.wav"), Record("sales", 120, 4), step=Step.MESSAGE), 42),
        (Recorded("messages/b.wav", 65.0), turn(step=Step.CONFIRM), 110),
        (Pressed("1"), turn(KeepMessage("sales", "messages/b.wav", 65.0)), 113),
        (HungUp(), turn(HangUp("caller left"), step=Step.ENDED), 120),
    ]
    for number, (event, made, after) in enumerate(steps):
        installed.save(entry(number, event, made, one, after))
    installed.save(first(two, after=200))
    installed.save(
        entry(1, Pressed("2"), turn(Transfer("support", (), False), step=Step.TRANSFER), two, after=201)
    )
    installed.save(entry(2, HungUp(talked=True), ended("caller left"), two, after=300))
    installed.save(first(three, after=400))
    return installed


def _error(result: Result, kind: type[IvrError], says: str) -> None:
    assert isinstance(result.exception, kind)
    assert says in str(result.exception)


def test_without_records_it_says_where_they_would_be(run: Run, tmp_path: Path) -> None:
    _error(run("calls"), OperatorError, f"{tmp_path}/data/ivr.db does not exist")
    assert not (tmp_path / "data").exists()


def test_empty_records_are_said_to_be_empty(run: Run, installed: SqlRecords) -> None:
    assert run("calls").output == "No calls.\n"
    assert run("messages").output == "No messages.\n"
    assert json.loads(run("calls", "--json").output) == []


def test_calls_are_listed_on_the_companys_clock(run: Run, seeded: SqlRecords) -> None:
    heading, *rows = (" ".join(row.split()) for row in run("calls").output.splitlines())
    assert heading == "Began (Europe/Riga) Call Caller Length Lang Outcome Departments"
    going_on, evil, whole = rows
    assert going_on.startswith("2026-11-24 14:06:40 200.3 withheld")
    assert going_on.endswith("lv in dialogue")
    assert evil.endswith(" 1:40 lv caller left support: talked 1:39")
    assert whole == "2026-11-24 14:00:00 100.1 +37126000001 2:00 lv caller left sales: no answer"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["200.3", "100.2", "100.1"]),
        (("--limit", "1"), ["200.3"]),
        (("--since", "2026-11-24T14:03"), ["200.3", "100.2"]),  # as on the company's clock
        (("--until", "2026-11-24T12:03+00:00"), ["100.1"]),
        (("--since", "2026-11-25"), []),
        (("--department", "support"), ["100.2"]),
        (("--caller", "2600000"), ["100.1"]),
        (("--outcome", "left"), ["100.2", "100.1"]),
    ],
)
def test_calls_are_listed_as_asked(run: Run, seeded: SqlRecords, words, found) -> None:
    assert [line["call_id"] for line in json.loads(run("calls", "--json", *words).output)] == found


def test_a_time_that_is_none_is_explained(run: Run, seeded: SqlRecords) -> None:
    _error(run("calls", "--since", "yesterday"), OperatorError, '--since is "yesterday". Write a date')


def test_a_transcript_reads_like_the_call(run: Run, seeded: SqlRecords) -> None:
    head, _, body = run("calls", "show", "0.1").output.partition("\n\n")
    assert "Began    2026-11-24 14:00:00 (Europe/Riga)" in head
    assert "Outcome  caller left" in head
    rows = [row.split(maxsplit=2) for row in body.splitlines()]
    assert [(after, who, what.rstrip()) for after, who, what in rows] == [
        ("0:00", "line", "records the call: calls/100.1.wav"),
        ("0:02", "caller", "pressed 1"),
        ("0:02", "line", f'rings sales, briefing: "{GREETING.text}"'),
        ("0:30", "line", "sales: no answer"),
        ("0:30", "bot", GREETING.text),
        ("0:36", "caller", "said nothing"),
        ("0:36", "line", "records a message for sales"),
        ("0:40", "caller", "spoke for 0:03: messages/a.wav"),
        ("0:40", "bot", GREETING.text),
        ("0:42", "caller", "pressed 2"),
        ("0:42", "line", "drops messages/a.wav"),
        ("0:42", "line", "records a message for sales"),
        ("1:50", "caller", "spoke for 1:05: messages/b.wav"),
        ("1:50", "bot", GREETING.text),
        ("1:53", "caller", "pressed 1"),
        ("1:53", "line", "keeps message 1 for sales"),
        ("2:00", "caller", "hung up"),
        ("2:00", "bot", "hangs up (caller left)"),
    ]


def test_a_transcript_tells_what_was_heard_and_what_it_was_taken_to_mean(
    run: Run, installed: SqlRecords
) -> None:
    meant = f"chose a department: department sales (its name {EVIL})"
    steps = [
        (None, turn(ASK)),
        (Heard(f"vēlos {EVIL}", 0.871, (("ceļos", 0.4), ("velo", 0.08))), turn(ASK, meant=meant)),
        (Heard("pārdošana"), turn(ASK, meant="wants a person")),
        (NotUnderstood(), turn(ASK)),
        (HearingLost(), turn(ASK)),
    ]
    for number, (event, made) in enumerate(steps):
        installed.save(entry(number, event, made))
    _, _, body = run("calls", "show", "1764000000.1").output.partition("\n\n")
    assert [row.split(maxsplit=1)[1].rstrip() for row in body.splitlines()] == [
        f'caller  said "vēlos {harmless(EVIL)}" (87% sure), or "ceļos" (40% sure), or "velo" (8% sure)',
        f"line    understood: chose a department: department sales (its name {harmless(EVIL)})",
        'caller  said "pārdošana"',
        "line    understood: wants a person",
        "caller  said something that could not be made out",
        "line    words cannot be heard any more: keys from now on",
    ]


def test_a_transcript_is_json_too(run: Run, seeded: SqlRecords) -> None:
    told = json.loads(run("calls", "show", "100.1", "--json").output)
    assert told["call"]["caller"] == "+37126000001"
    assert told["turns"][1]["event"] == {"keys": "1", "kind": "pressed"}
    assert told["turns"][1]["at"] == "2026-11-24T12:00:02.250000Z"
    assert [line["dropped_at"] is None for line in told["recordings"]] == [True, False, True]


@pytest.mark.parametrize("words", [("calls",), ("calls", "show", "100.2"), ("messages", "--all")])
def test_nothing_from_a_caller_steers_the_terminal(run: Run, seeded: SqlRecords, words) -> None:
    seeded.save(entry(3, None, turn(KeepMessage("sales", "e.wav", 1.0)), call("100.2", EVIL)))
    output = run(*words).output
    assert "\\x1b]0;owned\\x07[red]\\u202e1" in output
    assert set(output) & {"\x1b", "\x07", "\u202e"} == set()


def test_an_unclear_id_is_explained(run: Run, seeded: SqlRecords) -> None:
    _error(run("calls", "show", "100"), OperatorError, "100.2, 100.1. Give more of the id")


def test_a_message_whose_sound_is_on_its_way_is_listed_and_not_played(
    run: Run, installed: SqlRecords
) -> None:
    of = replace(call("CA1"), line="twilio")
    spoken = Recorded("messages/CA1-0.wav", 65.0, source="RE1")
    installed.save(first(of))
    installed.save(entry(1, spoken, turn(step=Step.CONFIRM), of))
    installed.save(entry(2, Pressed("1"), turn(KeepMessage("sales", spoken.reference, 65.0)), of))
    assert "1:05 (coming)" in run("messages").output
    _error(run("messages", "play", "1"), OperatorError, "message 1 is still on its way")
    kept = SqlKeptRecordings(installed.engine)
    kept.postpone(kept.take_up("twilio", at(1), at(2)), None)
    assert "1:05 (lost)" in run("messages").output
    _error(run("messages", "play", "1"), OperatorError, "Its id there is RE1.")
    [told] = json.loads(run("messages", "--json").output)
    assert (told["sound"], told["source"]) == ("lost", "RE1")


def test_a_message_whose_sound_was_fetched_is_as_any_other(run: Run, installed: SqlRecords) -> None:
    of = replace(call("CA1"), line="twilio")
    spoken = Recorded("messages/CA1-0.wav", 65.0, source="RE1")
    installed.save(first(of))
    installed.save(entry(1, spoken, turn(KeepMessage("sales", spoken.reference, 65.0)), of))
    kept = SqlKeptRecordings(installed.engine)
    kept.fetched(kept.take_up("twilio", at(1), at(2)), at(1))
    assert "1:05 " in run("messages").output
    assert "(" not in run("messages").output.splitlines()[-1]
    [told] = json.loads(run("messages", "--json").output)
    assert told["sound"] == "spool"


def test_messages_are_listed_done_and_listed_no_more(run: Run, seeded: SqlRecords) -> None:
    _, row = run("messages").output.splitlines()
    assert row.split() == ["1", "2026-11-24", "14:01:53", "sales", "+37126000001", "lv", "1:05", "100.1"]
    assert "Message 1 for sales is done since 20" in run("messages", "done", "1").output
    assert run("messages").output == "No messages.\n"
    [told] = json.loads(run("messages", "--all", "--json").output)
    assert told["done_at"].endswith("Z")
    _error(run("messages", "done", "2"), OperatorError, "There is no message 2.")


def test_a_message_is_played_from_the_spool(run: Run, seeded: SqlRecords, tmp_path: Path) -> None:
    sound = tmp_path / "data" / "spool" / "messages" / "b.wav"
    _error(run("messages", "play", "1"), OperatorError, f"The sound of message 1 is not at {sound}")
    sound.parent.mkdir(parents=True)
    sound.write_bytes(b"RIFF")
    assert run("messages", "play", "1").output == f"{sound}\n"
    copy = tmp_path / "message-1.wav"
    assert run("messages", "play", "1", "--to", str(tmp_path)).output == f"{copy}\n"
    assert copy.read_bytes() == b"RIFF"
    _error(run("messages", "play", "1", "--to", str(copy)), OperatorError, "exists already")
    _error(run("messages", "play", "1", "--to", "/nowhere/x.wav"), OperatorError, "No such file or directory")


def test_a_message_never_names_a_file_elsewhere(run: Run, installed: SqlRecords) -> None:
    installed.save(first())
    installed.save(entry(1, Pressed("1"), turn(KeepMessage("sales", "../../secret.wav", 1.0))))
    _error(run("messages", "play", "1"), OperatorError, "outside the spool")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bērziņš +371 26", "Bērziņš +371 26"),
        ("a\r\nb\t\0", "a\\x0d\\x0ab\\x09\\x00"),
        ("\x9b31m", "\\x9b31m"),
        ("\u200f\u2028", "\\u200f\\u2028"),
        ("\U000e0001", "\\U000e0001"),
    ],
)
def test_what_would_steer_a_terminal_is_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (-1, "0:00"), (64.6, "1:05"), (3599.6, "1:00:00"), (3661, "1:01:01")]
)
def test_lengths_read_as_minutes(seconds: float, shown: str) -> None:
    assert minutes(seconds) == shown


@pytest.fixture
def ours(installed: SqlRecords) -> str:
    """A call of ours in which about everything happened; its id."""
    dialer = SqlDialer(installed.engine)
    made = attempt(campaign="spring")
    dialer.begin_attempt(made)
    asked = talk(made, *(Say(GREETING), ASK), step=Step.MENU)
    installed.save(asked)
    deeds = (
        Remember("rating", "4", "4"),
        Remember("wish", "7", None),
        promising(origin=Origin.NOT_NOW, campaign="spring", words="vienos"),
        MovePromise(promise_id(made.id, 1), at(120), "Europe/Riga", "divos"),
        SettlePromise(promise_id(made.id, 1), "cancelled"),
        Note("sales", "Send the offer."),
        OptOut("key 9"),
        Raise("abuse", "idiot", (0, 5), "an insult alone", "sales"),
        Conclude(Disposition.OPTED_OUT),
        HangUp("done"),
    )
    last = replace(asked, number=1, at=at(1), event=Pressed("9"), turn=turn(*deeds, step=Step.ENDED))
    installed.save(last)
    dialer.end_attempt(made.id, at(1), Disposition.OPTED_OUT, None)
    return made.id


def test_a_call_of_ours_is_listed_with_whom_we_called_and_what_it_came_to(run: Run, ours: str) -> None:
    _, row = (" ".join(row.split()) for row in run("calls").output.splitlines())
    assert row == f"2026-11-24 14:00:00 {ours} to +37126000001 1:00 lv opted out"
    [told] = json.loads(run("calls", "--json", "--caller", "126000", "--outcome", "opted").output)
    assert (told["attempt"], told["campaign_id"], told["disposition"]) == (ours, "spring", "opted_out")
    assert run("calls", "--caller", "6700").output == "No calls.\n"  # the company's own number


def test_the_transcript_of_a_call_of_ours_tells_its_deeds_in_words(run: Run, ours: str) -> None:
    head, _, body = run("calls", "show", ours).output.partition("\n\n")
    assert "To       +37126000001" in head
    assert "From     +37167000000 (the company)" in head
    assert "For      campaign spring" in head
    assert "Outcome  opted out" in head
    rows = [tuple(part.rstrip() for part in row.split(maxsplit=2)) for row in body.splitlines()]
    assert rows == [
        ("0:00", "person", "picked up"),
        ("0:00", "bot", GREETING.text),
        ("1:00", "person", "pressed 9"),
        ("1:00", "line", "keeps the answer to rating: 4, understood as 4"),
        ("1:00", "line", "keeps the answer to wish: 7, not understood"),
        (
            "1:00",
            "bot",
            'promises a call from sales for campaign spring: 2026-11-24 15:00 (Europe/Riga), "vienos"',
        ),
        ("1:00", "bot", 'moves the promised call: 2026-11-24 16:00 (Europe/Riga), "divos"'),
        ("1:00", "line", "the promised call is cancelled"),
        ("1:00", "line", "writes to sales: Send the offer."),
        ("1:00", "line", "never to be called again: key 9"),
        ("1:00", "line", "an incident of abuse for sales: an insult alone"),
        ("1:00", "line", "our call ends as opted out"),
        ("1:00", "bot", "hangs up (done)"),
    ]


def test_a_written_message_is_listed_with_its_text_and_played_by_printing_it(run: Run, ours: str) -> None:
    _, row = run("messages").output.splitlines()
    assert row.split()[3:] == ["sales", "+37126000001", "lv", "written", ours, "Send", "the", "offer."]
    assert run("messages", "play", "1").output == "Send the offer.\n"
