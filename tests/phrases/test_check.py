"""Whether all can be said that a company file asks for."""

from __future__ import annotations

import dataclasses
import wave
from pathlib import Path

import pytest

from ivr.errors import FileProblems
from ivr.phrases.check import load_standard, problems, sentence_ids
from ivr.phrases.compose import all_fixed
from tests.company.files import Fault, assert_only, changed, example

OFFER = "  help.offer: {lv: Kā varu Jums palīdzēt?, en: How may I help you?}"

WORDING = [
    Fault("unknown", OFFER, "  help.offr: Yes?", "wording.help.offr", 'Did you mean "help.offer"?'),
    Fault(
        "unknown use",
        OFFER,
        "  menu.choice.sale.1: Yes?",
        "wording.menu.choice.sale.1",
        '"menu.choice.sales.1"?',
    ),
    Fault(
        "of an answer", OFFER, "  answer.address: Here.", "wording.answer.address", "Write them under answers"
    ),
    Fault(
        "parameter unknown",
        OFFER,
        "  help.offer: {lv: 'Jā, {compani}?'}",
        "wording.help.offer.lv",
        'Did you mean "company"?',
    ),
    Fault(
        "parameter without name",
        OFFER,
        "  help.offer: {lv: 'Jā, {}?'}",
        "wording.help.offer.lv",
        'no parameter "{}"',
    ),
    Fault(
        "part of a parameter",
        OFFER,
        "  help.offer: 'Yes, {company.name}?'",
        "wording.help.offer",
        "no parameter",
    ),
    Fault(
        "brace left open",
        OFFER,
        "  help.offer: {en: 'Yes, {company?'}",
        "wording.help.offer.en",
        "braces do not match",
    ),
    Fault(
        "brace left closed",
        OFFER,
        "  help.offer: {en: 'Yes, company}?'}",
        "wording.help.offer.en",
        "braces do not match",
    ),
    Fault(
        "format of a parameter",
        OFFER,
        "  help.offer: {en: '{company:d}'}",
        "wording.help.offer.en",
        "braces do not match",
    ),
    Fault(
        "parameter left out",
        OFFER,
        "  menu.choice: {en: 'Press {key}.'}",
        "wording.menu.choice.en",
        'leave out "{name}"',
    ),
    Fault(
        "what moves left out",
        OFFER,
        "  closed.until: {en: Later.}",
        "wording.closed.until.en",
        'leave out "{when}"',
    ),
]


@pytest.mark.parametrize("fault", WORDING, ids=lambda fault: fault.name)
def test_a_wording_that_cannot_be_said_is_told_at_its_line(fault: Fault) -> None:
    change = (fault.old, fault.new)
    assert_only(fault, problems(example(change)), changed(change))


GOOD = [
    "  help.offer: Yes?",
    "  greeting.company: {en: Good day.}",  # a greeting need not use every parameter
    "  menu.choice: {en: 'For {name}, press {key}.'}",
    "  menu.choice.sales.1: {en: 'To order, press one.'}",  # one use: what it is about is known
    "  greeting.company.day: {lv: 'Labdien, {company}!'}",
    "  closed.until: {en: '{company} opens {when}.'}",
    "  help.offer: {en: 'Braces {{so}}?'}",
]


@pytest.mark.parametrize("wording", GOOD)
def test_good_wording_passes_and_can_be_composed(wording: str) -> None:
    file = example((OFFER, wording))
    assert problems(file) == ()
    assert all(sentence.text for sentence in all_fixed(file.company))


def test_the_ids_are_those_of_the_sentences_that_are_rendered() -> None:
    company = example().company
    assert set(sentence_ids(company)) == {sentence.phrase for sentence in all_fixed(company)}


def test_a_language_without_words_is_told() -> None:
    company = example().company.model_copy(update={"languages": ("lv", "en", "et")})
    found = problems(dataclasses.replace(example(), company=company))
    assert {problem.field for problem in found} == {"languages.2"}
    assert any("cannot be put into words" in problem.wrong for problem in found)
    assert any(
        "sentences have no words" in problem.wrong and "greeting.company" in problem.wrong
        for problem in found
    )


def write_wav(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(1600))


RECORDINGS = {
    "unknown": ("help.offr", 'Did you mean "help.offer"?'),
    "moving": ("closed.until", "worded anew in each call"),
    "of many": ("menu.choice", "menu.choice.billing.3.wav"),
    "of nothing": ("introduction", "introduction.support.wav"),
}


@pytest.mark.parametrize(("phrase", "says"), RECORDINGS.values(), ids=list(RECORDINGS))
def test_a_recording_of_no_sentence_is_told(phrase: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "company.yaml"
    path.write_text(changed(), encoding="utf-8")
    for good in ("help.offer", "answer.address", "menu.choice.sales.1"):
        write_wav(tmp_path / "recordings" / "lv" / f"{good}.wav")
    load_standard(path)
    write_wav(tmp_path / "recordings" / "lv" / f"{phrase}.wav")
    with pytest.raises(FileProblems, match=says) as caught:
        load_standard(path)
    assert caught.value.problems[0].file == str(tmp_path / "recordings" / "lv" / f"{phrase}.wav")


def test_load_standard_tells_of_all_rooms_at_once(tmp_path: Path) -> None:
    path = tmp_path / "company.yaml"
    faults = (
        (OFFER, "  help.offr: Yes?"),
        ("      seconds: 25", "      seconds: x"),
        ("{lv: adrese, en: Address}", "x"),
    )
    path.write_text(changed(*faults), encoding="utf-8")
    with pytest.raises(FileProblems) as caught:
        load_standard(path)
    fields = [problem.field for problem in caught.value.problems]
    assert fields == ["departments.sales.rings.seconds", "wording.help.offr", "recordings"]
