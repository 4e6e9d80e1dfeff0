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
    phrase(
        "promise.about",
        _A.REFERS,
        "Zvanām šādā jautājumā: {topic}.",
        "It is about: {topic}.",
        moving=("topic",),
    ),
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
    phrase(
        "identity.other",
        _A.ASKS_WHO,
        "Vai šī persona ir sasniedzama pa šo numuru?",
        "Can that person be reached on this number?",
    ),
    phrase(
        "identity.private",
        _A.INFORMS,
        "To drīkstu pateikt tikai cilvēkam, kuram zvanām.",
        "I may tell that only to the person we are calling.",
    ),
    phrase("wait.gladly", _A.CONFIRMS, "Paldies, uzgaidīšu.", "Thank you, I will wait."),
    phrase("length.1", _A.INFORMS, "Tas aizņems apmēram vienu minūti.", "It takes about one minute."),
    phrase("length.2", _A.INFORMS, "Tas aizņems apmēram divas minūtes.", "It takes about two minutes."),
    phrase(
        "length.5", _A.INFORMS, "Tas aizņems ne vairāk kā piecas minūtes.", "It takes five minutes at most."
    ),
    phrase("length.10", _A.INFORMS, "Tas aizņems apmēram desmit minūtes.", "It takes about ten minutes."),
    phrase("length.yours", _A.INFORMS, "Cik ilgi runāsim, izlemsiet Jūs.", "It takes as long as you wish."),
    phrase(
        "again.plain.1",
        _A.ASKS_AGAIN,
        "Lai nekļūdītos: lūdzu, atbildiet ar jā vai nē.",
        "To be sure: please answer yes or no.",
    ),
    phrase(
        "again.plain.2",
        _A.ASKS_AGAIN,
        "Lūdzu, vēlreiz: jā vai nē?",
        "Once more, please: yes or no?",
    ),
    phrase(
        "again.clear.1",
        _A.ASKS_AGAIN,
        "Lai nekļūdītos: lūdzu, pasakiet to vēlreiz.",
        "To be sure: please say it once more.",
    ),
    phrase(
        "again.clear.2",
        _A.ASKS_AGAIN,
        "Lūdzu, atbildiet īsi.",
        "Please answer in few words.",
    ),
    phrase("again.anew", _A.ASKS_AGAIN, "Tad pajautāšu vēlreiz.", "Then I will ask once more."),
    phrase(
        "aside.person",
        _A.OFFERS_PERSON,
        "To zinās mūsu darbinieks: palūdziet, un es Jūs savienošu.",
        "One of our people can answer that: just ask to be connected.",
    ),
    phrase(
        "aside.again",
        _A.OFFERS_PERSON,
        "Par to Jums pastāstīs mūsu darbinieks, ja vēlēsieties.",
        "One of our people will tell you about that, if you wish.",
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
        "never.say",
        _A.OFFERS_CHOICE,
        "Ja nevēlaties saņemt mūsu zvanus, vienkārši pasakiet to.",
        "If you do not want us to call again, just say so.",
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
    phrase(
        "died.sorry",
        _A.APOLOGISES,
        "Lūdzu, pieņemiet mūsu visdziļāko līdzjūtību.",
        "I am very sorry for your loss.",
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
    phrase(
        "question.say_number",
        _A.OFFERS_CHOICE,
        "Lūdzu, nosauciet skaitli no {least} līdz {most}.",
        "Please say a number from {least} to {most}.",
        moving=("least", "most"),
    ),
    phrase("question.say_option", _A.OFFERS_CHOICE, "{options}?", "{options}?", moving=("options",)),
    phrase("question.say_day", _A.ASKS_AGAIN, "Kurā dienā?", "On which day?"),
    phrase("question.say_hour", _A.ASKS_AGAIN, "Cikos?", "At what time?"),
    phrase(
        "question.guess",
        _A.ASKS_AGAIN,
        "{answer}, vai pareizi?",
        "{answer}: is that right?",
        moving=("answer",),
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
        "question.regret",
        _A.UNDERSTANDS,
        "Man ļoti žēl, ka tā notika.",
        "I am sorry to hear that.",
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
    phrase(
        "instead.say",
        _A.OFFERS_CHOICE,
        "Vai vienosimies par citu laiku, vai atstāsiet ziņu?",
        "Shall we agree on another time, or take a message?",
    ),
    phrase("brief.asked", _A.BRIEFS, "Mums teica tā.", "This is what was said."),
    # When we call: the end, whatever happened (O8, B1)
    phrase(
        "farewell.thanks",
        _A.THANKS,
        "Uzņēmuma {company} vārdā pateicos par Jūsu laiku.",
        "Thank you for your time, on behalf of {company}.",
    ),
)
