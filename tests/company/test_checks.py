"""What the parts of a file must be to each other: one minimal change of the example, one problem."""

from __future__ import annotations

import pytest

from tests.company.files import Fault, assert_only, changed, example, problems_of

NUMBERS = 'numbers:\n  "+37167000100": '
SALES = '  "+37167000101": sales '
SUPPORT = '  "+37167000102": {department: support, language: lv}'
RECEPTION_OTHERWISE = "    otherwise: {closed: message, busy: message, unanswered: message}"
SALES_BUSY = "      closed: message\n      busy: [message, person]\n      unanswered: [message, person]"
SLOT_MINUTES = "  slot_minutes: 30"
BILLING_HOURS = '      mon-thu: "09:00-12:30, 13:00-17:00"\n      fri: "09:00-13:00"'
BILLING_RINGS = '    rings: {extensions: 221, twilio: "+37167000221"}'
LATVIAN_BILLING = "      lv: [jautājums par rēķinu, gribu samaksāt, rēķinā ir kļūda, grāmatvedība]"

IN_PARTS = [
    Fault(
        "default not spoken",
        "default_language: lv",
        "default_language: ru",
        "default_language",
        'does not speak "ru"',
    ),
    Fault("language twice", "languages: [lv, en] ", "languages: [lv, en, lv] ", "languages.2", "there twice"),
    Fault(
        "another language understood",
        "default_language: lv",
        "default_language: lv\nunderstands: [lv, ru]",
        "understands.1",
        'does not speak "ru". Add it to languages (lv, en), or remove it here.',
        at="understands: [lv, ru]",
    ),
    Fault(
        "one other language understood",
        "default_language: lv",
        "default_language: lv\nunderstands: ru",
        "understands.0",
        'does not speak "ru"',
        at="understands: ru",
    ),
    Fault(
        "language understood twice",
        "default_language: lv",
        "default_language: lv\nunderstands: [en, en]",
        "understands.1",
        "there twice",
        at="understands: [en, en]",
    ),
    Fault(
        "number in another language",
        SUPPORT,
        SUPPORT.replace("language: lv", "language: ru"),
        "numbers.+37167000102.language",
        "does not speak",
    ),
    Fault(
        "briefing in another language",
        BILLING_RINGS,
        f"{BILLING_RINGS}\n    briefing_language: de",
        "departments.billing.briefing_language",
        "does not speak",
        at="briefing_language: de",
    ),
    Fault(
        "examples in another language",
        LATVIAN_BILLING,
        LATVIAN_BILLING.replace("lv:", "lt:"),
        "departments.billing.examples.lt",
        "does not speak",
    ),
    Fault(
        "examples of an answer",
        "      lv: [attālinātā palīdzība, pieslēdzieties",
        "      lt: [attālinātā palīdzība, pieslēdzieties",
        "answers.remote_help.examples.lt",
        "does not speak",
    ),
    Fault(
        "voice of another language",
        "  lv: {words_per_minute: 140}",
        "  de: {words_per_minute: 140}",
        "voices.de",
        "does not speak",
    ),
    Fault(
        "text in another language",
        "{lv: adrese, en: Address}",
        "{lv: adrese, en: Address, ru: адрес}",
        "answers.address.name.ru",
        "does not speak",
    ),
    Fault(
        "text missing",
        "{lv: adrese, en: Address}",
        "{lv: adrese}",
        "answers.address.name",
        "the text is missing in en",
    ),
    Fault(
        "text of a closed day missing",
        "{lv: inventarizācijas diena, en: our stock-taking day}",
        "{en: our stock-taking day}",
        "holidays.closed.0.name",
        "missing in lv",
    ),
    Fault(
        "zone misspelt",
        "timezone: Europe/Riga ",
        "timezone: Europe/Rīga ",
        "timezone",
        'Did you mean "Europe/Riga"?',
    ),
    Fault(
        "zone of a continent", "timezone: Europe/Riga ", "timezone: Europe ", "timezone", "not a time zone"
    ),
    Fault(
        "zone outside the database",
        "timezone: Europe/Riga ",
        "timezone: ../etc/passwd ",
        "timezone",
        "not a time zone",
    ),
    Fault("no such country", "country: LV ", "country: XX ", "country", '"XX" is not a country'),
    Fault("country without known holidays", "country: LV ", "country: AC ", "country", "public: false"),
    Fault(
        "office never open",
        '  mon-fri: "09:00-18:00"',
        "  mon-fri: closed",
        "office_hours",
        "never open",
        at="office_hours:\n",
    ),
    Fault(
        "department never open",
        '      mon-fri: "08:00-20:00"\n      sat: "10:00-14:00"',
        "      sun: closed",
        "departments.support.hours",
        "never open",
        at="    hours:                      # without",
    ),
    Fault(
        "closed days backwards",
        "      last: 2027-07-16",
        "      last: 2026-07-16",
        "holidays.closed.1",
        "before it begins",
        at="    - first: 2027-07-12",
    ),
    Fault(
        "closed and open",
        "    - day: 2027-01-04",
        "    - day: 2026-12-23",
        "holidays.open.2026-12-23",
        "listed as a closed day",
        at='    2026-12-23: "09',
    ),
    Fault(
        "number of nobody",
        '  "+37167000101": sales',
        '  "+371670001": sales',
        "numbers.+371670001",
        "no country has such",
    ),
    Fault(
        "number of no country",
        '  "+37167000101": sales',
        '  "+999670001": sales',
        "numbers.+999670001",
        "no country has such",
    ),
    Fault(
        "answer says nothing",
        "    says: hours ",
        "    # says: hours ",
        "answers.hours",
        "it says nothing",
        at="  hours:\n    name:",
    ),
    Fault(
        "answer says two things",
        "    department: support ",
        "    says: hours\n    department: support ",
        "answers.remote_help.says",
        "it has a text",
        at="    says: hours\n    department",
    ),
    Fault(
        "rings nowhere",
        BILLING_RINGS,
        "    rings: {seconds: 30}",
        "departments.billing.rings",
        "it rings nowhere",
    ),
    Fault("rings nobody", BILLING_RINGS, "    rings: []", "departments.billing.rings", "it rings nowhere"),
    Fault(
        "queue of nobody",
        "      extensions: [211, 212]",
        "      extensions: []",
        "departments.support.rings",
        'queue "support" has no members',
        at="    rings:\n      queue",
    ),
    Fault(
        "phone twice",
        "      extensions: [211, 212]",
        "      extensions: [211, 211]",
        "departments.support.rings.extensions.1",
        '"211" is there twice',
    ),
]
BETWEEN_PARTS = [
    Fault(
        "operator unknown",
        "operator: reception",
        "operator: recepton",
        "operator",
        'Did you mean "reception"?',
    ),
    Fault(
        "number of an unknown department",
        SALES,
        '  "+37167000101": sale ',
        "numbers.+37167000101.department",
        'there is no department "sale"',
    ),
    Fault(
        "way to an unknown department",
        "busy: [message, sales]",
        "busy: [message, salse]",
        "departments.support.otherwise.busy.1",
        'Did you mean "sales"?',
    ),
    Fault(
        "answer of an unknown department",
        "    department: support ",
        "    department: suport ",
        "answers.remote_help.department",
        '"support"?',
    ),
    Fault(
        "answer in an unknown group",
        "    group: info\n    key: 1\n",
        "    group: inf # o\n    key: 1\n",
        "answers.hours.group",
        'Did you mean "info"?',
    ),
    Fault(
        "department in an unknown group",
        "    key: 3\n",
        "    key: 3\n    group: money\n",
        "departments.billing.group",
        "Use one of: info",
        at="group: money",
    ),
    Fault("id with a meaning", "  address:\n", "  person: # one\n", "answers.person", "meaning of its own"),
    Fault(
        "id of two things",
        "  address:\n",
        "  billing:\n    # an answer\n",
        "answers.billing",
        "one of departments, too",
        at="  billing:\n    # an answer",
    ),
    Fault(
        "key taken by a group",
        "    key: 4\n",
        "    key: 3 # taken\n",
        "groups.info.key",
        'the key 3 is that of "billing"',
    ),
    Fault(
        "key taken in a group",
        "    group: info\n    key: 2\n",
        "    group: info\n    key: 1 # taken\n",
        "answers.address.key",
        'is that of "hours"',
        at="key: 1 # taken",
    ),
    Fault(
        "five choices",
        "  remote_help:\n",
        "  extra: {name: Extra, key: 5, text: Extra}\n  remote_help:\n",
        "answers.extra.key",
        "5 choices",
    ),
    Fault(
        "department out of reach",
        "    key: 3\n",
        "    # no key\n",
        "departments.billing",
        "no caller can come",
        at="  billing:\n",
    ),
    Fault(
        "answer out of reach",
        "    group: info\n    key: 1\n",
        "    group: info\n",
        "answers.hours",
        "it has no key",
        at="  hours:\n    name:",
    ),
    Fault(
        "answer in two places",
        "    department: support ",
        "    group: info\n    department: support ",
        "answers.remote_help.department",
        "not both",
        at="    department: support ",
    ),
    Fault(
        "answer of a department without number",
        "    department: support ",
        "    department: billing ",
        "answers.remote_help.department",
        '"billing" has no number of its own',
    ),
    Fault(
        "answer of a department without menu",
        "    introduces_as: Anna",
        "    offers_help: false\n    introduces_as: Anna",
        "answers.remote_help.department",
        "offers_help: false",
        at="    department: support ",
    ),
    Fault(
        "queue with other members",
        BILLING_RINGS,
        '    rings: {queue: support, extensions: [221], twilio: "+37167000221"}',
        "departments.billing.rings",
        'other members in "support"',
    ),
    Fault(
        "offers nothing",
        "busy: person",
        "busy: []",
        "departments.billing.otherwise.busy",
        "nothing is offered",
    ),
    Fault(
        "offers itself",
        "busy: [message, sales]",
        "busy: [message, support]",
        "departments.support.otherwise.busy.1",
        "instead of itself",
    ),
    Fault(
        "offers twice",
        "busy: [message, sales]",
        "busy: [message, sales, message]",
        "departments.support.otherwise.busy.2",
        "offered twice",
    ),
    Fault(
        "offers too much",
        "busy: [message, sales]",
        "busy: [message, sales, billing, reception]",
        "departments.support.otherwise.busy",
        "more than 2 departments",
    ),
    Fault(
        "a call at another time among too many ways",
        "busy: [message, sales]",
        "busy: [message, sales, billing, person, callback]",
        "departments.support.otherwise.busy",
        "5 ways are offered, and a caller keeps no more than 4 in mind",
    ),
    Fault(
        "an id that is a way",
        "  address:",
        "  callback:",
        "answers.callback",
        "has a meaning of its own",
        at="  callback:\n",
    ),
    Fault(
        "operator without message",
        RECEPTION_OTHERWISE,
        RECEPTION_OTHERWISE.replace("busy: message", "busy: person"),
        "departments.reception.otherwise.busy",
        "the last resort",
    ),
    Fault(
        "operator leads elsewhere only",
        RECEPTION_OTHERWISE,
        RECEPTION_OTHERWISE.replace("busy: message", "busy: sales"),
        "departments.reception.otherwise.busy",
        "Add message",
    ),
]


