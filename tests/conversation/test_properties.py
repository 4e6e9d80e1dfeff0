"""Whatever happens on the line, in any order: the turn contract holds, the call ends, nobody is nagged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.hours import opening
from ivr.company.slots import Agenda, instant, slots
from ivr.conversation.actions import (
    Ask,
    DropMessage,
    HangUp,
    KeepMessage,
    LookUp,
    MakePromise,
    MovePromise,
    OptOut,
    Raise,
    Record,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.codec import state_from_json, state_to_json, turn_from_json, turn_to_json
from ivr.conversation.engine import MOST_ASKED, advance, begin
from ivr.conversation.errand import NOBODY, Known
from ivr.conversation.events import (
    Found,
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
from ivr.conversation.scene import MAX_TURNS
from ivr.conversation.state import Step, Turn
from ivr.conversation.table import QUESTIONS, RECORDINGS, TRANSITIONS, Signal
from ivr.phrases.sentence import SpeechAct
from ivr.understanding.civility import impolite
from tests.conversation.inbound import EXPECTED

WAITS = (Ask, Transfer, Record, LookUp)
# A year that holds Līgo and Jāņi, Christmas, closed days, nights and weekends.
MOMENTS = st.integers(0, 426 * 24 * 4).map(
    lambda quarter: datetime(2026, 6, 1, tzinfo=UTC) + quarter * timedelta(minutes=15)
)
WORDS = st.sampled_from(
    (
        *("yes", "no", "maybe", "hello", "thank you", "goodbye", "the second one", "neither", "again", "uhm"),
        *("sales", "I want to pay an invoice", "it does not work", "where are you", "accounts or sales"),
        *("who won the election", "operator", "are you a robot", "say that again", "in Russian please"),
        *("could you speak Latvian", "call me back", "call me tomorrow at ten about my invoice", "at noon"),
        *("I'd like to talk to sales on Friday", "leave a message", "send it", "cancel the call", "now"),
        *("never call me again", "wrong number", "main menu", "I'll call again later"),
        *("jā", "nē", "nezinu", "labdien", "paldies", "otro", "nevienu", "vēlreiz", "angliski, lūdzu"),
        *("vēlos pasūtīt", "jautājums par rēķinu", "cikos jūs strādājat", "grāmatvedība vai pārdošana"),
        *("atzvaniet man rīt desmitos", "darbinieku", "vai jūs esat robots", "vairs nekad nezvaniet"),
        *("you stupid idiot", "this is bullshit", "I will kill you", "sorry, I did not mean it"),
        *("put me through to sales, you idiot", "ej dirst", "es jūs nositīšu", "atvainojiet", "damn, yes"),
        *("atstāšu ziņu", "kā norunāts", "kas uzvarēja vēlēšanās", "…", "?"),
    )
)
SPOKEN = st.one_of(
    st.builds(Heard, WORDS, st.sampled_from([None, 1.0, 0.9, 0.65, 0.5, 0.1, 0.0])),
    st.builds(Heard, WORDS, st.just(0.7), st.tuples(st.tuples(WORDS, st.just(0.65)))),
    st.just(NotUnderstood()),
)
EVENTS = st.one_of(
    st.sampled_from("0123456789*#").map(Pressed),
    st.text("0123456789*#", min_size=2, max_size=5).map(Pressed),
    st.just(Silence()),
    st.sampled_from(TransferOutcome).map(TransferEnded),
    st.builds(Recorded, st.just("messages/x.wav"), st.sampled_from([0.0, 0.9, 1.0, 30.0]), st.booleans()),
)
KNOWN = st.sampled_from([NOBODY, EXPECTED, Known(may_be_called=False)])
DATES = st.sampled_from(
    ("3011", "0412", "2306", "2406", "2506", "2412", "3112", "0501", "2902", "2903", "2510", "3106", "0113")
)
TIMES = st.sampled_from(("0900", "1000", "1230", "1400", "1745", "1800", "0330", "0000", "2400"))
YES_OR_NO = st.sampled_from("11112")
# Towards a promise: somebody cannot be reached, a call at another time, times until one is right.
FAILED = st.sampled_from([o for o in TransferOutcome if o is not TransferOutcome.TALKED]).map(TransferEnded)
TRIES = st.one_of(
    st.tuples(st.sampled_from("123"), YES_OR_NO),
    st.tuples(st.just("4"), DATES, TIMES, YES_OR_NO),
    st.tuples(st.just("4"), DATES, YES_OR_NO),
).map(lambda keys: tuple(map(Pressed, keys)))
SEEKING = st.builds(
    lambda first, failed, tries, rest: [
        first,
        failed,
        Pressed("4"),
        *(key for one in tries for key in one),
        *rest,
    ],
    st.sampled_from("1230").map(Pressed),
    FAILED,
    st.lists(TRIES, max_size=4),
    st.lists(EVENTS, max_size=6),
)
HEARS = st.sampled_from([("lv", "en"), ("en",), ("lv",)])
TALKING = st.one_of(SPOKEN, SPOKEN, SPOKEN, EVENTS, st.just(HearingLost()))
STAYING = st.one_of(EVENTS, st.just(Silence()), st.just(Pressed("7")), st.just(Pressed("*")))


def _play(company, called, now, events, known=NOBODY, taken=(), hears=()):
    """Every turn of a call: begun, then one per event until it ends, time passing between them.

    What is looked up is answered by ``taken``: one more slot is full each time.
    """
    turns, looked_up = [begin(called, "+37120000001", company, now, known, hears)], 0
    for number, event in enumerate(events):
        if turns[-1].state.step is Step.ENDED:
            break
        later = now + timedelta(seconds=10 * number)
        turns.append(advance(_reloaded(turns[-1]), event, company, later))
        while isinstance(turns[-1].actions[-1], LookUp):
            looked_up += 1
            found = Found(tuple(dict.fromkeys(taken[:looked_up], 2).items()))
            turns.append(advance(_reloaded(turns[-1]), found, company, later))
    return turns


def _reloaded(turn):
    return state_from_json(state_to_json(turn.state))  # stored and reloaded between two turns


def _keeps_contract(turn: Turn) -> bool:
    *deeds, last = turn.actions
    ended = turn.state.step is Step.ENDED
    return isinstance(last, HangUp if ended else WAITS) and not any(
        isinstance(deed, (*WAITS, HangUp)) for deed in deeds
    )


@settings(max_examples=300, deadline=None)
@given(data=st.data(), now=MOMENTS, events=st.lists(EVENTS, max_size=30))
def test_every_turn_ends_in_exactly_one_wait_or_hang_up(example, data, now, events):
    called = data.draw(st.sampled_from([*example.numbers, "+37100000000", "anonymous"]))
    for turn in _play(example, called, now, events):
        assert _keeps_contract(turn)
        assert turn_from_json(turn_to_json(turn)) == turn


@settings(max_examples=200, deadline=None)
@given(data=st.data(), now=MOMENTS, events=st.lists(STAYING, min_size=80, max_size=80))
def test_every_call_ends_by_itself(example, data, now, events):
    """Even with somebody who never hangs up: after the bound, every question leads on to the end."""
    called = data.draw(st.sampled_from(list(example.numbers)))
    turns = _play(example, called, now, events)
    assert turns[-1].state.step is Step.ENDED
    assert turns[-1].state.turns <= MAX_TURNS + 12


@settings(max_examples=300, deadline=None)
@given(data=st.data(), now=MOMENTS, events=st.lists(STAYING, max_size=40))
def test_no_question_is_asked_more_than_three_times_running(example, data, now, events):
    called = data.draw(st.sampled_from(list(example.numbers)))
    row, last = 0, None
    for turn in _play(example, called, now, events):
        question = turn.actions[-1].question if isinstance(turn.actions[-1], Ask) else None
        row = row + 1 if question is not None and question == last else 1
        last = question
        assert row <= MOST_ASKED, question


@settings(max_examples=200, deadline=None)
@given(data=st.data(), now=MOMENTS, events=st.lists(EVENTS, min_size=60, max_size=60))
def test_a_call_that_ends_with_the_caller_there_ends_with_thanks_and_goodbye(example, data, now, events):
    called = data.draw(st.sampled_from(list(example.numbers)))
    turn = _play(example, called, now, events)[-1]
    if turn.state.step is Step.ENDED and turn.actions[-1] != HangUp("caller hung up"):
        acts = [action.sentence.act for action in turn.actions if isinstance(action, Say)]
        assert acts[-2:] == [SpeechAct.THANKS, SpeechAct.PARTS]


@settings(max_examples=200, deadline=None)
@given(data=st.data(), now=MOMENTS, events=st.lists(EVENTS, max_size=30))
def test_a_message_of_a_second_or_more_is_kept_unless_the_caller_records_it_again(example, data, now, events):
    """Nothing a caller said is lost: whatever was recorded is kept once, or dropped at the caller's wish."""
    called = data.draw(st.sampled_from(list(example.numbers)))
    turns = _play(example, called, now, [*events, HungUp()])
    for before, after in pairwise(turns):
        if before.state.message is not None and after.state.message is None:
            kept = [action for action in after.actions if isinstance(action, KeepMessage)]
            anew = after.state.step is Step.MESSAGE
            assert len(kept) == (0 if anew else 1)
    assert turns[-1].state.message is None


