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
        " debila debili"
        " debilis debilas debilus debilais debilie"
        " kretīns kretīni kretīne kretīnu kretīnus stulbenis stulbeņi stulbene stulbenes stulbeni"
        " stulbeņiem muļķis muļķi"
        " muļķe muļķes muļķus muļķiem kuce kuces mauka maukas maita maitas lops lopi lopus draņķis"
        " draņķi draņķe mērglis"
        " mērgļi nelietis nelieši kroplis kropļi kropli izdzimtenis izdzimteņi izdzimteni pidars pidari"
        " pidaras pidarasi"
        " pidarass pidarasti pederasts pederasti pediņš pediņi pediks āmurgalva āmurgalvas aitasgalva"
        " aitasgalvas dauns"
        " dauni dauniem tizlenis tizleņi tizlene lohs lohi lohus čmo huesos huesosi padauza padauzas"
        " ragana raganas"
        " smerdelis sūdabrālis sūdabrāļi sūdgalva sūdagalva preteklis pretekļi salašņa salašņas neģēlis"
        " neģēļi muļķene"
        " nejēga nejēgas stulbuce kverplis kverpļi ķēms ķēmi dibens pakaļa pakaļas izmetums izmetumi"
        " atkritums mēsls"
        " mēsli lēļļa govs aita aitas cūka cūkas ēzelis ēzeļi ēzeli vista žurka žurkas pērtiķis pērtiķi"
        " dirsis"
        " jefiņš invalīds invalīdi slampa maitasgabals suņabērns",
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
        "sit": "sitīšu sitīsim nositīšu nositīsim nosist nositīs nositu nosistu nosisu nositisu nogalināšu"
        " nogalināsim nogalināt nošaušu nošausim nošaut"
        " noslepkavošu noslepkavot piekaušu piekausim piekaut piekaus sasitīšu sasitīsim sasist nodursu"
        " nodurt nodūršu"
        " sadursu sadurt sadūršu nožņaugšu nožņaugt žņaugšu nokaušu nokaut saplosīšu saplosīt iesitīšu"
        " iesist iesitīs"
        " izsitīšu salauzīšu salauzt salaužu pārlauzīšu aplauzīšu nobeigšu nobeigt piebeigšu iznīcināšu"
        " iznīcināsim iznīcināt"
        " sakropļošu sakropļot pakāršu pakārt šaušu apšaušu apšaut nomušīšu nomuškāšu nolikšu noraut"
        " noraušu atraušu"
        " sagriezīšu sagriezt sadragāšu piešaušu spārdīšu sperdīšu iespertu iespersim iesperšu sakapāšu"
        " kapāšu nodirstu"
        " nosperšu izvarošu izvarot aprakšu nodīrāšu nokošu nolinčošu",
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
    "|baigi|krievu|slims|slima|traks|nekam|tik|ka|kā|par|ir|bars|banda|esi|netīrais|netīrā|nederīgs"
    "|nederīga|kāds|kāda|cik))*",
    TO_START="^((nē|jā|nu|ei|klau|klausies|labi|ok|paldies|robots|sistema|kas|ko|stulbs|ej|ak|resns"
    "|resna|veca"
    "|vecais|bļe|bļin|blja|suka) )*",
    SWEAR="(sūds|sūdi|sūda|sūdu|sūdiem|sūdus|bļe|bļeģ|bļa|bļaģ|bļaviens|bļāviens|bļads|dirst|dirsā|dirsu"
    "|apdirs~|piedirs~|dirš|pisties|izpis~|nopis~|sapis~"
    "|piš|pisiens|pisat|jobt~|jobans|jobaji|pimpis|pimpi|čakarē~|čakarējat|velns parāvis|velns lai parauj)",
)
