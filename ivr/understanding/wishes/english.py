"""English. ``speak`` is also talk, ``person`` also human and agent, ``robot`` also machine and recording,
``number`` also details, ``catch`` also get and understand, ``these`` also this and you."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.utterance import synonyms
from ivr.understanding.wishes.table import Kind, Wishes, languages, wordings

_SAME = synonyms(
    {
        "": "the a an just please well hey um uh er oh really very actually some live actual honest proper"
        " kindly"
        " bloody fucking damn goddamn freaking flipping quickly directly now immediately straight any",
        "speak": "talk chat speaking talking communicate",
        "person": "human humans people operator operators agent agents representative representatives"
        " rep reps"
        " advisor adviser employee receptionist clerk consultant supervisor manager staff attendant"
        " dispatcher"
        " teller colleague boss persons",
        "someone": "somebody anyone anybody",
        "robot": "robots bot bots machine machines computer recording ai chatbot software automaton"
        " answerphone"
        " voicebot tape automated robotic automatic",
        "i": "ive",
        "is": "was are am im youre thats whats its hes shes theres",
        "not": "dont didnt doesnt wont isnt arent",
        "cant": "cannot couldnt",
        "want": "need wanna like prefer demand require id rather",
        "number": "phone mobile telephone cell",
        "details": "contact contacts data information",
        "slow": "slower slowly",
        "loud": "louder loudly",
        "fast": "quick quickly rapidly faster",
        "hear": "heard",
        "catch": "caught understand understood get got follow",
        "repeat": "restate rephrase reiterate repeated replay",
        "bye": "goodbye bye-bye byebye ciao cheerio tata adios farewell",
        "these": "this that your you",
        "who": "whos",
    }
)
_NAMES = vocabulary(
    SOMEONE="(real )*(person( being)?|(real|live) one|someone( real| alive| else)?|customer (service|care"
    "|support))",
    TO="( (to|with|through|on|me|up|hold|of|over|via|these))*",
    REACH="(speak|connect|transfer|put|patch|catch|give|reach|pass|hand|have)TO",
    THEN="( (here|there|instead|then|thanks|thank|you|for|me|at|all|on|line|if|possible|not|robot|today"
    "|being))* END",
    ABOUT="(about|in(?! (english|latvian|russian|german))|from|who|regarding|because|at|on|for)",
    AGAIN="(again|once more|one more time|another time|differently|second time)",
    IT="( (it|me|these|what|last|thing|part|bit|by|through|question|options?|menu|over|to|for|yourself|is"
    "|said|say))*",
)
_LANGUAGES = {
    "en": "english", "lv": "latvian", "ru": "russian", "de": "german", "lt": "lithuanian", "et": "estonian",
    "pl": "polish", "uk": "ukrainian", "fr": "french", "es": "spanish", "fi": "finnish", "sv": "swedish",
    "it": "italian", "zh": "chinese|mandarin", "pt": "portuguese",
}  # fmt: skip
_K = Kind
TABLE = Wishes(
    same=_SAME,
    wordings=(
        *wordings(
            _K.WRONG_PERSON,
            (
                (
                    "wrong number",
                    (
                        "(BEGIN|(is|have|catch|have catch|dialled|called|these|sorry) )wrong (number|person"
                        "|house)(?! (on|in|for|of))|misdialled|misdialed"
                    ),
                ),
                (
                    "nobody of that name",
                    (
                        "(no one|nobody|no such|not someone|no person)( is)?( here)? (by|of|with|under"
                        "|called|named) (?!(me|us|back|again)(?!\\S))\\w+"
                    ),
                ),
                (
                    "does not live here",
                    (
                        "(he|she|they) (not|no longer) (live|lives|work|works|want~) ?here|(he|she|they)"
                        " (not|no longer) here|(he|she|they)( has)? moved (away|out)"
                    ),
                ),
                (
                    "is somebody else",
                    (
                        "(mistaken|confused|mixed up?) me (with|for)|is not (who|one|person|man|woman)"
                        " (these|is|want|look)~"
                    ),
                ),
                ("not the number", "(these|it) (is )?(not|no longer) (his|her|their|\\w+s) number"),
            ),
            _NAMES,
        ),
        *wordings(
            _K.PERSON,
            (
                (
                    "a person",
                    (
                        "BEGIN (i )?((want|give me|catch me|only|no|is there) )*(real )*(person|someone"
                        " real|customer (service|care|support))( being)?( person)?THEN"
                    ),
                ),
                (
                    "to speak with a person",
                    (
                        "(want|let me|catch me|can i|could i|may i|would|i will|ill|give me|must i|how (do"
                        "|can) i|to|must) .. REACH SOMEONE(THEN)"
                    ),
                ),
                ("to speak with a person", "BEGIN ((can|could|will|would) these )?REACH SOMEONE(THEN)"),
                (
                    "to speak with a person about it",
                    (
                        "(want|can i|could i|let me|to|would|BEGIN) ?(to )?(speak|connected|transferred"
                        "|connect me|transfer me|put me through) (to|with) SOMEONE ABOUT"
                    ),
                    0.7,
                ),
                (
                    "not with a machine",
                    (
                        "(not|no|refuse|hate|instead of|rather than|tired of|sick of)( want)?( to)? (speak"
                        "|deal|dealing) (to|with) (\\w+ )?robot"
                    ),
                ),
                ("no machines", "BEGIN no( more)? robot END"),
                (
                    "whether somebody is there",
                    (
                        "is there( real)? (someone|person)( (real|there|here))* (i|who|to|that) (can|could"
                        "|speak|help)( .. (speak|help))?"
                    ),
                ),
            ),
            _NAMES,
        ),
        *languages(
            _LANGUAGES,
            (
                (
                    "in that language",
                    (
                        "(speak|switch to|change to|prefer|continue in|use|want|know) LANG( (please|instead"
                        "|language|thank|thanks|only|then|better|with|me|to))* END"
                    ),
                ),
                (
                    "whether we speak it",
                    (
                        "(speak|say|repeat|continue|it|these|someone|do|go on|answer) .. in LANG(?! (course"
                        "|class|lesson)~)|(can|could|would|do|does|will|someone) .. (speak|catch|know|use"
                        "|in) LANG"
                    ),
                ),
                ("speaks only that", "only (speak|catch|know) LANG"),
                (
                    "the language setting",
                    (
                        "language( (setting|to|is|in|set|from|into))* LANG|(switch|change|respond|answer"
                        "|reply|set)( (to|in|with|me|it|these|over|speak|using))* (in|to|using|speak) LANG"
                    ),
                ),
                ("that language", "BEGIN (in )?LANG( language)?( (only|thanks))* END"),
            ),
            _NAMES,
            own="en",
            foreign=(
                "does not speak that language",
                (
                    "(not|cant)( (speak|catch|know|much|good))+ (latvian|russian|these language)|BEGIN no"
                    " (latvian|russian)"
                ),
            ),
        ),
        *wordings(
            _K.LANGUAGE,
            (
                (
                    "another language",
                    (
                        "(other|another|different|change|switch|choose|which|what)( (these|speak|your"
                        "|from))* languages?(?= END| do| can| for| that| is| settings?| these)"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.SOURCE,
            (
                (
                    "where from",
                    (
                        "(where|how|from where|who|why)( (did|do|does|come|have|has|from|people|guys"
                        "|these))* (catch|have|find|found|gave|give|told|know|obtain|take|buy)"
                        "( (these|from|of|hold))*( (my|private|home|these))* (number|details)"
                    ),
                ),
                (
                    "where from",
                    (
                        "(where|how) (does|did|do) my( private)* (number|details) come from|source of my"
                        " number|(where|how) (is )?these (catch|catching|have) it from"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.SLOWER,
            (
                (
                    "slower",
                    (
                        "(speak|say|repeat|tell|read|go)IT( (more|bit|little|again))* slow"
                        "|(bit|little|more) slow"
                        "|BEGIN ((more|bit|little) )*slow( down)?(?= END| and)|slow down"
                    ),
                ),
                ("too fast", "(speak~|is|going|these|BEGIN) ?(speak )?(too|so|not so) fast"),
            ),
            _NAMES,
        ),
        *wordings(
            _K.LOUDER,
            (
                (
                    "louder",
                    (
                        "(speak|say|repeat|bit|little|more)( (bit|little|more|it|these))* loud|BEGIN ((bit"
                        "|little|more) )*loud END|speak( it)? up|turn (it|these|volume|yourself)( volume)?"
                        " up|(raise|increase) these (voice|volume)"
                    ),
                ),
                (
                    "cannot hear",
                    (
                        "(cant|barely|hardly) hear( (these|anything|at|all|well|properly|clearly))+ END"
                        "|(cant|barely|hardly) hear END"
                    ),
                ),
                (
                    "too quiet",
                    (
                        "(too|so|is|very) (quiet|quietly|faint)|breaking up|(bad|poor|terrible) (line"
                        "|connection)"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.REPEAT,
            (
                (
                    "repeat",
                    (
                        "(BEGIN|can|could|to|me|these|and) ?(these )?repeat(?! (order|payment|prescription"
                        "|purchase|customer)~)(?! my)IT"
                    ),
                ),
                ("say it again", "(say|tell|read|run|play|ask|explain|hear)IT AGAIN"),
                ("once more", "BEGIN ((can|could) these )?(come )?(?!another time)AGAIN( for me)? END"),
                (
                    "what was said",
                    (
                        "what( (did|do|is))? (these|last thing these)( just)? (say|said|saying|ask|asking"
                        "|mention)(?! (for|about|on|is|to))|^((sorry|wait|hold on) )?what is (these"
                        "|question|last thing|these last thing)( (again|question|these just said|these"
                        " said))*( \\?)?$"
                    ),
                ),
                ("is anybody listening", "is these( still)? there END|(can|do)( these)?( still)? hear me"),
                (
                    "did not catch it",
                    (
                        "^((sorry|no|i|what|did) )*(not|cant)( quite)? (catch|hear)( (these|it|what|said"
                        "|just|question|last|part|say))* END|missed( (these|it|what|said|question|last"
                        "|part))+ END"
                    ),
                ),
                (
                    "pardon",
                    (
                        "^(sorry )?(pardon|i beg these pardon|beg these pardon|excuse me|huh|eh|what|say"
                        " what|sorry)( me)? \\?$|^(sorry )?(pardon|i beg these pardon|beg these pardon|eh"
                        "|what|say what)( me)?( !)?$"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.ROBOT,
            (
                (
                    "is this a robot",
                    (
                        "BEGIN ((so|but|wait|do i|do) )*(is|these)( (these|it|i|speak|to|with|person"
                        "|someone|a))* (robot|real|alive|real person)( call)?(?= END| or| not| is)"
                    ),
                ),
                ("is this a robot", "BEGIN (is|these)( (these|it|i|speak|to|with|person))* person END"),
                (
                    "a robot or a person",
                    (
                        "(robot|person|real|human)( (being|life))? or( (is|these|real|a))* (robot|person"
                        "|fake|artificial|real)|prove( (these|is))* person|these sound like robot"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.WHO,
            (
                (
                    "who calls",
                    (
                        "who( (is|am))* (i )?(these|calling|speaking|speak|there)( (to|with|these|calling"
                        "|speak))* END"
                    ),
                ),
                (
                    "who calls",
                    (
                        "(what|which)( is)? (company|firm|bank|organi[sz]ation)( (is|these|from|calling"
                        "|it))* END|where (is )?(these )?(is )?calling from|on whose behalf"
                    ),
                ),
                (
                    "who calls",
                    (
                        "who (do|does) these (work for|represent)|(is|tell me|give me|know|have) these("
                        " full)? name END|(introduce|identify) yourself"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.GOODBYE,
            (
                (
                    "goodbye",
                    (
                        "(BEGIN|thanks|thank these|ok|okay|then|all|so|no) ?bye|(BEGIN |(?!(say|said|saying"
                        "|to)(?!\\S))\\S+ )bye( (now|then|for now|bye))* END"
                    ),
                ),
                (
                    "goodbye",
                    (
                        "(BEGIN|bye|thanks|thank these) ?(see these|speak to these (later|soon|again)|good"
                        " night|take care END|so long|until next time|have nice (day|evening|weekend|one)"
                        "|have good (day|one|evening|weekend))"
                    ),
                ),
                (
                    "has to go",
                    (
                        "i (have to|must|gotta|catch to|got to|have catch to|need to|want to) (go|leave|run"
                        "|hang up) ?(END|bye)|(i|is|i is)( going to)? (hanging up|hang up|leaving)|i (have"
                        " catch to|must) go"
                    ),
                ),
                (
                    "was glad to talk",
                    (
                        "^(\\w+ )?((it|is|so|very) )*(good|nice|great|pleasant|pleasure|glad|enjoyable|fun"
                        "|thanks for|enjoyed)( (i|catch|to|for|was))* (speak|see|seeing|chatting|chat)( .."
                        " (you|these|soon|later))?|(see|catch) (ya|these) (later|around|soon)|BEGIN (see ya"
                        "|later|sayonara|peace) END|(must|have to|time to|is saying|saying) (say )?bye"
                    ),
                ),
                (
                    "end the call",
                    "(end|finish|stop|terminate) (the |these )?(call|conversation) ?END|these can hang up",
                ),
            ),
            _NAMES,
        ),
    ),
)
