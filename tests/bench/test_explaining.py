"""The bench of explanations: sums and table on made-up measurements; no time is asserted."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from scripts.bench import explaining
from scripts.bench.conflicts import Beside, Ours, World
from scripts.bench.explaining import Explanations
from scripts.bench.peers.asking import Told, told
from scripts.bench.relaxing import Relaxations, Relaxed, percentile

OURS = Ours((2.0, 1.0, 3.0), (4, 5), True)
DONE = Told("mus", 300.0, 1.0, 4.0, (4, 5, 6))
STOPPED = Told("quickxplain", 300.0, 1.0)
BESIDE = Beside("120 crewed: berth", "9 requirements", 2, OURS, (DONE, STOPPED), True)
RELAXED = [Relaxed(f"life {n}", 0.5, n / 100, True, "later") for n in range(1, 101)]
FOUND = Explanations(300.0, (BESIDE,), (), Relaxations(RELAXED, (("life 3", DONE),)))


def lines_of(found: Explanations) -> list[str]:
    """Write the table; runs of blanks become one."""
    return [" ".join(line.split()) for line in explaining.text_of(found).splitlines()]


# --- sums --------------------------------------------------------------------------------------


def test_ratio_is_to_the_peers_time_or_to_its_limit() -> None:
    """A peer that was stopped took longer than its limit, so the true ratio is smaller."""
    assert explaining.ratio(2.0, DONE) == 2 / 4
    assert explaining.ratio(3.0, STOPPED) == 3 / 300


@pytest.mark.parametrize(
    ("ours", "peer", "word"),
    [
        pytest.param(OURS, DONE, "kept", id="median-exactly-at-the-bound"),
        pytest.param(replace(OURS, seconds=(2.1,)), DONE, "over", id="over"),
        pytest.param(replace(OURS, is_proved=False), DONE, "over", id="not-proved"),
        pytest.param(OURS, STOPPED, "kept", id="peer-stopped"),
        pytest.param(replace(OURS, seconds=(200.0,)), STOPPED, "open", id="peer-stopped-too-soon"),
    ],
)
def test_bound_is_kept_by_a_proved_conflict_in_time(ours: Ours, peer: Told, word: str) -> None:
    """A peer stopped too soon leaves the question open."""
    assert explaining.verdict(replace(BESIDE, ours=ours), peer, 1 / 2) == word


@pytest.mark.parametrize(("size", "word"), [(3, "kept"), (4, "over")], ids=["as-large", "larger"])
def test_job_shop_is_lost_by_a_larger_conflict(size: int, word: str) -> None:
    """Where the size is not known beforehand, the peer's three members are the bound."""
    shop = replace(BESIDE, expected=None, ours=replace(OURS, members=tuple(range(size))))
    assert explaining.verdict(shop, DONE, 1.0) == word


@pytest.mark.parametrize(
    ("values", "part", "expected"),
    [
        pytest.param([5.0], 95, 5.0, id="one"),
        pytest.param([float(n) for n in range(1, 201)], 95, 190.0, id="190-of-200"),
        pytest.param([3.0, 1.0, 2.0], 95, 3.0, id="three"),
        pytest.param([3.0, 1.0, 2.0, 4.0], 50, 2.0, id="half"),
    ],
)
def test_percentile_is_a_value_that_was_measured(
    values: list[float], part: int, expected: float
) -> None:
    """So many per cent of the values are no larger."""
    assert percentile(values, part) == expected


def test_peers_lines_are_read() -> None:
    """Two lines: translated, found. Without the second it was stopped."""
    first = {"translating_s": 1.0, "cpmpy": "1.1.1", "ortools": "9.15.6755"}
    assert told("mus", 300.0, [first, {"seconds": 4.0, "members": [4, 5, 6]}]) == DONE
    assert told("quickxplain", 300.0, [first]) == STOPPED


# --- table -------------------------------------------------------------------------------------


def test_each_method_of_the_peer_has_its_line() -> None:
    """Ours with its spread, the peer's, the ratio, the bound, members of both."""
    lines = lines_of(FOUND)
    assert "120 crewed: berth: 9 requirements" in lines
    assert "mus 2.00 (1.00 to 3.00) 4.00 0.500 0.5 kept 2 to 3, known 2" in lines
    assert "quickxplain 2.00 (1.00 to 3.00) > 300 < 0.007 0.1 kept 2 to -, known 2" in lines


def test_conflict_that_is_none_is_told() -> None:
    """Speed does not excuse a wrong answer, of either side."""
    wrong = replace(FOUND, worlds=(replace(BESIDE, is_right=False),))
    assert any("WRONG" in line for line in lines_of(wrong))
    assert not any("WRONG" in line for line in lines_of(FOUND))


def test_relaxing_is_held_against_its_bound_at_the_percentile() -> None:
    """A hundred cases of 0.01 to 1.00 s: 0.95 s at 95 %."""
    lines = lines_of(FOUND)
    assert "Relaxing: 100 cases, 100 with a way out that is proved cheapest" in lines
    assert "from the conflict, s 0.51 0.95 1.00" in lines  # median 0.505
    assert "from the problem, s 1.00 1.45 1.50" in lines
    assert "CPMpy mcs, life 3, s 4.00 ours 0.03" in lines
    assert lines[-1] == "95 % from the conflict, <= 1 s: kept"


def test_table_fits_a_terminal_of_100_columns() -> None:
    """Slow runs of large worlds do not break lines."""
    name = World(1, 120, True, "more-ports").name
    slow = Ours((123.45, 100.0, 234.56), tuple(range(7)), True)
    size = "6,470 requirements, 133,904 variables, 304,386 constraints"
    wide = replace(BESIDE, name=name, size=size, ours=slow)
    assert max(map(len, explaining.text_of(replace(FOUND, worlds=(wide,))).splitlines())) <= 100


def test_document_holds_every_measurement() -> None:
    """The JSON is whole, so that two machines can be set side by side later."""
    document = json.loads(json.dumps(explaining.document_of(FOUND)))
    assert document["bounds"]["ratio"] == {"mus": 0.5, "quickxplain": 0.1}
    assert document["worlds"][0]["peers"][0]["members"] == [4, 5, 6]
    assert document["worlds"][0]["peers"][1]["seconds"] is None
    assert document["relaxations"]["cases"][99]["relaxing_s"] == 1.0
