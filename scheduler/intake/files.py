"""The files of a fact folder as text; missing, strange and unreadable ones are told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scheduler.errors import Complaint, SeedError
from scheduler.intake.layout import LAYOUTS, Layout
from scheduler.intake.spelling import listed, nearest
from scheduler.intake.tokens import physical_lines
from scheduler.paths import shown


def read_texts(folder: Path, complaints: list[Complaint]) -> dict[str, str]:
    """Read the exact text of each fact file that is there, by the name shown to the user.

    Raises
    ------
    SeedError
        When there is no such folder at all.
    """
    if not folder.is_dir():
        told = "this is no folder" if folder.exists() else "no such folder"
        needed = listed([layout.name for layout in LAYOUTS if layout.is_required], "and")
        raise SeedError([_about_file(folder, f"{told}. Give a folder that holds {needed}.")])
    missing = [layout for layout in LAYOUTS if not (folder / layout.name).is_file()]
    meant = _tell_strangers(folder, missing, complaints)
    for layout in missing:
        if layout.is_required and layout.name not in meant:
            told = f"the file is missing. Give it, with the header {layout.header}."
            complaints.append(_about_file(folder / layout.name, told))
    there = (folder / layout.name for layout in LAYOUTS if layout not in missing)
    return {shown(path): text for path in there if (text := _text(path, complaints)) is not None}


def _tell_strangers(
    folder: Path, absent: Iterable[Layout], complaints: list[Complaint]
) -> set[str]:
    """Tell the CSV files of other names; give the fact files that were probably meant."""
    missing = [layout.name.removesuffix(".csv") for layout in absent]
    own = {layout.name for layout in LAYOUTS}
    meant: set[str] = set()
    for path in sorted(folder.iterdir()):
        is_csv = path.suffix.lower() == ".csv" and path.is_file()
        if path.name in own or path.name.startswith(".") or not is_csv:
            continue
        guess = nearest(path.stem, missing)
        if guess is None:
            advice = f"Take it out; the fact files are {listed(sorted(own), 'and')}."
        else:
            meant.add(f"{guess}.csv")
            advice = f"Did you mean '{guess}.csv'?"
        complaints.append(_about_file(path, f"no fact file has this name. {advice}"))
    return meant


def _text(path: Path, complaints: list[Complaint]) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        told = f"the file cannot be read ({error.strerror}). Give one that can."
        complaints.append(_about_file(path, told))
        return None
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        upto = physical_lines(data[: error.start].decode() + "?")
        told = f"byte 0x{data[error.start]:02X} is not UTF-8. Save the file as UTF-8."
        complaints.append(Complaint(shown(path), len(upto), len(upto[-1]), told))
        return None


def _about_file(path: Path, text: str) -> Complaint:
    return Complaint(shown(path), 0, 0, text)
