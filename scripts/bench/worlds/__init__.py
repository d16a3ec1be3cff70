"""Station worlds made from a seed: the same seed gives the same world, to the byte."""

from scripts.bench.worlds.disturbed import disturb as disturb
from scripts.bench.worlds.disturbed import slip_once as slip_once
from scripts.bench.worlds.fresh import make_fresh_world as make_fresh_world
from scripts.bench.worlds.posed import FORMS as FORMS
from scripts.bench.worlds.posed import World as World
from scripts.bench.worlds.posed import crewed_for as crewed_for
from scripts.bench.worlds.posed import shipped_worlds as shipped_worlds
from scripts.bench.worlds.published import make_world as make_world
