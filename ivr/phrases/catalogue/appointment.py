"""What is said while a time is agreed on, and to somebody who rings in before it."""

from __future__ import annotations

from ivr.phrases.catalogue.phrase import phrase
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
PHRASES = (
    # Agreeing on a time (O3, I5)
    phrase("slots.ask", _A.ASKS_TIME, "Kad Jums piezvanīt?", "When shall we call you?"),
    phrase(
        "slots.offer",
        _A.OFFERS_CHOICE,
        "{when} – nospiediet {key}.",
        "{when}: press {key}.",
        moving=("when", "key"),
    ),
    phrase(
        "slots.other", _A.OFFERS_CHOICE, "Citā laikā – nospiediet četri.", "For another time, press four."
    ),
    phrase(
        "slots.which",
        _A.ASKS_TIME,
        "Varam piezvanīt {times} – kurš laiks Jums der?",
        "We can call you {times}: which time suits you?",
        moving=("times",),
    ),
    phrase(
        "slots.one",
        _A.ASKS_AGAIN,
        "Lūdzu, izvēlieties vienu no šiem laikiem.",
        "Please choose one of these times.",
    ),
    phrase("when.ask", _A.ASKS_TIME, "Kad Jums būtu ērti?", "When would suit you?"),
    phrase("hour.ask", _A.ASKS_TIME, "Cikos {day}?", "At what time {day}?", moving=("day",)),
    phrase(
        "entry.day",
        _A.INFORMS,
        "Piemēram, trešo decembri ievadiet kā nulle trīs viens divi.",
        "For example, the third of December is zero three one two.",
    ),
    phrase(
        "entry.hour",
        _A.INFORMS,
        "Piemēram, pulksten deviņi trīsdesmit ir nulle deviņi trīs nulle.",
        "For example, nine thirty in the morning is zero nine three zero.",
    ),
    phrase("time.right", _A.CONFIRMS, "{when}, vai pareizi?", "{when}: is that right?", moving=("when",)),
    phrase(
        "time.nearest",
        _A.CONFIRMS,
        "Varam piezvanīt {when}, vai tas Jums der?",
        "We can call you {when}: does that suit you?",
        moving=("when",),
    ),
    phrase(
        "time.promised",
        _A.AGREES,
        "Paldies, mēs Jums piezvanīsim norunātajā laikā.",
        "Thank you, we will call you at the agreed time.",
    ),
    phrase(
        "time.taken",
        _A.APOLOGISES,
        "Atvainojiet, šis laiks tikko tika aizņemts.",
        "I am sorry, that time has just been taken.",
    ),
    phrase(
        "time.none",
        _A.APOLOGISES,
        "Atvainojiet, tuvākajās dienās brīva laika nav.",
        "I am sorry, there is no free time in the coming days.",
    ),
    phrase(
        "time.not_found",
        _A.APOLOGISES,
        "Atvainojiet, mums neizdevās vienoties par laiku.",
        "I am sorry, we could not agree on a time.",
    ),
    phrase(
        "refused.no_such_date",
        _A.APOLOGISES,
        "Atvainojiet, šāda datuma nav.",
        "I am sorry, there is no such date.",
    ),
    phrase(
        "refused.no_such_time",
        _A.APOLOGISES,
        "Atvainojiet, šāda pulksteņa laika nav.",
        "I am sorry, there is no such time of day.",
    ),
    phrase(
        "refused.gap",
        _A.APOLOGISES,
        "Atvainojiet, tajā naktī šāda laika nav, jo pulksteņi tiek pagriezti uz priekšu.",
        "I am sorry, that hour is skipped when the clocks go forward.",
    ),
    phrase(
        "refused.past",
        _A.APOLOGISES,
        "Atvainojiet, šis laiks jau ir pagājis.",
        "I am sorry, that time has already passed.",
    ),
    phrase(
        "refused.too_soon",
        _A.APOLOGISES,
        "Atvainojiet, tik drīz mēs nevaram piezvanīt.",
        "I am sorry, we cannot call you so soon.",
    ),
    phrase(
        "refused.too_far",
        _A.APOLOGISES,
        "Atvainojiet, tik tālu uz priekšu mēs nevaram vienoties.",
        "I am sorry, we cannot agree on a time so far ahead.",
    ),
    phrase(
        "refused.holiday",
        _A.APOLOGISES,
        "Atvainojiet, tajā dienā mēs svētku dēļ nestrādājam.",
        "I am sorry, we are closed on that public holiday.",
    ),
    phrase(
        "refused.closed_day",
        _A.APOLOGISES,
        "Atvainojiet, tajā dienā mēs nestrādājam.",
        "I am sorry, we are closed on that day.",
    ),
    phrase(
        "refused.no_hours",
        _A.APOLOGISES,
        "Atvainojiet, tajā dienā mēs nevaram piezvanīt.",
        "I am sorry, we cannot call you on that day.",
    ),
    phrase(
        "refused.outside_hours",
        _A.APOLOGISES,
        "Atvainojiet, tajā laikā mēs nestrādājam.",
        "I am sorry, we are closed at that time.",
    ),
    phrase(
        "refused.outside_window",
        _A.APOLOGISES,
        "Atvainojiet, tajā laikā mēs nezvanām.",
        "I am sorry, we do not call people at that time.",
    ),
    phrase(
        "refused.between",
        _A.APOLOGISES,
        "Atvainojiet, tieši tajā laikā mēs nevaram piezvanīt.",
        "I am sorry, we cannot call you at exactly that time.",
    ),
    phrase(
        "refused.full",
        _A.APOLOGISES,
        "Atvainojiet, šis laiks jau ir aizņemts.",
        "I am sorry, that time is already taken.",
    ),
    phrase(
        "refused.name",
        _A.INFORMS,
        "Tajā dienā ir {holiday}.",
        "That day is {holiday}.",
        moving=("holiday",),
    ),
    # Somebody rings in before the call that we promised
    phrase(
        "expected.promise",
        _A.REFERS,
        "Mēs solījām Jums piezvanīt {when}.",
        "We promised to call you {when}.",
        moving=("when",),
    ),
    phrase(
        "expected.ask",
        _A.OFFERS_CHOICE,
        "Vai vēlaties par to runāt tagad?",
        "Would you like to talk about it now?",
    ),
    phrase(
        "expected.now",
        _A.OFFERS_CHOICE,
        "Lai par to runātu tagad, nospiediet viens.",
        "To talk about it now, press one.",
    ),
    phrase(
        "expected.keep",
        _A.OFFERS_CHOICE,
        "Lai paliktu pie norunātā laika, nospiediet divi.",
        "To keep the agreed time, press two.",
    ),
    phrase(
        "expected.cancel",
        _A.OFFERS_CHOICE,
        "Ja zvans vairs nav vajadzīgs, nospiediet trīs.",
        "If you no longer need the call, press three.",
    ),
    phrase(
        "expected.stands",
        _A.CONFIRMS,
        "Norunātais laiks paliek spēkā.",
        "The agreed time stands.",
    ),
    phrase(
        "expected.cancelled",
        _A.CONFIRMS,
        "Norunātais zvans ir atcelts.",
        "The agreed call is cancelled.",
    ),
)
