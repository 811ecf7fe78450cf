"""Why a table could not be read, as sentences by SQLSTATE. The server's own message can contain values, so it is not used."""

from __future__ import annotations

import asyncpg

from pgrehearse.base.units import size

CHANGED = "it was dropped, changed, truncated or rewritten while the state was read"
_REASONS = {
    "42P01": CHANGED,
    "42703": CHANGED,
    "XX000": CHANGED,  # could not open relation with OID
    "42501": "this role has no permission to read it, or row security would hide rows from it",
    "55P03": "another session held a lock on it for more than 3 s",
    "72000": "the snapshot is too old (old_snapshot_threshold): read fewer tables at once (--table)",
    "40001": "the standby canceled the query because of a conflict with recovery (max_standby_streaming_delay)",
}


def reason(error: asyncpg.PostgresError, max_seconds: float) -> str:
    """Return why a query of a table failed."""
    sqlstate = str(error.sqlstate or "")
    if sqlstate == "57014":
        return f"one of its queries took more than {max_seconds:g} s (--max-seconds)"
    return _REASONS.get(sqlstate, f"its query failed with SQLSTATE {sqlstate}")


def not_sampled(most_bytes: int) -> str:
    """Return why a large table is not read: it has no key by which it can be sampled."""
    return (
        f"it has more than {size(most_bytes)}, and its key is not suitable for a sample: not an integer, or too few rows "
        "for its range (--sample-above 0 reads all of it)"
    )
