"""Points of the issue on history: the real record judged, and real weeks planned again.

What was flown is counted here from the seeds as rows; days are worked out by hand from
domain_rules 8.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from scheduler.audit import audit, breaches
from scheduler.cli.folder import FactFolder
from scheduler.documents.run import document_text
from scheduler.domain import Difference, Finding, Grade, Plan, Verdict
from scheduler.history import HistoryAudit, Replay, flown_plan, flown_record, judged
from scheduler.history.worst import PoorSeat
from scheduler.planning import (
    Case,
    Limits,
    Past,
    audit_history,
    find_replay,
    judge,
    read_case,
    read_past,
    replay,
    replay_cases,
)
from scheduler.rules import RULES
from tests.command import Answer, rotation
from tests.planning.conftest import unheard
from tests.seeds.folder import day_flown, rows_of, stays

pytestmark = pytest.mark.slow

FIRST_CREW = date(2000, 11, 2)
STORY = "ms-22-2023-01-11"
LONGEST, BRIEFLY_S = "ms-22-2023-02-13", 12.0
"""A case that takes half a minute to prove, and what is asked of it needs no proof."""
LIFE = ("VL-1", "soyuz-ms-23")


# --- the record --------------------------------------------------------------------------------


def shipped_past() -> Past:
    """Read all that was flown, and what is documented of it."""
    folder = FactFolder.read(None, None)
    return read_past(folder.path, folder.facts, folder.station)


@pytest.fixture(scope="module")
def audited() -> HistoryAudit:
    """Judge all that was flown."""
    return audit_history(shipped_past())


def test_every_breach_is_documented(audited: HistoryAudit) -> None:
    """None is unexplained, and no exception explains nothing."""
    told = [f"{one.finding.ref} {one.finding.subject}" for one in audited.unexplained]
    assert told == []
    assert audited.unused == ()


def test_breaches_are_those_that_are_documented(audited: HistoryAudit) -> None:
    """As many as there are rows in the file, of the same rules."""
    rows = rows_of("exceptions")
    assert Counter(one.finding.ref for one in audited.breaches) == Counter(
        row["rule"] for row in rows
    )


def test_nothing_flown_is_left_out(audited: HistoryAudit) -> None:
    """All ships that docked and were there after the first crew came, and everybody's stays."""
    ships = [row["flight_id"] for row in rows_of("flights")]
    docked = [ship for ship in ships if day_flown(ship, "dock")]
    there = [ship for ship in docked if (day_flown(ship, "undock") or date.max) > FIRST_CREW]
    assert audited.flights == len(there)
    assert audited.stays == len(stays())
    assert audited.from_on == FIRST_CREW


def test_the_worst_days_are_those_of_january_2023(audited: HistoryAudit) -> None:
    """For a week Rubio had no seat, and the two others of MS-22 places in an emergency alone.

    From 11 January, when MS-22 was found good for two, to 18 January, when his liner had moved.
    """
    worst = audited.worst[0]
    assert (worst.from_on, worst.to_on) == (date(2023, 1, 11), date(2023, 1, 18))
    health = "emergency-only (2 seats)"
    assert worst.seats == (
        PoorSeat("petelin", "soyuz-ms-22", Grade.G3, health),
        PoorSeat("prokopyev", "soyuz-ms-22", Grade.G3, health),
        PoorSeat("rubio", None, Grade.G4, health),
    )
    others = [seat.grade for stretch in audited.worst[1:] for seat in stretch.seats]
    assert max(others) is Grade.G3
    assert [stretch.rank for stretch in audited.worst] == sorted(
        (stretch.rank for stretch in audited.worst), reverse=True
    )


def test_an_exception_taken_away_is_missed(audited: HistoryAudit) -> None:
    """Without the one for Crew-8's life that breach stands unexplained."""
    past = shipped_past()
    kept = [one for one in past.exceptions if (one.rule, one.subject) != ("VL-1", "crew-8")]
    assert len(kept) == len(past.exceptions) - 1
    found = [breach.finding for breach in audited.breaches]
    [breach] = judged(flown_record(past.facts, past.station), found, kept).unexplained
    assert (breach.finding.ref, breach.finding.subject, breach.year) == ("VL-1", "crew-8", 2024)
    # 4 March to 25 October 2024: 27 + 30 + 31 + 30 + 31 + 31 + 30 + 25
    assert "235 days" in breach.finding.text


