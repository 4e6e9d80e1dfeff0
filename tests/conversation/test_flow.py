"""The pictures tell all that the table and the company file say; the documentation holds the present ones."""

from __future__ import annotations

import os
import re
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from ivr.cli import app
from ivr.company.models import Company
from ivr.conversation import flow
from ivr.conversation.conduct.table import BEFORE
from ivr.conversation.flow import conversation, menus, picture
from ivr.conversation.flow.conversation import Calls
from ivr.conversation.flow.picture import Arrow, Box, Kind, Label, Picture
from ivr.conversation.state import Step
from ivr.conversation.table import CROSSED, TRANSITIONS, Signal
from ivr.errors import OperatorError
from ivr.phrases.check import load_standard

DOCS = Path(__file__).parents[2] / "docs"
UPDATE = "IVR_UPDATE_DOCS"  # set it to rewrite the pictures of the documentation
NASTY = 'A "b" <c> & d; #5: {e} [f] |g| `h`\n i'


@pytest.fixture(scope="module")
def example() -> Company:
    with resources.as_file(resources.files("ivr.company") / "example" / "company.yaml") as path:
        return load_standard(path).company


# The conversation


def test_every_step_is_in_one_of_the_pictures() -> None:
    drawn = [box for calls in Calls for box in conversation.picture(TRANSITIONS, calls).boxes]
    assert {box.id for box in drawn} == {step.value for step in Step} | {"start"}
    crossed = {box.id for box in drawn if box.kind is Kind.CROSSED}
    assert crossed == {step.value for step in CROSSED}
    assert {box.kind for box in drawn if box.id == Step.ENDED.value} == {Kind.END}


@pytest.mark.parametrize(("step", "signal"), TRANSITIONS)
def test_every_transition_is_in_one_of_the_pictures(step: Step, signal: Signal) -> None:
    way = TRANSITIONS[step, signal]
    done = [each.value.replace("_", " ") for each in (BEFORE.get(signal), way.effect) if each]
    label = Label(signal.value, ", ".join(done))
    stays = way.to is step or signal is Signal.HUNG_UP or signal in conversation.TOLD_IN_BOXES
    places = [
        calls
        for calls in Calls
        if label in (_inside(calls, step) if stays else _on_arrows(calls, step, way.to))
    ]
    assert places


def _inside(calls: Calls, step: Step) -> list[Label]:
    boxes = conversation.picture(TRANSITIONS, calls).boxes
    return [label for box in boxes if box.id == step.value for label in box.inside]


def _on_arrows(calls: Calls, step: Step, to: Step) -> list[Label]:
    arrows = conversation.picture(TRANSITIONS, calls).arrows
    return [label for arrow in arrows if (arrow.start, arrow.end) == (step, to) for label in arrow.labels]


@pytest.mark.parametrize("calls", Calls)
def test_the_picture_has_nothing_beside_its_part_of_the_table(calls: Calls) -> None:
    drawn = conversation.picture(TRANSITIONS, calls)
    count = sum(len(box.inside) for box in drawn.boxes) + sum(len(arrow.labels) for arrow in drawn.arrows)
    assert count == len(conversation.part(TRANSITIONS, calls))


def test_what_belongs_to_the_other_kind_of_calls_is_not_drawn() -> None:
    inbound, outbound = (flow.mermaid(TRANSITIONS, calls) for calls in Calls)
    assert "as slots\n" in inbound
    assert "as slots\n" in outbound
    assert "never wants to be called again / opt out" in outbound
    assert "never wants to be called again" not in inbound
    assert "menu" not in outbound
    assert "convenient" not in inbound


def test_the_state_diagram_marks_start_end_and_what_is_crossed() -> None:
    drawn = flow.mermaid(TRANSITIONS)
    assert drawn.startswith("stateDiagram-v2\n")
    assert "[*] --> greeting\n" in drawn
    assert "closing --> [*] : said goodbye / say goodbye\n" in drawn
    assert "state routing <<choice>>\n" in drawn
    assert "menu : said nothing / excuse silence\n" in drawn


# The company


def test_numbers_lead_to_what_is_heard_on_them(example: Company) -> None:
    arrows = _ways(example)
    assert arrows["number_37167000100", "menu_main"] == ""
    assert arrows["number_37167000101", "menu_department_sales"] == ""
    assert arrows["number_37167000102", "menu_department_support"] == ""


def test_keys_lead_to_departments_groups_answers_and_people(example: Company) -> None:
    arrows = _ways(example)
    assert arrows["menu_main", "department_sales"] == "key 1"
    assert arrows["menu_main", "department_reception"] == "key 0"
    assert arrows["menu_main", "menu_group_info"] == "key 4"
    assert arrows["menu_group_info", "answer_hours"] == "key 1"
    assert arrows["menu_group_info", "menu_main"] == "key 9"
    assert arrows["menu_department_support", "department_support"] == "key 0"
    assert arrows["menu_department_support", "answer_remote_help"] == "key 1"


def test_a_number_that_only_connects_leads_straight_to_its_department(example: Company) -> None:
    sales = example.departments["sales"].model_copy(update={"offers_help": False})
    company = example.model_copy(update={"departments": {**example.departments, "sales": sales}})
    drawn = menus.picture(company, "en")
    ways = {(arrow.start, arrow.end) for arrow in drawn.arrows}
    assert ("number_37167000101", "department_sales") in ways
    ids = {box.id for box in drawn.boxes}
    assert "menu_department_sales" not in ids
    assert {end for way in ways for end in way} <= ids


def test_every_arrow_has_both_its_boxes(example: Company) -> None:
    drawn = menus.picture(example, "en")
    ids = {box.id for box in drawn.boxes}
    assert {end for arrow in drawn.arrows for end in (arrow.start, arrow.end)} <= ids


