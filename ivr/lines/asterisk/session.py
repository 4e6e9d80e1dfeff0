"""One AGI connection, on pyst2's AGI with its edges taken off: what is sent, what comes back, how it ends.

The protocol is that of Asterisk's res_agi (measured against 22.10.1): a block of ``agi_name: value`` lines
and an empty one, then one line per command and one per reply, ``200 result=N (note) endpos=SAMPLES``. When
the caller hangs up, FastAGI sends the line ``HANGUP`` on top of the reply that is due.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic, sleep
from typing import NoReturn

from asterisk.agi import AGI

from ivr.errors import LineError
from ivr.lines.asterisk.recognized import REPLY, How, Recognized, recognized

HEADER_BYTES, HEADER_LINES, HEADER_LINE, HEADER_SECONDS = 32_768, 200, 2_048, 5.0
GATHER = 0.0005  # seconds; Asterisk sends a line after the other, and would wake us for every few of them
REPLY_BYTES, USAGE_LINES = 8_192, 60
COMMAND_BYTES = 2_000  # Asterisk's buffer holds 2,048; what is longer it cuts off without a word
SLACK = 15.0  # seconds a reply may come late, beyond the duration of its command; noticed within as many
SAMPLE_RATE = 8_000  # samples per second in endpos

_REPLY = re.compile(r"200 result=(-?\d+)(?: +\((.*)\))?(?: +endpos=(-?\d+))? *")
_DIGITS = re.compile(r"200 result=(-1|[0-9*#A-D]*)( \(timeout\))? *")  # GET DATA's own
_ESCAPED = str.maketrans({"\\": r"\\", '"': r"\""})
_FORBIDDEN = re.compile(r"[\r\n\0]")


class CallerGoneError(LineError):
    """There is no caller on this line any more: nothing can be said, and nothing will be heard."""

    def __init__(self, hung_up: bool) -> None:
        self.hung_up = hung_up  # False: Asterisk itself went away, and nobody knows what the caller did
        super().__init__(
            "The caller hung up." if hung_up else "Asterisk closed the connection in the middle of a call."
        )


class CommandFailedError(LineError):
    """Asterisk could not do what a command says, and the caller is still there."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What Asterisk answered to a command."""

    result: int  # a key as its ASCII code, 0, -1, …: each command has its own meaning
    note: str = ""  # what stands in parentheses
    endpos: int = 0  # samples that were played or recorded, 8,000 a second

    @property
    def key(self) -> str | None:
        """The key that was pressed; None when none was."""
        return chr(self.result) if 0 < self.result < 128 else None

    @property
    def seconds(self) -> float:
        """``endpos`` in seconds."""
        return max(self.endpos, 0) / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Digits:
    """What GET DATA collected."""

    keys: str  # without the "#" that ended them; "-1" when the caller is gone or the prompt is missing
    ended: bool  # by "#" or by their number; False: by a pause


