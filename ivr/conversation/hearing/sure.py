"""What is surely meant: the line's confidence in the words, and understanding's in their meaning."""

from __future__ import annotations

from ivr.conversation.meaning import SURE, Spoken
from ivr.conversation.scene import Scene
from ivr.understanding.consent import Answer, consent
from ivr.understanding.remarks import Kind, remark
from ivr.understanding.result import Match, NoMatch


def sure(spoken: Spoken, confidence: float) -> bool:
    """Whether words may be acted upon that are understood with this confidence."""
    return spoken.confidence * confidence >= SURE


def answer(scene: Scene, spoken: Spoken) -> tuple[Answer, str] | None:
    """What is answered, yes or no, and why; UNCLEAR where it is not sure, None where nothing is answered."""
    found = consent(spoken.words, scene.state.language)
    if isinstance(found, NoMatch):
        return None
    if isinstance(found, Match) and sure(spoken, found.confidence):
        return found.value, found.why
    return Answer.UNCLEAR, found.why


def remarked(scene: Scene, spoken: Spoken, *kinds: Kind) -> tuple[Kind, str] | None:
    """The first of these remarks that is surely made, and why."""
    found = remark(spoken.words, scene.state.language, *kinds)
    return (found.value, found.why) if isinstance(found, Match) and sure(spoken, found.confidence) else None
