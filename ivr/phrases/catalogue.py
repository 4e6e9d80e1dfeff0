"""Every sentence the product can say: its id, its speech act, its words in each language.

Formal address, one idea a sentence. A company replaces the words of any phrase in its file (``wording``),
for all uses of it (``menu.choice``) or for one (``menu.choice.sales.1``).

A phrase may be *about* things of the company (a department, a key of the menu): those are known when the
file is loaded, so the sentence is rendered ahead and may be recorded by a voice actor. Whatever is known only
during a call (a time, a telephone number) is *moving*.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from ivr.phrases.sentence import SpeechAct

# What each thing a phrase can be about contributes to its words. "company" is always there.
ABOUT: Mapping[str, frozenset[str]] = {
    "hello": frozenset({"hello"}),  # part of the day: morning, day, evening
    "number": frozenset({"name"}),  # who introduces itself: "company" or a department
    "department": frozenset({"department", "connect_as"}),
    "choice": frozenset({"name"}),  # what a menu offers: a department, a group or an answer
    "group": frozenset({"name"}),
    "key": frozenset({"key"}),
    "week": frozenset({"week"}),  # the opening hours in words
    "tongue": frozenset({"tongue"}),  # a language, named in the language that is spoken
}


@dataclass(frozen=True)
class Phrase:
    """A sentence in waiting."""

    id: str  # e.g. "menu.choice"
    act: SpeechAct
    texts: Mapping[str, str]  # language → words with {parameters}
    about: tuple[str, ...] = ()  # keys of ABOUT, in the order of the suffixes of the sentence's id
    moving: tuple[str, ...] = ()  # parameters known only during a call

    @property
    def parameters(self) -> frozenset[str]:
        """Every parameter that its words may use."""
        return frozenset({"company", *self.moving}).union(*(ABOUT[thing] for thing in self.about))


def placeholders(text: str) -> frozenset[str]:
    """Names in braces in ``text``. Raises ValueError where the braces do not match."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _phrase(
    name: str, act: SpeechAct, lv: str, en: str, about: tuple[str, ...] = (), moving: tuple[str, ...] = ()
) -> Phrase:
    return Phrase(name, act, {"lv": lv, "en": en}, about, moving)


