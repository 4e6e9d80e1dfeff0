"""English names, products and sayings that hold a rude or violent word and offend nobody."""

from __future__ import annotations

from ivr.understanding.civility.english.words import NAMES
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    OURS="( (the|a|an|my|your|youre|our|this|that|these|those|it|some|any|its|their|his|all|old|off|up))*",
    SPEAK="(speak|talk|connect( me)?|put( me)? through) (to|with)",
)
INNOCENT = rules(
    (
        # Names: of people (Dick), places, animals, firms
        (
            "a name",
            (
                "(moby|spotted|mister|mr|dr|doctor|uncle|name is|names|named|ask for|SPEAK|married to|this"
                " is|from|by) penis( (?!(in|up|head|and))\\w+)?"
            ),
        ),
        (
            "a name",
            (
                "penis (van|smith|jones|johnson|brown|clark|cheney|tracy|turpin|whittington|taylor|wilson"
                "|davis|evans)( \\w+)?"
            ),
        ),
        (
            "a name",
            (
                "penis s? ?sporting( goods)?|(gay|butt|dyke|cock) (street|road|lane|bar|pride|marriage|club"
                "|rights)"
            ),
        ),
        (
            "a name",
            (
                "hells? (kitchen|angels?|s kitchen)|hell s kitchen|(mr|mrs|miss|ms|doctor) (butts?|gay|cox"
                "|hitchpenis|shit|pig|fuchs)"
            ),
        ),
        (
            "an animal",
            (
                "pussy (cat|willow|riot|foot)~|penis (spaniel|a doodle)|butt and mule|guinea pig|piggy bank"
                "|cash cow|rat race|hot dog"
            ),
        ),
        (
            "a title",
            (
                "(american|village) idiot|idiot (proof|s guide|guide)|for dummies|fool proof|april fools?"
                "|kill bill|mockingbird"
            ),
        ),
        # Killing and dying of things, and sayings
        (
            "kills things",
            (
                "(kill|kills|killed|killing|killer)( (all|99|\\d+|percent|off|most))*OURS (bill|time|switch"
                "|bacteria|germs?|virus~|weeds?|bugs?"
                "|insects?|ants?|mosquito~|mou?ld|mice|pests?|plants?|process|processes|app|session|task"
                "|subscription|order|contract|service"
                "|lights?|engine|battery|batteries|card|account|deal|mood|two birds|signal|connection|call"
                "|whale|feature|offer|instinct|sudoku|pain)"
            ),
        ),
        (
            "a saying",
            (
                "(could|would|i|to)( \\w+)? (kill|murder|die) for( \\w+)? \\w+|(is|are|was|been|its|keeps"
                "|thats) killing OURS \\w+|die laughing|dying to|to die for"
            ),
        ),
        (
            "a saying",
            (
                "(killing|kills|kill) me|(operator|wife|husband|he|she|they|teacher|parents|neighbou?r"
                "|girlfriend)( (will|would|is|are|going|to|gonna|s))* (kill|murder) (me|i)"
            ),
        ),
        (
            "a saying",
            "dressed to kill|over my dead body|drop dead gorgeous|would it kill you to \\w+|curiosity killed",
        ),
        (
            "a dead thing",
            (
                "dead (battery|line|phone|end|link|account|letter|tired|serious|sure|on|slow|right|easy"
                "|simple|weight|zone|spot|sea|body|wrong)"
            ),
        ),
        (
            "a dead thing",
            (
                "(line|battery|phone|laptop|tablet|card|it|he|she|pet|cat|dog|husband|wife|operator)( (is"
                "|went|goes|has gone|was|gone|just))* (dead|died|dies)"
            ),
        ),
        (
            "bombs",
            (
                "(bath|photo|sex|time|seed|price|cherry) bombs?|bomb (offer|deal|price|disposal|shelter"
                "|cyclone)|the bomb END|bombs? (threat|scare)~( \\w+)? (on|in|at) (the )?(tv|news|radio"
                "|airport|school|station)"
            ),
        ),
        (
            "shoots films",
            (
                "shoot( (me|you|him|her|i|them|over))*OURS (email|mail|text|message|line|sms|note|link|film"
                "|video|photos?|pictures?|movie|scene|breeze|straight|hoops?|pool|question)~|photo shoot"
            ),
        ),
        (
            "beats prices",
            (
                "(beat|beats|beating)OURS (prices?|offers?|rates?|quote|deadline|traffic|competition"
                "|competitors?|queue|rush|record|time|score|heat|odds|drum)|beats me"
            ),
        ),
        (
            "hits buttons",
            (
                "(hit|hits|hitting)OURS (button|key|road|gym|brakes?|roof|jackpot|limit|target|nail|sack"
                "|enter|submit|send|one|two|zero|hash|star)|hit (me|i|you) (up|back)"
            ),
        ),
        (
            "blows up pictures",
            (
                "(blow|blew|blows|blowing) upOURS (photo|picture|balloon~|mattress|image|map|phone|tyre"
                "|tire|file|screen)|blow(OURS) (whistle|mind|budget)"
            ),
        ),
        (
            "burns and breaks",
            (
                "(burn|burns|burning)( through)?OURS (cd|dvd|disc|calories|fat|fuel|gas|money|cash|candle"
                "|data|hole in)|break(OURS) (contract|agreement|promise|news|bill|note|record|lease|rules?"
                "|even)"
            ),
        ),
        (
            "cuts and tears",
            (
                "(cut|cuts|cutting)( (me|i|you|him|her))?OURS (off|short|down|back|cost~|price~|corner~"
                "|fee~|out|hair|bill~|key|deal|line|power|electricity)|(rip|tear)OURS (contract|letter"
                "|cheque|check|cd|page)"
            ),
        ),
        (
            "destroys papers",
            (
                "(destroy|smash|crush|wreck|ruin|end|attack|kick|bomb)OURS (card|cards|data|copy|copies"
                "|records?|files?|documents?|exam|test|target|goals?|avocados?|credit|day|evening|holiday"
                "|call|contract|conversation|subscription|session|agreement|line)"
            ),
        ),
        (
            "a saying",
            (
                "ran over|(run|running) overOURS (limit|budget|time|allowance|minutes)|heart attack|panic"
                " attack|kick (off|start)|knock knock|set(OURS) (up|doors?|alarm|password)"
            ),
        ),
        (
            "not so",
            (
                "(not|isnt|arent|never|didnt|wouldnt|dont)( (a|an|the|saying|say|said|call|calling|that|you"
                "|are|being|mean|think|is))* (idiot|stupid)"
            ),
        ),
        (
            "asks how to complain",
            (
                "(how|where)( (do|can|could|to|should|would|i))* (make|file|lodge|submit|raise|put in)( (a"
                "|my))? (complaint|claim)"
            ),
        ),
        # Words with another meaning
        (
            "a sex on paper",
            (
                "(male|female|same|opposite|what|their|babys|childs) sex|sex (and the city|discrimination"
                "|education|field|male|female|pistols|of (the|my) (child|baby)|on (the|my))"
            ),
        ),
        (
            "speaks of themselves",
            (
                "(i (am|was|feel|felt)|i|myself|(call|called|calls) me|(make|makes|made) me (look|feel)"
                "|feel)( (a|an|like|being|such|feeling|bit|little|the))* (idiot|stupid|fool|clown|dummy"
                "|butt|joke|pig)"
            ),
        ),
        (
            "a saying",
            (
                "stupid (of me|question|mistake)|silly me|(hate|hates) (to (bother|ask|say|trouble|complain"
                "|disturb|interrupt|be)|it when i)"
            ),
        ),
        (
            "a saying",
            (
                "(hell|damn|fuck|fucking) (yeah|yes|good|fine)|holy (cow|moly|smoke)|son of a gun|crap"
                " shoot|fat free|low fat|tit for tat|blue tit|pain in the (neck|back)"
            ),
        ),
        (
            "balls and gas",
            (
                "balls? (game|room|bearing~)|(foot|golf|tennis|snow|cricket|rugby|basket) balls?|gas (bill"
                "|card|meter|station|leak|supply|engineer|price)~|naked (eye|juice|wines?)|virgin (media"
                "|mobile|atlantic|olive|money|islands?|active)|extra virgin"
            ),
        ),
        (
            "an animal",
            (
                "(cocks?|bitch|bitches|ass|asses|penis|tits?|butt)( (and|or|with|the|ten|some|my"
                "|a|two|had|has|in|gave birth to))* (hens?|roosters?|chickens?|puppies|pups"
                "|litter|donkeys?|mares?|farm)|(female|brood|my|the|our) (dog )?idiot( (had|has"
                "|is expecting|gave birth to|with))+ (puppies|pups|litter)"
            ),
        ),
        ("a drink", "fucking mary( (recipe|mix|cocktail|please))*"),
    ),
    _NAMES,
)
