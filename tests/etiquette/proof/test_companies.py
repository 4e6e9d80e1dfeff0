"""Nothing is found to be wrong in companies that differ in what companies differ in.

``ivr check`` proves the whole of each, which takes minutes for all of them; here a part of it is proved.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ivr.company.hours import opening
from ivr.conversation.errand import Errand
from ivr.etiquette.politeness import load_courteous, load_courteous_campaign
from ivr.etiquette.proof import reach
from ivr.etiquette.proof.calendar import moments, told
from ivr.etiquette.proof.openings import NAME, Opening
from tests.etiquette.proof.broken import found_in

HERE = Path(__file__).parent / "companies"
COMPANIES = tuple(sorted(path.name for path in HERE.iterdir()))
# What is special in them shows in words.
SPEAKING = (
    "english_only",
    "latvian_only",
    "names_of_all_kinds",
    "one_department",
    "own_rules",
    "strict_conduct",
)
CAMPAIGNS = tuple(sorted(path.stem for path in (HERE / "every_campaign" / "campaigns").iterdir()))
SINCE = datetime(2026, 11, 24, 22, tzinfo=UTC)  # midnight in Riga
FEW = 2  # moments: in the day, and another at which it is open otherwise


def company_of(name):
    return load_courteous(HERE / name / "company.yaml").company


@pytest.mark.parametrize("name", COMPANIES)
def test_nothing_is_found_where_keys_are_pressed(name):
    company = company_of(name)
    first = (Opening(number, ()) for number in company.numbers)
    assert found_in(company, None, first, moments(company, SINCE)[:FEW]) == {}


@pytest.mark.parametrize("name", SPEAKING)
def test_nothing_is_found_where_words_are_heard(name):
    company = company_of(name)
    first = Opening(next(iter(company.numbers)), company.languages)
    assert found_in(company, None, (first,), moments(company, SINCE)[:1]) == {}


@pytest.mark.parametrize("name", COMPANIES)
def test_every_department_is_asked_for_in_words_and_rings(name):
    company = company_of(name)
    assert [*reach.by_voice(company), *reach.rings(company)] == []


@pytest.mark.parametrize("hears", [(), ("lv", "en")], ids=["keys", "words"])
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_nothing_is_found_in_calls_of_any_campaign(name, hears):
    company = company_of("every_campaign")
    campaign = load_courteous_campaign(HERE / "every_campaign" / "campaigns" / f"{name}.yaml", company)
    errand = Errand("proof", "lv", company.timezone, NAME, name)
    first = Opening(campaign.campaign.caller_id, hears, errand=errand)
    assert found_in(company, campaign.campaign, (first,), moments(company, SINCE)[:1]) == {}


# What is special about them


def test_somebody_is_there_day_and_night():
    assert told(company_of("day_and_night"), SINCE) == ("Somebody can be reached at any time.",)


def test_the_season_is_told():
    company = company_of("seasonal")
    assert not opening(company, "gate", datetime(2027, 2, 1, 12, tzinfo=UTC)).open
    assert opening(company, "gate", datetime(2027, 7, 1, 12, tzinfo=UTC)).open
    lines = told(company, SINCE)
    assert "every Monday to Sunday: 00:00–24:00" in lines
    assert "2027-06-01 to 2027-08-31: 00:00–08:00, 22:00–24:00" in lines


def test_of_twenty_departments_seven_have_numbers_alone():
    company = company_of("twenty_departments")
    keyless = [each for each in company.departments.values() if each.key is None]
    assert (len(company.departments), len(keyless)) == (20, 7 + 1)  # and the operator


def test_campaigns_ask_every_kind_of_question_for_every_purpose():
    company = company_of("every_campaign")
    folder = HERE / "every_campaign" / "campaigns"
    all_of = [load_courteous_campaign(folder / f"{name}.yaml", company).campaign for name in CAMPAIGNS]
    assert {each.purpose for each in all_of} == {"service", "survey", "reminder", "commercial"}
    kinds = {question.kind for each in all_of for question in each.questions}
    assert kinds == {"yes_no", "choice", "number", "when", "words"}


def test_rules_of_every_kind_are_kept():
    rules = company_of("own_rules").courtesy.rules
    assert {rule.kind for rule in rules} == {"must_say", "never_say", "longest", "order"}
