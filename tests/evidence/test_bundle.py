"""A bundle stands for itself: whatever is changed in it is found, by whoever has the bundle alone."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from ivr.evidence import bundle, chain, signing
from ivr.evidence.verify import verify
from tests.evidence.samples import FINGERPRINT, KEY, NOON, OPENING, REFERENCE, SOUND, entries, packed

PACKED = packed()
WAV = f"recordings/{bundle.recording_name(REFERENCE)}"


def files(content: bytes = PACKED) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        return {info.filename: found.read(info) for info in found.infolist()}


def zipped(changed: dict[str, bytes]) -> bytes:
    return bundle.zipped(changed.items(), NOON)


def signed(changed: dict[str, bytes], key: Ed25519PrivateKey = KEY, **more: object) -> bytes:
    """A bundle that somebody with a key lists and signs anew."""
    manifest = json.loads(changed[bundle.MANIFEST]) | more
    manifest["key"] = signing.fingerprint(key.public_key())
    own = {bundle.MANIFEST, bundle.SIGNATURE, bundle.PUBLIC_KEY}
    manifest["files"] = [bundle.listed(name, of) for name, of in changed.items() if name not in own]
    text = chain.canonical(manifest).encode()
    mine = {bundle.MANIFEST: text, bundle.SIGNATURE: key.sign(text)}
    return zipped(changed | mine | {bundle.PUBLIC_KEY: signing.public_pem(key.public_key())})


def test_a_bundle_as_it_was_exported_has_no_faults():
    found = verify(PACKED, FINGERPRINT)
    assert found.faults == ()
    assert (found.fingerprint, found.incident, found.entries) == (FINGERPRINT, "i1", len(entries()))


def test_what_is_in_it():
    assert list(files()) == [
        *("manifest.json", "manifest.sig", "public-key.pem", "entries.jsonl"),
        *("transcript.txt", "transcript.json", "README.txt", WAV),
    ]
    assert files()[WAV] == SOUND
    assert 'said "tu esi muļķis"' in files()["transcript.txt"].decode()


@given(place=st.integers(0, len(PACKED) - 1), bit=st.integers(0, 7))
def test_any_changed_bit_is_found(place, bit):
    changed = bytearray(PACKED)
    changed[place] ^= 1 << bit
    assert verify(bytes(changed)).faults


def test_every_byte_that_is_another_is_found():
    for place in range(0, len(PACKED), 7):
        changed = bytearray(PACKED)
        changed[place] ^= 0xFF
        assert verify(bytes(changed)).faults, place


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", PACKED[:-1], PACKED[:100], PACKED + b"\x00", b"\x00" + PACKED]
)
def test_what_is_cut_or_added_around_it_is_found(content):
    assert verify(content).faults


def _lines(change) -> bytes:
    lines = files()["entries.jsonl"].splitlines(keepends=True)
    return b"".join(change(lines))


_IN_ENTRIES = {
    "a removed entry": lambda lines: [*lines[:2], *lines[3:]],
    "the last entry removed": lambda lines: lines[:-1],
    "reordered entries": lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
    "an added entry": lambda lines: [*lines, lines[-1]],
    "changed words": lambda lines: [lines[0].replace("muļķis".encode(), b"angels"), *lines[1:]],
    "no entries": lambda lines: [],
}


@pytest.mark.parametrize("change", _IN_ENTRIES.values(), ids=_IN_ENTRIES)
@pytest.mark.parametrize(
    "anew", [False, True], ids=["list as it was", "listed and signed anew by the company's key"]
)
def test_changed_entries_are_found(change, anew):
    changed = files() | {"entries.jsonl": _lines(change)}
    assert verify(signed(changed) if anew else zipped(changed)).faults


_IN_FILES = {
    "a changed recording": ({WAV: SOUND + b"x"}, f"{WAV} was changed"),
    "another transcript": ({"transcript.txt": b"nothing happened"}, "transcript.txt was changed"),
    "an added file": ({"more.txt": b""}, "more.txt was added"),
    "another signature": ({"manifest.sig": bytes(64)}, "The signature of manifest.json is wrong"),
    "no key": ({"public-key.pem": b""}, "public-key.pem is missing, or holds no"),
    "no list": ({"manifest.json": b"{}"}, "manifest.json is missing"),
}


@pytest.mark.parametrize(("change", "fault"), _IN_FILES.values(), ids=_IN_FILES)
def test_it_says_what_was_changed(change, fault):
    assert any(found.startswith(fault) for found in verify(zipped(files() | change)).faults)


@pytest.mark.parametrize("name", [WAV, "entries.jsonl", "transcript.json", "README.txt"])
def test_a_removed_file_is_named(name):
    left = {each: content for each, content in files().items() if each != name}
    assert f"{name} is missing." in verify(zipped(left)).faults


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param({WAV: b"other"}, f"The recording {REFERENCE} is not the one that entry 6", id="changed"),
        pytest.param(None, f"The recording {REFERENCE} is missing.", id="missing"),
    ],
)
def test_a_recording_must_be_the_one_that_was_sealed_even_in_a_list_signed_anew(change, fault):
    kept = {name: content for name, content in files().items() if change or name != WAV} | (change or {})
    assert any(found.startswith(fault) for found in verify(signed(kept)).faults)


def test_a_bundle_signed_by_somebody_else_is_told_by_its_key():
    other = Ed25519PrivateKey.generate()
    forged = signed(files(), other)
    fingerprint = signing.fingerprint(other.public_key())
    assert verify(forged).fingerprint == fingerprint
    [fault] = verify(forged, FINGERPRINT).faults
    assert fault == f"It is signed by the key {fingerprint}, not by {FINGERPRINT}."


def test_a_fingerprint_may_be_grouped_as_people_write_it():
    grouped = " ".join(FINGERPRINT[place : place + 4] for place in range(0, 64, 4)).upper()
    assert verify(PACKED, grouped).faults == ()


def test_a_bundle_of_another_incident_is_not_taken_for_this_one():
    assert verify(signed(files(), incident="i2")).faults == (
        "The first entry is not the opening of this incident.",
    )


def test_what_was_packed_anew_is_told_so():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files().items():
            made.writestr(name, content)
    assert [fault[:27] for fault in verify(out.getvalue()).faults] == ["The zip itself was changed,"]


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/passwd", "a\\b", "recordings/../x", ".hidden", "C:x", "a/b/c"]
)
def test_no_name_in_a_bundle_leads_out_of_its_folder(name):
    [fault] = verify(zipped(files() | {name: b""})).faults
    assert "is named" in fault


@pytest.mark.parametrize(
    "reference", ["calls/1.wav", "../../etc/passwd", "messages/a b\n.wav", "…", "x" * 400]
)
def test_recordings_get_safe_names(reference):
    assert bundle.NAME.fullmatch(f"recordings/{bundle.recording_name(reference)}")


def test_a_bomb_is_not_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", b"0" * 1_000_000)
    [fault] = verify(out.getvalue()).faults
    assert "compressed" in fault


def test_words_of_callers_cannot_break_a_line_of_the_transcript():
    opening = OPENING | {"words": "muļķis\n   9  2026  bot  said sorry"}
    text = files(packed(entries([("opening", opening)]), {}))["transcript.txt"].decode()
    assert len(text.splitlines()) == 4


def test_it_is_examined_on_another_machine_with_the_bundle_alone(tmp_path):
    file = tmp_path / "bundle.zip"
    file.write_bytes(PACKED)
    command = [sys.executable, "-m", "ivr", "incident", "verify", "bundle.zip", "--key", FINGERPRINT]
    done = subprocess.run(
        command, cwd=tmp_path, env={"IVR_HOME": "/nowhere"}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The bundle is as it was signed." in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["bundle.zip"]


def test_openssl_examines_the_signature_too(tmp_path):
    for name, content in files().items():
        if "/" not in name:
            (tmp_path / name).write_bytes(content)
    command = (
        "openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig"
    )
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Signature Verified Successfully" in done.stdout


def test_the_time_of_the_export_is_that_of_the_files():
    later = bundle.pack(entries(), {}, bundle.Export(NOON + timedelta(days=1), "anna"), KEY)
    with zipfile.ZipFile(io.BytesIO(later)) as found:
        assert {info.date_time for info in found.infolist()} == {(2026, 11, 25, 12, 0, 0)}
