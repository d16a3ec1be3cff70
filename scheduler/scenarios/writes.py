"""Which facts a change writes: two changes of one file never write the same one.

Where files are laid over one another, the upper one wins: what it writes is taken out of the
lower ones. Only health stays, because it is written day by day and the later row holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from scheduler.documents.document import Steps
from scheduler.domain import numbers_of
from scheduler.errors import Complaint
from scheduler.scenarios.model import (
    FLIGHT_PARTS,
    AddFlightChange,
    CancelFlightChange,
    Change,
    FlightChange,
    GoalChange,
    HealthChange,
    OutageChange,
    PersonChange,
    RuleChange,
    WaiverChange,
)
from scheduler.scenarios.model_cadence import CadenceChange
from scheduler.scenarios.model_pins import HandoverChange, PinEventChange, PinLegChange
from scheduler.scenarios.what_if import Written

LEAST_GRADE = ("rule", "LB-1", "least_grade", "")


@dataclass(frozen=True)
class Write:
    """One fact that a change writes, in ``[from_on, to_on)`` where it has days.

    ``what`` names it for people, ``steps`` lead to it from the change, and ``flights`` are those
    that it is about.
    """

    fact: tuple[str, ...]
    what: str
    steps: Steps = ()
    from_on: date | None = None
    to_on: date | None = None
    flights: tuple[str, ...] = ()

    def meets(self, other: Write) -> bool:
        """Say whether both write the same fact for some day."""
        is_after = self.to_on and other.from_on and self.to_on <= other.from_on
        is_before = other.to_on and self.from_on and other.to_on <= self.from_on
        return self.fact == other.fact and not is_after and not is_before


def writes(change: Change) -> tuple[Write, ...]:
    """List the facts that a change writes."""
    return tuple(_WRITES[type(change)](change))


def _health(change: HealthChange) -> Iterator[Write]:
    flight = change.flight
    what = f"health of {flight}"
    yield Write(("health", flight), what, ("health",), change.from_on, change.to_on, (flight,))


def _flight(change: FlightChange) -> Iterator[Write]:
    for part in FLIGHT_PARTS:
        if getattr(change, part) is not None:
            what = f"{part} of {change.flight}"
            yield Write(("flight", change.flight, part), what, (part,), flights=(change.flight,))


def _outage(change: OutageChange) -> Iterator[Write]:
    fact = ("outage", change.kind, change.subject)
    what = f"outage of {change.kind} {change.subject}"
    yield Write(fact, what, ("subject",), change.from_on, change.to_on)


def _person(change: PersonChange) -> Iterator[Write]:
    person = change.person
    if change.unavailable:
        first, last = change.unavailable.from_on, change.unavailable.to_on
        what = f"unavailable of {person}"
        yield Write(("unavailable", person), what, ("unavailable",), first, last)
    if change.must_return_by:
        yield Write(("return", person), f"must_return_by of {person}", ("must_return_by",))
    if change.down:
        fact, what = ("down", person, change.down), f"down of {person}"
        yield Write(fact, what, ("down",), flights=(change.down,))


def _rule(change: RuleChange) -> Iterator[Write]:
    is_station_wide = {n.number for n in numbers_of(change.rule) if n.subjects == ("station",)}
    for number in change.set_:
        subject = "" if number in is_station_wide else change.for_ or ""
        what = f"{number} of {change.rule}" + (f" for {subject}" if subject else "")
        fact = ("rule", change.rule, number, subject)
        yield Write(fact, what, ("set", number), flights=(change.for_ or "",))


def _waiver(change: WaiverChange) -> Iterator[Write]:
    fact = ("waiver", change.rule, change.number or "", change.subject)
    what = f"waiver of {change.rule} for {change.subject}"
    yield Write(fact, what, ("bound",), change.from_on, change.to_on, (change.subject,))


def _pin_event(change: PinEventChange) -> Iterator[Write]:
    fact = ("pin", change.flight, change.event)
    yield Write(fact, f"{change.event} of {change.flight}", ("day",), flights=(change.flight,))


def _pin_leg(change: PinLegChange) -> Iterator[Write]:
    fact = ("pin", change.person, change.leg)
    what = f"leg {change.leg} of {change.person}"
    yield Write(fact, what, ("flight",), flights=(change.flight,))


def _handover(change: HandoverChange) -> Iterator[Write]:
    pair = (change.outgoing, change.incoming)
    what = f"handover from {change.outgoing} to {change.incoming}"
    yield Write(("handover", *pair), what, ("kind",), flights=pair)


def _goal(_change: GoalChange) -> Iterator[Write]:
    yield Write(("goal",), "order of goals", ("order",))


def _add(change: AddFlightChange) -> Iterator[Write]:
    yield Write(("add", change.flight), f"flight {change.flight}", ("flight",))


def _cancel(change: CancelFlightChange) -> Iterator[Write]:
    what = f"cancelling of {change.flight}"
    yield Write(("cancel", change.flight), what, ("flight",))


def _cadence(change: CadenceChange) -> Iterator[Write]:
    key, family = ("line", change.line) if change.line else ("vehicle_type", change.vehicle_type)
    yield Write(("cadence", family), f"cadence of {family}", (key,))


_WRITES: Mapping[type[Change], Callable[[Any], Iterator[Write]]] = {
    HealthChange: _health,
    FlightChange: _flight,
    OutageChange: _outage,
    PersonChange: _person,
    RuleChange: _rule,
    WaiverChange: _waiver,
    PinEventChange: _pin_event,
    PinLegChange: _pin_leg,
    HandoverChange: _handover,
    GoalChange: _goal,
    AddFlightChange: _add,
    CancelFlightChange: _cancel,
    CadenceChange: _cadence,
}


def doubles(changes: Iterable[Written]) -> Iterator[Complaint]:
    """Complain of each fact that two changes of one file write, at the second of them."""
    seen: list[tuple[Write, Written]] = []
    written = [(write, one) for one in changes for write in writes(one.change)]
    for write, one in written:
        first = next((other for other in seen if other[0].meets(write)), None)
        if first:
            line = first[1].spot.line(*first[0].steps)
            remedy = "Keep one, or end it before the other." if write.from_on else "Keep one."
            text = f"{write.what} is given in line {line}, too. {remedy}"
            yield one.spot.complaint(text, *write.steps, on_key=True)
        seen.append((write, one))


def laid_under(lower: Iterable[Written], upper: Iterable[Write]) -> Iterator[Written]:
    """Walk what is left of the lower changes when the upper ones are laid over them."""
    upper = tuple(upper)
    cancelled = {write.fact[1] for write in upper if write.fact[0] == "cancel"}
    for one in lower:
        gone = {
            write.steps
            for write in writes(one.change)
            if not cancelled.isdisjoint(write.flights)
            or (write.fact[0] != "health" and any(over.meets(write) for over in upper))
        }
        change = _without(one.change, gone)
        if change is not None:
            yield Written(change, one.spot)


def _without(change: Change, gone: set[Steps]) -> Change | None:
    """Take parts out of a change; none is left of those that have one part only."""
    if not gone:
        return change
    if isinstance(change, RuleChange):
        kept = {key: value for key, value in change.set_.items() if ("set", key) not in gone}
        return change.model_copy(update={"set_": kept}) if kept else None
    if isinstance(change, FlightChange | PersonChange):
        left = change.model_copy(update={str(steps[0]): None for steps in gone})
        return left if writes(left) else None
    return None
