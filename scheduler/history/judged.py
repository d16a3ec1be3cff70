"""The flown record, judged: each breach of a rule, and the exception that documents it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from scheduler.domain import Finding
from scheduler.history.record import NUMBER, Record, person_of
from scheduler.history.worst import WorstDays, worst_days


@dataclass(frozen=True)
class DocumentedException:
    """A breach that really happened in ``[from_on, to_on)``, and where that is told.

    ``subject`` is a flight, line, person, port, pad, launcher family, segment or the station, as
    the rule says.
    """

    rule: str
    subject: str
    from_on: date
    to_on: date
    what: str
    source: str

    def explains(self, finding: Finding) -> bool:
        """Say whether a finding is about this rule, this subject and these days alone."""
        if (self.rule, self.subject) != (finding.ref, finding.subject):
            return False
        first_on = finding.from_on or self.from_on
        last_on = max(first_on, finding.to_on or first_on)
        return self.from_on <= first_on and last_on <= self.to_on


@dataclass(frozen=True)
class Breach:
    """A breach of a rule in the flown record; ``exception`` is none where none explains it."""

    finding: Finding
    year: int
    exception: DocumentedException | None


@dataclass(frozen=True)
class HistoryAudit:
    """What the rules say of all that was flown from ``from_on`` to ``to_on``.

    ``unused`` are exceptions that explain nothing.
    """

    from_on: date
    to_on: date
    flights: int
    stays: int
    handovers: int
    breaches: tuple[Breach, ...]
    unused: tuple[DocumentedException, ...]
    worst: tuple[WorstDays, ...]

    @property
    def unexplained(self) -> tuple[Breach, ...]:
        """List the breaches that no exception explains."""
        return tuple(breach for breach in self.breaches if breach.exception is None)


def judged(
    record: Record, findings: Iterable[Finding], exceptions: Iterable[DocumentedException]
) -> HistoryAudit:
    """Set each finding of the flown record beside the exception that explains it."""
    known = tuple(exceptions)
    breaches = tuple(sorted(_breaches(record, findings, known), key=_order))
    used = {breach.exception for breach in breaches}
    return HistoryAudit(
        from_on=record.problem.as_of,
        to_on=record.problem.until,
        flights=len(record.plan.flights),
        stays=len(record.plan.stays),
        handovers=len(record.plan.handovers),
        breaches=breaches,
        unused=tuple(one for one in known if one not in used),
        worst=worst_days(record),
    )


def _breaches(
    record: Record, findings: Iterable[Finding], known: tuple[DocumentedException, ...]
) -> Iterator[Breach]:
    for finding in findings:
        told = _by_person(record, finding)
        explaining = [one for one in known if one.explains(told)]
        nearest = min(explaining, key=lambda one: one.to_on - one.from_on, default=None)
        year = (told.from_on or _launched_on(record, told) or record.problem.as_of).year
        yield Breach(told, year, nearest)


def _by_person(record: Record, finding: Finding) -> Finding:
    """Speak of people, not of their stays."""
    text = finding.text
    for stay in sorted(record.problem.travellers, key=len, reverse=True):
        if NUMBER in stay:
            text = text.replace(stay, person_of(stay))
    return replace(finding, subject=person_of(finding.subject), text=text)


def _launched_on(record: Record, finding: Finding) -> date | None:
    planned = record.plan.flight(finding.subject)
    return planned.launch_on if planned else None


def _order(breach: Breach) -> tuple[str, int, date, str]:
    finding = breach.finding
    return finding.ref, breach.year, finding.from_on or date.min, finding.subject
