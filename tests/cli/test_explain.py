"""``rotation explain``: exit status, what goes where, what is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.planning import reasons as finding_reasons
from tests.cli.small_world import FACTS, planned, small
from tests.command import Answer, rotation

# Soyuz 1 was launched on 10 January: 21 + 28 + 31 + 30 + 31 + 30 + 31 + 8 days later, on
# 8 August, its 210 days end. It is asked to stay 12 days longer, to the 20th.
SOONER = "Soyuz 1 undocks on 2023-08-08 at the earliest, instead of 2023-08-20"
LONGER = "Soyuz 1: certified life 222 days instead of 210"
STEPS = {"is there a plan", "a conflict", "a smallest conflict", "all conflicts", "ways out"}


def explained(name: str, *words: str | Path) -> Answer:
    """Explain a what-if of the small world."""
    return rotation("explain", small(name), "--facts", FACTS, *words)


def on_one_line(text: str) -> str:
    """Take the line ends out of a report."""
    return " ".join(text.split())


def test_an_infeasible_case_is_explained_with_status_3() -> None:
    """Verdict, conflict and what is taken as given; nothing but progress on standard error."""
    answer = explained("too-late")
    assert answer.status == 3
    assert answer.out.startswith(
        "Infeasible, proved: no plan exists. Soyuz 1 has to stay longer than it may\n"
    )
    told = on_one_line(answer.out)
    assert "2 requirements cannot hold together. Each is needed" in told
    assert "Soyuz 1 undocks on 2023-08-20 at the earliest." in told
    assert "Soyuz 1 lands within 210 days of its launch." in told
    assert "Taken as given: all that happened before 2023-05-20" in told
    steps = {line.split(":")[0] for line in answer.err.splitlines()}
    assert {step for step in steps if not step.startswith("way ")} <= STEPS


def test_the_ways_out_are_told_with_their_amounts_and_plans() -> None:
    """The demand gives way by 12 days or the life does; no third number has a part in it."""
    told = on_one_line(explained("too-late").out)
    assert f"Way out 1 of 2: the cheapest - {SOONER}" in told
    assert f"Way out 2 of 2: the next cheapest - {LONGER} (VL-1, decided by" in told
    assert told.count("Then there is a plan, proved optimal.") == 2
    assert "There is no other" in told
    assert "Side by side" in told


def test_a_case_with_a_plan_is_told_so_with_status_0() -> None:
    """There is nothing to explain, and nothing to save."""
    answer = explained("plain")
    assert answer.status == 0
    assert answer.out.startswith("There is a plan: Two ships, as published\n")
    assert "Why there is no plan" not in answer.out


def test_without_a_second_proof_the_status_is_4(monkeypatch: pytest.MonkeyPatch) -> None:
    """One proof is not enough to call a case infeasible."""
    monkeypatch.setattr(finding_reasons, "prove_infeasible", lambda *_: False)
    answer = explained("too-late", "--json")
    assert answer.status == 4
    assert (answer.json["verdict"], answer.json["conflicts"]) == ("undecided", [])


def test_json_is_one_document() -> None:
    """With ``--json`` standard output is the document and nothing else."""
    answer = explained("too-late", "--json")
    assert answer.status == 3
    document = answer.json
    assert (document["schema"], document["verdict"]) == ("rotation.explanation/1", "infeasible")
    [conflict] = document["conflicts"]
    assert {member["ref"] for member in conflict["requirements"]} == {"what-if", "VL-1"}
    assert (conflict["irreducible"], conflict["reproved"]) == (True, True)
    needs = [way["waivers"] for way in document["ways_out"]]
    assert [(need["rule"], need["by"], need["unit"]) for [need] in needs] == [
        ("what-if", 12, "days"),
        ("VL-1", 12, "days"),
    ]
    assert document["all_ways_out"] is True


def test_what_is_asked_of_the_conflicts_is_told() -> None:
    """Only the demand and the life bound Soyuz 1, so theirs is the one conflict and smallest."""
    document = explained("too-late", "--smallest", "--all", "--ways", "0", "--json").json
    assert (document["smallest"], document["all_conflicts"]) == (True, True)
    assert len(document["conflicts"]) == 1
    told = on_one_line(explained("too-late", "--smallest", "--all", "--ways", "0").out)
    assert "1 conflict found; there is no other, which is proved." in told
    assert "None has fewer members than this, which is proved." in told


def test_without_asking_nothing_is_told_of_other_conflicts() -> None:
    """The labels are null."""
    document = explained("too-late", "--ways", "0", "--json").json
    assert (document["smallest"], document["all_conflicts"]) == (None, None)


def test_no_ways_out_are_looked_for_where_none_is_wanted() -> None:
    """``--ways 0`` ends with the conflict, and does not say that there is no way."""
    answer = explained("too-late", "--ways", "0")
    assert "ay out" not in answer.out
    assert "Ways out" not in answer.out
    assert explained("too-late", "--ways", "0", "--json").json["all_ways_out"] is None


def test_one_way_out_may_not_be_the_only_one() -> None:
    """``--ways 1`` stops looking; the report says so."""
    told = on_one_line(explained("too-late", "--ways", "1").out)
    assert f"A way out: the cheapest - {SOONER}" in told
    assert "There may be others." in told


def test_saved_ways_out_give_the_plans_that_were_shown(tmp_path: Path) -> None:
    """Each file is a what-if over the case, from wherever it is saved."""
    folder = tmp_path / "new" / "ways"
    ways = explained("too-late", "--save", folder, "--json").json["ways_out"]
    names = ["way-1.yaml", "way-2.yaml"]
    assert sorted(path.name for path in folder.iterdir()) == names
    for name, way in zip(names, ways, strict=True):
        assert (folder / name).read_text("utf-8") == way["what_if"]
        again = rotation("plan", folder / name, "--facts", FACTS, "--no-save", "--json")
        assert again.status == 0
        for part in ("flights", "stays", "seats", "goals", "waivers"):
            assert again.json[part] == way["run"][part]


def test_the_report_names_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saved or not, the reader learns how to have them."""
    monkeypatch.chdir(tmp_path)
    saved = on_one_line(explained("too-late", "--save", "ways").out)
    assert saved.endswith("Saved: ways/way-1.yaml, ways/way-2.yaml.")
    told = on_one_line(explained("too-late").out)
    assert told.endswith(
        "--save DIR writes each way out as a what-if file, to be planned or changed."
    )


