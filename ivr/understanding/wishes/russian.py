"""Russian, as it is mixed in."""

from __future__ import annotations

from collections.abc import Iterable

from ivr.understanding.patterns import Row
from ivr.understanding.russian import russian_rules, russian_vocabulary
from ivr.understanding.utterance import synonyms
from ivr.understanding.wishes.table import Kind, Wish, Wishes, Wording

_NAMES = russian_vocabulary(PERSON="(operator~|celovek~|zivogo|zivoj|sotrudnik~|menedzer~|konsultant~)")


def _wordings(wish: Wish, table: Iterable[Row]) -> tuple[Wording, ...]:
    return tuple(Wording(wish, rule) for rule in russian_rules(table, _NAMES))


_K = Kind
TABLE = Wishes(
    same=synonyms({"": ", pozalujsta pozhaluysta pozaluista nu a"}),
    wordings=(
        *_wordings(
            Wish(_K.WRONG_PERSON),
            (
                (
                    "wrong number",
                    "osiblis( nomerom)?|(ne tuda|ne po tomu nomeru) (popali|zvonite)|nepravilnij nomer",
                ),
            ),
        ),
        *_wordings(
            Wish(_K.PERSON),
            (
                ("a person", "BEGIN (zivoj |zivogo )?PERSON END"),
                (
                    "to speak with a person",
                    (
                        "(soedinite|pozovite|dajte|perekljucite|hocu|mozno|nuzen|perevedite)( (menja|mne"
                        "|govorit|pogovorit|s|so|na|k))* PERSON"
                    ),
                ),
            ),
        ),
        *_wordings(
            Wish(_K.LANGUAGE, "ru"),
            (
                ("in that language", "po ruski|po russki|na ruskom|na russkom"),
                (
                    "does not speak that language",
                    "ne (govorju|ponimaju|znaju) (po |na )?(latis|anglijsk|latvijsk)~",
                ),
            ),
        ),
        *_wordings(Wish(_K.LANGUAGE, "en"), (("in that language", "po anglijski|na anglijskom"),)),
        *_wordings(
            Wish(_K.LANGUAGE, "lv"),
            (("in that language", "(govorite|mozno|davajte) (po latiski|na latiskom)"),),
        ),
        *_wordings(
            Wish(_K.SOURCE),
            (
                (
                    "where from",
                    (
                        "otkuda (u )?(vas|vi|tebja)( (est|vzjali|znaete))* moj (nomer|telefon)|gde vi"
                        " vzjali moj nomer"
                    ),
                ),
            ),
        ),
        *_wordings(Wish(_K.SLOWER), (("slower", "pomedlenn?ee|medlenn?ee|ne tak bistro"),)),
        *_wordings(Wish(_K.LOUDER), (("louder", "pogromce|gromce|(vas |nicego )?ne (slisno|slisu)( vas)?"),)),
        *_wordings(
            Wish(_K.REPEAT),
            (
                (
                    "repeat",
                    (
                        "povtorite|esco raz|esce raz|escjo raz|jesco raz|cto vi (skazali|govorite)|ne"
                        " (rassli|raslis)~"
                    ),
                ),
            ),
        ),
        *_wordings(Wish(_K.ROBOT), (("is this a robot", "(vi|eto|ti) (robot|avtomat|masina)"),)),
        *_wordings(Wish(_K.WHO), (("who calls", "kto (eto|zvonit|vi|govorit)"),)),
        *_wordings(Wish(_K.GOODBYE), (("goodbye", "do svidanij?a|BEGIN poka END|vsego (dobrogo|horosego)"),)),
    ),
)
