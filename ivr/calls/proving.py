"""Proving as a program: what is asked comes on standard input, what was found goes to standard output."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from datetime import datetime

from threadpoolctl import threadpool_limits

from ivr import log
from ivr.calls.learnt import Learnt
from ivr.calls.proofs import Flaw, fingerprint
from ivr.calls.prover import ASKED, FOUND, Asked, Found
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import parse_campaign
from ivr.company.loader import parse
from ivr.company.models import Company
from ivr.etiquette.norms import NORMS
from ivr.etiquette.own import own_norms
from ivr.etiquette.proof.happenings import SAID
from ivr.etiquette.proof.prove import Proof, prove
from ivr.settings import from_environment
from ivr.understanding.civility import prepare as learn_threats
from ivr.understanding.optout import prepare_for as find_opt_outs
from ivr.understanding.recall import Recall

_LOWEST = 19  # of all that runs on the machine, calls come first


def proof_of(
    company: Company, campaigns: Mapping[str, Campaign], now: datetime, recall: Recall, *, own: bool = True
) -> Proof:
    """The proof of a company and its campaigns, by as many processes as there are processors.

    It is for a process that does nothing else: processes are forked, and garbage is left lying.

    Args:
        recall: keeps what is learnt of examples.
    """
    processes = len(os.sched_getaffinity(0))
    learn_threats(recall)  # once, and not in each of the processes
    find_opt_outs(SAID, recall)
    gc.disable()  # what is reached stays reached: to look for what is not takes a third of the time
    norms = (*NORMS, *own_norms(company))
    try:
        with threadpool_limits(1):  # the processes have all processors: threads would stand in their way
            return prove(company, campaigns, norms, now, processes, own=own)
    finally:
        gc.enable()


def flaws(proof: Proof, campaign: str | None) -> tuple[Flaw, ...]:
    """What was found in the calls of that campaign, or without one in those of the company."""
    found = (each for each in proof.violations if each.campaign == campaign)
    return tuple(Flaw(each.id, each.what, each.grave) for each in found)


def found(asked: Asked, recall: Recall) -> Found:
    """What is wrong with the calls that are asked about. Raises FileProblems."""
    company = parse(asked.company.path, asked.company.text).company
    files = (parse_campaign(each.path, each.text, company) for each in asked.campaigns)
    campaigns = {str(number): file.campaign for number, file in enumerate(files)}
    proof = proof_of(company, campaigns, asked.at, recall, own=asked.own)
    return Found(fingerprint(), flaws(proof, None), tuple(flaws(proof, each) for each in campaigns))


def main() -> int:
    """Read, prove, write."""
    log.configure_quiet()
    asked = ASKED.validate_json(sys.stdin.buffer.read())
    os.nice(0 if asked.urgent else _LOWEST)
    sys.stdout.buffer.write(FOUND.dump_json(found(asked, Learnt(from_environment(os.environ).learnt))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
