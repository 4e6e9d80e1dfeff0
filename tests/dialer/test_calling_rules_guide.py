"""The guide for operators names every rule, disposition, and the numbers of every preset."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.following import GAPS, TOO_LATE
from ivr.dialer.policy import judge
from ivr.dialer.presets import PRESETS
from tests.dialer.cases import SPRING, TUESDAY, campaign, company, facts

GUIDE = (Path(__file__).parents[2] / "docs" / "calling-rules.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in GUIDE.splitlines() if line[:1] == "|"
]


def column(preset: str) -> list[str]:
    """What the table of presets says of one, from window to rest."""
    head = next(row for row in ROWS if row[-1].startswith("`us`"))
    place = next(n for n, cell in enumerate(head) if cell.startswith(f"`{preset}`"))
    first = ROWS.index(head) + 2
    return [row[place] for row in ROWS[first : first + 5]]


def test_every_rule_has_its_row_in_order() -> None:
    names = [found.rule for found in judge(facts(), SPRING, company(), campaign(), TUESDAY)]
    rows = [row[0].strip("`") for row in ROWS if row[0].startswith("`")]
    assert rows[: len(names)] == names


def test_every_disposition_is_named() -> None:
    assert [end.value for end in Disposition if f"`{end.value}`" not in GUIDE] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_the_numbers_of_a_preset_are_told(preset: str) -> None:
    window, consent, day, abandoned, rest = column(preset)
    known = PRESETS[preset]
    spans = {f"{span.start:%H:%M}–{span.end:%H:%M}" for week in known.hours.week for span in week}
    assert all(span in window for span in spans)
    assert set(consent.split(", ")) == known.consent_for
    assert (day, abandoned) == (str(known.daily_cap), f"{known.abandoned_percent} %")
    assert rest == (f"{72} hours" if known.rests else "–")


def test_the_gaps_are_told() -> None:
    for end, minutes in GAPS.items():
        assert [f"`{end.value}`", str(minutes)] in [row[:2] for row in ROWS]
    assert f"{TOO_LATE.total_seconds() / 3600:.0f} hours after" in GUIDE
