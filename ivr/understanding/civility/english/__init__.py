"""English."""

from __future__ import annotations

from ivr.understanding.civility.english import abuse, frustration, innocent, threats
from ivr.understanding.civility.english.words import SAME
from ivr.understanding.civility.table import Rudeness

TABLE = Rudeness(SAME, innocent.INNOCENT, (*threats.RULES, *abuse.RULES, *frustration.RULES))
