"""What SPEECH RECOGNIZE answers. The replies are those of Asterisk 22.10.1."""

from __future__ import annotations

import pytest

from ivr.lines.asterisk.recognized import MOST, REPLY, How, Recognized, Result, recognized

QUOTED = '200 result=1 (speech) endpos=0 results=1 score0=90 text0="say "yes" now" grammar0=final'
BAIT = 'a" grammar0=final score1=99 text1="evil'
REVERSED = (
    '200 result=1 (speech) endpos=320 results=3 score0=12 text0="sails" grammar0=final '
    'score1=40 text1="sale" grammar1=final score2=91 text2="sales, please" grammar2=final'
)


def answer(line: str) -> Recognized:
    found = REPLY.fullmatch(line)
    assert found, line
    return recognized(found)


def speech(*results: Result) -> Recognized:
    return Recognized(How.SPEECH, "", results)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            '200 result=1 (speech) endpos=0 results=1 score0=0 text0="" grammar0=onset',
            speech(Result("", 0, "onset")),
        ),
        (
            '200 result=1 (speech) endpos=0 results=1 score0=91 text0="sales" grammar0=final:0.62',
            speech(Result("sales", 91, "final", 0.62)),
        ),
        (
            '200 result=1 (speech) endpos=0 results=1 score0=91 text0="sales" grammar0=final:long',
            speech(Result("sales", 91, "final")),
        ),
        (QUOTED, speech(Result('say "yes" now', 90, "final"))),
        (
            REVERSED,
            speech(
                Result("sales, please", 91, "final"),
                Result("sale", 40, "final"),
                Result("sails", 12, "final"),
            ),
        ),
        ("200 result=1 (speech) endpos=0 results=0", speech()),
        ("200 result=1 (speech) endpos=0 results=0 ", speech()),
        (
            '200 result=1 (speech) endpos=0 results=1 score0=-3 text0="(a)" grammar0=',
            speech(Result("(a)", -3, "")),
        ),
        (
            f'200 result=1 (speech) endpos=0 results=1 score0=50 text0="{BAIT}" grammar0=final',
            speech(Result(BAIT, 50, "final")),
        ),
        ("200 result=1 (digit) digit=5 endpos=0", Recognized(How.DIGIT, "5")),
        ("200 result=1 (digit) digit=#", Recognized(How.DIGIT, "#")),
        ("200 result=1 (digit) digit=* endpos=8000", Recognized(How.DIGIT, "*")),
        ("200 result=1 (timeout) endpos=0", Recognized(How.TIMEOUT)),
        ("200 result=1 (timeout)", Recognized(How.TIMEOUT)),
        ("200 result=1 (hangup) endpos=0", Recognized(How.HANGUP)),
        ("200 result=0", Recognized(How.NOTHING)),
        ("200 result=0 endpos=0", Recognized(How.NOTHING)),
        ("200 result=-1", Recognized(How.NOTHING)),
        ("200 result=1 (loud) endpos=0", Recognized(How.NOTHING)),
    ],
)
def test_every_form_of_an_answer(line, expected):
    assert answer(line) == expected


@pytest.mark.parametrize(
    "rest",
    [
        'results=2 score0=1 text0="a" grammar0=final',
        'results=1 score0=x text0="a" grammar0=final',
        "results=1 score0=1 text0=\"cut off by Asterisk's buff",
        'results=1 score0=1 text0="a" grammar0=final and more',
        f'results={MOST + 1} score0=1 text0="a" grammar0=final',
        "results=99999999999999",
        "",
    ],
)
def test_what_cannot_be_read_counts_as_nothing_recognised(rest):
    assert answer(f"200 result=1 (speech) endpos=0 {rest}".rstrip()) == speech()


def test_what_the_best_is():
    assert answer(QUOTED).grammar == "final"
    assert answer("200 result=1 (speech) endpos=0 results=0").grammar == ""


@pytest.mark.parametrize("line", ["510 Invalid or unknown command", "HANGUP", "200 result="])
def test_other_lines_are_no_answer(line):
    assert REPLY.fullmatch(line) is None
