"""What may be decided: the CP-SAT variables of one problem behind named questions."""

from scheduler.board.board import Board as Board
from scheduler.board.calendar import Calendar as Calendar
from scheduler.board.crews import LineQueue as LineQueue
from scheduler.board.literals import Literal as Literal
from scheduler.board.literals import Number as Number
from scheduler.board.literals import Timepoint as Timepoint
from scheduler.board.literals import conjunction as conjunction
from scheduler.board.literals import negate as negate
from scheduler.board.people import PeopleClass as PeopleClass
from scheduler.board.people import SeatGroup as SeatGroup
from scheduler.board.people import health_days as health_days
from scheduler.board.requirement import RequirementScope as RequirementScope
from scheduler.board.requirement import Slack as Slack
from scheduler.board.rides import Ride as Ride
from scheduler.board.seats import Landing as Landing
from scheduler.board.ships import PortSlot as PortSlot
from scheduler.board.ships import Ship as Ship
