"""What words mean in calls to the company."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ivr.company.campaign import Campaign
from ivr.company.models import PERSON_KEY, Company
from ivr.conversation import ringing_in
from ivr.conversation.asking.signals import EITHER_KEYS, missed, never_again, not_that
from ivr.conversation.hearing import wordings
from ivr.conversation.hearing.appointment import wished
from ivr.conversation.hearing.calling import call, calls_again, keeps
from ivr.conversation.hearing.choices import picked, reply, wishes
from ivr.conversation.hearing.sure import answer, remarked
from ivr.conversation.hearing.wanting import surely, wanted
from ivr.conversation.meaning import SURE, Meaning, Said, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import CALLBACK, MESSAGE, PERSON, Scene
from ivr.conversation.signals import ANEW_KEY, SEND_KEY, way_key
from ivr.conversation.spoken import every, examples, plain
from ivr.conversation.state import State, Step
from ivr.conversation.targets import CALL, chosen, id_of, signal_of
from ivr.understanding.consent import Answer
from ivr.understanding.remarks import Kind as Remark
from ivr.understanding.tongue import spoken_in
from ivr.understanding.utterance import read
from ivr.understanding.wishes import Kind

SHORTEST = 4  # letters; less is a sound, not a wish
BRIEF = 4  # words; more are not only a yes or a no
LEAD = 2  # words; one alone may be borrowed from another language


# Where the caller says what is wanted


def _help(scene: Scene, spoken: Spoken) -> Meaning | None:
    return _asked(scene, spoken) or _answered(scene, spoken)


def _menu(scene: Scene, spoken: Spoken) -> Meaning | None:
    return _asked(scene, spoken) or _key(scene, spoken) or _answered(scene, spoken)


def _asked(scene: Scene, spoken: Spoken) -> Meaning | None:
    return _thanks(scene, spoken) or wanted(scene, spoken) or _hello(spoken) or _wait(scene, spoken)


def _answered(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Yes and no, to a question that neither answers: asked once more, or taken for the end."""
    brief = len(_words(spoken)) <= BRIEF and not wishes(spoken)  # "no, wrong number" is a goodbye
    said = reply(scene, spoken) if brief else None
    signal = _BESIDES[scene.state.step].get(said) if said else None
    return Meaning(signal, spoken.words, why=f"{said}, but not to what was asked") if signal else None


# Who wants nothing is not asked what else; of a menu that was read, none may suit.
_BESIDES: Mapping[Step, Mapping[Answer, Signal]] = {
    Step.HELP: {Answer.YES: Signal.HELLO, Answer.NO: Signal.GOODBYE},
    Step.MENU: {Answer.YES: Signal.HELLO, Answer.NO: Signal.THAT_IS_ALL},
}


def _key(scene: Scene, spoken: Spoken) -> Meaning | None:
    """ "Three", "press one": a key of the menu that was read out."""
    meanings = {**chosen(scene), PERSON_KEY: Signal.PERSON}
    found = picked(scene, spoken, dict.fromkeys(meanings, ()), {sign: sign for sign in meanings})
    if found is None or found.value is None:
        return None
    return Meaning(meanings[found.value], spoken.words, found.value, why=found.why)


