"""Which SQL file asks what of which server: a table, so that nobody picks a file by hand.

By flavour (plain, rds, aurora) and the major version from which an entry holds. A flavour that is not named asks what
plain asks; one with an empty table is not asked (Aurora raises on much of the write-ahead log). A test opens and runs
every entry on every server there is.
"""

from __future__ import annotations

from pgrehearse.base.sql_files import sql_text

PLAIN, RDS, AURORA = "plain", "rds", "aurora"
QUERIES: dict[str, dict[str, dict[int, str]]] = {
    "database": {PLAIN: {13: "database"}},
    "sessions": {PLAIN: {13: "sessions"}},
    "activity": {PLAIN: {13: "activity_13", 14: "activity"}},
    "wal": {PLAIN: {13: "wal", 14: "wal_14"}, AURORA: {}},
    "io": {PLAIN: {16: "io_16", 18: "io_18"}},
    "replication": {PLAIN: {13: "replication"}, AURORA: {}},
    "standby": {PLAIN: {13: "standby"}, AURORA: {}},
    "checkpoints": {PLAIN: {13: "checkpoints_13", 17: "checkpoints_17"}, AURORA: {}},
    "tables": {PLAIN: {13: "tables"}},
    "statements": {PLAIN: {13: "statements"}},
    "statements_there": {PLAIN: {13: "statements_there"}},
    "aurora_replicas": {PLAIN: {}, AURORA: {13: "aurora_replicas"}},
    "aurora_commits": {PLAIN: {}, AURORA: {13: "aurora_commits"}},
    "limits": {PLAIN: {13: "limits"}},
    "flavour": {PLAIN: {13: "flavour"}},
    "heartbeat_make": {PLAIN: {13: "heartbeat_make"}},
    "heartbeat_beat": {PLAIN: {13: "heartbeat_beat"}},
    "heartbeat_there": {PLAIN: {13: "heartbeat_there"}},
    "heartbeat_read": {PLAIN: {13: "heartbeat_read"}},
    "heartbeat_end": {PLAIN: {13: "heartbeat_end"}},
}


def text(name: str) -> str:
    """Return the SQL of one file."""
    return sql_text("pgrehearse.metrics", name)


def query(name: str, version: int, flavour: str = PLAIN) -> str | None:
    """Return the SQL of *name* for a server of major *version* and *flavour*; None: it is not asked there."""
    flavours = QUERIES[name]
    table = flavours.get(flavour, flavours[PLAIN])
    fitting = [since for since in table if since <= version]
    return text(table[max(fitting)]) if fitting else None
