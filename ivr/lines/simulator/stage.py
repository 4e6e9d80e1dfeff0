"""What happens at the keyboard beyond one call: the call that was promised follows, others take places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ivr.company.models import Company
from ivr.lines.simulator.call import Call
from ivr.lines.simulator.commands import NotNowError
from ivr.lines.simulator.outgoing import Dispatcher

LATER, TAKEN = "/later", "/taken"
OTHERS = "+3712990{:04}"  # numbers of those who take places


class Books(Protocol):
    """What is on record before a call, or changes meanwhile."""

    def promise(self, number: str, department: str, at: datetime) -> None:
        """Promise a call."""

    def bar(self, number: str) -> None:
        """Put a number on the do-not-call list."""


@dataclass
class Before:
    """Writes what a script says of the ledger. Every method raises NotNowError for what makes no sense."""

    company: Company
    books: Books
    _others: int = 0

    def take_all(self, places: Iterable[str]) -> None:
        """Others take places, each "DEPARTMENT TIME N"."""
        for each in places:
            self.take(each)

    def take(self, places: str) -> None:
        """Others take places: "DEPARTMENT TIME N"."""
        department, _, rest = places.partition(" ")
        at, _, count = rest.partition(" ")
        self._expect(department)
        when = self._moment(at)
        if not count.isdecimal():
            raise NotNowError(f'"{count}" is no number of places. Write {TAKEN} {department} {at} 2.')
        for _ in range(int(count)):
            self._others += 1
            self.books.promise(OTHERS.format(self._others), department, when)

    def know_all(self, number: str | None, facts: Iterable[str]) -> None:
        """Each is known of a number: "do-not-call", "promise DEPARTMENT TIME"."""
        for fact in facts:
            if number is None:
                raise NotNowError("Nothing can be known of a withheld number. Give the caller's.")
            self._know(number, *fact.split())

    def _know(self, number: str, what: str = "", department: str = "", at: str = "") -> None:
        if what == "do-not-call":
            self.books.bar(number)
        elif what == "promise":
            self._expect(department)
            self.books.promise(number, department, self._moment(at))
        else:
            raise NotNowError(f'"{what}" is known of nobody. Write do-not-call, or promise DEPARTMENT TIME.')

    def _expect(self, department: str) -> None:
        if department not in self.company.departments:
            known = ", ".join(self.company.departments)
            raise NotNowError(f'There is no department "{department}". Name one of: {known}.')

    def _moment(self, at: str) -> datetime:
        try:
            moment = datetime.fromisoformat(at)
        except ValueError as error:
            raise NotNowError(f'"{at}" is no time. Write it as 2026-12-24T23:30.') from error
        return moment if moment.tzinfo else moment.replace(tzinfo=self.company.zone)


@dataclass(frozen=True)
class Rehearsal:
    """Records that are the keyboard's own: calls can follow each other on them."""

    dispatcher: Dispatcher
    before: Before


@dataclass
class Stage:
    """The call at the keyboard, and the next one after it."""

    company: Company
    call: Call
    rehearsal: Rehearsal | None = None  # None: on the records of the company, where calls are real

    def lines(self) -> Iterator[str]:
        """What was said and done last, a line each."""
        return self.call.lines()

    def hear(self, line: str) -> None:
        """Take the next line of the person at the keyboard. Raises NotNowError when it makes no sense now."""
        command, _, rest = line.partition(" ")
        if command == TAKEN:
            self._rehearsal().before.take(rest)
        elif command == LATER:
            self._wait()
        else:
            self.call.hear(line)

    def promised(self) -> bool:
        """Whether a call is promised that can be played now."""
        return self.rehearsal is not None and self.rehearsal.dispatcher.promised()

    def _wait(self) -> None:
        dispatcher = self._rehearsal().dispatcher
        if not self.call.over:
            raise NotNowError("The call goes on. Type /hangup first.")
        promised = dispatcher.call_promised()
        if promised is None:
            raise NotNowError("No call is promised.")
        self.call = promised

    def _rehearsal(self) -> Rehearsal:
        if self.rehearsal is None:
            raise NotNowError("This call is on the company's own records. Play it from a script.")
        return self.rehearsal
