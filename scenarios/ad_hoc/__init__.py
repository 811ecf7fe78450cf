"""`pgrehearse try`: what a change helps, and what it costs, without a scenario file."""
