"""Which call proves a company: found from its file, at any time of day."""

from __future__ import annotations

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from ivr.company.models import Company
from tests.asterisk import prove
from tests.asterisk.prove import _offered, heard_on, speakable, ways
from tests.conftest import EXAMPLE

RIGA = ZoneInfo("Europe/Riga")
DAY, NIGHT = datetime(2026, 11, 25, 10, 0, tzinfo=RIGA), datetime(2026, 11, 25, 23, 30, tzinfo=RIGA)


def test_in_office_hours_the_first_key_leads_to_its_department(example: Company) -> None:
    way = next(way for way in ways(example, DAY) if way.transfer)
    assert way.transfer is not None
    assert (way.number, way.keys, way.transfer.department) == ("+37167000100", ("1",), "sales")
    assert [said[0].phrase for said in way.sentences] == ["greeting.company.day", "connect.department.sales"]


def test_at_night_the_apology_and_the_offer_are_proved(example: Company) -> None:
    found = list(ways(example, NIGHT))
    way = _offered(found)
    assert not any(way.transfer for way in found)
    assert way.sentences[-1][0].phrase.startswith("sorry.closed")
    assert "choice.message" in {sentence.phrase for sentence in way.sentences[-1]}


@pytest.mark.parametrize("now", [DAY, NIGHT])
def test_every_way_says_something_in_each_turn(example: Company, now: datetime) -> None:
    assert all(said for way in ways(example, now) for said in way.sentences)


def test_a_caller_who_speaks_goes_to_the_open_question_in_english(example: Company) -> None:
    found = speakable(example, DAY)
    assert found is not None
    way, words = found
    assert (way.number, way.keys, words) == ("+37167000100", ("#",), "Sales")


def test_nobody_speaks_to_a_company_without_english(example: Company) -> None:
    alone = example.model_copy(update={"languages": ["lv"]})
    assert speakable(alone, DAY) is None


def test_a_line_that_hears_is_asked_openly_on_the_same_way(example: Company) -> None:
    way = next(way for way in ways(example, DAY) if way.transfer)
    openly = heard_on(way, example, DAY, ("lv",))
    assert openly.transfer == way.transfer
    assert openly.sentences[0] != way.sentences[0]
    assert heard_on(way, example, DAY, ()).sentences == way.sentences


@pytest.mark.parametrize(
    ("arguments", "made"), [([], ["run", "spoken", "calls"]), ([prove.TO_US], ["run", "spoken"])]
)
def test_what_was_proved_before_is_not_proved_again(monkeypatch, capsys, tmp_path, arguments, made) -> None:
    done: list[str] = []

    class Made:
        def __init__(self, *_: object) -> None:
            pass

        def __getattr__(self, part: str):
            async def proves(*_: object, **__: object) -> str:
                done.append(part)
                return f"{part} went well"

            return proves

    for name, value in {"IVR_COMPANY": EXAMPLE, "IVR_DATABASE_URL": f"sqlite:///{tmp_path}/ivr.db"}.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setattr(prove, "Proof", Made)
    monkeypatch.setattr(sys, "argv", ["prove", *arguments])
    assert prove.main() == 0
    assert done == made
    assert ("calls went well" in capsys.readouterr().out) == ("calls" in made)
