"""Latvian threats: announced harm to people or property, and hints at it."""

from __future__ import annotations

from ivr.understanding.civility.latvian.words import NAMES
from ivr.understanding.civility.table import Family
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    WHOM="(tevi|tu|tev|tavs( \\w+)?|viņu|viņus|viņiem|viņam|visus|visiem|kādu|kādam|operators|idiots|to"
    " idiots|kaulus|zobus|kājas|rokas|seju|degunu|galvu|kaklu|ģīmi|purnu)",
    PART="(muti|purnu|ģīmi|galvu|seju|zobiem|kaklu|dirsu|nierēm|aci|mizu|ribām|pieri)",
    WEAPON="(ieroci|ierocis|pistoli|pistole|nazi|nazis|bisi|bise|šauteni|cirvi|cirvis|āmuru|nūju|bomi|granātu"
    "|automātu|bumbu|benzīnu|kanniņu benzīna|bitu)",
)
_F = Family
RULES = rules(
    (
        (
            _F.PROPERTY,
            (
                "(SIT|dedz|izsit|izdauz|sadauz)( (tev|tavs|visus|visu|to|es))* (birojs)|tavs birojs( \\w+)?"
                " (degs|lidos gaisā|uzlidos gaisā|sprāgs|nodegs|uzies gaisā)|uzlaist gaisā"
                "|uzlaidīšu gaisā|tavs birojs("
                " (es|gribu))* (SIT|dedz)"
            ),
        ),
        (
            _F.HARM,
            (
                "(es |mēs )?WHOM( (?!laik)\\w+){0,3} SIT|(es |mēs |gribu"
                " )*SIT( (to|tavs|es|visus|tu|vēl|noteikti|personīgi|ar|nost|kā|suni|rokām))*( WHOM)"
            ),
        ),
        (
            _F.HARM,
            (
                "(dabūsi|dabūsiet|saņemsi|saņemsiet|iedošu|sadošu|došu|SIT|gribi dabūt|dabūs)("
                " (tev|tu|no|manis|es"
                "|kārtīgi|vēl))* pa PART|pa PART( (es|tev))* (dabūsi|dabūsiet|saņemsi|iedošu|došu|SIT)"
            ),
        ),
        (
            _F.HARM,
            (
                "(tu|tev)( ilgi)? (nedzīvot|nedzīvosi|nedzīvosiet)|(tu|tev|jūs) (mirsi|mirsiet"
                "|nomirsi|nomirsiet|sprāgsi|nosprāgsi|nosprāgsiet)|(tu )?(esi"
                "|būsi|būsiet) (mironis|mironi|beigts|beigti|beigta|līķis)|(tev|tu) (būs )?(beigas|kāpiens"
                "|cauri) ?END|(tev|tu) ir beigas"
            ),
        ),
        (
            _F.HARM,
            (
                "(pārgriez|pārgriezīšu|griez|iedur|iegrūdīšu|ietriekšu)~( (tev|es))* (rīkli|kaklu|nazi)("
                " \\w+)?|lodi? (pierē|galvā|dabūsi|dabūsiet)|(apliešu|apliet)( \\w+){0,2} ar (benzīnu"
                "|skābi)|(kādam|cilvēki|kāds|cilvēkiem) (cietīs|slikti beigsies)"
            ),
        ),
        (
            _F.HARM,
            (
                "(atnākšu|atbraukšu|aizbraukšu|nākšu|braukšu|iešu|gribu|ieradīšos)( \\w+){0,4} ar WEAPON"
                "|(ar|paņemšu) WEAPON( (atnākšu|atbraukšu|gribu|braukšu|iešu|un))+|man ir WEAPON END"
            ),
            0.85,
        ),
        (
            _F.PROPERTY,
            (
                "(visu|visus|tevi|tu|to)( (tur|tavs))* dedz|(es |mēs |gribu )*dedz( (es|visu|to|tev|visus"
                "|un|kopā ar))*( (tavs|tur|nost|birojs|tu|tev))+|(tavs|visu tavs|to|visu|tur visu)( tavs)?"
                " (birojs|kantori)( \\w+)? dedz"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "(bumba|bumbu|spridzeklis|spridzekli|sprāgstviela|sprāgstvielas)( (ir|tavs|jau|noliku"
                "|ielikšu|nolikšu|ieliku|iemetīšu|es))* (birojs|noliku|ielikšu|nolikšu|sprāgs|tavs birojs)"
                "|(noliku|ielikšu|nolikšu|ieliku|nolikta|ielikta|atnesīšu|iemetīšu|tavs birojs)( (tev|tavs"
                "|birojs|ir|tur))* (bumba|bumbu|spridzekli|spridzeklis|granātu)"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "(būs|dabūsiet|saņemsiet)( tev)? bumba|(pielaidīšu|pielaidīs|pielikšu) (uguni"
                "|sērkociņu)|(iemetīšu|metīšu)( (tev|tavs))*( \\w+)?"
                " (akmeni|ķieģeli|molotova)|(logos|logā) (akmeni|ķieģeli)"
            ),
        ),
        (
            _F.VEILED,
            (
                "(es )?(zinu|uzzināšu|noskaidrošu|atradīšu) (kur (tu|tavs)( \\w+)? (dzīvo|dzīvojat|strādā"
                "|strādājat|guli|mācās|iet)|tavs (adresi|mājas))|(es )?(tevi|tu)( (es|visus|gan|vēl))*"
                " (atradīšu|sameklēšu|noķeršu|dabūšu rokā)(?! (sistema|internet|adres|karte)~)"
            ),
        ),
        (
            _F.VEILED,
            (
                "(atradīšu|sameklēšu|noķeršu|piemeklēšu) (tevi|tu|tavs)( (es|visus))?( \\w+)? ?(END|un)|(tu"
                "|tev)( (vēl|to|par to|rūgti|gan))* (nožēlosi|nožēlosiet)|nožēlosi(et)?( to| vēl)|par to"
                " (tu )?dārgi samaksāsi(et)?"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(tu|tev)( (vēl|gan|no manis))* (dabūsi|dabūsiet)( (vēl|no manis|trūkties))?"
                " ?END|(sargies|sargieties|pielūkojies|pielūkojieties|uzmanies|pielūko"
                "|pielūkojiet)( (tu|tad|no"
                " manis|man))* ?END|skaties(ieties)? pār plecu|(tev|tu)( vēl)? (būs slikti|slikti beigsies"
                "|neklāsies labi)|tiksim galā ar (tevi|tu)|gan (es|mēs) tev parād~|es tev parādīšu END"
                "|iemācīšu tev"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(es )?(tev|tu|visi|jums)( \\w+)? ?(atriebšos|parādīšu|atmaksāšu|iemācīšu"
                "|sarīkošu)( (tev|visi|vēl|mācību|elli))*(?= END| (ka|un|tu|par)(?!\\S))"
                "|(atriebšos|atmaksāšu)( (tev|tu|par|visi))+"
            ),
            0.8,
        ),
        (
            _F.HARM,
            (
                "(dabūsi|dabūsiet|dabū|nedabū|nedabūsi|dabūtu|iedošu|došu|iegāzīšu|gāzīšu|ielikšu"
                "|sadošu)( (tu|tev|visi|kārtīgi))* (pa|pret) (muti|seju|ģīmi|galvu|ausi|purnu"
                "|zobiem|kaklu|degunu|pakaļu)"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "dedz( (tu|tev|jūsu|tavs|te|tur))* (visu|visus|jūsu|biroj~|veikal~|te)(?! (saldēt"
                "|vec)~)|(aiziešu|atbraukšu|aizbraukšu|atnākšu|ieradīšos)( \\w+){0,3} dedz( \\w+)?"
            ),
        ),
        (
            _F.HARM,
            (
                "(tev|tu|visi)( (kāds|drīz|vajag|vēl))* (salauzīs|nogriezīs|izsitīs|pārgriezīs"
                "|nocirtīs|salauzt|izsist|nogriezt|pārlauzīs)( \\w+)? ?(kājas|rokas|zobus|galvu"
                "|rīkli|kaklu|pirkstus|mugurkaulu|ausis)"
            ),
        ),
        (
            _F.VEILED,
            (
                "(tevi|tu|visi|tavs \\w+)( (es|mēs|vēl|gan jau|drīz))* (atradī|sameklē|noķer"
                "|noķerš|sadzī|izsekoš|aplenk|notver)\\w*(šu|sim|s)(?! (palīdzīb|internet|kart"
                "|sistem)~)|(es|mēs)( (gan|vēl))* (atradī|sameklē|noķer|notver)\\w*(šu|sim) (tevi"
                "|tu|visi)"
            ),
            0.8,
        ),
        (
            _F.VEILED,
            (
                "(gaidi|gaidiet)( (mani|mūs))+( \\w+){0,4} (dabūsi|redzēsi|nožēlosi|raudāsi"
                "|beigas)|(samaksāt|samaksāsi|samaksāsiet|maksāsi|atmaksāsi)( \\w+){0,3} ar("
                " (savām|savu|tavu|saviem))* (asinīm|dzīvību|galvu|veselību|zobiem)"
            ),
            0.8,
        ),
        (_F.HARM, "BEGIN( (es|visus|tevi|tu))* ?SIT( (tevi|tu|visi|visus))*(?= END)"),
        (
            _F.PROPERTY,
            (
                "(dedz|aizdedzin(āšu|āsim|āt|ātu))( (tu|tev|jums|tavs|te|tur|visu|to))* (māj|birojs|ofis"
                "|firm|auto"
                "|mašīn|dzīvok|veikal|durvis|logus|logi|noliktav)\\w*"
            ),
        ),
        (
            _F.VEILED,
            (
                "gaidi (mani|mūs)( \\w+)? pēc darba (pie|ārā|tumsā)"
                "|(tev|tu)( \\w+)? tā( tas)? (nepaies|nepaliks)"
                "|(draugi|brāļi|puiši|zēni)( \\w+){0,3} ar (tevi|tu) (parunās|tiks galā|izrēķināsies)"
                "|(sargā|pieskati|piesargi)( \\w+)? sav(us|u|as)"
                " (operators|bērn|ģimen|meit|sievu)\\w*"
            ),
            0.75,
        ),
        (
            _F.HARM,
            (
                "(kādam|viņam|viņai)( \\w+){0,2} (salauzīs|izsitīs|pārlauzīs|sasitīs|nolauzīs)"
                " (kaulus|ribas|zobus|kājas|rokas|galvu|seju|degunu)|(tu|visi)( (tur|visi|tad|dzīvi))*"
                " (sadegsi|nodegsi|nosprāgsi|nosmaksi)(et)?"
                "|(ja nē|citādi|savādāk|vai)( \\w+)? (kāds|kādi|visi) (mirs|nomirs)"
            ),
            0.85,
        ),
        (
            _F.PROPERTY,
            (
                "tavs (mašīnām|mašīnai|busiem|busam|auto)( \\w+)? nebūs (riepu|logu|stiklu)"
                "|(saduršu|sagriezīšu|pārduršu|pārgriezīšu)( \\w+){0,3} (riepas|riepu)"
            ),
            0.85,
        ),
        (
            _F.VEILED,
            (
                "(?!.*(?<!\\S)(man|mans|mana|manu|manai|manam)(?!\\S)).*(žēl|briesmīgi|skumji|nepatīkami"
                "|traģiski) ja"
                "( \\w+){1,7} (notiktu|notiks|atgadītos|atgadīsies|aizdegtos|nodegtu|pazustu|ciestu|salūztu)"
                "|(neatbildu|neatbildēšu|neuzņemos atbildību|negalvoju)( \\w+)? par( \\w+){0,2} (ko|kas"
                "|sekām|sevi)"
                "|nav( \\w+)? ko zaudēt|ne(spied|pārbaud|provocē|kaitin|aiztiec|dzen)\\w* mani( \\w+){0,4}"
                " (redzē|nebeig|beig|braukt|citādi|savādāk)~"
                "|(labi|laimīgi|skaisti)( \\w+)? nebeigsies|(slikti|nelāgi|ar asinīm|traģiski)( \\w+)?"
                " beigsies"
                "|(uz ko|ko)( es)? esmu spējīg~|(nezin|nesaprot)\\w*( \\w+)? ar ko( \\w+)? (ielai|saistī"
                "|darīšan)~"
            ),
            0.75,
        ),
        (
            _F.VEILED,
            (
                "(citādi|savādāk|citādāk|vai) (tu )?redzēsi(et)?(?! (tikai|ka))|redzēsi(et)? (ko es|kas("
                " \\w+)? notiks kad"
                " es)"
                "|redzēsim (vai|cik)( \\w+){0,6} (aizie|drosmīg|varon|smie|staigā|drošs|droši)~"
                "|(džeki|puiši|brāļi|čaļi|brālēni|veči)( \\w+){0,4} (ciemos|parunāsies|aprunāsies|tiks galā"
                "|sakārtos)"
                "|(padomā|domā|padomājiet|domājiet|parūpējies)( \\w+)? par( (sav|tav)\\w+)? (operators"
                "|viņiem|veselību"
                "|zobiem|dzīvību|bērniem|bērnu|sievu)|(tev|tu) (ir )?(operators|bērni|ģimene|sieva)("
                " ir)?(?= padomā| vai ne"
                "| domā|END)"
            ),
            0.75,
        ),
        (
            _F.VEILED,
            (
                "(adrese|adresi|vārds|numurs)( \\w+){0,3} guli(et)? (mierīgi|saldi)|kaut kur (guļ|dzīvo"
                "|staigā)"
                "|kaut kad (jāiet|jāguļ|jānāk|iznāks|iesi)|ne(nākšu|nāku|braukšu|braucu) (parunāt|papļāpāt"
                "|runāt|viens"
                "|pēc kafijas)|(un )?(neesmu|nebūšu) viens( pats)? END|cilvēki pazūd|pazudināšu|(tu|tev"
                "|tavs) pazudīsi~"
                "|skat(ies|ieties) pār plecu|(viena|viens)( pats| pati)? iet mājās"
                "|nelaimes gadījumi( \\w+){0,4} (ar|tādiem|tiem)( \\w+){0,2} kas man~"
                "|(palaidīšu|uzlaidīšu|uzrīdīšu|laidīšu)( \\w+){0,2} (suni|suņus)"
                "|pasak~( \\w+){0,4} (viņu|viņam|viņai)( \\w+)? (gaidīšu|gaidu|satikšu)( \\w+){0,3}"
            ),
            0.75,
        ),
        (
            _F.HARM,
            (
                "kādam( \\w+)? būs (slikti|sāpīgi)|ar dūrēm|(kārtīgi|pamatīgi)( \\w+)? (piekāv|piekaut"
                "|sadot|iekaust|nopēr)~"
                "|(brauks|tiks|aizbrauks|dosies)( \\w+){0,4} (ātro palīdzību|ātrajiem|slimnīcu|kruķiem|morgu)"
                "|(tev|tavs|tu)( \\w+)? (zobi|kājas|rokas|pirksti|acis)( \\w+){0,3} (lieki|liekas|dārg"
                "|apnik|nevajadz)~"
                "|(nepaliks|nebūs) (ko apglabāt|ne pēdas)|(tu|tev|operators)( \\w+)? (nožēlosi|nožēlosiet)("
                " \\w+)*"
            ),
            0.75,
        ),
        (
            _F.PROPERTY,
            (
                "(smie|smies)\\w*( \\w+){0,3} kad( \\w+){0,3} (degs|sprāgs)|bumba (vestibilā|foajē|pie"
                " durvīm|reģistratūrā|birojs)"
                "|(ķieģelis|akmens|molotovs|granāta)( \\w+)? (lidos|ielidos)( \\w+)*"
            ),
            0.8,
        ),
    ),
    _NAMES,
)
