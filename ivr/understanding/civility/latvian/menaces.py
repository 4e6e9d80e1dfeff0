"""Latvian threats by what they have in common; the letters are those of English. What I will do is one word
in Latvian, and the order is free."""

from __future__ import annotations

from ivr.understanding.civility.menace import Menaces
from ivr.understanding.civility.table import Family
from ivr.understanding.gist import kinds
from ivr.understanding.patterns import Rule, regex

_FUTURE = r"(šu|sim|šos|simies)"
_BEFORE = r"(no|iz|sa|ap|pie|pār|ie|at|aiz|uz|pa)?"
_KINDS = kinds(
    {
        "": ",|nu|jau|tad|gan|taču|vēl",
        "IWH": rf"{_BEFORE}(nogalinā|slepkavo|nošau|apšau|sašau|nodur|žņaug|nokau|piekau|sakau|pakār|slīcinā"
        rf"|noinde|linčo|kropļo|nobeig|piebeig|apglabā|aprak|noslaktē|slaktē|noslāpē){_FUTURE}",
        "IWX": rf"{_BEFORE}(sitī|dauzī|lauzī|sper|spārdī|griezī|plēsī|plosī|rau|durstī|dur|gāzī|dedzinā"
        rf"|svilinā"
        rf"|kau|bojā|demolē|spridzinā|grau|postī|ārdī|nīcinā|skrāpē|lauzī|šau|cirtī|zāģē|kapā|mizo|bombē|sper"
        rf"|grūdī|metī|rīdī|zvelšu|per|liesi|lie){_FUTURE}",
        "IWC": rf"(at|aiz|ie|pie|uz|sa)?(brauk|nāk|ie|skrie|ras|rad){_FUTURE}",
        "IC": "braucu|nāku|eju|esmu ceļā|sēžos|stāvu|sēžu|braucam|nākam",
        "IWK": rf"{_BEFORE}(atradī|meklē|noķer|dzīšu|seko|pieķer|gaidī|izķer){_FUTURE}",
        "I": "es|mēs",
        "F": "puiši|džeki|brāļi|brālēni|čomi|suņ(us|i)|suni|suns|veči|kompānija",
        "N": "ne|nav|nebūs|nekad|neviens|negribu|bez|nevajag",
        "Y": "tu|tev|tevi|tevis|tavs|tava|tavu|tavi|tavas|tavus|tavai|tavam|tavā|tavos|jūs|jums|jūsu|jūsējo"
        "|jūsējais|jūsējā",
        "O": "viņu|viņam|viņiem|viņus|viņai|kāds|kādam|kādu|katru|katram|visus|visiem|nākamais|nākamo"
        "|nākamajam"
        "|kurš|kuru|kas|ikviens|cilvēk(i|us|iem|s|u|am)",
        "T": "operator~|priekšniek~|šef(s|am|u|a)|direktor~|tehniķ~|inženier~|montier~|meistar~|piedzinēj~"
        "|kurjer~|šofer~|izpildītāj~|darbiniek~|darbiniec~|kolēģ~|bērn(i|us|iem|u|am)|siev(u|a|ai)|ģimen(e"
        "|i|es)"
        "|meit(a|u|as|ene|eni|enes)|dēl(s|u|am)|māt(e|i)|kontrolier~|inspektor~|vadītāj~|vadīb(a|u|ai)"
        "|apsarg~|inkasator~|pastniek~|konsultant~",
        "B": "zob(i|us|iem|u)|kāj(as|u|ām)|rok(as|u|ām)|galv(u|as|a|ām|ā)|ģīmi|sej(u|as|ā|iņu)|degun(u|s)"
        "|rīkl(i|es|e)|kakl(u|a|am)|kaul(i|us|iem)|rib(as|ām|ās)|muti|purnu|acis|aci|ausis|pirkst(us|u|i|a)"
        "|nieres|žokli|mugurkaulu|ceļgal(i|us|iem)|mēli|smadzenes|deniņiem|matiem",
        "L": "log(i|us|iem|u|ā)|biroj~|ofis~|veikal~|mašīn~|auto|rieps?~|filiāl~|durv~|vitrīn~|server~"
        "|māj(u|as|a)"
        "|centr(u|s|ā)|ēk~|noliktav~|bus(i|us|iem|u)|kantor~|bank(u|a|ā)|bankomāt~|torni|torņi|kabeļ~"
        "|stab(u|us)"
        "|reģistratūr~|vestibil~|foajē|vārt(us|i|iem)|antenu|apsardz~|firm(u|a)",
        "G": "ieroc(i|is|ī|a)|pistol~|naz(i|is|us|iem)|bis(i|e)|šauten~|cirv(i|is)|āmur~|nūj(u|a|ām)|bomi"
        "|lauzni"
        "|benzīn~|sērkociņ~|šķiltav~|lod(i|e|es)|skāb(i|e)|ķieģel~|akmen~|dūr(es|ēm)|veser~|mačeti|siksnu"
        "|traktor~"
        "|zobenu|motorzāģ~|ložmetēj~|automātu",
        "Q": "bumb(a|u|as)|granāt~|spridz~|sprāg~|uzsprāg~|degs|nodegs|aizdeg(s|sies|tos)|sadegs|liesm(as"
        "|ās|ām)"
        "|pelni|pelnos|sprādzien~|gaisā|uguns|uguni|nosvils|dega|izdega|nodegtu|benzīntank~",
        "v": "ar|līdzi|paņemšu",
        "D": "cietīs|mirs|nomirs|mirsi|mirsiet|asin(is|īm|s)|slimnīc~|kap(u|ā|os)|zārk~|ātr(o|ā)"
        "|palīdzīb(u|a)"
        "|līķ~|invalīd~|nosprāgs|beigs|beigas|kruķ~|ratiņkrēsl~|mirusi|miris|miroņ~|morg~|kapsēt~",
        "R": "nožēlo~|raud~|kliegs~|lūgs~|smie~|nesmie~|cieti~|baid~|sargie~|uzmani~|piesarg~|sargā~|bīsties",
        "K": "zinu|zinām|uzzināšu|noskaidro~|atradu|atradīs|sameklēs",
        "q": "kur|kurā|kuru|kad|cikos|kas|ar",
        "A": "dzīvo~|guļ~|guli|strādā|skol(a|ā|u)|dārziņ~|adres(e|i|es)|staigā|parko~",
        "i": "ja|nākamreiz|nākamais|citādi|citādāk|savādāk|vai|vēlreiz|kamēr|atkal",
        "C": "atbrauks|aizbrauks|atnāks|iegriezīsies|ieradīsies|pēc darba|ārā|ciemos|ceļā",
        "W": "gribu|gribas|vajag|vajadzētu|varu|varētu|gribētu|tūlīt|drīz",
        "X": "nosist|sasist|nositu|izsist|nogalināt|piekaut|nošaut|sadedzināt|nodedzināt|uzspridzināt"
        "|nožņaugt|nodurt|salauzt|pārlauzt|aizdedzināt|izdemolēt|sadauzīt|izdauzīt|nosisti|piekauts|piekāvis",
    }
)
PROBABLY = 0.7  # confidence
_F = Family
_GISTS = (
    (_F.HARM, r"[YOT][^.NL]{0,5}(?<!N)IW(?:H|X(?=\.|$))"),
    (_F.HARM, r"IWH[^.N]{0,3}[YOT]|IW[HX][^.N]{0,4}[YOT][^.N]{0,2}B|IWX[^.N]?B[^.N]?[YOT]|B[^.N]{0,2}IWX"),
    (_F.PROPERTY, r"IWX[^.NG]{0,3}Y[^.N]{0,3}L|Y[^.NG]{0,3}L[^.N]{0,4}IWX|IWX[^.NG]{0,2}L[^.N]{0,2}Y"),
    (_F.PROPERTY, r"Y[^.N]{0,2}L[^.N]{0,4}Q|Q[^.N]{0,3}Y[^.NO]{0,2}L(?!Q)"),
    (_F.HARM, r"(?:IW?C|C)[^.N]{0,6}v[^.N]{0,2}G|(?:v[^.N]?G|G)[^.N]{0,2}IW?C"),
    (_F.HARM, r"G[^.N]{0,2}(?:p|o)?B"),
    (_F.VEILED, r"K[^.N]?q[^.N]{0,3}Y[^.N]{0,3}A|K[^.N]?q[^.N]{0,2}A[^.N]{0,2}Y"),
)
MENACES = Menaces("lv", _KINDS, tuple(Rule(family, regex(gist), PROBABLY) for family, gist in _GISTS))