def test_saving_the_same_again_is_no_fault(tmp_path: Path) -> None:
    """The files are there already, to the letter."""
    assert explained("too-late", "--save", tmp_path).status == 3
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert explained("too-late", "--save", tmp_path).status == 3
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_another_file_is_never_replaced(words: tuple[str, ...], tmp_path: Path) -> None:
    """It may be somebody's work: nothing is saved, status 2; the answer is shown all the same."""
    mine = tmp_path / "way-2.yaml"
    mine.write_text("mine", "utf-8")
    answer = explained("too-late", "--save", tmp_path, *words)
    assert answer.status == 2
    assert "certified life 222 days instead of 210" in answer.out
    assert "Saved" not in answer.out
    assert "way-2.yaml: there is another file of this name. Give a new name." in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["way-2.yaml"]
    assert mine.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    """Where a file stands no folder can be made."""
    (tmp_path / "file").write_text("", "utf-8")
    answer = explained("too-late", "--save", tmp_path / "file")
    assert answer.status == 2
    assert answer.out.startswith("Infeasible, proved")
    assert "file: is no folder" in answer.err


def test_no_folder_is_made_for_nothing(tmp_path: Path) -> None:
    """A case with a plan has no way out to save."""
    assert explained("plain", "--save", tmp_path / "ways").status == 0
    assert list(tmp_path.iterdir()) == []


def test_ways_are_saved_where_a_link_leads(tmp_path: Path) -> None:
    """``..`` is taken from the folder itself; a what-if that is a link keeps its own name."""
    (tmp_path / "deep" / "er" / "ways").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "deep" / "er" / "ways")
    (tmp_path / "mine.yaml").symlink_to(small("too-late"))
    words = ("explain", tmp_path / "mine.yaml", "--facts", FACTS, "--save", tmp_path / "link")
    assert rotation(*words).status == 3
    saved = tmp_path / "link" / "way-1.yaml"
    assert 'under: ["../../../mine.yaml"]' in saved.read_text("utf-8")
    assert rotation("plan", saved, "--facts", FACTS, "--no-save").status == 0


@pytest.mark.parametrize("name", ["too-late", "plain"])
def test_nothing_is_kept(name: str, data_of_the_test: Path) -> None:
    """Not even a database is made."""
    explained(name)
    assert not data_of_the_test.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((Path("nowhere.yaml"),), "nowhere.yaml: there is no such file. Give the path of a file."),
        ((small("plain"), "--facts", "nowhere"), "nowhere: no such folder."),
        ((small("plain"), "--station", "no.yaml"), "no.yaml: there is no such"),
        ((small("plain"), "--ways", "-1"), "--ways"),
        ((small("plain"), "--most", "0"), "--most"),
        ((), "Missing argument 'WHAT-IF'."),
    ],
)
def test_wrong_words_are_told_and_write_nothing(
    words: tuple[str | Path, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2, a sentence on standard error, no report, no file, no folder."""
    monkeypatch.chdir(tmp_path)
    answer = rotation("explain", *words, "--save", "ways")
    assert (answer.status, answer.out) == (2, "")
    assert told in " ".join(answer.err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_kept_run_still_tells_the_ways_out() -> None:
    """``plan`` lists them, unplanned; ``runs show`` by rule, subject and amount."""
    answer = planned("too-late")
    told = on_one_line(answer.out)
    assert f"Ways out: the cheapest first - {SOONER}" in told
    assert f"- {LONGER}" in told
    run = answer.out.split("Run ")[1].split(",")[0]
    shown = on_one_line(rotation("runs", "show", run).out)
    assert "VL-1 for" in shown
    assert "days (" in shown


def test_colours_carry_no_meaning() -> None:
    """With colours and without, the words are the same; a narrow terminal is kept."""
    plain, coloured = (
        explained("too-late", "--no-colour").out,
        explained("too-late", "--colour").out,
    )
    assert "\x1b[" not in plain
    assert "\x1b[1m" in coloured
    assert max(map(len, plain.splitlines())) <= 80
