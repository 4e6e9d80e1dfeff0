"""The environment (IVR_…) as one frozen value. Any secret may also come from a file named by IVR_…_FILE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ivr.errors import OperatorError


@dataclass(frozen=True)
class Settings:
    """What an operator sets outside the company file: where things are, and secrets."""

    company: Path  # the company file
    campaigns: Path  # folder of the campaign files
    database_url: str  # SQLAlchemy URL
    prompts: Path  # rendered prompts; Asterisk reads them under the same path
    spool: Path  # messages and recordings; Asterisk writes them under the same path
    agi_bind: tuple[str, int]  # where FastAGI listens
    agi_peers: tuple[str, ...]  # host names, addresses or networks that may connect
    node: str  # name of this service among those that share the database; the same after a restart
    drain_seconds: float  # how long calls in dialogue may go on when the service is told to stop
    full_numbers: bool  # write callers' numbers in full into the logs
    trunk_password: str | None  # for ivr dialplan
    phone_password: str | None  # for ivr dialplan --phones
    ami: tuple[str, int] | None  # where Asterisk's manager interface listens; None: no calls are made
    ami_user: str
    ami_password: str | None  # never None where ami is given


def from_environment(env: Mapping[str, str]) -> Settings:
    """Settings from ``env``. Raises OperatorError naming the variable that is wrong and how to set it."""
    home = Path(env.get("IVR_HOME", "."))
    company = Path(env.get("IVR_COMPANY", home / "company" / "company.yaml"))
    ami_password = _secret(env, "IVR_AMI_PASSWORD")
    return Settings(
        company=company,
        campaigns=Path(env.get("IVR_CAMPAIGNS", company.parent / "campaigns")),
        database_url=_secret(env, "IVR_DATABASE_URL") or f"sqlite:///{home / 'data' / 'ivr.db'}",
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
    )


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
