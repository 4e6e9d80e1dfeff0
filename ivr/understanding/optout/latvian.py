"""Latvian. ``nezvaniet`` is also don't bother us, ``dzesiet`` any way of striking off, ``zvana`` any form of
what they do after *lai*."""

from __future__ import annotations

from ivr.understanding.optout.table import OptOuts
from ivr.understanding.patterns import rules, vocabulary
from ivr.understanding.utterance import synonyms

_SAME = synonyms(
    {
        "": ", tad nu jau tacu tik vienkarsi labi ok okei un es jus tu loti vienreiz beidzot visus visi"
        " visus to tos tiem"
        " sos siem sadus sadiem jusu savus sava savam savu savas jebkadus reklamas turpmakiem turpmakus no uz"
        " ari pat",
        "nezvaniet": "nezvani nezvaniat nepiezvaniet nepiezvani neatzvaniet netraucejiet netrauce netrauci"
        " neapgrutiniet nekontaktejieties nekontaktejies nesazinieties nesazinies neuzbazieties"
        " neterorizejiet",
        "nezvanit": "nepiezvanit netraucet nekontakteties nesazinaties neapgrutinat neterorizet",
        "zvanit": "traucet apgrutinat kontakteties sazinaties uzbazties terorizet piezvanit atzvanit",
        "zvana": "zvanat zvanitu trauce traucejat traucetu piezvana zvanisiet zvanis piezvanisiet piezvanis",
        "nezvana": "nezvanitu netrauce netraucejat netraucetu nezvanis",
        "beidziet": "beidz beidzat beigt parstajiet parstat parstaj izbeidziet izbeidz izbeigt partrauciet"
        " partraukt partrauc pietiek pietiks stop",
        "dzesiet": "izdzesiet dzest izdzest izdzes izdzesat svitrojiet izsvitrojiet nosvitrojiet svitrot"
        " izsvitrot"
        " izsvitro sviitrojiet iznemiet iznemt iznem nonemiet nonemt nonem izmetiet izmest izrakstiet"
        " izraksties izrakstit likvidejiet aizmirstiet"
        " aizmirsti",
        "mani": "mus",
        "man": "mums",
        "manu": "musu so sito",
        "numuru": "numurs telefonu telefona nr mobilo talruni talruna",
        "saraksta": "saraksts sarakstu sarakstam datubazes datubaze datubazi bazes baze datu sistemas sistema"
        " registra"
        " registrs registru zvanamo klientu sarakstiem datubazem kontaktiem kontaktu",
        "negribu": "nevelos negribetu neveletos nevelamies negribam neveletas",
        "zvanus": "zvaniem zvanu zvans",
        "vairs": "vairak turpmak",
        "piekrisanu": "piekrisanas atlauju atlaujas",
    }
)
_NAMES = vocabulary(
    DZES="(dzesiet|(iz|no|ja|jaiz|jano|aiz)?(dzes|svitro|iznem|nonem|izsledz|izslēg|atsledz|izmet)\\w*)",
    MY="man|mani|seit|surp|manu (numuru )+|vairs|nekad|lai|ludzu",
    ASK="ludzu|ludzam|lugums|lugsu|lugtu|varat|varetu|varat|varesi|prasu|pieprasu|velos|gribu|gribetu|teicu"
    "|saciju|prasiju|palugsu|ludzam|ludzis|ludzosu",
)
_ORDERS = rules(
    (("do not call", "nezvaniet(?!( MY)* (katru|biezi))( MY)*"),),
    _NAMES,
)
_ASKS = rules(
    (
        ("do not call again", "nezvanat( MY)* vairs|vairs( MY)* nezvanat"),
        (
            "do not bother to call",
            (
                "(neuztraucieties|nepulieties|nemeginiet|nedomajiet|neuzdrosinieties|nedrikstiet"
                "|neuzdrosinies|nedomajat)( MY)*( ar)? (zvanit|zvanus)( MY)*"
            ),
        ),
        (
            "not to call",
            (
                "(ASK( \\w+){0,2}|man|mani|manu( numuru)*|vairs( man)?|nekad)( vairs)?"
                " nezvanit( MY)*(?! saraksts)"
                "|nezvanit vairs"
            ),
        ),
        (
            "hopes that you do not call",
            (
                "(butu|busu|ceru|pateicig~|priecig~|velams)( \\w+){0,2} (ja|ka|lai)( man| vairs)+ (nezvana"
                "|nezvanat|nezvanisiet)( MY)*"
            ),
        ),
        (
            "does not want you to call",
            "(negribu|nav vajadzig~|nepiekritu) (lai|ka)( (?!tagad|sodien)\\w+){0,4} zvana( MY)*",
        ),
        (
            "so that nobody calls",
            "lai( (?!es|mes|tagad|sodien)\\w+){0,4} (nezvana|nezvanat|nezvanisiet)( MY)*",
        ),
        (
            "does not want calls",
            (
                "(negribu|man nevajag)( vairs)?( (sanemt|dzirdet|nekadus|nekadu|vairs))* zvanus"
                "|man zvanus nevajag|neesmu piekrit~( \\w+)? zvanus"
            ),
        ),
        ("no more calls", "(nekadu|nekadus|nevienu) zvanus( vairs)?(?! (nav|nebija|neesmu|nesanemu))"),
        ("stop calling", "beidziet( (man|mani|manu|numuru|ar))* (zvanit|zvanus)"),
        ("does not need calls", "nav vajadzig~( MY)* (zvanus|zvani)|(zvani|zvanus) nav vajadzig~"),
        ("you keep calling: stop", "(zvana|zvanit|zvani)( \\w+){0,4} beidziet END", 0.85),
        (
            "or else",
            "ja( man)? (vel|velreiz|atkal)( man)? zvana( \\w+){0,3} (sudz|polic|iesnieg|ties|zino)~",
            0.85,
        ),
        ("no need to call", "nevajag( MY)* zvanit( MY)*|zvanit( MY)* nevajag"),
        ("no need to call again", "nav (vajadzibas|ko|jegas|verts|iemesla)( MY)+ zvanit"),
        ("no need to call any more", "vairs nav (vajadzibas|ko|jegas)( MY)* zvanit"),
        ("leave me alone", "(lieciet|liec|liekat|atstajiet|atstaj|likt|atstat)( \\w+){0,2} miera", 0.85),
        ("off the list", "DZES( ludzu)? (mani|manu( numuru)*)( (?!rindas)\\w+){0,2} saraksta(?! rindas)"),
        ("remove my number", "DZES( manu)?( numuru)+(?! (konta|profila|rekina))"),
        (
            "off the list",
            (
                "(mani|manu numuru)( ir| ludzu)* DZES( \\w+){0,2} saraksta|(manu )?numuru("
                " ir)? DZES(?! \\w+ konta)|negribu( \\w+){0,5}"
                " saraksta"
            ),
        ),
        (
            "remove my data",
            (
                "DZES( ludzu)? (manu|manus)( \\w+)? (saraksta|datus saraksta)|DZES manus datus(?= (nezvan"
                "|vairs|ludzu nezvan))"
            ),
        ),
        ("forbids to use the number", "aizliedzu (izmantot|lietot|glabat) manu(s)? (numuru|datus)"),
        ("remove me", "DZES( ludzu)? (par )?mani END"),
        (
            "do-not-call list",
            "(ieliec|pievieno|ieraksti|ieklauj|registre|liec)~( \\w+){0,2} (nezvanit|melnaja) saraksta",
        ),
        (
            "do-not-call list",
            "(ieliec|pievieno|ieraksti|ieklauj|liec)~( \\w+){0,2} saraksta (kuriem|kam|kur)( \\w+)? nezvana",
        ),
        ("takes back consent", "(atsaucu|atsaukt)( doto)? piekrisanu"),
        (
            "gave no consent",
            "(neesmu|nedevu|nav|nedodu|neesam|nekad)( \\w+){0,3} piekrisanu( \\w+){0,2} (zvanit|zvanus)",
        ),
        (
            "forbids calls",
            (
                "(nedrikstat|nedriksti|nedrikst|aizliedzu|nelauju|neatlauju|neatlauju)( \\w+){0,2}"
                " zvanit( MY)*"
            ),
        ),
        ("objects to calls", "(iebilstu( pret)?|nepiekritu) zvanus"),
        ("declines calls", "(atsakos|atteikties|atteicos|atteiksos)( sanemt)? zvanus"),
        ("unsubscribes", "(atraksti~ mani|(atsledziet|atsledz) (man )?zvanus(?! (par|gaid)))"),
        ("the last call", "lai (sis|si|tas|ta) ir pedej(ais|a) (zvanus|reize( kad( man)? zvana)?)", 0.85),
        ("never to hear from you", "negribu( \\w+){0,2} jums( \\w+)? dzirdet"),
        (
            "do not use my number",
            "(neizmantojiet|nelietojiet|neizmantot|neglabajiet)( manu)? numuru( vairs)?",
        ),
        ("not to do it again", "zvana nedari~ (vairs|ta vairs)", 0.85),
        # What is left of ways to say it: surer rules come first
        (
            "does not want calls, in other words",
            (
                "(negribu|nepatik|nepiekritu|iebilstu|atsakos|nelauju|neatlauju|aizliedzu"
                "|beidziet|pietiek|nevajag|apnicis|apnikusi|bez)"
                "( (lai|ka|man|mani|vairs|sanemt|dzirdet|nekadus|manu|numuru|kads|vel|ar|but"
                "|turpmak|atkal|visu|laiku|pret|visadi|visadus))*"
                " ((man|mani) zvanit|zvana|zvanus|zvani)( MY)*"
            ),
            0.7,
        ),
        ("remove my number", "numuru( (ir|tiek))* DZES(?! (no )?konta)"),
        ("remove me", "mani DZES END"),
        ("remove my data", "DZES manus datus END", 0.7),
        ("dislikes calls", "nepatik( (sie|tie|jusu|sadi))* (zvani|zvanus|zvana)", 0.7),
        ("no need to call any more", "vairs nav jazvana"),
        ("gave no consent", "(neesmu|nekad)( \\w+){0,2} atlav~( \\w+){0,2} zvanit"),
        (
            "wants out of the list",
            (
                "(tikt|lai) (izsvitrots|svitrots|iznemts|nonemts|izdzests|izslegts|svitrota|iznemta"
                "|izdzesta|nonemta)( saraksta)?"
            ),
        ),
        (
            "not to be disturbed",
            (
                "negribu( ka mani| tikt| but)+ (traucets|traucēta|uzrunats|uzrunata|uzruna|trauce"
                "|apgrutinats)( pa numuru)?"
            ),
        ),
        ("never agreed", "nekad neesmu (pieteicies|pieteikusies|piekritis|piekritusi) zvanus"),
        ("the last call", "(ceru|lai|sis)( (ka|tas|si|lai|butu|ir|bija))* pedejais zvanus", 0.85),
        ("do not use my number", "manu numuru( ludzu)? (neizmantojiet|neizmantot|nelietojiet)"),
        ("enough of it", "cik var (zvanit|traucet)|liekaties miera", 0.8),
        ("strike my number", "dzesiet nost( manu)? numuru"),
        ("you will not call", "BEGIN (man |mani )?vairs nezvanisiet|nezvanisiet (man )?vairs"),
        ("never again", "BEGIN (ne )?(vairs nekad|nekad vairs) END", 0.6),
    ),
    _NAMES,
)
_WHEN = (
    "(manu )?(pusdienu|pusdienas|pirms|pec|lidz|kamer|kad|tagad|sobrid|patlaban|sodien|rit"
    "|parit|sonedel|sovakar|sorit"
    "|agri|velu|velak|agrak"
    "|naktis|nakti|vakaros|vakara|ritos|rita|dienas laika|brivdien~|svetk~|pirmdien~|otrdien~|tresdien~"
    "|ceturtdien~"
    "|piektdien~|sestdien~|svetdien~|darba|darbu|biroju|biroja|fikso|majas|nakamnedel|nakamo|nedelas"
    " nogales|pusdienlaika"
    "|atvalinajuma|vel|pagaidam|starp|neilgi|kadu laiku|dazas|pa (nakti|naktim|darba)~)"
)
TABLE = OptOuts(
    same=_SAME,
    orders=_ORDERS,
    asks=_ASKS,
    after=rules(
        (
            ("only at certain times or places", _WHEN),
            ("only on a condition", "(ja|bez|ja vien|iznemot)"),
            (
                "others are meant",
                "(?!.* vairs)(manam|manai|manam|vinam|vinai|viniem|viram|sievai|mammai|policijai|vecakiem)",
            ),
        ),
        _NAMES,
    ),
    later=rules(
        (
            ("another number or time is given", "(pie)?zvani(et)?(?! (kadam|citam|citiem|savam|saviem))"),
            ("they will call themselves", "(pats|pati) (pie|at)?zvanisu"),
        ),
        _NAMES,
    ),
    before=rules(
        (
            ("only at certain times or places", f"{_WHEN}( (laika|man|vairs|ludzu|labak))*$"),
            ("only at certain times or places", "(pirms|pec|lidz|starp)( \\w+){1,4}$"),
            ("it is a condition", "(ja|kamer)( \\w+){0,3}$"),
            (
                "others are meant",
                "(vinam|vinai|viniem|vins|vina|vini|krapniek~|kads)( (lai|vairs|ludza|lika))*$",
            ),
        ),
        _NAMES,
    ),
    subject=(),
    asked=rules(
        (
            (
                "it is asked, not demanded",
                (
                    "^(bet |sakiet )*((ka|kad|kas)(?!\\S)|kapec( (man|vairs|neviens))*$|ko (nozime|darit)"
                    "|kur(?! man ja)|vai (?!var))(?!.*(teicu|ludzu|prasiju|saciju)).*"
                ),
            ),
        ),
        _NAMES,
    ),
)