# --- the story of MS-22 as a plan --------------------------------------------------------------


@cache
def cases() -> dict[str, Case]:
    """Read all shipped cases."""
    return {name: read_case(path) for name, path in replay_cases().items()}


@cache
def replayed(name: str) -> Replay:
    """Plan a shipped case again, once."""
    limit_s = BRIEFLY_S if name == LONGEST else 60.0
    return replay(cases()[name], name, Limits(limit_s), unheard)


@pytest.fixture(scope="module")
def flown() -> Plan:
    """Give what was flown from 11 January 2023 on, as a plan."""
    made = replayed(STORY).flown.plan
    assert made is not None
    return made


def checked(folder: Path, what_if: Path) -> Answer:
    """Write what was flown as a run document, and let the command check it."""
    path = folder / "flown.json"
    path.write_text(document_text(replayed(STORY).flown), "utf-8")
    return rotation("check", path, "--what-if", what_if, "--json")


def broken(findings: list[Finding] | tuple[Finding, ...]) -> set[tuple[str, str]]:
    """Give rule and subject of all that no plan may hold."""
    return {(one.ref, one.subject) for one in breaches(findings)}


def without_waiver(folder: Path) -> Path:
    """Write the case without its last change, the waiver."""
    text = find_replay(STORY).read_text("utf-8")
    kept, cut, waiver = text.rpartition("  - change: ")
    assert cut
    assert waiver.startswith("waiver\n    rule: VL-1\n    subject: soyuz-ms-23\n")
    path = folder / "without-waiver.yaml"
    path.write_text(kept, "utf-8")
    return path


def test_what_was_flown_is_the_known_story(flown: Plan) -> None:
    """MS-23 came up empty and brought the crew of MS-22 home; its own came with MS-24."""
    ships = {one.flight: one for one in flown.flights}
    ms_22, ms_23, ms_24 = (ships[f"soyuz-ms-{number}"] for number in (22, 23, 24))
    crew = ("petelin", "prokopyev", "rubio")
    assert (ms_22.crew_up, ms_22.crew_down, ms_22.undock_on) == (crew, (), date(2023, 3, 28))
    assert (ms_23.crew_up, ms_23.crew_down) == ((), crew)
    assert (ms_23.launch_on, ms_23.dock_on, ms_23.land_on) == (
        date(2023, 2, 24),
        date(2023, 2, 26),
        date(2023, 9, 27),
    )
    assert [stay.port for stay in ms_23.ports] == ["poisk-zenith", "prichal-nadir"]
    assert ms_24.crew_up == ("chub", "kononenko", "ohara")


def test_seats_of_the_story(flown: Plan) -> None:
    """Liners moved on 18 January, and on 2 and 6 March."""
    rows: dict[str, list[tuple[str | None, str, str]]] = {}
    for row in flown.seats:
        rows.setdefault(row.person, []).append((row.flight, str(row.from_on), row.grade.name))
    assert rows["rubio"] == [
        (None, "2023-01-11", "G4"),
        ("crew-5", "2023-01-18", "G2"),
        ("soyuz-ms-23", "2023-03-06", "G0"),
    ]
    for person in ("petelin", "prokopyev"):
        assert rows[person] == [
            ("soyuz-ms-22", "2023-01-11", "G3"),
            ("soyuz-ms-23", "2023-03-02", "G0"),
        ]


def test_the_story_breaks_nothing_with_the_signed_waiver(tmp_path: Path) -> None:
    """Judged by its document: Rubio's week is told, and nothing is broken: status 0."""
    answer = checked(tmp_path, find_replay(STORY))
    findings = answer.json["findings"]
    told = [(one["ref"], one["subject"]) for one in findings if one["told"]]
    wrong = {(one["ref"], one["subject"]) for one in findings if not one["told"]}
    assert told == [("LB-1", "rubio")]
    assert (answer.status, wrong) == (0, set())
    assert replayed(STORY).broken == ()


def test_the_waiver_is_told_as_it_is_used() -> None:
    """From 24 February to 27 September: 4 + 31 + 30 + 31 + 30 + 31 + 31 + 27 = 215 days of 210."""
    [use] = replayed(STORY).flown.waivers
    assert (use.rule, use.subject) == LIFE
    assert (use.used, use.limit, use.bound, use.is_needed) == (215, 210, 220, True)


