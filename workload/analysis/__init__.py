"""The analyses of a workload that ``inspect`` shows."""
