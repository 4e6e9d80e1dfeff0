"""English words of the calendar and of the day."""

from __future__ import annotations

from ivr.understanding.times.days import Offset
from ivr.understanding.times.grammar.clocks import about
from ivr.understanding.times.grammar.durations import (
    DAY,
    FORTNIGHT,
    HOUR,
    MINUTE,
    MONTH,
    SECOND,
    WEEK,
    YEAR,
)
from ivr.understanding.times.grammar.joining import named_part
from ivr.understanding.times.grammar.offsets import NOW
from ivr.understanding.times.meaning import MIDNIGHT, NOON, Clock, Half, Moment, together
from ivr.understanding.times.pieces import small, table
from ivr.understanding.times.spans import Edge, Season, Weekend

_WEEKDAYS = {
    0: "monday|mondays|mon",
    1: "tuesday|tuesdays|tue|tues",
    2: "wednesday|wednesdays|wed|weds|wensday|wednsday",
    3: "thursday|thursdays|thu|thur|thurs",
    4: "friday|fridays|fri",
    5: "saturday|saturdays|sat",
    6: "sunday|sundays|sun",
}
_MONTHS = {
    1: "january",
    2: "february|febuary",
    4: "april",
    6: "june",
    7: "july",
    8: "august",
    9: "september",
    10: "october",
    11: "november",
    12: "december",
}
# They may mean something else, so they are months only beside a number or a preposition.
_WEAK_MONTHS = {
    1: "jan",
    2: "feb",
    3: "march|mar",
    4: "apr",
    5: "may",
    6: "jun",
    7: "jul",
    8: "aug",
    9: "sep|sept",
    10: "oct",
    11: "nov",
    12: "dec",
}
_UNITS = {
    MINUTE: "minute|min",
    HOUR: "hour|hr|h",
    DAY: "day",
    WEEK: "week|wk",
    FORTNIGHT: "fortnight",
    MONTH: "month",
    YEAR: "year|yr",
}
_MANY = {
    SECOND: "seconds|sec|secs",
    MINUTE: "minutes|mins|minuets",
    HOUR: "hours|hrs",
    DAY: "days",
    WEEK: "weeks|wks",
    FORTNIGHT: "fortnights",
    MONTH: "months",
    YEAR: "years|yrs",
}


def _day(offset: int) -> Moment:
    return Moment(days=(Offset(offset),))


def _on_day(offset: int, part: str) -> Moment | None:
    return together(_day(offset), named_part(part))


_DAYS = {
    _day(0): "today|todays",
    _day(1): "tomorrow|tomorrows|tomorow|tommorow|tommorrow|tmrw|tmr|to morrow|2morrow",
    _day(-1): "yesterday|yesterdays",
    _day(2): "day after tomorrow|the day after tomorrow|overmorrow",
    _day(-2): "day before yesterday|the day before yesterday",
    _on_day(0, "evening"): "tonight|tonights|tonite|to night",
}
_NOW = """
    right now|just now|now|immediately|straight away|right away|at once|as soon as possible|asap|a s a p|
    as soon as you can|this very moment|at this moment|at the moment
"""
_SAME_TIME = "at this time|this time|at the same time|the same time|same time"
_PARTS = {
    "morning": "morning|mornings|forenoon",
    "early morning": """
        first thing in the morning|first thing|early hours of the morning|early hours|the crack of dawn
    """,
    "mid morning": "mid morning",
    "mid afternoon": "mid afternoon",
    "afternoon": "afternoon|afternoons|after noon|arvo",
    "evening": "evening|evenings",
    "night": "night|nights|night time|nighttime",
    "lunch": "lunch|lunchtime|lunch time|lunch break|lunch hour",
    "before lunch": "before lunch|before lunchtime",
    "after lunch": "after lunch|after lunchtime|after lunch time",
    "after school": "after school",
    "after work": "after work|after office hours|after business hours",
    "day": "during the day|in the daytime|daytime|day time|office hours|business hours|working hours",
}
_PARTS_ISH = {
    "morning": "morningish",
    "afternoon": "afternoonish",
    "evening": "eveningish",
    "lunch": "lunchtimeish|lunchish",
}
_CLOCKS = {
    NOON: "noon|midday|mid day|twelve noon|12 noon|high noon",
    MIDNIGHT: "midnight|mid night|midnite|twelve midnight|end of day|end of the day|the end of the day|eod",
    17 * 60: "close of business|cob|close of play|end of business",
}
_SEASONS = {
    Season((3, 20), (6, 21)): "spring",
    Season((6, 21), (9, 23)): "summer|summertime",
    Season((9, 23), (12, 21)): "autumn|fall",
    Season((12, 21), (3, 20)): "winter|wintertime",
}

_DIRECTIONS = {
    1: "next|following",
    0: "this|this coming|the coming|coming|upcoming|current|this very",
    -1: "last|previous|this past",
}

CALENDAR = (
    *table("weekday", _WEEKDAYS),
    *table("month", _MONTHS),
    *table("weakmonth", _WEAK_MONTHS),
    *table("unit", _UNITS),
    *table("units", _MANY),
    *table("unit", {DAY: "day's", WEEK: "week's", MONTH: "month's", YEAR: "year's"}, strict=True),
    *table("", _DAYS),
    *table("now", {NOW: _NOW}),
    *table("", {NOW: _SAME_TIME}),
    *table("", {named_part(name): words for name, words in _PARTS.items()}),
    *table("", {about(named_part(name)): words for name, words in _PARTS_ISH.items()}),
    *table("", {Moment(clock=Clock(minute, Half.EXACT)): words for minute, words in _CLOCKS.items()}),
    *table("", {about(Moment(clock=Clock(NOON, Half.EXACT))): "noonish|middayish"}),
    *table("weekend", {Weekend(): "weekend|weekends|week end|week ends|wkend|wkends"}),
    *table("season", _SEASONS),
    *table("edge", {Edge.BEGIN: "beginning|start", Edge.MIDDLE: "middle|mid", Edge.END: "end"}),
    *table("dir", _DIRECTIONS),
    *table("meridiem", {Half.AM: "am|a m", Half.PM: "pm|p m"}),
    *small(
        {
            "early": "early",
            "late": "late",
            "later": "later|later on|some time later|sometime later",
            "rest": "rest|the rest|remainder|the remainder",
        }
    ),
)
