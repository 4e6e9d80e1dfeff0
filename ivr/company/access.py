"""Who of the company's people may do what only some may."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from ivr.company import spelling
from ivr.company.base import Model

Operator = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$")]
"""An operator's name, as IVR_OPERATOR or the machine's user has it."""
Operators = Annotated[tuple[Operator, ...], BeforeValidator(spelling.listed, Operator | tuple[Operator, ...])]


class Access(Model):
    """The roles, and the operators who have them."""

    incidents: Annotated[Operators, Field(min_length=1)]
    """Who may see, export and keep what was said by people who were abusive or threatened (norm C2)."""


def may_see_incidents(access: Access | None, operator: str, owns: bool) -> bool:
    """Whether an operator may; where the company names nobody, whoever ``owns`` the records may."""
    return owns if access is None else operator in access.incidents
