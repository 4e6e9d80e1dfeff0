"""The words that English rules are written in. Each stands for many: ``idiot`` for any insulting name,
``stupid`` for any insulting quality, ``fucking`` for any swear word that only strengthens."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.utterance import synonyms

SAME = synonyms(
    {
        "": ", please well so very really just such absolutely totally completely quite pretty hey"
        " uh um haha lol"
        " even also too still indeed definitely personally seriously simply",
        "you": "youll u ya yu yah youse yall",
        "youre": "your ur yer",
        "are": "r",
        "ill": "il id",
        "i": "im ive we weve",
        "will": "shall",
        "want": "wanna wan wants wanting",
        "going": "gonna gunna",
        "fuck": "fk fuk fck fuc phuck fvck fuq",
        "fucking": "fuckin fcking fking fukin fuking effing freaking frigging friggin bloody goddamn"
        " goddamned"
        " damned"
        " goddam dam damn fecking motherfucking shitty crappy",
        "shit": "shite crap bullshit horseshit",
        "idiot": "idiots moron morons imbecile imbeciles retard retards dumbass asshole assholes arsehole"
        " arseholes"
        " bitch bitches bich biatch beyotch bastard bastards cunt cunts twat twats prick pricks"
        " dickhead"
        " dickheads wanker wankers scum scumbag scumbags whore whores slut sluts slag"
        " skank fucker"
        " fuckers motherfucker motherfuckers cocksucker shithead shitheads douche douchebag douchebags"
        " dipshit nitwit"
        " halfwit numbskull blockhead dimwit dunce airhead birdbrain cretin cretins degenerate lowlife"
        " maggot turd git"
        " pillock knob bellend tosser tossers nutjob dumbo fuckface fuckwit egit eejit prat"
        " plonker minger"
        " shitbag shitface jackass dumbfuck simpleton bimbo thot thots cuck cucks skanks"
        " snowflake wankstain fuckhead fucktard libtard libtards dork dorks sucker suckers"
        " weirdo weirdos pervert pimp jerk jerks loser losers",
        "stupid": "dumb idiotic moronic retarded pathetic useless worthless disgusting ugly brainless"
        " braindead"
        " mindless incompetent ignorant dumbest stupidest filthy repulsive fugly smelly stinking spineless",
        "operator": "programmer programmers developer developers creator creators maker makers colleague"
        " colleagues"
        " staff manager managers boss employee employees"
        " workers agent agents operators supervisor advisor mother mama mum mom momma sister daughter"
        " father dad"
        " family mums moms mamas mothers",
        "building": "office offices branch branches shop store headquarters house home car bank company"
        " windows"
        " window"
        " door doors premises facility warehouse cars houses windscreen servers server factory hotel place",
        "penis": "dick cock dicks cocks",
        "butt": "ass arse rectum bum anus",
        "lawyer": "lawyers attorney attorneys solicitor solicitors",
        "robot": "bot bots robots machine computer chatbot ai program programme recording comp",
    }
)
NAMES = vocabulary(
    YOUARE="(you( (people|guys|lot|all|robot))? (are|is|were|must be|sound like|sound|be|being|looks? like|re"
    "|lokk like)|youre|are you"
    "|were you)",
    YOU="(you( (people|guys|lot|all|robot))?|youre)",
    A="( (a|an|the|such|all|one|my|of|bunch|nothing but|kind of|total|complete|real|being|like"
    "|biggest|worst|most|as"
    "|absolute|another|beyond|clearly|obviously|acting|behaving|probably))*",
    # What strengthens an insult
    MUCH="( (fucking|stupid|fat|dirty|little|big|old|lying|sick|crazy|lazy|greedy|poor|sad|cold|mean"
    "|primitive|low life|evil"
    "|cheap|crooked|lousy|mad|bad|rude|robot|racist|sexist|nasty|silly|fake|ugly|worst))*",
    IDIOT="(idiot|nazi|nazis|operator idiot|shit head|shit|son of a idiot|piece of (shit|garbage"
    "|trash|junk)|waste of"
    " (space|oxygen|air)|pigs?|fools?|clowns?|cows?|muppets?|freaks|halfwits?|dunces?|amateurs"
    "|rat|snake|trash|garbage|dummy|muppet|swine|parasite|vermin|psycho|freak|lunatic|weirdo|creep"
    "|witch|hag|tit|tits|butt|penis"
    "|pussy|homo|disgrace|joke|monkey|fuck|fucktard|punk|tramp|tease|nitwit|liar|thief|scoundrel|zero"
    "|nothing)",
    TO_START="BEGIN((oh|robot|alexa|siri|then|ok|okay|yes|no|sorry|thanks|now|again|fucking|listen"
    "|look|man|said|i|because|cause|lady|mister|hello|go|whatever) )*",
    SWEARING="( (the fuck|the hell|the shit|fucking|living shit|shit|hell|crap|out of|up|down|off|dead"
    "|alive))*",
    MY="( (my|your|youre|his|her|their|a|the|some|big|fat|hairy|wet|hard|tight|huge|small|short|hot|sexy"
    "|great|nice|little|own|no|any|too|of|and))*",
)
