"""Latvian insults, harassment and hate, said to the one who listens."""

from __future__ import annotations

from ivr.understanding.civility.latvian.words import NAMES
from ivr.understanding.civility.table import Family
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    SEXPART="(pimpi|pimpis|pimpja|pežu|peža|pupus|pupi|pupiņas|krūtis|dibenu|pakaļu|dirsu|kāju starpu|locekli"
    "|olas)",
)
_F = Family
RULES = rules(
    (
        (
            _F.HATE,
            (
                "nēģer~|čurka|čurkas|melnais pērtiķis|žīd(s|i|u)? (idiots|nolādēt~|cūka)|(nolādēti?e?"
                "|netīrie|sasodītie|idiots) (žīdi|krievi|latvieši|čigāni|ukraiņi|čigāns|krievs|latvietis"
                "|homīši)|(krievu|latviešu|ukraiņu|čigānu) (idiots|ANIMAL)|latviešu (idiots"
                "|fašist~)|fašist~|homīt~|homīš~"
            ),
        ),
        (
            _F.HATE,
            (
                "(brauc|brauciet|vācies|vācieties|ej)( (prom|atpakaļ|mājās|uz|tu))* (savu (zemi|valsti"
                "|krieviju)|(prom|atpakaļ) uz (krieviju|āfriku))|(žīdus|čigānus|krievus|latviešus|gejus)("
                " visus)? (vajag )?(šaut|SIT|nošaut|dedzināt|pakārt)"
            ),
        ),
        (
            _F.HARM_WISHED,
            (
                "(lai|kaut|ceru ka)( (tu|tevi|tev|visi|tavs))* (nosprāgtu|nosprāgst|nosprāgsti|nomirtu"
                "|nomirst|sprāgst|sprāgtu|vēzis|aprauj|nosisties|nosities|sadegtu|sadegsi)|nosprāgsti"
                "|sprāgsti|sprāgstiet|nosprāgstiet|pakaries|pakarieties|nobeidzies|nomirsti|nomirstiet"
                "|nosities|noslīksti|sadedz ellē|nošaujies"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(nosūkā|sūkāsi|(sūkā|sūc|laiz|laizi|palaizi|nolaizi)( (man|manu|tev|savu|tavs|mani))+("
                " SEXPART)?|(sūkā|sūc|laiz) SEXPART)(?! (saldējum|konfekt|cigaret)~)|(parādi|parādiet"
                "|atsūti|rādi)( (man|tavs|savus|savu))* (SEXPART|kailas bildes|pliku)"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(gribu |varu |es |tevi |tu )*(izpist|izpisīšu|nopist|nopisīšu|pist|pisīšu|izdrāzt"
                "|izdrāzīšu|drāzt|drāzīšu|izdrāztu|izpistu)( (tevi|tu|tavs|mani))+|(tevi|tu)( (gribu|es"
                "|varētu|tagad))* (izpist|izpisīšu|pist|pisīšu|izdrāzt|izdrāzīšu|drāzt|izpistu)|gribu"
                " (seksu|pisties|drāzties|sekss)"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(vai )?(tu )?(esi )+(kaila|plika|kails|pliks|seksīga|seksīgs|jaunava|uzbudināta)|(kas|ko)("
                " (tev|tu))+ mugurā|(novelc|novelciet)( (drēbes|biksītes|krekliņu|visu))|(pārgulē|pārgulēsi"
                "|pārgulēsim|nodarbosimies|nodarboties)( (ar mani|ar seksu|ar tevi))|gribi seksu|(mans"
                "|manu) (pimpis|pimpi|locekli|loceklis)|seksu (ar|gribi|tagad)|noskūpsti mani|buča uz"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(ej|ejiet|ejat|ietiet|tinies|vācies|vācieties|brauc|laidies|lasies|lasieties"
                "|pazūdi|pisies|pisieties|rauj"
                "|raujies|raujieties|aizej|vāķies)( (tu|visi|prom|taisnā ceļā|uz))* (dirst"
                "|dirsā|ratā|pisies|ellē|pie"
                " velna|velna|pakaļā|pimpi|pimpī|peždā|pisties|pist|pēdu|mārrutkos|pekle|peklē|pizdu|nahuj"
                "|nahui|nahren|nahujs)"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "aizveries|aizverieties|aizver(at|iet)?( (tu|savu|savas|to))* (muti|žākli"
                "|rīkli|mutes)|aizveriet( (savu"
                "|savas|to))* (muti|žākli|mutes|rīkles)|turi (muti|žākli)|atpisies|atpisieties|atšujies"
                "|atšujieties|atvāģējies|atvāc~ (no manis|dirsu)|vāc~ (dirsu|dibenu|pakaļu)"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(lasies|lasieties|vācies|vācieties|pazūdi|pazūdiet|tinies|pisies|pisieties"
                "|atvācies)( (tu|prom|nost|no manas dzīves|no"
                " šejienes|ātri))* ?(END|prom|nost)|(skūpsti|bučo|buco|laiz)( (man|manu))*"
                " (pakaļu|dirsu|dibenu)"
                "|(ienīstu|nicinu|neieredzu) (tevi|tu|tavs)|(tevi|tu) (ienīstu|nicinu|neieredzu)|lai (tevi"
                "|tu)( velns)+( parauj)?|velns (tevi|lai tevi|tu)( \\w+)?( parauj)?|sadirsies|apdirsies"
                "|ieliec sev (dirsā|pakaļā)|bāz sev"
            ),
        ),
        (
            _F.INSULT,
            (
                "(tu|tevi|tev|ei tu|ak tu|viņi visi|tavs operators|operators tavs)( (esi|ir|esi tiešām"
                "|vai))*MUCH (idiots|stulbs|sūds|sūdi)(?! (jautājum|cen|piedāvājum|noteikum)~)|esiMUCH"
                " (idiots|stulbs|sūds|sūdi)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(kādi|kāds|kāda)( tu)?( \\w+)? idiots( (tu|sēž|sēžat|strādā|strādājat|esi))"
                "|(idiots|stulbs)( (tu|tāds|tāda|tādi|esi))+|tavs (operators|sistema)( (ir"
                "|visi|tas"
                "|ta))*MUCH (idiots|stulbs idiots)|(vai )?(tu )(slims|slima|stulbs|traks)( galvā)? esi|(tev"
                "|tu)( (nav|ir|vai))+ (smadzeņu|prāta|smadzenes|vista smadzenes|galvā sūdi|sūdi galvā|pilna"
                " galva)( \\w+)?|slims (galvā|uz galvu)|(ar|galvu) pret sienu"
            ),
        ),
        (
            _F.INSULT,
            (
                "(paklau|klausies|dzirdi|saproti|atbildi|runā|savieno|dod|labi|jā|nē|tu|ei|ak|paldies|prom"
                "|mani|man|cilvēku|ko|kas|te|bļe|bļa)( (tu|te|mani|man))* idiots(?= END| [.!?]|$)|(stulbs"
                "|idiots) robots|stulbs balss(?= END| atbildi)|stulbs idiots|idiots stulbs|(tu|esi) dirsa"
                " END"
            ),
            0.85,
        ),
        (
            _F.INSULT,
            "(tu|ak tu|ei tu)( esi)?MUCH ANIMAL( (tu|tāds|tāda|tādi|esi))*(?= END)|esiMUCH ANIMAL END",
        ),
        (_F.INSULT, "ANIMAL (tu|tāds|tāda|tādi|stulbs)|(stulbs|veca|vecā|resna|resnā) ANIMAL"),
        (_F.INSULT, "(skuķe|bāba|vecene|sieviete|dāma) stulbs|stulbs (skuķe|bāba|vecene|sieviete|dāma)"),
        (_F.INSULT, "(kuces|maukas|suņa|idiots) (bērns|bērni|dēls|dēli)|idiots bars|stulbs kā zābaks"),
        (_F.INSULT, "(nolādēts|nolādētais|sasodītais|sasodīts) robots"),
        (
            _F.INSULT,
            (
                "tu (esi )?(nenormāls|nenormālais|slims galvā)|(tev|tu)( (vai|nav|ir))* (smadzeņu nav"
                "|nav smadzeņu)|tev galvā sūd~"
            ),
        ),
        (_F.INSULT, "(tu|vai tu) esi slims END|slims esi END", 0.6),
        (
            _F.EPITHET,
            (
                "TO_START(idiots|stulbs idiots|idiots idiots|sūda (robots|gabals)|sūdu (gabals|kaudze)"
                "|stulbs|stulbs (robots|bots)|dirsa|bezmugurkaulnie~|sūdabrā~)( (tu|tāds|tāda|tādi|idiots"
                "|paliec|nolādētais))*( [.!?])*$"
            ),
        ),
        (
            _F.INSULT,
            (
                "(tu|tev|tevi|tavs|esi)( (?!es|man|mani|mans|mana|viņš|viņa|kaimiņš|ne|nav|neesi"
                "|neesat)\\w+){0,4} idiots(?! \\w+t END)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(tu|esi)( (?!es|man)\\w+){0,3} (nulle|nekas|tukša vieta|atkritums|muļķis)(?="
                " END)|(pazūdi|paskaties|saproti|atbildi|klausies|strādā|skaties|ej|lasies|vācies"
                "|dzirdi|beidz)( \\w+){0,4} idiots(?= END)|(savieno|savienojiet|pārslēdz|pārslēdziet"
                "|dod|dodiet|zvani|zvaniet)( (?!(ar|to|tiem|šo|šiem) idiots)\\w+){1,4} idiots(?="
                " END)|(cik|tik) (stulbam|stulbai|stulbs)"
                " (jābūt|var būt|esi)( \\w+){0,5}"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(ej|ejiet|brauc|tinies|vācies|vācieties|lasies)( (tu|nu|labāk|visi))* (bekot"
                "|sēņot|pupās|zirņos|dillēs|kurvī|pasē|bekās|sēnēs|ūdenī|mārrutkos)|pie velna("
                " \\w+)? (tu|tevi|visi)|(bāz|bāziet|iebāz|iebāziet|ieliec|sabāz|sabāziet)("
                " \\w+){0,3} (dirsā|pakaļā|dibenā)"
            ),
        ),
        (
            _F.INSULT,
            (
                "(nožēlojam|nolādēt|sasodīt|riebīg|pretīg|bezsmadzeņ|nederīg|draņķ|sūd)\\w*"
                " (robots|balss|mašīn~|dzelžu kaste)(?! (nestrādā|salūza))"
            ),
        ),
        (
            _F.HARM_WISHED,
            (
                "lai (tevi|tu|visi)( (visi|visus))*( (nelabais|velns|jods|pērkons|zibens"
                "|nagla))+( parauj| sasper| nosper)?|(nelabais|jods) (lai )?(tevi|tu) parauj"
            ),
        ),
        (
            _F.INSULT,
            (
                "(muļķa|idiota|debila|sūda|stulbuma) (robot|mašīn|operator|automāt|cilvēk|firm)~"
                "|(dumjāk|stulbāk|debilāk|tupāk)\\w* (par|nekā) \\w+|idiots( nolādēt~| sasodīt~|"
                " tādi| tāds| tāda)+|(nolādēt|sasodīt)\\w* idiots|(nekam |galīgi )?(nederīg"
                "|stulb)\\w* (dzelž|dzelz|krām|lūzn)\\w*( (gabals|kaste|kaudze))?|kas( (tu|tie|te"
                "|tas))+ par idiots(?= END)"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(ej|ejiet|aizej)( (tu|jau|nu))* (ieskrieties|pārskrieties|izskrieties"
                "|pastaigāties|pakārties|mežā|tālāk)(?= END)"
            ),
        ),
    ),
    _NAMES,
)
