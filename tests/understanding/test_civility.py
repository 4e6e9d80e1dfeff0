"""Who is fine, frustrated, insulting or threatening; each with the family of the rule that decides."""

from __future__ import annotations

import pytest

from ivr.understanding.civility import Civility, Family, civility, plainly
from ivr.understanding.civility.table import MEANING

CASES = {
    Family.HARM: (
        "I'll kill you", "i will kill you", "im gonna kill you", "I'm going to kill you all",
        "i swear i will kill you", "you're dead", "you are a dead man", "you will die",
        "I'm going to find you and hurt you", "I know where your office is and I'm coming with a gun",
        "I'm coming over there with a baseball bat", "I'm going to beat you up",
        "I'll beat the crap out of you", "I'll break your legs", "I'll break every bone in your body",
        "I'll punch you in the face", "I'm going to shoot someone", "I will shoot everyone in there",
        "I'll strangle you", "I'll slit your throat", "I'll rip your head off", "I'll cut you",
        "I will stab you", "someone is going to get hurt",
        "somebody's going to get hurt if this is not fixed", "people are going to get hurt",
        "I'm going to hunt you down", "I'll hurt your family", "I'll kill the driver",
        "I'm going to kill that technician when I see him", "I will punch your colleague", "I could kill you",
        "I want to kill you", "I'd like to punch you in the face",
        "I hope I never meet you in person because I'd kill you", "my brothers will come and break your legs",
        "I'm going to run you over", "I'll wring your neck", "if you call me again I will kill you",
        "call me again and I'll come over and beat you", "if I lose my money you lose your life",
        "I will destroy you", "I'll poison you all", "I'll bury you", "you're a dead woman", "I'll k*ll you",
        "expect a bullet", "there will be blood", "I've got a gun", "I have a knife and I know how to use it",
        "I'm armed and I'm coming", "es tevi nositīšu", "es jūs nositīšu", "nositīšu tevi",
        "es tevi nogalināšu", "nogalināšu jūs visus", "es jūs visus nošaušu", "es atnākšu un jūs nošaušu",
        "es tevi piekaušu", "es tev iesitīšu", "es tev iesitīšu pa muti", "dabūsi pa muti", "dabūsi pa purnu",
        "saņemsi pa ģīmi", "es tev salauzīšu kājas", "izsitīšu tev zobus", "es tevi nožņaugšu",
        "pārgriezīšu tev rīkli", "tu mirsi", "jūs mirsiet", "tev beigas", "jums būs beigas", "tu esi mironis",
        "atnākšu ar nazi", "aizbraukšu pie jums ar ieroci", "es to operatoru nositīšu",
        "nositīšu to jūsu operatori", "kādam būs slikti es viņu nositīšu",
        "apliešu ar benzīnu un aizdedzināšu", "gribu tevi nosist", "vajadzētu jūs nošaut",
        "visus jūs vajag nošaut", "es tevi nobeigšu", "es tevi iznīcināšu",
        "ja vēlreiz zvanīsiet es jūs nositīšu", "es tevi nosistu", "es tevi nosisu", "nositisu tevi",
        "es jus nogalinasu", "я тебя убью", "я вас убью", "убью суку", "морду набью", "получишь по морде",
        "ja tebja ubju", "ubju", "zarezhu tebja", "golovu otorvu", "es tev galvu noraušu",
        "es tevi apliešu ar skābi", "es tevi atradīšu un nositīšu", "es jums visiem galvas norausu",
        "tev nedzīvot", "tu nedzīvosi ilgi", "jums nedzīvot", "es jūs visus sašaušu",
        "paņemšu bisi un aizbraukšu pie jums", "es tev rīkli pārgriezīšu", "es tevi iekšā apglabāšu",
        "es tevi piesitīšu", "es viņam sadošu pa purnu", "gribi dabūt pa muti", "sadošu tev pa seju",
        "es tevi pakāršu", "nobeigšu tevi suka", "я тебя закопаю", "вам конец", "я приеду и всех убью",
    ),
    Family.PROPERTY: (
        "I will burn your office down", "I'm going to burn down your building",
        "I'll set your office on fire", "I will blow up your bank", "there's a bomb in your building",
        "I put a bomb in your office", "I'm going to bomb the place", "I'll smash your windows",
        "I'll throw a brick through your window", "I will come there and smash everything up",
        "I'm gonna shoot up the place", "I'll torch your car",
        "I'll hack your servers and destroy everything", "I will slash your tyres", "your office will burn",
        "your building will go up in flames", "es jūsu biroju nodedzināšu", "nodedzināšu jūsu biroju",
        "aizdedzināšu jūsu ofisu", "uzspridzināšu jūsu banku", "es uzspridzināšu jūs",
        "es visu tur uzspridzināšu", "jūsu birojā ir bumba", "es noliku bumbu jūsu ēkā", "ielikšu jums bumbu",
        "es sadauzīšu jums logus", "izsitīšu jums logus", "sadauzīšu jūsu biroju",
        "iemetīšu jums akmeni logā", "jūsu birojs degs", "uzspridzinasu jusu biroju", "я вас всех взорву",
        "я взорву ваш офис", "сожгу ваш офис", "ja vas vzorvu", "es aizbraukšu un sadauzīšu jums visu",
        "atbraukšu un izdauzīšu logus", "es tevi sadedzināšu dzīvu", "jūsu kantoris lidos gaisā",
        "būs jums bumba", "es jums visu sadedzināšu", "я взорву вас нахрен",
    ),
    Family.VEILED: (
        "I will find you", "I know where you live", "you'll regret this", "you will be sorry",
        "watch your back", "sleep with one eye open", "I'll make you pay for this",
        "I'll make sure you suffer", "you better watch out", "I'll get you", "I'll come and get you",
        "you won't live to see tomorrow", "your family will pay", "I know where your kids go to school",
        "es tevi atradīšu", "es zinu, kur tu dzīvo", "es zinu kur jūs strādājat", "tu to nožēlosi",
        "jūs to vēl nožēlosiet", "sargies", "sargieties", "pielūkojies", "uzmanies tu", "es tev parādīšu",
        "я тебя найду", "я знаю где ты живёшь", "tu dabūsi", "tu vēl dabūsi", "gan tu dabūsi",
        "es zinu kur tavi bērni mācās", "я вам устрою",
    ),
    Family.INSULT: (
        "you're a stupid machine", "you are a dumb program", "you are ugly", "u r stupid", "you're an ass",
        "you are useless", "you're worthless", "you make no sense you idiot", "you're a nazi",
        "you're a whore", "your mother is a whore", "what a loser", "you dork", "you liar", "you idiots",
        "you're nothing but a stupid bot", "you are the dumbest bot ever", "worst bot ever",
        "what a stupid bot", "this bot is retarded", "are you retarded", "are you stupid or what",
        "are you dumb", "do you have a brain", "you have no brain", "brainless machine", "you brainless twit",
        "you silly cow", "you old hag", "you cheap whore", "you son of a bitch", "you piece of shit",
        "you're a piece of garbage", "you fat pig", "you b****", "you d1ck", "stuuupid bot", "you moron bot",
        "listen here you little shit", "who programmed you, a monkey", "the person who made you is an idiot",
        "your creators are idiots", "your boss is a moron", "your whole company are idiots",
        "you people are idiots", "you guys are morons", "you lot are useless", "you are an absolute joke",
        "you're a disgrace", "useless bot", "stupid robot answer me", "answer me you stupid robot",
        "give me a human you moron", "transfer me idiot", "are you deaf or stupid", "you incompetent fool",
        "you incompetent idiots", "you pathetic excuse for an agent", "you're pathetic", "you clown",
        "you absolute muppet", "tu esi idiots", "jūs esat idioti", "idiots tāds", "ak tu stulbenis",
        "stulbenis tu", "tu stulbā kuce", "tu maita", "maita tāda", "jūs visi esat stulbi",
        "cik tu stulba esi", "vai tu esi stulba", "vai tu esi idiots", "tu esi galīgi stulbs",
        "tu esi pilnīgi tups", "kāds tu esi stulbs", "stulbais robots", "stulbais bots atbildi",
        "debilais robots", "tu robots esi stulbs", "jūs tur visi esat debili", "jūsu operatore ir idiote",
        "jūsu darbinieki ir debili", "tavs priekšnieks ir kretīns", "savieno mani ar cilvēku idiot",
        "paklau idiots", "tu pidars", "jūs esat lopi", "lopi tādi", "cūka tu tāda", "govs stulbā",
        "tu esi nekam nederīgs sūds", "tu sūds", "tu sudabrali", "tu esi kretins", "тупая сука", "ты тупой",
        "ты мудак", "ty debil", "ti debil", "tu debils", "suka tu", "tupoj robot", "вы дебилы",
        "вы все идиоты", "tu esi lohs", "nu tu gan esi stulbenis", "jūs esat vienkārši idioti",
        "kādi jūs tur idioti sēžat", "tu dauns", "vai jums smadzeņu nav", "jums nav smadzeņu",
        "tev galvā sūdi", "jūs esat draņķi", "nolādēts robots", "tupais robots", "tups kā zābaks tu esi",
        "skuķe stulbā", "bāba stulbā", "vecene stulbā", "tu resnā cūka", "kuces bērns", "maukas dēls",
        "suņa bērns", "tu mērgli", "ak tu maita", "jūs tur visi esat tupi", "idiotu bars",
        "baigie debili jūs", "tu nenormālais", "slims esi", "tu esi slims", "ты идиот", "ты дура", "вы твари",
        "vecā ragana",
    ),
    Family.EPITHET: (
        "stupid", "idiot", "fool", "sucker", "weirdo", "fake piece of crap", "bunch of morons", "libtards",
        "retards", "dirty slut", "nasty bitch", "ugly bitch", "bitch please", "son of a bitch",
        "piece of shit", "b*tch", "a$$hole", "sh1t head", "c u n t", "biiiitch", "useless piece of junk",
        "idiots", "debils", "debili", "kuce", "mauka", "sūkā", "pidars", "pidarasi", "sūda robots",
        "sūda gabals", "сука", "мудак", "suka tupaja", "stulbenis", "stulbeņi", "kretīni", "lohi", "dauni",
        "debīlie", "дура", "тварь", "урод", "шлюха", "чмо",
    ),
    Family.SEND_OFF: (
        "ej pakaļā", "shut up bitch", "shutup", "screw you", "i hate you so much", "fuck your mother",
        "get fucked", "fk u", "f u", "go to hell", "shove it", "you make me sick", "you disgust me",
        "piss off", "bugger off", "sod off you wanker", "get lost", "get stuffed", "bite me", "kiss my ass",
        "up yours", "shut your mouth", "shut your fucking mouth", "shut it", "f**k you", "f*** off", "fuk u",
        "f u c k you", "f.u.c.k off", "fuuuuck you", "ej dirst", "ejiet dirst", "ejiet visi dirst", "ej ellē",
        "ejiet pie velna", "ej pie velna", "ej nahuj", "ejiet nahuj", "idi nahuj", "иди на хуй",
        "пошёл на хуй", "пошел ты", "aizveries", "aizverieties", "aizver muti", "aizver žākli",
        "aizver savu muti stulbene", "atpisies", "atšujies", "atpisieties no manis", "lasies prom",
        "vācies prom", "pazūdi", "rauj dirsā", "skūpsti manu pakaļu", "es tevi ienīstu", "es jūs ienīstu",
        "ienīstu tevi", "ej dirst stulbais debil", "заткнись", "заткнись сука", "отъебись", "отвали",
        "пошла нахуй", "poshel nahuj", "idite vi vse nahuj", "zatknis", "ej tu ellē", "ejiet jūs visi ratā",
        "ejat dirst", "ejat nahuj", "aizverat muti", "aizveries robot", "pisies nost", "pisies prom",
        "ej pisies", "ej peklē", "lasies nost", "vācies", "atvācies no manis", "пошли вы все", "да пошёл ты",
        "закрой рот", "заткни рот", "иди в жопу", "идите в баню", "пошел в жопу",
    ),
    Family.HARM_WISHED: (
        "kaut jūs visi nosprāgtu", "die", "go die", "kill yourself", "burn in hell", "eat shit and die",
        "drop dead", "i hope you die", "i hope you get cancer", "lai tu nosprāgtu", "nosprāgsti", "pakaries",
        "sprāgsti nost", "чтоб ты сдох", "сдохни",
    ),
    Family.SEXUAL: (
        "i want to have sex with you", "do you masturbate", "are you a virgin", "suck my cock",
        "lick my balls", "eat my ass", "lets fuck", "wanna fuck", "wanna have sex", "i want your pussy",
        "show me your boobs", "boobs", "tits", "be my slave", "shove it up your ass", "blow me",
        "i'd like to see you naked", "what are you wearing", "are you wet", "i'm so horny",
        "talk dirty to me", "you turn me on", "i want to lick you", "sit on my face", "laiz dirsu",
        "sūkā man", "sūc pimpi", "parādi pupus", "gribu tevi izpist", "es tevi izdrāzīšu", "vai tu esi kaila",
        "kas tev mugurā", "gribi seksu", "novelc drēbes", "соси хуй", "sosi",
    ),
    Family.HATE: (
        "krievu cūkas", "nigger", "faggot", "you faggot", "fucking jew", "go back to your country",
        "you stupid russian", "women are stupid", "you f@ggot", "nēģeri", "čurkas tādi",
        "brauciet uz savu krieviju", "жид", "чурка",
    ),
    Family.SWEARING: (
        "where is my damn package", "this fucking app doesn't work", "what the hell is going on",
        "what the fuck", "oh shit I dropped my phone", "shit, wrong button", "for fuck's sake", "fuck this",
        "this is bullshit", "damn it", "dammit", "goddamn internet", "bloody hell", "crap", "this sucks",
        "my internet sucks", "I'm pissed off", "bļin", "bļin kur ir mans pasūtījums", "bļāviens",
        "velns parāvis", "velns", "sasodīts", "sūds", "kas par sūdu", "pilnīgs sūds",
        "tas ir sūds nevis serviss", "kāda velna pēc", "kas pie velna notiek", "sūda serviss", "pizdec",
        "nu pizdec", "pohuj", "блять", "блядь где мой заказ", "да бля", "заебало всё", "охуеть",
        "хуйня какая-то", "nahuj tas vajadzīgs", "suka kur ir mans rēķins", "пиздец какой-то", "какого хрена",
        "ёб твою мать", "чёрт",
    ),
    Family.THING: (
        "your system is stupid", "stupid machine keeps eating my card", "I hate this music", "I hate waiting",
        "the courier is an idiot", "my boss is a moron", "what an idiot I am talking about my neighbour",
        "stulbā sistēma", "jūsu stulbā sistēma nestrādā", "šis stulbais internets atkal nestrādā",
        "jūsu lapa ir stulba", "sūdīgais internets", "mans kaimiņš ir idiots", "tas kurjers ir idiots",
    ),
    Family.COMPLAINT: (
        "I'll call my lawyer", "I'm going to sue you", "see you in court", "I'll go to the police",
        "I will report you to the consumer protection office", "I'm filing a complaint",
        "I want to make a complaint", "you will hear from my lawyer", "I'll take you to court",
        "I'm going to the press with this", "I'll leave a bad review", "es sūdzēšos", "es par jums sūdzēšos",
        "es rakstīšu sūdzību", "iesniegšu sūdzību PTAC", "sūdzēšos patērētāju tiesību centrā",
        "es jūs iesūdzēšu tiesā", "tiekamies tiesā", "es zvanīšu policijai", "es griezīšos policijā",
        "es ziņošu policijai", "mans advokāts ar jums sazināsies", "runāsiet ar manu juristu",
        "es došos pie žurnālistiem", "uzrakstīšu sliktu atsauksmi", "sūdzību rakstīšu", "es vērsīšos PTAC",
        "es vērsīšos patērētāju tiesību aizsardzības centrā", "mans jurists rakstīs", "tiksimies tiesā",
    ),
    Family.ACCUSATION: (
        "you are lying to me", "you people are thieves", "this is a scam", "you're ripping me off",
        "jūs esat krāpnieki", "jūs melojat", "tā ir krāpšana", "zagļi",
    ),
    Family.EXASPERATION: (
        "this is ridiculous", "this is the third time I'm calling", "I've been waiting for an hour",
        "I've been on hold for forty minutes", "nobody ever calls me back", "are you kidding me",
        "you've got to be kidding", "I'm sick of this", "I am fed up with your menu", "I'm so angry",
        "I'm really frustrated", "this is unacceptable", "worst service ever", "your service is terrible",
        "you're not helping", "you're not listening", "you don't understand anything",
        "stop asking me the same question", "how many times do I have to repeat myself",
        "I already told you that", "I could scream", "unbelievable", "absolutely outrageous", "what a joke",
        "what a waste of time", "you're wasting my time", "stop wasting my time", "do your job",
        "this is driving me crazy", "I'm losing my patience", "enough is enough", "I've had enough of this",
        "I want to throw this phone out of the window", "cik ilgi var gaidīt", "cik ilgi vēl jāgaida",
        "cik var", "cik reižu man jāatkārto", "es jau trešo reizi zvanu",
        "jau piekto reizi zvanu par to pašu", "gaidu jau stundu", "es jau pusstundu gaidu uz līnijas",
        "es gaidu jau četrdesmit minūtes", "neviens neatbild", "neviens man nepalīdz", "neviens neatzvana",
        "man apnicis gaidīt", "man tas ir apnicis", "man piegriezās", "man riebjas šī mūzika", "esmu dusmīgs",
        "es esmu ļoti dusmīga", "es esmu nikns", "kas tas par bardaku", "kas tas par cirku", "tas ir ārprāts",
        "ārprāts", "vājprāts", "šausmas", "tas ir kauns", "izsmiekls", "vai jūs jokojat",
        "jūs par mani ņirgājaties", "jūs nesaprotat", "jūs mani neklausāties", "jūs man nepalīdzat",
        "jūs tērējat manu laiku", "drausmīga apkalpošana", "сколько можно", "сколько можно ждать",
        "beidziet man to atkārtot", "es jau teicu trīs reizes", "nu ko jūs tur visi guļat",
        "kur jūs tur esat visi", "es gaidu jau veselu stundu un neviens neceļ",
        "šī ir pēdējā reize, kad es jums zvanu", "tas nav normāli", "tas ir nenormāli",
        "pilnīgs bardaks pie jums", "ko jūs man te stāstāt muļķības", "tās ir muļķības",
        "es maksāju naudu un nekas nestrādā", "atkal nekas nestrādā", "ko es maksāju", "par ko es maksāju",
        "man pietiek", "man pietiek ar šito", "vai kāds vispār strādā", "jūs tikai solāt un neko nedarāt",
        "jūs solījāt un neizdarījāt", "jūs mani futbolējat no viena pie otra",
        "es vairs negribu būt jūsu klients", "es pāriešu pie cita operatora", "sliktākais uzņēmums",
        "bezatbildība", "tas ir nepieņemami", "es esmu sašutis", "es esmu vīlusies", "ak dievs cik var",
        "nu ārprāts", "vai dieniņ", "бардак", "вы издеваетесь",
    ),
    Family.DISTRESS: (
        "I'm going to kill myself", "I don't want to live anymore", "es pakāršos", "es negribu vairs dzīvot",
        "es nogalināšu sevi",
    ),
}  # fmt: skip
FINE = (
    "I have no complaints at all", "I can't complain", "where is the complaint form", "nav nekādu sūdzību",
    "zvanu trešo dienu pēc kārtas uz šo numuru",
    "my friend is on his way to your office to collect it",
    "someone could end up in hospital if you don't fix that gas leak",
    "I hope your insurance covers the damage", "does the policy pay if you get hurt",
    "gaidiet mani pēc darba, ap sešiem", "jūsu veikalā nebūs riepu?", "sargājiet sevi un savu ģimeni",
    "kāds salauzīs kāju uz jūsu ledus", "you should worry about your reputation",
    "I have the number and know which street you are on", "look under my car, it leaks",
    "I will bring my brother along", "I'm coming with my friends to pick up the knives",
    "you won't like the invoice", "no one will leave this alone",
    "can I leave my tyres at your garage, all four of them", "vai jums nebūs logu tīrītāju",
    "mani draugi ar jums parunās par pasūtījumu",
    "Dick", "Kozel", "Huy Nguyen", "Baran", "Olen", "Mr Loh", "Kike Hernandez", "Butt", "Van Dyke",
    "Windows Vista", "Aita", "Ragana", "atkritumu izvešana", "invalīdu karte", "ass nazis", "lopu barība",
    "Penistone", "Essex", "the Killers concert", "Cockburn Street", "Dickens", "Hitchcock", "bass guitar",
    "shiitake", "Killarney", "vai jūs varat beigt zvanīt", "es jums ierakstu ziņu",
    "es jums iesitīšu numuru sistēmā", "kaut jūs man palīdzētu", "can I speak to Dick please",
    "my name is Dick Johnson", "I'm calling for Mr Dick Cheney", "Dick is my husband", "I live in Scunthorpe",
    "we live in Cockfosters", "Mrs Hancock here", "I work at Dick's Sporting Goods",
    "I'd like to order the pussy cat toy", "do you sell pussy willows", "does this kill bacteria",
    "this spray kills 99 percent of germs", "I could kill for a coffee", "I'd kill for a cup of tea",
    "dead battery", "my battery is dead", "the line went dead", "this is a bomb offer",
    "I want the bath bomb set", "shoot me an email", "can you shoot me a text", "I'm at a photo shoot",
    "you can't beat that price", "can you beat their price", "I'll hit the gym later",
    "should I hit the hash key", "my phone blew up with messages", "can you blow up this photo",
    "the wait is killing me", "my wife will kill me if I forget", "my boss is going to kill me",
    "he told me you were idiots", '"fuck you" is what he wrote to me',
    "someone threatened to kill me and I want to report it", "I got a message that says I will kill you",
    "my ex said he would burn my house down", "I want to report a bomb threat on the news",
    "my insurance covers fire, right", "somebody smashed my car window", "my windows were smashed last night",
    "I want to kill this subscription", "please kill the order", "cut me off please", "my power was cut off",
    "break my contract", "how do I break the contract", "I want to end my contract", "end the call",
    "I'm dying to hear about it", "die hard is on tonight", "I rolled a die", "the dog died",
    "my husband died last month", "my father is dead, I need to close his account", "sex male",
    "what should I put for sex on the form", "I'm in Essex", "an ass is an animal", "I have a donkey",
    "I need a cock for my hens", "chicken breast price", "I want to order a chicken breast",
    "are you open on Monday", "you are very kind", "you are the best", "you are not stupid",
    "you're not an idiot", "I'm not saying you are stupid", "I am an idiot, I forgot my pin",
    "I feel so stupid", "stupid question but when do you open", "I'm stupid, I lost my card again",
    "I hate to bother you", "what a crazy offer", "that's insane value", "I'm looking for a killer deal",
    "the killer whale tour", "a hell of a price", "hell yes", "I live in Hell, Norway",
    "I want to book at Hell's Kitchen", "can you burn me a CD", "how do I burn calories", "the toast burned",
    "I beat cancer", "I had a heart attack", "I was attacked on the street",
    "I was stabbed and need insurance", "someone hit my car", "a car hit me", "can I get hit by extra fees",
    "my son was beaten at school", "hi I'm gay and want to book a wedding venue", "gay pride parade",
    "I am black and white printing", "the black card", "a virgin olive oil", "Virgin Mobile", "naked wines",
    "what the heck is this charge", "no problem", "I will find you the number",
    "I will find your office myself", "I know where your office is", "I know where you are, I've been there",
    "I'm coming to your office tomorrow", "I'll come and get it", "I'll be there with my lawyer",
    "I will get you the papers", "I'll make you an offer", "you will pay for it by card",
    "who will pay for this", "I'm sorry for your loss", "my lawyer needs a copy of the contract",
    "I work as a lawyer", "I need a police certificate", "the police asked for a statement",
    "I reported the theft to the police", "what's the consumer price", "consumer rights brochure",
    "is it a scam or a real email from you", "I got a scam email", "somebody scammed me",
    "the thief took my card", "I was robbed", "my card was stolen", "is this number a scam",
    "fraud department please", "I want to report fraud", "the court gave me this document",
    "I have a court hearing on Monday", "tennis court booking", "how long do I have to wait",
    "how long is the queue", "I have been waiting for the delivery since Monday",
    "how can I make a complaint", "what is the complaint procedure", "labdien", "es gribu samaksāt rēķinu",
    "vai jūs varat palīdzēt", "nositīšu laiku gaidot", "tas nogalina baktērijas",
    "vai šis līdzeklis nogalina baktērijas", "mani vīrs nositīs", "atlaižu bumba", "vannas bumba",
    "cūkas gaļa", "vai jums ir cūkgaļas karbonāde", "govs piens", "vistas fileja", "mana kuce ir slima",
    "man ir kuce un pieci kucēni", "es esmu idiots, aizmirsu paroli", "es esmu tāds stulbenis",
    "es neesmu stulbs", "stulbs jautājums, bet cikos jūs strādājat", "tu neesi stulbs",
    "es dzīvoju pie Velna alas", "mans akumulators ir miris", "telefons ir beigts",
    "vīrs nomira pagājušajā mēnesī", "viņš mani nosauca par idiotu", "viņa teica, ka jūs esat idioti",
    "man kāds draudēja nogalināt", "kāds sadauzīja manu mašīnu", "man izsita logu", "man nozaga karti",
    "mani apkrāpa", "es gribu ziņot par krāpšanu", "vai tas ir krāpnieku zvans", "man vajag izziņu policijai",
    "policija man lūdza dokumentu", "es strādāju par advokātu", "kā iesniegt sūdzību",
    "kur var iesniegt sūdzību", "mana sūdzība ir izskatīta", "cik ilgi jāgaida pasūtījums",
    "cik ilgi jāgaida karte", "sudraba gredzens", "sudraba karote", "pakalpojumu sniedzējs",
    "pakalpojuma maksa", "pēc pusstundas", "pakaļ es atnākšu rīt", "es aizbraukšu pakaļ",
    "es atnākšu rīt uz biroju", "es jūs atradīšu kartē", "es zinu, kur ir jūsu birojs", "es jums piezvanīšu",
    "es jums parādīšu rēķinu", "es iesitīšu kodu", "es izsitīšu čeku", "nošaut bildi",
    "mans dzimums ir vīrietis", "seksu aptauja", "dirigents", "jā", "nē", "paldies", "jobs",
    "mans darbs ir labs job", "pizza", "es ēdu sukādes", "mudina", "lai velti netērētu laiku",
    "aizveriet logu", "aizveriet manu kontu", "kā aizvērt kontu", "es gribu aizvērt rēķinu",
    "lasu prom instrukciju", "brauciet uz Krieviju autobuss", "es braucu uz Krieviju",
    "vai jūs esat no Latvijas", "jūs esat ļoti laipni", "jūs esat labākie", "tu esi jauka", "jūs esat robots",
    "vai jūs esat robots", "vai tu esi cilvēks", "я дурак забыл пароль", "здравствуйте", "где мой заказ",
    "муж меня убьёт", "это убивает бактерии", "позвоните мне", "у меня украли карту", "сколько стоит",
    "cik jums gadu", "idioma", "stulba ir situācija", "debijas albums", "kretas sala", "lopbarība",
    "lopkopība", "mauku nav",
)  # fmt: skip
MORE_CASES = {
    Civility.ABUSIVE: (
        "you stupid piece of junk", "you're the dumbest bot I have ever talked to", "go screw yourself",
        "what a bunch of clowns you are", "you worthless tin can", "you're a complete waste of space",
        "eat shit", "go to hell you moron", "are you retarded or what", "you lot are scum",
        "you people are utter imbeciles", "shut your mouth you cow", "get stuffed you useless machine",
        "I hate your guts", "you filthy liar", "what are you, some kind of idiot",
        "piss off you stupid robot", "shut the fuck up", "you thick idiot", "stupid woman",
        "what a useless pile of garbage you are", "you are nothing but a dumb machine", "shut it, you clown",
        "are you stupid or something", "why are you such a moron", "suck it", "you dirty thief",
        "get lost you pathetic thing", "you haven't got a brain cell",
        "I've never met a bigger idiot than you", "stick your offer up your arse", "you bloody fool",
        "you ugly cow", "I hope you choke", "you're dumb as a rock", "fuck yourself", "tu esi pilnīgs idiots",
        "ej tu dirst", "tu stulbā mašīna", "jūs esat pilnīgi kretīni", "pazūdi, idiot",
        "kāds tu esi stulbenis", "vācies ratā", "tu riebīgā kuce", "jūs tur esat vieni lohi", "tu esi nulle",
        "tev nav smadzeņu", "galīgi slims esi", "ej bekot", "jus visi esat idioti", "tu esi mulkis",
        "ej dirst debilais", "aizverieties tur visi", "kas tu tāds par muļķi", "stulbeņi tādi",
        "pie velna jūs visus", "ej nahuj stulbais robot", "suka tu tāda", "tu tupais robots",
        "paskaties uz sevi, stulbene", "man riebjas tava balss, idiote", "tizlenis tāds",
        "nožēlojamais robots", "vai tu esi stulbs", "cik stulbam jābūt, lai to nesaprastu, idiot",
        "bāz to sev dirsā", "jūs lopi tādi", "tu esi pilnīga nulle", "ak tu stulbā govs",
        "lai tevi nelabais parauj", "tu muļķa robot", "jūs esat bezsmadzeņu aitas", "aizver savu rīkli",
        "ej tu galīgi dirst", "tu esi dumjāks par zābaku", "kretīni nolādētie",
        "jūs visi tur esat zagļi un idioti", "laizi manu pakaļu", "tu nekam nederīgais dzelzs gabals",
        "ko tu muldi, idiot", "debils esi vai", "tu stulbene", "ej ieskrieties", "atpisies no manis",
        "tu cūka", "savienojiet ar grāmatvedību, idioti", "pārslēdziet mani uz rēķiniem, debili",
        "zvaniet man rīt, kretīni", "jā, debile", "nē, stulbeņi",
    ),
    Civility.THREAT: (
        "I'll be standing outside your office tonight and you won't like what happens",
        "I swear I'll break every bone in your body",
        "next time I come in I'm bringing my brother and his bat", "your building is going up in flames",
        "I will find out where you live and pay you a visit",
        "you'd better check under your car tomorrow morning", "I'll smash your shop window, you just wait",
        "I'm coming down there to knock your teeth out", "I'll strangle the next person who puts me on hold",
        "keep this up and you'll get hurt", "I could put a bullet in your head",
        "we will burn your warehouse to the ground", "I know your name and I know which bus you take",
        "I'm going to cut your throat", "one more word and I'll punch you",
        "I'll slash the tyres of every van you own", "there's a bomb in your lobby", "es tevi nositīšu",
        "es zinu, kur tu dzīvo", "gaidi mani pēc darba pie durvīm", "es jums izsitīšu visus logus",
        "tu vēl to nožēlosi, es tevi atradīšu", "es nodedzināšu jūsu biroju", "es tev pārgriezīšu rīkli",
        "kādam šodien salauzīs kaulus", "jūsu mašīnām rīt nebūs riepu", "es tev galvu noraušu",
        "jums tur būs bumba", "tev tā nepaies, mani draugi ar tevi parunās", "sargā savus bērnus",
        "es atnākšu un visu tur sadauzīšu", "jūs visi tur sadegsiet", "я тебя убью",
        "я знаю где ты живёшь, жди", "мы вам офис сожжём", "I'll come over and wreck your reception desk",
        "I hope your insurance covers fire", "people like you get stabbed",
        "I'll drag you out of that chair by your hair", "tell your boss I'm loading my gun",
        "if I see your van again I'll burn it", "you have until five o'clock or someone dies",
        "I've got your address, sleep well", "es jūs visus apšaušu", "tu man samaksāsi ar zobiem",
        "atbraukšu un izdauzīšu jums tās durvis", "es zinu tavu mašīnas numuru, uzmanies",
        "rīt jūsu veikals degs", "salauzīšu tev abas rokas", "ja nē, tad kāds mirs",
        "приеду и разнесу ваш офис", "я тебе башку оторву", "tu dabūsi pa muti, kad es tevi satikšu",
        "I'm going to come down there and hurt you", "I'll find out where you live",
        "you'd better watch your back", "I will burn your office to the ground",
        "somebody should put a bullet in you", "I know where you work", "you'll be sorry when I get there",
        "I swear I'll beat you up", "there will be a bomb in your building", "I'm coming for you",
        "wait until I get my hands on you", "I'll set fire to your shop", "I will make you suffer",
        "one of these days I'll shoot the lot of you", "I'm bringing my gun to your office",
        "your days are numbered", "I'll run you over", "I'll have someone sort you out",
        "next time I'll bring a knife", "I'm gonna find you and hurt you",
        "I will destroy you and your family", "you will all burn", "I'll blow your office up",
        "I'll be waiting for you after work", "I'm going to punch you in the face", "you're a dead man",
        "I'll cut your throat", "I'm coming over with a baseball bat", "I'll make sure you never walk again",
        "watch out, I know your name and where you live", "I'm going to break every window you have",
        "somebody is going to get hurt", "I'd love to see you bleed", "I will poison you all",
        "your building is going to blow up tonight", "if you don't pay me I'll come and smash your face",
        "es jūs visus nositīšu", "es nodedzināšu jūsu biroju", "atbraukšu un piekaušu tevi",
        "es tev atriebšos", "es jums visiem parādīšu", "es tev salauzīšu rokas", "izdauzīšu jums logus",
        "es ielikšu jums bumbu", "tu dabūsi pa seju", "uzspridzināšu jūsu kantori", "sadedzināšu jūs visus",
        "skaties, ka nedabū pa muti", "es jūs dabūšu rokā", "tu to vēl nožēlosi", "iedošu tev pa galvu",
        "es atnākšu ar ieroci", "es aizbraukšu un sadauzīšu visu", "tevi vajag nošaut",
        "es jus visus nosausu", "es tevi nogalinasu", "gan jau es tevi noķeršu",
        "rēķinies ar sekām, es tevi atradīšu", "nāksim un izsitīsim jums zobus", "pakāršu jūs visus",
        "tev salauzīs kājas", "es tevi piebeigšu", "es atbraukšu un visus apšaušu",
        "es tev pārgriezīšu rīkli", "es jums sadedzināšu mājas", "gaidi mani pie darba, dabūsi",
        "es tevi sameklēšu un salauzīšu kaulus", "tu ilgi nedzīvosi", "es jūs uzspridzināšu gaisā",
        "ja nesamaksāsiet, atbraukšu ar bomi", "tu no manis tik viegli netiksi vaļā, es zinu tavu adresi",
        "es tevi saduršu", "es iesitīšu tev pa seju", "mēs tevi atradīsim", "nogalināšu", "jūs visi mirsiet",
        "tev nāksies par to samaksāt ar asinīm",
    ),
    Civility.FRUSTRATED: (
        "I have a complaint", "I'd like to complain about your engineer",
        "I am very unhappy with your service",
        "we are not satisfied with how you handled it", "man ir sūdzība par jūsu meistaru",
        "esmu ļoti apbēdināts par jūsu apkalpošanu", "neesmu apmierināta ar darbu",
        "jūs man jau trešo reizi neatbildat",
        "savienojiet mani ar to idiotu", "savienojiet mani ar tiem idiotiem",
        "this is driving me up the wall", "damn this phone", "bloody hell, I've been waiting an hour",
        "for fuck's sake, just answer", "this is complete bullshit", "you'll hear from my lawyer",
        "I'll report you to the consumer office", "this company is a joke", "your service is shit",
        "I'm furious", "this bloody app does not work", "oh shit I forgot my card", "I'm so pissed off",
        "crap, wrong button", "I want to file a complaint", "kas par sviestu", "nu bļin", "es vērsīšos tiesā",
        "zvanīšu patērētāju aizsardzības centram", "sūdīgs serviss", "bļāviens, atkal nestrādā", "esmu nikns",
        "stulba sistēma", "man viss ir apnicis", "rakstīšu sūdzību", "šausmas, kas notiek",
        "nu tas jau ir par traku", "es uzrakstīšu par jums internetā", "pie velna, kur ir mana pakete",
        "why the hell is it not working", "I'm at my wits' end", "this is a scandal", "I'm fed up",
        "you cheated me", "this is daylight robbery", "god damn it", "I will take this to court",
        "I'm calling the police about this fraud", "what a shambles", "nobody ever helps me here",
        "tas vienkārši nav normāli", "bļe, atkal", "esmu galīgi nokaitināts", "kāda velna",
        "jūs mani apkrāpāt", "cik reižu man jāzvana", "es gribu sūdzēties par jūsu darbu",
        "iesniegšu sūdzību inspekcijā", "nekas te nestrādā",
    ),
    Civility.FINE: (
        "the movie Kill Bill", "I have a cock and ten hens", "my dog bit the postman", "I need to kill time",
        "can you shoot me an email", "my battery died", "I'd kill for a coffee", "the fire alarm went off",
        "Dick Smith is my husband", "I bought a hammer and a knife", "is the gun shop open",
        "we live in Scunthorpe", "my surname is Cockburn", "the bitch had puppies", "I burned my hand",
        "my card was destroyed", "he hit the brakes", "break the contract",
        "a bomb disposal team blocked the road", "I'm dying to know", "the deadline is killing me",
        "screwdriver set order", "bloody mary recipe", "hell's kitchen tickets", "beat the traffic",
        "I want to cancel the shooting range membership", "our house burned down",
        "my wife was attacked yesterday", "threatened by a scammer", "mana govs ir slima", "pērku cūku",
        "vistas zupa", "kaza nav barota", "nosita cenu", "man salūza telefons", "degošs jautājums",
        "sadega auto", "izsita logu", "kā nogalināt prusakus", "mans vīrs ir miris", "nositu laiku",
        "filma Nogalināt Bilu", "sūdzības kur iesniegt", "tiesas nams kur ir", "advokāta numurs", "velna ala",
        "dirsma", "kuces kucēni", "nošauj brāli, filma", "uzspridzināta ēka ziņās", "ieroču veikals",
        "sprāga riepa", "pakaru jaku skapī", "salauzu kāju", "I was shot in the war",
        "the knife set I ordered is missing", "he beat cancer", "kill the process on my computer",
        "break a leg, they told me", "I'd like to report a threat I received by mail",
        "my neighbour threatened to burn my fence", "how do I shut down the computer", "you are a lifesaver",
        "you're killing it, thanks", "stupid question, but where do I click",
        "I feel like an idiot for asking", "is the pussy willow in stock", "cut the call short",
        "I bashed my knee", "a nasty virus hit us", "the car hit a cow", "man sadauzīja mašīnu",
        "kaimiņš draudēja mani nosist", "es jūtos kā idiots, aizmirsu paroli",
        "stulbs jautājums, bet kur jāspiež", "izsisti korķi", "nodega māja, vajag apdrošināšanu",
        "sadedzināt kalorijas", "nosists cenas tags", "velnišķīgi garšīgi", "mani sauc Kretovs",
        "sprāgstvielu licence", "ierocis jāreģistrē", "nokautā cena",
    ),
}  # fmt: skip
MIXED = (
    ("tu esi fucking idiot", Civility.ABUSIVE),
    ("bļin you are so stupid", Civility.ABUSIVE),
    ("suka es tevi nositīšu", Civility.THREAT),
    ("this is bullshit un es sūdzēšos", Civility.FRUSTRATED),
    ("ej nahuj you idiot", Civility.ABUSIVE),
    ("blin, where is my order", Civility.FRUSTRATED),
)
SERIOUS_FIRST = (
    ("I'm so angry, you idiot, I'm going to kill you", Civility.THREAT),
    ("this is ridiculous, you are an idiot", Civility.ABUSIVE),
    ("I'll sue you, you piece of shit", Civility.ABUSIVE),
    ("es sūdzēšos, jūs esat idioti", Civility.ABUSIVE),
)
QUOTED = (
    'he wrote "I will kill you" to me',
    "the driver told me to fuck off",
    "your colleague called me an idiot",
    "viņš man teica: ej dirst",
    "operators mani nosauca par idiotu",
    "somebody said you are all morons",
    "“kill them all” is the title of the book",
    "он сказал иди на хуй",
)
OWN_WORDS_AFTER_A_QUOTE = 'he said "wait" and I say you are an idiot'
# What threats have in common is known, whatever the words.
UNFORESEEN = (
    "my lads will crack your skull open", "our guys will smash your reception", "we will drown your boss",
    "I'll stick a fork in your driver's eye", "I'm coming with my axe", "I'm heading over with a crowbar",
    "I know which nursery your kids are in", "I'll drive a lorry through your gate",
    "your branch will be in flames tonight", "you have kids haven't you",
    "it would be sad if something happened to your dog", "you don't know who you are dealing with",
    "I'd lock up early if I were you", "I'm not responsible for what I do next", "look over your shoulder",
    "jums kaulus salauzīšu visiem", "es jūsu automašīnas sadedzināšu", "es jūsu vadītāju noslīcināšu",
    "braukšu pie jums ar kausi un cirvi", "jūsu filiāle šonakt degs", "zinu kurā dārziņā iet tavi bērni",
    "es jums vārtus izgāzīšu", "tas labi nebeigsies", "nepārbaudi mani citādi redzēsi",
    "skaties pār plecu vakarā", "padomā par savu veselību", "es neatbildu par to ko izdarīšu",
)  # fmt: skip
NOT_UNFORESEEN = (
    "I will scratch the surface and send you a photo", "my lads will crack the code",
    "we will drown in paperwork",
    "which nursery do you recommend", "the lorry drove through our gate",
    "your branch was in flames on the news", "how many kids have you signed up",
    "it would be sad if my parcel got lost", "don't push the button", "lock up early tonight please",
    "I'm responsible for the accounts", "you'll see what I mean", "es savu automašīnu pārdošu",
    "jūsu filiāle šonakt ir slēgta", "kurā dārziņā ir vietas", "labi ka nav beidzies",
    "izgāzīšu vārtus pats un maksāšu", "kādam pie jums jābūt", "žēl ja sūtījums kavēsies",
    "pārbaudiet manu rēķinu citādi redzēsiet tikai pusi summas", "padomājiet par atlaidi",
)  # fmt: skip
RESEMBLING = ("I've been watching your house", "your wife will be a widow", "jūsu bērniem nebūs tēva")


