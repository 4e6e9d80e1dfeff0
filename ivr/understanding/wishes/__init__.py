"""What people wish of the conversation itself: a person, to hear it again, another language, who calls, …"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from ivr.understanding.quoting import unquoted
from ivr.understanding.result import Match, NoMatch
from ivr.understanding.utterance import Utterance, read, reduced
from ivr.understanding.wishes import calls, english, latvian, russian
from ivr.understanding.wishes.table import Kind, Wish, Wishes

__all__ = ["Kind", "Wish", "wish"]

TABLES = (latvian.TABLE, english.TABLE, russian.TABLE, *calls.TABLES)
ORDER = {kind: place for place, kind in enumerate(Kind)}


def wish(words: str, among: Collection[Kind] = tuple(Kind)) -> Match[Wish] | NoMatch:
    """What ``words`` wish of the conversation, in whichever language; the most pressing wish of several.

    Args:
        among: the kinds of wishes that are looked for.
    """
    found = [match for match in _every(words) if match.value.kind in among]
    if not found:
        return NoMatch("nothing is wished of the conversation")
    return min(found, key=lambda match: ORDER[match.value.kind])


@lru_cache(64)  # several kinds are looked for in the same words, one after the other
def _every(words: str) -> tuple[Match[Wish], ...]:
    said = read(unquoted(words))
    return tuple(match for table in TABLES for match in _wished(table, reduced(said, table.same)))


def _wished(table: Wishes, said: Utterance) -> list[Match[Wish]]:
    return [
        Match(wording.wish, wording.rule.confidence, wording.rule.name, said.span(*place.span()))
        for wording in table.wordings
        if (place := wording.rule.pattern.search(said.plain))
    ]
