"""What a campaign says is known before anybody is called, and spoken in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.conversation.actions import Say
from ivr.conversation.events import AnsweredBy, Pressed, Recorded, Silence
from ivr.phrases.campaign import campaign_fixed, reply, reply_to
from ivr.phrases.compose import all_fixed
from ivr.phrases.sentence import SpeechAct
from tests.conversation.outbound import CAMPAIGNS, COMPANY, errand, play

EVENTS = st.one_of(
    st.sampled_from("0123456789*#").map(Pressed),
    st.sampled_from("1112").map(Pressed),
    st.sampled_from(["0312", "1400", "10", "77"]).map(Pressed),
    st.just(Silence()),
    st.just(Recorded("messages/x.wav", 5.0)),
)
# Known only in the call: a name, a time, how the company's numbers fall together with both.
MOVING = ("identity.ask", "slots.", "time.", "closed.until", "question.noted")


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_text_of_a_campaign_is_there_in_every_language(name):
    found = campaign_fixed(COMPANY, CAMPAIGNS[name])
    phrases = {(sentence.language, sentence.phrase) for sentence in found}
    expected = {"matter", "reason", "source", "introduce.who", "introduce.automated", "promise.about"}
    expected |= {f"question.{question.id}" for question in CAMPAIGNS[name].questions}
    assert {(language, phrase) for language in COMPANY.languages for phrase in expected} <= phrases


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_nothing_is_spoken_in_digits(name):
    assert not [s for s in campaign_fixed(COMPANY, CAMPAIGNS[name]) if re.search(r"\d", s.spoken)]


@settings(max_examples=100)
@given(
    name=st.sampled_from(sorted(CAMPAIGNS)),
    language=st.sampled_from(COMPANY.languages),
    by=st.sampled_from(AnsweredBy),
    events=st.lists(EVENTS, max_size=15),
)
def test_what_does_not_move_in_the_call_was_rendered_ahead(name, language, by, events):
    ahead = {*all_fixed(COMPANY), *campaign_fixed(COMPANY, CAMPAIGNS[name])}
    for turn in play(errand(name, language=language), *events, by=by):
        for action in turn.actions:
            if isinstance(action, Say) and not action.sentence.phrase.startswith(MOVING):
                assert action.sentence in ahead


def test_readings_of_few_answers_are_rendered_ahead():
    texts = {sentence.text for sentence in campaign_fixed(COMPANY, CAMPAIGNS["visit"])}
    assert {"Your answer: 10.", "Jūsu atbilde: jā.", "Your answer: with a door code."} <= texts


def test_what_happens_next_is_an_agreement_and_the_rest_tells():
    campaign = CAMPAIGNS["maintenance"]
    agreed, told = reply(campaign, "yes", "en"), reply(campaign, "no", "en")
    assert agreed is not None
    assert told is not None
    assert (agreed.act, told.act) == (SpeechAct.AGREES, SpeechAct.INFORMS)
    assert reply(campaign, "later", "en") is None


def test_where_nothing_is_proposed_nothing_follows():
    assert reply_to(CAMPAIGNS["satisfaction"], "yes").then == "nothing"
