"""A channel of a scripted Asterisk: it does what AGI commands say, and waits where the person has to act.

The replies are those of Asterisk 22.10.1 (res_agi.c), as the tests beside this file have them one by one.
"""

from __future__ import annotations

import shlex
import socket
from dataclasses import dataclass
from pathlib import Path

from ivr.conversation.events import Heard, Pressed, Recorded
from tests.lines.asterisk.fake import header
from tests.lines.asterisk.recogniser import ONSET, SILENT, spoken

RATE = 8_000  # samples a second
PATIENCE = 60  # seconds the service may take for its next command before the test fails
DEAD = "511 Command Not Permitted on a dead channel or intercept routine"
PLAYS = frozenset({"STREAM FILE", "GET OPTION", "GET DATA", "SPEECH RECOGNIZE"})
WAITS = frozenset({"GET OPTION", "GET DATA", "WAIT FOR DIGIT", "RECORD FILE", "SPEECH RECOGNIZE"})
REPLIES = {
    "CHANNEL STATUS": "200 result=6",
    "EXEC MixMonitor": "200 result=0",
    "EXEC WaitForSilence": "200 result=0",
    "GET FULL VARIABLE": "200 result=1 (2)",  # it reaches what recognises speech
    "SET AUTOHANGUP": "200 result=0",
    "SET VARIABLE": "200 result=1",
    "SPEECH CREATE": "200 result=1",
    "SPEECH DESTROY": "200 result=1",
    "SPEECH SET": "200 result=1",
    "STREAM FILE": f"200 result=0 endpos={RATE}",
}
SILENCES = {"GET DATA": "200 result= (timeout)", "SPEECH RECOGNIZE": SILENT}  # where it is no plain 0
HUNG_UP = {  # the reply that is due, where the person hangs up instead
    "GET OPTION": f"200 result=0 endpos={RATE}",
    "GET DATA": "200 result=-1",
    "WAIT FOR DIGIT": "200 result=-1",
    "RECORD FILE": "200 result=-1 (hangup) endpos=0",
    "SPEECH RECOGNIZE": "200 result=1 (hangup) endpos=0",
}


@dataclass(frozen=True)
class Command:
    """What the service sent."""

    name: str  # "GET OPTION", "EXEC MixMonitor"
    arguments: tuple[str, ...]

    @classmethod
    def read(cls, line: str) -> Command:
        """Split a line as Asterisk's parser does: a backslash in quotes takes a quote or backslash along."""
        words = shlex.split(line)
        size = 3 if words[0] == "WAIT" or words[:2] == ["GET", "FULL"] else 2
        return cls(" ".join(words[:size]), tuple(words[size:]))


