"""Statements that a replay with --writes must not send until they are allowed by name, and statements that it must send (rows 51 to 57).

The target is an embedded server, which counts as verified. All attempts of a version are sessions of one replay; two more
replays, each of which allows half of the names, show that the matching name sends them and that no other does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.conftest import superuser
from tests.postgres.attempts.attempt_servers import AttemptServers, prepare
from tests.postgres.attempts.cases import ALLOWANCES, TEMPLATE, Attempt, each, load
from tests.postgres.attempts.direct import unguarded
from tests.postgres.attempts.replays import Played, play
from tests.postgres.conftest import have_15

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BASE = "writes"
CONTRIB = "create extension dblink; create extension postgres_fdw; create extension adminpack; create extension tablefunc; create extension xml2; create extension file_fdw; create extension tcn;"
# Attempts that only read are in the tests of read-only replays; here the same ways to call a function are outbound paths.
ATTEMPTS = (
    *load("writes_foreign_tables"),
    *load("writes_dblink"),
    *load("writes_triggers"),
    *load("writes_outside"),
    *load("function_calls"),
    *load("function_bodies"),
    *load("function_texts"),
)
ORDINARY = load("writes_sent")
# The sessions that have a row in the table after the replay.
ARRIVE = (
    "insert",
    "comments",
    "cte",
    "transaction",
    "transaction_string",
    "read_write",
    "functions",
    "trigger",
    "rule",
    "do",
    "prepared",
    "settings",
    "explained",
    "dynamic_constant",
)


# The effect of a name does not depend on the version: it is tested on the version with most attempts.
TESTED_VERSION = 15 if have_15() else 16


@dataclass(frozen=True)
class Replayed:
    """The replays of a version: without an allowed name, and with each half of the names allowed."""

    attempt_servers: AttemptServers
    nothing: Played
    halves: tuple[tuple[frozenset[str], Played], ...]


def table_of(attempt_servers: AttemptServers) -> list[Attempt]:
    return [attempt for attempt in (*ATTEMPTS, *ORDINARY) if attempt_servers.version in attempt.versions]


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Callable[[AttemptServers], Replayed]:
    """The replays of a version, which are made once."""
    result: dict[int, Replayed] = {}
    begun: set[int] = set()

    def played_in(attempt_servers: AttemptServers) -> Replayed:
        if attempt_servers.version not in result:
            assert attempt_servers.version not in begun, "the replay of this version failed: see the first test of it"
            begun.add(attempt_servers.version)
            result[attempt_servers.version] = replayed(attempt_servers, tmp_path_factory.mktemp("writes"))
        return result[attempt_servers.version]

    return played_in


@pytest.fixture
def played(attempt_servers: AttemptServers, plays: Callable[[AttemptServers], Replayed]) -> Replayed:
    """The results of the attempts of one version."""
    return plays(attempt_servers)


def replayed(attempt_servers: AttemptServers, folder: Path) -> Replayed:
    """Replay all attempts and all ordinary writes with writes; and again with names allowed."""
    table = table_of(attempt_servers)
    with superuser(attempt_servers.production, "shop") as connection:
        connection.execute("create table if not exists emptied (who text)")
    prepare(attempt_servers, BASE, TEMPLATE + (CONTRIB if attempt_servers.version == 15 else ""), table)
    nothing = play(attempt_servers, folder, BASE, table, writes=True)
    if attempt_servers.version != TESTED_VERSION:
        return Replayed(attempt_servers, nothing, ())
    attempts = [attempt for attempt in table if attempt.row not in {"wrapped", "ordinary"}]
    half = frozenset(sorted(ALLOWANCES)[::2]) | {"notify", "dynamic-sql"}
    other_half = (ALLOWANCES - half) | {"notify", "dynamic-sql"}
    halves = tuple(
        (names, play(attempt_servers, folder, BASE, attempts, writes=True, allowed=names))
        for names in (half, other_half)
    )
    return Replayed(attempt_servers, nothing, halves)


@each(ATTEMPTS)
def test_a_replay_with_writes_holds(played: Replayed, attempt: Attempt) -> None:
    """A statement that acts outside is skipped, with the name that allows it; nothing with the attempt's name changed outside."""
    outside = [line for line in played.nothing.changed_by(attempt.name) if not line.startswith(INSIDE)]
    assert played.nothing.faults(attempt.name) + outside == []


# The changes that a replay with writes may make.
INSIDE = ("dump:", "sequences:", "large objects:", "table statistics:", "table files:")


@each([attempt for attempt in ATTEMPTS if attempt.row != "wrapped"], [TESTED_VERSION])
def test_an_attempt_is_sent_when_its_names_are_allowed(played: Replayed, attempt: Attempt) -> None:
    """Sent when all of its names are allowed, held when one is missing."""
    changes = [
        fault for names, half in played.halves for fault in half.faults(attempt.name, allowed=attempt.allow <= names)
    ]
    assert changes == []


@each(ORDINARY)
def test_a_replay_with_writes_sends(played: Replayed, attempt: Attempt) -> None:
    """A statement that changes only the rehearsed database is sent, and takes effect."""
    assert played.nothing.faults(attempt.name) == []
    if attempt.name.removeprefix("ok_") in ARRIVE:
        rows = [line for line in played.nothing.changes if line.startswith("dump: new: INSERT INTO public.log")]
        assert any(f"'{attempt.name}'" in line for line in rows)


def test_a_replay_with_writes_changes_nothing_outside_the_database(played: Replayed) -> None:
    """Slots, files, settings, roles, databases, statistics, sessions, channels and the other server are unchanged."""
    passing = (*INSIDE, "checkpoint:", "wal file:")
    assert [line for line in played.nothing.changes if not line.startswith(passing)] == []


def test_every_attempt_succeeds_on_an_unguarded_server(played: Replayed) -> None:
    """A plain client sends the same statements: a statement that always fails would prove nothing when a replay does not send it."""
    attempt_servers, nothing = played.attempt_servers, played.nothing
    broken = {name for name in nothing.attempts if any("must not be sent" in fault for fault in nothing.faults(name))}
    # The tests of read-only replays send the ways to call a function, which are the same.
    table = [
        attempt for attempt in table_of(attempt_servers) if attempt.row != "wrapped" and attempt.name not in broken
    ]
    assert unguarded(attempt_servers, BASE, table) == []
