"""Live figures and spans of `replay` and the commands that run a scenario, for other systems: OTLP and Prometheus. Their libraries are imported when they are used."""
