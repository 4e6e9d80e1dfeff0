"""Settings from the environment, and what is said when one is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.errors import OperatorError
from ivr.log import masked
from ivr.settings import from_environment


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
