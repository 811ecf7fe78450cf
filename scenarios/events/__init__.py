"""Events in mid-run: actions on the target during a replay, as a scenario or ``replay --events`` plans them (docs/events.md)."""
