"""What one writes first for Twilio with FastAPI: a route that checks the signature and always says the same.

    python -m benchmarks.bare_webhook PORT TOKEN PUBLIC_URL

It keeps no records, knows no calls, writes no logs, and has nothing to say but one menu. It runs on the same
web server as the bot's webhooks, with the same settings.
"""

from __future__ import annotations

import sys
from urllib.parse import parse_qsl

import uvicorn
from fastapi import FastAPI, Request, Response
from twilio.request_validator import RequestValidator
from twilio.twiml.voice_response import Gather, VoiceResponse

PORT, TOKEN, PUBLIC = int(sys.argv[1]), sys.argv[2], sys.argv[3]

app = FastAPI()
validator = RequestValidator(TOKEN)


def _menu() -> str:
    gather = Gather(action=f"{PUBLIC}/twilio/turn?turn=1", num_digits=1, timeout=6)
    for number in range(6):
        gather.say(f"For department number {number}, press {number}.", language="en-GB")
    answer = VoiceResponse()
    answer.append(gather)
    return str(answer)


MENU = _menu()


@app.post("/twilio/{page}")
async def webhook(page: str, request: Request) -> Response:  # noqa: ARG001
    """The menu, for whoever is Twilio."""
    form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    query = f"?{request.url.query}" if request.url.query else ""
    url = f"{PUBLIC}{request.url.path}{query}"
    if not validator.validate(url, form, request.headers.get("X-Twilio-Signature", "")):
        return Response(status_code=403)
    return Response(MENU, media_type="text/xml")


if __name__ == "__main__":
    uvicorn.run(
        app,
        port=PORT,
        http="httptools",
        loop="uvloop",
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        backlog=1024,
    )
