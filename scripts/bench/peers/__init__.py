"""What ours is measured beside: each peer in a process and an environment of its own."""
