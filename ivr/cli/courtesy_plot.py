"""A report of courtesy as a picture. Loads matplotlib: imported only where something is drawn."""

from __future__ import annotations

from pathlib import Path

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from ivr.cli.campaign_plot import STYLE, undated
from ivr.cli.courtesy import By, Group
from ivr.cli.on_record import harmless
from ivr.errors import OperatorError

_WIDTH, _BAR, _HEAD = 11.0, 0.33, 1.2  # inches: the picture, one bar, what is around the bars
_MOST = 60  # bars; of more days the last ones are shown
_FINE, _BROKEN = "#2a7f62", "#c1443c"
_WHOLE = 100


def draw(groups: tuple[Group, ...], by: By, path: Path) -> None:
    """Draw ``groups`` into ``path``, whose name ends in .png or .svg. Raises OperatorError."""
    with rc_context(STYLE):
        figure = _figure(groups[-_MOST:], by)
        try:
            figure.savefig(path, dpi=130, metadata=undated(path))
        except OSError as error:
            raise OperatorError(f"{path} cannot be written ({error.strerror}). Name another file.") from error


def _figure(groups: tuple[Group, ...], by: By) -> Figure:
    height = _HEAD + _BAR * max(len(groups), 1)
    figure = Figure(figsize=(_WIDTH, height), layout=ConstrainedLayoutEngine(h_pad=0.14, w_pad=0.12))
    FigureCanvasAgg(figure)
    title = "Rules by how often they were broken" if by is By.RULE else f"Courtesy by {by.value}"
    figure.suptitle(title, x=0.02, ha="left", fontsize=13, fontweight="bold")
    _bars(figure.subplots(), groups, by)
    return figure


def _bars(axes: Axes, groups: tuple[Group, ...], by: By) -> None:
    axes.tick_params(length=0)
    axes.set_xticks([])
    lengths = [float(group.breaches) if by is By.RULE else group.score for group in groups]
    colours = [_BROKEN if group.starred else _FINE for group in groups]
    drawn = axes.barh(range(len(groups)), lengths, color=colours, height=0.68)
    axes.set_yticks(range(len(groups)), [harmless(group.name) for group in groups])
    axes.bar_label(drawn, [_label(group, by) for group in groups], padding=4)
    axes.set_xlim(0, (max(lengths, default=0.0) or 1.0) * 1.25 if by is By.RULE else _WHOLE * 1.25)
    axes.set_ylim(max(len(groups), 1) - 0.5, -0.5)


def _label(group: Group, by: By) -> str:
    calls = "1 call" if group.calls == 1 else f"{group.calls} calls"
    if by is By.RULE:
        return f"{group.breaches}  in {calls}"
    broken = f", {group.starred} broke a starred norm" if group.starred else ""
    return f"{group.score:.0f}  ({calls}{broken})"
