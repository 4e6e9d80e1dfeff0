"""Fetches what Twilio keeps of our calls into the spool, and has Twilio delete it.

Nothing stays at Twilio once it lies in the spool: two copies would be one too many to guard. What is
not to be kept (a message that was said anew) is deleted without being fetched. Each step may be cut off: what
was not noted is done again by whoever takes the recording up next, and comes out the same.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import IO, Protocol

from ivr.calls.background import Background
from ivr.calls.fetching import KeptRecording, KeptRecordings, next_try
from ivr.calls.spool import prepare_spool, recording_path
from ivr.clock import Clock, utc_now
from ivr.errors import IvrError
from ivr.lines.twilio.media import LeavingError
from ivr.log import logger

LINE = "twilio"  # as in NewCall.line
LOOK_EVERY = 5.0  # seconds
LEASE = timedelta(minutes=10)  # nobody else takes up a recording for so long
EXPECTED_TRIES = 3  # Twilio tells of a recording before its sound is ready
PARTS = "fetching"  # folder of the spool with what is not whole yet
_MODE = 0o640  # for operators of the group; it is somebody's voice


class Media(Protocol):
    """Recordings at Twilio. Both methods raise an IvrError where it did not work."""

    def download(self, sid: str, to: IO[bytes], going_on: Callable[[], bool]) -> None:
        """Write the sound, as wav, ``to`` a file. Raises LeavingError when ``going_on`` says no."""

    def delete(self, sid: str) -> None:
        """Have Twilio forget it; nothing happens where it has."""


class RecordingFetcher(Background):
    """One recording after another."""

    def __init__(self, kept: KeptRecordings, media: Media, spool: Path, clock: Clock = utc_now) -> None:
        super().__init__("recordings", LOOK_EVERY)
        self._kept, self._media, self._spool, self._clock = kept, media, spool, clock

    def start(self) -> None:
        """Begin to fetch. Raises OperatorError where the spool cannot be written."""
        prepare_spool(self._spool)
        super().start()

    def look(self) -> None:
        """See ``fetch_due``."""
        self.fetch_due()

    def fetch_due(self) -> None:
        """Deal with everything that is due. Raises RecordsUnavailableError."""
        while not self._leaving.is_set():
            now = self._clock()
            recording = self._kept.take_up(LINE, now, now + LEASE)
            if recording is None:
                return
            self._try(recording)

    def _try(self, recording: KeptRecording) -> None:
        try:
            self._deal_with(recording)
        except LeavingError:
            self._kept.postpone(recording, self._clock())
        except (IvrError, OSError) as error:
            self._try_later(recording, error)

    def _deal_with(self, recording: KeptRecording) -> None:
        path = recording_path(self._spool, recording.reference)
        if recording.dropped:
            path.unlink(missing_ok=True)
        elif not recording.fetched:
            self._fetch(recording, path)
            if not self._kept.fetched(recording, self._clock()):
                return  # dropped meanwhile, and due again
        self._media.delete(recording.source)
        self._kept.deleted(recording)
        done = "recording_dropped" if recording.dropped else "recording_fetched"
        logger().info(done, call_id=recording.call_id, reference=recording.reference)

    def _fetch(self, recording: KeptRecording, path: Path) -> None:
        with _replacing(path, self._spool / PARTS) as file:
            self._media.download(recording.source, file, lambda: not self._leaving.is_set())

    def _try_later(self, recording: KeptRecording, error: Exception) -> None:
        again = next_try(recording, self._clock())
        self._kept.postpone(recording, again)
        told = {"call_id": recording.call_id, "source": recording.source, "tries": recording.tries}
        if again is None:
            what = "recording_left_at_twilio" if recording.fetched or recording.dropped else "recording_lost"
            logger().error(what, **told, why=str(error))
        elif recording.tries > EXPECTED_TRIES:
            logger().warning("recording_not_fetched", **told, why=str(error))


@contextmanager
def _replacing(path: Path, parts: Path) -> Iterator[IO[bytes]]:
    """A file in ``parts`` that becomes ``path`` when all went well, on disk, and vanishes otherwise."""
    parts.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_left(path, parts)
    with tempfile.NamedTemporaryFile(dir=parts, prefix=f"{path.stem}.", suffix=".part", delete=False) as file:
        try:
            yield file
            file.flush()
            os.fchmod(file.fileno(), _MODE)
            os.fsync(file.fileno())
            Path(file.name).replace(path)
            _sync(path.parent)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _remove_left(path: Path, parts: Path) -> None:
    """What a process that was killed left of it, or one that is too slow is writing."""
    for left in parts.iterdir():
        if left.name.startswith(f"{path.stem}."):
            left.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """A file that took another's place is there after a loss of power only once its folder is on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
