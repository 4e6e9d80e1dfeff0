"""The Twilio line put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ivr.calls.desk import Desk
from ivr.calls.ports import Prompts
from ivr.lines.twilio import pausing
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.answering import Answering
from ivr.lines.twilio.app import PATIENCE, WORKERS, Webhooks
from ivr.lines.twilio.gate import Gate
from ivr.lines.twilio.pages import AT_ONCE, Outcomes, Pages
from ivr.lines.twilio.rest import client
from ivr.lines.twilio.server import TwilioServer
from ivr.lines.twilio.signature import Signatures
from ivr.lines.twilio.sound import SoundNames, Sounds
from ivr.lines.twilio.speaker import CompanySpeaker
from ivr.lines.twilio.threads import Threads
from ivr.lines.twilio.webhook import Page
from ivr.settings import TwilioSettings

MorePages = Callable[[Pages], Mapping[str, Page]]


@dataclass(frozen=True, slots=True)
class TwilioLine:
    """What answers Twilio."""

    speaker: CompanySpeaker  # to be prepared with every company file, before it is in force
    pages: Pages
    server: TwilioServer


def twilio_line(
    given: TwilioSettings,
    desk: Desk,
    prompts: Prompts,
    outcomes: Outcomes | None = None,
    more: MorePages = lambda _: {},
    *,
    near: bool = False,
) -> TwilioLine:
    """The line that ``given`` describes; it listens once its server is started.

    Args:
        outcomes: is told how calls of ours ended.
        more: pages besides, by their names in ``Addresses``; those of our own calls.
        near: the records are in a file, so a page hardly ever waits for them.
    """
    names, addresses = SoundNames(given.tokens), Addresses(given.public_url)
    speaker = CompanySpeaker(prompts, names, addresses)
    switch = pausing.switch(client(given, pausing.SECONDS))
    pages = Pages(desk, addresses, speaker, outcomes, switch=switch)
    table = {**pages.table(), **more(pages)}
    answering = Answering(table, pages.otherwise, names, Sounds(desk, prompts))
    gate = Gate(given.account, Signatures(given.public_url, given.tokens))
    threads = Threads(WORKERS, PATIENCE if near else 0.0)
    webhooks = Webhooks(gate, answering, AT_ONCE, threads=threads)
    return TwilioLine(speaker, pages, TwilioServer(webhooks, pages, given.bind))
