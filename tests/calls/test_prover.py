"""No call is held that is not proved: what is proved when, and what is said where it is not so."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from ivr import log
from ivr.calls import prover
from ivr.calls.proofs import NotProvedError, Proofs, ProofStoppedError, fingerprint
from ivr.calls.prover import ASKED, Asked, Prover, Written, apart
from ivr.company.loader import parse
from tests.calls.proving import GRAVE, NOW, PRODUCT, SLIGHT, Standin, campaign
from tests.company.files import FILE, changed, example

OURS = (campaign("maintenance"), campaign("satisfaction"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "proofs"


def made(folder: Path, standin: Standin, product: str = PRODUCT) -> Prover:
    return Prover(Proofs(folder, product), Event(), lambda: NOW, standin)


def why(prove, *arguments) -> list[str]:
    with pytest.raises(NotProvedError) as caught:
        prove(*arguments)
    return str(caught.value).splitlines()


def test_a_company_is_proved_once_with_its_campaigns(folder):
    standin = Standin(company=(SLIGHT,))
    for _ in range(2):  # the second has what the first has kept
        proving = made(folder, standin)
        proving.company(example(), OURS)
        proving.campaign(example(), OURS[1])
    (asked,) = standin.asked
    written = tuple(Written(each.path, each.text) for each in OURS)
    assert asked == Asked(NOW, Written(FILE, example().text), written, urgent=False)


CHANGES = [
    ("the company file", {"file": parse(FILE, changed() + "\n# changed\n")}),
    ("the product", {"product": "a newer one"}),
]


@pytest.mark.parametrize(("name", "change"), CHANGES, ids=[name for name, _ in CHANGES])
def test_what_changed_is_proved_anew(folder, name: str, change: dict):
    made(folder, Standin()).company(example(), ())
    standin = Standin(product=change.get("product", PRODUCT))
    made(folder, standin, standin.product).company(change.get("file", example()), (), urgent=True)
    assert [asked.urgent for asked in standin.asked] == [True]


def test_a_changed_campaign_is_proved_anew_and_does_not_hold_up_the_company(folder):
    standin = Standin()
    proving = made(folder, standin)
    proving.company(example(), OURS)
    other = campaign("maintenance", "\n# changed\n")
    proving.company(example(), (other,))
    assert len(standin.asked) == 1
    proving.campaign(example(), other)
    asked = standin.asked[1:]
    assert [([each.text for each in one.campaigns], one.own) for one in asked] == [([other.text], False)]


def test_what_breaks_something_grave_is_refused_each_time_and_proved_once(folder):
    standin = Standin(company=(GRAVE, SLIGHT, GRAVE))
    proving = made(folder, standin)
    told = [why(proving.company, example(), ()) for _ in range(2)]
    assert (
        told
        == [
            [
                'company.yaml: own:recorded: "notice.recording" is not said.',
                "No calls are held by it. See the shortest that shows why: ivr check company.yaml",
            ]
        ]
        * 2
    )
    assert len(standin.asked) == 1


def test_a_campaign_that_fails_is_told_and_stops_nothing_but_itself(folder, capsys):
    log.configure()
    standin = Standin(campaign=(GRAVE,))
    proving = made(folder, standin)
    proving.company(example(), OURS)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["action"], line["campaign"]) for line in lines if line["level"] == "error"] == [
        ("campaign_not_proved", "maintenance"),
        ("campaign_not_proved", "satisfaction"),
    ]
    assert lines[-1]["problems"] == ['own:recorded: "notice.recording" is not said']
    assert why(proving.campaign, example(), OURS[0])[0].startswith("maintenance.yaml: own:recorded: ")
    assert len(standin.asked) == 1


def test_what_an_exchanged_product_proves_is_not_taken(folder):
    standin = Standin(product="installed meanwhile")
    (told,) = why(made(folder, standin).company, example(), ())
    assert told.endswith("the product was changed since this service was started. Start it anew.")
    assert not folder.exists()


def test_two_who_ask_at_once_have_it_proved_once(folder):
    begun, go = Event(), Event()

    class Slow(Standin):
        def __call__(self, asked, stop):
            begun.set()
            assert go.wait(10)
            return super().__call__(asked, stop)

    standin = Slow()
    proving = made(folder, standin)
    threads = [Thread(target=proving.campaign, args=(example(), OURS[0])) for _ in range(2)]
    threads[0].start()
    assert begun.wait(10)
    threads[1].start()
    go.set()
    for thread in threads:
        thread.join(10)
    assert len(standin.asked) == 1


# ── The process apart ───────────────────────────────────────────────────────────────────────────


SMALL = """
name: {lv: SIA Bērzs}
country: LV
timezone: Europe/Riga
languages: [lv]
default_language: lv
understands: []
numbers: {"+37167000100": }
operator: reception
office_hours: always
callbacks: {offered: false}
departments:
  reception:
    name: {lv: recepcija}
    rings: {extensions: 200}
