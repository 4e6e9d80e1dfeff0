"""The prompt cache: rendered once, never silent, never half written."""

from __future__ import annotations

import os
import re
import threading
import wave
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from structlog.testing import capture_logs

from ivr.calls.ports import Prompts
from ivr.clock import utc_now
from ivr.company.models import Company, Voice
from ivr.errors import SpeechError
from ivr.phrases.sentence import Sentence
from ivr.speech import sound
from ivr.speech.espeak import Espeak
from ivr.speech.prompts import PromptCache, Source
from tests.speech.conftest import FakeEngine, sentence, tone

HELP = sentence("Kā varu Jums palīdzēt?")
BYE = sentence("Visu labu!", "closing.goodbye")
WHEN = sentence("Rīt pulksten deviņos.", "closed.until", fixed=False)


def record(folder: Path, of: Sentence, heard: sound.Sound) -> Path:
    path = folder / of.language / f"{of.phrase}.wav"
    sound.write(path, heard)
    return path


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def logs() -> Iterator[list[dict[str, object]]]:
    with capture_logs() as entries:
        yield entries  # type: ignore[misc]


def test_it_is_the_port(cache: PromptCache) -> None:
    port: Prompts = cache
    assert port is cache


def test_a_sentence_becomes_a_telephone_file(cache: PromptCache, company: Company, tmp_path: Path) -> None:
    path = cache.file(company, (HELP,))
    assert re.fullmatch(r"lv/[0-9a-f]{40}\.wav", str(path.relative_to(tmp_path / "prompts")))
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (8000, 2, 1)


def test_what_is_cached_does_not_reach_the_engine(
    cache: PromptCache, company: Company, engine: FakeEngine, tmp_path: Path
) -> None:
    first = cache.file(company, (HELP, BYE))
    assert len(engine.asked) == 2
    assert cache.file(company, (HELP, BYE)) == first
    again = PromptCache(tmp_path / "prompts", {"espeak": engine})  # another process, the same folder
    assert again.file(company, (HELP, BYE)) == first
    assert len(engine.asked) == 2


def test_parts_are_shared_and_joined_with_a_pause(
    cache: PromptCache, company: Company, engine: FakeEngine
) -> None:
    both, one, other = (cache.file(company, said) for said in ((HELP, BYE), (HELP,), (BYE,)))
    assert len(engine.asked) == 2
    assert both.parent.name == "said"
    parts = sound.read(one).seconds + sound.read(other).seconds
    assert sound.read(both).seconds == pytest.approx(parts + 0.25)
    assert cache.file(company, (BYE, HELP)) != both


@pytest.mark.parametrize(
    "change",
    [
        {"spoken": "Kā es varu palīdzēt?"},
        {"language": "en"},
    ],
)
def test_other_words_and_other_languages_are_other_files(
    cache: PromptCache, company: Company, change: dict[str, str]
) -> None:
    other = Sentence(**{**{name: getattr(HELP, name) for name in Sentence.__dataclass_fields__}, **change})
    assert cache.file(company, (HELP,)) != cache.file(company, (other,))


def test_the_same_words_of_another_phrase_are_the_same_file(
    cache: PromptCache, company: Company, engine: FakeEngine
) -> None:
    twin = sentence(HELP.spoken, "more.offer")
    assert cache.file(company, (HELP,)) == cache.file(company, (twin,))
    assert len(engine.asked) == 1


def test_another_voice_or_engine_version_is_rendered_anew(
    cache: PromptCache, company: Company, engine: FakeEngine
) -> None:
    first = cache.file(company, (HELP,))
    slower = company.model_copy(update={"voices": {"lv": Voice(words_per_minute=120)}})
    assert cache.file(slower, (HELP,)) != first
    assert cache.file(company, (HELP,)) == first
    engine.version = "fake 2"
    cache.render_all(company, (HELP,))
    assert cache.file(company, (HELP,)) != first


def test_a_file_that_vanished_is_rendered_again(
    cache: PromptCache, company: Company, engine: FakeEngine
) -> None:
    path = cache.file(company, (HELP,))
    path.unlink()
    assert cache.file(company, (HELP,)).is_file()
    path.write_bytes(b"")  # what a power failure may leave
    assert cache.file(company, (HELP,)).stat().st_size > 44
    assert len(engine.asked) == 3


# The company's own recordings


