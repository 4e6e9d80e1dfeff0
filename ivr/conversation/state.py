"""Where a conversation stands: frozen, and the same after a journey through JSON."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from ivr.conversation.actions import Action
from ivr.conversation.errand import NOBODY, Appointment, Errand, Known, WishedTime
from ivr.values import value

if TYPE_CHECKING:
    from dataclasses import replace as replace  # noqa: PLC0414 - exported, and type-checked as itself
else:

    def replace(state: State, /, **changes: Any) -> State:
        """dataclasses.replace for a State, in a tenth of its time: a turn does it several times."""
        changed = object.__new__(type(state))
        changed.__dict__.update(state.__dict__)
        changed.__dict__.update(changes)
        return changed


class Step(StrEnum):
    """Where a conversation can stand: at a wait or at the end; what is marked so is crossed at once."""

    HELP = "help"  # the open question: waits for what is wanted, in the caller's own words
    BETWEEN = "between"  # waits which of two is meant
    MEANT = "meant"  # waits whether that is meant which was understood
    NEVER_AGAIN = "never_again"  # waits whether never to be called again is what was meant
    MENU = "menu"  # waits for a key of a menu
    ANYTHING_ELSE = "anything_else"  # an answer was given; waits whether there is more
    CHOICE = "choice"  # a department could not be reached; waits what to do instead
    TRANSFER = "transfer"  # the caller is being put through
    MESSAGE = "message"  # a message is being recorded
    CONFIRM = "confirm"  # waits whether the message is right
    ENDED = "ended"
    GREETING = "greeting"  # crossed: name, introduction, notice, offer of help
    ROUTING = "routing"  # crossed: is the department open, or what instead
    OFFERING = "offering"  # crossed: which ways are left when a department cannot be reached
    CLOSING = "closing"  # crossed: thanks and goodbye
    ASKING = "asking"  # crossed: openly where words are heard, otherwise by the menu
    HANDING_OVER = "handing_over"  # crossed: which person takes over from the machine
    STAYING = "staying"  # crossed: may be called after all; back to where the talk was
    # Agreeing on a time
    SEEKING = "seeking"  # waits which times are free
    SLOTS = "slots"  # waits for one of the times on offer
    DAY = "day"  # waits for a date, DDMM
    HOUR = "hour"  # waits for a time, HHMM
    CHECKING = "checking"  # waits whether the time keyed in is free
    READ_BACK = "read_back"  # the time is read back; waits whether it is right
    SECURING = "securing"  # waits whether it is still free
    AGREED = "agreed"  # crossed: the call is promised
    NOT_AGREED = "not_agreed"  # crossed: no time was found
    # Somebody rings in before the call that we promised
    EXPECTED = "expected"  # waits whether they want to talk about it now
    RECEIVING = "receiving"  # crossed: on to what their number leads to
    # Our calls
    OPENING = "opening"  # crossed: who or what picked up
    IDENTITY = "identity"  # waits whether it is the person we ask for
    THEIR_NUMBER = "their_number"  # waits whether that person can be reached there
    CONVENIENT = "convenient"  # waits whether it is convenient to talk
    SCREENED = "screened"  # an assistant was told who calls and why; waits for the person
    GOING_ON = "going_on"  # crossed: what comes next of matter, questions, proposal, department
    QUESTION = "question"  # waits for the answer to one question
    QUESTION_HOUR = "question_hour"  # a date is answered; waits for the time
    QUESTION_WORDS = "question_words"  # the answer is being recorded
    UNANSWERED = "unanswered"  # crossed: a question was asked often enough
    PROPOSAL = "proposal"  # waits whether the proposal suits
    ANSWERED = "answered"  # crossed: what was agreed as the follow-up
    REACHING = "reaching"  # crossed: is the department open that talks with the person
    CONNECTING = "connecting"  # the person is being put through
    INSTEAD = "instead"  # nobody could talk; waits whether to call again or to take a message
    NOTE = "note"  # a message is being recorded
    FAREWELL = "farewell"  # crossed: thanks and goodbye


@dataclass(frozen=True)  # without slots: a copy of a dictionary is the fastest copy there is
class State:
    """Everything the conversation remembers between two turns."""

    step: Step
    language: str
    called: str  # the dialled number, E.164 where the company knows it, otherwise as the line gave it
    caller: str | None  # E.164 or as the line gave it; None when withheld
    menu: str = "main"  # menu the caller is in, see ivr.company.menu
    answer: str | None = None  # answer given last
    days: tuple[str, ...] = ()  # of which that answer told the hours, ISO 8601; empty: of the whole week
    whose: str | None = None  # department of which it told them; None: the office, or whose number it is
    wanted: str | None = None  # department the caller asked for: it gets the message
    department: str | None = None  # department in question now: being called, or not reached
    reason: str | None = None  # why not reached: "closed", or a TransferOutcome
    ways: tuple[str, ...] = ()  # what CHOICE offers: "message", "person", departments
    tried: tuple[str, ...] = ()  # departments that could not be reached in this call
    wishes: tuple[str, ...] = ()  # answers and departments chosen so far, for the briefing
    message: tuple[str, float] | None = None  # recording waiting to be confirmed: reference, seconds
    question: str = ""  # the question asked last, e.g. "menu:main"
    asked: int = 0  # how many times in a row that question has been asked
    turns: int = 0  # how many turns the caller had; bounds the call
    known: Known = NOBODY  # of an inbound caller
    errand: Errand | None = None  # why we call; None when somebody called us
    asked_question: int = 0  # index of the campaign's question in hand
    slots: tuple[str, ...] = ()  # times on offer, ISO 8601 with offset, in the person's zone
    chosen: str | None = None  # time read back and not yet confirmed, likewise
    day: str | None = None  # keyed in so far: DDMM, or DDMMHHMM
    refused: int = 0  # how many times in a row no time was agreed: impossible, or not right
    appointment: Appointment | None = None  # what a time is being agreed for
    sought: tuple[str, ...] = ()  # departments with which a time was sought in this call, found or not
    about_promise: bool = False  # being put through because of the promise that is known
    hears: tuple[str, ...] = ()  # languages of which the line makes words; empty: keys alone
    said: tuple[str, ...] = ()  # what the caller wanted, in their own words, for the briefing
    interrupted: tuple[Step, str] | None = (
        None  # by NEVER_AGAIN: a caller's step and its question, to go back to
    )
    between: tuple[str, ...] = ()  # what BETWEEN and MEANT ask about: "department sales", "answer hours", …
    wished: WishedTime | None = None  # the time that was said, until slots are found for it
    missed: int = 0  # how many times in a row it was not found out what the caller wants
    meant: str = ""  # what the words of this turn were taken to mean, for an operator; empty without words
    heard: bool = False  # the other side has pressed a key or said something
    person: bool = False  # as no answering machine does: pressed a key, or said something that was understood
    so_far: str = ""  # words of an answer that is not whole, or not sure yet
    begun: bool = False  # the matter is stated, or taken up where an earlier call stopped
    answered: str | None = None  # to the proposal: "yes", "no" or "later"
    upset: int = 0  # how many times the other side was frustrated
    warned: bool = False  # was abusive, and was asked to speak politely
    rude: bool = False  # has been abusive, and has not apologised since
    handed: Literal["abuse", "threat"] | None = None  # why a person of ours is to take over
    result: str | None = None  # a Disposition as far as it is clear, for outbound calls

    def is_asked(self, question: str) -> bool:
        """Whether that is the question asked last."""
        return self.question == question

    def times_asked(self, question: str) -> int:
        """How many times in a row that question has been asked."""
        return self.asked if self.is_asked(question) else 0


@value(frozen=True, slots=True)
class Turn:
    """The machine's move: the new state, and what the line is to do now."""

    state: State
    actions: tuple[Action, ...]
