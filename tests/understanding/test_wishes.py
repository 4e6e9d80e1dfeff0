"""What people wish of the conversation itself; and what only sounds like it."""

from __future__ import annotations

import pytest

from ivr.understanding.result import Match, NoMatch
from ivr.understanding.wishes import Kind, Wish, wish

CASES = {
    Kind.PERSON: (
        "I want to speak to a human", "let me talk to a person", "can I speak to someone please", "operator",
        "operator please", "agent", "human", "a human please", "give me a human", "get me a real person",
        "I need a representative", "connect me to an agent", "transfer me to an operator",
        "put me through to somebody", "could you put me through to a person",
        "I'd like to talk to a live agent", "I don't want to talk to a robot",
        "I don't want to talk to a machine", "I'm not talking to a computer", "no robots please",
        "is there a real person I can talk to", "is there anyone there I can speak to", "customer service",
        "customer service please", "I want customer service", "I want to speak with your manager",
        "let me speak to your supervisor", "can I talk to a human being please",
        "I would rather speak to a person", "how do I reach a human", "how can I speak to a real person",
        "speak to an operator", "talk to a human", "live person please", "just give me a person",
        "please connect me with a live representative", "agent please now", "human now",
        "I need to speak to someone about my bill", "can I talk to someone in billing",
        "get me a fucking human", "dzīvs cilvēks", "gribu runāt ar cilvēku",
        "es gribu runāt ar dzīvu cilvēku", "savienojiet mani ar operatoru", "operators", "operatoru lūdzu",
        "operatoru", "vai varu parunāt ar cilvēku", "vai es varētu runāt ar kādu darbinieku",
        "darbinieku lūdzu", "pasauciet cilvēku", "iedodiet man cilvēku", "pieslēdziet operatoru",
        "pārslēdziet uz operatoru", "man vajag operatoru", "es negribu runāt ar robotu",
        "negribu runāt ar mašīnu", "nevēlos runāt ar automātu", "gribu dzirdēt dzīvu balsi",
        "vai tur ir kāds dzīvs cilvēks", "savienojiet ar konsultantu", "klientu apkalpošanu lūdzu",
        "gribu runāt ar vadītāju", "savienojiet ar īstu cilvēku", "cilvēku lūdzu", "cilveku",
        "gribu runat ar cilveku", "es runāšu tikai ar cilvēku", "соедините с оператором", "оператор",
        "хочу говорить с человеком", "позовите человека", "mozhno operatora",
    ),
    Kind.REPEAT: (
        "repeat", "repeat please", "please repeat that", "can you repeat that", "could you say that again",
        "say that again", "say it again please", "come again", "pardon", "pardon me?", "sorry?", "what?",
        "what", "huh?", "once more please", "one more time", "again please", "I didn't catch that",
        "I did not hear what you said", "I didn't get that", "what did you say", "what was that",
        "what was the question", "could you repeat the question", "can you repeat the options",
        "I missed that", "sorry I missed what you said", "I beg your pardon", "tell me that again",
        "I don't understand what you said", "I didn't understand", "read it to me once more",
        "could you rephrase that", "what did you just ask me", "play that again", "lūdzu atkārtojiet",
        "atkārtojiet", "vai varat atkārtot", "vēlreiz lūdzu", "vēlreiz", "pasakiet vēlreiz", "kā lūdzu",
        "ko jūs teicāt", "ko lūdzu", "ko?", "kā?", "es nesadzirdēju", "nesapratu", "es nesapratu",
        "nedzirdēju, ko jūs teicāt", "vēl vienu reizi", "kas tur bija", "ko jūs prasījāt",
        "lūdzu vēlreiz pasakiet", "atkartojiet ludzu", "var atkārtot", "kāds bija jautājums", "nedzirdēju",
        "повторите пожалуйста", "ещё раз", "что вы сказали",
    ),
    Kind.SLOWER: (
        "slower please", "slower", "speak slower", "can you speak more slowly", "could you talk a bit slower",
        "slow down", "slow down please", "you are talking too fast", "too fast",
        "you're speaking too quickly", "not so fast", "say it slowly", "repeat that more slowly please",
        "can you say that again slower", "lēnāk", "lēnāk lūdzu", "lūdzu runājiet lēnāk",
        "vai varat runāt lēnāk", "pārāk ātri", "jūs runājat pārāk ātri", "ne tik ātri", "pasakiet lēnām",
        "atkārtojiet lēnāk", "lenak ludzu", "помедленнее", "говорите медленнее",
    ),
    Kind.LOUDER: (
        "louder", "louder please", "speak up", "can you speak up please", "could you speak louder",
        "a bit louder", "I can't hear you", "I can hardly hear you", "I can't hear anything",
        "I cannot hear you very well", "you're too quiet", "you are very quiet", "turn it up",
        "raise your voice", "you're breaking up", "it's a bad line", "skaļāk", "skaļāk lūdzu",
        "runājiet skaļāk", "vai varat runāt skaļāk", "es jūs nedzirdu", "nedzirdu", "neko nedzirdu",
        "slikti dzirdu", "jūs slikti dzird", "ļoti klusu", "par klusu", "skalak", "громче", "вас не слышно",
    ),
    Kind.GOODBYE: (
        "goodbye", "bye", "bye bye", "bye now", "ok bye", "thanks, bye", "thank you goodbye", "see you",
        "see you later", "talk to you later", "have a nice day", "good night", "I have to go",
        "I've got to go", "I must go now", "I'm hanging up", "I'm going to hang up now", "take care",
        "so long", "until next time", "that's all, bye", "no thanks, goodbye", "end the call please",
        "you can hang up now", "uz redzēšanos", "visu labu", "atā", "čau", "sveiki visu labu",
        "paldies, uz redzēšanos", "ardievu", "jauku dienu", "lai jauka diena", "man jāiet", "man jābeidz",
        "lieku nost", "es lieku klausuli", "beidzam sarunu", "ar labu nakti", "uz redzesanos", "до свидания",
        "пока",
    ),
    Kind.WHO: (
        "who is this", "who's this", "who is calling", "who's calling please", "who are you",
        "who am I speaking to", "who am I talking with", "which company is this", "what company are you from",
        "where are you calling from", "who do you work for", "what is your name", "what's your name",
        "could you introduce yourself", "identify yourself", "may I ask who's calling",
        "on whose behalf are you calling", "kas jūs esat", "kas zvana", "kas tur zvana", "ar ko es runāju",
        "kas runā", "no kurienes jūs zvanāt", "no kāda uzņēmuma jūs zvanāt", "kāds uzņēmums", "kā jūs sauc",
        "stādieties priekšā", "kas tas ir par uzņēmumu", "ko jūs pārstāvat", "kas jus esat", "кто это",
        "кто звонит",
    ),
    Kind.ROBOT: (
        "are you a robot", "is this a robot", "are you a bot", "am I talking to a robot",
        "am I speaking with a machine", "are you human", "are you a real person", "are you real",
        "is this a recording", "is this automated", "is this an automated call",
        "are you a machine or a person", "you're a robot aren't you", "is that a computer", "are you an AI",
        "is this a real person", "vai jūs esat robots", "vai tas ir robots", "vai es runāju ar robotu",
        "vai jūs esat cilvēks", "vai jūs esat dzīvs cilvēks", "jūs esat robots vai cilvēks",
        "vai tas ir automāts", "vai tas ir ieraksts", "tu esi robots", "te robots runā", "vai tu esi robots",
        "вы робот",
    ),
    Kind.SOURCE: (
        "where did you get my number", "where did you get my number from", "how did you get this number",
        "who gave you my number", "how do you have my number", "from where do you have my number",
        "where have you got my details from", "how come you have my number", "where does my number come from",
        "how do you know my number", "who told you my number", "where did you find my phone number",
        "no kurienes jums mans numurs", "no kurienes jums ir mans numurs", "kur jūs ņēmāt manu numuru",
        "kur jūs dabūjāt manu numuru", "kas jums iedeva manu numuru", "kā jūs ieguvāt manu numuru",
        "kā jūs zināt manu numuru", "no kurienes jūs zināt manu telefonu", "no kā jums mans numurs",
        "no kurienes jums mani dati", "kur jus nemat manu numuru", "откуда у вас мой номер",
    ),
    Kind.WRONG_PERSON: (
        "wrong number", "you have the wrong number", "you've got the wrong number", "sorry, wrong number",
        "this is the wrong number", "wrong person", "you have the wrong person", "nobody by that name here",
        "there's no one here by that name", "there is nobody called Peter here",
        "he doesn't live here anymore", "she no longer works here", "that's not my name, wrong number",
        "you've mistaken me for someone else", "I'm not who you're looking for", "this is not his number",
        "he moved away", "nepareizs numurs", "jūs sajaucāt numuru", "jums nepareizs numurs",
        "esat kļūdījušies ar numuru", "šeit tāda nav", "tāds šeit nedzīvo", "viņš šeit vairs nestrādā",
        "tādas te nav", "jūs esat sazvanījuši nepareizo cilvēku", "es neesmu tas, ko jūs meklējat",
        "tas nav viņas numurs", "nepareizs cilvēks", "вы ошиблись номером", "не туда попали",
    ),
    Kind.CALLBACK: (
        "call me back", "can someone ring me tomorrow at ten", "I'd like to arrange a call",
        "please call me tomorrow", "could you call me later", "could someone give me a call",
        "can I get a callback", "I want a call back", "callback please", "call back later",
        "ring me after six", "would you phone me on Monday", "please have someone call me",
        "ask her to call me", "let the technician call me", "I'd like someone to call me back",
        "I'd prefer to be called in the evening", "could I be called back", "schedule a call for me",
        "can we schedule a call for Friday", "book me a call", "can you arrange for someone to phone me",
        "give me a ring tomorrow", "try me on my mobile after five", "call me on Monday morning",
        "I'm busy, call me later", "yes please call me back", "I would like you to call me at noon",
        "can I talk to somebody tomorrow at ten", "I'd like an appointment for a call", "zvaniet man rīt",
        "vai varat man atzvanīt", "atzvaniet man", "piezvaniet man rīt desmitos", "lūdzu atzvaniet",
        "vai kāds varētu man piezvanīt", "gribu lai man piezvana", "gribētu, lai man atzvana",
        "vai varat piezvanīt pēc sešiem", "lūdzu piezvaniet man vēlāk", "atzvaniet vēlāk",
        "man rīt piezvaniet", "vēlos pieteikt zvanu", "vai var pieteikt zvanu", "gribu norunāt sarunu",
        "vai es varu pasūtīt atzvanu", "lai man atzvana", "lūdzu sazinieties ar mani rīt",
        "esmu aizņemts, zvaniet vēlāk", "pasakiet viņai, lai man piezvana", "vai jūs nevarētu man atzvanīt",
        "zvaniet otrdien", "zvaniet man pirmdien no rīta", "vai varam norunāt telefona sarunu",
        "atzvanu lūdzu", "vai iespējams saņemt atzvanu", "labāk piezvaniet man rīt",
    ),
    Kind.OTHER_TIME: (
        "another time", "another day please", "something else", "none of those times suits", "none of them",
        "none of those suit me", "those times don't work for me", "do you have anything later",
        "is there anything earlier", "a different time please", "some other day", "a different slot",
        "I can't make any of those", "that doesn't suit me", "they don't suit", "is there another time",
        "what other times do you have", "neither works for me", "any other slots", "nothing earlier?",
        "a better time maybe", "cits laiks", "citu laiku lūdzu", "cita diena", "citā dienā", "kaut ko citu",
        "neviens neder", "neviens no tiem man neder", "man neder", "tie laiki man neder", "vai ir kas vēlāk",
        "vai ir kāds agrāks laiks", "es tad nevaru", "tajā laikā nevaru", "nevaru tad",
        "vai ir vēl kāds cits laiks", "kādu citu dienu", "nekas no tā neder", "citreiz",
    ),
    Kind.CANCEL_CALL: (
        "cancel the callback", "I don't need the call any more", "cancel my call", "please cancel the call",
        "cancel the appointment", "I no longer need the callback", "no need to call me back",
        "you don't need to call me back", "you needn't call", "there's no need to call",
        "I don't want the callback after all", "the call is no longer needed", "forget the callback",
        "it's been sorted, no call needed", "call off the call", "no callback needed",
        "I don't need to be called any more", "the problem is solved, you don't have to call",
        "vairs nevajag", "atceliet zvanu", "atceliet manu atzvanu", "lūdzu atceliet sarunu",
        "man vairs nevajag zvanīt", "nevajag atzvanīt", "nevajag man zvanīt", "zvans vairs nav vajadzīgs",
        "varat neatzvanīt", "neatzvaniet, viss kārtībā", "vairs nav vajadzīgs", "vairs nav aktuāli",
        "jau noskaidroju, nevajag zvanīt", "gribu atcelt zvanu", "gribu atcelt pierakstu",
        "nav vajadzības zvanīt",
    ),
}  # fmt: skip
LANGUAGES = {
    "en": (
        "English", "English please", "in English please", "do you speak English", "can we speak English",
        "could you speak English", "I only speak English", "I don't speak Latvian",
        "sorry I don't understand Latvian", "can I talk to someone in English", "switch to English",
        "angļu valodā lūdzu", "vai varat runāt angliski", "angliski", "runājiet angliski", "по-английски",
    ),
    "lv": (
        "Latvian", "Latvian please", "can you speak Latvian", "in Latvian please", "latviski",
        "latviski lūdzu", "runājiet latviski", "es gribu runāt latviski", "vai varam runāt latviski",
        "latviešu valodā", "es nesaprotu angliski", "es nerunāju angliski", "nemāku angļu valodu",
        "latviesu valoda ludzu",
    ),
    "ru": (
        "Russian", "Russian please", "do you speak Russian", "can we talk in Russian", "krieviski",
        "krieviski lūdzu", "vai varat runāt krieviski", "krievu valodā", "vai jūs runājat krieviski",
        "по-русски", "можно по-русски", "я не говорю по-латышски", "po russki", "mozhno po russki",
        "говорите по-русски",
    ),
    "de": ("German please", "do you speak German", "vai varat runāt vāciski"),
    None: (
        "another language", "a different language please", "can I change the language", "citā valodā",
        "vai var citā valodā", "what languages do you speak",
    ),
}  # fmt: skip
NO_CALL_TO_COME = (
    "my call was cut off", "I am calling about my bill", "did you call me", "you called me yesterday",
    "nobody called me back", "you never called me back", "why didn't you call me", "I missed your call",
    "I was waiting for your call", "I have a missed call", "call me Bob", "call me a taxi",
    "they call me every day", "how do I call abroad", "I want to make a call", "can I call you back",
    "I'll call you back", "I will call again later", "what is a call centre", "the call is free",
    "who called me", "I got a call from you", "I want to talk about my bill", "I want to cancel my order",
    "cancel my subscription", "I need something to eat", "what time is it", "last time it was different",
    "another card please", "another question", "the other department", "I need a different tariff",
    "it's not convenient", "I don't need the card any more", "I don't need anything", "yes", "no",
    "maybe", "tomorrow at ten", "billing please", "es zvanu par rēķinu", "mans zvans pārtrūka",
    "vai jūs man zvanījāt", "jūs man vakar zvanījāt", "neviens man neatzvanīja",
    "kāpēc neviens neatzvana", "es jums atzvanīšu", "es pats piezvanīšu", "man bija neatbildēts zvans",
    "kas man zvanīja", "nezvaniet man", "gribu piezvanīt uz ārzemēm", "gribu atcelt pasūtījumu",
    "cita karte", "cits jautājums", "kāda cita nodaļa", "citu tarifu", "vairs nevajag karti",
    "rīt desmitos", "rēķinu lūdzu", "jā", "nē", "man neder šī cena", "saruna bija laba",
    "telefons nezvana", "runāju ar operatoru vakar",
)  # fmt: skip
NOTHING = (
    "I want to pay my bill", "the agent told me to call", "I spoke to an operator yesterday",
    "I sold my flat through an estate agent", "my mobile operator is slow", "someone stole my card",
    "can someone use my card without the pin", "I want to send money to another person",
    "how do I become an agent", "human resources department", "I work in human resources",
    "what is the operator fee", "I want to repeat my order", "repeat order", "I need a repeat prescription",
    "the payment was repeated twice", "is it a recurring payment", "my internet is slow",
    "the app is slower than before", "the transfer is too slow", "my neighbours are loud",
    "louder speakers for my phone", "I have an English course on Monday", "I need a Russian visa",
    "I want an English breakfast", "the letter is in Latvian", "I want to buy a robot vacuum cleaner",
    "my robot is broken", "I wrote down the wrong amount", "the wrong card was sent",
    "who is my account manager", "who can use the card", "what is your address",
    "what is the name of the branch", "I say goodbye to my old card", "I never said goodbye",
    "where do I get a card", "where did you send my card", "how did my card get blocked",
    "I want to change my number", "the number on the invoice is wrong", "yes", "no", "maybe", "five",
    "tomorrow at ten", "billing please", "I didn't get my card", "I did not receive the letter",
    "I can't hear any ringing tone on my new phone", "operators man teica zvanīt",
    "vakar runāju ar operatoru", "man vajag rēķinu", "cilvēks nomaksāja rēķinu", "mans operators ir cits",
    "es atkārtoti maksāju rēķinu", "internets ir lēns", "kaimiņi ir skaļi", "man ir angļu valodas kursi",
    "pasūtīju robotu putekļsūcēju", "uz redzēšanos neteicu", "gribu nomainīt numuru",
    "kas ir mans klienta numurs", "kas var izmantot karti", "kur es varu dabūt karti",
    "nepareiza summa rēķinā", "man nosūtīja nepareizu karti", "jā", "nē", "rīt desmitos",
    "grāmatvedību lūdzu", "paldies", "es nesaprotu savu rēķinu", "labdien", "labrīt", "sveiki",
    'he said "who is this" and hung up',
)  # fmt: skip
SEVERAL = (
    ("repeat that in English please", Kind.LANGUAGE),
    ("who is this and where did you get my number", Kind.SOURCE),
    ("I can't understand you, give me an operator", Kind.PERSON),
    ("wrong number, goodbye", Kind.WRONG_PERSON),
    ("slower please and repeat it", Kind.SLOWER),
    ("are you a robot, I want to talk to a person", Kind.PERSON),
    ("lūdzu atkārtojiet lēnāk", Kind.SLOWER),
)


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, many in CASES.items() for words in many])
def test_wishes(kind: Kind, words: str) -> None:
    found = wish(words)
    assert isinstance(found, Match), found
    assert (found.value.kind, words) == (kind, words), found.why
    assert found.span is not None
    assert words[slice(*found.span)].strip()


