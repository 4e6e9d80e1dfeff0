"""What words mean in calls of ours.

A step has its answers to yes or no, and remarks that count before or after them. Who does not want to be
called again, wants a person, or asks who calls, is heard at any of them (``anywhere``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import datetime, timedelta

from ivr.conversation.errand import WishedTime
from ivr.conversation.hearing.answers import answered, answered_hour
from ivr.conversation.hearing.appointment import wished
from ivr.conversation.hearing.calling import AT_ONCE
from ivr.conversation.hearing.choices import wishes
from ivr.conversation.hearing.likely import CALL, MESSAGE, SAID
from ivr.conversation.hearing.names import names
from ivr.conversation.hearing.sure import answer, remarked, sure
from ivr.conversation.meaning import SURE, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.outreach import place
from ivr.conversation.outreach.keys import LATER_KEY, NO_KEY, YES_KEY
from ivr.conversation.outreach.signals import CALL_KEY, MESSAGE_KEY, nobody_yet
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step
from ivr.phrases.campaign import reply_to
from ivr.understanding.choosing import choose
from ivr.understanding.consent import Answer
from ivr.understanding.optout import opt_out
from ivr.understanding.patterns import Pattern, compiled
from ivr.understanding.remarks import Kind
from ivr.understanding.result import Match, NoMatch
from ivr.understanding.utterance import read
from ivr.understanding.wishes import Kind as Wished
from ivr.understanding.wishes import wish

DAY = timedelta(days=1)
_N, _A, _K = Signal, Answer, Kind
Remarks = Mapping[Kind, Signal]


@dataclass(frozen=True)
class Replies:
    """What may be said at a question that is answered by yes or no."""

    before: Remarks  # remarks that count whatever is answered beside them
    answers: Mapping[Answer, Signal]
    after: Remarks  # remarks that count where neither yes nor no is surely said
    time: Signal | None = None  # where nothing but a time is said


_PRIVATE: Remarks = dict.fromkeys((_K.ABOUT, _K.HOW_LONG, _K.COST, _K.ASKS), _N.NOT_FOR_OTHERS)
_BACK: Remarks = dict.fromkeys((_K.HOW_LONG, _K.COST, _K.ASKS), _N.ASKS_BACK)
_REPLIES: Mapping[Step, Replies] = {
    Step.IDENTITY: Replies(
        {_K.WAIT: _N.HOLD_ON},
        {_A.YES: _N.IT_IS_ME, _A.NO: _N.NOT_ME, _A.LATER: _N.NOT_CONVENIENT},
        {_K.HERE: _N.IT_IS_ME, _K.NO_TIME: _N.NOT_CONVENIENT, **_PRIVATE},
    ),
    Step.THEIR_NUMBER: Replies(
        {_K.WAIT: _N.HOLD_ON},
        {_A.YES: _N.NOT_CONVENIENT, _A.NO: _N.WRONG_PERSON, _A.LATER: _N.NOT_CONVENIENT},
        {_K.NO_TIME: _N.NOT_CONVENIENT, **_PRIVATE},
        time=_N.NOT_CONVENIENT,
    ),
    Step.CONVENIENT: Replies(
        {_K.MINUTES: _N.CONVENIENT, _K.WAIT: _N.HOLD_ON, _K.DECLINES: _N.NO},
        {_A.YES: _N.CONVENIENT, _A.NO: _N.NOT_CONVENIENT, _A.LATER: _N.NOT_CONVENIENT},
        {
            _K.NO_TIME: _N.NOT_CONVENIENT,
            _K.HOW_LONG: _N.ASKS_HOW_LONG,
            **dict.fromkeys((_K.ABOUT, _K.COST, _K.ASKS), _N.ASKS_ABOUT),
        },
        time=_N.NOT_CONVENIENT,
    ),
    Step.PROPOSAL: Replies(
        {_K.COST: _N.ASKS_BACK, _K.DECLINES: _N.NO},
        {_A.YES: _N.YES, _A.NO: _N.NO, _A.LATER: _N.LATER},
        {_K.NO_TIME: _N.NOT_CONVENIENT, _K.ABOUT: _N.REPEAT, **_BACK},
    ),
}


def _yes_or_no(scene: Scene, spoken: Spoken) -> Meaning | None:
    replies, found = _REPLIES[scene.state.step], answer(scene, spoken)
    return (
        _remark(scene, spoken, replies.before)
        or _answer(scene, spoken, replies)
        or _remark(scene, spoken, replies.after)
        or _time(scene, spoken, replies)
        or (Meaning(_N.UNCLEAR, spoken.words, why=found[1]) if found else None)
    )


def _remark(scene: Scene, spoken: Spoken, remarks: Remarks) -> Meaning | None:
    found = remarked(scene, spoken, *remarks)
    return _means(scene, spoken, remarks[found[0]], found[1]) if found else None


def _answer(scene: Scene, spoken: Spoken, replies: Replies) -> Meaning | None:
    found = answer(scene, spoken)
    if found is None or found[0] not in replies.answers:
        return None
    return _means(scene, spoken, replies.answers[found[0]], found[1])


def _time(scene: Scene, spoken: Spoken, replies: Replies) -> Meaning | None:
    said = _surely_wished(scene, spoken) if replies.time else None
    if said is None or replies.time is None:
        return None
    return Meaning(replies.time, spoken.words, wished=said, why="a time is said")


def _means(scene: Scene, spoken: Spoken, signal: Signal, why: str) -> Meaning:
    """With the time that was said, where another call may follow; the department is told what was asked, and
    on what condition somebody agreed.
    """
    said = _surely_wished(scene, spoken) if signal in _FOLLOWED_BY_CALL else None
    on_condition = signal is _N.YES and (said is not None or _is_condition(scene, spoken))
    tells = signal in _TOLD or on_condition
    return Meaning(signal, spoken.words, _KEYS.get(signal, ""), wished=said, why=why, tells=tells)


_TOLD = frozenset({_N.ASKS_BACK, _N.COMPLAINS})  # to the department


def _is_condition(scene: Scene, spoken: Spoken) -> bool:
    return _CONDITIONS[scene.state.language].search(read(spoken.words).plain) is not None


# "Yes, but …", "yes, if …".
_CONDITIONS: Mapping[str, Pattern] = {
    "lv": compiled("bet|tikai|vienigi|ja vien|ar nosacijumu", {}),
    "en": compiled("but|only|if|unless|except|provided|as long as|on condition", {}),
}
_KEYS: Mapping[Signal, str] = {_N.YES: YES_KEY, _N.NO: NO_KEY, _N.LATER: LATER_KEY}  # of the proposal
_FOLLOWED_BY_CALL = frozenset({_N.NOT_CONVENIENT, _N.YES, _N.LATER, _N.CALL_BACK})


def _surely_wished(scene: Scene, spoken: Spoken) -> WishedTime | None:
    """A time later than now: "not right now" names none."""
    said = wished(scene, spoken) if sure(spoken, 1.0) else None
    at_once = said is not None and said.exact and datetime.fromisoformat(said.start) <= scene.now + AT_ONCE
    return None if at_once else said


# With whom we talk


def _identity(scene: Scene, spoken: Spoken) -> Meaning | None:
    if names(spoken.words, place.errand(scene).name) and sure(spoken, 1.0):
        return Meaning(_N.IT_IS_ME, spoken.words, why="says the name")
    return _yes_or_no(scene, spoken)


def _who_is_there(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Goes before all else but an opt-out: "not at home" is not "wrong number". A death goes before."""
    if died := _remark(scene, spoken, _DEAD):
        return died
    if not isinstance(opt_out(spoken.words), NoMatch):
        return None
    return _remark(scene, spoken, {_K.UNKNOWN: _N.WRONG_PERSON, _K.AWAY: _N.NOT_CONVENIENT})


