"""Examines a bundle with nothing but the bundle: what shows that it is not as it was signed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ivr.evidence import bundle, chain, signing
from ivr.evidence.chain import Entry

MOST_BYTES = 2_000_000_000  # of a bundle, all of its files together
_MANIFEST: dict[str, type] = {"format": str, "incident": str, "exported_at": str, "exported_by": str}
_MANIFEST |= {"entries": int, "head": str, "key": str, "files": list}
_LISTED: dict[str, type] = {"name": str, "bytes": int, "sha256": str}


@dataclass(frozen=True, slots=True)
class Findings:
    """What the examination of a bundle came to."""

    faults: tuple[str, ...]  # none: it is as it was signed
    fingerprint: str | None  # of the key that signed it; None where no signature holds
    incident: str | None = None
    exported_at: str | None = None
    entries: int = 0


def verify(content: bytes, key: str | None = None) -> Findings:
    """Examine a bundle.

    Args:
        content: the whole file.
        key: fingerprint of the key that must have signed it, in any grouping.
    """
    try:
        files = _unzipped(content)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        return Findings((f"The file is not a bundle, or damaged: {error}.",), None)
    manifest = _manifest(files.get(bundle.MANIFEST, b""))
    if manifest is None:
        return Findings((f"{bundle.MANIFEST} is missing, or not written as one.",), None)
    signed, found = _signature(files, manifest, key)
    entries, unread = _entries(files)
    faults = (
        *found,
        *_listed(files, manifest),
        *unread,
        *chain.faults(entries),
        *_ends(entries, manifest),
        *_recordings(files, entries),
        *_container(content, files, manifest),
    )
    told = (manifest["incident"], manifest["exported_at"], len(entries))
    return Findings(tuple(dict.fromkeys(faults)), signed, *told)


def _unzipped(content: bytes) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        if sum(info.file_size for info in found.infolist()) > MOST_BYTES:
            raise ValueError("it is larger than any bundle")
        for info in found.infolist():
            if info.filename in files or not bundle.NAME.fullmatch(info.filename):
                raise ValueError(f"a file in it is named {info.filename!a}, which none is, or twice")
            if info.compress_type != zipfile.ZIP_STORED:
                raise ValueError(f"{info.filename} is compressed, which no file of a bundle is")
            files[info.filename] = found.read(info)
    return files


def _manifest(content: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(content)
    except ValueError:
        return None
    ok = _has(found, _MANIFEST) and all(_has(each, _LISTED) for each in found["files"])
    return found if ok and found["format"] == bundle.FORMAT else None


def _has(found: Any, fields: Mapping[str, type]) -> bool:
    return isinstance(found, dict) and all(type(found.get(name)) is kind for name, kind in fields.items())


def _signature(
    files: Mapping[str, bytes], manifest: Mapping[str, Any], key: str | None
) -> tuple[str | None, tuple[str, ...]]:
    """Fingerprint of the key whose signature holds, and what is wrong."""
    public = signing.read_public(files.get(bundle.PUBLIC_KEY, b""))
    if public is None:
        return None, (f"{bundle.PUBLIC_KEY} is missing, or holds no Ed25519 key.",)
    found = signing.fingerprint(public)
    wrong = []
    if not signing.is_signed(public, files.get(bundle.SIGNATURE, b""), files[bundle.MANIFEST]):
        wrong.append(f"The signature of {bundle.MANIFEST} is wrong: it, or the list itself, was changed.")
    if manifest["key"] != found:
        wrong.append(f"{bundle.MANIFEST} names another key than {bundle.PUBLIC_KEY} holds.")
    if key is not None and plain(key) != found:
        wrong.append(f"It is signed by the key {found}, not by {plain(key)}.")
    return (None if wrong else found), tuple(wrong)


def plain(fingerprint: str) -> str:
    """A fingerprint however it is grouped: small letters, nothing between them."""
    return "".join(char for char in fingerprint.lower() if char.isalnum())


def _listed(files: Mapping[str, bytes], manifest: Mapping[str, Any]) -> Iterator[str]:
    listed = {each["name"]: each for each in manifest["files"]}
    for name, each in listed.items():
        if name not in files:
            yield f"{name} is missing."
        elif bundle.listed(name, files[name]) != each:
            yield f"{name} was changed: its size or SHA-256 is not the one that is signed."
    unsigned = {bundle.MANIFEST, bundle.SIGNATURE, bundle.PUBLIC_KEY}
    yield from (
        f"{name} was added: the list does not have it." for name in files if name not in {*listed, *unsigned}
    )


def _entries(files: Mapping[str, bytes]) -> tuple[list[Entry], tuple[str, ...]]:
    read, wrong = [], []
    for number, text in enumerate(files.get(bundle.ENTRIES, b"").split(b"\n")[:-1], start=1):
        try:
            read.append(chain.entry_of(text.decode()))
        except (ValueError, RecursionError) as error:
            wrong.append(f"Line {number} of {bundle.ENTRIES} cannot be read: {error}.")
    return read, tuple(wrong)


def _ends(entries: list[Entry], manifest: Mapping[str, Any]) -> Iterator[str]:
    if len(entries) != manifest["entries"] or chain.head(entries) != manifest["head"]:
        signed, there = manifest["entries"], len(entries)
        yield f"The entries do not end where they did: {signed} were signed, {there} are there."
    if entries and (entries[0].kind != "opening" or entries[0].incident != manifest["incident"]):
        yield "The first entry is not the opening of this incident."


def _recordings(files: Mapping[str, bytes], entries: list[Entry]) -> Iterator[str]:
    """A recording that was sealed is there, as it was then."""
    for entry in entries:
        if entry.kind == "sealed":
            reference = str(entry.body.get("reference"))
            sound = files.get(f"{bundle.RECORDINGS}{bundle.recording_name(reference)}")
            if sound is None:
                yield f"The recording {reference} is missing."
            elif hashlib.sha256(sound).hexdigest() != entry.body.get("sha256"):
                yield f"The recording {reference} is not the one that entry {entry.seq} tells of."


def _container(content: bytes, files: Mapping[str, bytes], manifest: Mapping[str, Any]) -> Iterator[str]:
    try:
        at = datetime.fromisoformat(manifest["exported_at"])
        same = bundle.zipped(files.items(), at) == content
    except ValueError:
        same = False
    if not same:
        yield "The zip itself was changed, or packed anew: it is not the one that was exported, byte by byte."
