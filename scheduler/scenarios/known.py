"""The ids that a what-if may name, and what to say of one that is not among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from scheduler.documents.document import ANY, Steps
from scheduler.documents.suggestions import suggestion, unknown
from scheduler.documents.validation import shown
from scheduler.domain import Event, Facts, Problem, editions_of, numbers_of
from scheduler.errors import Complaint
from scheduler.scenarios.model import REFS, is_grade, is_whole_number
from scheduler.scenarios.what_if import Spot, WhatIf

GRADE = "least_grade"

# kind of change → where ids stand in it, and of what
IDS: Mapping[str, tuple[tuple[Steps, str], ...]] = {
    "health": ((("flight",), "flight"),),
    "flight": ((("flight",), "flight"), (("ports", ANY), "port")),
    "person": ((("person",), "person"), (("down",), "flight")),
    "rule": ((("rule",), "rule"),),
    "waiver": ((("rule",), "rule"),),
    "pin": ((("flight",), "flight"), (("person",), "person")),
    "handover": ((("outgoing",), "flight"), (("incoming",), "flight")),
    "add-flight": (
        (("vehicle_type",), "vehicle type"),
        (("line",), "line"),
        (("pad",), "pad"),
        (("port",), "port"),
        (("crew", ANY), "person"),
    ),
    "cancel-flight": ((("flight",), "flight"),),
    "cadence": (
        (("vehicle_type",), "vehicle type"),
        (("line",), "line"),
        (("pad",), "pad"),
        (("ports", ANY), "port"),
        (("crew", ANY), "agency"),
    ),
}


class Known:
    """Looks ids up: in the problem, among the flights that the what-if adds, in the facts."""

    def __init__(
        self,
        problem: Problem,
        what_if: WhatIf,
        facts: Facts | None,
        unsure: Collection[str] = (),
    ) -> None:
        """Collect the ids of every kind.

        Parameters
        ----------
        unsure
            Cadences with faults: nobody can say which flights they would have created.
        """
        station = problem.station
        added = {
            str(spot.value("flight"))
            for spot in what_if.spots
            if spot.value("change") == "add-flight"
        }
        others = (*problem.later, *problem.departed.values(), *problem.cancelled)
        launchers = {kind.launcher for kind in station.vehicle_types.values() if kind.launcher}
        self._names: dict[str, Collection[str]] = {
            "flight": added | problem.flights.keys() | {flight.id for flight in others},
            "person": problem.people.keys(),
            "port": station.ports.keys(),
            "pad": station.pads.keys(),
            "line": station.lines.keys(),
            "segment": station.segments.keys(),
            "vehicle type": station.vehicle_types.keys(),
            "launcher": launchers,
            "station": {station.id},
            "rule": REFS,
            "agency": {*station.agencies, *(one.agency for one in problem.people.values())},
        }
        self._problem, self._facts, self._unsure = problem, facts, tuple(unsure)

    def complaints(self, spot: Spot) -> Iterator[Complaint]:
        """Walk the ids of one change that nobody knows."""
        kind = str(spot.value("change"))
        for pattern, noun in IDS.get(kind, ()):
            for steps in spot.document.matching(*spot.steps, *pattern):
                yield from self._id(spot, steps[len(spot.steps) :], (noun,))
        if kind == "outage" and spot.value("kind") in ("pad", "port", "launcher"):
            yield from self._id(spot, ("subject",), (str(spot.value("kind")),))
        if kind in ("rule", "waiver") and spot.value("rule") in REFS:
            yield from self._of_rule(spot, str(spot.value("rule")), kind)

    def _of_rule(self, spot: Spot, rule: str, kind: str) -> Iterator[Complaint]:
        """Look up the numbers of a rule, and what they are for."""
        numbers = [number.number for number in numbers_of(rule)]
        pattern: Steps = ("set", ANY) if kind == "rule" else ("number",)
        for steps in spot.document.matching(*spot.steps, *pattern):
            below = steps[len(spot.steps) :]
            name = below[-1] if kind == "rule" else spot.value(*below)
            if isinstance(name, str) and name not in numbers:
                text = f"{rule} has no number {name!r}. {suggestion(name, numbers)}"
                yield spot.complaint(text, *below, on_key=kind == "rule")
            elif kind == "rule" and steps not in spot.document.unread:
                yield from _judged(spot, str(name), below)
        nouns = tuple(dict.fromkeys(noun for n in numbers_of(rule) for noun in n.subjects))
        if kind == "rule" and "flight" in nouns:
            nouns = tuple(dict.fromkeys((*nouns, "vehicle type", "line")))
        yield from self._id(spot, ("for",) if kind == "rule" else ("subject",), nouns)

    def _id(self, spot: Spot, steps: Steps, nouns: tuple[str, ...]) -> Iterator[Complaint]:
        name = spot.value(*steps)
        if not isinstance(name, str) or any(name in self._names[noun] for noun in nouns):
            return
        if "flight" in nouns and any(name.startswith(f"{id_}-") for id_ in self._unsure):
            return
        told = self._not_yet(name) if "flight" in nouns else ""
        names = {name for noun in nouns for name in self._names[noun]}
        yield spot.complaint(told or unknown(_either(nouns), name, names), *steps)

    def _not_yet(self, flight: str) -> str:
        """Say of a flight in the facts that it is not known yet, or lost; nothing of any other."""
        facts = self._facts
        if facts is None or not any(fact.id == flight for fact in facts.flights):
            return ""
        as_of = self._problem.as_of
        lost = editions_of(facts, flight, as_of).actual.get(Event.ABORT)
        if lost:
            return f"flight {flight!r} was lost on {lost.on}. Leave it out."
        launches = [
            row.known_on
            for row in facts.events
            if row.flight == flight and row.event is Event.LAUNCH and row.known_on >= as_of
        ]
        when = f": its launch became known on {min(launches)}" if launches else ""
        return f"flight {flight!r} is not known yet on {as_of}{when}. Give a later as_of."


def _judged(spot: Spot, number: str, steps: Steps) -> Iterator[Complaint]:
    value = spot.value(*steps)
    if not number_fits(number, value):
        yield spot.complaint(f"{number} is {shown(value)}. {number_wanted(number)}", *steps)


def number_fits(number: str, value: object) -> bool:
    """Say whether a value is of the kind of a rule's number."""
    return is_grade(value) if number == GRADE else is_whole_number(value)


def number_wanted(number: str) -> str:
    """Say what to give for a rule's number."""
    return "Give a grade, G0 to G4." if number == GRADE else "Give a whole number, 0 or more."


def _either(nouns: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(nouns[:-1]), nouns[-1])))
