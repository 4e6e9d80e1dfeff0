"""What SPEECH RECOGNIZE answers: pure, a line of Asterisk's in, what was recognised out.

Source: ``handle_speechrecognize`` of Asterisk 22's res_agi.c, measured against 22.10.1. Asterisk quotes
nothing in ``text``, and lists the results in the opposite order of the recogniser's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MOST = 10  # results in one answer; recognisers give a handful


class How(StrEnum):
    """Why Asterisk listens no longer."""

    SPEECH = "speech"  # the recogniser has told something, or (no results) is gone
    DIGIT = "digit"
    TIMEOUT = "timeout"
    HANGUP = "hangup"
    NOTHING = ""  # there is no recogniser, or the channel is of no use


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that the recogniser tells."""

    text: str
    score: int  # 0 to 100, as our own recogniser gives it
    grammar: str  # what sort of result it is
    quiet: float = 0.0  # seconds since the end of what was said, where the recogniser tells


@dataclass(frozen=True, slots=True)
class Recognized:
    """An answer."""

    how: How
    key: str = ""  # that was pressed
    results: tuple[Result, ...] = ()  # the best score first

    @property
    def grammar(self) -> str:
        """What sort of result the best is; empty without one."""
        return self.results[0].grammar if self.results else ""

    @property
    def quiet(self) -> float:
        """Seconds since the person fell silent, by the best result."""
        return self.results[0].quiet if self.results else 0.0


REPLY = re.compile(r"200 result=-?\d+(?: \((speech|digit|timeout|hangup)\))?( .*)?")

_SECONDS = re.compile(r"\d{1,2}\.\d{2}")
_KEY = re.compile(r" digit=(.)(?: endpos=-?\d+)? *")
_COUNT = re.compile(r" endpos=-?\d+ results=(\d+) ?(.*)")


def recognized(found: re.Match[str]) -> Recognized:
    """What a line that REPLY matches says. A result that cannot be read counts as none."""
    how, rest = How(found[1] or ""), found[2] or ""
    if how is How.DIGIT:
        key = _KEY.fullmatch(rest)
        return Recognized(how, key[1] if key else "")
    return Recognized(how, results=_results(rest) if how is How.SPEECH else ())


def _results(rest: str) -> tuple[Result, ...]:
    counted = _COUNT.fullmatch(rest)
    count = int(counted[1]) if counted else 0
    if not counted or not 0 < count <= MOST:
        return ()
    found = _entries(count).fullmatch(counted[2])
    told = found.groups() if found else ()
    results = [_result(*told[at : at + 3]) for at in range(0, len(told), 3)]
    return tuple(sorted(results, key=lambda result: -result.score))


def _result(score: str, text: str, told: str) -> Result:
    """``told``: the grammar, and the seconds of silence behind a colon."""
    grammar, _, quiet = told.partition(":")
    return Result(text, int(score), grammar, float(quiet) if _SECONDS.fullmatch(quiet) else 0.0)


def _entries(count: int) -> re.Pattern[str]:
    """So many results; known by their numbers, as a text may hold quotes."""
    entries = (rf'score{at}=(-?\d+) text{at}="(.*)" grammar{at}=(\S*)' for at in range(count))
    return re.compile(" ".join(entries) + " *")
