"""Changes to people: when they cannot fly, when they must be home, which ship they ride."""

from __future__ import annotations

from scheduler.domain import Demand, DemandKind
from scheduler.scenarios.draft import Draft
from scheduler.scenarios.model import PersonChange
from scheduler.scenarios.model_pins import PinLegChange
from scheduler.scenarios.what_if import Spot


def lay_person(change: PersonChange, spot: Spot, draft: Draft) -> None:
    """Demand a person's days, or open a ship to them."""
    if not _travels(change.person, spot, draft):
        return
    why = change.why or ""
    away = change.unavailable
    if away and all(
        (
            draft.is_late_enough(spot, away.from_on, "unavailable", "from"),
            draft.is_early_enough(spot, away.from_on, "unavailable", "from"),
        )
    ):
        kind, at = DemandKind.UNAVAILABLE, spot.at("unavailable")
        demand = Demand(kind, change.person, at, day=away.from_on, to_on=away.to_on, why=why)
        draft.demands.append(demand)
    home_by = change.must_return_by
    if home_by and draft.is_late_enough(spot, home_by, "must_return_by"):
        kind, at = DemandKind.RETURN_BY, spot.at("must_return_by")
        draft.demands.append(Demand(kind, change.person, at, day=home_by, why=why))
    if change.down and draft.carries(spot, draft.flights[change.down], "down"):
        draft.opened.add((change.person, change.down))


def lay_pin_leg(change: PinLegChange, spot: Spot, draft: Draft) -> None:
    """Demand that a person rides a flight; a ship that is pinned for landing is open to them."""
    flight = draft.flights[change.flight]
    is_sound = _travels(change.person, spot, draft)
    if not draft.carries(spot, flight, "flight") or not is_sound:
        return
    traveller = draft.travellers[change.person]
    if change.leg == "up" and traveller.is_aboard:
        told = f"{change.person} went up on {traveller.up} already. Leave the pin out."
        draft.complain(spot, told, "person")
        return
    if change.leg == "up" and flight.has_launched:
        told = f"{flight.id} was launched on {flight.launch_on}. Give a flight still to launch."
        draft.complain(spot, told, "flight")
        return
    if change.leg == "down":
        draft.opened.add((change.person, flight.id))
    draft.demands.append(
        Demand(
            DemandKind.PIN_LEG,
            change.person,
            spot.at("flight"),
            event=change.leg,
            flight=flight.id,
            why=change.why or "",
        )
    )


def _travels(person: str, spot: Spot, draft: Draft) -> bool:
    """Say whether a person is aboard or due to fly; complain of others."""
    if person in draft.travellers:
        return True
    told = f"{person} is neither aboard nor due to fly before {draft.until}. Leave it out."
    draft.complain(spot, told, "person")
    return False
