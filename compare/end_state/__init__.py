"""The end states of the sides: which tables are equal, which rows and columns differ, and where only generated columns do."""
