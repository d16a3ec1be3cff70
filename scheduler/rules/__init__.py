"""What is allowed: one rule a file, told to the solver and judged in plain Python."""

from scheduler.rules.base import DailyRule as DailyRule
from scheduler.rules.base import Rule as Rule
from scheduler.rules.base import Stretch as Stretch
from scheduler.rules.base import runs as runs
from scheduler.rules.beta_cutout import BetaCutout
from scheduler.rules.crew_order import CrewOrder
from scheduler.rules.daylight_landing import DaylightLanding
from scheduler.rules.extension import Extension
from scheduler.rules.handover_overlap import HandoverOverlap
from scheduler.rules.launch_days import LaunchDays
from scheduler.rules.most_aboard import MostAboard
from scheduler.rules.neighbouring_ports import NeighbouringPorts
from scheduler.rules.never_empty import NeverEmpty
from scheduler.rules.over_capacity import OverCapacity
from scheduler.rules.own_vehicle import OwnVehicle
from scheduler.rules.pad_turnaround import PadTurnaround
from scheduler.rules.port_capacity import PortCapacity
from scheduler.rules.port_closure import PortClosure
from scheduler.rules.port_fit import PortFit
from scheduler.rules.published_launch import PublishedLaunch
from scheduler.rules.relocations import Relocations
from scheduler.rules.replacement_lead import ReplacementLead
from scheduler.rules.seat_for_everyone import SeatForEveryone
from scheduler.rules.seat_transfer import SeatTransfer
from scheduler.rules.seats_both_ways import SeatsBothWays
from scheduler.rules.segment_staffing import SegmentStaffing
from scheduler.rules.ship_health import ShipHealth
from scheduler.rules.spacewalk_days import SpacewalkDays
from scheduler.rules.stay_length import StayLength
from scheduler.rules.traffic_separation import TrafficSeparation
from scheduler.rules.vehicle_life import VehicleLife
from scheduler.rules.what_if_demand import WhatIfDemand

RULES: tuple[Rule, ...] = (
    SeatForEveryone(),
    OwnVehicle(),
    SeatTransfer(),
    OverCapacity(),
    ShipHealth(),
    ReplacementLead(),
    VehicleLife(),
    PortCapacity(),
    PortFit(),
    Relocations(),
    NeighbouringPorts(),
    PortClosure(),
    TrafficSeparation(),
    BetaCutout(),
    LaunchDays(),
    DaylightLanding(),
    PadTurnaround(),
    SpacewalkDays(),
    HandoverOverlap(),
    MostAboard(),
    SegmentStaffing(),
    StayLength(),
    Extension(),
    NeverEmpty(),
    CrewOrder(),
    SeatsBothWays(),
    PublishedLaunch(),
    WhatIfDemand(),
)
