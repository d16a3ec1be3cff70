"""The fingerprint of what was read: the same for the same texts, another for any other."""

from __future__ import annotations

import hashlib

import pytest

from scheduler.intake import fingerprint, read_facts
from tests.intake.world import STATION, VALID

TEXTS = {"facts/crew.csv": "a\n", "iss.yaml": "b"}


def test_it_is_the_sum_over_names_and_texts() -> None:
    """Each name and text with its length before it, in order of name."""
    parts = (b"crew.csv", b"a\n", b"iss.yaml", b"b")
    summed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    assert fingerprint(TEXTS) == f"sha256:{hashlib.sha256(summed).hexdigest()}"


@pytest.mark.parametrize(
    "same",
    [
        pytest.param({"iss.yaml": "b", "facts/crew.csv": "a\n"}, id="another-order"),
        pytest.param({"/elsewhere/crew.csv": "a\n", "config/iss.yaml": "b"}, id="another-folder"),
    ],
)
def test_what_does_not_count(same: dict[str, str]) -> None:
    """Neither the order of the files nor where they lie makes another input."""
    assert fingerprint(same) == fingerprint(TEXTS)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"facts/crew.csv": "a\n"}, id="a-file-less"),
        pytest.param({"facts/crew.csv": "a", "iss.yaml": "b"}, id="a-line-end-less"),
        pytest.param({"facts/crew.csv": "a\n", "iss.yml": "b"}, id="another-name"),
        pytest.param({"facts/crew.csv": "a\niss", ".yaml": "b"}, id="shifted"),
        pytest.param({"a/crew.csv": "a\n", "b/crew.csv": "a\n", "iss.yaml": "b"}, id="twice"),
    ],
)
def test_what_counts(other: dict[str, str]) -> None:
    """Every character of every file counts, and how many files there are."""
    assert fingerprint(other) != fingerprint(TEXTS)


def test_a_folder_has_a_fingerprint() -> None:
    """The texts of a fact folder can be summed up as they are."""
    texts = read_facts(VALID, STATION).texts
    assert fingerprint(texts).startswith("sha256:")
    assert len(fingerprint(texts)) == len("sha256:") + 64
