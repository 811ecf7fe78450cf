"""Analysis of SQL texts with PostgreSQL's own grammar: query keys, effects, and the removal of values."""
