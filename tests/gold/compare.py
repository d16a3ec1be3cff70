"""Compare a text with its gold file; keep what was drawn when the two differ."""

from __future__ import annotations

import difflib
from pathlib import Path

GOLD = Path(__file__).parent
ACTUAL = GOLD / "actual"


def assert_gold(name: str, text: str, gold: Path = GOLD, actual: Path = ACTUAL) -> None:
    """Fail with the difference when a text is not what its gold file holds."""
    expected_file, actual_file = gold / name, actual / name
    expected = expected_file.read_text("utf-8") if expected_file.exists() else ""
    if text == expected:
        actual_file.unlink(missing_ok=True)
        return
    actual_file.parent.mkdir(parents=True, exist_ok=True)
    actual_file.write_text(text, "utf-8")
    changes = difflib.unified_diff(
        expected.splitlines(), text.splitlines(), f"gold/{name}", "drawn", lineterm=""
    )
    told = "\n".join(changes)
    raise AssertionError(f"{told}\nSaved as {actual_file}. To accept it see tests/gold/README.md.")
