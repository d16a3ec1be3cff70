"""CPMpy asked for a conflict, or for a correction, of a CP-SAT model: a process of its own.

    .venv-peers/bin/python -m scripts.bench.peers.cpmpy_peer QUESTION.json

The question names a model file, the switches of its requirements in order of preference, and a
method. Two lines of JSON come back: one when the model is translated, one with the members.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

import cpmpy as cp  # type: ignore[import-not-found]  # only the peers have it
from cpmpy.tools.explain import mcs, mus, quickxplain  # type: ignore[import-not-found]
from ortools.sat import cp_model_pb2

from scripts.bench.peers.cpmpy_model import Translation

METHODS: dict[str, Callable[..., list[Any]]] = {"mus": mus, "quickxplain": quickxplain, "mcs": mcs}


def main(question_file: str) -> None:
    """Translate the model, tell so, find the members, tell them."""
    question = json.loads(Path(question_file).read_text("utf-8"))
    proto = cp_model_pb2.CpModelProto()
    proto.ParseFromString(Path(question["model"]).read_bytes())
    begun = perf_counter()
    translation = Translation(proto)
    tell(translating_s=perf_counter() - begun, cpmpy=version("cpmpy"), ortools=version("ortools"))
    switches = {number: translation.variables[number] for number in question["switches"]}
    places = {str(switch): place for place, switch in enumerate(switches.values())}
    begun = perf_counter()
    if question["method"] == "subsets":
        tell(holds=[holds(translation, switches, subset) for subset in question["subsets"]])
        return
    found = METHODS[question["method"]](list(switches.values()), hard=translation.constraints)
    tell(seconds=perf_counter() - begun, members=sorted(places[str(one)] for one in found))


def holds(translation: Translation, switches: dict[int, Any], subset: list[int]) -> bool:
    """Say whether the requirements of some switches can hold together."""
    on = set(subset)
    fixed = [switch if number in on else ~switch for number, switch in switches.items()]
    return bool(cp.Model(translation.constraints + fixed).solve(solver="ortools"))


def tell(**what: object) -> None:
    """Write one line of JSON at once."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
