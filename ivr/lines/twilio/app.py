"""The webhooks as an ASGI application: a bounded body, the gate, a page in a thread, an answer in time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import FastAPI, Response
from starlette.types import Receive, Scope, Send

from ivr.errors import IvrError
from ivr.lines.twilio import answers, gate
from ivr.lines.twilio.addresses import HEALTH, PREFIX
from ivr.lines.twilio.answering import UNAVAILABLE, Answering
from ivr.lines.twilio.answers import Answer
from ivr.lines.twilio.form import printable
from ivr.lines.twilio.gate import Gate, Headers, RefusedError
from ivr.lines.twilio.threads import Threads
from ivr.lines.twilio.webhook import Webhook
from ivr.log import logger

WORKERS = 8  # threads that answer: enough to wait for a database; more would stand in each other's way
PATIENCE = 0.02  # seconds for which the loop stands still for what is answered without waiting, see Threads
MOST_WAITING = 400  # requests in their hands; further ones are answered without the records
BODY_SECONDS = 5.0  # in which a body must have come
ANSWER_SECONDS = 10.0  # Twilio waits for 15, in which the caller hears nothing
_SOUND = "sound/"


class _GoneError(IvrError):
    """Whoever asked has left before the request was whole."""


@dataclass(slots=True)
class Webhooks:
    """Everything under PREFIX, as an ASGI application. To be used from one event loop."""

    gate: Gate
    answering: Answering
    at_once: frozenset[str]  # pages that need neither records nor, therefore, a thread
    most_waiting: int = MOST_WAITING
    answer_seconds: float = ANSWER_SECONDS
    threads: Threads = field(default_factory=lambda: Threads(WORKERS))
    _waiting: int = 0  # requests in their hands

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            answer = await self._answer(scope, receive)
        except _GoneError:
            return
        body = b"" if scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.all_headers})
        await send({"type": "http.response.body", "body": body})

    def close(self) -> None:
        """Let the threads end, once they have answered."""
        self.threads.close()

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        page = scope["path"].removeprefix(f"{PREFIX}/")
        headers = dict(scope["headers"])
        try:
            if page.startswith(_SOUND):
                return await self._sound(page.removeprefix(_SOUND), scope["method"], headers)
            self._check(page, scope["method"])
            body = await _body(headers, receive)
            return await self._page(self.gate.webhook(page, scope["query_string"], headers, body))
        except RefusedError as error:
            _log(error, page)
            return answers.refused(error.status, str(error))

    def _check(self, page: str, method: str) -> None:
        if page not in self.answering.pages:
            raise RefusedError(gate.UNKNOWN, "There is no such page.")
        if method != "POST":
            raise RefusedError(gate.NO_METHOD, "Only POST is answered here.")

    async def _page(self, webhook: Webhook) -> Answer:
        if webhook.page in self.at_once:
            return self.answering.page(webhook)
        answer = await self._in_thread(lambda: self.answering.page(webhook), webhook.call_id)
        return answer or self.answering.instead(webhook)

    async def _sound(self, name: str, method: str, headers: Headers) -> Answer:
        if method not in {"GET", "HEAD"}:
            raise RefusedError(gate.NO_METHOD, "Only GET and HEAD are answered here.")
        at_once, known = self.answering.sound_at_once(name), headers.get(b"if-none-match", b"")
        if at_once:  # strangers, too, ask for names, and are to take no thread from callers
            return at_once
        return await self._in_thread(lambda: self.answering.sound(name, known), "") or UNAVAILABLE

    async def _in_thread(self, answer: Callable[[], Answer], call_id: str) -> Answer | None:
        """What ``answer`` gives; None where too many wait, or where it takes too long."""
        if self._waiting >= self.most_waiting:
            logger().error("webhooks_full", call_id=call_id, waiting=self._waiting)
            return None
        self._waiting += 1
        try:
            return await self.threads.run(answer, self.answer_seconds)
        except TimeoutError:
            logger().error("webhook_too_slow", call_id=call_id, seconds=self.answer_seconds)
            return None
        finally:
            self._waiting -= 1


async def _body(headers: Headers, receive: Receive) -> bytes:
    """The whole body. Raises RefusedError where it is too large, or too slow; _GoneError."""
    gate.check_size(headers)
    body, more = b"", True
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _GoneError("The connection was closed before the request was whole.")
                body, more = body + message.get("body", b""), message.get("more_body", False)
                gate.check_size(headers, len(body))
    except TimeoutError as error:
        raise RefusedError(gate.TOO_SLOW, f"The body did not come within {BODY_SECONDS:.0f} s.") from error
    return body


def _log(error: RefusedError, page: str) -> None:
    logger().warning(
        "webhook_refused", call_id=error.call_id, page=printable(page), status=error.status, why=str(error)
    )


class Application(FastAPI):
    """The webhooks under PREFIX, and whatever else is served here: HEALTH, whether new calls are taken."""

    def __init__(self, webhooks: Webhooks, draining: Callable[[], bool]) -> None:
        super().__init__(title="ivr", openapi_url=None, docs_url=None, redoc_url=None)
        self._webhooks = webhooks

        @self.get(HEALTH)
        async def health() -> Response:
            return Response("draining\n", 503) if draining() else Response("ok\n")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. FastAPI's own layers, which webhooks need not, would take 40 µs of each."""
        if scope["type"] == "http" and scope["path"].startswith(f"{PREFIX}/"):
            await self._webhooks(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)
