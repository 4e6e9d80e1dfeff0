"""Where departments ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ivr.company import twilio_checks
from ivr.company.checks.found import Check, Found

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile


def _rings(file: CompanyFile) -> Found:
    for id_, department in file.company.departments.items():
        rings, field = department.rings, f"departments.{id_}.rings"
        if not twilio_checks.rings_anywhere(department):
            yield file.problem(field, "it rings nowhere.", "Name an extension, like rings: 201.")
        elif rings.queue and not rings.extensions:
            yield file.problem(
                field, f'the queue "{rings.queue}" has no members.', "List them as extensions."
            )
        for index, extension in enumerate(rings.extensions):
            if extension in rings.extensions[:index]:
                wrong = f'"{extension}" is there twice.'
                yield file.problem(f"{field}.extensions.{index}", wrong, "Keep one of the two.")


def _queues(file: CompanyFile) -> Found:
    first: dict[str, tuple[str, tuple[str, ...]]] = {}
    for id_, department in file.company.departments.items():
        queue, members = department.rings.queue, department.rings.extensions
        if queue is not None and first.setdefault(queue, (id_, members))[1] != members:
            wrong = f'the queue "{queue}" has other members in "{first[queue][0]}".'
            yield file.problem(
                f"departments.{id_}.rings", wrong, "Give it the same members, or another name."
            )


IN_PARTS: tuple[Check, ...] = (_rings,)
BETWEEN_PARTS: tuple[Check, ...] = (_queues,)
