"""``ivr flow``: what can happen on the telephone, as a picture."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import ivr.company
from ivr.cli import app
from ivr.company.models import Company
from ivr.conversation import flow as pictures
from ivr.conversation.flow.conversation import Calls, Table
from ivr.conversation.table import TRANSITIONS
from ivr.errors import OperatorError
from ivr.phrases.check import load_standard
from ivr.settings import from_environment

EXAMPLE = Path(ivr.company.__file__).with_name("example") / "company.yaml"


class What(StrEnum):
    """What the picture shows."""

    CONVERSATION = "conversation"
    OUTBOUND = "outbound"
    COMPANY = "company"


@app.command()
def flow(
    as_mermaid: Annotated[
        bool, typer.Option("--mermaid", help="As Mermaid's text (this is the default).")
    ] = False,
    as_svg: Annotated[bool, typer.Option("--svg", help="As an SVG drawing.")] = False,
    what: Annotated[
        What | None,
        typer.Option(
            help="The steps of calls to the company, of its own calls, or its numbers, menus and departments."
        ),
    ] = None,
    company: Annotated[
        Path | None, typer.Option(help="The company file; otherwise IVR_COMPANY, or the example.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the company's names; otherwise its default.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of printing.")] = None,
) -> None:
    """Draw what can happen: the conversation's steps, or (--what company) who is reached by which keys."""
    if as_mermaid and as_svg:
        raise OperatorError("Ask for --mermaid or for --svg, not for both.")
    shown = what or (What.COMPANY if company or language else What.CONVERSATION)
    drawn = _DRAWERS[shown, as_svg](company, language)
    _deliver(drawn, out)


def _conversation(
    draw: Callable[[Table, Calls], str], calls: Calls
) -> Callable[[Path | None, str | None], str]:
    return lambda _, __: draw(TRANSITIONS, calls)


def _company(draw: Callable[[Company, str], str]) -> Callable[[Path | None, str | None], str]:
    def drawn(path: Path | None, language: str | None) -> str:
        standard = load_standard(path or own_file() or EXAMPLE).company
        return draw(standard, spoken(standard, language))

    return drawn


_DRAWERS: Mapping[tuple[What, bool], Callable[[Path | None, str | None], str]] = {  # what, as SVG
    (What.CONVERSATION, False): _conversation(pictures.mermaid, Calls.INBOUND),
    (What.CONVERSATION, True): _conversation(pictures.svg, Calls.INBOUND),
    (What.OUTBOUND, False): _conversation(pictures.mermaid, Calls.OUTBOUND),
    (What.OUTBOUND, True): _conversation(pictures.svg, Calls.OUTBOUND),
    (What.COMPANY, False): _company(pictures.mermaid_menus),
    (What.COMPANY, True): _company(pictures.svg_menus),
}


def own_file() -> Path | None:
    """The company file of this installation; None where there is none and none is named."""
    path = from_environment(os.environ).company
    return path if path.exists() or "IVR_COMPANY" in os.environ else None


def spoken(company: Company, language: str | None) -> str:
    """That language of the company's, or its default one. Raises OperatorError for one it has not."""
    if language is None or language in company.languages:
        return language or company.default_language
    known = ", ".join(company.languages)
    raise OperatorError(f'The company file has no language "{language}". Ask for one of: {known}.')


def _deliver(drawn: str, out: Path | None) -> None:
    if out is None:
        print(drawn, end="")
        return
    try:
        out.write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise OperatorError(
            f"{out} cannot be written ({error.strerror}). Name another file with --out."
        ) from error
    print(f"Wrote {out}.")
