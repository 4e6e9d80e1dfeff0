"""What Twilio keeps comes into the spool once, whole, and is deleted there; whatever is cut off when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from stat import S_IMODE
from threading import Event
from typing import IO

import pytest

from ivr import wiring
from ivr.calls.fetching import PATIENCE
from ivr.calls.ports import NewCall, TurnEntry
from ivr.conversation.actions import DropMessage, Record
from ivr.conversation.events import Pressed, Recorded
from ivr.conversation.state import State, Step, Turn
from ivr.errors import OperatorError
from ivr.lines.twilio import recordings
from ivr.lines.twilio.media import LeavingError, MediaError
from ivr.lines.twilio.recordings import LEASE, RecordingFetcher
from ivr.records.history import History
from ivr.records.recordings import SqlKeptRecordings
from ivr.records.store import SqlRecords
from ivr.records.views import RecordingLine

pytestmark = pytest.mark.usefixtures("migrated_once")

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
CALL = NewCall("CA1", "twilio", "+37167000000", "+37126000001")
SPOKEN = Recorded("messages/CA1-1.wav", 8.0, source="RE1")
SOUND = b"RIFF....WAVE and so on"


class KilledError(Exception):
    """The process is no more."""


@dataclass
class FakeMedia:
    """Twilio with some recordings; what is in ``troubles`` happens instead, one after another."""

    kept: dict[str, bytes] = field(default_factory=lambda: {"RE1": SOUND, "RE2": SOUND})
    troubles: list[Exception | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def download(self, sid: str, to: IO[bytes], going_on) -> None:
        self.asked.append(f"get {sid}")
        to.write(self.kept.get(sid, b"")[:9])
        self._trouble()
        if not going_on():
            raise LeavingError("leaving")
        to.write(self.kept[sid][9:])

    def delete(self, sid: str) -> None:
        self.asked.append(f"delete {sid}")
        self._trouble()
        self.kept.pop(sid, None)

    def _trouble(self) -> None:
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is not None:
            raise trouble


@dataclass
class World:
    records: SqlRecords
    spool: Path
    now: datetime = NOON
    twilio: FakeMedia = field(default_factory=FakeMedia)

    def __post_init__(self) -> None:
        self.kept = SqlKeptRecordings(self.records.engine)
        self.fetcher = RecordingFetcher(self.kept, self.twilio, self.spool, lambda: self.now)

    def turn(self, number: int, event, *actions, step: Step = Step.CONFIRM) -> None:
        state = State(step, "lv", CALL.called, CALL.caller)
        self.records.save(TurnEntry(CALL, number, self.now, event, Turn(state, actions), "f1"))

    def fetch(self, after: timedelta = timedelta(0)) -> None:
        self.now += after
        self.fetcher.fetch_due()

    def told(self) -> RecordingLine:
        return History(self.records.engine).transcript("CA1").recordings[0]

    def sound(self) -> bytes | None:
        path = self.spool / SPOKEN.reference
        return path.read_bytes() if path.exists() else None

    def files(self) -> list[str]:
        return sorted(path.name for path in self.spool.rglob("*") if path.is_file())


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Somebody has left a message, and Twilio keeps it."""
    made = World(wiring.records("sqlite://"), tmp_path / "spool")
    made.turn(0, None)
    made.turn(1, Pressed("1"), Record("sales", 120, 4), step=Step.MESSAGE)
    made.turn(2, SPOKEN)
    return made


def drop(world: World) -> None:
    world.turn(3, Pressed("2"), DropMessage(SPOKEN.reference))


def test_a_message_comes_into_the_spool_and_twilio_forgets_it(world: World) -> None:
    world.fetch()
    assert world.sound() == SOUND
    assert world.files() == ["CA1-1.wav"]
    assert "RE1" not in world.twilio.kept
    assert (world.told().fetched_at, world.told().next_at) == (NOON, None)
    world.fetch(timedelta(days=1))
    assert world.twilio.asked == ["get RE1", "delete RE1"]


def test_the_sound_is_for_its_owner_and_group_alone(world: World) -> None:
    world.fetch()
    assert S_IMODE((world.spool / SPOKEN.reference).stat().st_mode) == 0o640


def test_a_message_said_anew_is_deleted_without_being_fetched(world: World) -> None:
    drop(world)
    world.fetch()
    assert (world.twilio.asked, world.files()) == (["delete RE1"], [])


def test_a_message_said_anew_after_it_was_fetched_is_deleted_in_the_spool(world: World) -> None:
    world.fetch()
    drop(world)
    world.fetch()
    assert world.files() == []
    assert world.told().next_at is None


