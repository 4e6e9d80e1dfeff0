"""What a number alone means as an answer."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.clocks import hour, pair
from ivr.understanding.times.grammar.dates import day_of_month
from ivr.understanding.times.rules import Layer, layer
from ivr.understanding.times.when import Missing

ASKED: Mapping[Missing, Layer] = {
    Missing.HOUR: layer(
        GROUPS,
        ("answer", "", "<!other|NUM NUM NUM !COUNTED", pair),
        ("answer", "", "<!other|NUM NUM !COUNTED", hour),
    ),
    Missing.DAY: layer(GROUPS, ("answer", "", "<!other|NUM ORD|num !COUNTED", day_of_month)),
}
