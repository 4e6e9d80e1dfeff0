"""The entries of an incident as a story to read; it goes by the entries alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ivr.evidence.chain import Entry

Body = Mapping[str, Any]


def rows(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Who said and did what, a row each: ``seq``, ``at``, ``who``, ``what``."""
    return [
        {"seq": entry.seq, "at": entry.body.get("at", entry.at), "who": who, "what": what}
        for entry in entries
        for who, what in _TELLS.get(entry.kind, _other)(entry.body)
    ]


def text(entries: Sequence[Entry]) -> str:
    """The story as lines of text; words of callers cannot break a line."""
    return "".join(
        f"{row['seq']:>4}  {row['at']}  {row['who']:<10} {_flat(row['what'])}\n" for row in rows(entries)
    )


def _flat(what: str) -> str:
    return " ".join(what.split())


def _opening(body: Body) -> Iterator[tuple[str, str]]:
    caller, called = body["caller"] or "a withheld number", body["called"]
    yield "line", f"{body['line']}: call {body['call']} from {caller} to {called}, turn {body['turn']}"
    yield (
        "rule",
        f'{body["severity"]}: "{body["rude"]}", told by the rule "{body["rule"]}", for {body["department"]}',
    )
    yield "person", f'said "{body["words"]}"'
    yield from (("bot", said) for said in body["said"])


def _turn(body: Body) -> Iterator[tuple[str, str]]:
    happened = _happened(body["event"])
    if happened:
        yield "person", f"turn {body['turn']}: {happened}"
    yield from (("bot", said) for said in body["said"])
    deeds = (deed["kind"] for deed in body["actions"] if deed["kind"] not in _PLAIN)
    yield from (("line", kind.replace("_", " ")) for kind in deeds)


_PLAIN = frozenset({"say", "ask"})  # every turn has them


def _happened(event: Body | None) -> str:
    if event is None:
        return ""
    told = {"heard": 'said "{words}"', "pressed": "pressed {keys}", "recorded": "recorded {reference}"}
    kind = str(event["kind"])
    return told.get(kind, kind.replace("_", " ")).format(**event)


def _recording(body: Body) -> Iterator[tuple[str, str]]:
    yield "recording", f"{body['reference']}: the incident is {body['seconds']:.1f} s from its beginning"


def _sealed(body: Body) -> Iterator[tuple[str, str]]:
    yield "recording", f"{body['reference']}: {body['bytes']} bytes, SHA-256 {body['sha256']}"


def _end(body: Body) -> Iterator[tuple[str, str]]:
    yield "line", f"the call ended: {body['outcome']}"


def _other(body: Body) -> Iterator[tuple[str, str]]:
    by = str(body.get("by", "the product"))
    yield by, ", ".join(f"{name}: {value}" for name, value in sorted(body.items()) if name != "by")


_TELLS: dict[str, Callable[[Body], Iterator[tuple[str, str]]]] = {
    "opening": _opening,
    "turn": _turn,
    "recording": _recording,
    "sealed": _sealed,
    "end": _end,
}
