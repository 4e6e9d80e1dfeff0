"""What <Gather> and <Record> make of what a person does."""

from __future__ import annotations

import pytest

from ivr.lines.twilio.standin.gathering import gathered
from ivr.lines.twilio.standin.recording import taped
from ivr.lines.twilio.standin.verbs import Gather, Record
from ivr.lines.twilio.standin.waits import Presses, Silent, Speaks

ANYWAY = {"action_on_empty_result": True}
BOTH = {"input": ("dtmf", "speech")}


def keys(digits: str, ended_by: str = "") -> dict[str, str]:
    return {"Digits": digits, "FinishedOnKey": ended_by, "msg": "Gather End"}


def words(said: str, confidence: str = "0.9") -> dict[str, str]:
    return {"SpeechResult": said, "Confidence": confidence, "Language": "en-US"}


GATHERED = {
    "one key": ({"num_digits": 1}, Presses("1"), keys("1"), False),
    "what comes after it is lost": ({"num_digits": 1}, Presses("12"), keys("1"), False),
    "star": ({"num_digits": 1}, Presses("*"), keys("*"), False),
    "hash is a key where none ends": ({"num_digits": 1, "finish_on_key": ""}, Presses("#"), keys("#"), False),
    "hash alone ends an empty entry": ({"num_digits": 1}, Presses("#"), None, False),
    "and that is told": ({"num_digits": 1, **ANYWAY}, Presses("#"), keys("", "#"), False),
    "an entry in full": ({"num_digits": 4}, Presses("0312"), keys("0312"), False),
    "an entry ended by hash": ({"num_digits": 4}, Presses("03#"), keys("03", "#"), False),
    "an entry that is not ended": ({"num_digits": 4}, Presses("03"), keys("03"), True),
    "any number of keys": ({}, Presses("123456789"), keys("123456789"), True),
    "another key ends": ({"finish_on_key": "*"}, Presses("1#*2"), keys("1#", "*"), False),
    "silence": ({}, Silent(), None, True),
    "silence that is told": (ANYWAY, Silent(), keys(""), True),
    "words where keys are awaited": (ANYWAY, Speaks("sales"), keys(""), True),
    "keys where words are awaited": (
        {"input": ("speech",), **ANYWAY},
        Presses("1"),
        {"SpeechResult": "", "Confidence": "0.0"},
        True,
    ),
    "words": (BOTH, Speaks("sales"), words("sales"), False),
    "words that were hardly heard": (BOTH, Speaks("sales", 0.3), words("sales", "0.3"), False),
    "nothing in words": (BOTH, Speaks(""), None, True),
    "silence where both are awaited": (
        {**BOTH, **ANYWAY},
        Silent(),
        {**keys(""), "SpeechResult": "", "Confidence": "0.0"},
        True,
    ),
}


@pytest.mark.parametrize(("given", "did", "parameters", "waited"), GATHERED.values(), ids=GATHERED)
def test_gather(given, did, parameters, waited):
    found = gathered(Gather(**given), did)
    assert (found.parameters, found.waited) == (parameters, waited)


WHOLE = {"trim": "do-not-trim"}
TAPED = {
    "words, then silence": ({}, Speaks("good morning", seconds=2.4), 2.4, ""),
    "with the silence": (WHOLE, Speaks("good morning", seconds=2.4), 7.4, ""),
    "words, then a key": (WHOLE, Speaks("good morning", seconds=2.4, key="5"), 2.4, "5"),
    "a key that ends nothing": (
        {"finish_on_key": "#", **WHOLE},
        Speaks("good morning", seconds=2.4, key="5"),
        7.4,
        "",
    ),
    "words, then the caller is gone": (WHOLE, Speaks("good morning", seconds=2.4, left=True), 2.4, "hangup"),
    "longer than may be": ({"max_length": 30}, Speaks("and so on", seconds=99.0), 30.0, ""),
    "silence": ({}, Silent(), 0.0, ""),
    "silence as it is": ({"timeout": 4, **WHOLE}, Silent(), 4.0, ""),
    "a key without words": ({}, Presses("9"), 0.0, "9"),
    "a key without words, and the silence before": (WHOLE, Presses("9"), 2.0, "9"),
}


@pytest.mark.parametrize(("given", "did", "seconds", "digits"), TAPED.values(), ids=TAPED)
def test_record(given, did, seconds, digits):
    tape = taped(Record(**given), did)
    assert (tape.seconds, tape.digits) == (seconds, digits)