class Session(AGI):  # type: ignore[misc]  # pyst2 carries no types
    """The commands of one AGI connection. Not to be shared between threads.

    Every command raises CallerGoneError when the caller has left, and LineError when Asterisk stalls or
    speaks nonsense; from then on it raises the same without touching the line, so that no reply is ever
    taken for that of another command. pyst2's own commands work on top of ``execute``.
    """

    def __init__(self, connection: socket.socket, slack: float = SLACK) -> None:
        """Read the environment from a connected socket.

        Raises:
            LineError: there was none, or it broke the bounds of this module.
        """
        # AGI.__init__ is left out on purpose: it installs a signal handler and writes to stderr.
        self._socket = connection
        self._slack = slack
        self._buffer = b""
        self._over: LineError | None = None
        self._got_sighup = False
        self.began = monotonic()  # when Asterisk asked for us
        self.env: Mapping[str, str] = self._environment()

    # ── Commands ────────────────────────────────────────────────────────────────────────────────

    def play(self, prompt: str, keys: str, seconds: float) -> Reply:
        """STREAM FILE: play ``prompt`` (path without its ending, ``seconds`` long) until one of ``keys``."""
        return self.exchange(f"STREAM FILE {self._quote(prompt)} {self._quote(keys)}", seconds)

    def play_and_wait(self, prompt: str, keys: str, seconds: float, wait: float) -> Reply:
        """GET OPTION: as ``play``, then ``wait`` seconds more for a key.

        A hang-up while it waits gives result 0, just as silence does: ``check_alive`` tells them apart.
        """
        command = f"GET OPTION {self._quote(prompt)} {self._quote(keys)} {_milliseconds(wait)}"
        return self.exchange(command, seconds + wait)

    def wait_for_key(self, wait: float) -> Reply:
        """WAIT FOR DIGIT: ``wait`` seconds without a prompt for a key."""
        return self.exchange(f"WAIT FOR DIGIT {_milliseconds(wait)}", wait)

    def digits(self, prompt: str, seconds: float, pause: float, most: int) -> Digits:
        """GET DATA: play ``prompt`` ("" for none), which a key interrupts, and collect keys in one command.

        Args:
            prompt: path without its ending.
            seconds: how long it is.
            pause: seconds without a key that end it, also before the first.
            most: so many keys end it.
        """
        command = f"GET DATA {self._quote(prompt)} {_milliseconds(pause)} {most}"
        self.send_command(command)
        found = self._matched(_DIGITS, seconds + pause * (most + 1))
        return Digits(found[1], ended=not found[2])

    def wait_for_silence(self, silence: float, seconds: float) -> Reply:
        """EXEC WaitForSilence: until ``silence`` seconds of it were heard, at most ``seconds``."""
        options = self._quote(f"{_milliseconds(silence)},1,{round(seconds)}")
        return self.exchange(f"EXEC WaitForSilence {options}", seconds)

    def hold(self) -> None:
        """SET AUTOHANGUP 0: take back the dialplan's time limit for a service that says nothing."""
        self.exchange("SET AUTOHANGUP 0")

    def record(self, path: str, keys: str, seconds: int, silence: int) -> Reply:
        """RECORD FILE: record a wav (path without its ending) until one of ``keys`` or a silence.

        The note of the reply tells why it ended; its result means nothing where silence ended it.

        Args:
            path: where, as Asterisk sees it.
            keys: those that end it.
            seconds: at most.
            silence: seconds of silence that end it.
        """
        options = f"{_milliseconds(seconds)} s={silence}"
        return self.exchange(f"RECORD FILE {self._quote(path)} wav {self._quote(keys)} {options}", seconds)

    def monitor(self, path: str) -> Reply:
        """EXEC MixMonitor: record the call from now on, bridged or not, into ``path``. 0 is success."""
        return self.exchange(f"EXEC MixMonitor {self._quote(path)}")

    def pause_monitor(self) -> Reply:
        """EXEC StopMixMonitor: end what ``monitor`` began; the file stays."""
        return self.exchange("EXEC StopMixMonitor")

    def resume_monitor(self, path: str) -> Reply:
        """EXEC MixMonitor with "a": go on at the end of that file, without what was left out."""
        return self.exchange(f"EXEC MixMonitor {self._quote(f'{path},a')}")

    # ── Recognition of speech ───────────────────────────────────────────────────────────────────

    def create_speech(self, engine: str) -> bool:
        """SPEECH CREATE: connect a recogniser (a section of aeap.conf); whether there is one now.

        Asterisk waits without end for a server that takes the connection and says nothing: look first
        whether it does (``length``). AGI's end destroys the recogniser.
        """
        return self.exchange(f"SPEECH CREATE {self._quote(engine)}").result == 1

    def set_speech(self, name: str, text: str) -> bool:
        """SPEECH SET: tell the recogniser something; whether there is one. A dead one takes a second."""
        return self.exchange(f"SPEECH SET {self._quote(name)} {self._quote(text)}").result == 1

    def recognize(self, prompt: str, seconds: float, wait: int) -> Recognized:
        """SPEECH RECOGNIZE: play ``prompt`` and listen, until something is recognised or pressed.

        The prompt plays on afterwards, until something else is played. A prompt that is missing is not told.

        Args:
            prompt: path without its ending.
            seconds: how long it is.
            wait: seconds to listen after it; Asterisk's clock for them has no parts of a second, so it may
                be almost a second less.

        Raises:
            CallerGoneError: the caller hung up.
        """
        self.send_command(f"SPEECH RECOGNIZE {self._quote(prompt)} {wait}")
        found = recognized(self._matched(REPLY, seconds + wait))
        if found.how is How.HANGUP:
            self.end(CallerGoneError(hung_up=True))
        return found

    def destroy_speech(self) -> None:
        """SPEECH DESTROY: let the recogniser go."""
        self.exchange("SPEECH DESTROY")

    def length(self, expression: str) -> int:
        """How long the value of a dialplan expression is; 0 where Asterisk cannot evaluate it."""
        note = self.exchange(f"GET FULL VARIABLE {self._quote(f'${{LEN({expression})}}')}").note
        return int(note) if note.isdecimal() else 0

    def check_alive(self) -> None:
        """Raise CallerGoneError unless the caller is still there."""
        if self.exchange("CHANNEL STATUS").result == -1:
            self.end(CallerGoneError(hung_up=True))

    def give_up(self, error: LineError) -> None:
        """Whatever Asterisk may still send: every command raises ``error`` from now on."""
        self._over = error

    def end(self, error: LineError) -> NoReturn:
        """Give the line up and raise ``error``."""
        self.give_up(error)
        raise error

    def close(self) -> None:
        """End the session; the dialplan goes on. May be called again."""
        close(self._socket)

    def exchange(self, command: str, seconds: float = 0.0) -> Reply:
        """Send one command, its arguments quoted, and read its reply.

        Args:
            command: one line.
            seconds: how long the command itself may last.

        Raises:
            CallerGoneError: the caller hung up, or Asterisk is gone.
            LineError: no reply in time, or one that makes no sense.
        """
        self.send_command(command)
        return self.get_result(seconds)

    # ── What pyst2 builds on ────────────────────────────────────────────────────────────────────

    def execute(self, command: str, *args: object) -> dict[str, tuple[str, str]]:
        """A command in pyst2's manner. Result -1 is ambiguous with a hang-up: Asterisk is asked which.

        Raises:
            CommandFailedError: it was not a hang-up.
        """
        reply = self.exchange(" ".join((command, *(str(arg) for arg in args))).rstrip(" "))
        if reply.result == -1:
            self.check_alive()
            raise CommandFailedError(f"Asterisk could not perform {command}; its own log says why.")
        return {"result": (str(reply.result), reply.note), "endpos": (str(reply.endpos), "")}

    def send_command(self, command: str, *args: object) -> None:
        """Write one line, in one piece."""
        if self._over:
            raise self._over
        line = " ".join((command, *(str(arg) for arg in args)))
        data = line.encode(errors="replace")
        if _FORBIDDEN.search(line) or len(data) > COMMAND_BYTES:
            raise LineError(f"A command of {len(data)} bytes or of several lines was not sent to Asterisk.")
        try:
            self._socket.sendall(data + b"\n")
        except OSError:
            self.end(CallerGoneError(hung_up=False))

    def get_result(self, seconds: float = 0.0) -> Reply:
        """Read the reply that is due within ``seconds`` and the slack."""
        found = self._matched(_REPLY, seconds)
        return Reply(int(found[1]), found[2] or "", int(found[3] or 0))

    def _matched(self, pattern: re.Pattern[str], seconds: float) -> re.Match[str]:
        deadline = monotonic() + seconds + self._slack
        line = self._until(b"\n", REPLY_BYTES, deadline)
        found = pattern.fullmatch(line)
        if not found:
            self.end(self._no_result(line, deadline))
        return found

    def _no_result(self, line: str, deadline: float) -> LineError:
        if line == "HANGUP" or line.startswith("511"):  # 511: not permitted on a dead channel
            return CallerGoneError(hung_up=True)
        if line.startswith("520-"):
            line = self._usage(line, deadline)
        return LineError(f'Asterisk answered "{line}" where a result was due.')

    def _usage(self, first: str, deadline: float) -> str:
        """The text from ``520-`` to ``520``; bounded, because it may never end."""
        lines = [first]
        while not lines[-1].startswith("520 ") and len(lines) < USAGE_LINES:
            lines.append(self._until(b"\n", REPLY_BYTES, deadline))
        return " ".join(lines)

    def _quote(self, string: object) -> str:
        """``string`` as one argument: Asterisk's parser takes a backslash before ``"`` and ``\\`` as escape.

        Raises:
            LineError: it holds CR, LF or NUL, which would begin another command.
        """
        text = str(string)
        if _FORBIDDEN.search(text):
            raise LineError(f"{text!r} holds a line break or NUL, and cannot be sent to Asterisk.")
        return f'"{text.translate(_ESCAPED)}"'

    # ── Reading ─────────────────────────────────────────────────────────────────────────────────

    def _environment(self) -> Mapping[str, str]:
        sleep(GATHER)
        self._socket.settimeout(min(HEADER_SECONDS, self._slack))
        lines = self._until(b"\n\n", HEADER_BYTES, monotonic() + HEADER_SECONDS).split("\n")
        self._socket.settimeout(self._slack)
        if len(lines) > HEADER_LINES or max(map(len, lines)) > HEADER_LINE:
            raise LineError("The AGI environment has more lines, or longer ones, than Asterisk ever sends.")
        pairs = (line.partition(":") for line in lines)
        return {name: value.strip() for name, colon, value in pairs if colon}

    def _until(self, end: bytes, most: int, deadline: float) -> str:
        """What comes before ``end``; what comes after it stays in the buffer."""
        while end not in self._buffer:
            if len(self._buffer) > most:
                self.end(LineError(f"Asterisk sent more than {most} bytes where a line was due."))
            self._receive(deadline)
        found, _, self._buffer = self._buffer.partition(end)
        return found.decode(errors="replace")

    def _receive(self, deadline: float) -> None:
        """Wait once, as long as the socket waits: to set that anew for each reply is a call of the system."""
        if monotonic() > deadline:
            self.end(LineError("Asterisk did not answer in time."))
        try:
            more = self._socket.recv(4_096)
        except TimeoutError:
            return
        except OSError:
            more = b""
        if not more:
            self.end(CallerGoneError(hung_up=False))
        self._buffer += more


def close(connection: socket.socket) -> None:
    """Close a connection so that Asterisk reads an end rather than a reset. May be called again."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_WR)
    connection.close()


def _milliseconds(seconds: float) -> int:
    """At least 1: a time-out of 0 means none, or the dialplan's own, depending on the command."""
    return max(round(seconds * 1_000), 1)
