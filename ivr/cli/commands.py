"""Imports every command file, which registers its commands on the app."""

from ivr.cli import company, dialplan  # noqa: F401
