"""The language of questions to a plan: its forms, in plain words, each with what it means.

A question is one form, or several joined by ``and``. This module holds all that there is to say
of the language; ``scenarios.question`` reads it. It loads nothing heavy, so help is quick.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import indent, wrap

WIDTH = 74
HANDOVER = "handover"
DIRECTLY = ("direct", "indirect")


@dataclass(frozen=True)
class Form:
    """One form of a question; in its pattern small words are written as they stand.

    A pattern is a kind of subject, verbs, link words and, if any, a kind of object; ``|`` stands
    between words of which one is given. The form of handovers is read by itself.
    """

    pattern: str
    meaning: str
    example: str


FORMS = (
    Form(
        "FLIGHT launches|docks|undocks|lands on DATE",
        "It happens on this very day.",
        "soyuz-ms-23 launches on 2023-03-16",
    ),
    Form(
        "FLIGHT launches|docks|undocks|lands by|before DATE",
        "It happens no later; before a day is by the day before. This makes no ship ready: it "
        "still launches no sooner than the what-if, or what is published, lets it.",
        "crew-5 undocks before 2023-03-05",
    ),
    Form(
        "FLIGHT launches|docks|undocks|lands from|after DATE",
        "It happens no sooner; after a day is from the day after. A flight that launches or docks "
        "from a day on may also wait beyond the horizon.",
        "crew-6 launches after 2023-03-01",
    ),
    Form(
        "FLIGHT relocates on DATE",
        "It moves to another port on this day.",
        "crew-6 relocates on 2023-05-02",
    ),
    Form(
        "FLIGHT docks at PORT [or PORT ...]",
        "It uses no other ports.",
        "soyuz-ms-23 docks at poisk-zenith or rassvet-nadir",
    ),
    Form(
        "FLIGHT flies crewed|empty",
        "It goes up with a crew, or with nobody.",
        "soyuz-ms-23 flies crewed",
    ),
    Form(
        "FLIGHT stays home",
        "It is cancelled; its crew takes the next ship of its line.",
        "ax-2 stays home",
    ),
    Form("PERSON flies on FLIGHT", "They go up on it.", "ohara flies on soyuz-ms-24"),
    Form(
        "PERSON returns on FLIGHT",
        "They land on it, also where it has another kind of seat than theirs.",
        "rubio returns on crew-5",
    ),
    Form("PERSON returns by|before DATE", "They land no later.", "rubio returns by 2023-04-01"),
    Form(
        f"{HANDOVER} FLIGHT FLIGHT {'|'.join(DIRECTLY)}",
        "The crew of the second flight relieves that of the first: it docks before the first "
        "undocks, or it does not.",
        "handover soyuz-ms-23 soyuz-ms-24 direct",
    ),
)
NOTES = (
    "Several questions can be joined by and. FLIGHT, PERSON and PORT are ids, as in files, or "
    "public names where only one thing has them: soyuz-ms-24 or Soyuz MS-24, rubio or Frank "
    "Rubio. DATE is YYYY-MM-DD. Small and capital letters are the same.",
    "A question is laid over the what-if: of what both say, such as the day of a launch, the "
    "question holds. A bound is never loosened by it: of two last days the earlier holds, of two "
    "first days the later. A flight that is asked about flies before the horizon ends, unless the "
    "question says that it may not.",
)


@dataclass(frozen=True)
class Link:
    """What stands before a verb and after its link word; no object where nothing does."""

    subject: str
    object: str


def links() -> dict[str, dict[str, Link]]:
    """Give the link words of each verb, as the forms have them."""
    found: dict[str, dict[str, Link]] = {}
    for subject, verbs, words, *objects in (form.pattern.split() for form in FORMS):
        if subject == HANDOVER:
            continue
        link = Link(subject.lower(), objects[0].lower() if objects else "")
        for verb in verbs.split("|"):
            found.setdefault(verb, {}).update(dict.fromkeys(words.split("|"), link))
    return found


def grammar() -> str:
    """Write the language down for a terminal: each form, what it means, an example; the notes."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for form in FORMS:
        yield form.pattern
        yield indent("\n".join(wrap(form.meaning, WIDTH - 4)), "    ")
        yield f"    > {form.example}"
    for note in NOTES:
        yield ""
        yield from wrap(note, WIDTH)
