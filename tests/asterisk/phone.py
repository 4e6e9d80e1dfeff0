"""A telephone: SIP over UDP and RTP, many calls at once, as caller or as callee.

    async with Phone("asterisk", user="test-caller", password="…") as phone:
        call = await phone.dial("+37167000100", caller="+37120000001")
        await call.hear(greeting)
        await call.press("1")
        await call.hang_up()

A callee registers, and what it does with a call is a coroutine: ``sales.behaviour = answer_and_accept``.
Good for networks that lose little: requests are sent again (RFC 3261, timers A, E and G), RTP is not.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from tests.asterisk import rtp, sip
from tests.asterisk.hearing import Prompt
from tests.asterisk.listening import Listener
from tests.asterisk.rtp import Media, Sound

T1, T2, GIVE_UP = 0.5, 4.0, 32.0  # seconds, RFC 3261 section 17.1.1.1: first repetition, longest pause, end
Address = tuple[str, int]
Behaviour = Callable[["Call"], Awaitable[None]]


class CallRefusedError(AssertionError):
    """The other side did not take the call."""

    def __init__(self, number: str, final: sip.Message) -> None:
        super().__init__(f"The call to {number} ended with {final.status} {final.reason}.")
        self.status = final.status


class Pressed(NamedTuple):
    """When a key was down, in seconds since the call's start."""

    begin: float
    end: float


@dataclass
class Dialogue:
    """What two telephones agree on for the length of a call (RFC 3261, section 12)."""

    call_id: str
    local: str  # our From or To, with our tag
    remote: str  # theirs; its tag comes with the first answer
    target: str  # their Contact: where requests go
    number: int  # CSeq of our last request
    tag: str  # ours


class Call(Listener):
    """One call. Times are seconds since its INVITE; ``None`` until the thing has happened."""

    def __init__(self, phone: Phone, dialogue: Dialogue, media: Media, caller: str, called: str) -> None:
        super().__init__(media, phone.known)
        self.phone, self.dialogue = phone, dialogue
        self.caller, self.called = caller, called
        self.ringing: float | None = None
        self.answered: float | None = None
        self.ended_at: float | None = None
        self.ended_by = ""  # "us", "them"
        self.over = asyncio.Event()
        self.failure: AssertionError | None = None  # why the callee's behaviour gave up
        self.behaved = asyncio.Event()  # the callee's behaviour is done
        self.invited_at = 0.0  # Unix time at which their INVITE arrived, as the kernel saw it
        self.invite: sip.Message | None = None  # their INVITE, while we have not answered it finally
        self.asked: sip.Message | None = None  # our INVITE, while they have not
        self.ack: sip.Message | None = None  # ours, sent again for each repetition of a 200
        self.acknowledged = asyncio.Event()

    async def press(self, keys: str) -> Pressed:
        """Press keys one after another; when the last was down. What was heard before is dealt with."""
        for key in keys:
            self.cursor = max(self.cursor, self.media.ear.end)
            await self.media.press(key)
        return Pressed(self.media.key_down, self.media.key_up)

    async def say(self, sound: Sound) -> None:
        """Speak, in real time."""
        await self.media.play(sound)

    async def pick_up(self) -> None:
        """Answer a call that rings here, and wait until the other side knows. Raises AssertionError."""
        assert self.invite, "There is no call to pick up: it was answered, refused or withdrawn."
        invite, self.invite = self.invite, None
        rtp.agree(self.media, invite.body)
        self.answered = self.media.now()
        await self.phone.confirm(self, invite)

    def ring(self) -> None:
        """Tell the caller that it rings here."""
        if self.invite:
            self.phone.reply(self.invite, 180, self.dialogue.tag)
            self.ringing = self.media.now()

    def refuse(self, code: int) -> None:
        """Do not take the call: 486 busy, 603 declined, 480 not available."""
        if self.invite:
            self.phone.reply(self.invite, code, self.dialogue.tag)
            self.end("us")

    async def accepted(self, within: float = 15.0) -> None:
        """Wait until this callee's behaviour (to answer and press a key) is done. Raises AssertionError."""
        async with asyncio.timeout(within):
            await self.behaved.wait()
        if self.failure:
            raise self.failure

    async def hang_up(self) -> None:
        """End the call, if it is not over yet."""
        if not self.over.is_set():
            self.end("us")
            await self.phone.transact(self.phone.in_dialogue(self, "BYE"))

    async def ended(self, within: float = 5.0) -> float:
        """Wait until the call is over; when it was. Raises AssertionError."""
        try:
            await asyncio.wait_for(self.over.wait(), within)
        except TimeoutError:
            raise AssertionError(f"The call was not over within {within} s. {await self._story()}") from None
        assert self.ended_at is not None
        return self.ended_at

    def end(self, by: str) -> None:
        """The call is over; what was heard stays."""
        if not self.over.is_set():
            self.invite, self.ended_by, self.ended_at = None, by, self.media.now()
            self.media.close()
            self.over.set()


