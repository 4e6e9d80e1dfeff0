"""What words were taken to mean, in a sentence for an operator."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.conversation.errand import WishedTime
from ivr.conversation.meaning import Meaning


def told(meaning: Meaning) -> str:
    """``chose a department: department sales (its example "cik tas maksā")``."""
    about = ", ".join(_about(meaning))
    why = f" ({meaning.why})" if meaning.why else ""
    manner = f"; {meaning.manner.why}" if meaning.manner and meaning.manner.why != meaning.why else ""
    return f"{meaning.signal.value}{': ' if about else ''}{about}{why}{manner}"


def _about(meaning: Meaning) -> Iterator[str]:
    if meaning.target or meaning.between:
        yield meaning.target or " or ".join(meaning.between)
    if meaning.keys:
        yield f"as keyed {meaning.keys}"
    if meaning.wished:
        yield _time(meaning.wished)
    if meaning.language:
        yield f"in {meaning.language}"


def _time(wished: WishedTime) -> str:
    if wished.exact:
        return wished.start
    return f"{wished.start} to {wished.end}" if wished.end else f"from {wished.start}"
