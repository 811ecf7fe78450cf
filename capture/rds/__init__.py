"""Logs of RDS and Aurora instances: which files contain a window, and their download."""
