"""A relaxation written as a what-if file, to be saved and run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scheduler.domain import Demand, DemandKind, Grade, Problem, Relaxation, Waiver
from scheduler.scenarios.writing import what_if_text

Data = Mapping[str, object]


def relaxed_what_if(problem: Problem, relaxation: Relaxation, under: Sequence[str]) -> str:
    """Write the file that lays a relaxation over the what-ifs of a problem.

    Parameters
    ----------
    under
        The what-if files that pose the problem, by their paths from where the file will stand.
    """
    title = f"{problem.title}, relaxed"
    return what_if_text(problem, title, under, list(_changes(relaxation)))


def _changes(relaxation: Relaxation) -> Iterator[Data]:
    for waiver in relaxation.waived:
        yield _waiver(waiver)
    for demand in relaxation.moved:
        yield _demand(demand)


def _waiver(waiver: Waiver) -> Data:
    is_grade = waiver.number == "least_grade"
    days = {"from": waiver.from_on, "to": waiver.to_on}
    return {
        "change": "waiver",
        "rule": waiver.rule,
        "number": waiver.number,
        "subject": waiver.subject,
        "bound": Grade(waiver.bound).name if is_grade else waiver.bound,
        "authority": waiver.authority,
        "reason": waiver.reason,
        **{key: day for key, day in days.items() if day},
    }


def _demand(demand: Demand) -> Data:
    key = demand.kind.value
    if demand.kind is DemandKind.PIN_EVENT:
        return {
            "change": "pin",
            "flight": demand.subject,
            "event": demand.event,
            "day": demand.day,
        }
    if demand.kind is DemandKind.RETURN_BY:
        return {"change": "person", "person": demand.subject, key: demand.day}
    return {"change": "flight", "flight": demand.subject, key: demand.day}
