"""Every command, option, rule, goal and setting has its help text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from scheduler.cli.app import app
from scheduler.domain import HARDNESS
from scheduler.domain.numbers import numbers_of
from scheduler.goals import GOALS
from scheduler.rules import RULES
from scheduler.scenarios import what_if_schema
from scheduler.settings import station_schema
from tests.command import rotation

WITH_EXAMPLES = [
    ("plan",),
    ("explain",),
    ("why-not",),
    ("compare",),
    ("export",),
    ("check",),
    ("chart",),
    ("rules",),
    ("schema",),
    ("facts", "list"),
    ("facts", "show"),
    ("facts", "load"),
    ("facts", "accept"),
    ("runs", "show"),
    ("runs", "json"),
    ("history", "ledger"),
    ("history", "slips"),
    ("history", "audit"),
    ("history", "replay"),
]


def commands(command: Any, *names: str) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401
    """Walk a command and those below it, each with the words that call it."""
    yield names, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, *names, name)


COMMANDS = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_its_help(words: tuple[str, ...]) -> None:
    """It says what it does, in a sentence that fits the list of commands, and ends well."""
    first = COMMANDS[words].help.strip().split("\n\n")[0]
    assert first.endswith(".")
    answer = rotation(*words, "--help")
    assert answer.status == 0
    listed = answer.out.split("Commands:")[1].split("\n\n")[0] if "Commands:" in answer.out else ""
    assert "..." not in listed
    assert max(map(len, answer.out.splitlines())) <= 80


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_option_has_its_help(words: tuple[str, ...]) -> None:
    """A sentence or two, beginning with a capital, ending with a full stop."""
    for option in COMMANDS[words].params:
        text = getattr(option, "help", None)
        assert text, f"{' '.join(words)} {option.name}"
        assert text[0].isupper()
        assert text.endswith((".", "installation."))


@pytest.mark.parametrize("words", WITH_EXAMPLES, ids=" ".join)
def test_examples_can_be_copied(words: tuple[str, ...]) -> None:
    """Each stands on a line of its own and begins as it is typed."""
    lines = rotation(*words, "--help").out.splitlines()
    start = next(n for n, line in enumerate(lines) if line.strip() in ("Example:", "Examples:"))
    examples = [line.strip() for line in lines[start + 1 :]]
    assert examples
    assert all(line.startswith(f"rotation {' '.join(words)}") for line in examples)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_described(rule: Any) -> None:  # noqa: ANN401
    """A sentence, a source and a hardness class; its numbers have units."""
    assert rule.sentence.endswith(".")
    assert rule.source
    assert rule.hardness in HARDNESS
    assert all(number.unit for number in numbers_of(rule.ref))


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.code)
def test_every_goal_is_described(goal: Any) -> None:  # noqa: ANN401
    """A sentence in the planner's words."""
    assert goal.sentence.endswith(".")


@pytest.mark.parametrize("schema", [what_if_schema, station_schema])
def test_every_setting_is_described(schema: Any) -> None:  # noqa: ANN401
    """An editor shows a line for each key of a file that a user writes."""
    bare = [path for path, key in keys(schema()) if not key.get("description")]
    assert bare == []


def keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk all keys of a schema, each with its place."""
    for name, part in {"": schema, **schema.get("$defs", {})}.items():
        for key, value in part.get("properties", {}).items():
            yield f"{name}.{key}", value
