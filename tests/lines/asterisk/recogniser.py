"""Recognition of speech as a test has it: what may be said is noted, and languages are as told."""

from __future__ import annotations

from ivr.conversation.vocabulary import Vocabulary

NAME = "0123456789abcdef"  # of whatever may be said


class FakeHearing:
    """Implements ``ivr.calls.ports.Hearing``."""

    def __init__(self, *languages: str) -> None:
        self.known = frozenset(languages)
        self.expected: list[Vocabulary] = []

    def languages(self) -> frozenset[str]:
        return self.known

    def expect(self, vocabulary: Vocabulary) -> str:
        self.expected.append(vocabulary)
        return NAME


def spoken(*results: tuple[str, int, str]) -> str:
    """What Asterisk answers to SPEECH RECOGNIZE: (text, score, grammar), the best first as we send them."""
    told = [
        f'score{at}={score} text{at}="{text}" grammar{at}={grammar}'
        for at, (text, score, grammar) in enumerate(reversed(results))
    ]
    return " ".join([f"200 result=1 (speech) endpos=0 results={len(results)}", *told])


ONSET = spoken(("", 0, "onset"))
GONE = "200 result=1 (speech) endpos=0 results=0"
SILENT = "200 result=1 (timeout) endpos=0"
