"""Imports every command file, which registers its commands on the app."""

from ivr.cli import calls, company, dialplan, explain, flow, messages, prompts, serve, talk  # noqa: F401
