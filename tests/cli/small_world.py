"""A small world for the commands: two Soyuz ships at the station of ``config/``, five people.

``small/`` holds its facts and what-ifs; it is planned in a moment.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.command import Answer, rotation

SMALL = Path(__file__).with_name("small")
FACTS = SMALL / "facts"


def small(name: str) -> Path:
    """Name a what-if file of the small world."""
    return SMALL / f"{name}.yaml"


def planned(name: str, *words: str | Path) -> Answer:
    """Plan a what-if of the small world."""
    return rotation("plan", small(name), "--facts", FACTS, *words)


def two_ships(folder: Path) -> Path:
    """Make a fact folder of the two ships that fly crewed, and nothing after them."""
    folder.mkdir()
    for file in FACTS.iterdir():
        lines = file.read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("soyuz-3", "soyuz-4"))]
        (folder / file.name).write_text("\n".join([*kept, ""]), "utf-8")
    return folder


def rows(database: Path) -> dict[str, int]:
    """Count the rows of every table of a database; a file that is not there has none."""
    if not database.exists():
        return {}
    connection = sqlite3.connect(database)
    try:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        tables = [name for (name,) in connection.execute(named)]
        return {
            table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in tables
        }
    finally:
        connection.close()
