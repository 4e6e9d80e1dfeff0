"""What the parts of a company file must be to each other: one small function a check, all in two tables."""

from __future__ import annotations

import wave
import zoneinfo
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import holidays
import phonenumbers
from pydantic import BaseModel

from ivr.company import twilio_checks
from ivr.company.base import LocalText
from ivr.company.conduct import who_deals_with_threats
from ivr.company.explain import nearest
from ivr.company.hours import hours_of
from ivr.company.menu import MAIN, Choice, menu, menu_of_department, menu_of_group
from ivr.company.models import Answer, Company, Hours, Span
from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.judge import Located
    from ivr.company.loader import CompanyFile

Found = Iterator[Problem]
Node = tuple[str, str]  # department id, and why it cannot be reached

MOST_CHOICES = 4  # of a menu (B4); menus below the main one keep one of them for the way back
MOST_DEPARTMENTS = 2  # that are offered instead of one that cannot be reached, beside a message and a person
NO_DEPARTMENTS = frozenset({"message", "person", "callback"})  # the other ways that are offered instead
DAY_MINUTES = 24 * 60
REASONS = ("closed", "busy", "unanswered")  # fields of Otherwise
RESERVED = ("message", "person", "callback", "company")  # words with a meaning where ids stand, too
FORMAT = (8000, 2, 1)  # of a recording: frames a second, bytes a sample, channels


def problems(file: CompanyFile) -> tuple[Problem, ...]:
    """Every fault of ``file`` in itself; what lies beside it on the disk is not looked at."""
    return _found(file, (*CHECKS_IN_PARTS, *CHECKS_BETWEEN_PARTS))


def problems_in_parts(file: CompanyFile) -> tuple[Problem, ...]:
    """Those faults of ``file`` that each part shows by itself, whatever the others are."""
    return _found(file, CHECKS_IN_PARTS)


def _found(file: CompanyFile, checks: tuple[Callable[[CompanyFile], Found], ...]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problem for check in checks for problem in check(file)))


def recordings(file: CompanyFile) -> tuple[Problem, ...]:
    """Every fault of the recordings beside ``file``: folder, languages, and the format of each file."""
    folder = file.company.recordings
    if folder is None:
        return ()
    if not folder.is_dir():
        wrong = f'there is no folder "{folder}".'
        return (file.problem("recordings", wrong, "Create it, or remove the field."),)
    return tuple(_recordings_in(folder, file.company.languages))


# Languages and texts


def _languages(file: CompanyFile) -> Found:
    company = file.company
    for field, given in (("languages", company.languages), ("understands", company.understands or ())):
        for index, language in enumerate(given):
            if language in given[:index]:
                yield file.problem(
                    f"{field}.{index}", f'"{language}" is there twice.', "Keep one of the two."
                )
    if company.default_language not in company.languages:
        yield _unspoken(file, "default_language", company.default_language, company)


def _languages_used(file: CompanyFile) -> Found:
    for field, language in _mentioned_languages(file.company):
        if language not in file.company.languages:
            yield _unspoken(file, field, language, file.company)


def _mentioned_languages(company: Company) -> Iterator[tuple[str, str]]:
    yield from ((f"understands.{index}", each) for index, each in enumerate(company.understands or ()))
    yield from (
        (f"numbers.{n}.language", number.language) for n, number in company.numbers.items() if number.language
    )
    for id_, department in company.departments.items():
        if department.briefing_language:
            yield f"departments.{id_}.briefing_language", department.briefing_language
        yield from ((f"departments.{id_}.examples.{language}", language) for language in department.examples)
    for id_, answer in company.answers.items():
        yield from ((f"answers.{id_}.examples.{language}", language) for language in answer.examples)
    yield from ((f"voices.{language}", language) for language in company.voices)
    yield from ((f"twilio.{language}", language) for language in company.twilio)
    yield from _languages_of_texts(company)


def _languages_of_texts(thing: Any) -> Iterator[tuple[str, str]]:
    for field, text in texts(thing):
        yield from ((f"{field}.{language}", language) for language in text.root if language != "*")


def _unspoken(file: Located, field: str, language: str, company: Company) -> Problem:
    cure = f"Add it to languages ({', '.join(company.languages)}), or remove it here."
    return file.problem(field, f'the company does not speak "{language}".', cure)


