"""Statements that a read-only replay must not send to a real server, and statements that it must send (rows 36 to 50).

All attempts of a version are sessions of one replay; each test checks the outcome of one of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.postgres.attempts.attempt_servers import AttemptServers, prepare
from tests.postgres.attempts.cases import EITHER, HELD, TEMPLATE, Attempt, Statement, each, load
from tests.postgres.attempts.direct import unguarded
from tests.postgres.attempts.replays import Played, play

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = "readonly"


def unlocking(attempt: Attempt) -> Attempt:
    """Append statements that write, which must be held; in a transaction also after its COMMIT."""
    texts = ("select * from v_@me@", "select nextval('q_@me@')", "insert into log (who) values ('@me@')")
    writes = tuple(Statement(text, None, HELD) for text in texts)
    first = attempt.statements[0].sql
    if re.match("(/.*/ )?(begin|start)", first) and ";" not in first:
        writes = (*writes, Statement("commit", None, EITHER), *writes)
    return replace(attempt, statements=(*attempt.statements, *writes))


# Created before all others: the objects of contrib that attempts on 15 use.
CONTRIB = "create extension dblink; create extension postgres_fdw; create extension adminpack; create extension tablefunc; create extension xml2; create extension file_fdw; create extension pgcrypto; create extension hstore; create extension lo; create extension tcn; create extension pg_stat_statements schema other;"
_CONFIGS = "create function c_u_stable_function() returns text stable language plpgsql as $$ begin return set_config('default_transaction_read_only', 'off', false); end $$; create function c_u_function_clause() returns text stable language plpgsql set default_transaction_read_only = off as $$ begin return set_config('transaction_read_only', 'off', false); end $$;"
ATTEMPTS = (
    *map(unlocking, load("read_only_unlocking")),
    *load("read_only_outside"),
    *load("read_only_writes"),
    *load("function_calls"),
    *load("function_bodies"),
    *load("function_texts"),
)
HARMLESS = load("read_only_sent")


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Callable[[AttemptServers], Played]:
    """All attempts and all harmless sessions of a version in one read-only replay, which is made once."""
    result: dict[int, Played] = {}
    begun: set[int] = set()

    def played_in(attempt_servers: AttemptServers) -> Played:
        if attempt_servers.version not in result:
            assert attempt_servers.version not in begun, "the replay of this version failed: see the first test of it"
            begun.add(attempt_servers.version)
            table = [attempt for attempt in (*ATTEMPTS, *HARMLESS) if attempt_servers.version in attempt.versions]
            contrib = CONTRIB if attempt_servers.version == 15 else ""
            prepare(attempt_servers, BASE, TEMPLATE + contrib + _CONFIGS, table)
            result[attempt_servers.version] = play(
                attempt_servers, tmp_path_factory.mktemp("readonly"), BASE, table, writes=False
            )
        return result[attempt_servers.version]

    return played_in


@pytest.fixture
def played(attempt_servers: AttemptServers, plays: Callable[[AttemptServers], Played]) -> Played:
    """The results of the attempts of one version."""
    return plays(attempt_servers)


@each(ATTEMPTS)
def test_a_read_only_replay_holds(played: Played, attempt: Attempt) -> None:
    """The statement is skipped with its reason, or the server's guard refused it; nothing with the attempt's name changed."""
    assert played.faults(attempt.name) + played.changed_by(attempt.name) == []


@each(HARMLESS)
def test_a_read_only_replay_sends(played: Played, attempt: Attempt) -> None:
    """A statement that reads is sent, and succeeds."""
    assert played.faults(attempt.name) == []


def test_a_read_only_replay_changes_nothing(played: Played) -> None:
    """Rows, sequences, large objects, slots, files, settings, statistics, sessions and the other server are unchanged."""
    assert played.changes == []


def test_every_attempt_succeeds_on_an_unguarded_server(attempt_servers: AttemptServers, played: Played) -> None:
    """A plain client sends the same statements: a statement that always fails would prove nothing when a replay does not send it."""
    kept = [
        attempt
        for name, attempt in played.attempts.items()
        if attempt in HARMLESS or not played.faults(name) + played.changed_by(name)
    ]
    table = [attempt for attempt in (*ATTEMPTS, *HARMLESS) if attempt.name in {other.name for other in kept}]
    assert unguarded(attempt_servers, BASE, [attempt for attempt in table if attempt.name != "ok_read_only"]) == []
