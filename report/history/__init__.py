"""Past comparisons below a directory: their verdicts and figures over time, for a terminal, scripts and a page."""
