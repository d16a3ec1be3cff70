"""What-if files: read, stacked, laid over a problem; gives a new problem."""

from scheduler.scenarios.applying import apply_what_if as apply_what_if
from scheduler.scenarios.question import Question as Question
from scheduler.scenarios.question import read_question as read_question
from scheduler.scenarios.reading import read_what_if as read_what_if
from scheduler.scenarios.relaxed import relaxed_what_if as relaxed_what_if
from scheduler.scenarios.schema import what_if_schema as what_if_schema
from scheduler.scenarios.what_if import WhatIf as WhatIf
