"""The bundle of an incident: a zip that stands for itself, with everything listed, and the list signed.

There is one way to write the zip (files stored as they are, in the order of the list, all at the time of the
export), so that even a byte between the files cannot change unseen.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ivr.evidence import chain, signing, story
from ivr.evidence.chain import Entry

FORMAT = "ivr-incident/1"
MANIFEST, SIGNATURE, PUBLIC_KEY = "manifest.json", "manifest.sig", "public-key.pem"
ENTRIES, TEXT, JSON, README = "entries.jsonl", "transcript.txt", "transcript.json", "README.txt"
RECORDINGS = "recordings/"
NAME = re.compile(r"(recordings/)?[A-Za-z0-9][A-Za-z0-9._-]{0,200}")  # of a file: no way out of any folder
_UNIX, _PLAIN_FILE = 3, 0o100644
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can tell


@dataclass(frozen=True, slots=True)
class Export:
    """Who takes a bundle out, and when."""

    at: datetime  # aware
    by: str


def pack(
    entries: Sequence[Entry], recordings: Mapping[str, bytes], export: Export, key: Ed25519PrivateKey
) -> bytes:
    """The bundle of an incident.

    Args:
        entries: all of them, in their order.
        recordings: by name of the file, without a folder.
    """
    files = _files(entries, recordings)
    public = key.public_key()
    manifest = chain.canonical(
        {
            "format": FORMAT,
            "incident": entries[0].incident,
            "exported_at": export.at.isoformat(),
            "exported_by": export.by,
            "entries": len(entries),
            "head": chain.head(entries),
            "key": signing.fingerprint(public),
            "files": [listed(name, content) for name, content in files.items()],
        }
    ).encode()
    whole = {MANIFEST: manifest, SIGNATURE: key.sign(manifest), PUBLIC_KEY: signing.public_pem(public)}
    return zipped({**whole, **files}.items(), export.at)


def listed(name: str, content: bytes) -> dict[str, object]:
    """A file as the manifest lists it."""
    return {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def zipped(files: Iterable[tuple[str, bytes]], at: datetime) -> bytes:
    """The one zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, content in files:
            made.writestr(_header(name, at), content)
    return out.getvalue()


def recording_name(reference: str) -> str:
    """Name in the bundle of a recording in the spool: ``calls/1764.1.wav`` is ``calls-1764.1.wav``."""
    return re.sub(r"[^A-Za-z0-9._-]", "-", reference).lstrip("._-")[:200] or "recording"


def _header(name: str, at: datetime) -> zipfile.ZipInfo:
    header = zipfile.ZipInfo(name, max(at.timetuple()[:6], _EARLIEST))
    header.create_system, header.external_attr = _UNIX, _PLAIN_FILE << 16
    return header


def _files(entries: Sequence[Entry], recordings: Mapping[str, bytes]) -> dict[str, bytes]:
    told = {
        ENTRIES: "".join(f"{chain.line(entry)}\n" for entry in entries),
        TEXT: story.text(entries),
        JSON: f"{chain.canonical(story.rows(entries))}\n",
        README: _README,
    }
    written = {name: text.encode() for name, text in told.items()}
    return written | {f"{RECORDINGS}{name}": recordings[name] for name in sorted(recordings)}


_README = """\
Evidence of an incident in a telephone call with an automated assistant.

manifest.json    every file with its size and SHA-256, the number of entries, the hash of the last entry
manifest.sig     the company's signature of manifest.json (Ed25519)
public-key.pem   the key by which the signature is examined; ask the company for its fingerprint
entries.jsonl    what was kept, one entry a line, each with the hash of the one before it
transcript.*     the same, to read
recordings/      the sound of the call, where it was recorded

To examine it:       ivr incident verify FILE.zip --key FINGERPRINT
With other tools:    openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin \\
                         -in manifest.json -sigfile manifest.sig
                     sha256sum FILE, against manifest.json
The fingerprint of the key is the SHA-256 of its 32 bytes, in hex. The hash of an entry is the SHA-256 of its
other fields as JSON with sorted keys and no spaces, in UTF-8.
"""
