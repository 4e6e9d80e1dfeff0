"""What a campaign must be in itself and for its company: one small function a check, all in one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, get_args

from ivr.company.base import LocalText
from ivr.company.campaign import (
    MATTER_SECONDS,
    MATTER_SENTENCES,
    PROPOSAL,
    Campaign,
    FollowUp,
    Question,
    Reply,
)
from ivr.company.checks.ids import unknown
from ivr.company.checks.languages import texts, unspoken, untranslated
from ivr.company.checks.times import never_open
from ivr.company.disposition import FINAL
from ivr.company.hours import hours_of
from ivr.company.models import Company, Hours, Span, Voice
from ivr.company.sentences import seconds, sentences
from ivr.company.twilio_checks import CURES, rings_on
from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.campaign_file import CampaignFile

Found = Iterator[Problem]
Seconds = Callable[
    [str, str, Voice], float
]  # text, its language, the company's voice → how long it takes to say

RESERVED_KEYS = {"7": "who gave you my number?", "8": "not me"}  # at every question, beside 0, 9, * and #
# Which fields of a question belong to which kind.
_OF_KIND = {"options": "choice", "least": "number", "most": "number", "seconds": "words"}
# What may follow each answer to the proposal.
FOLLOWS: dict[str, tuple[FollowUp, ...]] = {
    "yes": get_args(FollowUp),
    "no": ("nothing", "message"),
    "later": ("callback", "nothing", "message"),
}
_WHY_NOT = {
    "no": "who declines is thanked, and neither called again nor put through",
    "later": "who wants to think about it is not put through now",
}
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MIDNIGHT = time(0)


@dataclass(frozen=True)
class Case:
    """What there is to judge."""

    file: CampaignFile
    company: Company
    seconds: Seconds

    @property
    def campaign(self) -> Campaign:
        """The campaign of the file."""
        return self.file.campaign


def estimated(text: str, language: str, voice: Voice) -> float:
    """About how long ``voice`` takes to say ``text``, in seconds, without asking it."""
    return seconds(text, language, voice.words_per_minute)


def problems(file: CampaignFile, company: Company, measure: Seconds = estimated) -> tuple[Problem, ...]:
    """Every fault of ``file`` as a campaign of ``company``."""
    case = Case(file, company, measure)
    return tuple(dict.fromkeys(problem for check in CHECKS for problem in check(case)))


# The file


def _name(case: Case) -> Found:
    path = case.file.path
    if path.suffix != ".yaml":
        wrong = "a campaign file's name ends in .yaml."
        yield Problem(str(path), 0, "", wrong, f"Rename it to {path.stem}.yaml.")
    if not _ID.fullmatch(case.file.id):
        wrong = f'the campaign\'s id is the name without .yaml, and "{case.file.id}" is not usable as one.'
        cure = "Rename the file with small letters a-z, digits and _, like spring_offer.yaml."
        yield Problem(str(path), 0, "", wrong, cure)


# Texts


def _translations(case: Case) -> Found:
    yield from untranslated(case.file, case.campaign, case.company)
    yield from unspoken(case.file, case.campaign, case.company)


def _braces(case: Case) -> Found:
    for field, words, _ in _said(case.campaign):
        if "{" in words or "}" in words:
            wrong = "braces have no meaning in a campaign's texts, and would be read aloud."
            yield case.file.problem(field, wrong, "Remove them; asks_for: true asks for the contact by name.")


def _matter(case: Case) -> Found:
    for field, words, language in _texts("matter", case.campaign.matter):
        count = sentences(words)
        if count > MATTER_SENTENCES:
            wrong = f"it has {count} sentences; the person wants to know why you call."
            cure = f"Keep {MATTER_SENTENCES} sentences; the rest belongs into questions or the proposal."
            yield case.file.problem(field, wrong, cure)
        yield from _length(case, field, words, language)


def _length(case: Case, field: str, words: str, language: str) -> Found:
    spoken = case.company.languages if language == "*" else (language,)
    voices = {lang: case.company.voices.get(lang, Voice()) for lang in spoken}
    took = max(case.seconds(words, lang, voice) for lang, voice in voices.items())
    if took > MATTER_SECONDS:
        wrong = f"saying it takes about {took:.0f} s, and after {MATTER_SECONDS:.0f} s nobody listens."
        yield case.file.problem(field, wrong, "Shorten it.")


def _reason(case: Case) -> Found:
    reason, matter = case.campaign.reason, case.campaign.matter
    if reason is None:
        if any(sentences(words) > 1 for words in matter.root.values()):
            wrong = "call screening gets the reason in one sentence, and the matter has more."
            line = case.file.line("matter")
            cure = "Add reason: the matter in one sentence."
            yield Problem(str(case.file.path), line, "reason", wrong, cure)
        return
    for field, words, language in _texts("reason", reason):
        yield from _one_sentence(case, field, words)
        yield from _length(case, field, words, language)


def _one_sentence(case: Case, field: str, words: str) -> Found:
    count = sentences(words)
    if count > 1:
        yield case.file.problem(field, f"it has {count} sentences.", "Say it in one.")


def _one_question(case: Case) -> Found:
    asked = [(f"questions.{n}.text", question.text) for n, question in enumerate(case.campaign.questions)]
    if case.campaign.proposal:
        asked.append(("proposal.text", case.campaign.proposal.text))
    for name, text in asked:
        for field, words, _ in _texts(name, text):
            if words.count("?") > 1:
                cure = "Ask one thing at a time; make the other a question of its own."
                yield case.file.problem(field, "it asks more than one question.", cure)


def _said(campaign: Campaign) -> Iterator[tuple[str, str, str]]:
    for name, text in texts(campaign):
        yield from _texts(name, text)


def _texts(name: str, text: LocalText) -> Iterator[tuple[str, str, str]]:
    """Field, words and language ("*" for all) of each version of a text."""
    for language, words in text.root.items():
        yield (name if language == "*" else f"{name}.{language}"), words, language


# The company


def _departments(case: Case) -> Found:
    known = case.company.departments
    for field, id_ in _mentioned(case.campaign):
        if id_ not in known:
            yield unknown(case.file, field, "department", id_, known)


def _mentioned(campaign: Campaign) -> Iterator[tuple[str, str]]:
    yield "department", campaign.department
    for name, reply in _replies(campaign):
        if reply.department is not None:
            yield f"proposal.{name}.department", reply.department


def _replies(campaign: Campaign) -> Iterator[tuple[str, Reply]]:
    if campaign.proposal:
        yield from ((name, getattr(campaign.proposal, name)) for name in FOLLOWS)


def _line(case: Case) -> Found:
    """A person who is wanted can be rung on the line on which the campaign calls."""
    line, company = case.campaign.line, case.company
    wanted = dict.fromkeys((*(id_ for _, id_ in _mentioned(case.campaign)), company.operator))
    for id_ in wanted:
        if id_ in company.departments and not rings_on(line, company.departments[id_]):
            wrong = f'"{id_}" rings nowhere on {line.capitalize()}, where this campaign calls (line: {line}).'
            yield case.file.problem("line", wrong, f"{CURES[line]} Or write another line.")


def _caller_id(case: Case) -> Found:
    shown, numbers = case.campaign.caller_id, case.company.numbers
    if shown not in numbers:
        wrong = f"{shown} is not a number of the company, so nobody would answer who rings back."
        yield case.file.problem("caller_id", wrong, f"Use one of: {', '.join(numbers)}.")


# Questions


def _question_ids(case: Case) -> Found:
    seen: set[str] = set()
    for index, question in enumerate(case.campaign.questions):
        if question.id == PROPOSAL:
            wrong = f'"{PROPOSAL}" is where the answer to the proposal is kept.'
            yield case.file.problem(f"questions.{index}.id", wrong, "Choose another id.")
        if question.id in seen:
            wrong = f'the id "{question.id}" is that of an earlier question.'
            yield case.file.problem(f"questions.{index}.id", wrong, "Give each question its own id.")
        seen.add(question.id)


def _fields_of_kinds(case: Case) -> Found:
    for index, question in enumerate(case.campaign.questions):
        for name in question.model_fields_set & _OF_KIND.keys():
            if question.kind != _OF_KIND[name]:
                wrong = f"a question of kind {question.kind} has no {name}."
                yield case.file.problem(
                    f"questions.{index}.{name}", wrong, f"Remove it, or write kind: {_OF_KIND[name]}."
                )


def _options(case: Case) -> Found:
    for index, question in enumerate(case.campaign.questions):
        field = f"questions.{index}.options"
        if question.kind == "choice":
            if len(question.options) < 2:
                wrong = "there is nothing to choose from."
                yield case.file.problem(field, wrong, "List two to four options, each with a key and a text.")
            yield from _option_keys(case, field, question)


def _option_keys(case: Case, field: str, question: Question) -> Found:
    keys = [option.key for option in question.options]
    for index, key in enumerate(keys):
        if key in RESERVED_KEYS:
            wrong = f'the key {key} means "{RESERVED_KEYS[key]}" at every question.'
            yield case.file.problem(f"{field}.{index}.key", wrong, "Use 1 to 6.")
        if key in keys[:index]:
            wrong = f"the key {key} is that of an earlier option."
            yield case.file.problem(f"{field}.{index}.key", wrong, "Give each option its own key.")


def _ranges(case: Case) -> Found:
    for index, question in enumerate(case.campaign.questions):
        if question.kind != "number":
            continue
        if question.least < 0:
            wrong = "a number below 0 cannot be keyed in."
            yield case.file.problem(f"questions.{index}.least", wrong, "Write 0 or more.")
        if question.least >= question.most:
            wrong = f"no number lies from {question.least} to {question.most}."
            if question.least == question.most:
                wrong = f"{question.least} would be the only answer."
            yield case.file.problem(f"questions.{index}.most", wrong, "Make most bigger than least.")


# What follows


def _follow_ups(case: Case) -> Found:
    for name, reply in _replies(case.campaign):
        field = f"proposal.{name}"
        if reply.then not in FOLLOWS[name]:
            cure = f"Write {', '.join(FOLLOWS[name][:-1])} or {FOLLOWS[name][-1]}."
            yield case.file.problem(f"{field}.then", f"{_WHY_NOT[name]}.", cure)
        if reply.then == "nothing" and reply.department is not None:
            wrong = "nothing follows, so there is nothing for a department to do."
            yield case.file.problem(f"{field}.department", wrong, "Remove it, or write then: message.")
        for place, words, _ in _texts(f"{field}.says", reply.says) if reply.says else ():
            yield from _one_sentence(case, place, words)


def _transfers(case: Case) -> Found:
    """A transfer leads somewhere only while the department is open."""
    windows = case.campaign.hours or case.company.calling.hours
    for name, reply in _replies(case.campaign):
        department = reply.department or case.campaign.department
        if reply.then != "transfer" or windows is None or department not in case.company.departments:
            continue
        if any(windows.week) and not overlap(windows, hours_of(case.company, department)):
            wrong = f'"{department}" is closed whenever this campaign calls.'
            yield case.file.problem(f"proposal.{name}.then", wrong, "Change hours, the department, or then.")


def _machine(case: Case) -> Found:
    if case.campaign.machine is not None and not case.campaign.detect_machine:
        wrong = "no answering machine is noticed with detect_machine: false, so nothing would be left."
        yield case.file.problem("machine", wrong, "Remove it, or detect_machine.")


# When


def _hours(case: Case) -> Found:
    own, calling = case.campaign.hours, case.company.calling.hours
    if own is None:
        return
    yield from never_open(case.file, "hours", own)
    if any(own.week) and calling is not None and not overlap(own, calling):
        wrong = "the company calls at none of these hours (calling.hours in the company file)."
        yield case.file.problem("hours", wrong, "Write hours that lie within the company's.")


def overlap(one: Hours, other: Hours) -> bool:
    """Whether there is a time of the week in both."""
    return any(
        _start(a) < _end(b) and _start(b) < _end(a)
        for ours, theirs in zip(one.week, other.week, strict=True)
        for a in ours
        for b in theirs
    )


def _start(span: Span) -> int:
    return span.start.hour * 60 + span.start.minute


def _end(span: Span) -> int:
    return 24 * 60 if span.end == _MIDNIGHT else span.end.hour * 60 + span.end.minute


def _gaps(case: Case) -> Found:
    for disposition in case.campaign.attempts.gaps:
        if disposition in FINAL:
            wrong = f"nobody is tried again after {disposition.value}."
            yield case.file.problem(f"attempts.gaps.{disposition.value}", wrong, "Remove it.")


CHECKS: tuple[Callable[[Case], Found], ...] = (
    _name,
    _translations,
    _braces,
    _matter,
    _reason,
    _one_question,
    _departments,
    _line,
    _caller_id,
    _question_ids,
    _fields_of_kinds,
    _options,
    _ranges,
    _follow_ups,
    _transfers,
    _machine,
    _hours,
    _gaps,
)