@pytest.mark.parametrize("fault", [*IN_PARTS, *BETWEEN_PARTS], ids=lambda fault: fault.name)
def test_each_fault_is_the_only_problem_at_its_line(fault: Fault) -> None:
    text = changed((fault.old, fault.new))
    found = problems_of(text)
    assert_only(fault, found, text)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((SLOT_MINUTES, "  slot_minutes: 7"), "slots of 7 minutes do not fill a day"),
        (('      fri: "09:00-13:00"', '      fri: "09:00-09:10"'), None),
        (
            (BILLING_HOURS, '      mon-fri: "09:10-09:20"'),
            'no slot of 30 minutes begins within the hours of "billing"',
        ),
    ],
)
def test_the_hours_of_each_department_hold_slots(change: tuple[str, str], says: str | None) -> None:
    if says is None:
        assert example(change).company.callbacks.offered
        return
    (problem,) = problems_of(changed(change))
    assert problem.field == "callbacks.slot_minutes"
    assert says in str(problem)


def test_hours_without_slots_are_no_fault_where_no_calls_are_offered() -> None:
    off = ("  offered: true", "  offered: false")
    assert not example((BILLING_HOURS, '      mon-fri: "09:10-09:20"'), off).company.callbacks.offered


def test_a_call_at_another_time_may_be_named_among_the_ways_unless_none_are_offered() -> None:
    named = ("busy: [message, sales]", "busy: [callback, message]")
    assert example(named).company.departments["support"].otherwise.busy == ("callback", "message")
    (problem,) = problems_of(changed(named, ("  offered: true", "  offered: false")))
    assert problem.field == "departments.support.otherwise.busy.0"
    assert "callbacks are not" in str(problem)


