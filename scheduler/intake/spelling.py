"""What a user may have meant: ids in kebab-case, and the nearest known word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_kebab(text: str) -> bool:
    """Say whether an id is in kebab-case: ``soyuz-ms-23``."""
    return KEBAB.fullmatch(text) is not None


def kebab(text: str) -> str:
    """Put a name into kebab-case as well as can be; empty when nothing is left of it."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "")).strip("-")


@lru_cache(maxsize=4096)  # one wrong id often stands in many rows
def _near(given: str, known: tuple[str, ...]) -> tuple[str, ...]:
    plain = {kebab(word): word for word in known}
    found = get_close_matches(kebab(given), plain, n=max(1, len(plain)))
    return tuple(plain[match] for match in found)


def near(given: str, known: Iterable[str]) -> tuple[str, ...]:
    """List the known words that may have been meant, the nearest first."""
    return _near(given, tuple(sorted(known)))


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Find the known word that was probably meant; none when nothing is near."""
    return next(iter(near(given, known)), None)


def listed(words: Sequence[str], last: str = "or") -> str:
    """Write words as a list: ``a, b or c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
