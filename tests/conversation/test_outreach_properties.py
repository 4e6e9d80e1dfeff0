"""Whatever happens in a call of ours, in any order: courtesy, one conclusion, and an end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.disposition import TALKED, Disposition
from ivr.conversation.actions import (
    Ask,
    Conclude,
    HangUp,
    LookUp,
    MakePromise,
    MovePromise,
    Note,
    OptOut,
    Raise,
    Record,
    Remember,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.codec import turn_from_json, turn_to_json
from ivr.conversation.engine import MOST_ASKED
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.moves import Signal
from ivr.conversation.scene import MAX_TURNS
from ivr.conversation.state import Step
from ivr.phrases.sentence import SpeechAct
from ivr.understanding.civility import impolite
from tests.conversation.outbound import BY_PROMISE, CAMPAIGNS, errand, of, play

WAITS = (Ask, Transfer, Record, LookUp)
ABOUT_THE_MATTER = {SpeechAct.STATES_MATTER, SpeechAct.ASKS_QUESTION, SpeechAct.PROPOSES}
MOMENTS = st.integers(0, 200 * 24 * 4).map(
    lambda quarter: datetime(2026, 9, 1, tzinfo=UTC) + quarter * timedelta(minutes=15)
)
ERRANDS = st.one_of(
    st.just(BY_PROMISE),
    st.builds(
        errand,
        st.sampled_from(sorted(CAMPAIGNS)),
        st.booleans(),
        st.sampled_from(["", "question:0", "question:2", "question:99", "proposal", "nonsense"]),
        language=st.sampled_from(["lv", "en", "de"]),
        zone=st.sampled_from(["Europe/Riga", "America/New_York"]),
        name=st.sampled_from([None, "Līga Kalniņa"]),
    ),
)
UTTERANCES = (
    *("yes", "no", "maybe", "later", "let me think", "not really", "why not", "go ahead", "yes and no"),
    *("speaking", "this is Liga", "he's not here", "just a moment", "wrong number", "hello?"),
    *("call me tomorrow at ten", "I have no time", "next Friday", "at ten", "in the morning", "not now"),
    *("eight", "seven or eight", "four, because nobody called back", "forty-two", "the second one"),
    *("the first", "neither", "skip it", "I don't want to answer that", "with a door code", "spare parts"),
    *("what is it about?", "how long does it take?", "how much does it cost?", "who is this?"),
    *("where did you get my number?", "I want to speak to a person", "say that again", "in Latvian please"),
    *("please speak Russian", "are you a robot?", "leave a message", "another time", "goodbye"),
    *("you stupid idiot", "this is bullshit", "I will kill you", "sorry, I did not mean it", "no, you moron"),
    *("ej dirst", "es jūs nositīšu", "never call me again, you bastards"),
    *("never call me again", "blue elephants", "0", "?", "...", "x" * 700),
    *("jā", "nē", "varbūt", "vēlāk", "tas esmu es", "viņas nav mājās", "te tādas nav", "vienu mirkli"),
    *("rīt desmitos", "piektdien", "pusdeviņos", "astoņi", "septiņi vai astoņi", "otrais", "nezinu"),
    *("par ko ir runa?", "cik tas maksā?", "kas zvana?", "angliski lūdzu", "atstāšu ziņu", "uz redzēšanos"),
    *("vairs man nezvaniet", "zili ziloņi", "man jāpadomā", "ar durvju kodu", "citā laikā"),
)
# Once they are answered, our question counts as asked but once before.
TOLD = (Signal.WHO, Signal.SOURCE, Signal.ASKS_ABOUT, Signal.ASKS_HOW_LONG)
CONFIDENCES = st.sampled_from([None, 0.0, 0.3, 0.7, 1.0])
WORDS = st.builds(
    Heard,
    st.sampled_from(UTTERANCES),
    CONFIDENCES,
    st.lists(st.tuples(st.sampled_from(UTTERANCES), st.sampled_from([0.1, 0.8])), max_size=2).map(tuple),
)
SPOKEN = st.one_of(WORDS, WORDS, WORDS, WORDS, st.just(NotUnderstood()))
HEARS = st.sampled_from([(), ("lv", "en"), ("lv", "en"), ("en",)])
STAYING = st.one_of(
    SPOKEN,
    SPOKEN,
    st.just(HearingLost()),
    st.sampled_from("0123456789*#").map(Pressed),
    st.sampled_from("111123456").map(Pressed),  # most people answer what they are asked
    st.sampled_from(["0312", "1400", "2902", "0000", "10", "*0", "*9", "*7", "77"]).map(Pressed),
    st.just(Silence()),
    st.sampled_from(TransferOutcome).map(TransferEnded),
    st.sampled_from(AnsweredBy).map(Answered),
    st.builds(
        Recorded,
        st.just("messages/x.wav"),
        st.sampled_from([0.0, 0.9, 30.0]),
        st.just(False),
        st.sampled_from(["", "#", *"0123456789*"]),
    ),
)
EVENTS = st.one_of(
    STAYING,
    STAYING,
    STAYING,
    st.just(Recorded("messages/x.wav", 5.0, hung_up=True)),
    st.booleans().map(HungUp),
)
ANSWERING = st.sampled_from(AnsweredBy)


def _acts(turn) -> list[SpeechAct]:
    return [action.sentence.act for action in turn.actions if isinstance(action, Say)]


@settings(max_examples=120)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, hears=HEARS, events=st.lists(EVENTS, max_size=30))
def test_every_turn_ends_in_exactly_one_wait_or_hang_up(why, by, now, events, hears):
    for turn in play(why, *events, by=by, now=now, hears=hears):
        *deeds, last = turn.actions
        over = turn.state.step is Step.ENDED
        assert isinstance(last, HangUp if over else WAITS)
        assert not any(isinstance(deed, (*WAITS, HangUp)) for deed in deeds)
        assert turn_from_json(turn_to_json(turn)) == turn


@settings(max_examples=120)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, hears=HEARS, events=st.lists(EVENTS, max_size=40))
def test_every_call_that_ended_has_exactly_one_conclusion_in_its_last_turn(why, by, now, events, hears):
    turns = play(why, *events, HungUp(), by=by, now=now, hears=hears)
    assert turns[-1].state.step is Step.ENDED
    assert len(of(turns, Conclude)) == 1
    (conclusion,) = of(turns[-1:], Conclude)
    assert conclusion.disposition in TALKED | {Disposition.MACHINE, Disposition.SCREENED}


@settings(max_examples=120)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, hears=HEARS, events=st.lists(EVENTS, max_size=30))
def test_the_matter_is_never_stated_before_it_is_convenient(why, by, now, events, hears):
    turns = play(why, *events, by=by, now=now, hears=hears)
    convenient = False
    for before, after in pairwise(turns):
        convenient |= before.state.step is Step.CONVENIENT and after.state.step not in {
            Step.CONVENIENT,
            Step.SCREENED,
            Step.NEVER_AGAIN,
            Step.SEEKING,
            Step.ENDED,
        }
        assert convenient or not ABOUT_THE_MATTER & set(_acts(after))
    assert not ABOUT_THE_MATTER & set(_acts(turns[0]))


@settings(max_examples=120)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, hears=HEARS, events=st.lists(EVENTS, max_size=40))
def test_who_is_still_there_at_the_end_is_thanked(why, by, now, events, hears):
    turns = play(why, *events, by=by, now=now, hears=hears)
    if turns[-1].state.step is Step.ENDED and turns[-1].actions[-1].reason == "goodbye":
        assert _acts(turns[-1])[-2:] == [SpeechAct.THANKS, SpeechAct.PARTS]


@settings(max_examples=120)
@given(why=ERRANDS, now=MOMENTS, hears=HEARS, events=st.lists(STAYING, min_size=5, max_size=40))
def test_every_decline_has_an_apology(why, now, events, hears):
    for before, after in pairwise(play(why, *events, now=now, hears=hears)):
        declined = before.state.step is Step.PROPOSAL and after.state.answered == "no"
        inconvenient = before.state.step is Step.CONVENIENT and after.state.step is Step.SEEKING
        unwanted = of([after], OptOut) or after.state.result == Disposition.WRONG_PERSON
        if declined or inconvenient or unwanted:
            assert SpeechAct.APOLOGISES in _acts(after)


@settings(max_examples=60)
@given(why=ERRANDS, now=MOMENTS, hears=HEARS, events=st.lists(STAYING, min_size=90, max_size=90))
def test_every_call_ends_by_itself(why, now, events, hears):
    turns = play(why, *events, now=now, hears=hears)
    assert turns[-1].state.step is Step.ENDED
    assert turns[-1].state.turns <= MAX_TURNS + 20


@settings(max_examples=120)
@given(why=ERRANDS, now=MOMENTS, hears=HEARS, events=st.lists(STAYING, max_size=40))
def test_no_question_is_asked_more_than_three_times_running(why, now, events, hears):
    row, last = 0, None
    for turn in play(why, *events, now=now, hears=hears):
        asked = turn.actions[-1].question if isinstance(turn.actions[-1], Ask) else None
        before = min(row, 1) if turn.state.meant.startswith(TOLD) else row
        row = before + 1 if asked is not None and asked == last else 1
        last = asked
        assert row <= MOST_ASKED, asked


@settings(max_examples=120)
@given(why=ERRANDS, now=MOMENTS, hears=HEARS, events=st.lists(EVENTS, max_size=40))
def test_a_promise_is_settled_or_moved_at_most_once_and_kept_promises_are_not_moved(why, now, events, hears):
    turns = play(why, *events, HungUp(), now=now, hears=hears)
    settled, moved, made = (of(turns, kind) for kind in (SettlePromise, MovePromise, MakePromise))
    assert len(settled) <= 1
    assert why.promise is not None or not (settled or moved)
    assert why.promise is None or settled or not made, "a second promise although the first still stands"


@settings(max_examples=80)
@given(why=ERRANDS, now=MOMENTS, hears=HEARS, events=st.lists(STAYING, max_size=20))
def test_never_again_holds_wherever_a_key_is_awaited(why, now, events, hears):
    """Only where the digit is an answer, a star comes before it."""
    turns = play(why, *events, now=now, hears=hears)
    wait = turns[-1].actions[-1]
    if isinstance(wait, Ask):
        never = Pressed("*9" if turns[-1].state.step is Step.QUESTION and wait.digits > 1 else "9")
        left = play(why, *events, never, now=now, hears=hears)
        assert of(left[-1:], OptOut)
        assert of(left[-1:], Conclude) == [Conclude(Disposition.OPTED_OUT)]


@settings(max_examples=80)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, events=st.lists(STAYING, max_size=20))
def test_never_again_holds_wherever_words_are_awaited(why, by, now, events):
    turns = play(why, *events, by=by, now=now, hears=("lv", "en"))
    wait = turns[-1].actions[-1]
    if isinstance(wait, Ask) and wait.expects:
        left = play(why, *events, Heard("never call me again"), by=by, now=now, hears=("lv", "en"))
        assert of(left[-1:], OptOut) == [OptOut("never call me again")]
        assert of(left[-1:], Conclude) == [Conclude(Disposition.OPTED_OUT)]


@settings(max_examples=120)
@given(
    why=ERRANDS,
    by=ANSWERING,
    now=MOMENTS,
    hears=HEARS,
    events=st.lists(STAYING, max_size=20),
    words=st.sampled_from(UTTERANCES),
)
def test_what_is_hardly_heard_decides_nothing(why, by, now, hears, events, words):
    before = play(why, *events, by=by, now=now, hears=hears)
    if isinstance(before[-1].actions[-1], Ask):
        after = play(why, *events, Heard(words, 0.3), by=by, now=now, hears=hears)[len(before) :]
        assert not of(after, (OptOut, MakePromise, MovePromise, SettlePromise, Transfer))
        assert [each.understood for each in of(after, Remember)] in ([], [None])


@settings(max_examples=100)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, events=st.lists(STAYING, max_size=20))
def test_nothing_impolite_is_said_and_nobody_is_warned_twice(why, by, now, events):
    turns = play(why, *events, by=by, now=now, hears=("lv", "en"))
    sentences = [say.sentence for say in of(turns, Say)]
    sentences += [each for transfer in of(turns, Transfer) for each in transfer.briefing]
    told = [*(sentence.text for sentence in sentences), *(note.text for note in of(turns, Note))]
    assert not list(filter(impolite, told))
    assert [sentence.act for sentence in sentences].count(SpeechAct.WARNS) <= 1


@settings(max_examples=80)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, events=st.lists(STAYING, max_size=20))
def test_a_threat_always_raises_and_comes_to_a_person_or_to_an_end(why, by, now, events):
    before = play(why, *events, by=by, now=now, hears=("lv", "en"))
    wait = before[-1].actions[-1]
    if isinstance(wait, Ask) and wait.expects:
        turn = play(why, *events, Heard("I will kill you"), by=by, now=now, hears=("lv", "en"))[len(before)]
        assert [deed.severity for deed in of([turn], Raise)] == ["threat"]
        assert isinstance(turn.actions[-1], Transfer | HangUp)


@settings(max_examples=60)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, hears=HEARS, events=st.lists(STAYING, max_size=20))
def test_at_most_four_choices_at_once(why, by, now, events, hears):
    for turn in play(why, *events, by=by, now=now, hears=hears):
        assert _acts(turn).count(SpeechAct.OFFERS_CHOICE) <= 4


@pytest.mark.parametrize("by", AnsweredBy)
def test_a_call_that_has_ended_stays_ended(by):
    turns = play(BY_PROMISE, HungUp(), Pressed("1"), by=by)
    assert len(of(turns, Conclude)) == 1
