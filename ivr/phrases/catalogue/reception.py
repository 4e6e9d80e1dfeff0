"""What is said to somebody who calls the company."""

from __future__ import annotations

from ivr.phrases.catalogue.phrase import phrase
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
PHRASES = (
    # The answer (I1, I2, I3)
    phrase("greeting.company", _A.GREETS, "{company}, {hello}!", "{company}, {hello}.", ("hello",)),
    phrase(
        "greeting.department",
        _A.GREETS,
        "{company}, {department}, {hello}!",
        "{company}, {department}, {hello}.",
        ("department", "hello"),
    ),
    phrase(
        "introduction",
        _A.INTRODUCES,
        "Mani sauc {name}, un es esmu automātiskā balss.",
        "My name is {name}, and I am an automated assistant.",
        ("number",),
    ),
    phrase("notice.recording", _A.NOTIFIES, "Saruna tiek ierakstīta.", "This call is recorded."),
    phrase("help.offer", _A.OFFERS_HELP, "Kā varu Jums palīdzēt?", "How can I help you?"),
    phrase(
        "help.say",
        _A.OFFERS_PERSON,
        "Pasakiet saviem vārdiem vai nospiediet nulli, lai runātu ar darbinieku.",
        "Simply say it, or press zero for a person.",
    ),
    # Asking back where words are not clear (I4)
    phrase("meant.ask", _A.ASKS_AGAIN, "Vai pareizi sapratu: {name}?", "Did you mean: {name}?", ("target",)),
    phrase(
        "between.ask",
        _A.ASKS_AGAIN,
        "Kas Jums vajadzīgs: {one} vai {other}?",
        "Which would you like: {one} or {other}?",
        moving=("one", "other"),
    ),
    phrase(
        "wish.unknown",
        _A.APOLOGISES,
        "Atvainojiet, ar to es nevaru palīdzēt.",
        "I am sorry, I cannot help with that.",
    ),
    phrase(
        "wish.unheard",
        _A.APOLOGISES,
        "Atvainojiet, to es nesadzirdēju skaidri.",
        "I am sorry, I did not quite catch that.",
    ),
    phrase("wish.menu", _A.APOLOGISES, "Atvainojiet, pārpratu Jūs.", "I am sorry, I misunderstood you."),
    phrase(
        "wish.person",
        _A.APOLOGISES,
        "Atvainojiet, labāk Jums palīdzēs mūsu darbinieks.",
        "I am sorry, one of our people can help you better.",
    ),
    phrase(
        "call.impossible",
        _A.APOLOGISES,
        "Atvainojiet, atzvanīt uz šo numuru nevaram.",
        "I am sorry, we cannot call this number back.",
    ),
    phrase(
        "call.from",
        _A.CONFIRMS,
        "Jums piezvanīs {department}.",
        "{department} will call you.",
        ("department",),
    ),
    phrase(
        "language.none",
        _A.APOLOGISES,
        "Atvainojiet, šajā valodā es nerunāju.",
        "I am sorry, I do not speak that language.",
    ),
    phrase(
        "who.speaks",
        _A.INTRODUCES,
        "Es esmu uzņēmuma {company} automātiskā balss.",
        "I am the automated assistant of {company}.",
    ),
    phrase(
        "never.ask",
        _A.ASKS_AGAIN,
        "Vai vēlaties, lai mēs Jums vairs nekad nezvanītu?",
        "Do you wish that we never call you again?",
    ),
    phrase("never.noted", _A.THANKS, "Paldies, ka to pateicāt.", "Thank you for telling us."),
    # Menus (I4, B4)
    phrase("menu.group", _A.CONFIRMS, "{name}.", "{name}.", ("group",)),
    phrase(
        "menu.choice",
        _A.OFFERS_CHOICE,
        "{name} – nospiediet {key}.",
        "{name}: press {key}.",
        ("choice", "key"),
    ),
    phrase(
        "menu.back",
        _A.OFFERS_CHOICE,
        "Galvenā izvēlne – nospiediet deviņi.",
        "For the main menu, press nine.",
    ),
    phrase(
        "menu.person",
        _A.OFFERS_PERSON,
        "Lai runātu ar darbinieku, nospiediet nulli.",
        "To speak to a person, press zero.",
    ),
    phrase(
        "menu.language",
        _A.OFFERS_CHOICE,
        "Latviešu valodā – nospiediet restīti.",
        "For English, press the hash key.",
    ),
    phrase(
        "menu.repeat",
        _A.OFFERS_CHOICE,
        "Lai noklausītos vēlreiz, nospiediet zvaigznīti.",
        "To hear this again, press the star key.",
    ),
    # Asking again, each time in other words (I4)
    phrase(
        "again.silence.1",
        _A.ASKS_AGAIN,
        "Atvainojiet, es neko nesadzirdēju.",
        "I am sorry, I did not hear anything.",
    ),
    phrase(
        "again.silence.2",
        _A.ASKS_AGAIN,
        "Lūdzu, nospiediet kādu no tālruņa taustiņiem.",
        "Please press one of the keys of your telephone.",
    ),
    phrase("again.heard.1", _A.ASKS_AGAIN, "Atvainojiet, es nesapratu.", "I am sorry, I did not understand."),
    phrase(
        "again.heard.2",
        _A.ASKS_AGAIN,
        "Lūdzu, atbildiet ar tālruņa taustiņiem.",
        "Please answer with the keys of your telephone.",
    ),
    phrase(
        "again.keys",
        _A.ASKS_AGAIN,
        "Atvainojiet, šobrīd varat atbildēt tikai ar tālruņa taustiņiem.",
        "I am sorry, just now only the keys of your telephone work.",
    ),
    phrase(
        "again.wrong.1",
        _A.ASKS_AGAIN,
        "Atvainojiet, šādas izvēles nav.",
        "I am sorry, that is not one of the choices.",
    ),
    phrase(
        "again.wrong.2",
        _A.ASKS_AGAIN,
        "Lūdzu, noklausieties izvēles vēlreiz.",
        "Please listen to the choices once more.",
    ),
    phrase("again.repeat", _A.CONFIRMS, "Labprāt atkārtoju.", "Gladly, once more."),
    phrase("language.changed", _A.CONFIRMS, "Turpinām latviski.", "Let us continue in English."),
    # Putting through (I5)
    phrase(
        "connect.department",
        _A.CONNECTS,
        "Savienoju Jūs {connect_as}.",
        "I am connecting you {connect_as}.",
        ("department",),
    ),
    phrase("connect.wait", _A.CONNECTS, "Lūdzu, brīdi uzgaidiet.", "Please hold the line for a moment."),
    # Not reached: always an apology, then a way on (I5)
    phrase(
        "sorry.closed",
        _A.APOLOGISES,
        "Atvainojiet, {department} šobrīd nestrādā.",
        "I am sorry, {department} is closed at the moment.",
        ("department",),
    ),
    phrase("closed.holiday", _A.INFORMS, "Šodien ir {holiday}.", "Today is {holiday}.", moving=("holiday",)),
    phrase(
        "closed.until",
        _A.INFORMS,
        "Mēs atkal strādāsim {when}.",
        "We are open again {when}.",
        moving=("when",),
    ),
    phrase(
        "sorry.busy",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd visi darbinieki ir aizņemti.",
        "I am sorry, everybody is busy at the moment.",
    ),
    phrase(
        "sorry.no_answer",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd neviens neatbild.",
        "I am sorry, nobody is answering at the moment.",
    ),
    phrase(
        "sorry.declined",
        _A.APOLOGISES,
        "Atvainojiet, darbinieks šobrīd nevar pieņemt Jūsu zvanu.",
        "I am sorry, our colleague cannot take your call just now.",
    ),
    phrase(
        "sorry.unavailable",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd nav iespējams Jūs savienot.",
        "I am sorry, I cannot connect you at the moment.",
    ),
    phrase(
        "sorry.left",
        _A.APOLOGISES,
        "Atvainojiet, ka Jums bija jāgaida.",
        "I am sorry that you had to wait.",
    ),
    phrase(
        "choice.message",
        _A.OFFERS_CHOICE,
        "Lai atstātu ziņu, nospiediet viens.",
        "To leave a message, press one.",
    ),
    phrase(
        "choice.department",
        _A.OFFERS_CHOICE,
        "{department} – nospiediet {key}.",
        "{department}: press {key}.",
        ("department", "key"),
    ),
    phrase(
        "choice.callback",
        _A.OFFERS_CHOICE,
        "Lai mēs Jums piezvanītu, nospiediet četri.",
        "For us to call you back, press four.",
    ),
    # The same where words answer
    phrase("way.message", _A.OFFERS_CHOICE, "Varat atstāt ziņu.", "You can leave a message."),
    phrase("way.callback", _A.OFFERS_CHOICE, "Varam Jums atzvanīt.", "We can call you back."),
    phrase("way.person", _A.OFFERS_PERSON, "Varu savienot ar darbinieku.", "I can connect you to a person."),
    phrase(
        "way.department",
        _A.OFFERS_CHOICE,
        "Varu savienot {connect_as}.",
        "I can connect you {connect_as}.",
        ("department",),
    ),
    phrase("way.ask", _A.OFFERS_CHOICE, "Ko Jūs vēlaties?", "What would you like?"),
    phrase("way.ask_one", _A.OFFERS_CHOICE, "Vai to vēlaties?", "Would you like that?"),
    # Messages
    phrase(
        "message.invite",
        _A.INVITES,
        "Lūdzu, atstājiet ziņu pēc signāla.",
        "Please leave your message after the tone.",
    ),
    phrase(
        "message.end",
        _A.INVITES,
        "Beigās nospiediet jebkuru taustiņu.",
        "When you have finished, press any key.",
    ),
    phrase(
        "message.empty",
        _A.APOLOGISES,
        "Atvainojiet, Jūsu ziņu nesadzirdēju.",
        "I am sorry, I did not hear your message.",
    ),
    phrase("message.recorded", _A.CONFIRMS, "Jūsu ziņa ir ierakstīta.", "Your message has been recorded."),
    phrase("message.ask", _A.OFFERS_CHOICE, "Vai to nosūtīt?", "Shall I send it?"),
    phrase("message.send", _A.OFFERS_CHOICE, "Lai to nosūtītu, nospiediet viens.", "To send it, press one."),
    phrase(
        "message.anew",
        _A.OFFERS_CHOICE,
        "Lai ierunātu to no jauna, nospiediet divi.",
        "To record it again, press two.",
    ),
    phrase(
        "message.kept",
        _A.CONFIRMS,
        "Jūsu ziņu saņems {department}.",
        "{department} will receive your message.",
        ("department",),
    ),
    # What the bot answers itself (I5)
    phrase("hours.week", _A.INFORMS, "Mēs strādājam {week}.", "We are open {week}.", ("week",)),
    phrase("hours.closed_today", _A.INFORMS, "Šodien mēs nestrādājam.", "We are closed today."),
    phrase(
        "more.offer",
        _A.OFFERS_HELP,
        "Vai varu vēl kaut kā palīdzēt?",
        "Is there anything else I can help you with?",
    ),
    phrase(
        "more.yes",
        _A.OFFERS_CHOICE,
        "Lai dzirdētu izvēlni, nospiediet viens.",
        "To hear the menu, press one.",
    ),
    phrase("more.no", _A.OFFERS_CHOICE, "Ja tas ir viss, nospiediet divi.", "If that is all, press two."),
    # The end (B1)
    phrase(
        "closing.thanks",
        _A.THANKS,
        "Paldies, ka zvanījāt uzņēmumam {company}.",
        "Thank you for calling {company}.",
    ),
    phrase("closing.goodbye", _A.PARTS, "Uz sadzirdēšanos!", "Goodbye!"),
)
