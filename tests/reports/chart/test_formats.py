"""The formats: each whole, light, the same again, and without anything from elsewhere."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scheduler.errors import InputError
from scheduler.reports.chart import ChartFormat, draw, format_of, lay_out
from tests.command import ROOT
from tests.reports.chart.drawn import CHARTS, three_years, week

MOST_BYTES = {"week": 120_000, "against": 120_000, "three-years": 200_000, "ten-years": 400_000}


@pytest.mark.parametrize("name", CHARTS)
def test_a_page_is_light_and_alone(name: str) -> None:
    """Two years stay far below 300 kB; no address of any network is in the page."""
    page = draw(CHARTS[name](), ChartFormat.HTML).decode()
    assert len(page.encode()) < MOST_BYTES[name]
    addresses = set(re.findall(r"(?:https?:)?//[\w.]+", re.sub(r"base64,[\w+/=]+", "", page)))
    assert addresses <= {"http://www.w3.org"}  # the name of SVG, which nobody fetches
    assert "<link" not in page
    assert "src=" not in page


def test_the_table_says_the_same() -> None:
    """Every thing on the chart has its row, which the drawing names as its label."""
    page = draw(week(), ChartFormat.HTML).decode()
    rows = set(re.findall(r'<tr id="(r\d+)"', page))
    assert rows == set(re.findall(r'aria-labelledby="(r\d+)"', page))
    assert len(rows) == len(lay_out(week()).things)


def test_an_svg_is_well_formed_and_tells_the_facts() -> None:
    """Titles stand behind the bars, for viewers that show them on hover."""
    root = ElementTree.fromstring(draw(week(), ChartFormat.SVG))
    assert root.get("viewBox") == "0 0 1600 900"
    titles = [node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}title")]
    assert titles[0] == "Soyuz MS-22 loses its coolant"
    assert any(title.startswith("Frank Rubio, 2022-09-21") for title in titles)


def test_a_png_has_its_texts() -> None:
    """The font is shipped, so a bare machine draws them: without it far fewer bytes remain."""
    import resvg_py

    data = draw(week(), ChartFormat.PNG)
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 3200
    text = draw(week(), ChartFormat.SVG).decode()
    bare = resvg_py.svg_to_bytes(svg_string=text, width=3200, skip_system_fonts=True)
    assert len(data) > 1.3 * len(bare)


def test_a_pdf_is_whole_and_searchable() -> None:
    """Its table leads to each object, it has one page of 16:9 and the letters of its glyphs."""
    data = draw(week(), ChartFormat.PDF)
    assert data.startswith(b"%PDF-1.7")
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    places = [int(row[:10]) for row in data[start:].split(b"\n")[3:] if row.endswith(b" n ")]
    heads = [data[place : place + 12].split(b" ")[0] for place in places]
    assert heads == [str(number).encode() for number in range(1, len(places) + 1)]
    assert b"/MediaBox[0 0 960.094 540.053]" in data
    streams = re.findall(rb"stream\n(.*?)\nendstream", data, re.DOTALL)
    assert any(b"beginbfchar" in zlib.decompress(stream) for stream in streams)
    assert len(data) < 80_000


@pytest.mark.parametrize("fmt", ChartFormat)
def test_equal_charts_give_equal_bytes(fmt: ChartFormat) -> None:
    """No clock and no chance has a part in it."""
    assert draw(three_years(), fmt) == draw(three_years(), fmt)


def test_the_format_is_told_by_the_ending() -> None:
    """Capitals do not matter; what is not drawn is refused with what is."""
    assert format_of(Path("a.PNG")) is ChartFormat.PNG
    with pytest.raises(InputError, match=r"a\.gif: no chart is drawn as '\.gif'\. Give a name"):
        format_of(Path("a.gif"))
    with pytest.raises(InputError, match=r"chart: it has no ending\. Give a name that ends in"):
        format_of(Path("chart"))


def test_the_first_picture_of_the_readme_is_of_today() -> None:
    """Drawn again as README.md says, ``.pictures/ms-22.svg`` is the same to the byte."""
    drawn = draw(replace(week(), today=week().run.as_of), ChartFormat.SVG)
    assert (ROOT / ".pictures" / "ms-22.svg").read_bytes() == drawn
