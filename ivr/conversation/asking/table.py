"""Asking openly, and asking back, in one table: a part of ``ivr.conversation.table``.

Entered at ASKING, which goes on to the open question where words are heard, and otherwise to the menu.
"""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.asking.signals import CAME_FROM
from ivr.conversation.moves import Effect, Signal, Table, Transition
from ivr.conversation.outreach.table import ANYWHERE as OURS
from ivr.conversation.state import Step

_S, _N, _E, _T = Step, Signal, Effect, Transition

_WAYS: Table = {
    (_S.ASKING, _N.OPENLY): _T(_S.HELP),
    (_S.ASKING, _N.BY_KEYS): _T(_S.MENU),
    (_S.HELP, _N.LANGUAGE): _T(_S.ASKING, _E.SWITCH_LANGUAGE),
    (_S.HELP, _N.HELLO): _T(_S.HELP),
    (_S.HELP, _N.OPTIONS): _T(_S.MENU),
    (_S.HELP, _N.THAT_IS_ALL): _T(_S.ANYTHING_ELSE),
    (_S.HELP, _N.SILENT): _T(_S.MENU),
    (_S.HELP, _N.WRONG_KEY): _T(_S.MENU, _E.EXCUSE_WRONG_KEY),
    (_S.HELP, _N.NO_MEANING): _T(_S.MENU, _E.OFFER_CHOICES),
    (_S.HELP, _N.HEARING_LOST): _T(_S.MENU, _E.OFFER_KEYS),
    (_S.HELP, _N.BACK): _T(_S.MENU, _E.ENTER_MAIN),
    (_S.HELP, _N.ENOUGH): _T(_S.MENU, _E.TELL_EVEN_SO),
    (_S.BETWEEN, _N.NOT_THAT): _T(_S.MENU, _E.OFFER_MENU),
    (_S.MEANT, _N.NOT_THAT): _T(_S.MENU, _E.OFFER_MENU),
    (_S.NEVER_AGAIN, _N.MAY_CALL): _T(_S.STAYING),
    (_S.NEVER_AGAIN, _N.SOURCE): _T(_S.NEVER_AGAIN, _E.TELL_SOURCE),
    (_S.NEVER_AGAIN, _N.ENOUGH): _T(_S.STAYING),
    **{(_S.STAYING, signal): _T(step, _E.GO_BACK) for step, signal in CAME_FROM.items()},
    (_S.STAYING, _N.WAS_ASKED_OPENLY): _T(_S.ASKING, _E.GO_BACK),  # words may not be heard any more
    (_S.STAYING, _N.THEIR_CALL): _T(_S.ANYTHING_ELSE, _E.ENTER_FIRST),  # a message was kept
    (_S.STAYING, _N.OUR_CALL): _T(_S.CONVENIENT),
    (_S.STAYING, _N.OUR_CALL_BEGUN): _T(_S.GOING_ON),
}

# Wherever a caller may say what is wanted.
WISHES: Mapping[Signal, Transition] = {
    _N.CHOSE_DEPARTMENT: _T(_S.ROUTING, _E.CHOOSE_DEPARTMENT),
    _N.CHOSE_GROUP: _T(_S.MENU, _E.ENTER_GROUP),
    _N.CHOSE_ANSWER: _T(_S.ANYTHING_ELSE, _E.GIVE_ANSWER),
    _N.CALL_BACK: _T(_S.SEEKING, _E.ASK_FOR_CALL),
    _N.NO_CALL: _T(_S.ROUTING, _E.REGRET_CALL),
    _N.UNSURE: _T(_S.MEANT, _E.ASK_BACK),
    _N.EITHER: _T(_S.BETWEEN, _E.ASK_BACK),
    _N.BEYOND: _T(_S.MENU, _E.EXCUSE_WISH),
    _N.BEYOND_AGAIN: _T(_S.ROUTING, _E.REGRET_WISH),
}
# At any question of a call to us.
THEIRS: Mapping[Signal, Transition] = {
    _N.PERSON: _T(_S.ROUTING, _E.CHOOSE_PERSON),
    _N.GOODBYE: _T(_S.CLOSING),
    _N.NO_MORE_CALLS: _T(_S.ANYTHING_ELSE, _E.STOP_CALLS),
    _N.NO_SUCH_LANGUAGE: _T(_S.ROUTING, _E.REGRET_LANGUAGE),
}

_ASKS_BACK = (_S.BETWEEN, _S.MEANT, _S.NEVER_AGAIN)
_STAYS: Mapping[Signal, Effect] = {
    _N.REPEAT: _E.SAY_AGAIN,
    _N.LANGUAGE: _E.SWITCH_LANGUAGE,
    _N.WRONG_KEY: _E.EXCUSE_WRONG_KEY,
    _N.SILENT: _E.EXCUSE_SILENCE,
}


def _asks_back(step: Step) -> Table:
    return {(step, signal): _T(step, effect) for signal, effect in _STAYS.items()}


TRANSITIONS: Table = {
    **{(step, signal): way for step in (_S.HELP, _S.BETWEEN, _S.MEANT) for signal, way in WISHES.items()},
    **{key: way for step in _ASKS_BACK for key, way in _asks_back(step).items()},
    **{(_S.NEVER_AGAIN, signal): way for signal, way in OURS.items()},
    **{(step, _N.ENOUGH): _T(_S.ROUTING, _E.CHOOSE_PERSON) for step in (_S.BETWEEN, _S.MEANT)},
    (_S.HELP, _N.REPEAT): _T(_S.HELP, _E.SAY_AGAIN),
    **_WAYS,
    **{(step, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT) for step in (_S.HELP, *_ASKS_BACK)},
}
CROSSED = frozenset({_S.ASKING, _S.STAYING})
QUESTIONS = frozenset({_S.HELP, *_ASKS_BACK})  # may be asked too often
