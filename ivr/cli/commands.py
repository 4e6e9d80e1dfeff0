"""Every command: the files that register it, and what the list of commands tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as it is listed before anything of it is imported."""

    told: str  # the first lines of its help
    files: tuple[str, ...]  # of this package; the first registers the command, the others what belongs to it


LISTED: Mapping[str, Listed] = {
    "init": Listed(
        "Write a commented example of a company file, with campaigns, and the folder for its recordings.",
        ("company",),
    ),
    "check": Listed(
        "Check a company file and campaigns beside it: what is wrong, or what they hold; prove their calls.",
        ("company",),
    ),
    "schema": Listed(
        "Print the JSON Schema of the company file, for completion and checks in an editor.", ("company",)
    ),
    "dialplan": Listed(
        "Write Asterisk's configuration for this company; README.md in the folder says how to use it.",
        ("dialplan",),
    ),
    "explain": Listed(
        "Say why a number was called or not, whether it may be called, and every rule's part in it.",
        ("explain",),
    ),
    "flow": Listed(
        "Draw what can happen: the conversation's steps, or (--what company) who is reached by which keys.",
        ("flow",),
    ),
    "purge": Listed(
        "Erase what was kept as long as the company file says; the service does so every day.", ("privacy",)
    ),
    "forget": Listed(
        "Erase everything about a person, except for what is on legal hold, and who may not be called.",
        ("privacy",),
    ),
    "export": Listed("Tell what is held about a person, for that person.", ("privacy",)),
    "replay": Listed(
        "Play recorded calls against a draft: which would be routed, answered or closed differently.",
        ("replay",),
    ),
    "routes": Listed(
        "Say where a caller's words lead: the candidates, their scores, and the phrases that decided.",
        ("routes",),
    ),
    "serve": Listed(
        "Answer calls. SIGTERM drains: calls in dialogue finish; SIGHUP looks at the company file at once.",
        ("serve",),
    ),
    "health": Listed(
        "Exit 0 when the service on this machine answers, otherwise say why not and exit 1.", ("serve",)
    ),
    "talk": Listed(
        "Hold a call in the terminal: type what a caller says, or keys; read what the machine says.",
        ("talk",),
    ),
    "callbacks": Listed("Promised calls: list, add, move, cancel, mark as done.", ("callbacks",)),
    "calls": Listed("Calls on record: list them, show a transcript.", ("calls",)),
    "campaign": Listed(
        "Campaigns: check, import contacts, start, pause, stop, status, report.",
        ("campaign", "campaign_import", "campaign_report"),
    ),
    "courtesy": Listed("How courteous calls were: report, show one, audit anew.", ("courtesy",)),
    "dnc": Listed("The do-not-call list: add, remove, list, import.", ("dnc",)),
    "incident": Listed("Incidents: list, show, note, close, hold, export, verify.", ("incident",)),
    "messages": Listed("Messages for the departments: list, play, mark as done.", ("messages",)),
    "prompts": Listed("What callers hear: list, render, listen, script for a voice actor.", ("prompts",)),
    "speech": Listed("Recognition of speech: is it ready, and what does it hear?", ("speech",)),
    "twilio": Listed("Twilio: check that all fits together, set the numbers of the account.", ("twilio",)),
    "eval": Listed(
        "Measure understanding on JSON lines files of cases.",
        tuple(f"evaluate.{of}" for of in ("civility", "digits", "intents", "optout", "yesno", "times")),
    ),
}


def register(names: Iterable[str] = LISTED) -> None:
    """Import what registers these commands: all of them together take a second or two."""
    for name in names:
        for file in LISTED[name].files:
            import_module(f"ivr.cli.{file}")
