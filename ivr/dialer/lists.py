"""Lists as spreadsheets write them (CSV): encoding, delimiter and columns are found out.

Pure, and a line at a time: a list may be long.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from ivr.errors import OperatorError

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 64 * 1024  # bytes of lines with letters beyond ASCII, to tell an old encoding by
_CHUNK = 1024 * 1024
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_OLD = ("cp1257", "cp1252", "cp1250", "cp1251")  # what spreadsheets write where it is not UTF-8
_DECLARED = re.compile("sep=(.)")  # a spreadsheet's own way to name the delimiter, above the header
# Letters beyond ASCII, by language: charset-normalizer takes a short list in cp1257 for cp1250.
_LETTERS: Mapping[str, str] = {
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "et": "äõöüšž",
    "de": "äöüß",
    "pl": "ąćęłńóśźż",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
}
_SURE = 0.9  # share of letters that belong to the languages

_UNCLOSED = (
    "A quotation mark opens on line {line} and never closes, so nothing below it can be read. Close it."
)

Columns = Mapping[str, tuple[str, ...]]  # field → names that a header may give it, as ``plain`` makes them


class ListError(OperatorError):
    """The file cannot be read as a list at all; the message says why and what to do."""


@dataclass(frozen=True)
class Form:
    """How a list is written."""

    encoding: str  # as Python names it
    delimiter: str
    columns: Mapping[str, int]  # field → position
    missing: tuple[str, ...]  # fields without a column
    ignored: tuple[str, ...]  # headings that mean nothing here
    header: int  # line of the header, 1-based; 0: there is none
    width: int  # cells of the header


@dataclass(frozen=True, slots=True)
class Record:
    """One row."""

    line: int  # 1-based, where it begins
    cells: Mapping[str, str]  # field → what stands there, trimmed; a field without a column is missing
    wrong: str = ""  # why the row cannot be read, one sentence


def form(stream: BinaryIO, columns: Columns, needed: str, languages: tuple[str, ...] = ()) -> Form:
    """How the list in ``stream`` is written; a list of ``needed`` alone, one a line, needs no header.

    Args:
        stream: seekable; read from its beginning.
        columns: what headings may be called.
        needed: the field without which a list says nothing.
        languages: ISO 639-1, of the people in it: helps to tell an old encoding.

    Raises:
        ListError: it is empty, no text, or has no column for ``needed``.
    """
    encoding = _encoding(stream, languages)
    line, heading, given = _heading(stream, encoding)
    delimiter, cells = (given, _cells(heading, given)) if given else _split(heading, columns)
    found = _columns(cells, columns)
    if needed not in found:
        if len(cells) > 1 or not any(map(str.isdigit, heading)):
            raise ListError(_nameless(needed, cells))
        found, line = {needed: 0}, 0
    return Form(
        encoding=encoding,
        delimiter=delimiter,
        columns=found,
        missing=tuple(field for field in columns if field not in found),
        ignored=tuple(
            cell.strip() for n, cell in enumerate(cells) if cell.strip() and n not in found.values()
        ),
        header=line,
        width=len(cells),
    )


def _nameless(needed: str, cells: list[str]) -> str:
    names = ", ".join(cell.strip() for cell in cells if cell.strip())
    return f"No column is called {needed}. The header has: {names}. Rename the one that is it."


def records(stream: BinaryIO, of: Form) -> Iterator[Record]:
    """The rows of the list, without blank ones. Raises ListError where it cannot be read to its end."""
    text = _text(stream, of.encoding)
    try:
        for _ in range(of.header):
            text.readline()
        reader = csv.reader(text, delimiter=of.delimiter, strict=True)
        for line, cells in _rows(reader, of.header):
            yield cells if isinstance(cells, Record) else _record(line, cells, of)
    finally:
        text.detach()


def plain(heading: str) -> str:
    """A heading without accents, capitals and punctuation: "Tālruņa numurs" → "talruna_numurs"."""
    bare = unicodedata.normalize("NFKD", heading.strip().casefold())
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", "_", letters).strip("_")


# Rows


def _rows(reader: Iterator[list[str]], before: int) -> Iterator[tuple[int, list[str] | Record]]:
    while True:
        line = before + reader.line_num + 1  # type: ignore[attr-defined]
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error):
                raise ListError(_UNCLOSED.format(line=line)) from error
            wrong = f"the row cannot be read ({error}); check its quotation marks."
            yield line, Record(line, {}, wrong)
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _record(line: int, cells: list[str], of: Form) -> Record:
    found = {field: cells[at].strip() for field, at in of.columns.items() if at < len(cells)}
    if "\ufffd" in "".join(found.values()):
        wrong = f"it has characters that {of.encoding} does not know; save the list as UTF-8."
        return Record(line, found, wrong)
    if any(cell.strip() for cell in cells[of.width :]):
        mark = "a tab" if of.delimiter == "\t" else of.delimiter
        wrong = f"it has more cells than the header; put a text that contains {mark} into quotes."
        return Record(line, found, wrong)
    return Record(line, found)


# The header


def _heading(stream: BinaryIO, encoding: str) -> tuple[int, str, str]:
    """The number of the first line that says something, the line, and the delimiter where one is declared."""
    text, declared = _text(stream, encoding), ""
    try:
        for number, line in enumerate(iter(text.readline, ""), start=1):
            if found := _DECLARED.fullmatch(line.strip("\r\n ")):
                declared = found[1]
            elif line.strip():
                return number, line.rstrip("\r\n"), declared
    finally:
        text.detach()
    raise ListError("The list is empty. The first line names the columns, each line below is one person.")


def _split(heading: str, columns: Columns) -> tuple[str, list[str]]:
    """The delimiter by which most columns are known, or else there are most; and the cells."""
    ways = [(delimiter, _cells(heading, delimiter)) for delimiter in DELIMITERS]
    return max(ways, key=lambda way: (len(_columns(way[1], columns)), len(way[1])))


def _cells(heading: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([heading], delimiter=delimiter, strict=True))
    except csv.Error:
        return [heading]


def _columns(cells: list[str], columns: Columns) -> dict[str, int]:
    """Field → position. Raises ListError where two columns are the same field."""
    meanings = {name: field for field, names in columns.items() for name in (field, *names)}
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        field = meanings.get(plain(cell))
        if field in found:
            raise ListError(
                f"Two columns are {field}: {cells[found[field]]} and {cell}. Remove or rename one."
            )
        if field is not None:
            found[field] = at
    return found


# The encoding


def _text(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    stream.seek(0)
    return io.TextIOWrapper(stream, encoding, errors="replace", newline="")


def _encoding(stream: BinaryIO, languages: tuple[str, ...]) -> str:
    stream.seek(0)
    start = stream.read(4)
    for bom, name in _BOMS:
        if start.startswith(bom):
            return name
    strange = _not_utf8(stream)
    return "utf-8" if strange is None else _old_encoding(strange, languages)


def _not_utf8(stream: BinaryIO) -> bytes | None:
    """Lines with letters beyond ASCII, where these are not UTF-8; otherwise None."""
    stream.seek(0)
    decoder, strange, broken = codecs.getincrementaldecoder("utf-8")(), bytearray(), False
    for line in iter(lambda: stream.readline(_CHUNK), b""):
        if b"\0" in line:
            stream.seek(0)
            return stream.read(_SAMPLE)
        broken = broken or not _decodes(decoder, line)
        if not line.isascii():
            strange += line
        if broken and len(strange) >= _SAMPLE:
            break
    return bytes(strange[-_SAMPLE:]) if broken else None


def _decodes(decoder: codecs.IncrementalDecoder, line: bytes) -> bool:
    try:
        decoder.decode(line)
    except UnicodeDecodeError:
        return False
    return True


def _old_encoding(sample: bytes, languages: tuple[str, ...]) -> str:
    letters = frozenset("".join(_LETTERS.get(language, "") for language in languages))
    fits = {name: _fit(sample, name, letters) for name in _OLD}
    best = max(fits, key=lambda name: fits[name])
    return best if fits[best] >= _SURE else _guessed(sample)


def _fit(sample: bytes, encoding: str, letters: frozenset[str]) -> float:
    """Which share of the letters beyond ASCII are among ``letters``."""
    beyond = [char for char in sample.decode(encoding, "replace").lower() if ord(char) > 127]
    return sum(char in letters for char in beyond) / len(beyond) if beyond else 0.0


def _guessed(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and seldom needed

    found = from_bytes(sample).best()
    if found is None:
        raise ListError("This is not a text. Save the list as CSV in UTF-8.")
    return str(found.encoding)
