"""The worlds that are measured, each named by a few words and numbers, and posed when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from scheduler.domain import Problem
from scheduler.paths import PROJECT
from scheduler.units import count
from scripts.bench.troubles import make_case
from scripts.bench.worlds.disturbed import disturb, slip_once
from scripts.bench.worlds.fresh import make_fresh_world
from scripts.bench.worlds.published import make_world
from scripts.bench.worlds.ships import is_used
from scripts.bench.worlds.traffic import OTHERS

FORMS = ("published", "slip", "disturbed", "fresh", "troubled")
SHIPPED = "shipped"
FOLDERS = ("config/what-if", "config/history")


@dataclass(frozen=True)
class World:
    """A world to be measured.

    ``form`` is ``published`` (nothing is wrong), ``slip`` (one crewed ship slips), ``disturbed``
    (several things are wrong, a plan is left), ``fresh`` (a cadence only), ``troubled`` (no plan
    is left) or ``shipped``: a what-if file of the program, which ``file`` names from the top of
    the project.
    """

    form: str
    seed: int = 1
    crewed: int = 0
    lines: int = 2
    is_rich: bool = False
    file: str = ""

    def __post_init__(self) -> None:
        """Refuse a form that nobody can pose."""
        if self.form not in (*FORMS, SHIPPED):
            raise ValueError(f"form is {self.form!r}. Give one of: {', '.join(FORMS)}.")

    @property
    def name(self) -> str:
        """Tell the world in few words; the seed is left out."""
        if self.file:
            return Path(self.file).stem
        traffic = "rich" if self.is_rich else "plain"
        return f"{self.form} {traffic}, {count(self.lines, 'line')}, {self.crewed} crewed"

    def problem(self) -> Problem:
        """Pose it."""
        if self.file:
            from scheduler.planning import read_case

            return read_case(PROJECT / self.file).problem
        make = make_fresh_world if self.form == "fresh" else make_world
        world = make(self.seed, self.crewed, is_rich=self.is_rich, lines=self.lines)
        if self.form == "slip":
            return slip_once(world, self.seed)
        if self.form == "disturbed":
            return disturb(world, self.seed)
        return make_case(world, self.seed).problem if self.form == "troubled" else world


def shipped_worlds() -> Iterator[World]:
    """Walk every case that comes with the program."""
    for folder in FOLDERS:
        for file in sorted((PROJECT / folder).glob("*.yaml")):
            yield World(SHIPPED, file=file.relative_to(PROJECT).as_posix())


def crewed_for(flights: int, *, lines: int = 2, is_rich: bool = False) -> int:
    """Give the least number of crewed flights with which a world has so many flights in all."""
    crewed = lines
    while crewed + _others(ceil(crewed / lines), is_rich) < flights:
        crewed += 1
    return crewed


def _others(seasons: int, is_rich: bool) -> int:
    """Count the flights of so many seasons that are of no line."""
    others = OTHERS if is_rich else ()
    return sum(is_used(slot, season, 0) for season in range(seasons) for slot in others)
