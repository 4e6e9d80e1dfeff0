"""Words of a time → an instant or an interval, or what is missing of it.

The words become pieces (``pieces``), the pieces one moment or a few (``rules``, ``grammar``), the moments
what the sentence says (``sentence``), and that an instant or an interval (``resolve``). What is about time
and is not understood spoils the whole: a wrong time is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from ivr.understanding.result import Ambiguous, Match, NoMatch, Result
from ivr.understanding.times.clock_times import Found, Place
from ivr.understanding.times.exclusions import anything, excluding
from ivr.understanding.times.grammar.asked import ASKED
from ivr.understanding.times.pieces import Lexicon, Piece
from ivr.understanding.times.resolve import resolved
from ivr.understanding.times.rules import Layer, reduced
from ivr.understanding.times.sentence import TIME, Said, said
from ivr.understanding.times.wall import UnclearError
from ivr.understanding.times.when import Missing, When

# What is left over and speaks of time, so that the rest cannot be relied on.
UNREAD = frozenset(
    [
        "unit",
        "units",
        "inday",
        "dur",
        "weekend",
        "till",
        "half",
        "quarter",
        "before",
        "notbefore",
        "after",
        "until",
        "between",
        "within",
        "ago",
        "fromnow",
        "unresolved",
        "dotted",
        "season",
        "rest",
        "oclock",
    ]
)
_NUMBERS = frozenset({"num", "loc", "dat", "ord", "second", "month", "weakmonth", "meridiem"})
_BETWEEN = frozenset(
    {"at", "on", "in", "of", "the", "a", "for", "comma", "to", "from", "dash", "and", "or", "about"}
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a language needs."""

    lexicon: Lexicon
    layers: tuple[Layer, ...]


def understood(
    words: str, tongue: Tongue, now: datetime, zone: tzinfo, asked: Missing | None = None
) -> Result[When]:
    """What the words say of a time, where ``asked`` was asked for.

    Raises:
        ValueError: ``now`` is naive.
    """
    if now.tzinfo is None:
        raise ValueError(f"{now} has no time zone; give an aware instant.")
    layers = (*tongue.layers, *((ASKED[asked],) if asked else ()))
    pieces = reduced(tongue.lexicon.pieces(words), layers)
    try:
        return _result(pieces, Place(now.astimezone(zone)))
    except UnclearError as unclear:
        return NoMatch(f"{unclear}")
    except (OverflowError, ValueError):  # of the calendar, which ends with the year 9999
        return NoMatch("it lies beyond the calendar")


def _result(pieces: Sequence[Piece], place: Place) -> Result[When]:
    whole = said(pieces)
    if whole.wanted is None and not whole.unwanted:
        return NoMatch("nothing is said of a time")
    _refuse_unread(pieces)
    return _told(tuple(_readings(whole, place)), pieces)


def _readings(whole: Said, place: Place) -> Iterator[Found]:
    found = resolved(whole.wanted, place) if whole.wanted else (anything(place),)
    return (excluding(one, whole.unwanted, place) for one in found)


def _told(found: tuple[Found, ...], pieces: Sequence[Piece]) -> Result[When]:
    used = [piece for piece in pieces if piece.kind in TIME or piece.kind in {"unwanted", "any", "now"}]
    why = ", ".join(dict.fromkeys(name for piece in used for name in piece.rules)) or "the word itself"
    distinct = tuple({one.when: one for one in found}.values())
    if len(distinct) > 1:
        return Ambiguous(tuple((one.when, one.sure / len(distinct)) for one in distinct), why)
    return Match(distinct[0].when, distinct[0].sure, why, (used[0].start, used[-1].end))


def _refuse_unread(pieces: Sequence[Piece]) -> None:
    """Raises UnclearError where something about time was not understood."""
    unread = next((piece for piece in pieces if piece.kind in UNREAD), None) or _stray_number(pieces)
    if unread:
        raise UnclearError(f"what stands at the characters {unread.start} to {unread.end} is not understood")


def _stray_number(pieces: Sequence[Piece]) -> Piece | None:
    """A number beside a time, and nothing that it counts."""
    counts = {piece for before, piece, behind in _threes(pieces) if (before, behind) == ("for", "for")}
    rows = [piece for piece in pieces if piece.kind not in _BETWEEN]
    for at, piece in enumerate(rows):
        if piece.kind in _NUMBERS and piece not in counts:
            before, behind = rows[at - 1].kind if at else "", rows[at + 1].kind if at + 1 < len(rows) else ""
            if behind in TIME or (before in TIME and behind not in {"other", "counted"}):
                return piece
    return None


def _threes(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece, str]]:
    """Each piece with the kinds of its neighbours: "for four for tonight" counts people."""
    kinds = ["", *(piece.kind for piece in pieces), ""]
    return zip(kinds, pieces, kinds[2:], strict=False)
