"""The types of parameters, which no log shows."""
