"""What is said to somebody who is frustrated, abusive or a threat (C1, C3): short, calm, one idea each."""

from __future__ import annotations

from ivr.phrases.catalogue.phrase import phrase
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
PHRASES = (
    # Frustration: understanding
    phrase(
        "conduct.understanding",
        _A.UNDERSTANDS,
        "Saprotu, ka tas ir nepatīkami.",
        "I understand that this is frustrating.",
    ),
    phrase(
        "conduct.patience",
        _A.UNDERSTANDS,
        "Saprotu Jūsu nepacietību.",
        "I can see why you are impatient.",
    ),
    # Abuse: one calm warning; a person, or a polite end
    phrase(
        "conduct.warning",
        _A.WARNS,
        "Lūdzu, runāsim viens ar otru pieklājīgi.",
        "Please let us speak politely to each other.",
    ),
    phrase("conduct.forgiven", _A.CONFIRMS, "Viss ir kārtībā.", "That is quite all right."),
    phrase(
        "conduct.end",
        _A.APOLOGISES,
        "Atvainojiet, šo sarunu turpināt nevaram.",
        "I am sorry, we cannot continue this call.",
    ),
    # A threat: escalated at once
    phrase(
        "conduct.serious", _A.INFORMS, "To, ko teicāt, uztveram nopietni.", "We take what you said seriously."
    ),
    phrase(
        "conduct.follow_up",
        _A.AGREES,
        "To izskatīs mūsu darbinieks.",
        "One of our people will deal with it.",
    ),
    # What the department hears: calmly, and no insult is repeated
    phrase("brief.upset", _A.BRIEFS, "Cilvēks ir satraukts.", "The person is upset."),
    phrase("brief.threat", _A.BRIEFS, "Cilvēks izteica draudus.", "The person made a threat."),
)
