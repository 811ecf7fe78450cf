"""Probes: each reads one kind of source at its own interval."""
