"""What no recording holds: the answers to questions that a campaign marks as private."""

from __future__ import annotations

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.actions import PauseRecording, ResumeRecording, Say
from ivr.conversation.state import State, Step, Turn

_ANSWERED_AT = frozenset({Step.QUESTION, Step.QUESTION_HOUR, Step.QUESTION_WORDS})


def spared(before: State, turn: Turn, company: Company, campaign: Campaign | None) -> Turn:
    """The turn; the recording pauses before a private answer is awaited, and goes on when that came."""
    was, is_ = (_is_private(state, campaign) for state in (before, turn.state))
    if was == is_ or not company.records_calls:
        return turn
    if is_:
        return Turn(turn.state, (*turn.actions[:-1], PauseRecording(), turn.actions[-1]))
    silent = not any(isinstance(action, Say) for action in turn.actions)
    over = turn.state.step is Step.ENDED and silent  # nothing is left to be recorded
    return turn if over else Turn(turn.state, (ResumeRecording(), *turn.actions))


def _is_private(state: State, campaign: Campaign | None) -> bool:
    if campaign is None or state.step not in _ANSWERED_AT:
        return False
    return campaign.questions[state.asked_question].private
