"""The meaning of one block of log records, independent of all other blocks."""
