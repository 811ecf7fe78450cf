"""Metrics that AWS stores of RDS and Aurora: which there are, of which instances, and how they are fetched."""
