"""``ivr dialplan``: renders Asterisk's configuration from the company file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ivr import wiring
from ivr.cli import app
from ivr.company.loader import CompanyFile, load
from ivr.errors import OperatorError
from ivr.lines.asterisk.dialplan import (
    Site,
    aeap_address,
    agi_url,
    folder,
    render,
    rtp_ports,
    trunk_left_out,
    without_phones,
    write,
)
from ivr.lines.asterisk.manager_access import manager_bind, manager_peers, manager_user
from ivr.settings import Settings


@app.command()
def dialplan(
    out: Annotated[Path, typer.Option(help="The folder to write, for example /etc/asterisk.")],
    company: Annotated[Path | None, typer.Option(help="The company file; otherwise IVR_COMPANY.")] = None,
    agi: Annotated[
        str | None, typer.Option(help="Where Asterisk finds the service: HOST:PORT or hagi://NAME.")
    ] = None,
    aeap: Annotated[
        str | None,
        typer.Option(help="Where Asterisk finds the service that recognises speech: HOST:PORT; else keys."),
    ] = None,
    prompts: Annotated[Path | None, typer.Option(help="The prompts as Asterisk sees them.")] = None,
    spool: Annotated[Path | None, typer.Option(help="Messages and recordings as Asterisk sees them.")] = None,
    rtp: Annotated[
        str, typer.Option(help="UDP ports for sound, two for each leg of a call.")
    ] = "10000-10019",
    phones: Annotated[bool, typer.Option("--phones", help="Let the company's phones register here.")] = False,
    test_endpoints: Annotated[
        bool,
        typer.Option("--test-endpoints", help="Let in a test caller and telephones to be called by tests."),
    ] = False,
    ami: Annotated[
        str, typer.Option(help="Where the manager interface listens, where IVR_AMI_PASSWORD opens it.")
    ] = "127.0.0.1:5038",
    ami_from: Annotated[
        str,
        typer.Option(
            help="Who may log in there: addresses or networks, commas between; "
            '"neighbours" are the networks of this machine.'
        ),
    ] = "127.0.0.1",
    force: Annotated[bool, typer.Option("--force", help="Overwrite files of another origin.")] = False,
) -> None:
    """Write Asterisk's configuration for this company; README.md in the folder says how to use it."""
    settings = wiring.settings()
    file = load(company or settings.company)
    first, last = rtp_ports(rtp)
    site = Site(
        source=str(file.path),
        fingerprint=file.fingerprint[:12],
        agi=agi_url(agi or _own_address(settings)),
        aeap=aeap_address(aeap) if aeap else None,
        prompts=folder(prompts or settings.prompts, "--prompts"),
        spool=folder(spool or settings.spool, "--spool"),
        rtp_first=first,
        rtp_last=last,
        trunk_password=settings.trunk_password,
        phone_password=_phone_password(settings) if phones else None,
        test_password=_test_password(settings) if test_endpoints else None,
        manager_password=settings.ami_password,
        manager_user=manager_user(settings.ami_user),
        manager_bind=manager_bind(ami),
        manager_peers=manager_peers(ami_from),
    )
    files = render(file.company, site)
    changed = write(files, out, force=force)
    _tell(file, site, out, len(files), len(changed))


def _own_address(settings: Settings) -> str:
    """Where an Asterisk on this machine finds the service; one that listens everywhere is on loopback too."""
    host, port = settings.agi_bind
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _phone_password(settings: Settings) -> str:
    if settings.phone_password:
        return settings.phone_password
    raise OperatorError("The phones need a password: set IVR_PHONE_PASSWORD (or IVR_PHONE_PASSWORD_FILE).")


def _test_password(settings: Settings) -> str:
    password = os.environ.get("IVR_TEST_PASSWORD") or settings.phone_password
    if password:
        return password
    raise OperatorError("The test caller needs a password: set IVR_TEST_PASSWORD or IVR_PHONE_PASSWORD.")


def _tell(file: CompanyFile, site: Site, out: Path, total: int, changed: int) -> None:
    left_out = trunk_left_out(file.company, site)
    if left_out:
        print(f"The trunk {left_out} is left out: set IVR_TRUNK_PASSWORD and render again.", file=sys.stderr)
    for id_ in without_phones(file.company):
        whom = "the fallback rings nobody" if id_ == file.company.operator else "callers get another offer"
        print(f'"{id_}" has no extensions, so on Asterisk it rings nowhere, and {whom}.', file=sys.stderr)
    if changed:
        use = f"{out / 'README.md'} says how to use them."
        print(f"{out}: {total} files, {changed} of them new or changed. {use}")
    else:
        print(f"{out}: all {total} files are as they should be.")
