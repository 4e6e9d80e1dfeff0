"""What words mean while a time is agreed on.

A time that is said is sought, and read back before anything is promised. So what a recogniser is not sure of
may be taken where it is one time; otherwise it is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta

from ivr.conversation.appointment.agenda import chosen, day_of_keys, local
from ivr.conversation.appointment.likely import SAID
from ivr.conversation.appointment.proposal import clocks, suits
from ivr.conversation.appointment.signals import OTHER_KEY, RIGHT_KEY, SLOT_KEYS, WRONG_KEY, not_right
from ivr.conversation.appointment.wish import NOTHING, Context, is_ahead, understood, wish
from ivr.conversation.errand import WishedTime
from ivr.conversation.hearing.sure import sure
from ivr.conversation.meaning import SURE, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import plain
from ivr.conversation.state import Step
from ivr.understanding.choosing import choose
from ivr.understanding.consent import Answer, consent
from ivr.understanding.indifferent import indifferent
from ivr.understanding.numbers import number
from ivr.understanding.result import Match, NoMatch, Result
from ivr.understanding.times import Missing, When
from ivr.understanding.times.relative import Shift, open_shift, shift, too_much

__all__ = ["HEAR", "SAID", "wished"]

Shifted = Callable[[str, str], Shift | None]  # of words in a language

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
_BESIDE = frozenset({"the", "on", "a"})  # beside the first, they do not make it a date


def wished(scene: Scene, spoken: Spoken) -> WishedTime | None:
    """The time that is said; None where none is said, or one that is past."""
    found = wish(spoken.words, _understood(scene, spoken))
    return found if found and is_ahead(found, scene.now) else None


def _understood(scene: Scene, spoken: Spoken, asked: Missing | None = None) -> Result[When]:
    return understood(spoken.words, scene.state.language, scene.now, scene.zone, asked)


def _said(spoken: Spoken, time_: WishedTime | None, why: str = "a time is said") -> Meaning | None:
    """To seek that time; None where it would be too rash."""
    if time_ is None or _rash(spoken, time_):
        return None
    return Meaning(Signal.SAID_TIME, spoken.words, wished=time_, why=why)


def _still(scene: Scene, time_: WishedTime | None) -> WishedTime | None:
    """Unless it is a day that is over: somebody tells of it. Of an hour that is over, it is told."""
    return time_ if time_ and (time_.exact or is_ahead(time_, scene.now)) else None


def _rash(spoken: Spoken, time_: WishedTime) -> bool:
    """Whether it is not sure that this was said, and the answer would not ask."""
    return spoken.confidence < SURE and not time_.exact


# One of the times on offer, another time, or none of them


def _slots(scene: Scene, spoken: Spoken) -> Meaning | None:
    found = _understood(scene, spoken, Missing.HOUR)
    time_ = _still(scene, wish(spoken.words, found, _day_of(scene)))
    return (
        _slot_at(scene, spoken, time_)
        or _of_offered(scene, spoken, found)
        or _further(scene, spoken, too_much)
        or _any(scene, spoken, time_)
        or _said(spoken, time_)
        or _further(scene, spoken, open_shift)
        or _yes_or_no(scene, spoken)
    )


def _day_of(scene: Scene) -> Context:
    """Where all that is offered lies on one day, an hour alone is meant on it."""
    days = {local(scene, slot).date() for slot in scene.state.slots}
    return Context(days.pop()) if len(days) == 1 else NOTHING


def _slot_at(scene: Scene, spoken: Spoken, time_: WishedTime | None) -> Meaning | None:
    """The one of the times on offer at which it is."""
    if time_ is None or _rash(spoken, time_):
        return None
    offered = zip(SLOT_KEYS, scene.state.slots, strict=False)
    keys = [key for key, slot in offered if suits(time_, local(scene, slot))]
    return _chose(spoken, keys[0], "its time is said") if len(keys) == 1 else None


def _chose(spoken: Spoken, key: str, why: str) -> Meaning:
    return Meaning(Signal.CHOSE_SLOT, spoken.words, key, why=why)


def _of_offered(scene: Scene, spoken: Spoken, found: Result[When]) -> Meaning | None:
    """The first, the last, number two, none of them; "the first of December" is a time."""
    keys = SLOT_KEYS[: len(scene.state.slots)]
    options: dict[str, tuple[str, ...]] = dict.fromkeys(keys, ())
    chose = choose(spoken.words, scene.state.language, options, dict(zip(keys, keys, strict=True)))
    if (
        not isinstance(chose, Match)
        or not sure(spoken, chose.confidence)
        or _says_more(spoken.words, found, chose)
    ):
        return None
    if chose.value is None:
        return Meaning(Signal.OTHER_TIME, spoken.words, OTHER_KEY, why=chose.why)
    return _chose(spoken, chose.value, chose.why)


def _says_more(words: str, found: Result[When], chose: Match[str | None]) -> bool:
    """Whether a time is said in more words than those that choose."""
    if isinstance(found, NoMatch):
        return False
    if not isinstance(found, Match) or not found.span or not chose.span:
        return True
    of_time, of_choice = (set(plain(words[slice(*span)]).split()) for span in (found.span, chose.span))
    return bool(of_time - of_choice - _BESIDE)


def _any(scene: Scene, spoken: Spoken, time_: WishedTime | None) -> Meaning | None:
    """Whichever: the first, which is read back. "Any time on Monday" is another time."""
    at_all = time_ is None or (time_.end is None and not time_.exact and not time_.excluded)
    left = at_all and spoken.confidence >= SURE and indifferent(spoken.words, scene.state.language)
    return _chose(spoken, SLOT_KEYS[0], "any of them suits") if left else None


def _further(scene: Scene, spoken: Spoken, shifted: Shifted) -> Meaning | None:
    """Later than the last that is offered, or earlier than the first; on the day on which all of them lie."""
    found = shifted(spoken.words, scene.state.language)
    if found is None or not scene.state.slots:
        return None
    first, last = local(scene, scene.state.slots[0]), local(scene, scene.state.slots[-1])
    same_day = first.date() == last.date()
    later = _between(spoken, last + MINUTE, _midnight(last) + DAY if same_day else None)
    earlier = _between(spoken, _midnight(first) if same_day else scene.now.astimezone(scene.zone), first)
    return _said(spoken, later if found.later else earlier, "later or earlier than what is offered")


def _yes_or_no(scene: Scene, spoken: Spoken) -> Meaning | None:
    answer = _answer(scene, spoken)
    if answer is Answer.NO:
        return Meaning(Signal.OTHER_TIME, spoken.words, OTHER_KEY, why="none of them suits")
    only = answer is Answer.YES and len(scene.state.slots) == 1
    return _chose(spoken, SLOT_KEYS[0], "the only one suits") if only else None


def _answer(scene: Scene, spoken: Spoken) -> Answer | None:
    """Yes, no or neither, where that is sure."""
    found = consent(spoken.words, scene.state.language)
    return found.value if isinstance(found, Match) and sure(spoken, found.confidence) else None


# Whenever it would suit


def _entry(scene: Scene, spoken: Spoken) -> Meaning | None:
    context = Context(day_of_keys(scene)) if scene.state.step is Step.HOUR else NOTHING
    found = wish(spoken.words, _understood(scene, spoken, Missing.HOUR), context)
    return _said(spoken, _still(scene, found))


# The time that was read back


def _read_back(scene: Scene, spoken: Spoken) -> Meaning | None:
    answer = _answer(scene, spoken)
    time_ = _corrected(scene, spoken)
    if time_ and _is_other(scene, time_, answer):
        return _said(spoken, time_, "another time is said")
    if answer is Answer.YES or (time_ and answer is not Answer.NO and spoken.confidence >= SURE):
        return Meaning(Signal.RIGHT, spoken.words, RIGHT_KEY, why="it is right")
    if answer is Answer.NO:
        return Meaning(not_right(scene), spoken.words, WRONG_KEY, why="it is not right")
    return _instead(scene, spoken)


def _corrected(scene: Scene, spoken: Spoken) -> WishedTime | None:
    """The time that is said, if it is ahead: what is left out of it is as it was read back."""
    at, language = chosen(scene), scene.state.language
    by = shift(spoken.words, language)
    if by:
        return WishedTime(spoken.words, by.of(at).isoformat(), exact=True)
    if too := too_much(spoken.words, language):
        return _that_day(scene, spoken, too)
    context = Context(at.date(), at.time(), scene.now.astimezone(scene.zone).time())
    found = wish(spoken.words, _understood(scene, spoken, _asked(scene, spoken)), context)
    if found and is_ahead(found, scene.now):
        return found
    rest = open_shift(spoken.words, language)
    return _that_day(scene, spoken, rest) if rest else None


def _asked(scene: Scene, spoken: Spoken) -> Missing | None:
    """A number alone is an hour, unless it is a key that was told."""
    return None if scene.state.asked > 1 and _key(scene, spoken) else Missing.HOUR


def _that_day(scene: Scene, spoken: Spoken, found: Shift) -> WishedTime:
    at = chosen(scene)
    day = _midnight(at)
    return _between(spoken, at + MINUTE, day + DAY) if found.later else _between(spoken, day, at)


def _between(spoken: Spoken, start: datetime, end: datetime | None) -> WishedTime:
    return WishedTime(spoken.words, start.isoformat(), end.isoformat() if end else None)


def _midnight(at: datetime) -> datetime:
    return datetime.combine(at.date(), time(0), at.tzinfo)


def _is_other(scene: Scene, time_: WishedTime, answer: Answer | None) -> bool:
    """Whether it is to be read back, or offered.

    What was read back is said once more after a no: they think that it is another. With a yes, a stretch that
    holds it agrees to it.
    """
    at = chosen(scene)
    if time_.exact:
        return answer is Answer.NO or at.replace(tzinfo=None) not in clocks(time_)
    return answer is not Answer.YES or not suits(time_, at)


def _instead(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Another time, whichever; or the number of a key, once keys were told."""
    if scene.state.asked > 1 and (told := _key(scene, spoken)):
        return told
    found = choose(spoken.words, scene.state.language, {"this": ()}, {})
    if not isinstance(found, Match) or found.value is not None or not sure(spoken, found.confidence):
        return None
    return Meaning(Signal.OTHER_TIME, spoken.words, why=found.why)


def _key(scene: Scene, spoken: Spoken) -> Meaning | None:
    found = number(spoken.words, scene.state.language, int(RIGHT_KEY), int(WRONG_KEY))
    if not isinstance(found, Match) or not sure(spoken, found.confidence):
        return None
    meanings = {RIGHT_KEY: Signal.RIGHT, WRONG_KEY: not_right(scene)}
    return Meaning(meanings[str(found.value)], spoken.words, str(found.value), why="its key is said")


HEAR: Mapping[Step, Callable[[Scene, Spoken], Meaning | None]] = {
    Step.SLOTS: _slots,
    Step.DAY: _entry,
    Step.HOUR: _entry,
    Step.READ_BACK: _read_back,
}