def _texts_in_every_language(file: CompanyFile) -> Found:
    for problem in untranslated(file, file.company, file.company):
        if not problem.field.startswith("wording."):  # the product's own words stand in there
            yield problem


def untranslated(file: Located, thing: Any, company: Company) -> Found:
    """Texts in ``thing``, any part of ``file``, that are missing in a language of the company."""
    for field, text in texts(thing):
        missing = text.missing(company.languages)
        if missing:
            yield file.problem(
                field, f"the text is missing in {', '.join(missing)}.", "Write it in every language."
            )


def unspoken(file: Located, thing: Any, company: Company) -> Found:
    """Texts in ``thing``, any part of ``file``, in a language that the company does not speak."""
    for field, language in _languages_of_texts(thing):
        if language not in company.languages:
            yield _unspoken(file, field, language, company)


def texts(thing: Any, field: str = "") -> Iterator[tuple[str, LocalText]]:
    """Every text in ``thing``, any part of a company, with its dotted field."""
    if isinstance(thing, LocalText):
        yield field, thing
        return
    for name, part in _parts(thing):
        yield from texts(part, f"{field}.{name}" if field else str(name))


def _parts(thing: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(thing, BaseModel):
        yield from ((name, getattr(thing, name)) for name in type(thing).model_fields)
    elif isinstance(thing, Mapping):
        yield from thing.items()
    elif isinstance(thing, tuple):
        yield from enumerate(thing)


# Place and time


def _place(file: CompanyFile) -> Found:
    company = file.company
    if not _is_zone(company.timezone):
        known = zoneinfo.available_timezones()
        wrong = f'"{company.timezone}" is not a time zone.{nearest(company.timezone, known)}'
        yield file.problem("timezone", wrong, "Use a name of the IANA database, like Europe/Riga.")
    if company.country not in phonenumbers.SUPPORTED_REGIONS:
        yield file.problem("country", f'"{company.country}" is not a country.', "Use ISO 3166, like LV.")
    elif company.holidays.public and company.country not in holidays.list_supported_countries(
        include_aliases=False
    ):
        wrong = f'the public holidays of "{company.country}" are not known.'
        yield file.problem(
            "country", wrong, "Set public: false under holidays, and list your days under closed."
        )


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # OSError: the name of a folder of zones, like Europe
        return False
    return True


def _never_open(file: CompanyFile) -> Found:
    own = {f"departments.{id_}.hours": part.hours for id_, part in file.company.departments.items()}
    whole = {"office_hours": file.company.office_hours, "calling.hours": file.company.calling.hours}
    for field, hours in {**whole, **own}.items():
        if isinstance(hours, Hours):
            yield from never_open(file, field, hours)


def never_open(file: Located, field: str, hours: Hours) -> Found:
    """``hours``, which are ``field`` of ``file``, hold no time at all."""
    if not any(hours.week):
        cure = 'Give at least one day hours, like mon: "09:00-18:00".'
        yield file.problem(field, "these hours never open.", cure)


def _calendar(file: CompanyFile) -> Found:
    calendar = file.company.holidays
    for index, days in enumerate(calendar.closed):
        if days.first > days.last:
            wrong = f"it ends on {days.last}, before it begins on {days.first}."
            yield file.problem(
                f"holidays.closed.{index}", wrong, "Exchange first and last, or mend the year."
            )
    single = {days.first for days in calendar.closed if days.first == days.last}
    for own in calendar.open:
        if own.day in single:
            wrong = f"{own.day} is listed as a closed day, too."
            yield file.problem(f"holidays.open.{own.day}", wrong, "Remove it from closed or from open.")


# Numbers


def _numbers(file: CompanyFile) -> Found:
    for number in file.company.numbers:
        if not _callable(number):
            wrong = "no country has such a telephone number."
            yield file.problem(
                f"numbers.{number}", wrong, "Mend the digits; it begins with + and the country code."
            )


def _callable(number: str) -> bool:
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number)))
    except phonenumbers.NumberParseException:
        return False


# Ids, and what refers to them


