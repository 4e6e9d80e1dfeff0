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

There are more than a thousand of them, and to compile them takes seconds: each is compiled when it is first
used, or all by ``prepare``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

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


Found = re.Match[str] | None


class Pattern:
    """A regular expression, spelt and compiled when it is first used; its methods are those of ``re``."""

    def __init__(self, spell: Callable[[], str], flags: int = 0) -> None:
        self._spell = spell
        self._flags = flags
        _WRITTEN.append(self)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """What it is compiled to."""
        return re.compile(self._spell(), self._flags)

    # Each is looked up once: behind it there is no more of ours, since a turn calls thousands.
    @cached_property
    def search(self) -> Callable[..., Found]:
        return self.regex.search

    @cached_property
    def match(self) -> Callable[..., Found]:
        return self.regex.match

    @cached_property
    def fullmatch(self) -> Callable[..., Found]:
        return self.regex.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self.regex.finditer

    @cached_property
    def sub(self) -> Callable[..., str]:
        return self.regex.sub


_WRITTEN: list[Pattern] = []  # every pattern there is


def prepare() -> None:
    """Compile now what the first caller would have to wait for: one to two seconds."""
    for pattern in _WRITTEN:
        pattern.regex  # noqa: B018 - looking at it compiles it


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a table."""

    name: str  # what it stands for, told to operators
    pattern: Pattern
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


def compiled(text: str, names: Vocabulary) -> Pattern:
    """A pattern of the notation above."""
    return Pattern(partial(_spelled, text, names))


def regex(text: str, flags: int = 0) -> Pattern:
    """A pattern that is written as a regular expression."""
    return Pattern(partial(str, text), flags)


def _spelled(text: str, names: Vocabulary) -> str:
    spelled = _GROUP.sub("(?:", bare(_named(text, names)))
    spelled = _EDGES.sub(lambda edge: "\0" if "BEGIN" in edge[0] else "\1", spelled)
    for sign, regex in _SIGNS:
        spelled = spelled.replace(sign, regex)
    return rf"(?<!\S)(?:{spelled})(?!\S)"


def _named(text: str, names: Vocabulary) -> str:
    if not names:
        return text
    longest_first = re.compile("|".join(sorted(names, key=len, reverse=True)))
    return longest_first.sub(lambda name: names[name[0]], text)
