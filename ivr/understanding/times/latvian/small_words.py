"""Latvian small words: what binds pieces, what denies and corrects, and what only looks like a time."""

from __future__ import annotations

from ivr.understanding.times.pieces import OTHER, small

_BINDING = {
    "at": "pulksten|pulkstenis|pulkstens|pulksteņa|pulkstenim|pulkst|pulksteni",
    "on": "pa|pie",
    "for": "uz|priekš",
    "from": "no|sākot no|sākot ar|tikai no",
    "notbefore": "ne agrāk kā|ne agrāk par|ne ātrāk kā|ne ātrāk par|ne pirms|ne agrāk kā no",
    "until": "līdz|ne vēlāk kā|ne vēlāk par|ne vēlāk kā līdz|ne ilgāk kā līdz|maksimums līdz",
    "before": "pirms|agrāk par|agrāk kā|ātrāk par|ātrāk kā|ne pēc",
    "after": "pēc|vēlāk par|vēlāk kā|tikai pēc",
    "past": "pāri",
    "less": "bez",
    "about": """
        ap|apmēram|aptuveni|kādos|kādā|kādiem|kādu|kādas|kādām|ap kādiem|ap kādu|kaut kur|kaut kur ap|
        tā ap|tuvu|uz kādiem|ap plus mīnus|plus mīnus|gandrīz|kaut kad ap
    """,
    "ish": "apmēram|aptuveni|vai tā|vai kaut kā tā|plus mīnus|vai ap to laiku",
    "between": "starp|kaut kad starp|kaut kur starp",
    "and": "un",
    "or": "vai|vai arī|vai varbūt|jeb",
    "ago": "atpakaļ",
    "inside": "laikā",
    "onwards": "un vēlāk|un tālāk|un turpmāk|un pēc tam",
    "topic": "par",
    "name": "mani sauc|mans vārds ir|mans vārds|sauc|kungs|kundze",
    "latest": "vēlākais|visvēlākais|ne vēlāk kā līdz|vēlākais līdz",
    "earliest": "agrākais|visagrākais",
    "datums": "datumā|datums|datumam|datumu|datuma",
    "any": """
        jebkurā laikā|jebkurā brīdī|jebkad|vienalga kad|vienalga kurā dienā|vienalga kurā laikā|
        vienalga cikos|
        jebkurā dienā|jebkuru dienu|jebkurā stundā|visu dienu|cauru dienu|kad vien|kad vien vēlaties|
        kad vien gribat|man vienalga|jebkurš laiks|jebkura diena
    """,
    "whole": "visu|jebkurā|jebkuru|jebkura|visa|cauru",
    "move": "pārcelt|pārceliet|pārceļam|pārlikt|pārlieciet|pārrakstīt|pārcelsim|pārbīdīt",
}
_DENYING = {
    "not": """
        ne|nevaru|nevarēšu|nevaram|nevarēsim|nevarētu|nevar|neder|nederēs|nederētu|nav|nebūs|nebūšu|
        nebūsim|nesanāk|nesanāks|nesanāktu|aizņemts|aizņemta|
        esmu darbā|strādāju|esmu sapulcē|esmu prom|neesmu mājās|esmu aizņemts|esmu aizņemta|nezvaniet|
        nezvani|nevajag|negribu|nevēlos|nav ērti|nav labi|slikti|slikts|neērti|nespēšu|nepaspēšu|
        nepaspēju|izslēgts|nav iespējams|neizdosies|nebūtu|nepatīk|neesmu|neesam|nestrādāju|
        nekādā gadījumā|galīgi neder|nekad|nav laika|netieku|netikšu
    """,
    "except": """
        izņemot|tikai ne|bet ne|nevis|atskaitot|jebkad izņemot|jebkurā laikā izņemot|
        vienalga kad tikai ne|ja ne
    """,
    "correct": """
        ai nē|nē nē|pareizāk|pareizāk sakot|precīzāk|labāk|drīzāk|tomēr|tomēr labāk|atvainojiet|
        es gribēju teikt|gribēju teikt|es domāju|pag|pagaidiet|piedodiet|kļūdījos|tas ir|nu nē|vispār|
        patiesībā|lai ir|lai būtu
    """,
    "but": "bet|taču|tomēr bet|kaut gan|lai gan",
    "insteadof": "vietā",
}
_IDLE = """
    nu|varbūt|laikam|teiksim|sacīsim|pieņemsim|lūdzu|lūdzama|ē|ēē|ēēē|em|emm|mm|mmm|hmm|hm|ā|āā|tātad|
    tad|jā|labi|okei|ok|kaut kad|domāju|manuprāt|iespējams|droši vien|vienkārši|tieši|precīzi|piemēram|
    ja iespējams|ja var|pēc vietējā laika|tikai|arī|jau|gan|it kā|kā lai saka|kā tur|skatos|paskatos
"""
_LINKS = """
    es|mēs|jūs|tu|viņš|viņa|man|mums|jums|tev|mani|mūs|ir|būs|būtu|esmu|der|derētu|derēs|varētu|varu|
    var|varēs|varam|gribu|gribētu|vēlos|vēlētos|labs|laba|ideāli|perfekti|lieliski|ērti|vislabāk|
    izdevīgi|ja|jo|kad|kas|ka|lai|kā|zvaniet|piezvaniet|atzvaniet|zvani|piezvani|pierakstiet|
    pierakstīties|pierakstīt|atnākt|nākt|runāt|tikties|paldies|sveiki|labdien|es varētu|sanāk|sanāktu|
    sanāks|piemērots|brīvs|brīva|mājās|tur|šeit|tajā pašā dienā|tai pašā dienā|tanī pašā dienā|tad pat|
    teicu|sacīju|teicām|
    vai nevarētu|vai nevarat|vai nevar|vai nav|vai nebūtu|vai nevarētu būt|vai jūs nevarētu|
    vai jūs nevarat|vai jums nav|vai jums nebūtu|vai man nevarētu|vai mēs nevarētu|vai tu nevarētu|
    vai tu nevari|vai nevari|vai kāds nevarētu|vai kāds nevar|vai jūs man nevarētu|vai jūs man nevarat
"""
_COUNTED = """
    procenti|procentu|procentiem|eiro|centi|centu|cilvēki|cilvēkiem|cilvēku|reizes|reizēm|reizi|grādi|
    grādu|gadi vecs|metri|metru|kilometri|kilometru|gabali|gabalu|kabinetos|kabinets|kabinetā|numurs|
    numurā|vietas|vietām|personām|personas|personu|dzīvoklis|dzīvoklī|dzīvokļa|korpuss|lietas|lietām|
    jautājumi|jautājumiem|mašīnas|mašīnām|bērni|bērniem|bērnu|tūkstoši|tūkstošu|simti|simts|latu|
    filiālēs|veikalos|logos|punktos|valodās
"""
_PLACES = "iela|ielā|ielas|prospekts|prospektā|bulvāris|bulvārī|šoseja|šosejā|stāvs|stāvā|laukums|laukumā"
_FALSE_FRIENDS = """
    labrīt|labvakar|labdien|labu dienu|labu vakaru|labu rītu|labs rīts|ar labu nakti|jauku dienu|
    jauku vakaru|jauku nedēļas nogali|labu nedēļas nogali|jaukas brīvdienas|labas brīvdienas|jauku nedēļu|
    jauku rītu|jauku pēcpusdienu|
    visu labu|visu gaišu|visu cieņu|visu laiku|visu to|skaistu dienu|mirklīti|vienu mirkli|
    mirkli|brīdi|vienu brīdi|uz brīdi|acumirkli|sekundīti|vienu sekundi|vienu minūti|vienu minūtīti|
    minūtīti|minūti lūdzu|pagaidiet minūti|vienu momentu|pirmo reizi|otro reizi|trešo reizi|vienu reizi|
    otrreiz|pirmām kārtām|pirmkārt|otrkārt|treškārt|pirmā palīdzība|pirmais stāvs|otrais stāvs|
    otrajā stāvā|pirmajā stāvā|trešajā stāvā|no sākuma|no manis|no jums|no jūsu puses|no kurienes|
    no rīgas|pēc tam|pēc idejas|pēc pieprasījuma|pēc manām domām|par vienu|viens otru|otra lieta|
    no otras puses|no vienas puses|vienā laikā|cikos|cik ilgi|cik daudz|cik|pulksten cikos|kurā dienā|
    kādā dienā|kurā laikā|kādā laikā|kad|citu dienu|citā dienā|citu reizi|kādu dienu|kādreiz|tajā dienā|
    reiz|vienreiz|divreiz|trīsreiz|dienas piedāvājums|darba diena|dienas kārtība|dienas beigās viss|
    nezinu|nav svarīgi|nav problēmu|nav nozīmes|nav starpības|kāpēc ne|kādēļ ne|nekas|ne tikai|
    nekādu problēmu|nav slikti|nav pretenziju|neesmu pārliecināts|neesmu pārliecināta|neatceros|
    bez maksas|bez problēmām|bez šaubām|pie jums|pie ārsta|pie manis|pie mums|pa telefonu|pa pastu|
    pa ceļam|pa vidu|uz vietas|uz mājām|uz redzēšanos|līdz galam|līdz šim|līdz pēdējam|līdz ar to|
    tuvākajā laikā|pēdējā laikā|visā laikā|laika|laiks|laiku|citā laikā|kādā citā laikā|pāris vārdi|
    pāris jautājumi|pāris lietas|pus pasaule|pusi|puse|simtprocentīgi|simt procentīgi|gada pārskats|
    gada abonements|mēneša maksa|mēneša abonements|mēneša rēķins|mēneša rēķinu|mēnešmaksa
"""
_UNRESOLVED = """
    agrāk|darba dienā|jebkurā darba dienā|darba dienās|darba dienas|darbdienās|darbdienas|darba dienu|
    darba dienām|katru|katra|katrā|ik|
    ikdienas|ikdienu|ikdien|pārdien|saullēktā|saulrietā|saulrietu|brokastīs|brokastu laikā|vakariņās|
    vakariņu laikā|dzimšanas dienā|dzimšanas diena|vārda dienā|vārda diena|gadadienā|kopš|
    pirms kāda laika|pēc kāda laika|pēc laiciņa|tuvākajās dienās|tuvākajās nedēļās|tuvākajās stundās|
    gadsimtā|gadsimts|semestrī|algas dienā|maiņā|maiņas
"""


_OTHERS = {
    "idle": _IDLE,
    "link": _LINKS,
    "counted": _COUNTED,
    "place": _PLACES,
    OTHER: _FALSE_FRIENDS,
    "unresolved": _UNRESOLVED,
}

SMALL_WORDS = (
    # Without its mark "nē" is "ne", which denies what follows.
    *small({"correct": "nē"}, strict=True),
    *(meaning for words in (_BINDING, _DENYING, _OTHERS) for meaning in small(words)),
)
