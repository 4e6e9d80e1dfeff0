"""Where utterances begin and end."""

from __future__ import annotations

import numpy as np
import pytest

from ivr.speech.recognition.endpoints import LONGEST, PRE_ROLL, Endpoints, Step, chunks
from ivr.speech.recognition.vad import CHUNK

ONSET, PAUSE, RESUMED, END = Step
HANGOVER = 0.5


def steps(pattern: str, hangover: float = HANGOVER) -> list[tuple[Step, int]]:
    """What comes of chunks that are speech ("s"), doubtful ("d") or silent ("."), and at which of them."""
    likely = {"s": 0.9, "d": 0.45, ".": 0.1}
    endpoints = Endpoints(hangover)
    found = []
    for number, kind in enumerate(pattern):
        made = endpoints.push(np.full(CHUNK, number, np.int16), likely[kind])
        found += [(step, number) for step in made]
    return found


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("." * 50, []),
        ("..s..s..s......", []),
        ("d" * 50, []),
        ("....ssss", [(ONSET, 6)]),
        ("....ss.ss", [(ONSET, 7)]),
        ("ssss" + "." * 16, [(ONSET, 2), (PAUSE, 9), (END, 19)]),
        ("ssss" + "." * 8 + "s" + "." * 16, [(ONSET, 2), (PAUSE, 9), (RESUMED, 12), (PAUSE, 18), (END, 28)]),
        ("ssss" + "." * 4 + "s" * 4, [(ONSET, 2)]),
        ("ssss" + "d" * 20, [(ONSET, 2)]),
        ("ssss" + "." * 6 + "d" * 10, [(ONSET, 2), (PAUSE, 9), (END, 19)]),
        ("ssss" + "." * 16 + "s" * 20, [(ONSET, 2), (PAUSE, 9), (END, 19)]),
    ],
    ids=[
        "silence",
        "clicks",
        "doubtful is no onset",
        "onset",
        "onset with a gap",
        "an utterance",
        "a pause within",
        "a breath is no pause",
        "doubtful goes on",
        "doubtful does not resume",
        "one utterance and no more",
    ],
)
def test_steps(pattern: str, expected: list[tuple[Step, int]]) -> None:
    assert steps(pattern) == expected


def test_a_shorter_hangover_ends_it_sooner() -> None:
    assert steps("ssss" + "." * 16, hangover=0.4)[-1] == (END, 15)


def test_whoever_does_not_stop_is_answered_by_what_was_said() -> None:
    found = steps("s" * 500)
    assert [step for step, _ in found] == [ONSET, PAUSE, END]
    assert found[-1][1] == chunks(LONGEST) - 1


def test_an_utterance_holds_what_came_before_its_onset() -> None:
    endpoints = Endpoints()
    for number in range(40):
        endpoints.push(np.full(CHUNK, number, np.int16), 0.9 if number >= 30 else 0.1)
    assert endpoints.utterance[0] == 32 + 1 - chunks(PRE_ROLL)
    assert endpoints.utterance[-1] == 39


def test_before_the_onset_there_is_no_utterance() -> None:
    endpoints = Endpoints()
    endpoints.push(np.zeros(CHUNK, np.int16), 0.9)
    assert len(endpoints.utterance) == 0