def test_the_companys_own_recording_wins(
    cache: PromptCache, company: Company, engine: FakeEngine, tmp_path: Path
) -> None:
    own = tone(1000, 2.0, rate=8000, level=0.05)
    record(tmp_path / "own", HELP, own)
    assert [cache.recorded(company, said) for said in (HELP, BYE)] == [True, False]
    path = cache.file(company, (HELP,))
    heard = sound.read(path)
    assert not engine.asked
    assert path.is_relative_to(tmp_path / "prompts")  # the telephone system sees this folder alone
    match = np.corrcoef(heard.samples[200:15000], own.samples[200:15000])[0, 1]
    assert match > 0.99
    assert sound.loudness(heard) == pytest.approx(sound.LOUDNESS, abs=1.5)


@pytest.mark.parametrize(
    "said",
    [
        sentence(HELP.spoken, HELP.phrase, fixed=False),  # worded anew in each call
        sentence(HELP.spoken, HELP.phrase, "en"),  # another language
        sentence(HELP.spoken, "../lv/help.offer"),  # no phrase id
    ],
)
def test_a_recording_stands_for_its_own_sentence_alone(
    cache: PromptCache, company: Company, engine: FakeEngine, tmp_path: Path, said: Sentence
) -> None:
    record(tmp_path / "own", HELP, tone(rate=8000))
    cache.file(company, (said,))
    assert len(engine.asked) == 1


def test_a_new_recording_is_taken_when_the_file_is_loaded_again(
    cache: PromptCache, company: Company, tmp_path: Path
) -> None:
    before = cache.file(company, (HELP,))
    record(tmp_path / "own", HELP, tone(rate=8000))
    cache.render_all(company, (HELP,))
    assert cache.file(company, (HELP,)) != before


def test_a_broken_recording_is_said_by_the_voice_and_logged(
    cache: PromptCache, company: Company, engine: FakeEngine, tmp_path: Path, logs: list[dict[str, object]]
) -> None:
    record(tmp_path / "own", HELP, tone(rate=8000)).write_bytes(b"junk")
    assert cache.file(company, (HELP,)).is_file()
    assert len(engine.asked) == 1
    assert [(log["event"], log["tried"], log["phrase"]) for log in logs] == [
        ("synthesis_failed", "recording", "help.offer")
    ]


# Engines that fail


def fallback(tmp_path: Path, *engines: FakeEngine) -> PromptCache:
    return PromptCache(tmp_path / "prompts", dict(zip(("espeak", "b"), engines, strict=False)))


def test_a_voice_that_fails_is_replaced_and_logged(
    company: Company, tmp_path: Path, logs: list[dict[str, object]]
) -> None:
    own = Voice(name="lv+broken")
    engine = FakeEngine(lambda text, language, voice: voice.name is not None)
    cache = fallback(tmp_path, engine)
    speaking = company.model_copy(update={"voices": {"lv": own}})
    assert cache.file(speaking, (HELP,)).is_file()
    assert engine.asked == [(HELP.spoken, "lv", own), (HELP.spoken, "lv", Voice())]
    assert [(log["event"], log["log_level"], log["tried"]) for log in logs] == [
        ("synthesis_failed", "warning", "voice")
    ]
    assert "out of order" in str(logs[0]["error"])


def test_a_fallback_is_given_up_as_soon_as_the_voice_works(company: Company, tmp_path: Path) -> None:
    broken = True
    engine = FakeEngine(lambda text, language, voice: broken and voice.name is not None)
    cache = fallback(tmp_path, engine)
    speaking = company.model_copy(update={"voices": {"lv": Voice(name="lv")}})
    first = cache.file(speaking, (HELP, BYE))
    broken = False
    assert cache.file(speaking, (HELP, BYE)) != first


def test_a_text_that_fails_is_tried_without_its_signs(company: Company, tmp_path: Path) -> None:
    engine = FakeEngine(lambda text, language, voice: "<" in text)
    fallback(tmp_path, engine).file(company, (sentence("Zvaniet <vēlāk>!"),))
    assert engine.asked[-1] == ("Zvaniet vēlāk !", "lv", Voice())


def test_another_engine_takes_over(company: Company, tmp_path: Path) -> None:
    dead, alive = FakeEngine(lambda *_: True), FakeEngine()
    fallback(tmp_path, dead, alive).file(company, (HELP,))
    assert len(alive.asked) == 1
    assert alive.asked[0][1] == "lv"


def test_the_voice_of_another_language_is_the_last_resort(company: Company, tmp_path: Path) -> None:
    engine = FakeEngine(lambda text, language, voice: language != "en")
    path = fallback(tmp_path, engine).file(company, (HELP,))
    assert engine.asked[-1][1] == "en"
    assert path.parent.name == "lv"


