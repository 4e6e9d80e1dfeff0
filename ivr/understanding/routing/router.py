"""Where what somebody says leads: to one of several kinds, to one of two, or to none of them; and why."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from ivr.understanding.recall import Recall, anew
from ivr.understanding.result import Ambiguous, Match, NoMatch, Result
from ivr.understanding.routing.features import Embed, Numbers
from ivr.understanding.routing.judgement import learnt
from ivr.understanding.routing.language import Language
from ivr.understanding.routing.machine import Machine, Phrase

K = TypeVar("K", bound=Hashable)
Known = Mapping[str, Numbers]  # text → its likeness to what was learnt

# How little phrases are to be trusted: what callers say, what describes, what is of no use.
SAID, DESCRIBED, EVERYDAY = 0.05, 0.3, 0.2

_LIKE_OURS = 0.3  # an everyday sentence with such a score is something that we are asked after all
_ASK = 0.7  # where it is less likely than this that it is the first of two, we ask
_CLEAR = 0.65  # a wish beside another one is heard from this confidence on
_JOINTS = 3  # places at which a sentence may be two wishes
_LONGEST = 1000  # characters of a text
_TOLD = 3  # phrases that are told


@dataclass(frozen=True)
class Candidate(Generic[K]):
    """What speaks for one kind."""

    kind: K
    score: float  # about 0 to 1
    phrases: tuple[tuple[str, float], ...]  # that contribute most to it, and how much


@dataclass(frozen=True)
class Explanation(Generic[K]):
    """A decision, and what it rests on."""

    result: Result[K]
    candidates: tuple[Candidate[K], ...]  # the likeliest first
    bound: float  # the score below which nothing is made of it


class Router(Generic[K]):
    """Learns from phrases in one language; then safe from any thread."""

    def __init__(
        self,
        known: Language,
        phrases: Sequence[Phrase[K]],
        akin: Callable[[K, K], bool] = lambda _, __: False,
        embed: Embed | None = None,
        recall: Recall = anew,
    ) -> None:
        """Learn from ``phrases``, at least one of which has a kind.

        Args:
            akin: kinds between which nobody need be asked, since the first leads to the second.
            embed: gives sentence vectors, which count beside the features; safe from any thread.
            recall: keeps what takes longest to learn.
        """
        self._known = known
        self._machine = _beside_everyday(known, phrases, embed)
        self._judgement = learnt(self._machine, recall)
        self._akin = akin

    def route(self, text: str) -> Result[K]:
        """Where ``text`` leads."""
        return self.routes((text,))[0]

    def routes(self, texts: Sequence[str]) -> tuple[Result[K], ...]:
        """Where each of ``texts`` leads, for little more than one of them costs."""
        cut = [text[:_LONGEST] for text in texts]
        told = dict.fromkeys(part for text in cut for part in (text, *self._parts(text)))
        known = dict(zip(told, self._machine.likenesses(tuple(told)), strict=True))
        return tuple(self._decided(text, known) for text in cut)

    def explain(self, text: str, most: int = 4) -> Explanation[K]:
        """Where ``text`` leads, with what speaks for the ``most`` likeliest kinds, accepted or not."""
        text = text[:_LONGEST]
        likeness = self._machine.likeness(text)
        scores = self._machine.scores(likeness)
        candidates = (
            Candidate(self._machine.kinds[number], float(scores[number]), self._deciding(likeness, number))
            for number in _best_first(scores)[:most]
        )
        return Explanation(self.route(text), tuple(candidates), self._judgement.bound)

    def _decided(self, text: str, known: Known) -> Result[K]:
        return self._two_wishes(text, known) or self._judged(text, known[text])

    def _parts(self, text: str) -> list[str]:
        """What stands before and after each joint of a text, by turns."""
        words = self._known.words(text)
        places = [place for place, word in enumerate(words[1:-1], 1) if word in self._known.joints]
        return [" ".join(part) for at in places[:_JOINTS] for part in (words[:at], words[at + 1 :])]

    def _two_wishes(self, text: str, known: Known) -> Ambiguous[K] | None:
        """Two wishes in one sentence, where each is clear: "the invoice, and I want to order"."""
        parts = self._parts(text)
        for before, after in zip(parts[::2], parts[1::2], strict=True):
            one, other = self._wish(before, known), self._wish(after, known)
            if one and other and one.value != other.value and not self._related(one.value, other.value):
                values = ((wish.value, wish.confidence / 2) for wish in sorted((one, other), key=_surest))
                return Ambiguous(tuple(values), f"{one.why} And {other.why}")
        return None

    def _wish(self, part: str, known: Known) -> Match[K] | None:
        found = self._judged(part, known[part])
        return found if isinstance(found, Match) and found.confidence >= _CLEAR else None

    def _related(self, one: K, other: K) -> bool:
        return self._akin(one, other) or self._akin(other, one)

    def _judged(self, text: str, likeness: Numbers) -> Result[K]:
        if not any(map(str.isalnum, text)):
            return NoMatch("Nothing was said.")
        scores = self._machine.scores(likeness)
        best, *others = _best_first(scores)
        if scores[best] < self._judgement.bound:
            return NoMatch(f"Too little like anything known; the nearest is {self._like(likeness, best)}.")
        second = others[0] if others else None
        return self._of_two(likeness, scores, best, second)

    def _of_two(self, likeness: Numbers, scores: Numbers, best: int, second: int | None) -> Result[K]:
        kinds = self._machine.kinds
        lead = scores[best] - (0.0 if second is None else scores[second])
        sure, first = self._judgement.sure(scores[best], lead), self._judgement.first(lead)
        if (
            second is not None
            and self._unclear(first, scores[second])
            and not self._akin(kinds[best], kinds[second])
        ):
            why = f"{self._like(likeness, best)}; but also {self._like(likeness, second)}."
            return Ambiguous(((kinds[best], sure), (kinds[second], sure * (1 - first) / first)), why)
        return Match(kinds[best], sure, f"{self._like(likeness, best)}.")

    def _unclear(self, first: float, second: float) -> bool:
        return first < _ASK and second >= self._judgement.bound

    def _like(self, likeness: Numbers, number: int) -> str:
        told = ", ".join(f'"{text}"' for text, _ in self._deciding(likeness, number))
        return f"{self._machine.kinds[number]}: like {told}" if told else f"{self._machine.kinds[number]}"

    def _deciding(self, likeness: Numbers, number: int) -> tuple[tuple[str, float], ...]:
        shares = self._machine.shares(likeness, self._machine.kinds[number])
        most = sorted(shares.items(), key=lambda share: -share[1])[:_TOLD]
        return tuple((text, share) for text, share in most if share > 0)


def _surest(wish: Match[K]) -> float:
    return -wish.confidence


def _best_first(scores: Numbers) -> list[int]:
    return [int(number) for number in np.argsort(-scores, kind="stable")]


def _beside_everyday(known: Language, phrases: Sequence[Phrase[K]], embed: Embed | None) -> Machine[K]:
    """A machine that knows everyday sentences, too, but for those that this company is asked after all."""
    everyday: list[Phrase[K]] = [Phrase(text, None, EVERYDAY) for text in known.everyday]
    machine = Machine(known, (*phrases, *everyday), embed)
    numbers = range(len(phrases), len(machine.phrases))
    machine.forget([number for number in numbers if machine.without([number]).max() > _LIKE_OURS])
    return machine
