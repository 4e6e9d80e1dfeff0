"""Hearing the person on a line: the recogniser behind Asterisk's SPEECH commands, by our conventions.

The recogniser is the service's own (``ivr.speech.aeap``), which Asterisk reaches over AEAP. We tell it by
settings what may be said (``expect``, a name that ``Hearing.expect`` gave) and that it is to listen anew
(``listen``, a counter, and for how many seconds something is played meanwhile). What it tells is a result
whose grammar is one of GRAMMARS, and may say for how many seconds it was quiet before: "final:0.62".

Asterisk plays a prompt on until the recogniser tells something. So the recogniser tells the onset of speech:
then we listen on without the prompt, while it keeps the utterance open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, inf
from pathlib import Path
from time import monotonic

from ivr.calls.ports import Hearing
from ivr.conversation.events import Event, Heard, HearingLost, NotUnderstood, Pressed, Silence
from ivr.conversation.performed import Cut
from ivr.conversation.vocabulary import Vocabulary
from ivr.lines.asterisk import tone, words
from ivr.lines.asterisk.recognized import How, Recognized, Result
from ivr.lines.asterisk.session import Session
from ivr.lines.watch import Watch
from ivr.log import logger

ENGINE = "ivr"  # section of aeap.conf
EXPECT, LISTEN, CALL = "expect", "listen", "call_id"  # names of settings
ONSET, FINAL, REJECTED, FAILED = "onset", "final", "rejected", "failed"
GRAMMARS = (ONSET, FINAL, REJECTED, FAILED)

LOOK_SECONDS = 0.8  # in which what recognises has to answer Asterisk, before it is relied upon
SETTING_SECONDS = 0.9  # a setting that took longer was not answered: Asterisk gives it up after a second
UTTERANCE_SECONDS = 15  # from its onset to its result; the recogniser ends it after 12, and answers soon
AVOID_SECONDS = 10.0  # in which no further call relies on a recogniser that one has lost

# Plain HTTP to where aeap.conf sends WebSockets ("ws://" left out): whatever is answered, it answers.
_ANSWER = f"${{CURL(http://${{AST_CONFIG(aeap.conf,{ENGINE},url):5}})}}"


@dataclass(slots=True)
class Recogniser:
    """The recogniser as all calls of a line know it. May be used from any thread."""

    hearing: Hearing
    _lost: float = -inf  # monotonic seconds at which a call has lost it

    def languages(self) -> tuple[str, ...]:
        """Languages that a call which begins now may rely on, sorted."""
        avoided = monotonic() < self._lost + AVOID_SECONDS
        return () if avoided else tuple(sorted(self.hearing.languages()))

    def lost(self) -> None:
        """A call could not reach it."""
        self._lost = monotonic()


@dataclass(slots=True)
class Listening:
    """The recogniser as one AGI session uses it: connected when first needed, given up when it fails."""

    session: Session
    recogniser: Recogniser
    spool: Path  # absolute
    call_id: str
    _works: bool | None = None  # None: not tried yet
    _listened: int = 0  # how many times

    def ready(self, vocabulary: Vocabulary) -> bool:
        """Make ready for what may be said; False where nothing will be heard."""
        if self._works is None:
            self._works = self._connected() or self._lost("hearing_not_connected")
        return self._works and (self._prepared(vocabulary) or self._lost("hearing_without_answer"))

    def hear(self, prompt: str, seconds: float, wait: float, watch: Watch) -> Event:
        """Play ``prompt``, and tell what is said or pressed meanwhile, or within ``wait`` seconds after it.

        Args:
            prompt: path without its ending; "" for none.
            seconds: how long it is.
            watch: is told when it begins, and what ends it.

        Returns:
            Heard, NotUnderstood, HearingLost, Silence; Pressed with one key.

        Raises:
            CallerGoneError: the caller hung up.
        """
        self._listened += 1
        if not self._set(LISTEN, f"{self._listened} {seconds:.1f}"):
            self._lost("hearing_without_answer")
            return HearingLost()
        watch.sounds(seconds)
        found = self.session.recognize(prompt or self.hush, seconds, ceil(wait) + 1)
        watch.stopped(_CUTS.get(found.grammar or found.how))
        if found.grammar == ONSET:
            found = self._listen_on()
            watch.quiet = found.quiet
            return self._told(found)
        if found.how in {How.SPEECH, How.DIGIT}:
            self.session.play(self.hush, "", 0.0)
        return self._told(found)

    @property
    def hush(self) -> str:
        """Path of a moment of silence, without its ending: to play it ends a prompt."""
        return str(self.spool / tone.HUSH).removesuffix(".wav")

    def _connected(self) -> bool:
        """Asterisk would wait without end for what takes the connection and is silent, so that is tried."""
        for limit in ("conntimeout", "httptimeout"):
            self.session.set_variable(f"CURLOPT({limit})", str(LOOK_SECONDS))
        if not self.session.length(_ANSWER) or not self.session.create_speech(ENGINE):
            return False
        self.session.set_variable(words.HEARD, "1")
        return self._set(CALL, self.call_id)

    def _prepared(self, vocabulary: Vocabulary) -> bool:
        return self._set(EXPECT, self.recogniser.hearing.expect(vocabulary))

    def _set(self, name: str, text: str) -> bool:
        """Asterisk calls a setting done whatever becomes of it; a dead recogniser can be told by its time."""
        began = monotonic()
        return self.session.set_speech(name, text) and monotonic() - began < SETTING_SECONDS

    def _listen_on(self) -> Recognized:
        found = self.session.recognize(self.hush, 0.0, UTTERANCE_SECONDS)
        return Recognized(How.NOTHING) if found.how is How.TIMEOUT or found.grammar == ONSET else found

    def _told(self, found: Recognized) -> Event:
        event = _EVENTS[found.how](found)
        if isinstance(event, HearingLost):
            self._lost("hearing_failed" if found.grammar else "hearing_lost", everywhere=not found.grammar)
        return event

    def _lost(self, action: str, everywhere: bool = True) -> bool:
        """Nothing is heard any more in this session; ``everywhere``: the next calls may not rely on it."""
        logger().warning(action, call_id=self.call_id)
        self._works = False
        if everywhere:
            self.recogniser.lost()
        self.session.destroy_speech()
        return False


def _said(found: Recognized) -> Event:
    told = _SAID.get(found.grammar)
    return told(found.results) if told else HearingLost()


def _heard(results: tuple[Result, ...]) -> Event:
    readings = [(one.text.strip(), _confidence(one)) for one in results if one.grammar == FINAL]
    (words_, confidence), *others = [reading for reading in readings if reading[0]] or [("", 0.0)]
    return Heard(words_, confidence, tuple(others)) if words_ else NotUnderstood()


def _confidence(result: Result) -> float:
    return min(max(result.score, 0), 100) / 100


def _pressed(found: Recognized) -> Event:
    return Pressed(found.key) if found.key and found.key in words.KEYS else Silence()


_SAID: Mapping[str, Callable[[tuple[Result, ...]], Event]] = {
    FINAL: _heard,
    REJECTED: lambda _: NotUnderstood(),
}
# By the result's grammar, or where there is none by how it ended.
_CUTS: Mapping[str, Cut] = {
    **dict.fromkeys((ONSET, FINAL, REJECTED), Cut.SPEECH),
    How.DIGIT: Cut.KEY,
}
_EVENTS: Mapping[How, Callable[[Recognized], Event]] = {
    How.SPEECH: _said,
    How.DIGIT: _pressed,
    How.TIMEOUT: lambda _: Silence(),
    How.NOTHING: lambda _: HearingLost(),
}
