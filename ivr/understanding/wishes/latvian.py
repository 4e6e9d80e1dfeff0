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
        " konsultante"
        " speciālistu speciālists vadītāju vadītājs menedžeri menedžeris priekšnieku dispečeru aģentu"
        " aģents personu"
        " kādam dzīvam",
        "runat": "parunāt sarunāties runāšu aprunāties savienojiet savieno savienot pieslēdziet pieslēgt"
        " pārslēdziet pārslēgt"
        " pasauciet pasaukt iedodiet iedot dodiet sazināties savienosiet saslēdziet",
        "runajiet": "runā runājat runāji runājam pārejam pārejiet pārslēdzieties",
        "robots": "robotu robotiem automātu automāts mašīnu mašīna mašīnām automātisks datoru dators ieraksts"
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
            ),
            _NAMES,
        ),
    ),
)
