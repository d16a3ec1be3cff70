"""The expeditions that were derived beside those on record: every difference, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scheduler.history.aboard import Flown
from scheduler.history.expeditions import Expedition


@dataclass(frozen=True)
class RecordedExpedition:
    """One row of ``expeditions.csv``, the record; commanders stand in the order of their terms.

    It is no fact: nothing is planned from it, and ``[from_on, to_on)`` is only compared with.
    """

    number: int
    from_on: date
    to_on: date | None
    commanders: tuple[str, ...]
    source: str = ""

    @property
    def is_recalled(self) -> bool:
        """Say whether the row rests on memory alone."""
        return self.source.startswith("recalled")


@dataclass(frozen=True)
class Mismatch:
    """One point in which an expedition as derived is not as recorded.

    Parameters
    ----------
    what
        ``number`` (only one side has it), ``from``, ``to`` or ``commander``.
    derived, recorded
        Days, or ids of people; empty where that side has nothing to say.
    days_off
        Days by which what was derived lies later than the record; none but for days.
    person, why
        What the facts say against the record; of a commander, and of whom, by id.
    """

    expedition: int
    what: str
    derived: tuple[str, ...]
    recorded: tuple[str, ...]
    days_off: int | None = None
    person: str = ""
    why: str = ""


def mismatches(
    flown: Flown, derived: Sequence[Expedition], recorded: Iterable[RecordedExpedition]
) -> tuple[Mismatch, ...]:
    """List every difference, by number; an expedition that only one side has is one."""
    by_number = {one.number: one for one in derived}
    on_record = {one.number: one for one in recorded}
    found: list[Mismatch] = []
    for number in sorted(by_number.keys() | on_record.keys()):
        one, other = by_number.get(number), on_record.get(number)
        if one is None or other is None:
            found.append(_only_one_side(number, one, other))
        else:
            found += [*_days(one, other), *_commanders(flown, one, other)]
    return tuple(found)


def _only_one_side(
    number: int, one: Expedition | None, other: RecordedExpedition | None
) -> Mismatch:
    derived = _written(one.begins.on if one else None)
    recorded = _written(other.from_on if other else None)
    why = "is not on record" if other is None else "cannot be derived"
    return Mismatch(number, "number", derived, recorded, why=why)


def _days(one: Expedition, other: RecordedExpedition) -> Iterator[Mismatch]:
    end_on = one.ends.on if one.ends else None
    for what, mine, theirs in (
        ("from", one.begins.on, other.from_on),
        ("to", end_on, other.to_on),
    ):
        if mine != theirs:
            off = (mine - theirs).days if mine and theirs else None
            yield Mismatch(one.number, what, _written(mine), _written(theirs), off)


def _written(day: date | None) -> tuple[str, ...]:
    return (str(day),) if day else ()


def _commanders(flown: Flown, one: Expedition, other: RecordedExpedition) -> Iterator[Mismatch]:
    """Hold the commanders against who was aboard: the first, each handing over, and the last."""
    if not other.commanders:
        return
    first, last = other.commanders[0], other.commanders[-1]
    told = [("is not aboard when it begins", first)] if not _is_there(flown, first, one) else []
    for before, after in pairwise(other.commanders):
        if not _meet(flown, before, after, one):
            told.append((f"does not meet {before} aboard", after))
    if last not in one.candidates:
        told.append((_at_the_end(flown, last, one), last))
    for why, person in told:
        yield Mismatch(
            one.number, "commander", one.candidates, other.commanders, person=person, why=why
        )


def _is_there(flown: Flown, person: str, one: Expedition) -> bool:
    return any(stay.person == person and stay.is_aboard_on(one.begins.on) for stay in flown.stays)


def _meet(flown: Flown, before: str, after: str, one: Expedition) -> bool:
    """Say whether two people were aboard together on some day of an expedition."""
    end = one.ends.on if one.ends else flown.told_on
    return any(
        max(old.from_on, new.from_on, one.begins.on)
        < min(old.to_on or flown.told_on, new.to_on or flown.told_on, end)
        for old in flown.stays
        for new in flown.stays
        if old.person == before and new.person == after
    )


def _at_the_end(flown: Flown, person: str, one: Expedition) -> str:
    end = one.ends.on if one.ends else flown.told_on
    stays = [stay for stay in flown.stays if stay.person == person]
    if any(stay.from_on < end and (stay.to_on is None or stay.to_on > end) for stay in stays):
        return "stays on when it ends"
    if any(stay.to_on == end for stay in stays):
        return "was not aboard before it began"
    return "is not aboard when it ends"
