"""Whatever is said, pressed or not heard while a time is agreed on, the contract holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.hours import opening
from ivr.company.slots import Agenda, instant, slots
from ivr.conversation.actions import Ask, HangUp, LookUp, MakePromise, Record, Say, Transfer
from ivr.conversation.codec import turn_from_json, turn_to_json
from ivr.conversation.engine import MOST_ASKED
from ivr.conversation.errand import Errand
from ivr.conversation.events import Heard, HearingLost, NotUnderstood, Pressed, Silence
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step, Turn, replace
from tests.conversation.test_appointment_spoken import CHOSEN, LOOK_UPS, standing, talk

MOMENTS = st.integers(0, 426 * 24 * 4).map(
    lambda quarter: datetime(2026, 6, 1, tzinfo=UTC) + quarter * timedelta(minutes=15)
)
WORDS = {
    "en": """
        the first|the last one|number two|none of them|another time|later|something earlier|tomorrow|
        tomorrow at ten|at three|half past four|ten|in an hour or so|now|on Monday|next week|not before five|
        on Sunday at half past three in the morning|not on Friday|after Christmas|yesterday|
        Thursday or Friday|on the 24th of December at noon|no|no, at eleven|no, Tuesday instead|
        an hour later|the next day|half an hour earlier|yes|yes please|that's right|
        yes, but a bit later|maybe|one|blue cheese|hm
    """,
    "lv": """
        pirmo|pēdējo|otrais|neviens neder|cits laiks|vēlāk|kaut ko agrāk|tajā pašā laikā|rīt|rīt desmitos|
        trijos|pusdeviņos|desmit|pēc stundas|tūlīt|parīt no rīta|pirmdien|nākamnedēļ|ne agrāk par pieciem|
        svētdien pusčetros no rīta|piektdien ne|pēc jaungada|Līgo dienā|vakar|nē|nē, vienpadsmitos|
        nē, labāk otrdien|stundu vēlāk|pusstundu agrāk|nākamajā dienā|jā|jā, lūdzu|pareizi|jā, bet vēlāk|
        varbūt|viens|zils siers|hm
    """,
}
SAID = {language: [one.strip() for one in words.split("|")] for language, words in WORDS.items()}
OTHER = st.one_of(
    st.sampled_from("0123456789*#").map(Pressed),
    st.sampled_from(("2611", "2412", "1000", "0330")).map(Pressed),
    st.sampled_from((Silence(), NotUnderstood(), HearingLost())),
)
AGREEING = {Step.SLOTS, Step.DAY, Step.HOUR, Step.READ_BACK, *LOOK_UPS}
WAITS = (Ask, LookUp, Transfer, Record)


def utterances(language: str) -> st.SearchStrategy[Heard]:
    return st.builds(Heard, st.sampled_from(SAID[language]), st.sampled_from((None, 0.9, 0.4)))


def events(language: str) -> st.SearchStrategy[list]:
    return st.lists(st.one_of(utterances(language), utterances(language), OTHER), max_size=14)


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("zone", [None, "America/New_York"])
@settings(max_examples=120)
@given(data=st.data(), now=MOMENTS)
def test_the_contract_holds_and_a_promise_was_read_back_and_agreed_to(example, language, zone, data, now):
    errand = Errand("a1", language, zone) if zone else None
    start = replace(standing(Step.SEEKING, language), errand=errand)
    clocks = Scene(start, example, now).zone
    taken = dict.fromkeys(data.draw(st.sets(st.sampled_from(_first(example, now, clocks)), max_size=4)), 2)
    turns = talk(example, start, *data.draw(events(language)), now=now, taken=taken)
    for before, turn in pairwise([Turn(start, ()), *turns]):
        assert _keeps_contract(turn)
        for promise in (deed for deed in turn.actions if isinstance(deed, MakePromise)):
            _was_possible(example, promise, now, clocks, taken)
            assert before.state.step is Step.SECURING
            _was_agreed(promise, turns[: turns.index(turn)])
    _nobody_is_nagged(turns)


def _first(company, now, clocks) -> list[datetime]:
    free = slots(Agenda(company, "sales", now, clocks))
    return [at.astimezone(UTC) for at in islice(free, 6)]


def _keeps_contract(turn: Turn) -> bool:
    *said, last = turn.actions
    assert turn_from_json(turn_to_json(turn)) == turn
    return isinstance(last, (*WAITS, HangUp)) and not any(isinstance(one, (*WAITS, HangUp)) for one in said)


def _was_possible(company, promise, now, clocks, taken) -> None:
    assert now < promise.at
    assert opening(company, "sales", promise.at).open
    assert promise.at not in taken
    local = promise.at.astimezone(clocks)
    assert instant(local.date(), local.time(), clocks) == promise.at


def _was_agreed(promise, turns) -> None:
    """The last question was the read-back, in these words."""
    asked = next(turn for turn in reversed(turns) if isinstance(turn.actions[-1], Ask))
    assert asked.state.step is Step.READ_BACK
    texts = [action.sentence.text for action in asked.actions if isinstance(action, Say)]
    assert any(promise.words[1:] in text for text in texts)


def _nobody_is_nagged(turns) -> None:
    row, last = 0, None
    for turn in turns:
        question = turn.actions[-1].question if isinstance(turn.actions[-1], Ask) else None
        row = row + 1 if question is not None and question == last else 1
        last = question
        assert row <= MOST_ASKED


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("confidence", [0.1, 0.5])
def test_nothing_is_promised_by_words_that_are_not_sure(example, language, confidence):
    """Off-grammar speech ends up at some word or other: whatever it is, it does not agree to a time."""
    read_back = standing(Step.READ_BACK, language, chosen=CHOSEN, question="read_back", asked=1)
    now = datetime(2026, 11, 25, 8, tzinfo=UTC)
    for words in SAID[language]:
        turn = talk(example, read_back, Heard(words, confidence), now=now)[-1]
        assert turn.state.step in AGREEING - {Step.SECURING}, words
        assert not any(isinstance(action, MakePromise) for action in turn.actions)
