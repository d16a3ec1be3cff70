"""Crew-rotation planning: nobody aboard a station is ever without a seat home."""

__version__ = "0.1.0"
