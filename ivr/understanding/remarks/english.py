"""English. ``they`` is whoever is spoken of, ``not`` also isn't and can't, ``minute`` any short while."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.remarks.table import Kind, remarks
from ivr.understanding.utterance import synonyms

_SAME = synonyms(
    {
        "": "the a an just please well hey um uh er erm oh really actually so currently presently right"
        " afraid still only maybe sir madam",
        "they": "he she hes shes theyre hell shell theyll husband wife mother mum mom"
        " father dad son daughter brother sister"
        " boss colleague partner grandmother grandfather neighbour flatmate husbands wifes mothers mums moms"
        " fathers dads sons daughters brothers sisters bosss",
        "them": "him her",
        "their": "his hers",
        "is": "are was were be been am its",
        "not": "isnt arent wasnt dont doesnt didnt wont cant cannot couldnt aint never havent hasnt wouldnt"
        " nobody",
        "minute": "minutes min mins moment moments second seconds sec secs while bit mo",
        "i": "ill id ive im",
        "one": "1",
        "home": "house",
        "call": "calling phone phoning ring ringing called calls",
        "answer": "answering respond reply comment tell say share disclose discuss",
        "question": "questions",
        "want": "like wish need care wanna",
        "cost": "costs price prices charge charges fee",
        "now": "nowadays",
    }
)
_NAMES = vocabulary(
    NUM="(\\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|few|couple( of)?|half)",
    THERE="(here|in|home|at home|around|available|there|in office|at (work|their desk|office)|reachable)",
    THIS="(this|it|that|these|call|your call|all this)",
    NO_THING="(?<!call\\s)(?<!battery\\s)(?<!line\\s)(?<!car\\s)(?<!machine\\s)(?<!computer\\s)(?<!boiler\\s)"
    "(?<!dog\\s)(?<!cat\\s)(?<!nearly\\s)(?<!almost\\s)(?<!i\\s)(?<!it\\s)(?<!engine\\s)(?<!connection\\s)",
    LAST="END(?! [,.!] \\w)",  # and nothing more is said
    LEAD="((and|but|yes|yeah|ok|okay|no|hello|hi|sorry|good morning|good afternoon|first|then) )*",
)
_K = Kind
TABLE = remarks(
    _SAME,
    _NAMES,
    {
        _K.DIED: (
            (
                "has died",
                (
                    "NO_THING(died|is dead|deceased|passed away)(?! laughing)|(no longer|not)( is)? alive"
                    "|they( (is|has))* dead|they( has)? passed( on)? (last|this|in|on|two|three|some) \\w+"
                ),
            ),
        ),
        _K.UNKNOWN: (
            (
                "nobody of that name",
                (
                    "not have (anyone|anybody|one|someone) (by|of|with|call|named)"
                    "|BEGIN LEADnot (call|named) (that|this|such)|no (such|one"
                    "|body)( (person|man|woman|name|here|there))* (by|of|with|call"
                    "|named|here)|no such (person|man|woman|name|customer)|not( is)?( here)? (by"
                    "|of|with|call|named) (that|this|such) name|there is( no one| not"
                    "| no) (\\w+ )?(by|of|with|call|named)"
                ),
            ),
            (
                "unknown there",
                (
                    "i (do )?not know (them|such|any|anyone|anybody|who that|this person"
                    "|that person|that name|this name|of them)|not heard of"
                ),
            ),
            (
                "wrong number",
                (
                    "wrong (number|person|house)|misdialled|misdialed|not (their|my name"
                    "|their number)( (number|phone))? END"
                ),
            ),
            (
                "gone for good",
                (
                    "they( do| has)? (not|no longer)( (live|work)~)+ here|they( has"
                    "| have)? (moved|left (us|company|firm))( (out|away|here))*|no longer (live"
                    "|work)~ here|no longer( is)? with (us|company)"
                ),
            ),
        ),
        _K.AWAY: (
            (
                "is not there",
                (
                    "they( (is|has|now|my))* not( (is|back|yet))* THERE"
                    "|they( is)? not is back|they (is )?(not )?not (come|get|speak"
                    "|talk)( (to|on))?( (phone|now))?|BEGIN (no )?not (here|home|at home|in"
                    "|available|there)( (now|today|at minute|yet))* END"
                ),
            ),
            (
                "is not there",
                (
                    "BEGIN LEAD(?!(i|it|this|that) )(\\w+ )?(?!(i|it|this"
                    "|that) )\\w+ is not (here|at home|home|in|around|available)( (now|today"
                    "|at minute|yet|until \\w+))* END"
                ),
            ),
            (
                "is somewhere else",
                (
                    "they( (is|has|have|now|my|gone))* (out|away|asleep|sleeping|busy|driving"
                    "|abroad|travelling|traveling|unavailable|in (meeting|hospital|shower|bath"
                    "|bed)|at (work|school|hospital|office|gym|college|dentist~|doctor~"
                    "|shop~)|on (holiday|vacation|leave"
                    "|trip|another line|other line)|gone|sick|ill)|they( (has|have))? (stepped"
                    "|went|gone|popped) out|not come to (phone|call)"
                ),
            ),
            (
                "comes back",
                (
                    "they( (will|is|should))* (back|home|here|in)( (in|at|by|later|tomorrow"
                    "|tonight|after|this|around|on)) \\w+|missed (them|they)"
                ),
            ),
        ),
        _K.WAIT: (
            (
                "a moment",
                (
                    "LEAD(BEGIN|yes|ok|okay|sure) ?(give me |wait |in )?(one "
                    "|half )?minute( (one minute))?LAST|BEGIN LEAD(hold on|hang on|hold( line)?"
                    "|wait|stay on line|bear with me)( (for|one|minute|there|on|line|up))*LAST"
                ),
            ),
            (
                "is being fetched",
                (
                    "(i|let me|i will|going to) (get|fetch|find|bring|call|see if|check if"
                    "|look if|go get|put)( (you|call))?( (them|they|through|for them))+|(connect"
                    "|connecting|putting|put|transferring|transfer) you( (through|now))*"
                    "|here (they|comes|they is|they comes)|(pass|hand|give)( (phone|you"
                    "|it))* (to|over to)? ?(them|they)|stay on line|hold line|please hold"
                ),
            ),
        ),
        _K.HERE: (
            (
                "on the line",
                (
                    "BEGIN LEADspeaking END|this is (they|them|me)( (speaking|here))* END"
                    "|(that is|thats|is) me END"
                    "|it is me|me speaking|i( is)? (they|them) END|they speaking END"
                    "|(you( have)?|youve) got (them|me) END"
                    "|you (is )?speaking (to|with) (them|they)"
                ),
            ),
        ),
        _K.HELLO: (
            ("a greeting", "BEGIN (hello|hi|hallo|good (morning|afternoon|evening|day)|yes hello|greetings)"),
        ),
        _K.MESSAGE: (
            (
                "leave a message",
                (
                    "(leave|record)( (your|message|name|a|short|me|us))* message|after (tone"
                    "|beep)|(not|unable to) take your call|voicemail|mailbox|not accepting calls"
                    "|not taking calls"
                ),
            ),
        ),
        _K.ABOUT: (
            (
                "what about",
                (
                    "(what|whats)( (is|THIS|you|call|me|all|exactly|again))* (about|regarding"
                    "|concerning|in connection with)|(about|regarding|concerning|for) what( (is"
                    "|it|this))* END|what (for|matter)( is it)? END"
                ),
            ),
            (
                "what for",
                (
                    "(why|what for|for what reason)( (is|do|did))* you call|(what"
                    "|whats)( is)?( (reason|purpose|subject|topic))+|what( (do|did|is|would|can"
                    "|could))* (you|i)( (guys|people|folks))? (want|sell~|offer~|after"
                    "|do for you|help you)( (from me|me|to answer))?( END)|how (can|may"
                    "|could) i help|what is THIS( call)? (for|in aid of)|is (you|this)( (try~"
                    "|to))* (sell~|sales)( call)?"
                ),
            ),
        ),
        _K.HOW_LONG: (
            (
                "how long",
                (
                    "how (long|much time|many minute|quick|short)|(will|does|is|would"
                    "|going to)( (THIS|is|going|to))* (take )?(very )?(long|quick|short"
                    "|much time)( .. time)? ?END|take long|how much( of my)? time"
                ),
            ),
        ),
        _K.COST: (
            (
                "what it costs",
                (
                    "how much( (does|is|would|will|do|THIS|for|i|have to))*( (cost|pay|is it"
                    "|is that|for))? ?END|how much( \\w+){0,5} (cost|pay|money)|what( (does|do"
                    "|is|would|will|THIS|i|\\w+)){0,4} (cost|pay)|is( (THIS"
                    "|there))*( any)? (free|free of charge|cost|expensive)|how (expensive|cheap)"
                    "|do i (have to )?pay"
                ),
            ),
        ),
        _K.ASKS: (
            (
                "asks something",
                (
                    "BEGIN LEAD(how|hows|what|whats|whos|wheres|whens|which|when|where"
                    "|why|who|whose|whom) \\w+"
                    "|BEGIN LEAD(can|could|do|does|did|will|would|may|should|is|are) (you|i|it"
                    "|this|that|there|they|we|your|my|someone) \\w+|(answer|explain"
                    "|give)( to)? me more|more (details|information)|what do you mean|\\w+ \\?$"
                ),
            ),
        ),
        _K.MINUTES: (
            (
                "some minutes",
                (
                    "(i|you)( (do|can|could|will))*( (have|got|give you|spare))+( (got|about"
                    "|around|like))* NUM minute|(i|you)( (have|got|spare))+ minute ?(END"
                    "|now|for you)|(if it|as long as it)( (is|takes|does|will"
                    "|not))*( (take|under|less than|more than))* (quick|short|brief|long"
                    "|NUM minute)|(make it|keep it|if( it)?( is)?) (quick|short|brief)"
                    "|i can (talk|speak)( (now|to you|freely))* END"
                    "|BEGIN NUM minute (max~|only|at most|is (ok|okay|fine|all))"
                ),
            ),
        ),
        _K.NO_TIME: (
            (
                "no time",
                (
                    "(no|not)( (have|got|any|enough|much|good|great|best|convenient|the))* (time"
                    "|moment)(?! (with|before|for me|want|than))( (now|today|for this|for that"
                    "|at minute|to talk|any more|anymore|left|to))*"
                    "|BEGIN LEAD(sorry )?not now( END)|bad time|(i|i is)( (is|now|quite|very|too"
                    "|bit))* (busy|driving|at work|in (meeting|hurry|rush|middle))|(i )?(have"
                    "|must|need|got|gotta|want) (to )?(go|run|leave|rush) ?(now|END)"
                    "|someone is at (the )?door"
                ),
            ),
            (
                "another time",
                (
                    "(?<!not\\s)(call|try|reach)( (me|us|again|back|another|some|other))* (later"
                    "|tomorrow|tonight|again|back|another time|some other time|(on )?(monday"
                    "|tuesday|wednesday|thursday|friday|saturday|sunday)|next week"
                    "|in (the )?(morning|afternoon|evening|hour~|NUM|half))|(another|some other"
                    "|different|better) time( (please|would|is))* ?(END|better)|(continue|finish"
                    "|do this|talk|go on)( (this|it|about))* (later|another time|tomorrow)"
                ),
            ),
        ),
        _K.NOTHING: (
            (
                "never mind",
                (
                    "i call (you|back)( (myself|later|back|then))* END|(never"
                    "|not) mind( (it|then|that))* ?END|forget (it|about it|that)"
                    "|nothing( (thanks|thank you"
                    "|else|at all))* END|(not|no) matter END|(leave|drop) (it|that) END"
                    "|no need|not want anything"
                ),
            ),
        ),
        _K.DECLINES: (
            ("not interested", "not interested(?! (now|today|right now|at))|no interest"),
            ("cannot pay for it", "not afford|too (expensive|dear|costly)|no money( for (it|that|this))?"),
            (
                "has it already",
                (
                    "already( (have|had|has|got|is))* (it|that|one|this|done|bought|sorted|fixed|serviced)"
                    "|(have|had|got)( (it|that|one|this))? already"
                ),
            ),
            ("is content", "BEGIN (no )?(i|we)( is)? (good|fine|all set|all good)( (thanks|thank|you))*LAST"),
        ),
        _K.COMPLAINS: (
            (
                "says that it was bad",
                (
                    "(?<!not\\s)(?<!not\\sso\\s)(?<!not\\stoo\\s)(?<!nothing\\s)(?<!no\\s)(?<!not\\sthat\\s)"
                    "(?<!not\\sat\\sall\\s)(?<!never\\s)(terrible|terribly|awful|awfully|horrible|horribly"
                    "|bad|badly|poor|poorly|dreadful|appalling|disappointing|disappointed|disaster"
                    "|unacceptable|useless|unprofessional|unfriendly|impolite|rude|unhappy|dissatisfied"
                    "|worst|shambles)"
                    "(?! (luck|line|connection|signal|reception|time|day|idea|minute|for)(?!\\S))"
                ),
            ),
            (
                "says what went wrong",
                (
                    "(they|you|technician|engineer|courier|driver|delivery|parcel|repair|it|repairman"
                    "|fitter|plumber|electrician|doctor|colleague|man|work)( (came|arrived|is|has|turned|up"
                    "|had|very|so|far|too|hour~|half hour|\\w+ hour~|two|three|took|always|again))*"
                    " (late|too long|slow|dirty)"
                    "|(never|not) (came|come|turned up|showed up|show up|arrived|turn up|fixed|repaired|fix"
                    "|repair|solved|helped)"
                    "|(had to|have to|i|we) wait(ed)?( \\w+){0,3} (long|hours|days|weeks|months?|ages|hour)"
                    "|(broke|broken|leaking) again|still (broken|leaking)|left a mess"
                    "|not( (at all|really|very|is))* (happy|satisfied|pleased|good|impressed)"
                ),
            ),
        ),
        _K.NO_ANSWER: (
            (
                "skips it",
                (
                    "(skip|leave out)( (this|that|it|one|question))*( END|$)|BEGIN LEAD(pass"
                    "|next)( (one|question|on (this|that)|please))* END|(go"
                    "|move) (on )?(to )?next( (question|one))?|leave (this|that|it)( one)? (out"
                    "|open|blank|empty)"
                ),
            ),
            (
                "does not want to",
                (
                    "((not|rather not|prefer not)( (to|want|going|willing|prepared|able"
                    "|i|rather))+|rather not"
                    "|prefer not|refuse( to)?|decline( to)?|BEGIN LEAD(i )?((will"
                    "|would) )?not) answer( (this|that|it|to|question|one|you"
                    "|such))*( END| because| as| since|$)|BEGIN LEAD(i )?(would )?(rather|prefer"
                    "|better) not( (answer|to|on this|on that))* END|no (answer|opinion|view"
                    "|preference)( (on|about|to) (this|that|it))?|not have( (any|an"
                    "|no))* (opinion|answer|view|preference)"
                ),
            ),
            (
                "is private",
                (
                    "(is|thats|too)( (too|very))* (private|personal|confidential|secret)"
                    "|not (of )?your business|none of your (business|concern)|not your concern"
                ),
            ),
            (
                "does not know",
                (
                    "(i )?(do )?(not|no)( (is|have|even|any))* (know|sure|idea|clue)( (how|what"
                    "|that|this|to answer|yet|about (it|that|this)))* ?END|hard to answer"
                    "|difficult to answer|not (thought|decided)( (about it|yet))*"
                    "|not (applicable|apply)|i not (remember|recall)"
                ),
            ),
        ),
    },
)
