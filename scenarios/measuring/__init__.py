"""Metrics that no sampler of a replay reads: of production, and of services that pgrehearse does not know."""
