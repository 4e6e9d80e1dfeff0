"""Whether somebody says that they are the person for whom we ask: by their name, and little else."""

from __future__ import annotations

from ivr.understanding.utterance import fold

SHORTEST = 3  # letters by which a name is known
ENDING = 4  # letters of an ending at most, in any case
BESIDE = frozenset(
    [
        "yes",
        "yeah",
        "hello",
        "hi",
        "this",
        "is",
        "it",
        "its",
        "i",
        "am",
        "im",
        "speaking",
        "here",
        "me",
        "my",
        "name",
        "good",
        "morning",
        "afternoon",
        "evening",
        "ja",
        "jaa",
        "es",
        "esmu",
        "te",
        "seit",
        "tas",
        "ta",
        "runa",
        "klausos",
        "klausas",
        "labdien",
        "labrit",
        "labvakar",
        "sveiki",
        "hallo",
        "mani",
        "sauc",
    ]
)


def names(words: str, name: str | None) -> bool:
    """Whether ``words`` say the name, in any of its forms, and little beside it but "this is".

    Whoever asks "Līga?" does not say so.
    """
    if words.rstrip().endswith("?"):
        return False
    said = ["".join(filter(str.isalnum, fold(word))) for word in words.split()]
    stems = [_stem(part) for part in fold(name or "").split() if len(part) >= SHORTEST]
    left = [word for word in said if word and word not in BESIDE]
    return bool(left) and all(any(_is_form(word, stem) for stem in stems) for word in left)


def _stem(part: str) -> str:
    return part.rstrip("s").rstrip("aeiou") if len(part) > SHORTEST else part


def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) - len(stem) <= ENDING
