"""That no call is held which is not proved: what is not known yet is proved in a process apart.

Calls go on meanwhile: it is a process of its own, and gives way to everything else on the machine, unless
callers wait for it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event, Lock
from time import monotonic

from pydantic import TypeAdapter, ValidationError

from ivr.calls.proofs import Flaw, NotProvedError, Proofs, ProofStoppedError
from ivr.clock import Clock, utc_now
from ivr.company.campaign_file import CampaignFile
from ivr.company.loader import CompanyFile
from ivr.log import logger

MOST_SECONDS = 600.0  # a proof that takes longer is given up
_LOOK = 0.1  # seconds between looks whether it is still wanted
_CHILD = (sys.executable, "-m", "ivr.calls.proving")


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was read."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be proved."""

    at: datetime  # the thirteen months from that day on
    company: Written
    campaigns: tuple[Written, ...]
    urgent: bool  # callers wait for it; otherwise everything else on the machine goes first
    own: bool = True  # the company's own calls, too: nothing is known of them yet


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it."""

    product: str  # fingerprint of what proved it
    company: tuple[Flaw, ...]  # none where its own calls were not asked about
    campaigns: tuple[tuple[Flaw, ...], ...]  # in the order asked


ASKED, FOUND = TypeAdapter(Asked), TypeAdapter(Found)
Prove = Callable[[Asked, Event], Found]  # given up when the event is set; raises as Prover does


class Prover:
    """Proves what is not known yet, one thing at a time. May be used by any thread."""

    def __init__(self, kept: Proofs, stop: Event, clock: Clock = utc_now, prove: Prove | None = None) -> None:
        """A proof under way is given up when ``stop`` is set; without ``prove``, processes apart prove."""
        self._kept, self._stop, self._clock = kept, stop, clock
        self._prove = prove or apart
        self._lock = Lock()

    def company(self, file: CompanyFile, campaigns: Iterable[CampaignFile], *, urgent: bool = False) -> None:
        """Return when calls may be held by a company file.

        Where that is not known, the campaigns are proved with it; one that fails is logged, and no more.

        Raises:
            NotProvedError: what is wrong with it, a line each, and what to do.
            ProofStoppedError: nobody waits for it any longer.
        """
        ours = tuple(campaigns)
        _refuse(self._flaws(file, None, ours, urgent), file, file)
        for campaign in ours:
            self._tell(file, campaign)

    def campaign(self, file: CompanyFile, campaign: CampaignFile) -> None:
        """Return when a campaign's calls may be held. Raises as ``company``."""
        _refuse(self._flaws(file, campaign, (campaign,), urgent=False), campaign, file)

    def _tell(self, file: CompanyFile, campaign: CampaignFile) -> None:
        flaws = self._kept.find(file, campaign, self._clock()) or ()
        grave = [f"{flaw.id}: {flaw.what}" for flaw in flaws if flaw.grave]
        if grave:
            logger().error("campaign_not_proved", campaign=campaign.id, problems=grave)

    def _flaws(
        self, file: CompanyFile, of: CampaignFile | None, campaigns: tuple[CampaignFile, ...], urgent: bool
    ) -> tuple[Flaw, ...]:
        """What is wrong with the calls ``of`` one campaign, or the company; ``campaigns`` are proved, too."""
        with self._lock:  # whoever waited finds what the one before has proved
            now = self._clock()
            flaws = self._kept.find(file, of, now)
            if flaws is None:
                own = of is None or self._kept.find(file, None, now) is None
                found = self._proved(_asked(file, campaigns, now, urgent, own), file, campaigns)
                flaws = found.campaigns[campaigns.index(of)] if of else found.company
            return flaws

    def _proved(self, asked: Asked, file: CompanyFile, campaigns: tuple[CampaignFile, ...]) -> Found:
        logger().info("proof_began", company=str(file.path), campaigns=[each.id for each in campaigns])
        began = monotonic()
        found = self._prove(asked, self._stop)
        logger().info("proof_ended", company=str(file.path), seconds=round(monotonic() - began, 1))
        if found.product != self._kept.product:
            raise NotProvedError(
                f"{file.path} cannot be proved: the product was changed since this service was started. "
                "Start it anew."
            )
        if asked.own:
            self._kept.keep(file, None, asked.at, found.company)
        for of, flaws in zip(campaigns, found.campaigns, strict=True):
            self._kept.keep(file, of, asked.at, flaws)
        return found


def _asked(
    file: CompanyFile, campaigns: tuple[CampaignFile, ...], now: datetime, urgent: bool, own: bool
) -> Asked:
    written = tuple(Written(each.path, each.text) for each in campaigns)
    return Asked(now, Written(file.path, file.text), written, urgent, own)


def _refuse(flaws: tuple[Flaw, ...], of: CompanyFile | CampaignFile, file: CompanyFile) -> None:
    # The same may be broken in calls to the company and in those that it promised.
    grave = dict.fromkeys(f"{of.path}: {flaw.id}: {flaw.what}." for flaw in flaws if flaw.grave)
    if grave:
        cure = f"No calls are held by it. See the shortest that shows why: ivr check {file.path}"
        raise NotProvedError("\n".join((*grave, cure)))


# ── The process apart ───────────────────────────────────────────────────────────────────────────


def apart(asked: Asked, stop: Event) -> Found:
    """Prove it in a process of its own, with processes of its own. Raises as Prover.company does."""
    output, complaint, status = _run(asked, stop)
    if status:
        said = complaint.decode("utf-8", "replace").strip().splitlines()
        raise _failed(asked, ", ".join((f"exit status {status}", *said[-1:])))
    try:
        return FOUND.validate_json(output)
    except ValidationError as error:
        raise _failed(asked, "it answered nothing that is known") from error


def _run(asked: Asked, stop: Event) -> tuple[bytes, bytes, int]:
    """What the process has written, and its exit status; whatever happens, it is gone then."""
    with _started(asked) as process:
        try:
            output, complaint = _ended(process, asked, stop)
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise
    return output, complaint, process.returncode


def _started(asked: Asked) -> subprocess.Popen[bytes]:
    given, pipe = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}, subprocess.PIPE
    try:
        # A group of its own, so that all of it can be ended; in the same session, where giving way counts.
        return subprocess.Popen(  # noqa: S603 - our own program, no shell
            _CHILD, env=given, stdin=pipe, stdout=pipe, stderr=pipe, process_group=0
        )
    except OSError as error:
        raise _failed(asked, f"no process could be started ({error.strerror})") from error


def _ended(process: subprocess.Popen[bytes], asked: Asked, stop: Event) -> tuple[bytes, bytes]:
    """What it has written. Raises NotProvedError where it takes too long, and ProofStoppedError."""
    until, sent = monotonic() + MOST_SECONDS, ASKED.dump_json(asked)
    while True:
        try:
            return process.communicate(sent, _LOOK)
        except subprocess.TimeoutExpired:
            sent = b""  # it keeps what it was given
            if stop.is_set():
                raise ProofStoppedError("The service stops before the proof has ended.") from None
            if monotonic() > until:
                raise _failed(asked, f"it took more than {MOST_SECONDS:.0f} s") from None


def _failed(asked: Asked, why: str) -> NotProvedError:
    path = asked.company.path
    return NotProvedError(f"{path} could not be proved: {why}. Try ivr check {path}, which tells more.")
