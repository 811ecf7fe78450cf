"""The floor: errors with exit codes, the clock, units, and the names of databases. Imports nothing above it."""
