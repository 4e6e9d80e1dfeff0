"""What a campaign must be: one minimal change of an example, one problem; and all problems at once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ivr.company.campaign_checks import FOLLOWS, overlap
from ivr.company.campaign_file import (
    CampaignFile,
    campaign_path,
    campaign_paths,
    load_campaign,
    parse_campaign,
)
from ivr.company.models import Hours
from ivr.errors import FileProblems, Problem
from tests.company.files import Fault, example, line_of
from tests.conftest import EXAMPLE

FOLDER = EXAMPLE.parent / "campaigns"
REMINDER, SURVEY, OFFER = "maintenance", "satisfaction", "spring_offer"
TEXTS = {id_: (FOLDER / f"{id_}.yaml").read_text(encoding="utf-8") for id_ in (REMINDER, SURVEY, OFFER)}
CLOSED = '  mon-fri: "10:00-12:30, 13:30-19:00"\n  sat: "11:00-14:00"'
LONG = "Šis teikums ir tik garš, ka neviens to nevar noklausīties līdz galam, " * 4
OPTIONS = TEXTS[OFFER][TEXTS[OFFER].index("    options:") : TEXTS[OFFER].index("\nproposal:")]
RATING = "    least: 1\n    most: 5"
MATTER = "  lv: Vēlamies Jums uzdot trīs īsus jautājumus par mūsu pēdējo remontu."


def changed(id_: str, *changes: tuple[str, str]) -> str:
    text = TEXTS[id_]
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {id_}"
        text = text.replace(old, new)
    return text


def parsed(id_: str, text: str, *company: tuple[str, str]) -> CampaignFile:
    return parse_campaign(Path(f"{id_}.yaml"), text, example(*company).company)


def problems_of(id_: str, text: str, *company: tuple[str, str]) -> tuple[Problem, ...]:
    with pytest.raises(FileProblems) as caught:
        parsed(id_, text, *company)
    return caught.value.problems


def fault(
    id_: str, name: str, old: str, new: str, field: str, says: str, at: str | None = None
) -> tuple[str, Fault]:
    return id_, Fault(name, old, new, field, says, at)


FAULTS = [
    # Spelling
    fault(
        REMINDER, "purpose", "purpose: reminder ", "purpose: remind ", "purpose", "Write 'service', 'survey'"
    ),
    fault(REMINDER, "unknown field", "asks_for:", "ask_for:", "ask_for", 'Did you mean "asks_for"?'),
    fault(
        REMINDER,
        "field of a reply",
        "    then: callback ",
        "    than: callback ",
        "proposal.later.than",
        "Use one of: says, then, department",
    ),
    fault(SURVEY, "kind", "kind: yes_no", "kind: yesno", "questions.1.kind", "'yes_no', 'choice', 'number'"),
    fault(
        REMINDER, "follow-up", "then: message ", "then: letter ", "proposal.yes.then", "'nothing', 'callback'"
    ),
    fault(REMINDER, "operator number", '"17"', "A17", "introducer.number", "is not an operator number"),
    fault(REMINDER, "caller id", '"+37167000102"', "67000102", "caller_id", "international form"),
    fault(
        REMINDER, "no caller id", 'caller_id: "+37167000102" ', "# ", "caller_id", "it is missing", "# A rem"
    ),
    fault(REMINDER, "slow", "per_second: 0.5", "per_second: 0", "pacing.per_second", "Write more than 0"),
    fault(REMINDER, "no number", "per_second: 0.5", "per_second: x", "pacing.per_second", "is not a number"),
    fault(
        REMINDER, "no pace", "per_second: 0.5", "per_second: nan", "pacing.per_second", "Write 50.0 or less"
    ),
    fault(REMINDER, "tries", "most: 3 ", "most: 11 ", "attempts.most", "Write 10 or less"),
    fault(REMINDER, "gap", "busy: 15", "busy: 0", "attempts.gaps.busy", "Write 1 or more"),
    fault(REMINDER, "end of a gap", "busy: 15", "bussy: 15", "attempts.gaps.bussy", "'busy', 'no_answer'"),
    fault(REMINDER, "hours of no day", "  sat: ", "  saturday: ", "hours.saturday", "names no day"),
    fault(
        OFFER,
        "five options",
        "      - {key: 3, ",
        '      - {key: 4, text: "-"}\n      - {key: 5, text: "-"}\n      - {key: 3, ',
        "questions.0.options",
        "at most 4",
        "    options:",
    ),
    # Texts
    fault(
        REMINDER,
        "text missing",
        "name: {lv: iekārtas ikgadējā apkope, en: the yearly service of your equipment}",
        "name: {lv: iekārtas ikgadējā apkope}",
        "name",
        "the text is missing in en",
    ),
    fault(
        SURVEY,
        "text of a question missing",
        "      lv: Kas mums būtu jāuzlabo?\n",
        "",
        "questions.2.text",
        "missing in lv",
        "    text:\n      en: What should we do better?",
    ),
    fault(
        SURVEY,
        "text nobody speaks",
        "      lv: Kas mums būtu jāuzlabo?\n",
        "      lv: Kas mums būtu jāuzlabo?\n      de: Was?\n",
        "questions.2.text.de",
        'does not speak "de"',
        "      de: Was?",
    ),
    fault(REMINDER, "braces", "name: Anna", 'name: "{name}"  #', "introducer.name", "asks_for: true"),
    fault(
        SURVEY,
        "three sentences",
        "  en: We would like to ask you three short questions about our last repair.",
        "  en: One. Two. Three.\nreason: One.",
        "matter.en",
        "it has 3 sentences",
    ),
    fault(SURVEY, "long", MATTER, f"  lv: {LONG}", "matter.lv", "saying it takes about 2"),
    fault(
        SURVEY,
        "no reason for two sentences",
        MATTER,
        "  lv: Vēlamies ko jautāt. Tas ir īsi.",
        "reason",
        "Add reason: the matter in one sentence",
        "matter: ",
    ),
    fault(
        REMINDER,
        "reason of two sentences",
        "  en: The yearly service of your equipment is due soon.\n#",
        "  en: The yearly service is due. Soon.\n#",
        "reason.en",
        "Say it in one",
    ),
    fault(
        REMINDER,
        "long reason",
        "  lv: Jūsu iekārtai tuvojas ikgadējās apkopes termiņš.\n",
        f"  lv: {LONG}\n",
        "reason.lv",
        "after 20 s nobody listens",
    ),
    fault(
        SURVEY,
        "two questions in one",
        "      en: Would you recommend us to others?",
        "      en: Would you recommend us? And would you buy again?",
        "questions.1.text.en",
        "Ask one thing at a time",
    ),
    fault(
        OFFER,
        "two proposals in one",
        "      en: What would interest you most?",
        "      en: What? And why?",
        "questions.0.text.en",
        "asks more than one question",
    ),
    fault(
        OFFER,
        "two questions of the proposal",
        "    en: I can connect you with Sales right away. Would you like that?",
        "    en: Shall I connect you? Or not?",
        "proposal.text.en",
        "asks more than one question",
    ),
    # The company
    fault(SURVEY, "department", "department: support", "department: suport", "department", 'mean "support"?'),
    fault(
        REMINDER,
        "department of a reply",
        "    department: support\n",
        "    department: nobody\n",
        "proposal.yes.department",
        "Use one of: reception, sales",
    ),
    fault(
        REMINDER,
        "number of nobody",
        '"+37167000102"',
        '"+37167000199"',
        "caller_id",
        "Use one of: +37167000100, +37167000101, +37167000102",
    ),
    # Questions
    fault(SURVEY, "id twice", "id: recommend", "id: rating  # 2", "questions.1.id", "an earlier question"),
    fault(SURVEY, "id taken", "id: recommend", "id: proposal", "questions.1.id", "Choose another id"),
    fault(
        SURVEY,
        "seconds",
        RATING,
        f"{RATING}\n    seconds: 9",
        "questions.0.seconds",
        "has no seconds",
        "seconds: 9",
    ),
    fault(
        SURVEY,
        "options",
        RATING,
        f"{RATING}\n    options: []",
        "questions.0.options",
        "write kind: choice",
        "options: []",
    ),
    fault(SURVEY, "range", "    seconds: 60", "    least: 2", "questions.2.least", "write kind: number"),
    fault(
        OFFER,
        "no options",
        OPTIONS,
        "\n",
        "questions.0.options",
        "nothing to choose from",
        "  - id: interest",
    ),
    fault(
        OFFER, "key twice", "{key: 3, ", "{key: 2, text: x}  #", "questions.0.options.2.key", "earlier option"
    ),
    fault(
        OFFER, "key taken", "{key: 3, ", "{key: 7, ", "questions.0.options.2.key", "who gave you my number?"
    ),
    fault(OFFER, "key not you", "{key: 3, ", "{key: 8, ", "questions.0.options.2.key", "Use 1 to 6"),
    fault(SURVEY, "below zero", "    least: 1", "    least: -1", "questions.0.least", "cannot be keyed in"),
    fault(
        SURVEY, "empty range", "    most: 5", "    most: 0", "questions.0.most", "no number lies from 1 to 0"
    ),
    fault(
        SURVEY, "one number", "    most: 5", "    most: 1", "questions.0.most", "1 would be the only answer"
    ),
    # What follows
    fault(
        OFFER,
        "called again after no",
        "      en: You will find the offer on our website, too.",
        "      en: You will find the offer on our website, too.\n    then: callback  # again",
        "proposal.no.then",
        "Write nothing or message",
        "then: callback  # again",
    ),
    fault(
        OFFER,
        "put through while thinking",
        "  later:\n    then: callback",
        "  later:\n    then: transfer",
        "proposal.later.then",
        "Write callback, nothing or message",
        "  later:\n    then: transfer",
    ),
    fault(
        OFFER,
        "department for nothing",
        "    then: transfer ",
        "    then: nothing ",
        "proposal.yes.department",
        "write then: message",
        "    department: sales",
    ),
    fault(
        OFFER,
        "two sentences more",
        "      en: You will find the offer on our website, too.",
        "      en: You will find the offer on our website. Bye.",
        "proposal.no.says.en",
        "it has 2 sentences",
    ),
    fault(
        OFFER,
        "closed when it calls",
        '  mon-fri: "10:00-18:00"',
        '  sat: "10:00-18:00"',
        "proposal.yes.then",
        '"sales" is closed whenever this campaign calls',
        "    then: transfer",
    ),
    fault(
        REMINDER,
        "machine that is not noticed",
        "line: asterisk ",
        "detect_machine: false\nline: asterisk ",
        "machine",
        "nothing would be left",
        "machine:\n",
    ),
    # When
    fault(REMINDER, "never open", CLOSED, "  mon: closed", "hours", "these hours never open", "hours: "),
    fault(REMINDER, "final gap", "busy: 15", "refused: 15", "attempts.gaps.refused", "nobody is tried again"),
]


@pytest.mark.parametrize(("id_", "one"), FAULTS, ids=[f"{id_}-{one.name}" for id_, one in FAULTS])
def test_each_fault_is_the_only_problem_at_its_line(id_: str, one: Fault) -> None:
    text = changed(id_, (one.old, one.new))
    found = problems_of(id_, text)
    told = "\n".join(map(str, found))
    assert len(found) == 1, told
    shown = one.at or one.new.strip().splitlines()[0]
    line = text.count("\n", 0, text.index(shown)) + 1
    if one.at is None:
        assert line == line_of(text, shown)
    assert (found[0].file, found[0].field) == (f"{id_}.yaml", one.field), told
    assert found[0].line in {line, line + shown.strip().count("\n")}, told
    assert one.says in str(found[0]), told


@pytest.mark.parametrize("id_", TEXTS)
def test_the_examples_are_good(id_: str) -> None:
    file = load_campaign(FOLDER / f"{id_}.yaml", example().company)
    assert (file.id, file.text) == (id_, TEXTS[id_])
    assert file.fingerprint == hashlib.sha256(TEXTS[id_].encode()).hexdigest()
    assert file.line("caller_id") == line_of(TEXTS[id_], "caller_id: ")
    assert file == load_campaign(FOLDER / f"{id_}.yaml", example().company)


def test_all_faults_are_told_at_once_in_the_order_of_lines() -> None:
    text = changed(
        SURVEY,
        ("purpose: survey", "purpose: poll"),
        ("department: support", "department: nobody"),
        ("kind: number ", "kind: rating "),
        ('caller_id: "+37167000100"', 'caller_id: "+37167000199"'),
        ("  gaps: {no_answer: 1440}", "  gaps: {later: 1440}"),
    )
    found = problems_of(SURVEY, text)
    assert [problem.field for problem in found] == [
        "purpose",
        "department",
        "questions.0.kind",
        "caller_id",
        "attempts.gaps.later",
    ]
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('caller_id: "+37167000101"', 'caller_id: "101"', "caller_id"),
        ("department: sales\n\n", "department: Sales\n\n", "department"),
        ("{key: 1, ", "{key: 0, ", "questions.0.options.0.key"),
        ("    kind: choice\n", "", "questions.0.kind"),
        ("  - id: interest\n    kind", "  - kind", "questions.0.id"),
    ],
)
def test_what_a_fault_takes_away_makes_nothing_else_look_wrong(old: str, new: str, field: str) -> None:
    found = problems_of(OFFER, changed(OFFER, (old, new)))
    assert [problem.field for problem in found] == [field]


def test_a_file_far_from_a_campaign_names_what_is_missing() -> None:
    found = problems_of("empty", "questions: [1, 2]\n")
    assert {"purpose", "name", "department", "matter", "source", "caller_id"} < {p.field for p in found}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Spring Offer.yaml", "Rename the file with small letters"),
        ("offer.yml", "Rename it to offer.yaml"),
        ("1.yaml", '"1" is not usable'),
    ],
)
def test_the_name_of_the_file_is_an_id(name: str, says: str) -> None:
    with pytest.raises(FileProblems) as caught:
        parse_campaign(Path(name), TEXTS[SURVEY], example().company)
    assert [(p.line, p.field) for p in caught.value.problems] == [(0, "")]
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "the campaign file cannot be read (No such file or directory). ivr init DIR writes examples"),
        (b"", "the file is empty. ivr init DIR writes examples into DIR/campaigns."),
        ("name: Ķirsis".encode("cp1257"), "Save it as UTF-8"),
        (b"purpose: [", "not valid YAML"),
    ],
)
def test_a_file_that_cannot_be_read_names_the_cure(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "one.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileProblems) as caught:
        load_campaign(path, example().company)
    assert says in str(caught.value)


def test_the_voice_itself_may_be_asked_how_long_the_matter_takes() -> None:
    asked: list[tuple[str, int]] = []

    def slow(text: str, language: str, voice: object) -> float:
        asked.append((language, getattr(voice, "words_per_minute", 0)))
        return 30.0

    with pytest.raises(FileProblems) as caught:
        parse_campaign(Path("survey.yaml"), TEXTS[SURVEY], example().company, slow)
    assert [problem.field for problem in caught.value.problems] == ["matter.lv", "matter.en"]
    assert asked == [("lv", 140), ("en", 150)]


def test_a_text_for_all_languages_is_measured_in_each() -> None:
    start, end = TEXTS[SURVEY].index("matter:"), TEXTS[SURVEY].index("source:")
    text = f"{TEXTS[SURVEY][:start]}matter: {LONG}\n{TEXTS[SURVEY][end:]}"
    assert [problem.field for problem in problems_of(SURVEY, text)] == ["matter"]


def test_the_companys_own_windows_must_leave_some() -> None:
    calling = ("\nmessages: ", '\ncalling: {hours: {sun: "10:00-12:00"}}\nmessages: ')
    found = problems_of(SURVEY, TEXTS[SURVEY], calling)
    assert [(p.field, "none of these hours" in p.wrong) for p in found] == [("hours", True)]
    without = changed(SURVEY, ('hours:\n  mon-fri: "10:00-19:00"\n', ""))
    parsed(SURVEY, without, calling)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({"mon": "09:00-12:00"}, {"mon": "12:00-13:00"}, False),
        ({"mon": "09:00-12:00"}, {"mon": "11:59-13:00"}, True),
        ({"mon": "09:00-12:00"}, {"tue": "09:00-12:00"}, False),
        ({"mon": "22:00-24:00"}, {"mon": "23:00-24:00"}, True),
        ("always", {"sun": "03:00-04:00"}, True),
    ],
)
def test_hours_overlap(one: object, other: object, meet: bool) -> None:
    first, second = Hours.model_validate(one), Hours.model_validate(other)
    assert overlap(first, second) is overlap(second, first) is meet


@pytest.mark.parametrize(
    ("answer", "then"), [(a, then) for a, allowed in FOLLOWS.items() for then in allowed]
)
def test_what_may_follow_an_answer_is_accepted(answer: str, then: str) -> None:
    text = changed(REMINDER, ("    then: message ", "    then: message #"))
    start, end = text.index("  yes:\n"), text.index("# What is left on an")
    parsed(REMINDER, f"{text[:start]}  {answer}: {{then: {then}}}\n\n{text[end:]}")


def test_campaigns_are_found_by_their_ids(tmp_path: Path) -> None:
    assert [path.stem for path in campaign_paths(FOLDER)] == [REMINDER, SURVEY, OFFER]
    assert campaign_path(FOLDER, OFFER) == FOLDER / "spring_offer.yaml"
    with pytest.raises(FileProblems, match=r'no campaign "offer". Use one of: maintenance, satisfaction'):
        campaign_path(FOLDER, "offer")
    assert list(campaign_paths(tmp_path / "none")) == []
    with pytest.raises(FileProblems, match=r'no campaign "../x". Write one there'):
        campaign_path(tmp_path, "../x")
