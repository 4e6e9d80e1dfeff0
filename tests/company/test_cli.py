"""ivr init, check and schema as an operator runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ivr.calls import proving
from ivr.calls.proofs import Flaw, Proofs
from ivr.cli import app
from ivr.clock import utc_now
from ivr.company.campaign_file import load_campaign
from ivr.company.loader import load
from ivr.errors import OperatorError
from ivr.etiquette.proof.prove import Proof, Violation
from tests.conftest import EXAMPLE


@pytest.fixture(autouse=True)
def proved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is proved anew here; that the example is, tests/etiquette/proof/test_example.py sees."""
    monkeypatch.setenv("IVR_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(proving, "prove", lambda *_, **__: Proof(22, 7, 9, ()))


def run(*arguments: str | Path, **env: str) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=env)


def test_init_writes_the_example_and_check_likes_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "company"
    wrote = run("init", folder)
    assert wrote.exit_code == 0
    assert f"ivr check {folder / 'company.yaml'}" in wrote.stdout
    assert (folder / "company.yaml").read_bytes() == EXAMPLE.read_bytes()
    assert (folder / "recordings" / "README.md").is_file()
    checked = run("check", folder / "company.yaml")
    assert checked.exit_code == 0
    company, *campaigns, proved, nobody = checked.stdout.partition("\n  every ")[0].splitlines()
    assert proved.startswith("proved: 22 norms over 7 states and 9 paths in ")
    assert nobody == "nobody can be reached:"
    assert company == (
        f"{folder / 'company.yaml'} is good: SIA Ozols, 4 departments (recepcija, pārdošanas nodaļa, "
        "klientu atbalsts, grāmatvedība), numbers +37167000100, +37167000101, +37167000102, "
        "languages lv, en; callers may speak lv and en."
    )
    assert [line.removeprefix(f"{folder / 'campaigns'}/") for line in campaigns] == [
        (
            "maintenance.yaml is good: iekārtas ikgadējā apkope (reminder), no questions and a proposal, "
            "the matter takes about 9 s, calls from +37167000102 on the line asterisk."
        ),
        (
            "satisfaction.yaml is good: klientu aptauja (survey), 3 questions, no proposal, "
            "the matter takes about 5 s, calls from +37167000100 on the line asterisk."
        ),
        (
            "spring_offer.yaml is good: pavasara piedāvājums (commercial), 1 question and a proposal, "
            "the matter takes about 8 s, calls from +37167000101 on the line asterisk. "
            "Only contacts with a consent on record are called."
        ),
    ]


@pytest.mark.parametrize(
    ("understands", "told"),
    [("[en]", "callers may speak en."), ("[]", "callers press keys alone.")],
)
def test_check_tells_how_callers_may_answer(tmp_path: Path, understands: str, told: str) -> None:
    file = tmp_path / "company.yaml"
    run("init", tmp_path)
    text = EXAMPLE.read_text(encoding="utf-8")
    file.write_text(text.replace("default_language: lv", f"default_language: lv\nunderstands: {understands}"))
    assert run("check", file).stdout.splitlines()[0].endswith(f"languages lv, en; {told}")


def test_init_writes_every_example_there_is(tmp_path: Path) -> None:
    run("init", tmp_path)
    for folder in (EXAMPLE.parent, tmp_path):
        assert len(list(folder.rglob("*.*"))) == 5
    written = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert written == {path: (EXAMPLE.parent / path).read_bytes() for path in written}


def test_check_looks_at_the_campaigns_beside_the_file(tmp_path: Path) -> None:
    run("init", tmp_path)
    offer = tmp_path / "campaigns" / "spring_offer.yaml"
    offer.write_text(
        offer.read_text(encoding="utf-8").replace("department: sales\n", "department: sale\n", 1)
    )
    result = run("check", tmp_path / "company.yaml")
    assert result.exit_code == 1
    assert [line.split(" ")[0] for line in result.stdout.splitlines()] == [
        str(tmp_path / "company.yaml"),
        str(tmp_path / "campaigns" / "maintenance.yaml"),
        str(tmp_path / "campaigns" / "satisfaction.yaml"),
        f"{offer}:7:",
    ]
    assert result.stderr == "1 fault.\n"


def test_check_takes_the_campaigns_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "only.yaml").write_text("purpose: survey\n")
    result = run("check", IVR_COMPANY=str(EXAMPLE), IVR_CAMPAIGNS=str(tmp_path))
    assert result.exit_code == 1
    assert f"{tmp_path / 'only.yaml'}:1: matter: it is missing." in result.stdout


@pytest.mark.parametrize("name", ["company.yaml", "recordings/README.md", "campaigns/spring_offer.yaml"])
def test_init_overwrites_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")
    result = run("init", tmp_path)
    assert isinstance(result.exception, OperatorError)
    assert str(result.exception).startswith(f"{tmp_path / name} exists already.")
    assert [path.read_text() for path in tmp_path.rglob("*.*") if path.is_file()] == ["mine"]


def test_init_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("init", tmp_path / "file" / "company")
    assert isinstance(result.exception, OperatorError)
    assert "cannot be written (Not a directory)" in str(result.exception)


def test_check_prints_every_fault_and_exits_1(tmp_path: Path) -> None:
    path = tmp_path / "company.yaml"
    text = (
        EXAMPLE.read_text(encoding="utf-8")
        .replace("key: 3\n", "key: 2\n")
        .replace("help.offer:", "help.offr:")
    )
    path.write_text(text, encoding="utf-8")
    result = run("check", path)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    fields = [line.split(": ")[1] for line in lines]  # in the order of lines
    assert fields == ["departments.billing.key", "wording.help.offr", "recordings"]
    assert "3 faults." in result.stderr


def test_check_takes_the_file_of_the_settings(tmp_path: Path) -> None:
    result = run("check", IVR_COMPANY=str(EXAMPLE))
    assert result.exit_code == 0
    missing = run("check", IVR_COMPANY=str(tmp_path / "none.yaml"))
    assert (missing.exit_code, "1 fault." in missing.stderr) == (1, True)
    assert "Write one with ivr init DIR" in missing.stdout


def test_check_keeps_what_was_found_for_the_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", tmp_path)
    broken = (
        Violation("I1", "nobody is named", True, None),
        Violation("O6", "no apology", False, None, campaign="maintenance"),
    )
    monkeypatch.setattr(proving, "prove", lambda *_, **__: Proof(22, 7, 9, broken))
    assert run("check", tmp_path / "company.yaml").exit_code == 1
    kept, file = Proofs(tmp_path / "home" / "data" / "proofs"), load(tmp_path / "company.yaml")
    found = {
        id_: kept.find(file, load_campaign(tmp_path / "campaigns" / f"{id_}.yaml", file.company), utc_now())
        for id_ in ("maintenance", "satisfaction", "spring_offer")
    }
    assert kept.find(file, None, utc_now()) == (Flaw("I1", "nobody is named", True),)
    slight = (Flaw("O6", "no apology", False),)
    assert found == {"maintenance": slight, "satisfaction": (), "spring_offer": ()}


@pytest.mark.parametrize(
    ("arguments", "title"), [(("schema",), "Company file"), (("schema", "--campaign"), "Campaign file")]
)
def test_schema_is_json(arguments: tuple[str, ...], title: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == title
