"""Scripts played over AGI: the real server on a loopback socket, a scripted Asterisk at its other end.

What is told as said is what Asterisk played, file by file; what is told as done stands on record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ivr.calls.desk import Desk, LiveCall
from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, Ask, HangUp, Record, Transfer
from ivr.conversation.events import (
    AnsweredBy,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.state import Turn
from ivr.dialer.ports import NewAttempt
from ivr.lines.asterisk import words
from ivr.lines.asterisk.peers import peers
from ivr.lines.asterisk.server import AgiServer
from ivr.lines.asterisk.speech import Recogniser
from ivr.lines.simulator.call import told
from ivr.lines.simulator.commands import NotNowError, event
from ivr.lines.simulator.on_record import TurnsOnRecord
from ivr.phrases.sentence import Sentence
from tests.lines.asterisk.channel import PLAYS, Channel
from tests.lines.asterisk.fake import SILENT
from tests.lines.asterisk.recogniser import FakeHearing

# How the dialplan says that a transfer ended: IVR_DIALSTATUS, where phones ring and where a queue does.
DIAL: Mapping[TransferOutcome, str] = {
    TransferOutcome.TALKED: "ANSWER",
    TransferOutcome.DECLINED: "DECLINED",
    TransferOutcome.BUSY: "BUSY",
    TransferOutcome.NO_ANSWER: "NOANSWER",
    TransferOutcome.UNAVAILABLE: "CHANUNAVAIL",
}
QUEUE: Mapping[TransferOutcome, str] = {
    TransferOutcome.TALKED: "QUEUE:CONTINUE",
    TransferOutcome.BUSY: "QUEUE:FULL",
    TransferOutcome.NO_ANSWER: "QUEUE:TIMEOUT",
    TransferOutcome.UNAVAILABLE: "QUEUE:JOINEMPTY",
    TransferOutcome.LEFT: "QUEUE:LEFT",
}
# How it says that nobody picked up a call of ours.
ENDS: Mapping[Disposition, str] = {
    Disposition.BUSY: "1795552230::Down:17:486:",
    Disposition.NO_ANSWER: "1795552252::Ringing:19:180:",
    Disposition.DECLINED: "1795552246::Down:21:603:",
    Disposition.UNREACHABLE: "1795552247::Down:19:480:",
}
# What Asterisk is at when a turn has been performed: a command, or what the dialplan was told to do next.
AT_THE_END: Mapping[type[Action], frozenset[str]] = {
    Ask: frozenset({"GET OPTION", "GET DATA", "SPEECH RECOGNIZE"}),
    Record: frozenset({"RECORD FILE"}),
    Transfer: frozenset({words.TRANSFER}),
    HangUp: frozenset({words.HANG_UP}),
}


class NumberedPrompts:
    """Prompts that are known by their file: what is played can be told again as it was to be said."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths: dict[tuple[Sentence, ...], Path] = {}
        self._said: dict[str, tuple[Sentence, ...]] = {}

    def file(self, _: object, sentences: tuple[Sentence, ...]) -> Path:
        """See ``ivr.calls.ports.Prompts``."""
        if sentences not in self._paths:
            path = self._folder / f"{len(self._paths)}.wav"
            path.write_bytes(bytes(SILENT))
            self._paths[sentences] = path
            self._said[str(path.with_suffix(""))] = sentences
        return self._paths[sentences]

    def sentences(self, played: str) -> tuple[Sentence, ...]:
        """What a file, without its ending, says; nothing, where it is no prompt but a tone."""
        return self._said.get(played, ())


class AgiLine:
    """A server, and the exchanges that bring calls to it, one after another."""

    def __init__(self, folder: Path) -> None:
        (folder / "prompts").mkdir()
        self.channels: list[Channel] = []
        self.prompts = NumberedPrompts(folder / "prompts")
        nobody: Any = None  # answers, until there is an exchange
        address = ("127.0.0.1", 0)
        self.server = AgiServer(nobody, self.prompts, address, peers(["127.0.0.1"]), folder / "spool")
        self.server.start()

    def exchange(self, desk: Desk, hears: tuple[str, ...] = ()) -> AgiExchange:
        """The calls of this exchange are answered by ``desk``, and words are made of what is said in them."""
        self.server.desk = desk
        self.server._recogniser = Recogniser(FakeHearing(*hears))
        return AgiExchange(self, desk)

    def channel(self, call_id: str, number: str) -> Channel:
        """A channel that has been answered."""
        channel = Channel(self.server.address, agi_uniqueid=call_id, agi_callerid=number)
        self.channels.append(channel)
        return channel

    def abandon(self) -> None:
        """End the calls that a script leaves in the middle; fails where the server does not end them too."""
        for channel in self.channels:
            channel.vanish()
        self.channels.clear()
        with self.server._changed:
            assert self.server._changed.wait_for(lambda: self.server.live() == 0, 5)


