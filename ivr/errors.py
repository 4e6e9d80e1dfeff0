"""Errors named by who can cure them. Every message is a sentence that says where and what to do."""

from __future__ import annotations

from dataclasses import dataclass


class IvrError(Exception):
    """Anything this product raises on purpose; the command line prints it without a traceback."""


class OperatorError(IvrError):
    """The operator can cure it: a setting, a file, a command. The message says how."""


class LineError(IvrError):
    """The telephone line broke or spoke nonsense; the call is lost, the service goes on."""


class SpeechError(IvrError):
    """A voice engine could not render a sentence."""


@dataclass(frozen=True)
class Problem:
    """One fault in a file that an operator wrote."""

    file: str  # path as the operator gave it
    line: int  # 1-based; 0 when the fault is the whole file
    field: str  # dotted path, e.g. "departments.sales.rings.seconds"; "" for the file
    wrong: str  # what is wrong, one sentence
    cure: str  # what to do, one sentence

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        field = f" {self.field}:" if self.field else ""
        return f"{where}:{field} {self.wrong} {self.cure}"


class FileProblems(OperatorError):
    """All faults of one file at once, in the order of its lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(str(problem) for problem in self.problems))