def test_hours_for_calls_must_open() -> None:
    (problem,) = problems_of(changed(("voices:  ", "calling: {hours: {mon: closed}}\nvoices:  ")))
    assert (problem.field, "never open" in str(problem)) == ("calling.hours", True)


def test_the_example_has_no_fault() -> None:
    assert example().company.name.into("en") == "Ozols"


def test_a_country_without_known_holidays_keeps_its_own_days() -> None:
    assert (
        example(("country: LV ", "country: AC "), ("  public: true ", "  public: false ")).company.country
        == "AC"
    )


def test_a_fallback_that_leads_back_to_itself_shows_its_way() -> None:
    text = changed(("busy: [message, sales]", "busy: billing"), ("busy: person", "busy: support"))
    found = {problem.field: problem.wrong for problem in problems_of(text)}
    assert found == {
        "departments.support.otherwise.busy": "it leads back to itself: support → billing → support.",
        "departments.billing.otherwise.busy": "it leads back to itself: billing → support → billing.",
    }


def test_a_fallback_may_pass_departments_on_its_way_to_a_message() -> None:
    example(("busy: [message, sales]", "busy: [sales, billing]"), ("busy: person", "busy: sales"))


def test_a_department_of_its_own_menu_has_three_choices_and_the_way_back() -> None:
    extra = "".join(
        f"  extra{n}: {{name: Extra, key: {n}, department: support, text: Extra}}\n" for n in (2, 3, 4)
    )
    found = problems_of(changed(("  remote_help:\n", f"{extra}  remote_help:\n")))
    assert [(problem.field, "more than 3" in problem.wrong) for problem in found] == [
        ("answers.extra4.key", True)
    ]


def test_a_group_that_nothing_belongs_to_is_told() -> None:
    text = changed(("groups:\n", "groups:\n  empty: {name: Empty, key: 5}\n"))
    assert [problem.field for problem in problems_of(text)] == ["groups.empty.key", "groups.empty"]


def test_own_wording_may_be_in_one_language_only() -> None:
    example(
        ("  help.offer: {lv: Kā varu Jums palīdzēt?, en: How may I help you?}", "  help.offer: {en: Yes?}")
    )
