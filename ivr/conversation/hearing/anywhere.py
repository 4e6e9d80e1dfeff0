"""What may be said at any question, whatever it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.conversation.asking.signals import never_again
from ivr.conversation.hearing.calling import cancels
from ivr.conversation.hearing.choices import wishes
from ivr.conversation.hearing.leading_in import without_lead
from ivr.conversation.hearing.sure import sure
from ivr.conversation.hearing.wanting import surely
from ivr.conversation.hearing.wordings import GREETINGS
from ivr.conversation.meaning import SURE, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import plain
from ivr.conversation.state import Step
from ivr.understanding.optout import PLAIN, opt_out
from ivr.understanding.patterns import Pattern, compiled
from ivr.understanding.result import Match
from ivr.understanding.utterance import read
from ivr.understanding.wishes import Kind, Wish, wish

Means = Callable[[Scene, Spoken, Wish], Meaning | None]

OPEN = frozenset(
    {Step.HELP, Step.MENU, Step.ANYTHING_ELSE, Step.CHOICE, Step.BETWEEN, Step.MEANT, Step.EXPECTED}
)
_ANOTHER_TIME = compiled("another time", {})  # for a talk, rather than to hear it again
# Where the call that is promised may be cancelled.
_KNOWS_PROMISE = frozenset({Step.EXPECTED, Step.HELP, Step.MENU, Step.ANYTHING_ELSE})
_AGREEING = frozenset({Step.SLOTS, Step.DAY, Step.HOUR, Step.READ_BACK})
THROUGH: Mapping[str, Pattern] = {
    "lv": compiled("(pars|sa)?(savieno|savienojiet|sledz|sledziet|parsledz|parsledziet)( mani)?", {}),
    "en": compiled("(put|get|connect|transfer|pass) me|put through|be connected", {}),
}
_ASKED_OPENLY = frozenset({Step.HELP, Step.MENU, Step.ANYTHING_ELSE})  # a greeting is answered there
# Where a call is offered: "no message, let them call" asks for it.
_CALL_OFFERED = frozenset({Step.CHOICE, Step.INSTEAD})
MATTER = 3  # words beside the wish for a person that tell what it is about
# Signals that somebody at a department is wanted after all: "someone in sales", "talk to somebody at ten".
_BETTER = frozenset({Signal.CHOSE_DEPARTMENT, Signal.CALL_BACK, Signal.NO_CALL})


def pressing(scene: Scene, spoken: Spoken) -> Meaning | None:
    """What goes before any answer: never to be called again, a person, another language, to hear it again."""
    return (
        _cancelled(scene, spoken)
        or _never(scene, spoken)
        or _through(scene, spoken)
        or _wished(scene, spoken, _PRESSING)
        or _greets(scene, spoken)
    )


def parting(scene: Scene, spoken: Spoken) -> Meaning | None:
    """What counts only where the words are no answer: goodbye, a wrong number, a department."""
    return _wished(scene, spoken, _PARTING) or _named(scene, spoken)


def _through(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Put through to a department, while a time is agreed on."""
    asks = THROUGH[scene.state.language].search(read(spoken.words).plain)
    return _department(scene, spoken) if asks else None


def _named(scene: Scene, spoken: Spoken) -> Meaning | None:
    """A department with which somebody wants to talk, or nothing but its name, while a time is agreed on."""
    found = _department(scene, spoken)
    led = without_lead(spoken.words, scene.state.language) != spoken.words
    return found if found and (led or not found.tells) else None


def _department(scene: Scene, spoken: Spoken) -> Meaning | None:
    agreeing = scene.state.step in _AGREEING and scene.state.errand is None
    found = surely(scene, spoken) if agreeing else None
    return found if found and found.signal is Signal.CHOSE_DEPARTMENT else None


