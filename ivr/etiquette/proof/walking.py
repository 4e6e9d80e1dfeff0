"""A path walked from its beginning, turn by turn, as a call would go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.etiquette.course import Beat, Course, Standard
from ivr.etiquette.norm import Norm, breaches
from ivr.etiquette.proof.graph import Edge
from ivr.etiquette.proof.happenings import Happening, Where, answer, happenings
from ivr.etiquette.proof.openings import Opening


@dataclass(frozen=True)
class Walk:
    """One call: how it begins, and all that happens in it."""

    opening: Opening
    happenings: tuple[Happening, ...]
    moments: tuple[datetime, ...]  # of the answer, and of each happening

    @property
    def one_moment(self) -> bool:
        """Whether no time passes in it that matters."""
        return len(set(self.moments)) == 1


def walk_of(path: tuple[Edge, ...]) -> Walk:
    """The call that a path of the graph stands for, at the hour at which it ends."""
    opening = path[0].opening
    if opening is None:
        raise ValueError("A path begins where a call is answered.")
    happenings = tuple(edge.happening for edge in path if edge.happening)
    return Walk(opening, happenings, tuple(edge.moment for edge in path))


def at_one_moment(walk: Walk, moment: datetime) -> Walk:
    """The same, all of it at that hour."""
    return Walk(walk.opening, walk.happenings, (moment,) * len(walk.moments))


def course(walk: Walk, company: Company, campaign: Campaign | None) -> Course:
    """Every turn of it."""
    first, *then = walk.moments
    turn = walk.opening.turn(company, campaign, first)
    beats = [Beat(None, walk.opening.event, turn)]
    for happening, moment in zip(walk.happenings, then, strict=True):
        where = Where(turn.state, turn.actions[-1], company, moment, campaign)
        if happening.meaning and happening not in happenings(where):
            raise ValueError("This means nothing there.")
        turn = answer(where, happening)
        beats.append(Beat(where.state, happening.said, turn))
    return tuple(beats)


def shown(walk: Walk, norm: Norm, standard: Standard) -> Walk | None:
    """The walk on which the norm is really broken in the last turn: at one hour if it can be."""
    last = dict.fromkeys(reversed(walk.moments))
    for candidate in (*(at_one_moment(walk, moment) for moment in last), walk):
        if _breaks(candidate, norm, standard):
            return candidate
    return None


def _breaks(walk: Walk, norm: Norm, standard: Standard) -> bool:
    try:
        held = course(walk, standard.company, standard.campaign)
    except (KeyError, ValueError, IndexError):
        return False
    return any(breach.number == len(held) - 1 for breach in breaches((norm,), held, standard))
