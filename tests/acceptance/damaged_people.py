"""Faults in who sits where and who flies with whom."""

from __future__ import annotations

from tests.acceptance.lookups import flight, leaves, seat, stay
from tests.acceptance.planned import Json


def seat_in_a_ship_that_left(run: Json) -> None:
    """Bowen holds a seat in Crew-5's Dragon, which left in March."""
    seat(run, "bowen", "crew-6")["flight"] = "crew-5"


def seat_in_a_ship_that_is_not_there_yet(run: Json) -> None:
    """Petelin holds a seat in MS-23 before it was launched."""
    seat(run, "petelin", "soyuz-ms-22")["flight"] = "soyuz-ms-23"


def two_seats_at_once(run: Json) -> None:
    """Rubio keeps a seat in MS-22 beside the place in the Dragon."""
    row = seat(run, "rubio", "crew-5")
    run["seats"].append({**row, "flight": "soyuz-ms-22", "grade": "G3"})


def day_without_a_seat_row(run: Json) -> None:
    """Petelin's new seat begins a day after the old one has ended."""
    seat(run, "petelin", "soyuz-ms-23")["from"] = "2023-02-25"


def seat_on_the_ground(run: Json) -> None:
    """Bowen holds a seat on the day before he comes."""
    seat(run, "bowen", "crew-6")["from"] = "2023-03-02"


def missing_seat_is_hushed_up(run: Json) -> None:
    """Leave out the days on which Rubio has no seat."""
    run["seats"].remove(seat(run, "rubio", None))


def improvised_place_is_called_a_seat(run: Json) -> None:
    """Rubio's straps are told as a certified seat."""
    seat(run, "rubio", "crew-5")["grade"] = "G0"


def emergency_seat_is_called_improvised(run: Json) -> None:
    """Petelin's seat in the damaged ship is told as a better one."""
    seat(run, "petelin", "soyuz-ms-22")["grade"] = "G2"


def good_seat_is_called_unfitted(run: Json) -> None:
    """Tell a moved liner as a seat without one."""
    seat(run, "petelin", "soyuz-ms-23")["grade"] = "G1"


def seat_moves_before_the_liner(run: Json) -> None:
    """Petelin sits in MS-23 three days after it docked; the liner takes four."""
    seat(run, "petelin", "soyuz-ms-22")["to"] = "2023-02-23"
    seat(run, "petelin", "soyuz-ms-23")["from"] = "2023-02-23"


def place_is_ready_at_once(run: Json) -> None:
    """Rubio has the place in the Dragon a day before it can be made."""
    seat(run, "rubio", None)["to"] = "2023-01-12"
    seat(run, "rubio", "crew-5")["from"] = "2023-01-12"


def three_in_the_damaged_ship(run: Json) -> None:
    """MS-22 is good for two, and holds Rubio as well."""
    row = seat(run, "rubio", "crew-5")
    row["flight"], row["grade"] = "soyuz-ms-22", "G3"


def six_in_the_dragon(run: Json) -> None:
    """Crew-5's Dragon has four seats and one improvised place, and holds Petelin as well."""
    seat(run, "petelin", "soyuz-ms-22")["to"] = "2023-01-20"
    row = {**seat(run, "petelin", "soyuz-ms-22"), "flight": "crew-5", "grade": "G2"}
    run["seats"].append({**row, "from": "2023-01-20", "to": "2023-02-24"})


def landing_in_the_damaged_ship(run: Json) -> None:
    """Petelin lands in MS-22, which is for emergencies only."""
    run["seats"].remove(seat(run, "petelin", "soyuz-ms-23"))
    seat(run, "petelin", "soyuz-ms-22")["to"] = "2023-03-28"
    stay(run, "petelin").update(down="soyuz-ms-22", to="2023-03-28", days=188, extension_days=0)
    flight(run, "soyuz-ms-22")["crew_down"] = ["petelin"]
    flight(run, "soyuz-ms-23")["crew_down"].remove("petelin")


def ship_leaves_before_its_seats_have_moved(run: Json) -> None:
    """MS-22 leaves on 23 February, with two seats that move on the 24th."""
    leaves(run, "soyuz-ms-22", "2023-02-23", "2023-02-23")
    for person in ("petelin", "prokopyev"):
        seat(run, person, "soyuz-ms-22")["to"] = "2023-02-24"


def dragon_leaves_with_the_improvised_place(run: Json) -> None:
    """Crew-5 leaves on 20 February, when Rubio has nowhere else to sit."""
    leaves(run, "crew-5", "2023-02-20", "2023-02-21")


def somebody_is_left_behind(run: Json) -> None:
    """Rubio is not in the crew that MS-23 brings down."""
    flight(run, "soyuz-ms-23")["crew_down"].remove("rubio")


def somebody_leaves_a_day_before_their_ship(run: Json) -> None:
    """Rubio's stay ends on 26 September, the ship leaves on the 27th."""
    stay(run, "rubio")["to"] = "2023-09-26"


def two_swap_ships_of_different_seats(run: Json) -> None:
    """Rubio lands in a Dragon without its suit, Kikina in a Soyuz without its liner."""
    dragon, soyuz = flight(run, "crew-5"), flight(run, "soyuz-ms-23")
    dragon["crew_down"] = ["cassada", "mann", "rubio", "wakata"]
    soyuz["crew_down"] = ["kikina", "petelin", "prokopyev"]
    stay(run, "rubio").update(down="crew-5", to="2023-03-11")
    stay(run, "kikina").update(down="soyuz-ms-23", to="2023-09-27")


def five_land_in_a_dragon(run: Json) -> None:
    """Crew-5's Dragon has four seats for a landing, and Rubio lands in it, too."""
    run["seats"].remove(seat(run, "rubio", "soyuz-ms-23"))
    seat(run, "rubio", "crew-5")["to"] = "2023-03-11"
    stay(run, "rubio").update(down="crew-5", to="2023-03-11")
    flight(run, "crew-5")["crew_down"].append("rubio")
    flight(run, "soyuz-ms-23")["crew_down"].remove("rubio")


def two_stays_at_once(run: Json) -> None:
    """Wakata is aboard twice."""
    run["stays"].append(dict(stay(run, "wakata")))


def somebody_aboard_is_missing(run: Json) -> None:
    """Nothing is said of Rubio, who is aboard."""
    run["stays"].remove(stay(run, "rubio"))
    run["seats"] = [row for row in run["seats"] if row["person"] != "rubio"]


def somebody_to_come_is_missing(run: Json) -> None:
    """Chub goes up and down with MS-24, but has no stay."""
    run["stays"].remove(stay(run, "chub"))
    run["seats"] = [row for row in run["seats"] if row["person"] != "chub"]


def somebody_nobody_knows(run: Json) -> None:
    """Let a person fly along who is in no fact."""
    run["stays"].append({**stay(run, "bowen"), "person": "tereshkova"})


def seat_of_somebody_nobody_knows(run: Json) -> None:
    """Give a seat to a person who is in no fact."""
    run["seats"].append({**seat(run, "bowen", "crew-6"), "person": "tereshkova"})