@pytest.mark.parametrize(
    ("language", "words"), [(code, words) for code, many in LANGUAGES.items() for words in many]
)
def test_another_language(language: str | None, words: str) -> None:
    found = wish(words)
    assert isinstance(found, Match), found
    assert found.value == Wish(Kind.LANGUAGE, language), found.why


@pytest.mark.parametrize("words", NO_CALL_TO_COME)
def test_what_asks_for_no_call_and_no_other_time(words: str) -> None:
    assert isinstance(wish(words, {Kind.CALLBACK, Kind.OTHER_TIME, Kind.CANCEL_CALL}), NoMatch), wish(words)


def test_only_the_wishes_that_are_asked_for_are_looked_for() -> None:
    words = "call me back tomorrow please, goodbye"
    found, among = wish(words), wish(words, {Kind.CALLBACK})
    assert isinstance(found, Match)
    assert isinstance(among, Match)
    assert (found.value.kind, among.value.kind) == (Kind.GOODBYE, Kind.CALLBACK)


@pytest.mark.parametrize("words", NOTHING)
def test_what_is_no_wish(words: str) -> None:
    assert isinstance(wish(words), NoMatch), wish(words)


@pytest.mark.parametrize(("words", "kind"), SEVERAL)
def test_the_most_pressing_of_several_counts(words: str, kind: Kind) -> None:
    found = wish(words)
    assert isinstance(found, Match)
    assert found.value.kind is kind