def _ids(file: CompanyFile) -> Found:
    company = file.company
    seen: dict[str, str] = {}
    for kind, parts in (
        ("departments", company.departments),
        ("groups", company.groups),
        ("answers", company.answers),
    ):
        for id_ in parts:
            if id_ in RESERVED:
                yield file.problem(
                    f"{kind}.{id_}", f'"{id_}" has a meaning of its own.', "Choose another id."
                )
            if id_ in seen:
                wrong = f'the id "{id_}" is one of {seen[id_]}, too.'
                yield file.problem(
                    f"{kind}.{id_}", wrong, "Give each department, group and answer its own id."
                )
            seen[id_] = kind


def _references(file: CompanyFile) -> Found:
    company = file.company
    for field, id_ in _mentioned_departments(company):
        if id_ is not None and id_ not in company.departments:
            yield unknown(file, field, "department", id_, company.departments)
    for field, id_ in _mentioned_groups(company):
        if id_ is not None and id_ not in company.groups:
            yield unknown(file, field, "group", id_, company.groups)


def _mentioned_departments(company: Company) -> Iterator[tuple[str, str | None]]:
    yield "operator", company.operator
    yield from (
        (f"numbers.{number}.department", entry.department) for number, entry in company.numbers.items()
    )
    yield from ((f"answers.{id_}.department", answer.department) for id_, answer in company.answers.items())
    yield from who_deals_with_threats(company)
    for id_, reason, ways in _otherwise(company):
        named = ((index, way) for index, way in enumerate(ways) if way not in NO_DEPARTMENTS)
        yield from ((f"departments.{id_}.otherwise.{reason}.{index}", way) for index, way in named)


def _mentioned_groups(company: Company) -> Iterator[tuple[str, str | None]]:
    yield from ((f"departments.{id_}.group", part.group) for id_, part in company.departments.items())
    yield from ((f"answers.{id_}.group", part.group) for id_, part in company.answers.items())


def unknown(file: Located, field: str, kind: str, id_: str, known: Mapping[str, object]) -> Problem:
    """``field`` of ``file`` names a ``kind`` of thing that is not among those ``known``."""
    cure = f"Use one of: {', '.join(known)}." if known else f"Add it under {kind}s."
    return file.problem(field, f'there is no {kind} "{id_}".{nearest(id_, known)}', cure)


# Menus


def _keys(file: CompanyFile) -> Found:
    for menu_id in _all_menus(file.company):
        taken: dict[str, Choice] = {}
        for choice in menu(file.company, menu_id).choices:
            if choice.key in taken:
                wrong = f'the key {choice.key} is that of "{taken[choice.key].target}" in the same menu.'
                yield file.problem(_field(choice, "key"), wrong, "Give each its own key.")
            taken[choice.key] = choice


def _menu_sizes(file: CompanyFile) -> Found:
    for menu_id in _all_menus(file.company):
        most = MOST_CHOICES if menu_id == MAIN else MOST_CHOICES - 1
        own = [choice for choice in menu(file.company, menu_id).choices if choice.kind != "back"]
        for choice in own[most:]:
            wrong = f"this menu has {len(own)} choices, and a caller keeps no more than {most} in mind."
            cure = (
                "Move choices into a group." if menu_id == MAIN else "Remove choices; the key 9 leads back."
            )
            yield file.problem(_field(choice, "key"), wrong, cure)


def _all_menus(company: Company) -> Iterator[str]:
    yield MAIN
    yield from map(menu_of_group, company.groups)
    yield from map(menu_of_department, company.departments)


def _field(choice: Choice, name: str) -> str:
    return f"{choice.kind}s.{choice.target}.{name}"


def _empty_groups(file: CompanyFile) -> Found:
    for group in file.company.groups:
        if len(menu(file.company, menu_of_group(group)).choices) == 1:
            cure = f"Write group: {group} into departments or answers, or remove the group."
            yield file.problem(f"groups.{group}", "nothing belongs to this group.", cure)


def _reachable_departments(file: CompanyFile) -> Found:
    company = file.company
    if company.operator not in company.departments:
        return  # told already; one of them is meant to be it
    with_number = {number.department for number in company.numbers.values()}
    for id_, department in company.departments.items():
        if department.key is None and id_ != company.operator and id_ not in with_number:
            cure = "Give it a key (with a group, if the main menu is full), or a number of its own."
            yield file.problem(f"departments.{id_}", "no caller can come to this department.", cure)


