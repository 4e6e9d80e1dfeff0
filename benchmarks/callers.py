"""Callers with stopwatches: many calls at once to Asterisk, and for each the delays that its caller feels.

One thread, one SIP socket, one RTP socket: Asterisk sends each call's sound from a port of its own, which
tells the calls apart. Arrivals are the kernel's time stamps. Callers send a packet at the start and
their key, and no more, so that what Asterisk spends on listening to them does not hide what the bot costs.
"""

from __future__ import annotations

import asyncio
import random
import re
import socket
import struct
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.asterisk import rtp, sip
from tests.asterisk.hearing import read_wav

Address = tuple[str, int]
Frames = npt.NDArray[np.float64]  # a frame of sound in each row
Places = npt.NDArray[np.intp]

GIVE_UP = 5.0  # seconds until something that should have happened counts as failed
REPEAT = 0.5  # seconds until an unanswered request is sent again
ALIKE = 0.95  # a frame that correlates over this with another is that frame
QUIET = 200.0  # RMS of 16-bit samples under which a frame is no sound
SOUGHT = 12  # loud frames by which the beginning of a prompt is known
JITTER = rtp.PACE  # seconds by which callers' moves scatter, so that they are in step with nothing
BUFFER = 4 << 20  # bytes the kernel holds for us


class CallFailedError(Exception):
    """A call did not go as it should."""


@dataclass(frozen=True)
class Opening:
    """The first sound of a prompt, to be known again among all that a caller hears."""

    places: Places  # of its frames, counted from the first loud one
    frames: Frames  # each of length 1

    @classmethod
    def of(cls, path: Path, unlike: Path | None = None) -> Opening:
        """The opening of a wav file, less what also occurs in the one that may be heard before it."""
        frames = _frames(path)
        lengths = np.linalg.norm(frames, axis=1)
        loud = np.flatnonzero(lengths > QUIET * rtp.FRAME**0.5)[:SOUGHT]
        sought = frames[loud] / lengths[loud, None]
        own = ~_occurs(sought, _frames(unlike)) if unlike else np.ones(len(loud), bool)
        assert own.any(), f"{path} cannot be told from {unlike} by its beginning."
        return cls(loud[own] - loud[0], sought[own])

    def place(self, sound: rtp.Sound) -> int | None:
        """Which of its frames this is, counted from the first loud one; None when it is none of them."""
        values = sound.astype(np.float64)
        alike = self.frames @ values
        best = int(alike.argmax())
        return int(self.places[best]) if alike[best] > ALIKE * np.linalg.norm(values) else None


