"""Captures of running servers and of servers at AWS."""
