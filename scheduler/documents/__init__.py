"""Documents: what is read from files and written to them, checked to the letter."""
