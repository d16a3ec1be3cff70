"""Short names are as short as the run allows, and never stand for two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Plan, Stay
from scheduler.reports import Context
from scheduler.reports.context import View, listed
from tests.reports.example import make_run
from tests.reports.example_endings import make_quiet_run
from tests.reports.example_ships import SHIPS, make_context


def view_of(people: dict[str, str], ships: dict[str, str] | None = None) -> View:
    """Make the view of a run with these people aboard."""
    stays = tuple(
        Stay(person, "crew-5", "crew-5", None, None, None, None, None) for person in people
    )
    run = replace(make_quiet_run(), plan=Plan(stays=stays))
    return View(run, Context(names={**people, **(ships or {})}), 80)


@pytest.mark.parametrize(
    ("person", "name", "short"),
    [
        ("rubio", "Frank Rubio", "Rubio"),
        ("al-neyadi", "Sultan Al Neyadi", "Al Neyadi"),
        ("ohara", "Loral O'Hara", "O'Hara"),
        ("lopez-alegria", "Michael López-Alegría", "López-Alegría"),
        ("kononenko-oleg", "Oleg Kononenko", "Kononenko"),
        ("wiseman", "Reid", "Reid"),
        ("yang", "Yang Liwei", "Liwei"),
        ("rubio", "rubio", "rubio"),
    ],
)
def test_family_names(person: str, name: str, short: str) -> None:
    """The id says which words are the family name; where it does not, the last word is it."""
    assert view_of({person: name}).person(person) == short


def test_shared_family_names() -> None:
    """People of one family name keep the initial of their given name, or their full name."""
    names = {"kelly-mark": "Mark Kelly", "kelly-scott": "Scott Kelly"}
    view = view_of(names)
    assert [view.person(person) for person in names] == ["M. Kelly", "S. Kelly"]
    names["kelly-sean"] = "Sean Kelly"
    view = view_of(names)
    assert [view.person(person) for person in names] == ["M. Kelly", "Scott Kelly", "Sean Kelly"]


def test_ships_of_two_families() -> None:
    """Progress ships share their numbers with Soyuz ships, so they carry an initial."""
    view = View(make_run(), make_context(), 80)
    short = {ship: view.short_ship(ship) for ship in SHIPS}
    assert short["soyuz-ms-23"] == "MS-23"
    assert short["progress-ms-23"] == "P MS-23"
    assert short["progress-ms-20"] == "P MS-20"  # although no Soyuz MS-20 is in this run
    assert short["crew-5"] == "Crew-5"
    assert short["crs-27"] == "CRS-27"
    assert len(set(short.values())) == len(short)


def test_ships_by_id() -> None:
    """Without names the ids are shortened the same way."""
    view = View(make_run(), Context(), 80)
    ships = ("soyuz-ms-23", "progress-ms-23", "crew-5")
    assert [view.short_ship(ship) for ship in ships] == ["ms-23", "p ms-23", "crew-5"]


def test_compact_names() -> None:
    """A compact name is an initial and a number; a ship without a number has none."""
    view = View(make_run(), make_context(), 80)
    assert view.compact_ship("progress-ms-23") == "P23"
    assert view.compact_ship("starliner-cft") == ""


def test_other_names() -> None:
    """Ports are written as words, the station by its name, segments with theirs."""
    context = make_context()
    assert context.name("iss") == "International Space Station"
    assert context.name("rassvet-nadir") == "Rassvet nadir"
    assert context.name("nobody") == "nobody"
    assert context.segment("RS") == "RS, Russian segment"
    assert Context().segment("RS") == "RS"
    assert View(make_run(), context, 80).ship(None) == "none"


def test_names_in_a_rules_own_words() -> None:
    """Flights, ports and the subject are named; words that look like other people's ids stay."""
    context = make_context()
    text = "rubio is in crew-5 at harmony-forward, not crew-55; mann stays (ms-22-leak)"
    assert context.named(text, "rubio") == (
        "Frank Rubio is in SpaceX Crew-5 at Harmony forward, not crew-55; mann stays (ms-22-leak)"
    )
    assert Context().named(text, "rubio") == text


def test_names_cannot_steer_the_terminal() -> None:
    """Control characters in a name are blanked out."""
    assert Context(names={"rubio": "Ru\x1b[31mbio"}).name("rubio") == "Ru [31mbio"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_listed(words: list[str], text: str) -> None:
    """Words are joined as in a sentence."""
    assert listed(words) == text
