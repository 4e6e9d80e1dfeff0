"""Every norm is broken by its example, and kept by the same talk with what was missing in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ivr.company.base import LocalText
from ivr.company.disposition import Disposition
from ivr.conversation.actions import (
    Ask,
    HangUp,
    LookUp,
    MakePromise,
    OptOut,
    Raise,
    Record,
    Remember,
    SettlePromise,
    Transfer,
)
from ivr.conversation.errand import Origin
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Found,
    Heard,
    HungUp,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.moves import Signal
from ivr.conversation.state import Step
from ivr.etiquette.course import Standard
from ivr.etiquette.example import ERRAND, HANG_UP, NEVER, NO, PICKED_UP, YES, ask, say, talk, turn
from ivr.etiquette.norm import breaches
from ivr.etiquette.norms import NORMS
from ivr.phrases.sentence import SpeechAct
from tests.conversation.inbound import PROMISED
from tests.etiquette.courses import EXAMPLE

A = SpeechAct
BY_ID = {norm.id: norm for norm in NORMS}
IDS = (
    *("I1", "I2", "I3", "I4", "I5", "O1", "O2", "O3", "O4", "O5", "O6", "O7", "O8"),
    *("C1", "C2", "C3", "B1", "B2", "B3", "B4"),
)
UNSTARRED = {"I2", "I3"}

HELLO = say(A.GREETS, "Ozols, good afternoon.")
MENU = (say(A.OFFERS_CHOICE, "Sales: press one."), say(A.OFFERS_PERSON, "To speak to a person, press zero."))
WARNING = say(A.WARNS, "Please let us speak politely to each other.")
GOODBYE = (say(A.THANKS, "Thank you for calling Ozols."), say(A.PARTS, "Goodbye!"))
CONVENIENT = say(A.ASKS_CONVENIENCE, "Is it convenient?")
PROPOSAL = turn(PICKED_UP, say(A.PROPOSES, "Shall our engineer come?"), ask("proposal"), step=Step.PROPOSAL)
MATTER = say(A.STATES_MATTER, "The yearly service of your equipment is due soon.")
AT = datetime(2026, 11, 26, 8, tzinfo=UTC)
PROMISE = MakePromise(AT, "Europe/Riga", "rīt, plkst. 10.00", Origin.NOT_NOW, "support")
PUT_THROUGH = turn(
    None, say(A.CONNECTS, "I am connecting you."), Transfer("sales", (), accept=False), step=Step.TRANSFER
)
WHO = (HELLO, say(A.INTRODUCES, "This is Anna Bērziņa, customer adviser, operator number 17."))
AUTOMATED = say(A.INTRODUCES, "I am an automated assistant.")


def ours(*pieces):
    return talk(*pieces, errand=ERRAND)


# The example of each norm, with what was missing in it.
CURES = {
    "I1": talk(turn(None, HELLO, ask("menu:main"))),
    "I2": talk(
        turn(
            None,
            HELLO,
            say(A.INTRODUCES, "My name is Anna, and I am an automated assistant."),
            ask("menu:main"),
            called="+37167000102",
        )
    ),
    "I3": talk(turn(None, HELLO, say(A.OFFERS_HELP, "How can I help you?"), ask("menu:main"))),
    "I4": talk(
        turn(None, *MENU, ask("menu:main")),
        turn(Silence(), say(A.ASKS_AGAIN, "I am sorry, I did not hear anything."), *MENU, ask("menu:main")),
    ),
    "I5": talk(
        PUT_THROUGH,
        turn(TransferEnded(TransferOutcome.BUSY), say(A.APOLOGISES, "I am sorry."), *MENU, ask("choice")),
        turn(HungUp(), HangUp("caller hung up")),
    ),
    "O1": ours(turn(PICKED_UP, *WHO, AUTOMATED, CONVENIENT, ask("convenient"))),
    "O2": ours(turn(PICKED_UP, CONVENIENT, ask("convenient")), turn(YES, MATTER, ask("proposal"))),
    "O3": ours(
        turn(PICKED_UP, CONVENIENT, ask("convenient"), step=Step.CONVENIENT),
        turn(NO, say(A.ASKS_TIME, "When shall we call you?"), ask("slots"), step=Step.SLOTS),
        turn(Silence(), *GOODBYE, HANG_UP),
    ),
    "O4": ours(turn(PICKED_UP, CONVENIENT, ask("convenient")), turn(YES, MATTER, *PROPOSAL.actions)),
    "O5": ours(
        PROPOSAL,
        turn(
            YES, Remember("proposal", "1", "yes"), say(A.AGREES, "She will come."), ask("x"), answered="yes"
        ),
    ),
    "O6": ours(PROPOSAL, turn(NO, say(A.APOLOGISES, "I am sorry."), *GOODBYE, HANG_UP, answered="no")),
    "O7": ours(PROPOSAL, turn(YES, say(A.AGREES, "She will come."), *GOODBYE, HANG_UP, answered="yes")),
    "O8": ours(turn(PICKED_UP, CONVENIENT, ask("convenient")), turn(NO, *GOODBYE, HANG_UP)),
    "C1": talk(turn(None, say(A.ASKS_AGAIN, "Please listen to the choices once more."), ask("menu:main"))),
    "C2": talk(
        turn(None, HELLO, ask("menu:main")),
        turn(
            Heard("you are an idiot"),
            Raise("abuse", "you are an idiot", (8, 16), "insults whom they speak to", "reception"),
            WARNING,
            ask("menu:main"),
        ),
    ),
    "C3": talk(
        turn(None, HELLO, ask("menu:main")),
        turn(Heard("this is damn slow"), say(A.UNDERSTANDS, "I understand."), ask("menu:main")),
    ),
    "B1": talk(turn(None, HELLO, ask("menu:main")), turn(YES, *GOODBYE, HANG_UP)),
    "B2": ours(turn(PICKED_UP, CONVENIENT, ask("convenient")), turn(NEVER, OptOut("9"), *GOODBYE, HANG_UP)),
    "B3": talk(turn(None, HELLO, ask("menu:main"))),
    "B4": talk(turn(None, HELLO, *MENU, ask("menu:main"))),
}


def broken(norm_id, course, standard=EXAMPLE):
    return breaches((BY_ID[norm_id],), course, standard)


def test_the_standard_is_whole():
    assert tuple(norm.id for norm in NORMS) == IDS
    assert {norm.id for norm in NORMS if not norm.starred} == UNSTARRED


@pytest.mark.parametrize("norm", NORMS, ids=IDS)
def test_a_norm_is_broken_by_its_example_alone_where_something_is_missing(norm):
    assert [breach.norm for breach in breaches((norm,), norm.broken_by, EXAMPLE)] == [norm.id]
    assert broken(norm.id, CURES[norm.id]) == ()


@pytest.mark.parametrize("norm", NORMS, ids=IDS)
def test_what_a_norm_remembers_is_small_and_comparable(norm):
    memory, sizes = norm.start, []
    for beat in norm.broken_by:
        memory, _ = norm.watch(memory, beat, EXAMPLE)
        sizes.append(len(repr(memory)))
    assert hash(memory) == hash(memory)
    assert max(sizes) < 60


def test_breaches_come_by_turn_and_only_of_norms_that_apply():
    rude = ours(
        turn(PICKED_UP, say(A.GREETS, "Hey."), ask("convenient")),
        turn(NO, say(A.PARTS, "Get lost, you idiot."), HANG_UP),
    )
    found = breaches(NORMS, rude, EXAMPLE)
    assert [(breach.number, breach.norm) for breach in found] == [
        *((0, "O1"), (0, "B3")),
        *((1, "O8"), (1, "C1"), (1, "B1")),
    ]


# What breaks a norm, and what does not: turns after a first one.

CASES = {
    "I1 with the department alone, on its own number": (
        "I1",
        talk(turn(None, say(A.GREETS, "Sales, good afternoon."), ask("menu:main"), called="+37167000101")),
        None,
    ),
    "I1 with the department alone, on the company's number": (
        "I1",
        talk(turn(None, say(A.GREETS, "Sales, good afternoon."), ask("menu:main"))),
        0,
    ),
    "I1 with the name in another case": (
        "I1",
        talk(turn(None, say(A.GREETS, "Jūs zvanāt Ozolam.", "lv"), ask("menu:main"))),
        None,
    ),
    "I1 where something is said before the greeting": (
        "I1",
        talk(turn(None, say(A.OFFERS_HELP, "How can I help?"), HELLO, ask("menu:main"))),
        0,
    ),
    "I2 where no name is prescribed": ("I2", talk(turn(None, HELLO, ask("menu:main"))), None),
    "I3 where the promise is asked about first": (
        "I3",
        talk(
            turn(None, HELLO, ask("expected")),
            turn(NO, say(A.OFFERS_HELP, "How can I help?"), ask("menu:main")),
        ),
        None,
    ),
    "I3 where it is never asked": (
        "I3",
        talk(turn(None, HELLO, ask("expected")), turn(NO, ask("menu:main"))),
        1,
    ),
    "I3 where that very menu was chosen": (
        "I3",
        talk(
            turn(None, HELLO, ask("expected")),
            turn(Heard("about the company"), ask("menu:group:info"), meant=Signal.CHOSE_GROUP.value),
        ),
        None,
    ),
    "I3 on the way back to the menu": (
        "I3",
        talk(turn(None, HELLO, ask("choice")), turn(Pressed("9"), ask("menu:main"))),
        None,
    ),
    "I3 where something was asked back": (
        "I3",
        talk(turn(None, HELLO, ask("meant"), step=Step.MEANT), turn(NO, ask("menu:main"))),
        None,
    ),
    "I4 where no key and no word answers": ("I4", talk(turn(None, HELLO, Ask("menu:main", "", 6.0))), 0),
    "I4 a fourth time": (
        "I4",
        talk(*(turn(Silence(), say(A.ASKS_AGAIN, f"{n}"), ask("menu:main")) for n in range(4))),
        3,
    ),
    "I4 a third time": (
        "I4",
        talk(*(turn(Silence(), say(A.ASKS_AGAIN, f"{n}"), ask("menu:main")) for n in range(3))),
        None,
    ),
    "I4 word for word, as the caller wished": (
        "I4",
        talk(turn(None, *MENU, ask("menu:main")), turn(Pressed("*"), *MENU, ask("menu:main"))),
        None,
    ),
    "I4 word for word, after where the number is from": (
        "I4",
        ours(turn(PICKED_UP, *MENU, ask("convenient")), turn(Pressed("7"), *MENU, ask("convenient"))),
        None,
    ),
    "I4 word for word, after a seven of somebody who calls us": (
        "I4",
        talk(turn(None, *MENU, ask("menu:main")), turn(Pressed("7"), *MENU, ask("menu:main"))),
        1,
    ),
    "I4 word for word after another question": (
        "I4",
        talk(
            turn(None, *MENU, ask("menu:main")),
            turn(YES, HELLO, ask("more")),
            turn(YES, *MENU, ask("menu:main")),
        ),
        None,
    ),
    "I4 asked anew after a wish was fulfilled": (
        "I4",
        talk(
            *(turn(Silence(), say(A.ASKS_AGAIN, f"{n}"), ask("more")) for n in range(3)),
            turn(Heard("cancel it"), SettlePromise("p", "cancelled"), HELLO, ask("more")),
        ),
        None,
    ),
    "I5 closed, and the call ends": (
        "I5",
        talk(
            turn(None, HELLO, ask("menu:main")),
            turn(YES, say(A.APOLOGISES, "Closed.", phrase="sorry.closed.sales"), *GOODBYE, HANG_UP),
        ),
        1,
    ),
    "I5 closed, and a message is recorded": (
        "I5",
        talk(
            turn(None, HELLO, ask("menu:main")),
            turn(YES, say(A.APOLOGISES, "Closed.", phrase="sorry.closed.sales"), Record("sales", 60, 4)),
            turn(Recorded("x", 0.0), *GOODBYE, HANG_UP),
        ),
        None,
    ),
    "I5 not reached, and it is told who takes it up": (
        "I5",
        talk(
            PUT_THROUGH,
            turn(TransferEnded(TransferOutcome.BUSY), say(A.AGREES, "Sales will call."), *GOODBYE, HANG_UP),
        ),
        None,
    ),
    "I5 not reached, and the promise is tried again": (
        "I5",
        talk(
            PUT_THROUGH,
            turn(TransferEnded(TransferOutcome.BUSY), *GOODBYE, HANG_UP),
            errand=replace(ERRAND, promise=PROMISED),
        ),
        None,
    ),
    "I5 not reached by somebody who went on being abusive": (
        "I5",
        talk(PUT_THROUGH, turn(TransferEnded(TransferOutcome.BUSY), *GOODBYE, HANG_UP, handed="abuse")),
        None,
    ),
    "I5 not reached, and the caller leaves": (
        "I5",
        talk(
            PUT_THROUGH,
            turn(TransferEnded(TransferOutcome.BUSY), say(A.APOLOGISES, "Busy."), ask("choice")),
            turn(HungUp(), HangUp("caller hung up")),
        ),
        None,
    ),
    "I5 the department is not told what was said": (
        "I5",
        talk(
            turn(None, HELLO, ask("help:en")),
            turn(Heard("my boiler"), Transfer("sales", (), accept=True), said=("my boiler",)),
        ),
        1,
    ),
    "O1 the name after the introduction": ("O1", ours(turn(PICKED_UP, AUTOMATED, *WHO, ask("x"))), 0),
    "O1 without the position": (
        "O1",
        ours(
            turn(
                PICKED_UP,
                HELLO,
                say(A.INTRODUCES, "I am Anna Bērziņa, an automated assistant, number 17."),
                CONVENIENT,
                ask("x"),
            )
        ),
        0,
    ),
    "O1 nobody is automated": (
        "O1",
        ours(turn(PICKED_UP, *WHO, say(A.INTRODUCES, "We both call for Ozols."), CONVENIENT, ask("x"))),
        0,
    ),
    "O1 whoever comes is not met anew": (
        "O1",
        ours(
            turn(PICKED_UP, *WHO, AUTOMATED, CONVENIENT, ask("convenient")),
            turn(Heard("one moment"), say(A.CONFIRMS, "Thank you."), ask("screened"), step=Step.SCREENED),
            turn(Heard("hello"), CONVENIENT, ask("convenient"), step=Step.CONVENIENT),
        ),
        2,
    ),
    "O2 after a no": (
        "O2",
        ours(turn(PICKED_UP, CONVENIENT, ask("convenient")), turn(NO, MATTER, ask("x"))),
        1,
    ),
    "O2 after silence": (
        "O2",
        ours(turn(PICKED_UP, CONVENIENT, ask("convenient")), turn(Silence(), MATTER, ask("x"))),
        1,
    ),
    "O2 after a yes in words": (
        "O2",
        ours(
            turn(PICKED_UP, CONVENIENT, ask("convenient")),
            turn(Heard("yes"), MATTER, ask("x"), meant=f"{Signal.CONVENIENT.value} (yes)"),
        ),
        None,
    ),
    "O2 after words that were no yes": (
        "O2",
        ours(
            turn(PICKED_UP, CONVENIENT, ask("convenient")),
            turn(Heard("no"), MATTER, ask("x"), meant=Signal.NOT_CONVENIENT.value),
        ),
        1,
    ),
    "O3 a time that was not read back": (
        "O3",
        talk(turn(None, HELLO, ask("slots")), turn(YES, PROMISE, HELLO, ask("more"), chosen=AT.isoformat())),
        1,
    ),
    "O3 a time that was read back, and not agreed to": (
        "O3",
        talk(
            turn(
                None,
                say(A.CONFIRMS, "At ten?", phrase="time.right"),
                ask("read_back"),
                chosen=AT.isoformat(),
            ),
            turn(NO, PROMISE, HELLO, ask("more")),
        ),
        1,
    ),
    "O3 another time than was read back": (
        "O3",
        talk(
            turn(
                None,
                say(A.CONFIRMS, "At eleven?", phrase="time.right"),
                ask("read_back"),
                chosen=(AT + timedelta(hours=1)).isoformat(),
            ),
            turn(YES, PROMISE, HELLO, ask("more")),
        ),
        1,
    ),
    "O3 the time that was read back and agreed to": (
        "O3",
        talk(
            turn(
                None,
                say(A.CONFIRMS, "At ten?", phrase="time.right"),
                ask("read_back"),
                chosen=AT.isoformat(),
            ),
            turn(YES, LookUp("support", AT, AT)),
            turn(Found(()), PROMISE, HELLO, ask("more")),
        ),
        None,
    ),
    "O4 three sentences": (
        "O4",
        ours(turn(PICKED_UP, say(A.STATES_MATTER, "We call. It is due. It is free."), ask("x"))),
        0,
    ),
    "O4 two sentences that do not end": (
        "O4",
        ours(turn(PICKED_UP, say(A.STATES_MATTER, "It is due " * 60), ask("x"))),
        0,
    ),
    "O5 without the words": (
        "O5",
        ours(PROPOSAL, turn(YES, Remember("proposal", "", "yes"), HELLO, ask("x"), answered="yes")),
        1,
    ),
    "O6 the apology comes before the decline": (
        "O6",
        ours(
            turn(PICKED_UP, say(A.APOLOGISES, "Sorry."), ask("x"), step=Step.PROPOSAL),
            turn(NO, *GOODBYE, HANG_UP, answered="no"),
        ),
        1,
    ),
    "O6 not interested, and nobody is sorry": (
        "O6",
        ours(
            turn(PICKED_UP, CONVENIENT, ask("convenient"), step=Step.CONVENIENT),
            turn(Heard("not interested"), *GOODBYE, HANG_UP, meant=Signal.NO.value),
        ),
        1,
    ),
    "O7 a call is promised silently": (
        "O7",
        talk(turn(None, HELLO, ask("read_back")), turn(YES, PROMISE, HELLO, ask("more"))),
        1,
    ),
    "O7 the number turned out to be wrong": (
        "O7",
        ours(
            PROPOSAL,
            turn(YES, say(A.APOLOGISES, "Closed."), ask("instead"), answered="yes"),
            turn(Pressed("8"), *GOODBYE, HANG_UP, result=Disposition.WRONG_PERSON),
        ),
        None,
    ),
    "O7 neither a call nor a message is wanted": (
        "O7",
        ours(
            PROPOSAL,
            turn(YES, say(A.APOLOGISES, "Closed."), ask("instead"), answered="yes"),
            turn(Heard("neither"), *GOODBYE, HANG_UP, meant=Signal.WANTS_NEITHER.value),
        ),
        None,
    ),
    "O7 put through at once": (
        "O7",
        ours(
            PROPOSAL,
            turn(YES, *PUT_THROUGH.actions, answered="yes"),
            turn(TransferEnded(TransferOutcome.TALKED), *GOODBYE, HANG_UP),
        ),
        None,
    ),
    "C1 a caller's insult is not ours": (
        "C1",
        talk(turn(None, HELLO, ask("menu:main")), turn(Heard("you idiot"), *MENU, ask("menu:main"))),
        None,
    ),
    "C1 blunt": ("C1", talk(turn(None, say(A.OFFERS_HELP, "What do you want?"), ask("menu:main"))), 0),
    "C1 blunt, in Latvian": (
        "C1",
        talk(turn(None, say(A.OFFERS_HELP, "Ko tad Jūs gribat?", "lv"), ask("menu:main"))),
        0,
    ),
    "C2 the words are others": (
        "C2",
        talk(
            turn(None, HELLO, ask("menu:main")),
            turn(Heard("you idiot"), Raise("abuse", "idiot", (0, 5), "r", "sales"), WARNING, ask("x")),
        ),
        1,
    ),
    "C2 what is not sure is not kept": (
        "C2",
        talk(turn(None, HELLO, ask("menu:main")), turn(Heard("you idiot", 0.3), *MENU, ask("menu:main"))),
        None,
    ),
    "C3 a warning for nothing": (
        "C3",
        talk(turn(None, HELLO, ask("menu:main")), turn(YES, WARNING, ask("menu:main"))),
        1,
    ),
    "C3 no warning": (
        "C3",
        talk(turn(None, HELLO, ask("menu:main")), turn(Heard("you idiot"), *MENU, ask("menu:main"))),
        1,
    ),
    "C3 a second warning": (
        "C3",
        talk(
            turn(None, HELLO, ask("menu:main")),
            turn(Heard("you idiot"), WARNING, ask("menu:main")),
            turn(Heard("you idiot"), WARNING, ask("menu:main")),
        ),
        2,
    ),
    "C3 a person after the warning": (
        "C3",
        talk(
            turn(None, HELLO, ask("menu:main")),
            turn(Heard("you idiot"), WARNING, ask("menu:main")),
            turn(Heard("you idiot"), *PUT_THROUGH.actions),
        ),
        None,
    ),
    "C3 frustration is warned of": (
        "C3",
        talk(turn(None, HELLO, ask("menu:main")), turn(Heard("this is damn slow"), WARNING, ask("x"))),
        1,
    ),
    "C3 a threat is answered by a warning": (
        "C3",
        talk(turn(None, HELLO, ask("menu:main")), turn(Heard("I will kill you"), WARNING, ask("menu:main"))),
        1,
    ),
    "B1 the goodbye comes before the thanks": (
        "B1",
        talk(turn(None, HELLO, ask("x")), turn(YES, GOODBYE[1], GOODBYE[0], HANG_UP)),
        1,
    ),
    "B1 nobody's name": (
        "B1",
        talk(turn(None, HELLO, ask("x")), turn(YES, say(A.THANKS, "Thanks."), say(A.PARTS, "Bye."), HANG_UP)),
        1,
    ),
    "B1 the caller is gone": (
        "B1",
        talk(turn(None, HELLO, ask("x")), turn(HungUp(), HangUp("caller hung up"))),
        None,
    ),
    "B1 an answering machine": (
        "B1",
        ours(
            turn(PICKED_UP, CONVENIENT, ask("convenient")),
            turn(Answered(AnsweredBy.MACHINE), HangUp("answering machine")),
        ),
        None,
    ),
    "B2 in words": (
        "B2",
        talk(turn(None, HELLO, ask("x")), turn(Heard("never call me again"), *MENU, ask("y"))),
        1,
    ),
    "B2 words that only sound like it": (
        "B2",
        talk(turn(None, HELLO, ask("x")), turn(Heard("never call me again", 0.5), *MENU, ask("y"))),
        None,
    ),
    "B2 the promised call alone": (
        "B2",
        talk(
            turn(None, HELLO, ask("x")),
            turn(Heard("no call please"), *MENU, ask("y"), meant=Signal.NOT_NEEDED.value),
        ),
        None,
    ),
    "B2 asked more after it": (
        "B2",
        ours(turn(PICKED_UP, CONVENIENT, ask("convenient")), turn(NEVER, OptOut("9"), CONVENIENT, ask("y"))),
        1,
    ),
    "B2 a nine within a number": (
        "B2",
        ours(
            turn(PICKED_UP, HELLO, Ask("question:age", "0123456789", 6.0, digits=2), step=Step.QUESTION),
            turn(NEVER, *MENU, ask("x")),
        ),
        None,
    ),
    "B2 a starred nine within a number": (
        "B2",
        ours(
            turn(PICKED_UP, HELLO, Ask("question:age", "0123456789", 6.0, digits=2), step=Step.QUESTION),
            turn(Pressed("*9"), *MENU, ask("x")),
        ),
        1,
    ),
    "B2 a call is promised afterwards": (
        "B2",
        talk(
            turn(None, HELLO, ask("x")),
            turn(Heard("never call me again"), OptOut("never call me again"), *MENU, ask("y")),
            turn(YES, PROMISE, HELLO, ask("z")),
        ),
        2,
    ),
    "B3 informal, in Latvian": (
        "B3",
        talk(turn(None, say(A.OFFERS_HELP, "Kā varu Tev palīdzēt?", "lv"), ask("x"), language="lv")),
        0,
    ),
    "B3 informal, in English": (
        "B3",
        talk(turn(None, say(A.OFFERS_HELP, "Hey, what's up?"), ask("x"))),
        0,
    ),
    "B3 the way to the other language": (
        "B3",
        talk(turn(None, HELLO, say(A.OFFERS_CHOICE, "Latviski: #.", "lv", "menu.language"), ask("x"))),
        None,
    ),
    "B4 five choices": (
        "B4",
        talk(turn(None, *(say(A.OFFERS_CHOICE, f"Press {n}.") for n in range(5)), ask("x"))),
        0,
    ),
    "B4 two questions": (
        "B4",
        talk(turn(None, say(A.ASKS_WHO, "Who are you?"), say(A.ASKS_TIME, "When shall we call?"), ask("x"))),
        0,
    ),
    "B4 a sentence without end": (
        "B4",
        talk(turn(None, say(A.INFORMS, "and so on " * 11), ask("x"))),
        0,
    ),
    "B4 no key leads to a person": ("B4", talk(turn(None, HELLO, ask("x", keys="12"))), 0),
}


@pytest.mark.parametrize(("norm_id", "course", "number"), CASES.values(), ids=CASES)
def test_what_breaks_a_norm(norm_id, course, number):
    assert [breach.number for breach in broken(norm_id, course)] == ([] if number is None else [number])


@pytest.mark.parametrize(
    ("name", "said", "is_named"),
    [
        ("SIA Ozols", "Paldies, ka zvanījāt Ozolam!", True),
        ("SIA Ozols", "Paldies, ka zvanījāt!", False),
        ("Valmieras piens", "Valmieras piena vārdā pateicos.", True),
        ("Valmieras piens", "Valmieras vārdā pateicos.", False),
        ("LMT", "You have reached LMT.", True),
        ("SIA", "You have reached SIA.", True),
    ],
)
def test_a_name_is_known_in_any_case_and_without_its_legal_form(name, said, is_named):
    company = EXAMPLE.company.model_copy(update={"name": LocalText.model_validate(name)})
    course = talk(turn(None, say(A.GREETS, said), ask("menu:main")))
    assert (broken("I1", course, Standard(company)) == ()) is is_named
