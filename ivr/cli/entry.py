"""Who gives a command that not everybody may give, and whether they may; either is kept."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from ivr import log
from ivr.cli.on_record import records
from ivr.cli.outbound import company
from ivr.company.access import may_see_incidents
from ivr.errors import FileProblems, OperatorError
from ivr.records.incidents import IncidentLine, Incidents
from ivr.settings import from_environment


@dataclass(frozen=True, slots=True)
class Visit:
    """An incident, open to somebody who may see it."""

    incidents: Incidents
    found: IncidentLine
    who: str


def operator() -> str:
    """Who gives the command: IVR_OPERATOR, or else the machine's user."""
    return from_environment(os.environ).operator or _account()


def signature(name: str) -> str:
    """How the records name who gives a command; the machine's user is told where that is another."""
    account = _account()
    return name if name == account else f"{name} (as {account})"


def enter(part: str, what: str) -> Visit:
    """The incident of that id or part of it, with all that is known of it by now.

    Raises OperatorError: there is none, or this operator may not do ``what``; that is kept, too.
    """
    log.configure_quiet()
    engine = records()
    incidents = Incidents(engine, from_environment(os.environ).spool)
    found, name = incidents.find(part), operator()
    allowed = _allowed(engine, name)
    incidents.log(signature(name), what, found.id, allowed)
    if not allowed:
        raise OperatorError(
            f"{name} may not {what} incidents; that it was tried is on record. "
            'Who may is named in the company file, under "access: incidents".'
        )
    incidents.follow(found.call_id)
    return Visit(incidents, incidents.find(found.id), signature(name))


def _allowed(engine: Engine, name: str) -> bool:
    try:
        access = company(engine).access
    except FileProblems:  # there is no company file that says who may
        access = None
    return may_see_incidents(access, name, _owns(engine))


def _owns(engine: Engine) -> bool:
    """Whether the records are this user's; those of a server are whoever's who has its password."""
    if engine.dialect.name != "sqlite" or os.geteuid() == 0:
        return True
    return Path(str(engine.url.database)).stat().st_uid == os.geteuid()


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container whose user has no name
        return f"user {os.geteuid()}"
