"""Live figures and spans of `replay` and `run` for other systems: OTLP and Prometheus. Their libraries are imported when they are used."""
