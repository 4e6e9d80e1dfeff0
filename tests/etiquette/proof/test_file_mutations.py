"""Every way of breaking courtesy or routing in files is found by ``ivr check``: at its line, or in a call."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from typer.testing import CliRunner

from ivr.cli import app, commands  # noqa: F401 - registers the commands
from ivr.company.loader import load
from ivr.etiquette.course import Standard
from ivr.etiquette.norm import breaches
from ivr.etiquette.norms import NORMS
from ivr.etiquette.own import own_norms
from ivr.records.store import SqlRecords
from tests.company.files import changed, line_of
from tests.conftest import EXAMPLE
from tests.etiquette.courses import course

HELP = "  help.offer: {lv: Kā varu Jums palīdzēt?, en: How may I help you?}"
RECEPTION = "    otherwise: {closed: message, busy: message, unanswered: message}\n\n  sales:"
SALES_CLOSED = "      closed: message\n      busy: [message, person]"
BILLING_CLOSED = "      closed: [message, sales]"
BILLING = BILLING_CLOSED + "\n      busy: person\n      unanswered: [message, person]"


@dataclass(frozen=True)
class Fault:
    """A fault of the company file of the example."""

    name: str
    changes: tuple[tuple[str, str], ...]
    line: str  # a part of the line that is named
    says: str


def wording(name: str, line: str, says: str) -> Fault:
    return Fault(name, ((HELP, f"  {line}"),), line, says)


FAULTS = (
    Fault("an unreachable department", (("    key: 3\n", ""),), "  billing:", "no caller can come to"),
    Fault(
        "a department that rings nowhere",
        (('    rings: {extensions: 221, twilio: "+37167000221"}', "    rings: {seconds: 20}"),),
        "    rings: {seconds: 20}",
        "it rings nowhere",
    ),
    Fault(
        "a missing Latvian name",
        (("{lv: grāmatvedība, en: Accounts}", "{en: Accounts}"),),
        "    name: {en: Accounts}",
        "missing in lv",
    ),
    Fault(
        "a missing Latvian answer",
        (
            ("      lv: Mūsu birojs atrodas Rīgā, Ozolu ielā divpadsmit. Ieeja ir no pagalma.\n", ""),
            ("      en: Our office is in Riga", "      en: Our small office is in Riga"),
        ),
        "    text:\n      en: Our small office",
        "missing in lv",
    ),
    Fault(
        "a department that leads to itself",
        ((BILLING_CLOSED, "      closed: [message, billing]"),),
        "      closed: [message, billing]",
        "offered instead of itself",
    ),
    Fault(
        "a ring of departments",
        (
            (SALES_CLOSED, "      closed: billing\n      busy: [message, person]"),
            (BILLING, "      closed: sales\n      busy: sales\n      unanswered: sales"),
        ),
        "      closed: billing",
        "leads back to itself",
    ),
    Fault(
        "a fallback that ends nowhere",
        ((RECEPTION, "    otherwise: {closed: sales, busy: message, unanswered: message}\n\n  sales:"),),
        "    otherwise: {closed: sales",
        "the last resort",
    ),
    Fault(
        "nothing is offered",
        ((BILLING_CLOSED, "      closed: []"),),
        "      closed: []",
        "nothing is offered",
    ),
    Fault(
        "five choices",
        (("    group: info\n    key: 2\n", "    key: 5\n"),),
        "    key: 5",
        "no more than 4",
    ),
    Fault(
        "hours that never open",
        (('      mon-fri: "08:00-20:00"\n      sat: "10:00-14:00"', "      sat: closed"),),
        "    hours:                      # without this",
        "never open",
    ),
    wording("a rude Latvian wording", 'connect.wait: {lv: "Aizverieties!"}', "is not polite"),
    wording("a rude English wording", 'connect.wait: {en: "Shut up and wait."}', "is not polite"),
    wording("an informal wording", 'connect.wait: {lv: "Uzgaidi!"}', "is no formal address"),
    wording("no thanks at the end", "farewell.thanks: {lv: 'Tas ir viss no {company}.'}", "thank nobody"),
    wording(
        "nobody is asked whether it is convenient", "convenient.ask: {en: We talk now.}", "do not ask whether"
    ),
    wording("a time that is not read back", 'time.right: {en: "Whatever."}', "leave out"),
    wording("a language without words", "again.nothing: {lv: Nekas.}", "there is no sentence"),
)


@pytest.mark.parametrize("case", FAULTS, ids=[case.name for case in FAULTS])
def test_a_fault_of_the_company_file_is_told_at_its_line(case, tmp_path):
    text = changed(*case.changes)
    checked = check(written(tmp_path, text))
    assert checked.exit_code == 1
    assert any(
        f"company.yaml:{line_of(text, case.line)}: " in line and case.says in line
        for line in checked.stdout.splitlines()
    ), checked.stdout


OF_CAMPAIGNS = (
    Fault(
        "a matter that is too long",
        (
            (
                "  en: The yearly service of your equipment is due soon. It",
                "  en: " + "On and on and on " * 15 + "we go. It",
            ),
        ),
        "  en: On and on",
        "nobody listens",
    ),
    Fault(
        "two questions at once",
        (("next week. Would that suit you?", "next week. Would that suit you? Or not?"),),
        "Or not?",
        "more than one question",
    ),
    Fault(
        "a rude matter",
        (("  lv: Jūsu numurs ir norādīts", "  lv: Idiots, Jūsu numurs ir norādīts"),),
        "  lv: Idiots",
        "is not polite",
    ),
    Fault(
        "a matter of three sentences",
        (("and your contract covers it.", "and it is covered. So it is."),),
        "So it is.",
        "3 sentences",
    ),
)


@pytest.mark.parametrize("case", OF_CAMPAIGNS, ids=[case.name for case in OF_CAMPAIGNS])
def test_a_fault_of_a_campaign_is_told_at_its_line(case, tmp_path):
    source = (EXAMPLE.parent / "campaigns" / "maintenance.yaml").read_text("utf-8")
    ((old, new),) = case.changes
    text = source.replace(old, new)
    assert text != source
    path = written(tmp_path, EXAMPLE.read_text("utf-8"))
    (tmp_path / "campaigns").mkdir()
    (tmp_path / "campaigns" / "maintenance.yaml").write_text(text, "utf-8")
    checked = check(path)
    assert checked.exit_code == 1
    assert any(
        f"maintenance.yaml:{line_of(text, case.line)}: " in line and case.says in line
        for line in checked.stdout.splitlines()
    ), checked.stdout


# What only a call shows


SMALL = """\
name: {lv: SIA Ozols, en: Ozols}
country: LV
timezone: Europe/Riga
languages: [lv, en]
default_language: lv
understands: []
numbers: {"+37167000100": }
operator: reception
office_hours: always
callbacks: {offered: false}
departments:
  reception:
    name: {lv: recepcija, en: Reception}
    rings: 200
    otherwise: {closed: message, busy: message, unanswered: message}
  sales:
    name: {lv: pārdošana, en: Sales}
    key: 1
    examples: {lv: [vēlos pasūtīt], en: [I would like to order]}
    rings: 201
