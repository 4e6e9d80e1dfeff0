"""Words before a wish that tell nothing of it: "I would like to talk to somebody from …"."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.understanding.patterns import Pattern, compiled
from ivr.understanding.utterance import read

# In plain words; what follows is the wish.
LEADS: Mapping[str, Pattern] = {
    "lv": compiled(
        "((ludzu|labdien|sveiki|es|tad|nu|un|man|mani|jus) )*(gribu|gribetu|velos|veletos|varu|varetu|vajag"
        "|vajadzetu|vai varu|vai varetu|var|ludzu|savienojiet|savieno)? ?((ludzu|man|mani|es) )*"
        "(runat|parunat|aprunaties|savienot|savienoties|savienojiet|savieno)( (ludzu|man|mani))* ar"
        "( kadu)?( no)?",
        {},
    ),
    "en": compiled(
        "((hello|hi|please|well|so|then|yes|no|and) )*(i would like|id like|i want|i need|i wish|can i"
        "|could i|may i|can you|could you|would you|let me|please|i have)? ?((please|to|you) )*"
        "(talk|speak|be put through|be connected|get through|connect me|put me through|transfer me|get me)"
        "( (please|through))* (to|with)( (somebody|someone|anybody|anyone) (from|in|at))?( (the|your))?",
        {},
    ),
}


def without_lead(words: str, language: str) -> str:
    """The words after the lead-in; all of them where there is none, or nothing follows."""
    said = read(words)
    found = LEADS[language].match(said.plain)
    rest = words[said.span(*found.span())[1] :].strip() if found else ""
    return rest or words
