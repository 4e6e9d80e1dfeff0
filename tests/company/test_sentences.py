"""Sentences as a listener counts them, and how long they take."""

from __future__ import annotations

import pytest

from ivr.company.campaign_file import campaign_paths, load_campaign
from ivr.company.checks.languages import texts
from ivr.company.models import Voice
from ivr.company.sentences import seconds, sentences
from ivr.speech.espeak import Espeak
from tests.company.files import example
from tests.conftest import EXAMPLE

COUNTED = [
    ("", 0),
    ("…", 1),
    ("Zvanām par apkopi", 1),
    ("Zvanām par apkopi.", 1),
    ("Viens. Divi.", 2),
    ("Viens. Divi", 2),
    ("Kā? kāpēc!", 2),
    ("Kas tas?! Nekas.", 2),
    ("Nu... labi.", 1),
    ("Wait… Then go", 2),
    ("Rīt plkst. 10.00 būs meistars. Vai derēs?", 2),
    ("Tas ir 3. decembrī, nevis 4. janvārī.", 1),
    ("Kabinets 3. Lūdzu, pienāciet.", 2),
    ("Ledusskapji, u.c. iekārtas.", 1),
    ("Ledusskapji u.c. Vēl arī krāsnis.", 2),
    ("J. Kalniņš zvanīs. J.-P. Bērziņš un A.B. Kalns nezvanīs.", 2),
    ("Dr. Smith calls at 5 p.m. on Monday.", 1),
    ("We come at 5 p.m. Please wait.", 2),
    ("Tools, e.g. Hammers and saws.", 1),
    ("10.30 ir labs laiks", 1),
    ('Viņš teica: "Jā." Labi.', 2),
    ('Tas ir "plkst." «Šodien».', 1),
    ("Viens.Divi.", 1),
]


@pytest.mark.parametrize(("text", "count"), COUNTED, ids=[text or "empty" for text, _ in COUNTED])
def test_sentences_are_counted(text: str, count: int) -> None:
    assert sentences(text) == count


def test_the_estimate_is_near_what_the_voice_takes() -> None:
    company, engine = example().company, Espeak()
    for path in campaign_paths(EXAMPLE.parent / "campaigns"):
        for _, text in texts(load_campaign(path, company).campaign):
            for language, words in text.root.items():
                if len(words) > 50:
                    took = engine.render(words, language, Voice(words_per_minute=140)).seconds
                    assert seconds(words, language, 140) == pytest.approx(took, rel=0.17), words


def test_digits_count_for_the_words_they_are_said_as() -> None:
    assert seconds("37167000100", "lv", 140) > 4
    assert seconds("a b c", "en", 100) == 2 * seconds("a b c", "en", 200)
