"""Curves are those of the logistic regression that everybody uses."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from ivr.understanding.routing.curve import curve

CHANCE = np.random.default_rng(5)
MIXED = CHANCE.uniform(0, 1, (200, 2))
SO = MIXED @ [2.0, 1.0] + CHANCE.normal(0, 0.5, 200) > 1.5
APART = np.array([[0.1], [0.2], [0.7], [0.9]])


def likeliest(of, so, weights, centred):
    options = {"C": 100.0, "fit_intercept": not centred, "tol": 1e-9, "max_iter": 1000}
    found = LogisticRegression(**options).fit(of, so, sample_weight=weights)
    return [*found.coef_[0], *found.intercept_]


@pytest.mark.parametrize("centred", [False, True], ids=["anywhere", "centred"])
@pytest.mark.parametrize(
    ("of", "so", "weights"),
    [
        (MIXED, SO, np.ones(200)),
        (MIXED, SO, CHANCE.uniform(0, 3, 200)),
        (MIXED[:, :1], SO, np.ones(200)),
        (APART, [False, False, True, True], np.ones(4)),
        (APART * 1000, [False, False, True, True], np.ones(4)),
    ],
    ids=["two numbers", "weighed", "one number", "told apart", "told apart by far"],
)
def test_a_curve_is_the_likeliest(of, so, weights, centred):
    found = curve(of.tolist(), [*so], weights.tolist(), centred=centred)
    assert [*found.slopes, found.constant] == pytest.approx(
        [*likeliest(of, so, weights, centred), 0.0][: len(found.slopes) + 1], rel=1e-3, abs=1e-3
    )


def test_where_there_is_no_evidence_a_centred_curve_is_flat():
    assert curve([[0.0]], [True], [1.0], centred=True).slopes == (0.0,)


def test_what_was_always_so_ends_as_well():
    assert curve([[0.1], [0.2]], [True, True], [1.0, 1.0]).constant > 0
