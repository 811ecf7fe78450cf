"""The file between replay and compare: outcomes, connections, metrics, manifest; and how a run judges itself."""
