"""Agreeing on a time in one table: a part of ``ivr.conversation.table``.

Entered at SEEKING with ``state.appointment`` set, and ``state.wished`` where a time was said already; left at
AGREED or NOT_AGREED, where the conversation around it goes on: reception by THEIR_CALL, our own calls by
OUR_CALL.
"""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.moves import Effect, Signal, Table, Transition
from ivr.conversation.state import Step

_S, _N, _E, _T = Step, Signal, Effect, Transition

_WAYS: Table = {
    (_S.SEEKING, _N.SLOTS_LEFT): _T(_S.SLOTS, _E.OFFER_SLOTS),
    (_S.SEEKING, _N.NO_SLOT): _T(_S.NOT_AGREED, _E.TELL_NO_SLOT),
    (_S.SEEKING, _N.POSSIBLE): _T(_S.READ_BACK, _E.TAKE_WISH),
    (_S.SEEKING, _N.ONE_SLOT): _T(_S.READ_BACK, _E.ANSWER_WISH),
    (_S.SEEKING, _N.IMPOSSIBLE): _T(_S.READ_BACK, _E.ANSWER_WISH),
    (_S.SLOTS, _N.CHOSE_SLOT): _T(_S.READ_BACK, _E.CHOOSE_SLOT),
    (_S.SLOTS, _N.OTHER_TIME): _T(_S.DAY, _E.FORGET_KEYED),
    (_S.SLOTS, _N.UNCLEAR): _T(_S.SLOTS, _E.ASK_WHICH_TIME),
    (_S.SLOTS, _N.WRONG_KEY): _T(_S.SLOTS, _E.EXCUSE_WRONG_KEY),
    (_S.DAY, _N.KEYED_DAY): _T(_S.HOUR, _E.KEEP_KEYED),
    (_S.DAY, _N.IMPOSSIBLE_DAY): _T(_S.CHECKING, _E.KEEP_KEYED),
    (_S.DAY, _N.WRONG_KEY): _T(_S.DAY, _E.EXCUSE_ANSWER),
    (_S.HOUR, _N.KEYED_HOUR): _T(_S.CHECKING, _E.KEEP_KEYED),
    (_S.HOUR, _N.WRONG_KEY): _T(_S.HOUR, _E.EXCUSE_ANSWER),
    (_S.CHECKING, _N.POSSIBLE): _T(_S.READ_BACK, _E.TAKE_KEYED),
    (_S.CHECKING, _N.IMPOSSIBLE): _T(_S.READ_BACK, _E.TELL_IMPOSSIBLE),
    (_S.CHECKING, _N.NO_SLOT): _T(_S.NOT_AGREED, _E.TELL_NO_SLOT),
    (_S.READ_BACK, _N.RIGHT): _T(_S.SECURING),
    (_S.READ_BACK, _N.NOT_RIGHT): _T(_S.SLOTS, _E.COUNT_TRY),
    (_S.READ_BACK, _N.NOT_RIGHT_KEYED): _T(_S.DAY, _E.COUNT_TRY),
    (_S.READ_BACK, _N.OTHER_TIME): _T(_S.DAY, _E.FORGET_KEYED),
    (_S.READ_BACK, _N.WRONG_KEY): _T(_S.READ_BACK, _E.EXCUSE_WRONG_KEY),
    (_S.SECURING, _N.POSSIBLE): _T(_S.AGREED, _E.PROMISE),
    (_S.SECURING, _N.IMPOSSIBLE): _T(_S.SLOTS, _E.TELL_TAKEN),
    (_S.SECURING, _N.NO_SLOT): _T(_S.NOT_AGREED, _E.TELL_NO_SLOT),
    (_S.SECURING, _N.ENOUGH): _T(_S.NOT_AGREED, _E.REGRET_NO_TIME),
    (_S.AGREED, _N.THEIR_CALL): _T(_S.ANYTHING_ELSE, _E.END_APPOINTMENT),
    (_S.NOT_AGREED, _N.THEIR_CALL): _T(_S.OFFERING, _E.OFFER_OTHER_WAYS),
}

_LOOK_UPS = (_S.SEEKING, _S.CHECKING, _S.SECURING)
QUESTIONS = frozenset({_S.SLOTS, _S.DAY, _S.HOUR, _S.READ_BACK})  # may be asked too often
CROSSED = frozenset({_S.AGREED, _S.NOT_AGREED})

# At every question; the way to a person and the way back are those of calls to us.
_ANYWHERE: Mapping[Signal, Effect] = {
    _N.REPEAT: _E.SAY_AGAIN,
    _N.LANGUAGE: _E.SWITCH_LANGUAGE,
    _N.SILENT: _E.EXCUSE_SILENCE,
}
_AWAY: Mapping[Signal, Transition] = {
    _N.SAID_TIME: _T(_S.SEEKING, _E.KEEP_WISH),
    _N.BACK: _T(_S.MENU, _E.ENTER_MAIN),
    _N.PERSON: _T(_S.ROUTING, _E.CHOOSE_PERSON),
    _N.CHOSE_DEPARTMENT: _T(_S.ROUTING, _E.CHOOSE_DEPARTMENT),
    _N.ENOUGH: _T(_S.NOT_AGREED, _E.REGRET_NO_TIME),
}


def _anywhere(step: Step) -> Table:
    stays = {(step, signal): _T(step, effect) for signal, effect in _ANYWHERE.items()}
    return {**stays, **{(step, signal): way for signal, way in _AWAY.items()}}


TRANSITIONS: Table = {
    **_WAYS,
    **{key: way for step in Step if step in QUESTIONS for key, way in _anywhere(step).items()},
    **{(step, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT) for step in (*_LOOK_UPS, *sorted(QUESTIONS))},
}
