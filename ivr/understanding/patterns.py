"""How the tables of rules are written: regular expressions over plain words, with a few signs of their own.

========  =========================================================================================
``NAME``  a name from the table's vocabulary: its alternatives; names may follow each other directly
``~``     any ending: ``lawyer~`` is lawyer, lawyers, lawyering
`` .. ``  up to three words between, within the sentence
`` ``     a space may be a comma as well
``BEGIN`` the beginning of the utterance, or of a part after a mark
``END``   the end of the utterance, or of a part before a mark
========  =========================================================================================

A pattern begins and ends at the edges of words. Groups do not capture. Marks on letters do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ivr.understanding.utterance import bare

SURE = 0.95  # confidence of a rule that says nothing else

Vocabulary = Mapping[str, str]  # NAME → alternatives in the same notation, with the names before it replaced
Row = tuple[str, str] | tuple[str, str, float]  # name, pattern, and confidence where it is not SURE

_GROUP = re.compile(r"\((?!\?)")
_EDGES = re.compile(r"BEGIN ?| ?\??END")
_SIGNS = (  # in this order: what replaces the first ones must not be read as one of the last
    (" .. ", "\2"),
    ("~", r"\w*"),
    (" ", r"(?: ,)? "),
    ("\0", r"(?:^|(?<=[.,?!] ))"),
    ("\1", r"(?= [.,?!]|$)"),
    ("\2", r"(?: (?:,|[^\s.?!]+)){0,3} "),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a table."""

    name: str  # what it stands for, told to operators
    pattern: re.Pattern[str]
    confidence: float = SURE  # 0 to 1: how often it is right where it holds


def vocabulary(known: Vocabulary | None = None, /, **names: str) -> Vocabulary:
    """The names of a table, added to known ones; each may use the names before it."""
    out = dict(known or {})
    for name, alternatives in names.items():
        out[name] = f"({_named(alternatives, out)})"
    return out


def rules(table: Iterable[Row], names: Vocabulary) -> tuple[Rule, ...]:
    """The rules of a table."""
    return tuple(Rule(row[0], compiled(row[1], names), *row[2:]) for row in table)


def compiled(text: str, names: Vocabulary) -> re.Pattern[str]:
    """A pattern of the notation above."""
    spelled = _GROUP.sub("(?:", bare(_named(text, names)))
    spelled = _EDGES.sub(lambda edge: "\0" if "BEGIN" in edge[0] else "\1", spelled)
    for sign, regex in _SIGNS:
        spelled = spelled.replace(sign, regex)
    return re.compile(rf"(?<!\S)(?:{spelled})(?!\S)")


def _named(text: str, names: Vocabulary) -> str:
    if not names:
        return text
    longest_first = re.compile("|".join(sorted(names, key=len, reverse=True)))
    return longest_first.sub(lambda name: names[name[0]], text)
