"""Faults in the dates, ports and crews of ships."""

from __future__ import annotations

from tests.acceptance.lookups import flight, leaves, seat, stay
from tests.acceptance.planned import Json


def two_ships_on_a_port(run: Json) -> None:
    """MS-24 comes to Prichal, where MS-23 stands until 27 September."""
    flight(run, "soyuz-ms-24")["ports"][0]["port"] = "prichal-nadir"


def no_gap_at_a_port(run: Json) -> None:
    """CRS-28 comes to Harmony zenith on the day on which Ax-2 leaves it."""
    ship = flight(run, "crs-28")
    ship.update(launch="2023-05-29", dock="2023-05-30")
    ship["ports"][0]["from"] = "2023-05-30"


def day_past_life(run: Json) -> None:
    """MS-23 lands 221 days after its launch, a day beyond its waiver."""
    leaves(run, "soyuz-ms-23", "2023-09-29", "2023-09-29")
    flight(run, "soyuz-ms-23")["life"].update(used_days=221, margin_days=-1)


def port_of_another_system(run: Json) -> None:
    """Dock a Soyuz at Harmony."""
    flight(run, "soyuz-ms-24")["ports"][0]["port"] = "harmony-forward"


def port_that_is_none(run: Json) -> None:
    """Dock a Soyuz at a port that the station does not have."""
    flight(run, "soyuz-ms-24")["ports"][0]["port"] = "poisk-nadir"


def hole_between_port_stays(run: Json) -> None:
    """Crew-6 leaves one port on 6 May and is at the next from the 8th."""
    flight(run, "crew-6")["ports"][1]["from"] = "2023-05-08"


def port_left_early(run: Json) -> None:
    """MS-24 is at its port up to a week before it undocks."""
    flight(run, "soyuz-ms-24")["ports"][0]["to"] = "2024-03-30"


def two_relocations(run: Json) -> None:
    """MS-23 goes to Poisk and comes back; one relocation is allowed."""
    ship = flight(run, "soyuz-ms-23")
    ship["ports"] = [
        {"port": "prichal-nadir", "from": "2023-02-20", "to": "2023-03-20"},
        {"port": "poisk-zenith", "from": "2023-03-20", "to": "2023-04-06"},
        {"port": "prichal-nadir", "from": "2023-04-06", "to": "2023-09-27"},
    ]


def two_events_on_a_day(run: Json) -> None:
    """MS-22 leaves on the day on which Crew-5 does."""
    leaves(run, "soyuz-ms-22", "2023-03-11", "2023-03-11")


def pad_without_turnaround(run: Json) -> None:
    """Progress MS-24 launches from the pad of MS-24 five days before it; 11 are needed."""
    ship = flight(run, "progress-ms-24")
    ship.update(launch="2023-09-10", dock="2023-09-12")
    ship["ports"][0]["from"] = "2023-09-12"


def launch_before_the_ship_is_ready(run: Json) -> None:
    """MS-23 launches a day before the earliest day that the what-if gives."""
    ship = flight(run, "soyuz-ms-23")
    ship.update(launch="2023-02-19", dock="2023-02-19")
    ship["ports"][0]["from"] = "2023-02-19"


def launch_before_the_published_day(run: Json) -> None:
    """Crew-7 launches a day before its published day, with nothing said of its readiness."""
    ship = flight(run, "crew-7")
    ship.update(launch="2023-08-25", dock="2023-08-26")
    ship["ports"][0]["from"] = "2023-08-26"


def docking_late_after_launch(run: Json) -> None:
    """Crew-6 takes two days to the station; its flight takes one."""
    ship = flight(run, "crew-6")
    ship["dock"] = ship["ports"][0]["from"] = "2023-03-04"


def landing_late_after_undocking(run: Json) -> None:
    """Crew-5 lands two days after it left; its way home takes one."""
    flight(run, "crew-5")["land"] = "2023-03-13"


def crews_in_another_order(run: Json) -> None:
    """Fly the crew of MS-24 in it, and let the one that lost its ship wait longer."""
    first, second = flight(run, "soyuz-ms-24"), flight(run, "soyuz-ms-25")
    for key in ("crew_up", "crew_down"):
        first[key], second[key] = second[key], first[key]
    for person in (*first["crew_up"], *second["crew_up"]):
        row = stay(run, person)
        to = first if person in first["crew_up"] else second
        row.update({"up": to["flight"], "down": to["flight"], "from": to["dock"]})
        row["to"] = to["undock"]


def crew_on_two_ships(run: Json) -> None:
    """Send the crew of MS-24 up in MS-23, too."""
    flight(run, "soyuz-ms-23")["crew_up"] = ["chub", "kononenko", "ohara"]


def crew_of_another_line(run: Json) -> None:
    """Let the crews of Crew-7 and MS-24 take one another's ships."""
    dragon, soyuz = flight(run, "crew-7"), flight(run, "soyuz-ms-24")
    dragon["crew_up"], soyuz["crew_up"] = soyuz["crew_up"], dragon["crew_up"]


