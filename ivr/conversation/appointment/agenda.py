"""Whose time is agreed on, on whose clocks, in which hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from ivr.company.models import Hours
from ivr.company.slots import DECENT, DIGITS, Agenda, keyed_day
from ivr.conversation.errand import Appointment
from ivr.conversation.events import Found
from ivr.conversation.scene import Scene
from ivr.phrases import formats
from ivr.phrases.sentence import Wording

MOST_TRIES = 3  # to agree on a time, before a person or a message takes over


def appointment(scene: Scene) -> Appointment:
    """What a time is agreed for. Raises ValueError where none is."""
    if scene.state.appointment is None:
        raise ValueError("No time is being agreed on.")
    return scene.state.appointment


def agenda(scene: Scene) -> Agenda:
    """The department's time, with what the ledger has just told of it, if it has."""
    taken = dict(scene.event.taken) if isinstance(scene.event, Found) else {}
    whose, windows = appointment(scene).department, tuple(_windows(scene))
    return Agenda(scene.company, whose, scene.now, scene.zone, windows, taken)


def _windows(scene: Scene) -> Iterator[Hours]:
    if scene.company.calling.hours:
        yield scene.company.calling.hours
    if scene.campaign and scene.campaign.hours:
        yield scene.campaign.hours
    if scene.state.errand:
        yield DECENT


def chosen(scene: Scene) -> datetime:
    """The time that is read back, in the person's zone. Raises ValueError where there is none."""
    if scene.state.chosen is None:
        raise ValueError("No time is chosen.")
    return local(scene, scene.state.chosen)


def local(scene: Scene, at: str) -> datetime:
    """A time of the state, in the person's zone."""
    return datetime.fromisoformat(at).astimezone(scene.zone)


def day_of_keys(scene: Scene) -> date | None:
    """The date that is keyed in; None where none is."""
    return keyed_day(scene.state.day[:DIGITS], scene.today) if scene.state.day else None


def words(scene: Scene) -> Wording:
    """The chosen time as it is read back and promised: always the same words for the same time."""
    return formats.appointment(scene.state.language, chosen(scene), scene.zone.key)