@pytest.mark.parametrize(
    ("family", "words"), [(family, words) for family, many in CASES.items() for words in many]
)
def test_rude_words(family: Family, words: str) -> None:
    found = civility(words)
    assert (found.why, words) == (family, words)
    assert found.value is MEANING[family]
    assert found.span is not None
    assert words[slice(*found.span)].strip(), "the span says which words it was"


@pytest.mark.parametrize(
    ("want", "words"), [(want, words) for want, many in MORE_CASES.items() for words in many]
)
def test_how_serious_it_is(want: Civility, words: str) -> None:
    assert (civility(words).value, words) == (want, words), civility(words)


@pytest.mark.parametrize("words", FINE)
def test_what_offends_nobody(words: str) -> None:
    assert (civility(words).value, words) == (Civility.FINE, words), civility(words)


@pytest.mark.parametrize(("words", "want"), MIXED + SERIOUS_FIRST)
def test_the_most_serious_counts_in_any_mix_of_languages(words: str, want: Civility) -> None:
    assert (civility(words).value, words) == (want, words)


@pytest.mark.parametrize("words", QUOTED)
def test_what_others_said_is_not_said_to_us(words: str) -> None:
    assert civility(words).value in {Civility.FINE, Civility.FRUSTRATED}, civility(words)


def test_what_is_said_beside_a_quote_counts() -> None:
    assert civility(OWN_WORDS_AFTER_A_QUOTE).value is Civility.ABUSIVE


def test_a_span_points_to_the_rude_words() -> None:
    words = "Listen, I will find out. F*ck you, and goodbye"
    found = civility(words)
    assert found.span is not None
    assert words[slice(*found.span)] == "F*ck you"


@pytest.mark.parametrize("words", UNFORESEEN)
def test_a_threat_in_unforeseen_words_is_one_surely_enough_to_act_upon(words: str) -> None:
    found = civility(words)
    assert (found.value, words) == (Civility.THREAT, words)
    assert found.confidence >= 0.7


@pytest.mark.parametrize("words", NOT_UNFORESEEN)
def test_what_only_shares_words_with_threats_is_none(words: str) -> None:
    assert civility(words).value is not Civility.THREAT, civility(words)


@pytest.mark.parametrize("words", RESEMBLING)
def test_what_only_resembles_threats_is_not_sure_and_no_rule_says_so(words: str) -> None:
    assert civility(words).value is Civility.THREAT
    assert civility(words).confidence < 0.6
    assert plainly(words).value is Civility.FINE
