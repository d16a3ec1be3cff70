"""Reading what-if files: the header, the changes with their places, files laid over files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scheduler.domain import Health, Place
from scheduler.errors import ScenarioError
from scheduler.scenarios import WhatIf, read_what_if
from scheduler.scenarios.model import FlightChange, GoalChange, HealthChange, RuleChange
from scheduler.shelf import Shelf
from tests.scenarios.world import HEAD, written

LEAK = """changes:
  - change: health
    flight: soyuz-ms-22
    health: emergency-only
    seats: 2
    from: 2022-12-15
  - change: flight
    flight: soyuz-ms-23
    earliest_launch: 2023-02-20
    uncrewed: allowed
    ports: [poisk-zenith]
"""


def read(folder: Path, **texts: str) -> WhatIf:
    """Write files, each under the usual head, and read the one that is called ``top``."""
    for name, text in texts.items():
        written(folder, text, f"{name}.yaml")
    return read_what_if(folder / "top.yaml")


def test_header_and_changes(tmp_path: Path) -> None:
    """A sound file is read whole, with the place of its station and its text."""
    what_if = read(tmp_path, top=LEAK)
    path = str(tmp_path / "top.yaml")
    assert (what_if.title, what_if.station) == ("T", "iss")
    assert (what_if.as_of, what_if.until) == (date(2023, 1, 11), date(2023, 12, 31))
    assert what_if.station_at == Place(path, 2, 10)
    assert [type(one.change) for one in what_if.changes] == [HealthChange, FlightChange]
    assert what_if.texts == {path: HEAD + LEAK}
    assert not what_if.faults


def test_values_are_what_they_seem(tmp_path: Path) -> None:
    """Days become days, words become what they mean, what is left out is none."""
    health = read(tmp_path, top=LEAK).changes[0].change
    assert isinstance(health, HealthChange)
    assert (health.health, health.seats) == (Health.EMERGENCY_ONLY, 2)
    assert (health.from_on, health.to_on, health.why) == (date(2022, 12, 15), None, None)


def test_a_change_knows_its_line(tmp_path: Path) -> None:
    """``file:line`` of a key is what a requirement shows for its demand."""
    spot = read(tmp_path, top=LEAK).changes[1].spot
    # four lines of head, ``changes:`` is line 5, the second change begins on line 11
    assert spot.at("earliest_launch") == f"{tmp_path / 'top.yaml'}:13"


def test_changes_and_under_may_be_left_out(tmp_path: Path) -> None:
    """A header alone asks for the published plan."""
    what_if = read(tmp_path, top="")
    assert (what_if.changes, what_if.least_grade, what_if.least_grade_at) == ((), None, "")


def test_least_grade_has_a_place(tmp_path: Path) -> None:
    """A grade at the head is told with its line, because it becomes a requirement."""
    what_if = read(tmp_path, top="least_grade: G3\n")
    assert what_if.least_grade == "G3"
    assert what_if.least_grade_at == f"{tmp_path / 'top.yaml'}:5"


def test_a_file_is_laid_over_those_under_it(tmp_path: Path) -> None:
    """The changes of lower files come first, in the order they are listed."""
    what_if = read(
        tmp_path,
        top="under: [one.yaml, two.yaml]\nchanges: [{change: cancel-flight, flight: a}]\n",
        one="changes: [{change: cancel-flight, flight: b}]\n",
        two="changes: [{change: cancel-flight, flight: c}]\n",
    )
    assert [one.change.flight for one in what_if.changes] == ["b", "c", "a"]  # type: ignore[attr-defined]
    assert [Path(name).name for name in what_if.texts] == ["top.yaml", "one.yaml", "two.yaml"]


def test_the_head_of_the_top_file_wins(tmp_path: Path) -> None:
    """Title and days of a lower file do not count; its grade does where the top gives none."""
    (tmp_path / "low.yaml").write_text(
        "title: Low\nstation: iss\nas_of: 2020-01-01\nuntil: 2021-01-01\nleast_grade: G3\n"
    )
    what_if = read(tmp_path, top="under: [low.yaml]\n")
    assert (what_if.title, what_if.as_of, what_if.until) == (
        "T",
        date(2023, 1, 11),
        date(2023, 12, 31),
    )
    assert what_if.least_grade == "G3"
    assert Path(what_if.least_grade_at).name == "low.yaml:5"


def test_an_upper_change_takes_only_its_own_fact_from_a_lower_one(tmp_path: Path) -> None:
    """A new day in the top file leaves what the lower one says of ports and crew."""
    what_if = read(
        tmp_path,
        top="under: [low.yaml]\n"
        "changes: [{change: flight, flight: soyuz-ms-23, earliest_launch: 2023-03-10}]\n",
        low=LEAK,
    )
    lower, upper = what_if.changes[1].change, what_if.changes[2].change
    assert isinstance(lower, FlightChange)
    assert isinstance(upper, FlightChange)
    assert (lower.earliest_launch, lower.uncrewed, lower.ports) == (
        None,
        "allowed",
        ["poisk-zenith"],
    )
    assert upper.earliest_launch == date(2023, 3, 10)
    assert (upper.earliest_undock, upper.latest_undock, upper.ports) == (None, None, None)


def test_an_upper_number_takes_only_that_number(tmp_path: Path) -> None:
    """Of two numbers set below, the one that is set above goes, the other stays."""
    what_if = read(
        tmp_path,
        top="under: [low.yaml]\nchanges: [{change: rule, rule: HO-3, set: {most_days: 20}}]\n",
        low="changes: [{change: rule, rule: HO-3, set: {most_days: 15, most_aboard: 12}}]\n",
    )
    lower = what_if.changes[0].change
    assert isinstance(lower, RuleChange)
    assert lower.set_ == {"most_aboard": 12}


def test_an_upper_order_of_goals_replaces_the_lower(tmp_path: Path) -> None:
    """A change of one fact only is gone when that fact is written above."""
    what_if = read(
        tmp_path,
        top="under: [low.yaml]\nchanges: [{change: goal, order: [change]}]\n",
        low="changes: [{change: goal, order: [seats]}]\n",
    )
    [only] = [one.change for one in what_if.changes]
    assert isinstance(only, GoalChange)
    assert only.order == ["change"]


def test_health_is_laid_day_by_day(tmp_path: Path) -> None:
    """An upper health leaves the lower one, which holds on the days before it."""
    what_if = read(
        tmp_path,
        top="under: [low.yaml]\n"
        "changes: [{change: health, flight: soyuz-ms-22, health: unfit, from: 2023-03-01}]\n",
        low=LEAK,
    )
    assert [type(one.change) for one in what_if.changes] == [
        HealthChange,
        FlightChange,
        HealthChange,
    ]


def test_cancelling_above_takes_all_that_is_said_of_the_flight_below(tmp_path: Path) -> None:
    """What a lower file asks of a flight is gone when the top file cancels it."""
    what_if = read(
        tmp_path,
        top="under: [low.yaml]\nchanges: [{change: cancel-flight, flight: soyuz-ms-23}]\n",
        low=LEAK,
    )
    assert [type(one.change).__name__ for one in what_if.changes] == [
        "HealthChange",
        "CancelFlightChange",
    ]


@pytest.mark.parametrize("flight", ["soyuz-ms-23", "soyuz-ms-24"])
def test_cancelling_either_flight_above_takes_a_handover_below(tmp_path: Path, flight: str) -> None:
    """A handover is about both of its flights."""
    pair = "outgoing: soyuz-ms-23, incoming: soyuz-ms-24"
    what_if = read(
        tmp_path,
        top=f"under: [low.yaml]\nchanges: [{{change: cancel-flight, flight: {flight}}}]\n",
        low=f"changes: [{{change: handover, {pair}, kind: direct}}]\n",
    )
    assert [type(one.change).__name__ for one in what_if.changes] == ["CancelFlightChange"]


def test_a_file_reached_twice_is_laid_once(tmp_path: Path) -> None:
    """Two files that share a third one below do not lay it twice."""
    what_if = read(
        tmp_path,
        top="under: [one.yaml, two.yaml]\n",
        one="under: [base.yaml]\n",
        two="under: [base.yaml]\n",
        base="changes: [{change: cancel-flight, flight: a}]\n",
    )
    assert len(what_if.changes) == 1
    assert [Path(name).name for name in what_if.texts] == [
        "top.yaml",
        "base.yaml",
        "one.yaml",
        "two.yaml",
    ]


def test_paths_under_a_file_are_beside_it(tmp_path: Path) -> None:
    """A file in another folder names those under it from its own place."""
    (tmp_path / "sub").mkdir()
    written(tmp_path / "sub", "under: [base.yaml]\n", "low.yaml")
    written(tmp_path / "sub", "changes: [{change: cancel-flight, flight: a}]\n", "base.yaml")
    assert len(read(tmp_path, top="under: [sub/low.yaml]\n").changes) == 1


@pytest.mark.parametrize(
    ("first", "second", "is_double"),
    [
        pytest.param("from: 2023-02-01, to: 2023-03-01", "from: 2023-03-01", False, id="in-turn"),
        pytest.param("from: 2023-02-01, to: 2023-03-02", "from: 2023-03-01", True, id="one-day"),
        pytest.param("from: 2023-02-01", "from: 2024-03-01", True, id="no-end"),
        pytest.param("from: 2023-03-01", "from: 2023-02-01, to: 2023-03-01", False, id="before"),
    ],
)
def test_spans_of_one_fact_may_follow_one_another(
    tmp_path: Path, first: str, second: str, is_double: bool
) -> None:
    """Two healths of one ship are two facts unless they share a day."""
    health = "change: health, flight: soyuz-ms-22, health: unfit"
    text = f"changes:\n  - {{{health}, {first}}}\n  - {{{health}, {second}}}\n"
    assert bool(read(tmp_path, top=text).faults) is is_double


@pytest.mark.parametrize(
    "pair",
    [
        ("change: goal, order: [seats]", "change: goal, order: [change]"),
        (
            "change: pin, person: rubio, leg: down, flight: crew-5",
            "change: pin, person: rubio, leg: down, flight: soyuz-ms-23",
        ),
        (
            "change: rule, rule: HO-3, set: {most_days: 20}",
            "change: rule, rule: HO-3, set: {most_days: 21}, for: iss",
        ),
        (
            "change: person, person: rubio, must_return_by: 2023-03-01",
            "change: person, person: rubio, must_return_by: 2023-03-02",
        ),
        (
            "change: waiver, rule: VL-1, subject: a, bound: 1, authority: b, reason: c",
            "change: waiver, rule: VL-1, subject: a, bound: 2, authority: b, reason: c",
        ),
        ("change: cancel-flight, flight: a", "change: cancel-flight, flight: a"),
        (
            "change: handover, outgoing: a, incoming: b, kind: direct",
            "change: handover, outgoing: a, incoming: b, kind: indirect",
        ),
        (
            "change: outage, kind: pad, subject: a, from: 2023-02-01, to: 2023-03-01",
            "change: outage, kind: pad, subject: a, from: 2023-02-03, to: 2023-02-05",
        ),
        (
            "change: add-flight, flight: a, vehicle_type: b, launch: 2023-02-01",
            "change: add-flight, flight: a, vehicle_type: b, launch: 2023-02-02",
        ),
    ],
    ids=lambda pair: pair[0].split(",")[0].removeprefix("change: "),
)
def test_two_changes_of_a_file_never_write_one_fact(tmp_path: Path, pair: tuple[str, str]) -> None:
    """Whatever the kind: what line 6 says, line 7 cannot say again."""
    text = "changes:\n" + "".join(f"  - {{{change}}}\n" for change in pair)
    [fault] = read(tmp_path, top=text).faults
    assert fault.line == 7
    assert "is given in line 6, too. Keep one" in fault.text


def test_opening_two_ships_to_a_person_is_two_facts(tmp_path: Path) -> None:
    """``down`` opens a ship; another one may be opened as well."""
    text = (
        "changes:\n  - {change: person, person: rubio, down: a}\n"
        "  - {change: person, person: rubio, down: b}\n"
    )
    assert not read(tmp_path, top=text).faults


def test_grade_at_the_head_and_in_a_change_is_told(tmp_path: Path) -> None:
    """``least_grade`` is the number of LB-1: one file says it once."""
    text = "least_grade: G3\nchanges: [{change: rule, rule: LB-1, set: {least_grade: G2}}]\n"
    [fault] = read(tmp_path, top=text).faults
    assert (fault.line, fault.column) == (6, 44)
    assert fault.text == "least_grade stands at the head of the file, too. Keep one of them."


def test_until_on_the_day_of_as_of_is_told(tmp_path: Path) -> None:
    """A horizon of no days is a fault of its own."""
    path = tmp_path / "what-if.yaml"
    path.write_text("title: T\nstation: iss\nas_of: 2023-01-11\nuntil: 2023-01-11\n")
    [fault] = read_what_if(path).faults
    assert str(fault) == (
        f"{path}:4:8: until is 2023-01-11, the same day as as_of. Give a later day."
    )


def test_no_such_file(tmp_path: Path) -> None:
    """A path that leads nowhere is told in one sentence."""
    with pytest.raises(ScenarioError, match=r"top\.yaml: there is no such file\. Give the path"):
        read_what_if(tmp_path / "top.yaml")


def test_without_a_station_nothing_can_be_looked_up(tmp_path: Path) -> None:
    """A file that names no station is told of at once, with all that is wrong in it."""
    path = tmp_path / "what-if.yaml"
    path.write_text("title: T\nas_of: 2023-01-11\nuntil: soon\n")
    with pytest.raises(ScenarioError) as caught:
        read_what_if(path)
    assert [complaint.text for complaint in caught.value.complaints] == [
        "'station' is missing. Give the id of the station.",
        "until is 'soon'. Give a day as YYYY-MM-DD.",
    ]


def test_a_text_in_memory_lies_over_files_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it writes wins; places name it as it was called, and the files as ever."""
    written(tmp_path, LEAK, "low.yaml")
    monkeypatch.chdir(tmp_path)
    pin = "{change: flight, flight: soyuz-ms-23, earliest_launch: 2023-03-01}"
    text = f"{HEAD}under: [low.yaml]\nchanges: [{pin}]\n"
    what_if = read_what_if(Path("asked.yaml"), Shelf({"asked.yaml": text}))
    assert what_if.texts == {"asked.yaml": text, "low.yaml": HEAD + LEAK}
    assert [one.spot.at() for one in what_if.changes] == [
        "low.yaml:6",
        "low.yaml:11",
        "asked.yaml:6",
    ]
    assert what_if.station_at == Place("asked.yaml", 2, 10)


def test_faults_of_a_text_in_memory_are_told_like_those_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File, line and column; also of what lies under it, and of a circle through the disk."""
    written(tmp_path, "under: [asked.yaml]\n", "low.yaml")
    monkeypatch.chdir(tmp_path)
    shelf = Shelf({"asked.yaml": f"{HEAD}under: [low.yaml, gone.yaml]\ncolour: red\n"})
    assert [str(fault) for fault in sorted(read_what_if(Path("asked.yaml"), shelf).faults)] == [
        "asked.yaml:5:19: no file gone.yaml. Give a path beside this file.",
        "asked.yaml:6:1: no key 'colour'. Give one of: as_of, changes, least_grade, station, "
        "title, under, until.",
        "low.yaml:5:9: asked.yaml lies under itself. Take it out of one of the two files.",
    ]
    with pytest.raises(ScenarioError, match=r"^gone\.yaml: there is no such file\. Give the path"):
        read_what_if(Path("gone.yaml"), shelf)
