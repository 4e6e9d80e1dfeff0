"""What people answer to a question that asks for yes or no."""

from __future__ import annotations

import pytest

from ivr.understanding.consent import Answer, consent
from ivr.understanding.result import Ambiguous, Match, NoMatch

CASES = {
    ("en", Answer.YES): (
        "yes", "Yes.", "yeah", "yep", "yup", "yes please", "yes, that's right", "yes of course", "yes I am",
        "yes I would", "yes, go ahead", "yeah sure", "sure", "sure thing", "okay", "ok", "alright",
        "all right then", "of course", "certainly", "absolutely", "definitely", "by all means", "indeed",
        "exactly", "precisely", "correct", "that's correct", "that is right", "right", "true", "affirmative",
        "you got it", "why not", "sure, why not", "I don't see why not", "no problem", "no problem at all",
        "no worries", "no objections", "not a problem", "I don't mind", "I wouldn't mind", "go ahead",
        "please do", "please go on", "carry on", "fine", "fine by me", "that's fine", "that's fine with me",
        "sounds good", "that sounds great", "perfect", "great", "good", "that works for me", "works for me",
        "that suits me", "it suits me well", "that will do", "I agree", "agreed", "I do", "I am", "I can",
        "I will", "I would", "I'd love to", "I'd like that", "I would like that very much", "I think so",
        "I believe so", "I suppose so", "I guess so", "might as well", "go on then", "if you must", "mhm",
        "mm-hmm", "uh-huh", "uh huh", "aha", "yes indeed", "oh yes", "um yes", "well yes", "uh yeah",
        "erm, okay", "okay then", "you bet", "deal", "speaking", "this is she", "that's me",
        "yes this is Anna", "it is", "I'm listening", "without a doubt", "that's not wrong",
        "you are not wrong", "not wrong at all", "you understood me correctly", "you got that right",
        "yes yes yes", "yes but be quick", "yeah but make it short please", "yes, what is it about?",
        "I have to say yes", "the answer is yes", "that would be a yes", "do it", "let's do it",
        "count me in", "with pleasure", "gladly", "no doubt about it", "that makes sense", "confirmed",
        "I confirm", "I can confirm that", "could not agree more",
    ),
    ("en", Answer.NO): (
        "no", "No!", "nope", "nah", "no thanks", "no thank you", "no, thank you very much", "no way",
        "no chance", "not really", "not at all", "not in the least", "absolutely not", "definitely not",
        "certainly not", "of course not", "I don't think so", "I don't believe so", "I think not",
        "I'd rather not", "I would prefer not to", "I'm afraid not", "I'm not interested", "not interested",
        "no interest", "that's not right", "that is not correct", "that's wrong", "wrong", "incorrect",
        "that's not true", "false", "that is not what I said", "that's not what I meant", "I didn't say that",
        "I did not ask for that", "you misunderstood", "you misunderstood me", "you got that wrong",
        "you did not understand me", "that can't be right", "I disagree", "I don't agree",
        "don't send it",
        "I don't want that", "I don't want to", "I don't want it", "I won't", "I'm not", "I do not",
        "it isn't", "it is not", "no it isn't", "no I don't", "no I am not", "uh-uh", "nuh-uh", "never",
        "never in a million years", "over my dead body", "in your dreams", "forget it", "I'll pass",
        "count me out", "no can do", "no deal", "not for me", "hell no", "no good", "negative", "um no",
        "well no", "oh no", "sorry, no", "no sorry", "I have to say no", "the answer is no",
        "that would be a no", "thanks but no", "thank you but no thanks", "no that's okay",
        "no that's fine thanks", "no, I'm good", "that's all", "that's all, thank you", "nothing else",
        "no, nothing", "wrong number", "she's not here", "he is not at home", "nobody by that name",
        "yes but that's wrong", "sorry but that's not right", "no no no", "no no, absolutely not",
        "no it's the other one", "no I said Tuesday", "I said Monday not Sunday",
        "I asked for something else", "that is not it", "not that one",
    ),
    ("en", Answer.LATER): (
        "I'm on another call", "the baby is asleep", "I'm at a funeral", "I am abroad",
        "yes, but later", "yes but not now", "no, not now", "not now", "not right now", "not at the moment",
        "not today", "not yet", "later", "later please", "maybe later", "another time", "some other time",
        "call me later", "call me back", "can you call me back", "could you call back tomorrow",
        "call me tomorrow", "ring me after six", "call me in an hour", "try me again on Monday",
        "I'm driving", "I am at work", "I'm in a meeting", "I'm busy", "I'm a bit busy right now",
        "sorry I'm just eating", "it's a bad time", "this is not a good time", "I have no time",
        "I don't have time", "I don't have time right now", "I can't talk right now", "I can't speak now",
        "let me think about it", "I need to think about it", "I'll think about it", "I need some time",
        "give me a few minutes", "I have to ask my wife", "I'll let you know", "I'll get back to you",
        "how about tomorrow", "tomorrow", "can we do it tomorrow", "no I'm driving, call me in an hour",
        "okay but call me tomorrow", "yes, could you call me at five",
    ),
    ("en", Answer.UNCLEAR): (
        "maybe", "perhaps", "possibly", "probably", "probably not", "maybe not", "maybe yes, maybe no",
        "could be", "it could be", "might be", "I might", "it might", "I don't know", "don't know", "dunno",
        "I really don't know", "I'm not sure", "not sure", "not so sure", "not quite sure", "unsure",
        "no idea", "I have no idea", "not a clue", "who knows", "it depends", "that depends",
        "depends on the price", "hard to say", "I can't say", "I couldn't say", "can't decide",
        "I can't answer that", "either", "either one is okay", "both", "I guess", "I suppose", "kind of",
        "sort of", "more or less", "yes and no", "not necessarily", "whatever", "I don't care", "I hope so",
        "hopefully", "we'll see", "let me see", "hmm", "hm", "uh", "um", "er", "mmm", "ehm", "uh um",
        "yeah right", "as if I have a choice", "do I have a choice", "what do you think", "fifty fifty",
        "so so", "beats me", "if only I knew", "yes maybe", "no idea sorry", "I guess maybe",
        "I honestly have no preference", "it's hard to tell", "I'm torn", "undecided", "too early to say",
        "in a way", "to some extent",
    ),
    ("lv", Answer.YES): (
        "jā, bet ne pirms piektdienas", "jā, bet tikai ne otrdien",
        "jā", "Jā.", "jaa", "ja", "jā jā", "jā lūdzu", "jā, protams", "jā gan", "nu jā", "protams", "labi",
        "nu labi", "nu labi labi", "labs ir", "lai iet", "lai notiek", "kāpēc ne", "kāpēc gan ne", "piekrītu",
        "es piekrītu", "der", "man der", "tas der", "tas man der", "pareizi", "tas ir pareizi", "tieši tā",
        "tā ir", "tā gan", "jā tā ir", "noteikti", "noteikti jā", "ok", "okei", "aha", "mhm", "uhū", "ahā",
        "skaidrs", "saprotams", "sarunāts", "norunāts", "bez šaubām", "nav iebildumu", "man nav iebildumu",
        "nekādu iebildumu", "nav problēmu", "bez problēmām", "nekādu problēmu", "varu", "varam", "es varu",
        "var", "drīkst", "gribu", "vēlos", "es gribētu", "labprāt", "ar prieku", "klausos", "es klausos",
        "runājiet", "stāstiet", "sakiet", "uz priekšu", "aiziet", "esmu", "tas esmu es", "jā tas esmu es",
        "es pats", "jā es esmu Anna", "apstiprinu", "lieliski", "ļoti labi", "labi runājiet", "jā ērti",
        "man ir ērti", "jā bet ātri", "jā tikai ātri lūdzu", "jā varat runāt", "taisnība", "tā ir taisnība",
        "nav nepareizi", "tas nav nepareizi", "domāju ka jā", "es domāju, ka jā", "drīzāk jā", "jā, interesē",
        "mani interesē", "jā kas ir", "ee jā", "nu ja", "davai", "da", "yes", "jo protams",
        "jūs sapratāt pareizi", "sapratāt pareizi", "jā jā tieši tā", "ja, ludzu", "ja protams",
        "atbilde ir jā", "man nav nekas pretī", "nekas pretī", "kāpēc nē", "varētu gan", "labi labi",
    ),
    ("lv", Answer.NO): (
        "nē", "Nē!", "ne", "nee", "nea", "nē nē", "nē paldies", "paldies nē", "nē, paldies", "nē nē paldies",
        "protams nē", "noteikti nē", "noteikti ne", "nekādā gadījumā", "nekādā ziņā", "nepavisam", "nebūt nē",
        "nemaz", "nepareizi", "tas nav pareizi", "tas ir nepareizi", "nav pareizi", "nav taisnība", "tā nav",
        "tā nav taisnība", "nav", "neder", "man neder", "tas man neder", "negribu", "es negribu", "nevēlos",
        "es to nevēlos", "nevajag", "man nevajag", "neinteresē", "mani neinteresē", "mani tas neinteresē",
        "nepiekrītu", "es nepiekrītu", "nevaru", "diemžēl nē", "diemžēl nevaru", "atsakos", "es neesmu",
        "tas neesmu es", "nē tas neesmu es", "nē neesmu", "es tā nedomāju", "nedomāju", "domāju, ka nē",
        "es domāju ka nē", "drīzāk nē", "ne visai", "ne īpaši", "ne jau", "es to neteicu", "es tā neteicu",
        "jūs nesapratāt", "jūs mani nesapratāt", "jūs pārpratāt", "jūs kļūdāties",
        "es teicu pirmdien, nevis otrdien", "ne to", "ne to, bet otru", "nu nē", "ee nē", "nekad",
        "nekad mūžā", "aizmirstiet", "nē, es neesmu Anna", "nepareizs numurs", "viņa nav mājās",
        "šeit tāda nav", "tāda te nav", "viss", "tas ir viss", "tas arī viss", "viss paldies", "vairāk neko",
        "neko", "net", "no, es negribu nē", "jā, bet tas nav pareizi", "atvainojiet, bet tas nav pareizi",
        "paldies, bet nē", "atbilde ir nē", "es iebilstu", "nē, man nav ērti", "nav ērti", "neērti", "kļūda",
        "te ir kļūda",
    ),
    ("lv", Answer.LATER): (
        "man pašlaik ir sapulce", "man ir lekcija", "bērns guļ", "esmu tramvajā", "stūrēju mašīnu",
        "jā, bet vēlāk", "jā bet ne tagad", "nē, ne tagad", "ne tagad", "tagad ne", "tagad nē", "vēlāk",
        "vēlāk lūdzu", "varbūt vēlāk", "citreiz", "citu reizi", "kādu citu reizi", "piezvaniet vēlāk",
        "zvaniet vēlāk", "atzvaniet man vēlāk", "piezvaniet rīt", "zvaniet rīt no rīta",
        "piezvaniet pēc stundas", "vai varat piezvanīt vēlāk", "varētu piezvanīt vēlāk", "es braucu",
        "es esmu pie stūres", "esmu darbā", "es tagad esmu sapulcē", "esmu aizņemts", "esmu aizņemta",
        "šobrīd esmu aizņemts", "tagad nevaru runāt", "šobrīd nevaru", "es tagad nevaru", "man nav laika",
        "man tagad nav laika", "nav īstais brīdis", "tagad nav ērti", "šobrīd man nav ērti runāt", "padomāšu",
        "es padomāšu", "man jāpadomā", "vēl padomāšu", "jāpadomā", "man vajag padomāt", "ļaujiet padomāt",
        "es vēl apdomāšu", "man jāparunā ar vīru", "rīt", "rīt labāk", "pēc pusstundas", "labāk rīt",
        "jā, bet zvaniet pēc pieciem", "nē, es braucu, piezvaniet pēc stundas", "es jums pats piezvanīšu",
        "es došu ziņu", "šodien ne", "ne šodien", "uzgaidiet", "pagaidiet mazliet",
    ),
    ("lv", Answer.UNCLEAR): (
        "varbūt", "nu varbūt", "varbūt jā", "varbūt nē", "varbūt jā varbūt nē", "iespējams", "laikam",
        "laikam jā", "laikam nē", "droši vien", "varētu būt", "tas varētu būt", "nezinu", "es nezinu",
        "nu nezinu", "tiešām nezinu", "nav ne jausmas", "ne jausmas", "man nav ne jausmas", "nemāku teikt",
        "nevaru pateikt", "grūti pateikt", "grūti teikt", "atkarīgs", "kā kuru reizi",
        "tas atkarīgs no cenas", "atkarībā no cenas", "neesmu drošs", "neesmu droša", "neesmu pārliecināts",
        "es šaubos", "diez vai", "kas to lai zina", "kas zina", "kā sanāks", "redzēsim", "paskatīsimies",
        "gan jā, gan nē", "jā un nē", "vienalga", "man vienalga", "kā gribat", "it kā", "it kā jā", "daļēji",
        "pa daļai", "hmm", "nu", "nu nu", "ee", "ēē", "mmm", "hm nu", "kā lai saka", "ceru", "cerams",
        "cerams ka jā", "man grūti izlemt", "nevaru izlemt", "nevaru izšķirties", "puse uz pusi", "50 50",
        "kā man lai zina", "vai man ir izvēle", "ne jā ne nē", "bez komentāriem", "var būt", "moš",
        "может быть", "ne znaju",
    ),
}  # fmt: skip
MORE_CASES = {
    ("en", Answer.YES): (
        "yes absolutely", "that would be lovely", "yes, I suppose so", "go on then, yes", "oh all right then",
        "you can say that again", "sure, go ahead and do it", "yes dear", "I'd be delighted",
        "certainly, young man", "by all means, do", "fine, let's do that", "ok that's good", "yup that works",
        "I reckon yes", "okey dokey", "yes, but keep it short", "it does", "I certainly do",
        "yes please, that would help", "no objection", "yes, go on dear", "sure why not", "that'd be fine",
        "oh yes indeed", "I would like that", "aye", "naturally", "absolutely yes", "do that please",
        "that is what I want", "very well then", "sounds like a plan", "you bet I do",
    ),
    ("en", Answer.NO): (
        "no, I'm afraid not", "I don't think I will", "nah I'm good", "no thanks, dear",
        "I'd rather you didn't", "absolutely no", "not on your life", "not this one", "that isn't right",
        "nothing of the kind", "no, leave it", "I'll have to say no", "no, not interested", "hardly",
        "I'm not so keen", "nope, wrong", "I would not", "not necessary, thank you", "no no",
        "that's incorrect", "I beg to differ", "I'd say no", "absolutely not, thank you",
        "that's wrong I'm afraid", "no it is not", "I have no interest", "not me", "I don't care for it",
        "no, nothing more", "I won't be doing that", "definitely no", "I'm good, no thanks",
        "it isn't correct",
    ),
    ("en", Answer.LATER): (
        "yes, but not today", "not just now", "maybe some other day", "call me back later",
        "I'm in the middle of something", "I've got no time at the moment", "try again next week",
        "I'm on the road, later please", "I need to think it over", "let me talk to my husband first",
        "now is not convenient", "in half an hour perhaps", "another day would be better",
        "I'm about to leave the house", "later today maybe", "can you ring me this evening",
        "it's not a good moment", "I'm cooking right now", "give me a call on Friday",
        "I need some time to think", "we'll have to do it another day", "I'm with a customer",
        "come back to me in a week",
    ),
    ("en", Answer.UNCLEAR): (
        "I don't know really", "possibly, possibly not", "I haven't made up my mind", "I can't decide",
        "either way", "maybe yes maybe no", "couldn't say", "I am not certain", "that depends on the price",
        "I suppose it might",
    ),
    ("lv", Answer.YES): (
        "jā, lūdzu", "ā-hā", "protams, ka jā", "var jau", "jā, tas derētu", "nu davai", "jā, dēls",
        "skaidra lieta", "jā, bet īsi", "jā, tā ir", "jā, es klausos", "labi, lai būtu", "ja ludzu",
        "jā, ar prieku", "jā, varam", "labi, darīsim tā", "nu tad jā", "jā gan, paldies", "jā, tieši",
        "jā, meitiņ", "jā, tas esmu es", "nu kāpēc ne", "der, paldies", "skaidrs, jā", "aha, jā",
    ),
    ("lv", Answer.NO): (
        "nē, nē", "nē, tas neder", "nav vajadzīgs", "nē, dēliņ", "man neinteresē", "nē, tas neesmu es",
        "nē, es domāju ka nē", "ne, paldies", "negribas", "ne par ko", "nē, pietiks", "nē, nu nē",
        "nē, ko jūs", "man to nevajag", "nē, tas nav tā", "nē, nekad", "tas nav man", "nē, man nav intereses",
        "nē, cits numurs", "tā nebija", "ne man", "nē, nevaru piekrist",
    ),
    ("lv", Answer.LATER): (
        "es tagad esmu darbā", "vēlāk, lūdzu", "pēc stundas", "parunāšu ar sievu", "nevaru tagad runāt",
        "tagad nē, varbūt vakarā", "labāk parīt", "man ir ciemiņi", "esmu pie ārsta", "vajag apdomāt",
        "pēc pusstundas zvaniet", "es ēdu", "sazvanāmies nākamnedēļ",
    ),
    ("lv", Answer.UNCLEAR): (
        "kā nu kuro reizi", "jāskatās", "redzēs", "varbūt jā, varbūt nē", "nu nemāku teikt",
        "neesmu pārliecināta", "droši vien, bet nezinu", "iespējams, ka jā", "hm, nezinu",
    ),
}  # fmt: skip
HARDER = {
    ("lv", Answer.YES): (
        "jā, tas der", "jā, man der", "jā, var", "jā var", "jā, ļoti labi", "jā, tā būs labi", "labi, lai ir",
        "labi, tā arī darīsim", "nu ok", "nu tad labi", "nu protams", "jā nu protams ka jā", "protams ka jā",
        "skaidrs ka jā", "pilnīgi noteikti", "simtprocentīgi", "simts procenti", "viennozīmīgi",
        "neapšaubāmi", "jā jums taisnība", "jums ir taisnība", "jā, viss pareizi", "viss pareizi",
        "viss kārtībā", "viss ir pareizi", "jā, es apstiprinu", "apstiprināts", "jā, drīkst", "drīkst drīkst",
        "jā es klausos jūs", "jā, ar mani var runāt", "jā, tā esmu es", "esmu gan", "ir gan", "der gan",
        "gribu gan", "jā, gribētu", "jā, labprāt", "es neiebilstu", "neiebilstu", "man nav nekādu iebildumu",
        "nav nekādu problēmu", "kāpēc lai nē", "ejam", "ejam uz priekšu", "darām tā", "dariet tā",
        "piesakiet", "jā, piesakiet", "rezervējiet", "pierakstiet mani", "jā, pierakstiet",
        "jā, lūdzu, savienojiet", "savienojiet", "jā jā, es dzirdu", "dzirdu", "jā, dzirdu jūs",
        "esmu ar mieru", "ar mieru", "es esmu ar mieru", "jā, esmu mājās un varu runāt", "jā brīvs esmu",
        "brīvs", "ērti", "ir ērti", "jā, šobrīd ir ērti", "tieši tik", "nu kāpēc gan nē", "jo jo",
        "jā, paldies", "jā paldies", "paldies jā",
    ),
    ("lv", Answer.NO): (
        "nē, nav", "nē, nevajag", "nē, nevajag paldies", "nevajag paldies", "paldies, nevajag",
        "nē, nav vajadzības", "nav vajadzības", "nē, man nav interese", "nav intereses",
        "mani tas neinteresē paldies", "nē, neder", "nē, tas nav pareizi", "nē, jūs nepareizi sapratāt",
        "nepareizi sapratāt", "jūs sapratāt nepareizi", "nē, ne tā", "ne tā", "tā nav pareizi", "tas nav tas",
        "pilnīgi nepareizi", "galīgi garām", "nē, galīgi nē", "nē nu nē", "nu nē taču", "nē, noteikti nē",
        "nē, diemžēl", "diemžēl nē, nevaru", "nē, es nevaru", "nē, negribu", "es tiešām negribu",
        "negribu gan", "man negribas", "nē, es neesmu", "nē, jūs esat sajaukuši", "jūs kļūdījāties ar numuru",
        "tāds šeit nedzīvo", "šeit tāds nedzīvo", "viņš te vairs nedzīvo", "viņš šobrīd nav mājās",
        "viņa nav klāt", "nē, es esmu viņas meita", "nekādi", "nekad dzīvē", "ne par kādu naudu", "ne pa kam",
        "izslēgts", "tas ir izslēgts", "nevar būt", "nē, tas nevar būt", "es nepiekrītu tam",
        "nē, es nepiekrītu", "nē, es atsakos", "es atteikšos", "atteikšos", "nē, man pietiek", "pagaidām nē",
        "nē, labāk nē", "labāk nē", "labāk ne", "nē, nav pareizi, jābūt trešdienai", "nē, otrdien",
        "nē, astoņos",
    ),
    ("lv", Answer.UNCLEAR): (
        "nu es nezinu", "godīgi sakot, nezinu", "nezinu, ko teikt", "nezinu vai", "es īsti nezinu",
        "īsti nezinu", "nav ne mazākās nojausmas", "varbūt, nezinu", "varbūt kādreiz", "nu iespējams",
        "ļoti iespējams", "diezgan iespējams", "nav izslēgts", "grūti atbildēt", "grūti izšķirties",
        "nevaru atbildēt", "es vēl nezinu", "vēl neesmu izlēmis", "neesmu izlēmusi", "šaubos",
        "tā īsti nevaru pateikt", "nu kā lai jums saka", "nu kā kuru reizi", "visādi", "dažādi", "puslīdz",
        "vidēji", "apmēram", "laikam gan", "laikam ka jā", "droši vien ka nē", "vai nu jā vai nē",
        "man pofig", "hmmm nu", "ēēē", "nu tā", "tā pusuz pusi", "skatoties kas", "tas ir atkarīgs",
    ),
    ("lv", Answer.LATER): (
        "es zvanīšu pats", "vai nevarētu vēlāk", "vai nevar rīt", "varbūt rīt", "piezvaniet man pēc darba",
        "zvaniet vakarā", "nē, tagad esmu pie ārsta", "esmu veikalā", "es esmu ceļā", "stāvu rindā",
        "man tagad ir sapulce", "man klients", "esmu pie zobārsta", "tūlīt sāksies sapulce",
        "es atrodos ārzemēs", "jā, bet ne šodien", "jā bet man nav laika", "jā, bet es braucu",
        "nē, man tagad nav laika, zvaniet pēc pusstundas", "labi, bet vēlāk", "labi, bet piezvaniet rīt",
        "es vēl padomāšu un tad pateikšu", "jāapspriežas ar sievu", "man jāprasa vīram",
        "vēl nezinu, padomāšu", "dodiet laiku padomāt",
    ),
    ("en", Answer.YES): (
        "yes I can talk", "yes you can", "yes that would be lovely", "yes thanks", "yes thank you",
        "yeah I guess so", "yeah okay", "yeah that's fine", "yeah no problem", "ok sure", "ok fine",
        "ok go ahead", "okay let's hear it", "sure go on", "sure, what is it", "sure, if it's quick",
        "fine, go on", "all good", "that's okay", "that's alright", "it's fine", "it's okay with me",
        "I'm fine with that", "I'm okay with that", "I'm happy with that", "happy to", "I'd be happy to",
        "I would be glad to", "be my guest", "of course you can", "of course I do", "totally",
        "hundred percent", "one hundred percent", "a hundred percent", "most certainly", "without question",
        "yes ma'am", "yessir", "that's the one", "that's it", "spot on", "bang on", "you're right",
        "you are absolutely right", "you read my mind", "book it", "book me in", "please book it",
        "yes book it please", "put me through", "connect me", "yes connect me please", "I accept",
        "I'll take it", "I'm up for it", "I'm game", "very well", "very good", "good idea", "could do",
        "go for it", "make it so", "do so", "right you are", "I reckon so", "suppose so", "I'm here",
        "this is he", "it's me", "you're speaking to him", "Anna speaking", "yes this is he",
        "if it doesn't take long", "as long as it's quick", "yes as long as it is free",
        "can't complain, yes", "I have no objection", "none at all go ahead", "no, no problem at all",
    ),
    ("en", Answer.NO): (
        "no I can't", "no you can't", "no I'm good thanks", "no that won't work", "that doesn't work for me",
        "that won't work", "that does not suit me", "it doesn't suit me", "it doesn't", "it does not",
        "not for me thanks", "not really no", "not really interested", "not particularly", "not especially",
        "not exactly", "not quite", "not a chance", "not likely", "no need", "no need thanks",
        "there's no need", "no point", "I don't need it", "I don't need that", "I don't need anything",
        "we don't need any", "I have no interest in that", "I'm not keen", "I can't do that",
        "I can't make it", "I cannot accept that", "I refuse", "I must decline", "I'll have to decline",
        "I will not", "I shall not", "no sir", "no ma'am", "heavens no", "god no", "hell no", "oh no no no",
        "no no that's wrong", "no it's Wednesday", "no, Tuesday", "no, at eight", "you've got it wrong",
        "you heard me wrong", "you've got the wrong person", "you have the wrong number", "wrong person",
        "he doesn't live here", "she no longer lives here", "he's out", "she isn't in", "this is his wife",
        "I'm not him", "it's not me", "that isn't me", "that's not my name", "that's not me",
        "that's not it at all", "that's not what I wanted to say", "you misheard", "you misheard me",
        "incorrect", "nothing of the sort", "quite the opposite", "on the contrary", "nothing thanks",
        "nothing more thanks", "that'll be all", "that will be all thank you", "no more questions",
        "I'm done", "I'm all set", "leave it", "skip it", "scrap that", "no dice",
    ),
    ("en", Answer.UNCLEAR): (
        "I couldn't tell you", "I wouldn't know", "I'm not certain", "not a hundred percent sure",
        "I'm on the fence", "could go either way", "I have mixed feelings", "maybe so", "maybe one day",
        "perhaps not", "possibly not", "I'm in two minds", "ask me something else", "I really couldn't say",
        "I'm not the right person to ask", "kinda", "sorta", "yes and no", "yes or no, I don't know",
        "sometimes", "now and then", "occasionally", "it varies", "in part", "partly", "ish", "meh", "eh",
        "so-so", "I don't remember", "I can't remember", "I forgot", "potentially", "conceivably", "likely",
        "most likely", "I'd say maybe", "maybe yeah", "yeah maybe", "no maybe", "well maybe yes",
        "I'm leaning towards yes", "it's a maybe", "hmm let me see", "I'm thinking", "um well", "well...",
        "uhhh",
    ),
    ("en", Answer.LATER): (
        "can you ring later", "could we talk tomorrow instead", "I'm about to go into a meeting",
        "I'm just on my way out", "I'm on the bus", "I'm at the dentist", "I've got guests",
        "I've got company", "I have visitors", "I'm having dinner", "my battery is dying, call later",
        "yes but I only have a minute, call me later", "okay, but not today", "maybe tomorrow",
        "maybe next week", "perhaps another day", "in half an hour", "after lunch", "ask me again tomorrow",
        "let me sleep on it", "I want to discuss it with my husband", "I need to talk to my wife first",
        "send me something and I'll think about it", "I can't right now", "now's not a good time",
        "now is not a good time", "it isn't convenient right now", "it's not convenient",
        "you caught me at a bad time",
    ),
}  # fmt: skip
NOTHING = {
    "en": (
        "stop speaking", "Stop speaking, please",
        "what", "pardon", "can you repeat that", "say that again please", "who is this", "what is it about",
        "how much does it cost", "hello", "hello?", "good morning", "thank you", "thanks", "goodbye", "bye",
        "see you later, bye", "my balance", "I want to talk to billing", "five", "the blue one", "Riga",
        "are you a robot", "is it working", "how are you", "are you okay", "nobody told me", "stop talking",
        "what did you say", "[noise]", "(inaudible)", "<unk>", "...", "where did you get my number",
        "make sure", "no one answered my letter", "right behind the station",
        "the right one is the blue card",
    ),
    "lv": (
        "ko", "kā lūdzu", "lūdzu atkārtojiet", "vēlreiz lūdzu", "kas zvana", "par ko ir runa",
        "cik tas maksā", "sveiki", "labdien", "labrīt", "paldies", "uz redzēšanos", "visu labu",
        "mans rēķins", "gribu runāt ar grāmatvedību", "pieci", "zilais", "Rīga", "vai jūs esat robots",
        "no kurienes jums mans numurs", "ja jūs man palīdzētu", "ja būs jauns rēķins, atsūtiet", "nesaprotu",
        "es nesadzirdēju", "...", "[troksnis]", "kad tieši?", "kas tieši", "cikos tieši?",
    ),
}  # fmt: skip
BOTH = (("en", "yes no"), ("en", "no, yes"), ("lv", "jā nē"), ("lv", "nē, jā"))
OBJECTIONS = (
    ("en", "no", Answer.YES), ("en", "no, not at all", Answer.YES), ("en", "no problem", Answer.YES),
    ("en", "go ahead", Answer.YES), ("en", "yes", Answer.NO), ("en", "yes I do mind", Answer.NO),
    ("en", "not now", Answer.LATER), ("en", "maybe", Answer.UNCLEAR), ("lv", "nē", Answer.YES),
    ("lv", "nē nē, runājiet", Answer.YES), ("lv", "nav iebildumu", Answer.YES), ("lv", "jā", Answer.NO),
    ("lv", "nemaz", Answer.YES),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "want", "words"),
    [
        (language, want, words)
        for table in (CASES, MORE_CASES, HARDER)
        for (language, want), many in table.items()
        for words in many
    ],
)
def test_answers(language: str, want: Answer, words: str) -> None:
    found = consent(words, language)
    assert isinstance(found, Match), found
    assert (found.value, words) == (want, words), found.why
    assert found.span is not None
    assert words[slice(*found.span)].strip()


@pytest.mark.parametrize(
    ("language", "words"), [(language, words) for language, many in NOTHING.items() for words in many]
)
def test_what_is_no_answer(language: str, words: str) -> None:
    assert isinstance(consent(words, language), NoMatch), consent(words, language)


@pytest.mark.parametrize(("language", "words"), BOTH)
def test_both_are_asked_back(language: str, words: str) -> None:
    found = consent(words, language)
    assert isinstance(found, Ambiguous)
    assert {answer for answer, _ in found.values} == {Answer.YES, Answer.NO}


@pytest.mark.parametrize(("language", "words", "want"), OBJECTIONS)
def test_asked_what_speaks_against_it(language: str, words: str, want: Answer) -> None:
    found = consent(words, language, objection=True)
    assert isinstance(found, Match)
    assert found.value is want


def test_more_words_beside_it_make_it_less_sure() -> None:
    plain, long = (
        consent("yes", "en"),
        consent("yes I was at your office on Friday and they told me it would work", "en"),
    )
    assert isinstance(plain, Match)
    assert isinstance(long, Match)
    assert plain.confidence > 0.9
    assert long.confidence < 0.75
