"""The company's own rules of courtesy as norms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from ivr.company.courtesy import Rule
from ivr.company.models import Company
from ivr.company.sentences import seconds, sentences
from ivr.conversation.actions import Transfer
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Course, Standard
from ivr.etiquette.example import ERRAND, HANG_UP, YES, Piece, ask, say, talk, turn
from ivr.etiquette.norm import Norm, OfSentences, Watch
from ivr.etiquette.signs import own_department, parts, there
from ivr.phrases.sentence import Sentence, SpeechAct

PREFIX = "own:"


def own_norms(company: Company) -> tuple[Norm, ...]:
    """The rules of the company file, in its order."""
    return company.derived(("own norms",), lambda: tuple(map(_norm, company.courtesy.rules)))


def _norm(rule: Rule) -> Norm:
    make, example, start = _KINDS[rule.kind]
    return Norm(
        id=PREFIX + rule.id,
        words=rule.why,
        starred=rule.starred,
        applies=lambda beat: rule.calls is None or (rule.calls == "by_us") is beat.outbound,
        start=start,
        watch=make(rule),
        broken_by=example(rule),
    )


# What must be said


def _must_say(rule: Rule) -> Watch:
    due = _DUE[rule.where or "beginning"]

    def watch(memory: None, beat: Beat, standard: Standard) -> tuple[None, str | None]:
        missing = due(rule, beat, standard) and not any(_is_said(rule, one) for one in beat.sentences)
        return memory, f"{_told(rule)} is not said" if missing else None

    return watch


def _is_said(rule: Rule, sentence: Sentence) -> bool:
    if rule.says:
        return matches(rule.says, sentence)
    return any(_contains(sentence.text, word) for word in rule.words.get(sentence.language, ()))


def _told(rule: Rule) -> str:
    return f'"{rule.says or next(iter(next(iter(rule.words.values()))))}"'


def _begins(rule: Rule, beat: Beat, standard: Standard) -> bool:
    met = beat.before is None and there(beat) and beat.state.step is not Step.SCREENED
    return met and _concerns(rule, beat, standard)


def _ends(rule: Rule, beat: Beat, standard: Standard) -> bool:
    return parts(beat) and _concerns(rule, beat, standard)


def _puts_through(rule: Rule, beat: Beat, _: Standard) -> bool:
    end = beat.end
    return isinstance(end, Transfer) and rule.department in {None, end.department}


def _concerns(rule: Rule, beat: Beat, standard: Standard) -> bool:
    if rule.department is None:
        return True
    ours = standard.campaign.department if standard.campaign else None
    return rule.department == (ours if beat.outbound else own_department(beat, standard))


_DUE: Mapping[str, Callable[[Rule, Beat, Standard], bool]] = {
    "beginning": _begins,
    "end": _ends,
    "transfer": _puts_through,
}


# What must never be said, or not at such length


def _never_say(rule: Rule) -> Watch:
    def judge(sentence: Sentence, _: str, __: Standard) -> str | None:
        for word in rule.words.get(sentence.language, ()):
            if _contains(sentence.text, word):
                return f'"{word}" is said in "{sentence.phrase}"'
        return None

    return OfSentences(judge)


def _longest(rule: Rule) -> Watch:
    def judge(sentence: Sentence, _: str, standard: Standard) -> str | None:
        return f'"{sentence.phrase}" is too long' if _is_long(rule, sentence, standard) else None

    return OfSentences(judge)


def _is_long(rule: Rule, sentence: Sentence, standard: Standard) -> bool:
    text = sentence.text
    if rule.most_words and len(text.split()) > rule.most_words * max(sentences(text), 1):
        return True
    pace = standard.company.pace(sentence.language)
    return rule.most_seconds is not None and seconds(text, sentence.language, pace) > rule.most_seconds


# What comes before what


def _order(rule: Rule) -> Watch:
    def watch(came: bool, beat: Beat, _: Standard) -> tuple[bool, str | None]:
        for sentence in beat.sentences:
            came = came or matches(rule.first or "", sentence)
            if not came and matches(rule.then or "", sentence):
                return came, f'"{rule.then}" comes before "{rule.first}"'
        return came, None

    return watch


# Common to them


def matches(name: str, sentence: Sentence) -> bool:
    """Whether a sentence does that act, or is that sentence: a phrase's own id holds for all of its uses."""
    return name == sentence.act or f"{sentence.phrase}.".startswith(f"{name}.")


@lru_cache(maxsize=16384)
def _contains(text: str, word: str) -> bool:
    return _pattern(word).search(text) is not None


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


# The examples


def _without(rule: Rule) -> Course:
    """Somebody is greeted, put through or taken leave of, and the words are missing."""
    hello = turn(None, say(SpeechAct.GREETS, "…"), ask("menu:main"))
    if rule.where == "transfer":
        return _talk(rule, turn(None, Transfer(rule.department or "", (), accept=False)))
    return _talk(rule, hello, turn(YES, HANG_UP)) if rule.where == "end" else _talk(rule, hello)


def _with_word(rule: Rule) -> Course:
    language, words = next(iter(rule.words.items()), ("en", ("…",)))
    return _talk(rule, turn(None, say(SpeechAct.INFORMS, words[0], language), ask("menu:main")))


def _at_length(rule: Rule) -> Course:
    return _talk(rule, turn(None, say(SpeechAct.INFORMS, "on and on " * 200), ask("menu:main")))


def _reversed(rule: Rule) -> Course:
    name = rule.then or ""
    act = SpeechAct(name) if name in set(SpeechAct) else SpeechAct.INFORMS
    return _talk(rule, turn(None, say(act, "…", phrase=name), ask("menu:main")))


def _talk(rule: Rule, *turns: Piece) -> Course:
    return talk(*turns, errand=ERRAND if rule.calls == "by_us" else None)


# Of each kind: the watcher, the talk that breaks it, and what is remembered before the first turn.
_KINDS: Mapping[str, tuple[Callable[[Rule], Watch], Callable[[Rule], Course], bool | None]] = {
    "must_say": (_must_say, _without, None),
    "never_say": (_never_say, _with_word, None),
    "longest": (_longest, _at_length, None),
    "order": (_order, _reversed, False),
}
