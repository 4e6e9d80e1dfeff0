"""The proving campaign of ``make run``: three people are called, and one of them once more, as promised.

The people are test telephones behind numbers that nobody has: +1 … 555 0100 to 0199 are kept for films and
books (North American Numbering Plan, 555-01XX). Nobody else is called, whatever the hour, and nothing of the
company's own lists, campaigns and promises is touched: all of it is called ``proof_of_calls``.
"""

from __future__ import annotations

import asyncio
import csv
import json
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import phonenumbers
from sqlalchemy import Engine

from ivr import wiring
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import load_campaign
from ivr.company.disposition import Disposition
from ivr.company.models import Company
from ivr.conversation.actions import LookUp
from ivr.conversation.events import Found
from ivr.dialer.ports import Promise
from ivr.phrases import formats
from ivr.records.callbacks import Callbacks
from ivr.records.do_not_call import DoNotCall
from ivr.records.ledger import SqlLedger
from ivr.records.outbound import Outbound
from tests.asterisk.callees import BY_NAME, Farm, Manner
from tests.asterisk.calling import arrived, callees
from tests.asterisk.phone import Call
from tests.asterisk.talk import Voice

ID = "proof_of_calls"
WHO = "the proof of make run"
PEOPLE = ("accepts", "asks for later", "opts out")
LATER = timedelta(seconds=60)  # until the promised call
FIRST = 60.0  # seconds within which the call is promised
SECOND = 60.0  # seconds after the promised call rang in which all calls are over
ON_TIME = 2.0  # seconds within which a promised call rings

TEXTS = {
    "name": {"lv": "izmēģinājuma zvans", "en": "a trial call"},
    "matter": {
        "lv": "Šis ir izmēģinājuma zvans, un cilvēkiem mēs tā nezvanām.",
        "en": "This is a trial call, and no person is called like this.",
    },
    "source": {"lv": "Numuru izdomājām paši.", "en": "We made the number up."},
    "proposal": {
        "lv": "Piedāvājam turpināt darbu. Vai tas Jums der?",
        "en": "We propose to go on working. Does that suit you?",
    },
}


def campaign_text(company: Company) -> str:
    """A campaign file for any company: in its languages, under one of its numbers. JSON is YAML, too."""

    def told(what: str) -> dict[str, str]:
        return {lang: TEXTS[what].get(lang, TEXTS[what]["en"]) for lang in company.languages}

    general = (number for number, entry in company.numbers.items() if entry.department is None)
    content = {
        "purpose": "service",
        "name": told("name"),
        "department": company.operator,
        "matter": told("matter"),
        "source": told("source"),
        "proposal": {"text": told("proposal")},
        "line": "test",
        "caller_id": next(general, next(iter(company.numbers))),
        "hours": "always",
        "attempts": {"most": 1},
        "pacing": {"per_second": 2, "at_once": 3},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def numbers(used: Iterable[str], chance: random.Random) -> dict[str, Manner]:
    """Numbers of people who do not exist and were not called yet, and what their telephones do."""
    known = {number[2:5] for number in used}
    areas = [str(area) for area in range(201, 990) if _exists(area)]
    area = chance.choice([area for area in areas if area not in known] or areas)
    return {f"+1{area}55501{BY_NAME[name].code}": BY_NAME[name] for name in PEOPLE}


def _exists(area: int) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area}5550101"))


