"""When words ask for a call at another time, and from whom.

The rule: somebody asks to be called, or a verb of talking is said together with a time that is still to
come. A time alone asks for nothing ("are you open on Friday?"), nor does a day that what it is about has
("I want to talk about the delivery on Friday"), nor "now".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from ivr.conversation.errand import WishedTime
from ivr.conversation.hearing.appointment import wished
from ivr.conversation.hearing.asking_back import asked_back
from ivr.conversation.hearing.leading_in import without_lead
from ivr.conversation.hearing.sure import sure
from ivr.conversation.meaning import SURE, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step, replace
from ivr.conversation.targets import CALL
from ivr.conversation.ways import can_be_called
from ivr.understanding.intent import Target, intents
from ivr.understanding.patterns import Pattern, compiled
from ivr.understanding.result import Ambiguous, Match, Result
from ivr.understanding.times import understand_time
from ivr.understanding.utterance import read
from ivr.understanding.wishes import Kind, wish

AT_ONCE = timedelta(minutes=5)  # what begins sooner is no other time
NAMES_CALL = 0.9  # from this confidence on it is a call that is cancelled; "no longer needed" may be anything

# In plain words: to be called, …
CALLED: Mapping[str, Pattern] = {
    "lv": compiled(
        "(at|pie|par)?zvan(iet|isiet|i) (man|mums)|(man|mums) .. (at|pie|par)zvan(it|itu|iet|isiet|a|ot)"
        "|BEGIN (ludzu )?(at|pie|par)zvan(iet|i)( man| ludzu)* END|atzvanisanu?",
        {},
    ),
    "en": compiled(
        "(call|ring|phone|telephone) (me|us)|(call|ring|phone) (me )?back|give (me|us) a (call|ring)"
        "|(be|get) called( back)?|(a|my) (callback|call back)",
        {},
    ),
}
# … what makes something else of it ("nobody called me back", "do not call me"), …
UNCALLED: Mapping[str, Pattern] = {
    "lv": compiled("neviens|nekad|ne(at|pie|par)?zvan~|solij~|gaid~|kapec|vajadzeja", {}),
    "en": compiled(
        "nobody|never|not|dont|didnt|wont|wasnt|hasnt|havent|promised|said|supposed|waiting|why|stop"
        "|no (one|call~)|(did|have|has|had) (you|they|some~|any~)|when (will|is|are)|you called",
        {},
    ),
}
# … to talk, …
TALKING: Mapping[str, Pattern] = {
    "lv": compiled(
        "(pa|ap|sa|iz)?run(at|aties|asim|asimies|asu|asos|ajam)|sarun(a|u|ai)|konsult~|sazin~", {}
    ),
    "en": compiled("talk|talking|speak|speaking|discuss|chat|consult~|appointment|conversation", {}),
}
# … what it is about, …
ABOUT: Mapping[str, Pattern] = {
    "lv": compiled("par|sakara ar|saistiba ar", {}),
    "en": compiled("about|regarding|concerning", {}),
}
# … what says more than that the promised call is not needed, …
NEVER: Mapping[str, Pattern] = {
    "lv": compiled("nekad|ne(at|pie)?zvan(iet|i|it)|neviens|nekad~|nekadus?", {}),
    "en": compiled("never(?! mind)|ever|any calls|all calls|stop calling|do(nt| not) call", {}),
}
# … what says that it is not to be cancelled, …
KEPT: Mapping[str, Pattern] = {
    "lv": compiled(
        "ne(atcel|atsau|anule)~|(nevajag|negrib~|nevelos)( to)? (atcelt|atsaukt|anulet)"
        "|(atcelt|atsaukt|anulet)( to)? (nevajag|negrib~|nevelos)",
        {},
    ),
    "en": compiled(
        "(not|dont|wont|never|(no|dont) need to|not (want|need|wish|have) to|dont (want|wish|have) to)"
        " (cancel|call off|scrap|drop|forget)",
        {},
    ),
}
# … what asks whether it may still be cancelled, …
LATER: Mapping[str, Pattern] = {
    "lv": compiled(
        "(varu|varesu|varetu|var|vares|drikst~|iespejams)( (es|vel|ari|zvanu|to|so|sarunu))* (velak|pec tam)"
        "( (es|vel|ari|zvanu|to|so|sarunu))* (atcelt|atsaukt|anulet)"
        "|(atcelt|atsaukt|anulet)( (zvanu|to|so|vel|sarunu))* (velak|pec tam)"
        "|(vares|varesu|varetu)( (zvanu|to|so))* vel( (zvanu|to|so))* (atcelt|atsaukt|anulet)"
        "|vel (vares|varesu|varetu)( (zvanu|to|so))* (atcelt|atsaukt|anulet)"
        "|ja( (man|es|nu|gadijuma|tomer))* (vajadz~|gribesu|velesos)( (zvanu|to|so))*"
        " (atcelt|atsaukt|anulet)",
        {},
    ),
    "en": compiled(
        "will (i|we)( still)? be able to (cancel|call off)"
        "|(can|could|may|able|possible)( (i|we|to|still|also))* later( on)?( still)? (cancel|call off)"
        "|(cancel|call off)( (it|this|that|the|my|your|call|callback|appointment))*"
        " (later|afterwards|at a later|in case|if (i|we|something|it|needed|necessary))"
        "|(if|what if|in case) (i|we)( (have|need|want|had|should|must|ever|decide))*( to)?"
        " (cancel|call off)",
        {},
    ),
}
# … and callers who will call again themselves.
CALLS_AGAIN: Mapping[str, Pattern] = {
    "lv": compiled("(pie|at|pa|sa)?zvanisu|(pie|at|pa)zvanitu es|es (pie|at)zvanitu", {}),
    "en": compiled(
        "i( (will|shall|can|could|might|better|am going to|want to))* (call|ring|phone)( you)?( back)?"
        " (again|later|tomorrow|another time)|ill (try to )?(call|ring|phone)",
        {},
    ),
}


def cancels(scene: Scene, spoken: Spoken) -> bool:
    """Whether the caller does not need the promised call; never to be called again is more than that."""
    promised = scene.state.errand is None and scene.state.known.promise is not None
    found = wish(spoken.words, (Kind.CANCEL_CALL,)) if promised else None
    if not isinstance(found, Match) or not sure(spoken, found.confidence):
        return False
    asked = scene.state.step is Step.EXPECTED
    named = asked or found.confidence >= NAMES_CALL
    return named and not _says(NEVER, scene, spoken) and not keeps(scene, spoken)


def keeps(scene: Scene, spoken: Spoken) -> bool:
    """Whether the caller says that the promised call is not to be cancelled, or not yet."""
    return _says(KEPT, scene, spoken) or _says(LATER, scene, spoken)


def calls_again(scene: Scene, spoken: Spoken) -> bool:
    """Whether the caller surely says that he or she will call again."""
    return spoken.confidence >= SURE and _says(CALLS_AGAIN, scene, spoken)


def _says(table: Mapping[str, Pattern], scene: Scene, spoken: Spoken) -> bool:
    return table[scene.state.language].search(read(spoken.words).plain) is not None


def call(scene: Scene, spoken: Spoken) -> Meaning | None:
    """A call at another time, if that is asked for; asks back where it is not sure from whom."""
    if _says(CALLS_AGAIN, scene, spoken):
        return None
    asks = _asks(scene, spoken)
    time = _time(scene, spoken, asks=asks)
    if not asks and time is None:
        return None
    found = intents(scene.company, scene.state.language).route(_rest(scene, spoken))
    return _by(scene, spoken, found, time)


def _asks(scene: Scene, spoken: Spoken) -> bool:
    """Whether somebody asks to be called."""
    return _says(CALLED, scene, spoken) and not _says(UNCALLED, scene, spoken)


def _time(scene: Scene, spoken: Spoken, *, asks: bool) -> WishedTime | None:
    """The time at which to call; None where none was said, or one that is not meant for a call."""
    if not asks and not _says(TALKING, scene, spoken):
        return None
    found = wished(scene, spoken)
    if found is None or asks:
        return found
    later = datetime.fromisoformat(found.start) > scene.now + AT_ONCE
    return found if later and not _is_of_matter(scene, spoken, found) else None


def _is_of_matter(scene: Scene, spoken: Spoken, found: WishedTime) -> bool:
    """Whether a day is said of what it is about, not of the call."""
    up_to_it = Spoken(spoken.words[: _place(scene, spoken)[1]], spoken.confidence)
    return found.hour_missing and _says(ABOUT, scene, up_to_it)


def _place(scene: Scene, spoken: Spoken) -> tuple[int, int]:
    """The characters that tell the time; none where none do."""
    found = understand_time(spoken.words, scene.state.language, scene.now, scene.zone)
    return (isinstance(found, Match) and found.span) or (0, 0)


def _rest(scene: Scene, spoken: Spoken) -> str:
    """What was said beside the time."""
    start, end = _place(scene, spoken)
    return without_lead(f"{spoken.words[:start]} {spoken.words[end:]}".strip(), scene.state.language)


def _by(scene: Scene, spoken: Spoken, found: Result[Target], time: WishedTime | None) -> Meaning:
    """The call from whom was named, or else from whom a person's call comes."""
    kind = CALL if _can(scene, scene.person()) else "department"
    if isinstance(found, Ambiguous) and all(target.kind == "department" for target, _ in found.values[:2]):
        two = tuple(f"{kind} {target.id}" for target, _ in found.values[:2])
        return _unclear(scene, spoken, Signal.EITHER, two, time, found.why)
    if not isinstance(found, Match) or found.value.kind != "department":
        found = Match(Target("department", scene.person()), 1.0, found.why)
    if sure(spoken, found.confidence):
        return _from(scene, spoken, found.value.id, time, found.why)
    return _unclear(scene, spoken, Signal.UNSURE, (f"{kind} {found.value.id}",), time, found.why)


def _unclear(
    scene: Scene,
    spoken: Spoken,
    signal: Signal,
    about: tuple[str, ...],
    time: WishedTime | None,
    why: str,
) -> Meaning:
    meaning = Meaning(signal, spoken.words, between=about, wished=time, why=why, tells=True)
    return asked_back(scene, meaning)


def _from(scene: Scene, spoken: Spoken, department: str, time: WishedTime | None, why: str) -> Meaning:
    signal = Signal.CALL_BACK if _can(scene, department) else Signal.NO_CALL
    return Meaning(signal, spoken.words, target=f"{CALL} {department}", wished=time, why=why, tells=True)


def _can(scene: Scene, department: str) -> bool:
    return can_be_called(scene.at(replace(scene.state, wanted=department)))
