"""When words ask for the opening hours: of which day, and of which department.

The rule: something in them asks about being open, and besides the day and a department's name there are no
words but those with which people ask so. "I want to open an account" has others. Right after such an answer
a day alone asks the same of that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ivr.conversation.appointment.wish import is_ahead, understood, wish
from ivr.conversation.errand import WishedTime
from ivr.conversation.meaning import SURE, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import known, plain
from ivr.conversation.state import Step
from ivr.conversation.targets import id_of
from ivr.understanding.patterns import Pattern, compiled
from ivr.understanding.result import Match
from ivr.understanding.utterance import bare, fold, read


def _words(text: str) -> frozenset[str]:
    return frozenset(bare(text).split())


@dataclass(frozen=True, slots=True)
class Asking:
    """How a language asks for the hours, in plain words."""

    hours: Pattern  # what asks for nothing else, and what would spoil the time: "until when"
    open: frozenset[str]  # words of being open, of which one is needed …
    only_asked: frozenset[str]  # … or one of these, which ask for it only with a day or a word of ``when``
    when: frozenset[str]
    beside: frozenset[str]  # what else people say when they ask so
    titles: frozenset[str]  # what may stand with the name of a department
    every: Pattern  # days that come again and again: the week is asked for


ASKING: Mapping[str, Asking] = {
    "lv": Asking(
        compiled("(no|lidz) (cikiem|kuriem|kuram laikam|kuram)|darba laik~|darbalaik~", {}),
        _words(
            "strādājat strādāsiet nestrādājat nestrādāsiet vaļā atvērti atvērts atvērta slēgti slēgts slēgta"
            " ciet slēdzat slēdzaties atverat atveraties verat veraties verieties"
        ),
        _words("strādā strādās strādāt esat būsiet slēdz atver ver"),
        _words("kad cikos cik kuros kurās ilgi vēlu agri"),
        _words(
            "vai jūs jums jūsu ir būs no līdz dienās dienā dien lūdzu labdien sveiki sakiet pasakiet gribēju"
            " gribētu vēlos vēlētos zināt uzzināt pajautāt un bet tad arī vēl jau parasti birojs ofiss"
            " veikals uzņēmums kāds kāda ka nu par cikiem svētkos svētku"
        ),
        _words("nodaļa daļa"),
        compiled("(pirm|otr|tres|ceturt|piekt|sest|svet|briv|darb)dienas|darba dienas|vakaros|ritos", {}),
    ),
    "en": Asking(
        compiled(
            "(until|till|til|from) (when|what time)|until|till|(opening|business|working|office|store|shop)"
            " (hours|times)|(your|the) hours",
            {},
        ),
        _words("open opens opened opening close closes closed closing shut shuts"),
        _words("work works working there hours"),
        _words("when what which how late long early"),
        _words(
            "are is be will do does you your guys all the please hello hi good morning afternoon evening time"
            " times days day at from on in of for a an whats and or so then also too as well normally usually"
            " still already office shop store place company business doors tell me could can"
            " would like to know if whether ask wondering was anyone anybody someone somebody here going any"
            " chance by over actually"
        ),
        _words("department team desk"),
        compiled("(mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays|mornings|evenings", {}),
    ),
}
# What leads on from the answer to another day.
FOLLOWING: Mapping[str, frozenset[str]] = {
    "lv": _words("un bet kā ar savukārt tad nu labi paldies skaidrs"),
    "en": _words("and but what how about then ok okay thanks thank you alright"),
}


def hours_asked(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The answer that tells the hours, with the day and the department, where words surely ask for them."""
    target = _answer(scene)
    if target is None or spoken.confidence < SURE or not _may_ask(scene, spoken):
        return None
    day, span = _day(scene, spoken)
    said = _asked(scene, spoken, span)
    whose = _whose(scene, said)
    if whose is None or not _asks(scene, spoken, said, day):
        return None
    return Meaning(
        Signal.CHOSE_ANSWER,
        spoken.words,
        target=target,
        wished=day,
        whose=whose or _before(scene, spoken),
        why="asks for the hours",
        tells=True,
    )