def test_a_message_said_anew_while_it_is_fetched_is_deleted_in_the_end(world: World, monkeypatch) -> None:
    download = world.twilio.download

    def meanwhile(sid: str, to: IO[bytes], going_on) -> None:
        download(sid, to, going_on)
        drop(world)

    monkeypatch.setattr(world.twilio, "download", meanwhile)
    world.fetch()
    assert world.files() == []
    assert world.twilio.asked == ["get RE1", "delete RE1"]


def test_what_is_not_ready_is_had_a_little_later(world: World) -> None:
    world.twilio.troubles = [MediaError("404"), OSError("disk full")]
    world.fetch()
    assert world.files() == []
    world.fetch(timedelta(seconds=5))
    world.fetch(timedelta(seconds=9))
    assert world.twilio.asked == ["get RE1"] * 2
    world.fetch(timedelta(seconds=1))
    assert world.sound() == SOUND


def test_one_that_fails_does_not_keep_the_others_waiting(world: World) -> None:
    world.turn(3, Recorded("messages/CA1-2.wav", 3.0, source="RE2"))
    world.twilio.troubles = [MediaError("404")]
    world.fetch()
    assert world.files() == ["CA1-2.wav"]


def test_what_twilio_would_not_delete_is_deleted_later_and_not_fetched_again(world: World) -> None:
    world.twilio.troubles = [None, OperatorError("503")]
    world.fetch()
    world.fetch(timedelta(seconds=5))
    assert world.twilio.asked == ["get RE1", "delete RE1", "delete RE1"]
    assert world.told().next_at is None


@pytest.mark.parametrize("given_up", ["recording_lost", "recording_left_at_twilio"])
def test_what_never_works_is_given_up_and_told(world: World, capsys, given_up: str) -> None:
    if given_up == "recording_left_at_twilio":
        drop(world)
    world.twilio.troubles = [MediaError("404"), MediaError("404")]
    world.fetch()
    world.fetch(PATIENCE + timedelta(seconds=1))
    assert given_up in capsys.readouterr().out
    assert (world.told().next_at, world.told().fetched_at, world.told().source) == (None, None, "RE1")


@pytest.mark.parametrize("step", ["download", "replace", "fetched", "delete", "deleted"])
def test_whoever_is_killed_at_any_step_leaves_it_to_the_next(world: World, monkeypatch, step: str) -> None:
    def kill(*_: object, **__: object) -> None:
        raise KilledError

    whose = {"download": world.twilio, "delete": world.twilio, "replace": Path}.get(step, world.kept)
    with monkeypatch.context() as patched:
        patched.setattr(whose, step, kill)
        with pytest.raises(KilledError):
            world.fetch()
    world.fetch(LEASE - timedelta(seconds=1))
    assert world.told().next_at is not None  # nobody takes it up yet
    world.fetch(timedelta(seconds=1))
    assert (world.sound(), world.files()) == (SOUND, ["CA1-1.wav"])
    assert "RE1" not in world.twilio.kept
    assert world.told().next_at is None


def test_what_a_killed_process_left_half_is_removed(world: World) -> None:
    parts = world.spool / recordings.PARTS
    parts.mkdir(parents=True)
    (parts / "CA1-1.abc.part").write_bytes(b"RIFF")
    (parts / "CA2-1.abc.part").write_bytes(b"RIFF")  # somebody else's
    world.fetch()
    assert world.files() == ["CA1-1.wav", "CA2-1.abc.part"]


def test_whoever_leaves_in_the_middle_leaves_nothing_half(world: World, monkeypatch) -> None:
    download = world.twilio.download

    def leaving(sid: str, to: IO[bytes], going_on) -> None:
        world.fetcher.drain(0)
        download(sid, to, going_on)

    monkeypatch.setattr(world.twilio, "download", leaving)
    world.fetch()
    assert (world.files(), world.told().next_at) == ([], NOON)  # for the next service, at once


def test_a_name_outside_the_spool_is_never_written(world: World) -> None:
    world.turn(3, Recorded("../../x.wav", 3.0, source="RE2"))
    world.fetch()
    assert world.files() == ["CA1-1.wav"]
    assert "RE2" in world.twilio.kept


def test_the_thread_fetches_until_it_is_stopped(world: World, monkeypatch) -> None:
    monkeypatch.setattr(world.fetcher, "every", 0.001)
    fetched, trouble = Event(), [KilledError("not foreseen"), OperatorError("database gone")]

    def fetch_due() -> None:
        if trouble:
            raise trouble.pop()
        fetched.set()

    monkeypatch.setattr(world.fetcher, "fetch_due", fetch_due)
    world.fetcher.start()
    assert fetched.wait(10)
    assert world.fetcher.drain(0)
    world.fetcher.stop()
    assert (world.spool / "messages").is_dir()