@dataclass
class ProofOfCalls:
    """The proving campaign, told on standard output as it goes."""

    company: Company
    engine: Engine
    password: str
    began: float
    hears: tuple[str, ...] = ()  # languages of which the line makes words

    async def run(self) -> str:
        """Make the calls; what they proved. Raises AssertionError with what went wrong."""
        people = numbers((c.number for c in Outbound(self.engine).contacts(ID)), random.Random())
        with tempfile.TemporaryDirectory(prefix="proof-") as folder:
            campaign = self._write(Path(folder), people)
            voice = Voice(self.company, wiring.prompt_cache(Path(folder) / "prompts"))
            whole = frozenset(n for n, manner in people.items() if manner.ends is Disposition.ACCEPTED)
            farm = Farm(voice, campaign, whole, partial(self._told, people), self._taken, self.hears)
            async with callees(farm, self.password):
                await self._started(Path(folder))
                promise = await self._promise(people)
                await self._promised_call(farm, people, promise)
        assert farm.failures() == [], "\n".join(farm.failures())
        await self._ledger(promise)
        self._tidy(people)
        return "it calls people, hears them, keeps its promises, and calls nobody who does not want it"

    def _write(self, folder: Path, people: Iterable[str]) -> Campaign:
        file = folder / f"{ID}.yaml"
        file.write_text(campaign_text(self.company), "utf-8")
        with (folder / "people.csv").open("w", newline="", encoding="utf-8") as table:
            rows = csv.writer(table)
            rows.writerow(["number", "zone", "consent_source", "consent_date"])
            rows.writerows([person, self.company.timezone, WHO, date.today()] for person in people)  # noqa: DTZ011
        return load_campaign(file, self.company).campaign

    async def _started(self, folder: Path) -> None:
        print("\nThe company calls three test telephones:\n", flush=True)
        await self._command(folder, "campaign", "import", str(folder / "people.csv"), "--campaign", ID)
        await self._command(folder, "campaign", "start", ID)

    async def _promise(self, people: dict[str, Manner]) -> Promise:
        """The promise to the one who asked for later, and soon: an agreed time may be days away."""
        (later,) = (number for number, manner in people.items() if manner.ends is Disposition.LATER)
        ledger, until = Callbacks(self.engine), time.monotonic() + FIRST
        while not (found := await asyncio.to_thread(ledger.listed, number=later)):
            assert time.monotonic() < until, f"No call was promised to {later} within {FIRST:.0f} s."
            await asyncio.sleep(0.3)
        promise, at = found[0], datetime.now(UTC) + LATER
        self._tell("proof", f"moves the promised call from {self._local(promise.at)} to {self._local(at)}")
        words = formats.appointment(promise.language, at.astimezone(self.company.zone), promise.zone).text
        return ledger.move(promise.id, at, promise.zone, words, WHO, datetime.now(UTC))

    async def _promised_call(self, farm: Farm, people: dict[str, Manner], promise: Promise) -> None:
        call = await arrived(farm, promise.number, 2, LATER.total_seconds() + 10)
        late = call.at - promise.at.timestamp()
        self._tell(_short(promise.number), f"rings {late:.2f} s after the promised instant")
        assert 0 <= late < ON_TIME, f"The promised call rang {late:.1f} s after its instant."
        kept = {number: manner.ends for number, manner in people.items()}
        await self._until({**kept, promise.number: Disposition.ACCEPTED}, SECOND)

    async def _until(self, expected: dict[str, Disposition], within: float) -> None:
        until = time.monotonic() + within
        while (found := await asyncio.to_thread(self._ends, expected)) != expected:
            assert time.monotonic() < until, f"After {within:.0f} s they ended so: {_words(found)}."
            await asyncio.sleep(0.3)

    def _taken(self, asked: LookUp) -> Found:
        return Found(SqlLedger(self.engine).taken(asked.department, asked.after, asked.until))

    def _ends(self, people: Iterable[str]) -> dict[str, Disposition | None]:
        found = {contact.number: contact.disposition for contact in Outbound(self.engine).contacts(ID)}
        return {number: found.get(number) for number in people}

    async def _ledger(self, promise: Promise) -> None:
        shown = {
            "The promise, on record": ("callbacks", "show", promise.id),
            "Calls that are promised now": ("callbacks", "list"),
            "The campaign": ("campaign", "report", ID),
        }
        told = await asyncio.gather(*(self._output(None, *words) for words in shown.values()))
        for title, lines in zip(shown, told, strict=True):
            print(f"\n{title}:\n{lines}", flush=True)

    def _tidy(self, people: dict[str, Manner]) -> None:
        """The company's own do-not-call list is for people."""
        for number, manner in people.items():
            if manner.ends is Disposition.OPTED_OUT:
                DoNotCall(self.engine).lift(number, "the number is nobody's", WHO, datetime.now(UTC))

    async def _command(self, campaigns: Path, *words: str) -> None:
        print(await self._output(campaigns, *words), flush=True)

    async def _output(self, campaigns: Path | None, *words: str) -> str:
        """What a command of the product says to an operator. Raises AssertionError where it fails."""
        given = {**os.environ, "COLUMNS": "110"} | ({"IVR_CAMPAIGNS": str(campaigns)} if campaigns else {})
        ran = await asyncio.to_thread(
            subprocess.run, ["ivr", *words], env=given, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, f"ivr {' '.join(words)} failed: {ran.stderr or ran.stdout}"
        return "\n".join(f"  {line}" for line in ran.stdout.splitlines())

    def _told(self, people: dict[str, Manner], call: Call, what: str) -> None:
        name = people[call.called].name if call.called in people else "an earlier proof"
        self._tell(_short(call.called), f"({name}) {what}")

    def _local(self, at: datetime) -> str:
        return f"{at.astimezone(self.company.zone):%Y-%m-%d %H:%M:%S}"

    def _tell(self, who: str, what: str) -> None:
        print(f"  {time.monotonic() - self.began:5.1f} s  {who:<11} {what}", flush=True)


def _short(number: str) -> str:
    return f"…{number[-4:]}"


def _words(ends: dict[str, Disposition | None]) -> str:
    return ", ".join(f"{number} {end.value if end else 'not yet'}" for number, end in ends.items())
