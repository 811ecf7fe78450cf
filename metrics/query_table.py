"""The table of the SQL files: which query is in which file, by flavor and version of the server.

By flavor (plain, rds, aurora) and the major version from which an entry applies. A flavor that is not listed uses the entries of
plain; a flavor with an empty table has no such query (Aurora raises for many functions of the WAL). A test executes every entry
on every available server.
"""

from __future__ import annotations

from pgrehearse.base.sql_files import sql_text

PLAIN, RDS, AURORA = "plain", "rds", "aurora"
QUERIES: dict[str, dict[str, dict[int, str]]] = {
    "database": {PLAIN: {13: "database"}},
    "sessions": {PLAIN: {13: "sessions"}},
    "lock_blockers": {PLAIN: {13: "lock_blockers"}},
    "lock_queues": {PLAIN: {13: "lock_queues"}},
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


def sql_for(name: str, version: int, flavour: str = PLAIN) -> str | None:
    """Return the SQL of *name* for a server of major *version* and *flavour*; None: there is none."""
    flavours = QUERIES[name]
    table = flavours.get(flavour, flavours[PLAIN])
    versions = [since for since in table if since <= version]
    return text(table[max(versions)]) if versions else None