def test_without_the_waiver_the_story_breaks_one_life(tmp_path: Path) -> None:
    """Exactly the life of MS-23, five days too long."""
    case = read_case(without_waiver(tmp_path))
    assert case.problem.waivers == ()
    made = flown_plan(case.problem, case.facts, case.station)
    findings = [one for one in audit(made, case.problem, RULES) if not one.is_told]
    assert broken(findings) == {LIFE}
    [life] = [one for one in findings if one.ref == "VL-1"]
    assert life.text == (
        "soyuz-ms-23 lands 215 days after launch, on 2023-09-27; its limit is 210 days."
    )


def test_the_command_misses_the_waiver(tmp_path: Path) -> None:
    """The same document, judged without it: status 1, the ship by name, and other inputs noted."""
    answer = checked(tmp_path, without_waiver(tmp_path))
    assert answer.status == 1
    rules = {(one["ref"], one["subject"]) for one in answer.json["findings"] if not one["told"]}
    by_rules = {(ref, subject) for ref, subject in rules if ref != "goals"}
    assert by_rules == {LIFE}
    assert answer.json["notes"] == [
        "The run was made from other inputs than those it is judged by."
    ]


# --- cases planned again -----------------------------------------------------------------------


def difference_of(name: str) -> Difference:
    """Give what leads from the plan to what was flown."""
    found = replayed(name).difference
    assert found is not None
    return found


def test_in_march_2023_the_plan_is_what_was_flown() -> None:
    """State commission and program agree in every day, port and crew, and in every goal."""
    found = replayed("ms-22-2023-03-24")
    assert found.run.verdict is Verdict.OPTIMAL
    assert found.broken == ()
    difference = difference_of("ms-22-2023-03-24")
    assert (difference.flights, difference.goals) == ((), ())
    assert difference.people == ()


def test_in_january_2023_what_was_flown_is_worse_by_goals_alone() -> None:
    """Proved best, and first of all in seats: MS-23 could have flown on 20 February.

    Planned, as the week of the leak works it out: two days at G4 for one, then G2 up to 24
    February, and two at G3 all the time: 44 days each. Flown: Rubio 7 days at G4 up to 18
    January and 14 + 28 + 5 at G2 up to 6 March, the others 21 + 28 + 1 at G3 up to 2 March.
    MS-23 was moved by 24 days then, and by 20 now.
    """
    found = replayed(STORY)
    assert found.run.verdict is Verdict.OPTIMAL
    assert (found.broken, found.is_flown_better) == ((), False)
    goals = difference_of(STORY).goals
    values = {(one.goal, one.part): (one.before, one.after) for one in goals}
    assert (goals[0].goal, goals[0].part, goals[0].is_proved) == ("seats", "G4", True)
    assert values["seats", "G4"] == (2, 7)
    assert values["seats", "G3"] == (2 * 44, 2 * 50)
    assert values["seats", "G2"] == (42, 47)
    assert values["change", "days"] == (24, 20)


def test_cases_are_those_of_the_domain_rules() -> None:
    """Four of the week of MS-22, and one each of the three disruptions before it."""
    names = Counter(name.rpartition("-20")[0] for name in replay_cases())
    assert names == {"ms-22": 4, "columbia": 1, "progress-m-12m": 1, "soyuz-ms-10": 1}


@pytest.mark.parametrize("name", replay_cases())
def test_in_no_case_reality_was_better(name: str) -> None:
    """There is a plan, and what was flown breaks a rule of the case or meets the goals no better.

    Values are compared here anew, part by part in the order of the goals.
    """
    found = replayed(name)
    assert found.run.plan is not None
    assert not found.is_flown_better
    if not found.broken:
        planned, real = (
            [part.value for goal in run.goals for part in goal.parts]
            for run in (found.run, found.flown)
        )
        assert planned <= real


@pytest.mark.parametrize("name", replay_cases())
def test_both_plans_of_a_case_are_told_truly(name: str) -> None:
    """Goals, waivers and days without a seat of either are as the checker counts them.

    Ours breaks nothing; what was flown may break rules, and the record of what ships took.
    """
    found, case = replayed(name), cases()[name]
    assert judge(found.run, case).is_clean
    findings = judge(found.flown, case).findings
    assert [one.text for one in findings if one.ref == "goals"] == []
    by_rules = {one for one in breaches(findings) if one.rule != "record"}
    assert by_rules == {*found.broken}
