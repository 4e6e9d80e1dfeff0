"""Latvian. ``cilveku`` is also an operator, ``runat`` any way to be put through."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.utterance import synonyms
from ivr.understanding.wishes.table import Kind, Wishes, languages, wordings

_SAME = synonyms(
    {
        "": "lūdzu ludzu tad nu jau taču vienkārši labi tagad uzreiz dzīvu dzīvs dzīvo īstu īsts īsto reālu"
        " kādu kāds"
        " jūs tu tur tik taisni tieši drīzāk atvainojiet jā",
        "cilveku": "cilvēks cilvēkam cilvēki cilvēka operatoru operators operatoram operatora operatori"
        " operatore"
        " operatori"
        " darbinieku darbinieks darbinieci darbiniece darbiniekam konsultantu konsultants konsultanti"
        " konsultante darbinieka speciālistam konsultantam cilvēkiem"
        " speciālistu speciālists vadītāju vadītājs menedžeri menedžeris priekšnieku"
        " priekšnieks priekšniekam vadību direktoru kolēģi kolēģis darbiniekiem atbildīgo"
        " dispečeru aģentu"
        " aģents personu"
        " kādam dzīvam",
        "runat": "parunāt sarunāties runāšu aprunāties savienojiet savieno savienot pieslēdziet pieslēgt"
        " pārslēdziet pārslēgt"
        " pasauciet pasaukt iedodiet iedot dodiet dod saslēgt pārvirziet pārvirzīt novirziet"
        " sazināties savienosiet saslēdziet",
        "runajiet": "runā runājat runāji runājam pārejam pārejiet pārslēdzieties",
        "robots": "mākslīgais intelekts mašīnas robotus robotiem robotu robotiem automātu automāts"
        " mašīnu mašīna mašīnām automātisks datoru dators ieraksts"
        " ierakstu"
        " automātiska bots botu",
        "gribu": "vēlos gribētu vēlētos vajag vajadzētu",
        "negribu": "nevēlos negribētu nevajag",
        "atkartojiet": "atkārtot atkārtosiet atkārto atkartosiet pārjautāt pārlasiet",
        "velreiz": "vēlreiz velreiz",
        "dabujat": "ņēmāt dabūjāt ieguvāt atradāt ņēmi dabūji zināt zini paņēmāt iedeva atradi ieguvi"
        " deva izdeva",
        "numurs": "numuru numura telefons telefonu dati datus datu kontakti kontaktus telefona mobilo",
        "mans": "manu mana manus",
        "lenak": "lēnāk lēnām lēni",
        "atri": "ātri ātru",
        "skalak": "skaļāk skaļi",
        "nedzirdu": "nedzird",
        "nesadzirdeju": "nedzirdēju nesapratu nesaklausīju",
        "valoda": "valodu valodas",
    }
)
_NAMES = vocabulary(
    THEN="( (lūdzu|par|šeit|mani|man|ar|uz))* END",
    HERE="(seit|te|vairs|sakot)",
    SUCH="(tads|tada|tadas|vins|vina|vini)",
)
_LANGUAGES = {
    "lv": "latviski|latviesu valoda|latviesu",
    "en": "angliski|anglu valoda|anglu",
    "ru": "krieviski|krievu valoda|krievu|kriviski",
    "de": "vaciski|vacu valoda",
    "lt": "lietuviski|lietuviesu valoda",
    "et": "igauniski|igaunu valoda",
    "pl": "poliski|polu valoda",
    "uk": "ukrainiski|ukrainu valoda",
    "fr": "franciski|francu valoda",
}
_K = Kind
TABLE = Wishes(
    same=_SAME,
    wordings=(
        *wordings(
            _K.WRONG_PERSON,
            (
                (
                    "wrong number",
                    (
                        "(nepareizs|nepareizo|sajauc~|nepareizi)( (esat|mans))* (numurs|cilveku)(?! (rekina"
                        "|liguma))|kludijus(ies|sies)( ar)? numurs"
                    ),
                ),
                (
                    "nobody of that name",
                    "HERE( HERE)* SUCH( HERE)* nav|SUCH( HERE)* nav( HERE)*|nav( HERE)+ SUCH",
                ),
                (
                    "does not live here",
                    "SUCH( HERE)+ (nedzivo|nestrada|nav)|HERE SUCH( vairs)? (nedzivo|nestrada)",
                ),
                ("is somebody else", "neesmu (es )?tas (ko|kuru)|tas neesmu es ko"),
                ("not the number", "nav (vinas|vina|vinu) numurs"),
                (
                    "wrong number",
                    (
                        "(nepareiz~|sajauk~|kluda|kludain~|cits|nav tas)( (ir|jums|esat|tas))*"
                        " (numurs|cilveku|persona|adrese)(?! (rekina|liguma|rekin))|(jus |esat "
                        "|jums )*(kludij~|sajauc~|sajauk~|parzvan~)( (ar|numurs|esat))*(?= END)"
                        "|zvan~( \\w+)? nepareiz~|(te|jums) (ir )?kluda( numura)?"
                    ),
                ),
                (
                    "nobody of that name",
                    (
                        "(te|seit|sakot)( (jau|vairs))* (tads|tada|tadas|tadu|nav)( (nav|tads"
                        "|tada|tadas|te|seit|nedzivo|vairs))*(?= END)|(tadu|tada|tads)( \\w+)?"
                        " (nepazistu|nezinu|nav|cilveku es nepazistu)|nav( te| seit| man)* (tads"
                        "|tada|tadu|neviena)( (cilveku|te|seit))*(?= END)|tadu cilveku( es)?"
                        " (nepazistu|nezinu)"
                    ),
                ),
                (
                    "is somebody else",
                    (
                        "(es )?neesmu (es )?(\\w+s|\\w+a|\\w+e)(?= END)(?! (dross|drosa|majas))"
                        "|tas nav mans (vards|numurs|uzvards)|mans vards nav|neesmu (ta|tas)("
                        " (persona|cilveku))?(?= END)"
                    ),
                    0.7,
                ),
                (
                    "not the number",
                    (
                        "(sis|tas|mans|so) numurs( (ir|tagad|jau))* (pieder|cita|citam|citai)("
                        " \\w+)?|numurs pieder \\w+"
                    ),
                ),
                (
                    "does not live here",
                    (
                        "((vins|vina|vini|tads|tada)( (te|seit|vairs|sen|jau|ir|pie mums))*|\\w+"
                        " (te|seit|pie mums)( (vairs|sen|jau))*) (nedzivo|nestrada|parvac~"
                        "|aizbrauc~|izvac~|nomainij~|aizgaj~ no darba)( (te|seit|vairs|prom|no"
                        " sejienes))*(?= END)|(ir )?(parvacies|parvakusies|izvacies|izvakusies)"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.PERSON,
            (
                (
                    "a person",
                    (
                        "BEGIN (es )?((gribu|man|ne|tikai|ar) )*(cilveku|klientu apkalposanu|klientu"
                        " apkalposana)THEN"
                    ),
                ),
                (
                    "to speak with a person",
                    (
                        "(gribu|runat|vai varu|varu|varetu|varat|lai)( (man|mani|ar|uz|pie|es|tikai|gribu"
                        "|runat|lietot|but|dzirdet))* (cilveku|klientu (apkalposanu|dienestu)|balsi)"
                    ),
                ),
                ("not with a machine", "negribu( (runat|sarunaties|ar|dzirdet|klausities))* robots"),
                ("whether somebody is there", "BEGIN vai( (ir|kads))* cilveku( ir)? END"),
                (
                    "to be put through",
                    (
                        "(robots( \\w+){0,3} |BEGIN |negribu robots )((es|gribu|vai|varu|varetu"
                        "|varat|var|man|mani|mus|lai|ludzu|ar|pie|uz|labak|tikai) )*(runat|atbild"
                        "|runa|palidz|dzirdet|pie telefona|savienot|runajiet|gribu|aprunaties)("
                        " (mani|man|ar|uz|pie|es|kadu|kads|no|jusu|savu|telefona|tiesi))*"
                        " (cilveku|balsi|klientu apkalposanu)"
                        "( (nevis|kas|ar ko|kurs|ludzu|par|un|no|robots|varetu|palidzet|te|seit"
                        "|kuram|telefona|numurs|pie|var|atbildet|vards))*(?= END)|BEGIN (vai"
                        " )?cilveku (var|varetu) (atbildet|palidzet|runat)"
                    ),
                ),
                (
                    "whether somebody is there",
                    (
                        "(vai )?(ir |te |seit )*cilveku( (te|seit|ir))*( (ar ko|ar kuru|kas"
                        "|kurs))+( (es|man|var|varu|varetu|runat|palidzet|atbildet))*(?= END)"
                    ),
                    0.8,
                ),
                (
                    "not with a machine",
                    (
                        "(ne|negribu|nevis|nerun~|ar)( (es|runat|ar|dzirdet|klausities))*"
                        " (robots)( (es))? (nerun~|negribu|nesarun~|nestrada)|(negribu|nerunasu"
                        "|nerunaju|nevelos)( (runat|ar|es))* robots"
                    ),
                ),
                (
                    "somebody to the telephone",
                    "(runat|varat|var|pasauciet)( \\w+){0,3} pie (telefona|numurs|aparata|klausules)",
                    0.8,
                ),
            ),
            _NAMES,
        ),
        *languages(
            _LANGUAGES,
            (
                (
                    "in that language",
                    (
                        "(runajiet|runat|varat|varetu|varam|var|gribu|turpinat|turpiniet|pariet|parejam)("
                        " (man|ar|uz|mani|mans|es|lūdzu|ari|runat|pariet))* (LANG)"
                    ),
                ),
                ("that language", "BEGIN (vai )?(var )?(LANG)(?! (kurs|viza|gramat|skolotaj|brokast)~)THEN"),
            ),
            _NAMES,
            own="lv",
            foreign=(
                "does not speak that language",
                (
                    "(nesaprotu|nerunaju|nemaku|nezinu|nesapratu|neprotu)( (runat|es))* (angliski|krieviski"
                    "|anglu|krievu)( valoda)?"
                ),
            ),
        ),
        *wordings(
            _K.LANGUAGE,
            (
                (
                    "another language",
                    "(cita|citu|kada|kadas|kadu) valoda|(mainit|nomainit|pariet uz citu) valoda",
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.SOURCE,
            (
                (
                    "where from",
                    (
                        "(no kurienes|no ka|kur|kas|ka)( (jums|ir|mans|es|no))* dabujat( (mans|so))+ numurs"
                        "|(no kurienes|no ka)( (jums|ir|tev))* (mans|mani)( \\w+)? numurs|(kas|kur)( (jums"
                        "|dabujat))+( mans| so) numurs"
                    ),
                ),
                ("where from", "no kurienes( (jums|ir|dabujat))+ (mans|numurs|sis)"),
                (
                    "where from",
                    (
                        "(no kurienes|no ka|kur|kas|ka|kada veida|kadi|kapec|kada cela)("
                        " \\w+){0,4} (dabujat|ieguvat|nonaca|tikat|atradat|iedeva|pardeva|zinat"
                        "|radas|nemat|uzzinajat|ravat|panemat|nokluva|nonaca|sagadajat)( (pie"
                        "|mans|so|jums|man))*( (mans|so|jusu))* numurs|(no kurienes|no ka|ka"
                        "|kapec)( (pie|jums|ir|tev|jusu))*( (mans|mani))( \\w+)? numurs|(ka|no"
                        " kurienes)( (pie|jums))* (nonaca|radas|ir) (mans|mani|sis|so) numurs|ka"
                        " (mans|mani) numurs( \\w+){0,3} (nokluva|nonaca|ir|radas)|ka( jus)?"
                        " (tikat|nonacat) (pie|lidz) mans numurs"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.SLOWER,
            (
                (
                    "slower",
                    (
                        "(runajiet|runat|sakiet|pasakiet|atkartojiet|mazliet|var|drusku|velreiz)( (runat"
                        "|mazliet|drusku|velreiz|man))* lenak|BEGIN (mazliet |nedaudz )?lenak END"
                    ),
                ),
                ("too fast", "(parak|par|loti|ne)( runajiet)? atri(?! (nokavet|maksat))"),
                (
                    "slower",
                    (
                        "(ludzu )?lenak( (un|skaidrak|mazliet|runajiet|ludzu|es|drusku))*|nerun~("
                        " \\w+)? atri|(ne|nevaru|netieku)( \\w+)? (tik )?atri( (uztvert|saprast"
                        "|lidzi|izsekot))*|(par|parak) atru|(pasakiet|sakiet|lasiet)( \\w+){0,2}"
                        " lenak|netieku( jums)? lidzi"
                    ),
                    0.9,
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.LOUDER,
            (
                (
                    "louder",
                    (
                        "(runajiet|runat|sakiet|pasakiet|mazliet|var|drusku|nedaudz)( (runat|mazliet|drusku"
                        "|man))* skalak|BEGIN (mazliet |nedaudz )?skalak END"
                    ),
                ),
                (
                    "cannot hear",
                    (
                        "(es |neko |loti |slikti )*(nedzirdu|slikti dzird~|slikta dzirdamiba)( (jus|jusu"
                        "|neko|labi|mans))* END|(gandriz|slikti|vaji) (dzird~)"
                    ),
                ),
                ("too quiet", "(par|parak|loti) klusu|slikta skana|slikta (dzirdamiba|linija)"),
                (
                    "louder",
                    (
                        "(paceliet|pacel) balsi|BEGIN skalak( (ludzu|runajiet|es|drusku))*|(nevar"
                        "|gruti|slikti|gandriz|tikko|nevaru)( (jus|jusu|ko|neko|labi|loti|gandriz"
                        "|var))* (dzirdet|sadzirdet|dzirdams|dzirdama|dzird)|(loti|par|parak"
                        "|tik)( (runajiet|runa))* klusi?|klusi( jus)? runajiet|runajiet( (loti"
                        "|par))* klusi|(slikta|vaja) dzirde|slikti dzirdam~|neko( (jus|es|nevar"
                        "|labi))* (nedzirdu|dzirdet)|tik klusu|slikti sadzirdu"
                    ),
                    0.9,
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.OPTIONS,
            (
                (
                    "asks what there is",
                    (
                        "BEGIN ((nu|un|tad|ludzu|labdien|sakiet|bet) )*(kadas( (ir|man|te|seit|jums))*"
                        " (izveles )?(iespejas|izveles|nodalas)( (ir|man|te|seit|jums))*"
                        "|ko (es |vel )*(jus )?(varat|protat|var)( (es|man|te))*"
                        "( (izdarit|palidzet|izveleties|jautat|teikt|darit))?"
                        "|ko es varu (izveleties|jautat|teikt|darit)|no ka var(u)? izveleties"
                        "|(ar ko|ka) (jus )?varat( man)? palidzet)( (te|seit|man))* END"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.REPEAT,
            (
                ("is anybody listening", "BEGIN (vai )?(mani )?dzird(at|i)( mani)? END|BEGIN vai ir END"),
                ("repeat", "(atkartojiet)(?! (rekin|pasutijum|maksajum)~)"),
                (
                    "once more",
                    (
                        "BEGIN (pasakiet |sakiet |var )?(velreiz|vel vienu reizi|vel reizi)( pasakiet|"
                        " sakiet)?THEN|(pasakiet|sakiet|saki|nosauciet|izlasiet)( (to|man))* velreiz"
                        "|velreiz( (to|man))* (pasakiet|sakiet)"
                    ),
                ),
                (
                    "what was said",
                    (
                        "ko( (es|man))* (teicat|sakat|jautajat|prasijat|teici|prasiji|gribejat)|kas bija"
                        " (teikts|jautajums)|BEGIN (kas bija|ko|ka) END|kads bija jautajums|bija jautajums"
                    ),
                ),
                (
                    "did not catch it",
                    "(es )?(nesadzirdeju)( (ko|labi|es|jusu|jautajumu|teicat|sakat|neko|pedejo|to))* END",
                ),
                (
                    "once more",
                    (
                        "(vel|velreiz)( (reiziti|reizi|vienreiz|vienu reizi|to|man|pasakiet"
                        "|sakiet|izlasiet|nolasiet|pateikt))+(?= END)|(pateikt|pasakiet|nolasit"
                        "|nolasiet|izlasit|izstastit|paskaidrojiet|paskaidrot)( (to|man"
                        "|jautajumu))* velreiz|velreiz (ludzu )?(jautajumu|pateikt|nolasit|to|no"
                        " sakuma)|BEGIN (vel|velreiz)( (reiziti|ludzu))*(?= END)"
                    ),
                ),
                (
                    "what was said",
                    (
                        "(ko|ka)( (jus|es|man|tieši|isti))* (teicat|sakat|prasijat|jautajat"
                        "|(gribejat|velaties|velejaties|gribat) (zinat|teikt))( (zinat|man|no manis|tagad"
                        "|teikt))*(?= END)|BEGIN kas (tas|te)? ?bija( (tas|teikts))*(?= END)"
                        "|kadi( (ir|bija))+ (varianti|iespejas|izveles|atbilzu varianti)|(kads"
                        "|kas) (bija|ir) (jautajums|tas|varianti)(?= END)|BEGIN (piedodiet "
                        "|atvainojiet |ludzu )?(ka|ko)( (ka|ko|ludzu))*(?= END)"
                    ),
                ),
                (
                    "did not catch it",
                    (
                        "(isti|labi|lidz galam|es|piedodiet|jautajumu|ko|neko)( (es|isti|labi))*"
                        " (nesadzirdeju|nesapratu|nedzirdeju|nesaklausiju|neuztveru|palaidu"
                        " garam)( (jautajumu|ko|jus|jusu|teicat|to|pedejo))*(?= END)"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.ROBOT,
            (
                (
                    "is this a robot",
                    (
                        "(vai|es)( (es|tas|te|runat|runaju|ar|ir|esat|esi|sis|si))* (robots|cilveku)(?= END"
                        "| vai)"
                    ),
                ),
                (
                    "is this a robot",
                    "(esat|esi|te|runa) (robots|robots vai \\w+)(?= END| runa| vai|)( runajiet)?",
                ),
                (
                    "is this a robot",
                    (
                        "(vai|jus|tu|te|es|tas|ta)( (vai|jus|te|es|tas|ta|ir|esat|esi|runa"
                        "|runajiet|runat|runaju|ar|kads|tikai|sis))* (robots|cilveku)( (vai"
                        "|nevis))?(?= END| (vai|nevis))(?! (ludzu|apkalposan))"
                    ),
                    0.8,
                ),
                (
                    "is this a robot",
                    (
                        "(esat|esi|ir|ta ir|te|runa|runajiet)( (tikai|kads|vai|tas|ta))* robots"
                        "|neesat( \\w+)? cilveku|BEGIN vai (jus )?(esat|esi)(?= END)|robots( (te"
                        "|runa|ir|vai))+(?= END)"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.WHO,
            (
                (
                    "who calls",
                    (
                        "kas( (te|tas|esat|esi|ir|sis|man))* (esat|esi|zvana|runajiet|zvanat|runa|esat"
                        " tadi) ?END|kas tas (ir )?(ir )?par (uznemumu|firmu|kompaniju)|kas zvana"
                    ),
                ),
                (
                    "who calls",
                    (
                        "ar ko( (es|man))* (runaju|runat)|no kurienes( (man|jus))* zvan~|no kada~?"
                        " (uznemuma|firmas|kompanijas)|kads? (uznemums|firma|kompanija)|BEGIN uznemums END"
                        "|ka( (jus|tevi))* sauc END|(stadieties|stadies) prieksa|ko( jus)? parstavat"
                    ),
                ),
                (
                    "who calls",
                    (
                        "(kas|kurs|kads|kada)( (te|tas|esat|esi|ir|sis|man|tads|tada|zvana|tur"
                        "|pie|isti|vispar|jus|tu|par|ar mani))* (tads|tada|esat|zvana|zvanat"
                        "|telefona|telefons|numurs|runa|runajiet|runat|aparata|tur|runaju"
                        "|darisana|aparats)( (ir|esat|ludzu|man))*(?= END)|(ar ko|ar kuru)( (es"
                        "|man|tad|ir))* (runaju|runat|darisana|sarunajos|ir)( (darisana|gods))*"
                        "|(pastastiet|sakiet|pasakiet|gribu zinat)( (man|ludzu))* kas( (jus|tu"
                        "|esat|zvana|runa|tas))+"
                    ),
                ),
                (
                    "who calls",
                    (
                        "BEGIN kas( (ir|te|tas))*(?= END)|(no )?(kuras|kadas|kada|kurs|kura"
                        "|kads)( (jus|ir|tas))* (firma|firmas|uznemums|uznemuma|kompanija"
                        "|kompanijas|banka|bankas|organizacija|organizacijas|iestade|iestades)("
                        " (jus|esat|zvana~?|zvanat|parstavat|ir|sis|sauc|tas))*(?= END)|ka( (sauc"
                        "|ir|jus))* (jusu|sis) (uznemums|uznemumu|firmu|kompaniju)|ka sauc("
                        " jusu)? (uznemumu|firmu|kompaniju|uznemums)|no kurienes( (jus|man|tad))*"
                        " zvan~|kas( jus)? (busiet|busi|tads|tada)(?= END)|kas (ta|tas)( (ir"
                        "|te))* par (firmu|uznemumu|kompaniju|iestadi)|ar ko( (es|te|man|lai))*"
                        " (runaju|runat)"
                    ),
                ),
            ),
            _NAMES,
        ),
        *wordings(
            _K.GOODBYE,
            (
                (
                    "goodbye",
                    (
                        "(uz redzesanos|visu labu|ar labu nakti|ardievu|jauku (dienu|vakaru)|lai (jums"
                        " )?(jauka|laba) diena|(BEGIN|paldies) ?(ata|cau|cau cau))( (ata|paldies|jums))* END"
                    ),
                ),
                (
                    "has to go",
                    (
                        "man (ja(iet|beidz|skrien))|(es )?(lieku|noliksu|nolieku)( (nost|klausuli))+"
                        "|beidz(am|iet|u) (so )?sarunu"
                    ),
                ),
                (
                    "goodbye",
                    (
                        "(visu (gaisu|labu|jauku)|uz sadzirdesanos|lai (jums|tev)? ?(jauk"
                        "|lab)\\w+ (dien|vakar)\\w+|(jauku|labu|skaistu|jaukas|novelu jauku)("
                        " jums)? (dienu|vakaru|nedelu|brivdienas|nakti)( (jums|ari))*|cau( "
                        " ?cau)*|sveiki paliekat|palieciet sveiki|turieties|ata( ata)?|uz"
                        " tiksanos|veiksmi)( (jums|paldies|ata|ari|vel|visiem))*(?= END)"
                    ),
                ),
                (
                    "ends the call",
                    (
                        "(beigsim|beidzam|pabeigsim|partrauksim|beidziet|beigt)( (so|musu))?"
                        " sarunu|(es )?(lieku|likšu|noliksu|liksu|nolieku)( (nost|klausuli"
                        "|telefonu))+|man( (tagad|jau))* (jaiet|jabeidz|jaskrien|jabrauc|jaiet"
                        " prom|javeic)"
                    ),
                ),
            ),
            _NAMES,
        ),
    ),
)
