"""Job shops of the bench: the model of a shop, worked by hand, and the data it is read from."""

from __future__ import annotations

import json

import pytest

from scheduler.explain import preferred
from scheduler.explain.oracle import Oracle
from scheduler.solve import Engine
from scripts.bench import jobshop
from scripts.bench.jobshop import Shop, question_of, shop_of
from scripts.bench.peers import environment

# Job 0 needs machine 0 for 3 and machine 1 for 1; jobs 1 and 2 need machine 0 for 2 and for 1,
# and job 2 machine 1 for 1 first. Machine 0 works for 3 + 2 + 1 = 6.
SMALL = Shop("small", 7, (((0, 3), (1, 1)), ((0, 2),), ((1, 1), (0, 1))))


def conflict_at(deadline: int | None) -> tuple[int, ...]:
    """Shrink the small shop with a deadline."""
    question = question_of(SMALL, deadline)
    oracle = Oracle(question.model, question.switches, Engine(60.0, workers=1))
    return preferred(oracle, oracle.members).members


def test_tables_are_read_row_by_row() -> None:
    """A row of machines and a row of lengths make a job."""
    shop = shop_of("two", 9, [[0, 1], [1, 0]], [[3, 4], [5, 6]])
    assert shop.jobs == (((0, 3), (1, 4)), ((1, 5), (0, 6)))
    assert shop.machines == 2


def test_requirements_are_the_jobs_then_the_machines() -> None:
    """Deadlines are blamed before machines."""
    names = [switch.name for switch in question_of(SMALL).switches]
    assert names == ["job:0", "job:1", "job:2", "machine:0", "machine:1"]


def test_deadline_at_the_least_makespan_holds() -> None:
    """Job 0 first, then 1, then 2: machine 0 is done on 6, in time."""
    question = question_of(SMALL, 6)
    oracle = Oracle(question.model, question.switches, Engine(60.0, workers=1))
    assert oracle.ask(oracle.members).holds


def test_deadline_one_under_it_blames_all_jobs_and_their_machine() -> None:
    """Machine 0 has 6 to do, so by 5 it cannot be; machine 1 has no part in that."""
    assert conflict_at(5) == (0, 1, 2, 3)


def test_job_longer_than_the_deadline_is_a_conflict_by_itself() -> None:
    """Job 0 takes 3 + 1 = 4."""
    assert conflict_at(3) == (0,)


@pytest.mark.slow
def test_optima_are_those_that_the_data_state() -> None:
    """A deadline under a bound that is not the optimum would show nothing."""
    file = environment.data_file(jobshop.PACKAGE, jobshop.FILE)
    stated = {name: one["metadata"] for name, one in json.loads(file.read_text("utf-8")).items()}
    for name, optimum in jobshop.OPTIMA.items():
        bounds = stated[name]["lower_bound"], stated[name]["optimum"], stated[name]["upper_bound"]
        assert bounds == (optimum, optimum, optimum)
    assert [shop.name for shop in jobshop.read_shops()] == [*jobshop.OPTIMA]
