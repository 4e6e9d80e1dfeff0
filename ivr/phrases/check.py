"""Whether all can be said that a company file makes the product say; and the way to load such a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ivr.company.base import ANY_LANGUAGE
from ivr.company.explain import nearest
from ivr.company.loader import CompanyFile, load
from ivr.company.models import Company
from ivr.errors import Problem
from ivr.phrases import courtesy_check, formats
from ivr.phrases.catalogue import CATALOGUE, HELLO, TONGUES
from ivr.phrases.catalogue.phrase import Phrase, placeholders
from ivr.phrases.compose import uses

Found = Iterator[Problem]

# Words of a phrase that an own wording may leave out; it cannot leave out what the caller needs to know.
OPTIONAL = frozenset({"company", "hello"})


def load_standard(path: Path) -> CompanyFile:
    """The company file at ``path``, ready for calls: valid in itself, and all of it can be said.

    Raises:
        FileProblems: everything that is wrong with it.
    """
    return load(path, problems)


def problems(file: CompanyFile) -> tuple[Problem, ...]:
    """Every fault of the wording, the languages and the recordings' names of ``file``."""
    return (*_languages(file), *_wording(file), *_recordings(file), *courtesy_check.problems(file))


def sentence_ids(company: Company) -> dict[str, Phrase | None]:
    """Ids of all sentences that are fixed when the file is loaded → their phrase; None for answers."""
    ids: dict[str, Phrase | None] = {f"answer.{id_}": None for id_ in company.answers}
    for phrase in CATALOGUE.values():
        if not phrase.moving and phrase.about != ("week",):  # the week is said as the answer that asks for it
            ids.update({".".join((phrase.id, *about)): phrase for about in uses(company, phrase)})
    return ids


# Languages


def _languages(file: CompanyFile) -> Found:
    for index, language in enumerate(file.company.languages):
        field = f"languages.{index}"
        if not (language in HELLO and language in TONGUES and language in formats.TONGUES):
            wrong = f'times, numbers and greetings cannot be put into words in "{language}" yet.'
            yield file.problem(
                field, wrong, f"Use {' or '.join(formats.TONGUES)}; docs/how-to-add.md adds another."
            )
        wordless = _wordless(file.company, language)
        if wordless:
            wrong = f'{len(wordless)} sentences have no words in "{language}": {", ".join(wordless[:5])}, ….'
            yield file.problem(
                field, wrong, f'Write them in "{language}" under wording, or remove the language.'
            )


def _wordless(company: Company, language: str) -> list[str]:
    own = {id_ for id_, text in company.wording.items() if not text.missing((language,))}
    return [id_ for id_, phrase in CATALOGUE.items() if language not in phrase.texts and id_ not in own]


# Wording


def _wording(file: CompanyFile) -> Found:
    for id_, text in file.company.wording.items():
        phrase = _phrase_of(file.company, id_)
        if phrase is None:
            yield _unknown_wording(file, id_)
            continue
        for language, words in text.root.items():
            field = f"wording.{id_}" if language == ANY_LANGUAGE else f"wording.{id_}.{language}"
            yield from _words(file, field, phrase, words, _needed(phrase, id_, language))


def _phrase_of(company: Company, id_: str) -> Phrase | None:
    return CATALOGUE.get(id_) or sentence_ids(company).get(id_)


def _unknown_wording(file: CompanyFile, id_: str) -> Problem:
    if id_.removeprefix("answer.") in file.company.answers:
        return file.problem(
            f"wording.{id_}", "an answer has its words in its text.", "Write them under answers."
        )
    wrong = f'there is no sentence "{id_}".{nearest(id_, _wordable(file.company))}'
    return file.problem(f"wording.{id_}", wrong, "See ivr prompts list for all of them.")


def _wordable(company: Company) -> set[str]:
    return {*CATALOGUE, *(id_ for id_, phrase in sentence_ids(company).items() if phrase)}


def _needed(phrase: Phrase, id_: str, language: str) -> frozenset[str]:
    """Parameters that an own wording must contain: for one use of a phrase only what moves during a call."""
    if id_ != phrase.id:
        return frozenset(phrase.moving)
    usual = phrase.texts.get(language) or next(iter(phrase.texts.values()))
    return placeholders(usual) - OPTIONAL


def _words(file: CompanyFile, field: str, phrase: Phrase, words: str, needed: frozenset[str]) -> Found:
    may = f"You may use {_braced(phrase.parameters)}."
    used = _parameters(words)
    if used is None:
        yield file.problem(field, "the braces do not match.", f"Write parameters like {{company}}. {may}")
        return
    for name in sorted(used - phrase.parameters):
        wrong = f'there is no parameter "{{{name}}}".{nearest(name, phrase.parameters)}'
        yield file.problem(field, wrong, may)
    for name in sorted(needed - used):
        yield file.problem(field, f'the words leave out "{{{name}}}", which the caller needs.', "Put it in.")


def _parameters(words: str) -> frozenset[str] | None:
    """Names in braces in ``words``; None where they cannot be filled in."""
    try:
        used = placeholders(words)
        if all(map(str.isidentifier, used)):  # others are unknown parameters, and will be told as such
            words.format_map(dict.fromkeys(used, "x"))
    except ValueError:
        return None
    return used


def _braced(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


# Recordings


def _recordings(file: CompanyFile) -> Found:
    folder, known = file.company.recordings, sentence_ids(file.company)
    if folder is None or not folder.is_dir():
        return
    for language in file.company.languages:
        for path in sorted((folder / language).glob("*.wav")):
            if path.stem not in known:
                yield Problem(str(path), 0, "", *_unrecordable(path.stem, known))


def _unrecordable(id_: str, known: dict[str, Phrase | None]) -> tuple[str, str]:
    phrase = CATALOGUE.get(id_)
    if phrase is None:
        return f'there is no sentence "{id_}".{nearest(id_, known)}', "See ivr prompts list for all of them."
    if phrase.moving:
        return f'"{id_}" is worded anew in each call, so it cannot be recorded.', "Remove the file."
    one_of = sorted(full for full, of in known.items() if of is phrase)[:3]
    examples = ", ".join(f"{full}.wav" for full in one_of) or "none in this company"
    return (
        f'"{id_}" is said in several ways, each with a recording of its own.',
        f"Name the file after one: {examples}.",
    )
