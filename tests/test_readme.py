"""The documents: what they show exists, and what they explain is understood as it stands.

Commands are asked for their help, never run; the output shown in README.md is not compared.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from scheduler.cli.app import app
from scheduler.documents.questions import FORMS
from scheduler.domain import GOALS, Grade, Health, Verdict
from scheduler.planning import read_case

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
FOLDERS = ("config", "scheduler", "scripts", "seeds", "tests", ".ci")
HEADER = """\
title: An example of README.md
station: iss
as_of: 2023-01-11
until: 2023-12-31
changes:
"""


@cache
def text_of(name: str) -> str:
    """Read one of the documents."""
    return (ROOT / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    """List the fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(name), re.MULTILINE | re.DOTALL)


def spans(name: str) -> list[str]:
    """List what stands between backquotes in the running text; line ends become blanks."""
    prose = re.sub(r"^```.*?^```$", "", text_of(name), flags=re.MULTILINE | re.DOTALL)
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", prose)]


def commands() -> Iterator[tuple[str, str]]:
    """Walk every command that a document shows: after a prompt, or in the text."""
    for name in DOCUMENTS:
        shown = [
            line[2:]
            for block in blocks(name, "console")
            for line in block.splitlines()
            if line.startswith("$ ")
        ]
        for command in dict.fromkeys([*shown, *spans(name)]):
            if re.match(r"(rotation|python3 scripts/dev\.py) ", command):
                yield name, command


def words_of(command: str) -> list[str]:
    """Split a command; what comes after a redirection or a second command is left out."""
    words = shlex.split(command.replace(";", " ; "))
    ends = [words.index(end) for end in (">", ";") if end in words]
    return words[: min(ends, default=len(words))]


