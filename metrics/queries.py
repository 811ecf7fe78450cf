"""Which SQL file asks what of which server: a table, so that nobody picks a file by hand.

Keys are the major version from which an entry holds. A test opens and runs every entry on every server there is.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

QUERIES: dict[str, dict[int, str]] = {
    "database": {13: "database"},
    "sessions": {13: "sessions"},
    "wal": {13: "wal"},
    "replication": {13: "replication"},
    "standby": {13: "standby"},
    "checkpoints": {13: "checkpoints_13", 17: "checkpoints_17"},
    "tables": {13: "tables"},
}


@cache
def text(stem: str) -> str:
    """Return the SQL of one file."""
    return (files("metrics") / "sql" / f"{stem}.sql").read_text(encoding="utf-8")


def query(name: str, version: int) -> str:
    """Return the SQL of *name* for a server of major *version* (the oldest entry for one older still)."""
    table = QUERIES[name]
    fitting = [since for since in table if since <= version]
    return text(table[max(fitting) if fitting else min(table)])
