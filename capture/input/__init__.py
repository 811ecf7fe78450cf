"""Logs wherever they are, as blocks of whole records in the order in which they were written."""
