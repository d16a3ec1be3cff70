"""Progress on standard error: one line that is rewritten on a terminal, else one line a step."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self, TextIO

from scheduler.domain import GOALS

WIDEST = 78


class ProgressLine:
    """Tells what is being done, and how far it is: of a goal its best value and its bound.

    A step is the goal that is being solved, ``change`` or ``way 1, change``, or anything else
    that takes its time. A goal that another one of the same search follows is proved: a search
    goes on only then. Of the last one nothing is claimed but what was told.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        """Write to a stream; by default to standard error."""
        self._stream = stream or sys.stderr
        self._is_live = self._stream.isatty()
        self._step = self._best = self._bound = ""
        self._seen: list[str] = []

    def __call__(self, step: str, best: str, bound: str) -> None:
        """Tell how far a step is; what is not known yet stays empty."""
        if step != self._step:
            goes_on = self._goes_on(step)
            self._end(is_proved=goes_on)
            self._seen = [*self._seen, step] if goes_on else [step]
        self._step, self._best, self._bound = step, best, bound
        if self._is_live:
            self._stream.write(f"\r\x1b[2K{self._text('searching')[:WIDEST]}")
        self._stream.flush()

    def _goes_on(self, step: str) -> bool:
        """Say whether a step is the next goal of the search in hand; that solves each once."""
        search = _search_of(step)
        return search is not None and search == _search_of(self._step) and step not in self._seen

    def _text(self, nothing: str) -> str:
        bound = f" (bound {self._bound})" if self._bound and self._bound != self._best else ""
        return f"{self._step}: {self._best or nothing}{bound}".replace("_", " ")

    def _end(self, *, is_proved: bool) -> None:
        """Leave a line of the step in hand, but on a terminal."""
        if self._is_live or not self._step:
            return
        if is_proved and self._best:
            self._stream.write(f"{self._step}: {self._best}, proved\n".replace("_", " "))
        else:
            self._stream.write(f"{self._text('not solved')}\n")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Clear the line, or leave one of the last step."""
        if self._is_live:
            self._stream.write("\r\x1b[2K")
        self._end(is_proved=False)
        self._stream.flush()


def _search_of(step: str) -> str | None:
    """Name the search that solves a goal, ``way 1``; none where the step is no goal."""
    search, _, goal = step.rpartition(", ")
    return search if goal in GOALS else None
