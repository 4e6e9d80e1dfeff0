"""The Twilio line on records of its own, asked in the way Twilio asks, without a socket."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from sqlalchemy import Engine, select
from twilio.request_validator import RequestValidator

from ivr import wiring
from ivr.company.loader import CompanyFile
from ivr.errors import SpeechError
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.app import Application
from ivr.lines.twilio.line import twilio_line
from ivr.records.engine import is_file
from ivr.records.tables import Table
from ivr.settings import TwilioSettings

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten o'clock in Riga: open
PUBLIC, TOKEN, OLD_TOKEN = "https://bot.example.com", "0123456789abcdef0123456789abcdef", "an older token"
ACCOUNT, CALL = "AC" + "a" * 32, "CA" + "0" * 32
AT = Addresses(PUBLIC)
FORM = "application/x-www-form-urlencoded"
NEVER = b"<a piece of a body that does not come>"
SETTINGS = TwilioSettings(ACCOUNT, (TOKEN, OLD_TOKEN), None, PUBLIC, ("127.0.0.1", 0), 1.0)
INBOUND = {
    "AccountSid": ACCOUNT,
    "CallSid": CALL,
    "From": "+37120000001",
    "To": "+37167000100",
    "CallStatus": "in-progress",
    "Direction": "inbound",
    "ApiVersion": "2010-04-01",
    "CallerCity": "",
}

Rows = Mapping[str, list[tuple[object, ...]]]  # by the name of the table


@dataclass(frozen=True)
class Reply:
    """What was answered."""

    status: int
    text: str
    headers: Mapping[str, str]
    body: bytes


class FakePrompts:
    """Prompts that hold the words they say. Some phrases cannot be said, some the company has recorded."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.unsayable, self.own, self.made = folder, set(), set(), []

    def file(self, company, sentences) -> Path:
        words = " ".join(sentence.spoken for sentence in sentences)
        if any(sentence.phrase in self.unsayable for sentence in sentences):
            raise SpeechError(f'No voice could say "{words}".')
        path = self.folder / f"{hashlib.sha256(words.encode()).hexdigest()[:40]}.wav"
        path.write_text(words, encoding="utf-8")
        self.made.append(path)
        return path

    def recorded(self, company, sentence) -> bool:
        return sentence.phrase in self.own


class Served:
    """A service of the Twilio line, and Twilio who asks it."""

    def __init__(self, file: CompanyFile, folder: Path, url: str = "sqlite://", **given) -> None:
        folder.mkdir(exist_ok=True)
        self.prompts = FakePrompts(folder)
        self.store = given.pop("store", None) or wiring.records(url)
        self.now = NOW
        self.desk, self.standards = wiring.desk(self.store, file, lambda: self.now)
        self.line = twilio_line(SETTINGS, self.desk, self.prompts, near=is_file(url), **given)
        self.pages = self.line.pages
        self.app = Application(self.line.server.webhooks, lambda: self.pages.draining)
        self._loop = asyncio.new_event_loop()

    def close(self) -> None:
        self.line.server.webhooks.close()
        self._loop.close()
        self.store.close()
        self.store.engine.dispose()

    # ── Twilio ──────────────────────────────────────────────────────────────────────────────────

    def post(self, url: str, form: Mapping[str, str] = INBOUND, **more: str) -> Reply:
        """A signed request with a form; ``more`` are parameters besides."""
        form = {**form, **more}
        return self.send(url, urlencode(form).encode(), {"X-Twilio-Signature": sign(url, form)})

    def send(
        self, url: str, body: bytes, headers: Mapping[str, str] = {}, method: str = "POST", pieces: int = 1
    ) -> Reply:
        """A request as it stands, its body in so many ``pieces``."""
        given = {
            "Content-Type": FORM,
            **({"Content-Length": str(len(body))} if pieces == 1 else {}),
            **headers,
        }
        return self.ask(url, method, given, split(body, pieces))

    def ask(self, url: str, method: str, headers: Mapping[str, str], body: list[bytes]) -> Reply:
        """A request to the application, piece by piece; the connection is closed after the last."""
        parts = urlsplit(url)
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        }
        coming = [
            {"type": "http.request", "body": piece, "more_body": place < len(body) - 1}
            for place, piece in enumerate(body)
        ]
        return self._loop.run_until_complete(_asked(self.app, scope, coming))

    # ── What is on record ───────────────────────────────────────────────────────────────────────

    def rows(self) -> Rows:
        """Every row of every table."""
        return rows(self.store.engine)

    def turns(self, call_id: str = CALL) -> list[tuple[int, str]]:
        """The turns of a call: number and step."""
        return [(row[1], row[3]) for row in sorted(self.rows()["turns"]) if row[0] == call_id]


def rows(engine: Engine, without: frozenset[str] = frozenset()) -> Rows:
    """Every row of every table, in an order that is always the same, without the columns of those names."""
    with closing(engine.connect()) as connection:
        return {
            table.name: sorted(
                (row_of(row, without) for row in connection.execute(select(table)).mappings()), key=repr
            )
            for table in Table.metadata.sorted_tables
        }


def row_of(row: Mapping[str, object], without: frozenset[str]) -> tuple[object, ...]:
    return tuple(value for name, value in row.items() if name not in without)


def sign(url: str, form: Mapping[str, str], token: str = TOKEN) -> str:
    """The signature as twilio's own package makes it."""
    signature: str = RequestValidator(token).compute_signature(url, form)
    return signature


def split(body: bytes, pieces: int) -> list[bytes]:
    size = max(-(-len(body) // pieces), 1)
    return [body[place : place + size] for place in range(0, len(body), size)] or [b""]


async def _asked(app, scope, coming) -> Reply:
    sent: list[dict] = []

    async def receive():
        if coming and coming[0]["body"] is NEVER:
            await asyncio.Event().wait()
        return coming.pop(0) if coming else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    if not sent:
        return Reply(0, "", {}, b"")
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Reply(sent[0]["status"], body.decode("utf-8", "replace"), headers, body)
