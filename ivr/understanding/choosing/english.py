"""English choices."""

from __future__ import annotations

from ivr.understanding.choosing.table import Choices
from ivr.understanding.patterns import compiled
from ivr.understanding.routing.english import stem

_SMALL = (
    "a an the at on in to of for from and or by with my your our i it is be me please like want that this one"
    " 1 something would rather id ill lets about"
)
TABLE = Choices(
    stem=stem,
    small=frozenset(_SMALL.split()),
    denied=compiled(
        "(?<!why\\s)(not|dont|isnt|doesnt|never|anything but|except|without)( (want|need|like))*"
        "(?! (know|mind|care|sure|matter|understand|really|have))"
        "(\\s(?!(but|i|want|maybe|rather)\\b)[^\\s.,?!]+){1,5}",
        {},
    ),
    corrected=compiled("(no|sorry|wait|rather|actually|i mean|correction|scratch that)", {}),
    places={
        0: compiled("(first|1st|former|earliest|earlier 1|top)(?! of all)", {}),
        1: compiled("(?<!a\\s)(?<!wait\\s)(second|2nd)(?! please END)", {}),
        2: compiled("third|3rd", {}),
        3: compiled("fourth|4th", {}),
        4: compiled("fifth|5th", {}),
        -1: compiled("(last|latter|latest|final|later) 1|(last|latter|latest|final)(?! time)", {}),
    },
    middle=compiled("(middle|centre|center)( 1)?", {}),
    refused=compiled("(not|isnt|never|except|but not|anything but)( (the|that|this))*", {}),
    other=compiled("other( 1)?(?! (time|day|thing|way))|BEGIN not that( 1)?", {}),
    keys=compiled(
        "press|pressed|number|key|button|option|choose|ill|i|take|go|with|please|digit|choice|id", {}
    ),
    none=compiled(
        "neither|none of .. (them|these|those|that|two|three|above)|none( END)?|not any of"
        "|(cant|cannot|couldnt)( (do|make|manage|take))* (any|either)( of)?"
        "|(dont|doesnt|wont) (want|like|need|suit|fit|work) (either|any)( of)?|nothing of|no 1 of|0 of",
        {},
    ),
    else_=compiled(
        "(something|anything|someone|somewhere|anywhere) (else|different|other)|another( (1|time|day|thing))*"
        "|different( (1|time|day|thing))+|other (time|day)|no|nope|nothing|BEGIN 0 END"
        "|(doesnt|dont|wont) (suit|work|fit|help|apply)",
        {},
    ),
    every=compiled(
        "both|either( (1|way|is|will|works|of))*|any(?! other)( (1|of|time))*|all of (them|it)|whichever"
        "|whatever|does not matter|doesnt matter|dont (mind|care)|all( END)",
        {},
    ),
)
