"""Who flew: one ship at a time for a person, no more people than seats, no ride before its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from scheduler.domain import CrewFact, Event, EventFact, Status, VehicleType
from scheduler.intake.entries import Entry, Log, Lost, is_before, when
from scheduler.units import count

EVENT_OF_LEG = {"up": Event.LAUNCH, "down": Event.LAND}
NOUNS = {Event.LAUNCH: "launch", Event.LAND: "landing"}


@dataclass(frozen=True)
class Ride:
    """One leg that a person flew, and the event that made it so."""

    entry: Entry[CrewFact]
    event: EventFact
    landing: EventFact | None

    @property
    def flight(self) -> str:
        """Name the ship."""
        return self.entry.fact.flight

    @property
    def sort_key(self) -> tuple[date, bool, str]:
        """Order rides by day; a launch that is aborted goes up and comes down in one."""
        return (self.event.on, self.entry.fact.leg == "down", self.event.at)


def check_rides(
    entries: Iterable[Entry[CrewFact]],
    logs: Mapping[str, Log],
    lost_events: Lost,
    lost_rides: Lost,
) -> None:
    """Follow each person through the legs that they flew, and tell what cannot be."""
    flown: dict[str, dict[tuple[str, str], Ride]] = {}
    in_doubt: set[str] = set()
    for entry in entries:
        fact = entry.fact
        if fact.status is Status.ACTUAL:
            log = logs.get(fact.flight, Log(fact.flight))
            ride = _ride(entry, log, lost_events)
            if ride is None:
                in_doubt.add(fact.person)
            else:
                flown.setdefault(fact.person, {}).setdefault((fact.flight, fact.leg), ride)
    for person, rides in flown.items():
        if person not in in_doubt:
            ordered = sorted(rides.values(), key=lambda ride: ride.sort_key)
            _check_person(person, ordered, lost_rides)


def _ride(entry: Entry[CrewFact], log: Log, lost_events: Lost) -> Ride | None:
    """Put a ride to its event; tell a ride whose event has not happened, or not by then.

    None is given where the ride, or the landing of its ship, is not sure.
    """
    fact, row = entry.fact, entry.row
    wanted = EVENT_OF_LEG[fact.leg]
    event, noun = log.actual(wanted), NOUNS[wanted]
    if event is None:
        if not lost_events.may_have(log.flight, wanted):
            told = f"{fact.flight} has no actual {noun}, so nobody has flown {fact.leg} on it."
            row.complain("status", f"{told} Give planned, or the row of the {noun}, too.")
        return None
    if fact.known_on is not None and fact.known_on < event.on:
        told = f"known_on is {fact.known_on}, before the {noun} of {fact.flight} ({event.on})."
        row.complain("known_on", f"{told} Give that day or a later one, or leave it empty.")
    landing = log.actual(Event.LAND)
    is_sure = landing is not None or not lost_events.may_have(log.flight, Event.LAND)
    return Ride(entry, event, landing) if is_sure and log.is_sound else None


def _check_person(person: str, rides: list[Ride], lost: Lost) -> None:
    """Follow one person up and down, from the oldest ride to the newest."""
    aboard: Ride | None = None
    for ride, following in zip_longest(rides, rides[1:]):
        if ride.entry.fact.leg == "up":
            is_home = aboard is None or _is_home(aboard, ride, following)
            if aboard and not is_home and not lost.may_have(person, "down"):
                _tell_two_ships(person, aboard, ride)
            aboard = ride
        elif aboard is None and not lost.may_have(person, "up"):
            _tell_not_aboard(person, ride)
        else:
            aboard = None


def _is_home(ride: Ride, next_up: Ride, following: Ride | None) -> bool:
    """Say whether somebody without a row for coming down is home before they go up again.

    Their own ship brings them; but where they come down on a third ship afterwards, nothing
    says that they did not wait for that one.
    """
    if ride.landing is None or is_before(next_up.event, ride.landing):
        return False
    if following is None or following.entry.fact.leg == "up":
        return True
    return following.flight == next_up.flight


def _tell_two_ships(person: str, first: Ride, second: Ride) -> None:
    told = (
        f"{person} is on two ships: {second.flight} launches on {when(second.event)}, but {person}"
        f" is up since {when(first.event)} on {first.flight} (line {first.entry.row.line})."
    )
    advice = "Give the row that brings them down before, or take this one out."
    second.entry.row.complain("person_id", f"{told} {advice}")


def _tell_not_aboard(person: str, ride: Ride) -> None:
    told = f"{person} lands on {ride.flight} on {when(ride.event)}, but is not up then."
    advice = "Give the row that brings them up, or take this one out."
    ride.entry.row.complain("person_id", f"{told} {advice}")


def check_seats(entries: Iterable[Entry[CrewFact]], type_of: Mapping[str, VehicleType]) -> None:
    """Tell a flight that took up more people than it has seats, at the first one too many."""
    up: dict[str, dict[str, Entry[CrewFact]]] = {}
    for entry in entries:
        if entry.fact.status is Status.ACTUAL and entry.fact.leg == "up":
            up.setdefault(entry.fact.flight, {}).setdefault(entry.fact.person, entry)
    for flight, people in up.items():
        kind = type_of.get(flight)
        if kind is None or not kind.carries_people or len(people) <= kind.seats:
            continue
        row = list(people.values())[kind.seats].row
        told = f"{len(people)} people up on {flight}, which has {count(kind.seats, 'seat')}."
        row.complain("person_id", f"{told} Take {len(people) - kind.seats} out.")
