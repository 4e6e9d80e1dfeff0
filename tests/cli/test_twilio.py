"""ivr twilio check and provision, as an operator runs them against an account."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ivr.cli import app
from ivr.errors import OperatorError
from ivr.settings import from_environment
from tests.company.files import changed
from tests.conftest import EXAMPLE
from tests.lines.twilio.fake_account import ACCOUNT, KEY, SECRET, TOKEN, FakeAccount, number

NUMBERS = ("+37167000100", "+37167000101", "+37167000102")
BIN = f"https://handler.twilio.com/twiml/EH{'3' * 32}"
APP = f"AP{'4' * 32}"


@pytest.fixture
def account() -> Iterator[FakeAccount]:
    others = [number(f"+3716799990{n}", voice_url="https://other.example.com") for n in range(3)]
    with FakeAccount([*others, *map(number, NUMBERS)]).serving() as serving:
        yield serving


def run(account: FakeAccount, *arguments: str, company: Path = EXAMPLE, **env: str) -> Result:
    given = {"IVR_COMPANY": str(company), **account.env(), **env}
    return CliRunner().invoke(app, ["twilio", *arguments], env={**_NOTHING, **given})


_NOTHING = {f"IVR_TWILIO_{name}": None for name in ("OLD_TOKEN", "API_KEY", "API_SECRET", "BIND")}


def set_right(account: FakeAccount, **but: str) -> None:
    there = account.url
    right = {
        "voice_url": f"{there}/twilio/voice",
        "voice_fallback_url": f"{there}/twilio/fallback",
        "status_callback": f"{there}/twilio/status",
    }
    account.numbers[:] = [number(e164, **{**right, **but}) for e164 in NUMBERS]


def faults(result: Result) -> list[str]:
    """The lines between what was told in order and what is to be entered in the console."""
    assert SECRET not in result.output
    assert TOKEN not in result.output
    told = result.stdout.partition("\nIn Twilio's console")[0].splitlines()
    return [line for line in told if not line.startswith(_TOLD)]


_TOLD = (
    "Webhooks at ",
    f"{EXAMPLE} is good",
    "IVR_TWILIO_AUTH_TOKEN opens",
    "Number ",
    "+3",
    "Over http",
    "Callers are promised no call",
    "http://127.0.0.1",
)


# ── check ───────────────────────────────────────────────────────────────────────────────────────


def test_where_all_is_right_check_says_so_and_prints_what_the_console_holds(account: FakeAccount) -> None:
    set_right(account)
    result = run(account, "check")
    assert (result.exit_code, result.stderr, faults(result)) == (0, "", [])
    head, _, rest = result.stdout.partition("\nIn Twilio's console")
    assert 'IVR_TWILIO_AUTH_TOKEN opens the account "Ozols" (Full).' in head
    assert "lv (our prompts are played; heard as lv-LV), en (our prompts are played; heard as en-US)" in head
    assert [line.split() for line in head.splitlines() if line.startswith("+")] == [
        [e164, "OK", "OK", "OK"] for e164 in NUMBERS
    ]
    assert f"{account.url} leads to the service, which knows Twilio's signature." in head
    for name, page in (
        ("A call comes in", "voice"),
        ("Primary handler fails", "fallback"),
        ("Call status changes", "status"),
    ):
        (line,) = [line for line in rest.splitlines() if line.startswith(name)]
        assert line.split()[-2:] == [f"{account.url}/twilio/{page}", "POST"]
    assert "<Number>+37167000200</Number>" in rest


def test_every_fault_is_told_and_counted(account: FakeAccount) -> None:
    account.status = "suspended"
    account.numbers[3:] = [
        number(NUMBERS[0], voice_url="https://demo.twilio.com/welcome", voice_method="GET"),
        number(NUMBERS[1], trunk_sid=f"TK{'5' * 32}"),
    ]
    account.webhook = 502
    result = run(account, "check")
    assert result.exit_code == 1
    assert result.stderr == "5 faults.\n"
    told = result.stdout
    assert 'The account "Ozols" is suspended.' in told
    assert f"{NUMBERS[0]}  GET https://demo.twilio.com/welcome" in told
    assert f"{NUMBERS[0]}: not all is set as it should be. ivr twilio provision --apply sets it." in told
    assert f"{NUMBERS[1]}: its calls go to the SIP trunk TK{'5' * 32}, so no address counts." in told
    assert f"{NUMBERS[2]} is not in the account. Buy or port it there" in told
    assert "was answered with status 502. Look at its log, and at the proxy's." in told


def test_the_faults_of_the_company_file_have_their_lines(account: FakeAccount, tmp_path: Path) -> None:
    path = tmp_path / "company.yaml"
    billing = '    rings: {extensions: 221, twilio: "+37167000221"}'
    text = changed((billing, "    rings: 221")).replace("recordings: recordings", "recordings:")
    path.write_text(text, encoding="utf-8")
    result = run(account, "check", "--offline", company=path)
    line = text[: text.index("    rings: 221")].count("\n") + 1
    assert f"{path}:{line}: departments.billing.rings: it rings nowhere on Twilio" in result.stdout
    assert (result.exit_code, result.stderr) == (1, "1 fault.\n")
    assert "In Twilio's console" not in result.stdout


def test_a_company_that_says_nothing_of_twilio_is_told_what_it_needs(
    account: FakeAccount, tmp_path: Path
) -> None:
    path, lines = tmp_path / "company.yaml", EXAMPLE.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.strip().startswith("twilio:"))
    text = text.replace('{extensions: 221, twilio: "+37167000221"}', "221")
    path.write_text(text.replace("recordings: recordings", "recordings:"), encoding="utf-8")
    result = run(account, "check", "--offline", company=path)
    assert result.stdout.count("and the company's numbers are answered there. Add where") == 4
    assert result.stderr == "4 faults.\n"


@pytest.mark.parametrize(
    ("ami", "line", "told"),
    [("", "asterisk", True), ("127.0.0.1:5038", "asterisk", False), ("", "twilio", False)],
)
def test_it_is_told_that_nobody_makes_promised_calls(account, tmp_path: Path, ami, line, told) -> None:
    path, said = tmp_path / "company.yaml", "  line: asterisk                # through"
    text = changed((said, said.replace("asterisk", line))).replace("recordings: recordings", "recordings:")
    path.write_text(text, encoding="utf-8")
    result = run(account, "check", "--offline", company=path, IVR_AMI=ami, IVR_AMI_PASSWORD="p")
    assert result.exit_code == 0
    assert ("Callers are promised no call. Calls on the line asterisk are made" in result.stdout) is told
    assert ("Or write line: twilio under callbacks." in result.stdout) is told


def test_offline_nobody_is_asked(account: FakeAccount) -> None:
    result = run(account, "check", "--offline")
    assert (result.exit_code, account.asked) == (0, [])
    assert "In Twilio's console" in result.stdout


def test_settings_that_cannot_be_right_are_told(account: FakeAccount) -> None:
    result = run(
        account,
        "check",
        "--offline",
        IVR_TWILIO_ACCOUNT_SID=TOKEN,
        IVR_TWILIO_API_KEY=SECRET,
        IVR_TWILIO_API_SECRET="SK1",
    )
    assert "IVR_TWILIO_ACCOUNT_SID is none. Copy it from Twilio's console: AC, then 32" in result.stdout
    assert "IVR_TWILIO_API_KEY is none. Copy it" in result.stdout
    assert TOKEN not in result.stdout, "in its place or not"
    assert SECRET not in result.stdout
    assert result.stderr == "2 faults.\n"


def test_both_tokens_are_tried_and_the_key_asks_for_the_numbers(account: FakeAccount) -> None:
    set_right(account)
    env = {"IVR_TWILIO_API_KEY": KEY, "IVR_TWILIO_API_SECRET": SECRET, "IVR_TWILIO_OLD_TOKEN": "gone"}
    result = run(account, "check", **env)
    (fault,) = faults(result)
    assert fault.startswith("IVR_TWILIO_OLD_TOKEN: Twilio refuses these credentials (error 20003). Compare")
    assert fault.endswith("Where it was replaced, remove it: it still opens the webhooks.")
    account.tokens = (TOKEN, "gone")
    assert "IVR_TWILIO_OLD_TOKEN opens the account" in run(account, "check", **env).stdout


def test_a_number_of_a_twiml_app_is_right_when_the_app_is(account: FakeAccount) -> None:
    set_right(account)
    right = dict(account.numbers[0])
    account.numbers[0] = number(NUMBERS[0], voice_application_sid=APP)
    account.apps[APP] = {**right, "voice_url": "https://other.example.com"}
    told = f"{NUMBERS[0]}: the addresses of its TwiML App {APP} count, and are not ours."
    assert told in run(account, "check").stdout
    account.apps[APP] = right
    assert run(account, "check").exit_code == 0


def test_numbers_that_come_through_the_trunk_need_not_be_in_the_account(
    account: FakeAccount, tmp_path: Path
) -> None:
    set_right(account)
    del account.numbers[1:]
    path = tmp_path / "company.yaml"
    text = changed(("# trunk:  ", "trunk: {host: sip.example.com}\n# trunk:  "))
    path.write_text(text.replace("recordings: recordings", "recordings:"), encoding="utf-8")
    result = run(account, "check", company=path)
    assert (result.exit_code, result.stdout.count("not in the account")) == (0, 2)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"voice_receive_mode": "fax"}, "it receives faxes, so no address counts."),
        ({"capabilities": {"voice": False}}, "it cannot take calls, so no address counts."),
    ],
)
def test_a_number_that_takes_no_calls_is_told(account: FakeAccount, fields, why: str) -> None:
    set_right(account)
    account.numbers[2].update(fields)
    assert f"{NUMBERS[2]}: {why}" in run(account, "check").stdout


# ── provision ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("options", [(), ("--dry-run", "--apply")])
def test_one_of_the_two_is_said(account: FakeAccount, options: tuple[str, ...]) -> None:
    result = run(account, "provision", *options)
    assert isinstance(result.exception, OperatorError)
    assert "Say --dry-run to see what would be changed, or --apply" in str(result.exception)
    assert account.asked == []


def test_dry_run_changes_nothing_and_apply_changes_what_it_showed(account: FakeAccount) -> None:
    account.numbers[3].update(voice_url="https://demo.twilio.com/welcome", voice_method="GET")
    shown = run(account, "provision", "--dry-run")
    assert shown.exit_code == 0
    assert not [asked for asked in account.asked if asked.startswith("POST")]
    now, becomes = "GET https://demo.twilio.com/welcome", f"POST {account.url}/twilio/voice"
    assert shown.stdout.splitlines()[1].split("  ")[0] == NUMBERS[0]
    assert f"{now}  {becomes}" in shown.stdout.splitlines()[1]
    assert len(shown.stdout.splitlines()) == 1 + 3 * len(NUMBERS)

    applied = run(account, "provision", "--apply")
    assert applied.stdout.splitlines()[0] == f"{NUMBERS[0]}: A call comes in: POST {account.url}/twilio/voice"
    assert len(applied.stdout.splitlines()) == 3 * len(NUMBERS)
    assert len([asked for asked in account.asked if asked.startswith("POST")]) == len(NUMBERS)
    assert all(each["voice_url"] == "https://other.example.com" for each in account.numbers[:3])
    assert run(account, "check").exit_code == 0


def test_applied_twice_nothing_is_changed_the_second_time(account: FakeAccount) -> None:
    run(account, "provision", "--apply")
    account.asked.clear()
    assert run(account, "provision", "--apply").stdout == "Nothing was to be changed.\n"
    assert run(account, "provision", "--dry-run").stdout == "Nothing is to be changed.\n"
    assert not [asked for asked in account.asked if asked.startswith("POST")]


def test_a_twiml_bin_is_set_and_stays(account: FakeAccount) -> None:
    run(account, "provision", "--apply", "--fallback", BIN)
    assert {each["voice_fallback_url"] for each in account.numbers[3:]} == {BIN}
    assert run(account, "provision", "--apply").stdout == "Nothing was to be changed.\n"
    assert run(account, "check").exit_code == 0


def test_whoever_answers_instead_is_twilio(account: FakeAccount) -> None:
    result = run(account, "provision", "--apply", "--fallback", "https://elsewhere.example.com")
    assert isinstance(result.exception, OperatorError)
    assert "--fallback is not the address of a TwiML Bin" in str(result.exception)


def test_what_somebody_set_on_purpose_is_told_and_left(account: FakeAccount) -> None:
    account.numbers[3].update(voice_application_sid=APP)
    account.apps[APP] = number(NUMBERS[0], voice_url="https://other.example.com")
    account.numbers[4].update(trunk_sid=f"TK{'5' * 32}")
    del account.numbers[5]
    result = run(account, "provision", "--apply")
    assert not [asked for asked in account.asked if asked.startswith("POST")]
    assert (result.exit_code, result.stderr) == (1, "3 faults.\n")
    told = result.stdout.splitlines()
    assert told[0] == "Nothing was to be changed."
    assert [line.split(":")[0].split(" ")[0] for line in told[1:]] == list(NUMBERS)
    assert "It may serve other numbers, so it is left as it is" in told[1]


def test_how_far_it_went_is_told_when_twilio_refuses(account: FakeAccount) -> None:
    second = account.numbers[4]["sid"]
    path = f"POST /2010-04-01/Accounts/{ACCOUNT}/IncomingPhoneNumbers/{second}.json"
    account.refuses[path] = (400, 21502, "VoiceUrl is not valid\x1b[31m.")
    result = run(account, "provision", "--apply")
    assert {line.split(":")[0] for line in result.stdout.splitlines()} == {NUMBERS[0]}
    assert isinstance(result.exception, OperatorError)
    said = "Unable to update record: VoiceUrl is not valid\N{REPLACEMENT CHARACTER}[31m."
    more = "https://www.twilio.com/docs/errors/21502"
    assert str(result.exception) == f"Twilio answered with error 21502: {said} {more}"


def test_an_address_of_this_network_alone_is_not_entered_anywhere(account: FakeAccount) -> None:
    env = {"IVR_TWILIO_API_URL": "", "IVR_TWILIO_PUBLIC_URL": "https://192.168.1.2"}
    result = run(account, "provision", "--apply", **env)
    assert isinstance(result.exception, OperatorError)
    assert "https://192.168.1.2 is known to this network alone." in str(result.exception)


def test_without_settings_it_is_said_which(account: FakeAccount) -> None:
    result = CliRunner().invoke(app, ["twilio", "check"], env={**_NOTHING, "IVR_TWILIO_ACCOUNT_SID": ""})
    assert from_environment({"IVR_TWILIO_ACCOUNT_SID": ""}).twilio is None
    assert isinstance(result.exception, OperatorError)
    assert "Twilio is not set up here. Set IVR_TWILIO_ACCOUNT_SID" in str(result.exception)
