"""How sure it is that what was decoded was said."""

from __future__ import annotations

import pytest

from ivr.speech.recognition.confidence import ENOUGH, Evidence, confidence, guarded, weighed

YES, SURE, UNSURE = Evidence("yes", -3.0), Evidence("yes please", -5.0), Evidence("yes please", -8.0)


@pytest.mark.parametrize(
    ("evidence", "least", "most"),
    [
        (Evidence("yes", -5.0), ENOUGH, ENOUGH),
        (Evidence("yes please", -6.5), ENOUGH, ENOUGH),
        (Evidence("yes", -6.5), 0.3, 0.45),
        (Evidence("yes", 0.0), 0.95, 1.0),
        (Evidence("yes", -1000.0), 0.0, 0.001),
    ],
    ids=["a word at its bound", "words at their bound", "a word needs more", "perfect", "hopeless"],
)
def test_the_better_it_fits_the_surer_it_is(evidence: Evidence, least: float, most: float) -> None:
    assert least - 1e-9 <= confidence(evidence) <= most + 1e-9


def test_two_who_agree_are_believed() -> None:
    assert list(weighed(SURE, UNSURE)) == [("yes please", confidence(SURE))]


@pytest.mark.parametrize("second", [None, Evidence("no", 0.0)], ids=["nothing else", "something else"])
def test_one_alone_is_never_sure(second: Evidence | None) -> None:
    found = list(weighed(Evidence("yes", 0.0), second))
    assert found[0][0] == "yes"
    assert all(sure < ENOUGH for _, sure in found)


def test_what_the_second_heard_comes_second() -> None:
    assert [words for words, _ in weighed(YES, Evidence("no", 0.0))] == ["yes", "no"]
    (_, first), (_, second) = weighed(YES, Evidence("no", 0.0))
    assert second < first


@pytest.mark.parametrize(
    ("sure", "offence", "expected"),
    [
        pytest.param(0.7, None, 0.7, id="nothing rude"),
        pytest.param(0.91, "insult", 0.5, id="perhaps an insult"),
        pytest.param(0.92, "insult", 0.92, id="an insult"),
        pytest.param(0.94, "threat", 0.5, id="perhaps a threat"),
        pytest.param(0.95, "threat", 0.95, id="a threat"),
        pytest.param(0.3, "insult", 0.3, id="hardly heard"),
    ],
)
def test_who_was_rude_is_heard_more_surely(sure: float, offence: str | None, expected: float) -> None:
    assert guarded(sure, offence) == expected