_DEAD: Remarks = {_K.DIED: _N.DIED}


# An assistant, or whoever answers before the person comes


def _screened(scene: Scene, spoken: Spoken) -> Meaning:
    """Something always: nobody there is asked what they said."""
    found = _of_assistant(scene, spoken) or _answer(scene, spoken, _ASSISTANT)
    return found or Meaning(nobody_yet(scene.state), spoken.words, why="somebody is there")


_ASSISTANT = Replies({}, {_A.YES: _N.PERSON_CAME, _A.NO: _N.NOBODY_CAME, _A.LATER: _N.NOBODY_CAME}, {})


def _of_assistant(scene: Scene, spoken: Spoken) -> Meaning | None:
    never = opt_out(spoken.words)
    if isinstance(never, Match) and sure(spoken, never.confidence):
        return Meaning(_N.OPT_OUT, spoken.words, why=never.why)
    if names(spoken.words, place.errand(scene).name):
        return Meaning(_N.PERSON_CAME, spoken.words, why="says the name")
    return _asked_by_assistant(spoken) or _remark(scene, spoken, _BY_ASSISTANT)


def _asked_by_assistant(spoken: Spoken) -> Meaning | None:
    found = wish(spoken.words)
    signal = _WISHED_BY_ASSISTANT.get(found.value.kind) if isinstance(found, Match) else None
    return Meaning(signal, spoken.words, why=found.why) if signal else None


