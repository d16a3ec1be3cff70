"""What the user may have meant by a name that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

MOST_LISTED = 12


def near(name: str, spellings: Mapping[str, str], most: int = 1) -> list[str]:
    """List what may have been meant by a name, the nearest first.

    Parameters
    ----------
    spellings
        Ways of writing, in small letters, each with what it is a way to write.
    """
    found = get_close_matches(name.casefold(), sorted(spellings), most)
    return list(dict.fromkeys(spellings[way] for way in found))


def suggestion(name: str, known: Iterable[str], spellings: Mapping[str, str] | None = None) -> str:
    """Say what to give instead of a name: the nearest known one, else all of them.

    Parameters
    ----------
    spellings
        Other ways, in small letters, to write the names that are known.
    """
    names = sorted(known)
    meant = near(name, {**(spellings or {}), **{name.casefold(): name for name in names}})
    if meant:
        return f"Did you mean {meant[0]!r}?"
    if not names:
        return "There is none to give here."
    listed = ", ".join(names[:MOST_LISTED])
    more = f" and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else ""
    return f"Give one of: {listed}{more}."


def unknown(
    noun: str, name: str, known: Iterable[str], spellings: Mapping[str, str] | None = None
) -> str:
    """Say that there is no such thing, and what may have been meant."""
    return f"no {noun} {name!r}. {suggestion(name, known, spellings)}"
