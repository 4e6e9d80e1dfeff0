"""How the company meets frustration, abuse and threats (norm C3): for all of it, and for one department."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from ivr.company.base import Id, Model

if TYPE_CHECKING:
    from ivr.company.models import Company

AfterWarning = Literal["person", "end"]
Times = Annotated[int, Field(ge=1, le=3)]


class Conduct(Model):
    """What follows understanding and a warning, and who deals with threats."""

    after_warning: AfterWarning = "person"
    """Who is abusive after the warning is put through to a person, or the call is ended politely."""
    person_after: Times = 2
    """Whoever is frustrated so many times is put through to a person."""
    threat_to: Id | None = None
    """The department that deals with threats; without it, the operator."""


class OwnConduct(Model):
    """What a department does otherwise than the company."""

    after_warning: AfterWarning | None = None
    person_after: Times | None = None
    threat_to: Id | None = None


def conduct_of(company: Company, department: str | None) -> Conduct:
    """What holds in that department; of the company alone where it is None."""
    return company.derived(("conduct", department), lambda: _conduct(company, department))


def who_deals_with_threats(company: Company) -> Iterator[tuple[str, str | None]]:
    """Each field that names a department for it, with the department."""
    yield "conduct.threat_to", company.conduct.threat_to
    for id_, department in company.departments.items():
        yield f"departments.{id_}.conduct.threat_to", department.conduct.threat_to


def _conduct(company: Company, department: str | None) -> Conduct:
    own = company.departments[department].conduct if department else OwnConduct()
    return company.conduct.model_copy(update=own.model_dump(exclude_none=True))
