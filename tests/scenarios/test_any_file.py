"""Whatever stands in a what-if or station file: a value, or faults with places; never a crash."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler.documents.yaml import read_yaml
from scheduler.errors import InputError
from scheduler.paths import PROJECT
from scheduler.settings import read_station
from tests.scenarios.world import applied

EVERY_KIND = """{title: t, station: iss, as_of: 2023-01-11, until: 2023-12-31, changes: [
{change: health, flight: soyuz-ms-22, health: emergency-only, seats: 2, from: 2022-12-15},
{change: flight, flight: soyuz-ms-23, launch_from: 2023-02-20, ports: [poisk-zenith]},
{change: outage, kind: pad, subject: baikonur-31, from: 2023-03-01, to: 2023-04-01},
{change: person, person: rubio, down: crew-5, unavailable: {from: 2023-02-01, to: 2023-03-01}},
{change: rule, rule: VL-1, set: {life_days: 220}, for: soyuz-ms-23},
{change: waiver, rule: HO-3, number: most_aboard, subject: iss, bound: 12, authority: a, reason: b},
{change: pin, flight: soyuz-ms-24, event: launch, day: 2023-09-15},
{change: pin, person: rubio, leg: down, flight: crew-5},
{change: handover, outgoing: soyuz-ms-22, incoming: soyuz-ms-23, kind: direct},
{change: goal, order: [seats, change]},
{change: add-flight, flight: rescue, vehicle_type: crew-dragon, launch: 2023-02-01, crew: [dubrov]},
{change: cadence, cadence: cargo, vehicle_type: progress-ms, every_days: 60, stay_days: 50},
{change: cancel-flight, flight: soyuz-ms-25}]}"""
JUNK: list[object] = json.loads(
    """[null, [], {}, [[]], {"a": {}}, "", 0, -1, 10000000000000000000, 1.5, true, "x", ["a", "a"],
    [null], "2023-02-30", "2023-05-05", "2024-02-29", "soyuz-ms-23", "soyuz-ms-19", "crew-5", "G3",
    "pin", "VL-1", "iss", "rescue", {"from": "2023-01-01"},
    {"from": "2023-05-01", "to": "2023-04-01"}]"""
)
KEYS = st.sampled_from(
    ["x", "source", "assumed", "from", "to", "flight", "set", "for", "change", "seats", "person"]
)
SPOILING = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def places(data: object) -> Iterator[tuple[Any, Any]]:
    """Walk all places in nested data, each as a group or list and a key or number in it."""
    members = data.items() if isinstance(data, dict) else enumerate(data)  # type: ignore[arg-type]
    for key, value in list(members):
        yield data, key
        if isinstance(value, dict | list):
            yield from places(value)


def spoiled(data: st.DataObject, sound: object) -> str:
    """Spoil a few places of sound data: another value, nothing at all, or one key more."""
    broken = deepcopy(sound)
    for _ in range(data.draw(st.integers(1, 4))):
        found = list(places(broken))
        if not found:
            break
        group, key = data.draw(st.sampled_from(found))
        match data.draw(st.sampled_from(["replace", "replace", "remove", "add"])):
            case "replace":
                group[key] = deepcopy(data.draw(st.sampled_from(JUNK)))
            case "remove":
                del group[key]
            case _ if isinstance(group, dict):
                group[data.draw(KEYS)] = deepcopy(data.draw(st.sampled_from(JUNK)))
            case _:
                group.append(deepcopy(data.draw(st.sampled_from(JUNK))))
    return json.dumps(broken)


def told(error: InputError) -> None:
    """Make sure that each fault has a place and our own words."""
    for complaint in error.complaints:
        assert complaint.line > 0
        assert complaint.column > 0
        assert complaint.text.endswith((".", "?"))
        assert "Input should" not in complaint.text
        assert "the schema of the file" not in complaint.text, "a fault that we have no words for"


@SPOILING
@given(data=st.data())
def test_any_what_if_is_laid_or_told(tmp_path: Path, data: st.DataObject) -> None:
    """A spoiled what-if file gives a problem, or faults with places."""
    path = tmp_path / "any.yaml"
    path.write_text(EVERY_KIND, "utf-8")
    path.write_text(spoiled(data, read_yaml(path).data), "utf-8")
    try:
        applied(path)
    except InputError as error:
        told(error)


@SPOILING
@given(
    data=st.data(), name=st.sampled_from(["tests/settings/small.yaml", "config/stations/iss.yaml"])
)
def test_any_station_is_read_or_told(tmp_path: Path, data: st.DataObject, name: str) -> None:
    """A spoiled station file gives a station, or faults with places."""
    path = tmp_path / "any.yaml"
    path.write_text(spoiled(data, read_yaml(PROJECT / name).data), "utf-8")
    try:
        read_station(path)
    except InputError as error:
        told(error)


@SPOILING
@given(text=st.text(st.sampled_from("ab:- \n[]{},#&*!|>'\"%@`\t?~0é\x07"), max_size=60))
def test_any_text_is_read_or_told(tmp_path: Path, text: str) -> None:
    """Text of any kind is a document or has faults; it never stops the reading."""
    path = tmp_path / "any.yaml"
    path.write_text(text, "utf-8")
    document = read_yaml(path)
    assert document.data is not None or document.faults


def test_the_sound_file_is_sound(tmp_path: Path) -> None:
    """The file that is spoiled above holds every kind of change and no fault."""
    path = tmp_path / "any.yaml"
    path.write_text(EVERY_KIND, "utf-8")
    assert applied(path).title == "t"
