"""Planning posed to other solvers: one neutral instance, an encoding and a process for each."""
