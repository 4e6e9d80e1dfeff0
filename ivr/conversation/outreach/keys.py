"""Keys that mean the same wherever the person can answer during a call of ours."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.company.models import PERSON_KEY, REPEAT_KEY
from ivr.conversation.moves import Signal

YES_KEY, NO_KEY, LATER_KEY = "1", "2", "3"
NEVER_KEY, WRONG_KEY, SOURCE_KEY = "9", "8", "7"
INTERRUPTIONS: Mapping[str, Signal] = {
    PERSON_KEY: Signal.OUR_PERSON,
    NEVER_KEY: Signal.OPT_OUT,
    WRONG_KEY: Signal.WRONG_PERSON,
    SOURCE_KEY: Signal.SOURCE,
}
# A recording is ended by any key; by these, because the person wants something else.
RECORDING: Mapping[str, Signal] = {
    key: signal for key, signal in INTERRUPTIONS.items() if signal is not Signal.SOURCE
}
# Where a number is keyed in that may be one of these, the key alone is the number.
STARRED: Mapping[str, Signal] = {f"{REPEAT_KEY}{key}": signal for key, signal in INTERRUPTIONS.items()}
