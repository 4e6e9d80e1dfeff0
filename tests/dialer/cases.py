"""Facts, companies, campaigns and work for tests of the policy: ordinary, with one thing changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.company.models import Callbacks, Calling, Company
from ivr.conversation.errand import Origin
from ivr.dialer.policy import Call
from ivr.dialer.ports import Consent, Contact, ContactState, Facts, OpenAttempt, Past, Promise, PromiseState
from tests.company.files import example

RIGA = ZoneInfo("Europe/Riga")
NUMBER, OTHER = "+37129123456", "+37129000000"
LONDON, NEW_YORK, CHICAGO = "+442079460018", "+12125551234", "+13125550100"
KALININGRAD, MUMBAI, US_FREE = "+74012530000", "+919812345678", "+18005551234"


def at(text: str, zone: str = "Europe/Riga", fold: int = 0) -> datetime:
    """The instant when a clock in ``zone`` shows ``text``, UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


TUESDAY = at("2026-11-24T10:00")  # inside every window of Latvia


def company(callbacks: Mapping[str, Any] | None = None, **calling: Any) -> Company:
    """The example company with rules of its own for calling."""
    own = {
        "calling": Calling.model_validate(calling),
        "callbacks": Callbacks.model_validate(callbacks or {}),
    }
    return example().company.model_copy(update=own)


def campaign(**given: Any) -> Campaign:
    """A campaign that asks nobody anything."""
    usual = {
        "purpose": "service",
        "name": "Test",
        "department": "sales",
        "matter": "It is a test.",
        "source": "The list.",
        "caller_id": "+37167000100",
    }
    return Campaign.model_validate({**usual, **given})


def facts(**given: Any) -> Facts:
    """Nothing is known of the person but the number."""
    return replace(Facts(NUMBER, None, None, None, (), 0, 0, 0, 0), **given)


def past(when: datetime, end: Disposition | None = Disposition.NO_ANSWER, **given: Any) -> Past:
    """An attempt at the person."""
    return replace(Past(when, NUMBER, "spring", None, end), **given)


def consent(given_on: datetime = TUESDAY - timedelta(days=30)) -> Consent:
    """A consent on paper."""
    return Consent("contract 2026-117", given_on)


def promise(when: datetime = TUESDAY, **given: Any) -> Promise:
    """A callback to Sales that a caller asked for the day before."""
    usual = Promise(
        id="p1",
        number=NUMBER,
        name=None,
        department="sales",
        campaign=None,
        contact=None,
        at=when,
        zone="Europe/Riga",
        language="lv",
        words="rīt",
        origin=Origin.ASKED,
        resume="",
        state=PromiseState.CALLING,
        tries=0,
        next_at=when,
        made_at=when - timedelta(days=1),
        made_in="c1",
    )
    return replace(usual, **given)


def contact(**given: Any) -> Contact:
    """A contact that is due."""
    usual = Contact(
        1, "spring", NUMBER, NUMBER, None, None, None, ContactState.CALLING, 0, TUESDAY, None, None
    )
    return replace(usual, **given)


def attempt(**given: Any) -> OpenAttempt:
    """An attempt at a contact."""
    whose = {"number": NUMBER, "caller_id": "+37167000100", "campaign": "spring", "promise": None}
    stands = {"contact": 1, "tries": 0, "result": None, "call_id": None, "call_open": False}
    usual = OpenAttempt("a1", "main", "asterisk", TUESDAY, **whose, **stands)
    return replace(usual, **given)


SPRING = Call("spring")
