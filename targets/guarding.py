"""While a command creates or uses a target, a detached process removes the target if the command is killed, and when its time is over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pgrehearse.base.guard import DONE, Guard
from pgrehearse.targets.aws.clients import Credentials
from pgrehearse.targets.aws.proof import AT_AWS
from pgrehearse.targets.journal import Journal
from pgrehearse.targets.watchdog import KEEP

# A command that was killed may be started again by its user, who wants to see what is there.
GRACE_S = 30.0
# For a day, every ten minutes: AWS may be unreachable, and the credentials may be renewed.
_TRIES, _PAUSE_S = 144, 600.0


def start(journal: Journal, grace_s: float = GRACE_S) -> Guard:
    """Start the watchdog of a target. *grace_s*: between the death of this process and the removal."""
    found = Credentials.current() if journal.header.kind in AT_AWS else None
    credentials = (
        {"access_key": found.access_key, "secret_key": found.secret_key, "token": found.token} if found else None
    )
    return Guard.start(
        "pgrehearse.targets.watchdog",
        {
            "journal": str(journal.path),
            "expires_us": journal.header.expires_us,
            "grace_s": grace_s,
            "tries": _TRIES,
            "pause_s": _PAUSE_S,
            "credentials": credentials,
        },
    )


@contextmanager
def guarded(journal: Journal, *, keep: bool = False, grace_s: float = GRACE_S) -> Iterator[None]:
    """Have a watchdog for a target while the block runs. *keep*: the target stays after the block, and the watchdog until its expiry, if
    it has one.

    If the block fails and something of the target is left, the watchdog removes it.
    """
    guard = start(journal, grace_s)
    word = ""
    try:
        yield
        word = (KEEP if journal.header.expires_us else DONE) if keep else ""
    finally:
        guard.release(DONE if not journal.path.exists() or not journal.left() else word)
