"""Several text files of a folder replaced together: after a crash, all of them or none.

What is to be written is first kept whole in a file of its own, the intent. From then on it is
as good as done: whoever is stopped in the middle finds it there and finishes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from scheduler.documents.saving import save_new, save_over
from scheduler.errors import InputError


def replace_together(intent: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Replace files by new texts; all of them or none.

    Parameters
    ----------
    intent
        The file for the intent, which is there only meanwhile, in the folder of the others.
    before, after
        The text that each file had when the new one was made, and the new one, by name.

    Raises
    ------
    InputError
        When a file cannot be written, somebody else has changed one, or an earlier replacement
        is not finished.
    """
    if intent.exists():
        raise InputError(f"{intent}: an earlier change is not finished. Finish it first.")
    save_new(intent, json.dumps(dict(after), ensure_ascii=False))
    changed = [name for name in after if _text(intent.with_name(name)) != before[name]]
    if changed:
        intent.unlink()
        told = "somebody has changed it meanwhile, so nothing was written. Do the same again."
        raise InputError(f"{intent.with_name(changed[0])}: {told}")
    finish(intent)


def finish(intent: Path) -> bool:
    """Finish a replacement that was stopped; say whether there was one.

    Raises
    ------
    InputError
        When a file cannot be written; the intent stays.
    """
    if not intent.is_file():
        return False
    for name, text in json.loads(intent.read_bytes()).items():
        save_over(intent.with_name(name), text.encode())
    intent.unlink()
    return True


def _text(path: Path) -> str | None:
    return path.read_bytes().decode() if path.is_file() else None
