"""The recordings beside a company file."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import TYPE_CHECKING

from ivr.company.checks.found import Found
from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile

FORMAT = (8000, 2, 1)  # of a recording: frames a second, bytes a sample, channels


def recordings(file: CompanyFile) -> tuple[Problem, ...]:
    """Every fault of the recordings beside ``file``: folder, languages, and the format of each file."""
    folder = file.company.recordings
    if folder is None:
        return ()
    if not folder.is_dir():
        wrong = f'there is no folder "{folder}".'
        return (file.problem("recordings", wrong, "Create it, or remove the field."),)
    return tuple(_recordings_in(folder, file.company.languages))


def _recordings_in(folder: Path, languages: tuple[str, ...]) -> Found:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in languages:
            wrong = f'the company does not speak "{path.name}".'
            yield Problem(
                str(path), 0, "", wrong, f"Name the folder after a language: {', '.join(languages)}."
            )
        elif path.is_dir():
            yield from _recordings_of_language(path)
        elif path.suffix == ".wav":
            yield Problem(
                str(path), 0, "", "a recording belongs to a language.", "Move it into lv/, en/ or the like."
            )


def _recordings_of_language(folder: Path) -> Found:
    for path in sorted(folder.iterdir()):
        if not path.name.startswith("."):
            wrong = _unfit(path) if path.suffix == ".wav" else "it is not a .wav file."
            if wrong:
                cure = f"Convert it: sox INPUT -r 8000 -b 16 -c 1 {path.stem}.wav"
                yield Problem(str(path), 0, "", wrong, cure)


def _unfit(path: Path) -> str:
    """What is wrong with a recording, or nothing."""
    try:
        with wave.open(str(path), "rb") as sound:
            found = (sound.getframerate(), sound.getsampwidth(), sound.getnchannels())
            frames = sound.getnframes()
    except (wave.Error, EOFError, OSError) as error:
        return f"it cannot be read as a WAV file ({str(error) or 'it ends too early'})."
    if found != FORMAT:
        return (
            f"it has {found[0]} Hz, {found[1] * 8} bit and {found[2]} channel(s), not 8000 Hz, 16 bit, mono."
        )
    return "" if frames else "it holds no sound."
