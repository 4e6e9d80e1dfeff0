"""What people remark whom we call: that somebody is not at home, that they have no time, a question back."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.understanding.remarks import english, latvian
from ivr.understanding.remarks.table import Kind, Remarks
from ivr.understanding.result import Match, NoMatch
from ivr.understanding.utterance import read, reduced

__all__ = ["Kind", "remark"]

TABLES: Mapping[str, Remarks] = {"en": english.TABLE, "lv": latvian.TABLE}


def remark(words: str, language: str, *kinds: Kind) -> Match[Kind] | NoMatch:
    """The first of ``kinds`` that ``words`` remark.

    Args:
        language: of the call, "lv" or "en".
    """
    table = TABLES[language]
    said = reduced(read(words), table.same)
    for kind in kinds:
        for rule in table.kinds[kind]:
            if place := rule.pattern.search(said.plain):
                return Match(kind, rule.confidence, rule.name, said.span(*place.span()))
    return NoMatch("nothing of that is remarked")
