"""Conflicts and ways out of small worlds, judged by listing plans; no solver is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from scheduler.audit import audit, breaches
from scheduler.domain import Conflict, Problem, Relaxation
from scheduler.explain import Inquiry, WaysOut, preferred, proved, worded
from scheduler.rules import RULES
from scheduler.solve import Engine
from tests.explain.giving_way import Name, gives, names_of, with_one_less
from tests.explain.listing import Listing
from tests.explain.posing import all_requirements

CLASSES = "SCFAP"
"""Classes as they are spared: safety first."""
MOST_WAYS = 2
MANY_PLANS = 500
"""Plans that are not listed again for each number that may give way; assumed."""


@dataclass(frozen=True)
class Told:
    """What the explainer says of a world without a plan."""

    problem: Problem
    conflict: Conflict
    ways: tuple[Relaxation, ...]
    are_ways_all: bool


def told(problem: Problem) -> Told | None:
    """Explain a world; none where it has a plan."""
    inquiry = Inquiry(problem, RULES, Engine(60.0, workers=1))
    if inquiry.oracle.ask(inquiry.oracle.members).holds:
        return None
    shrunk = preferred(inquiry.oracle, inquiry.order)
    conflict = proved(inquiry, shrunk, RULES, Engine(60.0, workers=1, seed=3))
    ways = WaysOut(inquiry, shrunk.members)
    found = tuple(worded(inquiry, way) for way in islice(ways, MOST_WAYS))
    return Told(problem, conflict, found, ways.are_all)


def complaints(told: Told) -> Iterator[str]:
    """List what a list of all plans says against an explanation; nothing when all is well.

    Raises
    ------
    TooMany
        When there are more plans than can be listed.
    """
    return _Judge(told).complaints()


class _Judge:
    """Judges one explanation."""

    def __init__(self, told: Told) -> None:
        """Know nothing of what cannot be kept."""
        self._told = told
        self._problem = told.problem
        self._hopeless: set[frozenset[object]] = set()

    def complaints(self) -> Iterator[str]:
        """Look at the conflict, at each way out, then at what else might be one."""
        yield from self._about_conflict()
        for number, way in enumerate(self._told.ways):
            yield from self._about_way(way, self._told.ways[:number])
        yield from self._about_others()

    def _about_conflict(self) -> Iterator[str]:
        conflict, members = self._told.conflict, frozenset(self._told.conflict.requirements)
        if not (conflict.is_irreducible and conflict.is_reproved):
            yield f"labelled irreducible {conflict.is_irreducible}, proved {conflict.is_reproved}"
        if Listing(self._problem, members).find() is not None:
            yield f"a plan keeps all of {[one.sentence for one in members]}"
        for member in members:
            if Listing(self._problem, members - {member}).find() is None:
                yield f"not needed: {member.sentence}"

    def _about_way(self, way: Relaxation, before: Sequence[Relaxation]) -> Iterator[str]:
        if not self._has_plan(self._problem.relaxed(way)):
            yield f"leads nowhere: {way.text}"
            return
        for nearer in with_one_less(way, self._problem):
            if self._has_plan(nearer):
                yield f"less would do: {way.text}"
        if not way.is_cheapest:
            yield f"not proved the cheapest: {way.text}"
        yield from self._cheaper(way, [{*names_of(one, self._problem)} for one in before])

    def _about_others(self) -> Iterator[str]:
        """List single numbers that would open the world where no other way is said to be left."""
        ways, are_all = self._told.ways, self._told.are_ways_all
        if len(ways) < MOST_WAYS and not are_all:
            yield "no reason is given for so few ways out"
        known = [{*names_of(one, self._problem)} for one in ways]
        for give in gives(self._problem) if are_all else ():
            is_known = any(one <= {give.name} for one in known)
            if not is_known and self._has_plan(give.by(give.most)):
                yield f"{give.name} would open it, too"

    def _cheaper(self, way: Relaxation, barred: list[set[Name]]) -> Iterator[str]:
        """List single numbers that would open the world at a lower price."""
        amounts = names_of(way, self._problem)
        own = Counter(need.hardness for need in way.waivers)
        price = [own[hardness] for hardness in CLASSES]
        for give in gives(self._problem):
            other = [int(hardness == give.hardness) for hardness in CLASSES]
            by = give.most if other < price else min(give.most, sum(amounts.values()) - 1)
            if other > price or by <= 0 or any(one <= {give.name} for one in barred):
                continue
            if self._has_plan(give.by(by)):
                yield f"{give.name} by {by} is cheaper than {way.text}"

    def _has_plan(self, problem: Problem) -> bool:
        """Say whether a plan is listed that breaks nothing, by the audit.

        Where no plan keeps even the members of the conflict, as they read in this problem, there
        is none; that is listed first, because it is less to list. Where it is much, all the same,
        it is listed once for all problems in which they read alike.
        """
        asked = all_requirements(problem)
        names = {(one.ref, one.subject, one.at) for one in self._told.conflict.requirements}
        members = frozenset(one for one in asked if (one.ref, one.subject, one.at) in names)
        waivers = {one for one in problem.waivers if (one.rule, one.subject, "") in names}
        if (members | waivers) in self._hopeless:
            return False
        listing = Listing(problem, members)
        if listing.find() is None:
            if listing.effort.plans > MANY_PLANS:
                self._hopeless.add(members | waivers)
            return False
        plan = Listing(problem, asked).find()
        assert plan is None or not breaches(audit(plan, problem, RULES))
        return plan is not None
