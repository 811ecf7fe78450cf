"""What a session is called for at an instant, besides its next event."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pgrehearse.replay.session.login import Dial
    from pgrehearse.replay.session.session import Session


class Strike:
    """The instant at which a statement is to be cancelled, as it was in production: after the same time."""

    __slots__ = ("_number", "_seq", "_session")

    def __init__(self, session: Session, seq: int) -> None:
        # A shared connection may be at another session's statement of the same place by then.
        self._session, self._number, self._seq = session, session.number, seq

    def proceed(self, now: int) -> None:  # noqa: ARG002 (the engine's word for a due time)
        """It is time."""
        if self._session.number == self._number:
            self._session.strike(self._seq)


class LoginTimeout:
    """The instant at which a login that is still under way is given up: libpq's own connect_timeout does not end one that is polled."""

    __slots__ = ("_dial",)

    def __init__(self, dial: Dial) -> None:
        self._dial = dial

    def proceed(self, now: int) -> None:  # noqa: ARG002 (the engine's word for a due time)
        """It is time."""
        self._dial.give_up()


class Patience:
    """The instant from which a statement waits no longer for another transaction."""

    __slots__ = ("_number", "_seq", "_session")

    def __init__(self, session: Session, seq: int) -> None:
        # A shared connection may be at another session's statement of the same place by then.
        self._session, self._number, self._seq = session, session.number, seq

    def proceed(self, now: int) -> None:
        """It is time."""
        if self._session.number == self._number:
            self._session.waits_no_longer(self._seq, now)
