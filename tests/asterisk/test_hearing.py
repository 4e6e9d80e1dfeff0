"""The ear of the harness, without any Asterisk: it knows a sentence again, and no other."""

from __future__ import annotations

import numpy as np
import pytest

from ivr import wiring
from ivr.company.models import Company
from ivr.phrases.compose import compose
from ivr.phrases.sentence import Sentence
from tests.asterisk.hearing import (
    SHARE,
    Prompt,
    Watch,
    level,
    read_wav,
    score_at,
    tone,
    tone_share,
    transcribe,
    write_wav,
)
from tests.asterisk.rtp import CODECS, RATE, Sound

PHRASES = (
    ("greeting.company", "day"),
    ("help.offer",),
    ("menu.choice", "sales", "1"),
    ("menu.choice", "support", "2"),
    ("menu.person",),
    ("message.send",),
    ("message.anew",),
    ("closing.goodbye",),
)


@pytest.fixture(scope="module")
def prompts(example: Company, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Prompt]:
    """Some sentences in both languages."""
    cache = wiring.prompt_cache(tmp_path_factory.mktemp("prompts"))
    sentences = [compose(example, language, *phrase) for phrase in PHRASES for language in ("lv", "en")]
    return {_name(s): Prompt(_name(s), read_wav(cache.file(example, (s,)))) for s in sentences}


def _name(sentence: Sentence) -> str:
    return f"{sentence.phrase} {sentence.language}"


def silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE), np.int16)


def over_the_line(sound: Sound, codec: int = 0, gain: float = 1.0, noise: float = 0.0) -> Sound:
    """What arrives of a sound: another volume, noise, and the law of the line."""
    hiss = np.random.default_rng(7).normal(0, noise, len(sound))
    changed = np.clip(sound * gain + hiss, -32768, 32767).astype(np.int16)
    return CODECS[codec].decode(CODECS[codec].encode(changed))


@pytest.mark.parametrize("codec", [0, 8])
@pytest.mark.parametrize(("gain", "noise"), [(1.0, 0.0), (0.3, 0.0), (1.5, 0.0), (1.0, 60.0)])
def test_a_sentence_is_known_again_whatever_the_line_does_to_it(
    prompts: dict[str, Prompt], codec: int, gain: float, noise: float
) -> None:
    for prompt in prompts.values():
        sound = np.concatenate((silence(0.7), prompt.sound, silence(0.5)))
        heard = Watch(prompt).look(over_the_line(sound, codec, gain, noise))
        assert heard is not None, prompt.name
        assert heard.score >= SHARE
        assert heard.begin == pytest.approx(0.7, abs=0.002)


def test_no_sentence_is_taken_for_another(prompts: dict[str, Prompt]) -> None:
    for said in prompts.values():
        sound = over_the_line(np.concatenate((silence(0.5), said.sound, silence(0.5))))
        others = [other for other in prompts.values() if other is not said]
        assert [other.name for other in others if Watch(other).look(sound)] == [], said.name


def test_sentences_that_differ_by_a_key_are_told_apart(example: Company, tmp_path) -> None:
    cache = wiring.prompt_cache(tmp_path)
    keys = [compose(example, "en", "choice.department", "sales", key) for key in "23"]
    two, three = (Prompt(s.text, read_wav(cache.file(example, (s,)))) for s in keys)
    assert Watch(three).look(over_the_line(np.concatenate((two.sound, silence(0.5))))) is None


def test_a_small_difference_of_clocks_does_not_matter(prompts: dict[str, Prompt]) -> None:
    prompt = prompts["greeting.company.day lv"]
    moments = np.arange(len(prompt.sound)) * (1 + 200e-6)
    stretched = np.interp(moments, np.arange(len(prompt.sound)), prompt.sound).astype(np.int16)
    assert Watch(prompt).look(np.concatenate((silence(0.3), stretched, silence(0.3))))


def test_half_a_sentence_is_not_the_sentence_but_its_beginning_is(prompts: dict[str, Prompt]) -> None:
    prompt = prompts["menu.person en"]
    half = np.concatenate((silence(0.2), prompt.sound[: len(prompt.sound) // 2], silence(3.0)))
    assert Watch(prompt).look(half) is None
    assert Watch(prompt, windows=3).look(half) is not None


def test_a_growing_recording_is_heard_as_soon_as_the_sentence_is_over(prompts: dict[str, Prompt]) -> None:
    prompt = prompts["menu.choice.sales.1 lv"]
    sound = over_the_line(np.concatenate((silence(1.3), prompt.sound, silence(2.0))))
    watch, step = Watch(prompt), RATE // 10
    ends = (end for end in range(step, len(sound), step) if watch.look(sound[:end]))
    assert next(ends) / RATE == pytest.approx(1.3 + prompt.seconds, abs=0.6)


def test_what_came_before_is_not_looked_at(prompts: dict[str, Prompt]) -> None:
    prompt = prompts["help.offer en"]
    sound = np.concatenate((prompt.sound, silence(3.0)))
    assert Watch(prompt, begin=len(prompt.sound)).look(sound) is None


def test_a_call_is_written_down_in_the_order_of_hearing(prompts: dict[str, Prompt]) -> None:
    said = [
        prompts[name]
        for name in ("greeting.company.day lv", "help.offer lv", "help.offer en", "help.offer lv")
    ]
    sound = over_the_line(np.concatenate([piece for p in said for piece in (p.sound, silence(0.3))]))
    assert [heard.prompt for heard in transcribe(sound, prompts.values())] == said


def test_silence_is_like_nothing(prompts: dict[str, Prompt]) -> None:
    assert all(score_at(silence(9.0), prompt, 0) == 0 for prompt in prompts.values())
    assert level(silence(0)) == 0


def test_a_tone_is_told_from_speech_and_from_another_tone(prompts: dict[str, Prompt]) -> None:
    assert tone_share(over_the_line(tone(440, 0.3)), 440) > 0.9
    assert tone_share(over_the_line(tone(620, 0.3)), 440) < 0.1
    assert tone_share(prompts["help.offer en"].sound[: RATE // 3], 440) < 0.5


def test_what_was_heard_can_be_kept_and_read_again(tmp_path) -> None:
    write_wav(tmp_path / "a.wav", tone(440, 0.5))
    assert np.array_equal(read_wav(tmp_path / "a.wav"), tone(440, 0.5))
