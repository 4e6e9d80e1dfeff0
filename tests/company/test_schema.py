"""The JSON Schema for editors says of a file what the loader says of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from ivr.cli.company import schema_of_campaign, schema_of_file
from tests.company.files import TEXT, changed
from tests.company.test_campaign_file import TEXTS as CAMPAIGNS
from tests.company.test_campaign_file import changed as changed_campaign
from tests.company.test_loader import VALID

VALIDATOR = jsonschema.Draft202012Validator(schema_of_file())


OF_CAMPAIGNS = jsonschema.Draft202012Validator(schema_of_campaign())


def as_an_editor_sees(text: str) -> Any:
    """YAML 1.2 as JSON: names are texts, and so are dates."""
    return _plain(YAML(typ="safe", pure=True).load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {_plain(key) if isinstance(key, dt.date) else str(key): _plain(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(text: str) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(as_an_editor_sees(text))]


def test_it_is_a_schema_with_descriptions() -> None:
    schema = schema_of_file()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == "Company file"
    assert "key 0" in schema["properties"]["operator"]["description"]


def test_the_example_passes() -> None:
    assert faults(TEXT) == []


# An editor of YAML 1.2 reads yes and no as texts, and +371… without quotes as a number.
SEEN_OTHERWISE = {"yes for true", "no for false", "number without quotes"}


@pytest.mark.parametrize("name", [name for name in VALID if name not in SEEN_OTHERWISE])
def test_other_spellings_pass(name: str) -> None:
    assert faults(changed(VALID[name])) == []


ALSO_VALID = {
    "a language that is understood": ("default_language: lv", "default_language: lv\nunderstands: lv"),
    "keys alone": ("default_language: lv", "default_language: lv\nunderstands: []"),
    "closed on one date": ("    - day: 2027-01-04\n", "    - 2026-12-28\n    - first: 2027-01-04\n"),
    "always": (
        '      mon-fri: "08:00-20:00"\n      sat: "10:00-14:00"',
        "      on_holidays: true\n      mon: ",
    ),
    "one place on Twilio": ('["+37167000201", "sip:202@pbx.example.com"]', "client:anna"),
    "a voice of Twilio's": ("voices:  ", "twilio: {lv: {voice: Google.lv-LV-Standard-B}}\nvoices:  "),
    "a night": ('  mon-fri: "09:00-18:00"', '  mon: "22:00-24:00"\n  tue: "00:00-06:00, 22:00-24:00"'),
}


@pytest.mark.parametrize("change", ALSO_VALID.values(), ids=list(ALSO_VALID))
def test_everything_that_may_be_written_passes(change: tuple[str, str]) -> None:
    assert faults(changed(change)) == []


WRONG = {
    "unknown field": (
        "    rings:\n      extensions: 200 ",
        "    rngs:\n      extensions: 200 ",
        "$.departments.reception",
    ),
    "unknown day": ('  mon-fri: "09:00-18:00"', '  mon-fry: "09:00-18:00"', "$.office_hours"),
    "hours of no time": ('  mon-fri: "09:00-18:00"', '  mon-fri: "9"', "$.office_hours"),
    "not a date": ('    2026-12-23: "09:00-14:00"', '    23.12.2026: "09:00-14:00"', "$.holidays.open"),
    "number with spaces": ('  "+37167000101": sales', '  "+371 67000101": sales', "$.numbers"),
    "key of the product's": ("    key: 3\n", "    key: 9\n", "$.departments.billing.key"),
    "too long a ring": ("      seconds: 25", "      seconds: 900", "$.departments.sales.rings"),
    "no place on Twilio": ("queue:support", "fax:support", "$.departments.support.rings"),
    "no voice": ("voices:  ", "twilio: {lv: {voice: Anna B}}\nvoices:  ", "$.twilio.lv.voice"),
    "all understood": ("default_language: lv", "default_language: lv\nunderstands: all", "$.understands"),
    "missing": ("operator: reception\n", "\n", "$"),
}


@pytest.mark.parametrize(("old", "new", "path"), WRONG.values(), ids=list(WRONG))
def test_what_the_loader_refuses_is_marked(old: str, new: str, path: str) -> None:
    assert path in faults(changed((old, new)))


def test_the_schema_of_campaigns_has_descriptions() -> None:
    schema = schema_of_campaign()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == "Campaign file"
    assert "call screening" in schema["properties"]["reason"]["description"]


@pytest.mark.parametrize("id_", CAMPAIGNS)
def test_the_example_campaigns_pass(id_: str) -> None:
    assert list(OF_CAMPAIGNS.iter_errors(as_an_editor_sees(CAMPAIGNS[id_]))) == []


@pytest.mark.parametrize(
    ("id_", "old", "new", "path"),
    [
        ("maintenance", "purpose: reminder", "purpose: remind", "$.purpose"),
        ("maintenance", "asks_for:", "ask_for:", "$"),
        ("maintenance", "busy: 15", "bussy: 15", "$.attempts.gaps"),
        ("maintenance", '"+37167000102"', '"371 67000102"', "$.caller_id"),
        ("maintenance", "most: 3 ", "most: 30 ", "$.attempts.most"),
        ("satisfaction", "kind: yes_no", "kind: yesno", "$.questions[1].kind"),
    ],
)
def test_what_is_refused_of_campaigns_is_marked(id_: str, old: str, new: str, path: str) -> None:
    text = changed_campaign(id_, (old, new))
    assert path in {error.json_path for error in OF_CAMPAIGNS.iter_errors(as_an_editor_sees(text))}