_BY_ASSISTANT: Remarks = {
    **_DEAD,
    _K.UNKNOWN: _N.WRONG_PERSON,
    _K.AWAY: _N.NOBODY_CAME,
    _K.MESSAGE: _N.NOBODY_CAME,
    _K.WAIT: _N.HOLD_ON,
    _K.ABOUT: _N.SCREENING,
    _K.HERE: _N.PERSON_CAME,
    _K.HELLO: _N.PERSON_CAME,
    _K.ASKS: _N.SCREENING,
}
_WISHED_BY_ASSISTANT: Mapping[Wished, Signal] = {
    **dict.fromkeys((Wished.WHO, Wished.ROBOT, Wished.SOURCE, Wished.REPEAT), _N.SCREENING),
    Wished.GOODBYE: _N.NOBODY_CAME,
}


# Questions


def _question(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Whoever does not want to say yes or no says so beside it; any other answer comes first."""
    return (
        _skipped_first(scene, spoken)
        or _with_complaint(scene, spoken, answered(scene, spoken))
        or _remark(scene, spoken, _INSTEAD_OF_ANSWER)
        or _unclear(scene, spoken)
    )


def _with_complaint(scene: Scene, spoken: Spoken, found: Meaning | None) -> Meaning | None:
    """The answer; what it complains about is told to the department. Of a number, a low one does."""
    if found is None or found.signal is not _N.ANSWER or not remarked(scene, spoken, _K.COMPLAINS):
        return found
    asked = place.question(scene)
    low = asked.kind != "number" or 2 * int(found.keys) < asked.least + asked.most
    return changed(found, tells=low)


def _skipped_first(scene: Scene, spoken: Spoken) -> Meaning | None:
    by_yes_or_no = place.question(scene).kind == "yes_no" or scene.state.between
    return _remark(scene, spoken, _SKIPPED) if by_yes_or_no else None


def _surely_answered(scene: Scene, spoken: Spoken) -> Meaning | None:
    """An answer with its reason ("one, because nobody told me who calls") is no wish of the conversation."""
    other = wish(spoken.words)
    if isinstance(other, Match) and other.value.kind in _URGENT:
        return None
    found = _question(scene, spoken) if isinstance(opt_out(spoken.words), NoMatch) else None
    return found if found and found.signal is _N.ANSWER else None


_URGENT = frozenset({Wished.PERSON, Wished.LANGUAGE})
_SKIPPED: Remarks = {_K.NO_ANSWER: _N.NO_ANSWER}
_INSTEAD_OF_ANSWER: Remarks = {
    **_SKIPPED,
    _K.NO_TIME: _N.NOT_CONVENIENT,
    _K.COMPLAINS: _N.COMPLAINS,
    _K.ABOUT: _N.REPEAT,
    **_BACK,
}


def _question_hour(scene: Scene, spoken: Spoken) -> Meaning | None:
    return answered_hour(scene, spoken) or _remark(scene, spoken, _INSTEAD_OF_ANSWER)


def _unclear(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Neither yes nor no, though something is answered; another call is for whoever has no time."""
    found = answer(scene, spoken)
    return Meaning(_N.UNCLEAR, spoken.words, why=found[1]) if found else None


# The proposal, and what else there is


def _proposal(scene: Scene, spoken: Spoken) -> Meaning | None:
    return _ruled_out(scene, spoken) or _replied(scene, spoken)


def _replied(scene: Scene, spoken: Spoken) -> Meaning | None:
    """ "Call me tomorrow" is the reply "later" where a call follows it; else it is not convenient now."""
    found = _yes_or_no(scene, spoken)
    follows = reply_to(place.campaign(scene), "later").then == "callback"
    if found and found.signal is _N.LATER and not follows and _asks_for_call(scene, spoken, found):
        return Meaning(_N.NOT_CONVENIENT, spoken.words, wished=found.wished, why=found.why)
    return found


def _ruled_out(scene: Scene, spoken: Spoken) -> Meaning | None:
    """ "Not next week", "not before Friday": another time would do, so it is the reply "later", whatever is
    proposed for when. Who agrees but for a day, or from some time on, agrees on that condition.
    """
    said = _surely_wished(scene, spoken)
    asks = _remark(scene, spoken, _REPLIES[Step.PROPOSAL].before) or wishes(spoken, Wished.CALLBACK)
    if said is None or said.exact or said.end is not None or asks:
        return None
    if _agrees(scene, spoken) and not any(_is_longer_than_a_day(gap) for gap in said.excluded):
        return None
    return Meaning(_N.LATER, spoken.words, LATER_KEY, wished=said, why="a time is ruled out")


def _is_longer_than_a_day(gap: tuple[str, str]) -> bool:
    start, end = map(datetime.fromisoformat, gap)
    return end.date() - start.date() > DAY


def _agrees(scene: Scene, spoken: Spoken) -> bool:
    found = answer(scene, spoken)
    return found is not None and found[0] is Answer.YES


def _asks_for_call(scene: Scene, spoken: Spoken, found: Meaning) -> bool:
    return found.wished is not None or remarked(scene, spoken, _K.NO_TIME) is not None


def _instead(scene: Scene, spoken: Spoken) -> Meaning | None:
    return (
        _way(scene, spoken)
        or _answer(scene, spoken, _NOBODY)
        or _remark(scene, spoken, {_K.NO_TIME: _N.CALL_BACK, **_NOTHING, **_BACK})
        or _time(scene, spoken, _NOBODY)
    )


_NOBODY = Replies({}, {_A.NO: _N.WANTS_NEITHER, _A.LATER: _N.CALL_BACK}, {}, time=_N.CALL_BACK)


def _plainly(scene: Scene, spoken: Spoken) -> Meaning | None:
    """ "Another time" is not "say it another time", where a way is called so."""
    if not isinstance(opt_out(spoken.words), NoMatch):
        return None
    return _remark(scene, spoken, _NOTHING) or _way(scene, spoken, NAMED)


def _way(scene: Scene, spoken: Spoken, least: float = SURE) -> Meaning | None:
    ways = {way: wordings[scene.state.language] for way, wordings in _WAYS.items()}
    found = choose(spoken.words, scene.state.language, ways, _WAY_KEYS)
    if not isinstance(found, Match) or spoken.confidence * found.confidence < least:
        return None
    return _means(scene, spoken, _WAY_SIGNALS[found.value], found.why)


_NOTHING: Remarks = {_K.NOTHING: _N.WANTS_NEITHER}
NAMED = 0.9  # from this confidence on a way is called by all its words
_WAYS = {"callback": CALL, "message": MESSAGE}
_WAY_KEYS = {"callback": CALL_KEY, "message": MESSAGE_KEY}
_WAY_SIGNALS: Mapping[str | None, Signal] = {
    "callback": _N.CALL_BACK,
    "message": _N.LEAVE_MESSAGE,
    None: _N.WANTS_NEITHER,
}


__all__ = ["FIRST", "HEAR", "SAID"]

Hear = Callable[[Scene, Spoken], Meaning | None]
FIRST: Mapping[Step, Hear] = {
    Step.SCREENED: _screened,
    Step.IDENTITY: _who_is_there,
    Step.THEIR_NUMBER: _who_is_there,
    Step.CONVENIENT: _who_is_there,
    Step.QUESTION: _surely_answered,
    Step.INSTEAD: _plainly,
}
"""What goes even before what may be said at any question."""
HEAR: Mapping[Step, Hear] = {
    Step.SCREENED: _screened,
    Step.IDENTITY: _identity,
    Step.THEIR_NUMBER: _identity,
    Step.CONVENIENT: _yes_or_no,
    Step.QUESTION: _question,
    Step.QUESTION_HOUR: _question_hour,
    Step.PROPOSAL: _proposal,
    Step.INSTEAD: _instead,
}
