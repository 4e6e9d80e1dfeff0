"""That a campaign's calls are proved, and everything it always says is rendered, before its first call."""

from __future__ import annotations

from ivr.calls.ports import RecordsUnavailableError
from ivr.calls.proofs import ProofStoppedError
from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.dialer.kit import Kit
from ivr.dialer.ports import CampaignRun
from ivr.errors import IvrError, OperatorError
from ivr.log import logger

_Said = tuple[str, str]  # fingerprints of a campaign's file and of the company's


class NotReadyError(IvrError):
    """A campaign's calls are not proved, or cannot be spoken; asking again tries again."""


class Readiness:
    """Proves and renders in the background, so that no call waits for it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._asked: set[_Said] = set()
        self._found: dict[_Said, str | None] = {}  # None: it may call; a text: why it may not

    def ready(self, run: CampaignRun, campaign: Campaign) -> bool:
        """Whether it may call by now, by the company file in force. Raises NotReadyError."""
        fingerprint, company = self._kit.standards.current()
        said = (run.fingerprint, fingerprint)
        if said not in self._asked:
            self._asked.add(said)
            self._kit.background(lambda: self._prepare(said, run, company, campaign))
        why = self._found.get(said, "")
        if why:
            self._asked.discard(said)
            del self._found[said]
            raise NotReadyError(why)
        return why is None

    def _prepare(self, said: _Said, run: CampaignRun, company: Company, campaign: Campaign) -> None:
        try:
            self._found[said] = self._why_not(run, company, campaign)
        except (RecordsUnavailableError, ProofStoppedError):
            self._asked.discard(said)
        except Exception as error:  # whatever it is, the campaign must not wait for ever without a word
            logger().exception("campaign_not_prepared")
            self._found[said] = f"Its sentences cannot be rendered: {str(error) or type(error).__name__}"

    def _why_not(self, run: CampaignRun, company: Company, campaign: Campaign) -> str | None:
        try:
            self._kit.prove(run)
        except OperatorError as error:
            return " ".join(str(error).splitlines())
        self._kit.prepare(company, campaign)
        return None
