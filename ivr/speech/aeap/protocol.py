"""The words of AEAP, version 0.1.0: pure, text of a WebSocket in and out.

Sources: ``res/res_aeap/`` and ``res/res_speech_aeap.c`` of Asterisk 22. Requests and responses are JSON
objects that ``request`` or ``response`` names, with an ``id``; ``params`` of ``set`` are strings;
``error_msg`` tells an error. Results are a request ``set`` of ours, whose parameter ``results`` is a
list of objects with ``text``, ``score`` (a whole number) and ``grammar``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SUBPROTOCOL = "speech_to_text"
CODEC = "slin"  # 16 bit, little endian, 8 kHz


class Grammar(StrEnum):
    """What a result of ours is; told in its field ``grammar``."""

    ONSET = "onset"  # the person began to speak
    FINAL = "final"  # what was said
    REJECTED = "rejected"  # something was, and fits nothing
    FAILED = "failed"  # it cannot be heard


@dataclass(frozen=True, slots=True)
class Setup:
    """Asterisk begins: one connection for each SPEECH CREATE."""

    id: str
    codecs: tuple[str, ...]
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """SPEECH SET."""

    id: str
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Response:
    """An answer to a request of ours."""

    id: str
    why: str | None  # what is wrong; None: nothing


@dataclass(frozen=True, slots=True)
class Unknown:
    """A request that we do not know, or nothing that is AEAP."""

    why: str
    id: str | None = None
    request: str | None = None


Message = Setup | Setting | Response | Unknown


def read(text: str) -> Message:
    """One message of Asterisk's. Never raises."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return Unknown("It is no JSON.")
    if not isinstance(told, dict) or not isinstance(told.get("id"), str):
        return Unknown("It is no object with an id.")
    if "response" in told:
        return Response(told["id"], str(told["error_msg"]) if "error_msg" in told else None)
    return _request(told, told["id"])


def _request(told: Mapping[str, Any], id_: str) -> Message:
    params = told.get("params") or {}
    name = told.get("request")
    if name == "setup":
        return Setup(id_, _codecs(told.get("codecs")), _strings(params))
    if name == "set":
        return Setting(id_, _strings(params))
    return Unknown(f"The request {name!r} is not known.", id_, name if isinstance(name, str) else None)


def _codecs(told: object) -> tuple[str, ...]:
    codecs = told if isinstance(told, list) else []
    return tuple(str(codec.get("name")) for codec in codecs if isinstance(codec, dict))


def _strings(told: object) -> Mapping[str, str]:
    return {str(name): str(value) for name, value in told.items()} if isinstance(told, dict) else {}


def set_up(setup: Setup) -> str:
    """The answer to a setup whose codecs hold ours."""
    return json.dumps({"response": "setup", "id": setup.id, "codecs": [{"name": CODEC}]})


def done(setting: Setting) -> str:
    """The answer to a setting."""
    return json.dumps({"response": "set", "id": setting.id})


def refused(request: str, id_: str, why: str) -> str:
    """The answer to what cannot be done."""
    return json.dumps({"response": request, "id": id_, "error_msg": why})


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that is told of what was said."""

    grammar: Grammar
    text: str = ""
    confidence: float = 0.0  # 0 to 1
    quiet: float = 0.0  # seconds since its end; told behind the grammar: "final:0.62"


def results(id_: str, told: tuple[Result, ...]) -> str:
    """Our request that ends Asterisk's SPEECH RECOGNIZE."""
    params = {"results": [_result(result) for result in told]}
    return json.dumps({"request": "set", "id": id_, "params": params}, ensure_ascii=False)


def _result(result: Result) -> Mapping[str, object]:
    score = round(100 * result.confidence)
    grammar = f"{result.grammar}:{result.quiet:.2f}" if result.quiet else result.grammar.value
    return {"text": result.text, "score": score, "grammar": grammar}
