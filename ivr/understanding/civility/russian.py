"""Russian, as it is mixed in, in Cyrillic or in Latin letters."""

from __future__ import annotations

from ivr.understanding.civility.table import Family, Rudeness
from ivr.understanding.russian import russian_rules, russian_vocabulary
from ivr.understanding.utterance import synonyms

_NAMES = russian_vocabulary(
    YOU="(ti|vi|tu|jus|esi)",
    YOUR="(tvoj|tvoja|tvoju|tvoi|tvoe|vas|vasa|vasu|vasi|vase|tavs|jusu|tavu)",
    WHOM="(suku|suka|suk|tebja|vas|tebe|vam|ih|ego|ee|vseh|tevi)",
    SUCH="( (takoj|takaja|takie|prosto|polnij|polnaja|tupoj|tupaja|tupie|staraja|starij|ebanij|ebanaja"
    "|jobanij|nastojascij|esce|vse))*",
    WE_BURN="(vzorv|sozz|spal|raznes|podozz)(em|jom|im)",
    # Surnames, animals and ordinary words, which insult only where somebody is called that
    CALLED="(kozel|kozli|kozjol|loh|lohi|loski|svinja|svinji|huy|sobaka|osel|olen|oleni|baran|barani"
    "|durak|zmeja"
    "|zadnica)",
    NAME="(suka|suki|suku|mudak|mudaki|mudila|debil|debili|debilka|idiot|idioti|idiotka|duraki"
    "|dura|pidor|pidori"
    "|pidoras|pidorasi|pidaras|pidar|gandon|gandoni|tvar|tvari|urod|urodi|urodka|ublijudok"
    "|ubludok|svoloc|mraz"
    "|mrazi|gnida|padla|sljuha|prostitutka|bljadi|cmo|imbecil|kretin|tupica|skotina|skoti"
    "|zopa|govno|pizda|huesos"
    "|huylo|sterva|manda|dolboeb|dolbojeb|dalbajob|dolbojob|daun|dauni|uebok|ujobok)",
)
_F = Family
_RULES = russian_rules(
    (
        (
            _F.HARM,
            (
                "(ubju|ubjem|zarezu|zastrelju|prirezu|zadusu|izobju|grohnu|zaru|pristrelju|porvu|unictozu"
                "|zakopaju|prikoncu|posazu na noz|iznasiluju)( (ja|na|huy|nahuy|suka|vsju))*( WHOM| YOUR|"
                " suka)|WHOM( ja)* (ubju|ubjem|zarezu|zastrelju|zadusu|izobju|porvu|najdu i ubju|unictozu"
                "|zakopaju)"
            ),
        ),
        (
            _F.HARM,
            (
                "(golovu|basku|jaica|jajca|ruki|nogi|jazik) (otorvu|otrezu|slomaju|oborvu|perelomaju)|(otorvu"
                "|otrezu|slomaju|perelomaju|razobju|nabju)( (tebe|vam|vsem))* (golovu|ruki|nogi|rozu|mordu"
                "|jajca|jazik|sejku|kosti|ebalo)|po (ebalu|morde|roze|golove) (polucis|polucite|dam"
                "|nastucu)|(polucis|polucite|dam)( v| po)+ (ebalo|ebalu|morde|mordu|rozu|roze|tikvu)|v"
                " mordu dam|(mordu|rozu|ebalo) (nabju|razobju)|BEGIN( ja)? ?ubju END"
            ),
        ),
        (
            _F.HARM,
            (
                "(vam|tebe) (pizdec|konec|kranti|ne zit)( \\w+)?|ti (trup|truup|pokojnik)|hana (tebe|vam)"
                "|sdohnes|sdohnete ot"
            ),
        ),
        (
            _F.PROPERTY,
            (
                "(vas|vse|vseh)( (vseh|k certu|nahuy))* (vzorvu|sozgu|spalju|raznesu)"
                "|(vam|vas)( \\w+)? (ofis|kontoru|magazin|masinu)( (mi|ja))* (WE_BURN|vzorvu|sozgu|spalju)"
                "|(vzorvu|sozgu|podozgu|WE_BURN|spalju|raznesu|razbombju)"
                "( (vas|vash|ves|k certu|nahuy|ja|vse))*( (ofis|kontoru|bank"
                "|zdanie|dom|ofiss|biroju|masinu|okna|vas|vse))+|(bomba|bombu|vzrivcatka) (v|u|zaloz"
                "|podlozu)( \\w+)*|zaloz(il|ena)? bomb~"
            ),
        ),
        (
            _F.VEILED,
            (
                "ja (vam|tebe) (ustroju|pokazu)|ja (WHOM )?(najdu|dostanu|vicislju)( WHOM)?"
                "|znaju gde (ti|vi|tvoi|vasi)( \\w+)? (zivet"
                "|zivete|zives|zivjos|zivjot|rabota)~|(pozalees|pozaleete|poplatis|poplatites)( \\w+)?"
                "|(hodi|gljadi) i (ogladivajsja|ogljadivajsja|bojsja)|beregis"
            ),
            0.8,
        ),
        (
            _F.HATE,
            (
                "zid(i|ovskaja|ovskij|jara)?|hac(i|ik|iki)|curk(a|i|u)|nigger|nigga|negri|negritos~|hohl(i"
                "|ov)|moskal~|pindos~|cernozop~|uzkoglaz~|gansi|lab[uo]s~|fasist~"
            ),
        ),
        (
            _F.HARM_WISHED,
            (
                "(ctob|ctobi|ctobi|stob) (ti|vi|vas|tebja)( \\w+)? (sdoh|sdohli|sdohla|umer|umerli|podoh)"
                "|sdohni(te)?|umri( \\w+)?|podohni(te)?|ubejsja|ubej sebja|povessja"
            ),
        ),
        (
            _F.SEXUAL,
            (
                "(sosi|otsosi|soset|sosite|pososi)( (moj|mne|u|mena|huy|clen|bljad|suka))*|(viebu|vijebu"
                "|trahnu|trahal|viebal|zaebu|ebal|hocu trahnut)( (ja|tebja|vas|tvoju|v|rot|mat|tebe))+"
                "|(pokazi|pokazite) (siski|sisechki|zopu|pizdu)|hocu (tebja|seksa|trahatsja)|razdevajsja"
                "|mat tvoju|tvoju mat ebal|v rot (ebal|ebat)"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(idi|idite|idi ti|poseli?|posel|posjol|posol|posla|posli|pojdi|ej|ejiet|vali|valite|katis"
                "|katites|ietiet)( (ti|vi|vse|k|v|tu|jus))*( na)? (huy|huya|nahuy|pizdu|zopu|zhopu|ad|certu"
                "|cortu|hren|her|naher|nahren|nafig|figu|bolt|lesom|batutu|banju)|(idi|idite"
                "|posli|poseli) (ti|vi)( vse)?"
            ),
        ),
        (
            _F.SEND_OFF,
            (
                "(zatknis|zatknites|zatkni|zakroj|zakrojte)( (svoj|rot|past|ebalo|hlebalo|rotik))*|otebis"
                "|otebites|otjebis|otjebites|otjebis|otvali(te)?|otsosi|otvjannj|otvjazis|otvjazites"
                "|otstan(te)?|poceluj (menja )?v zopu|ebis konem|nenavizu (tebja|vas)|(posol|posel|posjol)"
                " (ti|von|vi)|katis (otsjuda|kolbaskoj)|svali( otsuda)?|gori v adu|idi ti|nasral ja na"
                " (tebja|vas)|pizduj( \\w+)?"
            ),
        ),
        (
            _F.INSULT,
            (
                "YOUSUCH (NAME|CALLED)|CALLED YOU|YOU (tup|tupoj|tupaja|tupie|tupoi|ebanut"
                "|jobnut|bolnoj|bolnaja|dolban)~|NAME"
                " YOU|(ah|ej|ei|slis|slus|sluusaj) (ti )?NAME|(tupaja|tupoj|tupie|sranij|sranaja|ebanij"
                "|ebanaja|ebanie|jobanij|jobanaja|jobanie|proklat~|grebanij|suki|suka)( (tupaja|tupoj"
                "|sranij|ebanij|jobanij))* (NAME|robot|masina|avtomat|bot|zelezaka)"
            ),
        ),
        (
            _F.INSULT,
            (
                "YOUR (mat|mats|mama|mamasa|sotrudnik~|operator~)( (-|eto|prosto))* NAME|NAMESUCH( tu|"
                " jus)? ?(idiots|debils|robots|stulb~|nahuy|bljad)|vi vse (NAME|CALLED)|u"
                " (tebja|vas) (mozgov net"
                "|net mozgov)|bezmozgl~"
            ),
        ),
        (
            _F.EPITHET,
            (
                "^((nu|da|net|ne|ja|ej|ah|vot|ti|vi|ok|paldies) )*(NAME)( (NAME|bljad|suka"
                "|robot|tupaja|tupoj|nahuy))*( [.!?])*$"
            ),
        ),
        (
            _F.COMPLAINT,
            (
                "(podam|podaju|podadim|budu|obrascus|obrascajus|pozalujus|pozvonju|vizovu|napisu)( (ja|v|na"
                "|vas|s|k|zalobu|podavat|zalovatsja))* (sud|zalobu|policiju|advokat~|jurist~|prokuraturu"
                "|zascitu prav|potrebit~|zalovatsja|ptac)|moj (advokat|jurist)|vstretimsja v sude"
                "|pozalujus( na vas)?"
            ),
        ),
        (
            _F.ACCUSATION,
            (
                "mosenn?ik~|mosennicestv~|zuliki|zulje|vori|vorje|obmanscik~|obman(ivaete|ul~)|vrete|vri(te"
                "|s)|lzete|razvod(ite|ka|jaga)?|grabez~|kidal~|naebal~|obokral~|nadu(li|vaete)"
            ),
        ),
        (
            _F.SWEARING,
            (
                "blja(t|d|ha|muha)?|blin|blet|bleat|bljat|bljad|blad|bla(t|th|d)|pizd(ec|ets|es|a|ato)"
                "|pipec|pizdez|ohuet|ohuel~|ohuyet|ahuet|ahuel~|ohren~|hren~|huynja~|huynju|huynej|huyni"
                "|huynya|huyov~|huev~|nahuy|naher|nahren|nahrena|nafig|pohuy|poher|pofig|kakogo (huya|hrena"
                "|certa|her|hera)|huya|hera|zaebal~|zajebal~|zaebis|zajebis|ebat|jebat|ebanij|ebanaja"
                "|ebanie|jobanij|jobanaja|joban~|ebi|jobtvojumat|job tvoju mat|eb tvoju mat|ebucij|ebucaja"
                "|sraka|sranij|sranaja|dermo|govno|govnjan~|cert|cort|cjort|poberi|suka|suki"
                "|sucka|mudota|zopa"
                "|pisec"
            ),
        ),
        (
            _F.EXASPERATION,
            (
                "skolko mozno( (zdat|govorit|povtorjat|uze))*|(tretij|tretii|cetvertij|pjatij|desjatij"
                "|sotij) raz( (zvonju|govorju|uze))*|(zdu|visu)( \\w+){0,2} (cas|polcasa|casa|minut)"
                "|(dostali|nadoelo|nadoeli|zadolbali|zakolebali|besite|besit|bespredel|koshmar|kosmar"
                "|bezobrazie|izdevaetes|izdevatelstvo|uzas|uzasno|otvratitelno|bardak|vi cto izdevaetes"
                "|nikto ne (otvecaet|pomogaet|perezvonil)~)"
            ),
        ),
        (
            _F.THING,
            (
                "(tupaja|tupoj|duratskij|duratskaja|idiotskij|idiotskaja|debilnaja|debilnij|sranaja"
                "|vonjucaja|parsivaja) \\w+|NAME"
            ),
        ),
        (_F.DISTRESS, "pokoncu s soboj|povesus|ubju sebja|ne hocu (bolse )?zit|hocu umeret|samoubijstvo"),
    ),
    _NAMES,
)
_INNOCENT = russian_rules(
    (
        (
            "speaks of themselves",
            "ja( (takoj|takaja|prosto|sam|sama))* (durak|dura|idiot|idiotka|debil|tupoj|tupaja)",
        ),
        (
            "a saying",
            (
                "(muz|zena|mama|nacalnik) (menja )?(ubjet|ubjot)( menja)?|ubju vremja|ubivaet (bakterii"
                "|mikrobi|virusi)|ubju za (kofe|caj)"
            ),
        ),
        (
            "an animal",
            (
                "(moja|nasa) (sobaka|svinja|koza)|koza (moloko|sir)|svinja (mjaso)|(kusok|kilo) (govjadini"
                "|svinini)"
            ),
        ),
    ),
    _NAMES,
)
TABLE = Rudeness(
    same=synonyms({"": ", nu uze zhe tut voobsce pozalujsta prosto"}), innocent=_INNOCENT, rules=_RULES
)
