"""Documents are written as the twilio package writes them, sign by sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.twiml.voice_response import Dial, Gather, Start, VoiceResponse

from ivr.lines.twilio.document import Written, text

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def gathering() -> VoiceResponse:
    response = VoiceResponse()
    gather = Gather(
        action="https://bot/turn?turn=1&x=2", action_on_empty_result=True, num_digits=1, hints=None
    )
    gather.say("Sveiki & 'labdien'!", voice=None, language="lv-LV")
    gather.play("https://bot/sound/a", loop=2)
    response.append(gather)
    response.redirect("https://bot/again")
    return response


def dialling() -> VoiceResponse:
    response = VoiceResponse()
    dial = Dial(action="https://bot/transfer", timeout=20, sequential=False)
    dial.number("+37167000200", url="https://bot/whisper?call=CA1&turn=1")
    dial.sip("sip:anna@pbx.example.com")
    response.append(dial)
    start = Start()
    start.recording(trim="do-not-trim")
    response.append(start)
    response.hangup()
    return response


@pytest.mark.parametrize("made", [VoiceResponse(), gathering(), dialling()])
def test_a_document_is_that_of_the_package(made: VoiceResponse) -> None:
    assert text(made) == str(made)


@given(TEXT, TEXT, TEXT)
def test_whatever_is_said_is_written_as_the_package_writes_it(said: str, voice: str, tail: str) -> None:
    response = VoiceResponse()
    response.say(said, voice=voice)
    response.append(tail)
    assert text(response) == str(response)


def test_a_verb_that_was_written_before_is_written_as_it_was():
    made, again = VoiceResponse(), VoiceResponse()
    gather = Gather(action="https://bot/turn?turn=1&x=2")
    gather.say("Sveiki & 'labdien'!")
    for response, verb in ((made, gather), (again, Written(gather))):
        response.play("https://bot/sound/a")
        response.append(verb)
        response.hangup()
    assert text(again) == text(made) == str(made)


def test_a_flag_is_no_number_also_where_they_are_equal():
    made = VoiceResponse()
    made.play("https://bot/sound/a", loop=1)
    made.play("https://bot/sound/a", loop=True)
    assert text(made) == str(made)
    assert 'loop="1"' in text(made)
    assert 'loop="true"' in text(made)
