"""Latvian choices."""

from __future__ import annotations

from ivr.understanding.choosing.table import Choices
from ivr.understanding.patterns import compiled, vocabulary
from ivr.understanding.routing.latvian import stem
from ivr.understanding.utterance import bare

_NAMES = vocabulary(AIS="(ais|ā|o|ajā|ajam|ajai|ie|os|ajos|ām|iem|am)")
_SMALL = (
    "uz par ar no pie pa pēc līdz pirms un vai es man mums gribu vēlos gribētu lūdzu tas tā to šo šis tad lai"
    " ir būs der labāk vajag vajadzētu savu mani manu jūs jums"
)
TABLE = Choices(
    stem=stem,
    small=frozenset(bare(_SMALL).split()),
    denied=compiled(
        "(nevis|nevēlos|negribu|nevajag|nav|izņemot|neder)(?! (zinu|saprotu|svarīgi))"
        "(\\s(?!(bet|gribu|es|tad|labāk|vēlos|drīzāk)\\b)[^\\s.,?!]+){1,4}",
        {},
    ),
    corrected=compiled("(nē|atvainojiet|piedodiet|pareizāk|precīzāk|drīzāk|pagaidiet)", {}),
    places={
        0: compiled("pirmAIS|agrākAIS", _NAMES),
        1: compiled("otr(s|u|am|AIS)", _NAMES),
        2: compiled("trešAIS", _NAMES),
        3: compiled("ceturtAIS", _NAMES),
        4: compiled("piektAIS", _NAMES),
        -1: compiled("pēdējAIS|vēlākAIS", _NAMES),
    },
    middle=compiled("vidējAIS|vidu", _NAMES),
    # "Nē, to otru" chooses: to the ear it is the same as "ne to otru".
    refused=compiled("(ne( uz)?|(nevis|izņemot|tikai ne)( (to|tas|tā|uz))*)", {}),
    other=compiled("(to )?(otru|otro)|tas otrs", {}),
    keys=compiled(
        "nospied~|spiež~|taustiņ~|numur~|cipar~|variant~|poga|pogu|izvēl~|es|gribu|lūdzu|lai|ir|to|ņem~|nr",
        {},
    ),
    none=compiled(
        "nevien(s|u|a|am|ai|o)( (no|neder|nav))*|ne viens ne (otrs|viens)|ne vienu ne otru|ne to ne to"
        "|nekas no (tā|minētā|šī)|neko no (tā|minētā|šī)|ne viens|ne 1",
        {},
    ),
    else_=compiled(
        "(kaut )?ko cit(u|ādāk)|kaut (kas cits|kur citur)|cit(s|u|a|ā|am|ai|ādi|i|us|os)( \\w+)?|nē|neko"
        "|nekas|neder|nepatīk|nav tur~",
        {},
    ),
    every=compiled(
        "ab(i|as|us|ām|iem)|vienalga|jebkur(š|u|a|ā|ai|am|i)(?! cit~)|jebko|viss|visi|visus|visas|kurš gribat"
        "|nav (svarīgi|starpības|nozīmes)|viens pips",
        {},
    ),
)
