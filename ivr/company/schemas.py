"""JSON Schema of the spellings that pydantic cannot know: an editor accepts what the loader accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Schema = dict[str, Any]

_DAY_NAMES = "(mon|tue|wed|thu|fri|sat|sun)"
_DAY_RANGE = rf"{_DAY_NAMES}( *[-–] *{_DAY_NAMES})?"
_DAYS = rf"^{_DAY_RANGE}( *, *{_DAY_RANGE})*$"
_TIME = r"([01]?\d|2[0-4])[:.][0-5]\d"
_SPAN = rf"{_TIME} *[-–] *{_TIME}"
_DAY_HOURS: Schema = {
    "type": ["string", "null"],
    "pattern": rf"^(closed|{_SPAN}( *, *{_SPAN})*)$",
    "description": 'Hours of a day: "09:00-18:00", with a break "09:00-12:30, 13:00-18:00", or closed.',
    "examples": ["09:00-18:00", "09:00-12:30, 13:00-18:00", "closed"],
}
_DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2026-12-24"]}


def instead(handler: GetJsonSchemaHandler, core: CoreSchema, make: Callable[[Schema], Schema]) -> Schema:
    """The definition that pydantic makes of a model, replaced by ``make`` of it; references to it stay."""
    reference = handler(core)
    definition = handler.resolve_ref_schema(reference)
    made = make(dict(definition))
    definition.clear()
    definition.update(made)
    return reference


def strict(schema: Any) -> Any:
    """``schema`` in which objects allow no names but those they describe."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if "patternProperties" in schema else {}
    return {**closed, **{name: strict(part) for name, part in schema.items()}}


def local_text(_: Schema) -> Schema:
    """One text for all languages, or a text per language."""
    text = {"type": "string", "minLength": 1, "maxLength": 2000}
    by_language = {
        "type": "object",
        "propertyNames": {"pattern": r"^([a-z]{2}|\*)$"},
        "additionalProperties": text,
    }
    return {
        "description": "One text per language; a plain text holds in every language.",
        "anyOf": [text, {**by_language, "minProperties": 1}],
    }


def hours(_: Schema) -> Schema:
    """Hours by days, or always."""
    by_days = {
        "type": "object",
        "properties": {"on_holidays": {"type": "boolean", "default": False}},
        "patternProperties": {_DAYS: _DAY_HOURS},
        "additionalProperties": False,
    }
    told = "Hours by days (mon-fri, sat, …; a day that is not named is closed), or always."
    return {"description": told, "anyOf": [by_days, {"const": "always"}]}


def closed_days(fields: Schema) -> Schema:
    """One date, or a mapping with day, or with first and last."""
    name = fields["properties"]["name"]
    one = {"type": "object", "properties": {"day": _DATE, "name": name}, "required": ["day"]}
    many = {
        "type": "object",
        "properties": {"first": _DATE, "last": _DATE, "name": name},
        "required": ["first"],
    }
    closed = {"additionalProperties": False}
    return {"anyOf": [_DATE, {**one, **closed}, {**many, **closed}]}


def calendar(fields: Schema) -> Schema:
    """Open days as a mapping of dates to hours, closed days as one or a list."""
    properties = dict(fields["properties"])
    properties["open"] = {
        "description": "Days with hours of their own, stronger than holidays and closed days.",
        "type": "object",
        "patternProperties": {_DATE["pattern"]: _DAY_HOURS},
        "additionalProperties": False,
    }
    properties["closed"] = {"anyOf": [properties["closed"], properties["closed"]["items"]]}
    return {**fields, "properties": properties}


def rings(fields: Schema) -> Schema:
    """One extension, a list of them, or the mapping."""
    extension = {"type": ["integer", "string"]}
    return {"anyOf": [extension, {"type": "array", "items": extension, "minItems": 1}, fields]}


def number(fields: Schema) -> Schema:
    """Nothing, a department's id, or the mapping."""
    return {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"}, fields]}
