"""Twilio's words and what they mean to the product: one table each, and nothing else knows them.

Sources: Twilio's documentation of TwiML for voice (<Gather>, <Say>, <Dial>, <Enqueue>, <Record>), of the Call
resource, of answering machine detection, and its help about calls from withheld numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from ivr.company.disposition import Disposition
from ivr.company.models import Company, TwilioVoice
from ivr.conversation.actions import Expects
from ivr.conversation.events import AnsweredBy, TransferOutcome
from ivr.conversation.spoken import plain
from ivr.lines.numbers import number_given
from ivr.lines.sip import REFUSALS
from ivr.log import logger

KEYS = "0123456789*#"  # a telephone's; Twilio may also tell of A to D, which nobody has
CALLER_LEFT = "hangup"  # Digits of a recording that the caller ended by hanging up

# BCP 47 tags by which Twilio listens and speaks, where the company file names none; any other language goes
# by its own two letters.
LANGUAGES: Mapping[str, str] = {"lv": "lv-LV", "en": "en-US"}
# Tags in which Twilio makes words of speech, each with whether it has models for what is expected there; an
# unknown tag, or a model that does not speak the language, would fail the <Gather>.
RECOGNISED: Mapping[str, bool] = {
    "lv-LV": False,
    **dict.fromkeys(("en-AU", "en-GB", "en-IN", "en-US"), True),
}
# speechModel, where there are such: of Twilio's generic ones, which go on with another provider where one
# is down. Named "experimental" by history alone.
OPEN_SPEECH, SHORT_SPEECH = "experimental_conversations", "experimental_utterances"
# Twilio's voices for what is said without the service's own prompts, where the company file names none.
VOICES: Mapping[str, str] = {"lv": "Google.lv-LV-Standard-B", "en": "Google.en-US-Standard-C"}

# From of a caller who withholds the number, without regard to capitals: in words, or as these words are
# spelled on a telephone's keys.
WITHHELD = frozenset(
    {
        *("", "anonymous", "blocked", "private", "restricted", "unavailable", "unknown", "withheld"),
        "+266696687",  # ANONYMOUS
        "+2562533",  # BLOCKED
        "+7748283",  # PRIVATE
        "+7378742833",  # RESTRICTED
        "+86282452253",  # UNAVAILABLE
        "+8656696",  # UNKNOWN
    }
)

# DialCallStatus, where nobody was connected with the caller.
OUTCOMES: Mapping[str, TransferOutcome] = {
    "completed": TransferOutcome.DECLINED,  # somebody answered, heard the briefing, and did not press 1
    "answered": TransferOutcome.DECLINED,
    "busy": TransferOutcome.BUSY,
    "no-answer": TransferOutcome.NO_ANSWER,
    "failed": TransferOutcome.UNAVAILABLE,
    "canceled": TransferOutcome.NO_ANSWER,  # the caller gave up: told only on the way out
}
_ANSWERED = frozenset({"completed", "answered"})
# DialSipResponseCode, which Twilio tells of a <Sip> alone, where it says more than the status.
_DECLINED = frozenset(code for code, end in REFUSALS.items() if end is Disposition.DECLINED)

# QueueResult
QUEUES: Mapping[str, TransferOutcome] = {
    "bridged": TransferOutcome.TALKED,
    "bridging-in-process": TransferOutcome.NO_ANSWER,  # the caller was gone before they were connected
    "redirected-from-bridged": TransferOutcome.TALKED,
    "leave": TransferOutcome.NO_ANSWER,  # <Leave>: the time is up; before that, see ``queue_outcome``
    "redirected": TransferOutcome.UNAVAILABLE,
    "hangup": TransferOutcome.NO_ANSWER,  # the caller gave up: told only on the way out
    "queue-full": TransferOutcome.BUSY,
    "error": TransferOutcome.UNAVAILABLE,
    "system-error": TransferOutcome.UNAVAILABLE,
}

# AnsweredBy; "unknown" is treated as a person.
ANSWERED_BY: Mapping[str, AnsweredBy] = {
    "human": AnsweredBy.PERSON,
    "unknown": AnsweredBy.UNCERTAIN,
    "fax": AnsweredBy.MACHINE,
    "machine_start": AnsweredBy.MACHINE,
    "machine_end_beep": AnsweredBy.MACHINE,
    "machine_end_silence": AnsweredBy.MACHINE,
    "machine_end_other": AnsweredBy.MACHINE,
}

# What an assistant says that asks who is calling, and why: pieces of it, as ``plain`` has them.
SCREENING = (
    "record your name",
    "name and reason for calling",
    "screening service",
    "call is being screened",
    "before i try to connect you",
)

# CallStatus of a call that is over: how a call of ours ended, nobody having talked.
ENDS: Mapping[str, Disposition] = {
    "completed": Disposition.ABANDONED,  # somebody picked up: what was talked wins
    "busy": Disposition.BUSY,
    "no-answer": Disposition.NO_ANSWER,
    "canceled": Disposition.NO_ANSWER,  # we hung up while it rang
    "failed": Disposition.UNREACHABLE,
}
# CallStatus of a call that is not.
UNDER_WAY = frozenset({"queued", "initiated", "ringing", "in-progress"})

# Codes of errors with which Twilio refuses to call one number: no fault of the line, which takes other ones.
# https://www.twilio.com/docs/api/errors
REFUSED_NUMBERS: Mapping[int, Disposition] = {
    21211: Disposition.INVALID_NUMBER,  # invalid 'To' phone number
    21214: Disposition.INVALID_NUMBER,  # 'To' phone number cannot be reached: nobody routes it
    21217: Disposition.INVALID_NUMBER,  # phone number does not appear to be valid
    21203: Disposition.FAILED,  # international calling is not enabled
    21215: Disposition.FAILED,  # geographic permissions do not allow its country
    21216: Disposition.FAILED,  # the account is not allowed to call it
    21219: Disposition.FAILED,  # 'To' phone number not verified: a trial account
}
NOT_IN_PROGRESS = 21220  # a live call is to be changed, and is over

_PLAIN = TwilioVoice()  # where the company file says nothing of a language
_SIP_USER = re.compile(r"sips?:([^@;]*)@.*")


def language(company: Company, code: str) -> str:
    """By which tag Twilio listens and speaks in a language of the company: "lv" → "lv-LV"."""
    return company.twilio.get(code, _PLAIN).language or LANGUAGES.get(code, code)


def first_words(company: Company, code: str) -> str:
    """By which tag Twilio listens whether, and as what, somebody has picked up a call of ours."""
    tag = language(company, code)
    return tag if tag in RECOGNISED else LANGUAGES["en"]


def heard(company: Company) -> tuple[str, ...]:
    """The languages of a company in which Twilio makes words of speech."""
    return tuple(code for code in company.languages if language(company, code) in RECOGNISED)


def speech_model(tag: str, expects: Expects) -> str | None:
    """speechModel; None where Twilio has none for that language: it chooses by itself then."""
    if not RECOGNISED.get(tag):
        return None
    return OPEN_SPEECH if expects is Expects.WISH else SHORT_SPEECH


def voice(company: Company, code: str) -> str | None:
    """A voice of Twilio's for a language of the company; None where neither it nor we know one."""
    return company.twilio.get(code, _PLAIN).voice or VOICES.get(code)


