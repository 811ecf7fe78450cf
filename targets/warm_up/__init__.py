"""Warm-up of a target before a replay: what the workload uses is read, then a probe is repeated until its latency settles."""
