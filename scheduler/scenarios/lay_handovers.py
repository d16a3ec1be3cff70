"""A demand on a handover: which crew relieves which, and whether both are aboard meanwhile."""

from __future__ import annotations

from scheduler.domain import Demand, DemandKind, may_relieve
from scheduler.scenarios.draft import Draft
from scheduler.scenarios.model_pins import HandoverChange
from scheduler.scenarios.what_if import Spot

KINDS = {"direct": DemandKind.DIRECT_HANDOVER, "indirect": DemandKind.INDIRECT_HANDOVER}


def lay_handover(change: HandoverChange, spot: Spot, draft: Draft) -> None:
    """Demand that one crew relieves another, directly or indirectly."""
    outgoing, incoming = draft.flights[change.outgoing], draft.flights[change.incoming]
    leaves = draft.carries(spot, outgoing, "outgoing")
    if not draft.carries(spot, incoming, "incoming") or not leaves:
        return
    relieved = [flight.id for flight in may_relieve(draft.finish(""), incoming)]
    if not relieved:
        told = f"{incoming.id} relieves nobody who is still here. Give another flight."
        draft.complain(spot, told, "incoming")
        return
    if outgoing.id not in relieved:
        told = f"{incoming.id} does not relieve {outgoing.id}. Give {' or '.join(relieved)}."
        draft.complain(spot, told, "outgoing")
        return
    kind, at, why = KINDS[change.kind], spot.at("kind"), change.why or ""
    draft.demands.append(Demand(kind, incoming.id, at, flight=outgoing.id, why=why))
