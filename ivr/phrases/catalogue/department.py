"""What a department hears before it takes a call."""

from __future__ import annotations

from ivr.phrases.catalogue.phrase import phrase
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
PHRASES = (
    phrase("brief.number", _A.BRIEFS, "Zvans uz numuru {line}.", "A call to {line}.", moving=("line",)),
    phrase(
        "brief.language", _A.BRIEFS, "Sarunas valoda: {tongue}.", "The caller speaks {tongue}.", ("tongue",)
    ),
    phrase("brief.topic", _A.BRIEFS, "Temats: {name}.", "It is about: {name}.", ("choice",)),
    phrase("brief.said", _A.BRIEFS, "Zvanītājs teica tā.", "The caller said this."),
    phrase("brief.words", _A.BRIEFS, "{words}.", "{words}.", moving=("words",)),
    phrase("brief.caller", _A.BRIEFS, "Zvana {caller}.", "The caller is {caller}.", moving=("caller",)),
    phrase("brief.withheld", _A.BRIEFS, "Zvanītāja numurs ir slēpts.", "The caller's number is withheld."),
    phrase(
        "brief.our_call",
        _A.BRIEFS,
        "Mēs zvanījām uz numuru {number}.",
        "We called {number}.",
        moving=("number",),
    ),
    phrase("brief.promised", _A.BRIEFS, "Šis zvans bija apsolīts.", "This call was promised."),
    phrase("brief.wants_call", _A.BRIEFS, "Lūdz piezvanīt.", "Would like to be called."),
    phrase("brief.person", _A.BRIEFS, "Vārds: {person}.", "The name is {person}.", moving=("person",)),
    phrase("brief.matter", _A.BRIEFS, "Temats: {topic}.", "It is about: {topic}.", moving=("topic",)),
    phrase("brief.answer", _A.BRIEFS, "Atbilde: {answer}.", "The answer is: {answer}.", moving=("answer",)),
    phrase(
        "brief.accept",
        _A.OFFERS_CHOICE,
        "Lai pieņemtu zvanu, nospiediet viens.",
        "To take the call, press one.",
    ),
    phrase("brief.decline", _A.OFFERS_CHOICE, "Lai atteiktos, nospiediet divi.", "To decline it, press two."),
)
