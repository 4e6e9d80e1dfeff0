"""English small words: what binds pieces, what denies and corrects, and what only looks like a time."""

from __future__ import annotations

from ivr.understanding.times.pieces import OTHER, small

_BINDING = {
    "at": "at",
    "on": "on",
    "in": "in|during|in the course of|in the month of|the month of|month of",
    "of": "of",
    "the": "the",
    "a": "a|an",
    "for": "for",
    "from": "from|starting from|starting at|starting on|starting|beginning at|beginning on|as of",
    "to": "to|through|thru|up to",
    "till": "till|til|up till",
    "until": "until|untill|up until",
    "by": "by|no later than|not later than|not any later than|no later then",
    "before": "before|prior to|earlier than|sooner than|ahead of",
    "after": "after|later than|any later than|following on",
    "past": "past|gone",
    "about": """
        about|around|approximately|approx|roughly|circa|near|nearly|almost|some time around|
        sometime around|somewhere around|some time about|sometime about|towards|toward|close to|
        more or less
    """,
    "ish": """
        ish|or so|or thereabouts|or there about|approximately|give or take|roughly|or something|
        or something like that|about
    """,
    "between": "between|in between|somewhere between|some time between|sometime between|anywhere between",
    "and": "and|n",
    "or": "or|or else|or maybe|or perhaps|or possibly|or alternatively|or even",
    "name": "my name is|the name is|name is|mr|mrs|ms|miss|mister|called",
    "either": "either",
    "latest": "at the latest by|at the latest|at latest|latest",
    "earliest": "at the earliest|at earliest|earliest",
    "closest": "closest|nearest",
    "halfpast": "halfpast",
    "move": "move|shift|change|reschedule|rebook|postpone|bring|push|switch|put",
    "oclock": "oclock|o clock|clock|hundred hours",
    "ago": "ago",
    "fromnow": "from now|from today|hence|from this moment|from right now",
    "time": "time|times",
    "within": """
        within|inside of|inside|in less than|in under|in no more than|within the space of|
        over the course of
    """,
    "onwards": "onwards|onward|on wards|or later|upwards",
    "any": """
        any time|anytime|at any time|at anytime|any day|all day|all day long|the whole day|whole day|
        whenever|
        any time of day|any time of the day|any time at all|any hour
    """,
    "whole": "any|all|all of|the whole of|the whole|throughout|any of",
}
# "from five on", "not before five" and the like are bounds of their own.
_BOUNDS = {
    "notbefore": """
        not before|no earlier than|not earlier than|no sooner than|not sooner than|not until|not till
    """,
    "from": "only from",
    "after": "only after|not until after|not till after|no time before",
    "before": "only before|not after|no time after",
}
_DENYING = {
    "not": """
        not|cant|cannot|can not|couldnt|could not|wont|will not|dont|do not|doesnt|does not|didnt|isnt|
        is not|arent|wouldnt|would not|shouldnt|never|unable|unavailable|no good|is bad|are bad|
        both bad|bad for me|no time|
        im busy|i am busy|ill be busy|i will be busy|we are busy|im quite busy|im very busy|
        im really busy|im pretty busy|too busy|busy until|busy till|fully booked|im at work|
        i am at work|im working|i am working|im in a meeting|i am in a meeting|im in meetings|
        im out|i am out|im on holiday|
        not possible|impossible|anything but not|out of the question|not available|im away|i am away|
        never on|hardly|am away|is out|avoid|bad time|is bad
    """,
    "except": """
        except|except for|except on|anything but|anything other than|any time but|anytime but|
        any time except|anytime except|any day but|any day except|every day but|all but|apart from|
        other than|instead of|rather than|excluding|with the exception of|as long as its not|
        as long as it isnt|as long as it is not|but not|just not|only not|barring|save for|aside from
    """,
    "correct": """
        no|nope|nah|sorry|i mean|i meant|i meant to say|actually|wait|no wait|hang on|hold on|make it|
        make that|lets make it|lets make that|or rather|rather|instead|scratch that|correction|
        on second thought|on second thoughts|better|better make it|i correct myself|excuse me|pardon|
        or no|change that to|change it to
    """,
    "but": "but|however|although|though|yet",
    "comma": "and also",
    "stop": "so",
}
_IDLE = """
    uh|uhm|um|umm|er|erm|eh|ah|hmm|hm|mm|mmm|well|okay|ok|like|please|maybe|perhaps|possibly|
    probably|lets say|let us say|let me see|lets see|say|shall we say|i guess|i think|i suppose|
    i reckon|you know|kind of|sort of|just|exactly|sharp|on the dot|precisely|prompt|some time|sometime|
    sometimes|right|there|then|if possible|preferably|ideally|local time|bang on|dead on|only|sir|madam|
    time wise|even|also|too|as well|somewhere|whats it called|what is it
"""
# They speak of no time, and are nothing that could be counted.
_LINKS = """
    i|we|you|he|she|it|they|me|us|him|them|my|our|your|id|ill|im|ive|youd|youre|its|that|thats|which|
    who|is|are|be|been|being|was|were|am i|will|would|should|could|can|shall|do|does|did|have|has|had|
    works|work|suits|suit|suited|fits|fit|good|great|fine|best|perfect|ideal|lovely|nice|convenient|
    better for|if|when|because|as|with|without|than|thanks|thank|cheers|yes|yeah|yep|sure|ok then|
    alright|hello|hi|call|ring|phone|speak|talk|come|meet|book|need|want|like to|prefer|try|again|
    back to|free|available|up|here|please call|how|what|where|why|hopefully|definitely|certainly|
    absolutely|tell|give|get|got|let|how about|what about|happy|okay with|possible|somebody|someone|
    everyone|anyone|nobody|another|said|told|same day|the same day|that same day|on the same day|
    on that same day
"""
_COUNTED = """
    apartment|flat|percent|per cent|euro|euros|dollar|dollars|pound|pounds|cent|cents|people|persons|
    person|times|pieces|degrees|years old|kilos|kilometres|kilometers|metres|meters|miles|numbers|
    digits|point|of them|of us|of you|hundred|thousand|million
"""
_PLACES = "street|st|road|rd|avenue|ave|lane|drive|boulevard|square|floor|iela"
_FALSE_FRIENDS = """
    may i|may we|may you|may be|you may|i may|we may|it may|he may|she may|they may|there may|that may|
    who may|may or may not|may not|may have|may need|march into|march in|marching|the sun|in the sun|
    sun shines|i sat|we sat|he sat|she sat|they sat|sat down|sat in|sat there|sat with|sat here|
    second thoughts|second thought|second hand|a second opinion|second opinion|second floor|second time|
    second line|second one|second class|split second|just a second|one second|wait a second|
    hold on a second|hang on a second|give me a second|just a minute|one minute|wait a minute|
    hold on a minute|hang on a minute|give me a minute|last minute|a minute ago|just a moment|
    one moment|good morning|good afternoon|good evening|good night|good day|nice day|great day|
    lovely day|have a good day|have a nice day|nice weekend|good weekend|great weekend|lovely weekend|
    nice evening|lovely evening|great evening|nice afternoon|nice morning|nice week|good week|great week|
    day to day|every day life|the other day|one day|some day|
    someday|these days|at the end of the day i|at the end of the day we|first of all|first name|
    last name|first class|first floor|first time|last time|first things first|the first one|
    the last one|next to|next please|next door|this one|that one|the one|which one|no one|any one|
    anyone|one of|one more|another one|for once|once|not once|twice|at least|at most|at all|at last|
    at first|after all|afterwards|after that|before that|until then|by then|by the way|by phone|
    by telephone|by email|by mail|by post|by car|by bus|by train|by mistake|by chance|by accident|
    divided by|divisible by|multiplied by|
    by card|by name|by myself|by all means|by any chance|past due|in the past|what time|which time|
    at what time|what day|which day|what hour|at which time|how many|how long|how much|half of|
    half price|half the|better half|quarter pounder|why not|not sure|im not sure|dont know|do not know|
    dont mind|do not mind|dont care|dont you|wont you|cant you|couldnt you|wouldnt you|isnt it|
    dont we|cant we|couldnt we|wouldnt we|shouldnt we|cant it|couldnt it|wouldnt it|isnt there|arent there|
    doesnt matter|does not matter|no problem|not a problem|no worries|no matter|no idea|if not|not only|
    not at all|not bad|no doubt|dont worry|do not worry|dont forget|do not forget|whether or not|
    cant wait|in fact|in case|in person|in short|in general|in time|on time|on hold|on board|on top|
    on my|on behalf of|on the phone|on the line|on the other hand|on holiday|at home|at work|at school|
    at the office|opening hours|hours of operation|opening times|opening time|now that|now i|
    now and then|from now on|up to you|up to date|up to now|until now|so far|day off|days off|24 7|
    twenty four seven|round the clock|man of the hour|full time|part time|all right|all the best|
    all of you|all i|all we|all you|any other|any more|any further|any questions|any chance|any of|
    any idea|any problem|any problems|any good|in a row|rush hour|the hour of|year old|years old|
    months old|days old|weeks old|day care|daycare|back to|call back|call me back|ring back|
    ring me back|come back|get back|calling back|calling me back|get back to me|phone me back|
    phone back|like this|like that|of course|from you|from me|from us|from them|from the bank|for sure|
    for example|for instance|for free|time to time|from time to time|to be|to do|to see|to get|to have|
    to call|to talk|to speak|to book|to make|to come|to meet|to go
"""
# Words of time that are not reckoned with: better to ask than to guess.
_UNRESOLVED = """
    next to last|earlier|business day|business days|working day|working days|workday|workdays|weekday|
    weekdays|
    week days|    decade|decades|century|centuries|sunset|sunrise|dawn|dusk|sundown|full moon|new moon|
    semester|term|
    payday|pay day|every|each|daily|weekly|monthly|yearly|hourly|biweekly|
    every other|breakfast time|dinnertime|dinner time|since|coming days|
    coming weeks|coming months|coming hours|next days|next weeks|following days|teatime|tea time|
    bedtime|bed time|several hours|several days|several weeks|several minutes|several months|a while|
    night shift|shift|half term|half day
"""

_OTHERS = {
    "idle": _IDLE,
    "link": _LINKS,
    "counted": _COUNTED,
    "place": _PLACES,
    OTHER: _FALSE_FRIENDS,
    "unresolved": _UNRESOLVED,
}

SMALL_WORDS = (
    # "we'd" is no Wednesday.
    *small({"link": "we'd"}, strict=True),
    *(meaning for words in (_BINDING, _BOUNDS, _DENYING, _OTHERS) for meaning in small(words)),
)
