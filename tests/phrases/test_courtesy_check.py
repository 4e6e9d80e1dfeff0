"""The rules of courtesy of a company file: each fault at its line, with its cure."""

from __future__ import annotations

import pytest

from ivr.errors import FileProblems
from ivr.phrases.check import load_standard
from tests.conftest import EXAMPLE

_HEAD, _TAIL = EXAMPLE.read_text(encoding="utf-8").split("courtesy:\n", 1)
_AFTER = _TAIL[_TAIL.index("# For how many days") :]
RULE = "- id: r\n      why: Because.\n      "


def found(tmp_path, *rules):
    """The problems of the example with these rules, as (line within the rules, field, wrong)."""
    written = "".join(f"    {rule}\n" for rule in rules)
    path = tmp_path / "company.yaml"
    path.write_text(f"{_HEAD}courtesy:\n  rules:\n{written}{_AFTER}", encoding="utf-8")
    (tmp_path / "recordings").mkdir(exist_ok=True)
    try:
        load_standard(path)
    except FileProblems as problems:
        first = _HEAD.count("\n") + 3  # the first line of the first rule
        return [(each.line - first, each.field, each.wrong) for each in problems.problems]
    return []


GOOD = {
    "must say an act": "kind: must_say\n      says: notifies\n      where: beginning",
    "must say a sentence": "kind: must_say\n      says: greeting.company\n      where: end",
    "must say words": "kind: must_say\n      words: {lv: jā, en: yes}\n      where: transfer",
    "must say a text of campaigns": "kind: must_say\n      says: question.rating\n      where: end",
    "must say an answer": "kind: must_say\n      says: answer.hours\n      where: end",
    "never say": "kind: never_say\n      words: {lv: [slikti]}",
    "longest words": "kind: longest\n      most_words: 20",
    "longest seconds": "kind: longest\n      most_seconds: 8.5",
    "order": "kind: order\n      first: introduces\n      then: help.offer\n      department: sales",
}


@pytest.mark.parametrize("rule", GOOD.values(), ids=GOOD)
def test_rules_that_are_right(tmp_path, rule):
    assert found(tmp_path, RULE + rule) == []


BAD = {
    "unknown kind": ("kind: shout", "courtesy.rules.0.kind", ""),
    "unknown act": (
        "kind: must_say\n      says: greetz\n      where: end",
        "courtesy.rules.0.says",
        'there is no speech act and no sentence "greetz".',
    ),
    "unknown sentence": (
        "kind: order\n      first: greets\n      then: help.offr",
        "courtesy.rules.0.then",
        'there is no speech act and no sentence "help.offr".',
    ),
    "nothing to say": (
        "kind: must_say\n      where: end",
        "courtesy.rules.0",
        'a rule of the kind must_say needs "says or words".',
    ),
    "nowhere": (
        "kind: must_say\n      says: thanks",
        "courtesy.rules.0",
        'a rule of the kind must_say needs "where".',
    ),
    "a field of another kind": (
        "kind: never_say\n      words: {lv: [slikti]}\n      most_words: 5",
        "courtesy.rules.0.most_words",
        "a rule of the kind never_say has no most_words.",
    ),
    "unknown department": (
        "kind: never_say\n      words: {lv: [slikti]}\n      department: salez",
        "courtesy.rules.0.department",
        'there is no department "salez".',
    ),
    "a language that is not spoken": (
        "kind: never_say\n      words: {de: [schlecht]}",
        "courtesy.rules.0.words.de",
        'the company does not speak "de".',
    ),
    "one language is missing": (
        "kind: must_say\n      words: {lv: [jā]}\n      where: end",
        "courtesy.rules.0.words",
        "there are no words in en.",
    ),
}


@pytest.mark.parametrize(("rule", "field", "wrong"), BAD.values(), ids=BAD)
def test_rules_that_are_wrong(tmp_path, rule, field, wrong):
    (problem,) = found(tmp_path, RULE + rule)
    line, where, what = problem
    assert where == field
    assert what.startswith(wrong)
    assert 0 <= line <= rule.count("\n") + 2


def test_every_rule_has_its_own_id(tmp_path):
    rule = f"{RULE}kind: longest\n      most_words: 20"
    assert found(tmp_path, rule, rule) == [(4, "courtesy.rules.1.id", '"r" is there twice.')]
