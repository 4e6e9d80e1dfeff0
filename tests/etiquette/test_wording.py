"""Own wording that leaves undone what a norm counts on is told with its line; nothing else is."""

from __future__ import annotations

import pytest

from ivr.errors import FileProblems
from ivr.etiquette.politeness import load_courteous
from ivr.etiquette.wording import DUTIES, does
from ivr.phrases.catalogue import CATALOGUE
from tests.company.files import changed, line_of

HELP = "  help.offer: {lv: Kā varu Jums palīdzēt?, en: How may I help you?}"
# Sentence, language, words that do not do what it is there for, other words that do.
CASES = (
    ("closing.thanks", "en", "You called {company}.", "We appreciate your call to {company}."),
    ("closing.thanks", "lv", "Jūs zvanījāt uzņēmumam {company}.", "{company} pateicas par zvanu."),
    ("farewell.thanks", "en", "That was {company}.", "Many thanks from {company}."),
    ("farewell.thanks", "lv", "Ar Jums runāja {company}.", "{company} saka paldies."),
    ("closing.goodbye", "en", "The end.", "Have a nice day!"),
    ("closing.goodbye", "lv", "Tas ir viss.", "Lai Jums jauka diena!"),
    ("proposal.sorry", "en", "So you decline.", "We regret that it does not suit you."),
    ("proposal.sorry", "lv", "Tātad nevēlaties.", "Žēl, ka tas Jums neder."),
    ("help.offer", "en", "Speak.", "Please tell me how I can help."),
    ("help.offer", "lv", "Runājiet.", "Pasakiet, kā varam palīdzēt."),
    ("convenient.ask", "en", "We talk now.", "Do you have two minutes?"),
    ("convenient.ask", "lv", "Runāsim tagad.", "Vai Jums ir brīdis laika?"),
    ("time.right", "en", "{when}.", "Shall we say {when}?"),
    ("time.right", "lv", "{when}.", "Vai {when} ir pareizi?"),
    ("conduct.understanding", "en", "Go on.", "I can see that this is unpleasant."),
    ("conduct.understanding", "lv", "Turpiniet.", "Izprotu Jūsu nepatiku."),
    ("conduct.warning", "en", "Go on.", "May we stay calm, please."),
    ("conduct.warning", "lv", "Turpiniet.", "Aicinu sarunāties laipni."),
)


@pytest.mark.parametrize(
    ("id_", "language", "idle", "good"), CASES, ids=[f"{row[0]} {row[1]}" for row in CASES]
)
def test_idle_words_are_told_at_their_line_and_others_are_not(tmp_path, id_, language, idle, good):
    (found,) = _problems(tmp_path, f'  {id_}:\n    {language}: "{idle}"')
    assert (found.field, found.line) == (f"wording.{id_}.{language}", _line)
    assert _problems(tmp_path, f'  {id_}:\n    {language}: "{good}"') == ()


def test_words_for_every_language_must_do_it_in_each(tmp_path):
    (found,) = _problems(tmp_path, '  closing.goodbye:\n    "*": Bye!')
    assert found.field == "wording.closing.goodbye"


@pytest.mark.parametrize("id_", DUTIES)
def test_the_words_of_the_product_do_it(id_):
    for language, words in CATALOGUE[id_].texts.items():
        assert does(DUTIES[id_], words, language)


_line = line_of(changed((HELP, "  words.of.our.own:")), "  words.of.our.own:") + 1


def _problems(folder, wording):
    path = folder / "company.yaml"
    (folder / "recordings").mkdir(exist_ok=True)
    path.write_text(changed((HELP, wording)), "utf-8")
    try:
        load_courteous(path)
    except FileProblems as error:
        return error.problems
    return ()
