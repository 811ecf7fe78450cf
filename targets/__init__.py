"""Databases to replay to: connected by a DSN or embedded; and the check that a database is a rehearsal database."""
