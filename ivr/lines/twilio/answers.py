"""What Twilio is answered, as HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

TEXT, TWIML, WAV = b"text/plain; charset=utf-8", b"text/xml; charset=utf-8", b"audio/wav"
LASTING = b"public, max-age=31536000, immutable"
PASSING = b"private, max-age=300"  # what was said to one person, who may not hear it again
_BODILESS = frozenset({204, 304})

Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A response."""

    status: int
    body: bytes = b""
    kind: bytes = TEXT  # its media type
    headers: Headers = ()  # besides its type and its length

    @property
    def all_headers(self) -> Headers:
        """Every header, as ASGI wants them."""
        if self.status in _BODILESS:
            return self.headers
        length = str(len(self.body)).encode()
        return ((b"content-type", self.kind), (b"content-length", length), *self.headers)


def twiml(text: str | None) -> Answer:
    """What is to be done now; nothing (204) where Twilio only tells something."""
    return Answer(204) if text is None else Answer(200, text.encode(), TWIML)


def refused(status: int, why: str) -> Answer:
    """Why a request is not answered, in a sentence. What is left of it is not read."""
    return Answer(status, f"{why}\n".encode(), headers=((b"connection", b"close"),))


def lasting(wav: bytes) -> Answer:
    """A sound that is the same for everybody and for ever."""
    return Answer(200, wav, WAV, ((b"cache-control", LASTING),))


def sound(path: Path, lasting: bool, known: bytes) -> Answer:
    """A prompt.

    Args:
        path: its file, named by what it holds.
        lasting: it never changes under the name by which it was asked for.
        known: If-None-Match: what whoever asks has already.

    Raises:
        OSError: the file cannot be read.
    """
    tag = f'"{path.stem}"'.encode()
    headers = ((b"etag", tag), (b"cache-control", LASTING if lasting else PASSING))
    if tag in (each.strip().removeprefix(b"W/") for each in known.split(b",")):
        return Answer(304, headers=headers)
    changed = formatdate(path.stat().st_mtime, usegmt=True).encode()
    return Answer(200, path.read_bytes(), WAV, (*headers, (b"last-modified", changed)))