"""


OFFICE = 'office_hours: {mon-fri: "09:00-18:00"}\n'


def rule(fields: str) -> str:
    return "courtesy:\n  rules:\n    - {id: ours, why: We want it so., starred: true, " + fields + "}\n"


@dataclass(frozen=True)
class Broken:
    """Something that a call shows."""

    name: str
    added: str  # to the small company
    breaks: str  # id of the norm, or of the rule
    line: str  # a part of the line that is named


BROKEN = (
    Broken(
        "a greeting without a name", 'wording:\n  greeting.company: "{hello}!"\n', "I1", "  greeting.company"
    ),
    Broken("two questions", 'wording:\n  help.offer: {lv: "Kā palīdzēt? Un kāpēc?"}\n', "B4", "  help.offer"),
    Broken(
        "a sentence without end",
        f'wording:\n  connect.wait: {{lv: "{"Lūdzu uzgaidiet un " * 12}uzgaidiet."}}\n',
        "B4",
        "  connect.wait",
    ),
    Broken(
        "a goodbye without a name", "wording:\n  closing.thanks: {en: Thank you.}\n", "B1", "  closing.thanks"
    ),
    Broken(
        "what must be said is not",
        rule("kind: must_say, where: beginning, says: notice.recording"),
        "own:ours",
        "    - {id: ours",
    ),
    Broken(
        "what must not be said is",
        rule("kind: never_say, words: {lv: [savienoju], en: [connecting]}"),
        "own:ours",
        "    - {id: ours",
    ),
    Broken("longer than the rule", rule("kind: longest, most_words: 3"), "own:ours", "    - {id: ours"),
    Broken(
        "in another order",
        rule("kind: order, first: offers_help, then: greets"),
        "own:ours",
        "    - {id: ours",
    ),
)


@pytest.mark.parametrize("case", BROKEN, ids=[case.name for case in BROKEN])
def test_what_a_call_breaks_is_told_at_its_line_and_shown_by_a_call(case, tmp_path, held):
    text = SMALL + case.added
    path = written(tmp_path, text)
    checked = check(path, "--scripts", tmp_path / "scripts")
    assert checked.exit_code == 1
    assert re.search(rf"^{case.breaks}: ", checked.stdout, re.MULTILINE), checked.stdout
    assert f"{path}:{line_of(text, case.line)}: " in checked.stdout
    held.clear()
    assert run(*command(checked.stdout, case.breaks)).exit_code == 0
    assert case.breaks in broken_in(held, path)


def test_a_department_that_nothing_said_leads_to_is_named(tmp_path):
    text = (
        SMALL.replace("understands: []", "understands: [en]")
        .replace(
            "    rings: 200",
            "    examples: {en: [I would like to order, sales, orders, order]}\n    rings: 200",
        )
        .replace(
            "en: [I would like to order]}\n    rings: 201", "en: [I would like to order]}\n    rings: 201"
        )
    )
    checked = check(written(tmp_path, text))
    assert checked.exit_code == 1
    assert 'voice: in "en" nothing that callers say leads to the department' in checked.stdout


def test_a_department_that_the_calendar_never_opens_is_named(tmp_path):
    holiday = (
        "holidays: {closed: [{first: 2020-01-01, last: 2099-12-31, name: {lv: remonts, en: repairs}}]}\n"
    )
    checked = check(written(tmp_path, SMALL.replace("office_hours: always\n", OFFICE + holiday)))
    assert checked.exit_code == 0, "it may be meant"
    assert "opens (not required): sales is closed for thirteen months" in checked.stdout


@pytest.fixture
def held(monkeypatch):
    """Every turn that is written down, with its event."""
    turns, save = [], SqlRecords.save

    def spy(self, entry):
        save(self, entry)
        turns.append(entry)

    monkeypatch.setattr(SqlRecords, "save", spy)
    return turns


def broken_in(entries, path):
    """Ids of what the audit of that call finds."""
    company = load(path).company
    played = course([entry.turn for entry in entries], [entry.event for entry in entries])
    norms = (*NORMS, *own_norms(company))
    return {breach.norm for breach in breaches(norms, played, Standard(company, None))}


def command(printed, id_):
    """The command that ``ivr check`` prints for it, as a user would copy it."""
    after = printed[printed.index(f"\n{id_}: ") :]
    return re.search(r"^  ivr (talk .*--script .*)$", after, re.MULTILINE).group(1).split()


def written(folder, text):
    (folder / "recordings").mkdir()
    path = folder / "company.yaml"
    path.write_text(text, "utf-8")
    return path


def check(path, *more):
    return run("check", path, *more)


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])
