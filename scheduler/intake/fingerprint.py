"""One number for everything that was read, so that a run can be told from another."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePath


def fingerprint(texts: Mapping[str, str]) -> str:
    """Sum up input files, given as name and exact text, as ``sha256:...``.

    Only the last part of a name counts, so that the working directory does not; the order in
    which the files are given does not count either.
    """
    digest = hashlib.sha256()
    for name, text in sorted((PurePath(name).name, text) for name, text in texts.items()):
        for part in (name.encode(), text.encode()):
            digest.update(len(part).to_bytes(8, "big"))  # so that no two lists read alike
            digest.update(part)
    return f"sha256:{digest.hexdigest()}"
