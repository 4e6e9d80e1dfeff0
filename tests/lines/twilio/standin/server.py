"""A server that answers webhooks by a table, and keeps what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

PUBLIC = "https://bot.example.com"
TOKEN, ACCOUNT = "a token", "AC" + "0" * 32
US, CALLER = "+37167000100", "+37120000001"


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    path: str  # and query
    form: dict[str, str]
    signature: str


@dataclass
class Scripted:
    """What the server answers: by path and query, or else by path."""

    pages: dict[
        str, object
    ]  # TwiML inside of <Response>; (status, type, body, location); or a function of the form
    asked: list[Asked] = field(default_factory=list)
    address: str = ""

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def forms(self, path: str) -> list[dict[str, str]]:
        return [asked.form for asked in self.asked if asked.path == path]

    def answer(self, path: str, form: dict[str, str]) -> tuple:
        page = self.pages.get(path, self.pages.get(urlsplit(path).path, (404, "text/plain", b"")))
        if callable(page):
            page = page(form)
        if isinstance(page, str):
            return 200, "text/xml; charset=utf-8", f"<Response>{page}</Response>".encode()
        return page


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        form = dict(parse_qsl(body.decode(), keep_blank_values=True))
        script = self.server.script
        script.asked.append(Asked(self.path, form, self.headers.get("X-Twilio-Signature", "")))
        status, kind, answer, *moved = script.answer(self.path, form)
        self.send_response(status)
        for place in moved:
            self.send_header("Location", place)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Whoever asked did not wait for the answer."""


@contextmanager
def serving(pages: dict[str, object]) -> Iterator[Scripted]:
    server = _Server(("127.0.0.1", 0), _Handler)
    server.script = Scripted(pages, address=f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
