"""The desk: written down before it is performed, resumed as it was, with the file the call began with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ivr import wiring
from ivr.calls.desk import Desk, NoLedger
from ivr.calls.ports import (
    AttemptUnknownError,
    CallUnknownError,
    NewCall,
    TurnEntry,
    TurnTakenError,
    TurnUnknownError,
)
from ivr.calls.standards import FileStandards
from ivr.company.campaign_file import load_campaign
from ivr.company.loader import parse
from ivr.conversation.actions import Ask, HangUp, LookUp, Record, Say, Transfer
from ivr.conversation.engine import advance
from ivr.conversation.errand import NOBODY
from ivr.conversation.events import AnsweredBy, HungUp, Pressed, Recorded, Silence
from ivr.conversation.performed import Cut, Performed
from ivr.conversation.state import Step
from ivr.dialer.ports import NewAttempt
from ivr.errors import OperatorError
from ivr.phrases.check import load_standard
from ivr.records.callbacks import Callbacks, NewPromise
from ivr.records.dialer import SqlDialer
from ivr.records.history import History
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
CALL = NewCall("c1", "asterisk", "+37167000100", "+37120000001")


@pytest.fixture
def file():
    return load_standard(EXAMPLE)


@pytest.fixture
def store():
    return wiring.records("sqlite://")


@pytest.fixture
def desk(store, file):
    return wiring.desk(store, file, lambda: NOW)[0]


def test_the_answer_is_on_record_before_it_is_performed(desk, store):
    live = desk.begin(CALL)
    stored = store.load("c1")
    assert (stored.number, stored.turn, stored.call) == (0, live.turn, CALL)
    assert isinstance(live.turn.actions[-1], Ask)


def test_a_call_goes_on_after_it_was_read_back(desk):
    desk.begin(CALL)
    live = desk.advance(desk.resume("c1"), Pressed("1"))
    assert isinstance(live.turn.actions[-1], Transfer)
    assert live.turn.actions[-1].department == "sales"
    assert desk.resume("c1") == live


def test_how_a_turn_was_heard_is_written_with_the_answer_to_it(desk, store):
    heard, then = Performed(0.2, 4.5), Performed(0.3, 2.0, Cut.KEY)
    live = desk.advance(desk.begin(CALL), Pressed("1"), heard)
    desk.answer("c1", live.number, HungUp(), live, then)
    turns = History(store.engine).transcript("c1").turns
    assert [turn.performed for turn in turns] == [heard, then, None]


def test_the_same_turn_is_never_taken_twice(desk, store):
    first = desk.begin(CALL)
    desk.advance(first, Pressed("1"))
    with pytest.raises(TurnTakenError):
        desk.advance(first, Pressed("2"))
    assert store.load("c1").turn.state.department == "sales"


def test_an_ended_call_is_marked_so(desk, store):
    desk.advance(desk.begin(CALL), HungUp())
    stored = store.load("c1")
    assert stored.ended
    assert stored.turn.state.step is Step.ENDED


def test_an_unknown_call_is_said_to_be_unknown(desk):
    with pytest.raises(CallUnknownError, match="c9"):
        desk.resume("c9")


def test_a_call_keeps_the_file_it_began_with(store, file):
    desk, standards = wiring.desk(store, file, lambda: NOW)
    desk.begin(CALL)
    changed = parse(file.path, file.text.replace("en: Ozols}", "en: Oaks}"))
    standards.put_in_force(changed)
    assert desk.begin(replace(CALL, call_id="c2")).company.name.into("en") == "Oaks"
    assert desk.resume("c1").company.name.into("en") == "Ozols"


def test_the_earlier_file_is_read_back_after_a_restart(store, file):
    FileStandards(store, file)
    changed = parse(file.path, file.text.replace("en: Ozols}", "en: Oaks}"))
    restarted = FileStandards(store, changed)
    assert restarted.of(file.fingerprint).name.into("en") == "Ozols"


def test_a_file_that_was_kept_nowhere_is_an_error_that_says_so(store, file):
    with pytest.raises(OperatorError, match="do not hold the company file abc"):
        FileStandards(store, file).of("abc")


# Calls of ours, and what is looked up

CAMPAIGN = load_campaign(EXAMPLE.parent / "campaigns" / "maintenance.yaml", load_standard(EXAMPLE).company)


def new_attempt(**changes) -> NewAttempt:
    given = NewAttempt(
        id="a1",
        node="main",
        line="asterisk",
        at=NOW,
        number="+37120000001",
        person="+37120000001",
        caller_id="+37167000102",
        language="en",
        zone="Europe/Riga",
        name="Anna",
        campaign="maintenance",
        fingerprint=CAMPAIGN.fingerprint,
        promise=None,
        contact=None,
    )
    return replace(given, **changes)


@pytest.fixture
def attempt(store) -> str:
    store.keep_company(CAMPAIGN.fingerprint, "maintenance.yaml", CAMPAIGN.text)
    SqlDialer(store.engine).begin_attempt(new_attempt())
    return "a1"


def test_our_call_is_on_record_with_its_campaign_before_it_is_performed(desk, store, attempt):
    live = desk.begin_outreach("call-1", "asterisk", attempt, AnsweredBy.PERSON)
    stored = store.load("call-1")
    assert (stored.turn, stored.campaign) == (live.turn, CAMPAIGN.fingerprint)
    assert (live.call.called, live.call.caller, live.call.attempt) == ("+37120000001", "+37167000102", "a1")
    assert live.turn.state.language == "en"
    assert desk.resume("call-1") == live


def test_our_call_is_begun_once(desk, attempt):
    desk.begin_outreach("call-1", "asterisk", attempt, AnsweredBy.PERSON)
    with pytest.raises(TurnTakenError):
        desk.begin_outreach("call-1", "asterisk", attempt, AnsweredBy.PERSON)


def test_an_attempt_that_nobody_made_cannot_be_spoken_in(desk):
    with pytest.raises(AttemptUnknownError, match="a9"):
        desk.begin_outreach("call-1", "asterisk", "a9", AnsweredBy.PERSON)


def test_what_is_looked_up_is_answered_at_once_and_the_line_gets_all_that_was_said(desk, store, attempt):
    first = desk.begin_outreach("call-1", "asterisk", attempt, AnsweredBy.PERSON)
    live = desk.advance(first, Pressed("2"))
    phrases = [action.sentence.phrase for action in live.turn.actions if isinstance(action, Say)]
    assert phrases[:2] == ["disturbed.sorry", "slots.ask"]
    assert not [action for action in live.turn.actions if isinstance(action, LookUp)]
    assert live.number == 2  # one turn that asks, one that goes on with what was found
    assert store.load("call-1").turn.actions == live.turn.actions[1:]


def test_a_call_whose_service_died_while_looking_up_looks_up_again(desk, store, attempt):
    first = desk.begin_outreach("call-1", "asterisk", attempt, AnsweredBy.PERSON)
    asking = advance(first.turn.state, Pressed("2"), first.company, NOW, first.campaign)
    entry = TurnEntry(first.call, 1, NOW, Pressed("2"), asking, first.fingerprint, first.campaign_fingerprint)
    store.save(entry)
    live = desk.resume("call-1")
    assert isinstance(live.turn.actions[-1], Ask)
    assert live.turn.actions[0].sentence.phrase == "disturbed.sorry"


def test_times_that_are_taken_are_not_offered(desk, store, attempt):
    first = desk.begin_outreach("call-1", "asterisk", attempt, AnsweredBy.PERSON)
    offered = desk.advance(first, Pressed("2")).turn.state.slots
    for number in range(2):
        at = datetime.fromisoformat(offered[0])
        new = NewPromise(f"+3712900000{number}", "support", at, "Europe/Riga", "lv", "…")
        Callbacks(store.engine).add(new, "test", NOW)
    SqlDialer(store.engine).begin_attempt(new_attempt(id="a2", number="+37120000009", person="+37120000009"))
    second = desk.begin_outreach("call-2", "asterisk", "a2", AnsweredBy.PERSON)
    assert offered[0] not in desk.advance(second, Pressed("2")).turn.state.slots


def test_what_is_known_of_a_caller_is_in_the_conversation(desk, store):
    at = NOW.replace(hour=12)
    new = NewPromise("+37120000001", "sales", at, "Europe/Riga", "lv", "…")
    Callbacks(store.engine).add(new, "test", NOW)
    assert desk.begin(CALL).turn.state.known.promise.at == at


def test_without_a_ledger_nobody_is_known_and_nobody_called():
    ledger = NoLedger()
    assert ledger.known("+37120000001") == NOBODY
    assert ledger.taken("sales", NOW, NOW) == ()
    with pytest.raises(AttemptUnknownError, match="a1"):
        ledger.outbound("a1")


# Lines that deliver an event more than once, in any order


def test_an_event_that_comes_again_is_answered_as_before_and_written_once(desk, store):
    desk.begin(CALL)
    first = desk.answer("c1", 0, Pressed("1"))
    assert desk.answer("c1", 0, Pressed("1")) == first
    assert store.load("c1").number == 1


def test_an_event_that_comes_late_is_answered_as_it_was_then(desk, store):
    desk.begin(CALL)
    then = desk.answer("c1", 0, Pressed("4"))
    desk.answer("c1", 1, Pressed("1"))
    assert desk.answer("c1", 0, Pressed("2")) == then  # whatever it says now
    assert store.load("c1").number == 2


def test_a_call_that_this_process_saw_is_not_read_again(desk, store):
    held = desk.begin(CALL)
    assert desk.answer("c1", 0, Pressed("1"), held).turn == store.load("c1").turn


def test_what_this_process_saw_is_checked_when_it_is_old(desk, store):
    held = desk.begin(CALL)
    elsewhere = desk.answer("c1", 0, Pressed("1"))
    assert desk.answer("c1", 0, Pressed("2"), held) == elsewhere


def test_an_answer_to_what_was_never_asked_is_refused(desk, store):
    desk.begin(CALL)
    with pytest.raises(TurnUnknownError, match="no turn 7"):
        desk.answer("c1", 7, Pressed("1"))
    with pytest.raises(CallUnknownError):
        desk.answer("nobody", 0, Pressed("1"))
    assert store.load("c1").number == 0


def test_a_call_that_is_over_is_hung_up_and_nothing_is_written(desk, store):
    desk.begin(CALL)
    desk.leave("c1", HungUp())
    assert desk.answer("c1", 1, Pressed("1")).turn.actions == (HangUp("ended already"),)
    assert store.load("c1").number == 1


def test_whoever_leaves_leaves_once(desk, store):
    desk.begin(CALL)
    first = desk.leave("c1", HungUp())
    assert desk.leave("c1", HungUp()) == first
    assert store.load("c1").number == 1


def test_who_hangs_up_while_a_turn_is_answered_has_left_after_it(desk, store, monkeypatch):
    desk.begin(CALL)
    resume = Desk.resume

    def resume_too_early(self, call_id):
        live = resume(self, call_id)
        if live.number == 0:
            self.advance(live, Pressed("1"))  # by another service
        return live

    monkeypatch.setattr(Desk, "resume", resume_too_early)
    assert desk.leave("c1", HungUp()).number == 2
    assert store.load("c1").ended


@pytest.fixture
def night(store, file):
    """A desk at an hour at which only a message or a promised call is left."""
    return wiring.desk(store, file, lambda: datetime(2026, 11, 25, 22, tzinfo=UTC))[0]


def test_what_was_looked_up_is_said_again_whole(night, store):
    night.begin(CALL)
    night.answer("c1", 0, Pressed("1"))
    sought = night.answer("c1", 1, Pressed("4"))  # a promised call: a turn that looks up, and one that found
    assert sought.number == 3
    assert night.answer("c1", 1, Pressed("4")) == sought
    assert any(isinstance(action, Say) for action in sought.turn.actions)
    assert store.load("c1").number == 3


def test_what_another_service_began_to_look_up_is_found_here(night, store):
    live = night.answer("c1", 0, Pressed("1"), night.begin(CALL))
    begun = night._advance(live, Pressed("4"))  # and there it stopped
    assert isinstance(begun.turn.actions[-1], LookUp)
    assert isinstance(night.answer("c1", 1, Pressed("4")).turn.actions[-1], Ask)
    assert store.load("c1").number == 3


@pytest.mark.parametrize(
    "then", [lambda desk: desk.answer("c1", 1, Pressed("4")), lambda desk: desk.leave("c1", HungUp())]
)
def test_what_two_services_look_up_at_once_is_found_once_and_neither_fails(night, store, monkeypatch, then):
    live = night.answer("c1", 0, Pressed("1"), night.begin(CALL))
    night._advance(live, Pressed("4"))  # by a service that stopped there
    find, others = Desk._find, [night]

    def find_too_late(self, live):
        found = find(self, live)
        if others:
            others.pop().resume("c1")  # another service has the same delivery
        return found

    monkeypatch.setattr(Desk, "_find", find_too_late)
    assert then(night).number == store.load("c1").number


# Recordings that the line keeps


@pytest.fixture
def recording(night) -> Desk:
    """A caller was asked for a message in turn 2."""
    night.begin(CALL)
    night.answer("c1", 0, Pressed("1"))
    assert isinstance(night.answer("c1", 1, Pressed("1")).turn.actions[-1], Record)
    return night


SPOKEN = Recorded("messages/c1-2.wav", 8.0, source="RE1")


def test_a_message_that_is_told_twice_is_one(recording, store):
    first = recording.answer("c1", 2, SPOKEN)
    assert recording.answer("c1", 2, SPOKEN) == first
    [found] = History(store.engine).transcript("c1").recordings
    assert (found.source, found.number) == ("RE1", 3)


def test_a_message_that_comes_after_the_hang_up_is_kept_for_its_department(recording, store):
    recording.leave("c1", HungUp())
    assert recording.answer("c1", 2, SPOKEN).turn.state.step is Step.ENDED
    [message] = History(store.engine).list_messages()
    assert (message.department, message.reference) == ("sales", SPOKEN.reference)


def test_a_recording_that_nobody_asked_for_is_logged(desk, store, capsys):
    desk.begin(CALL)
    desk.add_recording("c1", 0, SPOKEN)
    assert "recording_unexpected" in capsys.readouterr().out
    assert History(store.engine).transcript("c1").recordings == ()


# What the line finds out while the conversation goes on


def test_a_machine_that_is_found_out_is_spoken_to_and_told_of_once(desk, store, attempt):
    desk.begin_outreach("call-1", "twilio", attempt, AnsweredBy.PERSON)
    live = desk.detect("call-1", AnsweredBy.MACHINE)
    assert (live.number, live.turn.state.step) == (1, Step.ENDED)
    assert desk.detect("call-1", AnsweredBy.MACHINE) is None
    assert store.load("call-1").number == 1


@pytest.mark.parametrize("by", [AnsweredBy.PERSON, AnsweredBy.UNCERTAIN])
def test_a_person_who_is_found_out_changes_nothing(desk, store, attempt, by):
    desk.begin_outreach("call-1", "twilio", attempt, AnsweredBy.UNCERTAIN)
    assert desk.detect("call-1", by) is None
    assert store.load("call-1").number == 0


def test_whoever_pressed_a_key_while_it_was_found_out_is_no_machine(desk, attempt, monkeypatch):
    desk.begin_outreach("call-1", "twilio", attempt, AnsweredBy.PERSON)
    resume, moments = Desk.resume, [Pressed("1"), Silence()]

    def resume_too_early(self, call_id):
        live = resume(self, call_id)
        if moments:
            self.advance(live, moments.pop())  # by another service: first nothing, then a key
        return live

    monkeypatch.setattr(Desk, "resume", resume_too_early)
    assert desk.detect("call-1", AnsweredBy.MACHINE) is None
    assert desk.resume("call-1").number == 2


def test_nobody_is_found_out_in_a_call_to_us(desk, store):
    desk.begin(CALL)
    assert desk.detect("c1", AnsweredBy.MACHINE) is None
    with pytest.raises(CallUnknownError):
        desk.detect("nobody", AnsweredBy.MACHINE)
    assert store.load("c1").number == 0
