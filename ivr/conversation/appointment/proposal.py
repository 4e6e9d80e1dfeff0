"""What can be answered to a time that was said: that very time, times within the stretch, or what is near."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ivr.company.slots import Agenda, Refusal, Verdict, nearest, offers
from ivr.company.wishes import Stretch, contains, judge_clock, judge_stretch, nearest_to, offers_within
from ivr.conversation.appointment.agenda import agenda, appointment
from ivr.conversation.errand import WishedTime
from ivr.conversation.scene import Scene

CLOSE = timedelta(hours=1)  # to "in an hour or so": what lies within is what was wished for
_NOTHING = Verdict(None)
Gaps = tuple[tuple[datetime, datetime], ...]  # start, and end, which is not ruled out any more


@dataclass(frozen=True, slots=True)
class Proposal:
    """Free slots as an answer, in the person's zone."""

    slots: tuple[datetime, ...]  # one is read back, up to three are offered; none: nothing is free at all
    as_wished: bool = False  # the one is the very time that was said
    verdict: Verdict = _NOTHING  # with a refusal: why what was said is not possible


def proposal(scene: Scene) -> Proposal:
    """The answer to the wish of the state; without one, the first times that are free."""
    given, wished, ruled_out = agenda(scene), scene.state.wished, _ruled_out(scene)
    if wished is None:
        first = Stretch(scene.now.astimezone(scene.zone), None, ruled_out)
        return Proposal(offers_within(given, first) if ruled_out else offers(given))
    return _exact(given, wished) if wished.exact else _within(given, _without(stretch(wished), ruled_out))


def _ruled_out(scene: Scene) -> Gaps:
    return _gaps(appointment(scene).ruled_out)


def _gaps(given: tuple[tuple[str, str], ...]) -> Gaps:
    return tuple((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in given)


def _without(wanted: Stretch, ruled_out: Gaps) -> Stretch:
    """Whoever then asks for just that day does not rule it out any more."""
    held = (gap for gap in ruled_out if not _lies_in(wanted, gap))
    return replace(wanted, excluded=(*wanted.excluded, *held))


def _lies_in(wanted: Stretch, gap: tuple[datetime, datetime]) -> bool:
    return wanted.end is not None and not wanted.daily and gap[0] <= wanted.start and wanted.end <= gap[1]


def _exact(given: Agenda, wished: WishedTime) -> Proposal:
    verdict = judge_clock(given, clocks(wished), any_day=wished.day_missing)
    if verdict.at:
        return Proposal((verdict.at,), as_wished=True)
    near = _nearest(given, wished)
    if near is None:
        return Proposal(())
    return Proposal((near[0],), verdict=_about(verdict, near[1]) if wished.about else verdict)


def _nearest(given: Agenda, wished: WishedTime) -> tuple[datetime, timedelta] | None:
    """The slot that is nearest to one of the readings, with how far it is from it."""
    wanted = [datetime.fromisoformat(one) for one in (wished.start, wished.other_half) if one]
    near = [(at, abs(at - one)) for one in wanted if (at := nearest(given, one))]
    return min(near, key=lambda found: found[1], default=None)


def _about(verdict: Verdict, distance: timedelta) -> Verdict:
    """ "Now" is never past; and what was said roughly is not refused where something is close to it."""
    if distance <= CLOSE:
        return _NOTHING
    return replace(verdict, refusal=Refusal.TOO_SOON) if verdict.refusal is Refusal.PAST else verdict


def _within(given: Agenda, wanted: Stretch) -> Proposal:
    found = offers_within(given, wanted)
    if found:
        return Proposal(found)
    near = nearest_to(given, wanted)
    return Proposal((near,) if near else (), verdict=judge_stretch(given, wanted))


def clocks(wished: WishedTime) -> tuple[datetime, ...]:
    """What the person's clocks show at the time that was said: of either half of the day, where that is
    open."""
    given = (wished.start, wished.other_half)
    return tuple(datetime.fromisoformat(one).replace(tzinfo=None) for one in given if one)


def stretch(wished: WishedTime) -> Stretch:
    """The times of which any would do."""
    start, end = datetime.fromisoformat(wished.start), wished.end
    last = datetime.fromisoformat(end) if end else None
    return Stretch(start, last, _gaps(wished.excluded), wished.day_missing)


def suits(wished: WishedTime, slot: datetime) -> bool:
    """Whether what was said names that slot, or is a stretch that holds it."""
    if not wished.exact:
        return contains(stretch(wished), slot)
    shown = slot.replace(tzinfo=None)
    said = clocks(wished)
    return shown in said or (wished.day_missing and shown.time() in {at.time() for at in said})
