"""How the tables of grammar are written, and how they turn many pieces into few.

A rule replaces a row of pieces by one. Its pattern names their kinds, parted by spaces:

==========  =====================================================================
``a|b``     either
``a?``      maybe
``a*``      any number of them
``!a|b``    not followed by these
``=a|b``    followed by these (several in a row: each a piece further on; ``?`` as above)
``<a|b``    preceded by these (several in a row: each a piece further on)
``<!a|b``   not preceded by these
``CAPITALS``  a group of kinds
==========  =====================================================================

What the rule makes is made of the values of the pieces that have one, in their order; where it makes nothing,
the rule does not hold there. Rules stand in layers: a layer is gone through until nothing changes, then the
next one is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from ivr.understanding.patterns import Pattern
from ivr.understanding.times.meaning import kind_of
from ivr.understanding.times.pieces import Piece, joined

Make = Callable[..., Any]
Groups = Mapping[str, str]  # CAPITALS → kinds parted by |; may use the groups before it

_SIGNS: dict[str, str] = {}  # one character for each kind, so that a row of pieces is a text
_NEXT = map(chr, count(0xE000))


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a table."""

    name: str  # told to operators; "" for what goes without saying
    kind: str  # of the piece it makes; "": told by the moment it makes
    pattern: Pattern
    make: Make


Layer = tuple[Rule, ...]
Line = tuple[str, str, str, Make]  # name, kind, pattern, make


def layer(groups: Groups, *lines: Line) -> Layer:
    """The rules of a table."""
    return tuple(Rule(name, kind, compiled(pattern, groups), make) for name, kind, pattern, make in lines)


def sign(kind: str) -> str:
    """The character that stands for a kind."""
    return _SIGNS.get(kind) or _SIGNS.setdefault(kind, next(_NEXT))  # the same from every thread


def compiled(pattern: str, groups: Groups) -> Pattern:
    """A regular expression over the signs of kinds."""
    return Pattern(partial(_spelled, pattern, groups))


def _spelled(pattern: str, groups: Groups) -> str:
    terms = pattern.split()
    behind, ahead = (_row(terms, mark, groups) for mark in ("<", "="))
    own = "".join(_term(term, groups) for term in terms if term[0] not in "<=" or term.startswith("<!"))
    return f"{behind and f'(?<={behind})'}{own}{ahead and f'(?={ahead})'}"


def _row(terms: Sequence[str], mark: str, groups: Groups) -> str:
    mine = (term[1:] for term in terms if term[0] == mark and term[1] != "!")
    return "".join(_term(term, groups) for term in mine)


def _term(term: str, groups: Groups) -> str:
    for mark, form in (("<!", "(?<!{})"), ("!", "(?!{})")):
        if term.startswith(mark):
            return form.format(_class(term.removeprefix(mark), groups))
    repeated = term[-1] if term[-1] in "?*" else ""
    return _class(term.removesuffix(repeated) if repeated else term, groups) + repeated


def _class(kinds: str, groups: Groups) -> str:
    return "[" + "".join(sign(kind) for kind in _kinds(kinds, groups)) + "]"


def _kinds(kinds: str, groups: Groups) -> Iterator[str]:
    for kind in kinds.split("|"):
        if kind.isupper():
            yield from _kinds(groups[kind], groups)
        else:
            yield kind


def reduced(pieces: Sequence[Piece], layers: Sequence[Layer]) -> tuple[Piece, ...]:
    """The pieces after all layers."""
    row = tuple(pieces)
    for rules in layers:
        while (after := _passed(row, rules)) != row:
            row = after
    return row


def _passed(row: tuple[Piece, ...], rules: Layer) -> tuple[Piece, ...]:
    """The row after each rule of a layer was tried once, everywhere."""
    signs = _signs(row)
    for rule in rules:
        if rule.pattern.search(signs):
            row = _replaced(row, signs, rule)
            signs = _signs(row)
    return row


def _signs(row: Sequence[Piece]) -> str:
    return "".join(sign(piece.kind) for piece in row)


def _replaced(row: tuple[Piece, ...], signs: str, rule: Rule) -> tuple[Piece, ...]:
    out, at = list[Piece](), 0
    while match := rule.pattern.search(signs, at):
        made = _made(row[match.start() : match.end()], rule)
        upto = match.end() if made else match.start() + 1
        out += [*row[at : match.start()], made] if made else row[at:upto]
        at = upto
    return (*out, *row[at:])


def _made(pieces: Sequence[Piece], rule: Rule) -> Piece | None:
    value = rule.make(*(piece.value for piece in pieces if piece.value is not None))
    return None if value is None else joined(pieces, rule.kind or kind_of(value), value, rule.name)
