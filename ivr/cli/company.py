"""``ivr init``, ``ivr check`` and ``ivr schema``: the company file, from the example to going live."""

from __future__ import annotations

import json
import os
import sys
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from ivr.cli import app
from ivr.company import schemas
from ivr.company.loader import CompanyFile
from ivr.company.models import Company
from ivr.errors import FileProblems, OperatorError
from ivr.phrases.check import load_standard
from ivr.settings import from_environment


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the company file.")],
) -> None:
    """Write a commented example of a company file, and the folder for its recordings."""
    example = resources.files("ivr.company") / "example"
    written = list(_copied(example, folder))
    file = folder / "company.yaml"
    print(f"Wrote {' and '.join(str(path) for path in written)}.")
    print(f"Make it yours, then: ivr check {file}")


@app.command()
def check(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Otherwise IVR_COMPANY.")] = None,
) -> None:
    """Check a company file: print all that is wrong with it and exit 1, or what it holds."""
    path = file or from_environment(os.environ).company
    try:
        print(summary(load_standard(path)))
    except FileProblems as error:
        count = len(error.problems)
        print(error)
        print(f"{count} {'fault' if count == 1 else 'faults'}.", file=sys.stderr)
        raise typer.Exit(1) from error


@app.command()
def schema() -> None:
    """Print the JSON Schema of the company file, for completion and checks in an editor."""
    print(json.dumps(schema_of_file(), indent=2, ensure_ascii=False))


def schema_of_file() -> dict[str, object]:
    """The JSON Schema of what a company file may look like."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Company file"}
    return {**schemas.strict(Company.model_json_schema()), **head}


def summary(file: CompanyFile) -> str:
    """One line that tells what a good company file holds."""
    company = file.company
    departments = ", ".join(part.name.into(company.default_language) for part in company.departments.values())
    return (
        f"{file.path} is good: {company.name.into(company.default_language)}, "
        f"{len(company.departments)} departments ({departments}), "
        f"numbers {', '.join(company.numbers)}, languages {', '.join(company.languages)}."
    )


def _copied(example: Traversable, folder: Path) -> list[Path]:
    """Files of the example copied into ``folder``. Raises OperatorError, before a byte is written."""
    sources = {folder / name: example.joinpath(*name.parts) for name in map(Path, _EXAMPLE)}
    for target in sources:
        if target.exists():
            raise OperatorError(
                f"{target} exists already. Choose another folder, or move that file away first."
            )
    for target, source in sources.items():
        _write(target, source.read_text(encoding="utf-8"))
    return list(sources)


_EXAMPLE = ("company.yaml", "recordings/README.md")


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except OSError as error:
        raise OperatorError(
            f"{target} cannot be written ({error.strerror}). Choose another folder."
        ) from error
