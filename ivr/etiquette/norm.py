"""What a norm is: a watcher that follows a conversation from turn to turn, and says where it is broken.

One and the same watcher serves the proof, which follows every path of the conversation and so needs the
watcher's memory to be small and comparable, and the audit, which follows one call that was held.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ivr.etiquette.course import Beat, Course, Standard
from ivr.phrases.sentence import Sentence

# From what is remembered and a turn: what is remembered after it, and why the norm is broken by it, in words
# that can follow "Turn 3: "; None where it is not.
Watch = Callable[[Any, Beat, Standard], tuple[Hashable, str | None]]
# From a sentence, and the language of the talk: why it breaks the norm, wherever it is said; None where not.
Judge = Callable[[Sentence, str, Standard], str | None]
# From all turns that may follow: from what is remembered, that of it which can matter in one of them.
Forget = Callable[[Iterable[Beat]], Callable[[Any], Hashable]]


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm of courtesy."""

    id: str  # "I1" … "B4"; "own:NAME" for a rule of the company's own
    words: str  # the norm, in one sentence
    starred: bool  # a company cannot switch it off, and no file that breaks it goes live
    applies: Callable[[Beat], bool]  # to the call that begins with this turn
    start: Hashable  # what is remembered before the first turn; None by a norm that remembers nothing
    watch: Watch
    broken_by: Course  # the shortest talk that breaks it
    forget: Forget | None = None  # where much is remembered that seldom matters; only a proof, for its speed


@dataclass(frozen=True, slots=True)
class Breach:
    """A norm was broken. It is kept longer than the call, so it tells nobody's words, name or number."""

    norm: str  # id
    number: int  # of the turn that broke it, 0 for the answer
    why: str  # in words


@dataclass(frozen=True, slots=True)
class OfSentences:
    """The watcher of a norm that is a matter of single sentences; a proof judges each of them once."""

    judge: Judge

    def __call__(self, memory: Any, beat: Beat, standard: Standard) -> tuple[Hashable, str | None]:
        """Watch a turn, as any watcher does."""
        language = beat.state.language
        found = [why for said in beat.sentences if (why := self.judge(said, language, standard))]
        return memory, found[0] if found else None


def breaches(norms: Iterable[Norm], course: Course, standard: Standard) -> tuple[Breach, ...]:
    """Every breach in a conversation, by turn; each norm counts at most once a turn."""
    found = (breach for norm in norms if norm.applies(course[0]) for breach in _of(norm, course, standard))
    return tuple(sorted(found, key=lambda breach: breach.number))


def _of(norm: Norm, course: Course, standard: Standard) -> Iterator[Breach]:
    memory: Any = norm.start
    for number, beat in enumerate(course):
        memory, why = norm.watch(memory, beat, standard)
        if why:
            yield Breach(norm.id, number, why)
