"""Whether somebody leaves the choice to us: "whichever", "man vienalga", "the soonest"."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.understanding.patterns import Pattern, regex
from ivr.understanding.utterance import read


def _any_of(*wordings: str) -> Pattern:
    return regex(rf"(?<!\S)(?:{'|'.join(wordings)})(?!\S)")


TABLES: Mapping[str, Pattern] = {
    "en": _any_of(
        r"whichever|whatever (?:suits|works|you like|is good)|up to you|you (?:choose|decide|pick)",
        r"any of (?:them|those|these)|either(?: one)?(?: of (?:them|those|these))?",
        r"(?:all|both)(?: of (?:them|those|these))? (?:are|work|suit)\S*",
        r"(?:does not|doesnt|do not|dont) (?:matter|mind|care)",
        r"(?:the )?(?:soonest|earliest)(?: one)?(?: possible)?",
    ),
    "lv": _any_of(
        r"jebkur[sau](?! cit\w+)|vienalga|kurs vien|visi der|abi der|ka jums (?:ertak|labak|izdevigak)",
        r"(?:jus )?izvelieties(?: jus)?|nav (?:svarigi|nozimes|starpibas)",
        r"(?:vis)?agrak(?:o|ais)|tuvak(?:o|ais)|pirm(?:o|ais) briv(?:o|ais)",
    ),
}
# Before them: "I can't do any of them".
DENIED = regex(r"(?<!\S)(?:not|never|cant|cannot|couldnt|dont|nevar\S*|neder\S*|ne)(?!\S)")


def indifferent(words: str, language: str) -> bool:
    """Whether any of what was read out would do, so that the first of it may be taken."""
    plain = read(words).plain
    found = TABLES[language].search(plain)
    return found is not None and not DENIED.search(plain[: found.start()])