@settings(max_examples=100, deadline=None)
@given(data=st.data(), now=MOMENTS, events=st.lists(EVENTS, max_size=20))
def test_hanging_up_ends_the_call_at_every_step(example, data, now, events):
    called = data.draw(st.sampled_from(list(example.numbers)))
    turn = _play(example, called, now, events)[-1]
    if turn.state.step is not Step.ENDED:
        left = advance(turn.state, HungUp(), example, now)
        assert left.state.step is Step.ENDED
        assert not [action for action in left.actions if isinstance(action, Say)]


@pytest.mark.parametrize("event", [Pressed("1"), Silence(), HungUp(), TransferEnded(TransferOutcome.BUSY)])
def test_a_call_that_has_ended_stays_ended(example, event):
    now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    ended = replace(begin("+37167000100", None, example, now).state, step=Step.ENDED)
    assert advance(ended, event, example, now) == Turn(ended, (HangUp("ended already"),))


def test_every_question_has_a_way_on_when_it_was_asked_often_enough():
    for step in QUESTIONS:
        assert TRANSITIONS[step, Signal.ENOUGH].to is not step


# Promises


@settings(max_examples=250, deadline=None)
@given(data=st.data(), now=MOMENTS, known=KNOWN, events=SEEKING)
def test_every_promise_was_possible_read_back_and_confirmed_in_the_same_words(
    example, data, now, known, events
):
    """Never past, closed, on a holiday, in a gap of the clocks, beyond the horizon or over capacity."""
    called = data.draw(st.sampled_from(list(example.numbers)))
    agenda = Agenda(example, "sales", now, example.zone)
    free = [at.astimezone(UTC) for at, _ in zip(slots(agenda), range(8), strict=False)]
    taken = data.draw(st.permutations(free))
    turns = _play(example, called, now, events, known, taken)
    looked_up = 0
    for number, turn in enumerate(turns):
        looked_up += isinstance(turns[number - 1].actions[-1], LookUp)
        for promise in (deed for deed in turn.actions if isinstance(deed, MakePromise | MovePromise)):
            _was_possible(example, promise, turns[number - 1], taken[:looked_up])
            _was_confirmed(promise, turns[:number])
            assert known.may_be_called
            assert isinstance(promise, MakePromise) or promise.promise == "p1"


