"""Logistic regression on one or two numbers: how the chance of something grows with them.

scikit-learn does the same, and takes a second of work to load: whoever routes a single sentence, or proves a
company file, would wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ivr.understanding.routing.features import Numbers

_STRENGTH = 100.0  # how closely a curve follows the evidence, against a penalty on the squares of its slopes
_MOST_STEPS = 100
_TINY = 1e-9  # a step that changes nothing any more


@dataclass(frozen=True)
class Curve:
    """The chance is one half where the numbers times their slopes come to minus the constant."""

    slopes: tuple[float, ...]
    constant: float


def curve(
    of: Sequence[Sequence[float]], so: Sequence[bool], weights: Sequence[float], *, centred: bool = False
) -> Curve:
    """The likeliest curve through the evidence.

    Args:
        of: the numbers of each piece of evidence.
        so: whether it was so there.
        weights: how much each counts.
        centred: the chance is one half where all numbers are 0.
    """
    numbers = np.array(of)
    constant = np.full((len(numbers), 1), 0.0 if centred else 1.0)
    evidence = _Evidence(
        np.hstack([numbers, constant]),
        np.array(so, dtype=float),
        _STRENGTH * np.array(weights),
        np.array([1.0] * numbers.shape[1] + [1.0 if centred else 0.0]),
    )
    *slopes, last = evidence.fitted().tolist()
    return Curve(tuple(slopes), last)


@dataclass(frozen=True)
class _Evidence:
    rows: Numbers
    so: Numbers
    weights: Numbers
    penalties: Numbers  # on the square of each number that is looked for

    def fitted(self) -> Numbers:
        """Newton's method; each step is cut until it does not lead astray."""
        found = np.zeros(self.rows.shape[1])
        for _ in range(_MOST_STEPS):
            step = self._step(found)
            while self._loss(found - step) > self._loss(found) and np.abs(step).max() > _TINY:
                step = step / 2
            found = found - step
            if np.abs(step).max() <= _TINY:
                break
        return found

    def _step(self, found: Numbers) -> Numbers:
        chance = np.exp(-np.logaddexp(0, -self.rows @ found))
        slope = self.rows.T @ (self.weights * (chance - self.so)) + self.penalties * found
        bend = self.rows.T * (self.weights * chance * (1 - chance)) @ self.rows + np.diag(self.penalties)
        step: Numbers = np.linalg.lstsq(bend, slope)[0]
        return step

    def _loss(self, found: Numbers) -> float:
        score = self.rows @ found
        missed = self.weights @ (np.logaddexp(0, score) - self.so * score)
        return float(missed + self.penalties @ found**2 / 2)
