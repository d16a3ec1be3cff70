"""What is wrong with text that is no YAML, told in our own words.

The parser stops at its first fault; what can be seen without it (control characters, tabs
before the text) is told for all lines at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

Fault = tuple[int, int, str]

TAB = re.compile(r"^ *\t", re.MULTILINE)
NO_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# what libyaml says → what we say
TOLD = {
    "mapping values are not allowed in this context": (
        "a ':' stands where none can be. Put quotes round the text, or begin a new line."
    ),
    "block sequence entries are not allowed in this context": (
        "a '-' stands where no list can begin. Begin a new line."
    ),
    "could not find expected ':'": "this line has no ':'. Write key: value.",
    "did not find expected key": (
        "no key begins here. Indent the line as those around it, and put quotes round all of a "
        "text or none."
    ),
    "did not find expected '-' indicator": "a list goes on here without '-'. Begin with '- '.",
    "did not find expected ',' or ']'": "the list that opens here is not closed. Close it with ].",
    "did not find expected ',' or '}'": "the '{' that opens here is not closed. Close it with }.",
    "found unexpected end of stream": "the quote that opens here is not closed. Close it.",
    "found unknown escape character": (
        "a '\\' stands before a letter that means nothing. Write '\\\\', or use single quotes."
    ),
    "did not find expected node content": "a value is missing here. Give one.",
}
OPENED_BEFORE = frozenset(
    {
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "found unexpected end of stream",
        "could not find expected ':'",
    }
)
NO_TOKEN = "found character that cannot start any token"


def text_faults(text: str) -> Iterator[Fault]:
    """Find characters that no YAML file may hold where they stand."""
    for match in NO_TEXT.finditer(text):
        told = f"character U+{ord(match[0]):04X} is no text. Take it out."
        yield (*position(text[: match.start()]), told)
    for match in TAB.finditer(text):
        told = "a tab stands before the text. Indent with spaces."
        yield (*position(text[: match.end() - 1]), told)


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """Tell the fault that stopped the parser: line, column, what is wrong and what to give."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if problem in OPENED_BEFORE:
        mark = error.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if problem == NO_TOKEN:
        found = text.splitlines()[line][column]
        told = f"a text cannot begin with {found!r}. Put quotes round it."
    else:
        told = TOLD.get(problem, f"this is no YAML ({problem}). Write key: value.")
    return line + 1, column + 1, told


def position(before: str) -> tuple[int, int]:
    """Give line and column of what follows a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
