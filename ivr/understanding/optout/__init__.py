""" "Never call me again" (B2), in any wording, in Latvian, English and Russian, also mixed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache, partial

import numpy as np

from ivr.understanding.ear import Ear
from ivr.understanding.gist import found as gists
from ivr.understanding.optout import english, latvian, russian
from ivr.understanding.optout.gist import GISTS
from ivr.understanding.optout.learnt import learn
from ivr.understanding.optout.sense import Sense, sense
from ivr.understanding.optout.table import ASKED, AT_TIMES, OptOuts
from ivr.understanding.patterns import Rule
from ivr.understanding.quoting import own_words
from ivr.understanding.recall import Arrays, Recall, anew
from ivr.understanding.result import Match, NoMatch
from ivr.understanding.routing.features import Embed
from ivr.understanding.utterance import Utterance, reduced
from ivr.understanding.wishes import Kind, wish

TABLES = (english.TABLE, latvian.TABLE, russian.TABLE)
LEARNT = {"en": english.TABLE, "lv": latvian.TABLE}
_EARS: dict[str, Ear] = {}  # by language, once they are learnt
_SENSES: dict[str, Sense] = {}  # by language, where there are sentence vectors
_OTHER: set[str] = set()  # words in which nothing asks it, as was found out before
LOUD = {"en": 1.0, "lv": 0.9}  # how much has to speak for the wish: rather ask back than not hear it
IN_DOUBT = -0.5  # from here on a sentence vector is looked at, which takes milliseconds
LOUD_TOGETHER = 1.0  # how much words and vector have to speak for it
SOUNDS = 0.55  # confidence of what no rule knows
A_WAY = 0.55  # the most for a question after a way to it: it is asked back
PLAIN = 0.8  # from this confidence on it is said in so many words that nobody may call
NOTHING = "nothing asks never to be called again"
_STOP = re.compile(r" [.?!](?= |$)")


class OptOut(StrEnum):
    """What somebody wants who opts out."""

    NEVER_AGAIN = "never_again"


@lru_cache(64)  # looked for in each language of a call, and it is the same in all
def opt_out(words: str) -> Match[OptOut] | NoMatch:
    """Whether the speaker asks never to be called again.

    A limit ("before five", "at work"), another number to call, a question about it, a condition and what
    others said are no such wish. What is only probably one comes with a low confidence (below ``PLAIN``): ask
    back, unless one call is promised or offered, and may be meant. It is none where a call is asked for.
    """
    if words in _OTHER:
        return NoMatch(NOTHING)
    found = _opt_out(own_words(words))
    if isinstance(found, Match) and found.confidence < PLAIN and _is_of_one_call(words, found):
        return NoMatch(f"{found.why}, but it is about one call")
    return found


def _is_of_one_call(words: str, found: Match[OptOut]) -> bool:
    """Whether a call is asked for in other words; or, where it only sounds like the wish, is not needed."""
    if found.confidence <= SOUNDS:
        return isinstance(wish(words, (Kind.CALLBACK, Kind.CANCEL_CALL)), Match)
    call = wish(words, (Kind.CALLBACK,))
    return isinstance(call, Match) and _apart(call.span, found.span)


def _apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Whether two places have nothing in common: "no one should call me" asks for no call."""
    return one is None or other is None or one[1] <= other[0] or other[1] <= one[0]


def _opt_out(meant: Utterance) -> Match[OptOut] | NoMatch:
    refused = NOTHING
    for table in TABLES:
        lean = reduced(meant, table.same)
        for rule, place, against in _wishes(table, lean):
            limit = _limit(table, rule, against, lean.plain, place)
            way = limit is not None and _asks_a_way(table, limit, lean.plain)
            if limit is None or way:
                sure = min(rule.confidence, A_WAY) if way else rule.confidence
                return Match(OptOut.NEVER_AGAIN, sure, rule.name, lean.span(*place))
            refused = f"{rule.name}, but {limit.name}"
    return NoMatch(refused) if refused != NOTHING else _sounds(meant)


