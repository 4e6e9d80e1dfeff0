"""What callers say, in the languages of the product: of ways that are offered, and whole utterances."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.scene import CALLBACK, MESSAGE, PERSON
from ivr.understanding.patterns import Pattern, compiled

Ways = Mapping[str, tuple[str, ...]]  # way → its wordings, for ``choose``

SEND, ANEW = "send", "anew"
NOW, KEEP, CANCEL = "now", "keep", "cancel"

# Instead of a department that cannot be reached.
WAYS: Mapping[str, Ways] = {
    "lv": {
        MESSAGE: ("atstāt ziņu", "ierunāt ziņu", "pateikt ziņu", "nodot ziņu"),
        CALLBACK: ("atzvaniet man", "piezvaniet man", "atzvanīšana", "lai man atzvana"),
        PERSON: ("darbinieks", "cilvēks", "operators", "kāds cits"),
    },
    "en": {
        MESSAGE: ("leave a message", "record a message", "voice message"),
        CALLBACK: ("call me back", "ring me back", "a callback", "phone me"),
        PERSON: ("a person", "the operator", "somebody else"),
    },
}
# Away from there, to the main menu.
BACK: Mapping[str, frozenset[str]] = {
    "lv": frozenset(
        {"galvenā izvēlne", "uz galveno izvēlni", "uz sākumu", "atpakaļ", "cita nodaļa", "citu nodaļu"}
    ),
    "en": frozenset({"main menu", "the main menu", "go back", "back", "start again", "another department"}),
}
# Of the message that was just recorded.
MESSAGES: Mapping[str, Ways] = {
    "lv": {
        SEND: ("sūtīt", "nosūtīt ziņu", "sūtiet", "nosūtiet", "ir labi", "viss pareizi"),
        ANEW: ("no jauna", "ierunāt vēlreiz", "vēlreiz", "nesūtiet", "no sākuma"),
    },
    "en": {
        SEND: ("send it", "it is fine", "that is good", "keep it", "correct"),
        ANEW: ("record it again", "again", "anew", "from the beginning", "start over", "once more", "redo"),
    },
}
# Of the call that was promised.
PROMISES: Mapping[str, Ways] = {
    "lv": {
        NOW: ("tagad", "uzreiz"),
        KEEP: ("norunātais laiks", "kā norunāts", "lai paliek", "gaidīšu"),
        CANCEL: ("atcelt", "atceliet", "vairs nevajag", "nav vajadzīgs"),
    },
    "en": {
        NOW: ("now", "right away", "straight away"),
        KEEP: ("keep the agreed time", "as agreed", "leave it", "wait"),
        CANCEL: ("cancel", "any more", "not needed"),
    },
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nothing but words of greeting: the caller has not said yet what it is about.
GREETINGS = _words("labdien labrīt labvakar sveiki sveicināti hallo allo hello hi hey")
HELLO = GREETINGS | _words(
    "čau labu dienu jums good morning afternoon evening day there sorry pardon atvainojiet piedodiet"
)
# Words that end a talk, and those that may stand beside them where nothing else is said: that is all.
ENDING: Mapping[str, frozenset[str]] = {
    "lv": _words("paldies pateicos viss"),
    "en": _words("thanks thank cheers it everything done"),
}
# Whoever says this and no more, wants nothing after all.
_IDLE = {
    "lv": "(piedodiet|atvainojiet|paldies|ludzu|ne|nu|vairs|tad|labi|liels|jums|ak|o|tomer|es)",
    "en": "(sorry|thanks|thank|you|no|oh|ah|well|please|then|now|actually|so|very|much|i am|im|its)",
}
_WANTS_NOTHING = {
    "lv": "(neko|nekas|(man )?(vairs )?neko (vairs )?(nevajag|negribu|nevelos)|nav svarigi|kludijos"
    "|pardomaju|esmu pardomaj(is|usi)|(ta ir )?mana kluda|(atvainojiet|piedodiet) par trauc(ejumu|esanu))",
    "en": "(nothing( (else|at all|really))?|i (dont|do not) (need|want) anything( (else|any ?more|at all))?"
    "|(i )?(have |ive )?changed my mind|((it was|its) )?my mistake"
    "|to (have )?(bother|bothered|disturb) you"
    "|never ?mind|forget it|(it is|its) (nothing|not important))",
}
NOTHING: Mapping[str, Pattern] = {
    language: compiled(f"({_IDLE[language]} )*{nothing}( {_IDLE[language]})*", {})
    for language, nothing in _WANTS_NOTHING.items()
}
COURTESY: Mapping[str, frozenset[str]] = {
    "lv": _words(
        "liels lielu jums tev par palīdzību atbildi informāciju jā labi skaidrs tas arī bija lieliski jauki"
        " ļoti tad nu šobrīd nē"
        " palīdzējāt izpalīdzējāt noderēja noderīgi laipni patīkami esat bijāt saprotu sapratu lieliska"
    ),
    "en": _words(
        "you very much a lot so many ok okay alright right great good perfect lovely wonderful yes well then"
        " that this was is s all for your the help helping now i m no nothing else more"
        " have has ve been helpful kind friendly patient nice useful really truly indeed appreciate"
    ),
}
