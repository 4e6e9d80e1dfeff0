"""``ivr speech`` and ``ivr eval digits``."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from ivr.cli.evaluate import digits
from ivr.speech.recognition import pool
from tests.cli.conftest import Run, refused
from tests.speech.recognition.sounds import said, silence


def recorded(path: Path, text: str, rate: int = 8_000, width: int = 2) -> Path:
    sound = np.concatenate([silence(0.3), said(text), silence(0.3)])
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(np.repeat(sound, rate // 8_000).tobytes())
    return path


@pytest.mark.parametrize("rate", [8_000, 16_000])
def test_a_recording_is_heard(run: Run, tmp_path: Path, rate: int) -> None:
    file = recorded(tmp_path / "a.wav", "tomorrow at half past three", rate)
    told = run("speech", "try", file, "--expect", "time").output.splitlines()
    assert told[0].endswith("%  tomorrow at half past three")
    assert told[-1].startswith("(")


def test_what_fits_nothing_is_told(run: Run, tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", ""))
        file.writeframes(bytes(16_000))
    assert (
        "Nothing that fits was heard."
        in run("speech", "try", tmp_path / "a.wav", "--expect", "number").output
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("speech", "try", "none.wav"), "none.wav cannot be read as a wav file"),
        (("speech", "try", "a.wav", "--expect", "weather"), "is not among yes_no, time, number, wish, menu"),
        (("speech", "try", "a.wav", "--lang", "lv"), 'No engine hears "lv"'),
        (("speech", "try", "narrow.wav"), "has 8 bits a sample"),
        (("eval", "digits", "."), "holds no wav file that begins with a digit"),
        (("eval", "digits", ".", "--via", "pigeon"), "is not among"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    recorded(tmp_path / "a.wav", "sales")
    recorded(tmp_path / "narrow.wav", "sales", width=1)
    result = run(*words)
    assert why in str(result.exception)


def test_recognition_that_is_switched_off_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IVR_AEAP_BIND", "off")
    assert "switched off by IVR_AEAP_BIND" in refused(run, "speech", "doctor")


def test_the_doctor_hears_a_sentence_from_end_to_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given = pool._Decoder._receive
    # Other tests run beside: a slow machine is not what is tried here.
    monkeypatch.setattr(pool._Decoder, "_receive", lambda self, seconds: given(self, max(seconds, 60.0)))
    result = run("speech", "doctor")
    assert 'was heard over AEAP as "i would like to talk to an operator"' in result.output
    assert "Sphinx hears en" in result.output
    assert "FAULT" not in result.output


def test_digits_are_counted(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = [
        digits.Heard(tmp_path / "7_anna_1.wav", "seven", 10.0),
        digits.Heard(tmp_path / "6_anna_1.wav", "eight", 20.0),
        digits.Heard(tmp_path / "0_anna_1.wav", None, 20.0),
        digits.Heard(tmp_path / "1_anna_1.wav", "one", 20.0),
    ]
    monkeypatch.setattr(digits, "WAYS", {"offline": lambda files: heard})
    (tmp_path / "7_anna_1.wav").touch()
    told = json.loads(run("eval", "digits", tmp_path, "--json").output)
    assert told == {"right": 0.5, "none": 0.25, "latency_p95_ms": 20.0, "n": 4}
    listed = run("eval", "digits", tmp_path, "--errors").output
    assert "6_anna_1.wav: eight\n0_anna_1.wav: nothing\n" in listed
    assert "latency_p95_ms 20.00" in listed


def test_digits_are_heard(run: Run, tmp_path: Path) -> None:
    recorded(tmp_path / "3_robot_1.wav", "three")
    assert json.loads(run("eval", "digits", tmp_path, "--json").output)["n"] == 1
