"""``rotation why-not``: a question's price or its conflict, and what is saved of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.domain import Problem, Verdict
from scheduler.planning import explaining
from scheduler.solve import Outcome, search
from tests.cli.small_world import FACTS, small
from tests.command import Answer, rotation

LATER = "soyuz-1 undocks on 2023-06-25"  # five days after its published 20 June
TOO_LATE = "soyuz-1 undocks on 2023-08-20"  # twelve days after its 210 days of life
HOPELESS = "carter returns on soyuz-2"  # which brings home three of its own


def asked(question: str, *words: str | Path, name: str = "plain") -> Answer:
    """Ask a question about a what-if of the small world."""
    return rotation("why-not", small(name), question, "--facts", FACTS, *words)


def on_one_line(text: str) -> str:
    """Take the line ends out of a report."""
    return " ".join(text.split())


def test_a_price_is_told_with_status_0() -> None:
    """Three people stay five days longer; the ship lands five days late; it is one flight."""
    answer = asked(LATER)
    assert answer.status == 0
    assert answer.out.startswith(f"Possible at a price, proved: {LATER}\n")
    assert "It costs 1 flight changed instead of 0, 5 days moved instead of 0" in on_one_line(
        answer.out
    )
    assert "Unchanged: seats and staffing, which rank before that." in on_one_line(answer.out)
    searches = {line.split(",")[0] for line in answer.err.splitlines()}
    assert searches == {"the plan", "as asked"}


def test_json_is_one_document() -> None:
    """With ``--json`` standard output is the document and nothing else."""
    answer = asked(LATER, "--json")
    assert answer.status == 0
    document = answer.json
    assert (document["schema"], document["question"]) == ("rotation.why-not/1", LATER)
    prices = {(one["goal"], one["part"]): (one["plan"], one["asked"]) for one in document["goals"]}
    assert prices == {
        ("change", "flights"): (0, 1),
        ("change", "days"): (0, 5),
        ("extension", "longest"): (0, 5),
        ("extension", "total"): (0, 15),
    }
    assert document["flights"] == [
        {"flight": "soyuz-1", "what": what, "plan": "2023-06-20", "asked": "2023-06-25"}
        for what in ("undock", "land")
    ]
    assert [one["person"] for one in document["people"]] == ["aksyonov", "bykov", "carter"]


def test_a_question_may_be_several_words_or_one() -> None:
    """Quotes are not needed; public names do as well as ids."""
    words = rotation("why-not", small("plain"), *LATER.split(), "--facts", FACTS, "--json").json
    named = asked("Soyuz 1 undocks on 2023-06-25?", "--json").json
    assert words["question"] == named["question"] == LATER
    assert words["goals"] == named["goals"]


def test_what_is_so_already_costs_nothing() -> None:
    """The plan is the same plan."""
    answer = asked("soyuz-1 undocks on 2023-06-20")
    assert answer.status == 0
    assert answer.out.startswith("It is so already: soyuz-1 undocks on 2023-06-20\n")
    assert "that differ" not in answer.out


def test_the_impossible_is_told_with_status_3() -> None:
    """The question's own demand is in the conflict, and is the first to give way."""
    answer = asked(TOO_LATE)
    assert answer.status == 3
    assert answer.out.startswith(f"Impossible, proved: {TOO_LATE}\n")
    told = on_one_line(answer.out)
    assert "Soyuz 1 undocks on 2023-08-20. as asked" in told
    assert "Soyuz 1 lands within 210 days of its launch." in told
    assert (
        "Way out 1 of 2: the cheapest - Soyuz 1 undocks on 2023-08-08, instead of 2023-08-20 as "
        "asked" in told
    )
    assert "- Soyuz 1: certified life 222 days instead of 210 (VL-1, decided by" in told


def test_what_no_waiver_opens_is_told_so() -> None:
    """How many land in a ship is no number that could give way."""
    answer = asked(HOPELESS)
    assert answer.status == 3
    assert "No waiver opens this case" in on_one_line(answer.out)
    assert asked(HOPELESS, "--json").json["all_ways_out"] is True


