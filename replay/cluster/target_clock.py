"""The target's clock, read from a host of the cluster."""

from __future__ import annotations

from psycopg import pq

from pgrehearse.base.application_names import PREFLIGHT
from pgrehearse.base.clock import monotonic_us
from pgrehearse.base.errors import PgrehearseError
from pgrehearse.base.server_identity import place_of
from pgrehearse.replay.cluster.host_clocks import Reading
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.login import Login, prove_identity
from pgrehearse.replay.workers.worker import Task

_CLOCK = b"select (extract(epoch from pg_catalog.clock_timestamp()) * 1000000)::pg_catalog.int8"
_READINGS = 5


def target_login(task: Task) -> Login:
    """Return how a host connects to read the target's clock."""
    target = task.plan.target
    identity = task.expected_identities.get(place_of(target))
    return Login(target, PREFLIGHT, read_only=False, expected_identity=identity)


def read_target_clock(login: Login, passwords: Passwords) -> list[Reading]:
    """Return readings of the target's wall clock, between two instants of this host's monotonic clock (empty: it cannot be reached)."""
    try:
        pg = pq.PGconn.connect(login.conninfo(passwords))
    except PgrehearseError:  # the password command failed
        return []
    try:
        if pg.status != pq.ConnStatus.OK or not _is_proven(pg, login):
            return []
        readings = [_reading(pg) for _ in range(_READINGS)]
    finally:
        pg.finish()
    return [reading for reading in readings if reading is not None]


def _is_proven(pg: pq.abc.PGconn, login: Login) -> bool:
    try:
        return login.expected_identity is None or prove_identity(pg, login) is not None
    except PgrehearseError:  # another server answered: the workers report it
        return False


def _reading(pg: pq.abc.PGconn) -> Reading | None:
    before_us = monotonic_us()
    result = pg.exec_(_CLOCK)
    after_us = monotonic_us()
    if result.status != pq.ExecStatus.TUPLES_OK or (value := result.get_value(0, 0)) is None:
        return None
    return Reading(before_us, int(value), after_us)
