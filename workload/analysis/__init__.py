"""What ``inspect`` shows of a workload."""
