"""Charts: bars where the ships are, labels that never cover one another, a key for the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain import AboardSpan, Run, Stay
from scheduler.reports import Context, render
from scheduler.reports.scale import Scale
from scheduler.reports.timeline import Bar, Key, track
from tests.reports.example import make_run
from tests.reports.example_endings import make_quiet_run
from tests.reports.example_ships import AS_OF, UNTIL, day, make_context

START = date(2023, 3, 2)


def draw(*bars: tuple[int, int, str], columns: int = 20, **how: object) -> tuple[str, list[str]]:
    """Draw bars given by first day, last day excluded and label, a day a column."""
    scale = Scale(START, START + timedelta(columns), 1, 1)
    made = [
        Bar(START + timedelta(a), START + timedelta(b), "#", "", label, **how)  # type: ignore[arg-type]
        for a, b, label in bars
    ]
    key = Key()
    return track(scale, made, key).plain, key.entries


def chart(run: Run, title: str, width: int = 100, context: Context | None = None) -> list[str]:
    """Give the lines of one chart of a report."""
    blocks = render(run, context or make_context(), width=width).split("\n\n")
    [found] = [block for block in blocks if block.startswith(title + ":")]
    return found.splitlines()


@pytest.mark.parametrize(
    ("bars", "row", "key"),
    [
        pytest.param([(0, 8, "MS-22")], "#MS-22##", [], id="inside"),
        pytest.param([(0, 6, "MS-22")], "#MS-22", [], id="inside-just"),
        pytest.param([(0, 5, "MS-22")], "##### MS-22", [], id="beside"),
        pytest.param([(-9, 8, "MS-22")], "#MS-22##", [], id="from-before"),
        pytest.param([(14, 25, "MS-22")], "              #MS-22", [], id="past-the-end"),
        pytest.param([(17, 25, "MS-22")], "                 a##", ["a MS-22"], id="no-room"),
        pytest.param(
            [(0, 3, "MS-22"), (9, 15, "MS-23")], "a##      #MS-23", ["a MS-22"], id="tight"
        ),
        pytest.param([(0, 3, "MS-22"), (10, 16, "MS-23")], "### MS-22 #MS-23", [], id="room"),
        pytest.param([(0, 8, "MS-22"), (8, 16, "MS-23")], "#MS-22# #MS-23##", [], id="touching"),
        pytest.param([(2, 3, "A"), (3, 4, "B")], "  a# B", ["a A"], id="one-column-each"),
        pytest.param([(2, 3, "A"), (2, 3, "B")], "  a# B", ["a A"], id="same-day"),
        pytest.param([(30, 40, "MS-22")], "", [], id="outside"),
        pytest.param([], "", [], id="none"),
    ],
)
def test_one_row(bars: list[tuple[int, int, str]], row: str, key: list[str]) -> None:
    """A label stands inside its bar, else beside it, else in the key."""
    drawn, entries = draw(*bars)
    assert (drawn.rstrip(), entries) == (row, key)


def test_label_at_the_end() -> None:
    """A ship home stands behind the bar; where the bar goes on, in its end."""
    assert draw((0, 8, "MS-23"), is_labelled_last=True)[0].rstrip() == "######## MS-23"
    assert draw((0, 25, "MS-23"), is_labelled_last=True)[0] == "############ MS-23 #"
    assert draw((0, 17, "MS-23"), is_labelled_last=True)[0].rstrip() == "######### MS-23 #"
    assert draw((15, 25, "MS-23"), is_labelled_last=True) == (" " * 15 + "a####", ["a MS-23"])


def test_tail_and_mark() -> None:
    """The part beyond the published day is drawn otherwise; a ship that moves on is marked."""
    drawn, _ = draw(
        (0, 8, "X"), tail_on=START + timedelta(3), tail=("+", ""), is_labelled_last=True
    )
    assert drawn.rstrip() == "###+++++ X"
    assert draw((0, 8, "X"), ends_with=">")[0].rstrip() == "#X#####>"
    assert draw((9, 25, "X"), ends_with=">")[0].rstrip() == "         #X#########"


def test_compact_labels_and_letters() -> None:
    """A compact label serves where it fits and is free; the key tells the full name."""
    key = Key()
    bars = [
        Bar(START, START, "#", "", "P MS-25", "P25", "Progress MS-25"),
        Bar(START, START, "#", "", "Crew-7", "C7", "SpaceX Crew-7"),
        Bar(START, START, "#", "", "CRS-7", "C7", "Dragon CRS-7"),
        Bar(START, START, "#", "", "CFT"),
    ]
    assert [key.mark(bar, 2) for bar in bars] == ["a", "C7", "b", "c"]
    assert key.mark(bars[0], 3) == "P25"
    assert key.mark(bars[0], 2) == "a"
    assert key.entries == [
        "C7 SpaceX Crew-7",
        "P25 Progress MS-25",
        "a Progress MS-25",
        "b Dragon CRS-7",
        "c CFT",
    ]


def test_wide_letters_take_two_columns() -> None:
    """A name in wide letters keeps the row's width, inside a bar and beside it."""
    assert draw((0, 8, "天舟-7"))[0] == "#天舟-7#" + " " * 12
    assert draw((0, 3, "天舟-7"), (11, 13, "X"))[0] == "### 天舟-7 #X" + " " * 7


