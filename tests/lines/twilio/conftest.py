"""A service of the Twilio line for each test."""

from __future__ import annotations

import pytest

from ivr.phrases.check import load_standard
from ivr.understanding.intent import prepare as learn_intents
from ivr.understanding.optout import prepare as learn_opt_outs
from ivr.understanding.patterns import prepare as compile_patterns
from tests.conftest import EXAMPLE
from tests.lines.twilio.service import Served


@pytest.fixture(scope="session")
def company_file():
    """The example, with all learnt that is: a page that is asked for has ten seconds to answer."""
    file = load_standard(EXAMPLE)
    learn_intents(file.company)
    learn_opt_outs()
    compile_patterns()
    return file


@pytest.fixture
def served(migrated_once, company_file, tmp_path):
    made = Served(company_file, tmp_path / "prompts")
    yield made
    made.close()
