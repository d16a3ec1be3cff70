"""The chart as PNG, by resvg, with the shipped font: the same pixels on every machine."""

from __future__ import annotations

from importlib.resources import as_file, files

from scheduler.reports.chart.scene import Scene
from scheduler.reports.chart.svg import svg

FACES = ("roboto-regular.ttf", "roboto-bold.ttf")


def png(scene: Scene, scale: float = 2.0) -> bytes:
    """Draw a scene as PNG.

    Parameters
    ----------
    scale
        Pixels for each unit of the page; 2 makes a slide 3200 pixels wide.
    """
    import resvg_py

    with as_file(files("scheduler.reports.chart") / "fonts") as folder:
        return resvg_py.svg_to_bytes(
            svg_string=svg(scene),
            width=round(scene.width * scale),
            skip_system_fonts=True,
            font_files=[str(folder / face) for face in FACES],
        )
