"""How the company meets rudeness: its file says it for all of it, a department for itself."""

from __future__ import annotations

import pytest

from ivr.company.conduct import Conduct, conduct_of
from tests.company.files import Fault, assert_only, changed, example, problems_of

SALES = "  sales:\n"
THREATS = "  threat_to: reception "
OWN = (SALES, "  sales:\n    conduct: {after_warning: end, threat_to: support}\n")


@pytest.mark.parametrize(
    ("department", "expected"),
    [
        pytest.param(None, Conduct(threat_to="reception"), id="company"),
        pytest.param("billing", Conduct(threat_to="reception"), id="department like it"),
        pytest.param("sales", Conduct(after_warning="end", threat_to="support"), id="own department"),
    ],
)
def test_a_department_may_say_otherwise(department, expected):
    assert conduct_of(example(OWN).company, department) == expected


@pytest.mark.parametrize(
    "fault",
    [
        Fault(
            "threats to an unknown department",
            THREATS,
            "  threat_to: receptoin ",
            "conduct.threat_to",
            'there is no department "receptoin". Did you mean "reception"?',
        ),
        Fault(
            "a department's threats to an unknown one",
            SALES,
            "  sales:\n    conduct: {threat_to: guards}\n",
            "departments.sales.conduct.threat_to",
            'there is no department "guards"',
            at="    conduct: {threat_to: guards}",
        ),
        Fault(
            "a person too late",
            "  person_after: 2 ",
            "  person_after: 4 ",
            "conduct.person_after",
            "Write 3 or less.",
        ),
        Fault(
            "an unknown end",
            "  after_warning: person ",
            "  after_warning: shout ",
            "conduct.after_warning",
            "person",
        ),
    ],
    ids=lambda fault: fault.name,
)
def test_what_cannot_be_kept_is_told(fault):
    text = changed((fault.old, fault.new))
    assert_only(fault, problems_of(text), text)
