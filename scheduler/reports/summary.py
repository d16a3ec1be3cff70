"""So what happens? The plan in a few plain sentences, made from the plan alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from scheduler.domain import FlightPlan, Grade, Handover, Stay, WaiverUse
from scheduler.reports.context import View, listed
from scheduler.reports.layout import Lines, heading, paragraph
from scheduler.reports.spans import in_words, person_days, seat_spans, spans_by_person
from scheduler.units import count, days_between

MOST_NAMED = 3  # more groups than these are counted, not named
GROUNDED = {
    "waiting": ("flies after {until}", "fly after {until}"),
    "cancelled": ("is cancelled", "are cancelled"),
}
EVENTS = ("launch", "dock", "undock", "land")


def summary(view: View) -> Lines:
    """Draw the section ``So what happens?``."""
    return [heading("So what happens?"), *paragraph(" ".join(sentences(view)), view.width)]


def sentences(view: View) -> Iterator[str]:
    """Tell the plan, what weighs most first."""
    yield from _empty_ships(view)
    yield from _homecomings(view)
    yield from _crews_that_move(view)
    yield from _who_waits(view)
    yield from _seats(view)
    yield from _handovers(view)
    yield from _waivers(view)
    yield from _dates_kept(view)


def day_of(flight: FlightPlan, event: str) -> date | None:
    """Give a flight's planned day of an event, by the event's name."""
    days = (flight.launch_on, flight.dock_on, flight.undock_on, flight.land_on)
    return days[EVENTS.index(event)]


def shift_days(flight: FlightPlan, event: str) -> int | None:
    """Count the days by which an event was moved; none where it was not published."""
    before, now = flight.published.get(event), day_of(flight, event)
    return days_between(before, now) if before and now else None


def has_moved(flight: FlightPlan) -> bool:
    """Say whether any day of a flight differs from the published one."""
    return any(shift_days(flight, event) or event in flight.changed for event in EVENTS)


def _against_published(flight: FlightPlan, event: str) -> str:
    shift = shift_days(flight, event)
    if shift is None:
        return ""
    if not shift:
        return ", the published day"
    return f", {count(abs(shift), 'day')} {'later' if shift > 0 else 'earlier'} than published"


def _empty_ships(view: View) -> Iterator[str]:
    found: list[tuple[date, str]] = []
    for flight in view.plan.flights:
        if not flight.flies or not view.carries_people(flight):
            continue
        told, days = [], []
        if flight.status == "planned" and not flight.crew_up and flight.launch_on:
            days.append(flight.launch_on)
            told.append(
                f"goes up empty on {flight.launch_on}{_against_published(flight, 'launch')}"
            )
        if not flight.crew_down and flight.land_on:
            days.append(flight.land_on)
            told.append(f"lands empty on {flight.land_on}{_against_published(flight, 'land')}")
        if told:
            found.append((days[0], f"{view.ship(flight.flight)} {', and '.join(told)}."))
    yield from (text for _, text in sorted(found))


def _homecomings(view: View) -> Iterator[str]:
    """Tell who stays longer or shorter, the most first, then who else changes ships."""
    groups: dict[tuple[int, int, str, str], list[Stay]] = defaultdict(list)
    for stay in view.plan.stays:
        groups[-(stay.extension_days or 0), stay.days or 0, stay.up or "", stay.down or ""] += [
            stay
        ]
    moved = [stays for key, stays in sorted(groups.items()) if key[0]]
    for stays in moved[:MOST_NAMED]:
        yield f"{_extension(view, stays)}{_other_ship(view, stays[0])}."
    rest = [stay for stays in moved[MOST_NAMED:] for stay in stays]
    if rest:
        most = max(abs(stay.extension_days or 0) for stay in rest)
        people = "1 more person is" if len(rest) == 1 else f"{len(rest)} more people are"
        yield f"{people} moved by up to {count(most, 'day')}."
    if all((stay.extension_days or 0) <= 0 for stay in view.plan.stays):
        yield "Nobody aboard is extended."
    for key, stays in groups.items():
        if not key[0] and stays[0].up and (ride := _other_ship(view, stays[0])):
            people = view.people(stay.person for stay in stays)
            yield f"{people}, up on {view.ship(stays[0].up)}{ride}."


def _extension(view: View, stays: list[Stay]) -> str:
    people = view.people(stay.person for stay in stays)
    verb = "stays" if len(stays) == 1 else "stay"
    extension, days = stays[0].extension_days or 0, stays[0].days
    more = "more" if extension > 0 else "fewer"
    if days is None:
        return f"{people} {verb} {count(abs(extension), 'day')} {more} than published"
    instead = f"{days} days instead of {days - extension}"
    return f"{people} {verb} {instead}, {abs(extension)} {more} than published"


def _other_ship(view: View, stay: Stay) -> str:
    """Say on what somebody lands who came up on another ship."""
    if not stay.up or not stay.down or stay.up == stay.down:
        return ""
    ship = view.plan.flight(stay.down)
    when = f" on {ship.land_on}" if ship and ship.land_on else ""
    return f", landing on {view.ship(stay.down)}{when}"


def _crews_that_move(view: View) -> Iterator[str]:
    published = {person: flight for flight, crew in view.context.crews.items() for person in crew}
    for flight in view.plan.flights:
        sources: dict[str | None, list[str]] = defaultdict(list)
        for person in flight.crew_up if flight.status == "planned" else ():
            source = published.get(person)
            if source != flight.flight and (source or "crew_up" in flight.changed):
                sources[source].append(person)
        for source, people in sources.items():
            verb = "goes" if len(people) == 1 else "go"
            when = f" ({flight.launch_on})" if flight.launch_on else ""
            instead = (
                f" instead of {view.ship(source)}" if source else ", published with another crew"
            )
            yield f"{view.people(people)} {verb} up on {view.ship(flight.flight)}{when}{instead}."


def _who_waits(view: View) -> Iterator[str]:
    """Tell who waits for which ship beyond the horizon, and which ships wait without people."""
    until = view.run.until
    grounded = {f.flight: f for f in view.plan.flights if f.status in GROUNDED}
    people: dict[str | None, list[str]] = defaultdict(list)
    for stay in view.plan.stays:
        if stay.up is None or stay.up in grounded:
            people[stay.up].append(stay.person)
    for ship, waiting in people.items():
        verb = "waits" if len(waiting) == 1 else "wait"
        launch_on = grounded[ship].launch_on if ship else None
        told = f", for {view.ship(ship)}" if ship else ", without a ship so far"
        when = f" ({launch_on})" if launch_on else ""
        yield f"{view.people(waiting)} {verb} beyond {until}{told}{when}."
    for status, verbs in GROUNDED.items():
        ships = [f for f, plan in grounded.items() if plan.status == status and f not in people]
        if ships:
            verb = verbs[len(ships) > 1]
            yield f"{listed([view.ship(ship) for ship in ships])} {verb.format(until=until)}."


def _seats(view: View) -> Iterator[str]:
    spans = seat_spans(view)
    lesser = [span for span in spans if span.grade is not Grade.G0]
    if not spans:
        return
    if not lesser:
        yield "Everyone has a certified seat of their own on every day (G0)."
        return
    by_person = spans_by_person(lesser)
    first_on, end_on = min(s.from_on for s in lesser), max(s.to_on for s in lesser)
    whole = days_between(first_on, end_on)
    is_steady = all(sum(person_days(spans).values()) == whole for spans in by_person.values())
    when = in_words(first_on, end_on)
    told = f"{view.people(by_person)} {'is' if len(by_person) == 1 else 'are'} without a certified"
    told += f" seat of their own{', ' if is_steady else ' at times, within '}{when}"
    after = f"; from {end_on} on everyone has one" if end_on < view.run.until else ""
    yield f"{told}{after}."


def _handovers(view: View) -> Iterator[str]:
    handovers = view.plan.handovers
    direct = [handover.days for handover in handovers if handover.is_direct]
    gaps = [handover for handover in handovers if not handover.is_direct]
    if len(handovers) == 1 and direct:
        one = handovers[0]
        pair = f"{view.ship(one.outgoing)} to {view.ship(one.incoming)}"
        yield f"The handover from {pair} is direct, {count(one.days, 'day')} of overlap."
    elif direct:
        least, most = min(direct), max(direct)
        days = count(most, "day") if least == most else f"{least} to {most} days"
        many = f"All {len(direct)}" if not gaps else f"{len(direct)} of {len(handovers)}"
        verb = "is" if len(direct) == 1 else "are"
        yield f"{many} handovers {verb} direct, {days} of overlap."
    for gap in gaps[:MOST_NAMED]:
        yield _gap(view, gap)
    if len(gaps) > MOST_NAMED:
        yield f"{len(gaps) - MOST_NAMED} more handovers are indirect."


def _gap(view: View, gap: Handover) -> str:
    incoming, outgoing = view.ship(gap.incoming), view.ship(gap.outgoing)
    return f"{incoming} arrives {count(gap.days, 'day')} after {outgoing} has left."


def _waivers(view: View) -> Iterator[str]:
    needed = [waiver for waiver in view.run.waivers if waiver.is_needed]
    if not needed:
        given = len(view.run.waivers)
        none = f"none of the {given} waivers given" if given > 1 else "no waiver"
        yield f"The plan needs {none}."
        return
    told = [f"{w.rule} for {view.ship(w.subject)}{_by_how_much(w)}" for w in needed]
    yield f"The plan leans on {count(len(needed), 'waiver')}: {listed(told)}."


def _by_how_much(waiver: WaiverUse) -> str:
    if waiver.used is None or waiver.limit is None:
        return ""
    return f" ({waiver.used} where the limit is {waiver.limit})"


def _dates_kept(view: View) -> Iterator[str]:
    flying = [flight for flight in view.plan.flights if flight.flies]
    moved = [flight for flight in flying if has_moved(flight)]
    if not flying:
        return
    if not moved:
        yield "Every flight keeps its published dates."
        return
    kept = len(flying) - len(moved)
    if not kept:
        yield "No flight keeps all its published dates."
        return
    named = f": all but {listed([view.ship(f.flight) for f in moved])}"
    verb = "keeps its" if kept == 1 else "keep their"
    yield (
        f"{kept} of {count(len(flying), 'flight')} {verb} published dates"
        f"{named if len(moved) <= MOST_NAMED else ''}."
    )
