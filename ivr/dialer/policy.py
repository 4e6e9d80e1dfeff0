"""The calling policy: whether somebody may be called now, by which rule not, and when again. Pure.

It is asked at the moment of dialling, with facts read then.

==================  ========================================  ==============================================
rule                a campaign's call                         a promised call
==================  ========================================  ==============================================
``do_not_call``     always                                    always
``consent``         for the purposes that the presets name    not needed: it was asked for or agreed (one that
                                                              an operator entered for a campaign needs it)
``number``          valid, no premium rate, not known as      valid, no premium rate
                    somebody else's
``due``             not before its next try                   not before the promised time or its next try
``zone``            known                                     known, once the agreed hour is over
``window``          all windows, in all zones of the person   once the agreed hour is over
``holiday``         company's and person's                    once the agreed hour is over
``department``      –                                         open, where the call leads to one
``caps``            company, campaign, presets                –
``gap``             company, presets                          –
``one_at_a_time``   always                                    always
``capacity``        company and campaign                      company
``abandoned``       the campaign's rate                       –
==================  ========================================  ==============================================

The *agreed hour* begins at the promised time: the person chose it, so within it neither window nor holiday
nor zone stands in the way of the call or of its retries. What is later is no longer what was agreed. Caps and
gaps count promised calls, but never stop them. On the line "test" nobody is rung: the presets' windows and
holidays do not apply there, everything else does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.dialer.ports import Decision, Facts
from ivr.dialer.rules import attempts, load, person, times
from ivr.dialer.rules.case import Call, Case, call_for, case_of

__all__ = ["HORIZON", "RULES", "Call", "call_for", "judge", "may_call"]

Rule = Callable[[Case], Decision]
LASTING: tuple[Rule, ...] = (
    person.do_not_call,
    person.consent,
    person.number,
    person.due,
    times.zone,
    times.window,
    times.holiday,
    times.department,
    attempts.caps,
    attempts.gap,
)
"""What the same facts and another time decide."""
MOMENTARY: tuple[Rule, ...] = (attempts.one_at_a_time, load.capacity, load.abandoned)
"""What other facts may decide at any moment."""
RULES = LASTING + MOMENTARY
HORIZON = timedelta(days=400)  # how far ahead the next possible instant is looked for


def may_call(facts: Facts, call: Call, company: Company, campaign: Campaign | None, at: datetime) -> Decision:
    """Whether the call may be made at ``at``.

    Args:
        facts: read at the moment of dialling.
        call: what it is about; ``call_for(work)`` makes it of a promise or a contact.
        company: whose rules hold.
        campaign: of ``call.campaign``; None for a promise outside of campaigns.
        at: an aware instant.

    Returns:
        A refusal names the first rule that forbids the call for good, otherwise the first in order that
        forbids it now; ``not_before`` is the first instant at which, as far as known now, no rule forbids it
        (None: never).

    Raises:
        ValueError: ``at`` is naive.
    """
    case = case_of(facts, call, company, campaign, at)
    against = [found for found in _verdicts(case) if not found.allowed]
    if not against:
        return Decision(True, "allowed", "Every rule allows the call.")
    deciding = next((found for found in against if found.not_before is None), against[0])
    return replace(deciding, not_before=_possible(case, against))


def judge(
    facts: Facts, call: Call, company: Company, campaign: Campaign | None, at: datetime
) -> tuple[Decision, ...]:
    """What each rule by itself says, in their order. Arguments and errors as of ``may_call``."""
    return _verdicts(case_of(facts, call, company, campaign, at))


def _verdicts(case: Case, rules: tuple[Rule, ...] = RULES) -> tuple[Decision, ...]:
    return tuple(rule(case) for rule in rules)


def _possible(case: Case, against: list[Decision]) -> datetime | None:
    """The first instant that satisfies everything that time alone can satisfy."""
    moment = case.at
    while against and moment < case.at + HORIZON:
        waits = [found.not_before for found in against]
        if None in waits:
            return None
        moment = max(wait for wait in waits if wait)
        later = replace(case, at=moment)
        against = [found for found in _verdicts(later, LASTING) if not found.allowed]
    return None if against else moment
