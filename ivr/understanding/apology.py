"""Whether somebody apologises for what they said: "sorry, I did not mean it", "es tā nedomāju"."""

from __future__ import annotations

from ivr.understanding.patterns import Pattern, regex
from ivr.understanding.result import Match, NoMatch
from ivr.understanding.utterance import read


def _any_of(*wordings: str) -> Pattern:
    return regex(rf"(?<!\S)(?:{'|'.join(wordings)})(?!\S)")


APOLOGIES = _any_of(
    r"(?:(?:i am|im) )?(?:(?:so|very|really|terribly) )*sorry|(?:i )?apologi[sz]e|(?:my|our) apologies",
    r"forgive me|(?:beg|ask) your pardon|excuse me",
    r"(?:i )?(?:didnt|did not) mean (?:it|that|to be rude)",
    r"(?:i )?(?:shouldnt|should not) have said (?:it|that)",
    r"atvain\w+|piedod\w*|ludzu piedosanu|(?:es )?(?:ta |to )?nedomaju(?: (?:ta|to|launi))?",
    r"(?:es )?negribeju (?:ta|aizvainot|apvainot)\w*",
    r"izvin\w+|prostite|prosu prosceni\w|ja ne tak imel\w? v vidu",
)
# Not for what they said: they did not hear us, or ask for something.
OTHERWISE = _any_of(
    r"^(?:i am |im )?(?:sorry|excuse me|pardon|i beg your pardon) \?$",
    r"^(?:sorry|excuse me|atvainojiet|piedodiet|izvinite)(?: ,)? (?:what|who|ko|ka|kas|cto|kak)(?!\S).*",
    r"(?:not|ne|neesmu|nav|ne budu|nebuusu) (?:sorry|apologi[sz]\w*|izvin\w+)|(?:wont|will not) apologi[sz]e",
    r"neatvain\w+|jums(?: \w+)? jaatvain\w+|you(?: \w+){1,3} apologi\w+",
    r"sorry (?:excuse|state|lot|company|service)|you(?: will|ll) be sorry",
)


def apology(words: str) -> Match[bool] | NoMatch:
    """True where somebody apologises, in Latvian, English or Russian."""
    said = read(words)
    found = tuple(APOLOGIES.finditer(said.plain))
    if not found or OTHERWISE.search(said.plain):
        return NoMatch("nobody apologises")
    return Match(True, 0.9, "apologises", said.span(found[0].start(), found[-1].end()))
