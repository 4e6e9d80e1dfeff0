"""Words that a menu knows: the names and examples of the company file, said as they stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.company.menu import Choice, menu, menu_of_group
from ivr.company.models import Company


def phrases(company: Company, menu_id: str, language: str) -> Mapping[str, str]:
    """What may be said at a menu, as ``plain`` has it, with the key it stands for.

    What stands for two keys is left out: it decides nothing.
    """
    made: Mapping[str, str] = company.derived(
        ("phrases", menu_id, language), lambda: _phrases(company, menu_id, language)
    )
    return made


def plain(words: str) -> str:
    """Words without capitals, punctuation and doubled spaces."""
    kept = "".join(char if char.isalnum() else " " for char in words.casefold())
    return " ".join(kept.split())


def _phrases(company: Company, menu_id: str, language: str) -> Mapping[str, str]:
    pairs = {
        (plain(phrase), choice.key)
        for choice in menu(company, menu_id).choices
        for phrase in _said(company, choice, language)
    }
    keys: dict[str, set[str]] = {}
    for phrase, key in pairs:
        keys.setdefault(phrase, set()).add(key)
    return {phrase: next(iter(of)) for phrase, of in sorted(keys.items()) if len(of) == 1 and phrase}


def _said(company: Company, choice: Choice, language: str) -> Iterator[str]:
    if choice.kind == "group":
        yield company.groups[choice.target].name.into(language)
        for member in menu(company, menu_of_group(choice.target)).choices:
            yield from _said(company, member, language)
    elif choice.kind != "back":
        parts = company.departments if choice.kind == "department" else company.answers
        part = parts[choice.target]
        yield part.name.into(language)
        yield from part.examples.get(language, ())
