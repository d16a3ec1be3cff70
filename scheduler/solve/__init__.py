"""Run the search: limits, seed, hints, status; a problem in, a plan out."""

from scheduler.solve.engine import Answer as Answer
from scheduler.solve.engine import Engine as Engine
from scheduler.solve.lexicographic import Outcome as Outcome
from scheduler.solve.lexicographic import Progress as Progress
from scheduler.solve.searching import search as search
from scheduler.solve.start import hint_published as hint_published
from scheduler.solve.start import published_days as published_days
from scheduler.solve.values import Values as Values
