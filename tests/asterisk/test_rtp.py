"""The sound of the harness's telephone, without any Asterisk."""

from __future__ import annotations

import numpy as np
import pytest

from tests.asterisk.rtp import CODECS, FRAME, KEY_TICKS, RATE, Ear, Packet, Sound, key_ticks

FIRST = Packet(True, 0, 1, 5000, 77, b"")


def sound(value: int) -> Sound:
    return np.full(FRAME, value, np.int16)


@pytest.mark.parametrize("codec", CODECS.values(), ids=lambda codec: codec.name)
def test_a_law_gives_back_its_own_levels_and_is_close_to_every_other(codec) -> None:
    assert np.array_equal(codec.decode(codec.encode(codec.levels)), codec.levels)
    every = np.arange(-32000, 32000, 7, dtype=np.int16)
    error = np.abs(codec.decode(codec.encode(every)).astype(int) - every)
    assert np.all(error <= np.maximum(np.abs(every.astype(int)) // 16, 16))


@pytest.mark.parametrize(
    ("code", "ulaw", "alaw"), [(0x00, -32124, -5504), (0x80, 32124, 5504), (0xFF, 0, 848), (0x55, -716, -8)]
)
def test_the_laws_are_those_of_g711(code: int, ulaw: int, alaw: int) -> None:
    assert (int(CODECS[0].levels[code]), int(CODECS[8].levels[code])) == (ulaw, alaw)


def test_a_packet_survives_the_wire() -> None:
    packet = Packet(True, 101, 65535, 2**32 - 1, 42, b"abc")
    assert Packet.parse(packet.render()) == packet


@pytest.mark.parametrize("datagram", [b"", b"\x80\xc8" + bytes(26), b"\x00\x01" + bytes(18), b"\x80\x00"])
def test_what_is_no_rtp_is_left_alone(datagram: bytes) -> None:
    assert Packet.parse(datagram) is None


def test_sound_stands_where_its_timestamp_says_however_late_it_arrives() -> None:
    ear = Ear()
    ear.place(FIRST, sound(1), 1.0)
    ear.place(FIRST._replace(marker=False, timestamp=5000 + 2 * FRAME), sound(3), 1.9)
    ear.place(FIRST._replace(marker=False, timestamp=5000 + FRAME), sound(2), 1.95)
    assert list(ear.sound(RATE, RATE + 3 * FRAME)[::FRAME]) == [1, 2, 3]


def test_after_a_pause_a_marker_stands_at_the_time_of_day() -> None:
    ear = Ear()
    ear.place(FIRST, sound(1), 1.0)
    ear.place(FIRST._replace(timestamp=5000 + FRAME), sound(2), 3.0)
    assert int(ear.sound()[3 * RATE]) == 2
    assert ear.arrival(3 * RATE) == pytest.approx(3.0)
    assert ear.stalls == []


def test_a_sender_that_stalls_for_a_moment_leaves_no_hole_but_is_remembered() -> None:
    ear = Ear()
    ear.place(FIRST, sound(1), 1.0)
    ear.place(FIRST._replace(timestamp=5000 + 3 * FRAME), sound(2), 1.06)
    assert int(ear.sound()[RATE + FRAME]) == 2
    assert ear.stalls == [(RATE + FRAME, 2 * FRAME)]
    assert ear.arrival(RATE + FRAME) == pytest.approx(1.06)


@pytest.mark.parametrize("change", [{"timestamp": 2**31}, {"source": 78, "timestamp": 1}, {"timestamp": 4}])
def test_a_jump_of_the_timestamp_begins_anew_and_needs_no_memory(change: dict[str, int]) -> None:
    ear = Ear()
    ear.place(FIRST, sound(1), 1.0)
    ear.place(FIRST._replace(marker=False, **change), sound(2), 2.0)
    assert ear.end == 2 * RATE + FRAME


def test_a_key_is_sent_as_one_event_whose_end_is_sent_three_times() -> None:
    ticks = list(key_ticks("#", 101))
    ends = [tick for tick in ticks if tick.payload[1] & 0x80]
    lengths = [int.from_bytes(tick.payload[2:]) for tick in ticks]
    assert [tick.marker for tick in ticks] == [True] + [False] * (len(ticks) - 1)
    assert [tick.back for tick in ticks] == list(range(len(ticks)))
    assert {tick.payload[0] for tick in ticks} == {11}
    assert (len(ends), lengths[-1]) == (3, KEY_TICKS * FRAME)