def _reachable_answers(file: CompanyFile) -> Found:
    for id_, answer in file.company.answers.items():
        if answer.key is None:
            yield file.problem(
                f"answers.{id_}", "it has no key, so no caller can choose it.", "Give it a key."
            )
        if answer.group and answer.department:
            wrong = "an answer is offered in a group or on a department's own number, not both."
            yield file.problem(f"answers.{id_}.department", wrong, "Remove group or department.")
        yield from _answer_of_department(file, id_, answer)


def _answer_of_department(file: CompanyFile, id_: str, answer: Answer) -> Found:
    department = file.company.departments.get(answer.department or "")
    if department is None:
        return
    if answer.department not in {number.department for number in file.company.numbers.values()}:
        wrong = f'"{answer.department}" has no number of its own, so no caller hears this.'
        yield file.problem(f"answers.{id_}.department", wrong, "Give it one under numbers, or use a group.")
    if not department.offers_help:
        wrong = (
            f'"{answer.department}" connects without a menu (offers_help: false), so no caller hears this.'
        )
        yield file.problem(f"answers.{id_}.department", wrong, "Remove offers_help, or use a group.")


def _answer_content(file: CompanyFile) -> Found:
    for id_, answer in file.company.answers.items():
        if answer.text is None and answer.says is None:
            yield file.problem(f"answers.{id_}", "it says nothing.", "Give it a text, or says: hours.")
        if answer.text is not None and answer.says is not None:
            yield file.problem(f"answers.{id_}.says", "it has a text, too.", "Keep either text or says.")


# Where it rings, and what happens when nobody can be reached


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


def _ways(file: CompanyFile) -> Found:
    for id_, reason, ways in _otherwise(file.company):
        field = f"departments.{id_}.otherwise.{reason}"
        if not ways:
            yield file.problem(field, "nothing is offered to the caller.", "Write at least message.")
        for index, way in enumerate(ways):
            if way == id_:
                wrong = "the department that cannot be reached is offered instead of itself."
                yield file.problem(f"{field}.{index}", wrong, "Offer message, person or another department.")
            if way in ways[:index]:
                yield file.problem(f"{field}.{index}", f'"{way}" is offered twice.', "Keep one of the two.")
        yield from _callback_way(file, field, ways)
        if len(set(ways) - NO_DEPARTMENTS) > MOST_DEPARTMENTS:
            wrong = (
                f"more than {MOST_DEPARTMENTS} departments are offered, too many for a caller to choose from."
            )
            yield file.problem(field, wrong, f"Keep at most {MOST_DEPARTMENTS}, with message or person.")


def _callback_way(file: CompanyFile, field: str, ways: tuple[str, ...]) -> Found:
    if "callback" not in ways:
        return
    if len(set(ways)) > MOST_CHOICES:
        wrong = f"{len(set(ways))} ways are offered, and a caller keeps no more than {MOST_CHOICES} in mind."
        yield file.problem(field, wrong, "Remove one of the departments.")
    if not file.company.callbacks.offered:
        wrong = "a call at another time is offered here, and callbacks are not (callbacks: offered: false)."
        yield file.problem(f"{field}.{ways.index('callback')}", wrong, "Remove callback, or offered: false.")


def _slots(file: CompanyFile) -> Found:
    step = file.company.callbacks.slot_minutes
    if DAY_MINUTES % step:
        wrong = f"slots of {step} minutes do not fill a day."
        yield file.problem("callbacks.slot_minutes", wrong, "Use a divisor of 1440, like 15, 20, 30 or 60.")


def _slotless(file: CompanyFile) -> Found:
    """Hours that are always closed are told by another check."""
    company, callbacks = file.company, file.company.callbacks
    for id_ in company.departments if callbacks.offered else ():
        spans = [span for day in hours_of(company, id_).week for span in day]
        if spans and not any(_begins(span, callbacks.slot_minutes) for span in spans):
            wrong = f'no slot of {callbacks.slot_minutes} minutes begins within the hours of "{id_}".'
            yield file.problem("callbacks.slot_minutes", wrong, "Use shorter slots, or longer hours.")


