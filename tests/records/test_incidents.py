"""What somebody said becomes evidence with the turn in which it was said; the rest of the call follows."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ivr.calls.ports import TurnTakenError
from ivr.conversation.actions import HangUp, MonitorCall, PauseRecording, Raise, ResumeRecording
from ivr.conversation.events import Heard, HungUp
from ivr.conversation.state import Step
from ivr.errors import OperatorError
from ivr.evidence import chain
from ivr.records.incidents import PATIENCE, SETTLED, Incidents
from ivr.records.raising import incident_id
from ivr.records.store import SqlRecords
from ivr.records.tables import Incident, IncidentEntry
from ivr.records.writes import REHEARSAL
from tests.records.samples import NOON, call, ended, entry, first, turn

WORDS = "you stupid robot"
ABUSE = Raise("abuse", WORDS, (4, 10), "insult", "sales")
THREAT = Raise("threat", "I will burn it down", (2, 19), "harm", "support")
ID = incident_id(call().call_id)
SOUND = b"RIFF sound"
LATER = NOON + timedelta(hours=1)


def rude(*raised: Raise, number: int = 1):
    return entry(number, Heard(WORDS, 0.9), turn(*raised))


def over(number: int = 2):
    return entry(number, HungUp(), ended("caller left"))


@pytest.fixture
def incidents(engine: Engine, tmp_path: Path) -> Incidents:
    (tmp_path / "calls").mkdir()
    return Incidents(engine, tmp_path, lambda: LATER)


def kinds(incidents: Incidents) -> list[str]:
    return [each.kind for each in incidents.entries(ID)]


def count(engine: Engine, table: type) -> int:
    with engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_a_rehearsal_leaves_no_incident(engine, incidents):
    rehearsed = SqlRecords(engine, node=REHEARSAL)
    for each in (first(), rude(ABUSE), over()):
        rehearsed.save(each)
    assert incidents.listed(everything=True) == ()


def test_a_call_without_rudeness_has_no_incident(records, incidents):
    for each in (first(), entry(1, Heard("hello", 0.9), turn()), over()):
        records.save(each)
    assert incidents.listed(everything=True) == ()


def test_the_opening_has_the_words_the_span_the_rule_and_the_answer(records, incidents):
    records.save(first())
    records.save(entry(1, Heard(WORDS, 0.9), turn(*first().turn.actions, ABUSE)))
    [found] = incidents.listed()
    assert (found.id, found.severity, found.department) == (ID, "abuse", "sales")
    assert (found.hold, found.state, found.opened_at) == (True, "open", NOON + timedelta(seconds=1))
    opening = incidents.entries(ID)[0].body
    assert {
        name: opening[name] for name in ("words", "span", "rude", "rule", "turn", "line", "severity")
    } == {
        "words": WORDS,
        "span": [4, 10],
        "rude": "stupid",
        "rule": "insult",
        "turn": 1,
        "line": "asterisk",
        "severity": "abuse",
    }
    assert (opening["caller"], opening["called"]) == ("+37126000001", "+37167000000")
    assert opening["said"] == ["Labdien! Šeit Bērzs."]


def test_the_call_before_and_after_is_among_the_entries(records, incidents):
    for each in (first(), rude(ABUSE), entry(2, Heard("sorry", 0.9), turn()), over(3)):
        records.save(each)
    assert kinds(incidents) == ["opening", "turn", "turn", "turn", "turn", "end"]
    turns = [each.body for each in incidents.entries(ID) if each.kind == "turn"]
    assert [body["turn"] for body in turns] == [0, 1, 2, 3]
    assert turns[2]["event"]["words"] == "sorry"
    assert turns[0]["said"] == ["Labdien! Šeit Bērzs."]
    assert list(chain.faults(incidents.entries(ID))) == []


def test_the_incident_is_written_with_its_turn_or_not_at_all(engine, records, incidents):
    records.save(first())
    records.save(rude(ABUSE))
    with pytest.raises(TurnTakenError):
        records.save(rude(THREAT))
    assert [each.severity for each in incidents.listed()] == ["abuse"]
    assert count(engine, Incident) == 1


def test_another_rude_turn_belongs_to_the_same_incident_and_a_threat_makes_it_one(records, incidents):
    for each in (first(), rude(ABUSE), rude(THREAT, number=2), rude(ABUSE, number=3)):
        records.save(each)
    [found] = incidents.listed()
    assert (found.severity, found.department) == ("threat", "support")
    assert kinds(incidents).count("opening") == 1
    assert [action["kind"] for action in incidents.entries(ID)[3].body["actions"]] == ["raise"]


def test_what_another_process_took_is_followed_later(engine, records, incidents):
    records.save(first())
    records.save(rude(ABUSE))
    other = SqlRecords(engine, node="two")  # it does not know of the incident
    other.save(over())
    other.close()
    assert kinds(incidents) == ["opening", "turn", "turn"]
    assert incidents.follow_all() == 1
    assert kinds(incidents) == ["opening", "turn", "turn", "turn", "end"]
    assert incidents.follow_all() == 0  # it is complete: there is no recording
    incidents.follow(call().call_id)
    assert kinds(incidents)[-1] == "end"


def recorded(records: SqlRecords) -> None:
    for each in (entry(0, None, turn(MonitorCall())), entry(5, None, turn(ABUSE)), over(6)):
        records.save(each)


def test_the_place_in_the_recording_is_told_and_the_file_is_sealed(records, incidents, tmp_path):
    recorded(records)
    (tmp_path / "calls" / "1764000000.1.wav").write_bytes(SOUND)
    incidents.follow_all()
    told, sealed = (each.body for each in incidents.entries(ID) if each.kind in {"recording", "sealed"})
    assert (told["reference"], told["seconds"]) == ("calls/1764000000.1.wav", 5.0)
    digest = hashlib.sha256(SOUND).hexdigest()
    assert sealed == {"reference": "calls/1764000000.1.wav", "bytes": len(SOUND), "sha256": digest}
    assert incidents.find(ID).complete_at == LATER
    incidents.follow(call().call_id)
    assert kinds(incidents).count("sealed") == 1


def test_what_was_left_out_of_the_recording_does_not_count(records, incidents):
    steps = [(0, MonitorCall()), (2, PauseRecording()), (5, ResumeRecording()), (9, ABUSE)]
    for number, (after, deed) in enumerate(steps):
        records.save(entry(number, None, turn(deed), after=after))
    [told] = [each.body for each in incidents.entries(ID) if each.kind == "recording"]
    assert told["seconds"] == 6.0


@pytest.mark.parametrize(
    ("now", "there", "complete"),
    [
        pytest.param(SETTLED / 2, True, False, id="a moment after the end the file may still be written"),
        pytest.param(SETTLED * 2, False, False, id="a file that is still to come is waited for"),
        pytest.param(PATIENCE * 2, False, True, id="one that never comes is given up"),
    ],
)
def test_a_recording_is_sealed_when_it_is_whole(engine, records, tmp_path, now, there, complete):
    recorded(records)
    (tmp_path / "calls").mkdir()
    if there:
        (tmp_path / "calls" / "1764000000.1.wav").write_bytes(SOUND)
    at = NOON + timedelta(seconds=6) + now
    incidents = Incidents(engine, tmp_path, lambda: at)
    incidents.follow_all()
    assert "sealed" not in kinds(incidents)
    assert (incidents.find(ID).complete_at is not None) is complete


def test_a_recording_that_cannot_be_read_is_tried_again(records, incidents, tmp_path, monkeypatch, capsys):
    recorded(records)
    (tmp_path / "calls" / "1764000000.1.wav").write_bytes(SOUND)
    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_bytes", lambda self: open(tmp_path / "none"))  # noqa: PTH123, SIM115
        incidents.follow_all()
    assert "recording_not_sealed" in capsys.readouterr().out
    assert incidents.find(ID).complete_at is None
    incidents.follow_all()
    assert kinds(incidents).count("sealed") == 1


@pytest.fixture
def opened(records: SqlRecords, incidents: Incidents) -> Incidents:
    for each in (first(), rude(ABUSE), over()):
        records.save(each)
    return incidents


def test_notes_accesses_closing_and_holds_are_entries(opened):
    opened.note(ID, "spoke with the caller", "Anna")
    opened.log("Anna", "show", ID, allowed=True)
    opened.close(ID, "Anna")
    opened.hold(ID, False, "settled", "Anna")
    bodies = [each.body for each in opened.entries(ID)][-4:]
    assert bodies == [
        {"by": "Anna", "note": "spoke with the caller"},
        {"by": "Anna", "what": "show", "allowed": True},
        {"by": "Anna", "state": "closed"},
        {"by": "Anna", "hold": False, "why": "settled"},
    ]
    assert list(chain.faults(opened.entries(ID))) == []
    found = opened.find(ID)
    assert (found.state, found.closed_at, found.hold) == ("closed", LATER, False)
    assert opened.listed() == ()
    assert [each.id for each in opened.listed(everything=True)] == [ID]


def test_an_open_incident_stays_on_hold(opened):
    with pytest.raises(OperatorError, match="Close it first"):
        opened.hold(ID, False, "in a hurry", "Anna")
    with pytest.raises(OperatorError, match="is on hold already"):
        opened.hold(ID, True, "again", "Anna")
    assert opened.find(ID).hold


def test_what_is_closed_is_not_closed_again(opened):
    opened.close(ID, "Anna")
    with pytest.raises(OperatorError, match="closed already"):
        opened.close(ID, "Juris")


def test_accesses_and_refusals_are_kept_apart_from_the_entries_too(opened):
    opened.log("Anna", "show", ID, allowed=True)
    opened.log("Juris", "export", ID, allowed=False)
    assert [(each.who, each.what, each.allowed) for each in opened.accesses(ID)] == [
        ("Juris", "export", False),
        ("Anna", "show", True),
    ]


def test_an_incident_is_found_by_a_part_of_its_id_or_by_its_call(opened):
    assert opened.find(ID[:8]) == opened.find(call().call_id) == opened.find(ID)
    for part in ("", "no-such"):
        with pytest.raises(OperatorError, match="There is no incident"):
            opened.find(part)


def test_a_change_in_the_database_shows(engine, opened):
    with engine.begin() as connection:
        changed = sa.update(IncidentEntry).where(IncidentEntry.seq == 1)
        connection.execute(changed.values(body='{"words":"nothing"}'))
    assert list(chain.faults(opened.entries(ID))) == [
        "Entry 1 (opening) was changed: its hash is not that of its words."
    ]


def test_entries_that_are_written_at_once_follow_one_another(engine, opened):
    def note(number: int) -> None:
        Incidents(engine, clock=lambda: LATER).note(ID, f"note {number}", "Anna")

    before = len(opened.entries(ID))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(note, range(40)))
    entries = opened.entries(ID)
    assert list(chain.faults(entries)) == []
    assert len(entries) == before + 40


def test_a_call_goes_on_while_its_evidence_cannot_be_written(records, incidents, monkeypatch):
    from ivr.calls.ports import RecordsUnavailableError  # noqa: PLC0415

    def fails(self, call_id):
        raise RecordsUnavailableError("The disk is full.")

    records.save(first())
    with monkeypatch.context() as broken:
        broken.setattr(Incidents, "follow", fails)
        records.save(rude(ABUSE))
    records.save(entry(2, HungUp(), turn(HangUp("caller left"), step=Step.ENDED)))
    assert kinds(incidents) == ["opening", "turn", "turn", "turn", "end"]


def test_times_are_those_of_the_turns(records, incidents):
    records.save(first())
    records.save(rude(ABUSE))
    opening = incidents.entries(ID)[0]
    assert datetime.fromisoformat(opening.at) == NOON + timedelta(seconds=1)
