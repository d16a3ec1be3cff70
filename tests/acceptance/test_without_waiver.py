"""Point 6 of the issue: the leak when nobody signs for a longer flight of MS-23."""

from __future__ import annotations

import pytest

from tests.acceptance.planned import LEAK, Planned, Week
from tests.command import rotation_process

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def strict(week: Week) -> Planned:
    """Give the plan within the certified days."""
    return week.planned("ms-22-leak-no-waiver")


def test_the_two_files_differ_by_the_waiver_alone(strict: Planned, week: Week) -> None:
    """What follows is the price of the waiver and of nothing else."""
    leak = week.planned(LEAK).what_if.read_text("utf-8").split("changes:\n")[1]
    assert leak.startswith(strict.what_if.read_text("utf-8").split("changes:\n")[1])
    assert leak.count("- change:") == 4
    assert "change: waiver" in leak
    assert "change: waiver" not in strict.what_if.read_text("utf-8")


def test_ms_23_lands_within_its_life(strict: Planned) -> None:
    """210 days after 20 Feb is 18 Sep: 8+31+30+31+30+31+31 = 192 to the end of August, and 18."""
    ship = strict.flight("soyuz-ms-23")
    assert (ship["launch"], ship["land"]) == ("2023-02-20", "2023-09-18")
    assert ship["life"] == {"used_days": 210, "limit_days": 210, "margin_days": 0}
    assert strict.document["waivers"] == []


def test_the_goals_prove_a_shorter_handover(strict: Planned) -> None:
    """``change`` ranks first: MS-24 stays on 15 Sep, 3 days overlap, 4 short of the wished 7."""
    assert strict.answer.status == 0
    assert strict.document["verdict"] == "optimal"
    assert all(goal["proved"] for goal in strict.document["goals"])
    assert strict.flight("soyuz-ms-24")["launch"] == "2023-09-15"
    handover = strict.handover("soyuz-ms-24")
    assert (handover["kind"], handover["overlap_days"]) == ("direct", 3)
    assert strict.goal("handover") == {"gap_days": 0, "short_days": 4}


def test_the_missing_waiver_moves_nine_days(strict: Planned) -> None:
    """MS-23 leaves on 18 instead of 27 Sep: 9 days more moved, 9 less of extension."""
    assert strict.goal("change")["days"] == 24 + 9
    assert strict.goal("extension") == {"longest": 183 - 9, "total": 3 * (183 - 9)}


def test_the_document_offers_the_waiver(strict: Planned) -> None:
    """Nine days more, to be given by the certification body, would make a better plan."""
    [offer] = strict.document["relaxations"]
    assert offer["verdict_after"] == "optimal"
    assert offer["waivers"] == [
        {
            "rule": "VL-1",
            "subject": "soyuz-ms-23",
            "by": 9,
            "unit": "days",
            "class": "C",
            "authority": "the certification body",
        }
    ]


def test_one_sentence_says_what_the_missing_waiver_costs(strict: Planned) -> None:
    """The report names rule, ship and days, what is lost without it and what is won."""
    answer = rotation_process("plan", strict.what_if, "--no-save")
    told = " ".join(answer.out.split())
    assert (
        "Soyuz MS-23 lands on the last of its 210 certified days. The missing waiver of VL-1 by "
        "9 days costs 33 days moved instead of 24 and 4 days short of the wished handover instead "
        "of 0. In return there are 174 days in the longest extension instead of 183, 522 days in "
        "all extensions instead of 549 and 14 days short of the wished life margins instead of 23."
    ) in told


def test_a_kept_run_still_names_the_waiver(strict: Planned) -> None:
    """A document keeps the days and who could grant them, not the words."""
    told = " ".join(strict.text.split())
    assert "VL-1 for Soyuz MS-23 by 9 days (certification, the certification body): then" in told
    assert told.endswith("then there is a better plan.")


def test_a_plan_that_has_the_waiver_is_offered_none(week: Week) -> None:
    """With a day to spare nothing is to be gained."""
    assert week.planned(LEAK).document["relaxations"] == []
