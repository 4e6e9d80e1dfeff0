"""An incident as a bundle has it, built by hand."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ivr.evidence import bundle, chain, signing
from ivr.evidence.chain import Entry

NOON = datetime(2026, 11, 24, 12, 0, 0, 250_000, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
FINGERPRINT = signing.fingerprint(KEY.public_key())
SOUND = b"RIFF\x00\x01\x02\x03sound of the call"
REFERENCE = "calls/1764.1.wav"
OPENING = {"line": "asterisk", "call": "1764.1", "caller": None, "called": "+37167000000", "turn": 1}
OPENING |= {"severity": "abuse", "rude": "muļķis", "words": "tu esi muļķis", "rule": "insult"}
OPENING |= {"department": "sales", "said": ["Lūdzu, runāsim mierīgi."], "span": [8, 14]}
BODIES = [
    ("opening", OPENING),
    ("turn", {"turn": 0, "event": None, "said": ["Labdien!"], "actions": [{"kind": "say"}, {"kind": "ask"}]}),
    ("turn", {"turn": 1, "event": {"kind": "heard", "words": "tu esi\nmuļķis"}, "said": [], "actions": []}),
    ("turn", {"turn": 2, "event": {"kind": "hung_up"}, "said": [], "actions": []}),
    ("recording", {"reference": REFERENCE, "seconds": 4.25}),
    ("sealed", {"reference": REFERENCE, "bytes": len(SOUND), "sha256": hashlib.sha256(SOUND).hexdigest()}),
    ("end", {"at": NOON.isoformat(), "outcome": "caller left"}),
    ("note", {"by": "anna", "note": "spoken with"}),
]


def entries(bodies: list[tuple[str, dict]] = BODIES, incident: str = "i1") -> list[Entry]:
    """A chain of these bodies."""
    made: list[Entry] = []
    for number, (kind, body) in enumerate(bodies):
        before = made[-1] if made else None
        made.append(chain.following(before, incident, NOON + timedelta(seconds=number), kind, body))
    return made


def packed(of: list[Entry] | None = None, sounds: dict[str, bytes] | None = None) -> bytes:
    """A bundle signed by KEY."""
    given = {bundle.recording_name(REFERENCE): SOUND} if sounds is None else sounds
    return bundle.pack(of or entries(), given, bundle.Export(NOON, "anna"), KEY)
