"""The grammar of times that languages share: which pieces make a larger one.

A language gives the words, says in tables of its own what only it has, and takes the rest from here.
"""

from __future__ import annotations

from ivr.understanding.times.rules import Groups

GROUPS: Groups = {
    "NUM": "num|loc|dat",
    "ORD": "ord|second",
    "MONTH": "month|weakmonth",
    "TIME": "clock|day|span|part|shift|bounds|moment",
    "DAY_OR_PART": "day|part|moment",
    "UNIT": "unit|units",
    "GLUE": "at|on|in|of|the|comma|for|a|by_the",
    "DIRECTED": "unit|units|weekday|month|weakmonth|weekend|season|feast|dur|quarter|num",
    "PREPOSITION": "at|about|from|to|till|until|dash|between|and|after|before|by|past",
    "BEFORE_DATIVE": "at|about|after|before|notbefore|until|from|between|for|past",
    "TO": "to|till|until|dash",
    # What may be counted follows a number that is no hour.
    "COUNTED": "counted|place|other|UNIT|second|MONTH|weekday|NUM|ord|quarter",
}
