"""Colours: AA contrast by day and by night, and each role in both."""

from __future__ import annotations

import pytest

from scheduler.reports.chart.palette import DARK, LIGHT, TEXTS, Palette, contrast

AA = 4.5
ON_BARS = {  # the texts that stand on bars, by the roles of these
    "ink": ("crewed", "cargo", "person-0", "person-1", "person-2", "person-3", "extension"),
    "alarm": ("health", "gap"),
    "note": ("waiver",),
}
ALSO_INK = ("expedition", "allowed", "forbidden", "direct", "outage", "health")


def test_contrast_of_black_and_white() -> None:
    """The most there is, whichever comes first."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0
    assert contrast("#ffffff", "#ffffff") == 1.0


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_have_aa_contrast(palette: Palette) -> None:
    """On paper, on shaded rows, on bars and on their hatching."""
    grounds = dict.fromkeys(TEXTS, ("paper", "band", "outside"))
    poor = [
        (text, role, ground)
        for text in TEXTS
        for role in (*grounds[text], *ON_BARS.get(text, ()), *(ALSO_INK if text == "ink" else ()))
        for ground in (palette[role].fill, palette[role].hatch)
        if ground and contrast(palette[text].fill or "", ground) < AA
    ]
    assert poor == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_stand_out(palette: Palette) -> None:
    """Outlines that carry meaning have the contrast of 3 that WCAG asks of graphics."""
    roles = ("crewed", "joint", "extension", "heads", "today", "arrow", "ghost", "gap", "health")
    paper = palette["paper"].fill or ""
    assert [role for role in roles if contrast(palette[role].line or "", paper) < 3] == []


def test_day_and_night_have_the_same_roles() -> None:
    """With the same dashes, so that nothing rests on colour."""
    assert LIGHT.keys() == DARK.keys()
    assert [role for role in LIGHT if LIGHT[role].dashes != DARK[role].dashes] == []
