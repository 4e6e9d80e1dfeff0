"""Our calls in one table: a part of ``ivr.conversation.table``."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.appointment.table import QUESTIONS as APPOINTMENT
from ivr.conversation.moves import Effect, Signal, Table, Transition
from ivr.conversation.state import Step

_S, _N, _E, _T = Step, Signal, Effect, Transition

_WAYS: Table = {
    # Who picked up
    (_S.OPENING, _N.PICKED_UP): _T(_S.CONVENIENT, _E.INTRODUCE),
    (_S.OPENING, _N.PICKED_UP_SOMEBODY): _T(_S.IDENTITY, _E.INTRODUCE),
    (_S.OPENING, _N.MACHINE): _T(_S.FAREWELL, _E.LEAVE_WORDS),
    (_S.OPENING, _N.MACHINE_ONLY): _T(_S.ENDED, _E.LET_MACHINE_BE),
    (_S.OPENING, _N.SCREENING): _T(_S.SCREENED, _E.ANSWER_SCREENING),
    (_S.SCREENED, _N.PERSON_CAME): _T(_S.OPENING),
    (_S.SCREENED, _N.NOBODY_CAME): _T(_S.FAREWELL),
    (_S.SCREENED, _N.SCREENING): _T(_S.SCREENED, _E.ANSWER_SCREENING),
    (_S.SCREENED, _N.HOLD_ON): _T(_S.SCREENED, _E.WAIT_FOR_PERSON),
    (_S.SCREENED, _N.WRONG_PERSON): _T(_S.FAREWELL, _E.REGRET_WRONG_NUMBER),
    (_S.SCREENED, _N.ENOUGH): _T(_S.FAREWELL),
    (_S.SCREENED, _N.OPT_OUT): _T(_S.FAREWELL, _E.OPT_OUT),
    (_S.SCREENED, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    # Is it the person, is it convenient (O2, O3)
    (_S.IDENTITY, _N.IT_IS_ME): _T(_S.CONVENIENT),
    (_S.IDENTITY, _N.NOT_ME): _T(_S.THEIR_NUMBER),
    (_S.IDENTITY, _N.WRONG_KEY): _T(_S.IDENTITY, _E.EXCUSE_WRONG_KEY),
    (_S.IDENTITY, _N.ENOUGH): _T(_S.FAREWELL, _E.GIVE_UP),
    (_S.THEIR_NUMBER, _N.IT_IS_ME): _T(_S.CONVENIENT),
    (_S.THEIR_NUMBER, _N.WRONG_KEY): _T(_S.THEIR_NUMBER, _E.EXCUSE_WRONG_KEY),
    (_S.THEIR_NUMBER, _N.ENOUGH): _T(_S.FAREWELL, _E.GIVE_UP),
    (_S.CONVENIENT, _N.CONVENIENT): _T(_S.GOING_ON, _E.GO_ON),
    (_S.CONVENIENT, _N.NO): _T(_S.FAREWELL, _E.LET_BE),
    (_S.CONVENIENT, _N.ASKS_ABOUT): _T(_S.CONVENIENT, _E.TELL_TOPIC),
    (_S.CONVENIENT, _N.ASKS_HOW_LONG): _T(_S.CONVENIENT, _E.TELL_LENGTH),
    (_S.CONVENIENT, _N.WRONG_KEY): _T(_S.CONVENIENT, _E.EXCUSE_WRONG_KEY),
    (_S.CONVENIENT, _N.ENOUGH): _T(_S.FAREWELL, _E.GIVE_UP),
    # Matter, questions, proposal (O4, O5)
    (_S.GOING_ON, _N.MATTER_NEXT): _T(_S.GOING_ON, _E.STATE_MATTER),
    (_S.GOING_ON, _N.WHERE_WE_STOPPED): _T(_S.GOING_ON, _E.TAKE_UP),
    (_S.GOING_ON, _N.QUESTION_NEXT): _T(_S.QUESTION),
    (_S.GOING_ON, _N.WORDS_NEXT): _T(_S.QUESTION_WORDS),
    (_S.GOING_ON, _N.PROPOSAL_NEXT): _T(_S.PROPOSAL),
    (_S.GOING_ON, _N.NOTHING_NEXT): _T(_S.FAREWELL, _E.FINISH),
    (_S.GOING_ON, _N.DEPARTMENT_NEXT): _T(_S.REACHING),
    (_S.QUESTION, _N.ANSWER): _T(_S.GOING_ON, _E.KEEP_ANSWER),
    (_S.QUESTION, _N.ANSWER_DAY): _T(_S.QUESTION_HOUR, _E.KEEP_DAY),
    (_S.QUESTION, _N.ANSWER_HOUR): _T(_S.QUESTION, _E.KEEP_HOUR),
    (_S.QUESTION, _N.PERHAPS): _T(_S.QUESTION, _E.ASK_WHICH),
    (_S.QUESTION, _N.NOT_THAT): _T(_S.QUESTION, _E.FORGET_WHICH),
    (_S.QUESTION, _N.NOT_UNDERSTOOD): _T(_S.QUESTION, _E.EXCUSE_ANSWER),
    (_S.QUESTION, _N.WRONG_KEY): _T(_S.QUESTION, _E.EXCUSE_WRONG_KEY),
    (_S.QUESTION, _N.ENOUGH): _T(_S.UNANSWERED),
    (_S.QUESTION_HOUR, _N.ANSWER): _T(_S.GOING_ON, _E.KEEP_ANSWER),
    (_S.QUESTION_HOUR, _N.NOT_UNDERSTOOD): _T(_S.QUESTION_HOUR, _E.EXCUSE_ANSWER),
    (_S.QUESTION_HOUR, _N.ENOUGH): _T(_S.UNANSWERED),
    (_S.UNANSWERED, _N.NOT_UNDERSTOOD): _T(_S.GOING_ON, _E.KEEP_NO_ANSWER),
    (_S.UNANSWERED, _N.SILENT): _T(_S.FAREWELL, _E.GIVE_UP),
    (_S.QUESTION_WORDS, _N.WORDS): _T(_S.GOING_ON, _E.KEEP_WORDS),
    (_S.QUESTION_WORDS, _N.NO_WORDS): _T(_S.QUESTION_WORDS, _E.EXCUSE_NO_WORDS),
    (_S.QUESTION_WORDS, _N.ENOUGH): _T(_S.GOING_ON, _E.KEEP_NO_ANSWER),
    (_S.QUESTION_WORDS, _N.LEFT_AFTER_WORDS): _T(_S.ENDED, _E.KEEP_LAST_ANSWER),
    (_S.QUESTION_WORDS, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    (_S.PROPOSAL, _N.YES): _T(_S.ANSWERED, _E.TAKE_REPLY),
    (_S.PROPOSAL, _N.NO): _T(_S.ANSWERED, _E.TAKE_REPLY),
    (_S.PROPOSAL, _N.LATER): _T(_S.ANSWERED, _E.TAKE_REPLY),
    (_S.PROPOSAL, _N.WRONG_KEY): _T(_S.PROPOSAL, _E.EXCUSE_WRONG_KEY),
    (_S.PROPOSAL, _N.ENOUGH): _T(_S.FAREWELL, _E.LEAVE_UNDECIDED),
    # What was agreed (O7)
    (_S.ANSWERED, _N.AGREE_CALL): _T(_S.SEEKING, _E.SEEK_FOLLOW_UP),
    (_S.ANSWERED, _N.AGREE_TRANSFER): _T(_S.REACHING, _E.CALL_DEPARTMENT),
    (_S.ANSWERED, _N.AGREE_MESSAGE): _T(_S.FAREWELL, _E.SEND_NOTE),
    (_S.ANSWERED, _N.AGREE_NOTHING): _T(_S.FAREWELL),
    (_S.AGREED, _N.OUR_CALL): _T(_S.FAREWELL, _E.CONCLUDE_AGREED),
    (_S.NOT_AGREED, _N.OUR_CALL): _T(_S.FAREWELL, _E.CONCLUDE_NOT_AGREED),
    # A person of ours
    (_S.REACHING, _N.OPEN): _T(_S.CONNECTING, _E.ANNOUNCE_TRANSFER),
    (_S.REACHING, _N.CLOSED): _T(_S.INSTEAD, _E.REGRET_CLOSED),
    (_S.CONNECTING, _N.TALKED): _T(_S.FAREWELL, _E.KEEP_TALK),
    (_S.CONNECTING, _N.NOT_REACHED): _T(_S.INSTEAD, _E.REGRET_NOT_REACHED),
    (_S.CONNECTING, _N.LEFT_QUEUE): _T(_S.SEEKING, _E.SEEK_TIME),
    (_S.CONNECTING, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT_TALKING),
    (_S.INSTEAD, _N.CALL_BACK): _T(_S.SEEKING, _E.SEEK_TIME),
    (_S.INSTEAD, _N.LEAVE_MESSAGE): _T(_S.NOTE),
    (_S.INSTEAD, _N.WANTS_NEITHER): _T(_S.FAREWELL, _E.LEAVE_IT),
    (_S.INSTEAD, _N.WRONG_KEY): _T(_S.INSTEAD, _E.EXCUSE_WRONG_KEY),
    (_S.INSTEAD, _N.ENOUGH): _T(_S.FAREWELL, _E.SEND_REQUEST),
    (_S.NOTE, _N.RECORDED): _T(_S.FAREWELL, _E.KEEP_NOTE),
    (_S.NOTE, _N.NOTHING_RECORDED): _T(_S.NOTE, _E.EXCUSE_EMPTY),
    (_S.NOTE, _N.ENOUGH): _T(_S.FAREWELL, _E.SEND_REQUEST),
    (_S.NOTE, _N.LEFT_AFTER_MESSAGE): _T(_S.ENDED, _E.KEEP_NOTE),
    (_S.NOTE, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    # Whatever happened (O6, O8, B1)
    (_S.FAREWELL, _N.DONE): _T(_S.ENDED, _E.TAKE_LEAVE),
}

_FOR_WHOM = (_S.IDENTITY, _S.THEIR_NUMBER)  # it is not known yet with whom we talk
_ANSWERS = (_S.QUESTION, _S.QUESTION_HOUR)
_ASKS = frozenset({*_FOR_WHOM, _S.CONVENIENT, *_ANSWERS, _S.PROPOSAL, _S.INSTEAD})
RECORDINGS = frozenset({_S.QUESTION_WORDS, _S.NOTE})
# At any point (B2, B4).
ANYWHERE: Mapping[Signal, Transition] = {
    _N.OPT_OUT: _T(_S.FAREWELL, _E.OPT_OUT),
    _N.WRONG_PERSON: _T(_S.FAREWELL, _E.REGRET_WRONG_NUMBER),
    _N.OUR_PERSON: _T(_S.REACHING, _E.CALL_OUR_PERSON),
}
# At every question; it is asked again.
_STAYS: Mapping[Signal, Effect] = {
    _N.REPEAT: _E.ASK_AGAIN,
    _N.LANGUAGE: _E.SWITCH_TONGUE,
    _N.SILENT: _E.EXCUSE_SILENCE,
    _N.UNCLEAR: _E.ASK_PLAINLY,
}
# A line may find out only later that it was a machine, as long as nobody pressed a key or was understood.
_DETECTED: Mapping[Signal, Transition] = {
    _N.MACHINE: _T(_S.FAREWELL, _E.LEAVE_WORDS),
    _N.MACHINE_ONLY: _T(_S.ENDED, _E.LET_MACHINE_BE),
}
DETECTING = (_S.IDENTITY, _S.CONVENIENT, _S.SCREENED)  # every other step is come to by a key or an answer
_ASKING = tuple(step for step in Step if step in _ASKS)
_LISTENING = tuple(step for step in Step if step in _ASKS | RECORDINGS | APPOINTMENT | {_S.NEVER_AGAIN})
# What may be said instead of an answer.
_NOT_NOW = _T(_S.SEEKING, _E.REGRET_DISTURBING)
_SAID: Table = {
    **{(step, _N.WHO): _T(step, _E.INTRODUCE_AGAIN) for step in _ASKING},
    **{(step, _N.DIED): _T(_S.FAREWELL, _E.CONDOLE) for step in (_S.SCREENED, *_FOR_WHOM, _S.CONVENIENT)},
    **{(step, _N.NOT_FOR_OTHERS): _T(step, _E.KEEP_PRIVATE) for step in _FOR_WHOM},
    **{(step, _N.HOLD_ON): _T(_S.SCREENED, _E.WAIT_FOR_PERSON) for step in (*_FOR_WHOM, _S.CONVENIENT)},
    **{(step, _N.NOT_CONVENIENT): _NOT_NOW for step in (*_FOR_WHOM, _S.CONVENIENT, *_ANSWERS, _S.PROPOSAL)},
    **{(step, _N.ASKS_BACK): _T(step, _E.OFFER_COLLEAGUE) for step in (*_ANSWERS, _S.PROPOSAL, _S.INSTEAD)},
    **{(step, _N.COMPLAINS): _T(step, _E.REGRET) for step in _ANSWERS},
    **{(step, _N.NO_ANSWER): _T(_S.GOING_ON, _E.KEEP_NO_ANSWER) for step in _ANSWERS},
    (_S.SCREENED, _N.HEARING_LOST): _T(_S.SCREENED, _E.WAIT_FOR_PERSON),
    (_S.STAYING, _N.PICKED_UP_SOMEBODY): _T(_S.IDENTITY),
    (_S.STAYING, _N.NOT_CONVENIENT): _T(_S.SEEKING),
}

TRANSITIONS: Table = {
    **_WAYS,
    **_SAID,
    **{(step, signal): _T(step, effect) for step in _ASKING for signal, effect in _STAYS.items()},
    **{(step, signal): way for step in _LISTENING for signal, way in ANYWHERE.items()},
    **{(step, signal): way for step in DETECTING for signal, way in _DETECTED.items()},
    **{(step, _N.SOURCE): _T(step, _E.TELL_SOURCE) for step in _LISTENING if step not in RECORDINGS},
    **{(step, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT) for step in _ASKING},
}

CROSSED = frozenset({_S.OPENING, _S.GOING_ON, _S.UNANSWERED, _S.ANSWERED, _S.REACHING, _S.FAREWELL})
QUESTIONS = _ASKS | RECORDINGS | {_S.SCREENED}  # may be asked too often
