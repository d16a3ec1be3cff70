"""Run the search: limits, seed, hints, status; a problem in, a plan out."""

from scheduler.solve.engine import Answer as Answer
from scheduler.solve.engine import Engine as Engine
from scheduler.solve.lexicographic import Outcome as Outcome
from scheduler.solve.lexicographic import Progress as Progress
from scheduler.solve.lexicographic import search as search
