"""``ivr routes``: where words lead, and why."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, refused
from tests.conftest import EXAMPLE


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("gribu samaksāt rēķinu",),
            ("It leads to department billing (grāmatvedība)", '"gribu samaksāt"', "department sales"),
        ),
        (
            ("I want to pay my invoice", "--lang", "en"),
            ("It leads to department billing (Accounts)", '"I want to pay"'),
        ),
        (
            ("rēķini vai pārdošana?",),
            ("The caller is asked: ", "department sales (pārdošanas nodaļa)", " or ", "department billing"),
        ),
        (("kas uzvarēja hokejā",), ("It leads nowhere. Too little like anything known", "Below 0.")),
        (("cikos jūs strādājat", "--lang", "lv"), ("It leads to answer hours (darba laiks)",)),
        (("informācija par uzņēmumu",), ("It leads to group info (informācija par uzņēmumu)",)),
        (("...",), ("It leads nowhere. Nothing was said.",)),
    ],
)
def test_the_decision_is_told_with_what_decided(
    run: Run, words: tuple[str, ...], told: tuple[str, ...]
) -> None:
    result = run("routes", *words, "--company", EXAMPLE)
    assert result.exit_code == 0, result.output
    assert [part for part in told if part not in result.output] == []


def test_a_text_cannot_steer_the_terminal(run: Run) -> None:
    result = run("routes", "rēķins \x1b[2J [bold]", "--company", EXAMPLE)
    assert result.exit_code == 0
    assert "\x1b" not in result.output


def test_a_language_that_the_company_does_not_speak_is_refused(run: Run) -> None:
    assert "Ask for one of: lv, en" in refused(
        run, "routes", "Rechnung", "--lang", "de", "--company", EXAMPLE
    )
