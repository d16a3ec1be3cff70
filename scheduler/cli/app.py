"""The command tree; heavy imports stay inside the commands, so ``--help`` is quick."""

from __future__ import annotations

import sys

import typer

from scheduler.cli import (
    accept,
    chart,
    check,
    compare,
    db,
    explain,
    export,
    facts,
    history,
    past,
    plan,
    rules,
    runs,
    schema,
    why_not,
)
from scheduler.cli.common import ExitCode

app = typer.Typer(
    name="rotation",
    help=(
        "Plan crew rotation for a space station: which ship flies when, with whom up and whom "
        "down, and who has which seat home. Every plan is proved, and judged without the solver."
    ),
    epilog=(
        "Exit status: 0 a plan or a clean check, 1 findings of a check, 2 wrong input, "
        "3 proved infeasible, 4 undecided."
    ),
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command("plan", epilog=plan.EXAMPLES)(plan.plan_command)
app.command("explain", epilog=explain.EXAMPLES)(explain.explain_command)
app.command("why-not", epilog=why_not.EXAMPLES)(why_not.why_not_command)
app.command("compare", epilog=compare.EXAMPLES)(compare.compare_command)
app.command("export", epilog=export.EXAMPLES)(export.export_command)
app.command("check", epilog=check.EXAMPLES)(check.check_command)
app.command("chart", epilog=chart.EXAMPLES)(chart.chart_command)
app.command("rules", epilog=rules.EXAMPLES)(rules.rules_command)
facts.app.command("accept", epilog=accept.EXAMPLES)(accept.accept_command)
app.add_typer(facts.app, name="facts")
app.add_typer(runs.app, name="runs")
history.app.command("audit", epilog=past.AUDIT_EXAMPLES)(past.audit_command)
history.app.command("replay", epilog=past.REPLAY_EXAMPLES)(past.replay_command)
app.add_typer(history.app, name="history")
app.command("schema", epilog=schema.EXAMPLES)(schema.schema_command)
app.add_typer(db.app, name="db")


def main() -> None:
    """Run the command and exit with its status; a bug of ours has one that no answer has."""
    try:
        app()
    except Exception:
        import traceback

        traceback.print_exc()
        sys.exit(ExitCode.OUR_BUG)
