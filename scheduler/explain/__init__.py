"""Why there is no plan: requirements that cannot hold together, and what would open them."""

from scheduler.explain.conflict import find_conflict as find_conflict
from scheduler.explain.conflict import proved as proved
from scheduler.explain.enumeration import Conflicts as Conflicts
from scheduler.explain.inquiry import Inquiry as Inquiry
from scheduler.explain.proof import prove_infeasible as prove_infeasible
from scheduler.explain.relaxation import worded as worded
from scheduler.explain.relaxing import WaysOut as WaysOut
from scheduler.explain.shrinking import Shrunk as Shrunk
from scheduler.explain.shrinking import preferred as preferred
from scheduler.explain.smallest import smallest as smallest
