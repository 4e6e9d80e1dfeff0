"""What a caller of one company can come to: numbers, menus, departments and answers, as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from babel import Locale

from ivr.company.base import Way
from ivr.company.menu import MAIN, Choice, menu, menu_ids, menu_of_department, menu_of_group
from ivr.company.models import PERSON_KEY, Company, Department
from ivr.conversation.flow.picture import Arrow, Box, Kind, Label, Picture
from ivr.phrases import formats
from ivr.phrases.compose import answer, choice_name, compose

_WIDTH = 38  # characters of a line in a box


def picture(company: Company, language: str) -> Picture:
    """Numbers on the left, then what is said, then who answers; names in ``language``.

    In a department's box stands what is offered when it is closed, busy or does not answer.
    """
    boxes = (*_numbers(company, language), *_menus(company, language), *_ends(company, language))
    return Picture(company.name.into(language), boxes, tuple(_arrows(company)), across=True)


# Boxes


def _numbers(company: Company, language: str) -> Iterator[Box]:
    for number, meaning in company.numbers.items():
        spoken = Locale(meaning.language or company.default_language).english_name
        title = formats.phone(language, number).text
        yield Box(_number_id(number), Kind.NUMBER, title, (f"answers in {spoken}",))


def _menus(company: Company, language: str) -> Iterator[Box]:
    for menu_id in _heard(company):
        title, *more = _said(company, language, menu_id)
        yield Box(_menu_box(menu_id), Kind.WAIT, title, tuple(more))


def _heard(company: Company) -> Iterator[str]:
    """The menus that callers hear; not that of a department whose number only greets and connects."""
    for menu_id in menu_ids(company):
        kind, _, owner = menu_id.partition(":")
        if kind != "department" or company.departments[owner].offers_help:
            yield menu_id


def _said(company: Company, language: str, menu_id: str) -> list[str]:
    """What the caller hears on coming to a menu, before the choices."""
    kind, _, owner = menu_id.partition(":")
    if kind == "group":
        return [compose(company, language, "menu.group", owner).text]
    about = (owner, "day") if owner else ("day",)
    phrase = "greeting.department" if owner else "greeting.company"
    introducer = company.departments[owner] if owner else company
    introduction = ("introduction", owner or "company") if introducer.introduces_as else None
    greeting = compose(company, language, phrase, *about).text
    after = (compose(company, language, *each).text for each in (introduction, ("help.offer",)) if each)
    return [greeting, *(line for text in after for line in _lines(text))]


def _ends(company: Company, language: str) -> Iterator[Box]:
    for id_, department in company.departments.items():
        yield _department(company, language, id_, department)
    for id_, entry in company.answers.items():
        text = _lines(answer(company, language, id_).text)
        yield Box(f"answer_{id_}", Kind.ANSWER, _upper_first(entry.name.into(language)), tuple(text))


def _department(company: Company, language: str, id_: str, department: Department) -> Box:
    about = (*_lines(_rings(department)), *_lines(_hours(company, language, department)))
    ways = department.otherwise
    inside = tuple(
        Label(reason, " or ".join(_way(company, language, way) for way in offered), ": ")
        for reason, offered in (("closed", ways.closed), ("busy", ways.busy), ("no answer", ways.unanswered))
    )
    return Box(f"department_{id_}", Kind.PLACE, _upper_first(department.name.into(language)), about, inside)


def _rings(department: Department) -> str:
    rings = department.rings
    places = rings.extensions or rings.twilio
    phones = ", ".join(places)
    if rings.queue:
        return f"queue {rings.queue} ({phones}), {rings.seconds} s"
    order = "" if len(places) == 1 else ", together" if rings.together else ", one by one"
    return f"rings {phones}{order}, {rings.seconds} s"


def _hours(company: Company, language: str, department: Department) -> str:
    hours = company.office_hours if department.hours == "office" else department.hours
    return formats.week(language, hours).text


def _way(company: Company, language: str, way: Way) -> str:
    if way in {"message", "callback"}:
        return way
    return choice_name(company, language, company.operator if way == "person" else way)


# Arrows


def _arrows(company: Company) -> Iterator[Arrow]:
    for number in company.numbers:
        yield Arrow(_number_id(number), _first_box(company, number))
    for menu_id in _heard(company):
        yield from _from_menu(company, menu_id)


def _from_menu(company: Company, menu_id: str) -> Iterator[Arrow]:
    box = _menu_box(menu_id)
    for choice in menu(company, menu_id).choices:
        yield Arrow(box, _target(choice), (Label(f"key {choice.key}"),))
    kind, _, owner = menu_id.partition(":")
    person = owner if kind == "department" else company.operator
    if kind != "group":
        yield Arrow(box, f"department_{person}", (Label(f"key {PERSON_KEY}"),))


def _target(choice: Choice) -> str:
    if choice.kind == "group":
        return _menu_box(menu_of_group(choice.target))
    return _menu_box(choice.target) if choice.kind == "back" else f"{choice.kind}_{choice.target}"


def _first_box(company: Company, number: str) -> str:
    """Where a number leads: to a menu, or straight to a department that only greets."""
    own = company.numbers[number].department
    if own is None:
        return _menu_box(MAIN)
    return _menu_box(menu_of_department(own)) if company.departments[own].offers_help else f"department_{own}"


def _number_id(number: str) -> str:
    return f"number_{number.lstrip('+')}"


def _menu_box(menu_id: str) -> str:
    return f"menu_{menu_id.replace(':', '_')}"


def _lines(text: str) -> list[str]:
    return wrap(text, _WIDTH)


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
