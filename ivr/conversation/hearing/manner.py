"""How somebody speaks to us, beside what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ivr.conversation.hearing.sure import sure
from ivr.conversation.meaning import Kind, Manner, Spoken
from ivr.conversation.scene import Scene
from ivr.understanding.apology import apology
from ivr.understanding.civility import Civility, Family, civility, impolite, rude_in
from ivr.understanding.result import Match

_KINDS: Mapping[Civility, Kind] = {
    Civility.FRUSTRATED: "frustrated",
    Civility.ABUSIVE: "abusive",
    Civility.THREAT: "threat",
}
_GRAVE = frozenset({Family.DISTRESS})
MOST_RUDE = 4  # places in one utterance; where there are more, nothing of it is repeated
SENTENCE = 3  # words; fewer are a curse, which people borrow from any language
IDLE = " ,.!?;:…-–"  # what is no word


def manner(scene: Scene, spoken: Spoken) -> Manner | None:
    """The manner of those words; None where they are civil, or it is not sure that they are not.

    An apology counts only where one is due: many a sentence begins with "sorry".
    """
    found = civility(spoken.words)
    kind = _KINDS.get(found.value)
    if kind and found.span and sure(spoken, found.confidence):
        return Manner(kind, spoken.words, found.span, found.why, found.why in _GRAVE)
    return _sorry(spoken) if scene.state.rude else None


def _sorry(spoken: Spoken) -> Manner | None:
    found = apology(spoken.words)
    if not isinstance(found, Match) or found.span is None or not sure(spoken, found.confidence):
        return None
    return Manner("sorry", spoken.words, found.span, found.why)


def besides(spoken: Spoken, how: Manner) -> Spoken | None:
    """What is said beside an insult, a threat or an apology; None where nothing is.

    What frustrates often stands within the wish itself ("the damn invoice is wrong"), so nothing is left out.
    """
    if how.kind == "frustrated":
        return spoken
    rest = polite(without(spoken.words, how.span))
    return Spoken(rest, spoken.confidence) if rest.strip(IDLE) else None


def tongue(scene: Scene, how: Manner) -> str:
    """The other language that is heard here, where a whole sentence is rude in it; else nothing."""
    found = rude_in(how.words) if len(how.words.split()) >= SENTENCE else ""
    return found if found in scene.state.hears and found != scene.state.language else ""


def polite(words: str) -> str:
    """Words that may be repeated: without what is rude in them; empty where too much is."""
    for _ in range(MOST_RUDE):
        found = impolite(words)
        if found is None or found.span is None:
            return words
        words = without(words, found.span)
    return ""


def without(words: str, span: tuple[int, int]) -> str:
    """The words without those characters; what stands civilly before a comma in them stays ("no, you …")."""
    head = words[slice(*span)].rpartition(",")[0]
    kept = head if civility(head).value is Civility.FINE else ""
    before = _ADDRESS.sub("", words[: span[0]].rstrip(IDLE))
    return f"{before.rstrip(IDLE)} {kept} {words[span[1] :].lstrip(IDLE)}".strip()


# What is left of a sentence whose end was an insult.
_ADDRESS = re.compile(
    r"\b(?:(?:i|you|it|this|that|they|we|he|she|what|such)(?:['’]?(?:re|s|m)| am| are| is| were)?"
    r"(?: (?:all|such|just|really|being|so|the|an?))*"
    r"|(?:tu|jūs|tas|tā|viņi|viņš|ty|vy|ты|вы)(?: (?:visi|esi|esat|ir|tikai|īsts|tāds|taču|vse|все))*)$",
    re.IGNORECASE,
)
