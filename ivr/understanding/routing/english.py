"""English words as the router compares them: contractions spelt out, numbers alike, endings off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ivr.understanding.routing.folding import folded

JOINTS = frozenset({"and", "or", "also", "plus", "then"})

_SPELT_OUT = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\bcan(?:'?t|not)\b", "can not"),
        (r"\bwon'?t\b", "will not"),
        (r"\bshan't\b", "shall not"),
        (r"\b(do|does|did|is|are|was|were|have|has|had|would|could|should)n'?t\b", r"\1 not"),
        (r"\b(what|where|when|who|how|that|there|it|here)'?s\b", r"\1 is"),
        (r"\b(i)'?m\b", r"\1 am"),
        (r"'re\b", " are"),
        (r"'ve\b", " have"),
        (r"'ll\b", " will"),
        (r"'d\b", " would"),
        (r"'s\b", ""),
        (r"\bgonna\b", "going to"),
        (r"\bwanna\b", "want to"),
        (r"\bgotta\b", "have to"),
        (r"\blemme\b", "let me"),
        (r"\bgimme\b", "give me"),
        (r"\bpls\b", "please"),
        (r"\bcuz\b", "because"),
        (r"\bu\b", "you"),
        (r"\bur\b", "your"),
        (r"[$€£] ?\d[\d,.]*", " money_amount "),
        (r"\b\d+(?:st|nd|rd|th)\b", " ordinal_number "),
        (r"\d[\d.,:/]*", " some_number "),
    )
)
_FORMS: Mapping[str, str] = {  # what it is a form of → the irregular forms
    "be": "am is are was were been being",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "buy": "bought",
    "child": "children",
    "choose": "chose chosen",
    "come": "came",
    "do": "does did doing",
    "drive": "drove driven",
    "eat": "ate eaten",
    "feel": "felt",
    "find": "found",
    "fly": "flew flown",
    "foot": "feet",
    "forget": "forgot forgotten",
    "get": "got gotten getting",
    "give": "gave given",
    "go": "went gone goes going",
    "have": "has had having",
    "hear": "heard",
    "keep": "kept",
    "know": "knew known",
    "leave": "left",
    "lose": "lost losing",
    "make": "made making",
    "meet": "met",
    "pay": "paid",
    "person": "people",
    "put": "putting",
    "run": "ran running",
    "say": "said",
    "see": "saw seen",
    "sell": "sold",
    "send": "sent",
    "set": "setting",
    "sleep": "slept",
    "speak": "spoke spoken",
    "spend": "spent",
    "steal": "stole stolen",
    "stop": "stopped stopping",
    "supply": "supply supplied supplying",
    "swap": "swapped",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "use": "used using",
    "wake": "woke",
    "write": "wrote written writing",
}
_BASE = {form: base for base, forms in _FORMS.items() for form in forms.split()}
# Ending, what stands for it, letters that must be left of the word.
_ENDINGS = (
    ("ies", "y", 2),
    ("sses", "ss", 1),
    ("ing", "", 3),
    ("ed", "", 3),
    ("es", "e", 3),
    ("s", "", 3),
    ("ly", "", 4),
)
_WHOLE = ("ss", "us", "is")  # their last s is no ending
_SHORTEST = 3  # letters of a word that stays as it is


def plain(text: str) -> str:
    """``text`` in small letters, without marks on letters; contractions spelt out, numbers alike."""
    text = folded(text).replace("’", "'")
    for pattern, instead in _SPELT_OUT:
        text = pattern.sub(instead, text)
    return text


@lru_cache(8192)  # people say the same words again and again
def stem(word: str) -> str:
    """What the forms of a word have in common: payments and payment, stopped and stop."""
    if word in _BASE:
        return _BASE[word]
    if len(word) <= _SHORTEST:
        return word
    word = _without_ending(word)
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aefilosu":
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST + 1 and word.endswith("e") else word


def _without_ending(word: str) -> str:
    for ending, instead, least in _ENDINGS:
        left = word.removesuffix(ending)
        if left != word and len(left) >= least and not (ending == "s" and word.endswith(_WHOLE)):
            return left + instead
    return word
