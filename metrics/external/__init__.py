"""Metrics of services that pgrehearse does not know: a command of the team prints them, or a Prometheus server has them."""
