"""Understanding: what each part of it costs, in words that callers of the golden dialogues say."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.table import Table

import ivr.company
from benchmarks.numbers import percentile
from ivr import wiring
from ivr.company.loader import load
from ivr.company.models import Company
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import Heard
from ivr.conversation.state import Step
from ivr.settings import vectors_from
from ivr.understanding.civility import civility
from ivr.understanding.civility import prepare as prepare_civility
from ivr.understanding.consent import consent
from ivr.understanding.intent import intents, prepare
from ivr.understanding.optout import opt_out
from ivr.understanding.optout import prepare as prepare_opt_outs
from ivr.understanding.times import understand_time
from ivr.understanding.wishes import wish

LANGUAGES = ("en", "lv")
ROUNDS = 3
MOST = 0.008  # seconds of CPU for all of it, 95th percentile
WHOLE = "a turn by words, all of it"
NOON = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
_DIALOGUES = Path(__file__).parent.parent / "tests" / "dialogues"
_COMPANY = Path(ivr.company.__file__).parent / "example" / "company.yaml"


@dataclass(frozen=True)
class Cost:
    """What one part costs in one language, each time: without what a busy machine took meanwhile."""

    part: str
    language: str
    cpu: tuple[float, ...]  # seconds


def measure() -> Iterator[Cost]:
    """Each part in each language, with what the service runs with."""
    company = load(_COMPANY).company
    vectors = wiring.vectors(vectors_from(os.environ.get("IVR_VECTORS")))
    prepare(company, vectors)
    prepare_opt_outs(embed=wiring.of_our_model(vectors))
    prepare_civility()
    said = texts()
    for language in LANGUAGES:
        for part, work in _parts(company, language).items():
            spoken = [text for text in said if text.isascii() is (language == "en")]
            yield Cost(part, language, tuple(_seconds(work, text) for _ in range(ROUNDS) for text in spoken))


def texts() -> list[str]:
    """What people say in the golden dialogues, each once."""
    lines = (line for file in sorted(_DIALOGUES.rglob("*.txt")) for line in file.read_text().splitlines())
    said = (line[2:] for line in lines if line.startswith("> ") and not line.startswith("> /"))
    return list(dict.fromkeys(said))


def _parts(company: Company, language: str) -> dict[str, Callable[[str], object]]:
    return {
        "intents": intents(company, language).route,
        "times": partial(understand_time, language=language, now=NOON, zone=company.zone),
        "yes or no": partial(consent, language=language),
        "wishes": wish,
        "opt-outs": opt_out,
        "civility": civility,
        WHOLE: _turn(company, language),
    }


def _turn(company: Company, language: str) -> Callable[[str], object]:
    """The open question answered in words: everything is looked for in them."""
    number = next(id_ for id_, one in company.numbers.items() if one.department is None)
    first = begin(number, "+37120000001", company, NOON, hears=LANGUAGES).state
    assert first.step is Step.HELP
    state = advance(first, Heard(_SWITCH[language], 1.0), company, NOON).state
    return lambda text: advance(state, Heard(text, 1.0), company, NOON)


_SWITCH = {"en": "english please", "lv": "latviski, lūdzu"}


def _seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.thread_time_ns()
    work(text)
    return (time.thread_time_ns() - begun) / 1e9


def table(costs: list[Cost]) -> Table:
    """The figures of each part."""
    shown = Table(title="Understanding, in ms of CPU a text", title_justify="left")
    for name in ("", "language", "median", "p95", "texts"):
        shown.add_column(name, justify="right" if name and name != "language" else "left")
    for cost in costs:
        figures = (percentile(cost.cpu, 0.5), percentile(cost.cpu, 0.95))
        texts_ = str(len(cost.cpu) // ROUNDS)
        shown.add_row(cost.part, cost.language, *(f"{value * 1e3:.2f}" for value in figures), texts_)
    return shown


def verdicts(costs: list[Cost]) -> Iterator[tuple[str, str, str, bool]]:
    """What is promised, and whether it was reached."""
    for cost in costs:
        if cost.part == WHOLE:
            p95 = percentile(cost.cpu, 0.95)
            what, wanted = f"words understood p95 ({cost.language})", f"at most {MOST * 1e3:.0f} ms"
            yield what, f"{p95 * 1e3:.1f} ms", wanted, p95 <= MOST
