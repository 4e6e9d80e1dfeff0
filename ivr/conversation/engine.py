"""The pure core: what happened goes in, the machine's turn comes out. No clock, socket or chance inside."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from textwrap import shorten
from typing import Any

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.company.models import Company
from ivr.conversation.actions import Action, Conclude, HangUp
from ivr.conversation.conduct.effects import first
from ivr.conversation.effects import perform
from ivr.conversation.errand import NOBODY, Errand, Known
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Event,
    Heard,
    HearingLost,
    NotUnderstood,
    Pressed,
    Recorded,
)
from ivr.conversation.hearing import hear
from ivr.conversation.hearing.manner import polite
from ivr.conversation.hearing.told import told
from ivr.conversation.meaning import Meaning
from ivr.conversation.private import spared
from ivr.conversation.scene import Scene, says
from ivr.conversation.signals import crossing, signal
from ivr.conversation.state import State, Step, Turn, replace
from ivr.conversation.table import CROSSED, QUESTIONS, TRANSITIONS, Signal
from ivr.conversation.waits import waiting
from ivr.understanding.consent import TABLES as UNDERSTOOD

MOST_ASKED = 3  # no question is asked more often in a row (I4)
# Where insisting would only keep the other side.
ASKED_LESS = {Step.ANYTHING_ELSE: 2, Step.MESSAGE: 2, Step.QUESTION_WORDS: 2, Step.NOTE: 2}
TOLD, LONGEST_TOLD = 2, 160  # utterances that a department is told, and characters of each
# What an event tells in itself: signs of life, and such as no answering machine gives.
_TELLS: Mapping[type[Event], Mapping[str, Any]] = {
    Pressed: {"heard": True, "person": True},
    Recorded: {"heard": True, "person": True},
    Heard: {"heard": True},
    NotUnderstood: {"heard": True},
    HearingLost: {"hears": ()},
}
# What the greeting of an answering machine may be taken to mean.
_OF_A_MACHINE = frozenset({Signal.NO_MEANING, Signal.UNCLEAR, Signal.SCREENING, Signal.HOLD_ON})
# What somebody whom we call wants to know, and is told: then our question counts as asked but once before.
_TOLD = frozenset({Signal.WHO, Signal.SOURCE, Signal.ASKS_ABOUT, Signal.ASKS_HOW_LONG})
# Of the hang-up, by the signal that led to it.
_REASONS = {Signal.DONE: "goodbye", Signal.MACHINE_ONLY: "answering machine"}


def begin(
    called: str,
    caller: str | None,
    company: Company,
    now: datetime,
    known: Known = NOBODY,
    hears: Collection[str] = (),
) -> Turn:
    """The first turn of a call that has just been answered.

    Args:
        called: the dialled number (DID), E.164 where the company's file has it so.
        caller: the caller's number as the line gives it; None when withheld.
        now: aware instant.
        known: what the ledger knows of the caller.
        hears: languages of which the line makes words.
    """
    number = company.numbers.get(called)
    language = (number.language if number else None) or company.default_language
    state = State(Step.GREETING, language, called, caller, known=known, hears=_hears(company, hears))
    return _cross(Scene(state, company, now), ())


def begin_outreach(
    errand: Errand,
    by: AnsweredBy,
    called: str,
    caller: str,
    company: Company,
    campaign: Campaign | None,
    now: datetime,
    hears: Collection[str] = (),
) -> Turn:
    """The first turn of a call of ours that has just been picked up.

    Args:
        errand: why we call.
        by: who or what picked up.
        called: the person's number, E.164.
        caller: the company's number that was shown, E.164.
        campaign: that of the errand; None when a promise alone is the reason.
        now: aware instant.
        hears: languages of which the line makes words.
    """
    language = errand.language if errand.language in company.languages else company.default_language
    state = State(Step.OPENING, language, called, caller, errand=errand, hears=_hears(company, hears))
    return _cross(Scene(state, company, now, Answered(by), campaign), ())


def advance(
    state: State, event: Event, company: Company, now: datetime, campaign: Campaign | None = None
) -> Turn:
    """The turn that answers ``event``; its actions end in exactly one wait, or in HangUp.

    Every event is answered in every state: one that makes no sense there counts as silence.

    Args:
        campaign: that of the errand, as in ``begin_outreach``.
    """
    scene = Scene(_after(state, event), company, now, event, campaign)
    return _answered(state, scene, None if state.step is Step.ENDED else hear(scene))


def advance_meant(
    state: State,
    meaning: Meaning,
    company: Company,
    now: datetime,
    campaign: Campaign | None = None,
) -> Turn:
    """The turn that answers words of which it is known what they mean; no understanding is asked.

    Args:
        campaign: that of the errand, as in ``begin_outreach``.
    """
    event = Heard(meaning.words or "…")
    return _answered(state, Scene(_after(state, event), company, now, event, campaign), meaning)


def _answered(before: State, scene: Scene, meaning: Meaning | None) -> Turn:
    if before.step is Step.ENDED:
        return Turn(before, (HangUp("ended already"),))
    known, said = _met(_understood(scene, meaning)) if meaning else (scene, ())
    found = signal(known)
    turn = _follow(known, found, said)
    there = _is_there(scene, found)
    if _too_often(before, turn.state, there):
        # Where nobody answers any more, enough is mostly a goodbye.
        turn = _follow(known, Signal.PERSON if there else Signal.ENOUGH, said)
    return spared(before, turn, scene.company, scene.campaign)


def _met(scene: Scene) -> tuple[Scene, tuple[Action, ...]]:
    """How somebody speaks is answered before what is said."""
    effect = first(scene)
    if effect is None:
        return scene, ()
    state, deeds = perform(effect, scene)
    return scene.at(state), deeds


def _understood(scene: Scene, meaning: Meaning) -> Scene:
    """The scene with what was said: it may be in another language, and may tell what it is about."""
    changes: dict[str, Any] = {"meant": told(meaning)}
    if meaning.language and meaning.signal is not Signal.LANGUAGE:
        changes["language"] = meaning.language
    if words := _told(meaning):
        changes["said"] = (*scene.state.said, *words)[-TOLD:]
    if _is_told(scene, meaning):
        changes["asked"] = 1
    if meaning.signal not in _OF_A_MACHINE:
        changes["person"] = True
    return scene.at(replace(scene.state, **changes)).meaning_that(meaning)


def _is_told(scene: Scene, meaning: Meaning) -> bool:
    return meaning.signal in _TOLD and scene.state.errand is not None


def _told(meaning: Meaning) -> tuple[str, ...]:
    """What a department is told of it; an insult is repeated to nobody."""
    words = polite(meaning.words) if meaning.tells else ""
    return (shorten(words, LONGEST_TOLD, placeholder=" …"),) if words else ()


def _after(state: State, event: Event) -> State:
    """What the event tells in itself, whatever it means."""
    return replace(state, turns=state.turns + 1, meant="", **_TELLS.get(type(event), {}))


def _hears(company: Company, line: Collection[str]) -> tuple[str, ...]:
    """Languages in which words are awaited: those that the line hears and that are understood, as far as the
    company wants it.
    """
    wanted = company.languages if company.understands is None else company.understands
    return tuple(language for language in wanted if language in line and language in UNDERSTOOD)


def _too_often(before: State, after: State, there: bool) -> bool:
    asks = before.step in QUESTIONS and after.step is not Step.ENDED
    return asks and after.asked > (MOST_ASKED if there else ASKED_LESS.get(after.step, MOST_ASKED))


def _is_there(scene: Scene, found: Signal) -> bool:
    """Somebody who was asked for more does something, if the wrong thing: a person helps them (I4)."""
    return scene.state.step is Step.ANYTHING_ELSE and found is not Signal.SILENT and not scene.tired


def _follow(scene: Scene, found: Signal, said: tuple[Action, ...]) -> Turn:
    transition = TRANSITIONS[scene.state.step, found]
    state, deeds = perform(transition.effect, scene) if transition.effect else (scene.state, ())
    arrived = scene.at(replace(state, step=transition.to))
    if transition.to is Step.ENDED:
        left = "person hung up" if arrived.state.errand else "caller hung up"
        hang_up = HangUp(_REASONS.get(found, left))
        return Turn(arrived.state, (*said, *deeds, *_conclusion(arrived.state), hang_up))
    return _cross(arrived, (*said, *deeds))


def _cross(scene: Scene, said: tuple[Action, ...]) -> Turn:
    if scene.state.step in CROSSED:
        return _follow(scene, crossing(scene), said)
    ready = waiting(scene)
    asked = scene.state.times_asked(ready.question) + 1
    state = replace(scene.state, question=ready.question, asked=asked)
    return Turn(state, (*said, *says(ready.sentences), ready.wait))


def _conclusion(state: State) -> tuple[Conclude, ...]:
    """What became of a call of ours; whoever leaves before anything is clear has hung up."""
    if state.errand is None:
        return ()
    return (Conclude(Disposition(state.result or Disposition.HUNG_UP)),)
