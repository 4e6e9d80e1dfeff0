"""A step that waits, made ready."""

from __future__ import annotations

from dataclasses import dataclass

from ivr.conversation.actions import Wait
from ivr.phrases.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Waiting:
    """Which question it is, what is said first, and the one action that ends the turn."""

    question: str  # its name; the same question always has the same name
    sentences: tuple[Sentence, ...]
    wait: Wait
