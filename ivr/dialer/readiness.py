"""That everything a campaign always says is rendered before its first call."""

from __future__ import annotations

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.dialer.kit import Kit
from ivr.dialer.ports import CampaignRun
from ivr.errors import IvrError
from ivr.log import logger

_Said = tuple[str, str]  # fingerprints of a campaign's file and of the company's


class NotSpokenError(IvrError):
    """A campaign's sentences cannot be rendered; asking again tries again."""


class Readiness:
    """Renders in the background, so that no call waits for it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._asked: set[_Said] = set()
        self._found: dict[_Said, str | None] = {}  # None: the sentences are there; a text: why they are not

    def ready(self, run: CampaignRun, campaign: Campaign) -> bool:
        """Whether its sentences are there, for the company file in force. Raises NotSpokenError."""
        fingerprint, company = self._kit.standards.current()
        said = (run.fingerprint, fingerprint)
        if said not in self._asked:
            self._asked.add(said)
            self._kit.background(lambda: self._prepare(said, company, campaign))
        why = self._found.get(said, "")
        if why:
            self._asked.discard(said)
            del self._found[said]
            raise NotSpokenError(f"Its sentences cannot be rendered: {why}")
        return why is None

    def _prepare(self, said: _Said, company: Company, campaign: Campaign) -> None:
        try:
            self._kit.prepare(company, campaign)
            self._found[said] = None
        except Exception as error:  # whatever it is, the campaign must not wait for ever without a word
            logger().exception("campaign_not_prepared")
            self._found[said] = str(error) or type(error).__name__
