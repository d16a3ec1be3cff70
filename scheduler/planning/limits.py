"""How long a use case may search, and with what."""

from __future__ import annotations

from dataclasses import dataclass

OTHER_SEED = 20230226
"""The seed of second proofs: another than that of the search."""


@dataclass(frozen=True)
class Limits:
    """How long and with how many workers a run may search; ``None`` takes what is there."""

    time_limit_s: float = 60.0
    workers: int | None = None
