"""The words that Latvian rules are written in: ``tu`` is also jūs, ``idiots`` any insulting name in any case,
``stulbs`` any insulting quality, ``birojs`` any place of the company."""

from __future__ import annotations

from ivr.understanding.patterns import vocabulary
from ivr.understanding.utterance import synonyms

SAME = synonyms(
    {
        "": ", lūdzu nu jau vienkārši ļoti tiešām tik pat arī vispār pilnīgi galīgi taču gan vienreiz"
        " beidzot visi nafig"
        " īsts īsta īsti tīrais tīrie totāls totāli totālie",
        "tu": "jūs jus",
        "tev": "jums",
        "esi": "esat est",
        "tavs": "tava tavu tavi tavas tavus tavai tavam tavā tavos jūsu jusu",
        "idiots": "idiot debil kretin stulbeņ idiote idioti idiotes idiotu idiotus idiotiem debils"
        " debila debile debili"
        " debilis debilas debilus debilais debilie"
        " kretīns kretīni kretīne kretīnu kretīnus stulbenis stulbeņi stulbene stulbenes stulbeni"
        " stulbeņiem muļķis muļķi"
        " muļķe muļķes muļķus muļķiem kuce kuces mauka maukas maita maitas draņķis"
        " draņķi draņķe mērglis"
        " mērgļi nelietis nelieši kroplis kropļi kropli izdzimtenis izdzimteņi izdzimteni pidars pidari"
        " pidaras pidarasi"
        " pidarass pidarasti pederasts pederasti pediņš pediņi pediks āmurgalva āmurgalvas aitasgalva"
        " aitasgalvas dauns"
        " dauni dauniem tizlenis tizleņi tizlene lohs lohi lohus čmo huesos huesosi padauza padauzas"
        " smerdelis sūdabrālis sūdabrāļi sūdgalva sūdagalva preteklis pretekļi salašņa salašņas neģēlis"
        " neģēļi muļķene"
        " nejēga nejēgas stulbuce kverplis kverpļi ķēms ķēmi izmetums izmetumi"
        " dirsis"
        " jefiņš slampa maitasgabals suņabērns",
        "stulbs": "stulba stulbi stulbais stulbā stulbas stulbie stulbo stulbu stulbajai stulbajam"
        " stulbos tups"
        " tupa tupi"
        " tupais tupā dumjš dumja dumji dumjais idiotisks idiotiska idiotiskā idiotiski idiotisko"
        " debilā debilo debīlā"
        " nožēlojams nožēlojama nožēlojami riebīgs riebīga riebīgi pretīgs pretīga pretīgi smirdīgs"
        " smirdīga sūdīgs sūdīga"
        " sūdīgā sūdīgais sūdīgo sūdīgi sūdīgie nejēdzīgs nejēdzīga nejēdzīgā nejēdzīgi bezjēdzīgs"
        " bezjēdzīga bezjēdzīgi bezjēdzīgā"
        " jobanais jobanā jobanie jobano bezsmadzeņu nekompetents nekompetenti nekompetenta nespējīgs"
        " nespējīgi",
        "birojs": "biroju biroja birojā ofiss ofisu ofisā veikals veikalu veikalā banka banku bankā filiāle"
        " filiāli māja"
        " māju ēka ēku ēkā logi logus logu durvis mašīna mašīnu mašīnas auto kantoris kantori kantorī"
        " iestāde iestādi"
        " uzņēmums uzņēmumu uzņēmumā firma firmu serveri serverus kompānija kompāniju",
        "sistema": "sistēmu sistēmas sistēmā aplikācija aplikāciju lapa lapu mājaslapa mūzika"
        " mūziku izvēlne izvēlni apkalpošana apkalpošanu serviss servisu karte karti internets"
        " internetu telefons telefonu"
        " rēķins rēķinu programma programmu noteikumi kārtība kārtību pakalpojums pakalpojumu aparāts"
        " bankomāts bankomātu",
        "robots": "robotu automāts automātu bots botu robote roboti",
        "operators": "operatore operatori operatoru operatoram darbinieks darbiniece darbinieki darbinieku"
        " darbiniekus"
        " priekšnieks priekšnieki programmētājs programmētāji kolēģis kolēģe kolēģi vadība direktors"
        " vadītājs māte māti mamma"
        " tēvs ģimene ģimeni bērni bērnus sieva sievu ģimenei bērniem mātei",
        "dedz": "nodedzināšu nodedzināsim nodedzināt aizdedzināšu aizdedzināt sadedzināšu sadedzināt"
        " dedzināšu"
        " uzspridzināšu"
        " uzspridzināsim uzspridzināt spridzināšu spridzināt izdemolēšu izdemolēt demolēšu sadauzīšu"
        " sadauzīsim sadauzīt"
        " izdauzīšu izdauzīt izsist uzlaušu nopostīšu nopostīt sabombēšu bombēšu saspridzināšu izārdīšu",
        "gribu": "gribētu gribas vajag vajadzētu varētu derētu iešu braukšu nākšu atnākšu aizbraukšu"
        " atbraukšu"
        " būtu"
        " vēlos vēlētos",
    }
)
NAMES = vocabulary(
    YOU="(tu|tev|tevi)",
    MUCH="( (stulbs|resns|resna|vecs|veca|vecais|mazs|maza|nolādēts|nolādētais|sasodītais|sasodītā|pēdējais"
    "|viens|viena|tas|ta|tie|baigais|baigie"
    "|baigi|krievu|slims|slima|traks|nekam|tik|kā|par|ir|bars|banda|netīrais|netīrā|nederīgs"
    "|nederīga|kāds|kāda|cik))*",
    TO_START="^((nē|jā|nu|ei|klau|klausies|labi|ok|paldies|robots|sistema|kas|ko|stulbs|ej|ak|resns"
    "|resna|veca"
    "|vecais|bļe|bļin|blja|suka) )*",
    SWEAR="(sūds|sūdi|sūda|sūdu|sūdiem|sūdus|bļe|bļeģ|bļa|bļaģ|bļaviens|bļāviens|bļads|dirst|dirsā|dirsu"
    "|apdirs~|piedirs~|dirš|pisties|izpis~|nopis~|sapis~"
    "|piš|pisiens|pisat|jobt~|jobans|jobaji|pimpis|pimpi|čakarē~|čakarējat|velns parāvis|velns lai parauj)",
    # Insults only where somebody is called that
    ANIMAL="(govs|aita|aitas|cūka|cūkas|ēzelis|ēzeļi|vista|vistas|žurka|žurkas|pērtiķis|pērtiķi|lops"
    "|lopi|čūska|kaza"
    "|ragana|raganas|atkritums|atkritumi|mēsls|mēsli|invalīds|pakaļa|dibens|klauns|tārps|parazīts|parazīti)",
    # Verbs of violence: what I will do, and what somebody ought to
    SIT=(
        "((no|ie|iz|sa|pie|ap)?sitī(šu|sim)(?!( \\w+)? (numur|kod|cipar|dat|summ|nagl|ček)~)"
        "|(no|sa)?galinā(šu|sim)|(no|ap|sa|pie)?šau(šu|sim)"
        "|(no)?slepkavo(šu|sim)|(no|pie|sa)kau(šu|sim)|(no|sa|ie)dur(šu|sim)|(no)?žņaug(šu"
        "|sim)|(no|pie)beig(šu|sim)"
        "|(sa)?kropļo(šu|sim)|pakār(šu|sim)|(pār|sa|no)griezī(šu|sim)|(sa|no)?spārdī(šu|sim)"
        "|(ie|no)sper(šu|sim)"
        "|(sa|no)?kapā(šu|sim)|(sa|iz|pār|no|ap)?lauzī(šu|sim)(?! (līgum|ar)~)|(sa)?plosī(šu|sim)"
        "|(no|at|iz)rau(šu|sim)"
        "|(no|iz)?nīcinā(šu|sim)|nosi(s|t)u|(no)?linčo(šu|sim)|apglabā(šu|sim)|aprak(šu|sim)"
        "|(no)?inde(šu|sim)|(no)?slīcinā(šu|sim)|(no)?svilinā(šu|sim)"
        "|(nosis|sasis|iesis|piesis|nogalinā|nošau|apšau|sašau|noslepkavo|piekau|nokau|nodur"
        "|sadur|nožņaug|nobeig"
        "|piebeig|sakropļo|pakār|pārgriez|salauz|saplosī|noinde|noslīcinā|iznīcinā|nolinčo)(t|tu))"
    ),
)
