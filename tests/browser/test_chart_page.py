"""Charts in a real browser: nothing is fetched, nothing overlaps, hover, keys and zoom work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from scheduler.reports.chart.palette import contrast
from tests.browser.conftest import Opened
from tests.reports.chart.drawn import CHARTS

pytestmark = pytest.mark.slow
Open = Callable[..., Opened]

OVERLAPS = """() => {
  const chart = document.getElementById("chart"), texts = [...chart.querySelectorAll("text")]
    .filter((node) => node.textContent.trim());
  const boxes = texts.map((node) => {
    const box = node.getBoundingClientRect(), cut = box.height * 0.2;
    return [box.left, box.top + cut, box.right, box.bottom - cut, node.textContent];
  });
  const page = chart.getBoundingClientRect(), wrong = [];
  boxes.forEach((a, n) => {
    if (a[0] < page.left || a[2] > page.right + 0.5 || a[1] < page.top || a[3] > page.bottom)
      wrong.push(["outside", a[4]]);
    for (const b of boxes.slice(n + 1))
      if (a[0] < b[2] - 0.5 && b[0] < a[2] - 0.5 && a[1] < b[3] && b[1] < a[3])
        wrong.push([a[4], b[4]]);
  });
  return [texts.length, wrong];
}"""
TEXTS_ON_BARS = """() => {
  const hex = (colour) => "#" + colour.match(/\\d+/g).slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  const paper = hex(getComputedStyle(document.querySelector("rect.paper")).fill);
  const ground = (box) => {
    const fill = getComputedStyle(box).fill;
    if (!fill.includes("url")) return hex(fill);
    const hatch = document.getElementById(fill.match(/#([\\w-]+)/)[1]);
    return hex(getComputedStyle(hatch.querySelector("rect")).fill);
  };
  const texts = [...document.querySelectorAll("#chart text")].filter((node) => node.textContent);
  return texts.map((node) => {
    const thing = node.closest(".thing:not(:has(.m))"), box = thing && thing.querySelector("rect");
    return [node.textContent, hex(getComputedStyle(node).fill), box ? ground(box) : paper];
  });
}"""


@pytest.mark.parametrize("name", CHARTS)
def test_a_page_opens_alone_and_clean(opened: Open, name: str) -> None:
    """No word on the console, no request but for itself, no text over another or outside."""
    found = opened(name)
    number, wrong = found.page.evaluate(OVERLAPS)
    assert number > 50
    assert wrong == []
    assert found.faults == []
    assert [url for url in found.addresses if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_have_aa_contrast(opened: Open, scheme: str) -> None:
    """As the browser computes the colours, of each text on its own ground."""
    texts: list[Any] = opened("against", scheme).page.evaluate(TEXTS_ON_BARS)
    assert [one for one in texts if contrast(one[1], one[2]) < 4.5] == []


def test_hovering_tells_the_facts(opened: Open) -> None:
    """The name comes first, then when, then what is known."""
    page = opened("week").page
    page.get_by_text("MS-22 › Rubio › MS-23").hover()  # noqa: RUF001
    tip = page.locator("#tip").inner_text()
    assert tip.startswith("Frank Rubio\n2022-09-21 up to 2023-09-27")
    assert "+183 days" in tip


def test_keys_walk_from_thing_to_thing(opened: Open) -> None:
    """Tab enters the chart once; arrows go on, End to the last, and each shows its facts."""
    page = opened("week").page
    page.locator("#chart .thing").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-labelledby')") == "r1"
    first = page.locator("#tip").inner_text()
    page.keyboard.press("End")
    assert page.locator("#tip").inner_text() != first
    assert page.locator("#chart .thing[tabindex='0']").count() == 1


def test_zoom_and_drag_move_time_alone(opened: Open) -> None:
    """Bars grow, names that were dropped come back, still nothing overlaps; 0 shows all again."""
    page = opened("ten-years").page
    bar, count = (
        page.locator("#plot .thing rect").nth(40),
        "texts => texts.filter(t => t.textContent).length",
    )
    before, width = page.locator("#plot text").evaluate_all(count), bar.get_attribute("width")
    height = bar.get_attribute("height")
    page.mouse.move(800, 400)
    page.mouse.wheel(0, -400)
    page.wait_for_function("document.getElementById('chart').dataset.zoom > 2")
    page.wait_for_timeout(50)
    assert float(bar.get_attribute("width") or 0) > 2 * float(width or 0)
    assert bar.get_attribute("height") == height
    assert page.evaluate(OVERLAPS)[1] == []
    left = float(bar.get_attribute("x") or 0)
    page.mouse.down()
    page.mouse.move(900, 400, steps=3)
    page.mouse.up()
    page.wait_for_timeout(50)
    assert float(bar.get_attribute("x") or 0) > left + 50
    page.get_by_role("button", name="Whole").click()
    page.wait_for_timeout(50)
    assert bar.get_attribute("width") == width
    assert page.locator("#plot text").evaluate_all(count) >= before


def test_print_shows_the_chart_alone(opened: Open) -> None:
    """Neither buttons nor table are printed."""
    page = opened("week").page
    page.emulate_media(media="print")
    assert page.locator("#chart").is_visible()
    assert not page.locator("#facts").is_visible()
    assert not page.locator(".bar").is_visible()