def _frames(path: Path) -> Frames:
    sound = read_wav(path).astype(np.float64)
    return sound[: len(sound) // rtp.FRAME * rtp.FRAME].reshape(-1, rtp.FRAME)


def _occurs(sought: Frames, among: Frames) -> npt.NDArray[np.bool_]:
    lengths = np.maximum(np.linalg.norm(among, axis=1), 1.0)
    found: npt.NDArray[np.bool_] = ((sought @ among.T) / lengths > ALIKE).any(axis=1)
    return found


@dataclass(frozen=True)
class Script:
    """What every caller does."""

    greeting: Opening
    key: str
    prompt: Opening  # what follows the key
    listen: float  # seconds of each prompt that are heard before the key, and before hanging up


@dataclass(frozen=True, slots=True)
class Outcome:
    """One call."""

    greeting: float = 0.0  # seconds from Asterisk's 200 OK to the first sound of the greeting
    prompt: float = 0.0  # seconds from the end of the key to the first sound of the next prompt
    failure: str = ""  # why it failed, otherwise empty


class Crowd:
    """Callers at one address. Made and used within an event loop."""

    def __init__(self, server: Address, seed: int = 1) -> None:
        self.server = server
        self.random = random.Random(seed)
        self.host = _towards(server)
        self.sip = _socket(self.host)
        self.rtp = _socket(self.host)
        self.rtp.setsockopt(socket.SOL_SOCKET, rtp.SO_TIMESTAMPNS, 1)
        self.address: Address = self.sip.getsockname()
        self.media_port: int = self.rtp.getsockname()[1]
        self.answers: dict[str, asyncio.Queue[sip.Message]] = {}  # by the branch of the request
        self.calls: dict[str, _Call] = {}  # by Call-ID
        self.talking: dict[Address, _Call] = {}  # by Asterisk's address of their sound
        loop = asyncio.get_running_loop()
        loop.add_reader(self.sip, self._signalled)
        loop.add_reader(self.rtp, self._heard)

    def close(self) -> None:
        """Let the sockets go."""
        for one in (self.sip, self.rtp):
            asyncio.get_running_loop().remove_reader(one)
            one.close()

    async def ring(self, extension: str, script: Script, calls: int, rate: float) -> list[Outcome]:
        """Place ``calls`` calls, ``rate`` of them a second, and wait until the last has ended."""
        begun = time.monotonic()
        running = []
        for number in range(calls):
            await asyncio.sleep(begun + number / rate + self.random.random() * JITTER - time.monotonic())
            running.append(asyncio.ensure_future(_Call(self, extension, script).outcome()))
        return await asyncio.gather(*running)

    async def transact(self, request: sip.Message) -> sip.Message:
        """Send a request, again until it is answered, and return the final answer."""
        queue = self.answers[request.branch] = asyncio.Queue()
        until, patience = time.monotonic() + GIVE_UP, REPEAT
        try:
            self.send(request)
            while time.monotonic() < until:
                try:
                    answer = await asyncio.wait_for(queue.get(), patience)
                except TimeoutError:
                    self.send(request)
                    continue
                if answer.status >= 200:
                    return answer
                patience = GIVE_UP
        finally:
            del self.answers[request.branch]
        raise CallFailedError(f"{request.method} was not answered")

    def send(self, message: sip.Message) -> None:
        """One SIP message to Asterisk."""
        self.sip.sendto(message.render(), self.server)

    def _signalled(self) -> None:
        message = sip.parse(self.sip.recv(65_536))
        if message is None:
            return
        if message.is_response:
            queue = self.answers.get(message.branch)
            if queue is not None:
                queue.put_nowait(message)
            return
        self.send(sip.response(message, 200, sip.token()))
        call = self.calls.get(message.get("call-id"))
        if call is not None and message.method == "BYE":
            call.fail("Asterisk hung up")

    def _heard(self) -> None:
        while True:
            try:
                datagram, extra, _, source = self.rtp.recvmsg(2_048, 64)
            except OSError:
                return
            call = self.talking.get(source)
            if call is not None and call.sought is not None:
                call.hear(datagram, _stamp(extra))


class _Call:
    """One call, from INVITE to BYE."""

    def __init__(self, crowd: Crowd, extension: str, script: Script) -> None:
        self.crowd = crowd
        self.script = script
        self.sought: Opening | None = None
        self.begins: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.remote: Address = ("", 0)
        self.target = f"sip:{extension}@{crowd.server[0]}:{crowd.server[1]}"
        self.id, tag = sip.token(), sip.token()
        number = f"+3712{crowd.random.randrange(10**7):07}"
        self.ours, self.theirs = f"<sip:{number}@{crowd.host}>;tag={tag}", f"<{self.target}>"
        self.number = 0

    async def outcome(self) -> Outcome:
        """Go through the script."""
        self.crowd.calls[self.id] = self
        try:
            return await asyncio.wait_for(self._talk(), 4 * GIVE_UP + 2 * self.script.listen)
        except (CallFailedError, TimeoutError) as error:
            return Outcome(failure=str(error) or "It did not end")
        finally:
            self.crowd.calls.pop(self.id, None)
            self.crowd.talking.pop(self.remote, None)

    async def _talk(self) -> Outcome:
        answered = await self._dial()
        greeted = await self._begins("The greeting")
        await self._listen()
        released = await self._press()
        heard = await self._begins("The prompt after the key")
        await self._listen()
        await self.crowd.transact(self._request("BYE"))
        return Outcome(greeted - answered, heard - released)

    async def _dial(self) -> float:
        """Returns when it was answered."""
        request = self._request("INVITE").with_header("Content-Type", "application/sdp")
        invite = replace(request, body=rtp.offer(self.crowd.host, self.crowd.media_port))
        final = await self.crowd.transact(invite)
        answered = time.time()
        if final.status != 200:
            raise CallFailedError(f"Asterisk refused the call: {final.status} {final.reason}")
        self.remote = _media(final.body)
        self.crowd.talking[self.remote] = self
        self._seek(self.script.greeting)
        self.theirs, self.target = final.get("to"), sip.uri(final.get("contact"))
        self.crowd.send(self._request("ACK"))
        self._speak()
        return answered

    def _speak(self) -> None:
        """One packet of silence: until it hears something, Asterisk's Answer() waits for half a second."""
        silence = rtp.CODECS[0].encode(np.zeros(rtp.FRAME, np.int16))
        self.crowd.rtp.sendto(rtp.Packet(True, 0, 0, 0, 1, silence).render(), self.remote)

    async def _listen(self) -> None:
        await asyncio.sleep(self.script.listen + self.crowd.random.random() * JITTER)

    async def _press(self) -> float:
        """Press and release the key; returns when the first packet of its end was sent."""
        self._seek(self.script.prompt)
        released, due = 0.0, time.monotonic()
        for number, tick in enumerate(rtp.key_ticks(self.script.key, rtp.EVENT_TYPE)):
            packet = rtp.Packet(tick.marker, rtp.EVENT_TYPE, number + 1, rtp.FRAME, 1, tick.payload)
            self.crowd.rtp.sendto(packet.render(), self.remote)
            if tick.back == rtp.KEY_TICKS:
                released = time.time()
            due += rtp.PACE
            await asyncio.sleep(due - time.monotonic())
        return released

    async def _begins(self, what: str) -> float:
        """When the first sound of what is sought (``_seek``) arrived."""
        try:
            return await asyncio.wait_for(self.begins, GIVE_UP)
        except TimeoutError:
            raise CallFailedError(f"{what} was not heard") from None

    def _seek(self, opening: Opening) -> None:
        self.begins = asyncio.get_running_loop().create_future()
        self.sought = opening

    def hear(self, datagram: bytes, at: float) -> None:
        """A packet of sound arrived."""
        packet = rtp.Packet.parse(datagram)
        if packet is None or self.sought is None or packet.type not in rtp.CODECS:
            return
        place = self.sought.place(rtp.CODECS[packet.type].decode(packet.payload))
        if place is not None:
            self.sought = None
            self.begins.set_result(at - place * rtp.PACE)

    def fail(self, why: str) -> None:
        """Give up, whatever is waited for."""
        if not self.begins.done():
            self.begins.set_exception(CallFailedError(why))

    def _request(self, method: str) -> sip.Message:
        self.number += method != "ACK"
        host, port = self.crowd.address
        headers = (
            ("Via", f"SIP/2.0/UDP {host}:{port};branch={sip.branch()}"),
            ("Max-Forwards", "70"),
            ("From", self.ours),
            ("To", self.theirs),
            ("Call-ID", self.id),
            ("CSeq", f"{self.number} {method}"),
            ("Contact", f"<sip:bench@{host}:{port}>"),
        )
        return sip.Message(f"{method} {self.target} SIP/2.0", headers)


def _socket(host: str) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
    made.setblocking(False)
    made.bind((host, 0))
    return made


def _towards(server: Address) -> str:
    """Our own address as the server sees it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(server)
        address: str = probe.getsockname()[0]
        return address


def _media(sdp: str) -> Address:
    host = re.search(r"^c=IN IP4 (\S+)", sdp, re.MULTILINE)
    port = re.search(r"^m=audio (\d+)", sdp, re.MULTILINE)
    if not host or not port:
        raise CallFailedError("Asterisk sent no SDP for audio")
    return host[1], int(port[1])


def _stamp(extra: list[tuple[int, int, bytes]]) -> float:
    for _, kind, data in extra:
        if kind == rtp.SO_TIMESTAMPNS:
            seconds, nanoseconds = struct.unpack("@qq", data[:16])
            return float(seconds + nanoseconds / 1e9)
    return time.time()
