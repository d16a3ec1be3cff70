"""The command ``rotation``: one file a command; the only place that prints or exits."""