def of_day(scene: Scene, spoken: Spoken, target: str) -> WishedTime | None:
    """The day that is said with a wish for ``target``, where that tells the hours."""
    return _day(scene, spoken)[0] if target == _answer(scene) else None


def _answer(scene: Scene) -> str | None:
    """The answer that tells the hours: "answer hours"."""
    own = scene.own_department()
    for id_, one in scene.company.answers.items():
        if one.says == "hours" and one.department in {None, own}:
            return f"answer {id_}"
    return None


def _told_already(scene: Scene) -> bool:
    """Whether the hours were just told."""
    return scene.state.step is Step.ANYTHING_ELSE and f"answer {scene.state.answer}" == _answer(scene)


def _may_ask(scene: Scene, spoken: Spoken) -> bool:
    """A first look, since a time takes longest to understand."""
    asking, words = ASKING[scene.state.language], set(read(spoken.words).plain.split())
    asks = words & (asking.open | asking.only_asked) or asking.hours.search(read(spoken.words).plain)
    return bool(asks) or _told_already(scene)


def _asks(scene: Scene, spoken: Spoken, said: list[str], day: WishedTime | None) -> bool:
    asking, words = ASKING[scene.state.language], set(map(fold, said))
    if asking.hours.search(read(spoken.words).plain) or words & asking.open:
        return True
    with_day = day is not None or _is_every(scene, spoken)
    if words & asking.only_asked:
        return with_day or bool(words & asking.when)
    return with_day and _told_already(scene)


def _day(scene: Scene, spoken: Spoken) -> tuple[WishedTime | None, tuple[int, int]]:
    """The time that is said, and its characters; none where every such day is meant."""
    words = _without_question(scene, spoken)
    found = understood(words, scene.state.language, scene.now, scene.zone)
    wished = wish(words, found)
    ahead = wished if wished and is_ahead(wished, scene.now) and not _is_every(scene, spoken) else None
    return ahead, (isinstance(found, Match) and found.span) or (0, 0)


def _is_every(scene: Scene, spoken: Spoken) -> bool:
    return ASKING[scene.state.language].every.search(read(spoken.words).plain) is not None


def _without_question(scene: Scene, spoken: Spoken) -> str:
    """The words with blanks for what asks for hours: "until" would be a bound of the time."""
    said, words = read(spoken.words), spoken.words
    for found in ASKING[scene.state.language].hours.finditer(said.plain):
        start, end = said.span(*found.span())
        words = f"{words[:start]}{' ' * (end - start)}{words[end:]}"
    return words


def _asked(scene: Scene, spoken: Spoken, span: tuple[int, int]) -> list[str]:
    """The words beside the time and the question."""
    words = _without_question(scene, spoken)
    return plain(f"{words[: span[0]]} {words[span[1] :]}").split()


def _whose(scene: Scene, said: list[str]) -> str | None:
    """The department that is named; empty where none is, None where something else is said."""
    asking = ASKING[scene.state.language]
    usual = asking.open | asking.only_asked | asking.when | asking.beside
    usual |= FOLLOWING[scene.state.language] if _told_already(scene) else frozenset()
    rest = [word for word in said if fold(word) not in usual]
    if not rest:
        return ""
    untitled = [word for word in rest if fold(word) not in asking.titles]
    targets = known(scene.company, scene.state.language)
    named = targets.get(" ".join(rest)) or targets.get(" ".join(untitled)) or ""
    return id_of(named) if named.startswith("department ") else None


def _before(scene: Scene, spoken: Spoken) -> str:
    """Whoever goes on asking for another day means the same department."""
    asks_anew = ASKING[scene.state.language].hours.search(read(spoken.words).plain)
    return (scene.state.whose or "") if _told_already(scene) and not asks_anew else ""
