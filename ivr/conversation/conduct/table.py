"""Conduct towards rudeness in one table: a part of ``ivr.conversation.table``.

What is answered to the manner of some words comes first, whatever is done about the words themselves: "put me
through to sales, you idiot" is a warning, and then sales. Where nothing else is clear, the question is asked
again; who is frustrated once too often, goes on being abusive or threatens is handed over to a person.
"""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.meaning import Kind
from ivr.conversation.moves import Effect, Signal, Table, Transition
from ivr.conversation.state import Step

_S, _N, _E, _T = Step, Signal, Effect, Transition

# What comes before all else in the turn; who was warned is not warned again.
FIRST: Mapping[Kind, Effect] = {
    "frustrated": _E.UNDERSTAND,
    "abusive": _E.WARN,
    "threat": _E.TAKE_SERIOUSLY,
    "sorry": _E.FORGIVE,
}
# The same by what is signalled: what was said before the transition's own effect.
BEFORE: Mapping[Signal, Effect] = {
    **dict.fromkeys((_N.FRUSTRATED, _N.FED_UP, _N.FED_UP_WITH_US, _N.UNWELCOME), _E.UNDERSTAND),
    _N.ABUSIVE: _E.WARN,
    _N.ABUSIVE_AGAIN: _E.KEEP_ABUSE,
    _N.THREAT: _E.TAKE_SERIOUSLY,
    _N.SORRY: _E.FORGIVE,
}
# At any question that words answer, where nothing else is clear in them; the question is asked again.
STAYS = (_N.FRUSTRATED, _N.ABUSIVE, _N.SORRY)
ANYWHERE: Mapping[Signal, Transition] = {
    _N.ABUSIVE_AGAIN: _T(_S.HANDING_OVER, _E.HAND_OVER),
    _N.THREAT: _T(_S.HANDING_OVER, _E.ESCALATE),
}
# In calls to us, and in calls of ours.
THEIRS: Mapping[Signal, Transition] = {_N.FED_UP: _T(_S.ROUTING, _E.CHOOSE_PERSON)}
OURS: Mapping[Signal, Transition] = {
    _N.FED_UP_WITH_US: _T(_S.REACHING, _E.CALL_OUR_PERSON),
    _N.UNWELCOME: _T(_S.FAREWELL, _E.LET_BE),
}

TRANSITIONS: Table = {
    (_S.HANDING_OVER, _N.PERSON_THERE): _T(_S.TRANSFER, _E.ANNOUNCE_PERSON),
    (_S.HANDING_OVER, _N.NOBODY_THERE): _T(_S.CLOSING, _E.END_CALMLY),
    (_S.HANDING_OVER, _N.OUR_PERSON_THERE): _T(_S.CONNECTING, _E.ANNOUNCE_PERSON),
    (_S.HANDING_OVER, _N.NOBODY_OF_OURS): _T(_S.FAREWELL, _E.END_OURS_CALMLY),
    (_S.TRANSFER, _N.NEXT_PERSON): _T(_S.HANDING_OVER, _E.REGRET_PERSON),
    (_S.TRANSFER, _N.DEALT_WITH): _T(_S.CLOSING, _E.END_TALK),
    (_S.CONNECTING, _N.NEXT_PERSON): _T(_S.HANDING_OVER, _E.REGRET_PERSON),
}
CROSSED = frozenset({_S.HANDING_OVER})
