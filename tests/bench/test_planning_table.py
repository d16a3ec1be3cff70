"""The table of the planning bench: what is measured, what is open, who leads."""

from __future__ import annotations

import json
import sys

import pytest

from scheduler.domain import Plan
from scripts.bench import planning
from scripts.bench.planning_peers.decoding import scores_of
from scripts.bench.planning_peers.running import (
    OURS,
    PEERS,
    Measured,
    Peer,
    integral,
    open_at,
    run_ours,
    run_peer,
    summed,
)
from tests.bench.troubled_worlds import best, calm, late, sick

[BY_PART] = [peer for peer in PEERS if peer.options.get("by_part")]
LIMIT_S = 120.0


def test_ours_tells_when_each_part_was_proved() -> None:
    """In a process of its own, and judged as the peers are."""
    problem = sick()
    measured = run_ours(problem, LIMIT_S)
    assert measured.verdict == "clean"
    assert measured.scores == best(problem)[1]
    assert len(measured.proved) == measured.parts
    assert measured.proof_s == max(measured.proved.values())


def test_open_share_and_its_area_by_hand() -> None:
    """A plan after 2 s, half of two parts proved after 4 s, all after 6 s, of 10 s."""
    proved = {"a": 4.0, "b": 6.0}
    assert [open_at(at, 2.0, proved, 2) for at in (1, 3, 4, 5, 6)] == [1, 1, 0.5, 0.5, 0]
    assert integral(10.0, 2.0, proved, 2) == 5.0
    assert integral(10.0, None, {}, 2) == 10.0


def lines_of(*stages_at: float) -> list[dict[str, object]]:
    """Tell one part of a goal after the other as proved."""
    names = list(scores_of(calm(), Plan()))
    shares = [names[: len(names) // 2], names[len(names) // 2 :]]
    told = zip(stages_at, shares, strict=False)
    return [
        {"told": "built", "seconds": 1.0},
        *({"told": "stage", "at_s": at, "parts": parts} for at, parts in told),
        {"told": "end", "at_s": 9.0, "status": "optimal" if len(stages_at) > 1 else "feasible"},
    ]


def test_proof_counts_only_when_all_is_proved() -> None:
    """Half the parts are no proof."""
    half, whole = (summed(OURS, calm(), 10.0, lines_of(*at), None) for at in ((2.0,), (2.0, 3.0)))
    assert (half.proof_s, whole.proof_s) == (None, 3.0)
    assert half.open_after == {"1": 1.0, "10": 0.5}
    assert summed(OURS, calm(), 10.0, [], None).status == "ended while still building"


def test_proof_that_there_is_no_plan_is_a_proof() -> None:
    """Nothing is open any more, though there never was a plan."""
    lines = [{"told": "end", "at_s": 4.0, "status": "infeasible"}]
    none = summed(OURS, calm(), 10.0, lines, None)
    assert (none.first_plan_s, none.proof_s, none.open_integral) == (None, 4.0, 4.0)


@pytest.mark.slow
def test_peer_that_wants_too_much_memory_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes nothing from others on the machine, and the bench goes on."""
    hog = "bytearray(64 << 30)"
    told = "from scripts.bench.planning_peers.staging import hold_memory; hold_memory(); "
    monkeypatch.setattr(Peer, "command", lambda *_: [sys.executable, "-c", told + hog])
    measured = run_peer(BY_PART, calm(), 5.0)
    assert "GB of memory" in measured.status
    assert measured.proof_s is None


def case_of(ours_s: float | None, *peers_s: float | None) -> planning.Case:
    """Make a case of bare proof times."""
    sides = [
        planning.Side(name, False, [Measured(name, 60.0, "optimal", proof_s=seconds)])
        for name, seconds in zip(("ours", "a", "b"), (ours_s, *peers_s), strict=False)
    ]
    return planning.Case("a case", 10, 2, 3, 60.0, sides)


def test_lead_is_over_the_best_peer() -> None:
    """The best peer counts; where none came to an end, the limit bounds it from below."""
    assert case_of(0.5, 4.0, 2.0).lead == (4.0, False)
    assert case_of(0.5, None, 2.0).lead == (4.0, False)
    assert case_of(0.5, None, None).lead == (120.0, True)
    assert case_of(None, 2.0).lead is None
    assert "5 asked: over" in planning.bounds(case_of(0.5, 2.0))
    assert (
        "at least 120.0 times faster than the best peer to proof, 5 asked: kept"
        in planning.bounds(case_of(0.5, None))
    )


def test_proved_difference_is_told() -> None:
    """Two proofs of two values cannot both be right."""
    told = {"proved": {"seats:G4": 1.0}, "proof_s": 1.0}
    ours, peer = (
        Measured(name, 60.0, "optimal", scores={"seats:G4": value}, **told)  # type: ignore[arg-type]
        for name, value in (("ours", 2), ("a", 1))
    )
    sides = [planning.Side(one.solver, False, [one]) for one in (ours, peer)]
    [line] = planning.differing(planning.Case("a case", 10, 2, 3, 60.0, sides))
    assert "DIFFERS" in line
    assert "seats:G4 1" in line


@pytest.mark.slow
def test_table_and_document_tell_a_case() -> None:
    """One row a solver, and all of it for machines."""
    asked = planning.Asked((planning.Named("late", late),), (BY_PART,), 20.0)
    plans = planning.measure(asked, 1)
    text = planning.text_of(plans)
    assert "late: 80 days, 3 flights, 10 people" in text
    assert text.count("16/16") == 2
    assert "DIFFERS" not in text
    assert json.loads(json.dumps(planning.document_of(plans)))["cases"][0]["name"] == "late"
