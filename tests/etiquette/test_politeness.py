"""Own words that are not polite are told with their line, wherever they stand in a file."""

from __future__ import annotations

import pytest

from ivr.errors import FileProblems
from ivr.etiquette import politeness
from tests.company.files import changed, line_of
from tests.conftest import EXAMPLE

HELP = "  help.offer: {lv: Kā varu Jums palīdzēt?, en: How may I help you?}"
CASES = [
    (
        "wording",
        HELP,
        '  help.offer: {lv: Kā varu Jums palīdzēt?, en: "What do you want, idiot?"}',
        "wording.help.offer.en",
    ),
    (
        "latvian wording",
        HELP,
        '  help.offer: {lv: "Runā, idiots!", en: How may I help you?}',
        "wording.help.offer.lv",
    ),
    (
        "warning",
        HELP,
        HELP + "\n  conduct.warning: {lv: Aizverieties., en: Please be polite.}",
        "wording.conduct.warning.lv",
    ),
    (
        "answer",
        "      en: Our office is in Riga, at twelve Ozolu Street. The entrance is from the courtyard.",
        "      en: Our damn office is in Riga.",
        "answers.address.text.en",
    ),
    (
        "introduction",
        "    introduces_as: Anna ",
        "    introduces_as: Anna the bitch ",
        "departments.support.introduces_as",
    ),
]


@pytest.mark.parametrize(("old", "new", "field"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_rude_words_are_told_at_their_line(old, new, field, tmp_path):
    text = changed((old, new))
    path = tmp_path / "company.yaml"
    (tmp_path / "recordings").mkdir()
    path.write_text(text, "utf-8")
    with pytest.raises(FileProblems) as caught:
        politeness.load_courteous(path)
    (found,) = caught.value.problems
    assert (found.field, found.line) == (field, line_of(text, new.splitlines()[-1].strip()))


def test_the_example_and_its_campaigns_are_polite():
    company = politeness.load_courteous(EXAMPLE).company
    for path in (EXAMPLE.parent / "campaigns").glob("*.yaml"):
        assert politeness.load_courteous_campaign(path, company).path == path


def test_a_rude_campaign_is_told(tmp_path):
    company = politeness.load_courteous(EXAMPLE).company
    text = (EXAMPLE.parent / "campaigns" / "maintenance.yaml").read_text("utf-8")
    matter = next(line for line in text.splitlines() if "is due soon" in line)
    path = tmp_path / "maintenance.yaml"
    path.write_text(text.replace(matter, "  en: You idiot."), "utf-8")
    with pytest.raises(FileProblems) as caught:
        politeness.load_courteous_campaign(path, company)
    (found,) = caught.value.problems
    assert found.line == line_in(path, "  en: You idiot.")


def line_in(path, part):
    return path.read_text("utf-8").splitlines().index(part) + 1
