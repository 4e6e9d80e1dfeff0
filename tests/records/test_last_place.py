"""The last place at a time goes to one caller, however many are told at once that it is free."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Barrier

import pytest
from sqlalchemy import Engine

from ivr import wiring
from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import NewCall, SlotTakenError, TurnTakenError
from ivr.conversation.actions import MakePromise, MovePromise, Say
from ivr.conversation.events import Pressed
from ivr.conversation.state import Step
from ivr.dialer.ports import PromiseState
from ivr.phrases.check import load_standard
from ivr.records.callbacks import Callbacks
from ivr.records.engine import open_engine
from ivr.records.ledger import SqlLedger
from ivr.records.store import SqlRecords
from ivr.records.tables import CallTurn
from tests.conftest import EXAMPLE
from tests.records.ledger_samples import ANNA, JURIS, at, changes, promised, promising, rows, said
from tests.records.samples import call, entry, first, turn

NIGHT = datetime(2026, 11, 25, 22, tzinfo=UTC)  # only a message or a promised call is left
FILE = load_standard(EXAMPLE)
PLACES = FILE.company.callbacks.per_slot


def live_at(engine: Engine, when: datetime) -> int:
    return sum(promise.at == when for promise in Callbacks(engine).listed())


# ── What is written ─────────────────────────────────────────────────────────────────────────────


def test_a_place_that_is_left_is_promised(records: SqlRecords, engine: Engine) -> None:
    promised(records, number=ANNA, places=2)
    promised(records, number=JURIS, places=2)
    assert live_at(engine, at(60)) == 2


def test_where_none_is_left_nothing_is_written(records: SqlRecords, engine: Engine) -> None:
    promised(records, number=ANNA, places=1)
    records.save(first(call("late", JURIS)))
    late = entry(1, Pressed("1"), turn(promising(places=1), caller=JURIS), call("late", JURIS))
    with pytest.raises(SlotTakenError, match='Turn 1 of call "late"'):
        records.save(late)
    assert live_at(engine, at(60)) == 1
    assert ("late", 1) not in rows(engine, CallTurn, "call_id", "number")
    records.save(replace(late, turn=turn(promising(90, places=1), caller=JURIS)))  # and the call goes on
    assert live_at(engine, at(90)) == 1


FULL = {"department": "sales", "places": 1}


@pytest.mark.parametrize(
    ("there", "minutes", "fits"),
    [
        (FULL, 60, False),
        (FULL | {"campaign": "spring"}, 60, False),  # of whatever campaign
        (FULL | {"department": "support"}, 60, True),
        (FULL, 90, True),
    ],
)
def test_a_place_is_a_departments_at_that_time(records, engine, there, minutes: int, fits: bool) -> None:
    promised(records, number=ANNA, **there)
    if fits:
        promised(records, minutes, JURIS, **FULL)
    else:
        with pytest.raises(SlotTakenError):
            promised(records, minutes, JURIS, **FULL)
    assert len(Callbacks(engine).listed()) == 1 + fits


def test_a_promise_that_is_over_holds_no_place(records, engine) -> None:
    gone = promised(records, number=ANNA, **FULL)
    Callbacks(engine).cancel(gone, "not needed", "test", at(1))
    promised(records, number=JURIS, **FULL)
    assert live_at(engine, at(60)) == 1


def test_ones_own_promise_holds_ones_own_place(records, engine) -> None:
    mine = promised(records, number=ANNA, **FULL)
    promised(records, number=ANNA, **FULL)  # the same, once more
    said(records, MovePromise(mine, at(60), "Europe/Riga", "still then", "", "sales", 1), number=ANNA)
    assert [promise.id for promise in Callbacks(engine).listed()] == [mine]
    assert len(changes(engine, mine)) == 3


def test_a_promise_moves_only_to_where_a_place_is_left(records, engine) -> None:
    mine = promised(records, 30, ANNA, **FULL)
    promised(records, 60, JURIS, **FULL)
    with pytest.raises(SlotTakenError):
        said(records, MovePromise(mine, at(60), "Europe/Riga", "later", "", "sales", 1), number=ANNA)
    assert (live_at(engine, at(30)), live_at(engine, at(60))) == (1, 1)


def test_whoever_names_no_number_of_places_is_refused_none(records, engine) -> None:
    promised(records, number=ANNA, **FULL)
    promised(records, number=JURIS)  # as an operator enters it, or an earlier version wrote it
    assert live_at(engine, at(60)) == 2


def test_a_turn_that_is_written_already_is_said_to_be_so_first(records: SqlRecords) -> None:
    of = call("twice", ANNA)
    records.save(first(of))
    taking = entry(1, Pressed("1"), turn(promising(**FULL), caller=ANNA), of)
    records.save(taking)
    with pytest.raises(TurnTakenError):
        records.save(taking)


# ── Callers at once ─────────────────────────────────────────────────────────────────────────────


@dataclass
class AllAtOnce(SqlLedger):
    """Tells nobody which times are taken before everybody has asked: once."""

    def __init__(self, engine: Engine, together: Barrier) -> None:
        super().__init__(engine)
        self.together, self.asked = together, False

    def taken(self, department: str, after: datetime, until: datetime):
        found = super().taken(department, after, until)
        if not self.asked:
            self.asked = True
            self.together.wait(30)
        return found


@pytest.fixture
def desks(url: str, engine: Engine) -> Iterator[list[Desk]]:
    """Services of their own on one database, one more than there are places."""
    stores = [SqlRecords(open_engine(url), f"node{number}") for number in range(PLACES + 1)]
    yield [wiring.desk(store, FILE, lambda: NIGHT)[0] for store in stores]
    for store in stores:
        store.close()
        store.engine.dispose()


def to_the_read_back(desk: Desk, number: int) -> LiveCall:
    of = NewCall(f"CA{number}", "twilio", "+37167000100", f"+3712000000{number}")
    live = desk.begin(of)
    for key in ("1", "4", "1"):  # sales, which is closed; to be called; the first time on offer
        live = desk.advance(live, Pressed(key))
    assert live.turn.state.step is Step.READ_BACK
    return live


def phrases(live: LiveCall) -> list[str]:
    return [action.sentence.phrase for action in live.turn.actions if isinstance(action, Say)]


def test_of_callers_who_are_told_at_once_that_it_is_free_one_is_offered_another(desks, engine) -> None:
    reading = [to_the_read_back(desk, number) for number, desk in enumerate(desks)]
    together = Barrier(len(desks))
    rivals = [replace(desk, ledger=AllAtOnce(engine, together)) for desk in desks]

    def confirm(rival: Desk, live: LiveCall) -> LiveCall:
        return rival.answer(live.call.call_id, live.number, Pressed("1"), live)

    with ThreadPoolExecutor(len(desks)) as pool:
        after = list(pool.map(confirm, rivals, reading))
    wanted = datetime.fromisoformat(reading[0].turn.state.chosen)
    assert sum("time.promised" in phrases(live) for live in after) == PLACES
    [late] = [live for live in after if "time.taken" in phrases(live)]
    assert late.turn.state.step is Step.SLOTS
    assert wanted.isoformat() not in late.turn.state.slots
    assert live_at(engine, wanted) == PLACES
    _check_whole(desks[0], late)


def _check_whole(desk: Desk, late: LiveCall) -> None:
    """Told again by any service as it was told; and the caller gets another time."""
    assert desk.repeat(late.call.call_id, late.first) == late
    live = desk.advance(late, Pressed("1"))
    live = desk.advance(live, Pressed("1"))
    assert "time.promised" in phrases(live)
    assert len([action for action in live.turn.actions if isinstance(action, MakePromise)]) == 1


def test_whatever_is_decided_at_once_waits_for_no_one_who_waits(records, url: str, engine: Engine) -> None:
    """Promises for one time and moves to it, by the same people over several services: none is stuck."""
    other = open_engine(url)
    stores, together = [records, SqlRecords(other, "two")], Barrier(2)

    def work(mine: int) -> int:
        together.wait(30)
        made = 0
        for number in range(20):
            whom = f"+3712600{(number * 7 + mine * 3) % 10:04}"
            try:
                promised(stores[mine], 60 + 30 * (number % 2), whom, places=3)
            except SlotTakenError:
                continue
            made += 1
        return made

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(work, range(2))) > 0
    assert max(live_at(engine, at(60)), live_at(engine, at(90))) <= 3
    assert Callbacks(engine).listed((PromiseState.OPEN,))
    stores[1].close()
    other.dispose()
