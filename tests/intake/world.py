"""A small station, and fact folders made from the valid one by changing single lines."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePath

from scheduler.domain import Line, Pad, Port, Segment, Station, VehicleType
from scheduler.domain.station import LifeEdition
from scheduler.errors import SeedError
from scheduler.intake import read_facts

HERE = Path(__file__).parent
VALID, BROKEN = HERE / "valid", HERE / "broken"

PORTS = {
    "rassvet-nadir": ("soyuz-ms",),
    "prichal-nadir": ("soyuz-ms", "progress-ms"),
    "zvezda-aft": ("progress-ms",),
    "harmony-forward": ("crew-dragon",),
    "harmony-zenith": ("crew-dragon",),
}
DAYS = {
    "zvezda-aft": (date(2000, 7, 26), None),
    "prichal-nadir": (date(2021, 11, 26), date(2030, 1, 1)),
}
LIFE = (LifeEdition(date(2016, 7, 1), 210),)
TYPES = (
    VehicleType("soyuz-ms", seats=3, life=LIFE, pads=("baikonur-31",), launcher="soyuz"),
    VehicleType("crew-dragon", seats=4, life=LIFE, pads=("lc-39a",), launcher="falcon-9"),
    VehicleType("progress-ms", life=LIFE, pads=("baikonur-31",), launcher="soyuz"),
)
STATION = Station(
    id="iss",
    name="International Space Station",
    segments={"RS": Segment("RS", "Russian segment", 1, 3, ("Roscosmos",))},
    ports={
        port: Port(port, "RS", accepts, {}, *DAYS.get(port, (None, None)))
        for port, accepts in PORTS.items()
    },
    vehicle_types={kind.id: kind for kind in TYPES},
    pads={pad: Pad(pad, 14) for pad in ("baikonur-31", "lc-39a")},
    lines={line: Line(line, 7, 2) for line in ("soyuz", "dragon")},
    agencies={},
    skills_always_aboard=(),
    rules={},
    goals=(),
)


def folder_with(tmp_path: Path, file: str, lines: Mapping[int, str]) -> Path:
    """Copy the valid folder with some lines of one file in other words; later ones are added."""
    folder = tmp_path / "facts"
    shutil.copytree(VALID, folder, dirs_exist_ok=True)
    text = (folder / file).read_text("utf-8").splitlines()
    for number, line in sorted(lines.items()):
        text[number - 1 : number] = [line]
    (folder / file).write_text("\n".join([*text, ""]), "utf-8")
    return folder


def append(folder: Path, file: str, rows: str) -> None:
    """Add rows to a file of a folder made for the test."""
    with (folder / file).open("a", encoding="utf-8") as target:
        target.write(rows)


def faults_of(folder: Path) -> list[str]:
    """Read a folder and give its faults by file name, or nothing when it has none."""
    try:
        read_facts(folder, STATION)
    except SeedError as error:
        told = error.complaints
        return [str(fault).replace(fault.place, PurePath(fault.place).name, 1) for fault in told]
    return []
