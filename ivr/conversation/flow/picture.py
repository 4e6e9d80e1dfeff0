"""A picture of boxes and arrows: as Mermaid's text, as Graphviz's text, and drawn as SVG."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from ivr.errors import OperatorError


class Kind(StrEnum):
    """What a box stands for; it gives the box its look."""

    START = "start"
    NUMBER = "number"  # a telephone number that callers dial
    WAIT = "wait"  # the conversation waits here for the other side
    CROSSED = "crossed"  # passed through at once: a question to the company file or the clock
    ANSWER = "answer"  # the bot says something itself
    PLACE = "place"  # a department, where people answer
    END = "end"


@dataclass(frozen=True, slots=True)
class Label:
    """One reason to go on, and what is done on the way."""

    text: str
    remark: str = ""
    joint: str = " / "  # as in UML: what happened / what is done

    def __str__(self) -> str:
        return f"{self.text}{self.joint}{self.remark}" if self.remark else self.text


@dataclass(frozen=True, slots=True)
class Box:
    """A place in the picture."""

    id: str  # letters, digits and underscores
    kind: Kind
    title: str = ""
    about: tuple[str, ...] = ()  # smaller, below the title
    inside: tuple[Label, ...] = ()  # what happens without leaving the box, below a line


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from a box to another."""

    start: str
    end: str
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes in the order in which they are to be read, and the arrows between them."""

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    across: bool = False  # read from left to right rather than downwards


# Mermaid


def mermaid_states(picture: Picture) -> str:
    """The picture as a Mermaid state diagram."""
    boxes = (line for box in picture.boxes for line in _state(box))
    names = {box.id: "[*]" for box in picture.boxes if box.kind in {Kind.START, Kind.END}}
    arrows = (_state_arrow(arrow, names) for arrow in picture.arrows)
    return "\n".join(("stateDiagram-v2", *(f"    {line}" for line in (*boxes, *arrows)), ""))


def _state(box: Box) -> Iterator[str]:
    if box.kind is Kind.CROSSED:
        yield f"state {box.id} <<choice>>"
    elif box.kind not in {Kind.START, Kind.END}:
        yield f'state "{_quoted(box.title)}" as {box.id}'
        yield from (f"{box.id} : {_quoted(str(line))}" for line in (*box.about, *box.inside))


def _state_arrow(arrow: Arrow, names: Mapping[str, str]) -> str:
    label = f" : {_joined(arrow.labels)}" if arrow.labels else ""
    return f"{names.get(arrow.start, arrow.start)} --> {names.get(arrow.end, arrow.end)}{label}"


def mermaid_chart(picture: Picture) -> str:
    """The picture as a Mermaid flowchart."""
    head = f"flowchart {'LR' if picture.across else 'TD'}"
    lines = (*map(_node, picture.boxes), *map(_link, picture.arrows), *_classes(picture))
    return "\n".join((head, *(f"    {line}" for line in lines), ""))


def _node(box: Box) -> str:
    about = (_quoted(str(line)) for line in (*box.about, *box.inside))
    text = "<br/>".join((f"<b>{_quoted(box.title)}</b>", *about))
    return f'{box.id}("{text}"):::{box.kind}'


def _link(arrow: Arrow) -> str:
    label = f'|"{_joined(arrow.labels)}"|' if arrow.labels else ""
    return f"{arrow.start} -->{label} {arrow.end}"


def _classes(picture: Picture) -> Iterator[str]:
    for kind in dict.fromkeys(box.kind for box in picture.boxes):
        fill, border = _COLOURS[kind]
        yield f"classDef {kind} fill:{fill},stroke:{border},color:{_INK}"


def _joined(labels: tuple[Label, ...]) -> str:
    return "<br/>".join(_quoted(str(label)) for label in labels)


def _quoted(text: str) -> str:
    """Text that Mermaid shows as it is: the signs that it would act on are exchanged for their likes."""
    return " ".join(text.split()).translate(_LIKES)


_LIKES = str.maketrans('"<>;`', "”‹›,’")


# SVG

Look = Callable[[Box], str]  # a box's attributes, in Graphviz's language
_INK, _GREY = "#1f2933", "#52606d"
_COLOURS: Mapping[Kind, tuple[str, str]] = {  # inside, border
    Kind.NUMBER: ("#fff7e0", "#d9a514"),
    Kind.WAIT: ("#e8f1fc", "#3b7dd8"),
    Kind.CROSSED: ("#f1f3f5", "#7b8794"),
    Kind.ANSWER: ("#e9f7ee", "#3a9d5d"),
    Kind.PLACE: ("#fdeeee", "#cf5c5c"),
}
_HEAD = f"""
    bgcolor="white" nodesep=0.4 ranksep=0.5 pad=0.2 outputorder=edgesfirst
    node [fontname="Helvetica" fontsize=11 fontcolor="{_INK}" penwidth=1.2]
    edge [fontname="Helvetica" fontsize=9 fontcolor="{_INK}" color="{_GREY}" arrowsize=0.7]
    """


def svg(picture: Picture) -> str:
    """The picture as an SVG document; the same picture always gives the same document.

    Raises:
        OperatorError: there is no Graphviz, or it could not draw.
    """
    program = _graphviz()
    done = subprocess.run(  # noqa: S603 - our own text on standard input, no shell
        [program, "-Tsvg"], input=dot(picture), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise OperatorError(f"{program} could not draw the picture: {done.stderr.strip()}")
    return _named(done.stdout, picture.title)


def _graphviz() -> str:
    """Graphviz as a Python package brings it along; otherwise the system's."""
    found = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts")) or shutil.which("dot")
    if found is None:
        raise OperatorError(
            "Drawing as SVG needs Graphviz. Install it with: pip install graphviz-pure (or your system's "
            "package graphviz), or take the picture as text with --mermaid."
        )
    return found