@pytest.mark.parametrize(
    "error", [SpeechError("no"), ValueError("no"), OSError("library missing"), MemoryError()]
)
def test_whatever_an_engine_raises_ends_as_speech_error(
    company: Company, tmp_path: Path, error: Exception
) -> None:
    class Broken(FakeEngine):
        def render(self, text: str, language: str, voice: Voice) -> sound.Sound:
            raise error

    cache = fallback(tmp_path, Broken())
    with pytest.raises(SpeechError, match=r'"help\.offer"'):
        cache.file(company, (HELP,))
    assert not files(tmp_path)


def test_silence_counts_as_failure(company: Company, tmp_path: Path) -> None:
    class Mute(FakeEngine):
        def render(self, text: str, language: str, voice: Voice) -> sound.Sound:
            return sound.Sound(np.zeros(22050, np.int16), 22050)

    with pytest.raises(SpeechError, match="silent"):
        fallback(tmp_path, Mute()).file(company, (HELP,))
    assert not files(tmp_path)


def test_an_unknown_engine_falls_back(company: Company, tmp_path: Path, engine: FakeEngine) -> None:
    cache = PromptCache(tmp_path / "prompts", {"other": engine})
    assert cache.file(company, (HELP,)).is_file()


@pytest.mark.parametrize("said", [(), (sentence("x", language="../etc"),), (sentence("x", language=""),)])
def test_no_sentence_and_no_language_are_errors(
    cache: PromptCache, company: Company, said: tuple[Sentence, ...], tmp_path: Path
) -> None:
    with pytest.raises(SpeechError):
        cache.file(company, said)
    assert not files(tmp_path)


def test_a_folder_that_cannot_be_written_says_how_to_cure_it(
    company: Company, tmp_path: Path, engine: FakeEngine
) -> None:
    (tmp_path / "prompts").write_text("a file in the way")
    cache = PromptCache(tmp_path / "prompts", {"espeak": engine})
    with pytest.raises(SpeechError, match=r"prompts.*IVR_PROMPTS"):
        cache.file(company, (HELP,))
    assert len(engine.asked) == 1  # no other voice is tried: it would not help
    with pytest.raises(SpeechError, match="IVR_PROMPTS"):
        cache.render_all(company, (HELP, BYE))


# Many at once


@pytest.mark.parametrize("said", [(HELP,), (HELP, BYE)])
def test_twenty_threads_render_once(
    cache: PromptCache, company: Company, engine: FakeEngine, said: tuple[Sentence, ...], tmp_path: Path
) -> None:
    begun, go = threading.Barrier(20), threading.Event()
    engine.during = lambda: go.wait(10)

    def call(_: int) -> Path:
        begun.wait(10)
        return cache.file(company, said)

    with ThreadPoolExecutor(20) as pool:
        results = pool.map(call, range(20))
        go.set()
    assert len(set(results)) == 1
    assert len(engine.asked) == len(said)
    assert len(files(tmp_path)) == (1 if len(said) == 1 else 3)


def test_threads_that_wait_for_a_failing_voice_fall_back_too(company: Company, tmp_path: Path) -> None:
    engine = FakeEngine(lambda text, language, voice: voice.name is not None)
    cache = fallback(tmp_path, engine)
    speaking = company.model_copy(update={"voices": {"lv": Voice(name="lv")}})
    with ThreadPoolExecutor(8) as pool:
        paths = set(pool.map(lambda _: cache.file(speaking, (HELP,)), range(8)))
    assert len(paths) == 1
    assert paths.pop().is_file()


# Rendering ahead


