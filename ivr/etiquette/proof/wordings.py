"""Words by which people say what the proof only takes as meant, so that a call can really be held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.company.models import Company
from ivr.conversation.meaning import Meaning
from ivr.conversation.moves import Signal
from ivr.conversation.spoken import examples
from ivr.conversation.targets import CALL, id_of

_N = Signal
Table = Mapping[Signal, tuple[str, ...]]

_SAID: Mapping[str, Table] = {
    "en": {
        _N.PERSON: ("I want to talk to a person",),
        _N.OUR_PERSON: ("I want to talk to a person",),
        _N.REPEAT: ("say that again, please",),
        _N.LANGUAGE: ("could you speak Latvian, please",),
        _N.NO_SUCH_LANGUAGE: ("could you speak Russian, please",),
        _N.NO_MEANING: ("hm", "no idea what that is"),
        _N.HELLO: ("good afternoon", "one moment, please"),
        _N.OPTIONS: ("what are my options",),
        _N.BEYOND: ("who won the election", "do you sell elephants"),
        _N.BEYOND_AGAIN: ("who won the election", "do you sell elephants"),
        _N.GOODBYE: ("goodbye",),
        _N.OUR_GOODBYE: ("goodbye",),
        _N.NO_MORE_CALLS: ("never call me again",),
        _N.OPT_OUT: ("never call me again",),
        _N.PERHAPS_NEVER: ("no more",),
        _N.WHO: ("who is speaking?",),
        _N.SOURCE: ("who gave you my number?",),
        _N.WRONG_PERSON: ("you have the wrong number",),
        _N.DIED: ("she died last month",),
        _N.MORE: ("yes", "yes, please"),
        _N.THAT_IS_ALL: ("no, thank you",),
        _N.NONE_OF_THEM: ("neither of them", "no, nothing"),
        _N.LEAVE_MESSAGE: ("I would like to leave a message",),
        _N.CALL_BACK: ("call me back, please",),
        _N.MAY_CALL: ("no",),
        _N.SEND: ("send it",),
        _N.ANEW: ("again, from the beginning",),
        _N.TALK_NOW: ("now", "yes"),
        _N.KEEP_TIME: ("no", "as agreed"),
        _N.NOT_NEEDED: ("cancel the call",),
        _N.NOT_THAT: ("no",),
        _N.OTHER_TIME: ("another time",),
        _N.RIGHT: ("yes",),
        _N.NOT_RIGHT: ("no",),
        _N.NOT_RIGHT_KEYED: ("no",),
        _N.CHOSE_SLOT: ("the first one",),
        _N.SAID_TIME: ("tomorrow at ten in the morning",),
        _N.IT_IS_ME: ("yes, speaking", "yes"),
        _N.NOT_ME: ("no",),
        _N.CONVENIENT: ("yes",),
        _N.NOT_CONVENIENT: ("no, not now", "I have no time"),
        _N.HOLD_ON: ("one moment, please",),
        _N.ASKS_ABOUT: ("what is it about?",),
        _N.ASKS_HOW_LONG: ("how long does it take?",),
        _N.ASKS_BACK: ("how much does it cost?",),
        _N.NOT_FOR_OTHERS: ("what is it about?",),
        _N.NO_ANSWER: ("I don't want to answer that",),
        _N.COMPLAINS: ("it was terrible",),
        _N.YES: ("yes",),
        _N.NO: ("no",),
        _N.LATER: ("let me think about it",),
        _N.WANTS_NEITHER: ("no, nothing, thank you",),
        _N.PERSON_CAME: ("hello?",),
        _N.NOBODY_CAME: ("he is not available", "goodbye"),
        _N.SCREENING: ("who is calling?",),
        _N.ANSWER: ("yes", "the first one", "five", "tomorrow at ten in the morning"),
    },
    "lv": {
        _N.PERSON: ("vēlos runāt ar cilvēku",),
        _N.OUR_PERSON: ("vēlos runāt ar cilvēku",),
        _N.REPEAT: ("atkārtojiet, lūdzu",),
        _N.LANGUAGE: ("vai varam runāt angliski",),
        _N.NO_SUCH_LANGUAGE: ("vai varam runāt krieviski",),
        _N.NO_MEANING: ("mhm", "nezinu, kas tas ir"),
        _N.HELLO: ("labdien", "vienu mirkli, lūdzu"),
        _N.OPTIONS: ("kādas ir iespējas",),
        _N.BEYOND: ("kas uzvarēja vēlēšanās", "vai jūs pārdodat ziloņus"),
        _N.BEYOND_AGAIN: ("kas uzvarēja vēlēšanās", "vai jūs pārdodat ziloņus"),
        _N.GOODBYE: ("uz redzēšanos",),
        _N.OUR_GOODBYE: ("uz redzēšanos",),
        _N.NO_MORE_CALLS: ("nekad vairs man nezvaniet",),
        _N.OPT_OUT: ("nekad vairs man nezvaniet",),
        _N.WHO: ("kas runā?",),
        _N.SOURCE: ("kas jums iedeva manu numuru?",),
        _N.WRONG_PERSON: ("jūs esat sajaucis numuru", "nepareizs numurs"),
        _N.DIED: ("viņa ir mirusi",),
        _N.MORE: ("jā", "jā, lūdzu"),
        _N.THAT_IS_ALL: ("nē, paldies",),
        _N.NONE_OF_THEM: ("nevienu", "nē, neko"),
        _N.LEAVE_MESSAGE: ("vēlos atstāt ziņu",),
        _N.CALL_BACK: ("atzvaniet man, lūdzu",),
        _N.MAY_CALL: ("nē",),
        _N.SEND: ("sūtiet",),
        _N.ANEW: ("vēlreiz no sākuma",),
        _N.TALK_NOW: ("tagad", "jā"),
        _N.KEEP_TIME: ("nē", "kā norunāts"),
        _N.NOT_NEEDED: ("atceliet zvanu",),
        _N.NOT_THAT: ("nē",),
        _N.OTHER_TIME: ("citu laiku",),
        _N.RIGHT: ("jā",),
        _N.NOT_RIGHT: ("nē",),
        _N.NOT_RIGHT_KEYED: ("nē",),
        _N.CHOSE_SLOT: ("pirmo",),
        _N.SAID_TIME: ("rīt desmitos no rīta",),
        _N.IT_IS_ME: ("jā, tas esmu es", "jā"),
        _N.NOT_ME: ("nē",),
        _N.CONVENIENT: ("jā",),
        _N.NOT_CONVENIENT: ("nē, ne tagad", "man nav laika"),
        _N.HOLD_ON: ("vienu mirkli, lūdzu",),
        _N.ASKS_ABOUT: ("par ko ir runa?",),
        _N.ASKS_HOW_LONG: ("cik ilgi tas būs?",),
        _N.ASKS_BACK: ("cik tas maksā?",),
        _N.NOT_FOR_OTHERS: ("par ko ir runa?",),
        _N.NO_ANSWER: ("nevēlos atbildēt",),
        _N.COMPLAINS: ("tas bija briesmīgi",),
        _N.YES: ("jā",),
        _N.NO: ("nē",),
        _N.LATER: ("man jāpadomā",),
        _N.WANTS_NEITHER: ("nē, neko, paldies",),
        _N.PERSON_CAME: ("hallo?",),
        _N.NOBODY_CAME: ("viņš nav pieejams", "uz redzēšanos"),
        _N.SCREENING: ("kas zvana?",),
        _N.ANSWER: ("jā", "pirmo", "pieci", "rīt desmitos no rīta"),
    },
}
_CALLS = {"en": "call me back, please", "lv": "atzvaniet man, lūdzu"}


def candidates(company: Company, language: str, meaning: Meaning) -> Iterator[str]:
    """What may be said for it in that language, the likeliest to be understood first."""
    if meaning.manner:
        yield meaning.words
    about = meaning.target or next(iter(meaning.between), "")
    yield from _of_target(company, language, about)
    yield from _SAID.get(language, {}).get(meaning.signal, ())


def _of_target(company: Company, language: str, target: str) -> Iterator[str]:
    if target.startswith(CALL):
        called = examples(company, f"department {id_of(target)}", language)
        yield _CALLS[language]
        yield from (f"{_CALLS[language]}, {words}" for words in called)
    elif target:
        yield from examples(company, target, language)
