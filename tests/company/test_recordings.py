"""The recordings beside a company file."""

from __future__ import annotations

import shutil
import wave
from pathlib import Path

import pytest

from ivr.company.loader import load
from ivr.errors import FileProblems
from tests.company.files import TEXT, line_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the example's company file and one good recording."""
    (tmp_path / "company.yaml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "recordings" / "lv").mkdir(parents=True)
    (tmp_path / "recordings" / "README.md").write_text("About these.")
    write_wav(tmp_path / "recordings" / "lv" / "help.offer.wav")
    return tmp_path


def write_wav(path: Path, rate: int = 8000, width: int = 2, channels: int = 1, frames: int = 800) -> None:
    path.parent.mkdir(exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setframerate(rate)
        sound.setsampwidth(width)
        sound.setnchannels(channels)
        sound.writeframes(bytes(width * channels * frames))


def wrong_with(folder: Path) -> list[str]:
    with pytest.raises(FileProblems) as caught:
        load(folder / "company.yaml")
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_good_recordings_pass(folder: Path) -> None:
    (folder / "recordings" / "lv" / ".directory").write_text("of some file manager")
    assert load(folder / "company.yaml").company.recordings == folder / "recordings"


FORMATS = {
    "rate": ({"rate": 44100}, "44100 Hz, 16 bit and 1 channel(s), not 8000 Hz, 16 bit, mono."),
    "width": ({"width": 1}, "8000 Hz, 8 bit"),
    "channels": ({"channels": 2}, "2 channel(s)"),
    "nothing": ({"frames": 0}, "it holds no sound."),
}


@pytest.mark.parametrize(("shape", "says"), FORMATS.values(), ids=list(FORMATS))
def test_another_format_is_told_with_the_command_that_converts_it(
    folder: Path, shape: dict[str, int], says: str
) -> None:
    write_wav(folder / "recordings" / "en" / "help.offer.wav", **shape)
    (found,) = wrong_with(folder)
    assert found.startswith("recordings/en/help.offer.wav: ")
    assert says in found
    assert "sox INPUT -r 8000 -b 16 -c 1 help.offer.wav" in found


@pytest.mark.parametrize("content", [b"", b"ID3 no wave", b"RIFF\x04\x00\x00\x00WAVE"])
def test_what_is_no_wave_is_told(folder: Path, content: bytes) -> None:
    (folder / "recordings" / "lv" / "again.repeat.wav").write_bytes(content)
    (found,) = wrong_with(folder)
    assert found.startswith("recordings/lv/again.repeat.wav: it cannot be read as a WAV file (")


def test_what_lies_in_the_wrong_place_is_told(folder: Path) -> None:
    write_wav(folder / "recordings" / "help.offer.wav")
    write_wav(folder / "recordings" / "ru" / "help.offer.wav")
    (folder / "recordings" / "lv" / "help.offer.mp3").write_bytes(b"ID3")
    found = wrong_with(folder)
    assert [line.partition(": ")[0] for line in found] == [
        "recordings/help.offer.wav",
        "recordings/lv/help.offer.mp3",
        "recordings/ru",
    ]


def test_a_folder_that_is_not_there_is_told_at_its_line(folder: Path) -> None:
    shutil.rmtree(folder / "recordings")
    (found,) = wrong_with(folder)
    assert found.startswith(
        f"company.yaml:{line_of(TEXT, 'recordings: recordings')}: recordings: there is no folder"
    )


def test_no_folder_is_asked_for_where_none_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "recordings")
    (folder / "company.yaml").write_text(TEXT.replace("recordings: recordings", ""), encoding="utf-8")
    assert load(folder / "company.yaml").company.recordings is None


def test_a_recording_that_breaks_off_in_its_head_says_so(folder: Path) -> None:
    (folder / "recordings" / "lv" / "help.offer.wav").write_bytes(b"RIFF")
    (found,) = wrong_with(folder)
    assert "it cannot be read as a WAV file (it ends too early)." in found
