"""Latvian. ``vins`` is whoever is spoken of, ``mirkli`` any short while, ``negribu`` also"
" does not wish to."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.remarks.table import Kind, remarks
from ivr.understanding.utterance import synonyms

_SAME = synonyms(
    {
        "": "lūdzu nu tad taču vienkārši diemžēl atvainojiet piedodiet es jūs jums man tieši vispār tagad"
        " šobrīd patlaban pašlaik tikai jau vēl gan arī varbūt mums kungs kundze",
        "vins": "viņš viņa viņi viņas viņu viņam viņai vīrs vīra sieva sievas māte mamma mammas tēvs tētis"
        " dēls meita brālis māsa kolēģis kolēģe kolēģa priekšnieks priekšniece saimnieks saimniece",
        "te": "šeit šeitan",
        "tads": "tāda tādas tādu tādi tāds šāda šādas šāda",
        "mirkli": "mirkli mirklīti mirklis acumirkli brīdi brītiņu brīdis brītiņš minūti minūtīti minūtes"
        " minūte minūtes minūtēm minūtītes sekundi sekundīti sekundes momentu momentiņu moments",
        "negribu": "nevēlos negribētu nevēlētos negribas",
        "atbildet": "atbildēšu atbildu atbild komentēt teikt pateikt stāstīt izpaust runāt",
        "nezinu": "nezināšu nezin",
        "maksa": "maksās maksā izmaksā izmaksās maksātu izmaksātu jāmaksā maksāt",
        "zvanat": "zvani zvana zvanāt zvaniet zvanījāt zvans zvanu",
    }
)
_NAMES = vocabulary(
    NO_THING="(?<!telefons\\s)(?<!baterija\\s)(?<!dators\\s)(?<!suns\\s)(?<!kakis\\s)(?<!iekarta\\s)",
    LAST="END(?! [,.!] \\w)",  # and nothing more is said
    LEAD="((un|bet|ja|labi|ne|sveiki|labdien|hallo|vispirms) )*",
    NUM="(\\d+|viena|vienu|divas|tris|cetras|piecas|desmit|dazas|paris|pusminuti)",
    WAITS="(pagaidiet|uzgaidiet|pagaidi|uzgaidi|gaidiet|pagaidit|uzgaidit)",
)
_K = Kind
TABLE = remarks(
    _SAME,
    _NAMES,
    {
        _K.DIED: (
            (
                "has died",
                (
                    "NO_THING(ir )?(miris|mirusi|nomiris|nomira|nomirusi)(?! (telefon|bateri|akumulator)~)"
                    "|aizga(jis|jusi|ja) (vinsaule|aizsaule|muziba)|nav( (vairs|vins))* (dzivs|dziva)"
                    "|nav starp dzivajiem|(apbedij|apglabaj)~ vins"
                ),
            ),
        ),
        _K.UNKNOWN: (
            (
                "nobody of that name",
                (
                    "tads( (cilveks|cilveka|persona|personas|te|vairs|vards|neviens))* (nav"
                    "|nedzivo|nestrada|nepazist(u|am)|nezinu)|nav( te)? tads|nav nekad(s|a|as"
                    "|u) \\w+|neviena( (te|tads))* nav|te neviena (tada"
                    "|ar tadu)|(nepazist(u|am)|nezinu|nezinam) (tads|vins|sadu|kas tas)"
                    "|neesmu dzird~ par tads"
                ),
            ),
            (
                "wrong number",
                (
                    "nepareiz~ (numur|cilvek|person)~|(sajauk|sajauc|parskat|kludij)~( numur~)?"
                    "|nav vins (numurs|telefons)|ne tam (cilvekam|zvanat)|ne tur (zvanat|trapij~)"
                ),
            ),
            (
                "gone for good",
                (
                    "vins( (te|vairs))* (nedzivo|nestrada)|(te|vairs)( (te|vairs))* (nedzivo"
                    "|nestrada)|(parvac|izvac|parcel|aizgajis no darba)~"
                ),
            ),
        ),
        _K.AWAY: (
            (
                "is not there",
                (
                    "nav( (te|vins|uz|ari))* (majas|uz vietas|vieta|klat|te|biroja|sasniedzam~"
                    "|pieejam~)|vins( (te|pie telefona))* nav( (te|majas|klat))* ?END"
                    "|BEGIN LEADnav vins( te)* END|vins( (te|vel))* strada END"
                    "|BEGIN (ne )?nav( (majas|te|klat|uz vietas))* END"
                ),
            ),
            (
                "is somewhere else",
                (
                    "vins( (ir|tiko|tikko|sodien))* (izgaj|aizgaj|aizbrauc|aizbrauk|izbrauc"
                    "|izbrauk|projam|prom|darba|arzemes|slimnica|atvalinajuma|komandejuma|skola"
                    "|sanaksme|gul|aiznemt|brauc)~|(izgaj|aizgaj|aizbrauc|aizbrauk|izbrauc"
                    "|izbrauk)~( (prom|uz|ara|darba|projam))*|vins( (ir|sodien))* nevar (pienakt"
                    "|atbildet|but|parunat)"
                ),
            ),
            (
                "comes back",
                (
                    "vins( (ir))* (bus|atgriez~|parnak~|nak~)( (majas|atpakal|te|klat|velak|rit"
                    "|pec|no|ap|vakara))+"
                ),
            ),
        ),
        _K.WAIT: (
            (
                "a moment",
                (
                    "BEGIN LEAD(WAITS )?(vienu )?(mazu )?mirkli( (WAITS))?LAST"
                    "|BEGIN LEADWAITS( (vienu|mirkli|mazliet|drusku|nedaudz|pie telefona))*LAST"
                    "|BEGIN LEADtulit( mirkli)?LAST"
                ),
            ),
            (
                "is being fetched",
                (
                    "(pasauk|iedod|padod|iedos|pados|atdos|atdod|savienoj|parsledz)~(?! (man"
                    "|ar))( (vins|telefon~|klausuli|jus))*|nelieciet( nost)? klausuli"
                    "|palieciet( (uz|pie))* (linijas|telefona|aparata)"
                ),
            ),
        ),
        _K.HERE: (
            (
                "on the line",
                (
                    "tas esmu|(pats|pati) (klausos|runa|runaju|pie)|BEGIN LEAD(pats|pati) END"
                    "|esmu (tas|ta) (pats|pati)|pie (telefona|aparata)"
                ),
            ),
        ),
        _K.HELLO: (
            (
                "a greeting",
                "BEGIN (hallo|halo|alo|allo|hello|sveiki|labdien|labrit|labvakar|sveicinati|klausos|jaa)",
            ),
        ),
        _K.MESSAGE: (
            (
                "leave a message",
                (
                    "atsta(jiet|t)( (zinu|zinojumu|balss|savu))+|pec (signala|tona)"
                    "|nevar~? (atbildet|pieņemt|sanemt)( uz)?( (jusu|so))* zvanat|balss past~"
                    "|abonents( (nav|ir|sobrid))*"
                ),
            ),
        ),
        _K.ABOUT: (
            (
                "what about",
                (
                    "par ko( (ir|iet|tas|butu|zvanat|runa|bus|runat|jautajums))*(?! varu)|(kada"
                    "|kads)( (ir|butu|tas))* (jautajum~|sakara|lieta|noluka|temats|iemesls"
                    "|merkis|vajadziba)|sakara ar ko|del ka (zvanat|tas)"
                ),
            ),
            (
                "what for",
                (
                    "(kapec|kadel)( (jus|man))* zvanat|ko( (jus|no manis|isti|gribat"
                    "|vajag))* (gribat|velaties|vajag|piedavajat|gribejat|pardodat|grib"
                    "|velejaties|vajadzetu)( no manis)? ?END|kas( (ir|jus|par))* (vajadzigs"
                    "|noticis|lieta|gadijies)|(ka|ar ko)( (es))* varu( (jus))* palidzet"
                    "|vai( (kaut ko))* pardodat"
                ),
            ),
        ),
        _K.HOW_LONG: (
            (
                "how long",
                (
                    "cik (ilg~|ilgu laiku|daudz laika|laika|mirkli|daudz mirkli|atri)|(vai"
                    "|tas)( (tas|bus|ir|aiznems|prasis))* (ilgi|atri|ilgs|isi|daudz laika"
                    "|ilgu laiku) ?END|uz cik ilgu"
                ),
            ),
        ),
        _K.COST: (
            (
                "what it costs",
                (
                    "(cik|ko)( \\w+){0,4} maksa|maksa cik|(kada|kadas|kads)( (ir|butu|bus"
                    "|ta))* (cena|cenas|maksa|izmaksas)|vai( \\w+){0,3} (par maksu|bez maksas"
                    "|par velti|maksas|maksa|par brivu|dargi)|cik( (dargi|tas|ir|butu))* (dargi"
                    "|lati|eiro)"
                ),
            ),
        ),
        _K.ASKS: (
            (
                "asks something",
                (
                    "BEGIN LEAD(cik|kas|ko|kad|kur|kapec|kadel|kads|kada|kadu|kadi|kadas|kura"
                    "|kurs|kuru|kam|vai|ka|no kurienes|ar ko|kurp) \\w+|(pastastiet|izstastiet"
                    "|paskaidrojiet) .. (vairak|sikak)|(vairak|sikaku) informacij~|\\w+ \\?$"
                ),
            ),
        ),
        _K.MINUTES: (
            (
                "some minutes",
                (
                    "(ir|varu|atlicis|atliek|veltit|ziedot|drikst|laika)( (ir|veltit|jums"
                    "|apmeram|kadas))* NUM mirkli|NUM mirkli( (es|jums))* (varu|ir"
                    "|pietiek|drikst)|var(am|u|esim) (pa|ap)?runat"
                    "|BEGIN LEADir laiks END|(ja|lai)( (tas|ir|bus"
                    "|nav|var))* (isi|atri"
                    "|ilgi|neilgi)( .. mirkli)? ?END|(tikai )?(isi|atri) ?END"
                ),
            ),
        ),
        _K.NO_TIME: (
            (
                "no time",
                (
                    "nav( (te|daudz|tik|isti|tam|sodien|ne))* (laik~|laicin~|izdevig~|piemerot~"
                    "|erti|bridis|valas)|BEGIN LEADne (tagad|sobrid|patlaban|sodien) END"
                    "|esmu( (ļoti|loti|pie|brauciena))* (aiznemt~|darba|sanaksme|sapulce"
                    "|pie stures|brauciena|ceļa|cela|steig~)|(steidzos|braucu|jaiet|jaskrien"
                    "|jabeidz|jasteidzas|nevaru (runat|parunat|atbildet) END)|neert~"
                    "|slikts (bridis|laiks)"
                ),
            ),
            (
                "another time",
                (
                    "((pie|at|uz|pa)?zvan(iet|it|i|at)|zvanat|mekle~|sazina~)( (man|velreiz"
                    "|labak|kadu|citu|kad))* (velak|rit|parit|velreiz|citu(reiz| reizi| dienu"
                    "| laiku)|cita (reize|laika|diena)|vakar~|pec|pirmdien|otrdien|tresdien"
                    "|ceturtdien|piektdien|sestdien|svetdien|nakam~|no rita|atkal)|(cita (reize"
                    "|laika)|citreiz|citu reizi|labak velak|turpinasim velak|pabeigsim velak"
                    "|runasim velak)( END)?"
                ),
            ),
        ),
        _K.NOTHING: (
            (
                "never mind",
                (
                    "(pats|pati) (pie|at|pa|sa)?zvan~|(lai|tad) paliek END|aizmirst(iet"
                    "|i|am)|nav (svarigi|vajadzigs"
                    "|vajadzibas|jau tik svarigi)"
                    "|(neko|nekas|nevajag)( (nevajag|vairs|paldies))* END"
                    "|nekas( par to)? END|viss kartiba END"
                ),
            ),
        ),
        _K.DECLINES: (
            ("not interested", "neinterese|nav (intereses|interesanti)"),
            (
                "cannot pay for it",
                "nevar(u|am|esim)?( to| tadu)? atlauties|(par|parak) darg(u|i|s|a)|nav naudas",
            ),
            # "Man jau ir": the words before it are idle.
            ("has it already", "BEGIN LEAD(viss |tads |viens )?ir( (viss|tads|viens))*( paldies)? END"),
            (
                "has it already",
                "BEGIN LEAD(tas )?(izdarij(a|am)|izdarit(s|a)|uztaisij(a|am)|veikt(s|a)|nopirk(u|am)) END",
            ),
        ),
        _K.COMPLAINS: (
            (
                "says that it was bad",
                (
                    "(?<!nav\\s)(?<!nebija\\s)(?<!ne\\s)(?<!neko\\s)(?<!nekas\\s)(?<!tik\\s)(?<!necik\\s)"
                    "(slikti|slikta|slikts|slikto|vaji|briesmigi|briesmiga|briesmigs|sausmigi|sausmiga"
                    "|sausmigs|sausmas|zemiski|neapmierin~|vilies|vilusies|nelaipn~|rupji|rupj(s|a)"
                    "|nepieklajig~|neprofesional~|katastrof~|nekam neder~|nejedzig~|nepatika)"
                ),
            ),
            (
                "says what went wrong",
                (
                    "(meist~|tehnik~|kurjer~|sofer~|inzenier~|darbiniek~|jus|jusu|vins|pieg~|iekart~"
                    "|remont~)( \\w+){0,3} (nokavej|kavej|aizkavej|neieradas|neatnaca|neatbrauc|nesalabo"
                    "|nepalidz|salauz|saplis|sabojaj|netir)~|nokavejas|nokavejies"
                    "|neviens( \\w+){0,2} "
                    "(neatnaca|neieradas|neatbrauca|nepiezvanija|neatzvanija|nepalidzeja)"
                    "|(jagaida|gaidiju|gaidijam)( \\w+){0,2} (ilgi|stund~|dien~|nedel~|menes~)"
                    "|(ilgi|stund~|dien~|nedel~)( \\w+){0,2} (jagaida|gaidiju|gaidijam)"
                    "|atkal (saplisa|sabojajas|nestrada|tek)"
                ),
            ),
        ),
        _K.NO_ANSWER: (
            (
                "skips it",
                (
                    "(izlaid|izlaiz|izlaist|parlec)~( (so|sis|to|jautajum~))*|BEGIN LEAD(nakam~"
                    "|talak)( jautajum~)? END|(ejam|ejiet|iesim) talak|(nakamo"
                    "|nakamais) jautajum~|bez (atbildes|komentariem)"
                ),
            ),
            (
                "does not want to",
                (
                    "(negribu|nedomaju|netaisos|nevaru|negribetos|atturesos|atsakos"
                    "|labak ne)( (uz|so|to|neko|par|es|atturet~))* (atbildet|atbildesu)"
                    "|neatbild(esu|u)|neteikšu|neteiksu|(labak|drizak) ne(atbildet|teikt|teiksu"
                    "|atbildesu)|(labak|drizak) (ne|paklus~) END|attur(os|esos|esimies)"
                    "|nav (viedokl|atbild|domu|priekšstat|prieksstat)~"
                ),
            ),
            (
                "is private",
                (
                    "(ir|pārak|parak|mana)( (mana|pārāk|loti))* (privat|personig|personisk"
                    "|konfidencial|noslepum)~|nav( (jusu))* (darisana|darīšana)|(tas"
                    "|ta)( \\w+)? neskar"
                ),
            ),
            (
                "does not know",
                (
                    "BEGIN LEADnezinu( (isti|ko|ka|uz to|to|atbildet|so|ieteikt|par to))* END"
                    "|nav ne jausmas|(gruti|nevaru) atbildet( END)?|neesmu (domaj|padomaj"
                    "|izlem)~|neatceros"
                ),
            ),
        ),
    },
)
