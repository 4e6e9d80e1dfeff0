"""What <Gather> makes of what a person does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ivr.lines.twilio.standin.verbs import Gather
from ivr.lines.twilio.standin.waits import Did, Presses, Speaks

_END = {"msg": "Gather End"}  # undocumented, and sent with keys


@dataclass(frozen=True, slots=True)
class Gathered:
    """How a <Gather> ended."""

    parameters: Mapping[str, str] | None  # of the request to its action; None: the document goes on
    waited: bool  # whether the time ran out


def gathered(verb: Gather, did: Did) -> Gathered:
    """Keys and words that count here; whatever else is done is silence."""
    if isinstance(did, Presses) and "dtmf" in verb.input:
        return _keyed(verb, did.keys)
    if isinstance(did, Speaks) and "speech" in verb.input and did.words:
        found = {"SpeechResult": did.words, "Confidence": str(did.confidence), "Language": verb.language}
        return Gathered(found, waited=False)
    return Gathered(_nothing(verb), waited=True)


def _keyed(verb: Gather, pressed: str) -> Gathered:
    digits = ""
    for key in pressed:
        if key == verb.finish_on_key:
            return _ended(verb, digits, key)
        digits += key
        if len(digits) == verb.num_digits:
            return _ended(verb, digits, "")
    return Gathered(_ended(verb, digits, "").parameters, waited=True)


def _ended(verb: Gather, digits: str, key: str) -> Gathered:
    """A key that ends an entry before it began gives an empty result."""
    empty = not digits and not verb.action_on_empty_result
    found = {"Digits": digits, "FinishedOnKey": key, **_END}
    return Gathered(None if empty else found, waited=False)


def _nothing(verb: Gather) -> Mapping[str, str] | None:
    if not verb.action_on_empty_result:
        return None
    keys = {"Digits": "", "FinishedOnKey": "", **_END} if "dtmf" in verb.input else {}
    words = {"SpeechResult": "", "Confidence": "0.0"} if "speech" in verb.input else {}
    return {**keys, **words}
