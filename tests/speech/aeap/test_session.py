"""One connection: no socket, no clock, and the words of a recogniser that is told what to hear."""

from __future__ import annotations

import json
from concurrent.futures import Future

import numpy as np
import pytest

from ivr.speech.aeap.protocol import Grammar, Result
from ivr.speech.aeap.session import Heard, Session, told_of
from ivr.speech.recognition.recognizer import RATE, Expected, Hypothesis, Samples
from tests.speech.recognition.sounds import said, silence

KNOWN = {
    "aa": Expected("en", ("Sales",), ("intent",)),
    "bb": Expected("en", (), ("yes_no",)),
    "cc": Expected("en", (), ("yes_no", "wish")),
    "dd": Expected("en", ("one", "two"), ()),
    "ee": Expected("en", ("Technical support",), ()),
}
WORDS = said("I would like to talk to sales")


class Line:
    """A session, and what it asked to have decoded."""

    def __init__(self) -> None:
        self.asked: list[tuple[Samples, Expected, Future[Heard]]] = []
        self.session = Session(KNOWN.get, self._decode)

    def _decode(self, samples: Samples, expected: Expected) -> Future[Heard]:
        self.asked.append((samples, expected, Future()))
        return self.asked[-1][2]

    def set(self, name: str, value: str) -> str | None:
        return self.session.told(json.dumps({"request": "set", "id": "1", "params": {name: value}}))

    def hear(self, *sounds: Samples) -> list[object]:
        sound = np.concatenate(sounds).tobytes()
        return [told for at in range(0, len(sound), 320) for told in self.session.hear(sound[at : at + 320])]


@pytest.fixture
def line() -> Line:
    made = Line()
    made.set("expect", "aa")
    made.set("listen", "1")
    return made


def test_an_utterance_is_an_onset_and_what_is_decoded(line: Line) -> None:
    told = line.hear(silence(0.5), WORDS, silence(1))
    samples, expected, decoding = line.asked[-1]
    assert told == [(Result(Grammar.ONSET),), decoding]
    assert expected == KNOWN["aa"]
    assert len(samples) == pytest.approx(len(WORDS) + 0.6 * RATE, abs=0.3 * RATE)


def test_after_it_nothing_is_heard_until_the_line_listens_again(line: Line) -> None:
    line.hear(silence(0.5), WORDS, silence(1))
    assert line.hear(WORDS, silence(1)) == []
    line.set("listen", "2")
    assert len(line.hear(WORDS, silence(1))) == 2


def test_listening_anew_drops_what_was_being_said(line: Line) -> None:
    assert line.hear(silence(0.5), WORDS) == [(Result(Grammar.ONSET),)]
    line.set("listen", "2")
    assert line.hear(silence(2)) == []


def test_whoever_goes_on_after_a_pause_is_decoded_anew(line: Line) -> None:
    told = line.hear(silence(0.5), WORDS, silence(0.35), WORDS, silence(1))
    assert len(line.asked) == 2
    assert line.asked[0][2].cancelled()
    assert told[-1] is line.asked[1][2]
    assert len(line.asked[1][0]) > len(line.asked[0][0]) + len(WORDS)


@pytest.mark.parametrize(
    ("told", "onsets"),
    [("2", 1), ("2 0.0", 1), ("2 9.0", 0), ("2 nonsense", 1)],
    ids=["nothing is played", "silence is played", "we speak ourselves", "nonsense"],
)
def test_somebody_quiet_is_heard_but_not_our_own_echo(line: Line, told: str, onsets: int) -> None:
    line.set("listen", told)
    quiet = (WORDS / 300).astype(np.int16)
    assert len(line.hear(silence(0.5), quiet)) == onsets


def test_whoever_speaks_up_is_heard_while_we_speak(line: Line) -> None:
    line.set("listen", "2 9.0")
    assert len(line.hear(silence(0.5), WORDS)) == 1


@pytest.mark.parametrize("name", ["ff", ""], ids=["unknown", "empty"])
def test_what_nobody_made_ready_fails_with_the_first_word(line: Line, name: str) -> None:
    line.set("expect", name)
    line.set("listen", "2")
    assert line.hear(silence(0.5), WORDS, silence(1)) == [(Result(Grammar.FAILED),)]


@pytest.mark.parametrize(
    ("name", "seconds"), [("aa", 0.5), ("bb", 0.4), ("cc", 0.5), ("dd", 0.4), ("ee", 0.5)]
)
def test_one_word_ends_sooner(line: Line, name: str, seconds: float) -> None:
    line.set("expect", name)
    line.set("listen", "2")
    line.hear(silence(0.5), WORDS)
    packets = next(n for n in range(100) if line.hear(silence(0.02)))
    assert packets * 0.02 == pytest.approx(seconds, abs=0.15)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('{"request":"set","id":"7","params":{}}', {"response": "set", "id": "7"}),
        (
            '{"request":"setup","id":"8","codecs":[{"name":"ulaw"},{"name":"slin"}]}',
            {"response": "setup", "id": "8", "codecs": [{"name": "slin"}]},
        ),
        (
            '{"request":"setup","id":"8","codecs":[{"name":"ulaw"}]}',
            {"response": "setup", "id": "8", "error_msg": "Only slin is heard."},
        ),
        (
            '{"request":"get","id":"9"}',
            {"response": "get", "id": "9", "error_msg": "The request 'get' is not known."},
        ),
        ('{"response":"set","id":"7"}', None),
        ('{"response":"set","id":"7","error_msg":"no"}', None),
        ("nonsense", None),
    ],
)
def test_messages_are_answered(line: Line, text: str, answer: dict[str, object] | None) -> None:
    told = line.session.told(text)
    assert (json.loads(told) if told else None) == answer


def test_the_call_is_known_for_the_log(line: Line) -> None:
    line.set("call_id", "1700.1")
    assert line.session.call_id == "1700.1"


def test_sound_of_an_odd_number_of_bytes_breaks_nothing(line: Line) -> None:
    assert list(line.session.hear(b"\0\0\0")) == []
    assert list(line.session.hear(b"")) == []


def test_what_is_told_of_an_utterance() -> None:
    heard = (Hypothesis("yes", 0.7), Hypothesis("yes please", 0.2))
    assert told_of(heard) == (Result(Grammar.FINAL, "yes", 0.7), Result(Grammar.FINAL, "yes please", 0.2))
    assert told_of(()) == (Result(Grammar.REJECTED),)
