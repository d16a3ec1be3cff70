"""A Chromium for the tests, and pages of charts opened in it with all that they ask for noted."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scheduler.reports.chart import ChartFormat, draw
from tests.reports.chart.drawn import CHARTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_BROWSER = (
    "NO BROWSER: no Chromium was found, so charts were NOT opened in one. "
    "Install the package chromium, or put one of these on the path: " + ", ".join(PROGRAMS)
)


@dataclass
class Opened:
    """A page with what went wrong in it and what it asked for."""

    page: Page
    faults: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the machine's own Chromium; without one, skip loudly."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Give what opens a chart by its name; by day, or by night with ``scheme="dark"``."""
    pages = []

    def open_chart(name: str, scheme: str = "light") -> Opened:
        file = tmp_path / f"{name}.html"
        file.write_bytes(draw(CHARTS[name](), ChartFormat.HTML))
        page = browser.new_page(
            viewport={"width": 1600, "height": 1000},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        pages.append(page)
        found = Opened(page)
        page.on("console", lambda message: found.faults.append(message.text))
        page.on("pageerror", lambda error: found.faults.append(str(error)))
        page.on("request", lambda request: found.addresses.append(request.url))
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        return found

    yield open_chart
    for page in pages:
        page.close()
