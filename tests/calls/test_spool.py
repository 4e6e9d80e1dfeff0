"""A recording lies within the spool, whatever a call id or a reference looks like."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.calls.spool import call_recording, message_recording, recording_path
from ivr.errors import OperatorError


@pytest.mark.parametrize(
    ("call_id", "reference"),
    [
        ("1764000000.12", "calls/1764000000.12.wav"),
        ("pbx-1764000000.12", "calls/pbx-1764000000.12.wav"),
        ("CA0123abcd", "calls/CA0123abcd.wav"),
        ("../../etc/passwd", "calls/.._2f_.._2f_etc_2f_passwd.wav"),
        ("a b\n\0'$", "calls/a_20_b_a__0__27__24_.wav"),
        ("zvans_ž", "calls/zvans_5f__17e_.wav"),
    ],
)
def test_a_call_is_recorded_under_a_name_without_meaning(
    tmp_path: Path, call_id: str, reference: str
) -> None:
    assert call_recording(call_id) == reference
    assert recording_path(tmp_path, reference).parent == tmp_path / "calls"
    assert message_recording(call_id, 7) == reference.replace("calls/", "messages/").replace(".wav", "-7.wav")


@pytest.mark.parametrize("reference", ["../outside.wav", "/etc/passwd", "messages/../../x.wav", "link/x.wav"])
def test_a_reference_never_leaves_the_spool(tmp_path: Path, reference: str) -> None:
    spool = tmp_path / "spool"
    spool.mkdir()
    (spool / "link").symlink_to(tmp_path)
    with pytest.raises(OperatorError, match="outside the spool"):
        recording_path(spool, reference)
