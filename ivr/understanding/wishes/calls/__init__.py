"""What people wish of calls to come: to be called, at another time, or no longer."""

from __future__ import annotations

from ivr.understanding.wishes.calls import english, latvian

TABLES = (latvian.TABLE, english.TABLE)
