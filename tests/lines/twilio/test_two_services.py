"""Two services on one database take turns at the same calls: every transcript is right, nothing is twice."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

import pytest
import requests
from sqlalchemy import Engine, select

from ivr.company.loader import CompanyFile
from ivr.phrases.check import load_standard
from ivr.records.engine import open_engine
from ivr.records.tables import Call
from ivr.understanding.civility import prepare as learn_threats
from ivr.understanding.intent import prepare
from ivr.understanding.optout import prepare as learn_opt_outs
from tests.lines.twilio.conducting import LATE, TWICE, Caller, Conductor, turns
from tests.lines.twilio.service import ACCOUNT, PUBLIC, TOKEN, Rows, Served, rows
from tests.records.conftest import HOW, POSTGRES, _own_schema

MANY, FEW = 200, 20
START_SECONDS = 120
COMPANY = """
name: {lv: SIA Bērzs, en: Bērzs}
country: LV
timezone: Europe/Riga
languages: [lv, en]
default_language: lv
numbers: {"+37167000100": }
operator: reception
office_hours: always
callbacks: {offered: false, line: twilio}
departments:
  reception:
    name: {lv: recepcija, en: Reception}
    rings: {extensions: 200, twilio: "+37167000200"}
  sales:
    name: {lv: pārdošana, en: Sales}
    key: 1
    examples: {lv: [pārdošana], en: [sales]}
    rings: {extensions: 201, twilio: "+37167000201"}
groups:
  info: {name: {lv: informācija, en: Information}, key: 4}
answers:
  hours:
    name: {lv: darba laiks, en: Opening hours}
    key: 1
    group: info
    says: hours
  address:
    name: {lv: adrese, en: Address}
    key: 2
    group: info
    text: {lv: Rīgā., en: In Riga.}
"""
# Which service took a call, where it has the company file, what was written first, how often it was tried to
# fetch a recording from a Twilio that is not there, and how long answers took.
NOT_COMPARED = frozenset({"node", "path", "id", "tries", "next_at", "performed"})


@pytest.fixture
def file(tmp_path) -> CompanyFile:
    path = tmp_path / "company.yaml"
    path.write_text(COMPANY, encoding="utf-8")
    made = load_standard(path)
    learn_opt_outs()  # before the first call, as a service does
    learn_threats()
    prepare(made.company)
    return made


# ── What is on record, and what should be ───────────────────────────────────────────────────────────


# What services note of themselves, and when they get round to it: audits follow the calls.
OF_SERVICES = frozenset({"nodes", "audits", "breaches"})


def kept(engine: Engine) -> Rows:
    """All that is on record, but for the moments and the names of services."""
    return {
        name: sorted(
            (tuple("then" if isinstance(each, datetime) else each for each in row) for row in of), key=repr
        )
        for name, of in rows(engine, NOT_COMPARED).items()
        if name not in OF_SERVICES
    }


def each_alone(file: CompanyFile, folder: Path, callers: list[Caller], records: Engine) -> Rows:
    """The same calls one after another in one service, every request once, at the moment each began."""
    with records.connect() as connection:
        began = dict(map(tuple, connection.execute(select(Call.call_id, Call.began_at))))
    reference = Served(file, folder)
    for caller in callers:
        reference.now = began[caller.call_id]
        again = Caller(caller.number)
        for turn in turns():
            again.answers.append(reference.post(*again.request(turn)).text)
    reference.pages.later.flush()
    found = kept(reference.store.engine)
    reference.close()
    return found


def differing(one: Rows, other: Rows) -> list[str]:
    """The first rows that only one of them has."""
    rows = [{f"{name} {row!r}" for name in found for row in found[name]} for found in (one, other)]
    assert [len(each) for each in rows] == [sum(map(len, found.values())) for found in (one, other)]
    return sorted(rows[0] ^ rows[1])[:10]


def check_played(conductor: Conductor, callers: list[Caller]) -> None:
    asked = len(callers) * len(turns())
    assert conductor.differing == []
    assert (conductor.twice, conductor.late) == (asked // TWICE, asked // LATE)


# ── In one process, and in two ──────────────────────────────────────────────────────────────────────


def test_two_services_of_one_process_share_the_calls_of_one_file(migrated_once, file, tmp_path):
    url = f"sqlite:///{tmp_path / 'ivr.db'}"
    services = [Served(file, tmp_path / "prompts", url) for _ in range(2)]
    for each in services:
        each.line.server.start()
    callers = [Caller(number) for number in range(FEW)]
    conductor = Conductor(["http://{}:{}".format(*each.line.server.bind) for each in services])
    conductor.play(callers)
    for each in services:
        each.line.server.stop()
    check_played(conductor, callers)
    records = services[0].store.engine
    assert differing(kept(records), each_alone(file, tmp_path / "alone", callers, records)) == []
    for each in services:
        each.close()


@pytest.fixture
def database() -> Iterator[str]:
    """URL of an empty database on PostgreSQL."""
    if not POSTGRES:
        pytest.skip(HOW)
    yield from _own_schema()


@pytest.mark.postgres
@pytest.mark.alone  # two hundred calls at full speed: nobody beside them would be heard in time
@pytest.mark.long(60)
def test_two_processes_share_two_hundred_calls_and_do_nothing_twice(file, database, tmp_path):
    callers = [Caller(number) for number in range(MANY)]
    with (
        serving(file.path, database, tmp_path, "one") as one,
        serving(file.path, database, tmp_path, "two") as two,
    ):
        conductor = Conductor([one, two])
        conductor.play(callers)
    records = open_engine(database)
    check_played(conductor, callers)
    assert differing(kept(records), each_alone(file, tmp_path / "alone", callers, records)) == []
    assert answered_by(records).keys() == {"one", "two"}
    for node in ("one", "two"):
        assert troubles(tmp_path / f"{node}.log") == []
    records.dispose()


@contextmanager
def serving(company: Path, database: str, folder: Path, node: str) -> Iterator[str]:
    """``ivr serve`` in a process of its own: where it listens. It is told to stop in the end, and does."""
    port = free_port()
    env = os.environ | {
        "IVR_COMPANY": str(company),
        "IVR_DATABASE_URL": database,
        "IVR_PROMPTS": str(folder / "rendered"),
        "IVR_SPOOL": str(folder / node),
        "IVR_NODE": node,
        "IVR_AGI_BIND": "127.0.0.1:0",
        "IVR_AEAP_BIND": "off",
        "IVR_TWILIO_BIND": f"127.0.0.1:{port}",
        "IVR_TWILIO_ACCOUNT_SID": ACCOUNT,
        "IVR_TWILIO_AUTH_TOKEN": TOKEN,
        "IVR_TWILIO_PUBLIC_URL": PUBLIC,
        "IVR_TWILIO_API_URL": "http://127.0.0.1:9",
    }
    with (folder / f"{node}.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "ivr", "serve"], env=env, stderr=log)
        try:
            wait_for(process, f"http://127.0.0.1:{port}/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            assert process.wait(START_SECONDS) == 0


def wait_for(process: subprocess.Popen, health: str) -> None:
    until = monotonic() + START_SECONDS
    while monotonic() < until and process.poll() is None:
        with suppress(requests.ConnectionError):
            assert requests.get(health, timeout=10).status_code == 200
            return
        sleep(0.1)
    raise AssertionError("The service did not start.")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def answered_by(records: Engine) -> Counter[str]:
    with records.connect() as connection:
        return Counter(connection.execute(select(Call.node)).scalars())


def troubles(log: Path) -> list[dict[str, object]]:
    lines = (json.loads(line) for line in log.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line["level"] in {"warning", "error"}]
