"""Reasons for an event that was not sent, failed, or was sent late: the texts of the column ``reason`` of outcomes.

These are decided while a replay runs, or by the user's selection. Those of ``replay.prepare.skip_rules`` are decided before the
start. Both are part of the run's format (docs/formats.md).
"""

REFUSED = "connection refused"
UNREACHABLE = "server unreachable"
LOST = "transaction aborted: connection lost"
INTERRUPTED = "replay interrupted"
ANOTHER_SERVER = "connected to a different server"
CANCELED = "canceled, as in production"
WOULD_WRITE = "write refused: the server is read-only"
UNWAITED = "wait timed out (--sync-timeout):"
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


# The user excluded the event.
NOT_CHOSEN = "not selected (--only, --except)"
THINNED = "removed by --thin"
NOT_AMPLIFIED = "not selected for amplification (--where)"
ONE_WRITES = "only the first copy writes (all copies: --amplify-writes)"
LEFT_OUT = (NOT_CHOSEN, THINNED, NOT_AMPLIFIED, ONE_WRITES)
# The end of the reason of a statement that is skipped because the replay is read-only.
READ_ONLY = ", and the replay is read-only"
# A statement that failed for one of these reasons is not a new error: the target did not cause it.
NOT_THE_TARGETS = (CANCELED,)


def unwaited(session: int, transaction: int) -> str:
    """Return the reason of a statement that was sent before the transaction that it waited for had ended."""
    return f"{UNWAITED} transaction {transaction} of session {session}"
