"""The run document: JSON of schema ``rotation.run/1``, written and read (design.md, 4.4).

What a document does not hold is the text of the inputs and the words of a relaxation.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from scheduler.documents.json_text import json_text
from scheduler.documents.run_format import RUN, SCHEMA
from scheduler.domain import Plan, Run
from scheduler.errors import Complaint, DocumentError
from scheduler.paths import shown


def document_of(run: Run) -> dict[str, Any]:
    """Give the run as JSON data, with the keys and order of the fixed format."""
    plan = run.plan or Plan()
    return RUN.write(SimpleNamespace(schema=SCHEMA, **vars(run), **vars(plan)))


def document_text(run: Run) -> str:
    """Give the run as JSON text; equal runs give equal texts."""
    return json_text(document_of(run))


def run_of(document: object, place: str) -> Run:
    """Read JSON data as a run, ours or another's.

    Without a plan is a document whose verdict is infeasible or undecided and whose lists of
    flights, stays, seats, handovers and spans aboard are empty.

    Parameters
    ----------
    place
        File or id that complaints name.

    Raises
    ------
    DocumentError
        With every fault in it; a document of another schema has that fault alone.
    """
    faults: list[str] = []
    if isinstance(document, dict) and document.get("schema", SCHEMA) != SCHEMA:
        RUN.shapes["schema"].read(document["schema"], "schema", faults)
    else:
        run = RUN.read(document, "", faults)
    if faults:
        raise DocumentError(Complaint(place, 0, 0, fault) for fault in faults)
    assert isinstance(run, Run)
    return run


def run_of_text(text: str, place: str) -> Run:
    """Read JSON text as a run; a key given twice is a fault, too."""
    try:
        document = json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        told = f"not JSON: {error.msg}. Give a document of schema {SCHEMA}."
        raise DocumentError([Complaint(place, error.lineno, error.colno, told)]) from None
    except (ValueError, RecursionError) as error:
        raise DocumentError([Complaint(place, 0, 0, f"not JSON: {error}.")]) from None
    return run_of(document, place)


def read_run(path: Path) -> Run:
    """Read a file as a run."""
    try:
        return run_of_text(path.read_bytes().decode("utf-8-sig"), shown(path))
    except UnicodeDecodeError:
        raise DocumentError([Complaint(shown(path), 0, 0, "not UTF-8. Save it so.")]) from None


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twin = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"{twin!r} stands twice in one object. Give it once")
    return found


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number. Give a number, or null where that is allowed")
