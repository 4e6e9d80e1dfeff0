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
        "hello? are you there?", "are you still there", "can you hear me", "jūs mani dzirdat?",
        "vai tur kāds ir", "huh?",
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
        "never mind the call", "never mind about the callback", "skip the callback", "scratch the call",
        "don't bother calling", "don't bother with the call", "I'd like to cancel tomorrow's call",
        "I changed my mind about the call, cancel it", "could you cancel the callback for tomorrow",
        "atsaucu zvanu", "es atsaucu savu zvanu", "atceļam zvanu", "atceltu zvanu, ja var",
        "vēlos atteikties no zvana", "aizmirstiet par zvanu", "no call please", "no call after all",
        "es vairs nevēlos zvanu", "nevēlos šo zvanu",
    ),
}  # fmt: skip
MORE_CASES = {
    Kind.PERSON: (
        "I'd like to speak with an actual human", "could I have a real human being on the line",
        "put a person on", "let me have an operator", "get me someone who's alive",
        "can I be connected to a live person", "I'd rather deal with a human",
        "I want somebody real to talk to", "no machine please, a person", "patch me through to an agent",
        "switch me to an operator please", "I can't do this with a machine, get me a person",
        "is there a human around", "anybody human there", "transfer me", "transfer me please",
        "hand me over to a colleague of yours", "I demand to speak to a manager", "let me talk to your boss",
        "I need human assistance", "real person now", "I want to speak with somebody in charge",
        "talk to agent", "representative", "vai es varu runāt ar dzīvu operatoru",
        "pārslēdziet mani uz cilvēku", "savienojiet ar kādu no darbiniekiem", "dodiet man kādu cilvēku",
        "gribu sarunāties ar īstu cilvēku nevis robotu", "man vajag dzīvu cilvēku", "lūdzu operatoru",
        "vai tur ir kāds cilvēks ar ko parunāt", "es ar mašīnu nerunāšu", "negribu runāt ar datoru",
        "savienojiet ar vadību", "gribu runāt ar jūsu priekšnieku", "vai var pasaukt kādu pie telefona",
        "pārslēdziet uz klientu apkalpošanu", "dzīvu cilvēku lūdzu", "lai man atbild cilvēks",
        "konsultantu lūdzu", "operatori lūdzu", "vai mani var savienot ar speciālistu",
        "es gribētu runāt ar kādu atbildīgo", "I would like a human please",
        "is it possible to speak with a real person", "I'd feel better talking to a human being",
        "skip the robot, give me a person", "I need someone to help me in person, not a machine",
        "is anyone real there", "connect me with your staff", "a living person, please",
        "can you put me through to a human", "please let me speak to someone", "I don't talk to machines",
        "someone, please", "agent agent agent", "es gribētu dzīvu cilvēku pie telefona",
        "vai jūs varat mani savienot ar operatoru", "lūdzu, savienojiet ar cilvēku", "es gribu operatoru",
        "pārslēdziet mani pie darbinieka", "man vajadzētu aprunāties ar cilvēku",
        "robots mani nesaprot, dodiet cilvēku", "nevaru ar robotu, gribu cilvēku",
        "vai kāds dzīvs cilvēks var atbildēt",
    ),
    Kind.REPEAT: (
        "sorry could you go over that again", "would you mind repeating", "I didn't quite hear that",
        "can you say it one more time", "say again please", "run that by me again", "could I hear that again",
        "pardon me I missed that", "tell me once more", "I did not understand the question",
        "what did you want to know", "again?", "excuse me, what", "repeat the last part",
        "can you read that out again", "hm what was it", "I lost you there, again please",
        "could you please rephrase", "what were the options", "vēlreiz, lūdzu",
        "atkārtojiet, lūdzu, jautājumu", "piedodiet, nesapratu", "ko, lūdzu", "es nedzirdēju, ko teicāt",
        "vai varētu to pateikt vēlreiz", "kā, kā", "vēl reizīti", "lūdzu pasakiet to vēlreiz", "ko jūs sakāt",
        "ko jūs gribējāt zināt", "īsti nesapratu", "nesadzirdēju jautājumu", "kā jūs teicāt",
        "atkārtojiet pēdējo", "kādi bija varianti", "vai varat nolasīt vēlreiz", "piedodiet, ko",
        "ko jūs man jautājāt", "es nesapratu jautājumu", "could you tell me that one more time",
        "once again please", "say what", "repeat the question please", "come again please",
        "would you say that again for me", "what was the last thing you said", "huh, again please",
        "lūdzu, vēl vienreiz", "nesapratu, atkārtojiet", "ko jūs teicāt, lūdzu", "vai varat pateikt vēlreiz",
        "vēlreiz jautājumu, lūdzu", "piedodiet, es nesadzirdēju", "kas tas bija", "pasakiet vēl vienu reizi",
        "ko, ko", "es to nesapratu",
    ),
    Kind.SLOWER: (
        "could you slow down a little", "a bit slower please", "not that fast please",
        "you speak too quickly for me", "please take it slowly", "could you speak more slowly for an old man",
        "say that slowly", "you are going too fast", "slow it down", "can you read it slower",
        "lēnāk, es netieku līdzi", "nerunājiet tik ātri", "vai var mazliet lēnāk", "runājiet lūdzu lēnām",
        "jūs par ātru runājat", "tas bija par ātru", "drusku lēnāk lūdzu", "lūdzu lēnāk un skaidrāk",
        "pasakiet to lēnāk", "nevaru tik ātri uztvert", "please speak slowly", "could you go slower",
        "you talk so fast I can't follow", "a little slower if you can", "too quick for me",
        "runājiet lēnāk, lūdzu", "vai varat runāt lēni", "pārāk ātri man", "mazliet lēnāk",
        "lūdzu nesteidzieties, runājiet lēnām",
    ),
    Kind.LOUDER: (
        "can you turn up the volume", "I'm hard of hearing, speak louder", "please raise your voice a little",
        "could you speak up a bit", "I can barely hear you", "your voice is too quiet", "it's very faint",
        "louder, I'm a bit deaf", "the sound is too low", "I hear you badly", "nedzirdu jūs",
        "vai varat runāt mazliet skaļāk", "skaļāk, es slikti dzirdu", "jūs runājat par klusu",
        "tik klusu, ka neko nedzird", "lūdzu skaļāk", "paceliet balsi", "slikti dzirdams",
        "jūs gandrīz nevar dzirdēt", "man slikta dzirde, runājiet skaļāk", "can you talk louder",
        "I can't hear a thing", "speak louder please", "you're hardly audible", "could you be a bit louder",
        "runājiet, lūdzu, skaļāk", "es neko nedzirdu", "jūs ļoti klusi runājat", "vai var skaļāk",
        "slikti jūs dzirdu",
    ),
    Kind.SOURCE: (
        "where have you found my number", "who passed you my number", "how on earth did you get my number",
        "from whom did you get my contact details", "may I ask where you got this number",
        "how come you know my phone number", "where did my number come from", "who gave you my contact",
        "how did my number end up with you", "no kurienes jūs dabūjāt manu numuru",
        "kas jums deva manu numuru", "kā jūs tikāt pie mana numura", "kur jūs atradāt manu telefonu",
        "no kurienes jums mani kontakti", "kā pie jums nonāca mans numurs", "kas jums iedeva manus datus",
        "kur ņēmāt manu telefona numuru", "no kā jūs zināt manu numuru", "kādā veidā ieguvāt manu numuru",
        "where'd you get my number", "how do you people have my number", "who gave you this number",
        "where does your company have my details from", "how did you find my number",
        "no kurienes jūs zināt manu numuru", "kas jums manu numuru iedeva", "kā mans numurs pie jums nokļuva",
        "no kurienes jums šis numurs",
    ),
    Kind.WRONG_PERSON: (
        "you've reached the wrong number", "I'm afraid you have the wrong person", "there is no Peter here",
        "no such person lives here", "he hasn't lived here for years", "she doesn't work here any longer",
        "I don't know anybody by that name", "you must have misdialled", "this isn't Anna's phone",
        "that's somebody else", "I'm not Mr Smith", "this number belongs to someone else now",
        "you got the wrong guy", "jūs esat kļūdījies", "te tāds nedzīvo", "es neesmu Jānis",
        "tas nav mans vārds", "šis numurs pieder citam", "tādu cilvēku es nepazīstu",
        "jūs zvanāt nepareizam cilvēkam", "viņa te vairs nestrādā", "sajaukts numurs", "nav te tāda",
        "jums kļūda numurā", "viņš ir pārvācies", "I think you have the wrong number",
        "there's nobody with that name here", "you want someone else", "he doesn't work here anymore",
        "this isn't her number", "sorry, no Anna here", "laikam sajaucāt numuru", "te neviena tāda nav",
        "viņa šeit nedzīvo", "jūs zvanāt uz nepareizu numuru", "es neesmu tas cilvēks", "tāda te nav",
    ),
    Kind.WHO: (
        "may I know who's calling", "and you are", "who might you be",
        "who do I have the pleasure of speaking with", "what's the name of your company",
        "which firm do you represent", "where are you ringing from", "sorry who is it", "tell me who you are",
        "who is on the line", "what organisation is this", "kas jūs tāds esat", "kas tur ir",
        "kas zvana lūdzu", "ar ko man ir darīšana", "kāda firma jūs esat", "no kuras firmas jūs esat",
        "kā sauc jūsu uzņēmumu", "kas pie telefona", "pastāstiet, kas jūs esat", "kurš zvana",
        "no kurienes zvanāt", "who's that", "who are you with", "what company is it",
        "could I have your name", "who is calling me", "identify yourself please", "kas jūs būsiet",
        "kas tā par firmu", "ar ko es te runāju", "no kādas firmas zvanāt", "kas man zvana",
        "sakiet, kas jūs esat",
    ),
    Kind.ROBOT: (
        "is this a machine talking", "am I speaking to a computer", "so you're not a human",
        "are you an automated system", "do I hear a recording", "is there a real person or is this a bot",
        "are you artificial intelligence", "is it a robot", "are you a human being",
        "vai es runāju ar mašīnu", "vai tā ir mašīna", "jūs neesat cilvēks", "vai te runā automāts",
        "vai es runāju ar cilvēku", "jūs esat dators", "tas ir ieraksts vai cilvēks",
        "vai jūs esat mākslīgais intelekts", "vai tas ir īsts cilvēks", "te robots vai",
        "am I talking to a real person", "are you a robot or a human", "is this an automated message",
        "is that a machine", "do you exist for real or are you a bot", "vai jūs esat dzīvs",
        "vai tu esi robots vai cilvēks", "vai šis ir robots", "es runāju ar robotu?", "vai jūs esat automāts",
    ),
    Kind.GOODBYE: (
        "bye for now", "thanks a lot, bye", "okay goodbye then", "have a good one", "see you around",
        "I need to hang up now", "I'm off, bye", "that's it, goodbye", "we're done, bye", "all the best",
        "cheers, bye", "have a lovely evening", "let's end here, goodbye", "I have to leave now", "talk soon",
        "farewell", "thank you and goodbye", "good day to you", "paldies, atā", "visu gaišu",
        "uz sadzirdēšanos", "lai jums jauka diena", "viss, atā", "paldies, visu labu", "man jāskrien, atā",
        "labi, uz redzēšanos", "čau čau", "jauku vakaru", "jauku dienu jums", "es lieku nost",
        "beigsim sarunu", "novēlu jauku dienu", "viss paldies uz redzēšanos", "thank you, goodbye",
        "okay bye bye", "see you later, bye", "have a great day", "nice talking to you, goodbye",
        "I'm hanging up now", "nu tad atā", "visu labu jums", "jauku dienu, atā",
        "man laiks beigt, visu labu", "viss, lieku nost",
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
    "don't cancel the call", "please do not cancel my call", "never cancel my appointment",
    "you don't need to cancel the call", "there's no need to cancel the call", "I won't cancel the call",
    "I wouldn't want to cancel the callback", "did you cancel the call", "who cancelled my call",
    "don't forget the call", "let's not cancel the call", "never mind the noise", "neatceliet zvanu",
    "nevajag atcelt zvanu", "zvanu nevajag atcelt", "es negribu atsaukt zvanu", "lūdzu neatsauciet zvanu",
    "kāpēc atcēlāt zvanu", "neaizmirstiet zvanu", "no call waiting", "es nevēlos zvanus",
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
    "uh-huh", "I already called twice and nobody called me back", "nobody called us back", "no one called me",
    "I want to speak to sales", "connect me to billing", "can I talk to the accounting department",
    "put me through to technical support", "I'd like to talk about my bill", "the person who lives next door",
    "a person stole my card", "my operator charges me too much", "repeat prescriptions",
    "I repeat my password", "the speed is slow", "the internet gets slower at night",
    "loud noise in the phone line", "I have hearing aids to return", "goodbye party for my boss",
    "I said goodbye to them", "they never said who they were", "who is responsible for refunds",
    "who do I contact about returns", "what company delivers my parcel", "my robot mower is broken",
    "do you sell robots", "wrong amount on my bill", "the wrong item was delivered",
    "I'd like English subtitles", "do you ship to Russia", "gribu runāt ar grāmatvedību",
    "savienojiet mani ar pārdošanu", "gribu runāt par rēķinu", "cilvēks no jums bija pie manis",
    "internets ir kļuvis lēnāks", "skaļš troksnis līnijā", "kas atbild par piegādi", "kura firma piegādā",
    "man atveda nepareizu preci", "robots putekļsūcējs nestrādā", "gribu pārdot robotu",
    "nepareiza adrese rēķinā", "atkārtots pasūtījums", "paldies par darbu",
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


@pytest.mark.parametrize(
    ("kind", "words"),
    [(kind, words) for table in (CASES, MORE_CASES) for kind, many in table.items() for words in many],
)
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
