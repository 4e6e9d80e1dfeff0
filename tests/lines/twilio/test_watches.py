"""What is measured of turns on Twilio: between its requests and our answers, on a clock that a test moves."""

from __future__ import annotations

import pytest

from ivr.calls.ports import NewCall
from ivr.conversation.events import HungUp, Pressed, Silence
from ivr.conversation.performed import Cut, Performed
from ivr.lines.twilio.watches import Watches
from ivr.records.history import History
from ivr.understanding.intent import prepare
from tests.lines.twilio.service import AT, CALL, Served


class Ticks:
    """Seconds from any beginning; each look takes half of one."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


@pytest.fixture
def ticks(served: Served, monkeypatch) -> Ticks:
    ticks = Ticks()
    prepare(served.desk.standards.current()[1])  # before the first call, as a service does
    served.pages.watches = Watches(ticks)
    monkeypatch.setattr("ivr.lines.twilio.gate.monotonic", ticks)
    return ticks


def performed(served: Served) -> list[Performed | None]:
    return [turn.performed for turn in History(served.store.engine).transcript(CALL).turns]


ANSWERS = {
    "a key": ({"Digits": "9"}, 0.0, Cut.KEY),
    "words": ({"SpeechResult": "Pārdošana."}, 0.0, Cut.SPEECH),
    "a key after all": ({"Digits": "9"}, 60.0, None),
    "silence": ({}, 60.0, None),
    "a hang-up": ({"CallStatus": "completed"}, 0.0, None),
}


@pytest.mark.parametrize(("answer", "after", "cut"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_comes_too_soon_for_all_has_cut_it_short(served, ticks, answer, after, cut):
    served.post(AT.voice())
    ticks.now += after
    served.post(AT.turn(0), **answer)
    assert performed(served)[0] == Performed(0.5, cut=cut)


@pytest.mark.parametrize(("answer", "waited"), [({"Digits": "9"}, 0.5), ({"SpeechResult": "Mmm."}, 2.5)])
def test_the_silence_that_ends_an_answer_in_words_is_waited_too(served, ticks, answer, waited):
    served.post(AT.voice())
    served.post(AT.turn(0), **answer)
    served.post(AT.turn(1))
    assert performed(served)[1].waited == waited


def test_what_is_delivered_again_is_measured_as_it_was_first(served, ticks):
    served.post(AT.voice())
    ticks.now += 30
    served.post(AT.voice())
    served.post(AT.turn(0), Digits="9")
    assert performed(served)[0].waited == 0.5


def test_the_end_of_a_call_tells_of_its_last_question(served, ticks):
    served.post(AT.voice())
    served.post(AT.status(), CallStatus="completed")
    assert performed(served) == [Performed(0.5), None]


def test_a_turn_that_another_service_answered_is_not_known(served, ticks):
    served.post(AT.voice())
    served.pages.watches = Watches(ticks)
    served.post(AT.turn(0), Digits="9")
    assert performed(served)[0] is None


def test_a_call_of_ours_is_waited_in_since_it_was_picked_up(served, ticks):
    watches, live = Watches(ticks), served.desk.begin(NewCall(CALL, "twilio", "+37167000100", None))
    watches.picked_up(CALL, 1.0)
    watches.picked_up(CALL, 2.0)  # told again
    ticks.now = 3.5
    watches.told(live, 3.2)
    assert watches.performed(CALL, 0, Silence(), 99.0) == Performed(3.0)
    assert watches.performed(CALL, 1, HungUp(), 99.0) is None
    assert watches.performed("CA" + "9" * 32, 0, Pressed("1"), 99.0) is None
