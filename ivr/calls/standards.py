"""The company file in force, and the earlier ones that calls still go by."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from ivr.calls.ports import CallRecords
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import parse_campaign
from ivr.company.loader import CompanyFile, parse
from ivr.company.models import Company
from ivr.errors import OperatorError


class FileStandards:
    """Implements ``ivr.calls.ports.Standards``: a call keeps its file, also across a restart."""

    def __init__(self, records: CallRecords, first: CompanyFile) -> None:
        self._records = records
        self._lock = Lock()
        self._known: dict[str, Company] = {}
        self._campaigns: dict[str, Campaign] = {}
        self.put_in_force(first)

    def put_in_force(self, file: CompanyFile) -> None:
        """New calls begin with ``file`` from now on; its text is kept with the records."""
        self._records.keep_company(file.fingerprint, str(file.path), file.text)
        with self._lock:
            self._known[file.fingerprint] = file.company
            self._current = (file.fingerprint, file.company)

    def current(self) -> tuple[str, Company]:
        """Fingerprint and company of the file in force."""
        return self._current

    def of(self, fingerprint: str) -> Company:
        """The company of an earlier file. Raises OperatorError when its text was kept nowhere."""
        if fingerprint not in self._known:
            self._known[fingerprint] = self._read_back(fingerprint)
        return self._known[fingerprint]

    def campaign(self, fingerprint: str, company: str) -> Campaign:
        """A campaign by the fingerprints of its file and its company's. Raises OperatorError as ``of``."""
        if fingerprint not in self._campaigns:
            self._campaigns[fingerprint] = self._read_campaign(fingerprint, company)
        return self._campaigns[fingerprint]

    def _read_campaign(self, fingerprint: str, company: str) -> Campaign:
        path, text = self._kept(fingerprint, "campaign file", "the campaign was started")
        return parse_campaign(path, text, self.of(company)).campaign

    def _read_back(self, fingerprint: str) -> Company:
        path, text = self._kept(fingerprint, "company file", "the call was begun")
        return parse(path, text).company

    def _kept(self, fingerprint: str, what: str, done: str) -> tuple[Path, str]:
        kept = self._records.company_text(fingerprint)
        if kept is None:
            raise OperatorError(
                f"The records do not hold the {what} {fingerprint[:12]} that this call began with. "
                f"Use the database in which {done}."
            )
        return Path(kept[0]), kept[1]