def test_rendering_ahead_is_incremental_and_tells_its_progress(
    cache: PromptCache, company: Company, engine: FakeEngine, tmp_path: Path
) -> None:
    record(tmp_path / "own", BYE, tone(rate=8000))
    cache.file(company, (HELP,))
    new = sentence("Lūdzu, brīdi uzgaidiet.", "connect.wait")
    seen: list[tuple[int, int]] = []
    result = cache.render_all(company, (HELP, BYE, new), lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert result.sources == {Source.RECORDING: 1, Source.CACHED: 1, Source.TO_RENDER: 1}
    assert (result.failed, result.fell_back) == ((), ())
    assert len(engine.asked) == 2
    assert [cache.source(company, said) for said in (HELP, BYE, new)] == ["cached", "recording", "cached"]


def test_rendering_ahead_goes_on_after_a_failure(company: Company, tmp_path: Path) -> None:
    engine = FakeEngine(lambda text, language, voice: text == BYE.spoken or "sad" in text)
    result = fallback(tmp_path, engine).render_all(company, (BYE, HELP))
    assert result.failed == (BYE,)
    assert fallback(tmp_path, engine).source(company, HELP) is Source.CACHED


def test_rendering_ahead_names_what_is_said_otherwise(company: Company, tmp_path: Path) -> None:
    engine = FakeEngine(lambda text, language, voice: voice.name is not None)
    speaking = company.model_copy(update={"voices": {"lv": Voice(name="lv")}})
    assert fallback(tmp_path, engine).render_all(speaking, (HELP,)).fell_back == (HELP,)


# What the dialplan plays by itself


def test_the_fallback_has_stable_names_and_new_content(
    cache: PromptCache, company: Company, tmp_path: Path
) -> None:
    pairs = {"37167000100": (HELP, BYE), "sorry-lv": (BYE,), "lv/queue": (BYE,)}
    paths = cache.write_fallback(company, pairs)
    folder = tmp_path / "prompts" / "fallback"
    assert paths == (folder / "37167000100.wav", folder / "sorry-lv.wav", folder / "lv" / "queue.wav")
    assert paths[0].read_bytes() == cache.file(company, (HELP, BYE)).read_bytes()
    cache.write_fallback(company, {"sorry-lv": (HELP,)})
    assert paths[1].read_bytes() == cache.file(company, (HELP,)).read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["37167000100.wav", "lv", "sorry-lv.wav"]


@pytest.mark.parametrize(
    "name", ["", "../x", "+371", "a/b", "lv/../x", "lv//x", "/lv/x", "A", "a.wav", "-a", "a\n"]
)
def test_a_fallback_cannot_be_named_out_of_its_folder(
    cache: PromptCache, company: Company, name: str
) -> None:
    with pytest.raises(ValueError, match="no name"):
        cache.write_fallback(company, {name: (HELP,)})


# Growth


def aged(path: Path, days: float) -> Path:
    then = (utc_now() - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))
    return path


def test_pruning_takes_what_is_old_and_leaves_what_is_fixed(
    cache: PromptCache, company: Company, tmp_path: Path
) -> None:
    fixed, moving, joined = (cache.file(company, said) for said in ((HELP,), (WHEN,), (HELP, WHEN)))
    young = cache.file(company, (sentence("Tagad.", fixed=False),))
    kept = cache.file(company, (sentence("Vēlāk.", fixed=False),))
    (spare,) = cache.write_fallback(company, {"sorry-lv": (BYE,)})
    leftover = fixed.parent / ".half.tmp"
    leftover.write_bytes(b"")
    for path in (fixed, moving, joined, kept, spare, leftover):
        aged(path, 40)
    assert cache.prune(30, keep=(kept,)) == 3
    assert [path.is_file() for path in (fixed, young, kept, spare)] == [True] * 4
    assert [path.exists() for path in (moving, joined, leftover)] == [False] * 3
    assert cache.file(company, (HELP, WHEN)) == joined  # and comes back when it is said again
    assert joined.is_file()


def test_what_is_in_use_never_grows_old(cache: PromptCache, company: Company) -> None:
    path = aged(cache.file(company, (WHEN,)), 400)
    assert cache.file(company, (WHEN,)) == path
    assert cache.prune(2) == 0
    assert path.is_file()


@pytest.mark.parametrize("days", [1, 0, -5])
def test_pruning_what_may_be_in_use_is_refused(cache: PromptCache, days: int) -> None:
    with pytest.raises(ValueError, match="2 days"):
        cache.prune(days)


def test_memory_stays_bounded(
    cache: PromptCache, company: Company, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ivr.speech.prompts._REMEMBERED", 3)
    for number in range(10):
        cache.file(company, (sentence(f"Numurs {number}.", fixed=False),))
    assert len(cache._known) <= 3


# With the real voice


def test_the_real_voice_gives_the_same_bytes_in_every_folder(company: Company, tmp_path: Path) -> None:
    made = [PromptCache(tmp_path / name, {"espeak": Espeak()}).file(company, (HELP, WHEN)) for name in "ab"]
    assert made[0].name == made[1].name
    assert made[0].read_bytes() == made[1].read_bytes()
    assert sound.loudness(sound.read(made[0])) == pytest.approx(sound.LOUDNESS, abs=1.5)
