"""English numbers."""

from __future__ import annotations

from ivr.understanding.numbers.table import Numbers, forms, pattern
from ivr.understanding.utterance import synonyms

_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_UNITS = dict(enumerate(_WORDS[:9], 1))
_TEENS = dict(enumerate(_WORDS[9:], 10))
_TENS = {
    20: "twenty", 30: "thirty", 40: "forty|fourty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty",
    90: "ninety",
}  # fmt: skip
_OTHERS = {
    0: "zero|nil|nought|naught|none", 2: "couple|pair", 12: "dozen",
    100: "hundred|hundreds", 1000: "thousand|thousands",
}  # fmt: skip
_GLUED = {tens + unit: f"{_TENS[tens]}{word}" for tens in (20, 30, 50) for unit, word in _UNITS.items()}

TABLE = Numbers(
    same={
        **synonyms({"": "a an the just um uh erm er hmm well like"}),
        **forms(_UNITS | _TEENS | _TENS | _GLUED, ("", "s", "es", "ish")),
        **forms(_OTHERS, ("",)),
    },
    alone={"to": "2", "too": "2", "for": "4", "fore": "4", "ate": "8", "won": "1", "tree": "3", "tin": "10"},
    halves=pattern("NUM (and )?half"),
    points=pattern("NUM (point|dot) NUM"),
    joints=pattern("\\d*00 and \\d\\d?"),
    scale=pattern("(?<=\\d\\s)(out of|of|from|over|[?]) (possible )*NUM"),
    unsaid=pattern(
        "(not|isnt|wasnt|never|aint|less than|fewer than|more than|below|above|under|over|lower than"
        "|higher than|worse than|better than|without|instead)( (quite|exactly|really|full|perfect|even))* NUM"
        "|(this|that|no|which|every|any|some|good|bad|hard|tough|easy|tricky|difficult|first|last|other"
        "|another|right|wrong|next|best|big|interesting) 1"
        "|1 (moment|second|minute|sec|day|thing|more|time|my|your|these|those|them|last|question|who|that)"
    ),
    whole_scale=pattern("(scale of )?NUM (to|through|and|till|until|up to) NUM|scale of NUM"),
    corrected=pattern(
        "(?<=\\d\\s)((,|[.])\\s)?(no|sorry|wait|rather|actually|i mean|make it|make that|correction"
        "|scratch that)"
    ),
    hedged=pattern(
        "maybe|perhaps|probably|about|around|roughly|approximately|something|guess|suppose|almost|nearly"
        "|say maybe|ish|at least|at most|up to|dont know|not sure|couple|pair|few"
    ),
    most=pattern(
        "(full|top|maximum|max|perfect|highest|best) (marks|score|rating|points|grade|number|note|possible)"
        "|BEGIN (give you |give them |i would say )?(maximum|max|highest|best( 1)?|top)( possible)* END"
    ),
    least=pattern(
        "(lowest|minimum|worst|smallest|bottom) (marks?|score|rating|points|grade|number|possible)"
        "|BEGIN (give you |give them |i would say )?(minimum|lowest|worst( 1)?)( possible)* END"
    ),
)
