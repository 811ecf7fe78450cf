"""Why an event that was due did not simply run: the words that outcomes carry in ``reason``.

Those of a replay's disposition (decided before the start) and these (what happened) are part of the run's format.
"""

REFUSED = "its connection was refused"
UNREACHABLE = "the server could not be reached a moment ago"
LOST = "its transaction was lost with the connection"
INTERRUPTED = "interrupted"
ANOTHER_SERVER = "another server than the proven one answered"
STRUCK = "cancelled, as it was in production"
WOULD_WRITE = "the server refused it: it would have written"
UNWAITED = "sent without waiting any longer for"
BARRED = "its transaction ended when the server refused a write"
# What follows from how the replay was made, and is no fault of the target's.
BEFORE_WINDOW = "state from before the window"
FOLLOWS_SKIPPED = "follows a skipped statement"
LACKING = "its transaction ended when the server refused what was made before the window, or skipped"
INSTEAD = "what its transaction comes to was sent in its place"


def before(what: str) -> str:
    """Say what a session had made before the window, without which its statement cannot run."""
    return f"{BEFORE_WINDOW}: {what}"


# What a user left out of a replay, and what a replay that is read-only leaves out.
NOT_CHOSEN = "it is not chosen (--only, --except)"
THINNED = "thinned out (--thin)"
NOT_AMPLIFIED = "it is not what is amplified (--where)"
ONE_WRITES = "only the first copy writes (--amplify-writes lets all)"
READ_ONLY = ", and the replay is read-only"
LEFT_OUT = (NOT_CHOSEN, THINNED, NOT_AMPLIFIED, ONE_WRITES)
# A statement that failed for one of these says nothing against the target: it is no new error.
NOT_THE_TARGETS = (STRUCK,)


def unwaited(session: int, transaction: int) -> str:
    """Say for whom a statement did not wait any longer."""
    return f"{UNWAITED} transaction {transaction} of session {session} (--sync-timeout)"
