"""The flight-plan chart: time across, ports and people as bars, seats against heads, one page.

The layout decides every place and label once; each format draws the same scene.
"""

from scheduler.reports.chart.against import PUBLISHED as PUBLISHED
from scheduler.reports.chart.against import published_plan as published_plan
from scheduler.reports.chart.charted import Charted as Charted
from scheduler.reports.chart.charted import Other as Other
from scheduler.reports.chart.formats import ChartFormat as ChartFormat
from scheduler.reports.chart.formats import draw as draw
from scheduler.reports.chart.formats import format_of as format_of
from scheduler.reports.chart.layout import lay_out as lay_out
from scheduler.reports.chart.page import Size as Size
