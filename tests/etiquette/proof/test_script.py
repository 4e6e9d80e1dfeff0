"""A walk is written as the lines of a script; what a script cannot bring about is refused with the reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ivr.conversation.engine import advance, advance_meant
from ivr.conversation.errand import Errand, Known, Origin, Promised
from ivr.conversation.events import (
    Heard,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.meaning import Meaning
from ivr.conversation.moves import Signal
from ivr.etiquette.proof.happenings import Happening
from ivr.etiquette.proof.openings import NAME, Opening
from ivr.etiquette.proof.script import NotPlayableError, script
from ivr.etiquette.proof.walking import Walk
from tests.etiquette.proof.broken import COMPANY, DAY, NIGHT, WORDS, campaign_of

ORDER = Happening(Heard("…"), Meaning(Signal.CHOSE_DEPARTMENT, "…", target="department sales"))
BUSY = Happening(TransferEnded(TransferOutcome.BUSY))


def walk(*happened, opening=None, moments=None):
    given = tuple(each if isinstance(each, Happening) else Happening(each) for each in happened)
    return Walk(opening or Opening(COMPANY, WORDS), given, moments or (DAY,) * (len(given) + 1))


def lines(text):
    return [line.removeprefix("> ") for line in text.splitlines() if line.startswith("> ")]


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ((Pressed("1"), BUSY), ["/dtmf 1", "/busy"]),
        ((Silence(), NotUnderstood(), HungUp()), ["/silence", "/mumble", "/hangup"]),
        ((ORDER,), ["/say pārdošanas nodaļa"]),
        (
            (Pressed("1"), BUSY, Pressed("1"), Recorded("x.wav", 0.0)),
            ["/dtmf 1", "/busy", "/dtmf 1", "/silence"],
        ),
    ],
    ids=["keys", "silence", "what is meant is said", "nothing is recorded"],
)
def test_what_happens_is_written_as_lines(example, happened, expected):
    assert lines(script(walk(*happened), example, None, "why")) == expected


def test_the_head_tells_who_calls_whom_and_when(example):
    known = Known(Promised("p", DAY, "Europe/Riga", Origin.CLOSED, "sales", DAY), may_be_called=False)
    text = script(walk(opening=Opening(COMPANY, WORDS, known)), example, None, "why")
    assert text.splitlines() == [
        "# why",
        f"called: {COMPANY}",
        "caller: +37120000001",
        "known: promise sales 2026-11-25T10:00",
        "known: do-not-call",
        "hears: lv en",
        "at: 2026-11-25T10:00",
        "---",
    ]


def test_a_call_of_ours_is_picked_up(example):
    errand = Errand("proof", "en", "Europe/Riga", NAME, "maintenance")
    ours = walk(Pressed("1"), opening=Opening("+37167000102", (), errand=errand))
    text = script(ours, example, campaign_of("maintenance"), "why")
    assert lines(text) == ["/person", "/dtmf 1"]
    assert text.splitlines()[1:4] == [
        "outbound: maintenance",
        f"contact: +37120000001 {NAME}",
        "language: en",
    ]


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (walk(Pressed("1"), moments=(DAY, NIGHT)), "time passes in it"),
        (walk(Pressed("1"), HungUp(talked=True)), "they hang up after they talked"),
        (walk(Happening(Heard("…"), Meaning(Signal.SILENT, "…"))), "no words are known"),
    ],
    ids=["time passes", "after a talk", "nobody says that"],
)
def test_what_no_script_brings_about_is_refused(example, refused, why):
    with pytest.raises(NotPlayableError, match=why):
        script(refused, example, None, "why")


SAID = (
    ("vēlos pasūtīt", ORDER.meaning),
    ("uz redzēšanos", Meaning(Signal.GOODBYE, "…")),
    ("vēlos runāt ar cilvēku", Meaning(Signal.PERSON, "…")),
    ("nekad vairs man nezvaniet", Meaning(Signal.NO_MORE_CALLS, "…")),
)


@pytest.mark.parametrize(("words", "meaning"), SAID, ids=[words for words, _ in SAID])
def test_what_is_meant_is_answered_like_words_that_mean_it(example, words, meaning):
    begun = Opening(COMPANY, WORDS).turn(example, None, DAY).state
    later = DAY + timedelta(seconds=5)
    meant, said = advance_meant(begun, meaning, example, later), advance(begun, Heard(words), example, later)
    assert (meant.state.step, meant.state.department) == (said.state.step, said.state.department)
    assert _phrases(meant) == _phrases(said)


def _phrases(turn):
    return [each.sentence.phrase for each in turn.actions if hasattr(each, "sentence")]
