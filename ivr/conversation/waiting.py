"""A step that waits, made ready."""

from __future__ import annotations

from collections.abc import Iterable

from ivr.conversation.actions import Ask, Expects, Wait
from ivr.conversation.keys import everywhere
from ivr.conversation.scene import Scene
from ivr.phrases.sentence import Sentence
from ivr.values import value

ANY_DIGIT = "0123456789"
ANSWER_SECONDS = 6.0  # time to find the key after the last sentence
ENTRY_SECONDS = 10.0  # time to begin to key in a date or a time


@value(frozen=True, slots=True)
class Waiting:
    """Which question it is, what is said first, and the one action that ends the turn."""

    question: str  # its name; the same question always has the same name
    sentences: tuple[Sentence, ...]
    wait: Wait


def ask(
    scene: Scene,
    question: str,
    keys: str,
    said: Iterable[Sentence],
    hints: Iterable[Sentence] = (),
    *,
    seconds: float = ANSWER_SECONDS,
    digits: int = 1,
    expects: Expects | None = None,
    spoken: Iterable[Sentence] | None = None,
) -> Waiting:
    """A question; the second time it is asked with ``hints`` at other keys.

    Args:
        said: the question, and the keys that answer it.
        expects: the words that answer it, where the line hears them.
        spoken: as it is asked first where words answer it: short, without keys; None: as ``said``.
    """
    before = scene.state.times_asked(question)
    meant = "".join(sorted({*keys, *everywhere(scene)}))
    hears = expects if scene.listens else None
    first = spoken if spoken is not None and hears and not before else said
    hinted = tuple(hints) if before == 1 else ()
    return Waiting(question, (*first, *hinted), Ask(question, meant, seconds, digits, hears))
