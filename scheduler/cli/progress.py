"""Progress on standard error: one line that is rewritten on a terminal, else one line a goal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self, TextIO


class ProgressLine:
    """Tells which goal is being solved, its best value and its bound.

    A goal that another one follows is proved: the search goes on only then. Whether the last
    one is, says ``is_proved``, which the caller sets.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        """Write to a stream; by default to standard error."""
        self._stream = stream or sys.stderr
        self._is_live = self._stream.isatty()
        self._goal = self._best = self._bound = ""
        self.is_proved = False

    def __call__(self, goal: str, best: str, bound: str) -> None:
        """Tell how far the search is."""
        if goal != self._goal and not self._is_live:
            self._end(is_proved=bool(self._best))
        self._goal, self._best, self._bound = goal, best, bound
        if self._is_live:
            self._stream.write(f"\r\x1b[2K{self._text()[:78]}")
        self._stream.flush()

    def _text(self) -> str:
        bound = f" (bound {self._bound})" if self._bound else ""
        return f"{self._goal}: {self._best or 'searching'}{bound}"

    def _end(self, *, is_proved: bool) -> None:
        """Leave a line of the goal in hand."""
        if not self._goal:
            return
        text = self._text()
        if is_proved:
            text = f"{self._goal}: {self._best}, proved" if self._bound else f"{self._goal}: proved"
        self._stream.write(f"{text}\n")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Clear the line, or leave one of the last goal."""
        if self._is_live:
            self._stream.write("\r\x1b[2K")
        else:
            self._end(is_proved=self.is_proved)
        self._stream.flush()
