"""A value is to programs what a frozen dataclass is, and only the type checker keeps it from changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ivr.values import value


@value(frozen=True, slots=True)
class Made:
    """A value."""

    words: str
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Frozen:
    """The same, looked after while the program runs."""

    words: str
    sure: float = 1.0


def test_alike_values_are_one():
    assert Made("yes") == Made("yes", 1.0)
    assert len({Made("yes"), Made("yes"), Made("no")}) == 2
    assert hash(Made("yes")) == hash(Frozen("yes"))


def test_another_one_is_made_of_it():
    made = Made("yes")
    assert replace(made, sure=0.5) == Made("yes", 0.5)
    assert made.sure == 1.0


def test_it_has_no_other_fields():
    assert not hasattr(Made("yes"), "__dict__")
