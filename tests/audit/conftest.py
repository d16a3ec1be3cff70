"""The small leak, planned once, for tests that damage its plan."""

from __future__ import annotations

from tests.planning.conftest import leak as leak
from tests.planning.conftest import leak_run as leak_run
