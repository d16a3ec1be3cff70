"""What a station file must say beyond the kind of each value: known ids, sensible numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from scheduler.documents.document import ANY, Document, Steps
from scheduler.documents.suggestions import suggestion, unknown
from scheduler.documents.validation import shown
from scheduler.domain import RULE_NUMBERS, Grade, numbers_of
from scheduler.errors import Complaint
from scheduler.settings.provenance import ABOUT_NUMBERS

# where ids stand → the group that must know them, and what one of them is called
LISTED_IDS: tuple[tuple[Steps, str, str], ...] = (
    (("segments", ANY, "operated_by", ANY), "agencies", "agency"),
    (("ports", ANY, "segment"), "segments", "segment"),
    (("ports", ANY, "accepts", ANY), "vehicle_types", "vehicle type"),
    (("ports", ANY, "blocked_by", ANY, ANY), "vehicle_types", "vehicle type"),
    (("vehicle_types", ANY, "pads", ANY), "pads", "pad"),
    (("cadences", ANY, "vehicle_type"), "vehicle_types", "vehicle type"),
    (("cadences", ANY, "line"), "lines", "line"),
    (("cadences", ANY, "pad"), "pads", "pad"),
    (("cadences", ANY, "ports", ANY), "ports", "port"),
    (("cadences", ANY, "crew", ANY), "agencies", "agency"),
)
LEAST_AND_WISHED = (
    (("segments", ANY), "least_crew", "wished_crew"),
    (("lines", ANY), "least_handover_days", "wished_handover_days"),
    (("vehicle_types", ANY), "seats", "emergency_seats"),
)
NO_REPEATS: tuple[Steps, ...] = (
    ("goals",),
    ("ports", ANY, "accepts"),
    ("segments", ANY, "operated_by"),
    ("vehicle_types", ANY, "pads"),
)
REFS = tuple(dict.fromkeys(number.rule for number in RULE_NUMBERS))


def station_complaints(document: Document) -> Iterator[Complaint]:
    """Walk the faults of a station file that its models cannot see."""
    yield from _ids(document)
    yield from _repeats(document)
    yield from _orders(document)
    yield from _lives(document)
    yield from _spans(document)
    for steps in document.matching("rules", ANY):
        yield from _rule(document, steps)
    if document.value(("least_grade",)) and document.value(("rules", "LB-1", "least_grade")):
        text = "least_grade stands under rules LB-1, too. Keep one of them."
        yield document.complaint(text, "least_grade", on_key=True)


def _ids(document: Document) -> Iterator[Complaint]:
    for pattern, group, noun in LISTED_IDS:
        known = _names(document, group)
        for steps in document.matching(*pattern):
            name = document.value(steps)
            if isinstance(name, str) and name not in known:
                yield document.complaint(unknown(noun, name, known), *steps)
    ports = _names(document, "ports")
    for steps in document.matching("ports", ANY, "blocked_by", ANY):
        if str(steps[-1]) not in ports:
            text = unknown("port", str(steps[-1]), ports)
            yield document.complaint(text, *steps, on_key=True)


def _names(document: Document, group: str) -> list[str]:
    return [str(steps[-1]) for steps in document.matching(group, ANY)]


def _repeats(document: Document) -> Iterator[Complaint]:
    for pattern in NO_REPEATS:
        for steps in document.matching(*pattern):
            members = list(document.matching(*steps, ANY))
            yield from _second_ones(document, members)


def _second_ones(document: Document, members: Iterable[Steps]) -> Iterator[Complaint]:
    seen: Counter[str] = Counter()
    for steps in members:
        name = str(document.value(steps))
        seen[name] += 1
        if seen[name] == 2:
            yield document.complaint(f"{name!r} stands here twice. Keep one.", *steps)


def _orders(document: Document) -> Iterator[Complaint]:
    for pattern, least, most in LEAST_AND_WISHED:
        for steps in document.matching(*pattern):
            low, high = document.value((*steps, least)), document.value((*steps, most))
            if isinstance(low, int) and isinstance(high, int) and high < low:
                text = f"{most} is {high}, below {least} ({low}). Give {low} or more."
                yield document.complaint(text, *steps, most)


def _lives(document: Document) -> Iterator[Complaint]:
    """Complain of two lives that begin on one day."""
    for steps in document.matching("vehicle_types", ANY, "life_days"):
        days = [
            (*life, "from")
            for life in document.matching(*steps, ANY)
            if document.value((*life, "from")) is not None
        ]
        yield from _second_ones(document, days)


def _spans(document: Document) -> Iterator[Complaint]:
    """Complain of a port that goes before it comes."""
    for steps in document.matching("ports", ANY):
        start, end = (_day(document.value((*steps, key))) for key in ("from", "to"))
        if start and end and end <= start:
            text = f"to is {end}, not after from ({start}). Give a later day."
            yield document.complaint(text, *steps, "to")


def _day(value: object) -> date | None:
    """Read a day; what is none is complained of by the models."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _rule(document: Document, steps: Steps) -> Iterator[Complaint]:
    ref = str(steps[-1])
    if ref not in REFS:
        yield document.complaint(unknown("rule", ref, REFS), *steps, on_key=True)
        return
    known = [number.number for number in numbers_of(ref)]
    for inner in document.matching(*steps, ANY):
        key, value = str(inner[-1]), document.value(inner)
        if key in ABOUT_NUMBERS:
            yield from _about(document, inner)
        elif key not in known:
            text = f"{ref} has no number {key!r}. {suggestion(key, known)}"
            yield document.complaint(text, *inner, on_key=True)
        elif inner not in document.unread:
            yield from _number(document, inner, value)


def _number(document: Document, steps: Steps, value: object) -> Iterator[Complaint]:
    key = steps[-1]
    if key == "least_grade":
        if value not in Grade.__members__:
            text = f"{key} is {shown(value)}. {suggestion(str(value), Grade.__members__)}"
            yield document.complaint(text, *steps)
    elif not isinstance(value, int) or isinstance(value, bool) or value < 0:
        yield document.complaint(
            f"{key} is {shown(value)}. Give a whole number, 0 or more.", *steps
        )


def _about(document: Document, steps: Steps) -> Iterator[Complaint]:
    """Judge ``source`` and ``assumed`` of a rule, which no model reads."""
    value = document.value(steps)
    if steps[-1] == "source" and not isinstance(value, str | dict):
        text = f"source is {shown(value)}. Give where the numbers come from."
        yield document.complaint(text, *steps)
    if steps[-1] == "assumed" and value is not True and not isinstance(value, list):
        yield document.complaint(f"assumed is {shown(value)}. Give true.", *steps)
