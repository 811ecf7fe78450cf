"""All attempts sent by a plain client: a statement that fails by itself proves nothing when a replay does not send it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from tests.conftest import connect, superuser
from tests.postgres.attempts.attempt_servers import copy_database
from tests.postgres.attempts.observer import Observer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.postgres.attempts.attempt_servers import AttemptServers
    from tests.postgres.attempts.cases import Attempt


def unguarded(attempt_servers: AttemptServers, base: str, attempts: Sequence[Attempt]) -> list[str]:
    """Send all attempts directly, as the application did; return the statements that fail unexpectedly.

    A test with a statement that always fails would prove nothing about the replay.
    """
    database = attempt_servers.fresh_name(base)
    copy_database(attempt_servers, base, database)
    chosen = attempt_servers.attempts(database, attempts)
    observer = Observer(attempt_servers, database, ())
    observer.open(
        name for name, attempt in chosen.items() if any(f"victim_{name}" in each.sql for each in attempt.statements)
    )
    messages = []
    try:
        for attempt in chosen.values():
            try:
                messages += _sent_directly(attempt_servers, database, attempt)
            except psycopg.OperationalError as error:
                messages.append(f"{attempt.id} on {attempt_servers.version}: {error}")
    finally:
        observer.close()
        _clean_up(attempt_servers, database)
    return messages


def _clean_up(attempt_servers: AttemptServers, database: str) -> None:
    """Remove what the attempts changed on the server, so that the next replay to it is not refused."""
    with superuser(attempt_servers.target, database) as connection:
        for (name,) in connection.execute(
            "select subname from pg_subscription s join pg_database d on d.oid = subdbid and datname = current_database()"
        ).fetchall():
            subscription = sql.Identifier(str(name))
            for text in (
                "alter subscription {} disable",
                "alter subscription {} set (slot_name = none)",
                "drop subscription {}",
            ):
                connection.execute(sql.SQL(text).format(subscription))
        for (name,) in connection.execute("select gid from pg_prepared_xacts").fetchall():
            connection.execute(sql.SQL("rollback prepared {}").format(sql.Literal(name)))
        for text in ("alter role boss reset all", "alter role clerk reset all", "alter system reset all"):
            connection.execute(text)
        connection.execute("select pg_reload_conf()")


def _sent_directly(attempt_servers: AttemptServers, database: str, attempt: Attempt) -> list[str]:
    messages = []
    with closing(connect(attempt_servers.target, database, user=attempt.user, application=attempt.name)) as connection:
        pg = connection.pgconn
        for statement in attempt.statements:
            text = statement.sql.encode()
            if statement.params is None:
                pg.send_query(text)
            else:
                pg.send_query_params(text, [None if value is None else value.encode() for value in statement.params])
            for state, message in _answers(connection):
                if state not in attempt.fails:
                    messages.append(f"{attempt.id} on {attempt_servers.version}: {state} {message}: {statement.sql}")
    return messages


def _answers(connection: psycopg.Connection[tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    """Yield SQLSTATE and message of each result that is an error; read what COPY sends."""
    pg = connection.pgconn
    while (result := pg.get_result()) is not None:
        if result.status == psycopg.pq.ExecStatus.COPY_OUT:
            while pg.get_copy_data(0)[0] > 0:
                pass
        elif result.status == psycopg.pq.ExecStatus.COPY_IN:
            pg.put_copy_end()
        elif result.status == psycopg.pq.ExecStatus.FATAL_ERROR:
            state = result.error_field(psycopg.pq.DiagnosticField.SQLSTATE) or b""
            yield state.decode(), result.error_message.decode(errors="replace").strip()
            if pg.status == psycopg.pq.ConnStatus.BAD:
                return
