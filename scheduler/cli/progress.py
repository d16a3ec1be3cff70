"""Progress on standard error: one line that is rewritten on a terminal, else one line a goal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self, TextIO


class ProgressLine:
    """Tells which goal is being solved, its best value and its bound."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Write to a stream; by default to standard error."""
        self._stream = stream or sys.stderr
        self._is_live = self._stream.isatty()
        self._goal = ""
        self._told = ""

    def __call__(self, goal: str, best: str, bound: str) -> None:
        """Tell how far the search is."""
        text = f"{goal}: {best or 'searching'}" + (f" (bound {bound})" if bound else "")
        if self._is_live:
            self._stream.write(f"\r\x1b[2K{text[:78]}")
        elif goal != self._goal and self._told:
            self._stream.write(f"{self._told}\n")
        self._goal, self._told = goal, text
        self._stream.flush()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Clear the line, or tell the last goal."""
        if self._is_live:
            self._stream.write("\r\x1b[2K")
        elif self._told:
            self._stream.write(f"{self._told}\n")
        self._stream.flush()
