"""Makes ``words/sense_en.npz`` of the examples. Run: ``python -m ivr.understanding.optout.making``."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

from ivr.errors import OperatorError
from ivr.understanding.optout.learnt import examples
from ivr.understanding.optout.sense import KEPT
from ivr.vectors import installed

STRENGTH = 3.0  # how closely the examples are followed


def main() -> None:
    """Learn, and write what was learnt."""
    embed = installed()
    if embed is None:
        raise OperatorError("There are no sentence vectors. Run: pip install 'ivr[vectors]'")
    asked, other = examples("en")
    vectors = embed([*asked, *other])
    fitted = LogisticRegression(C=STRENGTH, max_iter=1000).fit(
        vectors / np.linalg.norm(vectors, axis=1, keepdims=True), [True] * len(asked) + [False] * len(other)
    )
    np.savez(KEPT, weights=fitted.coef_[0].astype(np.float32), base=fitted.intercept_[0])


if __name__ == "__main__":
    main()
