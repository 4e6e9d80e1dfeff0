"""A service of the Twilio line for each test."""

from __future__ import annotations

import pytest

from ivr.phrases.check import load_standard
from tests.conftest import EXAMPLE
from tests.lines.twilio.service import Served


@pytest.fixture(scope="session")
def company_file():
    return load_standard(EXAMPLE)


@pytest.fixture
def served(migrated_once, company_file, tmp_path):
    made = Served(company_file, tmp_path / "prompts")
    yield made
    made.close()
