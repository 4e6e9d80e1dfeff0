"""Rules about the person: do-not-call, consent, the number, the time it is due."""

from __future__ import annotations

from ivr.company.disposition import Disposition
from ivr.conversation.errand import Origin
from ivr.dialer.numbers import is_dear, is_valid
from ivr.dialer.ports import Decision
from ivr.dialer.rules.case import Case, on_clock, passed, refused

_NOT_THEIRS = {
    Disposition.WRONG_PERSON: "somebody else answered there",
    Disposition.INVALID_NUMBER: "the network knows no such number",
}


def do_not_call(case: Case) -> Decision:
    """Norm B2: honoured at once and for good, promise or not."""
    since = case.facts.do_not_call
    if since is None:
        return passed("do_not_call", "The number is not on the do-not-call list.")
    when = on_clock(since, case.company.timezone)
    return refused("do_not_call", f"The number is on the do-not-call list since {when}.", None)


def consent(case: Case) -> Decision:
    """A stored consent where the law asks for one; what the person asked for needs none."""
    if not _asks_consent(case):
        return passed("consent", _WITHOUT[case.call.promise is not None])
    given, purpose = case.facts.consent, case.campaign.purpose if case.campaign else ""
    if given is None:
        told = f"No consent is stored, and an automated call of a {purpose} campaign needs one."
        return refused("consent", told, None)
    day = given.given_on.astimezone(case.company.zone).date()
    if given.given_on > case.at:
        return refused("consent", f"The consent ({given.source}) holds only from {day}.", given.given_on)
    return passed("consent", f"Consent was given on {day} ({given.source}).")


_WITHOUT = {
    False: "The purpose of the call needs no stored consent.",
    True: "The person asked for the call, or agreed to it.",
}


def _asks_consent(case: Case) -> bool:
    promise = case.call.promise
    if case.campaign is None or (promise and promise.origin is not Origin.OPERATOR):
        return False
    return any(case.campaign.purpose in preset.consent_for for preset in case.presets)


def number(case: Case) -> Decision:
    """A number that can exist, costs no more than others, and is not known to be the wrong one."""
    given = case.facts.number
    if not is_valid(given):
        return refused("number", f"{given} is not a valid telephone number.", None)
    if is_dear(given):
        return refused("number", f"{given} is a premium-rate or shared-cost number.", None)
    wrong = _known_wrong(case)
    if wrong:
        return refused("number", f"{given} is not this person's number: {wrong}.", None)
    return passed("number", f"{given} is a valid number.")


def _known_wrong(case: Case) -> str | None:
    """Why a campaign leaves the number alone; a promise was asked for from that very number."""
    if case.call.promise:
        return None
    ended = [past.disposition for past in case.facts.past if past.number == case.facts.number]
    return next((_NOT_THEIRS[end] for end in ended if end in _NOT_THEIRS), None)


def due(case: Case) -> Decision:
    """Not before it is due: the promised time, or the gap after the last try."""
    at = case.call.due
    if at is None or at <= case.at:
        return passed("due", "It is due.")
    return refused("due", f"It is due at {on_clock(at, case.company.timezone)} (company's time).", at)