class Channel:
    """The channel of the person on the line, answered and up until they hang up."""

    def __init__(self, address: tuple[str, int], **environment: str) -> None:
        self._address = address
        self._environment = environment
        self._done: list[Command] = []
        self.waits: Command | None = None  # for the person
        self.up = True
        self.variables: dict[str, str] = {}

    def agi(self, script: str, *arguments: str) -> None:
        """The dialplan's AGI(agi://…/script,arguments): until it ends, or waits for the person."""
        given = {f"agi_arg_{place}": argument for place, argument in enumerate(arguments, start=1)}
        self.variables["IVR_NEXT"] = ""
        self._socket = socket.create_connection(self._address, PATIENCE)
        self._lines = self._socket.makefile("rb")
        self._socket.sendall(header(agi_network_script=script, **self._environment, **given))
        self._serve()

    def done(self) -> tuple[Command, ...]:
        """What was done since this was asked last."""
        done, self._done = tuple(self._done), []
        return done

    def vanish(self) -> None:
        """Asterisk is gone, unless AGI has ended before."""
        self.up, self.waits = False, None
        self._lines.close()
        self._socket.close()

    # ── The person ──────────────────────────────────────────────────────────────────────────────

    def press(self, event: Pressed) -> None:
        """Press a key; or several, and then none until that is taken for all."""
        keys = event.keys
        if self._waiting.name == "SPEECH RECOGNIZE":
            self._answer(f"200 result=1 (digit) digit={keys[0]} endpos=0")
            keys = keys[1:]
            if not self._collects:
                return
        self._press(keys)

    @property
    def _collects(self) -> bool:
        return self.waits is not None and self.waits.name == "GET DATA"

    def _press(self, pressed: str) -> None:
        if not self._collects:
            self._answer(f"200 result={ord(pressed)} endpos={RATE}")
            return
        keys = pressed.removesuffix("#")  # which ends them at once, and is not among them
        ended = keys != pressed or len(keys) == int(self._waiting.arguments[-1])
        self._answer(f"200 result={keys}" if ended else f"200 result={keys} (timeout)")

    def say(self, event: Heard) -> None:
        """Say words where they are awaited: the onset ends the prompt, and the words come without one."""
        best = 1.0 if event.confidence is None else event.confidence
        readings = ((event.words, best), *event.others)
        self._recognise(*[(words, round(100 * sure), "final") for words, sure in readings])

    def mumble(self) -> None:
        """Say something of which no words are made."""
        self._recognise(("", 0, "rejected"))

    def lose_hearing(self) -> None:
        """Say something, and nobody is there any more who could make words of it."""
        self._recognise(("", 0, "failed"))

    def _recognise(self, *results: tuple[str, int, str]) -> None:
        assert self._waiting.name == "SPEECH RECOGNIZE", "No words are awaited."
        self._answer(ONSET)
        self._answer(spoken(*results))

    def be_silent(self) -> None:
        """Let the time go by, which may be several commands: those without a prompt wait for the same."""
        self._answer(self._silence())
        while self.waits and self.waits.name == "GET DATA" and self.waits.arguments[0] == "":
            self._answer(self._silence())

    def speak(self, event: Recorded) -> None:
        """Say something after the tone and press the hash key, or another one, or hang up; or say nothing."""
        samples = round(event.seconds * RATE)
        if event.hung_up:
            self.hang_up(f"200 result=-1 (hangup) endpos={samples}")
        elif samples or event.key:
            self._answer(f"200 result={ord(event.key or '#')} (dtmf) endpos={samples}")
        else:
            # Of the silence that ends a recording Asterisk leaves a second, and a frame of 20 ms; the result
            # is the milliseconds that would have been left.
            self._answer("200 result=25982 (timeout) endpos=8160")

    def hang_up(self, reply: str = "") -> None:
        """Hang up: the reply that is due, and HANGUP on top of it; what is sent then is refused."""
        self.up = False
        if self.waits:
            self._answer(f"{reply or HUNG_UP[self.waits.name]}\nHANGUP")

    def _silence(self) -> str:
        return SILENCES.get(self._waiting.name, f"200 result=0 endpos={RATE}")

    # ── AGI ─────────────────────────────────────────────────────────────────────────────────────

    @property
    def _waiting(self) -> Command:
        assert self.waits, "The service waits for nothing."
        return self.waits

    def _answer(self, reply: str) -> None:
        self._send(reply)
        self._serve()

    def _send(self, reply: str) -> None:
        self._socket.sendall(reply.encode() + b"\n")

    def _serve(self) -> None:
        self.waits = None
        for line in self._lines:
            command = Command.read(line.decode().rstrip("\n"))
            reply = self._perform(command)
            if not reply:
                self.waits = command
                return
            self._send(reply)
        self._lines.close()
        self._socket.close()

    def _perform(self, command: Command) -> str:
        """The reply; none where the person has to act first."""
        if not self.up:
            return DEAD
        if command.name in PLAYS and not _found(command.arguments[0]):
            return "200 result=-1" if command.name == "GET DATA" else "200 result=-1 endpos=0"
        self._done.append(command)
        if command.name == "SET VARIABLE":
            self.variables[command.arguments[0]] = command.arguments[1]
        known = "" if command.name in WAITS else "510 Invalid or unknown command"
        return REPLIES.get(command.name, known)


def _found(prompt: str) -> bool:
    return prompt == "" or Path(f"{prompt}.wav").is_file()
