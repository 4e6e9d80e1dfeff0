"""The TwiML Bin for the case that our whole host is down."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from ivr.lines.twilio.fallback import in_a_bin
from tests.company.files import example

RECEPTION = '      twilio: "+37167000200"    # and where it rings when the call comes over Twilio\n'
VOICES = "voices:                         # the synthetic voices"


def test_it_greets_rings_the_operator_and_ends_with_thanks() -> None:
    response = ET.fromstring(in_a_bin(example().company))  # noqa: S314 - of our own making
    assert [verb.tag for verb in response] == ["Say", "Say", "Dial", "Say", "Say"]
    said = [(verb.get("language"), verb.get("voice"), verb.text) for verb in response if verb.tag == "Say"]
    voice = ("lv-LV", "Google.lv-LV-Standard-B")
    assert said == [
        (*voice, "SIA Ozols, labdien!"),
        (*voice, "Savienoju Jūs ar darbinieku."),
        (*voice, "Paldies, ka zvanījāt uzņēmumam SIA Ozols."),
        (*voice, "Visu labu!"),
    ]
    (dial,) = response.iter("Dial")
    assert dial.attrib == {"answerOnBridge": "true", "timeout": "20"}
    assert [(place.tag, place.text) for place in dial] == [("Number", "+37167000200")]


@pytest.mark.parametrize(
    ("rings", "expected"),
    [
        ("queue:front", "<Enqueue>front</Enqueue>"),
        ("[client:anna, 'sip:1@pbx.example.com']", "<Client>anna</Client>"),
    ],
)
def test_the_operator_rings_where_the_company_file_says(rings: str, expected: str) -> None:
    assert expected in in_a_bin(example((RECEPTION, f"      twilio: {rings}\n")).company)


def test_a_voice_of_the_company_file_speaks() -> None:
    voice = (VOICES, f"twilio: {{lv: {{voice: Google.lv-LV-Chirp3-HD-Kore}}}}\n{VOICES}")
    assert 'voice="Google.lv-LV-Chirp3-HD-Kore"' in in_a_bin(example(voice).company)
