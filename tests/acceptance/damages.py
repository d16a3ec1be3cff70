"""Faults to plant in the run document of the leak: one function, one fault, by its name.

Each is listed with the reference under which the checker must find it, worked out from
domain_rules and design.md before the checker was asked.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.acceptance import damaged_people as people
from tests.acceptance import damaged_ships as ships
from tests.acceptance import damaged_told as told
from tests.acceptance.planned import Json

Damage = Callable[[Json], None]

EXPECTED: dict[str, tuple[Damage, ...]] = {
    "LB-1": (
        people.seat_in_a_ship_that_left,
        people.seat_in_a_ship_that_is_not_there_yet,
        people.two_seats_at_once,
        people.day_without_a_seat_row,
        people.seat_on_the_ground,
        people.missing_seat_is_hushed_up,
        people.improvised_place_is_called_a_seat,
        people.emergency_seat_is_called_improvised,
        people.good_seat_is_called_unfitted,
        told.finding_hushed_up,
        told.finding_shortened,
        told.finding_made_up,
    ),
    "LB-2": (
        people.ship_leaves_before_its_seats_have_moved,
        people.dragon_leaves_with_the_improvised_place,
        people.somebody_is_left_behind,
        people.somebody_leaves_a_day_before_their_ship,
        people.somebody_to_come_is_missing,
    ),
    "LB-3": (people.seat_moves_before_the_liner, people.place_is_ready_at_once),
    "LB-4": (people.six_in_the_dragon,),
    "LB-5": (people.three_in_the_damaged_ship, people.landing_in_the_damaged_ship),
    "VL-1": (
        ships.day_past_life,
        told.life_margin_wrong,
        told.life_used_wrong,
        told.waiver_told_as_not_needed,
        told.waiver_hushed_up,
        told.waiver_used_less,
        told.waiver_told_twice,
        told.waiver_of_nobody,
    ),
    "VL-3": (ships.landing_late_after_undocking,),
    "PT-1": (ships.two_ships_on_a_port, ships.no_gap_at_a_port),
    "PT-2": (
        ships.port_of_another_system,
        ships.port_that_is_none,
        ships.hole_between_port_stays,
        ships.port_left_early,
        ships.ship_flies_without_a_port,
    ),
    "PT-3": (ships.two_relocations,),
    "TR-1": (ships.two_events_on_a_day,),
    "TR-3": (ships.docking_late_after_launch,),
    "TR-7": (ships.pad_without_turnaround,),
    "HO-1": (
        told.handover_miscounted,
        told.handover_flipped,
        told.handover_left_out,
        told.handover_of_another_line,
        told.handover_told_twice,
        told.handover_of_one_day,
    ),
    "HO-3": (told.head_count_miscounted, told.head_count_with_a_hole, ships.crowd_for_too_long),
    "HO-4": (told.segments_miscounted,),
    "CR-1": (told.days_miscounted, ships.days_of_somebody_who_waits, ships.visit_too_short),
    "CR-2": (
        told.extension_miscounted,
        told.extension_of_somebody_to_come,
        told.planned_landing_changed,
    ),
    "CT-2": (
        ships.crews_in_another_order,
        ships.crew_on_two_ships,
        ships.crew_of_another_line,
        ships.crew_is_split,
        ships.crewed_ship_goes_up_empty,
        told.stay_begins_late,
        ships.waiting_ship_takes_another_crew,
        ships.waiting_ship_brings_down_others,
    ),
    "CT-3": (
        people.two_stays_at_once,
        people.two_swap_ships_of_different_seats,
        people.five_land_in_a_dragon,
        people.somebody_aboard_is_missing,
        ships.four_in_a_soyuz,
    ),
    "readiness": (ships.launch_before_the_published_day,),
    "what-if": (ships.launch_before_the_ship_is_ready,),
    "facts": (
        ships.past_docking_moved,
        ships.past_launch_moved,
        ships.past_port_moved,
        ships.past_crew_changed,
        ships.past_relocation_made_up,
        told.stay_under_way_begins_late,
        people.somebody_nobody_knows,
        people.seat_of_somebody_nobody_knows,
        told.changes_left_out,
        told.changes_made_up,
        told.published_day_wrong,
        ships.flight_left_out,
        ships.flight_nobody_knows,
        ships.type_of_ship_changed,
        ships.hull_changed,
        ships.docked_ship_told_as_planned,
        ships.ship_cancelled_by_nobody,
        ships.ship_flies_without_a_day,
        ships.waiting_ship_is_published_otherwise,
        ships.waiting_ship_moved,
        ships.waiting_ship_changes_nothing,
        told.another_horizon,
        told.another_morning,
    ),
    "goals": (
        told.goal_embellished,
        told.goal_of_days_changed,
        told.bound_apart,
        told.part_told_twice,
        told.goal_left_out,
        told.goals_in_another_order,
        told.optimal_without_proof,
        told.part_without_proof,
        told.proved_but_only_feasible,
        told.infeasible_with_a_plan,
    ),
}
DAMAGES = {damage.__name__: (ref, damage) for ref, many in EXPECTED.items() for damage in many}
