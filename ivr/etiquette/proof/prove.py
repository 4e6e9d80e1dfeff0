"""Proves a company's conversations, and those of its campaigns; what is not so is shown by a dialogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from multiprocessing import get_context

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.etiquette.course import Standard
from ivr.etiquette.norm import Norm
from ivr.etiquette.proof import openings, reach
from ivr.etiquette.proof.calendar import midnight, moments
from ivr.etiquette.proof.ends import endless, talks_on
from ivr.etiquette.proof.graph import Fault, Graph, Path
from ivr.etiquette.proof.memo import Memo
from ivr.etiquette.proof.walking import Walk, shown, walk_of
from ivr.etiquette.proof.watching import broken

_UNDECIDED = "it could not be proved that this never happens: {}"


@dataclass(frozen=True)
class Violation:
    """Something that must not be, and the shortest call that shows it."""

    id: str  # of the norm, or of what every conversation must have
    what: str  # in a sentence
    grave: bool  # no file with it goes live
    walk: Walk | None  # None where it is no matter of a single call
    campaign: str | None = None  # that calls


@dataclass(frozen=True)
class Proof:
    """What was proved, and what was found instead."""

    norms: int
    states: int
    paths: int
    violations: tuple[Violation, ...]

    @property
    def grave(self) -> tuple[Violation, ...]:
        """Those with which no file goes live."""
        return tuple(each for each in self.violations if each.grave)


@dataclass(frozen=True)
class _Part:
    """The calls of one kind."""

    company: Company
    id: str | None  # of the campaign
    campaign: Campaign | None
    ours: bool  # whether we call
    when: tuple[datetime, ...]
    norms: tuple[Norm, ...]
    memo: Memo  # shared with the other parts of the company, as far as one process works on them


def prove(
    company: Company,
    campaigns: Mapping[str, Campaign],
    norms: Iterable[Norm],
    since: datetime,
    processes: int = 1,
    *,
    own: bool = True,
) -> Proof:
    """Follow every path of the calls to a company and of its campaigns' calls.

    Args:
        campaigns: by their ids.
        norms: to be held against every path; those that apply are.
        since: aware; the thirteen months from that day on are looked at.
        processes: among which the work is divided.
        own: the company's own calls are looked at, and not only those of the campaigns.
    """
    when, ours = moments(company, midnight(company, since)), tuple(norms)
    parts = tuple(_parts(company, campaigns, when, ours, own))
    *found, reached = _each(
        (*(partial(_proved, each) for each in parts), partial(_reached, company, own=own)), processes
    )
    violations = tuple(each for one in (*found, reached) for each in one.violations)
    states, paths = sum(one.states for one in found), sum(one.paths for one in found)
    return Proof(len(ours), states, paths, tuple(sorted(violations, key=_order)))


def _order(violation: Violation) -> tuple[bool, int]:
    """What is grave and what is short first."""
    return not violation.grave, len(violation.walk.happenings) if violation.walk else 0


def _parts(
    company: Company,
    campaigns: Mapping[str, Campaign],
    when: tuple[datetime, ...],
    norms: tuple[Norm, ...],
    own: bool,
) -> Iterator[_Part]:
    """What takes longest first."""
    memo = Memo(company)
    if own:
        yield _Part(company, None, None, False, when, norms, memo)
    for id_, campaign in sorted(campaigns.items(), key=lambda each: _size(each[1]), reverse=True):
        yield _Part(company, id_, campaign, True, when, norms, memo)
    if own and company.callbacks.offered:
        yield _Part(company, None, None, True, when, norms, memo)


def _size(campaign: Campaign) -> int:
    """About how much can happen in its calls: a proposal has many more answers than a question."""
    return len(campaign.questions) + (4 if campaign.proposal else 0)


_Work = Callable[[list[Graph]], Proof]  # the list keeps what was explored
_shared: list[
    tuple[_Work, ...]
] = []  # with processes that are forked: norms are functions, and go into no pipe
_lasting: list[Graph] = []  # of such a process, up to its end: to take them apart takes longer than to end


def _each(works: tuple[_Work, ...], processes: int) -> list[Proof]:
    if processes < 2:
        return [work([]) for work in works]
    _shared.append(works)
    with ProcessPoolExecutor(processes, get_context("fork")) as pool:
        found = list(pool.map(_numbered, range(len(works))))
    _shared.clear()
    return found


def _numbered(number: int) -> Proof:
    return _shared[-1][number](_lasting)


def _proved(part: _Part, lasting: list[Graph]) -> Proof:
    graph = explored(part.company, part.campaign, part.id, part.when, ours=part.ours, memo=part.memo)
    lasting.append(graph)
    paths = sum(len(place.staying) + len(place.leaving) for place in graph.places)
    return Proof(len(part.norms), len(graph.places), paths, tuple(_violations(graph, part)))


def explored(
    company: Company,
    campaign: Campaign | None,
    id_: str | None,
    when: tuple[datetime, ...],
    *,
    ours: bool,
    memo: Memo | None = None,
) -> Graph:
    """All calls to a company, or all of ours because of a campaign or, without one, of a promise.

    Args:
        memo: turns that are known already; None: none are.
    """
    graph, first = Graph(company, campaign, when, memo), when[0]
    graph.explore(
        openings.outbound(company, campaign, id_, first) if ours else openings.inbound(company, first)
    )
    return graph


def _reached(company: Company, _: list[Graph], *, own: bool) -> Proof:
    """What is no matter of single calls."""
    found = (*reach.by_voice(company), *reach.rings(company)) if own else ()
    return Proof(0, 0, 0, tuple(Violation(id_, what, True, None) for id_, what in found))


def _violations(graph: Graph, part: _Part) -> Iterator[Violation]:
    yield from _faults(graph, part)
    if not part.ours:
        for id_, what in (*reach.by_key(graph), *reach.instead(graph), *reach.alone(graph)):
            yield Violation(id_, what, True, None)
        # It may be meant: whoever asks for it is offered something else.
        yield from (Violation(id_, what, False, None) for id_, what in reach.opens(graph))
    if not graph.faults:
        for number, what in endless(graph):
            yield Violation("ends", what, True, walk_of(graph.path(number)), part.id)
    for number, happening in islice(talks_on(graph), 1):
        walk = walk_of(graph.path(number))
        after = Walk(
            walk.opening, (*walk.happenings, happening), (*walk.moments, graph.places[number].moment)
        )
        yield Violation("gone", "the machine talks on although the other side is gone", True, after, part.id)
    yield from _broken(graph, part)


def _faults(graph: Graph, part: _Part) -> Iterator[Violation]:
    """The first of what the machine has no answer to."""
    for fault in graph.faults[:1]:
        what = f"here the machine knows no answer: {type(fault.error).__name__} {fault.error}"
        yield Violation("answers", what, True, _to(graph, fault), part.id)


def _to(graph: Graph, fault: Fault) -> Walk | None:
    if fault.opening or fault.place is None or fault.happening is None:
        return None
    walk = walk_of(graph.path(fault.place, fault.needs))
    return Walk(walk.opening, (*walk.happenings, fault.happening), (*walk.moments, fault.moment))


def _broken(graph: Graph, part: _Part) -> Iterator[Violation]:
    standard = Standard(graph.company, graph.campaign)

    def shows(norm: Norm, path: Path) -> bool:
        return shown(walk_of(path), norm, standard) is not None

    for each in broken(graph, part.norms, standard, shows):
        if each.doubted:
            yield Violation(each.norm.id, _UNDECIDED.format(each.why), False, None, part.id)
        else:
            walk = shown(walk_of(each.path), each.norm, standard)
            yield Violation(each.norm.id, each.why, each.norm.starred, walk, part.id)