@dataclass(frozen=True)
class AgiExchange:
    """Implements ``Exchange``."""

    line: AgiLine
    desk: Desk

    def incoming(self, called: str, caller: str | None, call_id: str) -> AgiTalk:
        """The dialplan has answered, and hands over to /call."""
        channel = self.line.channel(call_id, caller or "unknown")
        channel.agi("call", called, words.HEARS)
        return AgiTalk(channel, self.line.prompts, TurnsOnRecord(self.desk, call_id))

    def outgoing(self, attempt: NewAttempt, by: AnsweredBy) -> AgiTalk:
        """The dialplan has listened who picked up, and hands over to /outbound."""
        channel = self.line.channel(attempt.id, attempt.caller_id)
        channel.agi("outbound", attempt.id, by.value, words.HEARS)
        return AgiTalk(channel, self.line.prompts, TurnsOnRecord(self.desk, attempt.id))

    def unanswered(self, _: NewAttempt, how: Disposition) -> Disposition:
        """As the dialplan writes it down."""
        end = words.attempt_end(ENDS[how])
        assert end
        return end.disposition


class AgiTalk:
    """Implements ``Talk``."""

    ringing = False

    def __init__(self, channel: Channel, prompts: NumberedPrompts, turns: TurnsOnRecord) -> None:
        self._channel = channel
        self._prompts = prompts
        self._turns = turns
        self._look()

    @property
    def over(self) -> bool:
        """Whether the call has ended on record."""
        return self._turns.over

    @property
    def settled(self) -> bool:
        """Whether the promise because of which we call was dealt with."""
        return self._turns.settled

    def lines(self) -> Iterator[str]:
        """What was said and done last."""
        heard = (sentence.text for path in self._played for sentence in self._prompts.sentences(path))
        return told(self._briefed(self._live), heard)

    def hear(self, line: str) -> None:
        """Do what the person at the keyboard types."""
        wait: Any = self._live.turn.actions[-1]
        happens = event(line, wait, "")
        _ACTS[type(happens)](self, happens)
        self._look()

    def _look(self) -> None:
        (self._live,) = self._turns.fresh()
        done = self._channel.done()
        self._played = [command.arguments[0] for command in done if command.name in PLAYS]
        waits = self._channel.waits
        at = waits.name if waits else self._channel.variables["IVR_NEXT"]
        last = self._live.turn.actions[-1]
        assert at in AT_THE_END[type(last)] or not self._channel.up, f"Asterisk is at {at!r}, not at {last}."

    def _briefed(self, live: LiveCall) -> LiveCall:
        """The department is told what it will hear, where it hears something before it takes the call."""
        *before, last = live.turn.actions
        if not isinstance(last, Transfer) or not last.accept:
            return live
        briefing = self._prompts.sentences(self._channel.variables["IVR_BRIEFING"])
        return replace(live, turn=Turn(live.turn.state, (*before, replace(last, briefing=briefing))))

    # ── What happens ────────────────────────────────────────────────────────────────────────────

    def _press(self, pressed: Pressed) -> None:
        self._channel.press(pressed)

    def _say(self, heard: Heard) -> None:
        self._channel.say(heard)

    def _mumble(self, _: NotUnderstood) -> None:
        self._channel.mumble()

    def _lose_hearing(self, _: HearingLost) -> None:
        self._channel.lose_hearing()

    def _be_silent(self, _: Silence) -> None:
        self._channel.be_silent()

    def _speak(self, recorded: Recorded) -> None:
        self._channel.speak(recorded)

    def _come_back(self, ended: TransferEnded) -> None:
        said = self._channel.variables
        statuses = QUEUE if said["IVR_MODE"] == "queue" else DIAL
        if ended.outcome not in statuses:
            raise NotNowError(f"The dialplan has no word for {ended.outcome} of {said['IVR_DEPARTMENT']}.")
        status = statuses[ended.outcome]
        if status == "DECLINED" and said["IVR_ACCEPT"] == "1":
            status = "ANSWER"  # the briefing was heard first
        accepted = "1" if ended.outcome is TransferOutcome.TALKED else ""
        self._channel.agi("back", said["IVR_CALL"], status, accepted)

    def _hang_up(self, _: HungUp) -> None:
        self._channel.hang_up()
        if self._channel.variables["IVR_NEXT"] == words.TRANSFER:
            self._channel.agi("gone", self._channel.variables["IVR_CALL"], "")


_ACTS: Mapping[type, Callable[[AgiTalk, Any], None]] = {
    Pressed: AgiTalk._press,
    Heard: AgiTalk._say,
    NotUnderstood: AgiTalk._mumble,
    HearingLost: AgiTalk._lose_hearing,
    Silence: AgiTalk._be_silent,
    Recorded: AgiTalk._speak,
    TransferEnded: AgiTalk._come_back,
    HungUp: AgiTalk._hang_up,
}
