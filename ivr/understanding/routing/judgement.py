"""What a score is worth: learnt from the phrases themselves, as if each had not been known.

Phrases scored without themselves tell what right scores look like; phrases scored without their whole
kind, and everyday sentences scored without themselves, what scores look like where there is nothing to
find. Two logistic curves are laid through them: from the best score to "somebody asks for something we
know", and from its lead over the second to "it is the first of the two".
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import TypeVar

import numpy as np
from sklearn.linear_model import LogisticRegression

from ivr.understanding.routing.machine import Machine, Numbers

K = TypeVar("K", bound=Hashable)
Groups = Mapping[K | None, Sequence[int]]  # kind → the numbers of its phrases

# Who calls: people who want something we know, something like it, or something else altogether.
_OURS, _NEARLY, _OTHER = 0.67, 0.2, 0.13

_ENOUGH = 3  # phrases of a kind from which one can be left out
_KINDS = 2  # so many such kinds there must be
_STRENGTH = 100.0  # how closely the curves follow the evidence
_FLATTEST = 1.0


@dataclass(frozen=True)
class Judgement:
    """The two curves; the values that stand here are usual, for where there is too little to learn from."""

    steepness: float = 10.0  # of the first curve
    bound: float = 0.3  # the score at which as many ask for something we know as do not
    decisiveness: float = 10.0  # the steepness of the second curve

    def ours(self, score: float) -> float:
        """How likely somebody asks for something we know, by the best score."""
        return _logistic(self.steepness * (score - self.bound))

    def first(self, lead: float) -> float:
        """How likely it is the first of the two best, by its lead."""
        return _logistic(self.decisiveness * lead)


@dataclass(frozen=True)
class _Asked:
    """What would be said of a phrase that is not known."""

    best: float
    lead: float
    first: bool  # the best is right
    second: bool  # the second is


def learnt(machine: Machine[K]) -> Judgement:
    """The curves for a machine; the usual ones where it knows too few phrases to tell."""
    groups = _groups(machine)
    tellable = [kind for kind, group in groups.items() if kind is not None and len(group) >= _ENOUGH]
    if len(tellable) < _KINDS:
        return Judgement()
    asked = [_asked(machine, number, kind) for kind in tellable for number in groups[kind]]
    steepness, bound = _first_curve(
        [one.best for one in asked], list(_kinds_unknown(machine, groups)), list(_everyday(machine, groups))
    )
    return Judgement(steepness, bound, _second_curve([one for one in asked if one.first or one.second]))


def _groups(machine: Machine[K]) -> Groups[K]:
    groups: dict[K | None, list[int]] = {}
    for number, phrase in enumerate(machine.phrases):
        if machine.knows(number):
            groups.setdefault(phrase.kind, []).append(number)
    return groups


def _asked(machine: Machine[K], number: int, kind: K) -> _Asked:
    scores = machine.without([number])[0]
    best, second = np.argsort(scores)[::-1][:2]
    right = machine.kinds.index(kind)
    return _Asked(scores[best], scores[best] - scores[second], bool(best == right), bool(second == right))


def _kinds_unknown(machine: Machine[K], groups: Groups[K]) -> Iterator[float]:
    """The best score of each phrase among the other kinds, had its own kind not been known."""
    for kind, group in groups.items():
        if kind is not None:
            scores = machine.without(group)
            scores[:, machine.kinds.index(kind)] = -np.inf
            yield from scores.max(axis=1)


def _everyday(machine: Machine[K], groups: Groups[K]) -> Iterator[float]:
    return (machine.without([number]).max() for number in groups.get(None, ()))


def _first_curve(
    ours: Sequence[float], nearly: Sequence[float], other: Sequence[float]
) -> tuple[float, float]:
    """Its steepness, and the score in its middle; each of the three counts by its share of callers."""
    parts = ((ours, _OURS), (nearly, _NEARLY), (other, _OTHER))
    curve = LogisticRegression(C=_STRENGTH).fit(
        np.concatenate([scores for scores, _ in parts])[:, None],
        [True] * len(ours) + [False] * (len(nearly) + len(other)),
        sample_weight=[share * len(ours) / len(scores) for scores, share in parts for _ in scores],
    )
    steepness = max(float(curve.coef_[0, 0]), _FLATTEST)
    return steepness, -float(curve.intercept_[0]) / steepness


def _second_curve(asked: Sequence[_Asked]) -> float:
    """Its steepness; it is laid through the leads of the first, and through the second's being behind."""
    leads: Numbers = np.array([one.lead for one in asked])
    right = np.array([one.first for one in asked], dtype=bool)
    both, which = np.concatenate([leads, -leads]), np.concatenate([right, ~right])
    curve = LogisticRegression(C=_STRENGTH, fit_intercept=False).fit(both[:, None], which)
    return max(float(curve.coef_[0, 0]), _FLATTEST)


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-min(500.0, max(-500.0, x))))
