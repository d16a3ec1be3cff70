"""Make the fact folder ``seeds/iss/`` again from the raw material.

    python3 scripts/make_seeds.py [RAW] [--out DIR]

RAW is a folder with ``iss_crewed_flights.csv``, ``iss_cargo_flights.csv`` and
``iss_crew_missions.csv``; by default ``../shared/data`` beside this repository. It is not
in the repository, so the derived files are. The same input gives the same bytes.

What is derived: every flight to the station since the first crew left for it on 2000-10-31,
its events and its crew as flown (``actual``), and stand-ins for the plans. Where no published
plan is known, the flown day stands in for it, and the note begins with ``assumed``. It is known
from 365 days before the launch on, which is assumed, too. The flights around Soyuz MS-22,
docked at some time from 2022-09-01 to 2024-04-30, are known from 2022-09-01 on; those of them
whose launch is not kept by hand also from the year before it.

What cannot be derived is kept by hand, each row with its source, in ``scripts/seedmaking/*.csv``:

    steps, cargo    flown events and flights that the raw lists lack, or do not know exactly
    pads            the pad of every flight, and the hull of a Shuttle
    earlier         days in space before 2000-10-31, which are the ``career_days`` of people.csv
    events, crew    published plans, columns as in the fact folder
    health, outages, seats, expeditions    as in the fact folder

A kept plan of an event takes the place of the first stand-in for it; around Soyuz MS-22 it does
so only where it became known on the same day. A plan that was taken back begins anew with the
stand-in. From the launch on the flown way home stands in, unless a newer plan is kept.
A flight whose crew up is kept has no stand-in crew.

Sources: ``DATA_NOTES Sx`` and ``Uxx`` are the tags of ``DATA_NOTES.md``, ``domain_rules``
that document, anything else a page by its site. "recalled" rests on memory alone.

Left out: Progress M-43 and M1-5, which went to Mir; short flights away and back to the same port
(Progress M1-4, M-15M and M-21M); two moves of HTV-2 by the arm. ``relieves`` is filled in where
two Soyuz lines ran side by side, from TMA-15 to MS-15; else each crew relieves the one before it
in its line. No line is made of the Shuttle: it never stayed, so its crews had no handover of
ships. An agency is that of the first flight in the list. Ids of people are surnames, with the
given name where two people share one.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    runpy.run_module("scripts.seedmaking", run_name="__main__")
