"""What may stand in an attribute or between two tags of TwiML; readers raise ValueError saying what must."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

Reader = Callable[[str], object]

E164 = re.compile(r"\+[1-9][0-9]{1,14}")
_SIP = re.compile(r"sips?:[^\s@<>\"]+@[A-Za-z0-9.:\[\]-]+(;[^\s<>\"]+)*(\?[^\s<>\"]+)?")
_SIP_CALLER = re.compile(r"[A-Za-z0-9+_.-]{1,255}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_URL_LENGTH = 4_000  # characters
MOST_HINTS, HINT_LENGTH = 500, 100  # <Gather hints>
_EXPERIMENTAL = (
    *("da-DK", "de-DE", "en-AU", "en-GB", "en-IN", "en-US", "es-ES", "es-US", "fi-FI", "fr-CA", "fr-FR"),
    *("hi-IN", "ja-JP", "ko-KR", "mk-MK", "nl-NL", "no-NO", "pl-PL", "pt-BR", "pt-PT", "ro-RO", "ru-RU"),
    *("th-TH", "tr-TR", "uk-UA", "vi-VN"),
)
# <Gather speechModel> → the languages that it speaks, where the documentation lists them.
MODELS: Mapping[str, tuple[str, ...]] = {
    "phone_call": (
        *("en-US", "en-GB", "en-AU", "fr-FR", "fr-CA", "ja-JP", "ru-RU", "es-US", "es-ES", "pt-BR"),
    ),
    "experimental_conversations": _EXPERIMENTAL,
    "experimental_utterances": _EXPERIMENTAL,
}
_MODEL = re.compile(
    "default|numbers_and_commands|googlev2_(long|short|telephony|telephony_short)|deepgram_nova-[a-z0-9-]+"
)


def flag(text: str) -> bool:
    """true or false."""
    if text not in {"true", "false"}:
        raise ValueError('must be "true" or "false"')
    return text == "true"


def whole(least: int, most: int) -> Reader:
    """A whole number within bounds."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(text)

    return read


def one_of(*words: str) -> Reader:
    """One of some words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"must be one of: {', '.join(words)}")
        return text

    return read


def some_of(*words: str) -> Reader:
    """Some of some words, with spaces between them."""

    def read(text: str) -> tuple[str, ...]:
        given = tuple(text.split(" "))
        if not set(given) <= set(words) or len(set(given)) < len(given):
            raise ValueError(f"must be some of: {', '.join(words)}; with a space between them")
        return given

    return read


def keys(least: int, most: int) -> Reader:
    """Keys of a telephone, each once."""

    def read(text: str) -> str:
        if (
            not least <= len(text) <= most
            or not set(text) <= set("0123456789*#")
            or len(set(text)) < len(text)
        ):
            raise ValueError(f"must be {least} to {most} of the keys 0123456789*#")
        return text

    return read


def tones(text: str) -> str:
    """Keys to be sent, and pauses between them."""
    if not re.fullmatch(r"[0-9*#A-DwW]{1,32}", text):
        raise ValueError("must be 1 to 32 of 0-9, A-D, *, #, and w for a pause")
    return text


def short(most: int) -> Reader:
    """Any text of some length."""

    def read(text: str) -> str:
        if not 0 < len(text) <= most:
            raise ValueError(f"must have 1 to {most} characters")
        return text

    return read


def url(text: str) -> str:
    """An absolute or a relative URL."""
    parts = urlsplit(text)
    absolute = parts.scheme in {"http", "https"} and parts.netloc
    if not text or text != text.strip() or re.search(r"[\s<>\"]", text) or len(text) > _URL_LENGTH:
        raise ValueError(f"must be a URL of at most {_URL_LENGTH:,} characters, without spaces")
    if not absolute and (parts.scheme or parts.netloc):
        raise ValueError("must be a URL of http or https")
    return text


def language(text: str) -> str:
    """A BCP 47 tag."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError("must be the tag of a language, like lv-LV")
    return text


def voice(text: str) -> str:
    """A voice of <Say>."""
    if not re.fullmatch(r"man|woman|alice|(Polly|Google)\.[A-Za-z][A-Za-z0-9-]*", text):
        raise ValueError(
            "must be man, woman, or a voice of Polly's or Google's, like Google.lv-LV-Standard-B"
        )
    return text


def hints(text: str) -> tuple[str, ...]:
    """Phrases that <Gather> may hear, with commas between them."""
    given = tuple(part.strip() for part in text.split(","))
    if len(given) > MOST_HINTS or not all(0 < len(part) <= HINT_LENGTH for part in given):
        raise ValueError(
            f"must be at most {MOST_HINTS} phrases of 1 to {HINT_LENGTH} characters, with commas"
        )
    return given


def speech_model(text: str) -> str:
    """A model of speech, generic or of one provider."""
    if text not in MODELS and not _MODEL.fullmatch(text):
        known = ", ".join(("default", "numbers_and_commands", *MODELS))
        raise ValueError(f"must be one of {known}, or a provider's, like googlev2_telephony")
    return text


def speech_timeout(text: str) -> str:
    """Seconds of silence after words, or auto."""
    if text != "auto" and not (text.isascii() and text.isdigit() and int(text) > 0):
        raise ValueError('must be a whole number of seconds, or "auto"')
    return text


def number(text: str) -> str:
    """A telephone number."""
    if not E164.fullmatch(text):
        raise ValueError("must be a number in E.164 format, like +37167000201")
    return text


def sip_uri(text: str) -> str:
    """A SIP address."""
    if not _SIP.fullmatch(text) or len(text) > 255:
        raise ValueError("must be a SIP address of at most 255 characters, like sip:201@pbx.example.com")
    return text


def client(text: str) -> str:
    """Identity of a telephone of Twilio's own."""
    if not re.fullmatch(r"[A-Za-z0-9_.+@-]{1,256}", text):
        raise ValueError("must be an identity of 1 to 256 letters, digits, or _.+@-")
    return text


def caller_id(text: str) -> str:
    """A number or client to show; SIP telephones can be shown any word."""
    if not (E164.fullmatch(text) or re.fullmatch(r"client:.{1,256}", text) or _SIP_CALLER.fullmatch(text)):
        raise ValueError("must be a number in E.164 format, or client:NAME")
    return text


def queue(text: str) -> str:
    """Name of a queue."""
    if not text:
        raise ValueError("must name a queue")
    if len(text) > 64:
        raise ValueError("must have at most 64 characters")
    return text


def sid(prefix: str) -> Reader:
    """Twilio's id of something."""

    def read(text: str) -> str:
        if not re.fullmatch(rf"{prefix}[0-9a-f]{{32}}", text):
            raise ValueError(f"must be a SID: {prefix} and 32 hexadecimal digits")
        return text

    return read


def spoken(text: str) -> str:
    """What <Say> says; how long it may be, its voice decides."""
    if not text:
        raise ValueError("must say something")
    return text
