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
        " teller colleague colleagues boss persons member",
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
    AGAIN="(again|once again|once more|one more time|another time|differently|second time)",
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
                (
                    "wrong number",
                    (
                        "(reached|called|dialled|dialed|rung|catch|have|at|to|calling)( (these|i"
                        "|have))* wrong (number|person|house|guy|man|woman|one"
                        "|lady|company|household|party|extension)|wrong (number|person|guy|man"
                        "|woman|party)(?= END)|mis ?dial(l?ed)?"
                    ),
                ),
                (
                    "nobody of that name",
                    (
                        "(no|not|nobody|never)( (such|someone|one|know|i|heard of|here|live|lives"
                        "|is|these|catch|have))+ (person|by these name|of these name"
                        "|with these name|called (?!(me|us|back)(?!\\S))\\w+|named \\w+|name)( (live|lives"
                        "|here|anymore|at|these|number|address))*(?= END)"
                        "|(there )?is no \\w+( \\w+)? (here|at these (number|address)|in these"
                        " house)(?= END)|no one (called|named) (?!(me|us|back)(?!\\S))\\w+"
                    ),
                ),
                (
                    "does not live here",
                    (
                        "(he|she|they|is|person|man|woman|lady|\\w+) (has )?(not|no longer|hasnt"
                        "|havent)( (been|live|lived|lives|living|work|worked|works"
                        "|working|stay|staying|employed))+ (here|at these \\w+|with us)|moved"
                        " (out|away|house)|left (the )?company"
                    ),
                ),
                (
                    "is somebody else",
                    (
                        "((these|it) )?is (someone|somebody) else(s)?(?= END)|BEGIN (no |sorry "
                        "|but )*(i )?is not (mr|mrs|miss|ms|mister|doctor) \\w+|i is not (mr|mrs"
                        "|miss|ms|mister|doctor|dr) \\w+(?! (here|sure|interested|happy|a|ready"
                        "|able)(?!\\S))(?= END)"
                        "|BEGIN (is|these|no|sorry|i|it) ?(is )?not (me|him|her|these person"
                        "|person these want)(?= END)"
                    ),
                    0.7,
                ),
                (
                    "not the number",
                    (
                        "(these|it) (is )?(not|no longer|isnt) (his|her|their|\\w+s?)( (mobile"
                        "|number|phone|house|home|line|office))+(?= END| any| and| sorry)"
                        "|these want (someone|somebody) else(?= END)|BEGIN (sorry |no )*no \\w+"
                        " (here|at these number)(?= END)|(these )?(number|phone)( (now|is))*"
                        " (belong|belongs|is owned)( (to|by|now))* (someone|\\w+) ?(else|other)?"
                    ),
                ),
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
                (
                    "to be put through",
                    (
                        "BEGIN ((can|could|would|will|is it possible|possible|feel better|better"
                        "|skip robot|these|i|want|let|be|me|to|mind|must|how|do|ok|okay|no"
                        "|yes|right|then) )*(connect|connected|transfer"
                        "|transferred|put|switch|hand|patch|pass|forward|redirect|reach|deal"
                        "|speak|give|catch|have|fetch|bring|find|get|call|refer|escalate|want|a"
                        "|only)"
                        "( (me|on|over|to|with|through|line|these|of|hold|up|i|it))* (real "
                        "|actual |living |breathing |another )?(person|someone real|human)("
                        " being)?"
                        "( (of these|of yours|alive|who|there|instead|in charge|on|line|phone"
                        "|being|please|or|not|and|that|is|can|help|me|now|rather"
                        "|robot))*(?= END| to speak| who| so| because)"
                    ),
                ),
                (
                    "to be put through",
                    (
                        "BEGIN ((can|could|these|just|then) )*(transfer|connect|put) me( (through"
                        "|over|on|then|now|thanks))*(?= END)"
                    ),
                    0.8,
                ),
                (
                    "someone real",
                    (
                        "(someone|anyone|person|one) (who is |who )?(is )?(real|alive|human"
                        "|living|in charge|responsible|with (a )?brain|who can( really)? help("
                        " me)?)"
                        "( to speak( (to|with))*)?(?= END)|(is there|is)( a)?( real)* (person"
                        "|someone|human)( \\w+)? (around|there|available|nearby|at all|person)"
                        "|BEGIN (is )?(there )?someone (person|real|there)( there)?(?= END)"
                    ),
                ),
                (
                    "a person",
                    (
                        "BEGIN (i )?((would|want|id|want to|have|catch|could i|can i|can these|no"
                        "|just|only|give me|living|a|real|skip|robot|and) )+(living |real"
                        " )*person( (being|then|agent|or nothing|person))*(?= END)|BEGIN (person"
                        "|someone|living person)( (person|someone|then|thanks|here|human))*(?="
                        " END)"
                    ),
                ),
                (
                    "human help",
                    (
                        "(want|need|catch|have|give me)( (some|of|help|from))* (person|human)"
                        " (assistance|help|support|contact|attention|interaction)|help from person"
                    ),
                    0.9,
                ),
                (
                    "a person can help",
                    (
                        "(can|could|would|will) ((a|member of|one of these|someone of) )*(person"
                        "|staff|member of (person|these person))( (from|of|these|team))* help me"
                    ),
                    0.9,
                ),
                (
                    "not with a machine",
                    (
                        "(not|cant|no|instead of|rather than)( (want|do|deal|talk|speak|handle"
                        "|these|use|work|to|with|i))* robot( (a )?person| give| catch| get|"
                        " connect|END|(?= END))"
                    ),
                    0.8,
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
                (
                    "where from",
                    (
                        "(whered|howd|(where|how|who|whom|why|when)(?! (\\w+ )?(can|i|we"
                        "|low)(?!\\S)))( \\w+){0,6} (catch|have|find|found|gave|give|given|passed"
                        "|pass|told|tell|know|obtain|take|took|buy|bought"
                        "|sold|shared|acquire|acquired|collect|come by|came by|end up with|got"
                        " hold of|receive|received)( (these|from|of|hold|with|by|on))*"
                        " (my|these|our)( (private|home|own|personal|cell))* (number|details)(?!"
                        " (is|was|changed|for))"
                    ),
                ),
                (
                    "where from",
                    (
                        "(where|how)( (did|do|does|has|have))* my( \\w+)? (number|details)( (come"
                        "|came|end|get|got|catch|land|reach))+( (up|with|from|to|these|in))*"
                        "|(whats?|what is|tell me|know|say)( the)? (source|origin) of( my)?("
                        " these)?( \\w+)? (number|details|data)"
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
                (
                    "slower",
                    (
                        "(slow|slower)( (it|these|yourself))* down|(take|say|do)( (it|these))*"
                        " (more )?slow|not( (so|these|too|that|quite))* fast(?= END)|(less|not"
                        " as) fast|(go|going|talk|speak|read)( \\w+)? (too )?(much )?too fast"
                    ),
                ),
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
                (
                    "louder",
                    (
                        "turn( (it|these|up|sound|the))* (volume|sound)( up)?|volume up|(more"
                        "|increase) volume|(sound|volume|voice|it)( (is|too|very))+ (low|quiet"
                        "|soft|weak|faint)"
                    ),
                ),
                (
                    "cannot hear",
                    (
                        "(hear|hearing) these( \\w+)? (badly|poorly|hardly|barely)|(cant|hardly"
                        "|barely|difficult to|hard to)( (really|quite))* hear( (what|these|a"
                        "|thing|word|single))*( (say|saying|is))*(?= END)(?! \\?)|hardly audible"
                        "|inaudible|hard of hearing|i is (a )?(bit |little )?deaf"
                    ),
                    0.85,
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.OPTIONS,
            (
                (
                    "asks what there is",
                    (
                        "BEGIN ((so|well|ok|okay|and|then|please|hello|tell me|but) )*"
                        "(what is( (my|the|all))* (options|choices|possibilities)( here)?"
                        "|what my (options|choices) is|what (else )?(can|could) (these|i)"
                        " (do|help( me)? with|choose( from)?|ask( for)?|say)( for)?( me)?( here)?"
                        "|how can these help( me)?"
                        "|(what|which) (departments|people|teams) (is there|(do )?these have))"
                        "( (please|then|here))* END"
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
                (
                    "repeat",
                    (
                        "(mind|please|could these|can these|would these)( (to|just|kindly))*"
                        " (repeat|repeating)|repeat (last|these|it|whole|first|second)( \\w+)?"
                        "|(go|run|walk|take)( (me|through|over|these|it|by))+( again)"
                    ),
                ),
                (
                    "what was said",
                    (
                        "^((sorry|wait|hm|and|ok|no|pardon|i is sorry|excuse me) )*(, )?what (is"
                        "|was|were)( (these|it|again|last|thing))*( \\?)?$|^(hm |sorry |ehm "
                        "|excuse me |ok |wait |no )*(, )?(what( (is|it|these|did|do))*( (want to know"
                        "|ask|say|mean))*)( \\?| !)*$|^((sorry|wait|but|and"
                        "|so) )*what( (is|did|do))* these (want to know|ask|say)( (from me|me"
                        "|again))*(?= END)"
                    ),
                ),
                (
                    "what the options are",
                    (
                        "what (is|were) (these )?(options?|choices?|possibilities)( (again"
                        "|there))*(?= END)|(read|say|give|tell)( (out|me|us|these|it|once|over))*"
                        " (again|options|choices)(?= END)"
                    ),
                ),
                (
                    "did not catch it",
                    (
                        "i (lost (these|you) there|missed (these|it|last|part|you))( (part|bit"
                        "|again|one))*(?= END|,)|^((sorry|no|but) )*(, )?(i )?(not|cant)( (quite"
                        "|fully|really))* (catch|hear)( (these|it|what|question|last|part|bit|me"
                        "|one))*(?= END)"
                    ),
                    0.85,
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
                (
                    "is this a robot",
                    (
                        "BEGIN (\\w+ )?(is|am|sound|sounds|do|so|hear|these|are)( (these|it|i"
                        "|sound|sounds|speak|speaking|to|with|like|not|so|hear|a|an|kind|of|or|is"
                        "|only))+ (robot( (message|call|system))?|artificial intelligence"
                        "|recording|voice robot|robot (message|call))( (speak|system|voice|call"
                        "|thing|assistant|being))*(?= END|( (or|not|is)))|BEGIN (is|so|but"
                        "|these)( (these|is|so|not|a|it|i|speak|to|with))* (person|human)( being|"
                        " person)*(?= END| or)(?! (there|here|who|in|around))"
                    ),
                    0.85,
                ),
                (
                    "is this a robot",
                    "these is( not)?( a)?( real)? (person|robot)( (voice|system|being))*(?= END)",
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
                (
                    "who calls",
                    (
                        "who( (might|may|on|be|exactly|the hell|on earth|is|are|do|i|have|am|can"
                        "|say|said|it|these|s))* (these|speak|pleasure|calling|call|it|be|line"
                        "|there|phone|dealing)( (of|to|with|on|calling|speak|is|please|again|then"
                        "|exactly|me|line|phone|a))*(?= END)"
                    ),
                ),
                (
                    "who calls",
                    (
                        "BEGIN (sorry |and |but |hello |hi |so |excuse me )*who(m)?( (is|s|are"
                        "|these|it|am|i))*(?= END)|BEGIN and these is(?= END)|tell me( \\w+)?"
                        " who( (these|is|it|are|i|speak|to|with))*(?= END)|(know|ask|understand"
                        "|hear) who( (is|s|these|it|speak|to|with|calling))+(?= END)"
                    ),
                ),
                (
                    "who calls",
                    (
                        "(BEGIN|is|what|and) ?(is )?name of these( \\w+)? ?(company|firm|bank"
                        "|business)|(what|which)( (is|s|the|kind|sort|of))* (name of )?(these"
                        " )?(company|firm|bank|organi[sz]ation|business|institution|agency|shop)("
                        " (is|these|do|represent|from|call|calling|it|speak|work|for|name|called"
                        "|on behalf of|you|are))*(?= END)|where( (is|are|do|these))+ (ringing"
                        "|calling|phoning|call|ring|speak)( (from|me))*(?= END)|(what is |what "
                        "|give me |tell me |have |catch )(these )?(name|company name)( (of|these"
                        "|company|is|again|please))*(?= END)"
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
                        "(BEGIN|thanks|thank these|ok|okay|then|all|so|no) ?bye(?! (party"
                        "|card|present|letter|gift|to|kiss|drink|my))|(BEGIN |(?!(say|said"
                        "|saying"
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
                (
                    "goodbye",
                    (
                        "(BEGIN |bye |thanks |thank these |okay |ok |well |cheers |right )(all"
                        " best|have( a)? (\\w+ )?(day|evening|weekend|good one|nice one|night"
                        "|morning|afternoon)|speak soon|good (day|evening) to these|see these"
                        "|cheerio|so long|be well|look after yourself|take care( of yourself)?"
                        "|cheers)( (bye|then|now|thanks|there|around|later|soon|to|these"
                        "|too))*(?= END)"
                    ),
                ),
                (
                    "end it here",
                    (
                        "(lets|let us|we|can we|i want to|we can|were)( (end|finish|stop|leave"
                        "|hang|is|done|call|it|these))+ (here|there|now|up|day|bye)(?= END|( bye))"
                    ),
                ),
            ),
            _NAMES,
        ),
    ),
)
