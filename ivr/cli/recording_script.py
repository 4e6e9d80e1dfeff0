"""The recording script: what a voice actor says, in the order of a call, and the name of each file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from ivr.phrases.catalogue.phrase import Phrase
from ivr.phrases.sentence import Sentence, SpeechAct


class Format(StrEnum):
    """How the script is written."""

    CSV = "csv"  # for a spreadsheet
    MD = "md"  # to read from


HOW: Mapping[SpeechAct, str] = {
    SpeechAct.GREETS: "Opens the call. Warm and clear; the name unhurried.",
    SpeechAct.INTRODUCES: "Gives a name. Friendly, matter-of-fact.",
    SpeechAct.NOTIFIES: "Tells that the call is recorded. Neutral.",
    SpeechAct.OFFERS_HELP: "An honest question. The voice rises at the end.",
    SpeechAct.OFFERS_CHOICE: "A choice by key. Even pace; a short pause before the key.",
    SpeechAct.OFFERS_PERSON: "Offers a person. Inviting, never as a last resort.",
    SpeechAct.ASKS_AGAIN: "Asks again. Patient; the caller did nothing wrong.",
    SpeechAct.CONFIRMS: "Confirms. Brief and certain.",
    SpeechAct.INFORMS: "Gives information. Clear, unhurried.",
    SpeechAct.APOLOGISES: "Apologises. Sincere, not dramatic.",
    SpeechAct.CONNECTS: "Announces that the call is put through. Reassuring.",
    SpeechAct.INVITES: "Invites to leave a message. Inviting.",
    SpeechAct.UNDERSTANDS: "Shows understanding. Warm, honest, unhurried.",
    SpeechAct.WARNS: "Asks for courtesy. Calm and kind; nobody is scolded.",
    SpeechAct.BRIEFS: "To a colleague who takes the call. Brief, factual.",
    SpeechAct.ASKS_WHO: "Asks whom we talk with. Polite; the voice rises at the end.",
    SpeechAct.ASKS_CONVENIENCE: "Asks whether it is convenient. Considerate; a no is as welcome as a yes.",
    SpeechAct.ASKS_TIME: "Asks for a time. Helpful, unhurried.",
    SpeechAct.REFERS: "Reminds of the call that was promised. Reliable, warm.",
    SpeechAct.STATES_MATTER: "Tells why we call. Brief and clear.",
    SpeechAct.ASKS_QUESTION: "Asks a question. Interested; the voice rises at the end.",
    SpeechAct.PROPOSES: "Proposes something. Friendly, without pressing.",
    SpeechAct.AGREES: "Tells what happens next. Certain.",
    SpeechAct.THANKS: "Thanks the caller. Warm.",
    SpeechAct.PARTS: "Says goodbye. Warm, falling at the end.",
}

Row = tuple[str, str, str, str, str, str]  # number, file, phrase id, language, text, how to say it
_HEADINGS: Row = ("No", "File to deliver", "Phrase", "Language", "Text", "How to say it")


def script_of(
    sentences: tuple[Sentence, ...], catalogue: tuple[Phrase, ...], languages: tuple[str, ...], form: Format
) -> str:
    """The script of ``sentences``, and after them what of the ``catalogue`` cannot be recorded."""
    ordered = tuple(_in_order(sentences, catalogue, languages))
    rows = tuple(_row(number, sentence) for number, sentence in enumerate(ordered, 1))
    moving = tuple((phrase, language) for phrase in catalogue if phrase.moving for language in languages)
    return _FORMS[form](rows, moving)


def _in_order(
    sentences: tuple[Sentence, ...], catalogue: tuple[Phrase, ...], languages: tuple[str, ...]
) -> Iterator[Sentence]:
    """Language by language, so that an actor reads one; within it as a call goes, alike beside alike."""
    places = {phrase.id: place for place, phrase in enumerate(catalogue)}
    yield from sorted(
        sentences,
        key=lambda s: (languages.index(s.language), _place(places, s.phrase), s.phrase),
    )


def _place(places: Mapping[str, int], sentence_id: str) -> int:
    """Where the phrase of a sentence stands: "menu.choice.sales.1" is a use of "menu.choice"."""
    while sentence_id and sentence_id not in places:
        sentence_id = sentence_id.rpartition(".")[0]
    return places.get(sentence_id, len(places))


def _row(number: int, sentence: Sentence) -> Row:
    file = f"{sentence.language}/{sentence.phrase}.wav"
    words = sentence.spoken[:1].upper() + sentence.spoken[1:]
    return str(number), file, sentence.phrase, sentence.language, words, HOW[sentence.act]


def _csv(rows: tuple[Row, ...], moving: tuple[tuple[Phrase, str], ...]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows((_HEADINGS, *rows))
    for phrase, language in moving:
        writer.writerow(("", "not to be recorded", phrase.id, language, phrase.texts.get(language, ""), _WHY))
    return out.getvalue()


_WHY = "Worded anew in each call; the synthetic voice says it."

_HEAD = """# Recording script

- Deliver one WAV file for each sentence under exactly the name given: 8 kHz, 16 bit, mono
  (record higher, then for example `sox take.wav -r 8000 -b 16 -c 1 lv/help.offer.wav`).
- No music, no effects, no long silence at either end. Loudness is evened out by the product.
- One voice, one distance to the microphone, one sitting for each language where possible.
"""


def _md(rows: tuple[Row, ...], moving: tuple[tuple[Phrase, str], ...]) -> str:
    parts = [_HEAD, "| " + " | ".join(_HEADINGS) + " |", "|" + "---|" * len(_HEADINGS)]
    parts += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    if moving:
        parts += ["", "## Not to be recorded", "", _WHY, ""]
        parts += [f"- {phrase.id} ({lang}): {phrase.texts.get(lang, '')}" for phrase, lang in moving]
    return "\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


_FORMS: Mapping[Format, Callable[[tuple[Row, ...], tuple[tuple[Phrase, str], ...]], str]] = {
    Format.CSV: _csv,
    Format.MD: _md,
}