def _was_possible(company, promise, before, taken):
    look = before.actions[-1]  # the ledger was asked in the very turn before, with the moment that it was
    assert look.after < promise.at < look.until
    assert opening(company, look.department, promise.at).open
    assert promise.at not in taken
    local = promise.at.astimezone(company.zone)
    assert instant(local.date(), local.time(), company.zone) == promise.at
    assert local.minute % company.callbacks.slot_minutes == 0
    assert local.second == 0


def _was_confirmed(promise, turns):
    """The last question was the read-back, in these words; it was answered by "yes" and nothing else."""
    asked = next(turn for turn in reversed(turns) if isinstance(turn.actions[-1], Ask))
    assert asked.state.step is Step.READ_BACK
    texts = [action.sentence.text for action in asked.actions if isinstance(action, Say)]
    assert any(promise.words[1:] in text for text in texts)  # at its beginning a sentence has a capital
    assert turns[-1].state.step is Step.SECURING


@settings(max_examples=150, deadline=None)
@given(data=st.data(), now=MOMENTS, events=st.lists(STAYING, min_size=80, max_size=80))
def test_every_call_of_somebody_expected_ends_by_itself(example, data, now, events):
    called = data.draw(st.sampled_from(list(example.numbers)))
    turns = _play(example, called, now, events, EXPECTED)
    assert all(map(_keeps_contract, turns))
    assert turns[-1].state.step is Step.ENDED
    settled = [deed for turn in turns for deed in turn.actions if isinstance(deed, SettlePromise)]
    assert len(settled) <= 1


@settings(max_examples=150, deadline=None)
@given(data=st.data(), now=MOMENTS, known=KNOWN, events=SEEKING)
def test_the_contract_holds_while_a_time_is_sought(example, data, now, known, events):
    called = data.draw(st.sampled_from(list(example.numbers)))
    row, last = 0, None
    for turn in _play(example, called, now, events, known):
        assert _keeps_contract(turn)
        assert turn_from_json(turn_to_json(turn)) == turn
        question = turn.actions[-1].question if isinstance(turn.actions[-1], Ask) else None
        row = row + 1 if question is not None and question == last else 1
        last = question
        assert row <= MOST_ASKED, question


