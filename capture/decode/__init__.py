"""Logical decoding: the rows that production commits during a capture, read from its write-ahead log."""
