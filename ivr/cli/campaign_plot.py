"""A campaign's report as a picture. Loads matplotlib: imported only where something is drawn."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from ivr.cli.campaign_report import Findings
from ivr.cli.on_record import harmless
from ivr.company.disposition import TALKED, Disposition
from ivr.errors import OperatorError

MOST_BARS = 10  # of a question; the rest are one bar
_WIDTH, _BAR, _HEAD = 11.0, 0.33, 0.6  # inches: the picture, one bar, the head of a panel
_TALKED, _OURS, _OTHER, _ANSWER = "#2a7f62", "#c1443c", "#9aa5ad", "#33658a"
_OUR_FAULT = frozenset({Disposition.ABANDONED, Disposition.FAILED, Disposition.LOST})
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, and has the letters of Latvian
    "font.size": 10,
    "svg.fonttype": "path",  # looks the same where that font is missing
    "svg.hashsalt": "ivr",  # the same report is the same file
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.bottom": False,
    "text.parse_math": False,  # a dollar sign in a text is a dollar sign
}


def draw(found: Findings, path: Path) -> None:
    """Draw ``found`` into ``path``, whose name ends in .png or .svg. Raises OperatorError."""
    with rc_context(STYLE):
        figure = _figure(found)
        try:
            figure.savefig(path, dpi=130, metadata=undated(path))
        except OSError as error:
            raise OperatorError(f"{path} cannot be written ({error.strerror}). Name another file.") from error


def undated(path: Path) -> dict[str, str | None]:
    return {"Date": None} if path.suffix.lower() == ".svg" else {}


def _figure(found: Findings) -> Figure:
    panels = [_ends(found), *((harmless(q.text), _shortened(q.counts)) for q in found.questions)]
    rows = [max(1, len(bars)) for _, bars in panels]  # bars of all panels are equally thick
    height = _HEAD * (1 + len(panels)) + _BAR * sum(rows)
    figure = Figure(figsize=(_WIDTH, height), layout=ConstrainedLayoutEngine(h_pad=0.14, w_pad=0.12))
    FigureCanvasAgg(figure)
    figure.suptitle(
        "\n".join(textwrap.wrap(_title(found), 90)), x=0.02, ha="left", fontsize=13, fontweight="bold"
    )
    axes = figure.subplots(len(panels), 1, squeeze=False, height_ratios=rows)[:, 0]
    for number, (of, (title, bars)) in enumerate(zip(axes, panels, strict=True)):
        colours = [_colour(name) for name in bars] if number == 0 else [_ANSWER] * len(bars)
        _bars(of, title, bars, colours)
    _legend(axes[0], panels[0][1])
    return figure


def _ends(found: Findings) -> tuple[str, Mapping[str, int]]:
    ends = {end.value: count for end in Disposition if (count := found.report.dispositions.get(end, 0))}
    return "Contacts by how their last call ended", ends


def _title(found: Findings) -> str:
    told = found.report
    kept = f"; promises kept: {told.promises_kept} of {told.promises_made}" if told.promises_made else ""
    on_time = f", {told.promises_on_time} on time" if told.promises_kept else ""
    return harmless(f"{found.name}: reached {told.reached} of {found.contacts} contacts{kept}{on_time}")


def _shortened(counted: Mapping[str, int]) -> dict[str, int]:
    """The most frequent answers, in their order, and the others in one."""
    if len(counted) <= MOST_BARS:
        return dict(counted)
    frequent = sorted(counted, key=lambda name: -counted[name])[: MOST_BARS - 1]
    kept = {name: count for name, count in counted.items() if name in frequent}
    return {**kept, "others": sum(counted.values()) - sum(kept.values())}


def _bars(axes: Axes, title: str, bars: Mapping[str, int], colours: list[str]) -> None:
    axes.set_title("\n".join(textwrap.wrap(title, 110)), loc="left", fontsize=11)
    axes.tick_params(length=0)
    axes.set_xticks([])
    if not bars:
        axes.set_yticks([])
        axes.spines.left.set_visible(False)
        axes.text(0, 0.5, "nothing yet", color=_OTHER, transform=axes.transAxes)
        return
    drawn = axes.barh(range(len(bars)), list(bars.values()), color=colours, height=0.68)
    axes.set_yticks(range(len(bars)), [_name(name) for name in bars])
    total = sum(bars.values())
    axes.bar_label(drawn, [f"{n}  ({round(100 * n / total)} %)" for n in bars.values()], padding=4)
    axes.set_xlim(0, max(bars.values()) * 1.15)
    axes.set_ylim(len(bars) - 0.5, -0.5)


def _name(name: str) -> str:
    return textwrap.shorten(harmless(name).replace("_", " "), 34, placeholder="…")


def _colour(name: str) -> str:
    end = Disposition(name)
    return _TALKED if end in TALKED else _OURS if end in _OUR_FAULT else _OTHER


def _legend(axes: Axes, bars: Mapping[str, int]) -> None:
    meanings = {_TALKED: "a person talked with us", _OTHER: "nobody reached", _OURS: "our own fault"}
    used = [colour for colour in meanings if colour in map(_colour, bars)]
    handles = [axes.barh([0], [0], color=colour) for colour in used]
    if handles:
        axes.legend(handles, [meanings[colour] for colour in used], loc="lower right", frameon=False)
