""" "Never call me again" (B2), in any wording, in Latvian, English and Russian, also mixed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from enum import StrEnum

from ivr.understanding.optout import english, latvian, russian
from ivr.understanding.optout.table import OptOuts
from ivr.understanding.patterns import Rule
from ivr.understanding.quoting import own_words
from ivr.understanding.result import Match, NoMatch
from ivr.understanding.utterance import Utterance, reduced

TABLES = (english.TABLE, latvian.TABLE, russian.TABLE)
_STOP = re.compile(r" [.?!](?= |$)")


class OptOut(StrEnum):
    """What somebody wants who opts out."""

    NEVER_AGAIN = "never_again"


def opt_out(words: str) -> Match[OptOut] | NoMatch:
    """Whether the speaker asks never to be called again.

    A limit ("before five", "at work"), another number to call, a question about it, a condition and what
    others said are no such wish. What is only probably one comes with a low confidence: ask back.
    """
    meant = own_words(words)
    refused = "nothing asks never to be called again"
    for table in TABLES:
        lean = reduced(meant, table.same)
        for rule, found, against in _wishes(table, lean):
            limit = _limit(table, against, lean.plain, found)
            if limit is None:
                return Match(OptOut.NEVER_AGAIN, rule.confidence, rule.name, lean.span(*found.span()))
            refused = f"{rule.name}, but {limit.name}"
    return NoMatch(refused)


def _wishes(table: OptOuts, lean: Utterance) -> Iterator[tuple[Rule, re.Match[str], tuple[Rule, ...]]]:
    """Every wish in the words, with what before it would speak against it."""
    for some, against in (
        (table.orders, table.before + table.subject),
        (table.asks, table.before + table.asked),
    ):
        for rule in some:
            for found in rule.pattern.finditer(lean.plain):
                yield rule, found, against


def _limit(table: OptOuts, against: tuple[Rule, ...], plain: str, found: re.Match[str]) -> Rule | None:
    """What makes something else of the wish that was found."""
    after = plain[found.end() :].lstrip()
    before = _STOP.split(plain[: found.start()])[-1].strip()
    limits = itertools.chain(
        (rule for rule in table.after if rule.pattern.match(after)),
        (rule for rule in table.later if rule.pattern.search(after)),
        (rule for rule in against if before and rule.pattern.search(before)),
    )
    return next(limits, None)
