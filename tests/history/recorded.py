"""A small flown world, sound in all, and how it is judged.

Three crews of a line follow one another, Ann flies in the first and again in the third. A Soyuz
is certified for 210 days, and two ships may not come or go on the same day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.audit import audit
from scheduler.domain import Facts, Finding, Station
from scheduler.history import DocumentedException, HistoryAudit, flown_record, judged
from scheduler.rules import RULES
from tests.builders import DRAGON, PORTS, PROGRESS, SOYUZ, make_station
from tests.history.worlds import progress, soyuz, world

AFT = "zvezda-aft"
STATION = make_station(
    types=(SOYUZ, DRAGON, PROGRESS),
    ports={**PORTS, AFT: ("RS", ("progress-ms",))},
    rules={"TR-1": {"separation_days": 1}},
)
NOBODY_NEEDED = {name: replace(one, least_crew=0) for name, one in STATION.segments.items()}
STATION = replace(STATION, segments=NOBODY_NEEDED)
LONG_BEFORE = replace(progress(0, "2000-10-01", "2001-01-01"), port=AFT)  # leaves as they come
CARGO = replace(progress(1, "2000-12-01", "2001-06-20"), port="poisk-zenith")
SHIPS = (
    soyuz(1, "2001-01-01", "2001-07-10", "ann bob"),
    replace(soyuz(2, "2001-07-01", "2002-01-10", "cid dee"), port="poisk-zenith"),
    soyuz(3, "2002-01-05", "2002-08-03", "ann eve"),
)
SOUND = world(LONG_BEFORE, CARGO, *SHIPS)


def audited(
    facts: Facts, *exceptions: DocumentedException, station: Station = STATION
) -> HistoryAudit:
    """Judge a flown world."""
    record = flown_record(facts, station)
    return judged(record, audit(record.plan, record.problem, RULES), exceptions)


def told(found: HistoryAudit) -> list[tuple[str | None, ...]]:
    """List rule, subject and days of each breach."""
    return [key(one.finding) for one in found.breaches]


def key(finding: Finding) -> tuple[str | None, ...]:
    """Give rule, subject and days of a finding."""
    return (finding.ref, finding.subject, *days(finding.from_on, finding.to_on))


def days(*given: date | None) -> tuple[str | None, ...]:
    """Write days."""
    return tuple(None if one is None else str(one) for one in given)
