"""Latvian. ``nezvaniet`` is also don't bother us, ``dzesiet`` any way of striking off, ``zvana`` any form of
what they do after *lai*."""

from __future__ import annotations

from ivr.understanding.gist import kinds
from ivr.understanding.optout.table import ASKED, OptOuts
from ivr.understanding.patterns import rules, vocabulary
from ivr.understanding.utterance import synonyms

_SAME = synonyms(
    {
        "": ", tad nu jau tacu tik vienkarsi labi ok okei un es jus tu loti vienreiz beidzot visus visi"
        " visus to tos tiem"
        " sos siem sadus sadiem jusu savus sava savam savu savas jebkadus reklamas turpmakiem turpmakus no uz"
        " ari pat",
        "nezvaniet": "nezvani nezvaniat nezvanet nezvaniiet nezvaniec nepiezvaniet nepiezvani neatzvaniet"
        " netraucejiet netrauce netrauci"
        " neapgrutiniet nekontaktejieties nekontaktejies nesazinieties nesazinies neuzbazieties"
        " neterorizejiet",
        "nezvanit": "nezvanisanas nezvanisana nepiezvanit netraucet nekontakteties nesazinaties"
        " neapgrutinat neterorizet",
        "zvanit": "traucet apgrutinat kontakteties sazinaties uzbazties terorizet vajat mocit piezvanit"
        " zvaniities",
        "zvana": "zvanat zvanitu trauce traucejat traucetu piezvana zvanisiet zvanis piezvanisiet piezvanis",
        "nezvana": "nezvanitu netrauce netraucejat netraucetu nezvanis",
        "beidziet": "beigtos beidzas beigsies beigsiet beigs beigsim parstasiet parstas izbeigsiet"
        " nobeidziet partraukt beidz beidzat beigt parstajiet parstat parstaj izbeidziet"
        " izbeidz izbeigt partrauciet"
        " partraukt partrauc pietiek pietiks stop hvatit hvatitj gana",
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
        "zvanus": "zvaniem zvanu zvans sazinu sazina sazinas zvanisanu zvanisana zvanisanas zvanisanai"
        " zvaniena zvanieniem tirgvedibu telemarketingu",
        "vairs": "vairak turpmak",
        "piekrisanu": "piekrisanas atlauju atlaujas",
    }
)
_NAMES = vocabulary(
    DZES="(dzesiet|(iz|no|ja|jaiz|jano|aiz)?(dzes|svitro|iznem|nonem|izsledz|izslēg|atsledz|izmet)\\w*)",
    NEVAR="(beidziet|nevajag|nevajadzetu|nedrikst|nedrikstat|nedriksti|nevarat|aizliedzu|aizliegts"
    "|nelauju|neatlauju|neatlavu"
    "|neatlaut|nelava|nav (tiesib|jeg|vert|nozim|piekrisan|atlauj|vajadzib)\\w*|piekrisanu("
    " zvanit)?|nemeginiet|nemegini"
    "|neuzdrosin~|neuzdrikst~|nepulieties|netereji~|atturet~|atturieties|neviens nedeva("
    " \\w+)?|nedevu( \\w+)?|bez"
    "|nedomajiet|nekad)",
    NEGRIB="(negribu|nevelos|nepiekritu|neesmu piekrit~|iebilstu|atsakos|atteikties|atteiksos"
    "|atteicos|apnicis|apnikusi"
    "|apnika|apniku~|lidz kaklam|pietiek|nepienem(am|u)( vairs)?|nevajag|nav vajadzig~"
    "|nepatik|nepacietisu|necietisu"
    "|piegriez~|besi|kaitina|nogur~)",
    ZV="(zvanit|zvana|zvanus|zvani|zvanat|zvanisiet|zvanitu|zvanot)",
    GAP="( (?!jums|jusu|atpakal|ja|kad|kamer|lidz|pirms|gaidit|palaist|es|sanemu|sanem|nesanem~)\\w+){0,4}",
    MY="man|mani|seit|surp|manu (numuru )+|vairs|nekad|lai|ludzu",
    ASK="ludzu|ludzam|lugums|lugsu|lugtu|varat|varetu|varat|varesi|prasu|pieprasu|velos|gribu|gribetu|teicu"
    "|saciju|prasiju|palugsu|ludzam|ludzis|ludzosu",
)
_ORDERS = rules(
    (
        ("do not call", "nezvaniet(?!( MY)* (katru|biezi))( MY)*"),
        ("do not call", "ne (zvani|zvaniet)( (man|mani|seit))* (vairs|nekad)|vairs ne (zvani|zvaniet)( MY)*"),
    ),
    _NAMES,
)
_ASKS = rules(
    (
        (
            "off the list, out of it",
            "(tikt|tieku|tiksu|tiktu|klut|pazust|izklut)( \\w+)? (ara|lauka|vala|prom|nost)( \\w+)? saraksta",
            0.7,
        ),
        ("rid of the calls", "(tikt|tieku|tiksu|tiktu) (ara|lauka|vala|prom) zvanus", 0.55),
        ("switch the calls off", "(aptur|apstadin|atsledz|izsledz|atsleg|izsleg)~ zvanus(?= END)", 0.55),
        ("switch it off that you call", "(atsleg|izsleg|atsledz|izsledz)~( ka| lai| man)* nezvana~", 0.55),
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
            (
                "(negribu|nav vajadzig~|nepiekritu) (lai|ka)( (?!tagad|sodien)\\w+){0,4} zvana( MY)*"
                "|(negribu|nepiekritu) (lai|ka)( (vairs|kads))* ar mani( (vairs|kads))* zvanus"
            ),
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
        ("no need to call", "nevajag( MY)* zvanit( MY)* vairs|nevajag( MY)* vairs( MY)* zvanit"),
        ("no need to call", "nevajag( MY)* zvanit( MY)*|zvanit( MY)* nevajag", 0.75),
        ("no need to call again", "nav (vajadzibas|ko|jegas|verts|iemesla)( MY)+ zvanit"),
        ("no need to call any more", "vairs nav (vajadzibas|ko|jegas)( MY)* zvanit"),
        (
            "leave me alone",
            "(lieciet|liec|liekat|liksiet|liksi|atstajiet|atstaj|likt|atstat)( \\w+){0,2} miera",
            0.85,
        ),
        (
            "off the list",
            "DZES( ludzu)? (mani|manu( numuru)*)( (?!rindas|gaidisanas)\\w+){0,2} saraksta(?! rindas)",
        ),
        (
            "remove my number",
            (
                "DZES( manu)?( numuru)+(?! (konta|profila|rekina|gramat~|talrunu|lietotne~|aplikacij~"
                "|pazinoj~|melodij~))"
            ),
        ),
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
        (
            "the last call",
            "lai (sis|si|tas|ta)( (ir|manu|man))* pedej(ais|a) (zvanus|saruna|reize( kad( man)? zvana)?)",
            0.85,
        ),
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
        ("never again", "BEGIN nekad vairs( (skaidrs|saprotat|dzirdat|ludzu))*( [.?!])? ?END", 0.6),
        (
            "off the list",
            (
                "(mani|numuru)( numuru)? saraksta (lauka|ara|nost)|(lauka|ara|nost) (mani|numuru) saraksta"
                "|saraksta (gribu|gribetu|velos) (tikt )?(lauka|ara|nost|prom)"
            ),
        ),
        ("sick of the calls", "zvani( \\w+){0,2} lidz kaklam|lidz kaklam( \\w+){0,2} zvani", 0.75),
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
        ("asks for an end of calling, in other words", "NEVARGAP ZV( MY)*(?! (polic|draug)~)", 0.7),
        (
            "calls are unwanted, in other words",
            "NEGRIBGAP (zvana|zvanat|zvanus|zvani|zvanisiet|zvanitu|zvanot)( MY)*",
            0.7,
        ),
        (
            "calls are unwanted",
            (
                "ZV( (?!jums|jusu)\\w+){0,4} (nav (vajadzig|gaidit|velam|patikam|pienem)~"
                "|nevelam~|nevajadzig~"
                "|nedrikst|aizliegts|neinterese|trauce|apnikusi|apnicis|kaitina|nevajag"
                "|negribu|beidziet|lai beidzas"
                "|terors|vajasana|uzmaksanas|pietiek)"
            ),
            0.7,
        ),
        (
            "you keep calling: stop",
            (
                "(zvana|zvanat|zvanus|zvani|terorize~|vajajat|trauce)( \\w+){0,8} (beidziet"
                "|pietiek|nevajag|izbeigt)"
                "( (vairs|ludzu|to|so|vienreiz))*(?= END)"
            ),
            0.8,
        ),
        ("enough of it", "reiz~( \\w+){0,4} beidziet END", 0.55),
        (
            "harassment",
            (
                "(terors|uzmaksanas|vajasana|uzbazsanas|terorizesana)( \\w+){0,4} (beidziet"
                "|nezvaniet|zvanit|pietiek)"
            ),
            0.8,
        ),
        (
            "loses my number",
            (
                "(pazaudejiet|pazaudet|aizmirst~|dzesiet|iznicin~|izmet~|bloke~|nobloke~|izsvitro~|nost|ara)"
                "( (ka|jums|vispar|ir|bija|par|sava|pie|sevis|telefona|manu|mans))* numuru(?!"
                " (konta|profila|rekina|kart)~)(?= (pie|sava|no|un|lai|saraksta|vairs|nost"
                "|ara)|END)"
            ),
            0.7,
        ),
        (
            "off the list, in other words",
            (
                "DZES( \\w+){0,3} (mani|manu|man|numuru|datus)( (?!gaidisanas|rindas"
                "|lietotne~|aplikacij~|liguma|konta|grupas|paradres~|novirz~|pakalpoj~|balss|melodij~)"
                "\\w+){0,3}"
                " (saraksta|kampan~|uzskait~|list~|sistem~|baze|bazes|reklam~|zvan~|ara|nost"
                "|visur|visam|visiem)(?! rindas)"
            ),
            0.7,
        ),
        (
            "removal is requested",
            (
                "(datu aizsardz~|regul~|gdpr|vdar|fizisko personu)( \\w+){0,12} (DZES|iebilstu"
                "|atsaucu|aizliedzu|pieprasu|zvan~|nezvan~)"
            ),
            0.7,
        ),
        (
            "objects to marketing",
            (
                "iebilstu( pret)?( \\w+){0,4} (tirgved|apstrad|izmanto|marketing|zvan|profil)~"
                "|nepiekritu( \\w+){0,4} (tirgved|apstrad|marketing)~"
            ),
            0.8,
        ),
        (
            "gave no consent",
            "(nav|neesmu|nedevu|nekad|neesam|nedeva)( \\w+){0,4} piekrisanu( (zvanit|zvanus))*",
            0.7,
        ),
        (
            "or else",
            (
                "(ja|nakamreiz|kad|nakamais|vel)( \\w+){0,4} (zvana|zvans|zvanus|piezvan~"
                "|zvanisiet)( \\w+){0,6} (polic|sudz|tiesa|tiesu|advokat|inspekc|zino|iesniegum"
                "|iesniegs|bloke)~"
            ),
            0.8,
        ),
        (
            "stop calling somebody of mine",
            (
                "(beidziet zvanit|vairs nezvaniet|nezvaniet) (manai|manam|musu|vinai|vinam"
                "|mammai|viram|sievai|tetim|vecmammai)"
                "( (?!zvaniet)\\w+){0,6} (slim|mir|nomir|vec|negrib|vairs|nesaprot|demenc)~"
            ),
            0.8,
        ),
        (
            "stop calling somebody of mine",
            (
                "(miris|mirusi|nomira|nomiris|nomirusi|slima|slims)( \\w+){0,4} (nezvaniet"
                "|beidziet zvanit)( \\w+)?"
            ),
            0.8,
        ),
        (
            "stop calling somebody of mine",
            (
                "beidziet zvanit (manai|manam|musu|vinai|vinam|mammai|viram|sievai|tetim"
                "|vecmammai)( (mammai|mama|mammu|vecmammai|viram|sievai|tetim|bernam|meitai|delam"
                "|gimenei|vecakiem))*"
            ),
            0.8,
        ),
        (
            "never to hear from you",
            (
                "(negribu|nevelos|lai|negrib)( (so|manu|musu|sos|jusu|balsi|vairs|nekad|neko|jums"
                "|tevi|neviena|es|savu|sava|vel|kaut ko|ar|reizi))* (dzirdet|nedzirdet~|nedzirdu"
                "|runat ar jums vairs|dzirdesu|redzet)(?! (muzik|atbild|par|rekin|vestul)~)"
            ),
            0.6,
        ),
        (
            "will you not call",
            (
                "vai (ne)?var~( (but|but ta|ka|man|vairs|ludzu|lai|kaut ka))* (nezvanit|nezvana"
                "|beidziet zvanit|beidziet)( MY)*"
            ),
        ),
        (
            "when will you stop",
            (
                "(kad|varbut|vai|kapec)( \\w+){0,4} (beidziet|nebeidziet|beigsies|likt miera"
                "|lieciet miera|liksiet miera)( (man|mani|zvanit|zvanus|ar|tie|zvani))*(?= END|"
                " beidziet)"
            ),
            0.7,
        ),
        (
            "do-not-call list",
            (
                "(ieliec|pievieno|ieraksti|ieklauj|registre|liec|atzime)~( \\w+){0,3} (zvanus"
                "|nezvanit|zvanit|melna~|atteikum~) (saraksta|registra|registru)"
            ),
        ),
        (
            "so that no calls come",
            (
                "(lai|ka)( (es|vairs|nekad|man|mes))* (nesanemtu|nesanemu|nesanemsu|nebutu|nav"
                "|nebus|nepienak|nepienaktu)( (vairs|vel|neviena|nekadus|jusu|ne|viena))* (zvanus"
                "|zvani|zvana)"
            ),
            0.7,
        ),
        (
            "the last call",
            (
                "lai (sis|si|tas|ta)( (ir|butu|bija|but))* pedej(ais|a) (zvanus|reize( kad( man)?"
                " (zvana|dzirdu~|trauce))?)|pedej(ais|a) reize kad( man)? zvana"
            ),
            0.7,
        ),
        ("do not look for me", "(nemeklejiet|nemekle|nelieciet) mani( (vairs|miera))*(?= END)", 0.6),
        (
            "not to be disturbed",
            (
                "BEGIN (ludzu )?(netraucet|nezvanit|nezvanat|nezvanam|nezvanisiet)( (ludzu|vairs"
                "|man|mani))* END|ludz~ (vairs )?netraucet"
            ),
        ),
        (
            "not now and not ever",
            (
                "BEGIN ne (tagad|sodien)( ne \\w+)* ne (nekad|kadreiz|citreiz|rit|velak|citu"
                " dienu)|BEGIN nekad (muza|dzive) END|BEGIN (atrakstities|izrakstities|atteikties"
                "|atrakstos) END"
            ),
            0.55,
        ),
        (
            "not to call",
            "(nezvaniet|nezvanit|nezvanat) (ne )?(man )?(ludzu )?(nekad|nekada|vairs|nemaz|vispar)",
        ),
        (
            "do not keep my number",
            (
                "(neizmanto|neliet|neglab|nesaglab|netur|nelieto|neglabaj)\\w* (manu|musu|mans)("
                " \\w+)? ?(numuru|datus|telefonu|talruni)?( saraksta)?"
            ),
            0.8,
        ),
        (
            "do not keep my number",
            (
                "(nesaglab|neglab|netur|neizmanto|nelieto)\\w*( manu)* (numuru|datus)(?! (vecais"
                "|veco|vecu))( saraksta)?"
            ),
            0.8,
        ),
        (
            "stop processing",
            "beidziet( (manu|manus|personas|visu))* (datu|datus) (apstrad|izmantos|lietos)~",
            0.8,
        ),
        (
            "glad if nobody calls",
            (
                "(priec|pateic|labi|jauki|labak)~( (ja|man|mani|mums|vairs|but|butu))* (nezvana"
                "|netrauce|nesazinas)( (man|mani|vairs))*"
            ),
            0.8,
        ),
        (
            "so that nobody calls",
            "(velos|gribu|gribetu|ludzu) lai( \\w+){0,6} nezvana( (man|mani|vairs))*(?= END)",
            0.8,
        ),
        (
            "hopes never to hear",
            "(ceru|gribu|gribetu|velos)( (ka|vairs|no|jums|neko|nekad|es|man))* nedzird~( (vairs|jus))*",
            0.7,
        ),
        ("enough", "man pietiek beidziet|pietiek beidziet", 0.6),
        ("on the do-not-call list", "(esmu|ir|mani|numuru)( \\w+){0,2} nezvanit (saraksta|registra)"),
        (
            "no calls",
            (
                "(nekadu|nekadus|nekadas|nekada|nevienu|neviena|ne vienu|ne viena)( (pasu|pasa"
                "|pardosanas|reklamas|telefona))* (zvanus|zvana|kontaktu|kontaktus|komunikacijas"
                "|kontakta)( (vairs|ludzu|man))*(?= END)"
            ),
            0.8,
        ),
        (
            "wants no calls",
            (
                "(velos|gribu|gribetu|ludzu|lai|velamies|veletos|negrib|nevelas|velesanas"
                "|negribu)( (turpmak|vairs|man|mes|lai))* (sanemt|nesanemt|nesanemtu)( (vairs"
                "|nekadus|jusu|vel))* zvanus"
            ),
            0.8,
        ),
        (
            "told you before",
            (
                "(teicu|teica|teikts|ludza|prasiju|solijat|solija|apsolijat|apsoliet|apsoli"
                "|apsolat|zverejat|neteicu|ludzis|teicis|pieprasiju)( (ka|lai|taču|taca|vairs|man"
                "|mani|ar|te|seit|jums|nekad|es))* (nezvan(?!u|s)|nesazin|netrauc|nekontakt)~"
            ),
            0.8,
        ),
        (
            "told you before",
            (
                "(atrakstijos|atteicos|izrakstijos|esmu (izdzests|iznemts|dzests|svitrots"
                "|izsvitrots|atrakstijies|izdzesta|iznemta))( \\w+){0,3}(?= END|saraksta)"
            ),
            0.6,
        ),
        (
            "or else",
            (
                "(ja|kamer)( \\w+){0,3} (neliksiet|nebeigsiet|neparstasiet|turpinasiet|neparstas"
                "|nebeigs|neliks)( \\w+){0,8}|(versisos|sudzesos|zinosu|iesniegsu)( \\w+){0,5}"
                " ja( \\w+){0,3} (turpina|zvan|nebeig|nelik)~( \\w+)?"
            ),
            0.8,
        ),
        (
            "leave me alone",
            (
                "(jauki|labi|priec~|pateic~|labak)( ja)?( (mani|mus))* (liktu|liksiet|likt)("
                " (mani|mus))* (miera|mieru)|liktu (mieru|miera)"
            ),
            0.7,
        ),
        (
            "my number must go",
            (
                "(mans|mana|manu|musu) (numuru|vards|telefons|dati)( \\w+){0,2} (pazud|pazustu"
                "|dzests|dzesti|dzest|nav|nebutu)( (no|jusu|datora))* ?(saraksta|sistema"
                "|datora)?(?= END)"
            ),
            0.6,
        ),
        (
            "uses a right",
            (
                "(izmantoju|ir)( (savas|manas|man))* tiesib~ (iebilst|tikt aizmirst|dzest"
                "|atteikties|but aizmirst)~"
            ),
            0.7,
        ),
        (
            "stop processing",
            (
                "(partrau|beidz|aizlie|iebil|izbeidz|partraukt)~( (manu|manus|personas|visu"
                "|jebkadu))* (datu|datus)?( \\w+)? ?(apstradi|izmantosanu|apstradat)"
            ),
            0.8,
        ),
        ("heeds a refusal", "(ievero|cieni|respekte)~( (manu|musu))* (atteikum|velm|privatum|izvel)~", 0.6),
        ("off me", "(atsujieties|atkapieties|atvacieties|lasieties|atsujies)( nost)?( no)? manis", 0.6),
        (
            "to be left alone",
            "(ne )?(nevajag|negribu)( (vinam|vinai|mammai|tevam))? (zvanus|zvana|sanemt zvanus)",
            0.6,
        ),
        ("never again", "BEGIN (ne )?(vairs nekad|nekad vairs) END", 0.6),
    ),
    _NAMES,
)
_WHEN = (
    "(manu )?((?!jebkura|neviena|nekada|katra|nav|vairs|bez|maz|daudz|visa|manu|ne)\\w+ laika|pa"
    " dienu|dienas vidu|pusdienu|pusdienas|pirms|pec|lidz|kamer|kad|tagad(?! (saku|lieku))|sobrid"
    "|patlaban|sodien|rit"
    "|parit|sonedel|sovakar|sorit"
    "|agri|velu|velak|agrak"
    "|manas mainas|mainas laika|naktis|nakti|vakaros|vakara|ritos|rita|dienas laika|brivdien~"
    "|svetk~|pirmdien~|otrdien~|tresdien~"
    "|ceturtdien~"
    "|piektdien~|sestdien~|svetdien~|darba|darbu|biroju|biroja|fikso|majas|nakamnedel|nakamo|nedelas"
    " nogales|pusdienlaika"
    "|stundu|pusstundu|stundas|(vienu|dazas|paris) (minut|stund|dien|nedel)~|pie (durvim"
    "|vartiem)|rezim~|atvalinajuma|vel|pagaidam|starp|neilgi|kadu laiku|dazas|pa (nakti"
    "|naktim|darba)~)"
)
_LASTING = frozenset(
    {
        "off the list, out of it",
        "do-not-call list",
        "gave no consent",
        "keep off my number",
        "loses my number",
        "my number must go",
        "off the list",
        "off the list, in other words",
        "removal is requested",
        "remove me",
        "remove my data",
        "remove my number",
        "strike my number",
        "takes back consent",
        "unsubscribes",
        "wants out of the list",
    }
)
TABLE = OptOuts(
    same=_SAME,
    orders=_ORDERS,
    asks=_ASKS,
    after=rules(
        (
            ("only at certain times or places", _WHEN),
            ("it is told as a mistake", "(kludas|nejausi|netisam|parpratuma)"),
            ("the bell of a door is meant", "(durvju )?zvanus"),
            ("one call is to stay as it is", "(at|par)celt"),
            (
                "only on a condition",
                (
                    "(ja(?! (tas nav|nav grut~|ta nav|var~|iespejams|drikst~|ludzu|nekas|jums (nekas"
                    "|nav|ta)))|bez|ja vien|iznemot)"
                ),
            ),
            (
                "others are meant",
                (
                    "(?!.* vairs)(?!(vinam|vinai) (ir|nav))(arstu|bernus|bernu|vinu|vinus|sevi"
                    "|kaiminus|citus|manam|manai|vinam|vinai|viniem|viram"
                    "|sievai|mammai|policijai|vecakiem)"
                ),
            ),
        ),
        _NAMES,
    ),
    later=rules(
        (
            ("another number or time is given", "(pie)?zvani(et)?(?! (kadam|citam|citiem|savam|saviem))"),
            ("they will call themselves", "(pats|pati) (pie|at)?zvanisu"),
            ("a call is promised", "(mes|pasi|pats|pati)( \\w+){0,2} (pie|at)?zvanis~"),
            (
                "others are meant",
                (
                    "bet (esat|esi|jums (drikst|var|ne)~|ar (jums|tevi)|pret jums|(varat|drikstat"
                    "|variet|vari) (zvanit|zvana))"
                ),
            ),
        ),
        _NAMES,
    ),
    before=rules(
        (
            (
                "only at certain times or places",
                (
                    "^(?!.*(ne (sodien|rit|parit|tagad|velak|pec|kad)|reiz|katru|diezgan|\\w+ais zvanus))"
                    f".*(?<!\\S){_WHEN}( (laika|man|vairs|ludzu|labak))*$"
                ),
            ),
            (
                "only at certain times or places",
                "(?<!ne\\s)(pirms|pec|lidz(?! (kaklam|sejien|riebum))|starp)( \\w+){1,4}$",
            ),
            ("it is denied", "(nesaku|neprasu|neludzu)( (ka|lai|vairs|man))*$"),
            (
                "others told it",
                (
                    "(?<!\\S)(vins|vina|vini|vinas|draugs|draudzene|kaimin~|mamma|vecmamma|tetis|brals|masa"
                    "|dels|meita|sieva|virs|tante)( (?!es |jums )\\w+){0,3} (teica|teikusi|teikusas|teicis"
                    "|teikusi|pateica|pateikusi|pateicis|ludza|ludzis|ludzusi|prasija|prasijis"
                    "|prasijusi|lika)("
                    " \\w+){0,3}$"
                ),
            ),
            (
                "others are meant",
                (
                    "(?!visiem|saviem|ieprieks|pedej|pirm|koleg|darbinie|cilvek|operator|meiten|puis)\\w+"
                    "(iem|iniekam|istam) (teicu|pateicu|ludzu|teiksu|pateiksu|saku)( (jau|lai|ka"
                    "|vairs|nekad))*$"
                    "|(krapniek|bank|masai|bralim|draug|kaimin|virtam|sievai|viram|delam|meitai|mammai)\\w*"
                    " (teicu|pateicu|teiksu|pateiksu|saku)( (jau|lai|ka|vairs|nekad))*$"
                ),
            ),
            (
                "it is a condition",
                (
                    "^(?!.*(butu|priec|pateic|busu|drikst|varetu|iespejams|nav grut|ja"
                    " var(?!\\S))).*(?<!\\S)(ja"
                    "|kamer)( \\w+){0,3}$"
                ),
            ),
            (
                "others are meant",
                (
                    "(pasak|saki|teic|ludz|palugt|palud|nodod|pavest)~ (?!lai|priekšnie|koleg|vadi|visiem"
                    "|saviem|direktor|nodal|centr|sef|bos|komand|firm|kompan|kantor|uznem|darbinie"
                    "|cilvek|datorniek|robot|tirgotaj|meiten|puis)\\w+(am|ai|iem|ei|im)( lai)?$"
                    "|(vinam|vinai|viniem|vins|vina"
                    "|vini|krapniek~|kads|noliktavai|veikalam|birojam|kolegai|kaiminam|bankai"
                    "|meistaram)( (lai|vairs|ludza|lika))*$"
                ),
            ),
        ),
        _NAMES,
    ),
    subject=rules(
        (
            (
                "it is told, not demanded",
                "(teica|sacija|pateica|atbildeja|noradija|atraksta|atrakstija)( man)?$",
            ),
        ),
        _NAMES,
    ),
    asked=rules(
        (
            (
                ASKED,
                (
                    "^(bet |sakiet )*((ka(?! (dabuj|tikat|ieguv))|kad(?!.* (beidz|beigs))|kas(?!"
                    " (iedeva|deva))|cik (cilvek|daudzi|klient)~)(?!\\S)|kapec( (man"
                    "|mani|vairs|neviens))*$|ko (nozime|darit|man (butu|vajadzetu|jasaka))"
                    "|kur(?!ienes?(?!\\S))(?! man ja)|vai$|vai (?!apstiprin|apsol|jums$|(\\w+"
                    " )?(ne)?var|beidz|jus beidz|esat kurl|tiesam"
                    "|ir par daudz|skaidrs|(\\w+"
                    " )?neteicu|teicu|(\\w+ )?jamaina))(?!.*(teicu|ludzu|prasiju|saciju)).*"
                ),
            ),
        ),
        _NAMES,
    ),
    ways=rules(
        (
            (
                "asks for a way",
                (
                    "^(?=.*(zvanus|nezvan~|saraksta|beidziet zvanit|beidzat"
                    " zvanit)(?!\\S))(?!.*(krapniek~|nozime|avitni~|rekin~"
                    "|vien prasu|intereses pec|zinkar~))"
                    "(.* )?(ka|ko|kur|kam|ar ko|(kas|kurs) (var|drikst|atbild|pie)~|vai ir( kads|"
                    " kada)? (veids|iespeja|poga|kartiba))(?!\\S)"
                ),
            ),
        ),
        _NAMES,
    ),
    lasting=_LASTING,
    kinds=kinds(
        {
            "O": "nezvan(iet|i|it|at|isi|isiet|et)|ne(sazin|kontakt|trauc|uzbaz|apgrut)\\w*(iet"
            "|ieties|it|ities|at|aties)",
            "C": "zvana|zvanus|zvani|zvanat|zvanam|zvanisi\\w*|zvanitu|zvanisan\\w*|zvanot"
            "|komunikacij~|kontakt(u|us|i|iem)|sazin\\w*"
            "|tirgved~|teroriz\\w*|vajat|vajasan~|mocit|piezvan(is|itu|at)\\w*",
            "c": "zvanit|piezvanit|sazinaties",
            "N": "ne|nevajag|nevajadz~|nevar|nevarat|nedrik~|nekad\\w*|nevien\\w*|bez|neesmu"
            "|nedod~|neatla~|nelau~|neatlaut|aizlie\\w*|liedz~"
            "|nemegin~|neuzdros~|nulle",
            "n": "nav|nebija",
            "b": "jo|un|vai|paldies|tapec|visu|labi|esmu",
            "f": "no",
            "S": "beidz~|beig~|partrau~|parstaj~|parstat|pietiek|pietiks|gana|izbeid~|jabeid~"
            "|jabeidz~|apstajas|apstajieties|stop|hvatit",
            "H": "negri\\w*|nevel~|atsak~|atteik~|atteic~|atteiks~|iebilst\\w*|iebild(u|am)"
            "|noraid~|nepiekr~|apnic~"
            "|apnik~|riebj~|aprieb~|derdz~|neciesu|neciest"
            "|necies~|ienist~|besi|kaitina|tracina|piegriez~|izturet|neieredzu|neizturu"
            "|kaklam|sejienei|atrakst\\w*|izrakst\\w*",
            "G": "vel(o|e)~|grib~|interese\\w*|vajadzig~|velesan\\w*",
            "J": "piekrisan\\w*|atlauj\\w*|tiesib\\w*|pamat\\w*",
            "R": "dzes\\w*|(iz|no|aiz)?(dzes|dzest|dzesi|svitro|iznem|nonem|izmet|sledz|slegt"
            "|bloke)\\w*|dzest|dzesti|ara|nost|prom|pazaud(ejiet|et|ejat|etu)|pazud|pazustu"
            "|aizmirst(iet|i)?|vaciet|vac|nemiet|nemt|likt|liec(iet)?|miera|mieru|gabalu",
            "D": "numur\\w*|talrun\\w*|dati|datus|datu|telefon\\w*|vards|vardu",
            "L": "saraks\\w*|datubaz\\w*|sistem\\w*|registr\\w*|dator\\w*|kampan\\w*|uzskait\\w*"
            "|kartotek\\w*",
            "U": "glaba~|saglaba~|izmanto~|lieto~|tur~|nesaglabaj\\w*|neizmanto\\w*|nelieto\\w*"
            "|neglaba\\w*|nesaglaba\\w*|neturiet",
            "E": "dzird\\w*|nedzird\\w*",
            "A": "vairs|nekad|vairak|turpmak|vispar|bolse",
            "M": "man|mani|mans|mana|manu|manas|manai|manam|manus|musu|mums|mus|seit|te|surp|mamma"
            "|mammai|tevam|viram|sievai|mana",
            "Y": "jums|jusu|jus",
            "B": "atpakal|iebildum\\w*|nedz\\w*|nesvitr\\w*|neizn\\w*|gaid\\w*|atzvan\\w*|polic~"
            "|kart\\w*|kont\\w*|pasut\\w*|rekin\\w*"
            "|ligum\\w*|rind\\w*|sanem\\w*|nesanem\\w*|nepienak\\w*|pienak\\w*"
            "|varu|lidz|pirms|kamer|kad|ja|kapec|ko|kas|bet|vecais|veco|vecu|muzik\\w*|balss"
            "|pasta|profil~|sapulc~|grup\\w*|meg\\w*|jaunu|jauns|vina|vins|vinu|vini"
            "|kurjer\\w*",
        }
    ),
)
