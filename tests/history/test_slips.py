"""Launch slips: which editions count, how they are grouped, and what is left out."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import Event, EventFact, Facts, Status
from scheduler.history.editions import is_stand_in
from scheduler.history.slips import BANDS, Band, Slip, SlipGroup, launch_slips
from tests.history.worlds import STATION, day, planned, progress, shuttle, soyuz, world


def launch(flight: str, on: str, known_on: str, note: str = "") -> EventFact:
    """Publish a launch."""
    return planned(flight, Event.LAUNCH, on, known_on, note)


def flown(*plans: EventFact) -> Facts:
    """Make a world of four launches, with these plans for them and none of its own.

    Soyuz 1 flies on 1 March 2001, Soyuz 2 on 1 September, the Shuttle on 20 September and the
    Progress on 1 December.
    """
    facts = world(
        soyuz(1, "2001-03-01", "2001-09-10", "ann"),
        soyuz(2, "2001-09-01", "2002-03-10", "bob"),
        shuttle(1, "2001-09-20", "2001-09-30", "cid"),
        progress(1, "2001-12-01", "2002-02-01"),
    )
    return replace(facts, events=(*facts.events, *plans))


def told(facts: Facts) -> list[str]:
    """Write each group in short: provider, lead time, flights of editions, slips."""
    return [
        f"{group.launcher}/{group.vehicle_type}/{group.band and group.band.least_days}: "
        f"{len(group.slips)} of {group.editions}, {list(group.days)}"
        for group in launch_slips(facts, STATION).groups
    ]


def test_one_slip() -> None:
    """Known on 1 January for 22 February, 31 + 21 days ahead; flown 7 days later."""
    [slip] = launch_slips(flown(launch("soyuz-1", "2001-02-22", "2001-01-01")), STATION).slips
    assert slip == Slip(
        "soyuz-1", "soyuz", "soyuz-ms", day("2001-01-01"), day("2001-02-22"), day("2001-03-01")
    )
    assert (slip.lead_days, slip.days, slip.is_rough) == (52, 7, False)


def test_earlier_than_published_is_below_zero() -> None:
    """On 1 March instead of the 21st."""
    [slip] = launch_slips(flown(launch("soyuz-1", "2001-03-21", "2001-01-01")), STATION).slips
    assert slip.days == -20


def test_groups_by_provider_and_lead_time() -> None:
    """All first, then each launcher: where it has several types, whole, then type by type.

    Soyuz 1: 59 days ahead, 0 late. Soyuz 2: 92 days ahead (30 + 31 + 31), 31 late; then 5 days
    ahead, 1 late. The Shuttle: 50 days ahead, 19 late. The Progress: 61 days ahead, 0 late.
    """
    facts = flown(
        launch("soyuz-1", "2001-03-01", "2001-01-01"),
        launch("soyuz-2", "2001-08-01", "2001-05-01"),
        launch("soyuz-2", "2001-08-31", "2001-08-26"),
        launch("sts-1", "2001-09-01", "2001-07-13"),
        launch("progress-1", "2001-12-01", "2001-10-01"),
    )
    assert told(facts) == [
        "None/None/None: 4 of 5, [0, 0, 19, 31]",
        "None/None/0: 1 of 1, [1]",
        "None/None/31: 3 of 3, [0, 0, 19]",
        "None/None/91: 1 of 1, [31]",
        "shuttle/shuttle/None: 1 of 1, [19]",
        "shuttle/shuttle/31: 1 of 1, [19]",
        "soyuz/None/None: 3 of 4, [0, 0, 31]",
        "soyuz/None/0: 1 of 1, [1]",
        "soyuz/None/31: 2 of 2, [0, 0]",
        "soyuz/None/91: 1 of 1, [31]",
        "soyuz/progress-ms/None: 1 of 1, [0]",
        "soyuz/progress-ms/31: 1 of 1, [0]",
        "soyuz/soyuz-ms/None: 2 of 3, [0, 31]",
        "soyuz/soyuz-ms/0: 1 of 1, [1]",
        "soyuz/soyuz-ms/31: 1 of 1, [0]",
        "soyuz/soyuz-ms/91: 1 of 1, [31]",
    ]


def test_a_flight_counts_once_with_its_oldest_edition() -> None:
    """Two editions of one lead time are two rows and one flight: the first was 10 days off."""
    facts = flown(
        launch("soyuz-1", "2001-02-25", "2001-02-10"),
        launch("soyuz-1", "2001-02-19", "2001-02-01"),
    )
    assert told(facts)[1] == "None/None/0: 1 of 2, [10]"


def test_the_edges_of_lead_times() -> None:
    """30 days are in the first band and 31 in the second; there is no gap and no end."""
    assert BANDS[0].holds(0)
    assert BANDS[0].holds(30)
    assert not BANDS[0].holds(31)
    assert all(sum(band.holds(days) for band in BANDS) == 1 for days in range(1000))


def test_an_edition_for_a_day_that_has_passed() -> None:
    """Known on 20 February for the 19th, it has the shortest lead time."""
    facts = flown(launch("soyuz-1", "2001-02-19", "2001-02-20"))
    assert told(facts)[1] == "None/None/0: 1 of 1, [10]"


def test_stand_ins_are_left_out_and_counted() -> None:
    """Neither a flown day in the place of a plan, nor one in a month that was published."""
    facts = flown(
        launch("soyuz-1", "2001-03-01", "2000-03-01", "assumed: the flown day stands in for it"),
        launch("soyuz-2", "2001-09-01", "2001-05-01", "early September: assumed the flown day"),
        launch("soyuz-2", "2001-09-02", "2001-08-01", "flown a day early"),
    )
    found = launch_slips(facts, STATION)
    assert [slip.days for slip in found.slips] == [-1]
    assert (found.stand_ins, found.flown, found.waiting) == (2, 4, 0)


def test_only_plans_are_stand_ins() -> None:
    """What happened is no plan, whatever its note says."""
    row = launch("soyuz-1", "2001-03-01", "2000-03-01", "assumed: the flown day stands in")
    assert is_stand_in(row)
    assert not is_stand_in(replace(row, status=Status.ACTUAL))


def test_what_was_known_too_late_says_nothing() -> None:
    """An edition of the launch day itself is no forecast."""
    facts = flown(launch("soyuz-1", "2001-03-02", "2001-03-01"))
    assert launch_slips(facts, STATION).slips == ()
    assert launch_slips(facts, STATION).groups == ()


def test_a_plan_withdrawn_later_was_published() -> None:
    """The withdrawal itself is none; the plan counts with the day on which the ship flew."""
    facts = flown(
        launch("soyuz-1", "2001-02-01", "2001-01-01"),
        planned("soyuz-1", Event.LAUNCH, "2001-02-01", "2001-01-20", withdrawn=True),
    )
    assert [slip.days for slip in launch_slips(facts, STATION).slips] == [28]


def test_ships_that_have_not_flown_are_counted() -> None:
    """Nothing is known of their slip."""
    facts = flown()
    waiting = launch("soyuz-9", "2003-01-01", "2002-01-01")
    found = launch_slips(replace(facts, events=(*facts.events, waiting)), STATION)
    assert (found.waiting, found.slips) == (1, ())


def test_lead_times_that_rest_on_an_assumption() -> None:
    """The row says that the day on which it became known is assumed."""
    note = "by September; the day on which it became known is assumed"
    [slip] = launch_slips(flown(launch("soyuz-1", "2001-02-22", "2001-01-01", note)), STATION).slips
    assert slip.is_rough


def test_what_a_group_says() -> None:
    """Of 0, 1, 2, 3 and 20 the median is 2, within 0 and 20; eleven would make a buffer."""

    def group(*days: int) -> SlipGroup:
        slips = tuple(
            Slip(str(n), "soyuz", "soyuz-ms", day("2000-01-01"), day("2001-01-01"), on)
            for n, on in enumerate(day("2001-01-01").replace(day=1 + late) for late in days)
        )
        return SlipGroup("soyuz", None, Band(0, 30), len(days), slips)

    five = group(20, 3, 0, 2, 1)
    assert (five.median_days, five.interval_days, five.buffer_days) == (2.0, (0, 20), None)
    assert (group(1, 2).median_days, group(1, 2).interval_days) == (1.5, None)
    assert group(*range(11)).buffer_days == 10
