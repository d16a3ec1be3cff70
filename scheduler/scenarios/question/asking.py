"""From clauses to changes: what each form asks for in a what-if file, and whether it can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scheduler.documents.fields import LAST_YEAR
from scheduler.domain import DemandKind, Flight, Problem, Standing, may_relieve
from scheduler.errors import Complaint
from scheduler.scenarios.lay_flights import DAY_DEMANDS, may_relocate
from scheduler.scenarios.question.words import Clause, Word
from scheduler.units import ONE_DAY, add_days, days_between

Data = dict[str, object]

EVENTS = {
    "launches": "launch",
    "docks": "dock",
    "relocates": "relocate",
    "undocks": "undock",
    "lands": "land",
}
LAST, FIRST = ("by", "before"), ("from", "after")
STEPS = {"before": -1, "after": 1}
UNCREWED = {"crewed": "forbidden", "empty": "required"}
LEGS = {"flies": "up", "returns": "down"}


@dataclass(frozen=True)
class Asked:
    """One change of a what-if file that a clause asks for.

    One that is implied, that a flight flies, gives way where another says as much.
    """

    data: Data
    clause: Clause
    is_implied: bool = False


class Asking:
    """Turns clauses into changes and keeps what cannot be asked of the problem."""

    def __init__(self, problem: Problem) -> None:
        """Begin without faults."""
        self._problem = problem
        self.faults: list[Complaint] = []

    def changes(self, clause: Clause) -> list[Asked]:
        """Give the changes that a clause asks for; none where it cannot be asked."""
        before = len(self.faults)
        found = list(self._changes(clause))
        return found if len(self.faults) == before else []

    def _changes(self, clause: Clause) -> Iterator[Asked]:
        match clause.verb, clause.link:
            case "handover", _:
                yield from self._handover(clause)
            case (("flies" | "returns"), "on"):
                yield from self._ride(clause)
            case "returns", _:
                yield from self._return(clause)
            case (("flies" | "stays"), _):
                yield from self._crew(clause)
            case "docks", "at":
                yield from self._ports(clause)
            case _, "on":
                yield from self._pin(clause)
            case _:
                yield from self._bound(clause)

    def _tell(self, word: Word, text: str) -> None:
        self.faults.append(word.complaint(text))

    # --- what flights and people may be asked about ----------------------------------------------

    def _flight(self, flight_id: str, word: Word) -> Flight | None:
        """Give a flight that the plan decides on; complain of any other."""
        flight = self._problem.any_flight(flight_id)
        match flight.standing:
            case Standing.DEPARTED:
                told = f"{flight_id} left the station on {flight.undock_on}."
            case Standing.CANCELLED:
                told = f"{flight_id} does not fly."
            case Standing.LATER:
                until = self._problem.until
                told = f"{flight_id} is due on {flight.launch_on}, not before until ({until})."
            case _:
                return flight
        self._tell(word, f"{told} Ask about another flight.")
        return None

    def _for_people(self, flight_id: str, word: Word) -> Flight | None:
        flight = self._flight(flight_id, word)
        if flight is None or self._problem.seats(flight_id):
            return flight
        told = f"{flight_id} is a {flight.vehicle_type}, which carries nobody."
        self._tell(word, f"{told} Ask about another flight.")
        return None

    def _is_on_the_ground(self, flight: Flight, word: Word) -> bool:
        if flight.has_launched:
            told = f"{flight.id} was launched on {flight.launch_on}, too late for that."
            self._tell(word, f"{told} Ask when it undocks or lands.")
        return not flight.has_launched

    def _travels(self, clause: Clause) -> bool:
        if clause.subject in self._problem.travellers:
            return True
        until = self._problem.until
        told = f"{clause.subject} is neither aboard nor due to fly before {until}."
        self._tell(clause.subject_at, f"{told} Ask about somebody else.")
        return False

    def _is_in_time(self, clause: Clause, day: date, end: date | None = None) -> bool:
        """See that a day is not past, and before an end where one is given."""
        as_of, said = self._problem.as_of, f"{clause.day} is"
        if day != clause.day:
            said = f"{clause.link} {clause.day} comes to {day},"
        if day < as_of:
            self._tell(clause.day_at, f"{said} before as_of ({as_of}). Give a later day.")
        elif end is not None and day >= end:
            self._tell(clause.day_at, f"{said} not before until ({end}). Give an earlier day.")
        elif day.year > LAST_YEAR:
            self._tell(clause.day_at, f"{said} too far away. Give an earlier day.")
        else:
            return True
        return False

    # --- the forms -------------------------------------------------------------------------------

    def _bound(self, clause: Clause) -> Iterator[Asked]:
        """Ask for a last or first day; docking and landing follow launch and undocking."""
        flight = self._flight(clause.subject, clause.subject_at)
        assert clause.day is not None
        if flight is None:
            return
        is_launch, is_last = clause.verb in ("launches", "docks"), clause.link in LAST
        if is_launch and not self._is_on_the_ground(flight, clause.subject_at):
            return
        shift_days = {
            "docks": days_between(flight.launch_on, flight.dock_on),
            "lands": days_between(flight.undock_on, flight.land_on),
        }.get(clause.verb, 0)
        wanted = add_days(clause.day, STEPS.get(clause.link, 0))
        day = add_days(wanted, -shift_days)
        if not is_last and wanted >= self._problem.as_of:
            day = max(day, self._problem.as_of)
        if not self._is_in_time(
            clause, day, self._problem.until if is_launch and is_last else None
        ):
            return
        if is_launch:
            key = "latest_launch" if is_last else "launch_from"
        else:
            key = "latest_undock" if is_last else "earliest_undock"
        kept = self._days(DAY_DEMANDS[key], flight.id)
        day = min([day, *kept]) if is_last else max([day, *kept])
        yield Asked({"change": "flight", "flight": flight.id, key: str(day)}, clause)
        if not is_launch:
            yield from self._flies(flight, clause)

    def _days(self, kind: DemandKind, subject: str) -> list[date]:
        """List the days that are demanded already; a question never loosens them."""
        demands = self._problem.demands_of(kind)
        return [one.day for one in demands if one.subject == subject and one.day]

    def _flies(self, flight: Flight, clause: Clause) -> Iterator[Asked]:
        """Ask that a flight flies before ``until``, or what is asked of it might mean nothing."""
        if flight.is_ahead and not self._days(DemandKind.LATEST_LAUNCH, flight.id):
            day = self._problem.until - ONE_DAY
            data: Data = {"change": "flight", "flight": flight.id, "latest_launch": str(day)}
            yield Asked(data, clause, is_implied=True)

    def _pin(self, clause: Clause) -> Iterator[Asked]:
        flight = self._flight(clause.subject, clause.subject_at)
        assert clause.day is not None
        if flight is None:
            return
        event = EVENTS[clause.verb]
        if event in ("launch", "dock") and not self._is_on_the_ground(flight, clause.subject_at):
            return
        if event == "relocate" and not may_relocate(flight, self._problem.seats(flight.id)):
            told = f"{flight.id} is a {flight.vehicle_type}, which keeps its port."
            self._tell(clause.subject_at, f"{told} Ask about another flight.")
            return
        if self._is_in_time(clause, clause.day, self._problem.until if event == "launch" else None):
            data: Data = {"change": "pin", "flight": flight.id, "event": event}
            yield Asked({**data, "day": str(clause.day)}, clause)

    def _ports(self, clause: Clause) -> Iterator[Asked]:
        flight = self._flight(clause.subject, clause.subject_at)
        if flight is None:
            return
        if flight.standing is Standing.DOCKED:
            told = f"{flight.id} docked on {flight.dock_on}. Ask on which day it relocates."
            self._tell(clause.subject_at, told)
            return
        accepting = self._problem.station.ports_for(flight.vehicle_type)
        for place, (port, word) in enumerate(zip(clause.objects, clause.objects_at, strict=True)):
            if port not in accepting:
                remedy = f"Give one of: {', '.join(accepting)}." if accepting else "No port does."
                self._tell(word, f"port {port!r} takes no {flight.vehicle_type}. {remedy}")
            elif port in clause.objects[:place]:
                self._tell(word, f"{port!r} stands here twice. Keep one.")
        data: Data = {"change": "flight", "flight": flight.id, "ports": list(clause.objects)}
        yield Asked(data, clause)
        yield from self._flies(flight, clause)

    def _crew(self, clause: Clause) -> Iterator[Asked]:
        """Ask for a flight with a crew or without; or for none at all."""
        is_away = clause.verb == "stays"
        find = self._flight if is_away else self._for_people
        flight = find(clause.subject, clause.subject_at)
        if flight is None or not self._is_on_the_ground(flight, clause.subject_at):
            return
        if is_away:
            yield Asked({"change": "cancel-flight", "flight": flight.id}, clause)
            return
        data: Data = {"change": "flight", "flight": flight.id, "uncrewed": UNCREWED[clause.link]}
        yield Asked(data, clause)
        yield from self._flies(flight, clause)

    def _ride(self, clause: Clause) -> Iterator[Asked]:
        travels, leg = self._travels(clause), LEGS[clause.verb]
        flight = self._for_people(clause.objects[0], clause.objects_at[0])
        if flight is None or not travels:
            return
        traveller = self._problem.travellers[clause.subject]
        if leg == "up" and traveller.is_aboard:
            told = f"{clause.subject} went up on {traveller.up} already."
            self._tell(clause.subject_at, f"{told} Ask what they return on.")
        elif leg == "down" or self._is_on_the_ground(flight, clause.objects_at[0]):
            data: Data = {"change": "pin", "person": clause.subject, "leg": leg}
            yield Asked({**data, "flight": flight.id}, clause)

    def _return(self, clause: Clause) -> Iterator[Asked]:
        assert clause.day is not None
        day = add_days(clause.day, STEPS.get(clause.link, 0))
        travels = self._travels(clause)
        if self._is_in_time(clause, day) and travels:
            day = min([day, *self._days(DemandKind.RETURN_BY, clause.subject)])
            data: Data = {"change": "person", "person": clause.subject}
            yield Asked({**data, "must_return_by": str(day)}, clause)

    def _handover(self, clause: Clause) -> Iterator[Asked]:
        outgoing = self._for_people(clause.subject, clause.subject_at)
        incoming = self._for_people(clause.objects[0], clause.objects_at[0])
        if outgoing is None or incoming is None:
            return
        relieved = [flight.id for flight in may_relieve(self._problem, incoming)]
        if outgoing.id in relieved:
            data: Data = {"change": "handover", "outgoing": outgoing.id, "incoming": incoming.id}
            yield Asked({**data, "kind": clause.link}, clause)
        elif incoming.id in [flight.id for flight in may_relieve(self._problem, outgoing)]:
            told = f"{incoming.id} comes before {outgoing.id}. Give them the other way round."
            self._tell(clause.subject_at, told)
        elif relieved:
            told = f"{incoming.id} does not relieve {outgoing.id}. Give {' or '.join(relieved)}."
            self._tell(clause.subject_at, told)
        else:
            told = f"{incoming.id} relieves nobody who is still here. Give another flight."
            self._tell(clause.objects_at[0], told)
