"""The people whom the harness lets be called, without any Asterisk."""

from __future__ import annotations

import random
from pathlib import Path

import phonenumbers
import pytest

from ivr.company.campaign import Campaign
from ivr.company.campaign_file import parse_campaign
from ivr.company.loader import load
from ivr.company.models import Company
from ivr.conversation.actions import Conclude, Say, Transfer
from tests.asterisk.callees import BY_CODE, MANNERS, Course, Manner, busiest
from tests.asterisk.calling import number_of
from tests.asterisk.prove_calls import campaign_text, numbers

HERE = Path(__file__).parent / "company"
TALKING = [manner for manner in MANNERS if manner.keys and manner.name != "wants a person"]


@pytest.fixture(scope="module")
def company() -> Company:
    """The company of the harness."""
    return load(HERE / "company.yaml").company


@pytest.fixture(scope="module")
def campaign(company: Company) -> Campaign:
    """What it calls about."""
    path = HERE / "campaigns" / "sixty.yaml"
    return parse_campaign(path, path.read_text("utf-8"), company).campaign


@pytest.mark.parametrize("manner", [pytest.param(manner, id=manner.name) for manner in TALKING])
def test_the_keys_of_a_manner_lead_to_its_end(manner: Manner, company: Company, campaign: Campaign) -> None:
    course = Course(company, campaign)
    turn = course.first(number_of(manner.name))
    for key in manner.keys:
        turn = course.next(turn, key)
    assert [act.disposition for act in turn.actions if isinstance(act, Conclude)] == [manner.ends]


def test_who_wants_a_person_is_put_through(company: Company, campaign: Campaign) -> None:
    course = Course(company, campaign)
    turn = course.next(course.next(course.first("+37120000008"), "1"), "0")
    assert isinstance(turn.actions[-1], Transfer)


def test_numbers_say_what_their_telephones_do_and_are_valid() -> None:
    for manner in MANNERS:
        number = number_of(manner.name)
        assert BY_CODE[number[-2:]] is manner
        assert phonenumbers.is_valid_number(phonenumbers.parse(number))


@pytest.mark.parametrize(
    ("moments", "span", "most"),
    [((), 1.0, 0), ((0.0, 0.5, 1.0), 1.0, 2), ((1.0, 0.2, 0.1, 0.9), 1.0, 4), ((0.0, 2.0), 1.0, 1)],
)
def test_the_busiest_second_is_found_wherever_it_begins(
    moments: tuple[float, ...], span: float, most: int
) -> None:
    assert busiest(moments, span) == most


def test_any_company_can_be_proved(example: Company, company: Company) -> None:
    for of in (example, company):
        campaign = parse_campaign(Path("proof.yaml"), campaign_text(of), of).campaign
        assert campaign.line == "test"
        said = [
            act.sentence for act in Course(of, campaign).first("+12025550101").actions if isinstance(act, Say)
        ]
        assert of.name.into(of.default_language) in said[0].text


def test_the_people_of_a_proof_are_nobody_and_new_each_time() -> None:
    chance = random.Random(1)
    used: list[str] = []
    for _ in range(50):
        people = numbers(used, chance)
        assert not set(people) & set(used)
        assert all(number[5:10] == "55501" for number in people)
        assert [manner.name for manner in people.values()] == ["accepts", "asks for later", "opts out"]
        used += people
