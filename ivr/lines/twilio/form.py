"""The parameters of a request, from its body or its query: read once, bounded, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import unquote

from ivr.errors import LineError

MOST = 200  # parameters; Twilio sends about forty, more to numbers with add-ons
LONGEST_NAME = 200  # characters
LONGEST_VALUE = 16_000  # characters; a transcript may be long
_SHORT = 80  # characters of a field; nearly all are shorter, and most come again with every request


class MalformedError(LineError):
    """A request that nobody can make sense of; the message names the parameter, and is fit for an answer."""


@dataclass(frozen=True)
class Form(Mapping[str, str]):
    """Parameters by name. One that comes twice has its first value here, and all of them in ``getlist``."""

    pairs: tuple[tuple[str, str], ...]  # name and value, in the order in which they came

    def __getitem__(self, name: str) -> str:
        return self._values[name][0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def getlist(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter: twilio's RequestValidator signs them all. Raises KeyError."""
        return self._values[name]

    @cached_property
    def _values(self) -> Mapping[str, tuple[str, ...]]:
        values: dict[str, tuple[str, ...]] = {name: (value,) for name, value in self.pairs}
        if len(values) < len(self.pairs):
            values = {name: tuple(value for each, value in self.pairs if each == name) for name in values}
        return values


def read(encoded: bytes) -> Form:
    """``application/x-www-form-urlencoded`` bytes, of a body or a query, as parameters.

    Raises:
        MalformedError: they are not that, not UTF-8, too many or too long.
    """
    try:
        pairs = _pairs(encoded.decode("ascii"))
    except UnicodeDecodeError as error:
        raise MalformedError("The parameters are not URL-encoded UTF-8.") from error
    except ValueError as error:
        raise MalformedError(f"The parameters are not a form of at most {MOST} fields.") from error
    for name, value in pairs:
        if len(name) > LONGEST_NAME or len(value) > LONGEST_VALUE:
            raise _too_long(name)
    return Form(tuple(pairs))


def _pairs(text: str) -> list[tuple[str, str]]:
    """As urllib's parse_qsl reads them, strictly, in a third of its time. Raises ValueError."""
    if not text:
        return []
    fields = text.split("&", MOST)
    if len(fields) > MOST:
        raise ValueError("There are too many fields.")
    return [_known_pair(each) if len(each) <= _SHORT else _pair(each) for each in fields]


def _pair(field: str) -> tuple[str, str]:
    name, equals, value = field.partition("=")
    if not equals:
        raise ValueError("A field has no value.")
    # Most fields stand for themselves.
    return (_decoded(name), _decoded(value)) if "%" in field or "+" in field else (name, value)


_known_pair = lru_cache(maxsize=8_192)(_pair)


def _decoded(text: str) -> str:
    spaced = text.replace("+", " ") if "+" in text else text
    return unquote(spaced, errors="strict") if "%" in spaced else spaced


def _too_long(name: str) -> MalformedError:
    if len(name) > LONGEST_NAME:
        return MalformedError(f"A parameter has a name longer than {LONGEST_NAME} characters.")
    return MalformedError(f"{printable(name)} is longer than {LONGEST_VALUE:,} characters.")


def printable(text: str, most: int = 60) -> str:
    """The beginning of what somebody sent, on one line, for a message about it."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:most])
