"""A plan as a calendar: read back by its own library, and by a reader written for this test."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import icalendar

from scheduler.domain import FlightPlan, Plan, PortStay, Run, Stay
from scheduler.reports import Context
from scheduler.reports.export.calendar import calendar_text
from scheduler.reports.export.moment import moment_of
from tests.builders import MS_23, make_run
from tests.reports.example import make_run as make_week
from tests.reports.example_ships import make_context

RUN = replace(make_week(), id="20230111-091500-123-0a1b2c")


def unfolded(text: str) -> list[str]:
    """Join the lines of a calendar that were folded; each has to end in CRLF."""
    assert text.endswith("\r\n")
    lines: list[str] = []
    for line in text.removesuffix("\r\n").split("\r\n"):
        assert "\n" not in line
        assert "\r" not in line
        assert len(line.encode()) <= 75
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


@dataclass(frozen=True)
class Read:
    """One event as the reader below understood it; both days as they stand."""

    uid: str
    start: date
    end: date
    stamp: str
    summary: str
    description: str


def read(text: str) -> list[Read]:
    """Read events by hand: name, parameters, value; backslashes taken out."""
    events: list[Read] = []
    found: dict[str, str] = {}
    for line in unfolded(text):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found = {}
        elif line == "END:VEVENT":
            events.append(
                Read(
                    found["UID"],
                    _day(found["DTSTART;VALUE=DATE"]),
                    _day(found["DTEND;VALUE=DATE"]),
                    found["DTSTAMP"],
                    _plain(found["SUMMARY"]),
                    _plain(found["DESCRIPTION"]),
                )
            )
        else:
            assert name not in found or not events
            found[name] = value
    return events


def _day(digits: str) -> date:
    assert len(digits) == 8
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _plain(value: str) -> str:
    marks = {"\\\\": "\\", "\\,": ",", "\\;": ";", "\\n": "\n"}
    for written, mark in marks.items():
        value = value.replace(written, mark)
    return value


def expected(run: Run) -> dict[str, tuple[date, date]]:
    """Count out the days of all events of a plan, by their ids."""
    assert run.plan
    days = {}
    for flight in run.plan.flights:
        for event, on in (
            ("launch", flight.launch_on),
            ("dock", flight.dock_on),
            ("undock", flight.undock_on),
            ("land", flight.land_on),
        ):
            if on:
                days[f"{flight.flight}.{event}@iss.rotation"] = (on, on + timedelta(days=1))
        for number, stay in enumerate(flight.ports[1:], start=1):
            key = f"{flight.flight}.relocate-{number}@iss.rotation"
            days[key] = (stay.from_on, stay.from_on + timedelta(days=1))
    return days


def test_every_event_of_the_plan_is_there_and_no_other() -> None:
    """By hand: whole days, the end not included, one id each."""
    events = read(calendar_text(RUN, make_context()))
    assert {event.uid: (event.start, event.end) for event in events} == expected(RUN)
    assert len({event.uid for event in events}) == len(events) > 20


def test_the_library_reads_the_same() -> None:
    """Another parser: days are days, not instants; the stamp is in UTC."""
    text = calendar_text(RUN, make_context(), has_people=True)
    calendar = icalendar.Calendar.from_ical(text)
    by_hand = {event.uid: event for event in read(text)}
    events = calendar.walk("VEVENT")
    assert len(events) == len(by_hand)
    for event in events:
        told = by_hand[str(event["uid"])]
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(start) is type(end) is date
        assert (start, end) == (told.start, told.end)
        assert event.decoded("dtstamp") == datetime(2023, 1, 11, 9, 15, tzinfo=UTC)
        assert str(event["summary"]) == told.summary
        assert str(event["description"]) == told.description


def test_no_time_zone_can_move_an_event() -> None:
    """Neither a zone nor a local time stands in it; the stamps end in Z."""
    text = calendar_text(RUN, make_context(), has_people=True)
    assert "TZID" not in text
    assert "VTIMEZONE" not in text
    assert {event.stamp for event in read(text)} == {"20230111T091500Z"}


def test_stays_of_people_are_there_on_request() -> None:
    """From docking up to undocking; the ids of the flights stay as they are."""
    without = {event.uid for event in read(calendar_text(RUN, make_context()))}
    people = {
        event.uid: event
        for event in read(calendar_text(RUN, make_context(), has_people=True))
        if event.uid not in without
    }
    assert RUN.plan
    assert {(e.uid.split(".")[0], e.start, e.end) for e in people.values()} == {
        (stay.person, stay.from_on, stay.to_on) for stay in RUN.plan.stays if stay.from_on
    }
    rubio = people["rubio.soyuz-ms-22@iss.rotation"]
    assert rubio.summary == "Aboard: Frank Rubio"
    # from 21 September, month by month: 9 + 31 + 30 + 31 + 31 + 28 + 31 + 30 + 31 + 30 + 31 + 31
    # and 27 of September; of them 3 + 30 + 31 + 30 + 31 + 31 + 27 after 28 March, as published
    assert rubio.description.startswith(
        "Up on Soyuz MS-22.\nDown on Soyuz MS-23.\n371 days from launch to landing.\n"
        "183 days longer than published.\nPlan: "
    )


def test_ids_are_those_of_the_events_not_of_the_run() -> None:
    """A later run in which a launch slips moves the same event, with a later stamp."""
    first = make_run("20230111-091500-123-0a1b2c")
    slipped = replace(MS_23, launch_on=date(2023, 2, 24))
    second = make_run("20230112-080000-000-ffffff", plan=Plan((slipped,)))
    before, after = (
        {event.uid: event for event in read(calendar_text(run, Context()))}
        for run in (first, second)
    )
    assert before.keys() == after.keys()
    launch = "soyuz-ms-23.launch@iss.rotation"
    assert (before[launch].start, after[launch].start) == (date(2023, 2, 20), date(2023, 2, 24))
    assert before[launch].stamp < after[launch].stamp


def test_one_run_gives_one_text() -> None:
    """Whenever it is exported."""
    assert calendar_text(RUN, make_context()) == calendar_text(RUN, make_context())


def test_words_are_those_of_a_planner() -> None:
    """Names, ports, who rides, and what was published; commas and line ends come back."""
    ports = (
        PortStay("poisk-zenith", date(2023, 2, 20), date(2023, 4, 6)),
        PortStay("prichal-nadir", date(2023, 4, 6), date(2023, 8, 29)),
    )
    run = make_run(title="Leak, and then; some", plan=Plan((replace(MS_23, ports=ports),)))
    events = {e.uid.split("@")[0]: e for e in read(calendar_text(run, make_context()))}
    assert [event.summary for event in events.values()] == [
        "Launch: Soyuz MS-23",
        "Docking: Soyuz MS-23 at Poisk zenith",
        "Relocation: Soyuz MS-23 to Prichal nadir",
        "Undocking: Soyuz MS-23",
        "Landing: Soyuz MS-23",
    ]
    assert events["soyuz-ms-23.launch"].description == (
        "Published for 2023-03-16.\nPlan: Leak, and then; some, as of 2023-01-11, run ms-22-leak."
    )
    down = "Down: Dmitry Petelin, Sergey Prokopyev, Frank Rubio.\n"
    assert events["soyuz-ms-23.land"].description.startswith(down)


def test_what_has_no_day_has_no_event() -> None:
    """A flight that waits, a person who stays on the ground, a stay without an end."""
    waiting = FlightPlan("soyuz-ms-25", "soyuz-ms", "waiting", None, None, None, None)
    stays = (
        Stay("ovchinin", None, None, None, None, None, None, None),
        Stay("rubio", "soyuz-ms-22", None, date(2022, 9, 21), None, None, None, None),
    )
    run = make_run(plan=Plan((waiting,), stays))
    [event] = read(calendar_text(run, Context(), has_people=True))
    assert (event.uid, event.end) == ("rubio.soyuz-ms-22@iss.rotation", run.until)
    assert event.description.startswith("Up on soyuz-ms-22.\nThe plan has no ship home.\nPlan: ")


def test_what_has_happened_is_certain() -> None:
    """Before the morning of the run it is confirmed, after it tentative."""
    calendar = icalendar.Calendar.from_ical(calendar_text(RUN, make_context()))
    for event in calendar.walk("VEVENT"):
        has_happened = event.decoded("dtstart") < RUN.as_of
        assert str(event["status"]) == ("CONFIRMED" if has_happened else "TENTATIVE")


def test_the_moment_of_a_run_is_that_of_its_id() -> None:
    """Of a run of others it is the morning that it plans from."""
    assert moment_of(RUN) == datetime(2023, 1, 11, 9, 15, tzinfo=UTC)
    for name in ("ms-22-leak", "20231311-091500-123-0a1b2c", "20230111-0915"):
        assert moment_of(make_run(name)) == datetime(2023, 1, 11, tzinfo=UTC)
