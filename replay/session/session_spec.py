"""What a session is made of: the captured session that it replays, how it logs in, and the connections that it begins with."""

from __future__ import annotations

from dataclasses import dataclass

from psycopg import pq

from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.session.pool import Pool


@dataclass(frozen=True, slots=True)
class SessionSpec:
    """What is replayed, and how it logs in. *connect_early*: before its first event is due. *pool*: where a connection that many sessions
    share finds its next transaction. *early*: the connection that was opened before the time line began."""

    copy: SessionCopy
    login: Login
    connect_early: bool = False
    pool: Pool | None = None
    early: pq.abc.PGconn | None = None
