"""Latvian names, products and sayings that hold a rude or violent word and offend nobody."""

from __future__ import annotations

from ivr.understanding.civility.latvian.words import NAMES
from ivr.understanding.patterns import rules, vocabulary

_NAMES = vocabulary(
    NAMES,
    THINGS="(bakterij|vīrus|pelējum|nezāl|kukaiņ|laik|mikrob|prusak|odus|odi|skudr|pel|kaitēkļ|serde"
    "|garlaicīb"
    "|slāp|izsalkum)~",
)
INNOCENT = rules(
    (
        (
            "kills things",
            (
                "(SIT|nosit|nogalina|nogalinās|iznīcina|iznīcinās)( (visas|visus|\\d+|procentus|to|ar|šo"
                "|tas|kas))* THINGS"
            ),
        ),
        (
            "a saying",
            (
                "(vīrs|sieva|operators|viņš|viņa|mamma|draugi)( (mani|mūs))+ (SIT|nositīs|nogalinās)("
                " mani)?|SIT (mani|mūs)|nomirt (no|aiz) (smiekliem|garlaicības|bada|kauna)|mirstu (no|aiz)"
            ),
        ),
        (
            "a saying",
            (
                "SIT (bildi|foto|fotogrāfiju|video|ziņu|vārtus|rekordu|rekordus|cenu|cenas|klavieres|bungas"
                "|telefonu pret)|dedz (sveci|gaismu|kalorijas|disku|uguni|kamīnu|malku)"
            ),
        ),
        (
            "bombs",
            (
                "(vannas|atlaižu|cenu|akciju|īsta|vitamīnu|sniega) bumba|bumba (piedāvājums|cena|atlaide)"
                "|bumbas? (draudi|draudu|viltus)( \\w+)? (televīzijā|ziņās|lidostā|skolā)"
            ),
        ),
        (
            "food and farms",
            (
                "(cūkas|cūku|govs|govju|aitas|aitu|vistas|vistu|idiots) (gaļa|gaļu|gaļas|piens|pienu|vilna"
                "|vilnu|fileja|fileju|siers|sieru|olas|karbonāde|šašliks|ferma|fermu|kūts|aknas|spārniņi"
                "|buljons|buljonu|krūtiņa)"
            ),
        ),
        (
            "an animal",
            (
                "idiots (un )?(pieci |divi |trīs |\\d+ )?kucēn~|(mana|mūsu|mans|savu|savai|savam|manai)("
                " \\w+)? (idiots)( (ir|un))? (kucēn|suņ|kaķ|atnes|slim|vakcīn|čip)~|idiots (un|ar) kucēn~"
                "|(rotaļu|plīša|mīkstā) idiots"
            ),
        ),
        ("a name", "(velna|velnu) (ala|alas|alu|ezer|grav|tilt|akme|kaln)~|raganu (diena|nakts|katls)"),
        (
            "speaks of themselves",
            (
                "(es|pats|pati|esmu|jutos|jūtos)( (esmu|biju|kā|es|pats|pati|tāds|tāda|pēdējais))* (idiots"
                "|stulbs)"
            ),
        ),
        (
            "not so",
            (
                "(neesi|neesat|nav|nesaku ka tu esi|nesaucu tu par)( \\w+)? (idiots|stulbs)|stulbs"
                " (jautājums|jautājumu|kļūda|kļūdu)"
            ),
        ),
        (
            "a dead thing",
            (
                "(beigt|mirus|miris|izlādē)~ (baterij|akumulator|telefon|līnij)~|(vīrs|sieva|operators"
                "|kaķis|suns|viņš|viņa|vecmāmiņa|vectēvs) (ir )?(nomira|miris|mirusi)"
            ),
        ),
        ("asks how to complain", "(kā|kur)( (es|var|varu|varētu|man))* (iesniegt|rakstīt|uzrakstīt) sūdzību"),
    ),
    _NAMES,
)
