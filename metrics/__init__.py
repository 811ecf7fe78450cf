"""Metrics of servers and hosts during a capture or a replay, under common names (docs/metrics.md)."""
