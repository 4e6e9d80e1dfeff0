"""English. ``not`` is also don't, ``call`` any way of ringing or bothering, ``remove`` any way of deleting,
``want`` also wish and need, ``must`` also should and can, ``these`` also your and more."""

from __future__ import annotations

from ivr.understanding.gist import kinds
from ivr.understanding.optout.table import ASKED, OptOuts
from ivr.understanding.patterns import rules, vocabulary
from ivr.understanding.utterance import synonyms

_SAME = synonyms(
    {
        "": ", please just really ever even simply kindly bloody fucking flipping damn goddamn well okay ok"
        " look listen hey oh um uh er the a an do dare guys folks immediately already once and"
        " sales cold promotional advertising unsolicited automated"
        " annoying constantly"
        " absolutely definitely certainly personally honestly any further kind",
        "not": "dont dnt don",
        "take": "took taking",
        "call": "phonecall phone ring contact dial bother disturb harass pester annoy hassle trouble"
        " telephone phonin solicit"
        " bug spam",
        "calling": "hitting troubling phoning ringing telephoning contacting dialling dialing bothering"
        " disturbing harassing"
        " pestering hassling spamming soliciting bugging",
        "called": "rang phoned rung telephoned contacted dialled bothered disturbed harassed pestered",
        "calls": "solicitation solicitations solicitors phonecalls robocalls marketing telemarketing"
        " communication communications correspondence",
        "number": "mobile cell landline line house household",
        "me": "us",
        "my": "our",
        "again": "anymore evermore",
        "stop": "quit cease halt discontinue terminate desist refrain stopping",
        "remove": "lose destroy removal deletion erasure removing deleting erasing delete erase wipe"
        " strike scratch cross purge exclude scrub",
        "removed": "deleted erased wiped struck scratched crossed purged excluded taken",
        "list": "lists database databases system systems records register registry file files books contacts"
        " campaign campaigns base",
        "want": "wish like need",
        "be": "being getting",
        "consent": "approval agreement permission authorisation authorization",
        "withdraw": "revoke retract rescind withdrawing revoking withdrew",
        "anyone": "anybody",
        "nobody": "noone none",
        "these": "those such your more future other all",
        "didnt": "wouldnt werent",
        "must": "should may shall can",
        "mustnt": "shouldnt cant",
    }
)
_NAMES = vocabulary(
    NO="not|never|no longer",
    NEVER_MORE="again|these|any longer|longer|in future|in these|from now on|at these|back",
    NUMBER="(my|this) (call )*number( number)*|this call|my call",
    ME="me|here|it|up|NUMBER|(on|to|at) NUMBER|to me|my family",
    YOU="you( people| lot)?|anyone( from these (company|bank|firm|office|team))?|people|these (company"
    "|people|colleagues|robot|bot|bank|lot)",
    CALLING="(call|calling|called|being called|be called)",
    ABOUT="(about|for|from|with|or|because|i|im|you|we|now|and|at|on|to (sell|offer|ask)|then|it)",
    HINDERED="(i|if|before|until|until|forward~|miss~|waiting|when|return~|place|dropping|drop"
    "|my (?!number)\\w+|he|she|they|getting|through|screen~|his|her|left|incoming|outgoing"
    "|abroad|back)(?!\\S)",
    STARTS="BEGIN (yes |no )?|or |but |then |because |said |driving |over |that |it ",
    CALLS="(call |calls |these |this |of )*calls",
    THESE="( (these|this|my|of|be|get|getting|receiving|direct|one|another))*",
    # "Don't call me" goes on like this; "don't call me Susan" does not
    GOES_ON="(?= (full|period|by|up|about|regarding|with|from|to|on|at|in|or|but|because|cause|then|i|im"
    "|ive|id|ill|you|its"
    "|thats|now"
    "|this|my|we|thanks|thank|goodbye|bye|never|not|no|hang|leave|stop|take|remove|under|until|till"
    "|before|after"
    "|for|understood|right|cheers|while|when|if|unless|without|only|between|during|yet|today|tonight|tomorrow"
    "|early|late|next|every|too|these|nobody|there|theres|youre|youve|he|she|it|dead|are|is|did|got|am"
    "|have|let|what|who|how|why|ive|could|would|will|were|there|her|him|them|people|if|youll"
    "|[.?!])(?!\\S)|$)",
)
_ORDERS = rules(
    (
        (
            "do not call",
            (
                "(not|never)( you)? call( or call)?((( ME)+( NEVER_MORE)*| NEVER_MORE)GOES_ON| END| with|"
                " about|(?= (not|or|text|email|thanks|bye|goodbye|im|just|we|there)(?!\\S)))"
                "(?! (every|so|often|much|twice|several|now|these time|these than))"
            ),
        ),
        ("no more calls", "(no|not one|not another|zero) CALLS(?! (centre|center|charge|fee)~)"),
        (
            "do not call again",
            (
                "(not|never)( you)? call( (ME|back|out|to))* (again|these|any longer|longer|in future|from"
                " now on)"
            ),
        ),
    ),
    _NAMES,
)
_ASKS = rules(
    (
        (
            "do not bother to call",
            "(not|never)( you)? (call|try|keep|go on) (calling|to call)( ME| NEVER_MORE)*GOES_ON",
        ),
        ("told not to call", "((not|never) to|to (not|never)) call( ME| NEVER_MORE| END)+"),
        ("told not to", "(call|calling|called|CALLS)( \\w+){0,6} you (not|never) to END"),
        ("in no case", "no (circumstances?|account|condition|event) .. (call|calling)( ME| NEVER_MORE)*"),
        ("or else", "if you call( ME)? (again|these) .. (ill|i will|im|well|we will|youll|you will)", 0.85),
        (
            "or else",
            (
                "call( ME)* (again|these) (i|ill|i will|youll|you will)( \\w+){0,2} (report|sue"
                "|complain|block"
                "|sorry|regret|police|court|lawyer|call (police|my))"
            ),
            0.85,
        ),
        (
            "or else",
            (
                "(if|next time) (this|my) (call|line) (rings|goes)( \\w+){0,10} (police|report~|sue|complain~"
                "|lawyer|court|inspector~|authorit~|ombudsman|regulator)"
            ),
            0.8,
        ),
        ("will you not call", "(could|would|will|must) you not call( ME| NEVER_MORE)+"),
        ("mind not calling", "(mind|about|consider|appreciate) (you )?not calling( ME)*"),
        (
            "stop calling",
            (
                "(stop|(?<!i\\s)(?<!you\\s)stopped|refrain from|desist( from)?|avoid|finish|end|enough"
                "|no)( it)?( with)?THESE"
                " calling( (ME|her|him|them|my \\w+|NEVER_MORE))*GOES_ON"
            ),
        ),
        (
            "stop the calls",
            (
                "(stop|end|enough|cancel|stop (receiving|getting)|cut out|cut it out|knock off"
                "|knock it off|block (these|this))( it)?( with| of)?"
                " CALLS"
            ),
        ),
        (
            "the calls must stop",
            "CALLS( to| must| have| has| got| need| had| better| ought| want)* (stop|stopped|end)",
        ),
        (
            "enough of the calls",
            "(had|have|sick|tired|fed up|sick tired)( (enough|of|with))+ CALLS(?= (stop|no|END)|END)",
        ),
        (
            "no more contact",
            (
                "(cancel|stop|no|end|not want|want no)( these)* call (with|from) (me|these|you)|(not want"
                "|BEGIN no|want no)( these)* call END"
            ),
        ),
        ("do not reach out", "(not|never|stop) (reach|reaching) out( to)?( ME| NEVER_MORE)*"),
        ("do not reach out", "(not|never|stop) (hit|calling) me up( NEVER_MORE)*"),
        ("stop blowing up my phone", "stop blowing up my call"),
        ("you keep calling: stop", "(you|keep) (call|calling)(?=.{0,50} (stop|enough)(?!\\S))", 0.85),
        (
            "call me: stop",
            (
                "(call|calling|calls)( (ME|today|again|every|these|day|week|time))* (stop( it|"
                " this| that)?|enough"
                "|not it again) END"
            ),
            0.85,
        ),
        ("stop: you keep calling", "(stop|enough)(?= .{0,20}you (keep )?(call|calling)(?!\\S))", 0.85),
        (
            "off the list",
            (
                "(remove|take|get|drop|pull|keep|leave|cancel|clear) (me|my name|it|NUMBER|my details|my"
                " data|my information|name|number)"
                " (off|from|out of|out)( (?!waiting|wait|guest|account|joint|mailing|email"
                "|mail|newsletter|sms|my)\\w+){0,3} list"
            ),
        ),
        (
            "removed from the list",
            (
                "removed (off|from)( (?!waiting|wait|guest|account|joint|mailing|email|mail"
                "|newsletter|sms|my)\\w+){0,3} list"
            ),
        ),
        (
            "wants the number off",
            (
                "(want|ask|request|have|out) (me|my name|NUMBER|my details|my data)( to be)? (removed"
                "|remove|off|out)( (off|from|of|out))?"
                "(?! (my|account|card|queue))"
            ),
        ),
        (
            "wants out of the list",
            (
                "(want( to be)? (off|out)|NO want (to be|me|my \\w+|NUMBER|you \\w+ NUMBER)( (on|in|to be"
                " on|to be in|having|have))?)( of)? (these|this)( \\w+)? list"
            ),
        ),
        (
            "wants nobody to have the number",
            "NO want (you|these \\w+|anyone)( people)? (to have|having|to keep|keeping|to use|using) NUMBER",
        ),
        (
            "wants to be off",
            (
                "(id|want|must i|could i)( want)?( to)?( be| have| get)( ME)? (removed|off)( END| now| from"
                " (this|these|here))"
            ),
        ),
        ("my number is to be removed", "NUMBER (is|be|gets|to be) removed"),
        ("dnc", "(put|add|make|mark|place)( \\w+){0,3} dnc|BEGIN dnc END"),
        ("off", "(take|get|remove|drop|strike) (me|my name|NUMBER) (off|out)( of there| of it)? END"),
        (
            "remove my number",
            (
                "(STARTS|to |you |must )(remove|lose|forget|destroy|throw away|tear up|rip up|get rid of"
                "|burn|bin|shred|ditch|dump|trash|expunge|stop using)( you had)?"
                " NUMBER(?! (from|on|in) (my|account|profile|app|joint|card|loan)| order| replace)"
            ),
        ),
        ("remove me", "BEGIN remove me END"),
        ("remove my data", "(bin|burn|shred|dump|trash|expunge) my (details|data|information|name)", 0.8),
        (
            "remove my data",
            "remove (these )?(my )?(contact )?(data|details|information)(?= (not|never|stop))",
        ),
        ("remove my data", "remove my (call )?(data|details|information)(?= END| from these list)", 0.7),
        ("preference service", "(on|with|registered with) (call )*preference (service|scheme)"),
        ("do not use my number", "(not|never) (use|keep|store|save) NUMBER( NEVER_MORE)*"),
        (
            "do-not-call list",
            (
                "(put|add|place|include|register|on|onto|to|be)( \\w+){0,3} (not|never|no) (to be )?(call"
                "|calls|called)( number)? list"
            ),
        ),
        (
            "marked as do-not-call",
            "(mark|flag|list|put|register)( \\w+){1,4} (not|never|no) (to be )?(call|called)",
        ),
        (
            "not one more call",
            "(no|not one|not single|not another|never another)( these)? call( from you| END)",
        ),
        (
            "marked as do-not-call",
            (
                "as( \\w+)? (someone|somebody|person|customer)( who)? (not|never|wont|doesnt|no longer)"
                " wants?( to)?( be)? (called|calls|call)"
            ),
        ),
        (
            "to be removed",
            "(press|ask|say|sign)( \\w+){0,2} to be (removed|off)( from (this|it|here))? END",
            0.6,
        ),
        (
            "wants no calls",
            "(want|(?<!i\\s)(?<!we\\s)get|take|accept) no CALLS(?! (centre|center|charge|fee)~)",
        ),
        (
            "does not want calls",
            (
                "NO (want|care for|care|agree|consent|accept|appreciate|interested in)( to)?( (get|receive"
                "|take|have|hear|answer"
                "|accept|be))*THESE CALLS"
                "(?! (centre|center|charge|fee)~)"
            ),
        ),
        (
            "does not want another call",
            (
                "NO want( to)?( get| receive| have)*( (another|one|single|these))+ call|never want"
                " to (get|receive) call"
            ),
        ),
        (
            "asks that you do not call",
            (
                "(ask|request|demand|insist|order|tell you|telling you)( that)?( you)? (not|never|stop)("
                " to)? (call|calling)"
            ),
        ),
        (
            "does not take calls",
            ("(not|never|wont|no longer) (be )?(taking|accepting|answering|take|accept|answer)THESE CALLS"),
        ),
        (
            "so that no calls come",
            (
                "(so|that|see|sure|ensure|where)( that)? (i|we) (not|never|no longer) (get|receive|have)"
                " (called|CALLS)"
            ),
        ),
        (
            "does not want to be called",
            (
                "(NO (want|care|agree|consent)( to)?|(not|never) to|to (not|never)|(must|will)"
                " (not|never)) be"
                " called( ME| NEVER_MORE)*"
            ),
        ),
        (
            "would rather not be called",
            (
                "(rather|sooner|prefer|prefer it if|(appreciate|want|love) it if|(grateful|happy"
                "|happier|glad|better|nice|obliged|kind|pleased"
                "|great|good|appreciate) if)"
                "( you)?( would| could| did)? (didnt|not|stop|stopped|never|no longer)( to)?( be|"
                " get| receive)*"
                " (call|calling|called|CALLS)( ME| NEVER_MORE)*"
            ),
        ),
        ("does not want you to call", "NO want (YOU)( to)? (call|calling)( ME| NEVER_MORE)*GOES_ON"),
        (
            "opts out",
            (
                "(opt|opting|opted)( ME)? out( ofTHESE (call )*(calls|calling|called|list))?(?! of(?!"
                " (this|it|everything) END)(?!\\S))"
            ),
        ),
        (
            "unsubscribes",
            (
                "(unsubscribe|unsubscribing|unsubscribed)(( ME)? fromTHESE( \\w+)? (call )*(calls|calling"
                "|list)|(?!( ME)? from)(?! my (?!number)\\w+)( ME)?)"
            ),
        ),
        ("takes back consent", "(withdraw|cancel|take back)( (these|my))* consent"),
        (
            "takes back consent",
            "my consent( \\w+){1,14} (withdraw|cancel|taking|take|undo|undoing) (it|that|this)",
        ),
        (
            "takes back consent",
            (
                "(saying|said|agree|agreed|ticked|signed|let|allowed)( \\w+){0,3} you (must|could|to)"
                " call( \\w+){0,10} (take|undo|withdraw|cancel|untick) (it|that|this)"
            ),
            0.8,
        ),
        ("takes back consent", "(un (agree|consent)|unagree|unconsent)", 0.8),
        ("refuses calls", "(refuse|decline|reject|do without)( (to|get|take|receive|answer))*THESE CALLS"),
        (
            "gave no consent",
            (
                "(not|never|no|didnt|havent) (have |give |gave |given )?(you )?(my )?(consent|right|reason"
                "|business)( (to|for))? .. (call|CALLS|called|calling)"
            ),
        ),
        ("gave no consent", "(not|never|didnt|havent) (give|gave|given) you( my| these)* consent"),
        (
            "objects to calls",
            (
                "(object|objecting|not agree|not consent|never agreed|didnt agree|did not agree) (to"
                "|with)THESE (called|calling|CALLS)"
            ),
        ),
        (
            "not allowed to call",
            (
                "(not|never|arent) (allowed|permitted|supposed|entitled|welcome|to)( to)? (call|be"
                " calling)( ME| NEVER_MORE)*"
            ),
        ),
        ("forbids calls", "(forbid|prohibit|ban)( you)?( to| from)? (call|calling)( ME)*"),
        (
            "must not call",
            (
                "you (must not|must never|mustnt|better not|ought not to|will not)( be)? (call|calling)( ME"
                "| NEVER_MORE)+"
            ),
        ),
        (
            "no need to call again",
            (
                "(no|you not) (want|have|reason|point|sense|use)( in| of)?( to)? (call|calling)("
                " ME)* (again|these)"
            ),
        ),
        ("you need not call again", "you (mustnt|neednt) call( ME)* (again|these)"),
        (
            "make sure nobody calls",
            (
                "(make sure|see to it|ensure|see)( that)? (nobody|no one|i|im|NUMBER|you|they)"
                "( (from|of|at|in)( \\w+){1,2}?)?( (is|am|are|will|not|never|be|get|wont|ever))*"
                " (call|calls|called|calling|phones|rings)( ME| NEVER_MORE)+"
            ),
        ),
        (
            "leave me alone",
            "(STARTS|you |people |to |must )leave me (alone|in peace|be END)(?! (for|until|till|with))",
            0.8,
        ),
        (
            "never to hear from you",
            (
                "NO (want|going)( to)? hear( (another word|anything|word|these|one))* (from|of) (YOU|this"
                " company)( NEVER_MORE)*"
            ),
        ),
        ("never to talk again", "NO want to (talk|speak) (to|with) YOU again", 0.8),
        (
            "the last call",
            (
                "(this|that|it) (be|is|will be|had better be|better be|must be|has to be)( these)? (last"
                "|final) (time( that)? you call|call)"
            ),
            0.8,
        ),
        (
            "on a blacklist",
            (
                "blacklist (me|NUMBER)|(put|add) (me|NUMBER) .. blacklist|block (me|NUMBER) (from|in)"
                " these list"
            ),
        ),
        # What is left of ways to say it: surer rules come first
        (
            "does not want calls, in other words",
            (
                "NO( be| going to)? (want|care|agree|allow|let|permit|accept|take|tolerate|enjoy"
                "|welcome|happy|comfortable|willing|interested|hear|answer|like"
                "|keep)( (want|to|be|get|agree|allow|let|permit|accept|take|tolerate|enjoy"
                "|welcome|continue|keep|go on|try"
                "|trying|these|this|that|one|of|for|you|anyone|anybody|people|from|company"
                "|interested|in|having|have"
                "|happy|comfortable|ready|willing|with|about|receive|receiving|up|put|hear"
                "|hearing|longer|answer))*"
                " (called|calls|(call|calling) (from|ME))( (ME|NEVER_MORE))*"
                "(?! (centre|center|charge|fee)~)"
            ),
            0.7,
        ),
        (
            "the calls must end, in other words",
            (
                "(stop|stopped|end|finish|enough|refrain|desist|avoid|no more|put end|put stop"
                "|cut|done|sick|tired|fed up|over)"
                "( (it|with|off|out|of|to|from|these|this|that|all|your|tired|up|you|people"
                "|being|getting|be))+ (calling ME|called|calls)"
                "( (ME|NEVER_MORE))*(?! (centre|center|charge|fee)~)"
            ),
            0.7,
        ),
        (
            "is to be off the list, in other words",
            (
                "(remove|removed|take|delete|cancel|clear|pull|off|out|exclude|leave|withdraw"
                "|get)( \\w+){0,2} (me|NUMBER|my name|my details"
                "|my data|number)( (?!(mailing|email|mail|newsletter|waiting|guest"
                "|sms)(?!\\S))\\w+){0,3} list(?! (of|waiting))"
            ),
            0.7,
        ),
        (
            "asks for an end of calling, in other words",
            (
                "(stop|end|enough|finish|avoid|mind( \\w+)? not|no (need|want) (for|of)|rest"
                " with|pack it in with|done with"
                "|without|appreciate (not|no)|(put|make|bring) (end|stop) (to|of))"
                "( (?!HINDERED)\\w+){0,4} (calling( (ME|NEVER_MORE))+GOES_ON|calling(?= ABOUT"
                "| END)|called ME|calls"
                "|(these|all) call END)( (ME|NEVER_MORE))*"
            ),
            0.7,
        ),
        (
            "do not think of calling",
            (
                "(not|never)( (be|think|of|about|consider|continue|keep|try|go|on|start"
                "|attempt|at|to|with|want))+"
                " (call|calling)( (ME|NEVER_MORE|no))*(?= END| (because|im|i|we|and|or|at|about|for)(?!\\S))"
            ),
            0.8,
        ),
        (
            "calls are unwanted",
            (
                "(calls|calling|called)( \\w+){0,2} (unwanted|unwelcome|not welcome|not"
                " wanted|not appreciated"
                "|upset|upsetting|annoy|distressing|distress|harassment|nuisance|intrusive"
                "|illegal|out of order"
                "|making me (ill|sick|anxious|nervous)|(has to|have to|to) (stop|end))"
            ),
            0.7,
        ),
        (
            "calls, and wants it to end",
            (
                "(you( \\w+)? (calls|calling|call)|these (calls|calling)|calls (come|keep"
                "|upset|are))( \\w+){0,12} (stop (them|it|this|that|these|doing|right)|it (to"
                " )?(stop"
                "|end)|not( \\w+)? (again|these|longer|any longer)|enough( is enough)?)( now|"
                " please)?(?= END)"
            ),
            0.7,
        ),
        (
            "had it with the calls",
            (
                "(sick|tired|fed up|had it|had enough|had it up|weary|had my fill)( (to|death"
                "|here|back|teeth|with"
                "|of|tired|having))* (YOU( \\w+)? (call|calling)|these calls|calls|being"
                " called|these calling)"
            ),
            0.8,
        ),
        (
            "nobody may call",
            (
                "(not|no|never|nobody|without|no 1|didnt|havent|hasnt|lack)( \\w+){0,4}"
                " (consent|right|business|basis"
                "|reason|authority|allowed|entitled)( \\w+){0,3} (call|calls|called|calling"
                "|use NUMBER|have NUMBER)"
            ),
            0.7,
        ),
        (
            "never signed up",
            "(never|not|didnt)( \\w+)? (sign|signed) up (for|to)( \\w+)? (calls|be called|this|it)",
        ),
        (
            "or else",
            (
                "(if|next time) (you|anyone|these \\w+)( (ever|even))* (call|contact)("
                " \\w+){0,7} (police|report|sue"
                "|suing|complain|complaint|complaining|lawyer|solicitor|court|legal|block|blocking|ombudsman"
                "|regulator|authorities)"
            ),
            0.8,
        ),
        (
            "or else",
            "(one more|one these|another|these) call( \\w+){0,5} (police|report|sue|lawyer|court|legal)",
            0.8,
        ),
        (
            "no call to somebody of mine",
            (
                "(not|never|stop) (call|calling)( for)? (my|our|her|his|him|these|old|poor)( (?!office|work"
                "|boss)\\w+){0,4} (again|these|any longer|longer|passed|died|dead|is dead|ill|sick|confused)"
            ),
            0.8,
        ),
        (
            "stop calling somebody",
            (
                "stop calling( (poor|old|sick|elderly|lonely|an|my|busy|these|this))+ (woman"
                "|man|lady|people|person|mum|mother"
                "|mom|gran~|nan|father|dad|wife|husband|family|home|address|place|business|office|shop)"
            ),
            0.8,
        ),
        (
            "not yours to use",
            (
                "NUMBER is (not|private|not for|not yours|none of)( \\w+){0,3} (use|call|business"
                "|public|private)"
            ),
            0.7,
        ),
        (
            "must not have the number",
            (
                "(having|have|has|got|get|gave|hold|holding|keep|obtained)( \\w+)? NUMBER( \\w+){0,4}"
                " (remove|take|get rid of|destroy|rid of) (it|that|them)"
            ),
            0.8,
        ),
        (
            "block my number",
            (
                "(block|bar|blacklist|ban|disable|deactivate|suppress|restrict) NUMBER("
                " \\w+)? (on|in|from|at|so|with) (these|you"
                "|this list|nobody|anyone|calls|calling|side)"
            ),
        ),
        (
            "block so that nobody calls",
            "block( \\w+){0,3} NUMBER so( that)? (nobody|you|anyone|no one|they)( \\w+){0,2} call",
        ),
        (
            "removal is requested",
            (
                "remove( of)?( (me|my|personal|private|all|these|call|contact|own|and))+"
                " (data|details|information|name|number|info)( \\w+)? (from|off|out of|in)("
                " \\w+){0,3} (list|call|calls|marketing)"
            ),
        ),
        (
            "removal is requested",
            (
                "(gdpr|data protection|article \\w+|right to (object|erasure|be forgotten)|right to privacy)"
                "( \\w+){0,12} (remove|calls|NUMBER|marketing|data|calling|called|object|stop)"
            ),
            0.8,
        ),
        (
            "objects",
            (
                "object( \\w+){0,6} (marketing|calls|calling|called|profiling|processing|use of"
                " my (data|number))"
            ),
            0.8,
        ),
        (
            "off it, whatever it is",
            (
                "(take|remove|get|strike|drop|keep|leave) (me|my name|NUMBER|us) (off|out of"
                "|from)( (of|whatever|wherever"
                "|which|every|each|this|these|that|it|thing|kind|sort|call|calling|or))*"
                " (list|thing|program|scheme|system|there|here|it END)"
            ),
            0.8,
        ),
        (
            "never to hear from you",
            (
                "(NO|nobody|not) want( to)?( \\w+)? (hear|see|talk|deal|do|have)( \\w+){0,4}"
                " (voice|with you|with these company"
                "|from you|of you|these company|these people|from these)( (on|NEVER_MORE|call"
                "|ME))*(?! (today|now|about))"
            ),
            0.7,
        ),
        (
            "not now and not ever",
            "(not|never) (today|now|tomorrow)( \\w+){0,2} (never|not( |END)|or)( \\w+)? ?(END|call)",
            0.6,
        ),
        (
            "in no time at all",
            (
                "(not|never) call( ME)*( (today|now|tomorrow|this week|next week|not))* (or|not"
                "|never)( \\w+)? END"
            ),
        ),
        ("not call any more", "(not|stop|never) call( ME)*( no)? (these|again|longer)"),
        ("stop call", "BEGIN (stop )+call( ME)*(?= END)"),
        (
            "unsubscribes",
            (
                "unsubscribe( ME)?( from| of| to)?( (this|these|of|it|everything|that|all))* END"
                "|BEGIN unsubscribe END"
            ),
        ),
        (
            "will you leave me alone",
            "(why|cant|mustnt|not|when|please)( \\w+){0,3} leave (me|us) (alone|be END|in peace)",
            0.8,
        ),
        (
            "the last time",
            (
                "(this|that|it)( (must|had|better|will|would|be|is|to|these|i|let))* (last"
                "|final) (time|call)( you"
                "( \\w+){0,3}| from you| from these company)? END"
            ),
            0.7,
        ),
        (
            "the last call",
            (
                "(want|like|let|hope|id like)( (this|that|it|to|for|is|was|be))+ (last|final)"
                " (call|time)( \\w+){0,4}"
            ),
            0.7,
        ),
        (
            "harassment",
            (
                "(this is|consider(ed)? this|it is|its|call it|thats|sheer|pure) (call"
                "|harassment|stalking|invasion of( \\w+)? privacy)( \\w+){0,2} (stop"
                "|not|enough|cut)"
            ),
            0.7,
        ),
        (
            "enough of it",
            (
                "BEGIN( \\w+){0,9} (pack it in|give (it|this) rest|cut it out|knock it off)( (now"
                "|will you|with calling|with calls))* END|BEGIN (no these|enough) END"
            ),
            0.55,
        ),
        (
            "or else",
            (
                "(police|report|sue|suing|complain|lawyer|court|legal|ombudsman)( \\w+){0,5} (if"
                "|next time) (you|anyone) call( \\w+)?"
            ),
            0.8,
        ),
        (
            "told you before",
            (
                "(?<!was\\s)(?<!been\\s)(asked|told|said|promised|thought|requested|agreed|swore"
                "|swear|promise|confirm)(?! (?!you|these|this|last|previous)\\w+( \\w+)?"
                " (people|firm|company|crowd|salesm[ae]n|shop|agency))( (?!my|them|him|her"
                "|if)\\w+){0,6} ((not|never) to call"
                "|you (wont|wouldnt|will not|didnt|not|will never) call|to stop(?!"
                " (?!call)\\w+ing)( call| calling)*"
                "|stop calling|be removed|off list|be taken off|removed|no longer call|not to be"
                " called)( (ME|NEVER_MORE))*"
            ),
            0.7,
        ),
        (
            "already out",
            "(i|we|ive)( have| had)?( all)? (opted out|unsubscribed|been removed)( \\w+){0,4}",
            0.7,
        ),
        (
            "nobody may call",
            "(nobody|no 1)( (must|will|is|to|may|ought|has))* call( (ME|NEVER_MORE))+(?=END)",
            0.8,
        ),
        ("gave no consent", "(not|havent|hasnt|no|never)( (got|have|had|given))* my consent", 0.8),
        (
            "uses a right",
            (
                "(exercise|exercising|invoke|invoking|use|using|assert|have)( \\w+)? right("
                " \\w+)? (object|erasure|be forgotten|privacy|remove|withdraw|opt)"
            ),
            0.7,
        ),
        (
            "calls are to stop",
            (
                "(calls|calling|call)( \\w+){0,8} (want|make|get|need|have|like)( to see)? (them"
                "|it|this|these|that)( to)? (stop|end|stopped)( now| for good)*(?= END)"
            ),
            0.7,
        ),
        (
            "remove my number",
            (
                "BEGIN( (not interested|no|thanks|thank you|goodbye|or|that thing))* (number"
                " remove|remove( (my|this))* number)( END| now| or| and)"
            ),
            0.8,
        ),
        (
            "leave me alone",
            (
                "(today|already|times|now|again|day|week|time|enough|right|and|so|but) leave me"
                " (alone|be|in peace)(?= END)"
            ),
            0.7,
        ),
        (
            "never again",
            (
                "(goodbye|bye|not|and|no) never again END|not (one|single)( single)* (more |these"
                " )*time END|not (another|one) (single )?(call|time) END"
            ),
            0.6,
        ),
        (
            "out of it",
            (
                "(want|like|need)( to)?( (be|get|come|have))* (out|off)( of)? (this|it|that|list"
                "|these list)( list| program| scheme)?(?= END)|count me out( (of|from))?( \\w+)?"
                " (calls|calling|list)|(must|could|will) i( be| get| come)+ (removed|off)( (this"
                "|these|of|call|from))* (list|END)"
            ),
            0.8,
        ),
        (
            "at no time",
            (
                "(at no time|under no \\w+|in no (way|case|event|circumstances))( \\w+){0,6}"
                " (call|called|calling)( ME)*"
            ),
            0.8,
        ),
        ("not once more", "not (once|ever)( these| again)* (do |will |must |should )?you call( ME)*", 0.8),
        (
            "you may no longer",
            "you (must|may|will|are)( to)? (no longer|never|not) call( (ME|NEVER_MORE))+",
            0.8,
        ),
        ("no want call", "no want( to)?( get| have)? (call|calls)( (ME|NEVER_MORE))*(?= END)", 0.7),
        (
            "stop processing",
            (
                "(stop|end|not|no)( \\w+)? (processing|process|using|use)( (my|call|personal"
                "|our))+ (number|data|details|information)"
            ),
            0.8,
        ),
        (
            "forbids the use",
            (
                "(forbid|prohibit|not (allow|permit|authori[sz]e|want))( you)?( to)? (use|keep"
                "|store|hold|have|dial|share|sell|pass)( \\w+)?( (my|call|personal|our))+ (number"
                "|data|details|information)"
            ),
            0.8,
        ),
        (
            "my number is gone",
            (
                "(confirm|want|make sure|ensure|sure|see)( \\w+){0,4} (my|this) (call )*number("
                " (has|have|is|was|be|been|gets|to))+ (removed|off)"
            ),
            0.7,
        ),
        ("remove number", "BEGIN( thing)? (number remove|remove number)(?= END)", 0.7),
        ("no more call me", "no these call( ME)+(?= END)", 0.8),
        (
            "will no longer take calls",
            (
                "(not|mustnt|never|no longer) (take|stand|bear|tolerate|put up with|endure)( (of"
                "|it|with|these|this))* calls( (ME|NEVER_MORE))*"
            ),
            0.8,
        ),
        (
            "nobody wants to be called",
            (
                "(nobody|no 1|no one)( \\w+){0,4} want( to)? (be called|calls|these calls|call)("
                " (ME|NEVER_MORE))*"
            ),
            0.8,
        ),
        (
            "my number is to go",
            (
                "NUMBER( (must|has|have|is|needs|want|ought|be|to|get|gets|being))+ (removed|off"
                "|out)( (off|out|from|of|these|this))*( \\w+)? (list|system)"
            ),
            0.8,
        ),
        ("no solicitors", "BEGIN no (solicitors|soliciting|callers)"),
        ("the last call", "(be|is) (last|final) time (that )?you call", 0.8),
        ("objects to calls", "(object|objecting) to you calling"),
        (
            "wants out of the list",
            (
                "want( to)?( be)? (off|out)( of)? list|NO want to be on list|NUMBER (mustnt|must not)"
                " be (on|in)"
            ),
        ),
        ("never signed up", "(never|not|didnt) (signed|sign) up (for|to)( \\w+)? (CALLS|be called)"),
        ("forget my number", "forget( (that|you|ever|have|had|know|about))* NUMBER"),
        ("would rather not be called", "if you never (call|called)( ME)*( again)?", 0.85),
        ("or else", "(sue|report) you if you call( ME)* again", 0.85),
        ("no more contact", "BEGIN stop these call END"),
        ("never again", "BEGIN (no )?never again END", 0.6),
        (
            "never to hear from you",
            "(this|that)( (is|was|better be))* last( time)? i hear (of|from) (you|these)",
            0.8,
        ),
        ("go away for good", "(go|stay) away( [.!])? (permanently|forever|for good)", 0.6),
        ("not to try again", "(not|never) (even )?try( this)? again END", 0.6),
        (
            "save the call",
            "save (youreself|yourself|yourselves)( (trouble|of|another|next))* (call|calling)",
            0.7,
        ),
        ("never again may you call", "never again( will| are| must)? you (call|calling)"),
    ),
    _NAMES,
)
_WHEN = (
    "daytime|nights|nighttime|(at|over|in|through|on) (daytime|nights|nighttime|small hours|meal~|tea~"
    "|supper|breakfast|bed~|nap~|church|christmas|easter|summer|winter|shift)|so (early|late|often"
    "|much)|before|after(?! this END)|until|till|during|between|while|when|whenever"
    "|earlier|later|past|too|early|late|yet|right|today"
    "|tonight|tomorrow|this (early|late|time|week|morning|afternoon|evening|month|hour|day)|next|before"
    "|by \\d"
    "|for (next|two|three|few|couple|week|month|\\d~)|mornings|evenings|weekends|\\w+days?"
    "|(at|in|on|over|to) (next|work|night|noon|lunch~|home|office|weekend~|midnight|dinner|this (time"
    "|hour)|\\d~|\\w+days?|holiday~"
    "|morning|evening|afternoon|middle|school|one|two|three|four|five|six|seven|eight|nine|ten|my (work"
    "|office))"
)
_LASTING = frozenset(
    {
        "block my number",
        "do-not-call list",
        "gave no consent",
        "go away for good",
        "is to be off the list, in other words",
        "keep off my number",
        "lose my number",
        "must not have the number",
        "my number is to be removed",
        "off it, whatever it is",
        "off the list",
        "on a blacklist",
        "opts out",
        "out of it",
        "removal is requested",
        "remove me",
        "remove my data",
        "remove my number",
        "removed from the list",
        "takes back consent",
        "unsubscribes",
        "wants out of the list",
        "wants the number off",
        "wants to be off",
    }
)
TABLE = OptOuts(
    same=_SAME,
    orders=_ORDERS,
    asks=_ASKS,
    after=rules(
        (
            (
                "only at certain times or places",
                f"({_WHEN})(?!( \\w+){{0,4}} (or|never|not)( \\w+){{0,2}} END)",
            ),
            (
                "only on a condition",
                (
                    "(unless|except|without|only|instead)"
                    "|if(?! ((thats|that is|its|it is)( (alright|these|fine|possible|(no|not) (too"
                    "|call|problem)|with|by)(?!\\S)|END)"
                    "|i may|possible|at all|you (please|would|must|not want|not mind)(?!\\S)))"
                ),
            ),
            (
                "only in a certain way",
                (
                    "by (email|e|post|mail|letter|text|sms)|on number|from (hidden|unknown|private"
                    "|withheld|foreign|abroad)|for (every|little|no|small|nothing)"
                ),
            ),
            ("it is told as a mistake", "by (mistake|accident)"),
            (
                "a name is meant",
                "by my (first|last|full|family|maiden|nick)|(him|her|them) (mr|mrs|ms|miss|doctor|sir)",
            ),
        ),
        _NAMES,
    ),
    later=rules(
        (
            (
                "another number or time is given",
                (
                    "(call|calling|try|use|text|number) (my (?!lawyer)\\w+|me (on|at|in|tomorrow|later|next"
                    "|after|instead|\\w+day)|his|her|him|instead|these number)"
                ),
            ),
            (
                "others are meant",
                (
                    "but (youre|you are|you sound|you seem) (alright|fine|nice|different|polite|welcome"
                    "|lovely|good|not)|but you (must|may) call|but not you"
                ),
            ),
        ),
        _NAMES,
    ),
    before=rules(
        (
            (
                ASKED,
                (
                    "^(but |tell me |you tell me )*(how(?! (many|often|about|you|(did )?you (get"
                    "|have|find)|(must )?(i|we) (get|make"
                    "|stop) you))|what(?! (part|gives|makes))"
                    "|when(?! you(?!\\S))(?! (will|are|do|would|does (it|this)) (you|stop|end))|where(?!.*"
                    " (remove|stop) )|who(?! (said|gave)"
                    " you)|which|why (was|am|were)"
                    "|is(?! that clear)(?! it( \\w+)? (hard|much|difficult))(?! (there|it) .. (you|for you"
                    "|possible))|am|are(?! you( people)?"
                    " (able|deaf|stupid|not|still))|did|does|has|have(?! (decency|some|to))"
                    "|(must|could) i(?! (be|get|have|ask|beg))|will(?! you$))(?!\\S)(?!.*(told"
                    "|asked|said) you).*"
                ),
            ),
            (
                "it is a condition",
                (
                    "^(?!.*(grateful|happ|glad|appreciat|nice|great|better|good|lovely"
                    "|wonderful|thankful|love)).*(?<!\\S)(if|when|because|since|unless)("
                    " (?!said|told|asked|you)\\w+){0,2}( you)?$|if (i|we)"
                    " (press|say|pay|sign|buy)~.*"
                ),
            ),
            (
                "it is denied",
                (
                    "(not|never) (say|said|saying|mean|meant)( (that|you|to|must))*$|(not|never)"
                    " asking (you )?to$"
                ),
            ),
            ("it is told, not demanded", "(^|because )(i|we|they) get$"),
            (
                ASKED,
                (
                    "(does|would|will|do) (that|this|it) mean( (that|you|i|nobody))*$"
                    "|(^|so )you mean( (that|you|will))*$|why (have|did) (you|they)$"
                    "|(many|most|some) (people|customers)( (tell|ask|say|you|to))*$"
                ),
            ),
            (
                "others are meant",
                (
                    "(they|he|she|who|wont|not|never|doesnt|didnt|friends|him|nobody|cant|mustnt|was|did)"
                    "( will| would| wont)?( to)?$|(not|never) want( (you|them|him|her|anyone))?("
                    " to)?( be)?$|(was|were) told$"
                    "|(them|him|her|someone|person|scammers?) to$|(make|get) (them|him|her)$"
                    "|told my \\w+$"
                    "|(told|asked) (?!you|these|this|last|previous|first|same|other|nice|young)\\w+( \\w+)?"
                    " (people|firm|company|crowd|salesm[ae]n|shop|agency|salespeople)( to)?$"
                    "|(tell|ask) (?!you|these|this|anyone|boss~|manag~|colleague~|every~|calls|team|people"
                    "|whoever|supervisor|computer|robot|machine|company|office|(\\w+ )?(people|team|lot))"
                    "\\w+( \\w+)?$|^(my|his) call$"
                    "|(tell|ask) (them|him|her|\\w+)( to)? .. (call|calling)$"
                ),
            ),
        ),
        _NAMES,
    ),
    subject=rules(
        (
            (
                "it is told, not demanded",
                (
                    "(there (was|were|are)|have|has|had|got|received|ran out of|are|left)$|(how"
                    " many(?! times)|left)"
                ),
            ),
            (
                "somebody is said not to call",
                (
                    "(^|yes|no|but|because|that|why|if|think|hope|as) (i|you|we)( still| also|"
                    " often| usually)?$"
                    "|^(i|you|we)$|(why|i|we) not$|why$|^people$"
                    "|^my (sister|brother|sons?|daughters?|children|kids|family|friends"
                    "|neighbours?|doctor|call)( \\w+)?$"
                ),
            ),
        ),
        _NAMES,
    ),
    asked=(),
    ways=rules(
        (
            (
                "asks for a way",
                (
                    "^(?=.*(calls|called|calling|list|hear|call me|leave me|opt out|removed|off this"
                    " thing)(?!\\S))(?!.*(asking END|curious|curiosity|wondering|in general|app)"
                    "(?!\\S))(?!.*(call calls|block (?!these)"
                    "|spam~|scam~|mailing|newsletter|email|forwarding|waiting|account|app(?!\\S)))"
                    "(.* )?((how|what|where|who|which \\w+)( (must|would|could|if|is|does|will|it|take))*"
                    " (i|we|one|to|someone|my|for you)|who (must|will|would|do)( \\w+){0,4} (take"
                    "|remove|get) (me|my)|is there( any| some)* (way|form|button|box|process|procedure"
                    "|option|anything|something|anyone|someone|number))(?!\\S)"
                ),
            ),
        ),
        _NAMES,
    ),
    lasting=_LASTING,
    kinds=kinds(
        {
            "C": "calls|calling|callin|marketing",
            "k": "called",
            "c": "call",
            "V": "be|being|been",
            "f": "from|of|on|in|at|within",
            "b": "because|and|or|as|since|thanks|thank|bye|goodbye|its|im|ive|take|leave|good|forever",
            "N": "not|never|no|nobody|noone|without|zero|nor|neither|mustnt|shouldnt|wont|neednt"
            "|unwanted|unwelcome|wouldnt",
            "n": "cant|cannot|couldnt|didnt|doesnt|havent|hasnt|isnt|arent|wasnt|werent|hadnt",
            "S": "stop|stops|stopped|stahp|stp|end|ends|ended|enough|finish|finished|refrain|cut|knock|lay",
            "H": "hate|detest|loathe|refuse|decline|reject|object|forbid|prohibit|ban|sick|tired|fed|weary"
            "|resent|oppose|despise",
            "G": "want|wants|wanted|wish|wishes|like|agree|agreed|allow|allowed|accept|take"
            "|welcome|desire|interest"
            "|interested|happy|glad|appreciate|comfortable|willing|entitled|signed|sign"
            "|request|requested|tolerate|stand"
            "|bear|happier",
            "J": "consent|consented|consenting|authority",
            "R": "remove|removed|rid|forget|off|out|away|alone|block|bar|blacklist|drop|hide",
            "D": "number|numbers|details|data|name|information|line",
            "L": "list|computer|computers|memory|phonebook|dialler|dialer|mailings",
            "U": "keep|keeping|store|storing|hold|holding|save|saving|use|using|share|sharing",
            "E": "hear|hearing|heard",
            "A": "again|anymore|ever|longer|more|once|future",
            "M": "me|my|us|our|here|mine|family|mother|father|wife|husband|mum|mom|woman|man",
            "T": "these|this",
            "Y": "you|your|yours|youre|youve|youll|anyone|people|company|lot|everyone",
            "I": "i|ill|id|we|weve|were|he|she|they|hes|shes|theyre|who|it",
            "B": "mind|back|missed|miss|answer|answered|answering|hesitate|hang|wait|waiting"
            "|abroad|centre|center"
            "|forwarding|able|get|getting|got|receive|received|receiving|afraid|queue|account"
            "|card|order|make|making"
            "|balance|screen|doorbell|bell|alarm|try|tried|trying|police|until|before|but|if"
            "|when|how|what|why|cost~|charge~"
            "|email|text|letters|mail|mailing|old|them|him|her|his|their|cab|taxi|mortgage"
            "|policy|meeting|appointment"
            "|profile|office|use|work|app|apps|wifi|voicemail|ringtone|virus|messages|has|have|had"
            "|todo|shopping|playlist",
        }
    ),
)
