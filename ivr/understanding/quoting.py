"""What somebody says that others said: words in quotation marks, and what is told after "he said".

Quoted words are not meant by the one who says them. They are blanked with spaces, so every other character
keeps its place.
"""

from __future__ import annotations

from functools import lru_cache

from ivr.understanding.patterns import regex
from ivr.understanding.utterance import Utterance, read

_MARKS = regex(
    r'"[^"]+"|“[^”“]+[”“]|„[^“”"]+[“”"]|«[^»]+»|‘[^’]+’(?!\w)|(?<![\w*])\'(?=\w)[^"]+?(?<=[\w.!?*])\'(?!\w)'
)
# Who is told of. "I said" and "you said" are not among them: what I said, I mean.
_OTHERS = (
    r"(?:he|she|they|somebody|someone|everybody|everyone|people|who|which|that (?:man|woman|guy|lady|person)"
    r"|(?:the|my|our|his|her|their|your|a|an|some|one of your|another) \w+(?: \w+)?)"
)
_SAYS = (
    r"(?:(?:has|have|had|just|even|then|always|keeps?|kept|also|actually|once) )*"
    r"(?:said|says|saying|told(?! (?:you|me to (?:say|tell|ask))(?!\S))|tells|telling"
    r"|(?:called|calls|calling) (?:me|us) (?:a|an|names)|wrote|writes|shouted"
    r"|shouts|yelled|screamed|texted|messaged|threatened|swore|goes"
    r"|asked (?:me|us|him|her|them) (?:to|not to))"
)
# Latvian says in the verb who speaks: "teica" is he, she or they.
_OTHERS_LV = r"(?:(?!man|mums|jums)\w+)"
_SAYS_LV = (
    r"(?:man |mani |mums |mus |jau |vienkarsi )*(?:teica|saka|sacija|pateica|rakstija|uzrakstija|kliedza"
    r"|blava|draudeja|nosauca|sauca|lamaja|apsaukaja|zinoja|ludza)"
)
_OTHERS_RU = r"(?:on|ona|oni|kto to|moj \w+|vas operator|sosed)"
_SAYS_RU = r"(?:mne )?(?:skazal\w*|govorit|govoril\w*|napisal\w*|krical\w*|ugrozal\w*|nazval\w*)"
_REPORTED = regex(
    "|".join(
        rf"(?<!\S){who} {says}(?!\S)[^.?!]*"
        for who, says in ((_OTHERS, _SAYS), (_OTHERS_LV, _SAYS_LV), (_OTHERS_RU, _SAYS_RU))
    )
)
# "Sorry, he said, …" aside, a report ends where the speaker comes in again.
_BACK_TO_ME = regex(
    r"(?: ,)? (?:and|but|so|un|bet|tapec|i|no) (?:now )?(?:i|you|please|es|jus|tu|ludzu)(?!\S).*"
)
_TOLD = regex(
    r"(?:^|(?<= ))(?:what happens if i (?:say|tell)|what does(?! it take)|ko nozime|cto znacit)(?!\S).*"
)


def unquoted(said: str) -> str:
    """What was said with everything in quotation marks blanked, unless it is all there is."""
    bare = _MARKS.sub(lambda quote: " " * len(quote[0]), said)
    return bare if any(sign.isalnum() for sign in bare) else said


@lru_cache(64)
def own_words(said: str) -> Utterance:
    """What the speaker means: neither quoted nor reported words."""
    whole = read(unquoted(said))
    return read(_without(whole, _reported(whole.plain))) if whole.plain else whole


def _reported(plain: str) -> tuple[tuple[int, int], ...]:
    """The places of ``plain`` that tell what others said."""
    return tuple(
        (found.start(), found.start() + len(_BACK_TO_ME.sub("", found[0])))
        for pattern in (_REPORTED, _TOLD)
        for found in pattern.finditer(plain)
    )


def _without(whole: Utterance, places: tuple[tuple[int, int], ...]) -> str:
    text = whole.said
    for start, end in (whole.span(*place) for place in places):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
