"""Whole experiments: the only place that strings the stages together."""
