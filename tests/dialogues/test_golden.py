"""Golden dialogues: each file is a script and the whole dialogue that it must give, word for word.

The state of each call is stored and read back between every two turns.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.cli.talk import play
from ivr.lines.simulator.script import parse
from ivr.phrases.check import load_standard
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

HERE = Path(__file__).parent
# What the line finds out in the middle of a call happens on Twilio alone; all else on every line.
TWILIO_ALONE = sorted((HERE / "twilio").glob("*.txt"))
DIALOGUES = sorted({*HERE.rglob("*.txt")} - {*TWILIO_ALONE})

FILE = load_standard(EXAMPLE)

DEPARTMENTS = ("sales", "support", "billing", "reception")
STEPS = ("menu", "transfer", "choice", "message", "confirm", "anything_else")


EVERY = [*DIALOGUES, *TWILIO_ALONE]


@pytest.mark.parametrize("path", EVERY, ids=[str(path.relative_to(HERE)) for path in EVERY])
def test_golden_dialogue(path, request):
    golden = path.read_text(encoding="utf-8")
    said = "\n".join(play(FILE, parse(path, golden), str(path))) + "\n"
    if request.config.getoption("--update-dialogues"):
        path.write_text(said, encoding="utf-8")
        return
    assert said == golden


def test_every_way_of_a_first_call_has_its_dialogue():
    """What the dialogues together must show; a file that is lost is missed here."""
    shown = {path.stem for path in DIALOGUES}
    assert shown >= {f"{department}_{language}" for department in DEPARTMENTS for language in ("lv", "en")}
    assert shown >= {f"hang_up_{step}" for step in STEPS}
    assert shown >= {"support_own_number", "sales_own_number", "closed_day", "ligo", "jani", "self_service"}
    assert shown >= {
        "three_silences",
        "wrong_keys",
        "busy",
        "unanswered",
        "declined",
        "message",
        "message_again",
    }


def test_every_way_to_a_promised_call_has_its_dialogue():
    shown = {path.stem for path in DIALOGUES if path.parent.name == "inbound"}
    ways = ("night", "busy", "declined_en", "queue_left", "christmas_eve", "ligo_eve", "keyed")
    others = ("never_agreed", "taken_meanwhile", "silent", "to_person", "withheld", "never_called")
    assert shown >= {f"callback_{way}" for way in (*ways, *others, "night_en", "queue_left_en", "keyed_en")}
    calls_first = ("kept", "kept_en", "not_reached", "at_its_time", "silent", "cancelled", "cancelled_en")
    assert shown >= {f"expected_{way}" for way in calls_first}
    assert shown >= {f"hang_up_{step}" for step in ("slots", "day", "hour", "read_back", "expected")}


OUR_STEPS = (
    *("identity", "convenient", "question", "question_hour", "proposal", "screened", "instead"),
    *("slots", "day", "hour", "read_back"),
)
ENDS = ("accepted", "declined", "undecided", "later", "machine", "screening", "survey", "transfer")


def test_a_machine_that_is_found_out_later_has_its_dialogues():
    shown = {path.stem for path in TWILIO_ALONE}
    assert shown >= {"machine_found_out_lv", "machine_found_out_en", "machine_found_out_nothing_left"}


def test_every_way_of_a_call_of_ours_has_its_dialogue():
    shown = {path.stem for path in DIALOGUES if path.parent.name == "outbound"}
    assert shown >= {f"{end}_{language}" for end in ENDS for language in ("lv", "en")}
    assert shown >= {f"opt_out_{step}" for step in (*OUR_STEPS, "question_words", "note")}
    assert shown >= {f"hang_up_{step}" for step in (*OUR_STEPS, "question_words", "connecting", "note")}
    assert shown >= {
        "not_convenient_twice",
        "wrong_person",
        "source",
        "silent",
        "promise_kept",
        "promise_moved",
    }


def test_every_way_of_speaking_has_its_dialogue():
    ours, theirs = (
        {path.stem for path in DIALOGUES if path.parent.name == name} for name in ("outbound", "inbound")
    )
    assert theirs >= {
        f"spoken_{department}_{language}" for department in DEPARTMENTS for language in ("lv", "en")
    }
    assert theirs >= {
        f"spoken_{way}_{language}"
        for way in ("self_service", "ambiguous", "hours_of_a_day", "nothing_after_all", "expected_not_wanted")
        for language in ("lv", "en")
    }
    others = (
        "unsure_confirmed",
        "beyond_twice",
        "silence_menu",
        "hearing_lost",
        "mumbled",
        "opt_out",
        "goodbye",
    )
    assert theirs >= {f"spoken_{way}" for way in (*others, "language_by_words", "repeat_and_robot")}
    assert theirs >= {f"spoken_call_in_one_sentence_{language}" for language in ("lv", "en")}
    times = ("half_past_eight", "afternoon", "about_ten", "morning", "half_an_hour", "holiday", "full")
    assert theirs >= {f"spoken_time_{time}" for time in (*times, "past_en", "corrected_en", "never_agreed")}
    ends = ("accepted", "declined", "undecided", "not_now", "survey", "choice", "wrong_person")
    ends = (*ends, "died", "complaint")
    assert ours >= {f"spoken_{end}_{language}" for end in ends for language in ("lv", "en")}
    assert ours >= {"spoken_hearing_lost_en", "spoken_screening_en", "spoken_source_en", "spoken_person_lv"}


def test_every_way_of_being_rude_has_its_dialogue():
    ours, theirs = (
        {path.stem for path in DIALOGUES if path.parent.name == name} for name in ("outbound", "inbound")
    )
    steps = ("menu", "anything_else", "choice", "confirm", "help", "meant", "between", "never_again")
    times = ("slots", "day", "hour", "read_back")
    asked = ("identity", "their_number", "convenient", "question", "question_hour", "proposal", "instead")
    languages = {f"conduct_{way}_{tongue}" for way in ("abuse", "threat") for tongue in ("lv", "en", "ru")}
    closed = ("abuse_night_en", "threat_night_en", "frustration_closed_lv")
    again = ("abuse_apology_en", "abuse_apology_lv", "abuse_mixed", "threat_opt_out_en", "frustration_en")
    assert theirs >= languages | {f"conduct_{way}" for way in (*closed, *again)}
    assert {path.rpartition("_")[0] for path in theirs} >= {f"conduct_at_{at}" for at in (*steps, *times)}
    assert {path.rpartition("_")[0] for path in ours} >= {f"conduct_at_{at}" for at in (*asked, *times)}
    ends = ("abuse_unwanted_en", "abuse_matter_lv", "threat_lv", "apology_en", "frustration_matter_en")
    assert ours >= {f"conduct_{end}" for end in ends}
