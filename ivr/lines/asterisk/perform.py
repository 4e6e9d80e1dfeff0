"""A turn as AGI commands, and what Asterisk answers as the event that follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ivr.calls.desk import LiveCall
from ivr.calls.ports import Prompts
from ivr.calls.spool import call_recording, message_recording, recording_path
from ivr.company.models import Rings
from ivr.conversation.actions import (
    Ask,
    AwaitSilence,
    Conclude,
    DropMessage,
    HangUp,
    KeepMessage,
    MakePromise,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    PauseRecording,
    Raise,
    Record,
    Remember,
    ResumeRecording,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.events import Event, HearingLost, Pressed, Recorded, Silence
from ivr.conversation.performed import Cut
from ivr.conversation.vocabulary import vocabulary
from ivr.errors import SpeechError
from ivr.lines.asterisk import tone, words
from ivr.lines.asterisk.session import CallerGoneError, Reply, Session
from ivr.lines.asterisk.speech import Listening
from ivr.lines.watch import Watch
from ivr.log import logger
from ivr.phrases.sentence import Sentence

BYTES_PER_SECOND = 16_000  # of a prompt: 8 kHz, 16 bit, mono
PAUSE = 3.0  # seconds without a key that end an entry of several
LULL = 1.5  # seconds of silence that end a machine's greeting; between its words, and its tone, there is less
# Notes of RECORD FILE that tell of a recording; "writefile", "waitfor" and "randomerror" tell of none.
KEPT_NOTES = frozenset({"dtmf", "timeout", "hangup"})
# Where silence ends a recording, the note is "timeout", and Asterisk leaves a second of it (res_agi.c): what
# has hardly more than that, be it a click, holds no words.
ONLY_SILENCE = 1.3  # seconds

_NUMBER = re.compile(r"\+?[0-9]{1,20}")


@dataclass(slots=True)
class Performance:
    """One turn on its way to the caller."""

    session: Session
    prompts: Prompts
    spool: Path  # absolute; Asterisk writes it under the same path
    live: LiveCall
    watch: Watch
    listening: Listening | None = None  # None: keys alone
    unsaid: list[Sentence] = field(default_factory=list)  # collected, to be one prompt
    key: str | None = None  # pressed before the turn came to its wait

    def run(self) -> Event | None:
        """Perform the turn. None when the line was let go: the dialplan hangs up, or dials and comes back.

        Raises:
            LineError: the caller is gone, or Asterisk failed.
            SpeechError: a sentence could not be said by any voice.
        """
        event = None
        for action in self.live.turn.actions:
            event = _PERFORM[type(action)](self, action)
        return event

    # ── Deeds ───────────────────────────────────────────────────────────────────────────────────

    def say(self, action: Say) -> None:
        """Kept back: all that is said up to the next wait is one prompt, and one command."""
        self.unsaid.append(action.sentence)

    def monitor_call(self, _: MonitorCall) -> None:
        """What was said so far (the notice) is heard first; only then is anything recorded."""
        self._speak(words.KEYS)
        path = recording_path(self.spool, call_recording(self.live.call.call_id))
        if self.session.monitor(str(path)).result != 0:
            self._report("call_not_recorded", path=str(path))

    def pause_recording(self, _: PauseRecording) -> None:
        """Before the question is said: what is said until it is answered is not recorded either."""
        if self.session.pause_monitor().result != 0:
            self._report("recording_not_paused")

    def resume_recording(self, _: ResumeRecording) -> None:
        """The recording goes on in the same file."""
        path = recording_path(self.spool, call_recording(self.live.call.call_id))
        if self.session.resume_monitor(str(path)).result != 0:
            self._report("call_not_recorded", path=str(path))

    def keep_message(self, _: KeepMessage) -> None:
        """The message lies in the spool; the records know whose it is."""

    def written(self, _: object) -> None:
        """The records have written it in the transaction of the turn; nothing of it is for the line."""

    def await_silence(self, action: AwaitSilence) -> None:
        """A machine says its greeting to the end, and its tone; what follows is recorded whole."""
        self._speak("")
        self.session.wait_for_silence(LULL, action.seconds)
        self.session.check_alive()

    def drop_message(self, action: DropMessage) -> None:
        """Delete what the caller wants to say anew."""
        self._delete(recording_path(self.spool, action.reference))

    # ── Waits and the end ───────────────────────────────────────────────────────────────────────

    def ask(self, action: Ask) -> Event:
        """Play what is to be said and wait for a key, in one command; for words too, where they count."""
        if action.expects is not None and not self.key:
            return self._hear(action)
        if action.digits > 1:
            return self._collect(action)
        if self.key:
            return Pressed(self.key)
        key = _telephone_key(self._listen(action.seconds))
        if key:
            return Pressed(key)
        self.session.check_alive()  # a hang-up while Asterisk waits for a key looks like silence
        return Silence()

    def record(self, action: Record) -> Event:
        """Record a message after the tone; a key skips what is said before."""
        self._speak(words.KEYS)
        reference = message_recording(self.live.call.call_id, self.live.number)
        path = recording_path(self.spool, reference)
        reply = self._record(action, path)
        if reply.note == "hangup":
            self.session.give_up(CallerGoneError(hung_up=True))
        seconds = _recorded(reply)
        if not seconds:
            self._delete(path)  # an empty file says nothing, and the records take it for none
        ended_by = _telephone_key(reply) if reply.note == "dtmf" else None
        return Recorded(reference, seconds, reply.note == "hangup", ended_by or self.key or "")

    def transfer(self, action: Transfer) -> None:
        """Tell the dialplan whom to dial, and let go of the line."""
        self._speak(words.KEYS)
        for name, value in self._transfer_variables(action).items():
            self.session.set_variable(name, value)

    def hang_up(self, _: HangUp) -> None:
        """The goodbye is heard to its end, then the dialplan hangs up."""
        self._speak("")
        self.session.set_variable("IVR_NEXT", words.HANG_UP)

    def _hear(self, action: Ask) -> Event:
        """The same, for words and keys."""
        state, campaign = self.live.turn.state, self.live.campaign
        wanted = vocabulary(state, action, self.live.company, campaign)
        if wanted is None or self.listening is None or not self.listening.ready(wanted):
            return self._unheard(action)
        event = self.listening.hear(*self._at_once(), action.seconds, self.watch)
        if isinstance(event, Pressed):
            self.key = event.keys
            return self._pressed(action)
        self.session.check_alive()
        return event

    def _unheard(self, action: Ask) -> Event:
        """What is to be said is heard all the same, and a key answers it."""
        self._speak(words.KEYS)
        if self.key:
            return self._pressed(action)
        self.session.check_alive()
        return HearingLost()

    def _pressed(self, action: Ask) -> Event:
        return self._collect(action) if action.digits > 1 else Pressed(self.key or "")

    def _collect(self, action: Ask) -> Event:
        """Several keys. One that was pressed before is the first of them, unless it means something alone."""
        first = self.key or ""
        if first and first in "*#":
            return Pressed(first)
        keys = first + self._digits(action.digits - len(first), PAUSE if first else action.seconds)
        if keys:
            return Pressed(keys)
        self.session.check_alive()
        return Silence()

    def _digits(self, most: int, wait: float) -> str:
        """Up to ``most`` keys, the first of them within ``wait`` seconds; "#" where it came alone.

        Asterisk has one time limit for the first key and for those that follow, so a longer wait is
        several short ones.
        """
        prompt, seconds = self._prompt(tuple(self.unsaid)) if self.unsaid else ("", 0.0)
        for _ in range(max(round(wait / PAUSE), 1)):
            self.watch.sounds(seconds)
            found = self.session.digits(prompt, seconds, PAUSE, most)
            self.watch.stopped(Cut.KEY if found.keys else None)
            if found.keys == "-1":
                self._miss(prompt, Reply(-1))
            elif found.keys or found.ended:
                return "".join(key for key in found.keys if key in words.KEYS) or "#"
            prompt, seconds = "", 0.0
        return ""

    # ── How ─────────────────────────────────────────────────────────────────────────────────────

    def _speak(self, keys: str) -> None:
        """Say what is unsaid; one of ``keys`` cuts it short, and is remembered for the wait of this turn."""
        said, self.unsaid = tuple(self.unsaid), []
        if not said or self.key:
            return
        prompt, seconds = self._prompt(said)
        self.key = _telephone_key(self._play(prompt, keys, seconds))

    def _play(self, prompt: str, keys: str, seconds: float) -> Reply:
        self.watch.sounds(seconds)
        reply = self.session.play(prompt, keys, seconds)
        self._noticed(reply)
        if reply.result == -1:
            self._miss(prompt, reply)
        return reply

    def _noticed(self, reply: Reply) -> None:
        self.watch.stopped(Cut.KEY if reply.key else None)

    def _listen(self, wait: float) -> Reply:
        if self.unsaid:
            prompt, seconds = self._prompt(tuple(self.unsaid))
            self.watch.sounds(seconds)
            reply = self.session.play_and_wait(prompt, words.KEYS, seconds, wait)
            self._noticed(reply)
            if reply.result != -1:
                return reply
            self._miss(prompt, reply)
        return self.session.wait_for_key(wait)

    def _at_once(self) -> tuple[str, float]:
        """All that is unsaid, as a prompt for a command that does not tell where one is missing."""
        said, self.unsaid = tuple(self.unsaid), []
        if not said:
            return "", 0.0
        prompt, seconds = self._prompt(said)
        if not seconds:
            self._report("prompt_missing", prompt=prompt)
        return prompt, seconds

    def _prompt(self, sentences: tuple[Sentence, ...]) -> tuple[str, float]:
        """Path of a prompt without its ending, and its length in seconds."""
        path = self.prompts.file(self.live.company, sentences)
        try:
            return _measured(path)
        except OSError:
            return _without_ending(path), 0.0  # Asterisk will not find it either, and says so

    def _miss(self, prompt: str, reply: Reply) -> None:
        """Asterisk could not play a prompt: either the caller is gone, or the file is not where it looks."""
        if reply.endpos > 0:  # it was playing: only a hang-up ends that so
            self.session.end(CallerGoneError(hung_up=True))
        self.session.check_alive()
        self._report("prompt_missing", prompt=prompt)

    def _record(self, action: Record, path: Path) -> Reply:
        self._play(_without_ending(self.spool / tone.FILE), "", tone.SECONDS)
        reply = self.session.record(_without_ending(path), words.KEYS, action.seconds, action.silence)
        if reply.note not in KEPT_NOTES:
            self.session.check_alive()
            self._report("message_not_recorded", path=str(path), note=reply.note)
        return reply

    def _transfer_variables(self, action: Transfer) -> Mapping[str, str]:
        rings = self.live.company.departments[action.department].rings
        call = self.live.call
        caller = (call.called if call.attempt else call.caller) or ""  # whoever is not the company
        return {
            "IVR_CALL": call.call_id,
            "IVR_DEPARTMENT": action.department,
            **_places(rings),
            "IVR_RING": str(rings.seconds),
            "IVR_ACCEPT": "1" if action.accept else "0",
            "IVR_BRIEFING": self._briefing(action),
            "IVR_LANGUAGE": self.live.turn.state.language,
            "IVR_CALLERID": caller if _NUMBER.fullmatch(caller) else "",
            "IVR_NEXT": words.TRANSFER,  # last: without it the dialplan does not dial
        }

    def _briefing(self, action: Transfer) -> str:
        if not action.accept or not action.briefing:
            return ""
        try:
            return self._prompt(action.briefing)[0]
        except SpeechError as error:
            self._report("briefing_unsaid", error=str(error))
            return ""  # better connected without a briefing than not at all

    def _delete(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            self._report("recording_not_deleted", path=str(path), error=str(error))

    def _report(self, action: str, **facts: str) -> None:
        logger().error(action, call_id=self.live.call.call_id, **facts)


_PERFORM: Mapping[type, Callable[[Performance, Any], Event | None]] = {
    Say: Performance.say,
    MonitorCall: Performance.monitor_call,
    PauseRecording: Performance.pause_recording,
    ResumeRecording: Performance.resume_recording,
    KeepMessage: Performance.keep_message,
    AwaitSilence: Performance.await_silence,
    **dict.fromkeys(
        (MakePromise, MovePromise, SettlePromise, OptOut, Remember, Note, Raise, Conclude),
        Performance.written,
    ),
    DropMessage: Performance.drop_message,
    Ask: Performance.ask,
    Record: Performance.record,
    Transfer: Performance.transfer,
    HangUp: Performance.hang_up,
}


def _recorded(reply: Reply) -> float:
    """Seconds that RECORD FILE has kept; 0.0 where it holds no words."""
    silent = reply.note == "timeout" and reply.seconds < ONLY_SILENCE
    return reply.seconds if reply.note in KEPT_NOTES and not silent else 0.0


def _telephone_key(reply: Reply) -> str | None:
    return reply.key if reply.key and reply.key in words.KEYS else None


def _places(rings: Rings) -> Mapping[str, str]:
    """Where it rings, in the dialplan's words."""
    mode = "queue" if rings.queue else "together" if rings.together else "in_turn"
    targets = "&".join(f"PJSIP/{extension}" for extension in rings.extensions)
    return {"IVR_MODE": mode, "IVR_TARGETS": targets, "IVR_QUEUE": rings.queue or ""}


@lru_cache(maxsize=4_096)
def _measured(path: Path) -> tuple[str, float]:
    """A prompt's path without its ending, and its seconds; remembered, as its name stands for its content."""
    return _without_ending(path), path.stat().st_size / BYTES_PER_SECOND


def _without_ending(path: Path) -> str:
    return str(path.absolute()).removesuffix(".wav")
