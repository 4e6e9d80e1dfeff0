"""What the telephone system says by itself: without this service, and to whoever waits."""

from __future__ import annotations

from ivr.phrases.catalogue.phrase import phrase
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
PHRASES = (
    # Said by the telephone system itself when this service cannot be reached
    phrase(
        "fallback.connect", _A.CONNECTS, "Savienoju Jūs ar darbinieku.", "I am connecting you to a person."
    ),
    phrase(
        "fallback.sorry",
        _A.APOLOGISES,
        "Atvainojiet, šobrīd neviens nevar atbildēt.",
        "I am sorry, nobody can answer at the moment.",
    ),
    phrase("fallback.later", _A.INFORMS, "Lūdzu, zvaniet vēlāk.", "Please call again later."),
    phrase(
        "fallback.outbound",
        _A.INTRODUCES,
        "Labdien, Jums zvana uzņēmuma {company} automātiskā balss.",
        "Good afternoon, this is the automated assistant of {company}.",
    ),
    phrase(
        "fallback.cannot_talk",
        _A.APOLOGISES,
        "Atvainojiet, tehnisku iemeslu dēļ šobrīd nevaram ar Jums runāt.",
        "I am sorry, for technical reasons we cannot talk with you now.",
    ),
    # Said by the telephone system to somebody who waits for a department
    phrase(
        "queue.callback",
        _A.OFFERS_CHOICE,
        "Ja gaidīt nevēlaties, nospiediet viens, un mēs Jums atzvanīsim.",
        "If you would rather be called back than wait, press one.",
    ),
)
