"""Names of recordings within the spool, the folder that lines write and operators listen to."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from ivr.errors import OperatorError

FOLDERS = ("messages", "calls")
MODE = 0o2770  # a line may write here under another user of the same group
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")


def call_recording(call_id: str) -> str:
    """Reference of the recording of a whole call (MonitorCall), the same for the line and for the records."""
    return f"calls/{_name(call_id)}.wav"


def message_recording(call_id: str, number: int) -> str:
    """Reference of what is recorded (Record) in turn ``number`` of a call."""
    return f"messages/{_name(call_id)}-{number}.wav"


def prepare_spool(spool: Path) -> None:
    """Make the folders of recordings. Raises OperatorError where they cannot be made."""
    try:
        for folder in (spool / name for name in FOLDERS):
            folder.mkdir(parents=True, exist_ok=True)
            with suppress(PermissionError):  # somebody else's folder: they have set it up as they want it
                folder.chmod(MODE)
    except OSError as error:
        raise unwritable(spool, error) from error


def unwritable(spool: Path, error: OSError) -> OperatorError:
    """The system's complaint as a sentence."""
    return OperatorError(
        f"{error.filename or spool} cannot be written ({error.strerror}). "
        f"Let the service write the folder {spool}, or set IVR_SPOOL to another one."
    )


def recording_path(spool: Path, reference: str) -> Path:
    """The file of a reference. Raises OperatorError when it would lie outside the spool."""
    path = (spool / reference).resolve()
    if not path.is_relative_to(spool.resolve()):
        raise OperatorError(f'The recording "{reference}" would lie outside the spool {spool}.')
    return path


def _name(call_id: str) -> str:
    """A call id comes from outside: whatever could mean something in a path is written as its code point
    between two _, so that no two calls share a name.
    """
    return _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", call_id)
