"""What a company file must be to be answered on Twilio, and what it need not be where nobody uses that."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.company import campaign_checks
from ivr.company.campaign_file import parse_campaign
from tests.company.files import Fault, assert_only, changed, example, problems_of
from tests.company.test_campaign_file import changed as changed_campaign

RECEPTION = '      twilio: "+37167000200"    # and where it rings when the call comes over Twilio\n'
SALES = '      twilio: ["+37167000201", "sip:202@pbx.example.com"]\n'
SUPPORT = "      twilio: queue:support     # a queue of Twilio's, alone\n"
BILLING = '    rings: {extensions: 221, twilio: "+37167000221"}\n'
PROMISED_ON_TWILIO = (
    "  line: asterisk                # through which they are made",
    "  line: twilio                  # through which they are made",
)
WITHOUT = ((RECEPTION, ""), (SALES, ""), (SUPPORT, ""), (BILLING, "    rings: 221\n"))
VOICES = "voices:                         # the synthetic voices"


def sounding(text: str) -> tuple[str, str]:
    return (VOICES, f"twilio:\n  {text}\n{VOICES}")


FAULTS = [
    Fault(
        "no place of Twilio's",
        SALES,
        "      twilio: [67000201]\n",
        "departments.sales.rings.twilio.0",
        '"67000201" is no place that Twilio can ring. Write a number like "+37167000201", sip:',
    ),
    Fault(
        "an address with a header",
        SALES,
        '      twilio: "sip:202@pbx.example.com?X-A=1"\n',
        "departments.sales.rings.twilio",
        "is no place",
    ),
    Fault(
        "a queue and a number",
        SALES,
        '      twilio: [queue:sales, "+37167000201"]\n',
        "departments.sales.rings.twilio",
        'whoever waits in "queue:sales" cannot ring elsewhere',
    ),
    Fault(
        "a place twice",
        SALES,
        "      twilio: [client:anna, client:ieva, client:anna]\n",
        "departments.sales.rings.twilio.2",
        '"client:anna" is there twice',
    ),
    Fault(
        "more than Twilio rings",
        SALES,
        f"      twilio: [{', '.join(f'client:agent{n}' for n in range(11))}]\n",
        "departments.sales.rings.twilio",
        "there are 11, and Twilio rings no more than 10",
    ),
    Fault(
        "the company's own number",
        SALES,
        '      twilio: "+37167000101"\n',
        "departments.sales.rings.twilio.0",
        "the bot would call itself",
    ),
    Fault(
        "nowhere on Twilio",
        BILLING,
        "    rings: 221\n",
        "departments.billing.rings",
        'it rings nowhere on Twilio, and "reception" does. Add where, like twilio:',
    ),
    Fault(
        "a language that is not spoken",
        *sounding("de: {voice: Polly.Marlene}"),
        field="twilio.de",
        says='does not speak "de"',
        at="  de: {voice: Polly.Marlene}",
    ),
    Fault(
        "the voice of another language",
        *sounding("lv: {voice: Google.en-GB-Standard-A}"),
        field="twilio.lv.voice",
        says='it is that of "en". Write what is right for "lv"',
        at="  lv: {voice: Google.en-GB-Standard-A}",
    ),
    Fault(
        "the tag of another language",
        *sounding("en: {language: lv-LV}"),
        field="twilio.en.language",
        says='it is that of "lv"',
        at="  en: {language: lv-LV}",
    ),
    Fault(
        "no voice",
        *sounding("lv: {voice: Google lv}"),
        field="twilio.lv.voice",
        says='"Google lv" is not a voice. Write its name as Twilio does',
        at="  lv: {voice: Google lv}",
    ),
    Fault(
        "no tag",
        *sounding("lv: {language: Latvian}"),
        field="twilio.lv.language",
        says='"Latvian" is not the tag of a language. Write it as Twilio does, like lv-LV',
        at="  lv: {language: Latvian}",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_is_the_only_problem_at_its_line(fault: Fault) -> None:
    text = changed((fault.old, fault.new))
    assert_only(fault, problems_of(text), text)


VALID = {
    "one of each": '      twilio: ["+37167000201", "sips:2@[2001:db8::1]:5061;transport=tls", client:anna]\n',
    "one after the other": "      together: false\n      twilio: [client:anna, client:ieva]\n",
    "a queue": "      twilio: queue:sales\n",
}


@pytest.mark.parametrize("rings", VALID.values(), ids=list(VALID))
def test_where_a_department_may_ring(rings: str) -> None:
    assert example((SALES, rings)).company.departments["sales"].rings.twilio


def test_places_of_twilio_alone_are_places_enough() -> None:
    rings = example((BILLING, '    rings: {twilio: "+37167000221"}\n')).company.departments["billing"].rings
    assert (rings.extensions, rings.queue, rings.twilio) == ((), None, ("+37167000221",))


@pytest.mark.parametrize("voice", ["Google.lv-LV-Standard-B", "Polly.Joanna-Neural", "woman"])
def test_voices_have_names_of_many_kinds(voice: str) -> None:
    twilio = example(sounding(f"lv: {{voice: {voice}}}")).company.twilio
    assert (twilio["lv"].voice, twilio["lv"].language) == (voice, None)


def test_where_twilio_is_not_used_nobody_needs_a_place_there() -> None:
    assert example(*WITHOUT).company.departments["billing"].rings.extensions == ("221",)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (PROMISED_ON_TWILIO, "promised calls are made there"),
        (sounding("lv: {voice: Google.lv-LV-Standard-B}"), "the file says how the company sounds there"),
    ],
)
def test_who_uses_twilio_needs_a_place_there_for_every_department(change, says: str) -> None:
    found = problems_of(changed(*WITHOUT, change))
    assert [problem.field.split(".")[1] for problem in found] == ["reception", "sales", "support", "billing"]
    assert all(says in problem.wrong for problem in found)


EXTENSIONS = (
    "      extensions: 200           # one telephone of the exchange\n",
    "      extensions: [201, 202]    # both at once; together: false rings one after the other\n",
    "      queue: support            # callers wait with music for the first free one\n",
    "      extensions: [211, 212]\n",
)


def test_promised_calls_are_made_where_somebody_rings() -> None:
    twilio_only = (
        *((extension, "") for extension in EXTENSIONS),
        (BILLING, '    rings: {twilio: "+37167000221"}\n'),
    )
    (problem,) = problems_of(changed(*twilio_only))
    assert problem.field == "callbacks.line"
    assert str(problem).endswith("and no department rings there. Write line: twilio under callbacks.")
    assert example(*twilio_only, PROMISED_ON_TWILIO)
    assert example(*twilio_only, ("  offered: true", "  offered: false"))


@pytest.mark.parametrize(
    ("line", "company", "wrong"),
    [
        ("asterisk", (), []),
        ("twilio", (), []),
        ("test", WITHOUT, []),
        ("asterisk", WITHOUT, []),
        ("twilio", WITHOUT, ["support", "reception"]),
        ("asterisk", ((BILLING, '    rings: {twilio: "+37167000221"}\n'),), []),
        (
            "asterisk",
            ((EXTENSIONS[0], ""),),
            ["reception"],
        ),
    ],
)
def test_a_campaign_calls_where_a_person_who_is_wanted_rings(line: str, company, wrong: list[str]) -> None:
    of = example(*company).company
    text = changed_campaign("maintenance", ("line: asterisk ", f"line: {line} "))
    file = parse_campaign(Path("maintenance.yaml"), text, example().company)
    found = campaign_checks.problems(file, of)
    assert [(problem.field, problem.wrong) for problem in found] == [
        (
            "line",
            f'"{id_}" rings nowhere on {line.capitalize()}, where this campaign calls (line: {line}).',
        )
        for id_ in wrong
    ]
    assert all(problem.cure.endswith("under its rings. Or write another line.") for problem in found)
