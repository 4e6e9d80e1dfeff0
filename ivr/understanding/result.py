"""What understanding finds: a match, none, or several between which only the person can decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """One meaning."""

    value: T
    confidence: float  # 0 to 1: how often such a match is right; what is below the asker's bound is confirmed
    why: str  # the rule or the phrases that decided, for an operator
    span: tuple[int, int] | None = None  # which characters of the words; None: all of them


@dataclass(frozen=True, slots=True)
class Ambiguous(Generic[T]):
    """Several meanings, the likeliest first: ask back."""

    values: tuple[tuple[T, float], ...]  # each with its confidence
    why: str


@dataclass(frozen=True, slots=True)
class NoMatch:
    """Nothing that is known."""

    why: str


Result = Match[T] | Ambiguous[T] | NoMatch
