"""What ``--json`` prints: one document, the keys of design.md 4.4 in every object of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.acceptance.planned import LEAK, Json, Planned, Week

RUN = (
    "schema run title station as_of until verdict flights stays seats handovers aboard waivers "
    "findings goals conflict relaxations solver inputs"
)
KEYS = {
    "flights": "flight vehicle_type hull status launch dock undock land ports crew_up crew_down "
    "published changed life",
    "stays": "person up down from to days planned_to extension_days",
    "seats": "person flight from to grade",
    "aboard": "from to people by_segment",
    "waivers": "rule subject bound used limit authority reason needed",
    "findings": "ref rule class subject from to text",
    "goals": "goal proved parts",
    "relaxations": "waivers verdict_after",
}
INNER = {
    ("flights", "ports"): "port from to",
    ("goals", "parts"): "part value bound proved",
    ("relaxations", "waivers"): "rule subject by unit class authority",
}
PARTS = {
    "seats": ["G4", "G3", "G2", "G1"],
    "staffing": ["RS", "USOS"],
    "change": ["crews_waiting", "flights", "days"],
    "handover": ["gap_days", "short_days"],
    "extension": ["longest", "total"],
    "margin": ["days"],
    "moves": ["seat_moves", "relocations"],
    "earliest": [],
}
DAYS = {"as_of", "until", "launch", "dock", "undock", "land", "from", "to", "planned_to"}
SLOW = [LEAK, "ms-24-in-june", "ms-23-two-weeks-late", "ms-22-leak-no-waiver"]


@pytest.fixture(
    scope="module",
    params=["nominal-2022-12", *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)],
)
def planned(request: pytest.FixtureRequest, week: Week) -> Planned:
    """Give each plan of the week in turn."""
    return week.planned(request.param)


def test_standard_output_is_one_document_and_nothing_else(planned: Planned) -> None:
    """It begins with a brace, ends with a brace and a newline, and no escape code is in it."""
    out = planned.answer.out
    assert (out[0], out[-2:]) == ("{", "}\n")
    assert "\x1b" not in out
    assert planned.document["schema"] == "rotation.run/1"


def test_progress_goes_to_standard_error(planned: Planned) -> None:
    """One line a goal, those of an offer marked as such, and no part of a report."""
    lines = planned.answer.err.splitlines()
    assert lines
    assert {line.split(":")[0].removeprefix("with a waiver, ") for line in lines} <= {*PARTS}
    assert all(line.endswith(("proved", "earliest: all ties settled")) for line in lines)
    assert planned.document["title"] not in planned.answer.err
    assert "\x1b" not in planned.answer.err


def test_every_object_has_its_keys(planned: Planned) -> None:
    """No key is missing and none is new, in whatever plan."""
    document = planned.document
    assert sorted(document) == sorted(RUN.split())
    for name, keys in KEYS.items():
        for row in document[name]:
            assert sorted(row) == sorted(keys.split()), name
    for (name, inner), keys in INNER.items():
        for row in document[name]:
            for part in row[inner]:
                assert sorted(part) == sorted(keys.split()), inner
    assert sorted(document["solver"]) == ["name", "seconds", "seed", "version"]
    assert sorted(document["inputs"]) == ["files", "fingerprint"]


def test_objects_that_vary_have_their_keys(planned: Planned) -> None:
    """Handovers by their kind, lives where there is one, published days that there are."""
    for handover in planned.document["handovers"]:
        length = {"direct": "overlap_days", "indirect": "gap_days"}[handover["kind"]]
        assert sorted(handover) == sorted(["line", "outgoing", "incoming", "kind", length])
    for flight in planned.document["flights"]:
        assert {*flight["published"]} <= {"launch", "dock", "undock", "land"}
        assert {*flight["changed"]} <= {"launch", "undock", "port", "crew_up", "crew_down"}
        life = flight["life"]
        assert (life is None) is (flight["status"] in ("waiting", "cancelled"))
        if life is not None:
            assert sorted(life) == ["limit_days", "margin_days", "used_days"]
            assert life["used_days"] + life["margin_days"] == life["limit_days"]
    for span in planned.document["aboard"]:
        assert sorted(span["by_segment"]) == ["RS", "USOS"]
        assert sum(span["by_segment"].values()) == span["people"]


def test_parts_stand_in_their_order(planned: Planned) -> None:
    """Each goal has the parts of design.md 4.4, whatever the order of the goals."""
    assert sorted(goal["goal"] for goal in planned.document["goals"]) == sorted(PARTS)
    for goal in planned.document["goals"]:
        assert [part["part"] for part in goal["parts"]] == PARTS[goal["goal"]]


def test_days_are_days_and_spans_go_forward(planned: Planned) -> None:
    """Every day is ISO 8601, also beyond ``until``; every span holds a day."""
    for row in _objects(planned.document):
        for key in DAYS & row.keys():
            assert row[key] is None or str(date.fromisoformat(row[key])) == row[key]
        if row.get("from") and row.get("to"):
            assert row["from"] < row["to"]


def test_extensions_are_those_of_people_aboard(planned: Planned) -> None:
    """Who comes later is not extended, but has none."""
    as_of = planned.document["as_of"]
    for stay in planned.document["stays"]:
        assert (stay["extension_days"] is not None) is (stay["from"] < as_of)


def test_flights_are_those_of_the_horizon(planned: Planned) -> None:
    """A flight is docked on ``as_of``, launches in the horizon, or waits beyond it."""
    as_of, until = planned.document["as_of"], planned.document["until"]
    for flight in planned.document["flights"]:
        match flight["status"]:
            case "docked":
                assert flight["dock"] < as_of <= flight["undock"]
            case "planned":
                assert as_of <= flight["launch"] < until
            case _:
                assert flight["launch"] >= until
                assert flight["ports"] == []


def test_inputs_are_named(planned: Planned) -> None:
    """The files that were read are named from the project's folder, with one fingerprint."""
    files = planned.document["inputs"]["files"]
    assert files[0] == f"config/what-if/{planned.what_if.name}"
    assert "seeds/iss/events.csv" in files
    assert files[-1] == "config/stations/iss.yaml"
    assert planned.document["inputs"]["fingerprint"].startswith("sha256:")
    assert planned.document["solver"]["name"] == "ortools-cp-sat"


def _objects(value: object) -> Iterator[Json]:
    """Walk all objects of a document."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _objects(one)
