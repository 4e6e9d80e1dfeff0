"""What the commands of ``ivr twilio`` share: the settings, faults, and how the account's numbers are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ivr.cli.faults import Faults
from ivr.cli.on_record import harmless
from ivr.company.models import Company
from ivr.errors import FileProblems, OperatorError
from ivr.lines.twilio import numbers
from ivr.lines.twilio.numbers import Fields, OwnNumber
from ivr.settings import Settings, TwilioSettings

# Fields of a number → what Twilio's console calls them.
CONSOLE: Mapping[str, str] = {
    "voice_url": "A call comes in",
    "voice_fallback_url": "Primary handler fails",
    "status_callback": "Call status changes",
}


def configured(given: Settings) -> TwilioSettings:
    """The settings of Twilio. Raises OperatorError where there are none."""
    if given.twilio is None:
        raise OperatorError(
            "Twilio is not set up here. Set IVR_TWILIO_ACCOUNT_SID, IVR_TWILIO_AUTH_TOKEN and "
            "IVR_TWILIO_PUBLIC_URL; docs/twilio.md leads from there."
        )
    return given.twilio


class Findings(Faults):
    """What is wrong, told at once and counted."""

    def add(self, wrong: str) -> None:
        """Tell a fault."""
        self.count += 1
        print(harmless(wrong))

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell the faults that end what is done inside, and go on behind it."""
        try:
            yield
        except FileProblems as error:
            for problem in error.problems:
                self.add(str(problem))
        except OperatorError as error:
            self.add(str(error))


def differing(own: OwnNumber, to: Fields) -> tuple[str, ...]:
    """Those addresses of a number that are not as they should be."""
    left = numbers.changes(own, to)
    return tuple(each for each in CONSOLE if each in left or numbers.METHODS[each] in left)


def present(own: OwnNumber, address: str) -> str:
    """How an address of a number is set now."""
    there = own.fields[address]
    return f"{own.fields[numbers.METHODS[address]]} {there}" if there else "nothing"


def settable(own: OwnNumber, to: Fields) -> bool:
    """Whether the number's own addresses count, or those that do are right already."""
    return own.elsewhere is None and (own.app is None or not numbers.changes(own, to))


def hindrances(company: Company, own: Mapping[str, OwnNumber], to: Fields) -> Iterator[str]:
    """Numbers whose calls do not come here, whatever their addresses are set to."""
    for number in company.numbers:
        found = own.get(number)
        if found is None:
            yield from _absent(company, number)
        elif found.elsewhere:
            yield f"{number}: {found.elsewhere}, so no address counts. Change that in Twilio's console first."
        elif not settable(found, to):
            yield (
                f"{number}: the addresses of its TwiML App {found.app} count, and are not ours. It may serve "
                "other numbers, so it is left as it is: enter ours there, or take the number out of it."
            )


def _absent(company: Company, number: str) -> Iterator[str]:
    if company.trunk is None:
        yield f"{number} is not in the account. Buy or port it there, or mend it in the company file."
