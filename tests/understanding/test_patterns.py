"""How tables are written, and that no words can make their patterns slow."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from ivr.understanding import civility, consent, optout, wishes
from ivr.understanding.patterns import Rule, compiled, prepare, regex, vocabulary
from ivr.understanding.russian import russian_rules

NAMES = vocabulary(CALL="call|ring", ME="me|us", THEM="CALL ME|them")
SPACE = "(?: ,)? "
REPEATED = re.compile(
    r"\(\?: ?\(\?:([^()]*)\)\)[*+]|\(\?:\(\?:([^()]*)\) \)[*+]"
)  # ( (a|b|c))* or ((a|b|c) )*

CASES = (
    ("CALL ME", "please ring us now", "ring us"),
    ("THEM", "i call me", "call me"),
    ("CALL( ME)? again", "call again", "call again"),
    ("lawyer~", "two lawyers", "lawyers"),
    ("stop .. calling", "stop all of that calling", "stop all of that calling"),
    ("stop .. calling", "stop . calling", None),
    ("stop .. calling", "stop a b c d calling", None),
    ("no thanks", "no , thanks", "no , thanks"),
    ("BEGIN no END", "no", "no"),
    ("BEGIN no END", "yes , no .", "no"),
    ("BEGIN no END", "oh no", None),
    ("no", "nothing", None),
    ("zvanīt", "zvanit", "zvanit"),
)
SPELLINGS = (
    ("hvatit", ("hvatit", "khvatit", "xvatitj", "hvatyt")),
    ("zalobu", ("zalobu", "zhalobu")),
    ("moj", ("moj", "moy", "moi", "mo")),
)


@pytest.mark.parametrize(("pattern", "plain", "want"), CASES)
def test_the_signs_of_the_notation(pattern: str, plain: str, want: str | None) -> None:
    found = compiled(pattern, NAMES).search(plain)
    assert (found[0] if found else None) == want


def test_a_pattern_is_compiled_when_it_is_first_used_or_when_all_are():
    used, not_yet = regex("used"), regex("not yet")
    assert used.search("is used")
    assert ("regex" in vars(used), "regex" in vars(not_yet)) == (True, False)
    prepare()
    assert "regex" in vars(not_yet)


@pytest.mark.parametrize(("word", "written"), SPELLINGS)
def test_russian_in_latin_letters(word: str, written: tuple[str, ...]) -> None:
    (rule,) = russian_rules((("word", word),), {})
    assert all(rule.pattern.fullmatch(way) for way in written)


def _rules() -> Iterator[Rule]:
    for rude in civility.TABLES:
        yield from (*rude.innocent, *rude.rules)
    for table in optout.TABLES:
        yield from (*table.orders, *table.asks, *table.after, *table.later, *table.before, *table.subject)
    for answers in consent.TABLES.values():
        yield from (*(cue.rule for cue in answers.cues), *answers.nothing)
    for wish in wishes.TABLES:
        yield from (wording.rule for wording in wish.wordings)


def _two_ways(alternatives: list[str]) -> set[str]:
    """Alternatives of a repeated group that words can match in two ways: the time to fail then doubles with
    every word, and somebody who repeats himself would hold up the call."""
    single = set(alternatives)
    twice = {one for one in single if alternatives.count(one) > 1}
    joined = {one for one in single if " " in one and single.issuperset(one.split())}
    return twice | joined


@pytest.mark.parametrize("rule", tuple(_rules()), ids=lambda rule: rule.name)
def test_no_words_match_a_repeated_group_in_two_ways(rule: Rule) -> None:
    for one, other in REPEATED.findall(rule.pattern.regex.pattern.replace(SPACE, " ")):
        assert not _two_ways([part.strip() for part in (one or other).split("|")])


@pytest.mark.parametrize("rule", tuple(_rules()), ids=lambda rule: rule.name)
def test_nothing_said_matches_no_rule(rule: Rule) -> None:
    assert not rule.pattern.search("")
