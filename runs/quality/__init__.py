"""How good a run is as a rehearsal: coverage, errors, lateness, outages, and whether it is fit for a comparison."""
