"""Letters without their marks: callers' words come with diacritics or without."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """``text`` in small letters without marks: Rēķins is rekins."""
    small = text.lower()
    if small.isascii():
        return small
    return "".join(sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))