def dial_outcome(status: str, bridged: bool | None, call_id: str, sip: int = 0) -> TransferOutcome:
    """How a <Dial> ended.

    Args:
        status: DialCallStatus.
        bridged: DialBridged; None where Twilio does not say: whoever answered has talked then.
        sip: DialSipResponseCode; 0 where Twilio does not say.
    """
    if bridged or (bridged is None and status in _ANSWERED):
        return TransferOutcome.TALKED
    if sip in _DECLINED:
        return TransferOutcome.DECLINED
    if status not in OUTCOMES:
        logger().warning("dial_status_unknown", call_id=call_id, status=status)
    return OUTCOMES.get(status, TransferOutcome.UNAVAILABLE)


def queue_outcome(result: str, waited: int, ring_seconds: int, call_id: str) -> TransferOutcome:
    """How an <Enqueue> ended.

    Args:
        result: QueueResult.
        waited: QueueTime, in seconds; less than ``ring_seconds`` where a key of the caller's ended it.
    """
    if result == "leave" and waited < ring_seconds:
        return TransferOutcome.LEFT
    if result not in QUEUES:
        logger().warning("queue_result_unknown", call_id=call_id, result=result)
    return QUEUES.get(result, TransferOutcome.UNAVAILABLE)


def end(status: str, sip: int, call_id: str) -> Disposition | None:
    """How a call of ours ended, nobody having talked; None while it goes on.

    Args:
        status: CallStatus.
        sip: SipResponseCode, what the other side refused with; 0 where Twilio does not say.
    """
    if status in UNDER_WAY:
        return None
    if status not in ENDS:
        logger().warning("call_status_unknown", call_id=call_id, status=status)
        return None
    return ENDS[status] if status == "completed" else REFUSALS.get(sip, ENDS[status])


def answered_by(word: str, call_id: str) -> AnsweredBy:
    """Who picked up, from AnsweredBy. What is not surely a machine is treated as a person."""
    if word not in ANSWERED_BY:
        logger().warning("answered_by_unknown", call_id=call_id, word=word)
    return ANSWERED_BY.get(word, AnsweredBy.UNCERTAIN)


def screens(said: str) -> bool:
    """Whether these are the words of an assistant that asks who is calling, and why."""
    heard = plain(said)
    return any(piece in heard for piece in SCREENING)


def called_number(given: str, country: str) -> str:
    """The number that was called: E.164 where it can be understood, otherwise as it came.

    Args:
        given: To: E.164, or the address of a SIP domain of ours.
        country: ISO 3166 code of the country whose national numbers these may be.
    """
    return number_given(_user(given), country) or ""


def caller_number(given: str, country: str) -> str | None:
    """The caller's number: E.164 where it can be understood, as it came otherwise, None when withheld.

    Args:
        given: From: E.164, a word or a number that stands for a withheld one, or an address (sip:, client:).
        country: as in ``called_number``.
    """
    number = _user(given)
    return None if number.lower() in WITHHELD else number_given(number, country)


def _user(address: str) -> str:
    found = _SIP_USER.fullmatch(address.strip())
    return unquote(found[1]) if found else address.strip()
