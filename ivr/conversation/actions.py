"""What a line is to do. A turn is any number of deeds and then exactly one wait, or the end."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Literal

from ivr.company.disposition import Disposition
from ivr.conversation.errand import Origin
from ivr.phrases.sentence import Sentence
from ivr.values import value


@value(frozen=True, slots=True)
class Say:
    """Say a sentence to the end of it or until a key of the following Ask is pressed."""

    sentence: Sentence
    kind: Literal["say"] = "say"


@value(frozen=True, slots=True)
class MonitorCall:
    """Start to record the whole call; said only after the notice."""

    kind: Literal["monitor_call"] = "monitor_call"


@value(frozen=True, slots=True)
class PauseRecording:
    """Leave out of the recording of the call what comes from now on; before a private answer is awaited."""

    kind: Literal["pause_recording"] = "pause_recording"


@value(frozen=True, slots=True)
class ResumeRecording:
    """Go on with the recording of the call."""

    kind: Literal["resume_recording"] = "resume_recording"


class Expects(StrEnum):
    """What sort of words answers a question."""

    WISH = "wish"  # what is wanted, in free speech
    YES_NO = "yes_no"
    CHOICE = "choice"  # one of those that were read out
    TIME = "time"
    NUMBER = "number"


@value(frozen=True, slots=True)
class Ask:
    """Wait for a key or, where words are expected, for speech. Both interrupt what is said (barge-in, I4).

    A line answers with Pressed (any of 0-9, *, #, also unexpected ones), Silence or HungUp; where words are
    expected also with Heard, NotUnderstood or HearingLost. Which words are likely, ``vocabulary`` tells.
    """

    question: str  # which question this is, e.g. "menu:main"; the same question has the same name
    keys: str  # keys that have a meaning here, e.g. "1234*#0"
    seconds: float  # how long to wait after the last sentence
    digits: int = 1  # more than one: keys are collected until so many, "#", or a pause of three seconds
    expects: Expects | None = None  # in words; None: keys alone
    kind: Literal["ask"] = "ask"


@value(frozen=True, slots=True)
class Transfer:
    """Put the caller through and come back with TransferEnded; the caller hears ringback or music.

    Where it rings is looked up by the line in the call's own company file: ``department`` there.
    """

    department: str  # department id
    briefing: tuple[Sentence, ...]  # said to the one who answers, in the department's language
    accept: bool  # the department presses 1 to take the call; otherwise connected at once
    kind: Literal["transfer"] = "transfer"


@value(frozen=True, slots=True)
class Record:
    """Record a message after a tone, and come back with Recorded."""

    department: str  # whom the message is for
    seconds: int  # at most
    silence: int  # seconds of silence that end it
    kind: Literal["record"] = "record"


@value(frozen=True, slots=True)
class KeepMessage:
    """The message recorded last is confirmed, or kept because the caller left: hand it to the department."""

    department: str
    reference: str  # as in Recorded
    seconds: float
    kind: Literal["keep_message"] = "keep_message"


@value(frozen=True, slots=True)
class DropMessage:
    """The caller wants to say it anew: what was recorded is not to be kept."""

    reference: str
    kind: Literal["drop_message"] = "drop_message"


@value(frozen=True, slots=True)
class LookUp:
    """Wait for Found: how many promises the slots hold. The desk answers it at once; no line ever sees it."""

    department: str
    after: datetime  # aware
    until: datetime  # aware
    kind: Literal["look_up"] = "look_up"


@value(frozen=True, slots=True)
class AwaitSilence:
    """Let an answering machine finish its greeting, at most ``seconds``; then what follows is said."""

    seconds: float
    kind: Literal["await_silence"] = "await_silence"


@value(frozen=True, slots=True)
class MakePromise:
    """Write into the ledger that this person will be called. Its id is made of the call and the turn."""

    at: datetime  # aware, in UTC
    zone: str  # IANA zone in which it was read back
    words: str  # as it was said to the person: "rīt, plkst. 10.00"
    origin: Origin
    department: str  # who talks with the person, or stands behind the campaign
    campaign: str | None = None  # id, when a campaign's call is to go on
    resume: str = ""  # where the conversation goes on: "" from the matter, "question:2", "proposal"
    places: int = 0  # how many promises the department may have at that time; 0: as many as there are
    kind: Literal["make_promise"] = "make_promise"


@value(frozen=True, slots=True)
class MovePromise:
    """A promise gets another time."""

    promise: str  # id
    at: datetime
    zone: str
    words: str
    resume: str = ""
    department: str = ""  # whose places count
    places: int = 0  # see MakePromise
    kind: Literal["move_promise"] = "move_promise"


@value(frozen=True, slots=True)
class SettlePromise:
    """A promise is kept (they talked, in whichever call), or the person does not need it any more."""

    promise: str
    outcome: Literal["kept", "cancelled"]
    kind: Literal["settle_promise"] = "settle_promise"


@value(frozen=True, slots=True)
class OptOut:
    """The person is never called again: on the do-not-call list at once (B2). Open promises are cancelled."""

    words: str  # how the person said it: a key, or the words
    kind: Literal["opt_out"] = "opt_out"


@value(frozen=True, slots=True)
class Remember:
    """An answer, as said and as understood (O5)."""

    question: str  # id of the campaign's question, or "proposal"
    said: str  # the keys or the words; the reference of the recording for recorded words
    understood: str | None  # in the campaign's terms; None when it could not be
    kind: Literal["remember"] = "remember"


@value(frozen=True, slots=True)
class Note:
    """A written message to a department: the follow-up that was agreed."""

    department: str
    text: str
    kind: Literal["note"] = "note"


@value(frozen=True, slots=True)
class Raise:
    """Somebody was abusive, or threatened: an incident, whose evidence the company keeps (C2)."""

    severity: Literal["abuse", "threat"]
    words: str  # as the line heard them
    span: tuple[int, int]  # of what was rude, in ``words``
    rule: str  # of understanding, that found it
    department: str  # whose policy held, and who is to be told
    kind: Literal["raise"] = "raise"


@value(frozen=True, slots=True)
class Conclude:
    """How our call ended; in the last turn of every call that we made, and only there."""

    disposition: Disposition
    kind: Literal["conclude"] = "conclude"


@value(frozen=True, slots=True)
class HangUp:
    """End the call after everything said has been played."""

    reason: str  # why, for the records: "done", "caller left", …
    kind: Literal["hang_up"] = "hang_up"


Wait = Ask | Transfer | Record | LookUp
Deed = (
    MonitorCall
    | PauseRecording
    | ResumeRecording
    | KeepMessage
    | DropMessage
    | AwaitSilence
    | MakePromise
    | MovePromise
    | SettlePromise
    | OptOut
    | Remember
    | Note
    | Raise
    | Conclude
)
Action = Say | Deed | Wait | HangUp
