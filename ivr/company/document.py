"""YAML as the operator wrote it: plain data with the line of every field, or what is wrong with it.

Every scalar stays the text it was written as (``+371…``, ``09:00`` and ``no`` included): what it means is for
the models to say, so none of YAML's guesses about types can bite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from ivr.errors import Problem

MOST_CHARACTERS = 500_000  # of a file; a large company's is a tenth of that
MOST_NODES = 50_000  # after aliases are followed: an alias bomb ends here
DEEPEST = 20  # levels of nesting; the models have seven

Path = tuple[str | int, ...]

# What ruamel.yaml says (a part of it) → what to do, in an operator's words.
_CURES = (
    ("\\t", "Indent with spaces; YAML does not allow tabs."),
    (
        "mapping values are not allowed",
        "Put a text that contains a colon into quotes, and check the indentation.",
    ),
    ("found another document", "Remove the line ---; the file is one document."),
    ("undefined alias", "Put a text that begins with * into quotes."),
    ("unexpected end of stream", "Close the quotation mark that is opened there."),
    (
        "could not find expected ':'",
        "Write it as field: value, and check the indentation of the lines around it.",
    ),
    ("cannot start any token", "Put a text that begins with a special character into quotes."),
    ("expected <block end>", "Check the indentation, and close quotes where the text ends."),
)
_ANY_CURE = "Check the indentation and the quotes around that line."


@dataclass(frozen=True)
class Document:
    """One YAML document."""

    data: object  # dict, list, str and None only
    lines: Mapping[Path, int]  # path of every field and item → its line, 1-based
    problems: tuple[Problem, ...]  # faults that leave the rest readable, e.g. a key given twice


class _TooBigError(Exception):
    pass


def read(file: str, text: str) -> Document:
    """``text`` as data. Never raises: what is wrong is among the problems; unreadable data is None."""
    if len(text) > MOST_CHARACTERS:
        return _unreadable(file, 0, "the file is far too big.", "Check that it is the right file.")
    try:
        node = YAML(typ="safe", pure=True).compose(text)
        return _Reading(file).document(node)
    except (_TooBigError, RecursionError):
        return _unreadable(
            file, 0, "the file is nested too deep or unfolds too far.", "Write it without anchors (&, *)."
        )
    except YAMLError as error:
        return _unreadable(file, *_explained(error, text))


def _unreadable(file: str, line: int, wrong: str, cure: str) -> Document:
    return Document(None, {}, (Problem(file, line, "", wrong, cure),))


def _explained(error: YAMLError, text: str) -> tuple[int, str, str]:
    if isinstance(error, ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return (
            line,
            f"character number {error.character} is not allowed in YAML.",
            "Delete the invisible character.",
        )
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    said = str(getattr(error, "problem", error))
    line = min(mark.line + 1, max(1, len(text.splitlines()))) if mark else 0
    return line, f"this is not valid YAML ({said}).", _cure(said)


def _cure(said: str) -> str:
    return next((cure for part, cure in _CURES if part in said), _ANY_CURE)


class _Reading:
    """One pass over the nodes."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines: dict[Path, int] = {}
        self._problems: list[Problem] = []
        self._nodes = 0

    def document(self, node: Node | None) -> Document:
        data = None if node is None else self._value(node, ())
        return Document(data, self._lines, tuple(self._problems))

    def _value(self, node: Node, path: Path) -> object:
        self._nodes += 1
        if self._nodes > MOST_NODES or len(path) > DEEPEST:
            raise _TooBigError
        if isinstance(node, MappingNode):
            return {key: self._value(value, (*path, key)) for key, value in self._pairs(node, path)}
        if isinstance(node, SequenceNode):
            return [self._item(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _item(self, node: Node, path: Path) -> object:
        self._lines[path] = node.start_mark.line + 1
        return self._value(node, path)

    def _pairs(self, node: MappingNode, path: Path) -> Iterator[tuple[str, Node]]:
        """Key and value of each entry but those whose key is unusable or there already."""
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode):
                self._found(line, path, "a field's name must be a plain word.", "Write it as name: value.")
            elif key.value in seen:
                wrong = f"it is given twice, on line {seen[key.value]} already."
                self._found(line, (*path, key.value), wrong, "Keep one of the two.")
            else:
                seen[key.value] = self._lines[*path, key.value] = line
                yield key.value, value

    def _scalar(self, node: Node, path: Path) -> str | None:
        if not str(node.tag).startswith("tag:yaml.org,2002:") or "python" in str(node.tag):
            self._found(
                node.start_mark.line + 1,
                path,
                f"tags like {node.tag} have no meaning here.",
                "Remove the tag.",
            )
        return None if str(node.tag).endswith(":null") else str(node.value)

    def _found(self, line: int, path: Path, wrong: str, cure: str) -> None:
        self._problems.append(Problem(self._file, line, ".".join(map(str, path)), wrong, cure))