def test_saved_files_ask_the_same(tmp_path: Path) -> None:
    """The question has no plan as a what-if, either; each way out over it has the one shown."""
    document = asked(TOO_LATE, "--save", tmp_path, "--json").json
    names = ["asked.yaml", "way-1.yaml", "way-2.yaml"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert (tmp_path / "asked.yaml").read_text("utf-8") == document["what_if"]
    words = ("--facts", FACTS, "--no-save", "--json")
    assert rotation("plan", tmp_path / "asked.yaml", *words).status == 3
    for name, way in zip(names[1:], document["ways_out"], strict=True):
        again = rotation("plan", tmp_path / name, *words)
        assert again.status == 0
        for part in ("flights", "stays", "goals"):
            assert again.json[part] == way["run"][part]


def test_a_saved_question_has_the_plan_that_was_shown(tmp_path: Path) -> None:
    """The file is a what-if like any other."""
    document = asked(LATER, "--save", tmp_path, "--json").json
    words = ("plan", tmp_path / "asked.yaml", "--facts", FACTS, "--no-save", "--json")
    again = rotation(*words).json
    for part in ("flights", "stays", "goals"):
        assert again[part] == document["runs"]["asked"][part]


def test_the_report_names_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where there is no way out to save."""
    monkeypatch.chdir(tmp_path)
    assert asked(LATER, "--save", "mine").out.endswith("\n\nSaved: mine/asked.yaml.\n")


def test_another_file_is_never_replaced(tmp_path: Path) -> None:
    """It may be somebody's work: status 2 and its name; the answer is shown all the same."""
    mine = tmp_path / "asked.yaml"
    mine.write_text("mine", "utf-8")
    answer = asked(LATER, "--save", tmp_path)
    assert answer.status == 2
    assert answer.out.startswith("Possible at a price")
    assert "asked.yaml: there is another file of this name. Give a new name." in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["asked.yaml"]
    assert mine.read_text("utf-8") == "mine"


def test_nothing_is_kept(data_of_the_test: Path) -> None:
    """Not even a database is made."""
    asked(LATER)
    asked(TOO_LATE)
    assert not data_of_the_test.exists()


def test_an_undecided_question_is_never_impossible(monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 4: neither a plan nor a proof."""
    monkeypatch.setattr(explaining, "search", lambda *_: Outcome(Verdict.UNDECIDED, None))
    answer = asked(LATER)
    assert answer.status == 4
    assert answer.out.startswith(f"Undecided, nothing is proved: {LATER}\n")
    assert "mpossible" not in answer.out


def test_a_price_that_is_not_proved_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 0, because there is a plan; the time ran out before the last tie was broken."""

    def cut_short(problem: Problem, *rest: object) -> Outcome:
        found = search(problem, *rest)  # type: ignore[arg-type]
        return Outcome(Verdict.FEASIBLE, found.plan, found.goals)

    monkeypatch.setattr(explaining, "search", cut_short)
    answer = asked(LATER)
    assert answer.status == 0
    told = on_one_line(answer.out)
    assert "The plan without the question is not proved optimal" in told
    assert "It may cost less" in told


def test_a_case_without_a_plan_is_told_first() -> None:
    """The question is not to blame."""
    answer = asked("soyuz-2 launches on 2023-06-12", name="too-late")
    assert answer.status == 3
    told = on_one_line(answer.out)
    assert "The case has no plan without the question, either; rotation explain says why." in told
    assert "tests/cli/small/too-late.yaml:8" in told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("soyuz-1 undoks on 2023-06-25", "question:1:9: no verb 'undoks'. Did you mean 'undocks'?"),
        ("soyuz-5 lands on 2023-06-25", "question:1:1: no flight 'soyuz-5'. Did you mean 'soyuz-"),
        ("cartar returns by 2023-06-25", "question:1:1: no person 'cartar'. Did you mean 'carter'"),
        ("soyuz-1 undocks on 2023-06-31", "question:1:20: no day '2023-06-31'. Give a day of the"),
        ("soyuz-1 undocks on 2023-05-19", "2023-05-19 is before as_of (2023-05-20). Give a later"),
        ("soyuz-1 launches by 2023-06-25", "question:1:1: soyuz-1 was launched on 2023-01-10"),
        ("", "question:1:1: nothing is asked. Give a question."),
    ],
)
def test_a_wrong_question_is_told_and_writes_nothing(
    question: str, told: str, tmp_path: Path
) -> None:
    """Status 2, its place in the question, what to give instead; no report, no file."""
    answer = asked(question, "--save", tmp_path / "mine")
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.yaml", LATER), "nowhere.yaml: there is no such file. Give the path of a file."),
        ((str(small("plain")),), "Missing argument 'QUESTION'."),
        ((), "Missing argument 'WHAT-IF'."),
        (("pyproject.toml", LATER), "pyproject.toml"),
    ],
)
def test_wrong_words_are_told(words: tuple[str, ...], told: str) -> None:
    """Status 2, a sentence on standard error, no traceback."""
    answer = rotation("why-not", *words, "--facts", FACTS)
    assert (answer.status, answer.out) == (2, "")
    assert told in " ".join(answer.err.split())
    assert "Traceback" not in answer.err


def test_colours_carry_no_meaning() -> None:
    """With colours and without, no line is wider than the terminal; the words are the same."""
    plain, coloured = asked(LATER, "--no-colour").out, asked(LATER, "--colour").out
    assert "\x1b[" not in plain
    assert "\x1b[33m" in coloured
    assert max(map(len, plain.splitlines())) <= 80
