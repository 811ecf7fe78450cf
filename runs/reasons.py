"""Reasons for an event that was not sent, failed, or was sent late: the texts of the column ``reason`` of outcomes.

These are decided while a replay runs, or by the user's selection. Those of ``replay.prepare.skip_rules`` are decided before the
start. Both are part of the run's format (docs/formats.md).
"""

REFUSED = "connection refused"
UNREACHABLE = "server unreachable"
LOST = "transaction aborted: connection lost"
INTERRUPTED = "replay interrupted"
# Its worker, or the host of its worker, ended: what the worker had sent and not yet written is not known.
UNRECORDED = "not recorded: its worker was lost"
ANOTHER_SERVER = "connected to a different server"
CANCELED = "canceled, as in production"
WOULD_WRITE = "write refused: the server is read-only"
UNWAITED = "wait ended"
AFTER_REFUSED_WRITE = "transaction aborted by a refused write"
# These follow from how the replay was made, and are not caused by the target.
BEFORE_WINDOW = "needs state from before the window"
FOLLOWS_SKIPPED = "depends on a skipped statement"
AFTER_MISSING_STATE = (
    "transaction aborted by a statement that needs state from before the window, or of a skipped statement"
)
SUBSTITUTED = "a substitute with the same effect on the transaction was sent"


def before(what: str) -> str:
    """Return the reason of a statement that needs *what* its session had created before the window."""
    return f"{BEFORE_WINDOW}: {what}"


# An event in mid-run had made the target read-only: the reason of the outcome is empty, because the replay did not find this.
READ_ONLY_EVENT = "write refused: an event made the target read-only"
# A pooler in transaction mode gave the transaction another server connection: found after the replay too.
LOST_TABLE = "temporary table lost: a pooler in transaction mode gave the transaction another connection"
# The user excluded the event.
NOT_CHOSEN = "not selected (--only, --except)"
THINNED = "removed by --thin"
NOT_AMPLIFIED = "not selected for amplification (--where)"
ONE_WRITES = "only the first copy writes (all copies: --amplify-writes)"
CACHED = "answered by a cache (--cache)"
OTHER_SERVER = "its transaction is on another server (--placement)"
CROSSES_SERVERS = "its transaction would cross servers (--placement)"
NO_SERVER = "no server gets a table of its transaction (--placement)"
LEFT_OUT = (NOT_CHOSEN, THINNED, NOT_AMPLIFIED, ONE_WRITES, CACHED, OTHER_SERVER, CROSSES_SERVERS, NO_SERVER)
# The end of the reason of a statement that is skipped because the replay is read-only.
READ_ONLY = ", and the replay is read-only"
# A statement that failed for one of these reasons is not a new error: the target did not cause it.
NOT_THE_TARGETS = (CANCELED, READ_ONLY_EVENT, LOST_TABLE)


def unwaited(session: int, transaction: int, *, cycle: bool) -> str:
    """Return the reason of a statement that was sent before the transaction that it waited for had ended: after --sync-timeout, or
    because that transaction waited for a lock of one that waits for it (*cycle*)."""
    why = "cycle with a lock of the server" if cycle else "--sync-timeout"
    return f"{UNWAITED} ({why}): transaction {transaction} of session {session}"
