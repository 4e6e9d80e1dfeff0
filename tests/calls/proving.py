"""Companies to be proved, and somebody who proves them at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

from ivr.calls.proofs import Flaw
from ivr.calls.prover import Asked, Found
from ivr.company.campaign_file import CampaignFile, parse_campaign
from tests.company.files import example
from tests.conftest import EXAMPLE

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday
DAY = timedelta(days=1)
PRODUCT = "of tests"
GRAVE = Flaw("own:recorded", '"notice.recording" is not said', True)
SLIGHT = Flaw("I2", "nobody gives a name", False)


def campaign(name: str = "maintenance", changed: str = "") -> CampaignFile:
    """A campaign of the example, with something added to its file."""
    path = EXAMPLE.parent / "campaigns" / f"{name}.yaml"
    return parse_campaign(Path(path.name), path.read_text("utf-8") + changed, example().company)


@dataclass
class Standin:
    """Finds at once what it is told to find, and keeps what it was asked."""

    company: tuple[Flaw, ...] = ()
    campaign: tuple[Flaw, ...] = ()  # in each of them
    product: str = PRODUCT
    asked: list[Asked] = field(default_factory=list)

    def __call__(self, asked: Asked, stop: Event) -> Found:
        self.asked.append(asked)
        return Found(self.product, self.company, (self.campaign,) * len(asked.campaigns))
