"""What exists: plain values, standard library only.

Glossary, one word per idea (design.md, section 2):

station     where people live; has segments (RS, USOS) and ports
flight      one ship on one mission, crewed or cargo; belongs to a vehicle type
line        a chain of crewed flights that relieve one another
port stay   a ship at one port, half-open ``[from, to)``
crew        the people published to go up on one flight
leg         up or down
stay        one person's time aboard, from docking to undocking
seat        the place that would bring a person home at this moment, with its grade G0 to G4
health      what a ship may still be used for
life        certified days from launch
handover    direct when the new crew arrives before the old leaves (overlap), else indirect (gap)
extension   days beyond the planned landing
rule        what is allowed; a requirement is a rule applied to one subject
waiver      a bound moved by name
goal        what is wished, in order of rank
fact        a recorded row, with the day it holds and the day it became known
scenario    a what-if file laid over the facts
plan        the answer: dates, rides, seats; run: an asked question with its answer
finding     a breach found by a checker; verdict: how a run ended
conflict    requirements that cannot hold together; relaxation: waivers that would open it

What was flown and what is published has words of its own:

edition     one row of a fact among those that tell the same thing; the newest known one holds
baseline    all that is published; an accepted plan becomes the next one
voyage      what one flight did: its days, its ports, who went up and came down in it
ride        the ships that somebody came and went in
record      all that was flown, or what others have written down of it
exception   a breach that really happened, with its source
expedition  the time between two undockings that change the crew in command
replay      a past day planned again, beside what was flown
slip        how much later a launch was flown than published
"""

from scheduler.domain.baseline import Edition as Edition
from scheduler.domain.baseline import accepted_edition as accepted_edition
from scheduler.domain.baseline import planned_edition as planned_edition
from scheduler.domain.baseline import unsaid as unsaid
from scheduler.domain.changes import changes as changes
from scheduler.domain.demand import Demand as Demand
from scheduler.domain.demand import DemandKind as DemandKind
from scheduler.domain.demand import HealthSpan as HealthSpan
from scheduler.domain.demand import Outage as Outage
from scheduler.domain.difference import Change as Change
from scheduler.domain.difference import Comparison as Comparison
from scheduler.domain.difference import Difference as Difference
from scheduler.domain.difference import PartDifference as PartDifference
from scheduler.domain.difference import difference as difference
from scheduler.domain.editions import Editions as Editions
from scheduler.domain.editions import crew_known as crew_known
from scheduler.domain.editions import editions_of as editions_of
from scheduler.domain.editions import health_known as health_known
from scheduler.domain.editions import outages_known as outages_known
from scheduler.domain.editions import seats_known as seats_known
from scheduler.domain.explanation import Contrast as Contrast
from scheduler.domain.explanation import Explanation as Explanation
from scheduler.domain.explanation import Way as Way
from scheduler.domain.fact import CrewFact as CrewFact
from scheduler.domain.fact import Event as Event
from scheduler.domain.fact import EventFact as EventFact
from scheduler.domain.fact import Facts as Facts
from scheduler.domain.fact import FlightFact as FlightFact
from scheduler.domain.fact import Health as Health
from scheduler.domain.fact import HealthFact as HealthFact
from scheduler.domain.fact import OutageFact as OutageFact
from scheduler.domain.fact import Person as Person
from scheduler.domain.fact import Place as Place
from scheduler.domain.fact import SeatFact as SeatFact
from scheduler.domain.fact import Status as Status
from scheduler.domain.fact import WindowFact as WindowFact
from scheduler.domain.finding import AUTHORITIES as AUTHORITIES
from scheduler.domain.finding import HARDNESS as HARDNESS
from scheduler.domain.finding import Conflict as Conflict
from scheduler.domain.finding import Finding as Finding
from scheduler.domain.finding import Requirement as Requirement
from scheduler.domain.flight import Flight as Flight
from scheduler.domain.flight import PortCall as PortCall
from scheduler.domain.flight import Published as Published
from scheduler.domain.flight import Standing as Standing
from scheduler.domain.flight import Traveller as Traveller
from scheduler.domain.flight import Uncrewed as Uncrewed
from scheduler.domain.goal import GOALS as GOALS
from scheduler.domain.goal import part_in_words as part_in_words
from scheduler.domain.goal import ranked as ranked
from scheduler.domain.handing_over import handovers_of as handovers_of
from scheduler.domain.heads import heads_by_day as heads_by_day
from scheduler.domain.life_use import life_use as life_use
from scheduler.domain.lines import may_relieve as may_relieve
from scheduler.domain.lines import relieved_in_turn as relieved_in_turn
from scheduler.domain.lines import relieves_next as relieves_next
from scheduler.domain.numbers import RULE_NUMBERS as RULE_NUMBERS
from scheduler.domain.numbers import RuleNumber as RuleNumber
from scheduler.domain.numbers import number_of as number_of
from scheduler.domain.numbers import numbers_of as numbers_of
from scheduler.domain.plan import AboardSpan as AboardSpan
from scheduler.domain.plan import FlightPlan as FlightPlan
from scheduler.domain.plan import Handover as Handover
from scheduler.domain.plan import LifeUse as LifeUse
from scheduler.domain.plan import Plan as Plan
from scheduler.domain.plan import PortStay as PortStay
from scheduler.domain.plan import SeatSpan as SeatSpan
from scheduler.domain.plan import Stay as Stay
from scheduler.domain.plan import each_day as each_day
from scheduler.domain.problem import PastEvent as PastEvent
from scheduler.domain.problem import Problem as Problem
from scheduler.domain.published import absences as absences
from scheduler.domain.published import down_flight as down_flight
from scheduler.domain.published import published_problem as published_problem
from scheduler.domain.relaxation import Relaxation as Relaxation
from scheduler.domain.relaxation import WaiverNeed as WaiverNeed
from scheduler.domain.riders import places_up as places_up
from scheduler.domain.riders import riders as riders
from scheduler.domain.run import GoalResult as GoalResult
from scheduler.domain.run import Inputs as Inputs
from scheduler.domain.run import PartResult as PartResult
from scheduler.domain.run import Run as Run
from scheduler.domain.run import SolverInfo as SolverInfo
from scheduler.domain.run import Verdict as Verdict
from scheduler.domain.run import WaiverUse as WaiverUse
from scheduler.domain.seat import Grade as Grade
from scheduler.domain.seat import HealthState as HealthState
from scheduler.domain.seat import Places as Places
from scheduler.domain.station import LifeEdition as LifeEdition
from scheduler.domain.station import Line as Line
from scheduler.domain.station import Pad as Pad
from scheduler.domain.station import Port as Port
from scheduler.domain.station import Provenance as Provenance
from scheduler.domain.station import Segment as Segment
from scheduler.domain.station import Station as Station
from scheduler.domain.station import VehicleType as VehicleType
from scheduler.domain.waiver import Override as Override
from scheduler.domain.waiver import Waiver as Waiver