def _named(document: str, title: str) -> str:
    """The drawing without the comments that name the program's version, and with a title of its own."""
    start = document.index("<svg")
    return document[start:].replace("<title>flow</title>", f"<title>{escape(title)}</title>", 1)


def dot(picture: Picture) -> str:
    """The picture in Graphviz's language."""
    direction = f"rankdir={'LR' if picture.across else 'TB'}"
    lines = (*map(_dot_box, picture.boxes), *map(_dot_arrow, picture.arrows))
    return f"digraph flow {{\n    {direction}{_HEAD}" + "\n    ".join(lines) + "\n}\n"


def _dot_box(box: Box) -> str:
    return f"{box.id} [{_LOOKS[box.kind](box)}]"


def _start(_: Box) -> str:
    return f'shape=circle width=0.2 label="" style=filled fillcolor="{_INK}" color="{_INK}"'


def _end(_: Box) -> str:
    return f'shape=doublecircle width=0.16 label="" style=filled fillcolor="{_INK}" color="{_INK}"'


def _rounded(box: Box) -> str:
    fill, border = _COLOURS[box.kind]
    look = f'style="rounded,filled" fillcolor="{fill}" color="{border}"'
    return f'shape=box {look} margin="0.1,0.06" {_filling(box)}'


def _diamond(box: Box) -> str:
    fill, border = _COLOURS[box.kind]
    return f'shape=diamond style=filled fillcolor="{fill}" color="{border}" margin="0,0" {_filling(box)}'


_LOOKS: Mapping[Kind, Look] = {
    **dict.fromkeys((Kind.NUMBER, Kind.WAIT, Kind.ANSWER, Kind.PLACE), _rounded),
    Kind.START: _start,
    Kind.END: _end,
    Kind.CROSSED: _diamond,
}


def _filling(box: Box) -> str:
    about = (f"<TR><TD>{_small(escape(line))}</TD></TR>" for line in box.about)
    inside = (f'<TR><TD ALIGN="LEFT">{_small(_html(label))}</TD></TR>' for label in box.inside)
    rule = '<TR><TD HEIGHT="3"></TD></TR><HR/><TR><TD HEIGHT="3"></TD></TR>' if box.inside else ""
    title = f"<TR><TD><B>{escape(box.title)}</B></TD></TR>"
    return f"label={_table((title, *about, rule, *inside))}"


def _dot_arrow(arrow: Arrow) -> str:
    rows = (f'<TR><TD ALIGN="LEFT">&#160;{_html(label)}&#160;</TD></TR>' for label in arrow.labels)
    label = f"label={_table(rows)}" if arrow.labels else ""
    return f"{arrow.start} -> {arrow.end} [{label}]"


def _table(rows: Iterable[str]) -> str:
    return f'<<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(rows)}</TABLE>>'


def _small(html: str) -> str:
    return f'<FONT POINT-SIZE="9" COLOR="{_GREY}">{html}</FONT>'


def _html(label: Label) -> str:
    remark = f'<FONT COLOR="{_GREY}"><I>{escape(label.remark)}</I></FONT>'
    return escape(label.text) + (escape(label.joint) + remark if label.remark else "")
