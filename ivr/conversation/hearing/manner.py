"""How somebody speaks to us, beside what they say."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.hearing.sure import sure
from ivr.conversation.meaning import Kind, Manner, Spoken
from ivr.conversation.scene import Scene
from ivr.understanding.apology import apology
from ivr.understanding.civility import Civility, Family, civility
from ivr.understanding.result import Match

_KINDS: Mapping[Civility, Kind] = {
    Civility.FRUSTRATED: "frustrated",
    Civility.ABUSIVE: "abusive",
    Civility.THREAT: "threat",
}
_GRAVE = frozenset({Family.DISTRESS})
MOST_RUDE = 4  # places in one utterance; where there are more, nothing of it is repeated
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

    Swearing at nobody often stands within the wish itself ("the damn invoice is wrong"), so nothing is left
    out of it.
    """
    rest = spoken.words if how.kind == "frustrated" else without(spoken.words, how.span)
    rest = rest if how.kind in {"frustrated", "sorry"} else polite(rest)
    return Spoken(rest, spoken.confidence) if rest.strip(IDLE) else None


def polite(words: str) -> str:
    """Words that may be repeated: without what is rude in them; empty where too much is."""
    for _ in range(MOST_RUDE):
        found = civility(words)
        if found.value is Civility.FINE or found.span is None:
            return words
        words = without(words, found.span)
    return ""


def without(words: str, span: tuple[int, int]) -> str:
    """The words without those characters."""
    return f"{words[: span[0]].rstrip(IDLE)} {words[span[1] :].lstrip(IDLE)}".strip()
