"""Why there is no plan: requirements that cannot hold together."""

from scheduler.explain.conflict import find_conflict as find_conflict
from scheduler.explain.conflict import prove_infeasible as prove_infeasible
