"""The sound of a telephone: G.711 (RFC 3551), RTP, keys as events (RFC 4733), and SDP that offers them."""

from __future__ import annotations

import asyncio
import bisect
import re
import socket
import struct
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.int16]  # samples at RATE, mono

RATE = 8000  # samples a second
FRAME = 160  # samples in a packet of 20 ms
PACE = FRAME / RATE
KEYS = "0123456789*#"  # in the order of their event numbers
KEY_TICKS, END_TICKS, GAP_TICKS = (
    5,
    3,
    3,
)  # a key lasts 100 ms, its end is sent three times, then 60 ms of silence
EVENT_TYPE = 101  # our payload type for keys
ADRIFT = RATE // 2  # a packet further than this from the last one begins a new stretch of sound
LARGEST = 65_535  # bytes in a datagram
SO_TIMESTAMPNS = 35  # Linux: the kernel notes when a datagram arrived; Python has no name for it yet


def _ulaw_levels() -> Sound:
    code = ~np.arange(256, dtype=np.uint8)
    magnitude = (((code & 0x0F).astype(np.int32) << 3) + 0x84) << ((code >> 4) & 7)
    return np.where(code & 0x80, 0x84 - magnitude, magnitude - 0x84).astype(np.int16)


def _alaw_levels() -> Sound:
    code = np.arange(256, dtype=np.uint8) ^ 0x55
    segment, mantissa = (code >> 4) & 7, (code & 0x0F).astype(np.int32)
    magnitude = np.where(
        segment, ((mantissa << 4) + 0x108) << np.maximum(segment.astype(np.int32) - 1, 0), (mantissa << 4) + 8
    )
    return np.where(code & 0x80, magnitude, -magnitude).astype(np.int16)


def _nearest(levels: Sound) -> npt.NDArray[np.uint8]:
    order = np.argsort(levels, kind="stable")
    middles = (levels[order][1:].astype(np.int32) + levels[order][:-1]) / 2
    return order[np.searchsorted(middles, np.arange(-32768, 32768))].astype(np.uint8)


@dataclass(frozen=True)
class Codec:
    """A G.711 law: 256 levels, and for each of the 65536 samples the nearest of them."""

    name: str  # in SDP
    levels: Sound
    nearest: npt.NDArray[np.uint8]

    def decode(self, payload: bytes) -> Sound:
        """Samples of a packet."""
        return self.levels[np.frombuffer(payload, np.uint8)]

    def encode(self, sound: Sound) -> bytes:
        """A packet of samples."""
        return self.nearest[sound.astype(np.int32) + 32768].tobytes()


CODECS = {
    0: Codec("PCMU", _ulaw_levels(), _nearest(_ulaw_levels())),
    8: Codec("PCMA", _alaw_levels(), _nearest(_alaw_levels())),
}


class Packet(NamedTuple):
    """An RTP packet without its extras (RFC 3550, section 5.1)."""

    marker: bool
    type: int  # payload type
    sequence: int
    timestamp: int
    source: int  # SSRC
    payload: bytes

    def render(self) -> bytes:
        """As it goes over the wire."""
        second = (self.marker << 7) | self.type
        return struct.pack("!BBHII", 0x80, second, self.sequence, self.timestamp, self.source) + self.payload

    @classmethod
    def parse(cls, datagram: bytes) -> Packet | None:
        """The packet in a datagram; None when it is no RTP (RTCP, STUN, noise)."""
        if len(datagram) < 12 or datagram[0] >> 6 != 2 or 192 <= datagram[1] <= 223:
            return None
        first, second, sequence, timestamp, source = struct.unpack("!BBHII", datagram[:12])
        body = 12 + 4 * (first & 0x0F)
        if first & 0x10:
            body += 4 + 4 * int.from_bytes(datagram[body + 2 : body + 4])
        return cls(bool(second >> 7), second & 0x7F, sequence, timestamp, source, datagram[body:])


