"""What every room's tests may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import ivr.company
from ivr import log
from ivr.company.loader import load
from ivr.company.models import Company

# How long an example takes depends on what else the machine does; speed is measured in benchmarks/.
settings.register_profile("ivr", deadline=None)
settings.load_profile("ivr")

EXAMPLE = Path(ivr.company.__file__).parent / "example" / "company.yaml"


@pytest.fixture(autouse=True)
def _logs_end_with_the_test() -> Iterator[None]:
    """Commands direct the log to a standard error that ends with them."""
    yield
    log.reset()


@pytest.fixture(scope="session")
def example() -> Company:
    """The company file that the product brings along."""
    return load(EXAMPLE).company
