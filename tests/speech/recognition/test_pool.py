"""Processes that decode."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

import numpy as np
import pytest

from ivr.speech.recognition import pool as pools
from ivr.speech.recognition.pool import DecodingError, Pool
from ivr.speech.recognition.recognizer import Expected
from tests.speech.recognition.fakes import Fake

SOUND = np.array([1, 2, 3], np.int16)
LONG = 60  # seconds that a busy machine may take


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(Fake, 1)
    made.start()
    yield made
    made.stop()


def expecting(what: str) -> Expected:
    return Expected("en", (what,), ())


def process(pool: Pool) -> str:
    return pool.submit(SOUND, expecting("nothing")).result(LONG)[0].words


def test_utterances_are_decoded_in_another_process_that_stays(pool: Pool) -> None:
    first = process(pool)
    assert first.startswith("6 in ")
    assert process(pool) == first


@pytest.mark.parametrize(
    ("what", "why"),
    [("die", "died"), ("die early", "died"), ("hang", "took more than 0.5 s")],
)
def test_a_process_that_is_lost_fails_its_utterance_and_is_replaced(pool: Pool, what: str, why: str) -> None:
    first = process(pool)
    begun = monotonic()
    with pytest.raises(DecodingError, match=why):
        pool.submit(SOUND, expecting(what)).result(LONG)
    assert monotonic() - begun < LONG / 2  # not after the minute for which it hangs
    assert process(pool) != first


def test_what_cannot_be_heard_fails_and_the_process_stays(pool: Pool) -> None:
    first = process(pool)
    with pytest.raises(DecodingError, match="Not in this language"):
        pool.submit(SOUND, expecting("refuse")).result(LONG)
    assert process(pool) == first


def test_it_is_ready_while_a_process_is_warm(pool: Pool) -> None:
    assert pool.ready(LONG)
    pool.stop()
    assert not pool.ready(0)


def test_a_vocabulary_that_kills_ends_not_the_pool(pool: Pool) -> None:
    pool.prepare(expecting("die early"))
    assert process(pool).startswith("6 in ")


def test_those_who_come_too_many_fail_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "MOST_WAITING", 2)
    idle = Pool(Fake, 1)  # never started
    waiting = [idle.submit(SOUND, expecting("nothing")) for _ in range(3)]
    assert [one.done() for one in waiting] == [False, False, True]
    with pytest.raises(DecodingError, match="Too many"):
        waiting[-1].result()


def test_nobody_decodes_what_is_not_wanted_any_more(pool: Pool) -> None:
    first = process(pool)
    pool.submit(SOUND, expecting("hang"))
    dropped = pool.submit(SOUND, expecting("die"))
    assert dropped.cancel()
    assert process(pool) != first  # the hanging one was replaced; the dropped one killed nobody
