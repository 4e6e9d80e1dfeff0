"""What a whole sentence says: what is wanted, what is ruled out, what was corrected.

A clause ends at a comma, at a stop and at "but". A denial in it holds for the time that follows it there
("not on Monday"), or else for the times before it ("Monday does not suit me").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from ivr.understanding.times.grammar.joining import opposite
from ivr.understanding.times.grammar.offsets import NOW
from ivr.understanding.times.meaning import Moment, instead, together
from ivr.understanding.times.pieces import OTHER, Piece
from ivr.understanding.times.wall import UnclearError

MOST_OTHERS = 2  # words of other things beside which "now" is a time: in a longer story it is hardly one
TIME = frozenset({"clock", "day", "span", "part", "shift", "bounds", "moment"})
BREAKS = frozenset({"comma", "stop", "but"})


@dataclass(frozen=True, slots=True)
class Said:
    """What was understood so far."""

    wanted: Moment | None = None
    unwanted: tuple[Moment, ...] = ()
    denying: bool = False  # the next time is ruled out
    at_once: bool = False  # "now"
    correcting: bool = False  # the next time takes the place of what was said
    before_clause: Moment | None = None  # what was wanted before this clause
    of_clause: tuple[Moment, ...] = field(default=())  # what this clause wants


Step = Callable[[Said, Piece, bool], Said]


def said(pieces: Sequence[Piece]) -> Said:
    """What the pieces say together.

    Raises:
        UnclearError: two times are named, and nothing tells which is meant.
    """
    whole = Said()
    for clause in _clauses(pieces):
        whole = replace(whole, before_clause=whole.wanted, of_clause=(), denying=False)
        for at, piece in enumerate(clause):
            follows = any(_is_time(other) for other in clause[at + 1 :])
            whole = _STEPS.get(piece.kind, _passed_over)(whole, piece, follows)
    return _any_time(whole, pieces)


def _clauses(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    clause = list[Piece]()
    for piece in pieces:
        if piece.kind in BREAKS:
            yield clause
            clause = []
        else:
            clause.append(piece)
    yield clause


def _is_time(piece: Piece) -> bool:
    return piece.kind in TIME or piece.kind == "now"


def _any_time(whole: Said, pieces: Sequence[Piece]) -> Said:
    """Any time, or now, where no other is named."""
    nothing = whole.wanted is None and not whole.unwanted
    if nothing and whole.at_once and sum(piece.kind == OTHER for piece in pieces) <= MOST_OTHERS:
        return replace(whole, wanted=NOW)
    named = any(piece.kind == "any" for piece in pieces)
    return replace(whole, wanted=Moment(any=True)) if nothing and named else whole


def _passed_over(whole: Said, _: Piece, __: bool) -> Said:
    return whole


def _time(whole: Said, piece: Piece, _: bool) -> Said:
    if whole.denying:
        return replace(_denied(whole, piece.value), denying=False)
    return replace(_wanting(whole, piece.value), of_clause=(*whole.of_clause, piece.value))


def _now(whole: Said, _: Piece, __: bool) -> Said:
    """ "Now" may only introduce what follows; where it is denied, any other time suits."""
    return replace(whole, at_once=not whole.denying, denying=False)


def _denied(whole: Said, moment: Moment) -> Said:
    """Not before five is from five on; not on Monday rules Monday out."""
    rest = opposite(moment)
    return _wanting(whole, rest) if rest else replace(whole, unwanted=(*whole.unwanted, moment))


def _wanting(whole: Said, moment: Moment) -> Said:
    joined = together(whole.wanted or Moment(), moment)
    if joined is None and whole.correcting and whole.wanted:
        joined = instead(whole.wanted, moment)
    if joined is None:
        raise UnclearError("two times are named, and nothing tells which is meant")
    return replace(whole, wanted=joined)


def _deny(whole: Said, _: Piece, follows: bool) -> Said:
    if follows:
        return replace(whole, denying=True)
    denied = replace(whole, wanted=whole.before_clause, of_clause=())
    return reduce(_denied, whole.of_clause, denied)


def _except(whole: Said, _: Piece, __: bool) -> Said:
    return replace(whole, denying=True)


def _unwanted(whole: Said, piece: Piece, _: bool) -> Said:
    return replace(whole, unwanted=(*whole.unwanted, piece.value))


def _correct(whole: Said, _: Piece, __: bool) -> Said:
    return replace(whole, correcting=True, denying=False)


_STEPS: Mapping[str, Step] = {
    **dict.fromkeys(TIME, _time),
    "now": _now,
    "not": _deny,
    "except": _except,
    "unwanted": _unwanted,
    "correct": _correct,
}
