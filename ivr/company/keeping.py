"""How long what is kept of people is kept. What is on legal hold is kept longer, whatever stands here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ivr.company.base import Model

LONGEST = 36_500  # days
Days = Annotated[int, Field(ge=1, le=LONGEST)]


class Keeping(Model):
    """Days for which each kind of data is kept; a purge every day erases what is older."""

    calls: Days = 365
    """Who called, and what was said and done, from the end of the call."""
    recordings: Days = 90
    """The sound of calls, and of messages that were given up, from when it was recorded."""
    messages: Days = 180
    """Messages with their sound, from when somebody dealt with them; until then they are kept."""
    answers: Days = 365
    """Answers to the questions of campaigns."""
    attempts: Annotated[int, Field(ge=31, le=LONGEST)] = 365
    """Calls of ours, contacts that are done with, promises that are kept or cancelled. The rules of calling
    look back thirty days, so it cannot be less."""
    audits: Days = 730
    """How courteous each call was; without words and numbers."""
    incidents: Days = 1_095
    """Evidence, from when the incident was closed, and not on hold any more; and who looked at it."""
