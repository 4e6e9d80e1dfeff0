"""Leaving something out of the recording of a call: TwiML has no verb for it, so Twilio is asked by REST.

https://www.twilio.com/docs/voice/api/recording: Twilio.CURRENT is the recording of a call that goes on, and
PauseBehavior "skip" leaves out what comes meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from twilio.rest import Client

from ivr.lines.twilio.rest import FAILURES, told
from ivr.log import logger

SECONDS = 3.0  # that a request may take: meanwhile the caller hears nothing
Switch = Callable[[str, bool], None]  # CallSid, and whether the recording is to pause
_STATUS = {True: "paused", False: "in-progress"}


def switch(client: Client) -> Switch:
    """Pauses a call's recording, or lets it go on; where that fails, the call goes on and the log tells."""

    def turn(call_id: str, pause: bool) -> None:
        recording = client.calls(call_id).recordings("Twilio.CURRENT")
        try:
            recording.update(status=_STATUS[pause], pause_behavior="skip")
        except FAILURES as error:
            action = "recording_not_paused" if pause else "recording_not_resumed"
            logger().error(action, call_id=call_id, why=told(error))

    return turn


def nobody(call_id: str, pause: bool) -> None:
    """The switch where Twilio cannot be asked."""
    logger().error("recording_not_paused", call_id=call_id, paused=pause, why="Twilio cannot be asked here.")