# Words


@settings(max_examples=200, deadline=None)
@given(data=st.data(), now=MOMENTS, hears=HEARS, known=KNOWN, events=st.lists(TALKING, max_size=25))
def test_nothing_impolite_is_said_and_nobody_is_warned_twice(example, data, now, hears, known, events):
    """Neither to the caller nor to the department that takes the call."""
    called = data.draw(st.sampled_from([*example.numbers, "anonymous"]))
    turns = _play(example, called, now, events, known, hears=hears)
    for turn in turns:
        said = [action.sentence for action in turn.actions if isinstance(action, Say)]
        said += [each for action in turn.actions if isinstance(action, Transfer) for each in action.briefing]
        assert not [sentence.text for sentence in said if impolite(sentence.text)]
    acts = [deed.sentence.act for turn in turns for deed in turn.actions if isinstance(deed, Say)]
    assert acts.count(SpeechAct.WARNS) <= 1


@settings(max_examples=150, deadline=None)
@given(data=st.data(), now=MOMENTS, known=KNOWN, before=st.lists(TALKING, max_size=10))
def test_a_threat_always_raises_and_comes_to_a_person_or_to_an_end(example, data, now, known, before):
    turns = _play(example, "+37167000100", now, before, known, hears=("lv", "en"))
    state = turns[-1].state
    if state.step in QUESTIONS - RECORDINGS and state.hears:
        words = data.draw(st.sampled_from(["I will kill you", "es jūs nositīšu", "I will kill you, goodbye"]))
        turn = advance(state, Heard(words), example, now)
        assert [deed.severity for deed in turn.actions if isinstance(deed, Raise)] == ["threat"]
        assert isinstance(turn.actions[-1], Transfer | HangUp)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), now=MOMENTS, hears=HEARS, known=KNOWN, events=st.lists(TALKING, max_size=25))
def test_the_contract_holds_for_any_words(example, data, now, hears, known, events):
    called = data.draw(st.sampled_from([*example.numbers, "anonymous"]))
    row, last, lost = 0, None, False
    for turn in _play(example, called, now, events, known, hears=hears):
        assert _keeps_contract(turn)
        assert turn_from_json(turn_to_json(turn)) == turn
        ask = turn.actions[-1] if isinstance(turn.actions[-1], Ask) else None
        row = row + 1 if ask is not None and ask.question == last else 1
        last = ask.question if ask else None
        assert row <= MOST_ASKED, last
        lost = lost or not turn.state.hears
        assert ask is None or ask.expects is None or (not lost and turn.state.language in hears)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), now=MOMENTS, known=KNOWN, events=st.lists(SPOKEN, min_size=80, max_size=80))
def test_every_call_that_is_only_talked_in_ends_by_itself_with_thanks(example, data, now, known, events):
    called = data.draw(st.sampled_from(list(example.numbers)))
    turn = _play(example, called, now, _with_outcomes(events), known, hears=("lv", "en"))[-1]
    assert turn.state.step is Step.ENDED
    acts = [action.sentence.act for action in turn.actions if isinstance(action, Say)]
    assert acts[-2:] == [SpeechAct.THANKS, SpeechAct.PARTS]


def _with_outcomes(events):
    """Whoever only talks is put through, and leaves messages, now and then."""
    between = (TransferEnded(TransferOutcome.BUSY), Recorded("messages/x.wav", 5.0))
    return [each for number, event in enumerate(events) for each in (event, between[number % 2])]


@settings(max_examples=200, deadline=None)
@given(data=st.data(), now=MOMENTS, words=WORDS, sure=st.sampled_from([0.0, 0.3, 0.59]))
def test_what_is_hardly_heard_has_no_consequence(example, data, now, words, sure):
    """It is asked again or confirmed; nobody is put through, nothing is promised, answered or ended by it."""
    before = data.draw(st.lists(TALKING, max_size=8))
    turns = _play(example, "+37167000100", now, before, data.draw(KNOWN), hears=("lv", "en"))
    state = turns[-1].state
    if isinstance(turns[-1].actions[-1], Ask) and state.hears and state.asked < MOST_ASKED - 1:
        after = advance(_reloaded(turns[-1]), Heard(words, sure), example, now)
        deeds = (MakePromise, MovePromise, SettlePromise, OptOut, KeepMessage, DropMessage, HangUp)
        assert not [action for action in after.actions if isinstance(action, deeds)]
