"""Work that is due is claimed by one, dialled once, ended once; and every change of a promise is a row."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from ivr.company.disposition import Disposition
from ivr.conversation.actions import Conclude, MovePromise, OptOut, SettlePromise
from ivr.dialer.ports import (
    AlreadyCallingError,
    CampaignState,
    ClaimLostError,
    ContactState,
    DoNotCallError,
    Next,
    Promise,
    PromiseState,
)
from ivr.records import tables
from ivr.records.dialer import SqlDialer
from ivr.records.engine import writing
from ivr.records.store import SqlRecords
from tests.records.ledger_samples import (
    ANNA,
    JURIS,
    at,
    attempt,
    changes,
    contact_row,
    promised,
    promising,
    rows,
    run,
    said,
    talk,
    with_contacts,
)
from tests.records.samples import NOON

AGAIN = Next(PromiseState.OPEN, at(90), "nobody answered")
KEPT = Next(PromiseState.KEPT, None, "they talked")
MADE, CLAIMED = (None, "open"), ("open", "calling")


@pytest.fixture
def dialer(engine: Engine) -> SqlDialer:
    """The ledger of the same records."""
    return SqlDialer(engine)


@pytest.fixture
def due(records: SqlRecords, dialer: SqlDialer) -> object:
    """A claimed promise, at one o'clock."""
    promised(records)
    [promise] = dialer.claim_promises(at(60), 50, "one")
    return promise


def _promise(engine: Engine) -> dict[str, object]:
    names = ("state", "tries", "next_at", "claimed_by")
    [row] = rows(engine, tables.Promise, *names)
    return dict(zip(names, row, strict=True))


def _contacts(engine: Engine) -> list[tuple[object, ...]]:
    return rows(engine, tables.Contact, "number", "state", "tries", "disposition")


# ── Claims ──


def test_a_promise_is_claimed_when_it_is_due_and_once(records, dialer, engine) -> None:
    id_ = promised(records)
    assert dialer.claim_promises(at(59.99), 50, "one") == ()
    [promise] = dialer.claim_promises(at(60), 50, "one")
    assert (promise.id, promise.number, promise.state, promise.tries) == (id_, ANNA, PromiseState.CALLING, 0)
    assert (promise.at, promise.next_at, promise.made_at) == (at(60), at(60), NOON)
    assert dialer.claim_promises(at(61), 50, "two") == ()
    assert changes(engine, id_) == [MADE, CLAIMED]


def test_the_earliest_are_claimed_first_and_no_more_than_wanted(records, dialer) -> None:
    for minutes in (30, 10, 20):
        promised(records, minutes, number=f"+3712600010{minutes}")
    claimed = dialer.claim_promises(at(60), 2, "one")
    assert [promise.at for promise in claimed] == [at(10), at(20)]


def test_while_nothing_is_due_dispatchers_wait_for_nobody_who_writes(records, dialer, engine) -> None:
    promised(records)
    with writing(engine):  # on SQLite no other transaction can write meanwhile
        assert dialer.claim_promises(at(59.99), 50, "one") == ()


@pytest.mark.parametrize(
    ("but", "claimed"),
    [
        ({"spring"}, [None, "autumn"]),
        ({None}, ["autumn", "spring"]),
        ({None, "autumn"}, ["spring"]),
        ({"winter"}, [None, "autumn", "spring"]),
    ],
)
def test_promises_that_are_kept_on_another_line_are_left(records, dialer, but, claimed) -> None:
    for place, campaign in enumerate((None, "autumn", "spring")):
        promised(records, 10 + place, number=f"+3712600010{place}", campaign=campaign)
    found = dialer.claim_promises(at(60), 9, "one", frozenset(but))
    assert [promise.campaign for promise in found] == claimed
    rest = dialer.claim_promises(at(60), 9, "two")
    assert len(rest) == 3 - len(claimed)


@pytest.mark.parametrize("state", list(CampaignState))
def test_contacts_are_claimed_only_while_the_campaign_runs(dialer, engine, state) -> None:
    with_contacts(engine, contact_row(), contact_row(JURIS, "autumn"))
    assert dialer.claim_contacts("spring", NOON, 50, "one") == ()
    dialer.set_run(run(state=state), NOON)
    claimed = dialer.claim_contacts("spring", NOON, 50, "one")
    assert [contact.number for contact in claimed] == ([ANNA] if state is CampaignState.RUNNING else [])
    assert dialer.claim_contacts("spring", NOON, 50, "two") == ()


