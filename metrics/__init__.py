"""What the servers and hosts were doing meanwhile, in one vocabulary (docs/metrics.md)."""
