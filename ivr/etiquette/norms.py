"""All norms, in the order in which the standard has them, and then the company's own rules."""

from __future__ import annotations

from ivr.company.models import Company
from ivr.etiquette import b1, b2, b3, b4, c1, c2, c3, i1, i2, i3, i4, i5, o1, o2, o3, o4, o5, o6, o7, o8
from ivr.etiquette.norm import Norm
from ivr.etiquette.own import own_norms

_PARTS = (i1, i2, i3, i4, i5, o1, o2, o3, o4, o5, o6, o7, o8, c1, c2, c3, b1, b2, b3, b4)
NORMS: tuple[Norm, ...] = tuple(part.NORM for part in _PARTS)


def norms_of(company: Company) -> tuple[Norm, ...]:
    """By what a call of this company is judged: the norms, and the rules of its file."""
    return (*NORMS, *own_norms(company))
