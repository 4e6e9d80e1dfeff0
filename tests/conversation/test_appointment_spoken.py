"""A time is agreed on in words: what words mean at each step, what is answered, and what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ivr.company.models import Company, Hours
from ivr.company.slots import Agenda, slots
from ivr.conversation.actions import Ask, Expects, LookUp, MakePromise, Say
from ivr.conversation.codec import state_from_json, state_to_json
from ivr.conversation.engine import advance
from ivr.conversation.errand import Appointment, Errand, Origin
from ivr.conversation.events import Event, Found, Heard, HearingLost, NotUnderstood, Pressed, Silence
from ivr.conversation.hearing import hear
from ivr.conversation.hearing.appointment import HEAR
from ivr.conversation.meaning import Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step, Turn, replace
from ivr.conversation.vocabulary import vocabulary
from ivr.phrases.sentence import SpeechAct
from tests.conversation.inbound import CALLER, COMPANY, NIGHT, NOW, deeds, said

OFFERED = ("2026-11-26T10:00:00+02:00", "2026-11-26T15:00:00+02:00", "2026-11-27T12:00:00+02:00")
FRIDAY = ("2026-11-27T09:00:00+02:00", "2026-11-27T12:00:00+02:00", "2026-11-27T15:00:00+02:00")
LOOK_UPS = {Step.SEEKING, Step.CHECKING, Step.SECURING}
WHICH, RIGHT, NEAREST = ["slots.which"], ["time.right"], ["time.nearest"]
CHOSEN = "2026-11-26T10:00:00+02:00"  # Thursday at ten


def standing(step: Step, language: str = "en", **given) -> State:
    """A caller of sales, with whom a time is being agreed on."""
    state = State(step, language, COMPANY, CALLER, hears=("lv", "en"), wanted="sales", department="sales")
    return replace(state, appointment=Appointment("sales", Origin.CLOSED), reason="closed", **given)


def talk(company: Company, state: State, *events: Event | str, now: datetime = NOW, taken=None) -> list[Turn]:
    """The turns from ``state`` on, stored and reloaded between two; words stand for themselves."""
    turns, waiting = (
        [Turn(state, ())],
        [Heard(event) if isinstance(event, str) else event for event in events],
    )
    while (looks := turns[-1].state.step in LOOK_UPS) or waiting:
        event = Found(tuple((taken or {}).items())) if looks else waiting.pop(0)
        turns.append(advance(state_from_json(state_to_json(turns[-1].state)), event, company, now))
    return turns[1:]


def texts(turn: Turn) -> list[str]:
    """What is said in a turn."""
    return [action.sentence.text for action in turn.actions if isinstance(action, Say)]


def meaning(company: Company, state: State, words: str, confidence: float = 1.0, now=NOW) -> Meaning | None:
    return HEAR[state.step](Scene(state, company, now), Spoken(words, confidence))


def short(found: Meaning | None) -> str:
    """For a table: the key the words stand for, or the time that is sought."""
    if found is None:
        return "none"
    wished = found.wished
    if wished is None:
        return f"{found.signal.name} {found.keys}".strip()
    end = "" if wished.exact else f"/{(wished.end or '')[8:16]}"
    return f"{wished.start[8:16]}{end}"


def _why(refusal: str, *, named: bool = False) -> list[str]:
    """The phrases that refuse, and offer the nearest time."""
    return [f"refused.{refusal}", *(["refused.name"] if named else []), "time.nearest"]


# One of the times on offer: tomorrow at ten, tomorrow at three, Friday at noon


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "the first", "CHOSE_SLOT 1"),
        ("en", "the second one please", "CHOSE_SLOT 2"),
        ("en", "the last one", "CHOSE_SLOT 3"),
        ("en", "number two", "CHOSE_SLOT 2"),
        ("en", "at ten", "CHOSE_SLOT 1"),
        ("en", "ten", "CHOSE_SLOT 1"),
        ("en", "three o'clock would be fine", "CHOSE_SLOT 2"),
        ("en", "tomorrow at three", "CHOSE_SLOT 2"),
        ("en", "the afternoon one tomorrow", "CHOSE_SLOT 2"),
        ("en", "in the morning", "CHOSE_SLOT 1"),
        ("en", "Friday", "CHOSE_SLOT 3"),
        ("en", "the one on Friday", "CHOSE_SLOT 3"),
        ("en", "the Friday one", "CHOSE_SLOT 3"),
        ("en", "yes, Friday is good", "CHOSE_SLOT 3"),
        ("en", "tomorrow", "26T00:00/27T00:00"),
        ("en", "do you have Monday?", "30T00:00/01T00:00"),
        ("en", "Friday in the afternoon, at four", "27T16:00"),
        ("en", "at half past four", "25T16:30"),
        ("en", "the first of December", "01T00:00/02T00:00"),
        ("en", "next week", "30T00:00/07T00:00"),
        ("en", "not on Friday", "26T10:00/"),  # nor sooner than what is offered
        ("en", "anything later?", "27T12:01/"),
        ("en", "is there something earlier", "25T10:00/26T10:00"),
        ("en", "whichever", "CHOSE_SLOT 1"),
        ("en", "any of them would be fine", "CHOSE_SLOT 1"),
        ("en", "any time on Monday, I don't mind", "30T00:00/01T00:00"),
        ("en", "that's too late", "25T10:00/26T10:00"),
        ("en", "the Thursday morning one", "CHOSE_SLOT 1"),
        ("en", "another time", "OTHER_TIME 4"),
        ("en", "none of them", "OTHER_TIME 4"),
        ("en", "no", "OTHER_TIME 4"),
        ("en", "I can't, none of those", "OTHER_TIME 4"),
        ("en", "yes", "UNCLEAR"),  # to which of them?
        ("en", "maybe", "UNCLEAR"),
        ("en", "the first or the second", "UNCLEAR"),
        ("en", "not the second", "UNCLEAR"),
        ("en", "the other one", "UNCLEAR"),
        ("lv", "ne pirmo", "UNCLEAR"),
        ("lv", "nē, to otru", "CHOSE_SLOT 2"),
        ("en", "not the first, the second", "CHOSE_SLOT 2"),
        ("en", "the middle one", "CHOSE_SLOT 2"),
        ("en", "I can't do any of these", "OTHER_TIME 4"),
        ("en", "any other time", "OTHER_TIME 4"),
        ("en", "I can't at that time", "OTHER_TIME 4"),
        ("en", "I'm busy then", "OTHER_TIME 4"),
        ("en", "never mind", "ENOUGH"),
        ("en", "I don't need the call any more", "ENOUGH"),
        ("en", "the weather is lovely", "none"),
        ("lv", "pirmo", "CHOSE_SLOT 1"),
        ("lv", "otrais", "CHOSE_SLOT 2"),
        ("lv", "otro lūdzu", "CHOSE_SLOT 2"),
        ("lv", "pēdējo", "CHOSE_SLOT 3"),
        ("lv", "rīt desmitos", "CHOSE_SLOT 1"),
        ("lv", "desmitos", "CHOSE_SLOT 1"),
        ("lv", "trijos", "CHOSE_SLOT 2"),
        ("lv", "piektdien", "CHOSE_SLOT 3"),
        ("lv", "to piektdienas", "CHOSE_SLOT 3"),
        ("lv", "vai jums ir pirmdien", "30T00:00/01T00:00"),
        ("lv", "pirmajā decembrī", "01T00:00/02T00:00"),
        ("lv", "kaut ko vēlāk", "27T12:01/"),
        ("lv", "agrāk nav?", "25T10:00/26T10:00"),
        ("lv", "man vienalga", "CHOSE_SLOT 1"),
        ("lv", "tas ir par agru", "27T12:01/"),
        ("lv", "vai nevarētu pirmdien", "30T00:00/01T00:00"),
        ("lv", "cits laiks", "OTHER_TIME 4"),
        ("lv", "neviens neder", "OTHER_TIME 4"),
        ("lv", "nē", "OTHER_TIME 4"),
        ("lv", "ne pirmo, otro", "CHOSE_SLOT 2"),
        ("lv", "vidējo", "CHOSE_SLOT 2"),
        ("lv", "pirmo vai otro", "UNCLEAR"),
        ("lv", "jebkurā citā laikā", "OTHER_TIME 4"),
        ("lv", "tajā laikā nevaru", "OTHER_TIME 4"),
        ("lv", "esmu aizņemts", "OTHER_TIME 4"),
        ("lv", "nākamtrešdien", "02T00:00/03T00:00"),
        ("lv", "vairs nevajag", "ENOUGH"),
    ],
)
def test_words_choose_one_of_the_times_or_ask_for_another(example, language, words, expected):
    state = standing(Step.SLOTS, language, slots=OFFERED)
    assert short(meaning(example, state, words)) == expected


@pytest.mark.parametrize(
    ("offered", "words", "expected"),
    [
        (FRIDAY, "at eleven", "27T11:00"),  # all on Friday: on Friday
        (FRIDAY, "at noon", "CHOSE_SLOT 2"),
        (FRIDAY, "in the afternoon, four", "27T16:00"),
        (FRIDAY, "Monday", "30T00:00/01T00:00"),
        (FRIDAY, "later", "27T15:01/28T00:00"),
        (FRIDAY, "is there anything earlier", "27T00:00/27T09:00"),
        (FRIDAY[:1], "yes, that suits me", "CHOSE_SLOT 1"),
        (FRIDAY[:1], "no thanks", "OTHER_TIME 4"),
        (FRIDAY[:1], "yes", "CHOSE_SLOT 1"),
    ],
)
def test_what_is_meant_depends_on_what_was_offered(example, offered, words, expected):
    assert short(meaning(example, standing(Step.SLOTS, slots=offered), words)) == expected


# Whenever it would suit


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "tomorrow at ten", "26T10:00"),
        ("en", "eleven", "25T11:00"),
        ("en", "in the morning", "25T00:00/25T12:00"),
        ("en", "any time", "25T10:00/"),
        ("en", "yesterday at ten", "24T10:00"),  # told why not
        ("en", "I rang you yesterday", "none"),
        ("en", "I do not know", "none"),
        ("lv", "parīt no rīta", "27T00:00/27T12:00"),
        ("lv", "pusdeviņos", "25T20:30"),
    ],
)
def test_a_time_is_said_where_it_is_asked_openly(example, language, words, expected):
    assert short(meaning(example, standing(Step.DAY, language), words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("at ten", "01T10:00"),
        ("half past two", "01T14:30"),
        ("ten", "01T10:00"),
        ("in the morning", "01T00:00/01T12:00"),
        ("no, on Wednesday at ten", "02T10:00"),
    ],
)
def test_an_hour_is_said_to_the_day_that_was_keyed_in(example, words, expected):
    assert short(meaning(example, standing(Step.HOUR, day="0112"), words)) == expected


# What was read back: Thursday at ten


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "yes", "RIGHT 1"),
        ("en", "that's right", "RIGHT 1"),
        ("en", "yes, Thursday at ten", "RIGHT 1"),
        ("en", "never mind", "ENOUGH"),
        ("en", "I'm busy then", "NOT_RIGHT 2"),
        ("en", "Thursday at ten", "RIGHT 1"),
        ("en", "yes, in the morning", "RIGHT 1"),
        ("en", "no", "NOT_RIGHT 2"),
        ("en", "no, not that one", "NOT_RIGHT 2"),
        ("en", "I said eleven", "26T11:00"),
        ("en", "ten is fine", "RIGHT 1"),
        ("en", "that's too early", "26T10:01/27T00:00"),
        ("en", "no, not at ten", "26T00:00/27T00:00"),
        ("en", "no, Thursday at ten", "26T10:00"),  # is read back once more
        ("en", "another time", "OTHER_TIME"),
        ("en", "no, Tuesday instead", "01T10:00"),
        ("en", "no, at eleven", "26T11:00"),
        ("en", "no, eleven", "26T11:00"),
        ("en", "an hour later", "26T11:00"),
        ("en", "half an hour earlier please", "26T09:30"),
        ("en", "the next day", "27T10:00"),
        ("en", "the same time on Monday", "30T10:00"),
        ("en", "yes, but at eleven", "26T11:00"),
        ("en", "yes but a bit later", "26T10:01/27T00:00"),
        ("en", "can it be earlier that day", "26T00:00/26T10:00"),
        ("en", "no, in the afternoon", "26T12:00/26T19:00"),
        ("en", "no, Friday at noon", "27T12:00"),
        ("en", "in an hour", "25T11:00"),
        ("en", "no, I called you yesterday", "NOT_RIGHT 2"),
        ("en", "yes thank you, have a nice weekend", "RIGHT 1"),
        ("en", "hm", "none"),
        ("en", "who is that", "none"),
        ("lv", "jā", "RIGHT 1"),
        ("lv", "pirmo", "none"),
        ("lv", "jā, pareizi, ceturtdien desmitos", "RIGHT 1"),
        ("lv", "nē", "NOT_RIGHT 2"),
        ("lv", "nē, labāk otrdien", "01T10:00"),
        ("lv", "nē, vienpadsmitos", "26T11:00"),
        ("lv", "stundu vēlāk", "26T11:00"),
        ("lv", "pusstundu agrāk", "26T09:30"),
        ("lv", "jā, bet vēlāk", "26T10:01/27T00:00"),
        ("lv", "tas ir par vēlu", "26T00:00/26T10:00"),
        ("lv", "vai nevarētu piektdien", "27T10:00"),
        ("lv", "cits laiks", "OTHER_TIME"),
        ("lv", "jā, paldies, jaukas brīvdienas", "RIGHT 1"),
    ],
)
def test_what_was_read_back_is_confirmed_denied_or_corrected(example, language, words, expected):
    state = standing(Step.READ_BACK, language, slots=OFFERED, chosen=CHOSEN)
    assert short(meaning(example, state, words)) == expected


@pytest.mark.parametrize(
    ("offered", "words", "expected"),
    [
        (2, "no, the other one", "26T15:00"),
        (2, "the other one", "26T15:00"),
        (2, "not the first one", "26T15:00"),
        (3, "no, the second one", "26T15:00"),
        (3, "no, the last one", "27T12:00"),
        (3, "the other one", "NOT_RIGHT 2"),  # which of them?
        (3, "yes, the first one", "RIGHT 1"),
        (3, "no", "NOT_RIGHT 2"),
        (1, "the other one", "none"),
    ],
)
def test_another_of_the_times_on_offer_is_taken_instead(example, offered, words, expected):
    state = standing(Step.READ_BACK, slots=OFFERED[:offered], chosen=OFFERED[0])
    assert short(meaning(example, state, words)) == expected


def test_nor_is_a_time_on_offer_what_was_said_instead_of_them(example):
    state = standing(Step.READ_BACK, slots=OFFERED, chosen=CHOSEN, day="26111000")
    assert short(meaning(example, state, "the other one")) == "none"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("one", "RIGHT 1"), ("press two", "NOT_RIGHT 2"), ("hm", "none"), ("no, at two", "26T14:00")],
)
def test_once_keys_were_told_their_numbers_may_be_said(example, words, expected):
    state = standing(Step.READ_BACK, slots=OFFERED, chosen=CHOSEN, question="read_back", asked=2)
    assert short(meaning(example, state, words)) == expected


def test_the_third_time_that_is_not_right_is_the_last(example):
    state = standing(Step.READ_BACK, chosen=CHOSEN, refused=2)
    assert short(meaning(example, state, "no")) == "ENOUGH 2"


@pytest.mark.parametrize(
    ("step", "words", "expected"),
    [
        (Step.READ_BACK, "yes", "none"),
        (Step.READ_BACK, "no", "none"),
        (Step.READ_BACK, "Thursday at ten", "none"),
        (Step.READ_BACK, "two", "26T14:00"),
        (Step.READ_BACK, "no, at eleven", "26T11:00"),  # is read back
        (Step.SLOTS, "the second", "none"),
        (Step.SLOTS, "Monday", "none"),
        (Step.SLOTS, "Friday", "none"),
        (Step.SLOTS, "at ten", "CHOSE_SLOT 1"),  # is read back
        (Step.SLOTS, "Monday at ten", "30T10:00"),
        (Step.DAY, "next week", "none"),
        (Step.DAY, "tomorrow at ten", "26T10:00"),
    ],
)
def test_what_a_recogniser_is_not_sure_of_is_read_back_or_asked_again(example, step, words, expected):
    state = standing(step, slots=OFFERED, chosen=CHOSEN if step is Step.READ_BACK else None)
    assert short(meaning(example, state, words, confidence=0.4)) == expected


# What is answered to a time that was said


@pytest.mark.parametrize(
    ("words", "step", "phrases", "slots_"),
    [
        # Exact and free: read back at once
        ("half past three tomorrow", Step.READ_BACK, RIGHT, ["26T15:30"]),
        ("at three", Step.READ_BACK, RIGHT, ["25T15:00"]),
        ("tomorrow at ten", Step.READ_BACK, RIGHT, ["26T10:00"]),
        # Roughly: what is close to it
        ("in an hour or so", Step.READ_BACK, RIGHT, ["25T11:00"]),
        ("in forty minutes", Step.READ_BACK, NEAREST, ["25T10:30"]),
        ("now", Step.READ_BACK, NEAREST, ["25T10:30"]),
        # Not possible: why, and the nearest
        ("on Saturday at noon", Step.READ_BACK, _why("outside_hours"), ["27T17:30"]),
        ("at eight", Step.READ_BACK, _why("outside_hours"), ["26T09:00"]),
        ("tomorrow at ten past two", Step.READ_BACK, _why("between"), ["26T14:00"]),
        ("yesterday at ten", Step.READ_BACK, _why("past"), ["25T10:30"]),
        ("on the 20th of December at ten", Step.READ_BACK, _why("too_far"), ["09T17:30"]),
        # A stretch: times within it
        ("any time on Monday", Step.SLOTS, WHICH, ["30T09:00", "30T12:00", "30T15:00"]),
        ("tomorrow after lunch", Step.SLOTS, WHICH, ["26T13:00", "26T14:00", "26T15:30"]),
        ("not before five", Step.SLOTS, WHICH, ["25T17:00", "26T17:00", "27T17:00"]),
        ("today after half past five", Step.READ_BACK, NEAREST, ["25T17:30"]),
        ("Thursday or Friday, not in the morning", Step.SLOTS, WHICH, ["26T12:00", "26T15:00", "27T12:00"]),
        # None in it: why, and the nearest outside
        ("tomorrow evening after seven", Step.READ_BACK, _why("outside_hours"), ["26T17:30"]),
        ("on Saturday", Step.READ_BACK, _why("no_hours"), ["27T17:30"]),
        ("after New Year", Step.READ_BACK, _why("too_far"), ["09T17:30"]),
    ],
)
def test_a_time_that_is_said_is_answered(example, words, step, phrases, slots_):
    turn = talk(example, standing(Step.DAY), words)[-1]
    assert (turn.state.step, said(turn)) == (step, phrases)
    found = (turn.state.chosen,) if step is Step.READ_BACK else turn.state.slots
    assert [at[8:16] for at in found] == slots_


@pytest.mark.parametrize(
    ("language", "words", "slots_"),
    [
        # Nothing on offer is ruled out: the same times, asked for in other words
        ("en", ["not on Monday"], ["26T10:00", "26T15:00", "27T12:00"]),
        ("lv", ["tikai ne pirmdien"], ["26T10:00", "26T15:00", "27T12:00"]),
        # What was ruled out before is not offered, whatever is said after it
        ("en", ["not on Monday", "not tomorrow, and not on Friday"], ["01T09:00", "01T12:00", "02T15:00"]),
        ("en", ["not tomorrow", "not Monday either"], ["27T09:00", "27T12:00", "01T15:00"]),
        ("en", ["not tomorrow", "another time", "not before five"], ["25T17:00", "25T17:30", "27T17:00"]),
        ("lv", ["rīt nevaru", "cits laiks", "no rīta"], ["25T10:30", "25T11:00", "27T11:30"]),
        # … unless it is asked for
        ("en", ["not on Monday", "well, any time on Monday"], ["30T09:00", "30T12:00", "30T15:00"]),
    ],
    ids=lambda given: " – ".join(given) if isinstance(given, list) else given,
)
def test_what_was_ruled_out_is_not_offered_again(example, language, words, slots_):
    turn = talk(example, standing(Step.SLOTS, language, slots=OFFERED), *words)[-1]
    assert (turn.state.step, [at[8:16] for at in turn.state.slots]) == (Step.SLOTS, slots_)


@pytest.mark.parametrize(("language", "words"), [("en", "not on Monday"), ("lv", "tikai ne pirmdien")])
def test_the_same_times_are_asked_for_in_other_words(example, language, words):
    turn = talk(example, standing(Step.SLOTS, language, slots=OFFERED, question="slots", asked=1), words)[-1]
    assert said(turn)[:2] == ["slots.one", "slots.ask"]


def test_a_day_that_is_ruled_out_is_remembered_where_one_time_is_left(example):
    turn = talk(example, standing(Step.SLOTS, slots=OFFERED), "not tomorrow")[-1]
    assert (turn.state.step, turn.state.chosen[8:16]) == (Step.READ_BACK, "27T12:00")
    assert turn.state.appointment.ruled_out == (("2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00"),)


@pytest.mark.parametrize(
    ("now", "words", "phrases", "at"),
    [
        ("2026-06-19T12:00", "on Tuesday", _why("holiday", named=True), "25T09:00"),
        ("2026-06-19T12:00", "on Tuesday at ten", _why("holiday", named=True), "25T09:00"),
        ("2026-12-29T12:00", "on the fourth", _why("closed_day", named=True), "05T09:00"),
        ("2026-11-27T17:00", "at ten", ["time.right"], "30T10:00"),  # a day was not said: on Monday
    ],
)
def test_the_answer_depends_on_the_day(example, now, words, phrases, at):
    moment = datetime.fromisoformat(now).replace(tzinfo=example.zone)
    turn = talk(example, standing(Step.DAY), words, now=moment)[-1]
    assert said(turn) == phrases
    assert turn.state.chosen[8:16] == at


def test_a_time_that_the_clocks_skip_is_told_so(example):
    always = example.model_copy(update={"office_hours": Hours.model_validate("always")})
    eve = datetime(2026, 3, 28, 12, tzinfo=UTC)
    turn = talk(always, standing(Step.DAY), "tomorrow at half past three in the morning", now=eve)[-1]
    assert said(turn) == ["refused.gap", "time.nearest"]
    assert turn.state.chosen == "2026-03-29T04:30:00+03:00"


def test_a_full_slot_is_told_so(example):
    taken = {datetime(2026, 11, 26, 8, tzinfo=UTC): 2}
    turn = talk(example, standing(Step.DAY), "tomorrow at ten", taken=taken)[-1]
    assert said(turn) == ["refused.full", "time.nearest"]
    assert turn.state.chosen == "2026-11-26T10:30:00+02:00"
    morning = talk(example, standing(Step.DAY), "tomorrow at ten or at eleven", taken=taken)[-1]
    assert morning.state.chosen == "2026-11-26T11:00:00+02:00"


def test_where_nothing_is_free_there_are_other_ways(example):
    full = {at.astimezone(UTC): 2 for at in slots(Agenda(example, "sales", NOW, example.zone))}
    for words in ("tomorrow at ten", "tomorrow", "now"):
        turn = talk(example, standing(Step.DAY), words, taken=full)[-1]
        assert said(turn)[0] == "time.none"
        assert (turn.state.step, turn.state.wished) == (Step.CHOICE, None)


def test_the_time_on_the_way_there_is_sought_at_once(example):
    found = meaning(example, standing(Step.DAY), "tomorrow at ten").wished
    turn = talk(example, standing(Step.SEEKING, wished=found))[-1]
    assert (turn.state.step, turn.state.chosen) == (Step.READ_BACK, CHOSEN)


def test_in_our_calls_times_are_those_of_the_persons_clocks(example):
    errand = Errand("a1", "en", "America/New_York")
    state = replace(standing(Step.DAY), errand=errand)
    turn = talk(example, state, "tomorrow at nine")[-1]
    assert turn.state.chosen == "2026-11-26T09:00:00-05:00"
    assert texts(turn) == ["On Thursday, 26 November, at 9:00, New York time: is that right?"]
    night = talk(example, state, "tomorrow at seven in the morning")[-1]
    assert said(night) == ["refused.outside_window", "time.nearest"]


# A whole talk


def test_offers_are_short_where_words_are_heard_and_tell_the_keys_when_asked_again(example):
    first, again = talk(example, standing(Step.SEEKING), NotUnderstood(), now=NIGHT)
    assert texts(first) == [
        "We can call you tomorrow at 9:00, at 12:00 or on Friday at 15:00: which time suits you?"
    ]
    assert [action.sentence.act for action in first.actions if isinstance(action, Say)] == [
        SpeechAct.ASKS_TIME
    ]
    assert (first.actions[-1].expects, first.actions[-1].keys) == (Expects.TIME, "#*012349")
    assert said(again)[:3] == ["again.heard.1", "slots.ask", "slots.offer"]
    assert "menu.person" in said(again)


def test_a_talk_in_latvian_ends_in_a_promise(example):
    events = ("cits laiks", "parīt no rīta", "pirmo", "nē, labāk pusvienpadsmitos", "jā, pareizi")
    turns = talk(example, standing(Step.SEEKING, "lv"), *events, now=NIGHT)
    (promise,) = deeds(turns, MakePromise)
    assert promise.at == datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
    assert promise.words == "piektdien, 27. novembrī, plkst. 10.30 pēc Rīgas laika"
    assert turns[-1].state.step is Step.ANYTHING_ELSE
    assert turns[-1].state.wished is None


@pytest.mark.parametrize(
    ("state", "phrase"),
    [
        (standing(Step.SLOTS, slots=OFFERED), "when.ask"),  # another time: asked openly
        (
            standing(Step.READ_BACK, chosen=CHOSEN, slots=OFFERED),
            "slots.which",
        ),  # not the one that was chosen
    ],
)
def test_after_no_it_is_asked_openly_or_offered_again(example, state, phrase):
    assert said(talk(example, state, "no")[-1]) == [phrase]


def test_after_no_to_a_time_that_was_said_it_is_asked_openly(example):
    turns = talk(example, standing(Step.DAY), "tomorrow at ten", "no")
    assert said(turns[-1]) == ["when.ask"]
    assert turns[-1].state.refused == 1
    refused = talk(example, standing(Step.DAY), "on Saturday", "no")
    assert (said(refused[-1]), refused[-1].state.slots) == (["when.ask"], ())


def test_three_times_no_lead_to_other_ways(example):
    events = ("tomorrow at ten", "no", "on Friday at ten", "no", "on Saturday", "no")
    turn = talk(example, standing(Step.DAY), *events)[-1]
    assert said(turn)[0] == "time.not_found"
    assert (turn.state.step, turn.state.wished) == (Step.CHOICE, None)


def test_words_and_keys_may_be_mixed(example):
    keyed = talk(example, standing(Step.DAY), Pressed("0112"), "at ten", Pressed("1"))
    assert texts(keyed[0]) == ["At what time on Tuesday, 1 December?"]
    assert deeds(keyed, MakePromise)[0].at == datetime(2026, 12, 1, 8, tzinfo=UTC)
    said_first = talk(example, standing(Step.DAY), "tomorrow", Pressed("4"), Pressed("0112"), Pressed("1000"))
    assert said_first[-1].state.chosen == "2026-12-01T10:00:00+02:00"
    assert said(said_first[-1]) == ["time.right"]
    impossible = talk(example, standing(Step.DAY), "tomorrow at ten", Pressed("2"), Pressed("0512"))
    assert said(impossible[-1]) == ["refused.no_hours", "time.nearest"]


def test_a_line_that_hears_no_more_asks_for_keys(example):
    turn = talk(example, standing(Step.SLOTS, slots=OFFERED, question="slots", asked=1), HearingLost())[-1]
    assert said(turn)[:2] == ["again.keys", "slots.ask"]
    assert turn.actions[-1].expects is None
    day = talk(example, standing(Step.DAY, question="day", asked=1), HearingLost())[-1]
    assert said(day)[:2] == ["again.keys", "question.day"]


def test_whoever_says_nothing_is_asked_three_times_at_most(example):
    turns = talk(example, standing(Step.SLOTS, slots=OFFERED), "no", Silence(), Silence(), Silence())
    assert [said(turn)[0] for turn in turns] == [
        "when.ask",
        "again.silence.1",
        "again.silence.2",
        "time.not_found",
    ]


def test_a_time_taken_meanwhile_is_not_sought_again(example):
    found = meaning(example, standing(Step.DAY), "tomorrow at ten").wished
    taken = {datetime(2026, 11, 26, 8, tzinfo=UTC): 2}
    state = standing(Step.SECURING, chosen=CHOSEN, wished=found)
    turn = talk(example, state, taken=taken)[-1]
    assert said(turn)[0] == "time.taken"
    assert (turn.state.step, turn.state.wished) == (Step.SLOTS, None)


# What is likely to be said


@pytest.mark.parametrize(
    ("step", "language", "likely", "grammars"),
    [
        (
            Step.SLOTS,
            "en",
            {"on Thursday at ten in the morning", "on Friday", "at noon", "none of them"},
            {"time"},
        ),
        (Step.SLOTS, "lv", {"piektdien", "pulksten divpadsmitos", "cits laiks"}, {"time", "ordinal"}),
        (Step.DAY, "en", {"tomorrow", "on Monday", "at nine in the morning", "any time"}, {"time"}),
        (Step.HOUR, "lv", {"no rīta", "pulksten deviņos"}, {"time"}),
        (Step.READ_BACK, "lv", {"jā, der", "stundu vēlāk", "otrdien"}, {"time", "yes_no"}),
    ],
)
def test_recognisers_are_told_what_is_likely(example, step, language, likely, grammars):
    state = standing(step, language, slots=OFFERED, chosen=CHOSEN, day="0112")
    expects = Expects.YES_NO if step is Step.READ_BACK else Expects.TIME
    found = vocabulary(state, Ask("x", "", 6.0, expects=expects), example)
    assert likely <= set(found.phrases)
    assert grammars <= set(found.grammars)
    assert len(found.phrases) == len(set(found.phrases))


def test_times_on_offer_are_told_on_the_persons_clocks(example):
    errand = Errand("a1", "en", "America/New_York")
    state = replace(standing(Step.SLOTS, slots=OFFERED), errand=errand)
    found = vocabulary(state, Ask("x", "", 6.0, expects=Expects.TIME), example)
    assert "at three in the morning" in found.phrases
    assert Scene(state, example, NOW).zone == ZoneInfo("America/New_York")


def test_the_ledger_is_asked_for_the_time_that_was_said(example):
    (turn,) = talk(example, standing(Step.DAY), "tomorrow at ten")[:1]
    assert isinstance(turn.actions[-1], LookUp)
    assert turn.state.wished.words == "tomorrow at ten"


INSTEAD = {
    "put through": (Step.SLOTS, "en", "put me through to accounts"),
    "right now": (Step.SLOTS, "en", "connect me with accounts now"),
    "somebody there": (Step.DAY, "en", "can I talk to somebody in accounts instead"),
    "the time that was read back": (Step.READ_BACK, "en", "put me through to accounts"),
    "nothing but its name": (Step.SLOTS, "en", "accounts"),
    "in Latvian": (Step.SLOTS, "lv", "savienojiet mani ar grāmatvedību"),
}


@pytest.mark.parametrize(("step", "language", "words"), INSTEAD.values(), ids=INSTEAD)
def test_a_department_that_is_asked_for_instead_of_a_time_is_rung(example, step, language, words):
    state = standing(step, language, slots=OFFERED, chosen=CHOSEN)
    (turn,) = talk(example, state, words)
    assert (turn.state.step, turn.state.department) == (Step.TRANSFER, "billing")


def test_in_a_call_of_ours_a_person_is_asked_for(example):
    errand = Errand("a1", "en", "Europe/Riga")
    state = standing(Step.SLOTS, slots=OFFERED, errand=errand)
    found = hear(Scene(state, example, NOW, Heard("put me through to accounts")))
    assert found is None or found.signal is not Signal.CHOSE_DEPARTMENT


@pytest.mark.parametrize(("language", "words"), [("en", "today at nine"), ("lv", "šodien deviņos")])
def test_a_time_of_today_that_is_past_is_told_to_be_past(example, language, words):
    turns = talk(example, standing(Step.SLOTS, language, slots=OFFERED), words)
    assert said(turns[-1])[0] == "refused.past"
