"""What was flown, and what follows from it: expeditions, handovers, extensions, slips.

Nothing is planned here, and no rule is asked.
"""

from scheduler.history.comparing import Mismatch as Mismatch
from scheduler.history.comparing import RecordedExpedition as RecordedExpedition
from scheduler.history.completing import Voyage as Voyage
from scheduler.history.completing import completed as completed
from scheduler.history.expeditions import Expedition as Expedition
from scheduler.history.expeditions import Turn as Turn
from scheduler.history.extensions import FlownExtension as FlownExtension
from scheduler.history.flown import flown_plan as flown_plan
from scheduler.history.headcount import HeadSpan as HeadSpan
from scheduler.history.headcount import HeadYear as HeadYear
from scheduler.history.judged import Breach as Breach
from scheduler.history.judged import DocumentedException as DocumentedException
from scheduler.history.judged import HistoryAudit as HistoryAudit
from scheduler.history.judged import judged as judged
from scheduler.history.ledger import Ledger as Ledger
from scheduler.history.ledger import LedgerLine as LedgerLine
from scheduler.history.ledger import ledger as ledger
from scheduler.history.record import Record as Record
from scheduler.history.record import flown_record as flown_record
from scheduler.history.relief import FlownHandover as FlownHandover
from scheduler.history.replayed import Replay as Replay
from scheduler.history.ship_days import PortDays as PortDays
from scheduler.history.ship_days import ShipDays as ShipDays
from scheduler.history.ship_days import TypeDays as TypeDays
from scheduler.history.slips import BANDS as BANDS
from scheduler.history.slips import Band as Band
from scheduler.history.slips import Slip as Slip
from scheduler.history.slips import SlipGroup as SlipGroup
from scheduler.history.slips import Slips as Slips
from scheduler.history.slips import launch_slips as launch_slips
from scheduler.history.worst import PoorSeat as PoorSeat
from scheduler.history.worst import WorstDays as WorstDays
