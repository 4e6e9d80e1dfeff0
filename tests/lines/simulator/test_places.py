"""Where a department rings, as it is shown in the terminal and in the picture of the company."""

from __future__ import annotations

import pytest

from ivr.conversation.flow import mermaid_menus
from ivr.lines.simulator.call import places
from tests.company.files import example

RECEPTION = "      extensions: 200           # one telephone of the exchange\n"
SALES = "      extensions: [201, 202]    # both at once; together: false rings one after the other\n"
IN_TURN = "      together: false\n"


@pytest.mark.parametrize(
    ("changes", "department", "shown", "drawn"),
    [
        ((), "sales", "201 and 202", "rings 201, 202, together, 25 s"),
        ((), "support", "queue support (211 and 212)", "queue support (211, 212), 60 s"),
        (((SALES, ""),), "sales", "+37167000201 and sip:202@pbx.example.com", "rings +37167000201, "),
        (
            ((SALES, "      together: false\n"),),
            "sales",
            "+37167000201, then sip:202@pbx.example.com",
            "one by",
        ),
        (((RECEPTION, ""),), "reception", "+37167000200", "rings +37167000200, 25 s"),
    ],
)
def test_a_department_without_extensions_rings_on_twilio(changes, department, shown, drawn) -> None:
    company = example(*changes).company
    assert places(company, department) == shown
    assert drawn in mermaid_menus(company, "en").replace("<br/>", " ")