def _wait(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Whoever asks us to wait, or is still thinking, is asked once more."""
    thinks = (answer(scene, spoken) or ("", ""))[1] in _THINKS
    waits = thinks or remarked(scene, spoken, Remark.WAIT)
    return Meaning(Signal.HELLO, spoken.words, why="asks us to wait") if waits else None


_THINKS = frozenset({"needs to think", "asks to wait"})


def _hello(spoken: Spoken) -> Meaning | None:
    """Nothing but a greeting is answered by the question."""
    words = _words(spoken)
    greets = words and words <= wordings.HELLO
    return Meaning(Signal.HELLO, spoken.words) if greets else None


def _words(spoken: Spoken) -> set[str]:
    return set(plain(spoken.words).split())


def _anything_else(scene: Scene, spoken: Spoken) -> Meaning | None:
    """A new wish goes before a yes; a no goes before what is only probably a wish."""
    found = _thanks(scene, spoken) or wanted(scene, spoken)
    if found and not found.between:
        return found
    return (
        _wait(scene, spoken) or _that_is_all(scene, spoken) or found or _more(scene, spoken) or _hello(spoken)
    )


def _that_is_all(scene: Scene, spoken: Spoken) -> Meaning | None:
    if calls_again(scene, spoken) or reply(scene, spoken) in {Answer.NO, Answer.LATER}:
        return Meaning(Signal.THAT_IS_ALL, spoken.words)
    found = wishes(spoken)
    return Meaning(Signal.GOODBYE, spoken.words) if found and found.kind is Kind.GOODBYE else None


def _thanks(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Thanks or "that's it", and nothing else: that is all. "Nothing, sorry" is the end."""
    language, words = scene.state.language, _words(spoken)
    ending = wordings.ENDING[language]
    courteous = words & ending and words <= ending | wordings.COURTESY[language]
    nothing = wordings.NOTHING[language].fullmatch(read(spoken.words).plain.rstrip(" .!"))
    if spoken.confidence < SURE or not (courteous or nothing):
        return None
    ends = nothing or (scene.state.step is Step.HELP and reply(scene, spoken) is Answer.NO)
    return Meaning(Signal.GOODBYE if ends else Signal.THAT_IS_ALL, spoken.words)


def _more(scene: Scene, spoken: Spoken) -> Meaning | None:
    signal = _MORE.get(reply(scene, spoken))
    return Meaning(signal, spoken.words) if signal else None


_MORE: Mapping[Answer | None, Signal] = {Answer.YES: Signal.MORE, Answer.UNCLEAR: Signal.NO_MEANING}


def otherwise(scene: Scene, spoken: Spoken) -> Meaning:
    """Nothing is made of the words: the caller wants what nobody here is known for, or was heard badly."""
    letters = sum(map(str.isalpha, spoken.words))
    if scene.state.step not in _OPEN or spoken.confidence < SURE or letters < SHORTEST:
        return Meaning(Signal.NO_MEANING, spoken.words)
    return Meaning(missed(scene.state), spoken.words, language=_tongue(scene, spoken), tells=True)


def _tongue(scene: Scene, spoken: Spoken) -> str:
    """The other language that is heard, where it is clear that the caller speaks it."""
    found = spoken_in(spoken.words, scene.state.hears, LEAD)
    return found if found != scene.state.language else ""


_OPEN = frozenset({Step.HELP, Step.MENU, Step.ANYTHING_ELSE})


# Where it is asked back


def _meant(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Yes and no go with a wish that is said beside them: "no, accounts"."""
    said, found = reply(scene, spoken), wanted(scene, spoken)
    (target,) = scene.state.between
    other = found if found and target not in {found.target, *found.between} else None
    if other:
        return other
    if said is Answer.NO:
        return Meaning(not_that(scene.state), spoken.words)
    return _that(spoken, target) if said is Answer.YES or found else None


def _that(spoken: Spoken, target: str) -> Meaning:
    return Meaning(signal_of(target), spoken.words, target=target)


def _between(scene: Scene, spoken: Spoken) -> Meaning | None:
    options = {
        target: examples(scene.company, target, scene.state.language) for target in scene.state.between
    }
    found = picked(scene, spoken, options, dict(zip(scene.state.between, EITHER_KEYS, strict=False)))
    if found and found.value:
        return _that(spoken, found.value)
    return _other_than(scene, spoken) or (_declined(scene, spoken) if found else _neither(scene, spoken))


def _other_than(scene: Scene, spoken: Spoken) -> Meaning | None:
    """A wish that does not ask the same again."""
    found = wanted(scene, spoken)
    return None if found and set(found.between) == set(scene.state.between) else found


def _neither(scene: Scene, spoken: Spoken) -> Meaning | None:
    return _declined(scene, spoken) if reply(scene, spoken) is Answer.NO else None


def _declined(scene: Scene, spoken: Spoken) -> Meaning:
    return Meaning(not_that(scene.state), spoken.words)


def _never_again(scene: Scene, spoken: Spoken) -> Meaning | None:
    meanings = {Answer.YES: never_again(scene), Answer.NO: Signal.MAY_CALL}
    return _by_answer(scene, spoken, meanings)


def _by_answer(scene: Scene, spoken: Spoken, meanings: Mapping[Answer, Signal]) -> Meaning | None:
    said = reply(scene, spoken)
    signal = meanings.get(said) if said else None
    return Meaning(signal, spoken.words) if signal else None


# Where a department could not be reached


def _choice(scene: Scene, spoken: Spoken) -> Meaning | None:
    return (
        _aside(scene, spoken)
        or _call(scene, spoken)
        or _way(scene, spoken)
        or surely(scene, spoken)
        or _yes_or_no(scene, spoken)
    )


def _aside(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Back to the menu, or a caller who will call again, or wants nothing: nothing that was offered."""
    if calls_again(scene, spoken) or remarked(scene, spoken, Remark.NOTHING):
        return Meaning(Signal.NONE_OF_THEM, spoken.words)
    back = spoken.confidence >= SURE and plain(spoken.words) in wordings.BACK[scene.state.language]
    return Meaning(Signal.BACK, spoken.words) if back else None


def _call(scene: Scene, spoken: Spoken) -> Meaning | None:
    """A call at another time; where one is offered, a time alone asks for it."""
    found = call(scene, spoken)
    if found and found.signal is Signal.CALL_BACK and not _names(scene, found):
        return Meaning(Signal.CALL_BACK, spoken.words, wished=found.wished, why=found.why)
    offered = CALLBACK in scene.state.ways and not _way(scene, spoken)  # "the second" is no date
    time = wished(scene, spoken) if offered else None
    return found or (Meaning(Signal.CALL_BACK, spoken.words, wished=time) if time else None)


def _names(scene: Scene, found: Meaning) -> bool:
    """Whether a call from somebody else is asked for than from the one who could not be reached."""
    return id_of(found.target) not in {scene.person(), scene.state.wanted}


def _way(scene: Scene, spoken: Spoken) -> Meaning | None:
    keys = {way: way_key(scene, way) for way in scene.state.ways}
    found = picked(scene, spoken, _ways(scene.state, scene.company), keys)
    if found is None:
        return None
    return _taken(found.value, spoken) if found.value else Meaning(Signal.NONE_OF_THEM, spoken.words)


def _taken(way: str, spoken: Spoken) -> Meaning:
    known = _OF_WAY.get(way)
    if known:
        return Meaning(known, spoken.words)
    return Meaning(Signal.CHOSE_DEPARTMENT, spoken.words, target=f"department {way}")


_OF_WAY: Mapping[str, Signal] = {
    MESSAGE: Signal.LEAVE_MESSAGE,
    CALLBACK: Signal.CALL_BACK,
    PERSON: Signal.PERSON,
}


def _ways(state: State, company: Company) -> Mapping[str, tuple[str, ...]]:
    """What is offered, and its wordings."""
    known = wordings.WAYS[state.language]
    return {
        way: known.get(way) or examples(company, f"department {way}", state.language) for way in state.ways
    }


def _yes_or_no(scene: Scene, spoken: Spoken) -> Meaning | None:
    """A yes chooses where one thing is offered; a no wants none of it."""
    said = reply(scene, spoken)
    if said in {Answer.NO, Answer.LATER}:
        return Meaning(Signal.NONE_OF_THEM, spoken.words)
    return _taken(scene.state.ways[0], spoken) if said is Answer.YES and len(scene.state.ways) == 1 else None


def _confirm(scene: Scene, spoken: Spoken) -> Meaning | None:
    keys = {wordings.SEND: SEND_KEY, wordings.ANEW: ANEW_KEY}
    found = picked(scene, spoken, wordings.MESSAGES[scene.state.language], keys)
    signal = _OF_MESSAGE.get(found.value or "") if found else None
    if signal:
        return Meaning(signal, spoken.words)
    return _by_answer(scene, spoken, {Answer.YES: Signal.SEND, Answer.NO: Signal.ANEW})


_OF_MESSAGE: Mapping[str, Signal] = {wordings.SEND: Signal.SEND, wordings.ANEW: Signal.ANEW}


# Where a call is promised


def _expected(scene: Scene, spoken: Spoken) -> Meaning | None:
    return (
        _other_time(scene, spoken)
        or surely(scene, spoken)
        or _of_promise(scene, spoken)
        or _by_answer(scene, spoken, {Answer.YES: Signal.TALK_NOW, Answer.NO: Signal.KEEP_TIME})
        or _time_alone(scene, spoken)
    )


def _other_time(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The promised call at another time."""
    found, ours = call(scene, spoken), ringing_in.department(scene)
    if found and found.signal is Signal.CALL_BACK and id_of(found.target) in {ours, scene.person()}:
        return replace(found, target=f"{CALL} {ours}")
    other = reply(scene, spoken) is Answer.LATER or wishes(spoken, Kind.OTHER_TIME)
    if found is None and other and not keeps(scene, spoken):
        return Meaning(Signal.CALL_BACK, spoken.words, target=f"{CALL} {ours}", wished=wished(scene, spoken))
    return None


def _time_alone(scene: Scene, spoken: Spoken) -> Meaning | None:
    time, target = wished(scene, spoken), f"{CALL} {ringing_in.department(scene)}"
    return Meaning(Signal.CALL_BACK, spoken.words, target=target, wished=time) if time else None


def _of_promise(scene: Scene, spoken: Spoken) -> Meaning | None:
    if keeps(scene, spoken):
        return Meaning(Signal.KEEP_TIME, spoken.words)
    way = picked(scene, spoken, wordings.PROMISES[scene.state.language], ringing_in.KEYS)
    signal = _OF_PROMISE.get(way.value or "") if way else None
    return Meaning(signal, spoken.words) if signal else None


_OF_PROMISE: Mapping[str, Signal] = {
    wordings.NOW: Signal.TALK_NOW,
    wordings.KEEP: Signal.KEEP_TIME,
    wordings.CANCEL: Signal.NOT_NEEDED,
}


HEAR: Mapping[Step, Callable[[Scene, Spoken], Meaning | None]] = {
    Step.HELP: _help,
    Step.MENU: _menu,
    Step.ANYTHING_ELSE: _anything_else,
    Step.MEANT: _meant,
    Step.BETWEEN: _between,
    Step.NEVER_AGAIN: _never_again,
    Step.CHOICE: _choice,
    Step.CONFIRM: _confirm,
    Step.EXPECTED: _expected,
}


# What is likely to be said


def _wishes(state: State, company: Company, _: Campaign | None) -> tuple[str, ...]:
    return every(company, state.language)


def _two(state: State, company: Company, _: Campaign | None) -> tuple[str, ...]:
    said = (text for target in state.between for text in examples(company, target, state.language))
    return tuple(dict.fromkeys((*said, *every(company, state.language))))


def _instead(state: State, company: Company, _: Campaign | None) -> tuple[str, ...]:
    back = wordings.BACK[state.language]
    ways = (text for texts in (*_ways(state, company).values(), sorted(back)) for text in texts)
    return tuple(dict.fromkeys((*ways, *every(company, state.language))))


def _spoken(table: Mapping[str, wordings.Ways]) -> Said:
    return lambda state, _, __: tuple(text for texts in table[state.language].values() for text in texts)


def _promise(state: State, company: Company, campaign: Campaign | None) -> tuple[str, ...]:
    return (*_spoken(wordings.PROMISES)(state, company, campaign), *every(company, state.language))


SAID: Mapping[Step, Said] = {
    Step.HELP: _wishes,
    Step.MENU: _wishes,
    Step.ANYTHING_ELSE: _wishes,
    Step.MEANT: _two,
    Step.BETWEEN: _two,
    Step.CHOICE: _instead,
    Step.CONFIRM: _spoken(wordings.MESSAGES),
    Step.EXPECTED: _promise,
}
