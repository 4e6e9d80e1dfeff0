"""Latvian swearing at nobody, complaints and exasperation: angry, and no offence to anybody present."""

from __future__ import annotations

from ivr.understanding.civility.latvian.words import NAMES
from ivr.understanding.civility.table import Family
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    OFFICE="(policij~|ptac|pateretaju( tiesibu)?~|inspekcij~|tiesībsarg~|ombud~|prokuratūr~|žurnālist~|medij~"
    "|televīzij~|pres~|avīz~|ministrij~|regulator~|datu (valsts )?inspekcij~)",
)
_F = Family
RULES = rules(
    (
        (
            _F.DISTRESS,
            (
                "(es )?(pakāršos|nošaušos|nogalināšos)|(nogalināšu|SIT|nogalināt) sevi|negribu( \\w+)?"
                " dzīvot|(gribu|gribas)( \\w+)? (mirt|nomirt)|pašnāvīb~|izdarīšu pašnāvību"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "sūdzēšos|sūdzēsimies|sūdzēšu (tu|tevi|tavs)|iesūdzēšu|tiesāšos|tiesāsimies|(rakst|uzrakst"
                "|iesnieg|noform)(īšu|īsim|šu|sim|u)( (oficiālu|par tu|par tevi|tavs|tu|par to|es))*"
                " (sūdzību|iesniegumu|prasību)|(sūdzību|iesniegumu)( (es|par tu))* (rakstīšu|uzrakstīšu"
                "|iesniegšu)"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(zvan|ziņo|došos|griez|vērs|iesnieg|rakst|sūdz|gribu|ies|informē|paziņo|pastāst)~( (es"
                "|visu|to|tad|uz|par|tu|ar|pie|tūlīt))* OFFICE(?! (izziņ|numur)~)|(tiekamies|redzēsimies"
                "|satiksimies|gribu|ejam|dosimies|tikšanās)( uz)? (tiesā|tiesu)|(mans|manu|ar|savu|savam"
                "|manam)( (mans|savu))* (advokāt|jurist)~(?! (numur|telefon)~)|iesniegšu tiesā"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(uzrakst|rakst|atstā|ielik|publicē)~( (tev|par tu|visur|internetā))* (sliktu|negatīvu"
                "|briesmīgu)( \\w+)? (atsauksm|vērtējum)~|(visiem|feisbuk~|internetā)( (es))* (izstāstīšu"
                "|pastāstīšu|ielikšu)"
            ),
        ),
        (
            _F.COMPLAINT,
            "(man|mums|es)( (ir|būtu|viena|nopietna))* (sūdzība|pretenzija|pretenzijas)",
        ),
        (
            _F.EXASPERATION,
            (
                "(apbēdināt|sarūgtināt)(s|a|i)|(neesmu|neesam)( \\w+)? apmierināt~"
                "|(trešo|ceturto|piekto|desmito|simto) reizi( \\w+)? (neatbild|nezvan|zvan|prasu|skaidro)~"
            ),
        ),
        (
            _F.ACCUSATION,
            (
                "(tu|tie|esi|visi|šie|tavs \\w+|kā)( (esi|ir|visi|vieni|tādi|īsti|vienkārši))* (krāpniek~"
                "|zagļi|zaglis|blēži|blēdis|meļi|melis)|BEGIN(krāpnieki|zagļi|blēži|meļi|melis)|(tā|tas|šī)"
                " ir (krāpšana|afēra|laupīšana|zādzība)|melojat|melo|(tu )?(melojat|mānāt|apmānāt|apmānījāt"
                "|apkrāpjat|apkrāpāt|krāpjat|zogat|aplaupāt|aplaupījāt|šmaucat|piemānījāt)|laupītāji"
                "|laupīšana|afēra|aferisti"
            ),
        ),
        (
            _F.SWEARING,
            (
                "SWEAR|bļin|blins|velns parāvis|velns(?! (ala|ezers))|(pie|kāda|ko|pa) (velna|velnam|velnu"
                "|joda|jupis)( pēc)?|sasodīt~|nolādēt~|jupis|ellišķ~|jobt|pisies|pie dirsas|nu bļe~|fu"
                " pretīgi|sūdīgi"
            ),
        ),
        (
            _F.THING,
            (
                "(tas|ta|šis|tavs|tavs nolādētais|kas par|mans|mana|šo|šitā|šitais|ar|jūsu|par)( (ir|tavs"
                "|viss|par|jaunā|jaunais|to))* stulbs|stulbs (sistema|lieta|cena|noteikumi|telefons|birojs)"
                "|sistema( (ir|strādā))+ (stulbs|sūds|sūdi|sūdīgi)|idiotism~|stulbum~|debilism~"
            ),
        ),
        (
            _F.THING,
            (
                "(mans|mana|tas|ta|tā|viņš|viņa|kaimiņš|kurjers|kāds|brālis|tie)( (ir|bija|kā|īsts))*"
                " idiots|idiots"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(cik ilgi (vēl |man |tas )*(var|vēl)|cik (daudz|reižu|reizes|var))( (vēl|man|var|es|tu|gan"
                "|lai|jums))* (gaidīt|gaidu|gaidīšu|jāgaida|jāsaka|jāatkārto|jāzvana|teikt|atkārtot"
                "|jāskaidro|var END)|cik ilgi vēl|cik var END|(trešo|ceturto|piekto|sesto|desmito|simto"
                "|simto|otro|\\d+) reizi( \\w+)? (zvanu|saku|jautāju|prasu|skaidroju|rakstu|atkārtoju|man"
                "|šodien|šonedēļ|jāzvana)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(stundu|pusstundu|stundas|minūtes|minūšu|mūžību) gaidu|(gaidu|gaidīju|stāvu|karājos|sēžu)("
                " (es|šeit|te|rindā|uz līnijas|pie|telefona|aparāta))*( (stundu|stundas|pusstundu|mūžību"
                "|nedēļu|mēnesi|veselu|divas|\\w+ (minūtes|stundas|dienas|nedēļas|minūšu)))+|(neviens"
                "|neviena)( (man|te|pie tu|tur|nekad))* (neatbild|nepalīdz|neatzvana|neceļ|nezina|neko"
                " nezina|nereaģē|neklausās|neatzvanīja)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(man )?(apnicis|apnika|apnikusi|piegriez~|riebjas|besī|kaitina|nokaitin~|tracina|krīt uz"
                " nerviem|uz nerviem|beigušies nervi)( (man|tas|tu|gaidīt|mani))*|(esmu|es|palieku|kļūstu)("
                " (baigi|tik|esmu))* (dusmīg|nikn|sašutis|sašutusi|vīlies|vīlusies|neapmierināt|aizkaitināt"
                "|satraukt)~|zaudēju pacietību|pacietība"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(kas|ko)( (tas|tu|te))*( par) (sviestu|murg|cirk|bardak|ārprāt|neprāt|joku|jok|čakar"
                "|attieksm|stulbs|izsmiekl|haos|apkalpošan|sistema)~|ārprāts|vājprāts|murgs|bardaks"
                "|bezjēdzība|izsmiekls|neticami|nenormāli|šausmas|kauns( tev)?|nedzirdēta nekaunība"
                "|nekaunība|absurds|nožēlojami|sviests|pilnīgs (murgs|haos)~|cirks|(nav|tas"
                " nav) normāli|muļķīb~|bezatbildīb~|nepieņemam~|nekas( te| pie tu)? nestrādā"
                "|(par )?ko es( tev)? maksāju|man pietiek( END| ar)|futbolē~|tikai solāt"
                "|solījāt un ne\\w+|vai dieniņ|(ak|mans) dievs"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(tu )?(vai )?(jokojat|joko|ņirgājaties|ņirgājies|smejaties|āzējat|muļķojat|čakarējat)|(tu"
                " )?(nesaprotat|neklausāties|nedzirdat|nesaproti|nedzirdi|nepalīdzat|nepalīdzi|neko"
                " nesaprotat|neko nezināt|ignorējat)|(izniekojat|tērējat|tērē|zogat)( (man|mans|manu))*"
                " laiku|(drausmīg|briesmīg|šausmīg|riebīg|sūdīg|slikt)~( \\w+)? (apkalpošan|sistema"
                "|attieksm|serviss)~|sliktākais"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(es )?(jau )?(teicu|saku|skaidroju|atkārtoju)( (tev|to|tu))*( (trīs|piecas|desmit|simts"
                "|simt|vairākas|\\w+)) reizes|cik reižu|beidziet( (man|to|es))* (atkārtot|jautāt|prasīt"
                "|sūtīt|pārslēgt|čakarēt)( \\w+)*|pietiek (čakarēt|muļķot|atkārtot)|izmetīšu (to |šo"
                " )?telefonu|bez jēgas"
            ),
        ),
        (
            _F.EXASPERATION,
            ("(tu )?(visi )?(guļat|aizmigāt|snaužat)|kur tu tur( visi)? esi|vai kāds( tur| te)? strādā END"),
        ),
        (
            _F.EXASPERATION,
            "negribu( vairs)? būt tavs klients|pāriešu pie cita|pēdējā reize kad( es)?( tev)? zvanu",
        ),
        (_F.COMPLAINT, "(tiksimies|satiksimies) tiesā"),
        (
            _F.COMPLAINT,
            (
                "(vērsīšos|vēršos|griezīšos|iešu|došos|tiksimies|iesniegšu)( \\w+){0,3} (tiesā"
                "|policijā|prokuratūrā|ptac|inspekcijā|pie advokāta|pie jurista)|(uzrakstīšu"
                "|ierakstīšu|ielikšu|pastāstīšu)( \\w+){0,3} (internetā|feisbukā|twiterī"
                "|sociālajos tīklos|forumā)"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "(jau |ir |tas )*par traku|(cik|tas ir) (traki|briesmīgi|šausmīgi|nožēlojami)"
                "|sašutum~|nekaunīb~|nu nevar tā|cik ilgi tas turpināsies|man nav vārdu"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(gribu|vēlos|gribētu|jāsūdzas)( \\w+)? (sūdzēties|pasūdzēties|iesniegt (sūdzību"
                "|pretenziju)|rakstīt (sūdzību|pretenziju))|(rakstīšu|iesniegšu|uzrakstīšu"
                "|iesniedzu) (pretenziju|sūdzību)|pretenzij~"
            ),
        ),
    ),
    _NAMES,
)
