"""What all commands share: exit status, errors in words, how wide and in colour or not."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from datetime import date

Word = TypeVar("Word", bound=str)


class ExitCode(IntEnum):
    """What the exit status says; anything else is our own bug."""

    OK = 0
    FINDINGS = 1
    WRONG_INPUT = 2
    INFEASIBLE = 3
    UNDECIDED = 4
    OUR_BUG = 70


EXIT_FOR_VERDICT = {
    "optimal": ExitCode.OK,
    "feasible": ExitCode.OK,
    "infeasible": ExitCode.INFEASIBLE,
    "undecided": ExitCode.UNDECIDED,
}

FactsOption = Annotated[
    Path | None,
    typer.Option("--facts", metavar="DIR", help="Fact folder. Default: seeds/<station>."),
]
StationOption = Annotated[
    Path | None,
    typer.Option("--station", metavar="FILE", help="Station file. Default: the one asked for."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document, nothing else.")]
TimeLimitOption = Annotated[
    float, typer.Option("--time-limit", metavar="S", min=0.1, help="Longest search, in seconds.")
]
ColourOption = Annotated[
    bool | None,
    typer.Option(
        "--colour/--no-colour", help="Colours. Default: on a terminal, unless NO_COLOR is set."
    ),
]
DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="PATH|URL",
        help="Database. Default: $ROTATION_DATABASE_URL, else a file in your data directory.",
    ),
]


@contextmanager
def errors_as_text() -> Iterator[None]:
    """Tell wrong input in words, without a traceback; let our own bugs crash."""
    from scheduler.errors import InputError, StoreError

    try:
        yield
    except (InputError, StoreError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(ExitCode.WRONG_INPUT) from None


def examples(*lines: str) -> str:
    """Word the end of a command's help: examples, to be copied as they stand."""
    return "\n".join(
        ("\b", "Examples:" if len(lines) > 1 else "Example:", *map("  {}".format, lines))
    )


def read_day(text: str) -> date:
    """Read a day as the user writes it."""
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day. Give YYYY-MM-DD.") from None


def one_of(words: Iterable[Word]) -> Callable[[str], Word]:
    """Make what reads one of some words as the user writes it."""
    known = {str(word): word for word in words}

    def read(text: str) -> Word:
        if text not in known:
            raise typer.BadParameter(f"there is no {text!r}. Give one of: {', '.join(known)}.")
        return known[text]

    return read


def width() -> int:
    """Give the columns of the terminal; 80 in a pipe, unless COLUMNS says otherwise."""
    return shutil.get_terminal_size((80, 24)).columns


def use_colour(wanted: bool | None) -> bool:
    """Say whether to write in colour."""
    if wanted is not None:
        return wanted
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not is_plain


def show(text: str) -> None:
    """Write a result to standard output; in colour where the text is, also into a pipe."""
    typer.echo(text, nl=not text.endswith("\n"), color=True)