def _begins(span: Span, step: int) -> bool:
    """Whether a multiple of ``step`` minutes from midnight lies in the span."""
    start, end = (at.hour * 60 + at.minute for at in (span.start, span.end))
    return -(-start // step) * step < (end or DAY_MINUTES)


def _dead_ends(file: CompanyFile) -> Found:
    """Whatever the caller chooses, a person or a message must come; the operator's own person is itself."""
    loopless: set[Node] = set()
    for id_, reason, ways in _otherwise(file.company):
        field = f"departments.{id_}.otherwise.{reason}"
        if id_ == file.company.operator and "message" not in ways:
            wrong = "the operator is the last resort, and no message can be left here."
            yield file.problem(field, wrong, "Add message.")
        elif loop := _loop(file.company, (id_, reason), (), loopless):
            wrong = f"it leads back to itself: {' → '.join(loop)}."
            yield file.problem(field, wrong, "Add message or person, so that the caller comes to an end.")


def _loop(company: Company, node: Node, trail: tuple[Node, ...], loopless: set[Node]) -> tuple[str, ...]:
    """Departments on a way that comes back to one it has passed; empty when there is none."""
    if node in trail:
        return tuple(id_ for id_, _ in (*trail, node))
    if node not in loopless:
        for following in _onward(company, node):
            if loop := _loop(company, following, (*trail, node), loopless):
                return loop
        loopless.add(node)
    return ()


def _onward(company: Company, node: Node) -> Iterator[Node]:
    """Where a caller can come from ``node``; nowhere when a message or a person is offered there."""
    ways = _ways_of(company, node)
    if "message" in ways or ("person" in ways and node[0] != company.operator):
        return
    for way in ways:
        if way in company.departments:
            yield from ((way, reason) for reason in REASONS)


def _otherwise(company: Company) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for id_ in company.departments:
        for reason in REASONS:
            yield id_, reason, _ways_of(company, (id_, reason))


def _ways_of(company: Company, node: Node) -> tuple[str, ...]:
    ways: tuple[str, ...] = getattr(company.departments[node[0]].otherwise, node[1])
    return ways


CHECKS_IN_PARTS: tuple[Callable[[CompanyFile], Found], ...] = (
    _languages,
    _languages_used,
    _texts_in_every_language,
    _place,
    _never_open,
    _calendar,
    _numbers,
    _answer_content,
    _rings,
    _slots,
    twilio_checks.places,
    twilio_checks.languages,
)
CHECKS_BETWEEN_PARTS: tuple[Callable[[CompanyFile], Found], ...] = (
    _ids,
    _references,
    _keys,
    _menu_sizes,
    _empty_groups,
    _reachable_departments,
    _reachable_answers,
    _queues,
    _ways,
    _dead_ends,
    _slotless,
    twilio_checks.loops,
    twilio_checks.places_for_all,
    twilio_checks.promised_calls,
)


# Recordings


def _recordings_in(folder: Path, languages: tuple[str, ...]) -> Found:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in languages:
            wrong = f'the company does not speak "{path.name}".'
            yield Problem(
                str(path), 0, "", wrong, f"Name the folder after a language: {', '.join(languages)}."
            )
        elif path.is_dir():
            yield from _recordings_of_language(path)
        elif path.suffix == ".wav":
            yield Problem(
                str(path), 0, "", "a recording belongs to a language.", "Move it into lv/, en/ or the like."
            )


def _recordings_of_language(folder: Path) -> Found:
    for path in sorted(folder.iterdir()):
        if not path.name.startswith("."):
            wrong = _unfit(path) if path.suffix == ".wav" else "it is not a .wav file."
            if wrong:
                cure = f"Convert it: sox INPUT -r 8000 -b 16 -c 1 {path.stem}.wav"
                yield Problem(str(path), 0, "", wrong, cure)


def _unfit(path: Path) -> str:
    """What is wrong with a recording, or nothing."""
    try:
        with wave.open(str(path), "rb") as sound:
            found = (sound.getframerate(), sound.getsampwidth(), sound.getnchannels())
            frames = sound.getnframes()
    except (wave.Error, EOFError, OSError) as error:
        return f"it cannot be read as a WAV file ({error or 'it ends too early'})."
    if found != FORMAT:
        return (
            f"it has {found[0]} Hz, {found[1] * 8} bit and {found[2]} channel(s), not 8000 Hz, 16 bit, mono."
        )
    return "" if frames else "it holds no sound."
