"""A strict reader of TwiML: the document as values, or the error by which Twilio would fault it.

Names are case-sensitive; an unknown element or attribute, a wrong value, wrong nesting, missing or too long
text, and a document of more than 64 kB are errors. SSML within <Say> is not known: this service sends none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NoReturn, cast
from xml.parsers import expat

from ivr.errors import LineError
from ivr.lines.twilio.standin import rules
from ivr.lines.twilio.standin.rules import ELEMENTS, IN_CALL, SCHEMA, Element, Rule, WrongError
from ivr.lines.twilio.standin.verbs import Response

MOST_BYTES = 64 * 1024
TOO_LARGE, EMPTY, UNPARSED, ROOT = 11750, 11770, 12100, 12102  # Twilio's codes
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class TwimlError(LineError):
    """A document that Twilio would not perform as it stands."""

    def __init__(self, code: int, wrong: str, line: int = 0, column: int = 0) -> None:
        self.code = code  # Twilio's
        self.line = line  # 1-based; 0: the document as a whole
        where = f" at line {line}, column {column}" if line else ""
        super().__init__(f"TwiML error {code}{where}: {wrong}.")


@dataclass(slots=True)
class _Node:
    """An element as the parser comes by it."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    nested: list[_Node] = field(default_factory=list)
    text: str = ""


def read(document: bytes, allowed: tuple[str, ...] = IN_CALL) -> Response:
    """A document as values.

    Args:
        document: as it came in the answer to a webhook.
        allowed: the verbs that may stand in it where it is performed: IN_CALL, IN_QUEUE or BEFORE_BRIDGE.

    Raises:
        TwimlError: what is wrong, where, with Twilio's code.
    """
    root = _parsed(document)
    if root.name != "Response":
        _fault(root, ROOT, f"the root element is <{root.name}>, and must be <Response>")
    return cast(Response, _value(root, Element(Response, nested=("verbs", allowed))))


def _parsed(document: bytes) -> _Node:
    if len(document) > MOST_BYTES:
        raise TwimlError(TOO_LARGE, f"the document has {len(document):,} bytes, and may have {MOST_BYTES:,}")
    if not document:
        raise TwimlError(EMPTY, "the answer is empty")
    builder = _Builder()
    try:
        builder.parser.Parse(document, True)
    except expat.ExpatError as error:
        wrong = f"the document is no XML ({expat.errors.messages[error.code]})"
        raise TwimlError(UNPARSED, wrong, error.lineno, error.offset + 1) from error
    return builder.root


class _Builder:
    """Builds nodes while expat reads."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._write
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.root: _Node
        self._open: list[_Node] = []

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        parser = self.parser
        node = _Node(name, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        if self._open:
            self._open[-1].nested.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _write(self, text: str) -> None:
        self._open[-1].text += text

    def _doctype(self, *_: object) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise TwimlError(UNPARSED, "the document declares a type of its own", line, column)


def _made(node: _Node, parent: str, allowed: tuple[str, ...], nesting: int) -> object:
    if node.name not in ELEMENTS:
        _fault(node, SCHEMA, f"there is no <{node.name}>{_nearest(node.name, ELEMENTS)}")
    if node.name not in allowed:
        code = rules.FROM_DIAL if node.name == "Dial" and allowed == rules.BEFORE_BRIDGE else nesting
        _fault(node, code, f"<{node.name}> cannot stand in <{parent}> here: what can is {', '.join(allowed)}")
    return _value(node, ELEMENTS[node.name])


def _value(node: _Node, element: Element) -> object:
    made = element.make(**_attributes(node, element), **_nested(node, element), **_text(node, element))
    try:
        if element.check:
            element.check(made)
    except WrongError as error:
        _fault(node, error.code, f"<{node.name}> {error.wrong}")
    return made


def _attributes(node: _Node, element: Element) -> dict[str, object]:
    for name in node.attributes:
        if name not in element.attributes:
            near = _nearest(name, element.attributes)
            _fault(node, SCHEMA, f"<{node.name}> has no attribute {name}{near}")
    return {
        _field(name): _read(node, element.attributes[name], text, f'{name}="{text[:60]}" of <{node.name}>')
        for name, text in node.attributes.items()
    }


def _text(node: _Node, element: Element) -> dict[str, object]:
    text = " ".join(node.text.split())
    if element.text is None:
        if text:
            _fault(node, SCHEMA, f"<{node.name}> holds text, where none may be")
        return {}
    field_, rule = element.text
    if not text and element.optional:
        return {}
    return {field_: _read(node, rule, text, f"what <{node.name}> holds")}


def _nested(node: _Node, element: Element) -> dict[str, object]:
    if element.nested is None:
        for child in node.nested[:1]:
            _fault(child, element.nesting, f"<{child.name}> cannot stand in <{node.name}>: no element can")
        return {}
    field_, allowed = element.nested
    return {field_: tuple(_made(child, node.name, allowed, element.nesting) for child in node.nested)}


def _read(node: _Node, rule: Rule, text: str, what: str) -> object:
    try:
        return rule.read(text)
    except ValueError as error:
        _fault(node, rule.code, f"{what} {error}")


def _field(name: str) -> str:
    """finishOnKey → finish_on_key."""
    return _CAPITAL.sub("_", name).lower()


def _nearest(name: str, known: Iterable[str]) -> str:
    """What was meant, perhaps: names are case-sensitive."""
    same = [each for each in known if each.lower() == name.lower()]
    near = same or get_close_matches(name, known, 1)
    return f" (perhaps {near[0]} is meant)" if near else ""


def _fault(node: _Node, code: int, wrong: str) -> NoReturn:
    raise TwimlError(code, wrong, node.line, node.column)
