"""What all sessions of one worker share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Identity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.commit_gate import CommitGate
from pgrehearse.replay.session.reactor import Reactor
from pgrehearse.replay.session.recorder import Recorder
from pgrehearse.replay.session.row_hash import RowHasher


@dataclass(frozen=True, slots=True)
class SessionContext:
    """*wrong_server* is called when another server than the proven one answers, *restarted* when the same server answers after a restart,
    *login_ended* with a session whose login has succeeded, or was refused.

    *paced*: statements are sent at their due times (False: as fast as their sessions allow). *gate*: holds statements back until the
    transactions before theirs have ended (None: a session waits for itself alone), each at most *wait_timeout_us*. *counts_draws*: the
    target reports draws. *hasher*: of the rows that statements return (None: they are not hashed).
    """

    reactor: Reactor
    recorder: Recorder
    passwords: Passwords
    wrong_server: Callable[[TargetProblem], None]
    restarted: Callable[[Identity], None]
    login_ended: Callable[[object], None]
    paced: bool
    gate: CommitGate | None = None
    wait_timeout_us: int = 0
    hasher: RowHasher | None = None
    counts_draws: bool = False