def _sounds(meant: Utterance) -> Match[OptOut] | NoMatch:
    """Whether it sounds like the wish in one of the languages of which there are examples."""
    if any(_loud(code, meant) for code in LEARNT):
        return Match(OptOut.NEVER_AGAIN, SOUNDS, "it sounds like it", meant.span(0, len(meant.plain)))
    return NoMatch(NOTHING)


def _loud(code: str, meant: Utterance) -> bool:
    """Whether enough speaks for it, by the examples of a language."""
    heard = _ear(code).hears(reduced(meant, LEARNT[code].same))
    if code not in _SENSES:
        return heard > LOUD[code]
    return heard > IN_DOUBT and heard + _SENSES[code].hears(meant.said) > LOUD_TOGETHER


def prepare(recall: Recall = anew, embed: Embed | None = None) -> None:
    """Learn now what the first caller would have to wait for: about a second where it was not kept.

    Args:
        recall: keeps what was learnt.
        embed: gives the sentence vectors of our model, which count for English where there is doubt; without
            it they do not count from now on.
    """
    if embed:
        _SENSES["en"] = sense(embed)
    else:
        _SENSES.clear()
    _OTHER.clear()
    opt_out.cache_clear()
    _learn(recall)


def prepare_for(words: Sequence[str], recall: Recall = anew) -> None:
    """Find out now in which of ``words`` nothing asks it: for a proof, in which the same few are always said.

    Where that was kept, no rule has to be compiled for them, which takes each process a tenth of a second.
    """
    kept = recall(f"no opt-outs: {words!r}", partial(_other, words, recall))
    _OTHER.update(itertools.compress(words, kept["other"].tolist()))


def _other(words: Sequence[str], recall: Recall) -> Arrays:
    _learn(recall)
    return {"other": np.array([opt_out(each) == NoMatch(NOTHING) for each in words])}


def _learn(recall: Recall) -> None:
    for code, table in LEARNT.items():
        if code not in _EARS:
            kept = recall(f"opt-outs {code}", partial(_taught, code))
            _EARS[code] = Ear.of_arrays(table.kinds, kept)


def _taught(code: str) -> Arrays:
    return learn(code, LEARNT[code]).arrays()


def _ear(code: str) -> Ear:
    if code not in _EARS:
        _learn(anew)
    return _EARS[code]


def _wishes(table: OptOuts, lean: Utterance) -> Iterator[tuple[Rule, tuple[int, int], tuple[Rule, ...]]]:
    """Every wish in the words, where it stands, and what before it would speak against it."""
    for some, against in (
        (table.orders, table.before + table.subject),
        (table.asks, table.before + table.asked),
    ):
        for rule in some:
            for found in rule.pattern.finditer(lean.plain):
                yield rule, found.span(), against
    for rule, place in gists(GISTS, table.kinds, lean):
        yield rule, place, table.before + table.asked


def _limit(
    table: OptOuts, wish: Rule, against: tuple[Rule, ...], plain: str, place: tuple[int, int]
) -> Rule | None:
    """What makes something else of the wish that was found."""
    after = plain[place[1] :].lstrip()
    before = _STOP.split(plain[: place[0]])[-1].strip()
    limits = itertools.chain(
        (rule for rule in table.after if rule.pattern.match(after) and not _lasts(table, wish, rule)),
        (rule for rule in table.later if rule.pattern.search(after)),
        (
            rule
            for rule in against
            if before and rule.pattern.search(before) and not _lasts(table, wish, rule)
        ),
    )
    return next(limits, None)


def _asks_a_way(table: OptOuts, limit: Rule, plain: str) -> bool:
    """Whether it is asked how to be called no more, which nobody asks who wants to be called."""
    return limit.name == ASKED and any(rule.pattern.search(plain) for rule in table.ways)


def _lasts(table: OptOuts, wish: Rule, limit: Rule) -> bool:
    """Whether the wish is for good, whatever time is said with it: "off the list today"."""
    return limit.name == AT_TIMES and wish.name in table.lasting
