"""What callers say, in the languages of the product: of ways that are offered, and whole utterances."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.scene import CALLBACK, MESSAGE, PERSON

Ways = Mapping[str, tuple[str, ...]]  # way → its wordings, for ``choose``

BACK, SEND, ANEW = "back", "send", "anew"
NOW, KEEP, CANCEL = "now", "keep", "cancel"

# Instead of a department that cannot be reached.
WAYS: Mapping[str, Ways] = {
    "lv": {
        MESSAGE: ("atstāt ziņu", "ierunāt ziņu", "pateikt ziņu", "nodot ziņu"),
        CALLBACK: ("atzvaniet man", "piezvaniet man vēlāk", "atzvanīšana", "lai man atzvana"),
        PERSON: ("darbinieks", "cilvēks", "operators", "kāds cits"),
        BACK: ("galvenā izvēlne", "uz sākumu", "atpakaļ"),
    },
    "en": {
        MESSAGE: ("leave a message", "record a message", "voice message"),
        CALLBACK: ("call me back", "ring me back", "a callback", "phone me later"),
        PERSON: ("a person", "the operator", "somebody else"),
        BACK: ("main menu", "go back", "start again"),
    },
}
# Of the message that was just recorded.
MESSAGES: Mapping[str, Ways] = {
    "lv": {
        SEND: ("sūtīt", "nosūtīt ziņu", "sūtiet", "nosūtiet", "ir labi", "viss pareizi"),
        ANEW: ("no jauna", "ierunāt vēlreiz", "vēlreiz", "pārrunāt", "no sākuma"),
    },
    "en": {
        SEND: ("send it", "it is fine", "that is good", "keep it", "correct"),
        ANEW: ("record it again", "again", "anew", "from the beginning", "start over", "once more", "redo"),
    },
}
# Of the call that was promised.
PROMISES: Mapping[str, Ways] = {
    "lv": {
        NOW: ("tagad", "runāsim tagad", "uzreiz"),
        KEEP: ("paliekam pie norunātā laika", "kā norunāts", "vēlāk", "lai paliek", "gaidīšu zvanu"),
        CANCEL: ("atcelt zvanu", "atceliet", "zvanu vairs nevajag", "nav vajadzīgs"),
    },
    "en": {
        NOW: ("now", "talk now", "right away", "straight away"),
        KEEP: ("keep the agreed time", "as agreed", "later", "leave it", "I will wait for the call"),
        CANCEL: ("cancel the call", "cancel it", "no longer need the call", "not needed any more"),
    },
}


def _whole(text: str) -> frozenset[str]:
    """Whole utterances, parted by strokes."""
    return frozenset(text.split("|"))


# Nothing but a greeting: the caller has not said yet what it is about.
HELLO: Mapping[str, frozenset[str]] = {
    "lv": _whole("labdien|labrīt|labvakar|sveiki|sveicināti|čau|hallo|allo|jā labdien|labdien jums"),
    "en": _whole(
        "hello|hi|hey|good morning|good afternoon|good evening|good day|hello there|hi there|yes hello"
    ),
}
# Nothing but thanks, after an answer: that is all.
THANKS: Mapping[str, frozenset[str]] = {
    "lv": _whole(
        "paldies|liels paldies|paldies jums|paldies par palīdzību|labi paldies|skaidrs paldies|viss"
    ),
    "en": _whole(
        "thank you|thanks|many thanks|thank you very much|thanks a lot|thank you so much|okay thank you"
        "|ok thanks|great thanks|great thank you|that s it|that is it|i m done"
    ),
}
