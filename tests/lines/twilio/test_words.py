"""Twilio's words in the product's."""

from __future__ import annotations

import pytest

from ivr.company.disposition import Disposition
from ivr.company.models import TwilioVoice
from ivr.conversation.actions import Expects
from ivr.conversation.events import AnsweredBy, TransferOutcome
from ivr.lines.twilio import words
from ivr.lines.twilio.words import (
    answered_by,
    called_number,
    caller_number,
    dial_outcome,
    end,
    language,
    queue_outcome,
    voice,
)
from tests.lines.twilio.twiml import SID, altered

TALKED, BUSY, NO_ANSWER, DECLINED, UNAVAILABLE, LEFT = (
    TransferOutcome.TALKED,
    TransferOutcome.BUSY,
    TransferOutcome.NO_ANSWER,
    TransferOutcome.DECLINED,
    TransferOutcome.UNAVAILABLE,
    TransferOutcome.LEFT,
)

LETTERS = ("abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz")  # of the keys from 2


@pytest.mark.parametrize(
    ("status", "bridged", "outcome"),
    [
        ("completed", True, TALKED),
        ("completed", False, DECLINED),  # heard the briefing, and did not take it
        ("completed", None, TALKED),  # Twilio does not say: whoever answered has talked
        ("answered", True, TALKED),
        ("answered", False, DECLINED),
        ("answered", None, TALKED),
        ("busy", False, BUSY),
        ("busy", None, BUSY),
        ("no-answer", False, NO_ANSWER),
        ("no-answer", True, TALKED),  # whatever the word: they were connected
        ("failed", False, UNAVAILABLE),
        ("failed", None, UNAVAILABLE),
        ("canceled", False, NO_ANSWER),
        ("", None, UNAVAILABLE),
        ("warble", False, UNAVAILABLE),
    ],
)
def test_how_a_dial_ended(status, bridged, outcome):
    assert dial_outcome(status, bridged, SID) is outcome


@pytest.mark.parametrize(
    ("sip", "outcome"), [(0, BUSY), (486, BUSY), (480, BUSY), (603, DECLINED), (608, DECLINED)]
)
def test_a_sip_telephone_tells_whether_somebody_declined(sip, outcome):
    assert dial_outcome("busy", False, SID, sip) is outcome


@pytest.mark.parametrize(
    ("result", "waited", "outcome"),
    [
        ("bridged", 12, TALKED),
        ("redirected-from-bridged", 12, TALKED),
        ("leave", 59, LEFT),
        ("leave", 0, LEFT),
        ("leave", 60, NO_ANSWER),
        ("leave", 61, NO_ANSWER),
        ("hangup", 12, NO_ANSWER),
        ("bridging-in-process", 12, NO_ANSWER),
        ("queue-full", 0, BUSY),
        ("redirected", 12, UNAVAILABLE),
        ("error", 0, UNAVAILABLE),
        ("system-error", 0, UNAVAILABLE),
        ("warble", 0, UNAVAILABLE),
    ],
)
def test_how_waiting_in_a_queue_ended(result, waited, outcome):
    assert queue_outcome(result, waited, 60, SID) is outcome


@pytest.mark.parametrize(
    ("word", "by"),
    [
        ("human", AnsweredBy.PERSON),
        ("unknown", AnsweredBy.UNCERTAIN),
        ("machine_start", AnsweredBy.MACHINE),
        ("machine_end_beep", AnsweredBy.MACHINE),
        ("machine_end_silence", AnsweredBy.MACHINE),
        ("machine_end_other", AnsweredBy.MACHINE),
        ("fax", AnsweredBy.MACHINE),
        ("warble", AnsweredBy.UNCERTAIN),
    ],
)
def test_who_answered(word, by):
    assert answered_by(word, SID) is by


@pytest.mark.parametrize(
    ("status", "sip", "disposition"),
    [
        ("queued", 0, None),
        ("initiated", 0, None),
        ("ringing", 180, None),
        ("in-progress", 200, None),
        ("warble", 0, None),
        ("completed", 200, Disposition.ABANDONED),
        ("completed", 0, Disposition.ABANDONED),
        ("completed", 486, Disposition.ABANDONED),
        ("busy", 486, Disposition.BUSY),
        ("busy", 0, Disposition.BUSY),
        ("busy", 603, Disposition.DECLINED),
        ("no-answer", 0, Disposition.NO_ANSWER),
        ("no-answer", 487, Disposition.NO_ANSWER),
        ("no-answer", 480, Disposition.NO_ANSWER),
        ("canceled", 487, Disposition.NO_ANSWER),
        ("failed", 0, Disposition.UNREACHABLE),
        ("failed", 503, Disposition.UNREACHABLE),
        ("failed", 480, Disposition.UNREACHABLE),
        ("failed", 404, Disposition.INVALID_NUMBER),
        ("failed", 484, Disposition.INVALID_NUMBER),
        ("failed", 403, Disposition.FAILED),
        ("failed", 608, Disposition.DECLINED),
    ],
)
def test_how_a_call_of_ours_ended(status, sip, disposition):
    assert end(status, sip, SID) is disposition


