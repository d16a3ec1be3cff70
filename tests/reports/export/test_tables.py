"""A run as tables: CSV read back is the run, and a workbook holds the same cells."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped]
import pytest

from scheduler.domain import Run, WaiverUse
from scheduler.reports import Context
from scheduler.reports.export.csv_files import csv_texts, zipped
from scheduler.reports.export.sheets import Sheet, sheets_of
from scheduler.reports.export.workbook import workbook_bytes
from tests.documents.full_run import FULL_RUN
from tests.reports.example import make_run
from tests.reports.example_endings import make_feasible_run, make_infeasible_run, make_quiet_run
from tests.reports.example_ships import make_context
from tests.reports.export.reading import findings_of, goals_of, plan_of, rows, waivers_of

RUNS: dict[str, Callable[[], Run]] = {
    "ms-22": make_run,
    "as-published": make_quiet_run,
    "feasible": make_feasible_run,
    "full": lambda: FULL_RUN,
}
MADE_AT = datetime(2023, 1, 11, 9, 15, tzinfo=UTC)
NAMES = [
    "run",
    "flights",
    "ports",
    "stays",
    "seats",
    "handovers",
    "aboard",
    "goals",
    "waivers",
    "findings",
]


def sheets(run: Run, context: Context | None = None) -> tuple[Sheet, ...]:
    """Make the tables of a run."""
    return sheets_of(run, context or make_context())


@pytest.mark.parametrize("name", RUNS)
def test_tables_read_back_are_the_run(name: str) -> None:
    """Plan, goals, waivers and findings, all of them and nothing else."""
    run = RUNS[name]()
    texts = csv_texts(sheets(run))
    assert plan_of(texts) == run.plan
    assert goals_of(texts) == run.goals
    assert waivers_of(texts) == run.waivers
    assert findings_of(texts) == run.findings


def test_names_stand_beside_ids() -> None:
    """Whoever reads the table knows whom it is about; without names ids stand in for them."""
    texts = csv_texts(sheets(make_run()))
    stays = {row["person"]: row for row in rows(texts, "stays")}
    assert stays["rubio"]["name"] == "Frank Rubio"
    assert stays["rubio"]["up_name"] == "Soyuz MS-22"
    bare = csv_texts(sheets(make_run(), Context()))
    assert {row["name"] == row["person"] for row in rows(bare, "stays")} == {True}


def test_there_is_a_table_for_everything() -> None:
    """Also where it has no rows, and where a run has no plan."""
    for run in (make_run(), make_infeasible_run()):
        made = sheets(run)
        assert [sheet.name for sheet in made] == NAMES
        assert list(csv_texts(made)) == [f"{name}.csv" for name in NAMES]
        for sheet in made:
            assert {len(row) for row in sheet.rows} <= {len(sheet.columns)}


@pytest.mark.parametrize("name", RUNS)
def test_a_workbook_holds_the_same_cells(name: str) -> None:
    """Read by another library than wrote it; days are real dates, at midnight, without a zone."""
    made = sheets(RUNS[name]())
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(made, "A plan", MADE_AT)))
    assert book.sheetnames == NAMES
    for sheet in made:
        header, *read = book[sheet.name].iter_rows(values_only=True)
        assert header == sheet.columns
        wanted = [tuple(_as_read(cell) for cell in row) for row in sheet.rows]
        assert [row for row in read if any(cell is not None for cell in row)] == wanted


def _as_read(cell: object) -> object:
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001  (a workbook has no zones)
    return None if cell == "" else cell


def test_a_workbook_can_be_worked_with() -> None:
    """Headers and ids stay in view, every column filters, no text is cut to a stub."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(sheets(make_run()), "A plan", MADE_AT)))
    for page in book:
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref == f"A1:{page.cell(page.max_row, page.max_column).coordinate}"
    flights = book["flights"]
    assert flights["F2"].number_format == "yyyy-mm-dd"
    names = [str(cell.value) for cell in flights["B"]]
    [width] = [d.width for d in flights.column_dimensions.values() if d.min <= 2 <= d.max]
    assert width >= max(map(len, names))
    assert book.properties.title == "A plan"


def test_a_text_is_never_a_formula() -> None:
    """A reason may begin as it likes; nothing is computed from it."""
    odd = WaiverUse("VL-1", "ms-23", 220, None, None, "=1+1", '=HYPERLINK("x")', is_needed=False)
    made = sheets(replace(make_run(), waivers=(odd,)))
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(made, "A plan", MADE_AT)))
    cell = book["waivers"]["H2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_one_run_gives_one_file() -> None:
    """The same bytes whenever it is made, packed or not."""
    made = sheets(make_run())
    assert workbook_bytes(made, "A", MADE_AT) == workbook_bytes(made, "A", MADE_AT)
    files = {name: text.encode() for name, text in csv_texts(made).items()}
    assert zipped(files) == zipped(files)
    with ZipFile(io.BytesIO(zipped(files))) as bundle:
        assert {name: bundle.read(name) for name in bundle.namelist()} == files
