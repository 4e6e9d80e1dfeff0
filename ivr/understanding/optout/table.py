"""What a language's table of "never call me again" holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ivr.understanding.gist import NO_KINDS, Kinds
from ivr.understanding.patterns import Rule

ASKED = "it is asked, not demanded"  # a limit that is none where a way to it is asked for
AT_TIMES = "only at certain times or places"  # a limit that is none where one wants to be off a list


@dataclass(frozen=True, slots=True)
class OptOuts:
    """How people of one language ask never to be called again, and how they limit or take back such words."""

    same: Mapping[str, str]  # synonyms, and "" for idle words; the rules are written in what remains
    orders: tuple[Rule, ...]  # "do not call": an order only where no subject goes before it
    asks: tuple[Rule, ...]  # other wordings of the wish
    after: tuple[Rule, ...]  # what makes it something else right after it: only at a time, in a place, …
    later: tuple[Rule, ...]  # and anywhere after it: what to do instead, so calls are still welcome
    before: tuple[Rule, ...]  # and before it: a condition, or others are meant
    subject: tuple[Rule, ...]  # and before an order: somebody who does not call
    asked: tuple[Rule, ...]  # and before the others: it is asked, not demanded
    ways: tuple[
        Rule, ...
    ]  # questions after a way to it, as "how do I get off this list": the wish, not a limit
    lasting: frozenset[str] = frozenset()  # wishes that a time after them does not limit: to be off a list
    kinds: Kinds = NO_KINDS  # what words are about, for what no rule foresees
