"""Every sentence: in every language, within its parameters, formal, short; and rendered ahead."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.conversation.actions import Say, Transfer
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import Pressed, Recorded, Silence, TransferEnded, TransferOutcome
from ivr.conversation.state import Step
from ivr.phrases.catalogue import (
    ANSWERS,
    CATALOGUE,
    HELLO,
    LANGUAGES,
    OPERATOR_NUMBER,
    TONGUES,
)
from ivr.phrases.catalogue.phrase import placeholders
from ivr.phrases.compose import all_fixed, choice_name, compose
from ivr.phrases.fallback import fallback_prompts
from ivr.phrases.sentence import SpeechAct, Wording

EVENTS = st.one_of(
    st.sampled_from("0123456789*#").map(Pressed),
    st.just(Silence()),
    st.sampled_from(TransferOutcome).map(TransferEnded),
    st.just(Recorded("messages/x.wav", 5.0)),
)
INFORMAL = re.compile(r"\b(tu|tev|tevi|tavs|tava|tavu|nospied|gaidi|zvani|saki)\b", re.IGNORECASE)


@pytest.mark.parametrize("phrase", CATALOGUE.values(), ids=CATALOGUE)
def test_a_phrase_has_words_in_every_language_within_its_parameters(phrase):
    assert set(phrase.texts) == set(LANGUAGES)
    for text in phrase.texts.values():
        assert placeholders(text) <= phrase.parameters
        assert set(phrase.moving) <= placeholders(text)


@pytest.mark.parametrize("phrase", CATALOGUE.values(), ids=CATALOGUE)
def test_a_phrase_is_one_short_sentence_in_formal_address(phrase):
    for text in phrase.texts.values():
        assert len(text.split()) <= 12
        assert len(re.findall(r"[.!?](?:\s|$)", text)) == 1
    assert not INFORMAL.search(phrase.texts["lv"])


def test_every_language_names_the_parts_of_the_day_and_every_language():
    assert set(HELLO) == set(TONGUES) == set(ANSWERS) == set(OPERATOR_NUMBER) == set(LANGUAGES)
    assert all(set(parts) == {"morning", "day", "evening"} for parts in HELLO.values())
    assert all(set(tongues) == set(LANGUAGES) for tongues in TONGUES.values())


@settings(max_examples=150, deadline=None)
@given(data=st.data(), events=st.lists(EVENTS, max_size=20), hour=st.integers(0, 24 * 300))
def test_whatever_is_said_without_moving_parts_was_rendered_ahead(example, data, events, hour):
    """A caller never waits for a synthesiser where the words were known."""
    ahead = {(sentence.language, sentence.phrase): sentence for sentence in all_fixed(example)}
    now = datetime.fromtimestamp(datetime(2026, 6, 1, tzinfo=UTC).timestamp() + hour * 3600, UTC)
    turn = begin(data.draw(st.sampled_from(list(example.numbers))), None, example, now)
    for event in [None, *events]:
        if event is not None and turn.state.step is not Step.ENDED:
            turn = advance(turn.state, event, example, now)
        said = [action.sentence for action in turn.actions if isinstance(action, Say)]
        briefings = [
            sentence
            for action in turn.actions
            if isinstance(action, Transfer)
            for sentence in action.briefing
        ]
        for sentence in (*said, *briefings):
            assert not sentence.fixed or ahead[sentence.language, sentence.phrase] == sentence


def test_what_is_spoken_holds_no_digits(example):
    assert [sentence for sentence in all_fixed(example) if re.search(r"\d", sentence.spoken)] == []


def test_the_ids_of_sentences_said_ahead_are_unique_in_their_language(example):
    ids = [(sentence.language, sentence.phrase) for sentence in all_fixed(example)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("about", "language", "text"),
    [
        (("greeting.company", "day"), "lv", "SIA Ozols, labdien!"),
        (("greeting.department", "sales", "evening"), "lv", "SIA Ozols, pārdošanas nodaļa, labvakar!"),
        (("menu.choice", "sales", "1"), "lv", "Pārdošanas nodaļa – nospiediet 1."),
        (("menu.choice", "hours", "1"), "en", "Opening hours: press 1."),
        (("connect.department", "billing"), "lv", "Savienoju Jūs ar grāmatvedību."),
        (("introduction", "support"), "en", "My name is Anna, and I am an automated assistant."),
        (("help.offer",), "en", "How may I help you?"),  # the example's own wording
        (("brief.language", "en"), "lv", "Sarunas valoda: angļu."),
    ],
)
def test_sentences_of_the_example(example, about, language, text):
    assert compose(example, language, *about).text == text


def test_moving_parts_are_spoken_in_words_and_not_fixed(example):
    when = Wording("rīt, plkst. 9.00", "rīt, pulksten deviņos")
    sentence = compose(example, "lv", "closed.until", when=when)
    assert (sentence.text, sentence.spoken) == (
        "Mēs atkal strādāsim rīt, plkst. 9.00.",
        "Mēs atkal strādāsim rīt, pulksten deviņos.",
    )
    assert not sentence.fixed


def test_an_unknown_choice_is_an_error(example):
    with pytest.raises(KeyError):
        choice_name(example, "lv", "nobody")


def test_without_the_service_each_number_still_answers_in_its_name(example):
    prompts = fallback_prompts(example)
    assert set(prompts) == {"37167000100", "37167000101", "37167000102"} | {
        name.format(language)
        for name in ("sorry-{}", "goodbye-{}", "outbound-{}", "{}/queue")
        for language in ("lv", "en")
    }
    assert [sentence.act for sentence in prompts["37167000101"]] == [SpeechAct.GREETS, SpeechAct.CONNECTS]
    assert prompts["37167000101"][0].text == "SIA Ozols, pārdošanas nodaļa, labdien!"
    assert [sentence.act for sentence in prompts["outbound-en"]] == [
        SpeechAct.INTRODUCES,
        SpeechAct.APOLOGISES,
        SpeechAct.THANKS,
        SpeechAct.PARTS,
    ]
    assert [sentence.act for sentence in prompts["sorry-en"]][::3] == [SpeechAct.APOLOGISES, SpeechAct.PARTS]
