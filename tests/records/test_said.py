"""What was wanted, in the very words, is kept with messages, notes and promises."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from ivr.cli.on_record import one_line
from ivr.conversation.actions import KeepMessage, Note
from ivr.records.callbacks import Callbacks
from ivr.records.history import History
from ivr.records.ledger import SqlLedger
from ivr.records.store import SqlRecords
from tests.records.ledger_samples import ANNA, promising
from tests.records.samples import call, entry, turn

SAID = ("how much are two tables", "and the delivery")
LINES = "how much are two tables\nand the delivery"


@pytest.fixture
def keep(records: SqlRecords):
    """Writes a turn in which something is done, in a call in which that was said."""

    def keep(*deeds, of="a.1", said=SAID) -> None:
        records.save(entry(0, None, turn(*deeds, caller=ANNA, said=said), call(of, ANNA)))

    return keep


@pytest.mark.parametrize("deed", [KeepMessage("sales", "a.wav", 4.0), Note("sales", "Send it.")])
def test_a_message_tells_what_was_wanted(keep, engine: Engine, deed) -> None:
    keep(deed)
    assert [message.said for message in History(engine).list_messages()] == [LINES]


def test_a_promise_tells_what_was_wanted(keep, engine: Engine) -> None:
    keep(promising())
    assert [promise.said for promise in Callbacks(engine).listed()] == [LINES]


def test_the_conversation_knows_what_was_wanted_when_the_call_was_promised(keep, engine: Engine) -> None:
    keep(promising())
    assert SqlLedger(engine).known(ANNA).promise.said == SAID


def test_a_promise_that_is_moved_tells_what_is_wanted_now(keep, engine: Engine) -> None:
    keep(promising())
    keep(promising(90), of="b.1", said=("about the tables again",))
    assert [promise.said for promise in Callbacks(engine).listed()] == ["about the tables again"]
    keep(promising(95), of="c.1", said=())
    assert Callbacks(engine).listed()[0].said == "about the tables again"


def test_where_nothing_was_said_nothing_is_told(keep, engine: Engine) -> None:
    keep(promising(), said=())
    assert Callbacks(engine).listed()[0].said == ""
    assert SqlLedger(engine).known(ANNA).promise.said == ()


def test_a_table_has_the_words_in_one_line() -> None:
    assert one_line(LINES) == "how much are two tables / and the delivery"
