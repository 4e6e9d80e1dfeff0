"""Latvian numbers, in every case and as marks at school."""

from __future__ import annotations

from ivr.understanding.numbers.table import Numbers, forms, pattern
from ivr.understanding.utterance import synonyms

_STEMS = {2: "div", 3: "tris", 4: "cetr", 5: "piec", 6: "ses", 7: "septin", 8: "aston", 9: "devin"}
_CASES = ("i", "as", "us", "u", "iem", "am", "os", "ais", "ajiem", "ja", "ji")
_UNITS = {
    **forms({1: "vien"}, ("s", "a", "u", "am", "ai", *_CASES)),
    **forms(_STEMS | {3: "trij|tr"}, _CASES),
    **forms({3: "tris|trim|triju"}, ("",)),
}
_MARKS = {
    1: "vienin", 2: "divn", 3: "trijn", 4: "cetrin", 5: "piecin", 6: "sesin", 7: "septitn|septinn|septinin",
    8: "astotn|astonn|astonin", 9: "devitn|devinn|devinin", 10: "desmitn",
}  # fmt: skip
_TEENS = {10 + unit: f"{stem}padsmit|{stem}pacmit" for unit, stem in ({1: "vien"} | _STEMS).items()}
_TENS = {10 * unit: f"{stem}desmit" for unit, stem in _STEMS.items()}
_OTHERS = {
    0: "nulle|nulli|nulles", 2: "paris|pari", 12: "ducis|duci",
    100: "simts|simtu|simt|simti", 1000: "tukstotis|tukstosi|tukstosu|tukstots|tukstos",
}  # fmt: skip
_HALVES = {
    **{f"{stem}arpus": f"{unit}_5" for unit, stem in _STEMS.items()},
    **dict.fromkeys(("pusotra", "pusotras", "pusotru", "pusotrs"), "1_5"),
}
_GLUED = {
    f"{tens}{unit}": str(int(value) + int(of_unit))
    for tens, value in forms(_TENS, ("",)).items()
    for unit, of_unit in _UNITS.items()
}


TABLE = Numbers(
    same={
        **synonyms({"": "nu tā tad tas ir būs būtu vien kaut kādi kādas kāds lai paliek teiksim"}),
        **forms(_TEENS | _TENS | {10: "desmit"}, ("", "s", "i", "u", "us", "os", "iem", "am")),
        **forms(_OTHERS, ("",)),
        **forms(_MARKS, ("ieks", "ieku", "ieka", "iekam", "ieki", "iekus")),
        **_UNITS,
        **_GLUED,
        **_HALVES,
    },
    alone={"se": "6", "trij": "3"},
    halves=pattern("NUM (un pus|un puse|ar pusi|ar pus|un pusi)(e|i)?"),
    points=pattern("NUM (komats|punkts|komat) NUM"),
    joints=pattern("\\d*00 un \\d\\d?"),
    scale=pattern("(?<=\\d\\s)(balles |punkti |punkti no |balles no )?(no|[?]) (skalas )?NUM"),
    unsaid=pattern(
        "(nevis|nebūs|ne jau|ne gluži|nav|mazāk (par|nekā|kā)|vairāk (par|nekā|kā)|zemāk (par|nekā)"
        "|augstāk (par|nekā)|zem|virs|bez)( gluži| pilni)* NUM|(?<!\\d\\s)ne\\sNUM"
        "|1 (brīdi|mirkli|minūti|sekundi|momentu|lietu|reizi|vārdu|no mums|otr~|pats|un tas pats|alga"
        "|jautājumu)"
    ),
    whole_scale=pattern("(no )?NUM (līdz|un|-) NUM|skal~ (no )?NUM"),
    corrected=pattern(
        "(?<=\\d\\s)((,|[.])\\s)?(nē ,|pareizāk|precīzāk|atvainojiet|piedodiet|drīzāk|labāk|pagaidiet)"
    ),
    hedged=pattern(
        "varbūt|laikam|apmēram|aptuveni|kādi|drošvien|droši vien|ap|gandrīz|apm|vismaz|nezinu|pāris|domājams"
    ),
    most=pattern(
        "(visaugst|augst|maksimāl|vislab|vislielāk)~ (atzīm|vērtējum|ball|punkt|novērtējum|skait)~"
        "|maksimum~|BEGIN (lieku |likšu )?(visaugstāk|augstāk|vislabāk|maksimāl)~ END"
    ),
    least=pattern(
        "(viszem|zem|minimāl|vissliktāk|vismazāk|sliktāk)~ (atzīm|vērtējum|ball|punkt|novērtējum|skait)~"
        "|minimum~|BEGIN (lieku |likšu )?(viszemāk|zemāk|vissliktāk|minimāl)~ END"
    ),
)
