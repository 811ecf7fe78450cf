"""Databases to replay against: a DSN, or an embedded Postgres of ours; and the proof that one is a rehearsal."""
