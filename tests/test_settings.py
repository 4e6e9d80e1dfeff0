"""Settings from the environment, and what is said when one is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.errors import OperatorError
from ivr.log import masked
from ivr.settings import HearingSettings, TwilioSettings, VectorsFrom, from_environment


def test_without_anything_set_all_is_below_the_present_folder():
    settings = from_environment({})
    assert settings.company == Path("company/company.yaml")
    assert settings.database_url == "sqlite:///data/ivr.db"
    assert settings.agi_bind == ("127.0.0.1", 4573)
    assert settings.agi_peers == ("127.0.0.1",)
    assert settings.full_numbers is False
    assert settings.campaigns == Path("company/campaigns")
    assert (settings.ami, settings.ami_user, settings.ami_password) == (None, "ivr", None)


def test_campaigns_are_beside_the_company_file_unless_set():
    assert from_environment({"IVR_COMPANY": "/srv/ozols.yaml"}).campaigns == Path("/srv/campaigns")
    assert from_environment({"IVR_COMPANY": "/srv/c.yaml", "IVR_CAMPAIGNS": "/c"}).campaigns == Path("/c")


def test_the_manager_interface_is_an_address_and_a_password(tmp_path):
    secret = tmp_path / "ami"
    secret.write_text("not easy\n")
    env = {"IVR_AMI": "asterisk:5038", "IVR_AMI_USER": "dialer", "IVR_AMI_PASSWORD_FILE": str(secret)}
    settings = from_environment(env)
    assert settings.ami == ("asterisk", 5038)
    assert (settings.ami_user, settings.ami_password) == ("dialer", "not easy")


def test_a_secret_may_come_from_a_file(tmp_path):
    secret = tmp_path / "url"
    secret.write_text("postgresql://ivr@db/ivr\n")
    assert from_environment({"IVR_DATABASE_URL_FILE": str(secret)}).database_url == "postgresql://ivr@db/ivr"


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"IVR_AGI_BIND": "4573"}, "IVR_AGI_BIND"),
        ({"IVR_AGI_BIND": "host:port"}, "HOST:PORT"),
        ({"IVR_AGI_BIND": "host:70000"}, "HOST:PORT"),
        ({"IVR_AMI": "asterisk", "IVR_AMI_PASSWORD": "x"}, 'IVR_AMI is "asterisk".*127.0.0.1:5038'),
        ({"IVR_AMI": "asterisk:5038"}, "IVR_AMI_PASSWORD_FILE"),
        ({"IVR_LOG_FULL_NUMBERS": "maybe"}, "yes or no"),
        ({"IVR_DRAIN_SECONDS": "soon"}, "whole number of seconds"),
        ({"IVR_TRUNK_PASSWORD_FILE": "/nowhere/secret"}, "IVR_TRUNK_PASSWORD_FILE names /nowhere/secret"),
    ],
)
def test_a_wrong_setting_is_named(env, says):
    with pytest.raises(OperatorError, match=says):
        from_environment(env)


SID, KEY = f"AC{'1' * 32}", f"SK{'2' * 32}"
TWILIO = {
    "IVR_TWILIO_ACCOUNT_SID": SID,
    "IVR_TWILIO_AUTH_TOKEN": "present",
    "IVR_TWILIO_PUBLIC_URL": "https://bot.example.com",
}


def twilio(**env: str) -> TwilioSettings | None:
    return from_environment({**TWILIO, **{f"IVR_TWILIO_{name}": value for name, value in env.items()}}).twilio


def test_without_its_account_twilio_is_not_used():
    assert from_environment({}).twilio is None
    unset = {"IVR_TWILIO_ACCOUNT_SID": "", "IVR_TWILIO_BIND": "0.0.0.0:8080", "IVR_TWILIO_AUTH_TOKEN": ""}
    assert from_environment(unset).twilio is None


def test_twilio_needs_an_account_a_token_and_a_public_address():
    assert twilio() == TwilioSettings(
        account=SID,
        tokens=("present",),
        api_key=None,
        public_url="https://bot.example.com",
        bind=("127.0.0.1", 8080),
        calls_per_second=1.0,
        api_url=None,
    )


def test_everything_of_twilio_may_be_set(tmp_path):
    files = {name: tmp_path / name for name in ("AUTH_TOKEN", "OLD_TOKEN", "API_SECRET")}
    for name, path in files.items():
        path.write_text(f"{name}-from-file\n")
    given = twilio(
        AUTH_TOKEN="",
        PUBLIC_URL="https://bot.example.com:8443/phone/",
        BIND="[::1]:8081",
        CALLS_PER_SECOND="0.5",
        API_KEY=KEY,
        API_URL="http://127.0.0.1:9999",
        **{f"{name}_FILE": str(path) for name, path in files.items()},
    )
    assert given == TwilioSettings(
        account=SID,
        tokens=("AUTH_TOKEN-from-file", "OLD_TOKEN-from-file"),
        api_key=(KEY, "API_SECRET-from-file"),
        public_url="https://bot.example.com:8443/phone",
        bind=("::1", 8081),
        calls_per_second=0.5,
        api_url="http://127.0.0.1:9999",
    )


def test_what_is_set_to_nothing_counts_as_not_set():
    assert twilio(BIND="", CALLS_PER_SECOND="", API_KEY="", OLD_TOKEN="", API_URL="") == twilio()


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"AUTH_TOKEN": ""}, "its token is not: .* Set IVR_TWILIO_AUTH_TOKEN, or IVR_TWILIO_AUTH_TOKEN_FILE"),
        ({"AUTH_TOKEN": "", "OLD_TOKEN": "old"}, "Set IVR_TWILIO_AUTH_TOKEN"),
        (
            {"ACCOUNT_SID": ""},
            "IVR_TWILIO_AUTH_TOKEN is set and the account is not. Set IVR_TWILIO_ACCOUNT_SID",
        ),
        ({"ACCOUNT_SID": "", "AUTH_TOKEN": ""}, "IVR_TWILIO_PUBLIC_URL is set and the account is not"),
        ({"AUTH_TOKEN_FILE": "/nowhere/token"}, "IVR_TWILIO_AUTH_TOKEN_FILE names /nowhere/token"),
        ({"API_KEY": KEY}, "Set IVR_TWILIO_API_SECRET"),
        ({"PUBLIC_URL": ""}, 'IVR_TWILIO_PUBLIC_URL is "". Set it to the address'),
        ({"PUBLIC_URL": "bot.example.com"}, "like https://bot.example.com"),
        ({"PUBLIC_URL": "https://:8080"}, "like https://bot.example.com"),
        ({"PUBLIC_URL": "https://bot.example.com:https"}, "like https://bot.example.com"),
        ({"PUBLIC_URL": "https://bot.example.com?a=b"}, "like https://bot.example.com"),
        ({"PUBLIC_URL": "https://me:s3cret@bot.example.com"}, "has a name or a password in it"),
        ({"BIND": "8080"}, "IVR_TWILIO_BIND is .* HOST:PORT, for example 127.0.0.1:8080"),
        ({"CALLS_PER_SECOND": "0"}, "a number of calls a second, like 1 or 0.5"),
        ({"CALLS_PER_SECOND": "nan"}, "a number of calls a second"),
        ({"CALLS_PER_SECOND": "fast"}, "a number of calls a second"),
    ],
)
def test_a_wrong_setting_of_twilio_is_named(env, says):
    with pytest.raises(OperatorError, match=says) as caught:
        twilio(**env)
    assert "s3cret" not in str(caught.value)


def test_secrets_are_never_shown():
    env = {
        **TWILIO,
        "IVR_TWILIO_AUTH_TOKEN": "secret-token",
        "IVR_TWILIO_OLD_TOKEN": "secret-old",
        "IVR_TWILIO_API_KEY": KEY,
        "IVR_TWILIO_API_SECRET": "secret-key",
        "IVR_AMI": "asterisk:5038",
        "IVR_AMI_PASSWORD": "secret-ami",
        "IVR_TRUNK_PASSWORD": "secret-trunk",
        "IVR_PHONE_PASSWORD": "secret-phone",
        "IVR_DATABASE_URL": "postgresql://ivr:secret-database@db/ivr",
    }
    settings = from_environment(env)
    assert SID in repr(settings)
    assert "secret" not in repr(settings)


def test_lists_and_flags_are_read_as_people_write_them():
    settings = from_environment({"IVR_AGI_PEERS": "asterisk, 10.0.0.0/8,", "IVR_LOG_FULL_NUMBERS": "Yes"})
    assert settings.agi_peers == ("asterisk", "10.0.0.0/8")
    assert settings.full_numbers is True


@pytest.mark.parametrize(
    ("number", "hidden"),
    [("+37120000001", "+371******01"), ("12345", "*****"), (None, None), ("", "")],
)
def test_numbers_are_masked(number, hidden):
    assert masked(number) == hidden


@pytest.mark.parametrize("bind", ["", "off"])
def test_recognition_may_be_switched_off(bind):
    assert from_environment({"IVR_AEAP_BIND": bind}).hearing is None


def test_recognition_may_have_models_and_processes(tmp_path):
    names = {name: str(tmp_path) for name in ("IVR_VOSK_MODELS", "IVR_WHISPER_MODEL")}
    env = {**names, "IVR_HEARING_PROCESSES": "3", "IVR_AEAP_BIND": "192.0.2.1:4999"}
    given = from_environment(env).hearing
    assert given == HearingSettings(("192.0.2.1", 4999), 3, tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"IVR_AEAP_BIND": "4574"}, "IVR_AEAP_BIND is .* for example 127.0.0.1:4574"),
        ({"IVR_HEARING_PROCESSES": "0"}, "whole number from 1 to 256"),
        ({"IVR_HEARING_PROCESSES": "many"}, "whole number from 1 to 256"),
        ({"IVR_VOSK_MODELS": "/no/such/folder"}, "IVR_VOSK_MODELS names /no/such/folder, which is no folder"),
        ({"IVR_WHISPER_MODEL": "/no/such/folder"}, "IVR_WHISPER_MODEL names"),
    ],
)
def test_a_wrong_setting_of_recognition_is_named(env, says):
    with pytest.raises(OperatorError, match=says):
        from_environment(env)


@pytest.mark.parametrize(
    ("env", "source"),
    [
        ({}, "installed"),
        ({"IVR_VECTORS": ""}, "installed"),
        ({"IVR_VECTORS": "off"}, "off"),
        ({"IVR_VECTORS": str(Path(__file__).parent)}, Path(__file__).parent),
    ],
)
def test_sentence_vectors_are_those_installed_unless_set(env: dict[str, str], source: VectorsFrom):
    assert from_environment(env).vectors == source


def test_sentence_vectors_of_nowhere_are_refused():
    with pytest.raises(
        OperatorError, match=r"IVR_VECTORS names /nowhere, .* folder, or to off, or not at all"
    ):
        from_environment({"IVR_VECTORS": "/nowhere"})