class Ear:
    """What was heard, sample by sample at its time: index / RATE is seconds since the call's start."""

    def __init__(self) -> None:
        self._buffer: Sound = np.zeros(60 * RATE, np.int16)
        self._anchor = (0, 0, -1)  # position and timestamp where this stretch began, and its SSRC
        self._arrivals: list[tuple[int, float]] = []  # position of each packet, and when it came
        self.stalls: list[tuple[int, int]] = []  # sample at which the sender stalled, and for how many
        self.end = 0  # samples until the last one heard

    def place(self, packet: Packet, sound: Sound, at: float) -> None:
        """Put a packet that arrived ``at`` seconds after the call's start where it belongs."""
        begin = self._position(packet, round(at * RATE))
        stop = begin + len(sound)
        if begin < 0 or not len(sound):
            return
        self._make_room(stop)
        self._buffer[begin:stop] = sound
        self._arrivals.append((begin, at))
        self.end = max(self.end, stop)

    def sound(self, begin: int = 0, end: int | None = None) -> Sound:
        """What was heard from sample ``begin`` to ``end`` (a view); silence where nothing was sent."""
        stop = self.end if end is None else end
        self._make_room(stop)
        return self._buffer[begin:stop]

    def arrival(self, position: int) -> float:
        """When that sample arrived, in seconds since the call's start.

        Not quite position / RATE: Asterisk lets the timestamps of a new prompt follow upon the last one's
        while the pause between them is short, up to 80 ms, and a sender may have been late.
        """
        known = bisect.bisect_right(self._arrivals, position, key=lambda entry: entry[0])
        begin, at = self._arrivals[max(known - 1, 0)]
        return at + (position - begin) / RATE

    def now(self, at: float) -> int:
        """The position that belongs to the moment ``at``: what is heard then is put there."""
        if not self._arrivals:
            return round(at * RATE)
        begin, arrived = self._arrivals[-1]
        return begin + max(round((at - arrived) * RATE), 0)

    def _position(self, packet: Packet, by_clock: int) -> int:
        position, timestamp, source = self._anchor
        by_stamp = position + ((packet.timestamp - timestamp + 2**31) % 2**32) - 2**31
        if packet.source == source and not packet.marker and abs(by_stamp - self.end) < ADRIFT:
            return by_stamp
        begin = self._resumed(by_clock)
        self._anchor = (begin, packet.timestamp, packet.source)
        return begin

    def _resumed(self, by_clock: int) -> int:
        """Where sound goes on after a jump: by the clock, unless the sender only stalled for a moment.

        Asterisk on a machine that is short of time sends late, and marks the packet after which it is on
        time again: nothing is missing between them.
        """
        missing = by_clock - self.end
        if not self._arrivals or not 0 <= missing < ADRIFT:
            return max(by_clock, self.end)
        self.stalls.append((self.end, missing))
        return self.end

    def _make_room(self, stop: int) -> None:
        if stop > len(self._buffer):
            grown = np.zeros(max(stop, 2 * len(self._buffer)), np.int16)
            grown[: len(self._buffer)] = self._buffer
            self._buffer = grown


class Tick(NamedTuple):
    """What is sent in one 20 ms."""

    type: int | None  # payload type; None for the call's codec
    payload: bytes
    marker: bool = False
    back: int = 0  # ticks since the beginning of the event this belongs to


SILENCE = {kind: Tick(None, codec.encode(np.zeros(FRAME, np.int16))) for kind, codec in CODECS.items()}


def key_ticks(key: str, event_type: int) -> Iterator[Tick]:
    """A pressed key as the packets of RFC 4733, section 2.5.1, and the pause after it."""
    event = KEYS.index(key)
    for tick in range(KEY_TICKS + END_TICKS):
        ended = tick >= KEY_TICKS
        held = FRAME * min(tick + 1, KEY_TICKS)
        yield Tick(event_type, struct.pack("!BBH", event, 0x8A if ended else 0x0A, held), tick == 0, tick)