_A = SpeechAct
_PHRASES = (
    # The answer (I1, I2, I3)
    _phrase("greeting.company", _A.GREETS, "{company}, {hello}!", "{company}, {hello}.", ("hello",)),
    _phrase(
        "greeting.department",
        _A.GREETS,
        "{company}, {department}, {hello}!",
        "{company}, {department}, {hello}.",
        ("department", "hello"),
    ),
    _phrase(
        "introduction",
        _A.INTRODUCES,
        "Mani sauc {name}, un es esmu automātiskā balss.",
        "My name is {name}, and I am an automated assistant.",
        ("number",),
    ),
    _phrase("notice.recording", _A.NOTIFIES, "Saruna tiek ierakstīta.", "This call is recorded."),
    _phrase("help.offer", _A.OFFERS_HELP, "Kā varu Jums palīdzēt?", "How can I help you?"),
    # Menus (I4, B4)
    _phrase("menu.group", _A.CONFIRMS, "{name}.", "{name}.", ("group",)),
    _phrase(
        "menu.choice",
        _A.OFFERS_CHOICE,
        "{name} – nospiediet {key}.",
        "{name}: press {key}.",
        ("choice", "key"),
    ),
    _phrase(
        "menu.back",
        _A.OFFERS_CHOICE,
        "Galvenā izvēlne – nospiediet deviņi.",
        "For the main menu, press nine.",
    ),
    _phrase(
        "menu.person",
        _A.OFFERS_PERSON,
        "Lai runātu ar darbinieku, nospiediet nulli.",
        "To speak to a person, press zero.",
    ),
    _phrase(
        "menu.language",
        _A.OFFERS_CHOICE,
        "Latviešu valodā – nospiediet restīti.",
        "For English, press the hash key.",
    ),
    _phrase(
        "menu.repeat",
        _A.OFFERS_CHOICE,
        "Lai noklausītos vēlreiz, nospiediet zvaigznīti.",
        "To hear this again, press the star key.",
    ),
    # Asking again, each time in other words (I4)
    _phrase(
        "again.silence.1",
        _A.ASKS_AGAIN,
        "Atvainojiet, es neko nesadzirdēju.",
        "I am sorry, I did not hear anything.",
    ),
    _phrase(
        "again.silence.2",
        _A.ASKS_AGAIN,
        "Lūdzu, nospiediet kādu no tālruņa taustiņiem.",
        "Please press one of the keys of your telephone.",
    ),
    _phrase(
        "again.wrong.1",
        _A.ASKS_AGAIN,
        "Atvainojiet, šādas izvēles nav.",
        "I am sorry, that is not one of the choices.",
    ),
    _phrase(
        "again.wrong.2",
        _A.ASKS_AGAIN,
        "Lūdzu, noklausieties izvēles vēlreiz.",
        "Please listen to the choices once more.",
    ),
    _phrase("again.repeat", _A.CONFIRMS, "Labprāt atkārtoju.", "Gladly, once more."),
    _phrase("language.changed", _A.CONFIRMS, "Turpinām latviski.", "Let us continue in English."),
    # Putting through (I5)
    _phrase(
        "connect.department",
        _A.CONNECTS,
        "Savienoju Jūs {connect_as}.",
        "I am connecting you {connect_as}.",
        ("department",),
    ),
    _phrase("connect.wait", _A.CONNECTS, "Lūdzu, brīdi uzgaidiet.", "Please hold the line for a moment."),
    # Not reached: always an apology, then a way on (I5)
    _phrase(
        "sorry.closed",
        _A.APOLOGISES,
        "Atvainojiet, {department} šobrīd nestrādā.",
        "I am sorry, {department} is closed at the moment.",
        ("department",),
    ),
    _phrase("closed.holiday", _A.INFORMS, "Šodien ir {holiday}.", "Today is {holiday}.", moving=("holiday",)),
    _phrase(
        "closed.until",
        _A.INFORMS,
        "Mēs atkal strādāsim {when}.",
        "We are open again {when}.",
        moving=("when",),
    ),
    _phrase(
        "sorry.busy",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd visi darbinieki ir aizņemti.",
        "I am sorry, everybody is busy at the moment.",
    ),
    _phrase(
        "sorry.no_answer",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd neviens neatbild.",
        "I am sorry, nobody is answering at the moment.",
    ),
    _phrase(
        "sorry.declined",
        _A.APOLOGISES,
        "Atvainojiet, darbinieks šobrīd nevar pieņemt Jūsu zvanu.",
        "I am sorry, our colleague cannot take your call just now.",
    ),
    _phrase(
        "sorry.unavailable",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd nav iespējams Jūs savienot.",
        "I am sorry, I cannot connect you at the moment.",
    ),
    _phrase(
        "sorry.left",
        _A.APOLOGISES,
        "Atvainojiet, ka Jums bija jāgaida.",
        "I am sorry that you had to wait.",
    ),
    _phrase(
        "choice.message",
        _A.OFFERS_CHOICE,
        "Lai atstātu ziņu, nospiediet viens.",
        "To leave a message, press one.",
    ),
    _phrase(
        "choice.department",
        _A.OFFERS_CHOICE,
        "{department} – nospiediet {key}.",
        "{department}: press {key}.",
        ("department", "key"),
    ),
    _phrase(
        "choice.callback",
        _A.OFFERS_CHOICE,
        "Lai mēs Jums piezvanītu, nospiediet četri.",
        "For us to call you back, press four.",
    ),
    # Agreeing on a time (O3, I5)
    _phrase("slots.ask", _A.ASKS_TIME, "Kad Jums piezvanīt?", "When shall we call you?"),
    _phrase(
        "slots.offer",
        _A.OFFERS_CHOICE,
        "{when} – nospiediet {key}.",
        "{when}: press {key}.",
        moving=("when", "key"),
    ),
    _phrase(
        "slots.other", _A.OFFERS_CHOICE, "Citā laikā – nospiediet četri.", "For another time, press four."
    ),
    _phrase(
        "entry.day",
        _A.INFORMS,
        "Piemēram, trešo decembri ievadiet kā nulle trīs viens divi.",
        "For example, the third of December is zero three one two.",
    ),
    _phrase(
        "entry.hour",
        _A.INFORMS,
        "Piemēram, pulksten deviņi trīsdesmit ir nulle deviņi trīs nulle.",
        "For example, nine thirty in the morning is zero nine three zero.",
    ),
    _phrase("time.right", _A.CONFIRMS, "{when}, vai pareizi?", "{when}: is that right?", moving=("when",)),
    _phrase(
        "time.nearest",
        _A.CONFIRMS,
        "Varam piezvanīt {when}, vai tas Jums der?",
        "We can call you {when}: does that suit you?",
        moving=("when",),
    ),
    _phrase(
        "time.promised",
        _A.AGREES,
        "Paldies, mēs Jums piezvanīsim norunātajā laikā.",
        "Thank you, we will call you at the agreed time.",
    ),
    _phrase(
        "time.taken",
        _A.APOLOGISES,
        "Atvainojiet, šis laiks tikko tika aizņemts.",
        "I am sorry, that time has just been taken.",
    ),
    _phrase(
        "time.none",
        _A.APOLOGISES,
        "Atvainojiet, tuvākajās dienās brīva laika nav.",
        "I am sorry, there is no free time in the coming days.",
    ),
    _phrase(
        "time.not_found",
        _A.APOLOGISES,
        "Atvainojiet, mums neizdevās vienoties par laiku.",
        "I am sorry, we could not agree on a time.",
    ),
    _phrase(
        "refused.no_such_date",
        _A.APOLOGISES,
        "Atvainojiet, šāda datuma nav.",
        "I am sorry, there is no such date.",
    ),
    _phrase(
        "refused.no_such_time",
        _A.APOLOGISES,
        "Atvainojiet, šāda pulksteņa laika nav.",
        "I am sorry, there is no such time of day.",
    ),
    _phrase(
        "refused.gap",
        _A.APOLOGISES,
        "Atvainojiet, tajā naktī šāda laika nav, jo pulksteņi tiek pagriezti uz priekšu.",
        "I am sorry, that hour is skipped when the clocks go forward.",
    ),
    _phrase(
        "refused.past",
        _A.APOLOGISES,
        "Atvainojiet, šis laiks jau ir pagājis.",
        "I am sorry, that time has already passed.",
    ),
    _phrase(
        "refused.too_soon",
        _A.APOLOGISES,
        "Atvainojiet, tik drīz mēs nevaram piezvanīt.",
        "I am sorry, we cannot call you so soon.",
    ),
    _phrase(
        "refused.too_far",
        _A.APOLOGISES,
        "Atvainojiet, tik tālu uz priekšu mēs nevaram vienoties.",
        "I am sorry, we cannot agree on a time so far ahead.",
    ),
    _phrase(
        "refused.holiday",
        _A.APOLOGISES,
        "Atvainojiet, tajā dienā mēs svētku dēļ nestrādājam.",
        "I am sorry, we are closed on that public holiday.",
    ),
    _phrase(
        "refused.closed_day",
        _A.APOLOGISES,
        "Atvainojiet, tajā dienā mēs nestrādājam.",
        "I am sorry, we are closed on that day.",
    ),
    _phrase(
        "refused.no_hours",
        _A.APOLOGISES,
        "Atvainojiet, tajā dienā mēs nevaram piezvanīt.",
        "I am sorry, we cannot call you on that day.",
    ),
    _phrase(
        "refused.outside_hours",
        _A.APOLOGISES,
        "Atvainojiet, tajā laikā mēs nestrādājam.",
        "I am sorry, we are closed at that time.",
    ),
    _phrase(
        "refused.outside_window",
        _A.APOLOGISES,
        "Atvainojiet, tajā laikā mēs nezvanām.",
        "I am sorry, we do not call people at that time.",
    ),
    _phrase(
        "refused.between",
        _A.APOLOGISES,
        "Atvainojiet, tieši tajā laikā mēs nevaram piezvanīt.",
        "I am sorry, we cannot call you at exactly that time.",
    ),
    _phrase(
        "refused.full",
        _A.APOLOGISES,
        "Atvainojiet, šis laiks jau ir aizņemts.",
        "I am sorry, that time is already taken.",
    ),
    _phrase(
        "refused.name",
        _A.INFORMS,
        "Tajā dienā ir {holiday}.",
        "That day is {holiday}.",
        moving=("holiday",),
    ),
    # Somebody rings in before the call that we promised
    _phrase(
        "expected.promise",
        _A.REFERS,
        "Mēs solījām Jums piezvanīt {when}.",
        "We promised to call you {when}.",
        moving=("when",),
    ),
    _phrase(
        "expected.now",
        _A.OFFERS_CHOICE,
        "Lai par to runātu tagad, nospiediet viens.",
        "To talk about it now, press one.",
    ),
    _phrase(
        "expected.keep",
        _A.OFFERS_CHOICE,
        "Lai paliktu pie norunātā laika, nospiediet divi.",
        "To keep the agreed time, press two.",
    ),
    _phrase(
        "expected.cancel",
        _A.OFFERS_CHOICE,
        "Ja zvans vairs nav vajadzīgs, nospiediet trīs.",
        "If you no longer need the call, press three.",
    ),
    _phrase(
        "expected.stands",
        _A.CONFIRMS,
        "Norunātais laiks paliek spēkā.",
        "The agreed time stands.",
    ),
    _phrase(
        "expected.cancelled",
        _A.CONFIRMS,
        "Norunātais zvans ir atcelts.",
        "The agreed call is cancelled.",
    ),
    # Messages
    _phrase(
        "message.invite",
        _A.INVITES,
        "Lūdzu, atstājiet ziņu pēc signāla.",
        "Please leave your message after the tone.",
    ),
    _phrase(
        "message.end",
        _A.INVITES,
        "Beigās nospiediet jebkuru taustiņu.",
        "When you have finished, press any key.",
    ),
    _phrase(
        "message.empty",
        _A.APOLOGISES,
        "Atvainojiet, Jūsu ziņu nesadzirdēju.",
        "I am sorry, I did not hear your message.",
    ),
    _phrase("message.recorded", _A.CONFIRMS, "Jūsu ziņa ir ierakstīta.", "Your message has been recorded."),
    _phrase("message.send", _A.OFFERS_CHOICE, "Lai to nosūtītu, nospiediet viens.", "To send it, press one."),
    _phrase(
        "message.anew",
        _A.OFFERS_CHOICE,
        "Lai ierunātu to no jauna, nospiediet divi.",
        "To record it again, press two.",
    ),
    _phrase(
        "message.kept",
        _A.CONFIRMS,
        "Jūsu ziņu saņems {department}.",
        "{department} will receive your message.",
        ("department",),
    ),
    # What the bot answers itself (I5)
    _phrase("hours.week", _A.INFORMS, "Mēs strādājam {week}.", "We are open {week}.", ("week",)),
    _phrase("hours.closed_today", _A.INFORMS, "Šodien mēs nestrādājam.", "We are closed today."),
    _phrase(
        "more.offer",
        _A.OFFERS_HELP,
        "Vai varu vēl kaut kā palīdzēt?",
        "Is there anything else I can help you with?",
    ),
    _phrase(
        "more.yes",
        _A.OFFERS_CHOICE,
        "Lai dzirdētu izvēlni, nospiediet viens.",
        "To hear the menu, press one.",
    ),
    _phrase("more.no", _A.OFFERS_CHOICE, "Ja tas ir viss, nospiediet divi.", "If that is all, press two."),
    # The end (B1)
    _phrase(
        "closing.thanks",
        _A.THANKS,
        "Paldies, ka zvanījāt uzņēmumam {company}.",
        "Thank you for calling {company}.",
    ),
    _phrase("closing.goodbye", _A.PARTS, "Uz sadzirdēšanos!", "Goodbye!"),
    # When we call: who calls (O1), whether it is convenient (O2)
    _phrase("introduce.who", _A.INTRODUCES, "Zvana {who}.", "This is {who}.", moving=("who",)),
    _phrase(
        "introduce.automated",
        _A.INTRODUCES,
        "Ar Jums runā automātiskā balss.",
        "I am an automated assistant.",
    ),
    _phrase("promise.asked", _A.REFERS, "Jūs lūdzāt Jums atzvanīt.", "You asked us to call you back."),
    _phrase(
        "promise.agreed",
        _A.REFERS,
        "Mēs vienojāmies, ka piezvanīsim Jums vēlreiz.",
        "We agreed that we would call you again.",
    ),
    _phrase("promise.given", _A.REFERS, "Mēs solījām Jums piezvanīt.", "We promised to call you."),
    _phrase("promise.about", _A.REFERS, "Temats: {topic}.", "It is about: {topic}.", moving=("topic",)),
    _phrase(
        "identity.ask",
        _A.ASKS_WHO,
        "Vai Jūs esat {person}?",
        "Am I speaking with {person}?",
        moving=("person",),
    ),
    _phrase(
        "convenient.ask",
        _A.ASKS_CONVENIENCE,
        "Vai Jums šobrīd ir ērti runāt?",
        "Is it convenient for you to talk now?",
    ),
    _phrase("reply.one", _A.OFFERS_CHOICE, "Ja jā, nospiediet viens.", "If yes, press one."),
    _phrase("reply.two", _A.OFFERS_CHOICE, "Ja nē, nospiediet divi.", "If not, press two."),
    _phrase(
        "never.offer",
        _A.OFFERS_CHOICE,
        "Ja nevēlaties saņemt mūsu zvanus, nospiediet deviņi.",
        "If you do not want us to call again, press nine.",
    ),
    _phrase(
        "wrong.offer",
        _A.OFFERS_CHOICE,
        "Ja zvans nav domāts Jums, nospiediet astoņi.",
        "If this call is not meant for you, press eight.",
    ),
    _phrase(
        "source.offer",
        _A.OFFERS_CHOICE,
        "Lai uzzinātu, no kurienes mums ir Jūsu numurs, nospiediet septiņi.",
        "To hear where we have your number from, press seven.",
    ),
    _phrase(
        "source.promise",
        _A.INFORMS,
        "Jūsu numuru pierakstījām, kad vienojāmies par šo zvanu.",
        "We noted your number when we agreed on this call.",
    ),
    _phrase(
        "disturbed.sorry", _A.APOLOGISES, "Atvainojiet par traucējumu.", "I am sorry to have disturbed you."
    ),
    _phrase("never.kept", _A.CONFIRMS, "Mēs Jums vairs nezvanīsim.", "We will not call you again."),
    _phrase(
        "wrong.sorry",
        _A.APOLOGISES,
        "Atvainojiet, mēs zvanījām uz nepareizu numuru.",
        "I am sorry, we called the wrong number.",
    ),
    # When we call: an assistant that asks who is calling
    _phrase(
        "screening.who",
        _A.INTRODUCES,
        "Šis ir automātisks zvans no uzņēmuma {company}.",
        "This is an automated call from {company}.",
    ),
    _phrase(
        "screening.promise",
        _A.INFORMS,
        "Zvanām, jo par šo zvanu vienojāmies.",
        "We are calling because we agreed on this call.",
    ),
    # When we call: questions and proposal (O4 to O7)
    _phrase("matter.resume", _A.CONFIRMS, "Turpināsim tur, kur palikām.", "Let us go on where we stopped."),
    _phrase(
        "question.option",
        _A.OFFERS_CHOICE,
        "{option} – nospiediet {key}.",
        "{option}: press {key}.",
        moving=("option", "key"),
    ),
    _phrase(
        "question.range",
        _A.OFFERS_CHOICE,
        "Ievadiet skaitli no {least} līdz {most}.",
        "Key in a number from {least} to {most}.",
        moving=("least", "most"),
    ),
    _phrase("question.end", _A.OFFERS_CHOICE, "Beigās nospiediet restīti.", "Then press the hash key."),
    _phrase(
        "question.star",
        _A.OFFERS_PERSON,
        "Lai runātu ar darbinieku, nospiediet zvaigznīti un nulli.",
        "To speak to a person, press star and zero.",
    ),
    _phrase(
        "question.day",
        _A.OFFERS_CHOICE,
        "Ievadiet dienu un mēnesi ar četriem cipariem.",
        "Key in the day and the month in four digits.",
    ),
    _phrase(
        "question.hour",
        _A.OFFERS_CHOICE,
        "Ievadiet stundu un minūtes ar četriem cipariem.",
        "Key in the hour and the minutes in four digits.",
    ),
    _phrase("question.words", _A.INVITES, "Lūdzu, runājiet pēc signāla.", "Please speak after the tone."),
    _phrase(
        "question.noted", _A.CONFIRMS, "Jūsu atbilde: {answer}.", "Your answer: {answer}.", moving=("answer",)
    ),
    _phrase(
        "question.recorded",
        _A.CONFIRMS,
        "Jūsu atbilde ir ierakstīta.",
        "Your answer has been recorded.",
    ),
    _phrase(
        "question.skipped",
        _A.CONFIRMS,
        "Turpināsim bez šīs atbildes.",
        "Let us go on without this answer.",
    ),
    _phrase(
        "again.entry.1",
        _A.ASKS_AGAIN,
        "Atvainojiet, šāda atbilde nav iespējama.",
        "I am sorry, that is not a possible answer.",
    ),
    _phrase(
        "again.entry.2",
        _A.ASKS_AGAIN,
        "Lūdzu, ievadiet ciparus vēlreiz.",
        "Please key in the digits once more.",
    ),
    _phrase(
        "again.words",
        _A.ASKS_AGAIN,
        "Atvainojiet, Jūsu atbildi nesadzirdēju.",
        "I am sorry, I did not hear your answer.",
    ),
    _phrase(
        "proposal.yes",
        _A.OFFERS_CHOICE,
        "Ja tas Jums der, nospiediet viens.",
        "If that suits you, press one.",
    ),
    _phrase("proposal.no", _A.OFFERS_CHOICE, "Ja neder, nospiediet divi.", "If it does not, press two."),
    _phrase(
        "proposal.later",
        _A.OFFERS_CHOICE,
        "Ja vēlaties padomāt, nospiediet trīs.",
        "If you would like to think about it, press three.",
    ),
    _phrase(
        "proposal.sorry",
        _A.APOLOGISES,
        "Atvainojiet, ka mūsu piedāvājums Jums neder.",
        "I am sorry that our proposal does not suit you.",
    ),
    _phrase("proposal.noted", _A.AGREES, "Jūsu atbilde ir pierakstīta.", "Your answer has been noted."),
    _phrase(
        "follow.message",
        _A.AGREES,
        "Jūsu atbildi saņems {department}.",
        "{department} will receive your answer.",
        ("department",),
    ),
    _phrase("follow.call", _A.AGREES, "Mēs Jums piezvanīsim vēlreiz.", "We will call you again."),
    _phrase(
        "follow.request",
        _A.AGREES,
        "Jūsu lūgumu saņems {department}.",
        "{department} will receive your request.",
        ("department",),
    ),
    # When we call: nobody could talk with the person
    _phrase(
        "instead.call",
        _A.OFFERS_CHOICE,
        "Lai vienotos par citu laiku, nospiediet viens.",
        "To agree on another time, press one.",
    ),
    _phrase(
        "instead.message",
        _A.OFFERS_CHOICE,
        "Lai atstātu ziņu, nospiediet divi.",
        "To leave a message, press two.",
    ),
    # When we call: the end, whatever happened (O8, B1)
    _phrase(
        "farewell.thanks",
        _A.THANKS,
        "Uzņēmuma {company} vārdā pateicos par Jūsu laiku.",
        "Thank you for your time, on behalf of {company}.",
    ),
    # To the department, before it takes the call
    _phrase("brief.number", _A.BRIEFS, "Zvans uz numuru {line}.", "A call to {line}.", moving=("line",)),
    _phrase(
        "brief.language", _A.BRIEFS, "Sarunas valoda: {tongue}.", "The caller speaks {tongue}.", ("tongue",)
    ),
    _phrase("brief.topic", _A.BRIEFS, "Temats: {name}.", "It is about: {name}.", ("choice",)),
    _phrase("brief.caller", _A.BRIEFS, "Zvana {caller}.", "The caller is {caller}.", moving=("caller",)),
    _phrase("brief.withheld", _A.BRIEFS, "Zvanītāja numurs ir slēpts.", "The caller's number is withheld."),
    _phrase(
        "brief.our_call",
        _A.BRIEFS,
        "Mēs zvanījām uz numuru {number}.",
        "We called {number}.",
        moving=("number",),
    ),
    _phrase("brief.promised", _A.BRIEFS, "Šis zvans bija apsolīts.", "This call was promised."),
    _phrase("brief.wants_call", _A.BRIEFS, "Lūdz piezvanīt.", "Would like to be called."),
    _phrase("brief.person", _A.BRIEFS, "Vārds: {person}.", "The name is {person}.", moving=("person",)),
    _phrase("brief.matter", _A.BRIEFS, "Temats: {topic}.", "It is about: {topic}.", moving=("topic",)),
    _phrase("brief.answer", _A.BRIEFS, "Atbilde: {answer}.", "The answer is: {answer}.", moving=("answer",)),
    _phrase(
        "brief.accept",
        _A.OFFERS_CHOICE,
        "Lai pieņemtu zvanu, nospiediet viens.",
        "To take the call, press one.",
    ),
    _phrase(
        "brief.decline", _A.OFFERS_CHOICE, "Lai atteiktos, nospiediet divi.", "To decline it, press two."
    ),
    # Said by the telephone system itself when this service cannot be reached
    _phrase(
        "fallback.connect", _A.CONNECTS, "Savienoju Jūs ar darbinieku.", "I am connecting you to a person."
    ),
    _phrase(
        "fallback.sorry",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd neviens nevar atbildēt.",
        "I am sorry, nobody can answer at the moment.",
    ),
    _phrase("fallback.later", _A.INFORMS, "Lūdzu, zvaniet vēlāk.", "Please call again later."),
    _phrase(
        "fallback.outbound",
        _A.INTRODUCES,
        "Labdien, Jums zvana uzņēmuma {company} automātiskā balss.",
        "Good afternoon, this is the automated assistant of {company}.",
    ),
    _phrase(
        "fallback.cannot_talk",
        _A.APOLOGISES,
        "Atvainojiet, tehnisku iemeslu dēļ šobrīd nevaram ar Jums runāt.",
        "I am sorry, for technical reasons we cannot talk with you now.",
    ),
    # Said by the telephone system to somebody who waits for a department
    _phrase(
        "queue.callback",
        _A.OFFERS_CHOICE,
        "Ja nevēlaties gaidīt, bet saņemt atzvanu, nospiediet viens.",
        "If you would rather be called back than wait, press one.",
    ),
)

CATALOGUE: Mapping[str, Phrase] = {phrase.id: phrase for phrase in _PHRASES}
LANGUAGES: tuple[str, ...] = ("lv", "en")  # languages in which the catalogue has every phrase

# What fills {hello} and {tongue}: language → value → words.
HELLO: Mapping[str, Mapping[str, str]] = {
    "lv": {"morning": "labrīt", "day": "labdien", "evening": "labvakar"},
    "en": {"morning": "good morning", "day": "good afternoon", "evening": "good evening"},
}
TONGUES: Mapping[str, Mapping[str, str]] = {
    "lv": {"lv": "latviešu", "en": "angļu"},
    "en": {"lv": "Latvian", "en": "English"},
}
# What fills {answer}: language → what was understood → words.
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "lv": {"yes": "jā", "no": "nē", "later": "vēl padomās"},
    "en": {"yes": "yes", "no": "no", "later": "wants to think about it"},
}
OPERATOR_NUMBER: Mapping[str, str] = {"lv": "operatora numurs {}", "en": "operator number {}"}  # in {who}
