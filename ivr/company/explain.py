"""What pydantic finds wrong with a file, in an operator's words and at the operator's line."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel

from ivr.company.models import BCP_47, TWILIO_PLACE, TWILIO_VOICE
from ivr.errors import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from ivr.company.document import Document, Path

# Patterns of ivr.company.models → what they ask for.
_PATTERNS: Mapping[str, tuple[str, str]] = {
    r"^[a-z][a-z0-9_]{0,39}$": (
        "is not usable as an id.",
        "Use small letters a-z, digits and _, like: sales.",
    ),
    r"^[1-8]$": ("is not a key of a menu.", "Use 1 to 8; 0, 9, * and # have fixed meanings."),
    r"^\+[1-9][0-9]{6,14}$": (
        "is not a telephone number in international form.",
        'Write + and the country code, without spaces, in quotes: "+37167000100".',
    ),
    r"^[A-Za-z0-9_.-]{1,40}$": ("is not an extension.", "Use letters, digits, dot, - and _, like: 201."),
    r"^[a-z]{2}$": ("is not a language.", "Use the two small letters of ISO 639-1, like lv or en."),
    r"^[0-9]{1,12}$": ("is not an operator number.", 'Write 1 to 12 digits, like "17".'),
    r"^[A-Z]{2}$": ("is not a country.", "Use the two capital letters of ISO 3166, like LV."),
    r"^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$": (
        "is not a host.",
        "Write a name or address, with :port if needed.",
    ),
    TWILIO_PLACE: (
        "is no place that Twilio can ring.",
        'Write a number like "+37167000201", sip:201@pbx.example.com, client:anna, or queue:support.',
    ),
    TWILIO_VOICE: ("is not a voice.", "Write its name as Twilio does, like Google.lv-LV-Standard-B."),
    BCP_47: ("is not the tag of a language.", "Write it as Twilio does, like lv-LV or en-GB."),
}

# pydantic's type of error → what is wrong, and what to do. {given} is the value, {…} pydantic's own context.
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": ("it is missing.", "Add it; ivr init writes a complete example."),
    "bool_parsing": ("{given} is neither true nor false.", "Write true or false."),
    "bool_type": ("{given} is neither true nor false.", "Write true or false."),
    "int_parsing": ("{given} is not a whole number.", "Write digits only."),
    "int_from_float": ("{given} is not a whole number.", "Write digits only."),
    "int_type": ("{given} is not a whole number.", "Write digits only."),
    "float_parsing": ("{given} is not a number.", "Write a number, like 0.5."),
    "greater_than": ("{given} is too small.", "Write more than {gt}."),
    "greater_than_equal": ("{given} is too small.", "Write {ge} or more."),
    "less_than_equal": ("{given} is too big.", "Write {le} or less."),
    "enum": ("{given} has no meaning here.", "Write {expected}."),
    "literal_error": ("{given} has no meaning here.", "Write {expected}."),
    "string_type": ("{given} is not a text.", "Write a text, in quotes if it has special characters."),
    "string_too_short": ("the text is empty.", "Write what is to be said, or remove the field."),
    "string_too_long": ("the text is too long.", "Keep it under {max_length} characters."),
    "too_short": ("there must be at least {min_length}.", "Add what is missing."),
    "too_long": (
        "there are {actual_length}, and at most {max_length} are possible.",
        "Remove what is too much.",
    ),
    "mapping_type": ("{given} is not a list of fields.", "Write indented lines of name: value below it."),
    "dict_type": ("{given} is not a list of fields.", "Write indented lines of name: value below it."),
    "model_type": ("{given} is not a list of fields.", "Write indented lines of name: value below it."),
    "tuple_type": ("{given} is not a list.", "Write it as [one, two] or as lines that begin with a dash."),
    "date_from_datetime_parsing": ("{given} is not a date.", "Write it as YYYY-MM-DD, like 2026-12-24."),
    "date_parsing": ("{given} is not a date.", "Write it as YYYY-MM-DD, like 2026-12-24."),
}
_OTHER = ("{given} cannot be used here ({msg}).", "See ivr schema for what this field may hold.")
_UNTOLD = frozenset({"none_required"})  # the other half of "a value or nothing"; the first half tells it all


def problems(
    file: str, document: Document, errors: Iterable[ErrorDetails], model: type[BaseModel]
) -> tuple[Problem, ...]:
    """``errors`` as problems, each at the line of its field, or of the nearest field around it."""
    told = (_problem(file, document, error, model) for error in errors if error["type"] not in _UNTOLD)
    return tuple(dict.fromkeys(told))


def place(data: Any, location: Iterable[str | int]) -> Path:
    """Where ``location`` of an error is in the file: without the steps that only the models know."""
    path: list[str | int] = []
    for step in location:
        known = _step(data, step)
        if known is not None:
            path.append(known)
            data = data[known]
    return tuple(path)


def path_of(data: Any, error: ErrorDetails) -> Path:
    """The field that ``error`` is about, also when it is the missing one."""
    if error["type"] != "missing":
        return place(data, error["loc"])
    return (*place(data, error["loc"][:-1]), error["loc"][-1])


def nearest_line(lines: Mapping[Path, int], path: Path) -> int:
    """The line of ``path``, or of the nearest field around it; 1 where there is none."""
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 1)


def nearest(word: str, known: Iterable[str]) -> str:
    """A question that suggests the known word most like ``word``, or nothing."""
    like = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{like[0]}"?' if like else ""


def _step(data: Any, step: str | int) -> str | int | None:
    if isinstance(data, Mapping):
        if isinstance(step, int):  # a mapping that the models read as a list, in the file's order
            return list(data)[step] if step < len(data) else None
        return step if step in data else None
    return step if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def _problem(file: str, document: Document, error: ErrorDetails, model: type[BaseModel]) -> Problem:
    path = path_of(document.data, error)
    wrong, cure = _sentences(error, model)
    return Problem(file, nearest_line(document.lines, path), ".".join(map(str, path)), wrong, cure)


def _sentences(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    context = {"given": _quoted(error["input"]), "msg": error["msg"], **error.get("ctx", {})}
    if error["type"] == "spelling":
        return context["wrong"], context["cure"]
    if error["type"] == "extra_forbidden":
        return _unknown_field(error["loc"], model)
    if error["type"] == "string_pattern_mismatch":
        wrong, cure = _PATTERNS[context["pattern"]]
        return f"{context['given']} {wrong}", cure
    wrong, cure = _SENTENCES.get(error["type"], _OTHER)
    return wrong.format_map(context), cure.format_map(context)


def _quoted(given: Any) -> str:
    if isinstance(given, Mapping | list | tuple):
        return "what is there"
    text = str(given)
    return f'"{text if len(text) <= 60 else text[:57] + "…"}"'


def _unknown_field(location: tuple[str | int, ...], model: type[BaseModel]) -> tuple[str, str]:
    known = fields_at(location[:-1], model)
    suggestion = nearest(str(location[-1]), known)
    return f"there is no such field.{suggestion}", f"Use one of: {', '.join(known)}."


def fields_at(location: Iterable[str | int], model: type[BaseModel]) -> tuple[str, ...]:
    """Names of the fields of the model at ``location`` in ``model``."""
    shape: Any = model
    for step in location:
        shape = _inside(shape, step)
    found = _model_of(shape)
    return tuple(found.model_fields) if found else ()


def _inside(shape: Any, step: str | int) -> Any:
    model = _model_of(shape)
    if model is None:
        return _of_many(shape)
    field = model.model_fields.get(str(step))
    return field.annotation if field else shape  # a step that only the models know (a union's tag)


def _of_many(shape: Any) -> Any:
    """What a mapping or a tuple holds."""
    arguments = get_args(shape)
    if get_origin(shape) is tuple:
        return arguments[0]
    return arguments[1] if len(arguments) > 1 else None


def _model_of(shape: Any) -> type[BaseModel] | None:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return shape
    if get_origin(shape) in {Union, types.UnionType} or hasattr(shape, "__metadata__"):
        return next((model for part in get_args(shape) if (model := _model_of(part))), None)
    return None
