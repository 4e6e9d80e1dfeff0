"""Imports every command file, which registers its commands on the app."""

from ivr.cli import (  # noqa: F401
    callbacks,
    calls,
    campaign,
    campaign_import,
    campaign_report,
    company,
    courtesy,
    dialplan,
    dnc,
    explain,
    flow,
    incident,
    messages,
    privacy,
    prompts,
    replay,
    routes,
    serve,
    speech,
    talk,
    twilio,
)
from ivr.cli.evaluate import civility, digits, intents, optout, yesno  # noqa: F401
from ivr.cli.evaluate import times as eval_times  # noqa: F401
