"""The entries of an incident, each bound to the one before it by its hash.

The hash of an entry is the SHA-256, in hex, of its other fields as canonical JSON: keys in order, no spaces,
UTF-8. So whoever has the entries can compute it again with any tool, and nobody can change, remove, add or
move one without changing all that follow.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

NOTHING_BEFORE = "0" * 64  # what the first entry has for the hash before it
_FIELDS = {"at": str, "body": dict, "hash": str, "incident": str, "kind": str, "prev_hash": str, "seq": int}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry."""

    incident: str  # id
    seq: int  # 1 for the first
    at: str  # when it was written: ISO 8601, in UTC
    kind: str  # "opening", "turn", "end", "recording", "sealed", "note", "access", "hold", "state"
    body: Mapping[str, Any]  # what JSON can say
    prev_hash: str
    hash: str


def canonical(value: object) -> str:
    """``value`` as the one JSON text for it. Raises ValueError on what JSON cannot say (NaN)."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def following(before: Entry | None, incident: str, at: datetime, kind: str, body: Mapping[str, Any]) -> Entry:
    """The entry after ``before``, or the first; ``at`` is aware."""
    seq, prev = (1, NOTHING_BEFORE) if before is None else (before.seq + 1, before.hash)
    bare = Entry(incident, seq, at.astimezone(UTC).isoformat(), kind, body, prev, "")
    return Entry(incident, seq, bare.at, kind, body, prev, hash_of(bare))


def hash_of(entry: Entry) -> str:
    """What its hash has to be."""
    fields = {name: getattr(entry, name) for name in _FIELDS if name != "hash"}
    return hashlib.sha256(canonical(fields).encode()).hexdigest()


def line(entry: Entry) -> str:
    """An entry as a line of JSON, without the end of the line."""
    return canonical({name: getattr(entry, name) for name in _FIELDS})


def entry_of(text: str) -> Entry:
    """The entry of a line. Raises ValueError where it is not written as ``line`` writes one."""
    found = json.loads(text)
    if not isinstance(found, dict) or set(found) != set(_FIELDS) or canonical(found) != text:
        raise ValueError("it is not written as entries are")
    if any(type(found[name]) is not kind for name, kind in _FIELDS.items()):
        raise ValueError("a field is of the wrong kind")
    return Entry(**found)


def faults(entries: Sequence[Entry]) -> Iterator[str]:
    """What shows that entries were changed, removed, added or moved, a sentence each."""
    if not entries:
        yield "There are no entries."
    expected, before = 1, NOTHING_BEFORE
    for entry in entries:
        if entry.seq != expected:
            yield f"Entry {expected} is missing or not in its place: entry {entry.seq} stands there."
        elif entry.prev_hash != before:
            yield f"Entry {entry.seq} does not follow the one before it: one of them was changed or put in."
        if hash_of(entry) != entry.hash:
            yield f"Entry {entry.seq} ({entry.kind}) was changed: its hash is not that of its words."
        if entry.incident != entries[0].incident:
            yield f"Entry {entry.seq} is of another incident."
        expected, before = entry.seq + 1, entry.hash


def head(entries: Sequence[Entry]) -> str:
    """The hash of the last entry, which stands for all of them."""
    return entries[-1].hash if entries else NOTHING_BEFORE