@cache
def dev() -> ModuleType:
    """Load scripts/dev.py without running it."""
    spec = importlib.util.spec_from_file_location("dev_of_readme", ROOT / "scripts" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def help_of(words: list[str]) -> str:
    """Ask for help where the words lead; an unknown command or option has none."""
    result = CliRunner().invoke(app, [*words, "--help"])
    assert result.exit_code == 0, result.output
    return result.output


# --- commands and paths ------------------------------------------------------------------------


@pytest.mark.parametrize(("document", "command"), list(commands()), ids=str)
def test_command_that_is_shown_exists(document: str, command: str) -> None:
    """Its help answers with all of its options in place."""
    words = words_of(command)
    if words[0] == "python3":
        assert words[2] in {*dev().VERBS, "help"}, f"{document}: {command}"
    if words[0] == "rotation" or words[2] == "run":
        arguments = words[1:] if words[0] == "rotation" else words[3:]
        help_of([] if arguments == ["ARGS"] else arguments)


def test_command_that_does_not_exist_is_noticed() -> None:
    """The test above would fail on a slip of the pen."""
    with pytest.raises(AssertionError, match="No such command"):
        help_of(["paln"])
    with pytest.raises(AssertionError, match="No such option"):
        help_of(["plan", "--joson"])


def test_every_command_is_in_the_readme() -> None:
    """Nothing that the program can do is left for the reader to find."""
    listed = re.findall(r"^  ([a-z-]+)  ", help_of([]).partition("Commands:")[2], re.M)
    assert len(listed) > 5
    assert [name for name in listed if f"rotation {name}" not in text_of("README.md")] == []


def test_every_form_of_a_question_is_in_the_readme() -> None:
    """With its example; a stroke stands for the bar, which is a column in a table."""
    rows = [f"| `{form.pattern.replace('|', '/')}` | `{form.example}` |" for form in FORMS]
    assert [row for row in rows if f"\n{row}\n" not in text_of("README.md")] == []


def test_every_verb_is_told_to_developers() -> None:
    """CONTRIBUTING.md names each verb of scripts/dev.py."""
    told = text_of("CONTRIBUTING.md")
    assert [verb for verb in dev().VERBS if f"dev.py {verb}" not in told] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_path_that_is_mentioned_exists(document: str) -> None:
    """Paths below the known folders, linked files and shouted names are there."""
    links = re.findall(r"\]\(([^)#]+)\)", text_of(document))
    named = re.findall(r"(?<![\w/.-])((?:[\w.<>-]+/)+[\w.<>-]*)", text_of(document))
    paths = {path.rstrip(".") for path in named if path.split("/")[0] in FOLDERS}
    paths |= {*links, *re.findall(r"\b[A-Z]{4,}\.md\b", text_of(document))}
    paths = {path for path in paths if not re.search(r"[<>]|000N", path)}
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_heading_that_is_linked_exists() -> None:
    """A link within a document leads somewhere."""
    headings = re.findall(r"^#+ (.+)$", text_of("README.md"), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(#([^)]+)\)", text_of("README.md"))
    assert set(links) <= anchors


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_package_registry_is_named(document: str) -> None:
    """Where packages come from is the reader's own affair."""
    assert not re.search(r"pypi|pythonhosted|index-url|https?://", text_of(document), re.I)


# --- what-if files -----------------------------------------------------------------------------


def keys_of(schema: Any) -> Iterator[str]:  # noqa: ANN401  (any JSON)
    """Walk all keys that a schema lets a file have."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from keys_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys_of(part)


def test_every_key_of_what_if_files_is_in_the_readme() -> None:
    """The schema holds no key that README.md does not tell."""
    schema = json.loads((ROOT / "config" / "schema" / "what-if.json").read_text("utf-8"))
    told = set(re.findall(r"[a-z_]+", " ".join(spans("README.md"))))
    assert sorted(set(keys_of(schema)) - told) == []


def test_every_kind_of_change_has_an_example() -> None:
    """The table has a row for each kind that the schema knows."""
    schema = json.loads((ROOT / "config" / "schema" / "what-if.json").read_text("utf-8"))
    kinds = {
        change["properties"]["change"]["const"]
        for change in schema["$defs"].values()
        if "change" in change["properties"]
    }
    assert {example.split(",")[0].removeprefix("{change: ") for example in examples()} == kinds


def examples() -> list[str]:
    """List the examples of the table of changes."""
    return [span for span in spans("README.md") if span.startswith("{change: ")]


@pytest.mark.parametrize("example", examples())
def test_example_of_a_change_is_understood(example: str, tmp_path: Path) -> None:
    """Each example of the table can be laid over the shipped facts of 2023-01-11."""
    file = tmp_path / "example.yaml"
    file.write_text(f"{HEADER}  - {example}\n", "utf-8")
    assert read_case(file).problem.title == "An example of README.md"


def test_worked_example_is_understood(tmp_path: Path) -> None:
    """The file from scratch can be read as it stands, and with what is added to it later."""
    (tmp_path / "config").symlink_to(ROOT / "config")
    whole, *added = blocks("README.md", "yaml")
    file = tmp_path / "falcon-9-grounded.yaml"
    file.write_text("".join([whole, *added]), "utf-8")
    problem = read_case(file).problem
    assert any(outage.subject == "falcon-9" for outage in problem.outages)
    assert any(flight.cadence for flight in (*problem.flights.values(), *problem.later))
    assert (len(problem.overrides), len(added)) == (1, 2)


def test_words_of_the_report_are_told() -> None:
    """Every verdict, seat grade, health and goal is in README.md."""
    told = text_of("README.md")
    words = [*(v.value for v in Verdict), *(g.name for g in Grade), *(h.value for h in Health)]
    assert [word for word in (*words, *GOALS) if word not in told] == []


def test_what_was_cut_is_marked() -> None:
    """The real run is shown from its verdict to its findings, with marked cuts."""
    [run] = [
        b for b in blocks("README.md", "console") if b.startswith("$ python3 scripts/dev.py run\n!")
    ]
    assert "So what happens?" in run
    assert "\nFindings\n" in run
    assert "[...]" in run
    assert max(map(len, run.splitlines())) <= 80
