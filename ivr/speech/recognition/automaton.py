"""The smallest automaton that accepts what a grammar says: a decoder's work grows with its states.

A grammar is written in a part of JSGF (W3C note "JSpeech Grammar Format"): words, ``<rules>``, alternatives
``|``, ``( )`` and what may be left out ``[ ]``. It describes finitely many utterances: no rule leads back to
itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_PART = re.compile(r"<\w+>|[\w']+|[\[\]()|]")
_CLOSES = {"(": ")", "[": "]"}

State = int
Edge = tuple[State, State, str]  # from, to, word
Rules = Mapping[str, str]  # "<rule>" → what it says


@dataclass(frozen=True, slots=True)
class Automaton:
    """Deterministic, without empty edges, acyclic; every path from start to end is one utterance."""

    edges: tuple[Edge, ...]
    start: State
    end: State

    @property
    def states(self) -> int:
        """They are numbered from 0."""
        return 1 + max(max(one, two) for one, two, _ in self.edges)

    def accepts(self, words: Iterable[str]) -> bool:
        """Whether that is a whole utterance."""
        at = {self.start}
        for word in words:
            at = {two for one, two, said in self.edges if said == word and one in at}
        return self.end in at


@dataclass
class _Nfa:
    """What the text says, step by step: with empty edges and many ways of the same word."""

    rules: Rules
    empty: dict[State, list[State]] = field(default_factory=lambda: defaultdict(list))
    words: dict[State, list[tuple[str, State]]] = field(default_factory=lambda: defaultdict(list))
    made: int = 0

    def state(self) -> State:
        self.made += 1
        return self.made

    def say(self, parts: list[str], begin: State) -> State:
        """Alternatives, up to what closes them; the state in which they end."""
        end, at = self.state(), begin
        while parts and parts[0] not in _CLOSES.values():
            part = parts.pop(0)
            if part == "|":
                self.empty[at].append(end)
                at = begin
            else:
                at = self._one(part, parts, at)
        self.empty[at].append(end)
        return end

    def _one(self, part: str, parts: list[str], begin: State) -> State:
        if part in _CLOSES:
            end = self.say(parts, self._from(begin))
            parts.pop(0)
            if part == "[":
                self.empty[begin].append(end)
            return end
        if part in self.rules:
            return self.say(_PART.findall(self.rules[part]), self._from(begin))
        end = self.state()
        self.words[begin].append((part, end))
        return end

    def _from(self, begin: State) -> State:
        entry = self.state()
        self.empty[begin].append(entry)
        return entry

    def closure(self, states: Iterable[State]) -> frozenset[State]:
        found, todo = set[State](), list(states)
        while todo:
            state = todo.pop()
            if state not in found:
                found.add(state)
                todo.extend(self.empty[state])
        return frozenset(found)


def automaton(text: str, rules: Rules) -> Automaton:
    """What ``text`` says, by ``rules``. Raises RecursionError where a rule leads back to itself."""
    nfa = _Nfa(rules)
    end = nfa.say(_PART.findall(text), 0)
    return _smallest(*_determined(nfa, end))


_Dfa = dict[State, dict[str, State]]
_Following = tuple[bool, frozenset[tuple[str, State]]]  # may it end here; what else may follow


def _determined(nfa: _Nfa, end: State) -> tuple[_Dfa, set[State]]:
    """Edges of every state, and the states in which an utterance may end; 0 is where it begins."""
    first = nfa.closure([0])
    numbers, todo = {first: 0}, [first]
    edges: _Dfa = {}
    while todo:
        subset = todo.pop()
        following = {word: nfa.closure(targets) for word, targets in _reached(nfa, subset).items()}
        for target in following.values():
            if target not in numbers:
                numbers[target] = len(numbers)
                todo.append(target)
        edges[numbers[subset]] = {word: numbers[target] for word, target in following.items()}
    return edges, {number for subset, number in numbers.items() if end in subset}


def _reached(nfa: _Nfa, states: Iterable[State]) -> Mapping[str, list[State]]:
    found = defaultdict[str, list[State]](list)
    for state in states:
        for word, target in nfa.words[state]:
            found[word].append(target)
    return found


def _smallest(edges: _Dfa, ends: set[State]) -> Automaton:
    """States from which the same may follow are one. An edge to where it may end goes to the end, too."""
    alike: dict[_Following, State] = {}
    merged: dict[State, State] = {}

    def merge(state: State) -> State:
        if state not in merged:
            following = frozenset((word, merge(target)) for word, target in edges[state].items())
            merged[state] = alike.setdefault((state in ends, following), len(alike))
        return merged[state]

    start = merge(0)
    last = alike.setdefault((True, frozenset()), len(alike))
    found = [(one, two, word) for (_, following), one in alike.items() for word, two in following]
    may_end = {merged[state] for state in ends}
    to_end = [(one, last, word) for one, two, word in found if two in may_end and two != last]
    return Automaton(tuple(sorted(found + to_end)), start, last)
