"""English threats by what they have in common: who will do which harm to whom.

====  =====================================================================================
``I``  I, we; ``F`` my people, my dog; ``M`` my, me
``W``  to be about to, to want to, to be able to
``H``  to harm people; ``X`` to harm people or things; ``P`` to harm things
``h``  what is harm only to a part of the body: to throw, to cut off, to run over
``Y``  you, your; ``O`` he, they, anybody; ``T`` somebody of the company, somebody's family
``B``  a part of the body; ``L`` what the company owns
``G``  a weapon; ``Q`` a bomb, fire
``C``  to come; ``v`` with, carrying
``D``  hurt, dead, bleeding, an ambulance; ``R`` to regret, to suffer
``K``  to know, to find; ``q`` where, which; ``A`` to live, to sleep, a school
``N``  not; ``i`` if, next time, or else; ``p`` of, in, on; ``t`` through, into
====  =====================================================================================
"""

from __future__ import annotations

from ivr.understanding.civility.menace import Menaces
from ivr.understanding.civility.table import Family
from ivr.understanding.gist import kinds
from ivr.understanding.patterns import Rule, regex

_KINDS = kinds(
    {
        "": ",",
        "IW": "ill|id|il|lemme|well",
        "I": "i|im|ive|we|weve|somebody|someone|somebodys|someones",
        "YW": "youll|yall",
        "Y": "you|your|youre|yours|youve|ya|u|ur|yourself|yourselves",
        "F": "boys|brothers?|cousins?|mates?|lads|pals|dogs?|rottweiler|pitbull|uncle|gang|crew",
        "M": "my|our|me|mine|myself|us|ourselves",
        "N": "not|wont|never|no|dont|doesnt|isnt|arent|cant|cannot|without|nobody|didnt|wouldnt|none|hadnt",
        "W": "will|gonna|gunna|going|want|wanna|must|should|might|may|could|would|shall|gotta|swear|promise"
        "|able|about|have|has|need|needs|prepared|happy|glad|ready|coming|plan|love|like|got|can|tempted"
        "|intend",
        "H": "kill|killing|murder|stab|stabbing|strangle|strangling|choke|throttle|punch|slap|hurt|slaughter"
        "|whack|torture|execute|maim|injure|behead|batter|butcher|drown|cripple|thump|clobber|pummel|headbutt"
        "|kneecap|scalp|skin|gut|bury|harm|lynch|assault|smother|suffocate|poison|decapitate|thrash|wallop",
        "X": "smash|smashing|burn|burning|destroy|attack|beat|break|rip|tear|crush|bash|flatten|slash|shoot"
        "|hit|kick|cut|wreck|crack|split|ruin|bite|carve|mangle|scratch|hack|blow|snap|slit|chop",
        "P": "trash|torch|demolish|vandali[sz]e|key|puncture|ram|firebomb|raze|sink|burgle|rob|ransack|spray"
        "|dismantle|rampage|drive|crash|bulldoze|level|sabotage|damage",
        "h": "throw|toss|chuck|fling|drag|knock|run|push|shove|pull|chase|drop|hang|tie|lock|stick|put"
        "|feed|nail|dangle|rearrange|squeeze|twist|stomp|stamp|pin|pluck|yank|wipe|grab|wring",
        "O": "him|her|them|his|whoever|anyone|anybody|everyone|everybody|people|he|she|they|hes|shes|theyre"
        "|whos|theirs|their|every|each|one|first|next",
        "T": "operators?|managers?|boss|bosses|directors?|technicians?|engineers?|installers?|collectors?"
        "|couriers?"
        "|drivers?|bailiffs?|staff|agents?|colleagues?|kids?|children|wife|family|daughters?|sons?|mothers?"
        "|receptionists?|girl|guy|lady|woman|man|men|worker|workers|employees?|guards?|clerk|clerks|advisers?"
        "|advisors?|postman|rep|reps|representatives?|ceo|inspectors?|crew|fella|bloke|lad|team|repairm[ae]n",
        "B": "face|heads?|throats?|necks?|legs?|arms?|bones?|teeth|tooth|skulls?|nose|guts|kneecaps?|knees?"
        "|fingers?|jaws?|brains?|hands?|ribs?|spine|ears?|eyes?|mouth|tongue|stomach|liver|eyeballs?|toes?"
        "|chest",
        "L": "windows?|windscreens?|offices?|buildings?|branch|branches|shops?|shopfront|stores?|vans?|cars?"
        "|ty?i?res?|servers?|doors?|headquarters|hq|houses?|home|warehouses?|depots?|mast|towers?|premises"
        "|desks?|lobby|gates?|equipment|fleet|trucks?|lorry|lorries|garage|reception|showroom|cabin|cabinets?"
        "|antennas?|computers?|cameras?|fence|roof|bikes?|motorbike|counter|headquarter|property|place|site"
        "|cent(re|er)|antenna|transformers?|vehicles?",
        "G": "guns?|knife|knives|bats?|axe|axes|hammers?|pistol|rifle|shotgun|machete|crowbar|petrol|gasoline"
        "|bullets?|blade|chainsaw|acid|sledgehammer|spade|shovel|pitchfork|bricks?|rocks?|stones?|molotov"
        "|taser"
        "|fists?|sword|crossbow|weapons?|screwdriver|matches|lighter|kerosene|blowtorch|tractor|bulldozer"
        "|rope",
        "Q": "bombs?|explosives?|dynamite|grenades?|fire|flames|ashes|bonfire|explosion|gunpowder|rubble"
        "|smoke",
        "C": "come|comes|drive|driving|visit|visiting|over|way|round|around|outside|waiting|wait|show|turn"
        "|there"
        "|arrive|march|walk|walking|pop|drop",
        "v": "with|carrying|bringing|bring",
        "D": "hurt|shot|stabbed|bleed|bleeds|bleeding|ambulance|hospital|morgue|coffin|grave|killed|beaten"
        "|dead"
        "|corpse|funeral|stretcher|wheelchair|hearse|limping|graveyard|crutches|mortuary|buried|blood|dies"
        "|die"
        "|disappear|injured|wounded|punched|casket|intensive",
        "R": "regret|suffer|sorry|pay|cry|beg|weep|scream|crawl|wish|scared|afraid|laughing|smiling|bleed",
        "K": "know|find|found|got|track|follow|followed|seen|saw|watched|watching|memori[sz]ed|learn|learned",
        "q": "where|which|what|who|when",
        "A": "live|lives|living|sleep|sleeps|school|schools|park|parks|nursery|kindergarten|walks|plates?"
        "|address|street|gym|commute|route|bed",
        "i": "if|next|unless|else|otherwise|until|again|another|once|or|send|dare|try",
        "p": "of|in|on|at|under|for|from|to|about|up|by|off|out",
        "t": "through|into|against|thru|between|across",
    }
)
PROBABLY = 0.7  # confidence
_F = Family
_I_WILL = r"(?:I[^.NYOqi]{0,3}W|M[^.N]?F[^.N]{0,2}W?)(?<!IWp)"
_GISTS = (
    (_F.HARM, rf"{_I_WILL}[^.NMK]{{0,7}}H[^.NMpW]?(?:[YOT](?!o[.]?L)|oT|Lo?T)"),
    (_F.HARM, rf"{_I_WILL}[^.NM]{{0,7}}[HXhP][^.NM]{{0,3}}[YOT][^.NMpvL]{{0,2}}B"),
    (_F.HARM, rf"{_I_WILL}[^.NM]{{0,7}}h[^.NM]?[YOT][^.NM]?(?:[pt]o?(?:o|L|Q|D)){{1,2}}(?<=[DQ])"),
    (_F.PROPERTY, rf"{_I_WILL}[^.NM]{{0,7}}[XP][^.NpMG]{{0,3}}(?:Y[^.NpM]{{0,2}}L|L[^.NM]{{0,3}}Y)"),
    (_F.PROPERTY, rf"{_I_WILL}[^.NM]{{0,6}}[PhX][^.N]{{0,3}}t[^.NM]?[YO]?[^.NM]{{0,2}}L"),
    (_F.PROPERTY, r"(?:^|[iI.])[^.N]{0,8}Y[^.NM]{0,3}LW[^.N]{0,2}Q"),
    (_F.HARM, r"G[^.NM]{0,2}[pt][^.NM]{0,2}[YO][^.NM]?B"),
    (_F.PROPERTY, r"(?<![qWY])I?[^.NM]{0,3}G[^.NM]?t[^.NM]?Y[^.NM]{0,2}L"),
    (_F.HARM, r"I[^.NO]{0,3}C[^.NMY]{0,4}v[^.NM]{0,3}G(?![pIM])"),
    (_F.HARM, r"i[^.]{0,12}[OTY][^.NMqY]{0,4}(?:W|o|C)[^.NM]{0,3}D(?!p)"),
    (_F.VEILED, r"I(?:o|W)?K[^.N]?q[^.N]{0,5}(?:Y[^.NM]{0,4}A|A[^.NM]{0,2}Y)(?![^.]?G?K)"),
)
MENACES = Menaces("en", _KINDS, tuple(Rule(family, regex(gist), PROBABLY) for family, gist in _GISTS))
