"""The service where Twilio is set up: its webhooks are among the lines, and ready for each company file."""

from __future__ import annotations

import pytest

from ivr import wiring
from ivr.calls import prover
from ivr.calls.proofs import fingerprint
from ivr.lines.twilio.saying import Play, Speak
from ivr.lines.twilio.server import TwilioServer
from ivr.lines.twilio.sound import fixed_sentences
from ivr.phrases.check import load_standard
from ivr.settings import from_environment
from tests.calls.proving import Standin
from tests.conftest import EXAMPLE
from tests.lines.twilio.service import ACCOUNT, PUBLIC, TOKEN, FakePrompts


class ReadyPrompts(FakePrompts):
    """Prompts that need no rendering ahead."""

    def render_all(self, *_) -> None:
        pass

    def write_fallback(self, *_) -> None:
        pass


@pytest.fixture
def company(tmp_path):
    path = tmp_path / "company.yaml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "recordings").mkdir()
    return path


@pytest.fixture
def service(company, tmp_path, monkeypatch):
    """What ``ivr serve`` runs."""
    (tmp_path / "prompts").mkdir()
    monkeypatch.setattr(wiring, "prompt_cache", ReadyPrompts)
    monkeypatch.setattr(prover, "apart", Standin(product=fingerprint()))
    env = {
        "IVR_HOME": str(tmp_path),
        "IVR_COMPANY": str(company),
        "IVR_PROMPTS": str(tmp_path / "prompts"),
        "IVR_TWILIO_ACCOUNT_SID": ACCOUNT,
        "IVR_TWILIO_AUTH_TOKEN": TOKEN,
        "IVR_TWILIO_PUBLIC_URL": PUBLIC,
        "IVR_TWILIO_BIND": "127.0.0.1:0",
    }
    return wiring.service(from_environment(env))


def sounds(server: TwilioServer, path) -> set[type]:
    """How the fixed sentences of a company file sound."""
    file = load_standard(path)
    speaker = server.pages.speak
    return {
        type(speaker.fixed(file.fingerprint, file.company, each))
        for each in fixed_sentences(file.company).values()
    }


def test_webhooks_are_answered_beside_the_other_lines_by_the_file_in_force(service, company):
    (server,) = [line for line in service.lines if isinstance(line, TwilioServer)]
    made = len(server.pages.speak.prompts.made)
    assert made > 100  # all that is fixed is ready before the first call
    assert sounds(server, company) == {Play}
    assert len(server.pages.speak.prompts.made) == made
    voices = "\ntwilio:\n  lv: {voice: Google.lv-LV-Standard-B}\n  en: {voice: Google.en-US-Standard-C}\n"
    company.write_text(company.read_text(encoding="utf-8") + voices, encoding="utf-8")
    assert service.reload()
    assert sounds(server, company) == {Speak}
