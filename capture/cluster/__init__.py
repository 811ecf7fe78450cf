"""The capture of several servers on the hosts of a Ray cluster."""
