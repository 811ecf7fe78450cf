"""What the reactor calls at an instant, besides a session's next event: a cancel request, a login's timeout, a wait's timeout."""

from __future__ import annotations

from typing import Protocol


class Deadline(Protocol):
    """Something with a due time: the reactor calls it once, at that time or just after it."""

    def proceed(self, now: int) -> None: ...


class Cancellable(Protocol):
    """A session that can cancel its statement. *number*: of the captured session that it replays now."""

    @property
    def number(self) -> int: ...
    def cancel(self, seq: int) -> None: ...


class WaitingSession(Deadline, Protocol):
    """A session that can wait for other transactions. *number*: of the captured session that it replays now."""

    @property
    def number(self) -> int: ...
    def stop_waiting(self, seq: int, now: int) -> None: ...


class LoginInProgress(Protocol):
    """A login that can time out."""

    def time_out(self) -> None: ...


class CancelAt:
    """Cancels a statement as production did: after the same time."""

    __slots__ = ("_number", "_seq", "_session")

    def __init__(self, session: Cancellable, seq: int) -> None:
        # By then a shared connection may be executing another session's statement with the same sequence number.
        self._session, self._number, self._seq = session, session.number, seq

    def proceed(self, now: int) -> None:  # noqa: ARG002 (the signature of a deadline)
        """Send the cancel request, if the session still replays the same captured session."""
        if self._session.number == self._number:
            self._session.cancel(self._seq)


class LoginTimeout:
    """Ends a login that is still in progress: libpq's own connect_timeout does not end one that is polled."""

    __slots__ = ("_login",)

    def __init__(self, login: LoginInProgress) -> None:
        self._login = login

    def proceed(self, now: int) -> None:  # noqa: ARG002 (the signature of a deadline)
        """End the login."""
        self._login.time_out()


class WaitTimeout:
    """Ends a statement's wait for another transaction."""

    __slots__ = ("_number", "_seq", "_session")

    def __init__(self, session: WaitingSession, seq: int) -> None:
        # By then a shared connection may be executing another session's statement with the same sequence number.
        self._session, self._number, self._seq = session, session.number, seq

    def proceed(self, now: int) -> None:
        """End the wait, if the session still replays the same captured session."""
        if self._session.number == self._number:
            self._session.stop_waiting(self._seq, now)