"""
UNSAID = """
courtesy:
  rules:
    - {id: weather, kind: must_say, where: beginning, starred: true, why: Small talk, words: {lv: [laiks]}}
"""


def asked(text: str, urgent: bool = True) -> Asked:
    return Asked(NOW, Written(FILE, text), (), urgent)


@pytest.mark.parametrize(
    ("text", "broken"), [(SMALL, set()), (SMALL + UNSAID, {"own:weather"})], ids=["proved", "spoilt"]
)
def test_a_company_is_proved_in_a_process_apart(text, broken):
    found = apart(asked(text), Event())
    assert found.product == fingerprint()
    assert {flaw.id for flaw in found.company if flaw.grave} == broken
    assert found.campaigns == ()


FAILURES = [
    ("it raises", "raise KeyError('x')", "exit status 1, KeyError: 'x'."),
    ("it is killed", "import os; os.kill(os.getpid(), 9)", "exit status -9."),
    ("it says something else", "print('hello')", "it answered nothing that is known."),
]


@pytest.mark.parametrize(("name", "program", "says"), FAILURES, ids=[name for name, *_ in FAILURES])
def test_a_process_that_fails_proves_nothing(monkeypatch, name: str, program: str, says: str):
    monkeypatch.setattr(prover, "_CHILD", (sys.executable, "-c", program))
    (told,) = why(apart, asked(SMALL), Event())
    assert told == f"company.yaml could not be proved: {says} Try ivr check company.yaml, which tells more."


def test_without_a_process_nothing_is_proved(monkeypatch):
    monkeypatch.setattr(prover, "_CHILD", ("/nowhere/python",))
    (told,) = why(apart, asked(SMALL), Event())
    assert "no process could be started (No such file or directory)" in told


FOR_EVER = "import os, sys, time; os.fork(); print('up', file=sys.stderr); time.sleep(600)"


def test_a_service_that_stops_waits_for_no_proof_and_leaves_no_process(monkeypatch):
    ended = []
    kill = prover.os.killpg
    monkeypatch.setattr(prover.os, "killpg", lambda *of: (ended.append(of[0]), kill(*of)))
    monkeypatch.setattr(prover, "_CHILD", (sys.executable, "-c", FOR_EVER))
    stop = Event()
    stop.set()
    with pytest.raises(ProofStoppedError):
        apart(asked(SMALL), stop)
    assert len(ended) == 1


def test_a_proof_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(prover, "_CHILD", (sys.executable, "-c", FOR_EVER))
    monkeypatch.setattr(prover, "MOST_SECONDS", 0.0)
    (told,) = why(apart, asked(SMALL), Event())
    assert "it took more than 0 s" in told


def test_calls_go_first_unless_callers_wait(monkeypatch):
    nice = []
    from ivr.calls import proving  # noqa: PLC0415 - what only the process apart loads

    class Pipes:
        buffer = None

    for urgent in (True, False):
        pipes = Pipes()
        pipes.buffer = Reading(ASKED.dump_json(asked(SMALL, urgent)))
        monkeypatch.setattr(proving.sys, "stdin", pipes)
        monkeypatch.setattr(proving.os, "nice", nice.append)
        monkeypatch.setattr(proving, "found", lambda *_: prover.Found(PRODUCT, (), ()))
        assert proving.main() == 0
    assert nice == [0, 19]


class Reading:
    def __init__(self, content: bytes) -> None:
        self.content = content

    def read(self) -> bytes:
        return self.content
