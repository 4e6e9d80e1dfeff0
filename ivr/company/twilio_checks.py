"""What a company file must be to be answered on Twilio: small functions, in the tables of ``checks``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.company.models import Company, Department
from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile

Found = Iterator[Problem]

CURES = {  # line → what to do about a department that does not ring there
    "asterisk": "Add its extensions, like extensions: [201] under its rings.",
    "twilio": 'Add where, like twilio: "+37167000201" under its rings.',
}
QUEUE = "queue:"  # how the place that is a queue of Twilio's begins
MOST_PLACES = 10  # that one <Dial> rings (Twilio's documentation of <Number>)


def places(file: CompanyFile) -> Found:
    """A queue stands alone, nothing stands there twice, and Twilio can ring all of it."""
    for id_, department in file.company.departments.items():
        given, field = department.rings.twilio, f"departments.{id_}.rings.twilio"
        queues = [place for place in given if place.startswith(QUEUE)]
        if queues and len(given) > 1:
            wrong = f'whoever waits in "{queues[0]}" cannot ring elsewhere at the same time.'
            yield file.problem(field, wrong, "Keep the queue alone, or the other places without it.")
        if len(given) > MOST_PLACES:
            wrong = f"there are {len(given)}, and Twilio rings no more than {MOST_PLACES}."
            yield file.problem(field, wrong, "Remove some, or let them wait in a queue, like queue:support.")
        for index, place in enumerate(given):
            if place in given[:index]:
                yield file.problem(f"{field}.{index}", f'"{place}" is there twice.', "Keep one of the two.")


def languages(file: CompanyFile) -> Found:
    """A language is not listened to and spoken as another one of the company's."""
    for language, sound in file.company.twilio.items():
        others = set(file.company.languages) - {language}
        for name, tag in (("language", sound.language or ""), ("voice", _tag_of(sound.voice or ""))):
            other = tag.partition("-")[0]
            if other in others:
                cure = f'Write what is right for "{language}", or remove the field.'
                yield file.problem(f"twilio.{language}.{name}", f'it is that of "{other}".', cure)


def loops(file: CompanyFile) -> Found:
    """A department does not ring at a number that the bot itself answers."""
    for id_, department in file.company.departments.items():
        for index, place in enumerate(department.rings.twilio):
            if place in file.company.numbers:
                wrong = f"{place} is a number of the company: the bot would call itself."
                cure = "Write the department's own telephone, or a queue."
                yield file.problem(f"departments.{id_}.rings.twilio.{index}", wrong, cure)


def places_for_all(file: CompanyFile) -> Found:
    """Who uses Twilio at all puts callers through to every department there."""
    reason = _used(file.company)
    if reason:
        yield from _unplaced(file, reason)


def needed(file: CompanyFile) -> tuple[Problem, ...]:
    """What is missing in a file that says nothing of Twilio, and whose numbers are to be answered there."""
    return () if _used(file.company) else tuple(_unplaced(file, "the company's numbers are answered there"))


def _unplaced(file: CompanyFile, reason: str) -> Found:
    for id_, department in file.company.departments.items():
        if rings_anywhere(department) and not department.rings.twilio:
            wrong = f"it rings nowhere on Twilio, and {reason}."
            yield file.problem(f"departments.{id_}.rings", wrong, CURES["twilio"])


def promised_calls(file: CompanyFile) -> Found:
    """Promised calls are made on a line on which somebody of the company rings."""
    callbacks, departments = file.company.callbacks, file.company.departments.values()
    on_asterisk = callbacks.offered and callbacks.line == "asterisk"
    if on_asterisk and not any(rings_on("asterisk", department) for department in departments):
        wrong = "promised calls are made through Asterisk, and no department rings there."
        yield file.problem("callbacks.line", wrong, "Write line: twilio under callbacks.")


def rings_on(line: str, department: Department) -> bool:
    """Whether a person on that line can be put through to the department; on "test" nobody is real."""
    rings = department.rings
    return line == "test" or bool(rings.twilio if line == "twilio" else rings.extensions or rings.queue)


def rings_anywhere(department: Department) -> bool:
    """Whether it has any place to ring, on whichever line."""
    return any(rings_on(line, department) for line in CURES)


def _used(company: Company) -> str:
    """Why this company needs Twilio, as the end of a sentence; nothing where it does not."""
    ringing = next((id_ for id_, part in company.departments.items() if part.rings.twilio), None)
    if ringing:
        return f'"{ringing}" does'
    if company.callbacks.line == "twilio":
        return "promised calls are made there (callbacks: line: twilio)"
    return "the file says how the company sounds there (twilio:)" if company.twilio else ""


def _tag_of(voice: str) -> str:
    """The language in the name of a voice like Google.lv-LV-Standard-B; nothing where it has none."""
    name = voice.partition(".")[2]
    return name if name[2:3] == "-" else ""
