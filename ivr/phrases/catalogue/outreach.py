"""What is said in calls of ours, beside the texts of the campaign."""

from __future__ import annotations

from ivr.phrases.catalogue.phrase import phrase
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
PHRASES = (
    # When we call: who calls (O1), whether it is convenient (O2)
    phrase("introduce.who", _A.INTRODUCES, "Zvana {who}.", "This is {who}.", moving=("who",)),
    phrase(
        "introduce.automated",
        _A.INTRODUCES,
        "Ar Jums runā automātiskā balss.",
        "I am an automated assistant.",
    ),
    phrase("promise.asked", _A.REFERS, "Jūs lūdzāt Jums atzvanīt.", "You asked us to call you back."),
    phrase(
        "promise.agreed",
        _A.REFERS,
        "Mēs vienojāmies, ka piezvanīsim Jums vēlreiz.",
        "We agreed that we would call you again.",
    ),
    phrase("promise.given", _A.REFERS, "Mēs solījām Jums piezvanīt.", "We promised to call you."),
    phrase("promise.about", _A.REFERS, "Temats: {topic}.", "It is about: {topic}.", moving=("topic",)),
    phrase(
        "identity.ask",
        _A.ASKS_WHO,
        "Vai Jūs esat {person}?",
        "Am I speaking with {person}?",
        moving=("person",),
    ),
    phrase(
        "convenient.ask",
        _A.ASKS_CONVENIENCE,
        "Vai Jums šobrīd ir ērti runāt?",
        "Is it convenient for you to talk now?",
    ),
    phrase("reply.one", _A.OFFERS_CHOICE, "Ja jā, nospiediet viens.", "If yes, press one."),
    phrase("reply.two", _A.OFFERS_CHOICE, "Ja nē, nospiediet divi.", "If not, press two."),
    phrase(
        "never.offer",
        _A.OFFERS_CHOICE,
        "Ja nevēlaties saņemt mūsu zvanus, nospiediet deviņi.",
        "If you do not want us to call again, press nine.",
    ),
    phrase(
        "wrong.offer",
        _A.OFFERS_CHOICE,
        "Ja zvans nav domāts Jums, nospiediet astoņi.",
        "If this call is not meant for you, press eight.",
    ),
    phrase(
        "source.offer",
        _A.OFFERS_CHOICE,
        "Lai uzzinātu, no kurienes mums ir Jūsu numurs, nospiediet septiņi.",
        "To hear where we have your number from, press seven.",
    ),
    phrase(
        "source.promise",
        _A.INFORMS,
        "Jūsu numuru pierakstījām, kad vienojāmies par šo zvanu.",
        "We noted your number when we agreed on this call.",
    ),
    phrase(
        "disturbed.sorry", _A.APOLOGISES, "Atvainojiet par traucējumu.", "I am sorry to have disturbed you."
    ),
    phrase("never.kept", _A.CONFIRMS, "Mēs Jums vairs nezvanīsim.", "We will not call you again."),
    phrase(
        "wrong.sorry",
        _A.APOLOGISES,
        "Atvainojiet, mēs zvanījām uz nepareizu numuru.",
        "I am sorry, we called the wrong number.",
    ),
    # When we call: an assistant that asks who is calling
    phrase(
        "screening.who",
        _A.INTRODUCES,
        "Šis ir automātisks zvans no uzņēmuma {company}.",
        "This is an automated call from {company}.",
    ),
    phrase(
        "screening.promise",
        _A.INFORMS,
        "Zvanām, jo par šo zvanu vienojāmies.",
        "We are calling because we agreed on this call.",
    ),
    # When we call: questions and proposal (O4 to O7)
    phrase("matter.resume", _A.CONFIRMS, "Turpināsim tur, kur palikām.", "Let us go on where we stopped."),
    phrase(
        "question.option",
        _A.OFFERS_CHOICE,
        "{option} – nospiediet {key}.",
        "{option}: press {key}.",
        moving=("option", "key"),
    ),
    phrase(
        "question.range",
        _A.OFFERS_CHOICE,
        "Ievadiet skaitli no {least} līdz {most}.",
        "Key in a number from {least} to {most}.",
        moving=("least", "most"),
    ),
    phrase("question.end", _A.OFFERS_CHOICE, "Beigās nospiediet restīti.", "Then press the hash key."),
    phrase(
        "question.star",
        _A.OFFERS_PERSON,
        "Lai runātu ar darbinieku, nospiediet zvaigznīti un nulli.",
        "To speak to a person, press star and zero.",
    ),
    phrase(
        "question.day",
        _A.OFFERS_CHOICE,
        "Ievadiet dienu un mēnesi ar četriem cipariem.",
        "Key in the day and the month in four digits.",
    ),
    phrase(
        "question.hour",
        _A.OFFERS_CHOICE,
        "Ievadiet stundu un minūtes ar četriem cipariem.",
        "Key in the hour and the minutes in four digits.",
    ),
    phrase("question.words", _A.INVITES, "Lūdzu, runājiet pēc signāla.", "Please speak after the tone."),
    phrase(
        "question.noted", _A.CONFIRMS, "Jūsu atbilde: {answer}.", "Your answer: {answer}.", moving=("answer",)
    ),
    phrase(
        "question.recorded",
        _A.CONFIRMS,
        "Jūsu atbilde ir ierakstīta.",
        "Your answer has been recorded.",
    ),
    phrase(
        "question.skipped",
        _A.CONFIRMS,
        "Turpināsim bez šīs atbildes.",
        "Let us go on without this answer.",
    ),
    phrase(
        "again.entry.1",
        _A.ASKS_AGAIN,
        "Atvainojiet, šāda atbilde nav iespējama.",
        "I am sorry, that is not a possible answer.",
    ),
    phrase(
        "again.entry.2",
        _A.ASKS_AGAIN,
        "Lūdzu, ievadiet ciparus vēlreiz.",
        "Please key in the digits once more.",
    ),
    phrase(
        "again.words",
        _A.ASKS_AGAIN,
        "Atvainojiet, Jūsu atbildi nesadzirdēju.",
        "I am sorry, I did not hear your answer.",
    ),
    phrase(
        "proposal.yes",
        _A.OFFERS_CHOICE,
        "Ja tas Jums der, nospiediet viens.",
        "If that suits you, press one.",
    ),
    phrase("proposal.no", _A.OFFERS_CHOICE, "Ja neder, nospiediet divi.", "If it does not, press two."),
    phrase(
        "proposal.later",
        _A.OFFERS_CHOICE,
        "Ja vēlaties padomāt, nospiediet trīs.",
        "If you would like to think about it, press three.",
    ),
    phrase(
        "proposal.sorry",
        _A.APOLOGISES,
        "Atvainojiet, ka mūsu piedāvājums Jums neder.",
        "I am sorry that our proposal does not suit you.",
    ),
    phrase("proposal.noted", _A.AGREES, "Jūsu atbilde ir pierakstīta.", "Your answer has been noted."),
    phrase(
        "follow.message",
        _A.AGREES,
        "Jūsu atbildi saņems {department}.",
        "{department} will receive your answer.",
        ("department",),
    ),
    phrase("follow.call", _A.AGREES, "Mēs Jums piezvanīsim vēlreiz.", "We will call you again."),
    phrase(
        "follow.request",
        _A.AGREES,
        "Jūsu lūgumu saņems {department}.",
        "{department} will receive your request.",
        ("department",),
    ),
    # When we call: nobody could talk with the person
    phrase(
        "instead.call",
        _A.OFFERS_CHOICE,
        "Lai vienotos par citu laiku, nospiediet viens.",
        "To agree on another time, press one.",
    ),
    phrase(
        "instead.message",
        _A.OFFERS_CHOICE,
        "Lai atstātu ziņu, nospiediet divi.",
        "To leave a message, press two.",
    ),
    # When we call: the end, whatever happened (O8, B1)
    phrase(
        "farewell.thanks",
        _A.THANKS,
        "Uzņēmuma {company} vārdā pateicos par Jūsu laiku.",
        "Thank you for your time, on behalf of {company}.",
    ),
)
