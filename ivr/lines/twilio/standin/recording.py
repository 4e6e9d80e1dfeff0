"""<Record>, and what is told of recordings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ivr.lines.twilio.standin.verbs import Record, Recording
from ivr.lines.twilio.standin.waits import CallerGone, Did, Go, Presses, Records, Speaks, Steps

if TYPE_CHECKING:
    from ivr.lines.twilio.standin.call import Call
    from ivr.lines.twilio.standin.perform import Performance
    from ivr.lines.twilio.standin.platform import Kept

HESITATION = 2.0  # seconds before a key that is pressed without a word
HANGUP = "hangup"  # Digits where the caller ended it by hanging up


@dataclass(frozen=True, slots=True)
class Taped:
    """What was recorded."""

    seconds: float  # 0.0: nothing
    lasted: float  # seconds until it ended
    words: str = ""
    digits: str = ""  # the key that ended it, or HANGUP; empty: silence did


def record(on: Performance, verb: Record) -> Steps[Go | None]:
    """Record; where nothing was, the document goes on. Raises CallerGone."""
    call = on.call
    verb = replace(verb, recording_status_callback=on.callback(verb.recording_status_callback))
    if verb.play_beep:
        call.heard.append(verb)
    try:
        tape = taped(verb, (yield from on.wait(Records(verb))))
    except CallerGone:
        absent(call, verb)
        raise
    call.seconds += tape.lasted
    left = tape.digits == HANGUP
    if left:
        call.leave()
    if not tape.seconds:
        absent(call, verb)
        return None
    kept = call.platform.keep(call, tape.seconds, tape.words)
    brought = {"RecordingSid": kept.sid, "RecordingUrl": kept.url, "RecordingDuration": str(kept.seconds)}
    go = Go(on.address(verb.action), verb.method, {**brought, "Digits": tape.digits})
    if left:
        on.request(go)
        complete(call, verb, kept, "RecordVerb")
        raise CallerGone
    on.later(partial(complete, call, verb, kept, "RecordVerb"))
    return go


def taped(verb: Record, did: Did) -> Taped:
    """What is left of what a person did; silence around it is cut off where the verb says so."""
    words, seconds, pressed, left = "", 0.0, "", False
    if isinstance(did, Speaks):
        words, seconds, pressed, left = did.words, did.seconds, did.key, did.left
    elif isinstance(did, Presses):
        pressed = did.keys
    key = next((each for each in pressed if each in verb.finish_on_key), "")
    still = float(verb.timeout) if not key and not left else 0.0 if words or left else HESITATION
    lasted = min(seconds + still, float(verb.max_length))
    kept = min(seconds, lasted) if verb.trim == "trim-silence" else lasted
    return Taped(kept, lasted, words, HANGUP if left else key)


def complete(call: Call, verb: Record | Recording, kept: Kept, source: str) -> None:
    """Tell that a recording can be fetched."""
    dual = isinstance(verb, Recording) and verb.channels == "dual"
    facts = {
        "RecordingSid": kept.sid,
        "RecordingUrl": kept.url,
        "RecordingStatus": "completed",
        "RecordingDuration": str(kept.seconds),
        "RecordingChannels": "2" if dual else "1",
        "RecordingSource": source,
    }
    _tell(call, verb, "completed", facts)


def absent(call: Call, verb: Record | Recording) -> None:
    """Tell that nothing was recorded."""
    _tell(call, verb, "absent", {"RecordingStatus": "absent", "RecordingDuration": "0"})


def _tell(call: Call, verb: Record | Recording, event: str, facts: dict[str, str]) -> None:
    if event in verb.recording_status_callback_event:
        common = {**call.platform.common(), "CallSid": call.sid}
        call.notify(
            verb.recording_status_callback_method, verb.recording_status_callback, {**common, **facts}
        )
