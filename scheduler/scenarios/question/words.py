"""The words of a question, each with its place, and the clauses that they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.errors import Complaint

PLACE = "question"
AND = "and"


@dataclass(frozen=True)
class Word:
    """One word as it was written, with its line and column in the question."""

    text: str
    line: int
    column: int

    @property
    def plain(self) -> str:
        """Give the word in small letters, as keywords are compared."""
        return self.text.casefold()

    @property
    def place(self) -> str:
        """Say where it stands, ``question:1:8``."""
        return f"{PLACE}:{self.line}:{self.column}"

    def complaint(self, text: str) -> Complaint:
        """Complain of this word."""
        return Complaint(PLACE, self.line, self.column, text)


Words = tuple[Word, ...]


@dataclass(frozen=True)
class Clause:
    """One form filled in: ids for names, and the words where it and they begin.

    A handover is the verb ``handover``: its link is ``direct`` or ``indirect``, its subject the
    outgoing flight and its object the incoming one.
    """

    at: Word
    verb: str
    link: str
    subject: str
    subject_at: Word
    objects: tuple[str, ...] = ()
    objects_at: Words = ()
    day: date | None = None

    @property
    def day_at(self) -> Word:
        """Give the word that is the day."""
        return self.objects_at[0]

    @property
    def said(self) -> str:
        """Write the clause out, with ids for names."""
        if self.verb == "handover":
            return f"handover {self.subject} {self.objects[0]} {self.link}"
        object_ = str(self.day) if self.day else " or ".join(self.objects)
        return f"{self.subject} {self.verb} {self.link} {object_}".rstrip()


def words_of(text: str) -> Words:
    """Split a question into its words; a mark at its end is left out."""
    text = re.sub(r"[?.!\s]+$", "", text)
    return tuple(
        Word(match[0], line, match.start() + 1)
        for line, row in enumerate(text.split("\n"), start=1)
        for match in re.finditer(r"\S+", row)
    )


def said(words: Sequence[Word]) -> str:
    """Write words one after the other."""
    return " ".join(word.text for word in words)


def split(words: Words, between: str) -> list[Words]:
    """Split words where a keyword stands; what stands on both sides of it may be empty."""
    parts: list[Words] = [()]
    for word in words:
        if word.plain == between:
            parts.append(())
        else:
            parts[-1] = (*parts[-1], word)
    return parts
