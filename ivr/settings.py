"""The environment (IVR_…) as one frozen value. Any secret may also come from a file named by IVR_…_FILE."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from ivr.errors import OperatorError

# Whose sentence vectors intents in English use: the installed model's, where there is one; none; a folder's.
VectorsFrom = Literal["installed", "off"] | Path


@dataclass(frozen=True)
class TwilioSettings:
    """How Twilio reaches us, and we Twilio."""

    account: str  # Account SID, AC…
    tokens: tuple[str, ...] = field(repr=False)  # that sign webhooks: the present one, then the old one
    api_key: tuple[str, str] | None = field(repr=False)  # SID (SK…) and secret; None: account, first token
    public_url: str  # https://bot.example.com, without a slash at the end: how Twilio reaches our webhooks
    bind: tuple[str, int]  # where webhooks are served
    calls_per_second: float  # how fast the account may place calls
    api_url: str | None = None  # instead of Twilio's own API: a stand-in


@dataclass(frozen=True)
class HearingSettings:
    """How speech is recognised, for Asterisk."""

    bind: tuple[str, int]  # where AEAP is served
    processes: int  # that decode
    vosk: Path | None = None  # folder of Vosk's models, each in a folder named by its language
    whisper: Path | None = None  # folder of a model of faster-whisper


@dataclass(frozen=True)
class Settings:
    """What an operator sets outside the company file: where things are, and secrets."""

    company: Path  # the company file
    campaigns: Path  # folder of the campaign files
    database_url: str = field(repr=False)  # SQLAlchemy URL
    proofs: Path  # what was found when calls were proved
    learnt: Path  # what was learnt of examples
    prompts: Path  # rendered prompts; Asterisk reads them under the same path
    spool: Path  # messages and recordings; Asterisk writes them under the same path
    agi_bind: tuple[str, int]  # where FastAGI listens
    agi_peers: tuple[str, ...]  # host names, addresses or networks that may connect
    node: str  # name of this service among those that share the database; the same after a restart
    drain_seconds: float  # how long calls in dialogue may go on when the service is told to stop
    full_numbers: bool  # write callers' numbers in full into the logs
    trunk_password: str | None = field(repr=False)  # for ivr dialplan
    phone_password: str | None = field(repr=False)  # for ivr dialplan --phones
    ami: tuple[str, int] | None  # where Asterisk's manager interface listens; None: no calls are made
    ami_user: str
    ami_password: str | None = field(repr=False)  # never None where ami is given
    twilio: TwilioSettings | None  # None: Twilio is not used
    hearing: HearingSettings | None  # None: callers of Asterisk answer by keys alone
    vectors: VectorsFrom
    operator: str | None  # who gives commands; None: the machine's user
    incident_key_file: Path  # the key that signs bundles, where it is not given itself
    incident_key: str | None = field(repr=False)  # in PEM


def from_environment(env: Mapping[str, str]) -> Settings:
    """Settings from ``env``. Raises OperatorError naming the variable that is wrong and how to set it."""
    home = Path(env.get("IVR_HOME", "."))
    company = Path(env.get("IVR_COMPANY", home / "company" / "company.yaml"))
    ami_password = _secret(env, "IVR_AMI_PASSWORD")
    return Settings(
        company=company,
        campaigns=Path(env.get("IVR_CAMPAIGNS", company.parent / "campaigns")),
        database_url=_secret(env, "IVR_DATABASE_URL") or f"sqlite:///{home / 'data' / 'ivr.db'}",
        proofs=home / "data" / "proofs",
        learnt=home / "data" / "learnt",
        prompts=Path(env.get("IVR_PROMPTS", home / "data" / "prompts")),
        spool=Path(env.get("IVR_SPOOL", home / "data" / "spool")),
        agi_bind=_address("IVR_AGI_BIND", env.get("IVR_AGI_BIND", "127.0.0.1:4573")),
        agi_peers=_list(env.get("IVR_AGI_PEERS", "127.0.0.1")),
        node=env.get("IVR_NODE", "main"),
        drain_seconds=_seconds(env, "IVR_DRAIN_SECONDS", "50"),
        full_numbers=_flag(env, "IVR_LOG_FULL_NUMBERS"),
        trunk_password=_secret(env, "IVR_TRUNK_PASSWORD"),
        phone_password=_secret(env, "IVR_PHONE_PASSWORD"),
        ami=_manager(env.get("IVR_AMI"), ami_password),
        ami_user=env.get("IVR_AMI_USER", "ivr"),
        ami_password=ami_password,
        twilio=_twilio(env),
        hearing=_hearing(env),
        vectors=vectors_from(env.get("IVR_VECTORS")),
        operator=env.get("IVR_OPERATOR") or None,
        incident_key_file=home / "data" / "incident-key.pem",
        incident_key=_secret(env, "IVR_INCIDENT_KEY"),
    )


def vectors_from(value: str | None) -> VectorsFrom:
    """What IVR_VECTORS, or an option in its place, says. Raises OperatorError where it names no folder."""
    if value == "off":
        return "off"
    return _folder({"IVR_VECTORS": value or ""}, "IVR_VECTORS", "a model's folder, or to off") or "installed"


def _hearing(env: Mapping[str, str]) -> HearingSettings | None:
    bind = env.get("IVR_AEAP_BIND", "127.0.0.1:4574")
    if bind in {"", "off"}:
        return None
    return HearingSettings(
        bind=_address("IVR_AEAP_BIND", bind, "127.0.0.1:4574"),
        processes=_processes(env),
        vosk=_folder(env, "IVR_VOSK_MODELS"),
        whisper=_folder(env, "IVR_WHISPER_MODEL"),
    )


def _processes(env: Mapping[str, str]) -> int:
    value = env.get("IVR_HEARING_PROCESSES") or str(os.cpu_count() or 1)
    if not value.isdigit() or not 1 <= int(value) <= 256:
        raise OperatorError(f'IVR_HEARING_PROCESSES is "{value}". Set it to a whole number from 1 to 256.')
    return int(value)


def _folder(env: Mapping[str, str], name: str, wanted: str = "a model's folder") -> Path | None:
    value = env.get(name)
    if value and not Path(value).is_dir():
        raise OperatorError(f"{name} names {value}, which is no folder. Set it to {wanted}, or not at all.")
    return Path(value) if value else None


def _secret(env: Mapping[str, str], name: str) -> str | None:
    path = env.get(f"{name}_FILE")
    if not path:
        return env.get(name) or None
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise OperatorError(f"{name}_FILE names {path}, which cannot be read ({error.strerror}).") from error


def _address(name: str, text: str, example: str = "127.0.0.1:4573") -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise OperatorError(f'{name} is "{text}". Set it as HOST:PORT, for example {example}.')
    return host.strip("[]"), int(port)


def _manager(text: str | None, password: str | None) -> tuple[str, int] | None:
    if not text:
        return None
    if not password:
        raise OperatorError(
            "IVR_AMI is set and its password is not. Set IVR_AMI_PASSWORD, or IVR_AMI_PASSWORD_FILE."
        )
    return _address("IVR_AMI", text, "127.0.0.1:5038")


def _twilio(env: Mapping[str, str]) -> TwilioSettings | None:
    account = env.get("IVR_TWILIO_ACCOUNT_SID")
    if not account:
        _refuse_accountless(env)
        return None
    return TwilioSettings(
        account=account,
        tokens=_tokens(env),
        api_key=_api_key(env),
        public_url=_public_url(env.get("IVR_TWILIO_PUBLIC_URL", "")),
        bind=_address("IVR_TWILIO_BIND", env.get("IVR_TWILIO_BIND") or "127.0.0.1:8080", "127.0.0.1:8080"),
        calls_per_second=_rate(env, "IVR_TWILIO_CALLS_PER_SECOND", "1"),
        api_url=env.get("IVR_TWILIO_API_URL") or None,
    )


def _refuse_accountless(env: Mapping[str, str]) -> None:
    """Whoever sets the others means to use Twilio, and would wait for calls in vain."""
    others = (f"IVR_TWILIO_{name}" for name in ("AUTH_TOKEN", "AUTH_TOKEN_FILE", "API_KEY", "PUBLIC_URL"))
    given = next((name for name in others if env.get(name)), None)
    if given:
        raise OperatorError(f"{given} is set and the account is not. Set IVR_TWILIO_ACCOUNT_SID, or neither.")


def _tokens(env: Mapping[str, str]) -> tuple[str, ...]:
    token, old = _secret(env, "IVR_TWILIO_AUTH_TOKEN"), _secret(env, "IVR_TWILIO_OLD_TOKEN")
    if not token:
        raise OperatorError(
            "IVR_TWILIO_ACCOUNT_SID is set and its token is not: forged webhooks could not be told. "
            "Set IVR_TWILIO_AUTH_TOKEN, or IVR_TWILIO_AUTH_TOKEN_FILE."
        )
    return (token, old) if old else (token,)


def _api_key(env: Mapping[str, str]) -> tuple[str, str] | None:
    key, secret = env.get("IVR_TWILIO_API_KEY"), _secret(env, "IVR_TWILIO_API_SECRET")
    if not key:
        return None
    if not secret:
        raise OperatorError("IVR_TWILIO_API_KEY is set and its secret is not. Set IVR_TWILIO_API_SECRET.")
    return key, secret


def _public_url(text: str) -> str:
    address = urlsplit(text)
    if "@" in address.netloc:  # not quoted: a password may stand in it
        raise OperatorError(
            "IVR_TWILIO_PUBLIC_URL has a name or a password in it. Leave that out: Twilio signs its requests."
        )
    if not _is_plain(address):
        raise OperatorError(
            f'IVR_TWILIO_PUBLIC_URL is "{text}". Set it to the address by which Twilio reaches this service, '
            "like https://bot.example.com."
        )
    return text.rstrip("/")


def _is_plain(address: SplitResult) -> bool:
    """Whether it is the address of a web server, with nothing after its path."""
    try:
        host = address.hostname if address.port is None or address.port else None
    except ValueError:  # a port that is no number
        return False
    return address.scheme in {"https", "http"} and bool(host) and not (address.query or address.fragment)


def _rate(env: Mapping[str, str], name: str, otherwise: str) -> float:
    value = env.get(name) or otherwise
    try:
        rate = float(value)
    except ValueError:
        rate = 0.0
    if not 0 < rate <= 1_000:
        raise OperatorError(f'{name} is "{value}". Set it to a number of calls a second, like 1 or 0.5.')
    return rate


def _seconds(env: Mapping[str, str], name: str, otherwise: str) -> float:
    value = env.get(name, otherwise)
    if not value.isdigit():
        raise OperatorError(f'{name} is "{value}". Set it to a whole number of seconds.')
    return float(value)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _flag(env: Mapping[str, str], name: str) -> bool:
    value = env.get(name, "no").strip().lower()
    if value not in {"yes", "no", "1", "0", "true", "false"}:
        raise OperatorError(f'{name} is "{value}". Set it to yes or no.')
    return value in {"yes", "1", "true"}
