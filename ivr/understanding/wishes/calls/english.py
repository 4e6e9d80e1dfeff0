"""English. ``call`` is also ring and phone, ``someone`` also a colleague of whoever listens."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.utterance import synonyms
from ivr.understanding.wishes.table import Kind, Wishes, wordings

_SAME = synonyms(
    {
        "": "please just really the kindly then so well maybe perhaps possibly also simply hello hi thanks",
        "call": "ring telephone buzz dial",
        "called": "rung phoned contacted",
        "me": "us",
        "someone": "somebody anyone anybody everyone colleague colleagues manager advisor adviser agent"
        " operator"
        " specialist technician accountant person they he she them him her",
        "a": "an one",
        "can": "could will would may might should shall must",
        "want": "like need prefer wish expect love appreciate",
        "arrange": "schedule book organise organize request order set plan fix get have",
        "not": "dont doesnt wont didnt isnt arent cant cannot couldnt wouldnt shouldnt",
        "suit": "suits fit fits suitable convenient",
        "those": "these them they any either",
        "cancel": "scrap drop delete remove forget abort withdraw skip scratch",
        "callback": "callbacks",
    }
)
_NAMES = vocabulary(
    CALLBACK="(callback|call back|return call)",
    CALL="(call|phone|reach|try|contact)",
    A_CALL="(a (\\w+ )?call|(a )?CALLBACK|(a )?appointment( (for|to|with)( (a|have))* (call|talk"
    "|speak|someone|chat))|a phone call"
    "|a (conversation|talk|chat) (on a phone|by phone|over a phone))(?! (centre|center"
    "|waiting|forwarding|history"
    "|charge|log|recording|back about)~)",
    WHO="(you|someone|a \\w+|(someone|a \\w+) (from|of|in) (a )?\\w+( \\w+)?)",
    WHEN="(later|tomorrow|tonight|today|next|again|on \\w+day|\\w+day|in (a |an )?(morning"
    "|afternoon|evening|hour|minutes?|few|while|half"
    "|\\w+ (minutes|hours|days))|(at|after|before|around|between|from) (\\d+|\\w+)|when|once"
    "|as soon|asap|first thing"
    "|any ?time|whenever|instead|if|about|regarding|because|and|or|but|on|to discuss|this|a"
    " (afternoon|evening|morning|week))",
    ME="(me|a number|(my|this|a) (\\w+ )?number)",
    KEPT="(?<!not\\s)(?<!never\\s)(?<!(not|did)\\sto\\s)(?<!not\\swant\\sto\\s)(?<!no\\swant\\sto\\s)"
    "(?<!not\\sarrange\\sto\\s)(?<!necessary\\sto\\s)(?<!did\\syou\\s)(?<!have\\syou\\s)(?<!who\\s)",
)
_K = Kind
TABLE = Wishes(
    same=_SAME,
    wordings=(
        *wordings(
            _K.CALLBACK,
            (
                (
                    "call me",
                    (
                        "(BEGIN |and |but |or |if not |instead |busy |later |(?<!what\\s)can "
                        "|rather )((yes|you|do|okay|ok|good|fine|sure|to) )*"
                        "CALL ME( back)?(?= END| WHEN)"
                    ),
                ),
                (
                    "have me called",
                    (
                        "((?<!what\\s)can|arrange|arrange for|let|ask|tell|(?<!you\\s)want|would"
                        "|have|glad if|grateful if|happy if|good if|great if) WHO( to)?"
                        "( (at|least|rather|someone|from|in|for|\\w+))?( to)? CALL (ME( back)?"
                        "|back)(?= END| WHEN)"
                    ),
                ),
                (
                    "a call back",
                    "(BEGIN|and|or|then) ?(call )*(a )?(CALLBACK)( (me|please))*(?= END| WHEN)",
                    0.9,
                ),
                (
                    "wants to be called",
                    (
                        "(?<!not\\s)(want|hope|can i|can we|rather|to|expect to)( to)? (be|get)"
                        " called( back)?(?= END| WHEN)"
                    ),
                ),
                (
                    "wants a call",
                    (
                        "(?<!not\\s)(want|can i arrange|can i|to arrange|BEGIN arrange|can we"
                        " arrange|can you arrange|would arrange|give me|offer me"
                        "|possible to arrange|can you give me|want you to give me)( (up|in|for|me"
                        "|to|arrange|have|get))* A_CALL(?! (cab|taxi|abroad))"
                    ),
                ),
                (
                    "wants to talk later",
                    (
                        "(can|want|rather|let) .. (speak|talk|chat|discuss)( \\w+){0,3} (later"
                        "|tomorrow|on \\w+day|next week|in a"
                        " (morning|afternoon|evening))(?! you)"
                    ),
                    0.6,
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.OTHER_TIME,
            (
                (
                    "another time",
                    (
                        "(another|some other|those other|different|what other|a (different|better))"
                        " (times?|days?|dates?|slots?"
                        "|hour|week|moment)(?! (of|zone|limit|table|card|period)~)(?=( (do you"
                        " have|please|then|for me"
                        "|would be better|is better|maybe|possible|is there|have you|do you arrange"
                        "|you))* END)"
                    ),
                ),
                (
                    "something else",
                    (
                        "BEGIN ((no|i|we|want|is there|arrange|maybe|not|that|those|but|do you|is"
                        "|can|to|for) )*(something|anything|nothing) (else|different|earlier"
                        "|later|other|sooner|better)(?= END)"
                    ),
                ),
                (
                    "none of them suits",
                    (
                        "(none|neither|no one)( of)?( (those|time|times|a|days|slots))*( (suit"
                        "|works?|for me|are|is|me|at all))*(?= END)|those( (times?|days?|slots?|a"
                        "|of|all))* not( (a|at all|be))* (suit|work|good|do)( for)?( me)?(?= END)"
                        "|(it|that|time|day)( \\w+)? not( (a|be|at all))* (suit|good|possible)("
                        " for)? me(?= END)|(it|that)( time| day)? not suit(?= END)"
                    ),
                ),
                (
                    "cannot then",
                    (
                        "(i |we )?not (make|do (?=then)|be available|manage|be free|be there|be"
                        " in|possible)( (of|a|on|at|for))*( (those|then))+( (of|those|time|times"
                        "|day|days|slot))*(?= END)"
                    ),
                    0.7,
                ),
                (
                    "earlier or later",
                    (
                        "(is there|got|do you|anything|nothing|any|what)( \\w+){0,3} (earlier"
                        "|later|sooner)( (time|slot|one|day|than that))*(?= END)"
                    ),
                    0.8,
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.CANCEL_CALL,
            (
                (
                    "cancel the call",
                    (
                        "KEPT(cancel|call off|never mind)( (out|about|off|my|this|that|your|our|\\w+days?"
                        "|tomorrows?|todays?))* (A_CALL|call|appointment)(?! (waiting|forwarding))"
                        "|changed? my mind( about)( (my|that|your))* (A_CALL|call)(?=( (so|cancel|it))* END)"
                    ),
                ),
                (
                    "does not need the call",
                    (
                        "(not|no longer)( \\w+)? (want|require)( (to|be|for|you|someone|a))*("
                        " (?!cancel)\\w+)? ((my|that|your|this) )?(A_CALL|call|called|call me)( back)?(?!"
                        " (number|centre|forwarding))( any ?more| now| after all)*"
                    ),
                ),
                (
                    "need not call",
                    (
                        "(no (want|reason|point)|not (have|arrange) to|not arrange|neednt|not bother"
                        "|unnecessary|no longer want)( (to|for|you|someone|a|in|with|about))*"
                        "( (?!cancel)\\w+)? (call|called|calling)( (me|back|any more|anymore))*"
                    ),
                ),
                (
                    "no call",
                    (
                        "BEGIN ((no|thank you|yes|sorry) )*no (call|A_CALL)"
                        "( (back|today|tomorrow|after all))*(?= END)"
                    ),
                ),
                (
                    "no call needed",
                    (
                        "no (more )?CALLBACK (want|needed|necessary|required)|(call|CALLBACK)( is"
                        "| has become)? (no longer|not) (want|needed|necessary|required)( any"
                        " ?more)?"
                    ),
                    0.8,
                ),
                (
                    "it is settled",
                    (
                        "(sorted|solved|resolved|fixed|settled)( \\w+){0,4} (no|not)( \\w+){0,2}"
                        " (call|want)( \\w+)?"
                    ),
                    0.7,
                ),
            ),
            _NAMES,
        ),
    ),
)