def test_what_was_not_dialled_is_put_back_with_its_reason(dialer, engine, due) -> None:
    dialer.put_back(due, Next(PromiseState.OPEN, at(600), "outside the window"), at(60))
    assert _promise(engine) == {"state": "open", "tries": 0, "next_at": at(600), "claimed_by": None}
    reasons = rows(engine, tables.PromiseChange, "became", "reason", "next_at")
    assert reasons[-1] == ("open", "outside the window", at(600))


def test_what_was_settled_meanwhile_is_not_put_back(records, dialer, engine, due) -> None:
    said(records, SettlePromise(due.id, "cancelled"))
    dialer.put_back(due, Next(PromiseState.OPEN, at(600), "outside the window"), at(60))
    assert _promise(engine)["state"] == "cancelled"


def test_what_is_being_called_is_not_put_back(dialer, engine, due) -> None:
    dialer.begin_attempt(attempt(work=due))
    dialer.put_back(due, AGAIN, at(60))
    assert _promise(engine)["state"] == "calling"


def test_claims_of_a_dead_process_are_released_but_not_what_it_dialled(records, dialer, engine) -> None:
    with_contacts(engine, contact_row("+37126000003"), contact_row("+37126000004"))
    dialer.set_run(run(), NOON)
    for number in (ANNA, JURIS):
        promised(records, number=number)
    first, _ = dialer.claim_promises(at(60), 50, "one")
    dialled, _ = dialer.claim_contacts("spring", at(60), 50, "one")
    dialer.begin_attempt(attempt(work=first, at=at(60)))
    dialer.begin_attempt(attempt(work=dialled, at=at(60)))
    assert dialer.release_claims("two", at(70), at(70)) == 0
    assert dialer.release_claims("one", at(60), at(70)) == 0  # it claimed them after that
    assert dialer.release_claims("one", at(70), at(70)) == 2
    assert dialer.release_claims("one", at(70), at(70)) == 0
    [promise] = dialer.claim_promises(at(70), 50, "two")
    assert promise.number != first.number
    assert [contact.number for contact in dialer.claim_contacts("spring", at(70), 50, "two")] == [
        "+37126000004"
    ]


# ── Attempts ──


def test_an_attempt_is_open_until_it_ends_once(dialer, engine, due) -> None:
    made = attempt(work=due)
    dialer.begin_attempt(made)
    [found] = dialer.open_attempts()
    assert found == dialer.attempt(made.id)
    assert (found.promise, found.tries, found.talked, found.call_open, found.result) == (
        due.id,
        0,
        False,
        False,
        None,
    )
    assert dialer.open_attempts("two") == ()
    assert dialer.end_attempt(made.id, at(61), Disposition.NO_ANSWER, AGAIN)
    assert not dialer.end_attempt(made.id, at(62), Disposition.BUSY, KEPT)
    assert dialer.attempt(made.id) is None
    assert _promise(engine) == {"state": "open", "tries": 1, "next_at": at(90), "claimed_by": None}
    assert rows(engine, tables.Attempt, "disposition", "ended_at") == [("no_answer", at(61))]
    assert changes(engine, due.id) == [MADE, CLAIMED, ("calling", "open")]


def test_a_talk_is_seen_at_its_attempt(records, dialer, due) -> None:
    made = attempt(work=due)
    dialer.begin_attempt(made)
    records.save(talk(made))
    found = dialer.attempt(made.id)
    assert (found.talked, found.call_open, found.result) == (True, True, None)
    records.save(_second(talk(made, Conclude(Disposition.ACCEPTED))))
    assert dialer.attempt(made.id).result is Disposition.ACCEPTED


def _second(entry):
    return replace(entry, number=1)


@pytest.mark.parametrize("same", ["number", "person", "promise", "contact"])
def test_nobody_and_nothing_is_called_twice_at_once(records, dialer, engine, same) -> None:
    with_contacts(engine, contact_row(ANNA, person="p1"), contact_row(JURIS, person="p2"))
    dialer.set_run(run(), NOON)
    promised(records, number="+37126000009")
    [promise] = dialer.claim_promises(at(60), 9, "one")
    anna, _ = dialer.claim_contacts("spring", at(60), 9, "one")
    pairs = {
        "number": (attempt(ANNA), attempt(ANNA, person="somebody")),
        "person": (attempt(JURIS, person="p1"), attempt(ANNA)),  # whose number that is, the list says
        "promise": (attempt(work=promise), attempt(work=promise, number=ANNA, person="x")),
        "contact": (attempt(work=anna), attempt(work=anna, number=JURIS, person="x")),
    }
    one, other = pairs[same]
    dialer.begin_attempt(one)
    with pytest.raises(AlreadyCallingError):
        dialer.begin_attempt(other)
    assert len(dialer.open_attempts()) == 1
    dialer.end_attempt(one.id, at(61), Disposition.BUSY, None)
    assert dialer.open_attempts() == ()


