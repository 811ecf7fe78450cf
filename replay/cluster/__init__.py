"""A replay on the hosts of a Ray cluster: an actor on each host has the same workers as one machine has."""
