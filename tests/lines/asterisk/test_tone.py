"""The sounds of our own: whole, to be read by Asterisk, whoever else writes them."""

from __future__ import annotations

import wave
from pathlib import Path

from ivr.lines.asterisk import tone


def test_everybody_may_read_them(tmp_path: Path) -> None:
    tone.write(tmp_path)
    assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {
        tone.FILE: 0o644,
        tone.HUSH: 0o644,
    }
    with wave.open(str(tmp_path / tone.FILE)) as file:
        assert file.getnframes() / file.getframerate() == tone.SECONDS


def test_services_that_share_a_spool_may_start_at_the_same_moment(tmp_path: Path, monkeypatch) -> None:
    replace, another = Path.replace, [tone.write]

    def meanwhile(self: Path, target: Path) -> Path:
        if another:
            another.pop()(tmp_path)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", meanwhile)
    tone.write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {tone.FILE, tone.HUSH}
