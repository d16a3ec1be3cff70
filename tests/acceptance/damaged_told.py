"""Faults in what the plan says of itself: counts, findings, goals, verdict."""

from __future__ import annotations

from tests.acceptance.lookups import flight, handover, leaves, part, stay
from tests.acceptance.planned import Json


def handover_miscounted(run: Json) -> None:
    """MS-23 and MS-24 are told to overlap by 13 days."""
    handover(run, "soyuz-ms-24")["overlap_days"] = 13


def handover_flipped(run: Json) -> None:
    """Tell the direct handover as a gap."""
    row = handover(run, "soyuz-ms-24")
    row["kind"], row["gap_days"] = "indirect", row.pop("overlap_days")


def handover_left_out(run: Json) -> None:
    """Nothing is said of the handover between the Soyuz crews."""
    run["handovers"].remove(handover(run, "soyuz-ms-24"))


def handover_of_another_line(run: Json) -> None:
    """Tell the handover between the Soyuz crews of the Dragons."""
    handover(run, "soyuz-ms-24")["line"] = "dragon"


def handover_told_twice(run: Json) -> None:
    """Tell the handover between the Soyuz crews twice."""
    run["handovers"].append(dict(handover(run, "soyuz-ms-24")))


def handover_of_one_day(run: Json) -> None:
    """MS-23 leaves on 16 September, a day after MS-24 docked; two are needed."""
    leaves(run, "soyuz-ms-23", "2023-09-16", "2023-09-16")
    handover(run, "soyuz-ms-24")["overlap_days"] = 1


def extension_miscounted(run: Json) -> None:
    """Rubio's extension is told a day short."""
    stay(run, "rubio")["extension_days"] = 182


def extension_of_somebody_to_come(run: Json) -> None:
    """Chub, who is not aboard yet, is told to be extended."""
    stay(run, "chub")["extension_days"] = 0


def days_miscounted(run: Json) -> None:
    """Rubio's days are told one short."""
    stay(run, "rubio")["days"] = 370


def planned_landing_changed(run: Json) -> None:
    """Rubio's published landing is told a month late, and the extension to match."""
    stay(run, "rubio").update(planned_to="2023-04-28", extension_days=152)


def stay_begins_late(run: Json) -> None:
    """Chub comes aboard the day after his ship has docked."""
    stay(run, "chub")["from"] = "2023-09-16"


def stay_under_way_begins_late(run: Json) -> None:
    """Rubio is told to have come aboard a day after his ship."""
    stay(run, "rubio")["from"] = "2022-09-22"


def head_count_miscounted(run: Json) -> None:
    """Eight are told aboard where seven are."""
    run["aboard"][0]["people"] = 8


def segments_miscounted(run: Json) -> None:
    """One of the Russian segment is counted to the other."""
    run["aboard"][0]["by_segment"] = {"RS": 2, "USOS": 5}


def head_count_with_a_hole(run: Json) -> None:
    """Nothing is said of how many are aboard in the summer."""
    del run["aboard"][4]


def life_margin_wrong(run: Json) -> None:
    """MS-23 is told with 11 days to spare, not with 1."""
    flight(run, "soyuz-ms-23")["life"]["margin_days"] = 11


def life_used_wrong(run: Json) -> None:
    """MS-23 is told to be used for 209 days, not for 219."""
    flight(run, "soyuz-ms-23")["life"].update(used_days=209, margin_days=11)


def changes_left_out(run: Json) -> None:
    """Keep silent that MS-23 launches on another day."""
    flight(run, "soyuz-ms-23")["changed"].remove("launch")


def changes_made_up(run: Json) -> None:
    """MS-24 is told to leave on another day than published."""
    flight(run, "soyuz-ms-24")["changed"].append("undock")


def published_day_wrong(run: Json) -> None:
    """MS-23 is told to have been published for the day on which it flies."""
    flight(run, "soyuz-ms-23")["published"]["launch"] = "2023-02-20"


def waiver_told_as_not_needed(run: Json) -> None:
    """Deny that the plan leans on the waiver."""
    run["waivers"][0]["needed"] = False


def waiver_hushed_up(run: Json) -> None:
    """Keep silent on the waiver that the plan leans on."""
    run["waivers"] = []


def waiver_used_less(run: Json) -> None:
    """Tell the waiver with 212 days used, not with 219."""
    run["waivers"][0]["used"] = 212


def waiver_told_twice(run: Json) -> None:
    """Name the same waiver twice."""
    run["waivers"].append(dict(run["waivers"][0]))


def waiver_of_nobody(run: Json) -> None:
    """Name a waiver that the what-if does not give."""
    run["waivers"].append({**run["waivers"][0], "subject": "crew-5"})


def finding_hushed_up(run: Json) -> None:
    """Make no finding of the days without a seat."""
    run["findings"] = []


def finding_shortened(run: Json) -> None:
    """Tell of one day without a seat, not of two."""
    run["findings"][0]["to"] = "2023-01-12"


def finding_made_up(run: Json) -> None:
    """Accuse the plan of days without a seat that Petelin does not have."""
    run["findings"].append({**run["findings"][0], "subject": "petelin"})


def goal_embellished(run: Json) -> None:
    """Two person-days without a seat are told as one."""
    part(run, "seats", "G4").update(value=1, bound=1)


def goal_of_days_changed(run: Json) -> None:
    """Tell the days moved as 23, not as 24."""
    part(run, "change", "days").update(value=23, bound=23)


def bound_apart(run: Json) -> None:
    """Tell a part as proved whose bound is another number."""
    part(run, "extension", "total")["bound"] = 500


def part_told_twice(run: Json) -> None:
    """Put a part of a goal there twice."""
    run["goals"][0]["parts"].append(dict(part(run, "seats", "G1")))


def goal_left_out(run: Json) -> None:
    """Nothing is said of the margins."""
    run["goals"] = [goal for goal in run["goals"] if goal["goal"] != "margin"]


def goals_in_another_order(run: Json) -> None:
    """Tell the goals in another order than the one asked for."""
    run["goals"][2], run["goals"][3] = run["goals"][3], run["goals"][2]


def optimal_without_proof(run: Json) -> None:
    """Tell one goal as not proved below a verdict of optimal."""
    run["goals"][4]["proved"] = False


def part_without_proof(run: Json) -> None:
    """Tell a goal as proved, one of whose parts is not."""
    run["goals"][4]["parts"][0]["proved"] = False


def proved_but_only_feasible(run: Json) -> None:
    """Say that time ran out, though every goal is proved."""
    run["verdict"] = "feasible"


def infeasible_with_a_plan(run: Json) -> None:
    """Deny the plan by the verdict that stands above it."""
    run["verdict"] = "infeasible"


def another_horizon(run: Json) -> None:
    """End the run a month earlier than the what-if does."""
    run["until"] = "2023-11-30"


def another_morning(run: Json) -> None:
    """Let the run know what was known two days later."""
    run["as_of"] = "2023-01-13"
