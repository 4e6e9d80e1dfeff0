"""Every way of breaking courtesy or routing is found, by a call that shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from ivr.conversation.actions import Ask, OptOut, Raise, Say
from ivr.conversation.moves import Effect, Signal, Transition
from ivr.conversation.state import Step, Turn
from ivr.conversation.table import TRANSITIONS
from ivr.etiquette.course import Standard
from ivr.etiquette.norm import breaches
from ivr.etiquette.norms import NORMS
from ivr.etiquette.proof.walking import course
from ivr.phrases.sentence import SpeechAct
from ivr.records.store import SqlRecords
from tests.etiquette.proof.broken import (
    NIGHT,
    SALES,
    WORDS,
    Calls,
    audited,
    by_us,
    campaign_of,
    found,
    spoil,
    to_us,
)

A, S, N, E = SpeechAct, Step, Signal, Effect


def without_act(act: SpeechAct):
    """Sentences of that act are not said."""
    return lambda turn: _said(turn, lambda say: () if say.sentence.act is act else (say,))


def without_phrase(phrase: str):
    """Sentences of that phrase are not said."""
    return lambda turn: _said(turn, lambda say: () if say.sentence.phrase.startswith(phrase) else (say,))


def instead(phrase: str, text: str):
    """Other words for a phrase."""

    def changed(say: Say) -> tuple[Say, ...]:
        same = say.sentence.phrase.startswith(phrase)
        return (Say(replace(say.sentence, text=text, spoken=text)),) if same else (say,)

    return lambda turn: _said(turn, changed)


def twice(act: SpeechAct):
    """Sentences of that act are said three times."""
    return lambda turn: _said(turn, lambda say: (say,) * 3 if say.sentence.act is act else (say,))


def in_language(phrase: str, language: str):
    """A sentence in another language than the talk."""

    def changed(say: Say) -> tuple[Say, ...]:
        same = say.sentence.phrase.startswith(phrase)
        return (Say(replace(say.sentence, language=language)),) if same else (say,)

    return lambda turn: _said(turn, changed)


def without_deed(kind: type):
    """A deed is not done."""
    return lambda turn: Turn(turn.state, tuple(each for each in turn.actions if not isinstance(each, kind)))


def without_key(key: str):
    """A key has no meaning any more."""

    def changed(turn: Turn) -> Turn:
        end = turn.actions[-1]
        if not isinstance(end, Ask):
            return turn
        return Turn(turn.state, (*turn.actions[:-1], replace(end, keys=end.keys.replace(key, ""))))

    return changed


def _said(turn: Turn, change: Any) -> Turn:
    actions: list[Any] = []
    for action in turn.actions:
        actions.extend(change(action) if isinstance(action, Say) else (action,))
    return Turn(turn.state, tuple(actions))


@dataclass(frozen=True)
class Spoilt:
    """A turn is changed before anybody hears it."""

    name: str
    change: Any
    calls: Calls
    breaks: str  # id of the norm


@dataclass(frozen=True)
class Rewired:
    """A way of the table leads elsewhere."""

    name: str
    step: Step
    signal: Signal
    way: Transition | None  # None: there is none
    calls: Calls
    breaks: str


SPOILT = (
    Spoilt("greeting without a name", instead("greeting.", "Labdien!"), to_us(), "I1"),
    Spoilt("no greeting", without_act(A.GREETS), to_us(), "I1"),
    Spoilt("department's number without a greeting", without_act(A.GREETS), to_us(called=SALES), "I1"),
    Spoilt("help is not offered", without_act(A.OFFERS_HELP), to_us(), "I3"),
    Spoilt(
        "no thanks, no goodbye at the end",
        lambda turn: without_act(A.PARTS)(without_act(A.THANKS)(turn)),
        to_us(),
        "B1",
    ),
    Spoilt("five choices", twice(A.OFFERS_CHOICE), to_us(), "B4"),
    Spoilt("the person is not offered", without_act(A.OFFERS_PERSON), to_us(), "B4"),
    Spoilt("no key leads to a person", without_key("0"), to_us(), "B4"),
    Spoilt(
        "a sentence without end", instead("connect.wait", "Lūdzu, brīdi uzgaidiet un " * 20), to_us(), "B4"
    ),
    Spoilt("two questions at once", instead("more.offer", "Vai vēl kas? Un kas?"), to_us(), "B4"),
    Spoilt("a sentence in the wrong language", in_language("connect.wait", "en"), to_us(), "B3"),
    Spoilt("informal address", instead("connect.wait", "Uzgaidi, es tev pateikšu."), to_us(), "B3"),
    Spoilt("a rude answer to a wrong key", instead("again.wrong", "Vai jūs esat kurls?"), to_us(), "C1"),
    Spoilt("a rude warning", instead("conduct.warning", "Aizveries, idiots!"), to_us(*WORDS), "C1"),
    Spoilt("a reproach for silence", instead("again.silence", "Ko jūs gribat?"), to_us(), "C1"),
    Spoilt("frustration without understanding", without_act(A.UNDERSTANDS), to_us(*WORDS), "C3"),
    Spoilt("abuse without a warning", without_act(A.WARNS), to_us(*WORDS), "C3"),
    Spoilt("abuse is not kept", without_deed(Raise), to_us(*WORDS), "C2"),
    Spoilt("opt-out ignored", without_deed(OptOut), by_us(), "B2"),
    Spoilt("opt-out by words ignored", without_deed(OptOut), to_us(*WORDS), "B2"),
    Spoilt("our call without the company's name", instead("greeting.", "Labdien!"), by_us(), "O1"),
    Spoilt(
        "our call without saying that it is automated", without_phrase("introduce.automated"), by_us(), "O1"
    ),
    Spoilt("who introduces itself is left out", without_phrase("introduce.who"), by_us(), "O1"),
    Spoilt("the matter is not stated", without_act(A.STATES_MATTER), by_us(), "O4"),
    Spoilt("no apology on a no", without_act(A.APOLOGISES), by_us(), "O6"),
    Spoilt("no thanks in our call", without_act(A.THANKS), by_us(), "O8"),
    Spoilt("what happens next is not told", without_act(A.AGREES), by_us(), "O7"),
    Spoilt("no time is read back", without_phrase("time."), by_us(), "O3"),
)

REWIRED = (
    Rewired(
        "the matter comes first", S.OPENING, N.PICKED_UP, Transition(S.GOING_ON, E.INTRODUCE), by_us(), "O2"
    ),
    Rewired(
        "not convenient is taken for convenient",
        S.CONVENIENT,
        N.NOT_CONVENIENT,
        Transition(S.GOING_ON, E.GO_ON),
        by_us(),
        "O2",
    ),
    Rewired(
        "no other time is asked for", S.CONVENIENT, N.NOT_CONVENIENT, Transition(S.FAREWELL), by_us(), "O3"
    ),
    Rewired("never again is asked on", S.CONVENIENT, N.OPT_OUT, Transition(S.CONVENIENT), by_us(), "B2"),
    Rewired(
        "closed is a dead end",
        S.ROUTING,
        N.CLOSED,
        Transition(S.CLOSING, E.TELL_CLOSED),
        to_us(at=NIGHT),
        "I5",
    ),
    Rewired(
        "busy is a dead end",
        S.TRANSFER,
        N.NOT_REACHED,
        Transition(S.CLOSING, E.TELL_NOT_REACHED),
        to_us(),
        "I5",
    ),
    Rewired("a menu without a way back", S.MENU, N.BACK, None, to_us(), "answers"),
    Rewired("silence is not answered", S.CHOICE, N.SILENT, None, to_us(at=NIGHT), "answers"),
    Rewired(
        "a promise without reading back",
        S.SLOTS,
        N.CHOSE_SLOT,
        Transition(S.SECURING, E.CHOOSE_SLOT),
        by_us(),
        "O3",
    ),
    Rewired("a threat is taken for a wrong key", S.MENU, N.THREAT, Transition(S.MENU), to_us(*WORDS), "C3"),
    Rewired(
        "asked often enough asks on", S.MENU, N.ENOUGH, Transition(S.MENU, E.EXCUSE_SILENCE), to_us(), "I4"
    ),
    Rewired(
        "a call that need not end", S.MENU, N.ENOUGH, Transition(S.MENU, E.EXCUSE_SILENCE), to_us(), "ends"
    ),
    Rewired("hung up and talked on", S.MENU, N.HUNG_UP, Transition(S.MENU), to_us(), "gone"),
)


# No words are known that mean just what happens in the call that shows them.
UNWRITTEN = frozenset({"frustration without understanding", "opt-out by words ignored"})


@pytest.mark.parametrize("case", SPOILT, ids=[case.name for case in SPOILT])
def test_what_is_said_wrongly_is_found(example, monkeypatch, written, case):
    spoil(monkeypatch, case.change)
    violated = found(example, case.calls)
    assert case.breaks in violated
    assert _is_shown(example, case, violated[case.breaks])
    _is_played(case, violated[case.breaks], written)


@pytest.mark.parametrize("case", REWIRED, ids=[case.name for case in REWIRED])
def test_a_way_that_leads_astray_is_found(example, monkeypatch, written, case):
    if case.way is None:
        monkeypatch.delitem(TRANSITIONS, (case.step, case.signal))
    else:
        monkeypatch.setitem(TRANSITIONS, (case.step, case.signal), case.way)
    violated = found(example, case.calls)
    assert case.breaks in violated
    if case.breaks not in {"answers", "ends", "gone"}:
        assert _is_shown(example, case, violated[case.breaks])
        _is_played(case, violated[case.breaks], written)


@pytest.fixture
def written(monkeypatch, migrated_once):
    """Every turn of calls that are held, as it is written down."""
    turns, save = [], SqlRecords.save

    def spy(self, entry):
        save(self, entry)
        turns.append(entry)

    monkeypatch.setattr(SqlRecords, "save", spy)
    return turns


def _is_played(case, walk, written):
    """The script of the walk makes a call whose audit finds the same."""
    heard = audited(walk, case.calls, written)
    if case.name in UNWRITTEN:
        assert heard is None
    else:
        assert case.breaks in heard


def _is_shown(company, case, walk) -> bool:
    campaign = campaign_of(case.calls.campaign) if case.calls.campaign else None
    held = course(walk, company, campaign)
    (norm,) = (norm for norm in NORMS if norm.id == case.breaks)
    return bool(breaches((norm,), held, Standard(company, campaign)))


@pytest.mark.parametrize(
    "calls",
    [to_us(), to_us(*WORDS), to_us(*WORDS, called=SALES), to_us(at=NIGHT), by_us(), by_us(*WORDS)],
    ids=["keys", "words", "own number", "night", "our calls by keys", "our calls by words"],
)
def test_nothing_is_found_where_nothing_is_broken(example, calls):
    assert found(example, calls) == {}