def test_only_the_node_that_claimed_it_may_dial(dialer, due) -> None:
    with pytest.raises(ClaimLostError):
        dialer.begin_attempt(attempt(work=due, node="two"))
    assert dialer.open_attempts() == ()


@pytest.mark.parametrize("deed", ["moved", "cancelled", "kept"])
def test_a_promise_that_moved_on_by_itself_is_not_dialled(records, dialer, due, deed) -> None:
    deeds = {"moved": MovePromise(due.id, at(500), "Europe/Riga", "later")}
    said(records, deeds.get(deed) or SettlePromise(due.id, deed))
    with pytest.raises(ClaimLostError):
        dialer.begin_attempt(attempt(work=due))


# ── What moves on by itself ──


def test_a_promise_moved_in_its_own_call_stays_at_its_new_time(records, dialer, engine, due) -> None:
    made = attempt(work=due)
    dialer.begin_attempt(made)
    records.save(
        talk(made, MovePromise(due.id, at(500), "Europe/Riga", "vēlāk"), Conclude(Disposition.LATER))
    )
    assert dialer.end_attempt(made.id, at(61), Disposition.LATER, KEPT)
    assert _promise(engine) == {"state": "open", "tries": 0, "next_at": at(500), "claimed_by": None}
    assert changes(engine, due.id) == [MADE, CLAIMED, ("calling", "open")]


def test_a_contact_with_a_promise_waits_and_is_done_with_it(records, dialer, engine) -> None:
    with_contacts(engine, contact_row())
    dialer.set_run(run(), NOON)
    [contact] = dialer.claim_contacts("spring", NOON, 9, "one")
    made = attempt(work=contact)
    dialer.begin_attempt(made)
    records.save(talk(made, promising(campaign="spring", resume="proposal"), Conclude(Disposition.LATER)))
    done = Next(ContactState.DONE, None, "later")
    dialer.end_attempt(made.id, at(2), Disposition.LATER, done)
    assert _contacts(engine) == [(ANNA, "waiting", 0, "later")]
    assert dialer.unfinished("spring") == 1
    [promise] = dialer.claim_promises(at(60), 9, "one")
    assert (promise.campaign, promise.contact, promise.resume) == ("spring", contact.id, "proposal")
    again = attempt(work=promise)
    dialer.begin_attempt(again)
    dialer.end_attempt(again.id, at(61), Disposition.ACCEPTED, KEPT)
    assert _contacts(engine) == [(ANNA, "done", 0, "accepted")]
    assert dialer.unfinished("spring") == 0


def test_a_contact_that_was_not_reached_is_pending_again(dialer, engine) -> None:
    with_contacts(engine, contact_row())
    dialer.set_run(run(), NOON)
    [contact] = dialer.claim_contacts("spring", NOON, 9, "one")
    made = attempt(work=contact)
    dialer.begin_attempt(made)
    dialer.end_attempt(made.id, at(1), Disposition.BUSY, Next(ContactState.PENDING, at(16), "busy"))
    assert _contacts(engine) == [(ANNA, "pending", 1, "busy")]
    assert dialer.claim_contacts("spring", at(15), 9, "one") == ()
    [again] = dialer.claim_contacts("spring", at(16), 9, "one")
    assert (again.tries, again.reason, again.disposition) == (1, "busy", Disposition.BUSY)


# ── Do not call ──


def test_an_opt_out_stops_everything_at_once_and_everywhere(records, dialer, engine) -> None:
    with_contacts(
        engine,
        contact_row(),
        contact_row(campaign="autumn"),
        contact_row(JURIS, "winter", person=ANNA),  # the same person on another number
        contact_row("+37126000003"),
    )
    dialer.set_run(run(), NOON)
    id_ = promised(records)
    [due] = dialer.claim_promises(at(60), 9, "one")
    claimed, _ = dialer.claim_contacts("spring", at(60), 9, "one")
    call_id = said(records, OptOut("key 9"), after=3600)
    for work in (due, claimed):
        with pytest.raises(DoNotCallError):
            dialer.begin_attempt(attempt(work=work))
    with pytest.raises(DoNotCallError):
        dialer.begin_attempt(attempt(JURIS))
    assert changes(engine, id_)[-1] == ("calling", "cancelled")
    assert [state for _, state, *_ in _contacts(engine)] == ["refused"] * 3 + ["calling"]
    assert rows(engine, tables.DoNotCall, "number", "listed_at", "source", "lifted_at") == [
        (ANNA, at(60), f"call {call_id}: key 9", None)
    ]
    assert dialer.facts(ANNA, None, None, at(61)).do_not_call == at(60)
    assert dialer.facts(JURIS, ANNA, None, at(61)).do_not_call == at(60)
    assert dialer.facts("+37126000003", None, None, at(61)).do_not_call is None


