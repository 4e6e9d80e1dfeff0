"""The one disposition of an attempt: what was talked about, otherwise what the line saw, otherwise LOST."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.ending import final
from ivr.dialer.ports import OpenAttempt
from tests.dialer.world import NOON

D = Disposition


def attempt(result: Disposition | None = None, talked: bool = False, call_open: bool = False) -> OpenAttempt:
    whose = {"number": "+37126000001", "caller_id": "+37167000102", "campaign": None, "promise": "p"}
    stands = {"contact": None, "tries": 0, "result": result, "call_open": call_open}
    return OpenAttempt("a", "one", "test", NOON, **whose, **stands, call_id="a" if talked else None)


NOBODY, TALKING, CUT = attempt(), attempt(talked=True, call_open=True), attempt(talked=True)
DONE = attempt(D.ACCEPTED, talked=True)
LEFT_A_MESSAGE = attempt(D.MACHINE, talked=True, call_open=True)


@pytest.mark.parametrize(
    ("opened", "line", "waited", "expected"),
    [
        (NOBODY, D.BUSY, 0, D.BUSY),
        (NOBODY, D.NO_ANSWER, 0, D.NO_ANSWER),
        (NOBODY, D.FAILED, 0, D.FAILED),
        (NOBODY, D.MACHINE, 0, D.MACHINE),
        (NOBODY, D.ABANDONED, 0, None),  # its first turn may be on its way to the records
        (NOBODY, D.ABANDONED, 1.9, None),
        (NOBODY, D.ABANDONED, 2, D.ABANDONED),
        (TALKING, D.ABANDONED, 0, None),  # the conversation's last turn may be
        (TALKING, D.ABANDONED, 14, None),
        (TALKING, D.ABANDONED, 15, D.LOST),
        (CUT, D.ABANDONED, 0, None),
        (CUT, D.ABANDONED, 2, D.LOST),
        (CUT, D.NO_ANSWER, 2, D.LOST),  # it was talked: the line does not know better
        (DONE, D.ABANDONED, 0, D.ACCEPTED),
        (DONE, D.BUSY, 0, D.ACCEPTED),
        (LEFT_A_MESSAGE, D.ABANDONED, 0, D.MACHINE),
    ],
)
def test_the_final_disposition(opened, line, waited, expected):
    assert final(opened, line, timedelta(seconds=waited)) is expected
