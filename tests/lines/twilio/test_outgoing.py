"""Pages of our own calls: picked up, spoken, found to be a machine; again, late, and at another service."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from ivr.company.campaign_file import load_campaign
from ivr.company.disposition import Disposition
from ivr.dialer.ports import NewAttempt
from ivr.errors import LineError
from ivr.lines.twilio.outgoing import OutgoingPages
from ivr.records.dialer import SqlDialer
from tests.conftest import EXAMPLE
from tests.lines.twilio.service import ACCOUNT, AT, CALL, NOW, Served

ATTEMPT, PERSON, OURS = "0123456789abcdef" * 2, "+37120000001", "+37167000102"
FORM = {
    "AccountSid": ACCOUNT,
    "CallSid": CALL,
    "From": OURS,
    "To": PERSON,
    "CallStatus": "in-progress",
    "Direction": "outbound-api",
}
FOUND = {"AccountSid": ACCOUNT, "CallSid": CALL}  # of the asynchronous callback, which says no more


class Line:
    """Whoever places our calls."""

    def __init__(self) -> None:
        self.known, self.sent, self.fails = {}, [], False

    def learn(self, attempt: str, call_id: str) -> None:
        self.known[attempt] = call_id

    def redirect(self, call_id: str, url: str) -> None:
        self.sent.append((call_id, url))
        if self.fails:
            raise LineError("Twilio is not reached.")


@pytest.fixture
def line() -> Line:
    return Line()


def serve(file, folder, line: Line, **given) -> Served:
    return Served(file, folder, more=lambda pages: OutgoingPages(pages, line).table(), **given)


@pytest.fixture
def served(migrated_once, company_file, tmp_path, line):
    made = serve(company_file, tmp_path / "prompts", line)
    begin(made)
    yield made
    made.close()


def begin(served: Served, campaign: str = "maintenance", language: str = "en") -> None:
    """An attempt is on record, as it is before Twilio is asked to dial."""
    file = load_campaign(EXAMPLE.parent / "campaigns" / f"{campaign}.yaml", served.standards.current()[1])
    served.store.keep_company(file.fingerprint, str(file.path), file.text)
    new = {"id": ATTEMPT, "node": "main/twilio", "line": "twilio", "at": NOW, "number": PERSON}
    new |= {"person": PERSON, "caller_id": OURS, "language": language, "zone": "Europe/Riga", "name": None}
    new |= {"campaign": campaign, "fingerprint": file.fingerprint, "promise": None, "contact": None}
    dialer(served).begin_attempt(NewAttempt(**new))


def dialer(served: Served) -> SqlDialer:
    return SqlDialer(served.store.engine)


def verbs(text: str) -> list[str]:
    return [element.tag for element in ET.fromstring(text)]  # noqa: S314 - of our own making


def result(served: Served) -> Disposition | None:
    return dialer(served).attempt(ATTEMPT).result


def answered_by(served: Served) -> str:
    (first,) = (row for row in served.rows()["turns"] if row[1] == 0)
    return json.loads(first[5])["by"]


# ── Picked up ───────────────────────────────────────────────────────────────────────────────────


def test_whoever_picks_up_is_listened_to(served, line):
    first = served.post(AT.answered(ATTEMPT), FORM)
    (gather,) = ET.fromstring(first.text)  # noqa: S314
    assert (gather.get("input"), gather.get("language"), gather.get("timeout")) == ("speech", "en-US", "2")
    assert gather.get("action") == AT.spoken(ATTEMPT)
    assert served.post(AT.answered(ATTEMPT), FORM) == first
    assert line.known == {ATTEMPT: CALL}
    assert served.turns() == []


@pytest.mark.parametrize("page", ["answered", "spoken"])
def test_a_call_whose_attempt_was_given_up_is_parted_with(served, page):
    dialer(served).end_attempt(ATTEMPT, NOW, Disposition.LOST, None)
    before = served.rows()
    reply = served.post(getattr(AT, page)(ATTEMPT), FORM)
    assert (reply.status, verbs(reply.text)[-1]) == (200, "Hangup")
    assert "Say" in verbs(reply.text)
    assert served.rows() == before


@pytest.mark.parametrize("page", ["answered", "spoken", "machine"])
@pytest.mark.parametrize("attempt", ["", "a/b", "x" * 65, "a b"])
def test_an_attempt_that_is_none_is_refused(served, page, attempt):
    before = served.rows()
    assert served.post(f"{getattr(AT, page)('')}{attempt}", FORM, AnsweredBy="human").status == 400
    assert served.rows() == before


# ── Spoken ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("said", "by"), [({"SpeechResult": "Hallo?"}, "person"), ({}, "uncertain")])
def test_the_conversation_begins_once_they_have_spoken(served, said, by):
    first = served.post(AT.spoken(ATTEMPT), FORM, **said)
    assert verbs(first.text) == ["Gather"]
    assert served.turns() == [(0, "convenient")]
    assert answered_by(served) == by
    assert dialer(served).attempt(ATTEMPT).call_id == CALL


def test_they_may_answer_in_words_and_the_same_words_again_are_answered_the_same(served):
    assert 'input="dtmf speech"' in served.post(AT.spoken(ATTEMPT), FORM, SpeechResult="Hallo?").text
    yes = served.post(AT.turn(0), FORM, SpeechResult="Yes, go ahead.", Confidence="0.93")
    before = served.rows()
    assert served.post(AT.turn(0), FORM, SpeechResult="Yes, go ahead.", Confidence="0.93") == yes
    assert served.post(AT.turn(0), FORM, SpeechResult="No.", Confidence="0.93") == yes
    assert served.rows() == before
    assert served.turns()[-1] == (1, "proposal")


@pytest.mark.parametrize(("said", "left"), [("You have reached Anna.", True), ("Yes.", False)])
def test_a_machine_may_have_been_heard_to_speak_but_not_to_answer(served, said, left):
    served.post(AT.spoken(ATTEMPT), FORM)
    served.post(AT.turn(0), FORM, SpeechResult=said, Confidence="0.9")
    served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy="machine_end_beep")
    assert (result(served) is Disposition.MACHINE) is left


def test_what_is_delivered_again_is_answered_as_before(served):
    first = served.post(AT.spoken(ATTEMPT), FORM)
    assert served.post(AT.spoken(ATTEMPT), FORM, SpeechResult="Yes?") == first
    served.post(AT.turn(0), FORM, Digits="1")
    dialer(served).end_attempt(ATTEMPT, NOW, Disposition.HUNG_UP, None)
    assert served.post(AT.spoken(ATTEMPT), FORM) == first
    assert [number for number, _ in served.turns()] == [0, 1]


# ── Found out ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("word", ["human", "unknown", "a new word"])
def test_a_person_changes_nothing(served, line, word):
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy=word).status == 204
    served.post(AT.spoken(ATTEMPT), FORM)
    before = served.rows()
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy=word).status == 204
    assert served.rows() == before
    assert line.sent == []


MACHINES = ["machine_start", "machine_end_beep", "machine_end_silence", "machine_end_other", "fax"]


@pytest.mark.parametrize("word", MACHINES)
def test_a_machine_is_found_out_in_the_middle(served, line, word):
    served.post(AT.spoken(ATTEMPT), FORM, SpeechResult="You have reached")
    served.post(AT.turn(0), FORM)  # silence
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy=word).status == 204
    assert line.sent == [(CALL, AT.again(2))]
    words = served.post(AT.again(2), FORM)
    assert verbs(words.text)[-1] == "Hangup"
    assert result(served) is Disposition.MACHINE
    assert served.turns()[-1] == (2, "ended")


@pytest.mark.parametrize("word", MACHINES)
def test_a_machine_is_found_out_before_anything_is_said(served, line, word):
    served.post(AT.answered(ATTEMPT), FORM)
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy=word).status == 204
    assert line.sent == [(CALL, AT.again(0))]
    words = served.post(AT.again(0), FORM)
    assert served.post(AT.spoken(ATTEMPT), FORM) == words
    assert (result(served), served.turns()) == (Disposition.MACHINE, [(0, "ended")])


def test_a_machine_is_found_out_once(served, line):
    served.post(AT.spoken(ATTEMPT), FORM)
    for _ in range(2):
        served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy="machine_end_beep")
    assert len(line.sent) == 1
    assert len(served.turns()) == 2


def test_whoever_has_pressed_a_key_is_no_machine(served, line):
    served.post(AT.spoken(ATTEMPT), FORM)
    served.post(AT.turn(0), FORM, Digits="1")
    before = served.rows()
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy="machine_end_beep").status == 204
    assert (served.rows(), line.sent) == (before, [])


def test_found_out_after_the_end_is_too_late(served, line):
    served.post(AT.spoken(ATTEMPT), FORM)
    served.post(AT.status(ATTEMPT), FORM, CallStatus="completed")
    before = served.rows()
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy="machine_end_beep").status == 204
    assert (served.rows(), line.sent) == (before, [])


def test_found_out_when_the_attempt_is_given_up_is_too_late_too(served, line):
    dialer(served).end_attempt(ATTEMPT, NOW, Disposition.LOST, None)
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy="machine_end_beep").status == 204
    assert (served.turns(), line.sent) == ([], [])


def test_a_machine_that_cannot_be_sent_to_its_words_comes_to_them_by_itself(served, line):
    line.fails = True
    served.post(AT.spoken(ATTEMPT), FORM)
    assert served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy="machine_end_beep").status == 204
    assert served.post(AT.turn(0), FORM) == served.post(AT.again(1), FORM)
    assert result(served) is Disposition.MACHINE


def test_without_a_word_from_the_detection_it_is_told_what_is_missing(served):
    reply = served.post(AT.machine(ATTEMPT), FOUND)
    assert (reply.status, "AnsweredBy is missing" in reply.text) == (400, True)


# ── At another service ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def other(served, company_file, tmp_path, line):
    made = serve(company_file, tmp_path / "prompts", line, store=served.store)
    yield made
    made.line.server.webhooks.close()
    made._loop.close()


def test_any_service_takes_any_page(served, other, line):
    first = served.post(AT.answered(ATTEMPT), FORM)
    assert other.post(AT.answered(ATTEMPT), FORM).text == first.text
    said = other.post(AT.spoken(ATTEMPT), FORM)
    assert served.post(AT.spoken(ATTEMPT), FORM).text == said.text
    served.post(AT.machine(ATTEMPT), FOUND, AnsweredBy="machine_end_beep")
    assert other.post(AT.turn(0), FORM).text == other.post(AT.again(1), FORM).text
    assert [number for number, _ in served.turns()] == [0, 1]
