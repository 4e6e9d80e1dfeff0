"""What a score is worth: learnt from the phrases themselves, as if each had not been known.

Phrases scored without themselves tell what right scores look like; phrases scored without their whole kind,
and everyday sentences scored without themselves, what scores look like where there is nothing to find.
Logistic curves through them give the score from which something is made of it, and how sure that is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from math import exp, log
from typing import Any, TypeVar

import numpy as np

from ivr.understanding.recall import Recall, anew
from ivr.understanding.routing.features import Numbers
from ivr.understanding.routing.machine import Machine

K = TypeVar("K", bound=Hashable)
Groups = Mapping[K | None, Sequence[int]]  # kind → the numbers of its phrases

# Who calls: people who want something we know, something like it, or something else altogether.
_OURS, _NEARLY, _OTHER = 0.66, 0.2, 0.14

_ENOUGH = 3  # phrases of a kind from which one can be left out
_KINDS = 2  # so many such kinds there must be
_LOWEST = 0.06  # no bound is lower, however little the phrases of a kind are like each other
# How likely it must be that something we know is wanted. Sentence vectors part that better from all else than
# the evidence tells: half of it is what is like something we know.
_LIKELY, _LIKELY_BY_SENTENCE = 0.5, 0.36
_STRENGTH = 100.0  # how closely the curves follow the evidence


@dataclass(frozen=True)
class Judgement:
    """What to make of scores; the values that stand here are usual, for where too little can be learnt."""

    bound: float = 0.12  # a best score below it is as likely that of something we do not know
    by_score: float = 15.0  # how steeply it gets sure with the best score
    by_lead: float = 0.0  # and with its lead over the second
    sure_from: float = 3.0  # what both must add up to for one half
    decisiveness: float = 10.0  # how steeply it gets the first of the two, by the lead

    def sure(self, score: float, lead: float) -> float:
        """How likely the best is right, by its score and its lead over the second."""
        return _logistic(self.by_score * score + self.by_lead * lead - self.sure_from)

    def first(self, lead: float) -> float:
        """How likely it is the first of the two best, if it is one of them."""
        return _logistic(self.decisiveness * lead)


@dataclass(frozen=True)
class _Asked:
    """What would be said of a phrase that is not known."""

    score: float
    lead: float
    first: bool = False  # the best is right
    second: bool = False  # the second is


def learnt(machine: Machine[K], recall: Recall = anew) -> Judgement:
    """What the phrases of a machine teach; the usual where they are too few."""
    kept = recall(f"judgement {machine.digest}", lambda: {"numbers": np.array(astuple(_learnt(machine)))})
    return Judgement(*kept["numbers"].tolist())


def _learnt(machine: Machine[K]) -> Judgement:
    groups = _groups(machine)
    tellable = [kind for kind, group in groups.items() if kind is not None and len(group) >= _ENOUGH]
    if len(tellable) < _KINDS:
        return Judgement()
    ours = [_asked(machine, number, kind) for kind in tellable for number in groups[kind]]
    evidence = _Evidence(ours, list(_nearly(machine, groups)), list(_other(machine, groups)))
    by_score, by_lead, sure_from = evidence.sureness()
    likely = _LIKELY_BY_SENTENCE if machine.by_sentence else _LIKELY
    return Judgement(evidence.bound(likely), by_score, by_lead, sure_from, evidence.decisiveness())


def _groups(machine: Machine[K]) -> Groups[K]:
    groups: dict[K | None, list[int]] = {}
    for number, phrase in enumerate(machine.phrases):
        if machine.knows(number):
            groups.setdefault(phrase.kind, []).append(number)
    return groups


def _asked(machine: Machine[K], number: int, kind: K) -> _Asked:
    scores = machine.without([number])[0]
    best, second = np.argsort(-scores)[:2]
    right = machine.kinds.index(kind)
    return _Asked(scores[best], scores[best] - scores[second], bool(best == right), bool(second == right))


def _nearly(machine: Machine[K], groups: Groups[K]) -> Iterator[_Asked]:
    """Each phrase, had its whole kind not been known."""
    for kind, group in groups.items():
        if kind is not None:
            for scores in np.delete(machine.without(group), machine.kinds.index(kind), axis=1):
                yield _strange(scores)


def _other(machine: Machine[K], groups: Groups[K]) -> Iterator[_Asked]:
    """Each everyday sentence."""
    return (_strange(machine.without([number])[0]) for number in groups.get(None, ()))


def _strange(scores: Numbers) -> _Asked:
    best, second, *_ = (*np.sort(scores)[::-1][:2], 0.0)
    return _Asked(best, best - second)


@dataclass(frozen=True)
class _Evidence:
    """What would be said of phrases that are not known."""

    ours: Sequence[_Asked]
    nearly: Sequence[_Asked]
    other: Sequence[_Asked]

    def bound(self, likely: float) -> float:
        """The score from which on it is so likely (0 to 1) that something we know is wanted."""
        curve = self._curve([[one.score] for one in self._all()], [True] * len(self.ours))
        return max(
            _LOWEST, (log(likely / (1 - likely)) - float(curve.intercept_[0])) / float(curve.coef_[0, 0])
        )

    def sureness(self) -> tuple[float, float, float]:
        """How the chance to be right grows with score and lead, and from where."""
        curve = self._curve([[one.score, one.lead] for one in self._all()], [one.first for one in self.ours])
        return float(curve.coef_[0, 0]), float(curve.coef_[0, 1]), -float(curve.intercept_[0])

    def decisiveness(self) -> float:
        """How the chance to be the first grows with the lead; the second's lead is negative."""
        of_two = [one for one in self.ours if one.first or one.second]
        leads = [[one.lead] for one in of_two] + [[-one.lead] for one in of_two]
        first = [one.first for one in of_two] + [not one.first for one in of_two]
        curve = _regression(fit_intercept=False).fit(leads, first)
        return max(0.0, float(curve.coef_[0, 0]))

    def _all(self) -> tuple[_Asked, ...]:
        return (*self.ours, *self.nearly, *self.other)

    def _curve(self, of: Sequence[Sequence[float]], ours: Sequence[bool]) -> Any:
        """A curve over all; each of the three counts by its share of callers."""
        parts = ((self.ours, _OURS), (self.nearly, _NEARLY), (self.other, _OTHER))
        weights = [share * len(self.ours) / len(part) for part, share in parts for _ in part]
        strange = [False] * (len(self.nearly) + len(self.other))
        return _regression().fit(of, [*ours, *strange], sample_weight=weights)


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-min(500.0, max(-500.0, x))))


def _regression(**options: bool) -> Any:
    # scikit-learn takes a second to load: no other command is to wait for it.
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    return LogisticRegression(C=_STRENGTH, **options)
