"""The sound of recordings at Twilio: download it, delete it.

https://www.twilio.com/docs/voice/api/recording: the sound is at the address of the recording and ".wav", for
whoever has credentials of the account; 404 until Twilio has it ready, and after it was deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import IO

import requests
from twilio.base.exceptions import TwilioRestException

from ivr.errors import IvrError
from ivr.lines.twilio import rest
from ivr.lines.twilio.form import printable
from ivr.settings import TwilioSettings

API_URL = "https://api.twilio.com"
CONNECT_SECONDS, READ_SECONDS = 5.0, 30.0
MOST_SECONDS = 480.0  # of one download; ``recordings.LEASE`` is longer
MOST_BYTES = 1 << 30  # nine hours in stereo, as Twilio gives it: 8 kHz, 16 bit
_CHUNK = 1 << 16  # bytes
_SOUND = frozenset({"audio/x-wav", "audio/wav", "audio/wave", "audio/vnd.wave"})
_GONE = 404


class MediaError(IvrError):
    """The sound was not had; it may be later."""


class LeavingError(IvrError):
    """The service leaves; what was begun is to be done anew."""


class TwilioMedia:
    """Recordings of one account. May be used from one thread."""

    def __init__(self, given: TwilioSettings) -> None:
        self._client = rest.client(given)
        self._auth = given.api_key or (given.account, given.tokens[0])
        self._base = f"{given.api_url or API_URL}/2010-04-01/Accounts/{given.account}/Recordings"
        self._session = requests.Session()
        self._session.max_redirects = 3

    def download(self, sid: str, to: IO[bytes], going_on: Callable[[], bool]) -> None:
        """Write the sound of a recording, as wav, ``to`` an empty file.

        Args:
            sid: RecordingSid.
            to: may be read, too.
            going_on: asked between parts; False ends it.

        Raises:
            MediaError: Twilio has not got it (yet), is not reached, or sends something else than sound.
            LeavingError: it is not to go on.
        """
        with _explained(), self._get(sid) as response:
            _check(response)
            size = _save(response, to, going_on)
        expected = response.headers.get("Content-Length", str(size))
        if expected != str(size):
            raise MediaError(f"Twilio broke off after {size} of {printable(expected, 20)} bytes.")

    def delete(self, sid: str) -> None:
        """Have Twilio forget a recording; none is nothing to forget. Raises OperatorError."""
        with rest.explained():
            try:
                self._client.recordings(sid).delete()
            except TwilioRestException as error:
                if error.status != _GONE:
                    raise

    def close(self) -> None:
        """Give connections back."""
        self._session.close()

    def _get(self, sid: str) -> requests.Response:
        return self._session.get(
            f"{self._base}/{sid}.wav",
            auth=self._auth,
            headers={"Accept-Encoding": "identity"},  # so that Content-Length counts what is written
            stream=True,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
        )


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except requests.RequestException as error:
        why = f"{type(error).__name__}). Look at this machine's network and proxy."
        raise MediaError(f"The sound cannot be had from Twilio ({why}") from error


def _check(response: requests.Response) -> None:
    if response.status_code != requests.codes.ok:
        raise MediaError(f"Twilio answered {response.status_code} when it was asked for the sound.")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in _SOUND:
        raise MediaError(f'Twilio sent "{printable(kind, 60)}" and not a wav file.')


def _save(response: requests.Response, to: IO[bytes], going_on: Callable[[], bool]) -> int:
    """How many bytes it was."""
    size, until = 0, monotonic() + MOST_SECONDS
    for chunk in response.iter_content(_CHUNK):
        size += len(chunk)
        if size > MOST_BYTES or monotonic() > until:
            raise MediaError(f"The sound is too long, or comes too slowly: given up after {size} bytes.")
        if not going_on():
            raise LeavingError("The service leaves while a recording is fetched.")
        to.write(chunk)
    to.seek(0)
    head = to.read(12)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        raise MediaError("What Twilio sent is not a wav file, though it says so.")
    return size
