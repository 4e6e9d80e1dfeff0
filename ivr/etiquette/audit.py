"""How courteous a call was: the norms it broke, what took too long, and a score with its reasons.

A call begins with 100. Its first breach of a starred norm costs 30, of any other norm 10; each further
breach of that norm costs 10, or 3; what took too long costs 3. Nothing goes below 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ivr.etiquette.course import Course, Standard
from ivr.etiquette.norm import Breach, Norm, breaches
from ivr.etiquette.norms import norms_of
from ivr.etiquette.timing import Finding, Timing, findings, timing

WHOLE = 100
_FIRST = {True: 30, False: 10}  # by whether the norm is starred
_FURTHER = {True: 10, False: 3}
_TIMING = 3
TIMING = "time:"  # before what took too long, in place of a norm's id


@dataclass(frozen=True, slots=True)
class Reason:
    """Why points are missing."""

    norm: str  # id, or "time:" and what took too long
    starred: bool
    number: int  # of the turn
    points: int  # that it costs
    why: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What is to be said of one call."""

    score: int  # 0 to 100
    reasons: tuple[Reason, ...]  # by turn
    timing: Timing

    @property
    def starred(self) -> int:
        """How many breaches of starred norms there are."""
        return sum(reason.starred for reason in self.reasons)


def audit(course: Course, standard: Standard) -> Audit:
    """Judge a call, all of its turns, by the norms and by its company's own rules and limits."""
    norms = {norm.id: norm for norm in norms_of(standard.company)}
    broken = tuple(_broken(breaches(norms.values(), course, standard), norms))
    late = tuple(map(_late, findings(course, standard)))
    reasons = tuple(sorted((*broken, *late), key=lambda reason: reason.number))
    score = max(WHOLE - sum(reason.points for reason in reasons), 0)
    return Audit(score, reasons, timing(course, standard))


def _broken(found: tuple[Breach, ...], norms: dict[str, Norm]) -> Iterator[Reason]:
    before: set[str] = set()
    for breach in found:
        starred = norms[breach.norm].starred
        points = (_FURTHER if breach.norm in before else _FIRST)[starred]
        before.add(breach.norm)
        yield Reason(breach.norm, starred, breach.number, points, breach.why)


def _late(found: Finding) -> Reason:
    return Reason(f"{TIMING}{found.what}", False, found.number, _TIMING, found.why)
