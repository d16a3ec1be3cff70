"""What-if files written by the program: a header and changes, line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from scheduler.documents.yaml import plain_scalar
from scheduler.domain import Problem

PLAIN = re.compile(r"[A-Za-z0-9][\w-]*( [\w-]+)*", re.ASCII)
UNPRINTABLE = re.compile(r"[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def what_if_text(
    problem: Problem, title: str, under: Sequence[str], changes: Sequence[Mapping[str, object]]
) -> str:
    """Write a what-if file that lays changes over those that pose a problem."""
    lines = [*header_lines(problem, title, under), "changes:" if changes else "changes: []"]
    lines += [line for change in changes for line in change_lines(change)]
    return "\n".join([*lines, ""])


def header_lines(problem: Problem, title: str, under: Sequence[str]) -> Iterator[str]:
    """Write the header of a file laid over others; all but the title is the problem's own."""
    yield f"title: {quoted(title)}"
    yield f"station: {scalar(problem.station.id)}"
    yield f"as_of: {problem.as_of}"
    yield f"until: {problem.until}"
    yield f"under: [{', '.join(map(quoted, under))}]"


def change_lines(change: Mapping[str, object]) -> Iterator[str]:
    """Write one change, its kind first, as it is given."""
    for number, (key, value) in enumerate(change.items()):
        lead = "    " if number else "  - "
        if isinstance(value, list):
            yield f"{lead}{key}: [{', '.join(scalar(str(member)) for member in value)}]"
        elif isinstance(value, int):
            yield f"{lead}{key}: {value}"
        else:
            yield f"{lead}{key}: {scalar(str(value))}"


def scalar(text: str) -> str:
    """Write text without quotes where it is read back as the same text."""
    is_plain = PLAIN.fullmatch(text) and plain_scalar(text) == text
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """Write text in quotes, as YAML reads it back."""
    return UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
