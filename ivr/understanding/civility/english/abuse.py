"""English insults, harassment and hate, said to the one who listens."""

from __future__ import annotations

from ivr.understanding.civility.english.words import NAMES
from ivr.understanding.civility.table import Family
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    SEXPART="(penis|pussy|vagina|tits|titties|boobs?|nipples?|cum|sperm|semen|orgasms?|erection|clit"
    "|genitals?"
    "|pubes|balls)",
    GROUP="(jews?|arabs?|muslims?|russians?|latvians?|blacks?|gypsy|gypsies|immigrants?|foreigners?|indians?"
    "|chinese|mexicans?|gays?|lesbians?"
    "|women|poles?|ukrainians?|refugees?)",
    MEAT="( (the|my|youre|fucking|hell|fuck))*",
)
_F = Family
RULES = rules(
    (
        # Hate
        (
            _F.HATE,
            (
                "niggers?|nigga~|fagg[aoi]ts?|tranny|trannies|kikes|chinks|pakis|spics|gooks"
                "|wetbacks?|ragheads?|towel ?heads?|coons|shemale|(you|youre|you are|fucking"
                "|dirty|stupid)( (a|an|fucking))* (kike|chink|paki|spic|gook|coon|dyke|fag)"
            ),
        ),
        (
            _F.HATE,
            (
                "(dirty|filthy|fucking|stupid|idiot) GROUP|go back to (youre|where you)( \\w+)? (country"
                "|came|come|homeland|jungle|africa|india|russia)|youre kind (should|is|are)"
            ),
        ),
        (
            _F.HATE,
            (
                "GROUP are( all)? (stupid|idiot|animals|parasites|vermin|trash)|GROUP( (all|should|must"
                "|need|deserve|to))+ (die|be (killed|shot|gassed|deported|burned)|burn|hang)|gas the GROUP"
                "|heil hitler|sieg heil|white power"
            ),
        ),
        (
            _F.HATE,
            (
                "(you are|youre|you sound)AMUCH (gay|homo|queer|lesbian|homosexual|black|jew)(?! (friendly"
                "|bar|marriage|couple|rights|or))|BEGIN homo END"
            ),
        ),
        # Harm wished for
        (
            _F.HARM_WISHED,
            (
                "(hope|wish|pray|like|wait for|better|love it|want) (it )?(if )?(you|youre operator|they)("
                " (all|would|will|could|to|just|get|both))* (die|dies|dead|rot|burn|choke|suffer|drown|get"
                " (cancer|hit|killed)|crash)"
            ),
        ),
        (
            _F.HARM_WISHED,
            (
                "TO_START(die|drop dead|rot)( (die|now|and|in|quickly|slowly|hell|alone|fire|idiot|of|a"
                "|painfully|already))* END|(kill|hang|shoot) (yourself|youreself|urself|youre self)|neck"
                " yourself"
            ),
        ),
        (
            _F.HARM_WISHED,
            (
                "drop dead|(burn|rot) in hell|die in (a|the) (fire|hole|hell)|(go|and|should|deserve to"
                "|must|to) die( (in|idiot|now|alone|already))* END|jump off a (bridge|cliff|roof)|(you"
                "|they) (should|deserve to|ought to) (die|be (shot|killed|hanged|dead|burned|put down))"
            ),
        ),
        # Sexual harassment
        (
            _F.SEXUAL,
            (
                "(suck|lick|blow|eat|ride|stroke|swallow|scratch|sit on|choke on)( (on|me|off|up|it"
                "|and))*MY (penis|pussy|balls|cum|tits|nipples?|semen|butt)|(suck|lick|blow) (me|my|you off"
                "|it END)|suck penis|cum sucker"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(my|youre|her|his|big|hairy|wet|tight|huge|itchy)( (big|fat|hairy|wet|hard|tight|huge"
                "|small|own|sexy|great|little))* SEXPART(?! (game|room|insurance|in a sling))"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(big|hairy|sexy|fat|nice|great|tight)( (big|hairy|fat|sexy|little))* butt( END| and)"
                "|(youre|my) butt( and)? (slow|is so|cheeks|hole)|(penis|it|that|this|cum)( \\w+){0,2} (up"
                "|in|on|inside|all over) (my|youre|the) (butt|penis|mouth|face|tits)|fuck( me)?MEAT (in"
                "|up)( \\w+)? (butt|mouth|face)"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(i|you|we|he|she)( (am|are|like|love|want|have|too|into|feel|get|likes|dont|do"
                "|feeling))+MY SEXPART(?! (spaniel|game|room))|TO_START(pussy|porn|tits|boobs|cum|to"
                " cum|nudes|(?!penis)SEXPART)( (now|shit|fuck|run|please))* END"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(sex|fuck|fucking|shit|pussy)( (penis|pussy|sex|wank|cum|idiot))+|(penis|pussy) (penis"
                "|pussy|wank|sex)|wank END|i( am)? (horny|hard END|naked|wet END|touching"
                "|masturbat~)|masturbat~|porn END"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(have|had|having|need|give me|gimme|like|love|want|get|wish|oral|anal|phone|cyber"
                "|rough|dirty)( (some|a|to|have|you|me|more|good|with|for|had|our))* sex(?! (change"
                "|discrimination|education|on|field|offender))"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(you|me|do you|can we|could we|shall we|lets|us|tonight)( \\w+){0,3} sex(?!"
                " (change|discrimination|education|on|field"
                "|offender|of))|blowjobs?|handjobs?|boner|titties|boobies|deepthroat|threesome"
                "|dildo|cumshot|jerk(ing)? off|jack(ing)? off"
                "|jerking|hooker|booty|get laid|make out with|cum (in|on|idiot)|bdsm|foreplay|one night stand"
            ),
        ),
        (_F.SEXUAL, "youre sex life|sex (slave|bot|robot|chat|toy|with (me|you))|sexy time"),
        (
            _F.SEXUAL,
            (
                "(i|lets|want|going|would|will|can|could|do|may|like|love|now|and|to)( (to|me|you|i|we|and"
                "|go|now|will|get|have|would|like|want|ever|out))* (fuck|shag|bang|bone|hump|rape|spank"
                "|undress)( (with|in))? (you|me|with you|her|him)(?! (over|around|off|up|about|with"
                " fees))"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(want|going|would like|out|like)( (you|me|i|to))* (fuck|shag|bang) END|lets (fuck|shag"
                "|bang)|(be|you are) my slave|i (am )?youre master|you turn me on|(see|want) you naked|i"
                " (fucked|shagged)( END| you)|BEGIN fuck me END|you want me to fuck"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(are|is) you( (a|feeling|into|getting|all|my))* (horny|naked|nude|sexy|hot|wet|turned on"
                "|hard|virgin|kinky)(?! (off|press|and cold|water|line|from|on|under|or|stuff))"
                "|(you are|youre)( a)? (sexy|horny|hot (baby|babe|stuff))"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "what are you wearing|(underwear|panties|bra) (are|do) you|take off youre (clothes|shirt"
                "|bra|panties|underwear|pants|dress)|show me youre( \\w+)? (tits|boobs|butt|body|pussy"
                "|nipples|panties)|send( me)?( some)? nudes"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "talk dirty|make love (to|with) (me|you)|(will|want to|can) you make love|sleep with (me"
                "|you) (tonight|now|END)|go to bed with (me|you)|sit on my (face|lap)|bend over|get naked"
                "|spread youre legs|can i (kiss|touch|lick) you|lick (you|youre)"
            ),
        ),
        # Sending off
        (
            _F.SEND_OFF,
            (
                "fuck (?!(this|that|it|no|yes|yeah|my|the|what|why|how|is|are|sake|all|me|i"
                "|and|but|not|up|with|ing|knows?|if)(?!\\S))\\w+ END"
                "|none of youre fucking business|you (know|do|are doing) fuck (all|nothing)"
                "|fuck( (you|off|yourself|youreself|youre|yourselves|right off|them all|this"
                " idiot))+|(go|get|can you go) (fuck|fucked)|(f|eff|ef) (you|off)|stfu|gtfo|foff|fuckoff"
                "|BEGIN fu END"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "shutup|shut( (the|fuck|hell|youre|fucking|it|idiot))* (up|mouth|trap|gob|face|hole)(?!"
                " (shop|the account|and running|down|my|service|early|for))|shut it END|zip it END|stop"
                " talking shit"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(screw|stuff|sod|bugger|curse|blast|damn) (you|off|yourself|the lot of you)|BEGIN(i"
                " )?fucking you END|(piss|sod|bugger|naff|buzz|jog|shove) off(?! to)|bite me|up yours|get"
                " (stuffed|bent|lost END|knotted|fucked)"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "kiss my (butt|penis)|kiss my END|eat (shit|a penis)|shove it( (END|up|where))?|(you|this"
                " robot) (make me sick|makes me sick|disgust me|disgusts me)|go (straight )?to (hell|hel"
                "|the devil)|to hell with (you|youre|all of you)|where the sun (doesnt|does not|dont) shine"
                "|blow (it out|me END)"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(shove|stick|put|ram)( \\w+){1,3} (up|in) youre( \\w+)? (butt|rear|backside|hole)|(get"
                "|go)( (out|off|away))?( the)? (fuck|hell)( (out|off|away|of))*|go the fuck away|get youre"
                " (business|butt) off|get( (out|off))*( of)? my (life|face|sight)"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(i|we)( (do|fucking))? (hate|despise|loathe|detest) (you|youre (guts|kind|voice))(?!"
                " (charge|do|did|have|are|make|when))|(nobody|no one) (likes|loves|wants|needs) you"
            ),
        ),
        # Insults
        (
            _F.INSULT,
            (
                "YOUAREAMUCHA IDIOT(?! (proof|that|time|up|free|question|for))|YOUAMUCH idiot(?! (proof"
                "|guide))|(pig|idiot|stupid) you are|(are|is) youMUCH (butt|idiot)|YOUAMUCH IDIOT END|are"
                " you fat|YOUAREA fucking END|(you|are you)( \\w+)? or stupid|worst robot|youre( (whole"
                "|entire))? building( (is|are|full of|a|bunch of))+ idiot"
            ),
        ),
        (
            _F.INSULT,
            (
                "YOUAREAMUCHA (stupid)(?! (question|enough|rules|policy|prices|system|fee|app|website"
                "|process|answer|if i))|you( robot)? stupid|you stupid|stupid (being|thing|cow) like you"
                "|like you (idiot|stupid)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(stupid|useless)( (stupid|fucking|primitive|little|damn))* (you|robot(?= END| [.?!]|$| you"
                "| answer| ever)|lady|woman|man|girl|word|thing END|answering machine)(?! (vacuum|cleaner"
                "|system))|(stupid) (as|like) (a|shit|rocks?|fuck|hell|bread)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(YOU|that|cause|because)( (do|all|really|fucking|damn|must))* (suck|sucks|stink|stinks"
                "|sink|reek)( (at|big|butt|penis|balls|bad|hard|idiot|a lot|shit|ass))*(?! (my|the|up|out"
                "|in|money))"
            ),
        ),
        (
            _F.INSULT,
            (
                "YOUAREA(MUCH)? (full of shit|good for nothing|out of youre (mind|head)|sick in the head"
                "|mentally (ill|retarded)|insane|nuts|mental|crazy|not worthy|a waste|worthless|evil"
                "|selfish|lazy|nosy|annoying( me)?|boring|rude|fake idiot|crooks?)(?!"
                " (charging|to|charge|rates|prices|not|that|how))"
            ),
            0.75,
        ),
        (
            _F.INSULT,
            (
                "(youre|the|this|that|whoever|who|one of youre)( (new|last|other|stupid|fucking|so called"
                "|whole))* (operator|robot)( (is|are|was|were|must be|looks like|seems|sounds like|acted"
                " like|so))+AMUCH (IDIOT|stupid|butt \\w+|crazy)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(fuck|fucked|fucking|kill|screw) youre( (whole|full|entire|fucking))? operator|(in )?youre"
                " operators? (butt|pussy)|youre operator (is )?so (ugly|fat|stupid)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(you|youre)( (have|got|havent|had|with))* (no|half a|the brain of|the iq of|shit for)"
                " (brains?|intelligence|sense END)|do you have a brain|what kind of idiot|who(s| is)? the"
                " idiot|(which|what) idiot|dropped on youre head"
            ),
            0.85,
        ),
        (
            _F.INSULT,
            (
                "(talk|tell|listen|answer|hear|transfer|me|speak|yes|no|ok|okay|off|up|it|that|now|thanks"
                "|bye|sure|indeed|oi|hello|hi|here|do|dont|out|over|number|what"
                "|again|phone|away|die|this|question|help|on|done|more|back|straight|hell)( (to|me|fucking"
                "|stupid|little|a|dumb|fat|old|dirty|big|crooked|my|you|robot))*"
                " idiot( (idiot|robot|face))*(?= END| [.?!]|$| you)(?! proof)"
            ),
            0.85,
        ),
        (
            _F.INSULT,
            (
                "(stop|quit|dont) (being|be)( (so|a|an|such))* (idiot|stupid)|how stupid (are|can) you"
                "|stupid (butt|fuck)"
            ),
        ),
        (
            _F.INSULT,
            (
                "BEGIN idiot( (robot|you))? (i|you|what|why|do|shut|get|go|answer|listen|give"
                "|tell|stop|dont|no|yes"
                "|transfer|connect|who|where|when|how)"
            ),
            0.8,
        ),
        # An insult alone
        # Said to nobody, it may as well be frustration: whoever acts on it asks for more confidence
        (_F.EPITHET, "^fuck( [.!])*$", 0.5),
        (
            _F.EPITHET,
            (
                "^((oh|how|robot|yes|no|ok|okay|indeed|total|what a|a|the|such|fucking|stupid|fat|dirty"
                "|little|big|old|lying|crooked|crazy|hello|whatever|bye|you|fake|nasty|ugly"
                "|worst|bunch|of) )*"
                "(idiot|operator idiot|pig|cow|fool|clown|dummy|swine|freak|psycho|creep|liar"
                "|fake|trash|garbage"
                "|parasite|piece of (shit|garbage|trash|junk)|waste of space"
                "|son of a idiot|homo|shit head|stupid)( (idiot|robot|people|you"
                "|fucking|face|bye|shit|my|little))*( [.?!])*$"
            ),
        ),
        (
            _F.EPITHET,
            (
                "^((no|yes|more) )?(stupid|useless|fucking)( (stupid|fucking|little))* (robot|thing|robot"
                " spam|woman|cow|lady)( \\w+)?( [.?!])*$|(fucking|stupid|shit|piece of shit)( (fucking"
                "|stupid))* robot(?= END| [.?!]|$| you| shut| answer| spam)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(you|youre)( (?!i|me|us|my|not|think|call|called|calling|treat|make|made|made|if"
                "|and|the|he|she|was|they|him|her)\\w+){0,3} idiot(?! (proof|test|s guide))"
            ),
        ),
        (
            _F.INSULT,
            (
                "(bunch|pack|set|gang|shower) of( (fucking|total|complete|utter))* (idiot|fools?"
                "|clowns?|muppets?|pigs|amateurs|rats)( you| END| (you|youre)( all)? are)|IDIOT"
                " you (are|all are|lot are)|what (are|kind of IDIOT are) you .. idiot"
            ),
        ),
        (
            _F.INSULT,
            (
                "(you|youre) (deserve|should|need)( to)? (be|get) (fired|ashamed)( you| idiot)?"
                "|shame on you idiot"
            ),
            0.7,
        ),
        (
            _F.INSULT,
            (
                "(not|dont|havent|hasnt|no|without)( (have|got|you|a|any|an|single|one))* (brain"
                " cells?|brains?|braincells?|clue in youre head|sense in youre head)(?= END| you|"
                " idiot|between)"
            ),
            0.8,
        ),
        (
            _F.INSULT,
            (
                "idiot (than|like|as) (you|youre)|(dumber|stupider|thicker|dafter|worse) than (a "
                "|an |my )?(\\w+ )?(rock|brick|shoe|donkey|dog|potato|plank|post|toaster)|(dumb"
                "|thick|daft|stupid) as a \\w+"
            ),
        ),
    ),
    _NAMES,
)
