"""Fact folders into facts, with every fault told by file, line and column."""

from scheduler.intake.appending import added as added
from scheduler.intake.appending import new_file as new_file
from scheduler.intake.appending import rows_by_file as rows_by_file
from scheduler.intake.exceptions import read_exceptions as read_exceptions
from scheduler.intake.expeditions import read_expeditions as read_expeditions
from scheduler.intake.fingerprint import fingerprint as fingerprint
from scheduler.intake.folder import FactFolder as FactFolder
from scheduler.intake.folder import read_facts as read_facts
from scheduler.intake.layout import UNFINISHED as UNFINISHED
