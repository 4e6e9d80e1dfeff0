"""Contact lists go in whole and once; a campaign's standing and its report are counted from the records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from ivr.company.disposition import Disposition
from ivr.conversation.actions import Conclude, Note, OptOut, Remember
from ivr.dialer.ports import (
    CampaignState,
    Consent,
    ContactState,
    Imported,
    NewContact,
    Next,
    PromiseState,
)
from ivr.errors import OperatorError
from ivr.records.dialer import SqlDialer
from ivr.records.history import History
from ivr.records.numbers import SqlNumbers
from ivr.records.outbound import Outbound
from ivr.records.store import SqlRecords
from tests.records.ledger_samples import ANNA, JURIS, at, attempt, promising, run, said, talk
from tests.records.samples import NOON

AGREED = Consent("web form", at(-1000))
ANNAS = NewContact(ANNA, "c-1", "Anna", "lv", "Europe/Riga", AGREED)
JURIS_OWN = NewContact(JURIS, JURIS, None, None, None, None)
DONE = Next(ContactState.DONE, None, "talked")


@pytest.fixture
def outbound(engine: Engine) -> Outbound:
    return Outbound(engine)


@pytest.fixture
def dialer(engine: Engine) -> SqlDialer:
    return SqlDialer(engine)


def test_a_list_is_imported_once(outbound, dialer) -> None:
    both = [ANNAS, JURIS_OWN]
    assert outbound.import_contacts("spring", both, NOON) == Imported((ANNA, JURIS), (), ())
    assert outbound.import_contacts("spring", both, at(1)) == Imported((), (), (ANNA, JURIS))
    anna, juris = outbound.contacts("spring")
    assert (anna.person, anna.name, anna.language, anna.zone) == ("c-1", "Anna", "lv", "Europe/Riga")
    assert (juris.state, juris.tries, juris.next_at) == (ContactState.PENDING, 0, NOON)
    assert dialer.facts(ANNA, "c-1", "spring", at(2)).consent == AGREED
    assert dialer.facts(JURIS, None, "spring", at(2)).consent is None
    assert outbound.contact("spring", JURIS) == juris
    assert outbound.contact("autumn", JURIS) is None


@pytest.mark.parametrize(
    "change",
    [{"name": "Anna B."}, {"zone": None}, {"person": "c-2"}, {"consent": Consent("letter", at(-5))}],
)
def test_a_list_brings_contacts_up_to_date_and_undoes_nothing(outbound, dialer, change) -> None:
    outbound.import_contacts("spring", [ANNAS], NOON)
    _ended(dialer, Disposition.BUSY, Next(ContactState.PENDING, at(15), "busy"))
    new = replace(ANNAS, **change)
    assert outbound.import_contacts("spring", [new], at(5)) == Imported((), (ANNA,), ())
    [contact] = outbound.contacts("spring")
    assert (contact.person, contact.name, contact.zone) == (new.person, new.name, new.zone)
    assert (contact.tries, contact.next_at, contact.disposition) == (1, at(15), Disposition.BUSY)
    assert AGREED in outbound.consents(ANNA)
    assert new.consent in outbound.consents(ANNA)


def test_an_opt_out_withdraws_consents_and_the_old_list_gives_them_back_not(outbound, records) -> None:
    outbound.import_contacts("spring", [ANNAS], NOON)
    said(records, OptOut("9"))
    assert outbound.consents(ANNA) == ()
    outbound.import_contacts("spring", [ANNAS], at(5))
    assert outbound.consents(ANNA) == ()
    newer = Consent("letter", at(10))
    outbound.import_contacts("spring", [replace(ANNAS, consent=newer)], at(11))
    assert outbound.consents(ANNA) == (newer,)


def test_a_list_that_fails_leaves_nothing(outbound) -> None:
    naive = replace(JURIS_OWN, consent=Consent("x", NOON.replace(tzinfo=None)))
    with pytest.raises(Exception, match="no time zone"):
        outbound.import_contacts("spring", [ANNAS, naive], NOON)
    assert outbound.contacts("spring") == ()


def _ended(dialer, disposition, following, minutes: float = 1) -> None:
    dialer.set_run(run(), NOON)
    [contact] = dialer.claim_contacts("spring", at(minutes - 1), 1, "one")
    made = attempt(work=contact, at=at(minutes - 1))
    dialer.begin_attempt(made)
    dialer.end_attempt(made.id, at(minutes), disposition, following)


def test_an_unknown_campaign_is_said_to_be_unknown(outbound) -> None:
    for ask in (outbound.status, outbound.report):
        with pytest.raises(OperatorError, match="spring"):
            ask("spring")
    assert outbound.run("spring") is None
    assert outbound.campaigns() == ()


def test_how_a_campaign_stands(outbound, dialer) -> None:
    outbound.import_contacts("spring", [ANNAS, JURIS_OWN], NOON)
    outbound.import_contacts("autumn", [ANNAS], NOON)
    assert outbound.status("spring").run is None
    dialer.set_run(run(), NOON)
    [contact] = dialer.claim_contacts("spring", NOON, 1, "one")
    dialer.begin_attempt(attempt(work=contact))
    found = outbound.status("spring")
    assert found.contacts == {ContactState.CALLING: 1, ContactState.PENDING: 1}
    assert (found.attempts, found.up, found.promises_open, found.next_at) == (1, 1, 0, NOON)
    assert (found.run, outbound.run("spring")) == (run(), run())
    assert outbound.campaigns() == ("autumn", "spring")
    [change] = outbound.changes("spring")
    assert (change.state, change.at, change.why) == (CampaignState.RUNNING, NOON, "started")


def _conversation(dialer, records, *deeds, disposition) -> str:
    [contact] = dialer.claim_contacts("spring", NOON, 1, "one")
    made = attempt(work=contact)
    dialer.begin_attempt(made)
    records.save(talk(made, *deeds, Conclude(disposition)))
    dialer.end_attempt(made.id, at(2), disposition, DONE)
    return made.id


@pytest.fixture
def over(outbound, dialer, records) -> tuple[str, str]:
    """A campaign of three: one answers, one asks for later and answers then, one is never reached."""
    third = replace(JURIS_OWN, number="+37126000003", person="third")
    outbound.import_contacts("spring", [ANNAS, JURIS_OWN, third], NOON)
    dialer.set_run(run(), NOON)
    one = _conversation(dialer, records, Remember("rating", "4", "4"), disposition=Disposition.ACCEPTED)
    later = promising(campaign="spring")
    two = _conversation(dialer, records, Remember("rating", "9", None), later, disposition=Disposition.LATER)
    _ended(dialer, Disposition.NO_ANSWER, Next(ContactState.DONE, None, "tried often enough"), 5)
    _keep(dialer, records)
    return one, two


def _keep(dialer: SqlDialer, records: SqlRecords) -> None:
    [promise] = dialer.claim_promises(at(60.5), 1, "one")
    made = attempt(work=promise, at=at(60.5))
    dialer.begin_attempt(made)
    records.save(talk(made, Remember("rating", "5", "5"), Conclude(Disposition.ACCEPTED), after=3700))
    dialer.end_attempt(made.id, at(70), Disposition.ACCEPTED, Next(PromiseState.KEPT, None, "they talked"))


def test_what_a_campaign_came_to(over, outbound) -> None:
    found = outbound.report("spring")
    assert found.contacts == {ContactState.DONE: 3}
    assert found.dispositions == {Disposition.ACCEPTED: 2, Disposition.NO_ANSWER: 1}
    assert found.attempts == {Disposition.ACCEPTED: 2, Disposition.LATER: 1, Disposition.NO_ANSWER: 1}
    assert found.reached == 2
    assert found.answers == {"rating": {"4": 1, "5": 1}}  # each person's last
    assert (found.promises_made, found.promises_kept, found.promises_on_time) == (1, 1, 1)
    assert (found.promises_open, found.promises_cancelled, found.promises_handed_over) == (0, 0, 0)


def test_every_answer_is_kept_as_said_and_as_understood(over, outbound) -> None:
    first, second, third = outbound.answers("spring")
    assert (first.call_id, first.number, first.question, first.said) == (over[0], ANNA, "rating", "4")
    assert (second.said, second.understood, second.number) == ("9", None, JURIS)
    assert (third.said, third.understood, third.number) == ("5", "5", JURIS)


def test_attempts_of_a_person_are_found_with_their_calls(over, outbound, engine) -> None:
    later, first = outbound.attempts(JURIS)
    assert (first.call_id, first.disposition, first.campaign) == (over[1], Disposition.LATER, "spring")
    assert (later.disposition, later.promise is not None, later.at) == (Disposition.ACCEPTED, True, at(60.5))
    assert first.answered_at is not None
    assert outbound.attempts(JURIS, since=at(60)) == (later,)
    [unanswered] = outbound.attempts("+37126000003")
    assert (unanswered.call_id, unanswered.answered_at) == (None, None)
    assert [contact.campaign for contact in SqlNumbers(engine).contacts_of(JURIS)] == ["spring"]


def test_refused_contacts_are_counted_by_reason(outbound, records) -> None:
    outbound.import_contacts("spring", [ANNAS, JURIS_OWN], NOON)
    said(records, OptOut("9"))
    assert outbound.report("spring").refused == {"asked not to be called again": 1}


def test_a_written_message_goes_to_its_department(records, engine, dialer) -> None:
    made = attempt(JURIS)
    dialer.begin_attempt(made)
    records.save(talk(made, Note("sales", "Send the offer."), Note("billing", "Send the bill.")))
    one, two = History(engine).list_messages()
    assert (one.department, one.text, one.reference, one.seconds) == ("sales", "Send the offer.", None, None)
    assert (one.caller, two.text) == (JURIS, "Send the bill.")
