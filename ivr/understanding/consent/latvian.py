"""Latvian, with the Russian and English that is mixed in. ``ne`` is also no and net, ``loti`` also simply and
indeed, ``tas`` also this, ``pareizi`` also true."""

from __future__ import annotations

import re

from ivr.understanding.consent.table import Answer, Answers, Place, cues
from ivr.understanding.patterns import compiled, regex, rules, vocabulary
from ivr.understanding.utterance import synonyms

_SAME = synonyms(
    {
        "": ", ludzu luudzu tad tiesam vienkarsi gluzi taa jus jums tev ari pat kungs kundze pozalujsta",
        "ja": "jaa jaaa jaja jo yes yeah yep da daa jap juu ju",
        "ne": "nee neee nea nope no net njet nje ne-e",
        "labi": "labi lab ok okei okey okay oki labs ladno horoso harasho",
        "loti": "pavisam pilnigi protams noteikti drosi nesaubami absoluti tiesi dabiski saprotams konecno"
        " viennozimigi neapsaubami simtprocentigi"
        " konechno skaidrs zinams",
        "tas": "ta si sis to so sito",
        "pareizi": "pareizs pareiza taisniba taisnibu precizi patiesiba",
        "nepareizi": "nepareizs nepareiza aplami kludaini nepatiesi kluda",
        "es": "mes",
        "esmu": "esam",
        "aiznemts": "aiznemta aiznemti aiznemtas",
        "man": "mums mani",
        "nevaru": "nevaram nevarot",
        "negribu": "negribas nevelos negribam nevelamies negribetu neveletos nevajag nevajadzetu",
        "gribu": "velos gribam velamies gribetu veletos gribas",
        "zvaniet": "piezvaniet atzvaniet zvani piezvani atzvani piezvanit atzvanit zvanit pazvaniet"
        " parzvaniet"
        " pazvani"
        " sazvaniet piezvanitu zvanitu piezvanisiet zvanat",
        "vienalga": "vienaldzigi",
        "varbut": "varbuut mos mosh mozet mozhet iespejams laikam",
        "runat": "parunat sarunaties",
    }
)
_NAMES = vocabulary(
    TIME="velak|rit|parit|vakara|no rita|pec (\\w+ )?\\w+|(pirm|otr|tres|ceturt|piekt|sest|svet)dien~"
    "|nakamnedel|nakamaja \\w+|citreiz|citu reizi"
    "|cita (reize|laika|diena)|sovakar|ap \\w+|potom|pozhe|poze",
    NOW="(tagad|sobrid|paslaik|pasreiz|patlaban|sodien|sobridi|sejcas)",
    HOUR="(pirms|agrak|velak|pec|rit~|parit|(?!so)\\w+dien|\\w+diena|vakara|no rita|no ritiem)",
    OK="(pareizi|labi|der|tas|skaidri|sarunats|norunats|kartiba|laba ideja|lieliski|labak|pareizi sapratat)",
    ALSO="( (loti|nu|gan|jau|tas|man|ir|labi|protams))*",
)
_Y, _N, _L, _U = Answer.YES, Answer.NO, Answer.LATER, Answer.UNCLEAR
_P = Place
_YES = (
    *cues(
        _Y,
        _P.EDGE,
        (
            (
                "agrees",
                (
                    "a ha+|var jau( (gan|but))*|varam jau|skaidra lieta|skaidrs( (ka ja|ja))*|(nu"
                    " )?ka tad( (ne|citadi))*|kads jautajums|ka (ludzat|velaties|gribat) ja|(lai"
                    " )?notiek|bus labi|esmu ar mieru|sarunats|rokam|davai|nu ko lai dara ja"
                    "|neiebilstu|man nav( nekas)? pretim|man nav iebildumu|bez iebildumiem|ar"
                    " (lielu )?prieku|ar (lielako )?baudu"
                ),
                0.85,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _Y,
        _P.EDGE,
        (
            ("yes", "(nu )?ja( ja)*( gan)?"),
            ("yes, but for a time", "(ja|labi|der|protams|piekritu) bet( tikai)? ne HOUR( \\w+)?"),
            ("a sound that agrees", "mhm|m+hm+|uhu+|a+ha+|aha( aha)*|ehe|uhum|m hm"),
        ),
        _NAMES,
        flips=True,
    ),
    *cues(
        _Y,
        _P.EDGE,
        (
            ("of course", "loti( ja| labi| gan)*(?! (ne|nevar|nav))", 0.9),
            ("why not", "kapec (gan |lai )?ne", 0.9),
            (
                "agrees",
                (
                    "(es )?(piekritu|apstiprinu|akceptēju|akcepteju)|lai (iet|notiek|butu|ir)|sarunats"
                    "|norunats|bez saubam|viss (ir )?(kartiba|pareizi|labi)|simts? procent~|apstiprinats"
                    "|(es )?neiebilstu|(es )?(esmu )?ar mieru"
                ),
            ),
            (
                "no objections",
                (
                    "(man )?(nav|nekadu|bez|nebus)( nekadu| nekas| man)* (iebildumu|iebildumiem|problemu"
                    "|problemam|problema|pretenziju|pret|preti)( man)?|nekas preti|no problem|man nekas"
                    " preti"
                ),
            ),
            (
                "go ahead",
                (
                    "(es )?klausos( uzmanigi)?|runajiet|BEGIN (nu )?runa|stastiet|stasti|sakiet|saki|uz"
                    " prieksu|aiziet|davai|turpiniet|turpini|ejam( uz prieksu)?|(tas )?dar(am|iet) tas"
                    "|(piesaki|rezerve|pieraksti|savieno|sutiet|nosuti)~( man)? END|dzirdu( jus)?|varat"
                    " (runat|stastit|turpinat)|ludzu (runajiet|stastiet)|var runat"
                ),
            ),
            (
                "it is me",
                (
                    "(tas )?(esmu )?es( pats| pati)? (esmu|pats|pati)|tas esmu es|es esmu (END|gan)|esmu("
                    " gan)? END|ir gan|brivs?|briva|pats|pati END|(ar )?viņu runajat|es pie telefona"
                ),
                0.9,
            ),
            ("thinks so", "(es )?(domaju|uzskatu|ceru gan|drizak|sliecos)( ka)? ja", 0.8),
            ("gladly", "labprat|ar prieku|priecasos|ar lielako prieku|loti labprat"),
        ),
        _NAMES,
    ),
    *cues(
        _Y,
        _P.START,
        (
            (
                "okay",
                (
                    "(nu )?(labi|der|kartiba|super|forsi|lieliski|perfekti|brinisķigi|brinigi|kruta|kruti)("
                    " (labi|ir|der|gan))*"
                ),
                0.9,
            ),
            ("can", "(es )?(varu|varam|var|drikst|varetu)( (gan|labi|drikst|var))* END", 0.85),
            ("wants", "(es )?gribu( gan| to| tas)? END", 0.85),
        ),
        _NAMES,
    ),
    *cues(
        _Y,
        _P.WHOLE,
        (
            (
                "it is right",
                (
                    "(tas )?(man )?(tas )?(ir )?ALSO OK( (ir|man|mums|gan|tas|labi))*|(tas )+(ir|gan)( gan|"
                    " pareizi)?|(tas )?(ir|butu) (loti )?(OK)|ir END"
                ),
                0.9,
            ),
            ("it is right", "BEGIN (loti )?(OK)( ir)? END|ja ir", 0.9),
            ("it is not wrong", "(tas )?nav nepareizi|nevar nepiekrist", 0.9),
            ("you understood", "sapratat (man )?(loti )?pareizi|pareizi sapratat( man)?|jus pareizi", 0.9),
            ("interested", "(man )?(tas )?interese( gan)?", 0.85),
            (
                "it suits",
                (
                    "(man )?(ir |butu )?(loti )?(erti|izdevigi|piemerots|piemerota)( (man|runat|tagad))*"
                    "|(man )?NOW (var|varu|der|ir erti)( runat)?"
                ),
                0.9,
            ),
            ("it suits", "der( man)?( loti)?|man( tas| ir| loti)* der|tas( man)* der|derēs|deres", 0.9),
        ),
        _NAMES,
    ),
)
_NO = (
    *cues(
        _N,
        _P.EDGE,
        (
            (
                "declines",
                (
                    "(tas|ta) nebija( (ta|tas))*|negribas( (gan|vis))*|neinteresejos|(es"
                    " )?iztiksu( (bez|gan) ?\\w*)?|ne par ko|liksim mieru|citam( \\w+)?|man (jau"
                    " )?pietiek|nekadu( \\w+)? (vajadzibu|velmi)|nevajadzetu( gan)?|ne (ipasi"
                    "|seviski|sevisk)|atturesos|pardomaju( un)? ne"
                ),
                0.8,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _N,
        _P.EDGE,
        (
            (
                "no",
                "(nu )?ne( ne)*(?! (tagad|sobrid|sodien|pasreiz|patlaban|visai|ipasi|jau|jausmas|tas))",
            ),
            ("not at all", "(nepavisam|nemaz|nebut)( ne| nav| loti)*"),
        ),
        _NAMES,
        flips=True,
    ),
    *cues(
        _N,
        _P.EDGE,
        (
            (
                "surely not",
                (
                    "loti (ne|nevajag)|nekada (gadijuma|zina)|nekadi( ne)?|nekad( (muza|dzive))? END|nekadi"
                    " END|ne pa kam|galigi (ne|garam)|nevar but|(tas )?(ir )?izslegts END|ne par ko|ne"
                    " mirkli"
                ),
            ),
            ("not really", "ne (visai|ipasi|jau|diez ko|parak)", 0.8),
            (
                "declines",
                (
                    "(es )?(atsakos|atteiksos|iebilstu|nepiekritu|noraidu)|diemzel( (ne|nevaru))*"
                    "|aizmirstiet|bez manis"
                ),
            ),
            ("thinks not", "(es )?(domaju|drizak|uzskatu)( ka)? ne|(es )?(tas )?(tas )?nedomaju( vis)?", 0.8),
            (
                "nobody of that name",
                (
                    "(esat )?sajauk~( numuru)?|(tad(a|s)|vin(s|a))( (seit|te|vairs))* nedzivo|(seit|te)"
                    " (tad(a|s)|vin(s|a))( vairs)? nedzivo|es esmu (vina|vinas) \\w+|nepareizs? numur~"
                    "|nepareizi numur~|(vin(s|a)|tada|tads)( (seit|te))* nav( (majas|seit|te|uz vietas))*"
                    "|nav (seit|te|majas)( tad(a|s))?|(seit|te) (tada|tads|vina|vins) nav"
                ),
                0.85,
            ),
            (
                "that is all",
                (
                    "BEGIN (tas )?(ir |ari )*viss( ari| loti)*( paldies)? END|tas( ir| ari)* viss|(vairak"
                    " )?neko( vairak)? END|nekas( vairak)? END"
                ),
                0.75,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _N,
        _P.ANYWHERE,
        (
            (
                "does not want it",
                (
                    "(es |man )?(tas )?negribu( (tas|man|loti|neko|gan|paldies))* END|(es |man )?(tas"
                    " )?negribu ne"
                ),
                0.9,
            ),
            ("cannot", "(es )?(tas )?(nevaru|nevar|nedrikst)( (piekrist|palidzet|tas))* END", 0.85),
            (
                "not interested",
                (
                    "(man )?(tas )?(neinterese|nav interesanti|nav vajadzigs|nav vajadzibas|nav aktuali|nav"
                    " intereses)( man| tas)*"
                ),
            ),
            (
                "it does not suit",
                (
                    "(man )?(tas )?(neder|nepatik)( man| tas)*|(man )?(ir )?(neerti|nav erti|nav izdevigi"
                    "|neizdevigi)( man| runat)*"
                ),
                0.9,
            ),
            (
                "that is not right",
                (
                    "(tas )*nav( loti)? (pareizi|tas|labi|kartiba|kā|bijis)|(tas )+nav|nav tas|nav END|(tas"
                    " )?(ir |loti )*nepareizi|(te |seit )?ir (kluda|nepareizi)"
                ),
            ),
            ("that is not me", "(ne )?(tas )*(es )?neesmu( es)?( END)?|tas neesmu es|es neesmu \\w+", 0.9),
            ("did not say that", "(es )?(tas )*(neteicu|neludzu|negribeju|neprasiju|nepasutiju)( tas)*"),
            (
                "was misunderstood",
                (
                    "(man )?(nesapratat|parpratat|kludaties|nesapratāt|nedzirdejat|nesadzirdejat"
                    "|kludijaties|nesaprati|parprati)( man)?( pareizi)?|man parprat~|parpratums"
                ),
            ),
            (
                "something else was said",
                "(nevis|bet ne(?! NOW| HOUR)|ne tas bet)( \\w+)?|ne tas( bet \\w+)?",
                0.85,
            ),
        ),
        _NAMES,
    ),
)
_LATER = (
    *cues(
        _L,
        _P.ANYWHERE,
        (
            (
                "asks somebody first",
                (
                    "(sazvanamies|sazvanisimies|sazinasimies|runasim|parunasim)( (TIME|velak))+"
                    "|(parunasu|aprunasos|aprunasimies|apspriedisu|apspriedisos|konsultesos"
                    "|paprasisu|pajautasu|japaprasa|jaaprunajas|japaruna|jakonsultejas)( (ar|to"
                    "|vel|vispirms|tas))* (viru|vira|viram|sievu|sievai|delu|delam|meitu|meitai"
                    "|berniem|gimeni|prieksnieku|prieksniekam|kolegi|kolegiem|mammu|mammai|tevu"
                    "|tevam|\\w+iem|savejiem)"
                ),
                0.85,
            ),
        ),
        _NAMES,
    ),
    *cues(
        _L,
        _P.ANYWHERE,
        (
            (
                "not now",
                (
                    "ne NOW|NOW (ne|nevaru|nav|negribu|neder)( (laika|erti|iespejas|labi|runat|brivs|briva"
                    "|man))*|(es )?(man )?NOW (es )?(man )?(nevaru|nav)( (erti|laika|iespejas|labi|runat))*"
                    "|ne sodien|nevaru NOW|nav erti NOW|NOW neerti"
                ),
            ),
            (
                "later",
                (
                    "(varbut )?(velak|citreiz|citu reizi|(kadu )?cita? reizi?|kadu citu reizi|cita laika"
                    "|cita diena|potom|pozhe|poze)( (ludzu|labak|zvaniet|der|gan))*"
                ),
            ),
            (
                "asks to be called later",
                (
                    "(varbut|vai (ne)?var(at|etu)?) TIME|((varat|varetu|var|varesiet|lai) )?(man )?zvaniet("
                    " (man|vel|velreiz|labak|kaut kad))* TIME|(TIME)( (man|labak))* zvaniet|zvaniet (man"
                    " )?velreiz"
                ),
            ),
            (
                "is busy",
                (
                    "(es )?(NOW )?(es )?(braucu|stradaju|edu|gulu|brokastoju|pusdienoju|vakarinoju|iepērkos"
                    "|iepirkos|skrienu|steidzos)|(es )?(esmu )?(NOW )?(loti )?aiznemts"
                    "|stavu rinda|atrodos arzemes|man (NOW )?(ir )?(sapulce|lekcija|nodarbiba"
                    "|apspriede|sanaksme|klient~|ciemini|viesi|tikšanās"
                    "|tiksanas|eksamens)|sak(sies|as) (sapulce|lekcija|stunda)|(es )?(esmu|sezu)( (NOW|es"
                    "|loti))*( (pie|pie)? ?(sturesh?|stures|darba|sapulce|lekcija|skola|arsta|veikala|cela"
                    "|autobusa|slimnica|sanaksme|apspriede|vilciena|masina|zobarsta|frizetavas?|teatri|kino"
                    "|baznica|dusa|vanna|gulta|berēs|beres|kazas|tramvaja|trolejbusa|lidosta|lidmasina|arzemes))"
                    "|(esmu|atrodos) (tramvaja|trolejbusa|lidosta|lidmasina|arzemes|beres)|sturēju( masinu)?"
                    "|(berns|berni|mazais|maza) gul"
                    "|pie stures|darba (tagad|esmu)"
                ),
            ),
            (
                "no time",
                (
                    "(man )?(NOW )?nav (NOW )?(laika|istais (bridis|laiks)|labs (bridis|laiks)|laiks)( (NOW"
                    "|tam|runat|loti))*|slikts (bridis|laiks)|nelaika|neista laika"
                ),
            ),
            (
                "needs to think",
                (
                    "(es )?(vel )?(padomasu|apdomasu|pardomasu|izdomasu|padomasim|padomat|apdomat"
                    "|pardomat)( (par|vel) \\w+)?|(man )?(vel )?(japadoma|jadoma|jaapdoma|japardoma"
                    "|japaruna|jaaprunajas|jakonsultejas|japaprasa|japrasa|japajauta|jaapspriezas"
                    "|japaskatas)( (par|ar) \\w+| viram| sievai| kalendara| planotaja)*"
                    "|(viram|sievai|prieksniekam|kolegiem) (japaprasa|japrasa|japajauta)"
                    "|(man )?vajag (\\w+ )?(padomat|laiku|apdomat)|laujiet (padomat|apdomat)|dosu zinu|(es"
                    " )?(pats |pati )?(jums )?(pats |pati )?(atzvanisu|piezvanisu|zvanisu)( pats| pati)?"
                ),
                0.85,
            ),
            ("only a time", "BEGIN (labak )?TIME( labak)? END", 0.8),
            (
                "asks to wait",
                (
                    "(pagaidiet|uzgaidiet|pagaidi|acumirkli|mirkliti|minuti|vienu (mirkli|bridi|minuti"
                    "|sekundi))( (mazliet|nedaudz|bridi|minuti|mirkli))*"
                ),
                0.75,
            ),
        ),
        _NAMES,
    ),
)
_UNCLEAR = (
    *cues(
        _U,
        _P.ANYWHERE,
        (
            (
                "has not decided",
                (
                    "(tas |tad |nu )*(jaskatas|redzes|redzesim|paskatisimies|bus redzams)( (ka"
                    "|vel|tad))*|ka( nu)? (kuro|kuru) reiz(i|e)|neesmu( vel)? (izlem|izdoma)\\w+"
                    "|vel( jau)? (nezinu|neesmu|nav izlemts)|svarstos|abejadi|ne ta ne ta|ne sa"
                    " ne ta"
                ),
            ),
        ),
        _NAMES,
    ),
    *cues(
        _U,
        _P.ANYWHERE,
        (
            (
                "maybe",
                (
                    "(nu )?varbut( (ja|ne|but|byt|gan|tas|ka|labi|vai))*|drosi vien( (ja|ne|ka))*|(tas"
                    " )?(varetu|var|varētu) but( ja| ne| gan)*|ja varbut ne|loti vien( (ja|ne|ka))*"
                ),
            ),
            (
                "does not know",
                (
                    "(nu |loti |es |man )*(nezinu|nezinam|ne znaju|neznaju|neizprotu|ne jausmas|nav( ne)?("
                    " mazakas)? (jausmas|nojausmas|ideju|viedokļa|viedokla)|nezinasu)( (ka|ko|kas|par|tas"
                    "|loti|vai|ja|es|ne|man|labi))*|hz|hvz|kas (to )?(lai )?zina|kas (tas |lai )*zina|ka"
                    " (man )?lai zina|ka man lai zina|hren ego znaet"
                ),
            ),
            (
                "hard to tell",
                (
                    "(es )?(nemaku|nevaru|nevar|gruti|grutak)( (man|loti|tas))* (teikt|pateikt|atbildet"
                    "|izlemt|izskirties|pateikts|spriest|izveleties)|man (ir )?gruti|vel nezinu"
                ),
            ),
            (
                "not sure",
                (
                    "(es )?(tas )?(neesmu|neesam)( (loti|par|tas|ista))* (dross|drosa|parliecinats"
                    "|parliecinata|izlemis|izlemusi|izdomajis|izdomajusi)( (par|vai) \\w+)*|(es )?(tas"
                    " )?saubos( par \\w+)?|diez vai( (ja|ne))*|diezin( vai)?"
                ),
            ),
            (
                "it depends",
                (
                    "(tas )?(ir )?(atkarigs|atkariba|atkarigi|skatoties)( (no|ka|uz) \\w+)*|ka kuru reizi"
                    "|ka (sanaks|kuro reizi|bus|gadas)|skatoties"
                ),
            ),
            (
                "half",
                (
                    "(gan )?ja (un|tapat ka) (gan )?ne|gan ja( un)? gan ne|ja un ne|ne"
                    " ja(,| un)? ne ne|ne ja ne ne|it ka( (ja|ne|gan))*|daleji|pa (dalai|pusei)|puse uz"
                    " pusi|50 50|piecdesmit uz piecdesmit|zinama mera|ta un sita|tas un sita|sada tada"
                    "|vidusmera|(visadi|dazadi|puslidz|videji|apmeram|pusuz pusi) END|pusuz pusi|nav"
                    " izslegts|vai nu ja vai ne|ja vai ne|BEGIN nu tas END"
                ),
            ),
            (
                "does not care",
                (
                    "(man )?(ir )?(loti )?(vienalga|viens (pips|un tas pats))|ka (gribat|velaties|uzskatat"
                    "|sakat)|izlemiet|dariet ka gribat|po(h|f)ig"
                ),
            ),
            (
                "hopes so",
                (
                    "(es )?(ceru|cerams)( (ka|gan|ja|ne|tas))*|redzesim|paskatisimies|gan jau( (redzes|bus"
                    "|ja|ka))*|laiks radis"
                ),
            ),
            (
                "may be meant the other way",
                (
                    "man (vispar )?(ir )?izvel(e|es)|(it ka|vai) man (butu|ir) (izvele|kas labaks)|jaja"
                    " loti|ja loti protams ka"
                ),
            ),
            (
                "cannot answer",
                (
                    "bez komentariem|negribu (teikt|atbildet)|nevelos (teikt|atbildet)|ka (lai|tas lai)"
                    " (saka|pasaka)"
                ),
            ),
            (
                "a sound of thinking",
                ("BEGIN (h*m+|e+h*|nu+|u+m*|a+|e+m+|tja|mh|o+)( (h*m+|e+h*|nu+|u+m*|tja))* END"),
                0.8,
            ),
        ),
        _NAMES,
    ),
)
_NOTHING = rules(
    (
        (
            "courtesy",
            (
                "(liels |loti )?(paldies|atvainojiet|piedodiet|atvaino|sveiki|labdien|labrit|labvakar|uz"
                " redzesanos|visu labu|ata|cau|spasibo|izvinite)( (par|loti) \\w+)?"
            ),
        ),
        (
            "opinion",
            (
                "(es )?(domaju|saku|teiktu|teiksu|uzskatu|gribu teikt|atbilde|mana atbilde|manuprat)( (ka"
                "|ir|tas|tas butu))*"
            ),
        ),
        (
            "a sound",
            (
                "h+m+|e+|e+h+|u+|o+|a+h*|nu|man|es|tas|ir|un|bet|gan|loti|jau|labi|ari|vel|tacu|par|ka"
                "|tapec|jo|iespejams|cilvek|klausieties"
            ),
        ),
    ),
    _NAMES,
)
# What a recogniser puts for noise, "exactly" in a question, "no" in Latvian (from), and "ja" without its mark
# where it is "if": before a subject or a verb
_IF = "jūs|jus|es|viņš|viņa|tu|mēs|man|mums|vien|būs|bus|būtu|nav|kāds|kads|tas|tā|varētu|vajag|izdosies"
_EXACTLY = (
    r"(?<=\bkad )tieši|(?<=\bkas )tieši|(?<=\bko )tieši|(?<=\bkur )tieši|(?<=\bcik )tieši|(?<=\bcikos )tieši"
)
_HIDDEN = (r"\[[^\]]*\]|\([^)]*\)|<[^>]*>", _EXACTLY, r"\bno (?=\w)", rf"\bja\b(?=,? (?:{_IF})\b)")
TABLE = Answers(
    hidden=regex("|".join(_HIDDEN), re.IGNORECASE),
    same=_SAME,
    cues=(*_YES, *_NO, *_LATER, *_UNCLEAR),
    nothing=_NOTHING,
    contrasts=compiled("(bet|tomer|atvainojiet|piedodiet|pareizak|respektivi|precizak|labak)", {}),
)
