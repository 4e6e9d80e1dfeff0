"""English threats: announced harm to people or property, and hints at it."""

from __future__ import annotations

from ivr.understanding.civility.english.words import NAMES
from ivr.understanding.civility.table import Family
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    # Who announces it; "I could" is a manner of speaking where no "you" follows
    SHALL="(ill|i( (swear|promise|have|got|will|am|fucking|really))* (will|going( to)?|going|want to|must"
    "|have"
    " to|got to|should|to|can|could|may|might|think i|swear)"
    "|i(?! (could|would))|(someone|somebody) (will|should|going( to)?|has to|ought to|is going( to)?|needs"
    " to)|(my|our) (friends?|brothers?|boys|guys|cousins?|people|men)"
    " (will|are going( to)?)|(going|want|like|love) to|let me|lemme)",
    COME="( (come|go|find you|track you down|hunt you down|get|there|over|down|around|round|fucking|and|then"
    "|literally|wanna|to youre building))*",
    HARM="(kill|murder|stab|shoot|strangle|choke|beat|punch|slap|hit|hurt|smash|hunt|hang|poison|slaughter"
    "|slit|crush|bury|chop|cut|skin|burn"
    "|rip|tear|kick|whack|torture|destroy|execute|attack|bomb|harm|microwave|throttle|behead|assault"
    "|knife|batter|maim|injure|knock out|run over"
    "|finish off|finish|gas|drown|break|snap|bash|rape|butcher|bite|end)",
    PART="(operator|face|head|throat|neck|legs?|arms?|bones?|teeth|kids?|children|skull|nose|guts|kneecaps?"
    "|knees?|fingers?|jaw|brains?|hands?)",
    WHOM="(you(?! (off|up (for|at|on)|if|in court|money|an?(?!\\w)|some|back|too|price))|youre("
    " (fucking|whole"
    "|entire|ugly|stupid|little))* PART|every ?(one|body)|every single one of you"
    "|(one|some|any|all|each) of you|them all|you all|the (operator|idiot)|both of you|every bone)",
    ABSENT="(somebody|someone|people|him|her|them|the (guy|person|man|woman|lady|one|driver|courier"
    "|technician"
    "|operator)|that (guy|man|woman|idiot|operator|driver|courier|technician)|youre operator)",
    SURELY="(ill|i( \\w+)? (will|going( to)?|going)|(someone|somebody) will|(my|our) (friends?|brothers?|boys"
    "|guys) will)",
    THEPLACE="((the|youre|this|that|whole|entire|fucking|stupid|damn|goddamn|down|up) )*building",
)
_F = Family
RULES = rules(
    (
        (_F.HARM, "SHALLCOME HARMSWEARING WHOM"),
        (_F.HARM, "SURELYCOME HARMSWEARING ABSENT(?! (up|off|out))"),
        (
            _F.HARM,
            (
                "BEGIN((and|or|then|if|yes|go|please) )?(kill|stab|shoot|strangle|murder) (you(?! (time|off"
                "|an?))|them all)|(kill|murder|slaughter) (every ?(one|body)|you all|all of you)"
            ),
        ),
        (
            _F.HARM,
            (
                "(want|like|love|going) (you|him|her|them) (dead|killed|hurt)|(want|going|wish|like|love)"
                " to see you (dead|die|bleed|suffer|burn)|do you want to (die|get hurt|be hurt|get killed)"
            ),
        ),
        (
            _F.HARM,
            (
                "(someone|somebody|somebodys|people)( (is|are|will|going( to)?|gonna|might|could))+ (get|be)"
                " (hurt|killed|shot)|run you( all)? over|you lose youre life|expect a bullet|there will be"
                " blood"
            ),
        ),
        (_F.HARM, "i( (have|got))* (a|my) (gun|knife|weapon|rifle|shotgun)( and|END)|i( am)? armed", 0.7),
        (
            _F.HARM,
            (
                "(you|they)( (all|will|youre|are|is|fucking))+ (going( to)?|going|will|gonna)? ?(die|died|be"
                " killed|get killed|be dead|bleed|get (shot|stabbed|beaten|hurt|punched))|you will (die"
                "|bleed)|youre going( to)? (die|bleed)"
            ),
        ),
        (
            _F.HARM,
            (
                "(you are|youre|they are|you)( (a|all))* dead (man|woman|meat|person|when|if|once)|(you are"
                "|youre)( (all|fucking))* dead END"
            ),
        ),
        (
            _F.HARM,
            (
                "(get|bring|grab|take|buy|coming with|come with|come (down|over|back|there) with|got|have"
                "|with)( (a|an|my|out|the))+ (gun|knife|axe|rifle|shotgun|baseball bat|machete|hammer"
                "|pistol|bomb)( \\w+){0,4} (you|youre|there|building|come|coming)"
            ),
        ),
        (
            _F.HARM,
            (
                "(come|coming|go|be)( (down|over|back|there|to|youre|building|and|round))* with( (a|an"
                "|my))* (gun|knife|axe|rifle|shotgun|baseball bat|machete|hammer|pistol|bomb)"
            ),
        ),
        (
            _F.HARM,
            (
                "(chop|cut|slice|blow|rip|tear|bash|smash|break|knock|kick)( (off|out|in|up))? (youre("
                " \\w+)? PART|you (up|into pieces|to pieces))|bullet (in|through) youre|wring youre neck"
                "|slit youre"
            ),
        ),
        (
            _F.HARM,
            (
                "(punch|slap|hit|smack|beat|kick|spit)( (you|youre))+( \\w+){0,3} (face|mouth|teeth|head"
                "|pulp|butt|death|dead|up)|want( me)? to (kick|punch|slap|hit|beat) you"
            ),
        ),
        (
            _F.HARM,
            (
                "(fuck|mess) you up|take you out END|(beat|kick|knock|scare) the (shit|crap|hell|life"
                "|living) (\\w+ )?out|put you in (a|the|youre)? ?(ground|hospital|grave|coffin)|six feet"
                " under"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "(SHALL|and|will|to|going|be) ?(\\w+ )?(burn|torch|blow up|bomb|smash( up)?|wreck|trash"
                "|demolish|vandali[sz]e|set fire to|firebomb|flatten|shoot up|destroy)( (down|up|in|all))?"
                " THEPLACE"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "(burn|blow|bomb|smash)( (THEPLACE|it|everything|youre|this|that|the|whole|fucking|thing))+"
                " (down|up|to the ground|to pieces)|set( (THEPLACE|it|everything|youre|this|that|the|whole"
                "|thing))+ (on fire|alight)"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "(throw|put|chuck)( (a|bricks?|stones?|rocks?|some|through|the))+ youre( \\w+)? building"
                "|(?<!someone\\s)(?<!somebody\\s)(?<!they\\s)(?<!he\\s)(?<!who\\s)set fire to (youre|the"
                "|this|that)|key youre building|(slash|puncture) youre \\w+"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "(there is|theres|i( (have|will|am|going( to)?|put|planted|left|hid|placed|bring|bringing))+"
                "|planted|plant|planting)( (a|an|the))* (bombs?|explosives?|dynamite|grenade)(?! (offer"
                "|deal))"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "youre( \\w+)? building( (will|is going( to)?|is gonna))+ (burn|go up in flames|explode|blow"
                "|be (burned|bombed))|bomb( (is|will|going( to)?))* (go off|going off|in youre|explode|at"
                " youre|under)|bomb threat END|hack( into)? (you|youre)( \\w+)*( and)? (destroy|delete|wipe"
                "|shut)"
            ),
        ),
        (
            _F.VEILED,
            (
                "i know where (you|youre (operator|kids?|children)) (live|lives|work|works|sleep|sleeps|go"
                " to school|goes to school|park)|i( (know|have|got|will find|will find out))+ (where you"
                " live|youre (home )?address)"
            ),
        ),
        (
            _F.VEILED,
            (
                "i( \\w+)? (find|track|hunt) (you|out where you)( down)?(?= (and|one day|wherever|END)|"
                " [.!]|$)|(ill|i( (will|am|going( to)?|going))+|i) (coming|come|after)( (for|after|to get))*"
                " you( all)? ?(END|and|tonight|tomorrow)"
            ),
        ),
        (
            _F.VEILED,
            (
                "watch youre back|sleep with one eye open|you( (will|going( to)?|going|all|fucking|live to"
                "|gonna|are))* regret (it|this|that|ever|what|messing|having|doing)|you( (will|going( to)?"
                "|are"
                "|all))+ be sorry"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(make )?you( (will|going( to)?|are|all))* pay for (this|what|that)(?! (by|with|in))|make"
                " sure"
                " you( \\w+)? (suffer|pay|regret)|youre operator( (will|is going( to)?))+ (pay|suffer|die"
                "|regret)|ill( (come|and))* get you( all)? END"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "accidents? (happen|can happen|could happen)|something (bad|terrible|nasty) (will|could"
                "|might|may|is going( to)?) happen( to (you|youre))?|make you (suffer|bleed|cry|disappear)"
                "|youre days are numbered"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(teach you a lesson|sort you out|deal with you( personally| myself)|drag you|get my hands"
                " on you)|you( (better|d better|had better|should))+ (watch out|hide|run|be scared)|say"
                " youre prayers|next time i see you|wait (till|until) i (find|get|see) you"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(you|they) (wont|will not) (see|live|make it|walk)( (to see|another|to|out|alive|tomorrow"
                "|the end|home|through))+"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(find|found|look up|got|have|know)( out)? where (you|youre \\w+) (live|lives"
                "|sleep|park|work)( idiot)?(?! (is|from|at the))"
            ),
            0.8,
        ),
        (
            _F.HARM,
            (
                "(bullet|knife|axe|blade|screwdriver)( (in|into|through|between|in to))+ (you"
                "|youre( \\w+)?)(?! (pocket|kitchen))"
            ),
        ),
        (
            _F.HARM,
            (
                "(bring|bringing|brought|coming with|come with|fetch|fetching|load|loading|take"
                "|taking)( (a|my|the|out|his|our))* (gun|knife|axe|rifle|shotgun|baseball bat"
                "|machete|pistol|crowbar)( \\w+){0,2}( (to|next|with|tomorrow|tonight|there|down)"
                "|END)(?! (repair|shop|range|club|course|dealer)~)"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(you( all)?|they)( (will|are|are going( to)?|going( to)?|is|ll))* (pay|paying)("
                " dearly)? (for (this|it|that|what you did) )?with (you|youre|they?ir)? ?(life"
                "|lives|blood|teeth)|you( will| are going( to)?| going)?( be| to be)+ sorry( (when"
                "|once|if|that|for|you|i)|END)"
            ),
            0.8,
        ),
        (
            _F.HARM,
            "SHALLCOME HARMSWEARING( the)?( whole| entire| damn)? (lot|bunch|crowd|pack) of (you|them)",
        ),
        (
            _F.HARM,
            (
                "(you|someone|somebody|they)( (need|needs|want|deserve|deserves|ought|should"
                "|must))+( to)?( be| get)? (shot|stabbed|hanged|beaten|strangled|killed"
                "|punched)(?! by the price)"
            ),
            0.85,
        ),
        (
            _F.PROPERTY,
            (
                "(key|scratch|smash|slash|burn|torch|wreck|trash|destroy)( (up|down|all|in))?"
                " youre (tyres|tires|cars?|vans?|windscreens?|windows?|building|things|equipment"
                "|computers?)"
            ),
        ),
        (
            _F.HARM,
            (
                "(you|they)( (all|will|both|are going( to)?|going( to)?|shall|are|deserve to))+ (burn"
                "|die|bleed|suffer|perish|rot|hang)(?! (calories|out|up|on|from))"
            ),
        ),
        (
            _F.VEILED,
            (
                "(be )?waiting for you( \\w+)? (outside|after|at (youre|the)|in (the|youre)|when"
                " you)( \\w+)*(?= END)|SHALL( \\w+)? wait for you (outside|after work)|make sure("
                " that)? (you|none of you|youre \\w+)( (will|wont|never|dont|not))+ (walk|breathe"
                "|see|talk|speak|work|smile|wake|live)( \\w+)?( again|END)"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(know|have|got)( (youre|the))* (name|face|number|address)s? and( (i|know))*"
                " where (you|youre \\w+)"
            ),
            0.8,
        ),
        (
            _F.PROPERTY,
            (
                "SURELY(COME)? (break|smash|shoot|kick|bash)( (in|out|up|down|through|every|all"
                "|each|single|one|of|youre|the))+ (building|car|furniture|computers?|glass|place"
                "|everything|stuff)(?! (into|sale))"
            ),
        ),
        (
            _F.HARM,
            (
                "(someone|somebody|people|heads) (is|are|will|going( to)?|gonna)( (going|gonna|to"
                "|get|be|soon))* (roll|hurt|killed|bleed|die|dead)(?! (of|from))"
            ),
        ),
        (
            _F.VEILED,
            (
                "you( (wont|will not|are not going( to)?))+ like (what|how) (happens|comes|i|this ends)"
                "|(keep (this|it|that) up|one more word|say that again)( \\w+){0,4} you"
                "( (will|are going( to)?))* (get|be) (hurt|sorry)|you( (will|are going( to)?))+ get hurt END"
            ),
            0.8,
        ),
        (
            _F.HARM,
            (
                "(you|one of you)( (will|are|is|all|going( to)?|gonna))+ (end up|wake up|wind up|land)("
                " \\w+)?"
                " (hospital|morgue|intensive care|graveyard|coffin)|SURELYCOME HARMSWEARING the next"
                "( (one|person|idiot|operator|guy|man|woman))* (of you|who|that)"
            ),
            0.85,
        ),
        (
            _F.HARM,
            (
                "(bring|bringing|send|sending|come with|coming with)( (my|the|some|a few|all))*"
                " (brothers?|cousins?|friends|boys|lads|mates|guys|men)( \\w+){0,3} (bats?|knives|knife|guns?"
                "|sort you|deal with you|teach you)"
            ),
            0.8,
        ),
        (
            _F.HARM,
            (
                "you( (are|will|all|going( to)?|gonna))* need an? (ambulance|surgeon|coffin) (when|after"
                "|once)"
                "|people like you( (should|all|deserve to|need to))* (get|be|end up) (stabbed|shot|beaten"
                "|killed|hanged)|or (someone|somebody|one of you) (dies|gets hurt|bleeds)"
            ),
            0.85,
        ),
        (
            _F.PROPERTY,
            (
                "youre( \\w+)? building( (is|are))* (going up in (flames|smoke)|burning down|on fire tonight)"
                "|(slash|slit|puncture|stab)( (the|all|every|up|of))* tyres( (of|on))+ (youre|every|all|the)"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "SURELYCOME (wreck|smash|trash|demolish|torch)( up)? youre( \\w+){1,2} ?(END|if|when)"
                "|youre \\w+( \\w+){0,3} SURELY (burn|torch|smash|wreck|slash) (it|them)"
            ),
        ),
        (
            _F.VEILED,
            (
                "check (under|underneath) youre (car|van|building)"
                "|(you (should|better|had better)|youd better|i would|id)"
                "( (really|be|start))* (worry|worried|worrying|afraid|fear)( (about|for|of))+"
                " youre (operator|kids?|children|life|health)|(kids|children) you should worry about them"
                "|know youre (name|face)s? and( (i|know))* (which|what|when) \\w+ you"
            ),
            0.75,
        ),
        (
            _F.VEILED,
            (
                "(my|our) (friends|brothers?|boys|guys|cousins?|lads|mates) (are|is) (coming|on their way)"
                " (for|after) you( all)? ?(END|tonight|tomorrow)|insurance (covers|against|for)( \\w+)? (fire"
                "|arson) END|(you|they) (wont|will not) leave( \\w+){0,4} (feet|alive|in one piece)"
            ),
            0.75,
        ),
        # What befalls them, told without saying who will do it
        (
            _F.VEILED,
            (
                "(?!.* my ).*(shame|pity|sad|tragic|terrible|awful|unfortunate|unlucky) if( \\w+){1,5}"
                " (happen|happens|happened|caught fire|burned|burnt|hurt|broken|broke|fell|vanished"
                "|disappeared)"
                "|(i|we)( \\w+){0,3} (not|cant|wont|cannot|never|no longer)( be)?( held)?"
                " (responsible|answer|accountable|vouch)( \\w+)? for( \\w+)? (what|actions|anything"
                "|consequences)"
                "|(wont|not|never) (like|enjoy|love) (how|the way|where)( \\w+){0,2} (ends?|goes|finish~)"
                "|(end|ends|go|turn out)( \\w+)? (badly|nasty|ugly|bloody|in (blood|tears)) for (you|youre"
                "|some~)"
            ),
            0.75,
        ),
        (
            _F.VEILED,
            (
                "nothing( left| more)? to lose( \\w+){0,4} (you|dont|so|test|test me)|(dont|do not|never"
                "|better not)"
                " (test|push|provoke|cross|mess with|underestimate) me(?! (into|for|to))"
                "|dont make me (come|use|hurt|angry|get (up|my|the)|do (it|something))( (over|down|round"
                "|there|my|a))*"
                "|(or( else)?|then|and)( you)?( will)? (you )?see what (i (do|can do|am capable)|happens("
                " to you| END))"
                "|(what|things) i (am )?capable of|who (you|youre)( are)? (dealing|messing|playing) with"
                "|(see|find out) (if|whether) (you|he|she|they)( \\w+)? (walk|crawl|make it|get) (away|out"
                "|home)"
                "|see how (brave|tough|funny|clever|big|loud|cocky|smug)( \\w+){0,5} (are|is|when|with|then"
                "|END)"
            ),
            0.75,
        ),
        (
            _F.VEILED,
            (
                "pay( (you|him|her|them|youre( \\w+)?))( (a|little|friendly|surprise|personal|late))* visit"
                "|(think|thought|worry|care)( (of|about))+( (the|youre))* (operator|kids|children|wife"
                "|husband|health"
                "|safety|teeth)( END| before| if| first| next)"
                "|(you|youre)( (have|got))*( (a|any|some))? (operator|kids|children|wife|husband)( (too"
                "|right))?"
                " (dont|havent|do|think|right)"
                "|(address|name|live|lives|number|face)( \\w+){0,4} sleep (well|tight)|(sleeps?|lives?"
                "|parks?) somewhere"
                "|(have|has|got|must)( to)? (sleep|come out|go home|leave|go out)( \\w+)?"
                " (sometime|somewhere|eventually|one day)|walks?( \\w+)? home alone( (at|every|does~|right"
                "|\\w+))*"
            ),
            0.75,
        ),
        (
            _F.VEILED,
            (
                "(not|wont|never)( be)? (come |coming )?(alone|to (talk|chat)|for (a )?(chat|coffee|talk)"
                "|in peace)"
                " ?END|(make|making) (people|you|men|them|him|her|someone|youre \\w+) (disappear|vanish"
                "|scream|crawl)"
                "|out of youre (hide|skin|flesh)|something of yours|(set|let|release|unleash|turn)("
                " \\w+){0,2}"
                " (dogs?|rottweilers?|pitbulls?)( loose)? (on|at) (you|youre|him|her|them|the)"
                "|last thing (you|he|she|they)( will)?( ever)? (do|see|hear|say|touch)"
                "|(enjoy|like|keep|miss|lose|value|love)( (having|youre|to))* (teeth|kneecaps?|fingers"
                "|legs)( END| because)"
                "|(you|they)( \\w+){0,2} (not|wont|stop)( be)? (laughing|smiling|laugh|smile|grinning)("
                " \\w+)?"
                " (when|once|after|if)"
            ),
            0.75,
        ),
        (
            _F.HARM,
            (
                "(good|proper|severe) (beating|hiding|kicking|thrashing|smacking)( \\w+){0,3} (you|youre"
                "|they)"
                "|(you|they|he|she)( \\w+){0,2} (need|needs|deserve|deserves|due|earned|want|get|asking"
                " for)( \\w+)?"
                " (beating|hiding|kicking|thrashing|slap|smack|punch|bullet|whipping|broken \\w+)"
                "|(you are|youre|you)( (all|so|fucking|both))* dead (do|you|hear|now|understand|all)"
                "|somebodys going( to)? (get|be) hurt|take( \\w+)? (with me|down with me) END"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(lock|hide|run|move|leave|security|guards?|doors?|careful|walk|sleep|stay|insur~|worr~)("
                " \\w+){0,6}"
                " if i (were|was) you|if i (were|was) you( \\w+){0,4} (lock|hide|run|move|leave|security"
                "|guards?"
                "|careful|sleep|stay|worr~|look over)|in youre (shoes|place)( \\w+){0,4} (lock|hide"
                "|security|afraid|run)"
                "|(look|looking) over youre shoulder|(watch|mind) yourself (on|when|in|outside|tonight)"
                "|you( (are|will|going( to)?|live to|all|fucking|really|so))* regret (this|that|it|the day"
                "|what|every)"
                "|youre( (going( to)?|gonna|all|really))* regret (this|that|it|the day|what|every)"
            ),
            0.75,
        ),
        (
            _F.PROPERTY,
            (
                "(when|once|until|till|watch|see|hope|like) youre( \\w+){0,3} (on fire|burns?|burning|in"
                " flames|in ashes)"
                "|youre( \\w+)? (mast|tower|poles?|antenna|building)( \\w+){0,4} (comes|coming|falls) down"
                "|(bombs?|explosives|grenades?)( \\w+){0,2} (in|under|at|into|through) (the|youre|that)("
                " \\w+)?"
                " (lobby|reception|foyer|entrance|desk|toilets?|basement|mailbox|building)"
            ),
            0.8,
        ),
    ),
    _NAMES,
)
