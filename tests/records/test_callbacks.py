"""Promises made, moved and settled, in conversations and by operators; every change says by whom."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from ivr.calls.ports import AttemptUnknownError, OutboundCall
from ivr.company.disposition import Disposition
from ivr.conversation.actions import MovePromise, OptOut, SettlePromise
from ivr.conversation.errand import NOBODY, Errand, Known, Origin, Promised
from ivr.dialer.ports import Next, PromiseState
from ivr.errors import OperatorError
from ivr.records import tables
from ivr.records.callbacks import Callbacks, NewPromise
from ivr.records.dialer import SqlDialer
from ivr.records.do_not_call import DoNotCall
from ivr.records.ledger import SqlLedger
from ivr.records.store import SqlRecords
from ivr.records.writes import REHEARSAL
from tests.records.ledger_samples import (
    ANNA,
    JURIS,
    OURS,
    at,
    attempt,
    changes,
    promised,
    promising,
    rows,
    said,
)
from tests.records.samples import NOON

ENTERED = NewPromise(ANNA, "sales", at(30), "Europe/Riga", "lv", "pusdienlaikā", "Anna")
BY = "operator Ieva"


@pytest.fixture
def callbacks(engine: Engine) -> Callbacks:
    return Callbacks(engine)


@pytest.fixture
def ledger(engine: Engine) -> SqlLedger:
    return SqlLedger(engine)


@pytest.fixture
def dialer(engine: Engine) -> SqlDialer:
    return SqlDialer(engine)


# ── What a conversation knows ──


def test_of_nobody_nothing_is_known(ledger) -> None:
    assert ledger.known(None) == ledger.known(ANNA) == NOBODY


def test_the_next_promise_to_a_number_is_known(records, ledger) -> None:
    promised(records, 90)
    id_ = promised(records, 30, department="billing", origin=Origin.QUEUE)
    promised(records, 10, number=JURIS)
    known = Promised(id_, at(30), "Europe/Riga", Origin.QUEUE, "billing", NOON)
    assert ledger.known(ANNA) == Known(known)
    said(records, SettlePromise(id_, "kept"))
    assert ledger.known(ANNA).promise.at == at(90)


def test_a_promise_being_called_is_known_to_a_person_who_rings_in(records, ledger, dialer) -> None:
    id_ = promised(records)
    dialer.claim_promises(at(60), 1, "one")
    assert ledger.known(ANNA).promise.id == id_


def test_who_opted_out_is_known(records, ledger) -> None:
    promised(records)
    said(records, OptOut("9"))
    assert ledger.known(ANNA) == Known(None, may_be_called=False)


def test_slots_are_taken_by_what_is_still_to_be_kept(records, ledger, dialer) -> None:
    for number, minutes in ((ANNA, 60), (JURIS, 60), ("+37126000003", 90), ("+37126000004", 120)):
        promised(records, minutes, number=number)
    promised(records, 60, number="+37126000005", department="billing")
    said(records, SettlePromise(promised(records, 60, number="+37126000006"), "cancelled"))
    dialer.claim_promises(at(60), 1, "one")  # being called: it still takes its place
    assert ledger.taken("sales", at(60), at(120)) == ((at(60), 2), (at(90), 1))
    assert ledger.taken("support", at(60), at(120)) == ()


def test_a_call_of_ours_is_found_by_its_attempt_until_that_ends(records, ledger, dialer) -> None:
    promised(records, campaign="spring", resume="question:2")
    [promise] = dialer.claim_promises(at(60), 1, "one")
    made = attempt(work=promise, name="Anna", language="en", zone="Europe/London")
    dialer.begin_attempt(made)
    promised_to = Promised(promise.id, at(60), "Europe/Riga", Origin.CLOSED, "sales", NOON, "spring")
    errand = Errand(made.id, "en", "Europe/London", "Anna", "spring", promised_to, "question:2")
    assert ledger.outbound(made.id) == OutboundCall(errand, ANNA, OURS, "c1")
    dialer.end_attempt(made.id, at(61), Disposition.BUSY, None)
    for gone in (made.id, "no-such-attempt"):
        with pytest.raises(AttemptUnknownError):
            ledger.outbound(gone)


# ── In conversations ──


def test_a_second_promise_for_the_same_moves_the_first(records, engine, callbacks) -> None:
    id_ = promised(records, 60)
    said(records, promising(120, resume="proposal", words="divos"))
    [promise] = callbacks.listed()
    assert (promise.id, promise.at, promise.next_at, promise.words) == (id_, at(120), at(120), "divos")
    assert changes(engine, id_) == [(None, "open"), ("open", "open")]


@pytest.mark.parametrize("other", [{"department": "billing"}, {"campaign": "spring"}, {"number": JURIS}])
def test_promises_about_different_things_stand_side_by_side(records, callbacks, other) -> None:
    promised(records, 60)
    promised(records, 120, **other)
    assert len(callbacks.listed()) == 2


def test_a_new_promise_after_one_that_is_over_is_a_new_one(records, callbacks) -> None:
    said(records, SettlePromise(promised(records), "cancelled"))
    promised(records, 120)
    assert [promise.at for promise in callbacks.listed()] == [at(120)]


@pytest.mark.parametrize("outcome", ["kept", "cancelled"])
def test_what_is_over_stays_so(records, callbacks, engine, outcome) -> None:
    id_ = promised(records)
    said(records, SettlePromise(id_, outcome))
    said(records, SettlePromise(id_, "kept"), MovePromise(id_, at(500), "Europe/Riga", "vēlāk"))
    assert callbacks.promise(id_).state == outcome
    assert len(changes(engine, id_)) == 2


def test_a_change_in_a_conversation_says_in_which(records, callbacks) -> None:
    id_ = promised(records, words="vienos", origin=Origin.BUSY)
    call_id = said(records, MovePromise(id_, at(90), "Europe/Riga", "pusdivos"), after=60)
    made, moved = callbacks.changes(id_)
    assert (made.was, made.became, made.reason) == (
        None,
        PromiseState.OPEN,
        "promised, vienos: the department was busy",
    )
    assert (moved.by, moved.call_id, moved.at, moved.next_at) == ("the person", call_id, at(1), at(90))


# ── By operators ──


def test_an_operator_enters_a_promise(callbacks) -> None:
    made = callbacks.add(ENTERED, BY, NOON)
    assert (made.number, made.name, made.origin, made.at) == (ANNA, "Anna", Origin.OPERATOR, at(30))
    assert callbacks.listed() == (made,)
    [change] = callbacks.changes(made.id[:8])
    assert (change.by, change.became) == (BY, PromiseState.OPEN)


def test_an_operator_promises_nothing_to_who_is_on_the_list(engine, callbacks) -> None:
    DoNotCall(engine).add(ANNA, "letter of 3 May", BY, NOON)
    with pytest.raises(OperatorError, match="do-not-call"):
        callbacks.add(ENTERED, BY, NOON)
    assert callbacks.listed() == ()


def test_an_operator_moves_a_promise_and_its_tries_begin_anew(records, dialer, callbacks) -> None:
    id_ = promised(records)
    _not_reached(dialer, Next(PromiseState.HANDED_OVER, None, "nobody answered three times"))
    assert callbacks.promise(id_).tries == 1
    moved = callbacks.move(id_, at(300), "Europe/Riga", "piecos", BY, at(70))
    assert (moved.state, moved.at, moved.next_at, moved.tries) == (PromiseState.OPEN, at(300), at(300), 0)


def _not_reached(dialer: SqlDialer, following: Next) -> None:
    [promise] = dialer.claim_promises(at(60), 1, "one")
    made = attempt(work=promise)
    dialer.begin_attempt(made)
    dialer.end_attempt(made.id, at(61), Disposition.NO_ANSWER, following)


@pytest.mark.parametrize(("deed", "state"), [("cancel", "cancelled"), ("done", "kept")])
def test_an_operator_settles_a_promise_once(records, callbacks, deed, state) -> None:
    id_ = promised(records)
    settle = getattr(callbacks, deed)
    assert settle(id_, "talked at the counter", BY, at(5)).state == state
    assert callbacks.changes(id_)[-1].reason == "talked at the counter"
    with pytest.raises(OperatorError, match="already"):
        settle(id_, "again", BY, at(6))


def test_a_promise_that_is_rung_at_this_moment_is_left_alone(records, dialer, callbacks) -> None:
    id_ = promised(records)
    [promise] = dialer.claim_promises(at(60), 1, "one")
    dialer.begin_attempt(attempt(work=promise))
    with pytest.raises(OperatorError, match="at this moment"):
        callbacks.cancel(id_, "no need", BY, at(60))


def test_promises_are_found_by_the_beginning_of_their_id(records, callbacks) -> None:
    id_ = promised(records)
    assert callbacks.promise(id_[:6]).id == id_
    for wrong in ("", "zzz", "%"):
        with pytest.raises(OperatorError, match="no promise"):
            callbacks.promise(wrong)


def test_promises_are_listed_by_state_department_and_number(records, callbacks) -> None:
    promised(records, 60)
    promised(records, 30, number=JURIS, department="billing")
    assert [promise.number for promise in callbacks.listed()] == [JURIS, ANNA]
    assert [promise.number for promise in callbacks.listed(department="sales")] == [ANNA]
    assert [promise.number for promise in callbacks.listed(number=JURIS)] == [JURIS]
    assert callbacks.listed(states=(PromiseState.KEPT,)) == ()
    assert len(callbacks.listed(limit=1)) == 1


# ── The do-not-call list ──


def test_the_list_keeps_who_came_on_it_and_left_it(engine) -> None:
    never = DoNotCall(engine)
    assert never.add(ANNA, "letter", BY, NOON)
    assert not never.add(ANNA, "again", BY, at(1))
    assert never.lift(ANNA, "asked for it in writing", BY, at(2))
    assert not never.lift(ANNA, "twice", BY, at(3))
    assert never.listed() == ()
    assert never.add(ANNA, "changed her mind", BY, at(4))
    newest, first = never.history(ANNA)
    assert (first.source, first.listed_at, first.lifted_at) == (f"letter ({BY})", NOON, at(2))
    assert first.lifted_why == f"asked for it in writing ({BY})"
    assert (newest.lifted_at, never.listed()) == (None, (newest,))


def test_a_long_list_is_added_once(engine) -> None:
    numbers = [(f"+37120{number:06}", "list 7") for number in range(250)]
    never = DoNotCall(engine)
    assert never.add_all(numbers, "list.csv", NOON) == 250
    assert never.add_all([*numbers, (ANNA, "list 8")], "list.csv", at(1)) == 1
    assert len(never.listed()) == 251
    assert [line.number for line in never.listed(limit=1)] == [ANNA]
    assert [line.number for line in never.listed("0249")] == ["+37120000249"]


def test_a_number_that_came_on_the_list_by_hand_is_called_no_more(records, engine, dialer, callbacks) -> None:
    id_ = promised(records)
    DoNotCall(engine).add(ANNA, "letter", BY, at(1))
    assert callbacks.promise(id_).state is PromiseState.CANCELLED
    assert callbacks.changes(id_)[-1].by == BY
    assert dialer.claim_promises(at(60), 9, "one") == ()
    assert rows(engine, tables.DoNotCall, "call_id") == [(None,)]


def test_where_nobody_makes_calls_none_may_be_promised(records, engine) -> None:
    """And what was promised before is still known."""
    promised(records)
    known = SqlLedger(engine, calls=lambda: False).known(ANNA)
    assert known.promise is not None
    assert not known.may_be_called


def test_a_call_at_the_keyboard_promises_nothing_and_bars_nobody(engine, ledger, callbacks) -> None:
    """Its number may be anybody's: a rehearsal must not ring them, or keep them from being rung."""
    rehearsed = SqlRecords(engine, node=REHEARSAL)
    promised(rehearsed)
    said(rehearsed, OptOut("9"))
    assert callbacks.listed() == ()
    assert ledger.known(ANNA) == NOBODY