def test_an_opt_out_in_our_own_call_ends_the_contact(records, dialer, engine) -> None:
    with_contacts(engine, contact_row(), contact_row(campaign="autumn"))
    dialer.set_run(run(), NOON)
    [contact] = dialer.claim_contacts("spring", NOON, 9, "one")
    made = attempt(work=contact)
    dialer.begin_attempt(made)
    records.save(talk(made, OptOut("9"), Conclude(Disposition.OPTED_OUT)))
    dialer.end_attempt(made.id, at(1), Disposition.OPTED_OUT, Next(ContactState.DONE, None, "opted out"))
    assert _contacts(engine) == [(ANNA, "done", 0, "opted_out"), (ANNA, "refused", 0, None)]


def test_a_withheld_number_can_be_put_on_no_list(records, engine) -> None:
    said(records, OptOut("9"), promising(), number=None)
    assert rows(engine, tables.DoNotCall, "id") == []
    assert rows(engine, tables.Promise, "id") == []


# ── Facts ──


def test_facts_are_of_the_person_over_numbers_and_campaigns(dialer, engine) -> None:
    with_contacts(
        engine,
        contact_row(person="p1", zone="Europe/London"),
        contact_row(JURIS, "autumn", person="p1", zone="Europe/Riga"),
    )
    for number, minutes in ((ANNA, 0), (JURIS, 10), ("+37126000003", 20)):
        made = attempt(number, at=at(minutes), campaign="autumn")
        dialer.begin_attempt(made)
        dialer.end_attempt(made.id, at(minutes + 1), Disposition.ABANDONED, None)
    up = attempt("+37126000004", at=at(30), campaign="spring")
    dialer.begin_attempt(up)
    found = dialer.facts(ANNA, "p1", "autumn", at(40))
    assert [(past.number, past.at) for past in found.past] == [(ANNA, NOON), (JURIS, at(10))]
    assert found.past[0].disposition is Disposition.ABANDONED
    assert (found.up, found.up_in_campaign) == (1, 0)
    assert (found.answered, found.abandoned) == (3, 3)
    assert found.zone == "Europe/London"
    assert dialer.facts(ANNA, None, "spring", at(40)).up_in_campaign == 1
    later = dialer.facts(ANNA, "p1", "autumn", NOON + timedelta(days=31))
    assert (later.past, later.answered) == ((), 0)


@pytest.mark.parametrize(
    ("disposition", "answered", "abandoned"),
    [
        (Disposition.ACCEPTED, 1, 0),
        (Disposition.ABANDONED, 1, 1),
        (Disposition.MACHINE, 0, 0),
        (Disposition.BUSY, 0, 0),
        (Disposition.LOST, 0, 0),
    ],
)
def test_the_guard_counts_what_a_person_picked_up(dialer, disposition, answered, abandoned) -> None:
    made = attempt(campaign="spring")
    dialer.begin_attempt(made)
    dialer.end_attempt(made.id, at(1), disposition, None)
    found = dialer.facts(ANNA, None, "spring", at(2))
    assert (found.answered, found.abandoned) == (answered, abandoned)


def test_every_change_of_a_campaign_is_a_row(dialer, engine) -> None:
    dialer.set_run(run(), NOON)
    dialer.set_run(run(state=CampaignState.PAUSED, why="lunch"), at(5))
    assert dialer.runs() == (run(state=CampaignState.PAUSED, why="lunch"),)
    assert rows(engine, tables.CampaignChange, "state", "why", "at") == [
        ("running", "started", NOON),
        ("paused", "lunch", at(5)),
    ]


def test_a_dead_node_is_one_that_is_silent_and_has_work(records, dialer) -> None:
    for number in (ANNA, JURIS):
        promised(records, number=number)
    for node in ("one", "two", "idle"):
        dialer.beat(node, at(60))
        if node != "idle":
            dialer.claim_promises(at(60), 1, node)
    dialer.beat("two", at(70))
    assert dialer.dead_nodes(at(70), timedelta(minutes=1)) == ("one",)
    assert dialer.dead_nodes(at(90), timedelta(minutes=1)) == ("one", "two")
    assert dialer.dead_nodes(at(60), timedelta(minutes=1)) == ()


def test_a_row_of_promises_begins_with_the_fields_of_a_promise() -> None:
    fields = [field.name for field in dataclasses.fields(Promise)]
    assert [column.name for column in tables.Promise.__table__.c][: len(fields)] == fields
