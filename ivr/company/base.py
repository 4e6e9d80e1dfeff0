"""What every model of the company's files is built of: the frozen model, and the small types of fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    RootModel,
    StringConstraints,
    model_validator,
)

from ivr.company import schemas, spelling

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_E164 = r"^\+[1-9][0-9]{6,14}$"
ANY_LANGUAGE = "*"  # a text given as a plain string holds in every language

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Key = Annotated[
    str, StringConstraints(pattern=r"^[1-8]$"), BeforeValidator(str, Annotated[int, Field(ge=1, le=8)] | str)
]
E164 = Annotated[str, StringConstraints(pattern=_E164)]
Extension = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,40}$"), BeforeValidator(str, int | str)
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=2000), BeforeValidator(spelling.one_line, str)
]
Day = Annotated[date, BeforeValidator(spelling.plain_day, date)]
Way = str  # "message", "person", "callback" or the id of another department
Ways = Annotated[tuple[Way, ...], BeforeValidator(spelling.listed, Way | tuple[Way, ...])]
Examples = Annotated[tuple[Text, ...], BeforeValidator(spelling.listed, Text | tuple[Text, ...])]


class Model(BaseModel):
    """Frozen, and an unknown field is an error: a typing mistake is never silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @model_validator(mode="before")
    @classmethod
    def _left_empty(cls, given: object) -> object:
        """A field with nothing after its colon counts as not given."""
        if not isinstance(given, Mapping):
            return given
        return {field: value for field, value in given.items() if value is not None}


class LocalText(RootModel[Annotated[Mapping[str, Text], Field(min_length=1)]]):
    """One text per language; a plain string holds in every language."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, given: object) -> object:
        return {ANY_LANGUAGE: given} if isinstance(given, str) else given

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return schemas.instead(handler, core, schemas.local_text)

    def into(self, language: str) -> str:
        """The text in ``language``. Raises KeyError where the file gives none (the check finds it first)."""
        return self.root[language] if language in self.root else self.root[ANY_LANGUAGE]

    def missing(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Those of ``languages`` in which there is no text."""
        return tuple(lang for lang in languages if lang not in self.root and ANY_LANGUAGE not in self.root)


def is_e164(number: str) -> bool:
    """Whether it is a number as E.164 writes it: "+" and 7 to 15 digits."""
    return re.fullmatch(_E164[1:-1], number) is not None