def crew_is_split(run: Json) -> None:
    """O'Hara does not fly with her crew."""
    for key in ("crew_up", "crew_down"):
        flight(run, "soyuz-ms-24")[key].remove("ohara")
    run["stays"].remove(stay(run, "ohara"))
    run["seats"].remove(seat(run, "ohara", "soyuz-ms-24"))


def four_in_a_soyuz(run: Json) -> None:
    """Ovchinin goes up in MS-24 as the fourth of three."""
    flight(run, "soyuz-ms-24")["crew_up"].append("ovchinin")


def crewed_ship_goes_up_empty(run: Json) -> None:
    """Crew-7 flies with nobody, which nobody has allowed."""
    flight(run, "crew-7")["crew_up"] = []


def crowd_for_too_long(run: Json) -> None:
    """Crew-5 stays up to 20 March: eleven are aboard for 17 days, 14 are allowed."""
    leaves(run, "crew-5", "2023-03-20", "2023-03-21")


def days_of_somebody_who_waits(run: Json) -> None:
    """Ovchinin, who waits for MS-25, is told to fly for another number of days."""
    stay(run, "ovchinin")["days"] = 266


def visit_too_short(run: Json) -> None:
    """Bring the visitors of Ax-2 home after 5 days; 7 are the least."""
    leaves(run, "ax-2", "2023-05-25", "2023-05-26")


def past_docking_moved(run: Json) -> None:
    """MS-22 is told to have docked a day later than it did."""
    ship = flight(run, "soyuz-ms-22")
    ship["dock"] = ship["ports"][0]["from"] = "2022-09-22"


def past_launch_moved(run: Json) -> None:
    """MS-22 is told to have been launched a day earlier than it was."""
    flight(run, "soyuz-ms-22")["launch"] = "2022-09-20"


def past_port_moved(run: Json) -> None:
    """MS-22 is told to stand at Prichal."""
    flight(run, "soyuz-ms-22")["ports"][0]["port"] = "prichal-nadir"


def past_crew_changed(run: Json) -> None:
    """Somebody else is told to have come up in MS-22."""
    flight(run, "soyuz-ms-22")["crew_up"] = ["chub", "petelin", "prokopyev"]


def past_relocation_made_up(run: Json) -> None:
    """NG-18 is told to have been moved in December."""
    ship = flight(run, "ng-18")
    ship["ports"] = [
        {"port": "harmony-nadir", "from": "2022-11-09", "to": "2022-12-20"},
        {"port": "unity-nadir", "from": "2022-12-20", "to": "2023-04-21"},
    ]


def flight_left_out(run: Json) -> None:
    """Nothing is said of Progress MS-22."""
    run["flights"].remove(flight(run, "progress-ms-22"))


def flight_nobody_knows(run: Json) -> None:
    """Fly a ship that is in no fact."""
    run["flights"].append({**flight(run, "progress-ms-25"), "flight": "progress-ms-99"})


def type_of_ship_changed(run: Json) -> None:
    """Progress MS-22 is told to be a Soyuz."""
    flight(run, "progress-ms-22")["vehicle_type"] = "soyuz-ms"


def hull_changed(run: Json) -> None:
    """Crew-6 is told to fly in the hull of Ax-2."""
    flight(run, "crew-6")["hull"] = "Freedom"


def docked_ship_told_as_planned(run: Json) -> None:
    """MS-22 is told to launch in the horizon."""
    flight(run, "soyuz-ms-22")["status"] = "planned"


def ship_cancelled_by_nobody(run: Json) -> None:
    """Progress MS-23 is told to be cancelled."""
    ship = flight(run, "progress-ms-23")
    ship.update(status="cancelled", ports=[], life=None)


def ship_flies_without_a_port(run: Json) -> None:
    """MS-24 docks nowhere."""
    flight(run, "soyuz-ms-24")["ports"] = []


def ship_flies_without_a_day(run: Json) -> None:
    """MS-24 has no day of landing."""
    flight(run, "soyuz-ms-24")["land"] = None


def waiting_ship_takes_another_crew(run: Json) -> None:
    """Let another crew wait for MS-25."""
    flight(run, "soyuz-ms-25")["crew_up"] = ["chub", "kononenko", "ohara"]


def waiting_ship_brings_down_others(run: Json) -> None:
    """MS-25 is told to bring down somebody who does not go up in it."""
    flight(run, "soyuz-ms-25")["crew_down"][1] = "bowen"


def waiting_ship_moved(run: Json) -> None:
    """MS-25 is told to launch a month earlier, beyond what was asked."""
    flight(run, "soyuz-ms-25")["launch"] = "2024-02-23"


def waiting_ship_changes_nothing(run: Json) -> None:
    """MS-25 takes another crew than its own and does not say so."""
    flight(run, "soyuz-ms-25")["changed"] = []


def waiting_ship_is_published_otherwise(run: Json) -> None:
    """MS-25 is told to have been published for another day."""
    flight(run, "soyuz-ms-25")["published"]["launch"] = "2024-01-23"
