"""Russian."""

from __future__ import annotations

from ivr.understanding.optout.table import ASKED, OptOuts
from ivr.understanding.russian import russian_rules, russian_vocabulary
from ivr.understanding.utterance import synonyms

_NAMES = russian_vocabulary(
    ME="mne|menja|nam|nas|sjuda|na etot nomer|bolse|nikogda|vi|man|mani|vairs|vairak",
    CALL="zvonite|zvoni|bespokojte|bespokoj|trevozte|perezvanivajte|trogajte|dergajte",
    TO_CALL="zvonit|bespokoit|nazvanivat|trezvonit|trevozit",
    STOP="hvatit|perestante|perestan|prekratite|prekrati|koncajte|zakancivajte|dovolno",
    REMOVE="(udali|uberi|sotri|zabud|vicerkni|iskljuci|otpisi)(te)?",
    WHEN="segodnja|sejcas|zavtra|poslezavtra|poka|do|posle|utrom|vecerom|nocju|po (vihodnim|utram|vecoram"
    "|nocam)"
    "|na (rabotu|rabote|domasnij)|tak (rano|pozdno|casto)|rano|pozdno|esli|bez|v (voskresene|subbotu"
    "|rabocee)",
)
_ASKS = russian_rules(
    (
        ("do not call", "ne CALL( ME)*"),
        (
            "not to call",
            (
                "(bolse|sjuda|nikogda)( (mne|bolse|sjuda|na etot nomer))* ne TO_CALL( ME)*|ne"
                " TO_CALL( mne)? (bolse|sjuda)"
            ),
        ),
        (
            "wants no calls",
            (
                "(ne|mne ne) (nuzni|nado|nuzen|hocu|zelaju)( (vasi|vas|bolse|eti|vsje))* zvonk~"
                "|vasi zvonki( mne)? ne nuzni"
            ),
        ),
        ("stop calling", "STOP( ME)* TO_CALL( ME)*|TO_CALL( ME)* STOP"),
        ("no need to call", "ne (nado|nuzno|smejte|smej|stoit)( ME)* TO_CALL( ME)*"),
        (
            "asks not to call",
            "(prosu|prosil~|prosim|govoril~|skazal~|mogli bi|mozete)( ME)* ne TO_CALL( ME)*",
        ),
        (
            "does not want you to call",
            "ne (hocu|zelaju|hotim) (\\w+ ){0,4}(zvonili|zvonil|zvonkov|zvonki|bespokoili)",
        ),
        ("gave no consent", "ne (daval~|dam|dal~|soglas~) .. (zvonk~|zvonit)"),
        ("remove my number", "REMOVE (moj|etot|nas|moi) (nomer|telefon|dannie)"),
        ("off the list", "REMOVE (menja|nas|moj nomer)( (iz|so|s) .. (spisk~|baz~))?"),
        ("forbids calls", "zaprescaju( (vam|mne))* TO_CALL"),
        ("leave me alone", "(ostav|ostavte) (menja|nas) v pokoe|otstan(te)? ot (menja|nas)", 0.85),
        ("declines calls", "otkazivajus ot( \\w+)? zvonk~"),
    ),
    _NAMES,
)
TABLE = OptOuts(
    same=synonyms({"": ", pozalujsta pozhaluysta nu uze uzhe prosto tut vas vasih vashih vasi vashi"}),
    orders=(),
    asks=_ASKS,
    after=russian_rules((("only at certain times or places", "WHEN"),), _NAMES),
    later=russian_rules(
        (("another number or time is given", "(zvonite|perezvonite|zvoni|perezvoni)"),), _NAMES
    ),
    before=russian_rules(
        (("only at certain times or places", "WHEN( ME)*$"),),
        _NAMES,
    ),
    subject=(),
    ways=(),
    asked=russian_rules(
        ((ASKED, "^(a |nu )?(kak|kogda|pocemu|cto|gde|zacem) .*"),),
        _NAMES,
    ),
)
