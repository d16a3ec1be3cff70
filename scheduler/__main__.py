"""``python -m scheduler`` is ``rotation``."""

from __future__ import annotations

from scheduler.cli.app import main

if __name__ == "__main__":
    main()
