"""The voice of espeak-ng, through the real library."""

from __future__ import annotations

import ctypes
import re
import threading

import numpy as np
import pytest

from ivr.company.models import Voice
from ivr.errors import SpeechError
from ivr.speech import espeak, sound
from ivr.speech.espeak import LONGEST, Espeak, plain

HELLO = "Labdien! Kā varu Jums palīdzēt?"


def said(text: str, language: str = "lv", voice: Voice | None = None) -> bytes:
    return Espeak().render(text, language, voice or Voice()).samples.tobytes()


def phonemes(text: str, name: str) -> str:
    """How espeak-ng would pronounce ``text``, in its own letters, without stress and pauses."""
    with espeak._speaker(name, 150) as (library, _):
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        rest = ctypes.c_char_p(text.encode())
        clauses = []
        while rest.value is not None:
            clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), 1, 0).decode())
    return re.sub(r"[',_:]", "", " ".join(clauses))


@pytest.mark.parametrize(
    ("language", "text", "least", "most"),
    [
        ("lv", HELLO, 1.5, 4),
        ("en", "Good afternoon. How can I help you?", 1.5, 4),
        ("en", "Yes.", 0.2, 1),
        ("lv", "Pulksten piecpadsmitos trīsdesmit.", 1.5, 4),
    ],
)
def test_it_speaks_at_a_human_pace(language: str, text: str, least: float, most: float) -> None:
    heard = Espeak().render(text, language, Voice())
    assert least < heard.seconds < most
    assert heard.rate == 22050
    assert 3000 < np.abs(heard.samples.astype(int)).max() < 32767  # neither faint nor clipped


@pytest.mark.parametrize(
    ("language", "voice"), [("lv", None), ("en", None), ("en", "en-us+f3"), ("lv", "lv+klatt")]
)
def test_the_same_text_gives_the_same_bytes_whatever_was_said_before(
    language: str, voice: str | None
) -> None:
    wanted = Voice(name=voice)
    first = said(HELLO, language, wanted)
    said("Something else altogether, at another pace.", "en", Voice(words_per_minute=220))
    assert said(HELLO, language, wanted) == first


def test_threads_do_not_mix_their_voices() -> None:
    texts = {f"Zvans numur {word}.": b"" for word in ("viens", "divi", "trīs", "četri", "pieci", "seši")}
    alone = {text: said(text) for text in texts}

    def speak(text: str) -> None:
        texts[text] = said(text)

    threads = [threading.Thread(target=speak, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == alone


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kā varu Jums palīdzēt?", "Ka varu Jums palidzet?"),  # diacritics are heard
        ("šķēres", "skeres"),
        ("pulksten deviņos", "pulksten desmitos"),
    ],
)
def test_different_texts_differ(one: str, other: str) -> None:
    assert said(one) != said(other)
    assert phonemes(one, "lv") != phonemes(other, "lv")


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert said("sadzirdēšanos") == said("sadzirde\u0304s\u030canos")


@pytest.mark.parametrize(
    "word", ["pulksten", "piecpadsmitos", "divdesmit", "septītajā", "restīti", "labdien"]
)
def test_latvian_words_are_spoken_and_not_spelled(word: str) -> None:
    """A spelled word has a vowel more for each consonant: "pulksten" would be "pē u el kā es tē e en"."""
    letters = re.sub(r"[^a-zāčēģīķļņšūž]", "", word)
    assert len(phonemes(word, "lv").replace(" ", "")) <= len(letters) + 3
    spelled = Espeak().render(" ".join(letters), "lv", Voice()).seconds
    assert Espeak().render(word, "lv", Voice()).seconds < spelled / 2


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("Labdien\x00! Viens.", "Labdien ! Viens."),
        ("Labdien \x0120p viens.", "Labdien 20p viens."),  # embedded command: pitch
        ("Labdien \x01450S viens.", "Labdien 450S viens."),  # embedded command: speed
        ("Labdien \x1b[31m viens.", "Labdien [31m viens."),
        ("Labdien\r\n\tviens.", "Labdien viens."),
        ("Lab\u202edien \ue000 viens.", "Lab dien viens."),
        ("Labdien \ud800 viens.", "Labdien viens."),  # half of a surrogate pair
    ],
)
def test_what_would_steer_the_voice_becomes_a_space(hostile: str, harmless: str) -> None:
    assert plain(hostile) == harmless
    assert said(hostile) == said(harmless)


@pytest.mark.parametrize(
    "markup",
    [
        'one <break time="9s"/> two',
        'one <audio src="/etc/passwd"/> two',
        'one <prosody rate="x-slow">two</prosody>',
        "one [[h@'loU]] two",
    ],
)
def test_markup_is_read_out_and_not_obeyed(markup: str) -> None:
    """Obeyed, each of these would be as short as its two words, or nine seconds long."""
    read_out = Espeak().render(markup, "en", Voice())
    assert Espeak().render("one two", "en", Voice()).seconds < read_out.seconds < 9


@pytest.mark.parametrize("text", ["", "   ", "...?!", "\x00\x01", "—"])
def test_nothing_to_say_is_an_error(text: str) -> None:
    with pytest.raises(SpeechError, match="no word"):
        Espeak().render(text, "lv", Voice())


def test_an_endless_text_is_refused() -> None:
    assert len(plain("ā" * LONGEST)) == LONGEST
    with pytest.raises(SpeechError, match=str(LONGEST)):
        Espeak().render("ā" * (LONGEST + 1), "lv", Voice())


@pytest.mark.parametrize(
    "name", ["xx", "lv+nosuch", "", "../../etc/passwd", "lv+../f3", "lv\x00", "lv; rm", "LV", "lv+"]
)
def test_an_unknown_voice_is_named_and_never_opened(name: str) -> None:
    voice = Voice().model_copy(update={"name": name or None})
    with pytest.raises(SpeechError, match="no voice"):
        Espeak().render("Labdien", "lv" if name else "zz", voice)


def test_the_voice_of_the_company_file_is_obeyed() -> None:
    slow, fast = (Espeak().render(HELLO, "lv", Voice(words_per_minute=wpm)) for wpm in (90, 220))
    assert slow.seconds > fast.seconds * 1.6
    assert said(HELLO, "lv", Voice(name="lv+f3")) != said(HELLO, "lv", Voice(name="lv"))


def test_the_version_names_the_wheel() -> None:
    assert re.match(r"espeakng-loader \d", Espeak().version)


def test_every_sentence_of_a_call_is_equally_loud() -> None:
    texts = [
        ("lv", HELLO),
        ("lv", "Jā."),
        ("en", "Goodbye!"),
        ("lv", "Lai runātu ar darbinieku, nospiediet nulli."),
    ]
    for language, text in texts:
        heard = sound.shape(Espeak().render(text, language, Voice()))
        assert sound.loudness(heard) == pytest.approx(sound.LOUDNESS, abs=1.5)
