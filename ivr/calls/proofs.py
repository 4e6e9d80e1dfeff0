"""What was found when calls were proved, kept so that the same is not proved twice.

A file for each kind of calls: those of the company itself, and those of a campaign. Its name is made of all
that decides the proof: the company file, the campaign file, the product with the libraries it stands on, and
what the next thirteen months hold. Of these counts who is there together with whom, and the name of the first
day on which somebody is not: a proof holds on into days that bring nothing new.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import requires, version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

import ivr
from ivr.calls.files import replaced, unused
from ivr.company.campaign_file import CampaignFile
from ivr.company.hours import opening
from ivr.company.loader import CompanyFile
from ivr.company.models import Company
from ivr.errors import IvrError, OperatorError
from ivr.etiquette.proof.calendar import midnight, moments
from ivr.log import logger

MOST = 200  # proofs that are kept; those used longest ago go first
_SUFFIX = ".json"
_NAME = re.compile(r"^[\w.-]+")  # of a library, as a requirement begins


class NotProvedError(OperatorError):
    """Calls break what no company can switch off, or nobody could find out; they are not held."""


class ProofStoppedError(IvrError):
    """The proof was given up because the service stops: nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that must not be, and is."""

    id: str  # of the norm, or of what every conversation must have
    what: str  # in a sentence
    grave: bool  # such calls are not held


@dataclass(frozen=True, slots=True)
class _Kept:
    name: str  # of its file: what was torn, or copied from elsewhere, is no proof
    path: str  # of the file whose calls they are, for whoever looks
    at: datetime  # when it was proved
    flaws: tuple[Flaw, ...]


_KEPT = TypeAdapter(_Kept)


class Proofs:
    """The proofs under a folder. May be used by any number of threads and processes at once."""

    def __init__(self, folder: Path, product: str | None = None) -> None:
        """``product`` is the fingerprint of what proves; without it, of this very product."""
        self._folder = folder
        self.product = product or fingerprint()

    def find(
        self, file: CompanyFile, campaign: CampaignFile | None, now: datetime
    ) -> tuple[Flaw, ...] | None:
        """What is wrong with the calls of that campaign, or without one of the company; None: not known."""
        path = self._path(file, campaign, now)
        try:
            kept = _KEPT.validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None
        with suppress(OSError):  # another user's: it only ages
            path.touch()
        return kept.flaws if kept.name == path.stem else None

    def keep(
        self, file: CompanyFile, campaign: CampaignFile | None, now: datetime, flaws: Iterable[Flaw]
    ) -> None:
        """Keep what was found; where that cannot be written it is proved anew the next time."""
        path, of = self._path(file, campaign, now), campaign or file
        try:
            replaced(path, _KEPT.dump_json(_Kept(path.stem, str(of.path), now, tuple(flaws)), indent=1))
            self._prune()
        except OSError as error:
            logger().info("proof_not_kept", path=str(path), why=str(error))

    def _path(self, file: CompanyFile, campaign: CampaignFile | None, now: datetime) -> Path:
        texts = (file.fingerprint, campaign.fingerprint if campaign else "")
        decides = "\n".join((self.product, *texts, *_days(file.company, midnight(file.company, now))))
        return self._folder / f"{hashlib.sha256(decides.encode()).hexdigest()[:40]}{_SUFFIX}"

    def _prune(self) -> None:
        for path in unused(self._folder, _SUFFIX, MOST):
            path.unlink(missing_ok=True)


def _days(company: Company, since: datetime) -> list[str]:
    """The ways in which departments are open and closed, as the proof looks at them, in words."""
    return company.derived(("days of proofs", since), lambda: sorted(set(_each_day(company, since))))


def _each_day(company: Company, since: datetime) -> Iterator[str]:
    for at in moments(company, since):
        name = opening(company, None, at).holiday
        there = [id_ for id_ in company.departments if opening(company, id_, at).open]
        yield f"{' '.join(there)}: {name.model_dump_json() if name else ''}"


@cache
def fingerprint() -> str:
    """Of the product's own files, the interpreter, and the libraries it needs: SHA-256, hex."""
    found = hashlib.sha256(sys.version.encode())
    for each in (*_libraries(), *_own_files()):
        found.update(each)
    return found.hexdigest()


def _libraries() -> Iterator[bytes]:
    """Those that the product needs; what else is installed beside them proves nothing."""
    for each in sorted(requires("ivr") or ()):
        if "extra ==" not in each:
            name = _NAME.findall(each)[0]
            yield f"{name} {version(name)}".encode()


def _own_files() -> Iterator[bytes]:
    own = str(Path(ivr.__file__).parent)
    for folder, within, names in os.walk(own):
        within[:] = sorted(each for each in within if each != "__pycache__")
        for name in sorted(names):
            path = Path(folder, name)
            yield str(path).removeprefix(own).encode()
            yield path.read_bytes()
