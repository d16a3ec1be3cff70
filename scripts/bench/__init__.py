"""The benchmark: what is measured, on which worlds, and beside whom."""
