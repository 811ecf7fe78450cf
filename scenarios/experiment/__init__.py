"""An experiment: the stages and rounds of a scenario, its record and its results."""
