"""Measures conflicts: ours, and those of CPMpy on the same requirements.

Ours is timed with everything it takes: making the board, shrinking, proving again in a fresh
model. The peer is timed from its translated model on. Every conflict of either side is then
checked, off the clock, on a board of ours: it cannot hold, and without any one member it can.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from time import perf_counter

from scheduler.domain import Conflict, Problem
from scheduler.explain import Inquiry, find_conflict, preferred
from scheduler.explain.oracle import Oracle
from scheduler.rules import RULES
from scheduler.solve import Engine
from scripts.bench.jobshop import Shop
from scripts.bench.jobshop import question_of as shop_question
from scripts.bench.peers.asking import Told, ask
from scripts.bench.questions import Question, question_of
from scripts.bench.troubles import make_case
from scripts.bench.worlds import make_world

OURS_LIMIT_S = 300.0
PROOF_SEED = 3


@dataclass(frozen=True)
class Ours:
    """Our conflict: how long each repetition took, its members by place, what is proved of it."""

    seconds: Sequence[float]
    members: tuple[int, ...]
    is_proved: bool


@dataclass(frozen=True)
class Beside:
    """One question answered by both sides; ``is_right`` says that all conflicts were checked."""

    name: str
    size: str
    expected: int | None
    ours: Ours
    peers: Sequence[Told]
    is_right: bool


@dataclass(frozen=True)
class World:
    """A troubled world to be asked about."""

    seed: int
    crewed: int
    is_rich: bool
    trouble: str

    @property
    def name(self) -> str:
        """Read as ``120 crewed, rich: berth``."""
        return f"{self.crewed} crewed{', rich' if self.is_rich else ''}: {self.trouble}"


def measure_world(world: World, methods: Sequence[str], repeat: int, limit_s: float) -> Beside:
    """Explain a world, ours first; then let the peer explain the same requirements."""
    case = make_case(
        make_world(world.seed, world.crewed, is_rich=world.is_rich), world.seed, world.trouble
    )
    inquiry = Inquiry(case.problem, RULES, Engine(OURS_LIMIT_S))
    places = {inquiry.requirements[member]: n for n, member in enumerate(inquiry.order)}
    seconds = []
    for _ in range(repeat):
        spent, conflict = explained(case.problem)
        seconds.append(spent)
    members = tuple(sorted(places[one] for one in conflict.requirements))
    ours = Ours(seconds, members, conflict.is_irreducible and conflict.is_reproved)
    question = question_of(world.name, case.problem, inquiry.order)
    peers = [ask(question, method, limit_s) for method in methods]
    found = [members, *(told.members for told in peers if told.members and is_conflict(told))]
    inquiry.oracle.engine = Engine(OURS_LIMIT_S)  # the peers have taken their time meanwhile
    right = all(is_irreducible(inquiry.oracle, [inquiry.order[n] for n in one]) for one in found)
    return Beside(world.name, question.size, case.members, ours, peers, right)


def explained(problem: Problem) -> tuple[float, Conflict]:
    """Explain a problem once, from the problem to the conflict that is proved again."""
    begun = perf_counter()
    conflict = find_conflict(
        problem,
        RULES,
        Engine(OURS_LIMIT_S),
        Engine(OURS_LIMIT_S, seed=PROOF_SEED, workers=1),
        lambda *_: None,
    )
    return perf_counter() - begun, conflict


def measure_shop(shop: Shop, repeat: int, limit_s: float) -> Beside:
    """Explain a job shop with the parts of ours that know nothing of stations."""
    question, seconds = shop_question(shop), []
    for _ in range(repeat):
        begun = perf_counter()
        oracle = oracle_of(shop_question(shop))
        shrunk = preferred(oracle, oracle.members)
        seconds.append(perf_counter() - begun)
    peer = ask(question, "mus", limit_s)
    found = [shrunk.members, *([peer.members] if peer.members else [])]
    right = all(is_irreducible(oracle_of(question), one) for one in found)
    ours = Ours(seconds, shrunk.members, shrunk.is_irreducible)
    return Beside(shop.name, question.size, None, ours, [peer], right)


def oracle_of(question: Question) -> Oracle:
    """Make an oracle of ours over a question, whose model stays as it is."""
    return Oracle(question.model.clone(), question.switches, Engine(OURS_LIMIT_S))


def is_conflict(told: Told) -> bool:
    """Say whether a method of the peer finds conflicts; the other finds what to give up."""
    return told.method != "mcs"


def is_irreducible(oracle: Oracle, members: Collection[int]) -> bool:
    """Check that members cannot hold together, and can without any one of them."""
    kept = set(members)
    return oracle.ask(kept).holds is False and all(oracle.ask(kept - {m}).holds for m in kept)
