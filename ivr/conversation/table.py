"""The conversation in one table: where it stands, what is signalled, where it goes, what it does on the way.

Read it aloud: "at the MENU, when the caller CHOSE_ANSWER, give the answer and go to ANYTHING_ELSE".
The diagrams in the documentation are drawn from this table, and the engine knows no other way.
"""

from __future__ import annotations

from ivr.conversation import ringing_in
from ivr.conversation.appointment import table as appointment
from ivr.conversation.asking import table as asking
from ivr.conversation.conduct import table as conduct
from ivr.conversation.moves import Effect, Signal, Table, Transition
from ivr.conversation.outreach import table as outreach
from ivr.conversation.state import Step

__all__ = ["CROSSED", "QUESTIONS", "TRANSITIONS", "Effect", "Signal", "Transition"]

_S, _N, _E, _T = Step, Signal, Effect, Transition

RECEPTION: Table = {
    (_S.GREETING, _N.HELP_OFFERED): _T(_S.ASKING, _E.GREET),
    (_S.GREETING, _N.PUT_THROUGH): _T(_S.ROUTING, _E.GREET),
    (_S.MENU, _N.CHOSE_DEPARTMENT): _T(_S.ROUTING, _E.CHOOSE_DEPARTMENT),
    (_S.MENU, _N.CHOSE_GROUP): _T(_S.MENU, _E.ENTER_GROUP),
    (_S.MENU, _N.CHOSE_ANSWER): _T(_S.ANYTHING_ELSE, _E.GIVE_ANSWER),
    (_S.MENU, _N.BACK): _T(_S.MENU, _E.ENTER_MAIN),
    (_S.MENU, _N.PERSON): _T(_S.ROUTING, _E.CHOOSE_PERSON),
    (_S.MENU, _N.HELLO): _T(_S.MENU),
    (_S.MENU, _N.OPTIONS): _T(_S.MENU),
    (_S.MENU, _N.THAT_IS_ALL): _T(_S.ANYTHING_ELSE),
    (_S.MENU, _N.REPEAT): _T(_S.MENU, _E.SAY_AGAIN),
    (_S.MENU, _N.LANGUAGE): _T(_S.MENU, _E.SWITCH_LANGUAGE),
    (_S.MENU, _N.WRONG_KEY): _T(_S.MENU, _E.EXCUSE_WRONG_KEY),
    (_S.MENU, _N.SILENT): _T(_S.MENU, _E.EXCUSE_SILENCE),
    (_S.MENU, _N.ENOUGH): _T(_S.ROUTING, _E.CHOOSE_PERSON),
    (_S.MENU, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    (_S.ANYTHING_ELSE, _N.MORE): _T(_S.ASKING, _E.ENTER_FIRST),
    (_S.ANYTHING_ELSE, _N.THAT_IS_ALL): _T(_S.CLOSING),
    (_S.ANYTHING_ELSE, _N.PERSON): _T(_S.ROUTING, _E.CHOOSE_PERSON),
    (_S.ANYTHING_ELSE, _N.HELLO): _T(_S.ANYTHING_ELSE),
    (_S.ANYTHING_ELSE, _N.OPTIONS): _T(_S.MENU, _E.ENTER_FIRST),
    (_S.ANYTHING_ELSE, _N.REPEAT): _T(_S.ANYTHING_ELSE, _E.SAY_AGAIN),
    (_S.ANYTHING_ELSE, _N.LANGUAGE): _T(_S.ANYTHING_ELSE, _E.SWITCH_LANGUAGE),
    (_S.ANYTHING_ELSE, _N.WRONG_KEY): _T(_S.ANYTHING_ELSE, _E.EXCUSE_WRONG_KEY),
    (_S.ANYTHING_ELSE, _N.SILENT): _T(_S.ANYTHING_ELSE, _E.EXCUSE_SILENCE),
    (_S.ANYTHING_ELSE, _N.ENOUGH): _T(_S.CLOSING),
    (_S.ANYTHING_ELSE, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    (_S.ROUTING, _N.OPEN): _T(_S.TRANSFER, _E.ANNOUNCE_TRANSFER),
    (_S.ROUTING, _N.CLOSED): _T(_S.OFFERING, _E.TELL_CLOSED),
    (_S.TRANSFER, _N.TALKED): _T(_S.ANYTHING_ELSE, _E.END_TALK),
    (_S.TRANSFER, _N.NOT_REACHED): _T(_S.OFFERING, _E.TELL_NOT_REACHED),
    (_S.TRANSFER, _N.LEFT_QUEUE): _T(_S.SEEKING, _E.LEAVE_QUEUE),
    (_S.TRANSFER, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    (_S.OFFERING, _N.ONE_WAY): _T(_S.ROUTING, _E.TAKE_ONLY_WAY),
    (_S.OFFERING, _N.SOME_WAYS): _T(_S.CHOICE),
    (_S.CHOICE, _N.LEAVE_MESSAGE): _T(_S.MESSAGE),
    (_S.CHOICE, _N.CHOSE_DEPARTMENT): _T(_S.ROUTING, _E.CHOOSE_DEPARTMENT),
    (_S.CHOICE, _N.CALL_BACK): _T(_S.SEEKING, _E.ASK_FOR_CALL),
    (_S.CHOICE, _N.PERSON): _T(_S.ROUTING, _E.CHOOSE_PERSON),
    (_S.CHOICE, _N.BACK): _T(_S.MENU, _E.ENTER_MAIN),
    (_S.CHOICE, _N.NONE_OF_THEM): _T(_S.ANYTHING_ELSE, _E.ENTER_FIRST),
    (_S.CHOICE, _N.REPEAT): _T(_S.CHOICE, _E.SAY_AGAIN),
    (_S.CHOICE, _N.LANGUAGE): _T(_S.CHOICE, _E.SWITCH_LANGUAGE),
    (_S.CHOICE, _N.WRONG_KEY): _T(_S.CHOICE, _E.EXCUSE_WRONG_KEY),
    (_S.CHOICE, _N.SILENT): _T(_S.CHOICE, _E.EXCUSE_SILENCE),
    (_S.CHOICE, _N.ENOUGH): _T(_S.MESSAGE),
    (_S.CHOICE, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    (_S.MESSAGE, _N.RECORDED): _T(_S.CONFIRM, _E.HOLD_MESSAGE),
    (_S.MESSAGE, _N.NOTHING_RECORDED): _T(_S.MESSAGE, _E.EXCUSE_EMPTY),
    (_S.MESSAGE, _N.ENOUGH): _T(_S.CLOSING, _E.EXCUSE_EMPTY),
    (_S.MESSAGE, _N.LEFT_AFTER_MESSAGE): _T(_S.ENDED, _E.KEEP_LAST_WORDS),
    (_S.MESSAGE, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    (_S.CONFIRM, _N.SEND): _T(_S.CLOSING, _E.KEEP_MESSAGE),
    (_S.CONFIRM, _N.ANEW): _T(_S.MESSAGE, _E.DROP_MESSAGE),
    (_S.CONFIRM, _N.PERSON): _T(_S.ROUTING, _E.KEEP_MESSAGE_FIRST),
    (_S.CONFIRM, _N.REPEAT): _T(_S.CONFIRM, _E.SAY_AGAIN),
    (_S.CONFIRM, _N.LANGUAGE): _T(_S.CONFIRM, _E.SWITCH_LANGUAGE),
    (_S.CONFIRM, _N.WRONG_KEY): _T(_S.CONFIRM, _E.EXCUSE_WRONG_KEY),
    (_S.CONFIRM, _N.SILENT): _T(_S.CONFIRM, _E.EXCUSE_SILENCE),
    (_S.CONFIRM, _N.ENOUGH): _T(_S.CLOSING, _E.KEEP_MESSAGE),
    (_S.CONFIRM, _N.GOODBYE): _T(_S.CLOSING, _E.KEEP_MESSAGE),
    (_S.CONFIRM, _N.PERHAPS_NEVER): _T(_S.NEVER_AGAIN, _E.INTERRUPT_MESSAGE),
    (_S.CONFIRM, _N.HUNG_UP): _T(_S.ENDED, _E.KEEP_LAST_WORDS),
    (_S.CLOSING, _N.DONE): _T(_S.ENDED, _E.SAY_GOODBYE),
}

_CROSSED = frozenset({_S.GREETING, _S.ROUTING, _S.OFFERING, _S.CLOSING})
_QUESTIONS = frozenset({_S.MENU, _S.ANYTHING_ELSE, _S.CHOICE, _S.MESSAGE, _S.CONFIRM})

# Steps where nothing is awaited, and those that may be asked too often.
CROSSED = (
    _CROSSED | asking.CROSSED | conduct.CROSSED | ringing_in.CROSSED | appointment.CROSSED | outreach.CROSSED
)
_THEIRS = _QUESTIONS | asking.QUESTIONS | ringing_in.QUESTIONS | appointment.QUESTIONS  # in calls to us
QUESTIONS = _THEIRS | outreach.QUESTIONS
RECORDINGS = frozenset({_S.MESSAGE}) | outreach.RECORDINGS
_ASKED = tuple(step for step in Step if step in QUESTIONS - RECORDINGS)
_ASKED_THEM = tuple(step for step in _ASKED if step in _THEIRS)
_ASKED_BY_US = tuple(
    step for step in _ASKED if step in outreach.QUESTIONS | appointment.QUESTIONS | {_S.NEVER_AGAIN}
)
_WANTING = (_S.MENU, _S.ANYTHING_ELSE, _S.CHOICE, _S.EXPECTED)

# Wherever words may be said: what was not understood, a line that does not hear any more, and what may be
# said whatever is asked.
_HEARING: Table = {
    **{(step, _N.NO_MEANING): _T(step, _E.EXCUSE_HEARING) for step in _ASKED},
    **{(step, _N.HEARING_LOST): _T(step, _E.OFFER_KEYS) for step in _ASKED},
    **{(step, _N.WHO): _T(step, _E.TELL_WHO) for step in _ASKED},
    **{
        (step, _N.PERHAPS_NEVER): _T(_S.NEVER_AGAIN, _E.INTERRUPT)
        for step in _ASKED
        if step is not _S.NEVER_AGAIN
    },
    **{(step, signal): way for step in _ASKED_THEM for signal, way in asking.THEIRS.items()},
    **{(step, _N.OUR_GOODBYE): _T(_S.FAREWELL) for step in _ASKED_BY_US},
    # Whoever agreed to something and leaves before its time is found is told even so what follows.
    **{(step, _N.OUR_GOODBYE): _T(_S.NOT_AGREED) for step in appointment.QUESTIONS},
    (_S.INSTEAD, _N.OUR_GOODBYE): _T(_S.FAREWELL, _E.SEND_REQUEST),
    **{(step, signal): way for step in _WANTING for signal, way in asking.WISHES.items()},
}

# How somebody speaks, wherever words are heard.
_CONDUCT: Table = {
    **{(step, signal): _T(step) for step in _ASKED for signal in conduct.STAYS},
    **{(step, signal): way for step in _ASKED for signal, way in conduct.ANYWHERE.items()},
    **{(step, signal): way for step in _ASKED_THEM for signal, way in conduct.THEIRS.items()},
    **{(step, signal): way for step in _ASKED_BY_US for signal, way in conduct.OURS.items()},
    (_S.CONFIRM, _N.FED_UP): _T(_S.ROUTING, _E.KEEP_MESSAGE_FIRST),
    (_S.SCREENED, _N.FED_UP_WITH_US): _T(_S.FAREWELL),  # nobody has come who was told who calls
}

TRANSITIONS: Table = {
    **_HEARING,
    **_CONDUCT,
    **conduct.TRANSITIONS,
    **asking.TRANSITIONS,
    **RECEPTION,
    **ringing_in.TRANSITIONS,
    **appointment.TRANSITIONS,
    **outreach.TRANSITIONS,
}
