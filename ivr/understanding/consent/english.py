"""English. ``not`` is also don't and isn't, ``it`` also that, ``i`` also we, ``very`` also really and just,
``surely`` also definitely, ``right`` also correct, ``good`` also great, ``say`` also tell, ``answer`` also
reply."""

from __future__ import annotations

import re

from ivr.understanding.consent.table import Answer, Answers, Place, cues
from ivr.understanding.patterns import compiled, regex, rules, vocabulary
from ivr.understanding.utterance import synonyms

_SAME = synonyms(
    {
        "": ", the a an look listen sir madam maam mate hey please honestly frankly basically obviously"
        " kindly"
        " there some any",
        "yes": " yep yup yeap yah yeh yess yas aye affirmative affirmitive positive yessir indeed",
        "yeah": "yea",
        "he": "hes",
        "she": "shes",
        "no": "nope nah naw nay noo nooo negative negatory nada nein",
        "okay": "ok okey okie k kay alright",
        "not": "dont isnt wasnt arent aint doesnt wont didnt wouldnt hardly",
        "cant": "cannot unable couldnt",
        "it": "that this thats its thatll itll thatd",
        "you": "youre youve u",
        "i": "im ive ill id we were",
        "is": "was seems sounds looks appears are am seem",
        "right": "correct true accurate exact factual valid correctly perfectly accurately rightly correcly"
        " confirmed"
        " approved verified truth",
        "good": "great perfect excellent wonderful fantastic amazing awesome lovely fine super brilliant cool"
        " nice",
        "wrong": "false incorrect inaccurate untrue invalid erroneous fake mistaken wrongly incorrectly"
        " inaccurately"
        " bogus falsehood terrible horrible",
        "maybe": "perhaps possibly probably",
        "say": "tell",
        "very": "so really quite actually just much pretty all also too overwhelmingly rather simply"
        " even ever"
        " like",
        "surely": "totally completely absolutely definitely certainly most entirely truly fully strongly"
        " exactly"
        " precisely",
        "answer": "response reply statement request command information understanding instruction"
        " instructions"
        " interpretation",
        "speak": "talk chat",
    }
)
_NAMES = vocabulary(
    ADV="( (very|surely))*",
    IT="(it|you|everything|((it|my|your|to|what) )*answer|what you( very)? said|what i( very)? (want|said"
    "|meant))",
    IS="((would|has to|must|will|can|happens to|turns out to) be|be|is|have been|to be|happens to is)",
    RIGHT="(right|good|okay|agreed|accepted|clear|so|case|fact|what i want~|what i said|what i meant)",
    WRONG="(wrong|mistake|error|nonsense|rubbish|bad)",
    GOT="(got|get|gotten|understood|understand|did|done|do|have|had|heard|took)",
    DAY="((mon|tues|wednes|thurs|fri|satur|sun)day)",
    WHILE="(minutes?|mins?|hours?|days?|weeks?|months?|while|bit|moment|second)",
    TIME="later|tomorrow|tonight|next (week|month|time|day|DAY)|(another|other|different) (time|day)|when i"
    "|in (\\w+ )?(half )?WHILE|in (half|morning|afternoon|evening)|(on )?DAY|(at|after|around|before"
    "|about) (\\d+|\\w+)"
    "|it (evening|afternoon)",
    KNOW="(know|say|decide|answer|choose)",
)
_Y, _N, _L, _U = Answer.YES, Answer.NO, Answer.LATER, Answer.UNCLEAR
_P = Place
_YES = (
    *cues(
        _Y,
        _P.EDGE,
        (
            (
                "agrees",
                (
                    "(you can|you may) say it again|(i (would )?)?(be )?(delighted|honou?red"
                    "|thrilled|pleased to|tickled)|i (surely|very) (do|would|will|can|is)ADV END"
                    "|okey ?dokey|righto|too right|dead right|amen to it|as good as done|is very"
                    " plan|it is plan|it would (be )?(help|useful|helpful|handy)( very)*"
                ),
                0.85,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _Y,
        _P.EDGE,
        (
            ("yes", "yes|yeah|BEGIN ya"),
            ("a sound that agrees", "u+h?m? hu+h|a+h? ha+|m+ hm+|m+ m+ hm+|mhm|m+hm+|aha+|uhuh|ehe|yu+p"),
        ),
        _NAMES,
        flips=True,
    ),
    *cues(
        _Y,
        _P.EDGE,
        (
            (
                "of course",
                (
                    "(of course|by very means|you bet|no doubt( about it)?|without (doubt|question)"
                    "|naturally|(one )?hundred percent|be my guest)ADV"
                ),
            ),
            ("why not", "(sure )?why not|i not see why not", 0.9),
            (
                "go ahead",
                (
                    "go (right )?(ahead|on|for it)|carry on|proceed|BEGIN do END|fire away|lets (go|do it"
                    "|hear it)"
                ),
            ),
            (
                "no problem",
                (
                    "(no|not)( \\w+)? (problems?|worries|objections?|trouble|bother|issues?)( at very| with"
                    " it| for me)?"
                ),
            ),
            (
                "agrees",
                (
                    "(i )?((do|can|could|very|surely) )*(agree|agreed|concur|confirm|accept)( it| with it|"
                    " with you)?( is right)?"
                ),
            ),
            ("would like it", "i( would| do)?ADV (love|want) (it|to|very it)( very| lot| one)* END", 0.9),
            ("would like it", "i( would| do)? very (it|to)( very| lot)* END", 0.8),
            ("it suits", "(it )?(works|suits|does|will do|fits)( (me|for|very|good|right|well))* END", 0.9),
            (
                "it is so",
                "(it (is|does|would|will|did)|i (do|is|would|will|did|can|have)|(he|she) is)ADV END",
                0.85,
            ),
            ("does not mind", "i not (would )?mind( it)?( if i do)?( at very)? END|not mind if i do", 0.9),
            (
                "thinks so",
                (
                    "(i )?(very )?(think|believe|guess|suppose|imagine|reckon) (so|very|yes) END|i would"
                    " (think|say) (so|very) END"
                ),
                0.8,
            ),
            (
                "if it has to be",
                (
                    "if (you|it) (must|want|insist|have to)|might as well|go on then|if it not take long|as"
                    " long as it (is )?\\w+|could do END"
                ),
                0.7,
            ),
            (
                "it is me",
                (
                    "it (is )?(me|he|she|him|her)|you is speaking (to|with) (him|her|me)|very ears|i (is"
                    " )?(listening|here)|you (is )?speaking to (him|her|me)|"
                    "BEGIN ((?!(stop|quit|not|no|nobody|never|without)(?!\\S))\\w+ )?speaking END"
                ),
                0.9,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _Y,
        _P.START,
        (
            (
                "sure",
                (
                    "((very|surely) )*(sure( thing)?|for sure|okay|surely|fair enough|deal|done|roger( it)?"
                    "|10 4|ten four"
                    "|copy it|you got it|got it|understood|gladly|happily|with pleasure|my pleasure|i (is"
                    " )?(in|game|up for it)|count me in|very (well|good)|happy to|i (would )?(be )?(happy"
                    "|glad) to|good idea|i (is )?(happy|good|okay) with it)ADV"
                ),
                0.9,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _Y,
        _P.WHOLE,
        (
            (
                "it is right",
                (
                    "(IT )?(IS )?((very|surely) )*RIGHT( (RIGHT|answer))?ADV(?! (to (see|speak|be|have|hear"
                    "|meet)|day|night|evening|morning|afternoon|bye|luck)(?!\\S))"
                    "( (answer|for sure|for me|with me|by me|about it|to answer|it|as well|to me))*"
                ),
                0.9,
            ),
            ("it is it", "it is it|it it END|it (is )?one|(spot|bang) on|right you is|you read my mind"),
            (
                "it makes sense",
                (
                    "IT (make|made)~ (very )?sense|it checks out|facts|nothing wrong( with it)?|could not"
                    " agree more"
                ),
                0.9,
            ),
            ("it is not wrong", "(IT )?(IS )?notADV WRONG( (about it|answer|at very))*", 0.9),
            (
                "you understood",
                "(you )?((very|have) )*GOT( (it|me|my|your|answer))*( (right|good|well|down|surely|very))+",
                0.9,
            ),
            ("you understood", "you (very )?GOT (my |it |your )?answer", 0.7),
            ("asks for it", "(can|could|may|shall) i( (do it|have it))?", 0.8),
            (
                "do that",
                (
                    "(i )?(do|book|take|send|order|make) it( for me)?|book me in|put me through|connect me"
                    "|sign me up"
                ),
                0.85,
            ),
        ),
        _NAMES,
    ),
)
_NO = (
    *cues(
        _N,
        _P.WHOLE,
        (("hardly", "not( (very|it|so))*", 0.7),),
        _NAMES,
    ),
    *cues(
        _N,
        _P.ANYWHERE,
        (
            (
                "thinks not",
                (
                    "i not (think|believe|guess|suppose|imagine|reckon|know it)( (it|i|you|he|she"
                    "|so))* (will|would|do|is|can|could|should|need|want|have|am|be|so|shall)("
                    " (to|it|so|very|be|interested|right))* END"
                ),
                0.9,
            ),
            (
                "would rather you did not",
                (
                    "(i|would)? ?(very|prefer|prefer it if|like it if) (you|they) not( \\w+)?("
                    " it)? END|i beg to differ|nothing of (kind|sort)|(it is )?(not "
                    "|un)(necessary|needed|required)( (very|thanks|thank you))* END|unnecessary"
                    "|not me END|i not( be)? doing it( very)*|i must decline|i decline|no need("
                    " for (it|very))*( (thanks|thank you))* END|not keen( on it)?|i not so keen"
                    "|could do without( it)?"
                ),
                0.85,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _N,
        _P.EDGE,
        (
            (
                "no",
                (
                    "no( no)*( for sure)?(?! (one|idea|clue|matter|longer|money|signal|more|problems?"
                    "|worries|opinion|preference|answer|doubt"
                    "|objections?|issues?|trouble|bother|knowledge|time|need)(?!\\S))"
                ),
            ),
            ("a sound that refuses", "n+u?h? u+h|uh uh|u+h nu+h|mm mm|m+ nm+"),
            ("not at all", "(very )?not (in|at) (least|slightest|very)"),
        ),
        _NAMES,
        flips=True,
    ),
    *cues(
        _N,
        _P.EDGE,
        (
            (
                "surely not",
                (
                    "(surely|of course|very|maybe better) (not|no)(?! (sure|certain|know|say|likely|very))"
                    "|not (very|surely|particularly|especially|likely)( no)? END|not chance"
                ),
            ),
            (
                "no way",
                (
                    "((very|hell|oh) )*no (way|chance|thanks|thank you|can do|deal|good|sir)( in \\w+)?("
                    " it)?( is)?( right)?|hell no|fat chance"
                ),
            ),
            (
                "no, it is fine",
                "no (thanks )?(it|i) (is |will be )?(very )?(okay|good|very set)( thanks| as it is)?",
                0.85,
            ),
            (
                "that is all",
                (
                    "it is (very )?(very|it) (for (now|today)|i (need|want~))|it will be (very|it)|it (is"
                    " )?very( (thanks|thank you|for now))* END"
                    "|nothing( else| more)?( thanks| thank you)? END|i (is )?(very set|done) END|no more"
                    " questions|it be very END"
                ),
                0.75,
            ),
            (
                "nobody of that name",
                (
                    "wrong (number|person)|(he|she)( is)? (not|no longer)( at)? (here|home|in|available"
                    "|with i|live~)( here)?|not (him|her)|(he|she) (is )?out END"
                    "|it (is )?(his|her) (wife|husband|son|daughter|mother|father|brother|sister)|it (is"
                    " )?not (me|my (name|number)) END"
                    "|(no one|nobody|no such person)( here)? (by|of|with) it name|(no|not)"
                    " such (person|number)"
                ),
                0.85,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _N,
        _P.ANYWHERE,
        (
            (
                "does not think so",
                (
                    "(i )?(do )?(very )*notADV (think|believe|guess|suppose|reckon)( (it|very|is|possible"
                    "|to|be|answer))+"
                    "( (right|proper|good|okay|so))*|i think not|(it|i|he|she)( (do|does|is|did|would|will"
                    "|can|shall))? not END|it( (do|does|will))? not (work|suit|fit|do)( (for )?me)?|afraid"
                    " not|hope not"
                ),
            ),
            (
                "would rather not",
                "(would|id|i|may)( would)? (very|prefer|choose)( it)?( to)? not|i would not",
                0.9,
            ),
            (
                "declines",
                (
                    "(i )?((will|have to|must|going to) )?(pass|decline|refuse|object)( on it| it)? END|i"
                    " (very )?(disagree|decline|refuse)"
                ),
            ),
            (
                "not interested",
                (
                    "notADV interested|no interest|not for me|not my thing|count me out|leave"
                    " me out|forget it"
                    "|not (going to )?happening|not it( one)? END|it (is )?not it|not it one|(no|not) need"
                    "|no point|(leave|skip|scrap) it END|not( very)? keen"
                ),
            ),
            (
                "does not want it",
                (
                    "i (do |would )?not( very)? (want|need|wish|care for|very|like)( (it|to|one|anything))*"
                    " END|i not very it"
                ),
                0.9,
            ),
            (
                "cannot",
                "i (cant|could not|can not|not)( very)? (do it|accept|agree|make it|help|come)( END)?",
                0.85,
            ),
            (
                "never",
                (
                    "in your dreams|over my dead body|when hell freezes over|when pigs fly|dream on|you"
                    " wish|as if END|BEGIN never END"
                    "|(not|never) in (million|hundred|thousand) years|not on your life|not if i can help it"
                ),
            ),
            ("doubts it", "i (very )?doubt (it|very)( very)*", 0.6),
            (
                "it is wrong",
                (
                    "(IT )?(IS )?((very|surely) )*WRONG( surely| for sure| answer)* END|IT IS ((very"
                    "|surely) )*WRONG(?! (with|number|person))"
                ),
            ),
            (
                "that is not right",
                (
                    "(i think )?(IT )?(IS |can )?not( (be|is))?ADV( (right|good|okay|case|so|possible"
                    "|proper))+( answer)?"
                ),
            ),
            ("that cannot be right", "(cant|can not) (be|is)ADV right"),
            ("asks whether it is right", "(is )?you sure( it)?( is)? right", 0.6),
            (
                "not what was meant",
                (
                    "not( very)? (what|how|who|where|when|i)( i)?( (is|very|had|have|did|would|it))*"
                    " (said|say|meant|mean|asked|ask|want~|request~|search~|look~|need~|order~|expect~)("
                    " for| about)?"
                ),
            ),
            (
                "did not say that",
                (
                    "i( did)?( very)* (not|never) (say|ask|asked|mean|meant|want|request|requested|order"
                    "|ordered|said)( (for|it|my))+( answer)? END"
                ),
            ),
            (
                "was misunderstood",
                (
                    "you( (did|have|do|could))* not( very)* (get|got|understand|understood|hear|heard|know"
                    "|interpret|catch|say|answer|read|take)"
                    "( (it|me|my|to|what|answer|name|i|all|right|very|said))*|you( (have|had))? mis(under~"
                    "|heard)( me)?|misunder(stood|standing)"
                ),
            ),
            (
                "got it wrong",
                (
                    "you( (have|had|very|did|got|get|done|made|messed|do|gave|told|lead~|understood|is|it"
                    "|me|my|answer|not|task|job|thing|in"
                    "|into))*( (wrong|mistakes?|messed|not right|error|wrong \\w+))( up)?(?! (with|in"
                    "|on) my (card|account|bill|phone))"
                ),
            ),
            (
                "to be put right",
                (
                    "(check|correct|fix|modify|rectify|change|redo)( it| your| my)?( wrong)? answer( is"
                    " right)?|make sure your answer is right|(right|fix|change) it END"
                ),
                0.75,
            ),
            (
                "something else was asked for",
                (
                    "i (asked|said|meant|wanted)( for)? something( very)? (else|different)|i said("
                    " \\w+){1,2} not \\w+"
                ),
            ),
            ("do not do that", "(do )?not (do|book|take|send|order|make) it|stop not right"),
            ("only a mistake", "(it )?(must |has to )?(is |be )?(mistakes?|mixed up) END", 0.8),
            ("wrong", "BEGIN (\\w+ )?wrong|nothing of sort|very opposite|on contrary", 0.85),
        ),
        _NAMES,
    ),
)
_LATER = (
    *cues(
        _L,
        _P.ANYWHERE,
        (
            (
                "is busy",
                (
                    "(in|right in) middle of( \\w+){1,3}|(halfway|half way) through( \\w+){1,2}"
                    "|(on my way|about to|just about to|i have to) (leave|go out|drive|board|eat"
                    "|sleep|go)( \\w+){0,2}|(come|get) back (to me )?TIME|my hands are full|up to"
                    " my (neck|ears|eyes)( in \\w+)?"
                ),
                0.85,
            ),
            (
                "asks somebody first",
                (
                    "(let me|i have to|i need to|i must|i want to|i should|i will|need to|have to"
                    "|i)? ?(first )?(speak|ask|check|discuss|consult|talk it over|run it by|go"
                    " over it)( (it|to|with|over|by|first))* my (\\w+ )?(husband|wife|partner|son"
                    "|daughter|boss|family|parents|mother|father|colleague|lawyer|manager|brother"
                    "|sister|doctor)( first| before)?"
                ),
                0.8,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _L,
        _P.ANYWHERE,
        (
            (
                "not now",
                (
                    "not( very| at)? (now|right now|yet|at (it )?(moment|time)|it (minute|moment|time"
                    "|second)|today|tonight)( very)?"
                ),
            ),
            (
                "later",
                (
                    "((maybe|time|sometime|bit|little|do it|much|for|very) )*(later|(another|other"
                    "|different) (time|day))( on)?( maybe)?"
                ),
            ),
            (
                "asks to be called later",
                (
                    "(call|ring|phone|try me|contact)( me)*( (back|again))( maybe| TIME)*"
                    "|((can|could|may|shall) (i|you) )?(ask me|call|ring|phone|try|speak|do it|discuss it"
                    "|come back)( (me|with|again|back|about|it))* TIME"
                ),
            ),
            (
                "another time is given",
                (
                    "(how about|what about|maybe|make it|prefer|better|can i do|could i do|lets do|let i"
                    " do) TIME"
                ),
                0.85,
            ),
            (
                "is busy",
                (
                    "(i is|i have|i)( (very|in|at|on|still|now|right|currently|about|middle|of|out|my|to"
                    "|kind|with|bit|little|got|have|having|go|into|guests?|another))*"
                    " (busy|driving|way|guests|company|visitors|working|work|meeting|cooking|eating"
                    "|shopping|school|sleeping|asleep|bed|doctor~|dentist~|hospital|dinner|lunch"
                    "|breakfast|bus|train|road|class|line|wheel|shower|church|gym|leave|car|hurry|rush"
                    "|rushing|tied up|occupied|call|phone|customer|client|funeral|abroad|airport"
                    "|plane|tram|wedding)"
                    "|(baby|child|kids|children|little one)( (is|are))? (asleep|sleeping)"
                ),
            ),
            (
                "no time",
                (
                    "(no|not( have)?( very)*) (time|minute|moment|enough time)|(bad|wrong|inconvenient"
                    "|awkward)( very)? (time|moment)"
                    "|(it )?(is )?notADV (good|convenient|right|best)( very)? (time|moment)|(it )?(is )?not"
                    " (is )?convenient( (now|right now))?|in hurry|pressed for time|short (of|on) time|no"
                    " time"
                ),
            ),
            (
                "cannot talk now",
                (
                    "(cant|can not|not)( (very|able to|is able to))? (speak|do it|answer)?( (very|to you))?"
                    " ?(now|right now|at (it )?moment|today)"
                ),
            ),
            (
                "needs to think",
                (
                    "(think|sleep|mull)( it)? (about|on|over)( it)?|(need|want|take|give me|have|very)("
                    " (more|bit|little|it|to|very|few|five|two))* (time|moment|minute|minutes)"
                    "( to (think|consider|decide|know))?|let me (think|consider|check)|consider it"
                    "|(i|would)( (will|have to|need to|must|would))* (think|consider|check|ask)( it)?("
                    " (about|over|with|on|my \\w+))+"
                    "|(i (want|need|have|would very) to|let me) (speak|discuss)( (it|over|about|through))*"
                    " (to|with) my \\w+|let me ask (my )?\\w+|i (will"
                    " )?(let you know|get back( to you)?|call you( back)?)|call you back"
                ),
                0.85,
            ),
            (
                "cannot then",
                "(i )?(cant|can not)( (do|make|very|at|on))* (it (time|day|hour)|then) END",
                0.85,
            ),
            ("only a time", "BEGIN TIME( maybe| then)? END", 0.8),
        ),
        _NAMES,
    ),
)
_UNCLEAR = (
    *cues(
        _U,
        _P.ANYWHERE,
        (
            (
                "has not decided",
                (
                    "(not|never|havent|hasnt) ((yet|very|made|make) )*(up my mind|decided|made my"
                    " mind up|sure yet)|undecided|in two minds|on fence|could go either way|jury"
                    " is out|remains to be seen|we see|let us see|we shall see"
                ),
            ),
        ),
        _NAMES,
    ),
    *cues(
        _U,
        _P.ANYWHERE,
        (
            (
                "maybe",
                (
                    "((very|surely|i (guess|suppose|think)) )*(it (could )?)?maybe( (so|not|yes|no|it|is"
                    "|right|does|would|be|answer|either|one|other|very|should|will))*"
                    "|might( (be|not|is|well|go|right|wrong|yes|no|it|case))*|may (be|not)( (right|wrong"
                    "|yes|no|either|one))*"
                    "|could( maybe)? (be|go|is)( (right|wrong|yes|no|it|so|case|possible|either|both|one|or"
                    "|other|of|them|way|maybe))*|is possible|possibility|potentially|conceivably|((very"
                    "|surely|not) )*likely|leaning (towards|to) \\w+"
                ),
            ),
            (
                "does not know",
                (
                    "((i|do|very|could|can|is|surely|would) )*(not|cant)( (very|surely|have|able|is|can|to"
                    "|hundred percent))*"
                    " (KNOW|knowledge|clue|idea|sure|certain|confident|convinced|decided"
                    "|remember|recall|care)"
                    "( (for|of|about|it|very|which|what|how|to|sure|certain|if|is|either|way|answer|my|mind"
                    "|on|yes|no|yet|one|honest|be|with"
                    "|anything|or|whether|respond|KNOW))*"
                ),
            ),
            (
                "does not know",
                (
                    "dunno|idk|beats me|search me|who knows|if only|wish i knew|who is to say|(god|heaven"
                    "|lord) knows|no (way to (know|say)|saying|telling)|\\w+ if i know|i would not know"
                ),
            ),
            (
                "not decided",
                (
                    "(cant|not|not very)( (have|yet))? (make|made) up my mind|in two minds|of two minds|on"
                    " fence|torn|undecided"
                ),
            ),
            (
                "unsure",
                (
                    "((i|is|very) )*(unsure|uncertain|unaware)( (of|about|which|how|it|to|right|answer|if"
                    "|yes|no|on))*"
                ),
            ),
            (
                "no idea",
                (
                    "((i|have|having) )*(no|not|havent)( (have|it|earthly|slightest|faintest|foggiest|very"
                    "|real|single))*"
                    " (idea|clue|foggiest|slightest|knowledge|opinion|preference|(right |it )?answer)( (at"
                    "|very|about|it|of|for|what|to|how))*"
                ),
            ),
            ("it depends", "(it )?(very )?(depends|depending|depend)( (on|what|how|it|who|when))*"),
            (
                "hard to tell",
                (
                    "(hard|difficult|tough|impossible|tricky|very (early|soon)|not (easy|possible)) to KNOW"
                    "|(could not|cant|couldnt) say( (you|either|it|for|sure|certain|way))*"
                ),
            ),
            (
                "cannot answer",
                (
                    "(cant|not|could not) (give|answer)( (you|answer|yes|no|or|to|it|very|now|right))*|not"
                    " comfortable|no comment|(very|prefer) not (to )?(say|answer)"
                    "|above my pay (scale|grade)|not right person|ask me something else"
                    "|drawing blank|blank END"
                ),
            ),
            (
                "either",
                (
                    "((it|is|i|think|sure|very|could|be) )*(either|both|neither|one or other)( (or|one|of"
                    "|them|way|would|should|works?|is|okay|be|could|fine|good|maybe|choice|will|do|right"
                    "|both|other|case))*"
                ),
            ),
            (
                "half",
                (
                    "(kind|sort) of|kinda|sorta|more or less|BEGIN very very END|in way|to (it |certain"
                    " )?extent|not necessarily|yes and no|somewhat|partly"
                    "|partially|fifty fifty|50 50|up to (you|point)|in part|yes no maybe|half and half|not"
                    " entirely|sometimes|now and then|occasionally|it varies|mixed feelings|m?eh END|ish"
                    " END|BEGIN i (forgot|forget)"
                ),
            ),
            (
                "guesses",
                (
                    "(i )?(guess|suppose|imagine)(?! (so|very|not|yes|it is (right|good|okay)))( maybe| it"
                    " could be)? END"
                ),
                0.75,
            ),
            (
                "does not care",
                (
                    "whatever|not (very )?(care|bothered|fussed)|indifferent|makes no difference|same to me"
                    "|very same|you (choose|pick|decide)|surprise me"
                ),
                0.85,
            ),
            (
                "hopes so",
                (
                    "i hope (so|very)|hopefully|fingers crossed|(i will|well) see|wait and see|let me see|i"
                    " see END|time will say|lets see|let me (check|think) END|i thinking END"
                ),
                0.85,
            ),
            (
                "may be meant the other way",
                (
                    "yeah (very )?right END|as if i have choice|(do|very|not) i have( much| very)? choice"
                    "|what do you think|nothing better to do"
                    "|sure you (will|do|is|can)|oh (good|very) (good|another)|yes sure whatever"
                ),
                0.6,
            ),
            (
                "a sound of thinking",
                (
                    "BEGIN (h*m+|e+h*m*|u+h*|u+m+|e+r+m*|a+h*|mh|hum|tja|huh|well|so|very)("
                    " (h*m+|u+h*|u+m+|e+h*"
                    "|e+r+|well|let me see))* END"
                ),
                0.8,
            ),
        ),
        _NAMES,
    ),
)
_NOTHING = rules(
    (
        (
            "opinion",
            (
                "i( (would|will|must|have to|gotta|got to|want|do|is|very|can|is going to|may))*"
                " (think|believe|say|guess|suppose|feel|afraid|saying|telling|sorry|vote|know|want you to"
                " know|mean|meant)"
                "( (you|it|to|so|is|answer|on|one))*"
            ),
        ),
        (
            "courtesy",
            (
                "(very )?(sorry|thanks|thank you|thank|cheers|excuse me|pardon|bye|goodbye|good (bye|day"
                "|night|evening|morning"
                "|afternoon|luck))( (very|you|for|it|asking|but|anyway|everything))*"
                "|(see|catch|(i )?speak( to)?) (you|yes)( again)?( (later|soon|around|tomorrow))?|cya later"
                "|speak later|until (next time|later)"
                "|later (gator|alligator)"
            ),
        ),
        (
            "about the answer",
            (
                "((my|your|it|as|i|is) )*answer( (to|question|on|is|your|it|would|be|one))*|from me|to your"
                " question|of me|as well"
                "|for it|you( very)? said|ai|on (it|one)|then|now|it would be|it is|very|surely|and|because"
                "|hope|but|to|for|is|it"
                "|well|so far|because( it| you)*"
            ),
        ),
        (
            "a sound",
            "h+m+|u+h+|u+m+|e+r+m?|oh|ah|ooh|a+h+|e+h+|oops|damn~|shit|bot|robot|dear|wait|stop|goddamn~",
        ),
    ),
    _NAMES,
)
# What a recogniser puts for noise, being asked how we are, and farewells that hold "later"
_HIDDEN = (
    r"\[[^\]]*\]|\([^)]*\)|<[^>]*>",
    r"\bare you (?:ok|okay|good|well|fine|all ?right)\b|\bhow (?:are|is) \w+",
    r"\b(?:see|catch|(?:talk|speak) to) (?:you|ya)(?: again| all)? (?:later|soon|around|tomorrow)\b",
)
TABLE = Answers(
    hidden=regex("|".join(_HIDDEN), re.IGNORECASE),
    same=_SAME,
    cues=(*_YES, *_NO, *_LATER, *_UNCLEAR),
    nothing=_NOTHING,
    contrasts=compiled(
        "(but|wait|though|however|i (very )?mean|or|scratch it|sorry|on second thoughts?|stop)", {}
    ),
)
