"""When a run was made, as far as it tells."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from scheduler.domain import Run

_OWN_ID = re.compile(r"([0-9]{8}-[0-9]{6})-[0-9]{3}-[0-9a-f]+")


def moment_of(run: Run) -> datetime:
    """Give the moment of a run in UTC: our own ids begin with it; of others the morning of as_of.

    A later run of ours has a later moment, and one run has one, whenever it is exported.
    """
    own = _OWN_ID.fullmatch(run.id)
    if own:
        try:
            return datetime.strptime(own[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
        except ValueError:  # digits that are no day or no time
            pass
    return datetime.combine(run.as_of, time(), UTC)
