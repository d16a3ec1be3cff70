"""The documents of ``history``: what stands where, and that all of it is there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from scheduler.documents.ledger import ledger_text
from scheduler.documents.slips import slips_text
from tests.reports.history_example import LINES, make_ledger, make_slips


def ledger() -> Any:  # noqa: ANN401  (JSON)
    """Write the example and read it as anybody would."""
    return json.loads(ledger_text("iss", make_ledger()))


def slips() -> Any:  # noqa: ANN401  (JSON)
    """Write the example and read it as anybody would."""
    return json.loads(slips_text("iss", make_slips()))


def test_keys_in_their_order() -> None:
    """Schema first, then what was asked for, then all parts."""
    assert list(ledger()) == [
        "schema",
        "station",
        "from",
        "until",
        "expeditions",
        "compared",
        "mismatches",
        "aboard",
        "years",
        "handovers",
        "stays_ended",
        "extensions",
        "ships",
        "vehicle_types",
        "ports",
    ]
    head = {key: ledger()[key] for key in ("schema", "station", "from", "until", "compared")}
    assert head == {
        "schema": "rotation.ledger/1",
        "station": "iss",
        "from": "2022-12-20",
        "until": "2023-10-10",
        "compared": True,
    }


def test_an_expedition() -> None:
    """What was derived, with the row on record beside it."""
    first, _, last = ledger()["expeditions"]
    assert first == {
        "expedition": 69,
        "from": "2022-09-29",
        "to": "2023-03-28",
        "begins": {"event": "dock", "flight": "soyuz-ms-22"},
        "ends": {"event": "undock", "flight": "soyuz-ms-22"},
        "days": 180,
        "aboard": {"least": 7, "most": 11},
        "candidates": ["petelin", "prokopyev", "rubio"],
        "recorded": {
            "from": "2022-09-29",
            "to": "2023-03-28",
            "commanders": ["prokopyev"],
            "recalled": False,
            "source": "nasa.gov",
        },
    }
    assert (last["to"], last["ends"], last["recorded"]) == (None, None, None)


def test_a_record_that_goes_on() -> None:
    """No end is null."""
    recorded = replace(LINES[0].recorded or LINES[1].recorded, to_on=None)  # type: ignore[type-var]
    changed = replace(make_ledger(), lines=(replace(LINES[0], recorded=recorded),))
    [line] = json.loads(ledger_text("iss", changed))["expeditions"]
    assert line["recorded"]["to"] is None


def test_mismatches() -> None:
    """Lists on both sides; what does not apply is null."""
    day, commander, number = ledger()["mismatches"]
    assert day == {
        "expedition": 70,
        "what": "from",
        "derived": ["2023-03-28"],
        "recorded": ["2023-03-30"],
        "days_off": -2,
        "person": None,
        "why": None,
    }
    assert (commander["person"], commander["days_off"]) == ("kononenko", None)
    assert (number["recorded"], number["why"]) == ([], "is not on record")


def test_people_aboard() -> None:
    """Spans and years."""
    assert ledger()["aboard"][1] == {"from": "2023-03-03", "to": "2023-03-04", "people": 11}
    assert ledger()["years"][0] == {
        "year": 2022,
        "days": 12,
        "least": 7,
        "most": 7,
        "person_days": 84,
    }


def test_handovers_have_overlap_or_gap() -> None:
    """As in the run document: one of the two keys."""
    exchange, indirect, direct, _ = ledger()["handovers"]
    assert indirect == {
        "line": "dragon",
        "outgoing": "crew-5",
        "incoming": "crew-6",
        "docked": "2023-03-03",
        "undocked": "2023-03-02",
        "kind": "indirect",
        "gap_days": 1,
    }
    assert (direct["kind"], direct["overlap_days"]) == ("direct", 30)
    assert exchange["line"] is None


def test_an_extension() -> None:
    """A row a person, with the published landing and where it is from."""
    first = ledger()["extensions"][0]
    assert first == {
        "person": "petelin",
        "up": "soyuz-ms-22",
        "down": "soyuz-ms-23",
        "landed": "2023-09-27",
        "planned": {
            "flight": "soyuz-ms-22",
            "land": "2023-03-28",
            "known_on": "2022-09-26",
            "note": "assumed: half a year",
        },
        "extension_days": 183,
    }
    assert (len(ledger()["extensions"]), ledger()["stays_ended"]) == (4, 5)


def test_ships_types_and_ports() -> None:
    """Ship by ship, then summed up."""
    first, second = ledger()["ships"]
    assert (first["docked_days"], first["still_docked"], second["still_docked"]) == (
        213,
        False,
        True,
    )
    assert first["ports"][0] == {"port": "poisk-zenith", "from": "2023-02-26", "to": "2023-04-06"}
    assert ledger()["vehicle_types"][0] == {
        "vehicle_type": "soyuz-ms",
        "ships": 2,
        "docked_days": 1238,
        "longest": {"flight": "soyuz-ms-23", "days": 213},
    }
    assert ledger()["ports"][0] == {
        "port": "prichal-nadir",
        "ships": 1,
        "taken_days": 174,
        "days_there": 294,
    }


def test_slips() -> None:
    """What was left out, how sure the bounds are, the groups, and every slip."""
    document = slips()
    assert {key: document[key] for key in list(document)[:7]} == {
        "schema": "rotation.slips/1",
        "station": "iss",
        "launches_flown": 297,
        "stand_ins_left_out": 295,
        "not_flown_yet": 2,
        "sure": 0.9,
        "covers": 0.8,
    }
    assert document["slips"][12] == {
        "flight": "sts-116",
        "launcher": "shuttle",
        "vehicle_type": "shuttle",
        "known_on": "2019-02-15",
        "planned": "2019-10-08",
        "flown": "2023-02-24",
        "lead_days": 235,
        "lead_assumed": False,
        "slip_days": 1235,
    }
    assert [slip["lead_assumed"] for slip in document["slips"]].count(True) == 2


def test_groups_of_slips() -> None:
    """Null stands for all, for an open band, and for what too few flights cannot say."""
    groups = slips()["groups"]
    assert groups[3] == {
        "launcher": "soyuz",
        "vehicle_type": None,
        "lead_days": None,
        "flights": 12,
        "editions": 13,
        "least": 0,
        "most": 11,
        "median": 5.5,
        "median_within": [2, 9],
        "buffer_days": 11,
    }
    assert groups[2]["lead_days"] == {"least": 181, "most": None}
    assert (groups[2]["median_within"], groups[2]["buffer_days"]) == (None, None)


def test_equal_values_are_equal_texts() -> None:
    """And each ends in one line end."""
    assert ledger_text("iss", make_ledger()) == ledger_text("iss", make_ledger())
    assert slips_text("iss", make_slips()).endswith("}\n")
