"""The company's own rules: as norms they are broken by what they forbid, and by nothing else."""

from __future__ import annotations

import pytest

from ivr.company.courtesy import Courtesy, Rule
from ivr.conversation.actions import HangUp, Transfer
from ivr.conversation.events import Answered, AnsweredBy, HungUp
from ivr.etiquette.course import Standard
from ivr.etiquette.example import ERRAND, HANG_UP, PICKED_UP, YES, ask, say, talk, turn
from ivr.etiquette.norm import breaches
from ivr.etiquette.norms import NORMS, norms_of
from ivr.etiquette.own import own_norms
from ivr.phrases.sentence import SpeechAct
from tests.conversation.outbound import CAMPAIGNS, COMPANY

A = SpeechAct
NOTICE = say(A.NOTIFIES, "This call is recorded.", phrase="notice.recording")
HELLO = say(A.GREETS, "Ozols, good afternoon.", phrase="greeting.company.day")
HELP = say(A.OFFERS_HELP, "How can I help?", phrase="help.offer")
END = (say(A.THANKS, "Thank you."), say(A.PARTS, "Goodbye!"), HANG_UP)
PUT_THROUGH = Transfer("sales", (), accept=False)


def standard(**given) -> Standard:
    rule = Rule.model_validate({"id": "r", "why": "Because.", **given})
    company = COMPANY.model_copy(update={"courtesy": Courtesy(rules=(rule,))})
    company.__pydantic_private__ = {"_derived": {}}
    return Standard(company, CAMPAIGNS["maintenance"])


BEGINS = {"kind": "must_say", "says": "notifies", "where": "beginning"}
ENDS = {"kind": "must_say", "words": {"en": ["thank you"]}, "where": "end"}
RINGS = {"kind": "must_say", "says": "notice.recording", "where": "transfer", "department": "sales"}
NEVER = {"kind": "never_say", "words": {"en": ["cheap"]}}
WORDS, SECONDS = {"kind": "longest", "most_words": 4}, {"kind": "longest", "most_seconds": 2}
ORDER = {"kind": "order", "first": "greeting.company", "then": "offers_help"}

CASES = {
    "the act at the beginning": (BEGINS, talk(turn(None, HELLO, NOTICE, ask("x"))), None),
    "no act at the beginning": (BEGINS, talk(turn(None, HELLO, ask("x")), turn(YES, NOTICE, ask("x"))), 0),
    "in calls of ours alone": (BEGINS | {"calls": "by_us"}, talk(turn(None, HELLO, ask("x"))), None),
    "in calls to us alone": (
        BEGINS | {"calls": "to_us"},
        talk(turn(PICKED_UP, HELLO, ask("x")), errand=ERRAND),
        None,
    ),
    "on another number": (BEGINS | {"department": "sales"}, talk(turn(None, HELLO, ask("x"))), None),
    "on the department's own number": (
        BEGINS | {"department": "sales"},
        talk(turn(None, HELLO, ask("x"), called="+37167000101")),
        0,
    ),
    "in the department's campaigns": (
        BEGINS | {"department": "support"},
        talk(turn(PICKED_UP, HELLO, ask("x")), errand=ERRAND),
        0,
    ),
    "to a machine": (
        BEGINS,
        talk(turn(Answered(AnsweredBy.MACHINE), HELLO, HANG_UP), errand=ERRAND),
        None,
    ),
    "the words at the end": (ENDS, talk(turn(None, HELLO, ask("x")), turn(YES, *END)), None),
    "no words at the end": (ENDS, talk(turn(None, HELLO, ask("x")), turn(YES, *END[1:])), 1),
    "the caller is gone at the end": (
        ENDS,
        talk(turn(None, HELLO, ask("x")), turn(HungUp(), HangUp("caller hung up"))),
        None,
    ),
    "put through with it": (RINGS, talk(turn(None, NOTICE, PUT_THROUGH)), None),
    "put through without it": (RINGS, talk(turn(None, HELLO, PUT_THROUGH)), 0),
    "put through to others": (RINGS | {"department": "billing"}, talk(turn(None, HELLO, PUT_THROUGH)), None),
    "the forbidden word": (NEVER, talk(turn(None, say(A.INFORMS, "It is Cheap."), ask("x"))), 0),
    "a word that holds it": (NEVER, talk(turn(None, say(A.INFORMS, "It is cheaper."), ask("x"))), None),
    "a word of another language": (
        NEVER,
        talk(turn(None, say(A.INFORMS, "cheap", "lv"), ask("x"))),
        None,
    ),
    "four words": (WORDS, talk(turn(None, say(A.INFORMS, "We are open today. Do come."), ask("x"))), None),
    "five words": (WORDS, talk(turn(None, say(A.INFORMS, "We are open all day."), ask("x"))), 0),
    "two seconds": (SECONDS, talk(turn(None, say(A.INFORMS, "We are open."), ask("x"))), None),
    "more seconds": (
        SECONDS,
        talk(turn(None, say(A.INFORMS, "We are open from nine to six every day."), ask("x"))),
        0,
    ),
    "in order": (ORDER, talk(turn(None, HELLO, ask("x")), turn(YES, HELP, ask("x"))), None),
    "in the wrong order": (ORDER, talk(turn(None, HELP, HELLO, ask("x"))), 0),
}


@pytest.mark.parametrize(("rule", "course", "number"), CASES.values(), ids=CASES)
def test_what_breaks_a_rule(rule, course, number):
    judged = standard(**rule)
    found = breaches(own_norms(judged.company), course, judged)
    assert [(each.norm, each.number) for each in found] == ([] if number is None else [("own:r", number)])


THEIRS = BEGINS | {"calls": "by_us"}
ENDINGS = {"kind": "must_say", "says": "thanks", "where": "end"}


@pytest.mark.parametrize("rule", [BEGINS, THEIRS, ENDINGS, RINGS, NEVER, WORDS, SECONDS, ORDER], ids=str)
def test_a_rule_is_broken_by_its_own_example(rule):
    judged = standard(**rule)
    (norm,) = own_norms(judged.company)
    assert [each.norm for each in breaches((norm,), norm.broken_by, judged)] == ["own:r"]


def test_own_rules_come_after_the_norms_with_what_the_file_says():
    judged = standard(**NEVER, starred=True)
    *norms, own = norms_of(judged.company)
    assert tuple(norms) == NORMS
    assert (own.id, own.words, own.starred) == ("own:r", "Because.", True)
