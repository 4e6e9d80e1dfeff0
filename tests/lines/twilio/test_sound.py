"""How sentences sound, and the prompts that Twilio fetches: by names nobody can guess, from any service."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from ivr.calls.ports import NewCall
from ivr.company.loader import parse
from ivr.company.models import TwilioVoice
from ivr.conversation.actions import Say, Transfer
from ivr.conversation.events import Pressed
from ivr.errors import SpeechError
from ivr.lines.twilio import ringing
from ivr.lines.twilio.saying import Play, Speak
from ivr.lines.twilio.sound import FixedSound, SaidSound, SoundNames, SoundUnknownError
from ivr.phrases.sentence import Sentence, SpeechAct
from tests.conftest import EXAMPLE
from tests.lines.twilio.service import AT, CALL, PUBLIC, TOKEN, Served

NAMES = SoundNames((TOKEN,))
SAID = SaidSound(CALL, "3", "b1")
FIXED = FixedSound("f" * 64, "lv", "help.offer", "0123456789abcdef")
VOICE = "Google.lv-LV-Standard-B"
LASTING, PASSING = "public, max-age=31536000, immutable", "private, max-age=300"


# ── Names ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sound", [SAID, FIXED])
def test_a_name_is_read_back_by_whoever_has_the_token(sound):
    name = NAMES.of(sound)
    assert re.fullmatch(r"[A-Za-z0-9_.~-]{50,300}\.wav", name)
    assert SoundNames((TOKEN,)).read(name) == sound
    assert SoundNames(("a newer token", TOKEN)).read(name) == sound


@pytest.mark.parametrize(
    "name",
    [
        "",
        "x.wav",
        "../../etc/passwd",
        NAMES.of(SAID).removesuffix(".wav"),
        NAMES.of(SAID).upper(),
        NAMES.of(SAID).replace("~3~", "~4~"),
        NAMES.of(SAID).replace("~b1~", "~b2~"),
        NAMES.of(replace(SAID, call_id="CA" + "1" * 32)).replace("CA" + "1" * 32, CALL),
        f"s~{CALL}~3~b1~{'0' * 32}.wav",
        SoundNames(("another token",)).of(SAID),
        "a" * 10_000,
    ],
)
def test_a_name_that_is_not_ours_is_read_by_nobody(name):
    with pytest.raises(SoundUnknownError):
        NAMES.read(name)


def test_names_do_not_give_the_token_away_nor_follow_from_each_other():
    macs = {NAMES.of(replace(SAID, turn=str(turn)))[-36:] for turn in range(100)}
    assert len(macs) == 100


# ── How it sounds ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def speaking(served):
    """A service, and a call of it with the first thing it says."""
    live = served.desk.begin(NewCall(CALL, "twilio", "+37167000100", None))
    return served, live, live.turn.actions[0].sentence


def with_voice(live, voice: str | None = VOICE, language: str | None = None):
    twilio = {"lv": TwilioVoice(voice=voice, language=language)}
    return replace(live, company=live.company.model_copy(update={"twilio": twilio}))


def test_without_a_voice_of_twilio_s_a_prompt_of_ours_is_played(speaking):
    served, live, greeting = speaking
    said = served.line.speaker(live, "0", greeting)
    assert isinstance(said, Play)
    assert said.url.startswith(f"{PUBLIC}/twilio/sound/f~")
    assert served.ask(said.url, "GET", {}, []).text == greeting.spoken


@pytest.mark.parametrize(("language", "tag"), [(None, "lv-LV"), ("lv", "lv")])
def test_a_voice_of_twilio_s_says_it_in_words(speaking, language, tag):
    served, live, greeting = speaking
    said = served.line.speaker(with_voice(live, language=language), "0", greeting)
    assert said == Speak(greeting.spoken, VOICE, tag)
    assert served.prompts.made == []


def test_the_company_s_own_recording_always_wins(speaking):
    served, live, greeting = speaking
    served.prompts.own.add(greeting.phrase)
    assert isinstance(served.line.speaker(with_voice(live), "0", greeting), Play)


def test_a_language_without_a_voice_of_its_own_is_listened_to_and_played(speaking):
    served, live, greeting = speaking
    assert isinstance(served.line.speaker(with_voice(live, voice=None), "0", greeting), Play)


@pytest.mark.parametrize("place", ["0", "b0"])
def test_what_no_voice_of_ours_can_say_twilio_says(speaking, place):
    served, live, greeting = speaking
    served.prompts.unsayable.add(greeting.phrase)
    with capture_logs() as logs:
        assert served.line.speaker(live, place, greeting) == Speak(greeting.spoken, VOICE, "lv-LV")
    assert [(entry["event"], entry["phrase"]) for entry in logs] == [("sentence_unsaid", greeting.phrase)]
    served.prompts.unsayable.clear()
    assert isinstance(served.line.speaker(live, place, greeting), Play)  # tried again the next time


def test_a_language_that_nobody_can_say_is_an_error(speaking):
    served, live, _ = speaking
    served.prompts.unsayable.add("answer.x")
    with pytest.raises(SpeechError):
        served.line.speaker(live, "0", Sentence("answer.x", SpeechAct.INFORMS, "xx", "Ŷ", "Ŷ", fixed=False))


def test_fixed_sentences_are_settled_ahead_and_anew_with_every_file(speaking, company_file):
    served, live, greeting = speaking
    served.line.speaker.prepare(company_file.fingerprint, live.company)
    made = len(served.prompts.made)
    first = served.line.speaker(live, "0", greeting)
    assert len(served.prompts.made) == made
    served.line.speaker.prepare(company_file.fingerprint, with_voice(live).company)
    assert served.line.speaker(live, "0", greeting) == Speak(greeting.spoken, VOICE, "lv-LV")
    assert isinstance(first, Play)


def test_a_sentence_that_cannot_be_settled_ahead_is_said_when_its_time_comes(speaking, company_file):
    served, live, greeting = speaking
    served.prompts.unsayable.add(greeting.phrase)
    with capture_logs() as logs:
        served.line.speaker.prepare(company_file.fingerprint, live.company)
    assert {entry["event"] for entry in logs} == {"sentence_unsaid"}
    served.prompts.unsayable.clear()
    assert isinstance(served.line.speaker(live, "0", greeting), Play)


# ── Fetched ─────────────────────────────────────────────────────────────────────────────────────────


def get(served: Served, url: str, method: str = "GET", **headers: str):
    return served.ask(url, method, headers, [])


def played(served: Served, live) -> dict[str, str]:
    """What is said in a turn: address → words."""
    spoken = [
        (str(place), each.sentence) for place, each in enumerate(live.turn.actions) if isinstance(each, Say)
    ]
    transfers = [each for each in live.turn.actions if isinstance(each, Transfer)]
    briefing = [(f"b{place}", each) for of in transfers for place, each in enumerate(of.briefing)]
    speak = served.line.speaker
    return {speak(live, place, each).url: each.spoken for place, each in (*spoken, *briefing)}


@pytest.fixture
def turns(speaking):
    """A service, and the turns of a call in which fixed and moving sentences are said, and a briefing."""
    served, live, _ = speaking
    transferred = served.desk.advance(live, Pressed("1"))
    return served, (live, transferred)


def test_every_prompt_of_a_call_is_found_by_any_service(turns, company_file, tmp_path):
    served, lives = turns
    urls = {url: words for live in lives for url, words in played(served, live).items()}
    assert {url.rpartition("/")[2][0] for url in urls} == {"f", "s"}
    elsewhere = Served(company_file, tmp_path / "elsewhere", store=served.store)
    for service in (served, elsewhere):
        assert {url: get(service, url).text for url in urls} == urls
    elsewhere.close()


@pytest.mark.parametrize(("kind", "kept"), [("f", LASTING), ("s", PASSING)])
def test_a_prompt_says_how_long_it_may_be_kept(turns, kind, kept):
    served, lives = turns
    url = next(url for live in lives for url in played(served, live) if f"/{kind}~" in url)
    reply = get(served, url)
    assert (reply.status, reply.headers["content-type"]) == (200, "audio/wav")
    assert reply.headers["content-length"] == str(len(reply.body))
    assert reply.headers["cache-control"] == kept
    assert reply.headers["last-modified"].endswith("GMT")
    head = get(served, url, "HEAD")
    assert (head.status, head.body, head.headers) == (200, b"", reply.headers)
    for known in (reply.headers["etag"], f'"x", W/{reply.headers["etag"]}'):
        again = get(served, url, **{"If-None-Match": known})
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", reply.headers["etag"])
    assert get(served, url, **{"If-None-Match": '"x"'}).status == 200


def test_what_has_changed_since_is_not_kept_for_ever(speaking, company_file):
    served, live, greeting = speaking
    named = FixedSound(live.fingerprint, greeting.language, greeting.phrase, "an-earlier-one")
    reply = get(served, AT.sound(NAMES.of(named)))
    assert (reply.text, reply.headers["cache-control"]) == (greeting.spoken, PASSING)


def test_a_call_that_began_with_an_earlier_file_is_heard_in_its_words(speaking, tmp_path):
    served, live, greeting = speaking
    url = served.line.speaker(live, "0", greeting).url
    text = EXAMPLE.read_text(encoding="utf-8").replace("SIA Ozols", "SIA Bērzs")
    later = Served(parse(EXAMPLE, text), tmp_path / "later", store=served.store)
    assert get(later, url).text == greeting.spoken
    later.close()


UNKNOWN = (
    NAMES.of(SaidSound(CALL, "9", "0")),
    NAMES.of(SaidSound("CA" + "9" * 32, "0", "0")),
    NAMES.of(SaidSound(CALL, "0", "99")),
    NAMES.of(SaidSound(CALL, "0", "b0")),
    NAMES.of(SaidSound(CALL, "0", "queue")),
    f"s~{CALL}~0~0~{'0' * 32}.wav",
    "ringing.mp3",
    "",
)


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_there_is_told_so_and_logged(speaking, name):
    served = speaking[0]
    with capture_logs() as logs:
        assert get(served, AT.sound(name)).status == 404
    assert [(entry["event"], entry["status"]) for entry in logs] == [("webhook_refused", 404)]


def test_a_phrase_that_the_file_does_not_have_is_not_there(speaking):
    served, live, _ = speaking
    assert get(served, AT.sound(NAMES.of(FixedSound(live.fingerprint, "lv", "no.such", "v")))).status == 404


def test_a_prompt_that_cannot_be_made_now_may_be_later(speaking):
    served, live, greeting = speaking
    url = served.line.speaker(live, "0", greeting).url
    served.prompts.unsayable.add(greeting.phrase)
    with capture_logs() as logs:
        assert get(served, url).status == 503
    assert [entry["event"] for entry in logs] == ["sound_failed"]


def test_a_prompt_that_cannot_be_read_now_may_be_later(speaking, monkeypatch):
    served, live, greeting = speaking
    url = served.line.speaker(live, "0", greeting).url
    monkeypatch.setattr(served.prompts, "file", lambda *_: served.prompts.folder / "gone.wav")
    with capture_logs() as logs:
        assert get(served, url).status == 503
    assert [entry["event"] for entry in logs] == ["sound_failed"]


def test_whoever_waits_in_a_queue_hears_it_ring(served):
    reply = get(served, AT.sound(ringing.NAME))
    assert (reply.body, reply.headers["cache-control"]) == (ringing.sound(), LASTING)
