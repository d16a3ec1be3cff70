"""Keep a run: its facts, inputs, versions and document, all of it or nothing."""

from __future__ import annotations

import importlib.metadata
import platform
from datetime import datetime
from pathlib import PurePath

from scheduler import __version__
from scheduler.documents.run import document_text
from scheduler.domain import Run
from scheduler.planning.case import Case
from scheduler.store import Store

VERSIONED = ("ortools", "sqlalchemy")


def keep(run: Run, case: Case, store: Store, created_at: datetime) -> None:
    """Save a run and the facts it stands on, and commit."""
    versions = {name: importlib.metadata.version(name) for name in VERSIONED}
    versions |= {"crew-rotation-scheduler": __version__, "python": platform.python_version()}
    with store:
        facts = {PurePath(name).name: text for name, text in case.fact_texts.items()}
        store.add_facts(case.station.id, facts, created_at)
        store.save_run(run, document_text(run), run.inputs.texts, versions, created_at)
        store.commit()