def _cancelled(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The promised call is not needed: that one, and no more is meant."""
    heard = scene.state.step in _KNOWS_PROMISE and spoken.confidence >= SURE
    return Meaning(Signal.NOT_NEEDED, spoken.words) if heard and cancels(scene, spoken) else None


def _greets(scene: Scene, spoken: Spoken) -> Meaning | None:
    """ "Hello?" in the middle of a talk: whether we are still there."""
    words = set(plain(spoken.words).split())
    greets = words and words <= GREETINGS and scene.state.step not in _ASKED_OPENLY
    return Meaning(Signal.REPEAT, spoken.words, why="only greets") if greets else None


def _never(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Never to be called again (B2); what is only probably that is asked back."""
    found = opt_out(spoken.words)
    if not isinstance(found, Match):
        return None
    unsure = None if scene.state.step is Step.NEVER_AGAIN else Signal.PERHAPS_NEVER
    plain_enough = found.confidence >= PLAIN or scene.state.step not in _CALL_OFFERED
    signal = never_again(scene) if plain_enough and sure(spoken, found.confidence) else unsure
    return Meaning(signal, spoken.words, why=found.why) if signal else None


def _wished(scene: Scene, spoken: Spoken, table: Mapping[Kind, Means]) -> Meaning | None:
    found = wishes(spoken)
    means = table.get(found.kind) if found else None
    return means(scene, spoken, found) if found and means else None


def _person(scene: Scene, spoken: Spoken, _: Wish) -> Meaning | None:
    """A person, unless it is somebody of a department that is named."""
    if scene.state.errand:
        return Meaning(Signal.OUR_PERSON, spoken.words)
    found = surely(scene, spoken) if scene.state.step in OPEN else _department(scene, spoken)
    if found and found.signal in _BETTER:
        return found
    return Meaning(Signal.PERSON, spoken.words, tells=_tells(scene, spoken))


def _tells(scene: Scene, spoken: Spoken) -> bool:
    """Whether more is said than that a person is wanted."""
    found = wish(spoken.words)
    start, end = (isinstance(found, Match) and found.span) or (0, 0)
    beside = f"{spoken.words[:start]} {spoken.words[end:]}"
    return scene.state.step in OPEN and len(beside.split()) >= MATTER


def _language(scene: Scene, spoken: Spoken, wished: Wish) -> Meaning:
    wanted = wished.language or scene.next_language
    if wanted == scene.state.language:
        return Meaning(Signal.REPEAT if wished.language else Signal.NO_SUCH_LANGUAGE, spoken.words)
    if wanted in scene.company.languages:
        return Meaning(Signal.LANGUAGE, spoken.words, language=wanted)
    return Meaning(Signal.OUR_PERSON if scene.state.errand else Signal.NO_SUCH_LANGUAGE, spoken.words)


def _again(scene: Scene, spoken: Spoken, _: Wish) -> Meaning | None:
    """To hear it again; of a message that was just recorded, "again" is its speaker's answer."""
    answers = scene.state.step is Step.CONFIRM or _ANOTHER_TIME.search(read(spoken.words).plain)
    return None if answers else Meaning(Signal.REPEAT, spoken.words)


def _options(scene: Scene, spoken: Spoken, _: Wish) -> Meaning:
    """The menu is read where it is asked openly; any other question is asked once more."""
    signal = Signal.OPTIONS if scene.state.step in _ASKED_OPENLY else Signal.REPEAT
    return Meaning(signal, spoken.words)


def _who(_: Scene, spoken: Spoken, __: Wish) -> Meaning:
    return Meaning(Signal.WHO, spoken.words)


def _source(scene: Scene, spoken: Spoken, _: Wish) -> Meaning | None:
    return Meaning(Signal.SOURCE, spoken.words) if scene.state.errand else None


def _wrong_person(scene: Scene, spoken: Spoken, _: Wish) -> Meaning | None:
    return Meaning(Signal.WRONG_PERSON, spoken.words) if scene.state.errand else None


def _goodbye(scene: Scene, spoken: Spoken, _: Wish) -> Meaning:
    return Meaning(Signal.OUR_GOODBYE if scene.state.errand else Signal.GOODBYE, spoken.words)


_PRESSING: Mapping[Kind, Means] = {
    Kind.WRONG_PERSON: _wrong_person,
    Kind.PERSON: _person,
    Kind.LANGUAGE: _language,
    Kind.SOURCE: _source,
    Kind.OPTIONS: _options,
    Kind.SLOWER: _again,
    Kind.LOUDER: _again,
    Kind.REPEAT: _again,
    Kind.ROBOT: _who,
    Kind.WHO: _who,
}
_PARTING: Mapping[Kind, Means] = {Kind.GOODBYE: _goodbye, Kind.WRONG_PERSON: _goodbye}
