"""What a caller hears without the records: greeted in the company's name, and the operator rings."""

from __future__ import annotations

import pytest

from ivr.company.models import TwilioVoice
from ivr.lines.twilio.fallback import after_operator, fallback, fallback_ours
from ivr.lines.twilio.standin import twiml as strict
from tests.lines.twilio.twiml import ADDRESSES, AT, CALLER, COMPANY_NUMBER, altered, document, ringing

VOICES = {"lv": ("lv-LV", "Google.lv-LV-Standard-B"), "en": ("en-US", "Google.en-US-Standard-C")}
GOODBYE = ("Paldies, ka zvanījāt uzņēmumam SIA Ozols.", "Visu labu!")
SORRY = ("Atvainojiet, šobrīd neviens nevar atbildēt.", "Lūdzu, zvaniet vēlāk.", *GOODBYE)


def _say(text: str, language: str = "lv") -> str:
    tag, voice = VOICES[language]
    return f'<Say language="{tag}" voice="{voice}">{text}</Say>'


def _dial(*nouns: str, shown: str = CALLER) -> str:
    return (
        f'<Dial action="{AT}/fallback?rang=1" answerOnBridge="true" callerId="{shown}" timeout="20">'
        f"{''.join(nouns)}</Dial>"
    )


CONNECT = _say("Savienoju Jūs ar darbinieku.")
OPERATOR = "<Number>+37167000200</Number>"


@pytest.mark.parametrize(
    ("called", "caller", "lines"),
    [
        (COMPANY_NUMBER, CALLER, [_say("SIA Ozols, labdien!"), CONNECT, _dial(OPERATOR)]),
        (
            "+37167000101",
            CALLER,
            [_say("SIA Ozols, pārdošanas nodaļa, labdien!"), CONNECT, _dial(OPERATOR)],
        ),
        (
            COMPANY_NUMBER,
            None,
            [_say("SIA Ozols, labdien!"), CONNECT, _dial(OPERATOR, shown=COMPANY_NUMBER)],
        ),
        (
            "sip:whoever@example.com",
            "anna",
            [_say("SIA Ozols, labdien!"), CONNECT, _dial(OPERATOR, shown=COMPANY_NUMBER)],
        ),
    ],
)
def test_a_caller_is_greeted_and_the_operator_rings(example, called, caller, lines):
    made = fallback(ringing(example, "reception", twilio="+37167000200"), ADDRESSES, called, caller)
    assert made == document(*lines)
    strict.read(made.encode())


def test_a_number_with_a_language_of_its_own_is_answered_in_it(example):
    number = type(example.numbers[COMPANY_NUMBER])(language="en")
    company = altered(ringing(example, "reception", twilio="+37167000200"), numbers={COMPANY_NUMBER: number})
    assert fallback(company, ADDRESSES, COMPANY_NUMBER, CALLER) == document(
        _say("Ozols, good afternoon.", "en"), _say("I am connecting you to a person.", "en"), _dial(OPERATOR)
    )
    assert after_operator(company, COMPANY_NUMBER, talked=False) == document(
        _say("I am sorry, nobody can answer at the moment.", "en"),
        _say("Please call again later.", "en"),
        _say("Thank you for calling Ozols.", "en"),
        _say("Goodbye!", "en"),
        "<Hangup />",
    )


def test_operators_may_answer_a_queue(example):
    company = ringing(example, "reception", twilio="queue:reception", seconds=45)
    made = fallback(company, ADDRESSES, COMPANY_NUMBER, CALLER)
    assert made == document(
        _say("SIA Ozols, labdien!"),
        CONNECT,
        f'<Enqueue action="{AT}/fallback?rang=1" waitUrl="{AT}/waiting?seconds=45">reception</Enqueue>',
    )
    strict.read(made.encode())


def test_leave_is_taken_where_the_operator_has_no_place_on_twilio(example):
    made = fallback(ringing(example, "reception", extensions=200), ADDRESSES, COMPANY_NUMBER, CALLER)
    assert made == document(
        _say("SIA Ozols, labdien!"),
        *map(_say, SORRY),
        "<Hangup />",
    )


def test_after_a_talk_there_is_thanks_and_after_none_an_apology(example):
    goodbye = document(*map(_say, GOODBYE), "<Hangup />")
    assert after_operator(example, COMPANY_NUMBER, talked=True) == goodbye
    assert after_operator(example, "+37190000000", talked=True) == goodbye
    sorry = after_operator(example, COMPANY_NUMBER, talked=False)
    assert sorry.startswith(
        document(_say("Atvainojiet, šobrīd neviens nevar atbildēt.")).removesuffix("</Response>")
    )


@pytest.mark.parametrize(
    ("language", "spoken", "first"),
    [
        ("lv", "lv", "Labdien, Jums zvana uzņēmuma SIA Ozols automātiskā balss."),
        ("en", "en", "Good afternoon, this is the automated assistant of Ozols."),
        ("de", "lv", "Labdien, Jums zvana uzņēmuma SIA Ozols automātiskā balss."),
        (None, "lv", "Labdien, Jums zvana uzņēmuma SIA Ozols automātiskā balss."),
    ],
)
def test_whom_we_called_hears_who_it_was(example, language, spoken, first):
    made = fallback_ours(example, language)
    assert made.startswith(document(_say(first, spoken)).removesuffix("</Response>"))
    assert made.endswith("<Hangup /></Response>")
    assert made.count("<Say") == 4
    strict.read(made.encode())


def test_the_company_s_own_voice_is_used_and_the_account_s_where_none_is_known(example):
    own = altered(example, twilio={"lv": TwilioVoice(voice="Google.lv-LV-Chirp3-HD-Kore")})
    assert 'voice="Google.lv-LV-Chirp3-HD-Kore"' in fallback_ours(own, "lv")
    foreign = altered(example, languages=("lv", "en"), twilio={"lv": TwilioVoice(language="lv")})
    assert 'language="lv" voice="Google.lv-LV-Standard-B"' in fallback_ours(foreign, "lv")


@pytest.mark.parametrize("name", ['Smith "Ltd" <x/>', "'</Say><Hangup/>"])
def test_the_company_s_name_stays_text(example, name):
    company = altered(example, name=type(example.name).model_validate(name))
    (first, *_) = strict.read(fallback(company, ADDRESSES, COMPANY_NUMBER, CALLER).encode()).verbs
    assert first.text.startswith(name)
