"""English swearing at nobody, complaints and exasperation: angry, and no offence to anybody present."""

from __future__ import annotations

from ivr.understanding.civility.english.words import NAMES
from ivr.understanding.civility.table import Family
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    THING="(app|system|website|site|card|machine|atm|phone|menu|robot|fees?|rules?|service|building|line"
    "|thing|process|music|password|code|internet"
    "|router|device|form|policy|charge|queue|bill|invoice|letter|contract|update|virtual|product|order"
    "|delivery|package|parcel)",
    OFFICE="(police|ombudsman|regulator|press|media|newspapers?|consumer~( \\w+)*|trading standards"
    "|authorities|authority|inspectorate|tribunal"
    "|commission|data protection|better business bureau|bbb|minister|ministry)",
    ANGRY="(angry|furious|livid|annoyed|mad|frustrated|fuming|upset|irritated|enraged|outraged|pissed"
    "|disappointed|disgusted)",
    AWFUL="(terrible|horrible|awful|appalling|dreadful|shocking|abysmal|rubbish|atrocious|stupid|worst"
    "|garbage|trash|hopeless|joke|disgrace|disaster|shambles|mess|nightmare)",
)
_F = Family
RULES = rules(
    (
        (
            _F.DISTRESS,
            (
                "(kill|hang|shoot|hurt|harm) (myself|my self|meself)|end (my life|it all)|commit suicide|(i"
                " (will|want|am)|going to|i) (\\w+ )?suicide|suicidal|take my own life|better off dead"
            ),
        ),
        (
            _F.DISTRESS,
            (
                "(want|wish|would rather|ready) (to )?(die|be dead|i was dead)|i want die|(dont|do not|no"
                " reason)( want)? to (live|be alive)( any ?more)?"
            ),
        ),
        # Complaints
        (
            _F.COMPLAINT,
            (
                "(i|ive|we)( (have|got|to|make|want))+( (a|another|serious|official|formal))* complaint"
                "(?! (form|number|department))"
                "|(i|ill|we)( (want|like|need|have|am|calling|here))+( to)? complain"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(i|we|am|are|is|extremely|deeply|most|quite|rather) (unhappy|dissatisfied)"
                "|not( \\w+)? (happy|satisfied|pleased|impressed) (with|about|by) (you|youre|how|what)"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(call|calling|contact|contacting|hear from|hearing from|speak to|speaking to|talk to"
                "|talking to|get|hire|instruct|consult|have|see|involve)( (my|a|the|our))+ (lawyer|legal"
                " (team|department|advisor))|my lawyer (will|is going to|says)"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(sue|suing) (you|youre|this|the|them|all|for|END)|(take|taking|go|going|see|meet|drag)("
                " (you|this|it|them|youre|building|the|all|in))*( to| in) court(?! (house|hearing|date))"
                "|legal (action|steps|proceedings)|lawsuit|small claims"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(report|reporting)( (you|this|it|youre|all|of|to|the|that))* (you|building|OFFICE)(?!"
                " (lost|stolen|card|fraud|if|that|about))|complain about (you|youre building|this building)"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(i|ill)( (will|am|going|to|want|be|shall))+ (complain|complaining|escalating|escalate"
                " this)(?! form)|(file|filing|lodge|lodging|make|making|raise|submit|put in)( (a|an|my"
                "|formal|official|serious|another))* complaint"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(i|going|will|ill|want|straight|ready|must)( (will|am|going|to|be|call|calling|go|contact"
                "|write|writing|report|take|this|it|you|turn|turning|inform|the))+ (to )?(the )?OFFICE(?!"
                " (report|station|number|reference|form|for|clearance))"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(leave|leaving|write|writing|post|posting|give)( (you|a|the|an|my|youre|building))* (bad"
                "|terrible|one star|1 star|negative|horrible|worst|stupid) (review|reviews|feedback|rating)"
                "|tell everyone|all over (facebook|twitter|social media|the internet)|see you in court"
            ),
        ),
        # Accusations
        (
            _F.ACCUSATION,
            (
                "(you|youre|building|bank|they|this|it|people|that|thats|its) ?(people|guys|lot|all)?( (are"
                "|is|was|must be|be))+( (all|just|a|an|bunch|of|fucking|nothing but|such|pure|total|lying"
                "|daylight|the|same|complete))*"
                " (scam|scams|scammers?|thieves|thief|crooks?|liars?|liar|fraudsters?|frauds|robbers?"
                "|swindlers?|rip ?off|robbery|con artists?|cheats?|cheaters?|criminals?|lies|lying|cheating"
                "|stealing|theft)"
            ),
        ),
        (
            _F.ACCUSATION,
            (
                "(you|they|youre)( (people|guys|have|all|building|are|just|fucking|keep))* (lied|lying"
                "|cheated|cheating|scammed|scamming|robbed|robbing|ripped|ripping|stole|stealing|conned"
                "|tricked|tricking)(?= (to|me|us|off|from|my|i|people|END)|$)|stop lying|BEGIN (thieves"
                "|crooks|liars|scammers|scam|robbery|daylight robbery)|fall for this scam|load of shit"
            ),
        ),
        # Swearing
        (
            _F.SWEARING,
            (
                "fuck~|shit~|shyt|wtf|ffs|motherfuck~|fml|omfg|bs END|pissed( off| me off)|piss~ me off"
                "|bollocks|clusterfuck|screw(ed)? (this|that|it|me)|sucks?(?= (that|END|a|big|bad)|$)(?!"
                " (up|in|out|my))|pain in the butt|half butt~"
            ),
        ),
        (
            _F.SWEARING,
            (
                "(what|who|why|how|where|when) (in )?(the|a|on earth the)? ?(hell|devil|fuck|hells)|hell no"
                "|bloody hell|(go )?to hell with (this|that|it)|like hell|fucking|dammit|damnit|goddammit"
                "|goddamnit"
            ),
        ),
        (
            _F.SWEARING,
            (
                "for (gods?|fucks?|christs?|petes?|heavens?|goodness|crying out|the love of)( s)?( sake|"
                " loud| god| christ| pete)|BEGIN(hell|bugger|jesus( christ)?|christ|jesus|oh god|good god)("
                " [.!]|$|(?= END))"
            ),
        ),
        # Things and people who are not here
        (
            _F.THING,
            (
                "(this|that|youre|the|my|its|it is|it|these|those|what a|with|of|by|a)( (is|are|was|a|an"
                "|the|whole|most|new|online|automatic|automated|phone|all|beyond|entire|goddamn|THING|looks"
                "|really))* stupid(?! (question|of me|mistake|thing i))|stupid( \\w+)? THING"
            ),
        ),
        (
            _F.THING,
            (
                "(my|the|that|some|a|this|an|those|these|their|his|her|he is|she is|he was|she was"
                "|neighbou?r|guy|is|was|operator|brother|ex)( (is|was|a|an|such|total|complete|real|are|of"
                "|were|stupid|sister))* idiot|idiot"
            ),
        ),
        (
            _F.THING,
            (
                "i( (do|fucking))? hate (this|that|the|youre|these|it|waiting|talking|calling|being|having"
                "|when|dealing)( \\w+)?|hate (this|youre) \\w+"
            ),
        ),
        # Exasperation
        (
            _F.EXASPERATION,
            (
                "ridiculous|outrageous~?|unbelievable|unacceptable|disgraceful|scandalous|absurd|appalling"
                "|shambles|shameful|infuriating|frustrating|insulting|laughable|annoying|fed up|a scandal"
                "|nonsense"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(are you|you are|youre|you must be|you have to be|got to be|youve got to be|must be)("
                " (fucking))* (kidding|joking|having a laugh|serious END|messing with|winding)|what a (joke"
                "|mess|shambles|farce|disgrace|waste|nightmare|circus|load)|is this (a|some)( kind of)?("
                " sick)? joke|this has to be a joke"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(worst|terrible|horrible|awful|appalling|dreadful|shocking|abysmal|atrocious)( \\w+)?"
                " (service|building|experience|support|customer|app|system|helpline|quality)|(service"
                "|support|building|app|experience|system|hotline|line|you|this)( (is|was|are|the))+( (a|the"
                "|an|complete|total|simply))* AWFUL"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(sick|tired|fed up|had enough|enough|losing patience|lost patience|had it)( (and|to death"
                "|up to here|sick|tired|of|with))+ (this|you|youre|all|it|waiting|these|being|calling|the"
                "|hearing|that|explaining|repeating|listening)|enough (is enough|already)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(i|am|are|getting|makes me|making me|is|feel|feeling|got|extremely|more and more) ANGRY(?!"
                " (with my(self)?|at my(self)?))|(drives?|driving|drove) me (mad|crazy|nuts|insane|up the"
                " wall)|losing my (mind|temper|patience)|(at|end of) my (wits|wit s|tether|rope)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "had it up to here|it( (annoys|pisses|bugs|infuriates))+ me|driving me|on my (last )?nerves"
                "|(third|fourth|fifth|sixth|tenth|hundredth|umpteenth|\\d+th|3rd|millionth) time( (i|this"
                "|in|that|today|now|already|am|have|calling|ive|and|we))+"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "how many( more)? times( (do|must|have|should|am|i|to|going|need))+ (tell|say|call|explain"
                "|repeat|ask|go through|write)|i( (have|already))* (told|said|asked|explained)( (you|this"
                "|it|that|to))* (already|before|\\w+ times|twice|a hundred|again and again)|already (told"
                "|said|explained|answered|gave)( you)?"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(stop|quit) (asking|repeating|wasting|passing me|transferring me|sending me round|making"
                " me|playing)( (me|the|my|around|these|games|yourself|from|wait|that|same|stupid))*|wast(e"
                "|ing) (of )?(my )?time|same question( (over|again|and))+|asking the same"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(been waiting|waited|waiting|been on hold|on hold|holding|kept me waiting|stuck on hold)("
                " (for|on|in|already|the|line|here|over|more than|about|almost|nearly|queue|phone|at least"
                "|a|an))* (hour|hours|half an hour|half a day|\\w+ minutes|forever|ages|all day|days|weeks"
                "|eternity|so long)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "how (much )?long(er)?( (do|must|am|are|is|will|does|have|going|to|i|you))* (hold|listen to"
                "|keep me|be on hold|wait on (hold|the)|take to answer)|(nobody|no one|noone)( (ever|there"
                "|here|in youre|building|bothers|wants|is|able|seems|to|at|can|will))* (answers?|answering"
                "|helps?|helping|cares?|listens?|picks? up|calls? (me )?back|called (me )?back|gives a)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(dont|cant|wont|do not|can not) you( (people|even|ever))* (understand|get it|listen|hear"
                "|care|do anything)|you( (people|never|dont|cant|do|not))+ (understand|listen|hear)( (to|me"
                "|anything|a word|what i))+|(you|youre)( (people|guys|are|never|cannot|cant|not|always|keep"
                "|just|all|do|dont))+ (helping|help END|helpful|listening|listen|understanding|unhelpful|no"
                " help|hopeless|wasting|ignoring|ignore me|no use|making (any|no) sense)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(whats|what is) (wrong with (you|youre)|youre problem|the matter with you)|i could scream"
                "|throw (this|the|my) phone|you bore me|are you (deaf|blind|even listening)|how (dare you"
                "|hard can it)|give me a break|i dont like you|do youre job|get it together|what (do|am) i"
                " pay(ing)?( you)? for|this is a? ?(bad|sick|poor) joke|leave me alone|BEGIN for the last"
                " time"
            ),
        ),
    ),
    _NAMES,
)
