"""What the user may have meant by a name that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MOST_LISTED = 12


def suggestion(name: str, known: Iterable[str]) -> str:
    """Say what to give instead of a name: the nearest known one, else all of them."""
    names = sorted(known)
    folded = {name.casefold(): name for name in names}
    near = get_close_matches(name.casefold(), sorted(folded), 1)
    if near:
        return f"Did you mean {folded[near[0]]!r}?"
    if not names:
        return "There is none to give here."
    listed = ", ".join(names[:MOST_LISTED])
    more = f" and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else ""
    return f"Give one of: {listed}{more}."


def unknown(noun: str, name: str, known: Iterable[str]) -> str:
    """Say that there is no such thing, and what may have been meant."""
    return f"no {noun} {name!r}. {suggestion(name, known)}"
