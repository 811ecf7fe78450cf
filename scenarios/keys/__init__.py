"""The types of the keys of a scenario file, the tables that have modules of their own, and the errors of a file."""
