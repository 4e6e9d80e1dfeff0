"""The words of AEAP."""

from __future__ import annotations

import json

import pytest

from ivr.speech.aeap import protocol
from ivr.speech.aeap.protocol import Grammar, Message, Response, Result, Setting, Setup, Unknown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"request":"setup","version":"0.1.0","codecs":[{"name":"slin"}],"params":{"language":"en-US"},"id":"a"}',
            Setup("a", ("slin",), {"language": "en-US"}),
        ),
        ('{"request":"setup","id":"a"}', Setup("a", (), {})),
        ('{"request":"setup","id":"a","codecs":"slin"}', Setup("a", (), {})),
        ('{"request":"setup","id":"a","codecs":[7,{"name":"ulaw"}]}', Setup("a", ("ulaw",), {})),
        ('{"request":"set","params":{"listen":"3"},"id":"b"}', Setting("b", {"listen": "3"})),
        ('{"request":"set","params":{"listen":3},"id":"b"}', Setting("b", {"listen": "3"})),
        ('{"request":"set","params":["listen"],"id":"b"}', Setting("b", {})),
        ('{"request":"set","id":"b"}', Setting("b", {})),
        ('{"response":"set","id":"c"}', Response("c", None)),
        ('{"response":"set","id":"c","error_msg":"no"}', Response("c", "no")),
        ('{"request":"get","id":"d"}', Unknown("The request 'get' is not known.", "d", "get")),
        ('{"request":7,"id":"d"}', Unknown("The request 7 is not known.", "d", None)),
        ('{"id":"d"}', Unknown("The request None is not known.", "d", None)),
        ('{"request":"set"}', Unknown("It is no object with an id.")),
        ('{"request":"set","id":5}', Unknown("It is no object with an id.")),
        ('["set"]', Unknown("It is no object with an id.")),
        ("", Unknown("It is no JSON.")),
        ("{", Unknown("It is no JSON.")),
        ("[" * 100_000, Unknown("It is no JSON.")),
    ],
)
def test_what_comes_is_read(text: str, message: Message) -> None:
    assert protocol.read(text) == message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (protocol.set_up(Setup("a", (), {})), {"response": "setup", "id": "a", "codecs": [{"name": "slin"}]}),
        (protocol.done(Setting("b", {})), {"response": "set", "id": "b"}),
        (protocol.refused("get", "d", "no"), {"response": "get", "id": "d", "error_msg": "no"}),
        (
            protocol.results(
                "e", (Result(Grammar.FINAL, "jā", 0.876), Result(Grammar.FINAL, "nē", 0.1, 0.617))
            ),
            {
                "request": "set",
                "id": "e",
                "params": {
                    "results": [
                        {"text": "jā", "score": 88, "grammar": "final"},
                        {"text": "nē", "score": 10, "grammar": "final:0.62"},
                    ]
                },
            },
        ),
        (
            protocol.results("e", (Result(Grammar.ONSET),)),
            {
                "request": "set",
                "id": "e",
                "params": {"results": [{"text": "", "score": 0, "grammar": "onset"}]},
            },
        ),
    ],
    ids=["setup", "set", "refused", "results", "onset"],
)
def test_what_is_told(text: str, told: dict[str, object]) -> None:
    assert json.loads(text) == told