@given(
    st.lists(st.tuples(st.integers(-5, 45), st.integers(1, 30)), max_size=8),
    st.integers(1, 60),
    st.integers(1, 40),
)
def test_any_row_keeps_its_width(
    bars: list[tuple[int, int]], columns: int, days_a_step: int
) -> None:
    """Bars that touch, overlap or leave the scale never make the row longer or shorter."""
    scale = Scale(START, START + timedelta(columns * days_a_step), days_a_step, 1)
    made = [
        Bar(START + timedelta(a), START + timedelta(a + b), "#", "", f"MS-{a}") for a, b in bars
    ]
    assert len(track(scale, made, Key()).plain) == columns


def test_ports_are_grouped_by_segment() -> None:
    """Ports stand under their segments in the order of the station; empty ones are named."""
    lines = chart(make_run(), "Ports")
    labels = [line[:19].rstrip() for line in lines[2:11]]
    assert labels == [
        "  RS, Russian segme",
        "    Rassvet nadir",
        "    Poisk zenith",
        "    Prichal nadir",
        "    Zvezda aft",
        "  USOS, US segment",
        "    Harmony forward",
        "    Harmony zenith",
        "    Unity nadir",
    ]


def test_ports_without_ships_are_named() -> None:
    """A port where no ship stands in the whole horizon takes no row."""
    lines = chart(make_quiet_run(), "Ports")
    assert not any(line.startswith("    Prichal nadir") for line in lines)
    assert lines[-1] == "    No ship at any time: Prichal nadir."


def test_relocation_is_seen() -> None:
    """A ship that moves is marked where it leaves, and named again where it arrives."""
    lines = {line[4:19].strip(): line for line in chart(make_run(), "Ports")}
    # MS-23 docks on 02-22 at Poisk and moves to Prichal on 04-06; 5 days a column, from 01-11:
    # columns 8 (42 days) to 17 (85 days) behind the 20 columns of labels
    assert lines["Poisk zenith"][28:37] == "█MS-23██→"
    assert lines["Prichal nadir"][37:44] == "█MS-23█"
    assert "→ moves to another port" in lines["█ crew ship, ░"]


def test_cargo_is_lighter() -> None:
    """Cargo ships have a fill of their own, said in the legend."""
    lines = {line[4:19].strip(): line for line in chart(make_run(), "Ports")}
    assert "░NG-18░" in lines["Unity nadir"]
    assert "░ cargo ship" in lines["█ crew ship, ░"]


def test_ports_without_a_station() -> None:
    """Without a station file the ports of the plan are drawn, in order of id."""
    lines = chart(make_run(), "Ports", context=Context())
    assert lines[2].startswith("    Harmony forward █crew-5")


def test_people_stand_by_ship_with_extension() -> None:
    """Each person has a row; the part beyond the published landing is drawn otherwise."""
    lines = chart(make_run(), "People")
    assert lines[2] == "  up on Soyuz MS-22"
    # 86 columns of 5 days would be too many: 354 days are 71 columns; from 01-11 the published
    # landing on 03-28 is 76 days or 15 columns on, the undocking on 09-27 259 days or 52 columns
    assert lines[5].startswith("    Rubio     " + "█" * 15 + "▒" * 37 + " MS-23")
    assert "  up on Axiom Ax-2" in lines
    assert any("▒ aboard longer than published" in line for line in lines)


def test_nobody_extended_needs_no_legend() -> None:
    """The legend speaks only of what is drawn."""
    assert not any("▒" in line for line in chart(make_quiet_run(), "People"))


def test_stay_without_an_end_or_a_ship() -> None:
    """A stay without a ship home lasts to the edge and says so."""
    run = make_quiet_run()
    assert run.plan
    stay = Stay("rubio", None, None, AS_OF, None, None, None, None)
    lines = chart(replace(run, plan=replace(run.plan, stays=(stay,))), "People")
    assert lines[2] == "  ship up unknown"
    assert lines[3].endswith(" no ship █")


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([(AS_OF, UNTIL, 7, 3)], "Aboard: 7 throughout; RS 3; USOS 4."),
        (
            [(day("2023-01-01"), day("02-01"), 7, 3), (day("02-01"), UNTIL, 11, 4)],
            "Aboard: 7 at least, 11 at most (2023-02-01 to 2023-12-30); RS 3 to 4; USOS 4 to 7.",
        ),
    ],
)
def test_head_count(spans: list[tuple[date, date, int, int]], told: str) -> None:
    """Below the chart stands how many are aboard, at least and at most."""
    run = make_quiet_run()
    assert run.plan
    aboard = tuple(AboardSpan(a, b, n, {"RS": rs, "USOS": n - rs}) for a, b, n, rs in spans)
    lines = chart(replace(run, plan=replace(run.plan, aboard=aboard)), "People")
    assert lines[-1].strip() == told


def test_waiting_ships_have_no_bars() -> None:
    """A ship that does not fly stands at no port, whatever its row says."""
    run = make_quiet_run()
    assert run.plan
    grounded = tuple(replace(flight, status="cancelled") for flight in run.plan.flights)
    text = render(replace(run, plan=replace(run.plan, flights=grounded)), make_context())
    assert "Ports:" not in text
