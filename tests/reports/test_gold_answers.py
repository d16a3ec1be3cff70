"""Answers to why and why not look as they were last approved (see tests/gold/README.md)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scheduler.domain import Contrast, Explanation
from scheduler.reports import contrast_report, explanation_report
from tests.gold.compare import assert_gold
from tests.reports.answers import (
    make_contrast,
    make_cut_short_contrast,
    make_explanation,
    make_explanation_of_all,
    make_hopeless_contrast,
    make_hopeless_explanation,
    make_idle_contrast,
    make_idle_explanation,
    make_impossible_contrast,
    make_undecided_contrast,
    make_undecided_explanation,
)
from tests.reports.example_ships import make_context

EXPLANATIONS: dict[str, Callable[[], Explanation]] = {
    "explanation": make_explanation,
    "explanation-all": make_explanation_of_all,
    "explanation-hopeless": make_hopeless_explanation,
    "explanation-idle": make_idle_explanation,
    "explanation-undecided": make_undecided_explanation,
}
CONTRASTS: dict[str, Callable[[], Contrast]] = {
    "contrast": make_contrast,
    "contrast-cut-short": make_cut_short_contrast,
    "contrast-impossible": make_impossible_contrast,
    "contrast-hopeless": make_hopeless_contrast,
    "contrast-idle": make_idle_contrast,
    "contrast-undecided": make_undecided_contrast,
}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", EXPLANATIONS)
def test_explanation_looks_as_approved(name: str, width: int) -> None:
    """Conflicts and ways out, labels, and every ending without them."""
    text = explanation_report(EXPLANATIONS[name](), make_context(), width, colour=False)
    assert_gold(f"reports/{name}-{width}.txt", text)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", CONTRASTS)
def test_answer_to_a_question_looks_as_approved(name: str, width: int) -> None:
    """A price, a price not proved, a conflict with ways out and without, no answer at all."""
    text = contrast_report(CONTRASTS[name](), make_context(), width, colour=False)
    assert_gold(f"reports/{name}-{width}.txt", text)
