"""Latvian words as the router compares them: without diacritics, numbers alike, endings off."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from ivr.understanding.routing.folding import folded

JOINTS = frozenset({"un", "vai", "ari", "plus", "tad"})
LETTERS = frozenset("āčēģīķļņšūž")

_NUMBER = re.compile(r"\d[\d.,:/]*")

# Words that are grammar; they keep their endings, and no other word may be cut down to one of them.
_SMALL = frozenset(
    folded(
        "un vai bet ja ka lai jo tad arī kā kad kas kur kurš kura kuru kuri kuras kuram kāds kāda"
        " kādu kādi kādas kādā cik kāpēc no uz līdz pie par ar pēc pirms pa ap aiz bez virs zem starp"
        " iekš priekš caur pret es mēs tu jūs viņš viņa viņi man mani mums mūs tev tevi jums jūsu sev"
        " mans mana manu manas manā manam manai mūsu tavs tava tavu šis šī šo tas tā to tie šeit te"
        " tur ir nav bija būs būt esmu esi esat esam var varu varat varētu drīkst vajag gribu vēlos"
        " gribētu lūdzu jau vēl ne nē jā tikai ļoti tagad šodien nu pats kaut kādu"
    ).split()
)

# Endings of nouns and adjectives by case, and of verbs: a vowel of the stem, then person and tense.
_CASES = (
    "s is us a e u i o ai am ei em im um os as es ies iem ais ie ajam aja ajos ajai ajiem ajas"
    " akais aka ako aks akas akie iet ams amais ot oties ij ija ijas iju ijai"
)
_VOWELS = ("a", "e", "i", "o", "")
_PERSONS = (
    "t ju ji ja jam jat jot su si s sim siet sies sot jis jusi jusas jas jos jies jiet juma jumu jumi jumiem"
    " jumam jumus jums sana sanas sanu sanai sanam sanos sos"
)
_PARTICIPLES = "ts ta to tu ti tas tos tie tais taja tajam tajs ties tiet"
_ENDINGS = tuple(
    sorted(
        {
            *_CASES.split(),
            *map("".join, product(_VOWELS, _PERSONS.split())),
            *map("".join, product(_VOWELS[:-1], _PARTICIPLES.split())),
        },
        key=lambda ending: (-len(ending), ending),
    )
)
_LEFT = {1: 3, 2: 3}  # letters of the ending → letters that must be left of the word; longer endings:
_LEFT_OTHERWISE = 4


def plain(text: str) -> str:
    """``text`` in small letters, without diacritics, numbers alike."""
    return _NUMBER.sub(" skaitlis ", folded(text))


@lru_cache(8192)  # people say the same words again and again
def stem(word: str) -> str:
    """What the forms of a word have in common: rēķins and rēķiniem, maksāt and maksāšu."""
    if word in _SMALL:
        return word
    for ending in _ENDINGS:
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= _LEFT.get(len(ending), _LEFT_OTHERWISE):
            return word if left in _SMALL else left
    return word