class Media:
    """The RTP of one call: sends a packet every 20 ms, silence when there is nothing to say, and listens."""

    def __init__(self, address: str) -> None:
        self._socket = stamping_socket(address)
        self.port: int = self._socket.getsockname()[1]
        self.ear = Ear()
        self.codec, self.event_type = 0, EVENT_TYPE
        self.remote: tuple[str, int] | None = None
        self.keys_heard = ""  # keys that the other side pressed
        self.key_down, self.key_up = 0.0, 0.0  # when we last pressed and released one, as it was sent
        self._began = time.time()
        self._queue: deque[Tick] = deque()
        self._drained = asyncio.Event()
        self._last_event = -1
        loop = asyncio.get_running_loop()
        loop.add_reader(self._socket, self._readable)
        self._sender = loop.create_task(self._send())

    def now(self) -> float:
        """Seconds since the call's start: the scale of everything heard."""
        return time.time() - self._began

    async def play(self, sound: Sound) -> None:
        """Send samples in real time; returns when the last has left."""
        whole = np.pad(sound, (0, -len(sound) % FRAME))
        encoded = CODECS[self.codec].encode(whole)
        self._queue.extend(Tick(None, encoded[i : i + FRAME]) for i in range(0, len(encoded), FRAME))
        await self._until_drained()

    async def press(self, key: str) -> None:
        """Press one key; returns 60 ms after it was released."""
        self._queue.extend(key_ticks(key, self.event_type))
        self._queue.extend([SILENCE[self.codec]] * GAP_TICKS)
        await self._until_drained()

    @property
    def closed(self) -> bool:
        """The call is over: nothing more will be heard."""
        return self._socket.fileno() < 0

    def close(self) -> None:
        """Stop sending and listening; what was heard stays."""
        self._sender.cancel()
        self._drained.set()
        if not self.closed:
            asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()

    async def _until_drained(self) -> None:
        self._drained.clear()
        await self._drained.wait()

    async def _send(self) -> None:
        loop = asyncio.get_running_loop()
        source, sequence, stamp = time.time_ns() & 0xFFFFFFFF, 0, 0
        due = loop.time()
        while True:
            tick = self._queue.popleft() if self._queue else SILENCE[self.codec]
            payload_type = self.codec if tick.type is None else tick.type
            begun = (stamp - tick.back * FRAME) & 0xFFFFFFFF
            self._post(
                Packet(
                    tick.marker or not sequence, payload_type, sequence & 0xFFFF, begun, source, tick.payload
                )
            )
            self._note(tick)
            sequence, stamp, due = sequence + 1, stamp + FRAME, due + PACE
            await asyncio.sleep(due - loop.time())

    def _note(self, tick: Tick) -> None:
        if tick.marker:
            self.key_down = self.now()
        if tick.back == KEY_TICKS:
            self.key_up = self.now()
        if not self._queue:
            self._drained.set()

    def _post(self, packet: Packet) -> None:
        if self.remote:
            try:
                self._socket.sendto(packet.render(), self.remote)
            except OSError:  # the other side closed its port a moment before its BYE arrived
                return

    def _readable(self) -> None:
        for datagram, at in waiting(self._socket):
            self._receive(datagram, at - self._began)

    def _receive(self, datagram: bytes, at: float) -> None:
        packet = Packet.parse(datagram)
        if packet and packet.type in CODECS:
            self.ear.place(packet, CODECS[packet.type].decode(packet.payload), at)
        elif packet and packet.type == self.event_type and packet.timestamp != self._last_event:
            self._last_event = packet.timestamp
            self.keys_heard += KEYS[packet.payload[0]] if packet.payload[0] < len(KEYS) else "?"


def stamping_socket(address: str) -> socket.socket:
    """A UDP socket on any port, of whose datagrams the kernel notes when they arrived."""
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
    made.setblocking(False)
    made.bind((address, 0))
    return made


def waiting(on: socket.socket) -> Iterator[tuple[bytes, float]]:
    """The datagrams that have arrived, and the Unix time of each."""
    while True:
        try:
            datagram, extra, _, _ = on.recvmsg(LARGEST, 64)
        except OSError:  # nothing more to read, or the port-unreachable of a packet sent earlier
            return
        yield datagram, _arrival(extra)


def _arrival(extra: list[tuple[int, int, bytes]]) -> float:
    for _, kind, data in extra:
        if kind == SO_TIMESTAMPNS:
            seconds, nanoseconds = struct.unpack("@qq", data[:16])
            return seconds + nanoseconds / 1e9
    return time.time()


def offer(address: str, port: int) -> str:
    """The SDP of a phone that speaks both laws and sends keys as events."""
    return _sdp(address, port, tuple(CODECS), EVENT_TYPE)


def answer(address: str, port: int, media: Media) -> str:
    """The SDP that answers with what was agreed."""
    return _sdp(address, port, (media.codec,), media.event_type)


def agree(media: Media, sdp: str) -> None:
    """Take from the other side's SDP where to send, in which law, and which payload type keys have."""
    host = re.search(r"^c=IN IP4 (\S+)", sdp, re.MULTILINE)
    line = re.search(r"^m=audio (\d+) \S+ ([\d ]+)", sdp, re.MULTILINE)
    if not host or not line:
        raise AssertionError(f"The other side sent no SDP for audio: {sdp!r}")
    media.remote = (host.group(1), int(line.group(1)))
    media.codec = next(int(kind) for kind in line.group(2).split() if int(kind) in CODECS)
    events = re.search(r"^a=rtpmap:(\d+) telephone-event/8000", sdp, re.MULTILINE)
    media.event_type = int(events.group(1)) if events else EVENT_TYPE


def _sdp(address: str, port: int, codecs: tuple[int, ...], event_type: int) -> str:
    maps = [f"a=rtpmap:{kind} {CODECS[kind].name}/{RATE}" for kind in codecs]
    kinds = " ".join(str(kind) for kind in (*codecs, event_type))
    lines = ["v=0", f"o=- {port} {port} IN IP4 {address}", "s=-", f"c=IN IP4 {address}", "t=0 0"]
    lines += [f"m=audio {port} RTP/AVP {kinds}", *maps, f"a=rtpmap:{event_type} telephone-event/{RATE}"]
    lines += [f"a=fmtp:{event_type} 0-15", "a=ptime:20", "a=sendrecv"]
    return "\r\n".join(lines) + "\r\n"