def test_a_department_tells_hours_phones_and_what_is_offered_instead(example: Company) -> None:
    boxes = {box.id: box for box in menus.picture(example, "en").boxes}
    support = boxes["department_support"]
    assert support.title == "Customer Support"
    assert support.about[0] == "queue support (211, 212), 60 s"
    assert " ".join(support.about[1:]) == "Monday to Friday from 8:00 to 20:00, Saturday from 10:00 to 14:00"
    assert [str(line) for line in support.inside] == [
        "closed: message",
        "busy: message or Sales",
        "no answer: message or Reception",
    ]
    assert boxes["department_sales"].about[0] == "rings 201, 202, together, 25 s"
    assert boxes["department_billing"].about[0] == "rings 221, 25 s"


def test_phones_that_ring_one_after_another_say_so(example: Company) -> None:
    sales = example.departments["sales"]
    in_turn = sales.model_copy(update={"rings": sales.rings.model_copy(update={"together": False})})
    company = example.model_copy(update={"departments": {**example.departments, "sales": in_turn}})
    boxes = {box.id: box for box in menus.picture(company, "en").boxes}
    assert boxes["department_sales"].about[0] == "rings 201, 202, one by one, 25 s"


def test_what_is_heard_first_is_in_the_menu_box(example: Company) -> None:
    boxes = {box.id: box for box in menus.picture(example, "lv").boxes}
    assert boxes["number_37167000102"].about == ("answers in Latvian",)
    assert boxes["menu_department_support"].title == "SIA Ozols, klientu atbalsts, labdien!"
    assert any("Anna" in line for line in boxes["menu_department_support"].about)
    assert boxes["answer_address"].title == "Adrese"


def _ways(company: Company) -> dict[tuple[str, str], str]:
    drawn = menus.picture(company, "en")
    return {(arrow.start, arrow.end): "".join(map(str, arrow.labels)) for arrow in drawn.arrows}


# Drawing

HARD = Picture(
    NASTY,
    (Box("a", Kind.NUMBER, NASTY, (NASTY,), (Label(NASTY, NASTY),)), Box("b", Kind.PLACE, "ā")),
    (Arrow("a", "b", (Label(NASTY),)),),
)


def test_signs_of_the_drawing_languages_do_no_harm() -> None:
    said = "A ”b” ‹c› & d, #5: {e} [f] |g| ’h’ i"
    assert f'a("<b>{said}</b><br/>{said}<br/>{said} / {said}"):::number' in picture.mermaid_chart(HARD)
    assert f'state "{said}" as a' in picture.mermaid_states(HARD)
    texts = [element.text or "" for element in ET.fromstring(picture.svg(HARD)).iter()]  # noqa: S314 - our own
    assert any('A "b" <c> & d; #5: {e} [f] |g| `h`' in text for text in texts)


def test_the_drawing_has_a_title_and_names_no_program() -> None:
    drawn = picture.svg(HARD)
    assert drawn.startswith("<svg")
    assert "<title>A &quot;b&quot; &lt;c&gt;" in drawn
    assert "raphviz" not in drawn


def test_without_graphviz_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture.shutil, "which", lambda *_, **__: None)
    with pytest.raises(OperatorError, match=r"pip install graphviz-pure.*--mermaid"):
        picture.svg(HARD)


def test_a_drawing_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "dot", lambda _: "no graph")
    with pytest.raises(OperatorError, match=r"could not draw the picture: .*syntax"):
        picture.svg(HARD)


# The command


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["flow", *arguments], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_the_command_prints_mermaid_by_default() -> None:
    assert run() == run("--mermaid") == flow.mermaid(TRANSITIONS)
    assert run("--what", "outbound") == flow.mermaid(TRANSITIONS, Calls.OUTBOUND)


def test_the_command_draws_the_company(example: Company, tmp_path: Path) -> None:
    out = tmp_path / "company.svg"
    assert run("--what", "company", "--svg", "--language", "en", "--out", str(out)) == f"Wrote {out}.\n"
    assert out.read_text(encoding="utf-8") == flow.svg_menus(example, "en")
    assert run("--what", "company") == flow.mermaid_menus(example, "lv")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--svg", "--mermaid"), "not for both"),
        (("--language", "xx"), 'no language "xx".*lv, en'),
        (("--out", "/nonexistent/x"), "cannot be written"),
        (("--company", "/nonexistent/x"), "cannot be read"),
    ],
)
def test_the_command_says_what_is_wrong(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(OperatorError, match=message):
        run(*arguments)


# The documentation


def _is_current(file: Path, present: str, wanted: str) -> None:
    if os.environ.get(UPDATE):
        file.write_text(wanted, encoding="utf-8")
    elif present != wanted:
        pytest.fail(f"{file.name} is out of date. Rewrite it: {UPDATE}=1 pytest {Path(__file__).name}")


def test_the_drawings_in_the_documentation_are_current(example: Company) -> None:
    for name, wanted in (
        ("flow-conversation.svg", flow.svg(TRANSITIONS)),
        ("flow-outbound.svg", flow.svg(TRANSITIONS, Calls.OUTBOUND)),
        ("flow-company.svg", flow.svg_menus(example, "en")),
    ):
        file = DOCS / name
        _is_current(file, file.read_text(encoding="utf-8") if file.exists() else "", wanted)


def test_the_text_in_the_documentation_is_current() -> None:
    file = DOCS / "flow.md"
    present = file.read_text(encoding="utf-8")
    drawn = iter(f"```mermaid\n{flow.mermaid(TRANSITIONS, calls)}```" for calls in Calls)
    wanted = re.sub(r"```mermaid\n.*?```", lambda _: next(drawn), present, flags=re.DOTALL)
    assert next(drawn, None) is None
    _is_current(file, present, wanted)
