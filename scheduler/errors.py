"""Every error that is raised on purpose.

SchedulerError
├── InputError        the user's files or words are wrong: told in full, exit status 2
│   ├── SeedError     a fact folder
│   ├── ScenarioError a what-if file
│   ├── SettingsError a station file
│   └── DocumentError a run document
├── StoreError        the database cannot do what was asked
└── AuditMismatch     the checker rejects our own plan: our bug, never the user's
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scheduler.domain import Finding


class SchedulerError(Exception):
    """Base of every error that this program raises on purpose."""


@dataclass(frozen=True, order=True)
class Complaint:
    """One fault in the user's input: where it stands and what to give instead.

    Parameters
    ----------
    place
        File as the user named it.
    line, column
        Counted from 1; 0 when the fault belongs to the whole file.
    text
        ``what is wrong. What to give instead.``
    """

    place: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        """Read as ``file:line:column: text``."""
        if not self.line:
            return f"{self.place}: {self.text}"
        return f"{self.place}:{self.line}:{self.column}: {self.text}"


class InputError(SchedulerError):
    """The user's input is wrong; holds every fault found, sorted by place."""

    def __init__(self, complaints: Iterable[Complaint] | str) -> None:
        """Take complaints, or one sentence that belongs to no file."""
        self.complaints: Sequence[Complaint] = (
            () if isinstance(complaints, str) else sorted(set(complaints))
        )
        text = complaints if isinstance(complaints, str) else "\n".join(map(str, self.complaints))
        super().__init__(text)


class SeedError(InputError):
    """A fact folder is wrong."""


class ScenarioError(InputError):
    """A what-if file is wrong."""


class SettingsError(InputError):
    """A station file is wrong."""


class DocumentError(InputError):
    """A run document cannot be read as one."""


class StoreError(SchedulerError):
    """The database cannot do what was asked; the text says what to do."""


class AuditMismatch(SchedulerError):
    """The checker rejects a plan of ours: a bug, with the evidence kept.

    Parameters
    ----------
    findings
        What the checker found.
    evidence
        File that holds the plan and its problem.
    """

    def __init__(self, findings: Sequence[Finding], evidence: Path) -> None:
        """Hold the findings and the file with the evidence."""
        self.findings = tuple(findings)
        self.evidence = evidence
        told = "\n".join(f"  {finding.ref}: {finding.text}" for finding in findings)
        super().__init__(
            f"The checker rejects the solver's plan. This is a bug; the plan is not shown.\n"
            f"{told}\nThe evidence is in {evidence}."
        )
