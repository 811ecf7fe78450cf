"""What every package uses: errors with exit codes, the clock, units, and database endpoints. Imports no other package."""
