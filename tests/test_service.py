"""The service takes a good file in, refuses a bad one, and leaves politely."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from ivr import log
from ivr.calls.ports import RecordsUnavailableError
from ivr.calls.proofs import NotProvedError, ProofStoppedError
from ivr.errors import IvrError, OperatorError
from ivr.phrases.check import load_standard
from ivr.service import Service, stamp
from tests.conftest import EXAMPLE


class CountingLine:
    def __init__(self, drains: bool = True) -> None:
        self.drains, self.calls = drains, []

    def start(self) -> None:
        self.calls.append("start")

    def drain(self, timeout: float) -> bool:
        self.calls.append(f"drain {timeout:.1f}")
        return self.drains

    def stop(self) -> None:
        self.calls.append("stop")


class InForce:
    def __init__(self) -> None:
        self.files, self.changed = [], Event()

    def put_in_force(self, file) -> None:
        self.files.append(file.fingerprint)
        self.changed.set()


@pytest.fixture
def company(tmp_path: Path) -> Path:
    path = tmp_path / "company.yaml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "recordings").mkdir()
    return path


def service(
    path: Path, line: CountingLine, standards: InForce, prepare=lambda file: None, prove=lambda file: None
) -> Service:
    return Service(
        path,
        (line,),
        standards,
        load_standard,
        prove,
        prepare,
        lambda: line.calls.append("settle"),
        lambda: None,
        stamp(path),
    )


def test_a_changed_file_is_taken_in_while_serving_and_the_line_drains_at_the_end(company):
    line, standards = CountingLine(), InForce()
    running = service(company, line, standards)
    results: list[bool] = []
    thread = Thread(target=lambda: results.append(running.run(7.0)))
    thread.start()
    company.write_text(company.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert standards.changed.wait(10)
    running.stop.set()
    thread.join(10)
    assert line.calls == ["start", "settle", "drain 7.0", "stop"]
    assert results == [True]
    assert standards.files == [load_standard(company).fingerprint]


def test_a_call_left_in_dialogue_is_reported(company):
    running = service(company, CountingLine(drains=False), InForce())
    running.stop.set()
    assert running.run(0.1) is False


def test_a_faulty_file_is_refused_and_the_old_one_stays(company, capsys):
    standards = InForce()
    company.write_text("name: [", encoding="utf-8")
    assert service(company, CountingLine(), standards).reload() is False
    assert standards.files == []


def test_a_file_whose_prompts_cannot_be_made_is_refused(company):
    def fail(_):
        raise OperatorError("The folder for prompts cannot be written. Make it writable.")

    standards = InForce()
    assert service(company, CountingLine(), standards, fail).reload() is False
    assert standards.files == []


def test_a_file_that_is_not_proved_is_refused_before_a_prompt_is_made(company, capsys):
    def refuse(_):
        raise NotProvedError("company.yaml: I1: nobody is named.\nSee ivr check company.yaml")

    log.configure()
    standards, prepared = InForce(), []
    assert service(company, CountingLine(), standards, prepared.append, refuse).reload() is False
    assert (standards.files, prepared) == ([], [])
    (line,) = map(json.loads, capsys.readouterr().err.splitlines())
    assert (line["action"], line["problems"]) == (
        "company_file_refused",
        ["company.yaml: I1: nobody is named.", "See ivr check company.yaml"],
    )


def test_a_proof_that_a_service_did_not_wait_for_refuses_no_file(company, capsys):
    def leave(_):
        raise ProofStoppedError("The service stops.")

    log.configure()
    standards = InForce()
    assert service(company, CountingLine(), standards, prove=leave).reload() is False
    assert (standards.files, capsys.readouterr().err) == ([], "")


def test_a_file_that_the_records_cannot_keep_now_is_taken_in_once_they_can(company, monkeypatch):
    failures = [RecordsUnavailableError("The server is gone.")] * 2

    class AfterAWhile(InForce):
        def put_in_force(self, file) -> None:
            if failures:
                raise failures.pop()
            super().put_in_force(file)
            running.stop.set()

    monkeypatch.setattr("ivr.service.LOOK_EVERY", 0.01)
    standards = AfterAWhile()
    running = service(company, CountingLine(), standards)
    running.look.set()
    assert running.run(0.1)
    assert len(standards.files) == 1


def test_a_reload_on_request_does_not_need_a_change(company):
    standards = InForce()
    running = service(company, CountingLine(), standards)
    running.look.set()
    thread = Thread(target=running.run, args=(0.1,))
    thread.start()
    assert standards.changed.wait(10)
    running.stop.set()
    thread.join(10)


def test_what_is_over_is_tidied_away_again_and_again(company, monkeypatch):
    tidied = Event()
    monkeypatch.setattr("ivr.service.TIDY_EVERY", 0.0)
    running = service(company, CountingLine(), InForce())
    running.tidy = tidied.set
    thread = Thread(target=running.run, args=(0.1,))
    thread.start()
    assert tidied.wait(10)
    running.stop.set()
    thread.join(10)


def test_lines_are_drained_in_the_opposite_order_and_within_one_time_and_then_stopped(company):
    order: list[str] = []

    class Slow(CountingLine):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

        def start(self) -> None:
            order.append(f"start {self.name}")

        def drain(self, timeout: float) -> bool:
            order.append(f"drain {self.name}")
            sleep(0.05)
            self.left = timeout
            return True

        def stop(self) -> None:
            order.append(f"stop {self.name}")

    first, second = Slow("answers"), Slow("calls")
    running = service(company, CountingLine(), InForce())
    running.lines = (first, second)
    running.stop.set()
    assert running.run(5.0)
    assert order == [
        *("start answers", "start calls", "drain calls", "drain answers"),
        *("stop calls", "stop answers"),
    ]
    assert first.left <= second.left - 0.05


def test_a_tidying_that_fails_ends_no_service(company, monkeypatch):
    tidied = []

    def fail():
        tidied.append(True)
        if len(tidied) == 2:
            running.stop.set()
        raise IvrError("The disk is full.")

    monkeypatch.setattr("ivr.service.TIDY_EVERY", 0.0)
    monkeypatch.setattr("ivr.service.LOOK_EVERY", 0.01)
    running = service(company, CountingLine(), InForce())
    running.tidy = fail
    assert running.run(0.1)
    assert len(tidied) == 2
