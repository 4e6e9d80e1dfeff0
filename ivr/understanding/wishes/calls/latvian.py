"""Latvian. ``zvaniet`` is any way to ring somebody, ``zvanit`` what may be asked for,"
" ``zvanu`` a call to come."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.utterance import synonyms
from ivr.understanding.wishes.table import Kind, Wishes, wordings

_SAME = synonyms(
    {
        "": "lūdzu nu jau taču vienkārši labi labāk jūs tu kāds kādu kādam būtu lai gan tikai"
        " laipni esiet tik paldies"
        " labdien sveiki",
        "zvaniet": "atzvaniet piezvaniet pārzvaniet sazvaniet sazvanieties zvani atzvani piezvani"
        " pazvaniet pazvani uzzvaniet sazinieties",
        "zvanit": "atzvanīt piezvanīt pārzvanīt sazvanīt atzvana piezvana zvana atzvanītu piezvanītu"
        " zvanītu atzvanot atzvanīsiet"
        " piezvanīsiet zvanīsiet atzvanāt sazvanīties sazvanāmies sazināties sazinās uzzvanīt pazvanīt",
        "zvanu": "zvans atzvanu atzvans atzvanīšanu atzvanīšana sarunu saruna zvanam atzvanam"
        " pierakstu pieraksts zvana sarunai",
        "man": "mums mani mūs",
        "varat": "varētu varētu var varēsiet varbūt spējat iespējams iespēja varam varu",
        "gribu": "vēlos gribētu vēlētos vajag vajadzētu gribam lūgtu prasu gaidu gaidīšu",
        "pieteikt": "piesakiet pieteiktu norunāt sarunāt noorganizēt ieplānot saplānot rezervēt pasūtīt"
        " nokārtot sarunājam norunājam"
        " noruna piesaku sarunāsim nolikt",
        "cits": "cita citu citā citi citas citus kādu citu citam",
        "laiks": "laiku laikā laikus laiki diena dienu dienā dienas reize reizi reizē stunda stundu"
        " stundā datums datumu brīdis brīdi",
        "atceliet": "atcelt atceļu atcel atsaukt atsauciet dzēsiet dzēst izdzēsiet anulēt anulējiet"
        " aizmirstiet noņemiet atsakos"
        " atsaucu atsaucam atceļam atceltu atsauktu atteikties atteiktos",
        "neder": "nederēs neatbilst nepatīk nesanāk neiznāk nesanāks neiznāks neietilpst",
        "nevajag": "nevajadzēs nevajadzētu nevajadzīgs nevajadzīga",
    }
)
_NAMES = vocabulary(
    TIME="(rit~|parit~|sodien~|vakara|vakar?|pecpusdien~|no rita|velak|\\w*dien|\\w*diena|\\w*os"
    "|pec|pirms|kad|ap|uz|tad|nakamnedel~|talak|agrak"
    "|driz|jebkura|cik atri|par|un|vai(?!rs)|bet|jo|ja|velreiz|vel|pa|darba|sonedel|nakam~)",
    KEPT="(?<!nevajag\\s)(?<!negribu\\s)(?<!negribetu\\s)(?<!nevelos\\s)(?<!nevelamies\\s)(?<!kapec\\s)",
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
                        "zvaniet( (velreiz|velak|rit|parit|ar))* man|man( (rit|velak|velreiz"
                        "|parit|\\w+dien))* zvaniet|BEGIN ((ja|varat|un) )*zvaniet( (velreiz"
                        "|velak|atpakal))*(?= END| TIME)"
                    ),
                ),
                (
                    "can you call me",
                    (
                        "(varat|vai)( (vai|ne|nevar~|nevarat))*( (\\w+)){0,3} zvanit( (man"
                        "|atpakal|velak|velreiz))*(?= END| TIME)"
                    ),
                    0.85,
                ),
                (
                    "wants to be called",
                    (
                        "(gribu|ludzu|var|varat|pasakiet|palugt|palugsiet|vajadzetu)( (ka|lai"
                        "|but))*( \\w+){0,4} zvanit( man)?(?! (jums|jusu|uz)(?!\\S))"
                    ),
                    0.8,
                ),
                (
                    "let somebody call me",
                    (
                        "BEGIN ((?!(nevajag|negribu)(?!\\S))\\w+ ){0,2}man zvanit(?= END| TIME)"
                        "|BEGIN zvanit man(?= END| TIME)"
                    ),
                    0.6,
                ),
                (
                    "wants a call",
                    (
                        "(gribu |varat |pieteikt |BEGIN )((pieteikt|ludzu|sanemt|uz|telefona"
                        "|telefonisku|par) )*zvanu(?= END| TIME)"
                    ),
                ),
                ("arranges a call", "pieteikt( (man|uz|telefona|telefonisku|velaku|citu|\\w+dienu))* zvanu"),
                (
                    "wants to talk later",
                    (
                        "(varat|gribu|labak)( \\w+){0,2} (runat|parunat|sarunaties|aprunaties)("
                        " \\w+){0,2} (velak|rit|parit|\\w+dien)"
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
                        "cits (laiks|variants|variantu|iespeja|iespeju)|(vai|varat|gribu|kads"
                        "|kas)( \\w+){0,3} (velak|agrak)s?( laiks)?(?= END)|citreiz|laiks cits"
                    ),
                ),
                ("something else", "(kaut )?(ko|kas) (cits|velak|agrak|citu)(?= END)|kaut kad citreiz"),
                (
                    "none of them suits",
                    (
                        "(neviens|neviena|neviens no|nekas)( (no|tiem|siem|ta|tam|laiks|man|sie"
                        "|tie|piedavatajiem))* (neder|neder man|nav ert~|nav piemerot~)?(?= END)"
                        "|(tie|sie|tas|laiks|man|tad|nevienu|ta)( (tie|laiks|man|tad|visi))*"
                        " neder( (man|nemaz|tad))*(?= END)|BEGIN neder( man)*(?= END)"
                    ),
                ),
                (
                    "cannot then",
                    (
                        "(nevaru|nevaresu|nebusu|nesanak)( (tad|taja|tajos|sajos|nevienu|neviena"
                        "|laiks))+(?= END)|(taja|tajos|sajos|tad)( (laiks|man))* (nevaru|nevaresu"
                        "|nebusu|nesanak)(?= END)|tad( man)? (nevaru|nevaresu|nebusu)"
                    ),
                    0.7,
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
                        "KEPTatceliet( (to|manu|savu|sarunato|norunato|pieteikto|rit~|no|par))* zvanu"
                        "|zvanu( (to|manu|var|varat|gribu))* atceliet"
                    ),
                ),
                (
                    "need not call",
                    (
                        "(nevajag|nav vajadzig~|nav vajadzibas|nav jegas|nav nepieciesam~)( (man"
                        "|vairs|to))* (zvanit|zvanu)( (vairs|man))*(?! atceliet)"
                        "|(zvanit|zvanu)( (man|vairs|tas))* (nevajag(?! atceliet)|nav vajadzig~"
                        "|nav nepieciesam~|nav jazvana)|nav( man)?( vairs)? jazvana"
                    ),
                ),
                (
                    "does not want the call",
                    (
                        "(negribu|nevelos|negribetu|nevelamies|negribam)"
                        "( (so|sito|to|jusu|vairs|nekadu))* zvanu"
                        "(?! (atceliet|no|par|uz|ar|pirms|pec|tik)(?!\\S))"
                    ),
                ),
                (
                    "no longer needed",
                    (
                        "vairs( (man|to|neko))* (nevajag|nav vajadzig~|nav nepieciesam~|nav"
                        " aktual~)(?= END| zvan~| jo)|(nevajag|nav aktual~|nav vajadzig~)( man|"
                        " to)* vairs(?= END)"
                    ),
                    0.8,
                ),
                (
                    "you need not call",
                    (
                        "(varat )?(man )?(neatzvaniet|nezvaniet atpakal|neatzvanit"
                        "|nepiezvanit)(?= END| jo| viss| es)"
                    ),
                    0.8,
                ),
                (
                    "it is settled",
                    (
                        "(atrisin|nokarto|noskaidro|izdevas|viss kartiba)~( \\w+){0,3} (nevajag"
                        "|nav|neatzvan)~( \\w+)?"
                    ),
                    0.7,
                ),
            ),
            _NAMES,
        ),
    ),
)
