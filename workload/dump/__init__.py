"""Dumps in plain format, as pg_dump writes them: statements, and the rows of COPY."""
