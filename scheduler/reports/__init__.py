"""What a run looks like to a reader: text for the terminal, JSON for machines."""

from scheduler.reports.comparison import comparison_report as comparison_report
from scheduler.reports.context import Context as Context
from scheduler.reports.contrast import contrast_report as contrast_report
from scheduler.reports.explanation import explanation_report as explanation_report
from scheduler.reports.findings import check_report as check_report
from scheduler.reports.ledger import ledger_report as ledger_report
from scheduler.reports.lists import RuleRow as RuleRow
from scheduler.reports.lists import RunRow as RunRow
from scheduler.reports.lists import editions_table as editions_table
from scheduler.reports.lists import facts_table as facts_table
from scheduler.reports.lists import goals_in_brief as goals_in_brief
from scheduler.reports.lists import rules_table as rules_table
from scheduler.reports.lists import runs_table as runs_table
from scheduler.reports.past import past_report as past_report
from scheduler.reports.render import Format as Format
from scheduler.reports.render import Reporter as Reporter
from scheduler.reports.render import render as render
from scheduler.reports.replay import replay_report as replay_report
from scheduler.reports.replay import replays_table as replays_table
from scheduler.reports.slips import slips_report as slips_report