@pytest.mark.parametrize(
    ("understand", "event"),
    [
        (lambda word: dial_outcome(word, None, SID), "dial_status_unknown"),
        (lambda word: queue_outcome(word, 0, 60, SID), "queue_result_unknown"),
        (lambda word: answered_by(word, SID), "answered_by_unknown"),
        (lambda word: end(word, 0, SID), "call_status_unknown"),
    ],
)
def test_a_word_that_nobody_knows_leads_on_and_is_logged(understand, event, capsys):
    understand("warble")
    logged = capsys.readouterr().out
    assert event in logged
    assert SID in logged


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("+37120000001", "+37120000001"),
        (" +37120000001 ", "+37120000001"),
        ("20000001", "+37120000001"),
        ("0037120000001", "+37120000001"),
        ("sip:+37120000001@pbx.example.com", "+37120000001"),
        ("sip:%2B37120000001@pbx.example.com:5060;transport=tls", "+37120000001"),
        ("sip:20000001@pbx.example.com", "+37120000001"),
        ("sip:anna@pbx.example.com", "anna"),
        ("client:anna", "client:anna"),
        ("anonymous", None),
        ("Anonymous", None),
        ("sip:anonymous@anonymous.invalid", None),
        ("Restricted", None),
        ("unknown", None),
        ("", None),
        (" ", None),
        ("+266696687", None),
        ("+2562533", None),
        ("+7748283", None),
        ("+7378742833", None),
        ("+86282452253", None),
        ("+8656696", None),
        ("112", "112"),
        ("a\x00b\x1b[31m<b>\u2028", "ab[31m<b>"),
        ("x" * 100, "x" * 60),
        ("sip:" + "9" * 500 + "@pbx.example.com", "9" * 60),
        ("\x00", None),
    ],
)
def test_who_calls(given, number):
    assert caller_number(given, "LV") == number


def test_withheld_numbers_are_words_spelled_on_a_telephone():
    keys = {letter: str(key) for key, letters in enumerate(LETTERS, start=2) for letter in letters}
    spelled = {"+" + "".join(keys[letter] for letter in word) for word in words.WITHHELD if word.isalpha()}
    assert {word for word in words.WITHHELD if word.startswith("+")} <= spelled


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("+37167000100", "+37167000100"),
        ("67000100", "+37167000100"),
        ("sip:+37167000100@ozols.sip.twilio.com", "+37167000100"),
        ("sip:reception@ozols.sip.twilio.com", "reception"),
        ("", ""),
    ],
)
def test_who_was_called(given, number):
    assert called_number(given, "LV") == number


@pytest.mark.parametrize(
    ("code", "own", "tag", "by"),
    [
        ("lv", None, "lv-LV", "Google.lv-LV-Standard-B"),
        ("en", None, "en-US", "Google.en-US-Standard-C"),
        ("de", None, "de", None),
        ("en", TwilioVoice(language="en-GB"), "en-GB", "Google.en-US-Standard-C"),
        ("en", TwilioVoice(voice="Polly.Amy"), "en-US", "Polly.Amy"),
        ("de", TwilioVoice(voice="Polly.Vicki", language="de-DE"), "de-DE", "Polly.Vicki"),
    ],
)
def test_by_what_twilio_speaks_and_listens(example, code, own, tag, by):
    company = altered(example, twilio={code: own} if own else {})
    assert (language(company, code), voice(company, code)) == (tag, by)


HEARD = {
    "as it stands": ({}, ("lv", "en")),
    "in British English": ({"en": TwilioVoice(language="en-GB")}, ("lv", "en")),
    "in an English that its recogniser does not speak": ({"en": TwilioVoice(language="en-ZA")}, ("lv",)),
}


@pytest.mark.parametrize(("twilio", "heard"), HEARD.values(), ids=HEARD)
def test_in_which_languages_twilio_makes_words_of_speech(example, twilio, heard):
    assert words.heard(altered(example, twilio=twilio)) == heard


@pytest.mark.parametrize(("tag", "listens"), [("en-GB", "en-GB"), ("en-ZA", "en-US"), (None, "en-US")])
def test_whoever_picks_up_is_listened_to_in_a_language_that_twilio_hears(example, tag, listens):
    company = altered(example, twilio={"en": TwilioVoice(language=tag)})
    assert words.first_words(company, "en") == listens
    assert words.first_words(company, "lv") == "lv-LV"


@pytest.mark.parametrize(
    ("tag", "expects", "model"),
    [
        ("en-US", Expects.WISH, "experimental_conversations"),
        ("en-GB", Expects.YES_NO, "experimental_utterances"),
        ("lv-LV", Expects.WISH, None),
        ("en-ZA", Expects.WISH, None),
    ],
)
def test_what_model_of_speech_is_asked_for(tag, expects, model):
    assert words.speech_model(tag, expects) == model