class Phone:
    """A telephone on one UDP port. Calls that reach it go to ``behaviour`` and into ``arrived``."""

    def __init__(
        self, server: str, user: str, password: str, port: int = 5060, known: tuple[Prompt, ...] = ()
    ) -> None:
        self._server: Address = (socket.gethostbyname(server), port)
        self._user, self._password = user, password
        self.known = known  # prompts that a failure may name
        self.behaviour: Behaviour = only_ring
        self.arrived: asyncio.Queue[Call] = asyncio.Queue()
        self.calls: dict[str, Call] = {}
        self._responses: dict[tuple[str, str], asyncio.Queue[sip.Message]] = {}
        self._sent: dict[tuple[str, str], bytes] = {}  # our last answer to each request, for its repetitions
        self._tasks: set[asyncio.Task[None]] = set()
        self._address: Address = ("", 0)
        self._received_at = 0.0  # Unix time of the message in hand

    async def __aenter__(self) -> Phone:
        self._socket = rtp.stamping_socket(_towards(self._server))
        self._address = self._socket.getsockname()
        asyncio.get_running_loop().add_reader(self._socket, self._readable)
        return self

    async def __aexit__(self, *failure: object) -> None:
        await asyncio.gather(*(call.hang_up() for call in self.calls.values() if call.answered is not None))
        for call in self.calls.values():
            call.refuse(480)
            call.end("us")
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()

    async def register(self, seconds: int = 300) -> None:
        """Be reachable under our name; 0 seconds: no longer. Raises AssertionError when refused."""
        await self._register(lambda request: request.with_header("Expires", str(seconds)))

    async def bindings(self) -> tuple[str, ...]:
        """The phones that are registered under our name (RFC 3261, section 10.2.3). Raises AssertionError."""
        final = await self._register(lambda request: request.without("Contact"))
        return final.all("contact")

    async def _register(self, ask: Callable[[sip.Message], sip.Message]) -> sip.Message:
        home = f"sip:{self._server[0]}:{self._server[1]}"
        us = f"<sip:{self._user}@{self._server[0]}>"
        request = self._request("REGISTER", home, sip.token(), f"{us};tag={sip.token()}", us, 1)
        final = await self._authorised(ask(request))
        assert final.status == 200, f"{self._user} could not register: {final.status} {final.reason}."
        return final

    async def dial(self, number: str, caller: str | None = None, within: float = 10.0) -> Call:
        """Call a number, showing ``caller`` (None: our own name), and wait until it is answered.

        Raises:
            CallRefusedError: refused, busy, not found.
            AssertionError: not answered in time; the call was withdrawn.
        """
        call = self._outgoing(number, caller or self._user)
        invite = self._first_invite(call, number)
        try:
            final = await asyncio.wait_for(self._authorised(invite, call), within)
        except TimeoutError:
            await self._withdraw(call)
            raise AssertionError(f"The call to {number} was not answered within {within} s.") from None
        return self._established(call, number, final)

    async def rung(self, within: float = 10.0) -> Call:
        """The next call that reaches this phone, over or not. Raises AssertionError when none does."""
        try:
            return await asyncio.wait_for(self.arrived.get(), within)
        except TimeoutError:
            raise AssertionError(f"The phone {self._user} did not ring within {within} s.") from None

    # What calls ask of their phone

    def reply(self, request: sip.Message, code: int, tag: str = "", sdp: str = "") -> None:
        """Answer a request, and the same again whenever it is repeated."""
        rendered = sip.response(request, code, tag or sip.token(), self._contact(), sdp).render()
        self._sent[request.branch, request.method] = rendered
        self._send(rendered)

    async def confirm(self, call: Call, invite: sip.Message) -> None:
        """Answer with 200 until it is acknowledged."""
        self.reply(invite, 200, call.dialogue.tag, rtp.answer(self._address[0], call.media.port, call.media))
        repeat = self._spawn(self._repeat(self._sent[invite.branch, "INVITE"]))
        try:
            await asyncio.wait_for(call.acknowledged.wait(), GIVE_UP)
        except TimeoutError:
            raise AssertionError(f"Our answer was not acknowledged within {GIVE_UP:.0f} s.") from None
        finally:
            repeat.cancel()

    def in_dialogue(self, call: Call, method: str) -> sip.Message:
        """A request within a call."""
        talk = call.dialogue
        talk.number += method != "ACK"
        return self._request(method, talk.target, talk.call_id, talk.local, talk.remote, talk.number)

    async def transact(self, request: sip.Message, call: Call | None = None) -> sip.Message:
        """Send a request, again until it is answered, and return the final answer. Raises AssertionError."""
        key = (request.branch, request.method)
        self._responses[key] = queue = asyncio.Queue()
        repeat = self._spawn(self._repeat(request.render()))
        try:
            return await self._final(request, queue, repeat, call)
        finally:
            repeat.cancel()
            del self._responses[key]

    # Calling

    def _outgoing(self, number: str, caller: str) -> Call:
        media, tag = Media(self._address[0]), sip.token()
        local = f'"{caller}" <sip:{caller}@{self._server[0]}>;tag={tag}'
        target = f"sip:{number}@{self._server[0]}:{self._server[1]}"
        call = Call(self, Dialogue(sip.token(), local, f"<{target}>", target, 1, tag), media, caller, number)
        self.calls[call.dialogue.call_id] = call
        return call

    def _first_invite(self, call: Call, number: str) -> sip.Message:
        talk = call.dialogue
        request = self._request("INVITE", talk.target, talk.call_id, talk.local, talk.remote, talk.number)
        request = request.with_header("Content-Type", "application/sdp")
        return replace(request, body=rtp.offer(self._address[0], call.media.port))

    def _established(self, call: Call, number: str, final: sip.Message) -> Call:
        if final.status >= 300:
            call.end("them")
            raise CallRefusedError(number, final)
        call.answered = call.media.now()
        self._acknowledge(call, final)
        return call

    def _acknowledge(self, call: Call, final: sip.Message) -> None:
        call.dialogue.remote, call.dialogue.target = final.get("to"), sip.uri(final.get("contact"))
        call.dialogue.number = final.number
        rtp.agree(call.media, final.body)
        call.ack = self.in_dialogue(call, "ACK")
        self._send(call.ack.render())

    async def _withdraw(self, call: Call) -> None:
        """CANCEL has the branch and the number of the INVITE it withdraws (RFC 3261, section 9.1)."""
        invite, call.asked = call.asked, None
        call.end("us")
        if invite:
            start = invite.start.replace("INVITE", "CANCEL", 1)
            headers = tuple(
                pair for pair in invite.headers if pair[0] not in {"Content-Type", "Authorization"}
            )
            cancel = replace(invite, start=start, headers=headers, body="")
            await self.transact(cancel.with_header("CSeq", f"{invite.number} CANCEL"))

    async def _authorised(self, request: sip.Message, call: Call | None = None) -> sip.Message:
        if call:
            call.asked = request
        final = await self.transact(request, call)
        if final.status not in {401, 407}:
            return final
        again = sip.credentials(request, final, self._user, self._password)
        if call:
            call.asked = again
        return await self.transact(again, call)

    async def _final(
        self,
        request: sip.Message,
        queue: asyncio.Queue[sip.Message],
        repeat: asyncio.Task[None],
        call: Call | None,
    ) -> sip.Message:
        patience: float | None = GIVE_UP
        while True:
            try:
                answer = await asyncio.wait_for(queue.get(), patience)
            except TimeoutError:
                raise AssertionError(f"No answer to {request.start} within {GIVE_UP:.0f} s.") from None
            repeat.cancel()
            if answer.status >= 200:
                return self._finally(request, answer, call)
            patience = None
            if call and answer.status >= 180 and call.ringing is None:
                call.ringing = call.media.now()

    def _finally(self, request: sip.Message, answer: sip.Message, call: Call | None) -> sip.Message:
        if call:
            call.asked = None
        if request.method == "INVITE" and answer.status >= 300:
            self._acknowledge_refusal(answer)
        return answer

    def _acknowledge_refusal(self, answer: sip.Message) -> None:
        """The ACK of a refusal belongs to the INVITE's own transaction (RFC 3261, section 17.1.1.3)."""
        headers = tuple(pair for pair in answer.headers if pair[0].lower() in sip.COPIED)
        ack = sip.Message(f"ACK {sip.uri(answer.get('to'))} SIP/2.0", headers)
        self._send(ack.with_header("CSeq", f"{answer.number} ACK").render())

    def _send(self, rendered: bytes) -> None:
        self._socket.sendto(rendered, self._server)

    async def _repeat(self, rendered: bytes) -> None:
        pause = T1
        while True:
            self._send(rendered)
            await asyncio.sleep(pause)
            pause = min(2 * pause, T2)

    def _request(
        self, method: str, address: str, call_id: str, local: str, remote: str, number: int
    ) -> sip.Message:
        host, port = self._address
        headers = (
            ("Via", f"SIP/2.0/UDP {host}:{port};branch={sip.branch()}"),
            ("Max-Forwards", "70"),
            ("From", local),
            ("To", remote),
            ("Call-ID", call_id),
            ("CSeq", f"{number} {method}"),
            ("Contact", self._contact()),
            ("User-Agent", "test phone"),
        )
        return sip.Message(f"{method} {address} SIP/2.0", headers)

    def _contact(self) -> str:
        return f"<sip:{self._user}@{self._address[0]}:{self._address[1]}>"

    # Being called

    def _readable(self) -> None:
        for data, at in rtp.waiting(self._socket):
            self._received_at = at
            self._received(data)

    def _received(self, data: bytes) -> None:
        message = sip.parse(data)
        if message is None:
            return
        if message.is_response:
            self._answered(message)
        elif repeated := self._sent.get((message.branch, message.method)):
            self._send(repeated)
        else:
            self._requested(message)

    def _answered(self, message: sip.Message) -> None:
        queue = self._responses.get((message.branch, message.method))
        call = self.calls.get(message.get("call-id"))
        if queue:
            queue.put_nowait(message)
        elif call and call.ack and message.method == "INVITE" and message.status == 200:
            self._send(call.ack.render())
        elif message.method == "INVITE" and message.status >= 300:
            self._acknowledge_refusal(message)

    def _requested(self, message: sip.Message) -> None:
        call = self.calls.get(message.get("call-id"))
        _HANDLERS.get(message.method, Phone._unknown)(self, message, call)

    def _invited(self, message: sip.Message, call: Call | None) -> None:
        if call:
            rtp.agree(call.media, message.body or rtp.offer(*_there(call.media)))
            call.acknowledged.clear()
            self._spawn(self.confirm(call, message))
            return
        self.reply(message, 100)
        call = self._incoming(message)
        self.arrived.put_nowait(call)
        self._spawn(self._behave(call))

    def _incoming(self, message: sip.Message) -> Call:
        media, tag = Media(self._address[0]), sip.token()
        local, target = f"{message.get('to')};tag={tag}", sip.uri(message.get("contact"))
        talk = Dialogue(message.get("call-id"), local, message.get("from"), target, 0, tag)
        call = Call(self, talk, media, sip.user(message.get("from")), sip.user(message.get("to")))
        call.invite, call.invited_at = message, self._received_at
        self.calls[talk.call_id] = call
        return call

    async def _behave(self, call: Call) -> None:
        try:
            await self.behaviour(call)
        except AssertionError as failure:
            if not call.over.is_set():
                call.failure = failure
                await call.hang_up()
        call.behaved.set()

    def _acknowledged(self, message: sip.Message, call: Call | None) -> None:
        if call:
            call.acknowledged.set()

    def _ended(self, message: sip.Message, call: Call | None) -> None:
        self.reply(message, 200 if call else 481)
        if call:
            call.end("them")

    def _withdrawn(self, message: sip.Message, call: Call | None) -> None:
        self.reply(message, 200 if call else 481)
        if call and call.invite:
            self.reply(call.invite, 487, call.dialogue.tag)
            call.end("them")

    def _polite(self, message: sip.Message, call: Call | None) -> None:
        self.reply(message, 200)

    def _unknown(self, message: sip.Message, call: Call | None) -> None:
        self.reply(message, 501)

    def _spawn(self, work: Awaitable[None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


_HANDLERS = {
    "INVITE": Phone._invited,
    "ACK": Phone._acknowledged,
    "BYE": Phone._ended,
    "CANCEL": Phone._withdrawn,
    "OPTIONS": Phone._polite,
    "NOTIFY": Phone._polite,
}


def _there(media: Media) -> Address:
    assert media.remote is not None
    return media.remote


def _towards(server: Address) -> str:
    """Our own address as the server sees it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(server)
        address: str = probe.getsockname()[0]
        return address


# What a callee may do with a call


async def only_ring(call: Call) -> None:
    """Ring until somebody (the test) picks up, or the caller gives up."""
    call.ring()


async def answer(call: Call) -> None:
    """Ring shortly and take the call."""
    call.ring()
    await asyncio.sleep(0.2)
    await call.pick_up()


async def busy(call: Call) -> None:
    """Refuse with 486 Busy Here."""
    call.refuse(486)


async def decline(call: Call) -> None:
    """Refuse with 603 Decline."""
    call.refuse(603)


def after_briefing(key: str) -> Behaviour:
    """Take the call, let the briefing be said for a moment, press ``key``."""

    async def behave(call: Call) -> None:
        await answer(call)
        await call.hear_anything()
        await asyncio.sleep(0.5)
        await call.press(key)

    return behave


answer_and_accept, answer_and_decline = after_briefing("1"), after_briefing("2")


async def answer_and_hang_up(call: Call) -> None:
    """Take the call, and end it in the middle of the briefing."""
    await answer(call)
    await call.hear_anything()
    await call.hang_up()
