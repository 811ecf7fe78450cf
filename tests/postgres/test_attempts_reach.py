"""Ways to reach the source, or somebody else's server, with a replay that writes (rows 1 to 35).

Three servers: the *source* of the workload, its *copy* (a base backup, adopted), both of which the same words may lead to.
Every attempt ends with exit code 4 (or 2: the words are refused), and whatever is not adopted holds the same as before.
"""

from __future__ import annotations

import asyncio
import json
import socket
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click
import psycopg
import pytest

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.cli import cli
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.binaries import run
from pgrehearse.targets.server_facts import source_document
from tests.conftest import connect, superuser
from tests.doors import PGBOUNCER, Proxy, pgbouncer
from tests.postgres.attempts import ROLES, LoggedSession, Statement, csvlog, fingerprint
from tests.postgres.conftest import QUICK, have_15

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

# The others are tried by `make soak`.
VERSIONS = (pytest.param(15, marks=pytest.mark.soak), 16, pytest.param(18, marks=pytest.mark.soak))
REFUSED = frozenset({2, 4})


@dataclass
class LogRecord:
    """How a command ended, and what it said."""

    code: int
    text: str = ""


def command(*words: str | Path) -> LogRecord:
    """Run a verb as the command line does, in this process."""
    try:
        return LogRecord(int(cli.main([str(word) for word in words], standalone_mode=False) or 0))
    except PgrehearseError as error:
        return LogRecord(int(error.exit_code), f"{error.message} {error.remedy}")
    except click.exceptions.Exit as done:
        return LogRecord(done.exit_code)
    except click.ClickException as error:
        return LogRecord(2, error.format_message())


@dataclass(frozen=True)
class Places:
    """The source, its adopted copy, and the workload that was captured from the source."""

    source: Cluster
    copy: Cluster
    folder: Path
    workloads: dict[str, Path] = field(default_factory=dict)

    def dsn(self, cluster: Cluster | None = None, database: str = "shop", user: str = "boss") -> str:
        return f"postgresql://{user}@127.0.0.1:{(cluster or self.copy).port}/{database}"

    def adopt(self, cluster: Cluster | None = None, database: str = "shop") -> LogRecord:
        return command("targets", "adopt", self.dsn(cluster, database), "--yes")

    def replay(self, target: str, *words: str | Path, workload: str = "known") -> LogRecord:
        """Replay with writes, whatever went before."""
        return command(
            "replay",
            self.workloads[workload],
            "--target",
            target,
            "--writes",
            "--dirty",
            "--speed",
            "max",
            "--no-metrics",
            "--force",
            "-o",
            self.folder / "attempt.run",
            *words,
        )

    def rows(self, cluster: Cluster, database: str = "shop") -> list[str]:
        with superuser(cluster, database) as connection:
            return [str(row[0]) for row in connection.execute("select who from sold").fetchall()]


WRITES = tuple(Statement(f"insert into sold values ('replayed {n}')") for n in range(3))


def workload_of(folder: Path, name: str, sessions: list[LoggedSession], source: dict[str, object] | None) -> Path:
    log, output = folder / f"{name}.csv", folder / f"{name}.workload"
    log.write_text(csvlog(sessions), encoding="utf-8")
    capture_logs(CaptureOptions((log,), output, force=True, source=source), tool_version="test")
    return output


@dataclass(frozen=True)
class Ground:
    """Where the servers of one version are made."""

    version: int
    folder: Path

    def restored(self, base: str, name: str, settings: dict[str, str] | None = None) -> Cluster:
        """Return a server that runs on a copy of a base backup."""
        made = clusters.restore(
            self.folder / base, self.folder / name, version=self.version, name=name, settings=settings or QUICK
        )
        clusters.start(made)
        return made


@pytest.fixture(scope="module", params=VERSIONS)
def ground(request: pytest.FixtureRequest, home: Path) -> Ground:
    """A version, and its folder."""
    if request.param == 15 and not have_15():
        pytest.skip("PostgreSQL 15 with contrib is not installed (postgresql-15 of Debian)")
    return Ground(request.param, home / f"ground-{request.param}")


@pytest.fixture(scope="module")
def places(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A source with two databases, a running copy of it, and workloads with and without knowledge of the source."""
    settings = {**QUICK, "wal_level": "logical"}
    source = clusters.create(
        ground.folder / "reach-source", version=ground.version, name="reach-source", settings=settings
    )
    clusters.start(source)
    with superuser(source) as connection:
        connection.execute(ROLES)
        # Into the file that every copy takes along.
        connection.execute("alter system set max_prepared_transactions = 5")
        for name in ("shop", "billing"):
            connection.execute(f"create database {name} owner clerk")
    for name in ("shop", "billing"):
        with superuser(source, name) as connection:
            connection.execute(
                "create table sold (who text); insert into sold values ('genuine'); grant all on sold to clerk"
            )
    clusters.base_backup(source, ground.folder / "reach-base")
    copy = ground.restored("reach-base", "reach-copy")
    folder = tmp_path_factory.mktemp("reach")
    known = asyncio.run(source_document(source.endpoint("shop")))
    shop = [LoggedSession(f"app{n}", "boss", "shop", WRITES) for n in range(4)]
    both = [*shop, LoggedSession("bills", "boss", "billing", WRITES)]
    marked = [
        LoggedSession(
            "marked",
            "boss",
            "shop",
            tuple(
                Statement(text)
                for text in (
                    "update pgrehearse.mark set spent_at = null",
                    "update pgrehearse.rehearsal set spent_at = null",
                    'delete from "pgrehearse".mark',
                    "/* don't */ drop schema pgrehearse cascade",
                    'drop schema U&"pgrehears\\0065" cascade',
                    "alter schema pgrehearse rename to other",
                    "set search_path = pgrehearse, public",
                    "update mark set spent_at = null",
                    "truncate mark",
                    "select token from mark",
                    "do $$ begin update pgrehearse.mark set spent_at = null; end $$",
                    "do $$ begin execute 'drop schema ' || 'pgrehearse cascade'; end $$",
                    "create or replace function pgrehearse.prove(text) returns text language sql as 'select $1'",
                    "drop owned by boss cascade",
                    "grant all on all tables in schema pgrehearse to public",
                    "insert into sold values ('replayed')",
                )
            ),
        )
    ]
    workloads = {
        "known": workload_of(folder, "known", shop, known),
        "unknown": workload_of(folder, "unknown", shop, None),
        "both": workload_of(folder, "both", both, None),
        "marked": workload_of(folder, "marked", marked, None),
    }
    return Places(source, copy, folder, workloads)


@pytest.fixture(autouse=True)
def _somebody_elses(monkeypatch: pytest.MonkeyPatch) -> None:
    """No server counts as an embedded one of ours: only a mark proves."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)


@pytest.fixture
def adopted(places: Places) -> Places:
    """The copy, freshly adopted."""
    said = places.adopt()
    assert said.code == 0, said.text
    return places


@contextmanager
def untouched(*what: tuple[Cluster, str]) -> Iterator[None]:
    """Hold that databases, and their servers, hold the same afterwards."""
    before = [fingerprint(cluster, database) for cluster, database in what]
    yield
    for (cluster, database), was in zip(what, before, strict=True):
        now = fingerprint(cluster, database)
        assert (now - was, was - now) == ({}, {}), f"{cluster.name}/{database} was written to"


# --- The source itself, by other words (rows 1 to 13) -----------------------------------------------------------------

# With the words of places put in; {port} is the source's own, {forwarded} that of a forwarder.
SPELLINGS = {
    "1-same": "postgresql://boss@127.0.0.1:{port}/shop",
    "2-localhost": "postgresql://boss@localhost:{port}/shop",
    "2-words": "host=localhost port={port} dbname=shop user=boss",
    "4-socket": "host={home} port={port} dbname=shop user=boss",
    "5-short": "postgresql://boss@127.1:{port}/shop",
    "5-number": "postgresql://boss@2130706433:{port}/shop",
    "7-forwarder": "postgresql://boss@127.0.0.1:{forwarded}/shop",
    "8-unprivileged": "postgresql://clerk@127.0.0.1:{forwarded}/shop",
    "9-hosts": "host=127.0.0.1,127.0.0.1 port={port},{copy} dbname=shop user=boss target_session_attrs=any",
    "9-hosts-read-write": "host=127.0.0.1,127.0.0.1 port={port},{copy} dbname=shop user=boss target_session_attrs=read-write",
    "10-uri-hosts": "postgresql://boss@127.0.0.1:{port},127.0.0.1:{copy}/shop",
    "11-one-port": "host=127.0.0.1,localhost port={port} dbname=shop user=boss",
}


@pytest.fixture
def marked_source(adopted: Places) -> Iterator[Places]:
    """The source carries a mark too, where adopting it is not refused already."""
    adopted.adopt(adopted.source)
    yield adopted
    with superuser(adopted.source, "shop") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")


@pytest.mark.parametrize("name", SPELLINGS)
def test_the_source_is_refused_by_any_name(marked_source: Places, name: str) -> None:
    """Marked or not, by whatever words."""
    places = marked_source
    with Proxy(places.source.port) as proxy, untouched((places.source, "shop"), (places.copy, "shop")):
        said = places.replay(
            SPELLINGS[name].format(
                port=places.source.port, forwarded=proxy.port, copy=places.copy.port, home=places.source.home
            )
        )
    assert said.code in REFUSED, said.text


@pytest.mark.parametrize("order", ["copy first", "source first"])
def test_two_hosts_never_write_to_the_source(marked_source: Places, order: str) -> None:
    """Where one of them is the copy, it alone may be written to (rows 9 to 11)."""
    ports = [marked_source.copy.port, marked_source.source.port]
    first, second = ports if order == "copy first" else ports[::-1]
    with untouched((marked_source.source, "shop")):
        marked_source.replay(f"postgresql://boss@127.0.0.1:{first},127.0.0.1:{second}/shop")


@pytest.mark.parametrize(
    "change",
    [
        "alter role boss set timezone = 'Asia/Tokyo'",
        "alter database shop set timezone = 'America/New_York'",
        "alter role boss in database shop set datestyle = 'SQL, DMY'",
        "alter database shop set datestyle = 'German'",
    ],
)
def test_a_role_with_other_formats_does_not_hide_the_source(marked_source: Places, change: str) -> None:
    """When a server started is compared as a number (row 12)."""
    places = marked_source
    with superuser(places.source, "shop") as connection:
        connection.execute(change)
    try:
        with Proxy(places.source.port) as proxy, untouched((places.source, "shop")):
            said = places.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    finally:
        with superuser(places.source, "shop") as connection:
            for text in (
                "alter role boss reset all",
                "alter database shop reset all",
                "alter role boss in database shop reset all",
            ):
                connection.execute(text)
    assert said.code == 4, said.text


def test_a_source_that_was_restarted_is_recognised(adopted: Places) -> None:
    """By another name, though its postmaster is another (row 13)."""
    places = adopted
    clusters.stop(places.source)
    clusters.start(places.source)
    places.adopt(places.source)
    try:
        with Proxy(places.source.port) as proxy, untouched((places.source, "shop")):
            said = places.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    finally:
        with superuser(places.source, "shop") as connection:
            connection.execute("drop schema if exists pgrehearse cascade")
    assert said.code == 4, said.text


# --- Words and environment that lead elsewhere (rows 14 to 20) ----------------------------------------------------------


@pytest.fixture
def elsewhere(adopted: Places) -> Iterator[Places]:
    """The source answers at 127.0.0.2 on the copy's port: an address alone leads there."""
    try:
        with Proxy(adopted.source.port, port=adopted.copy.port, host="127.0.0.2"):
            yield adopted
    except OSError:
        pytest.skip("127.0.0.2 is not an address of this machine")


@contextmanager
def environment(folder: Path, service: dict[str, object], variables: dict[str, object]) -> Iterator[None]:
    """Have a service file with one service, and variables, for as long as a command runs: they lead the test's own clients too."""
    path = folder / "services.conf"
    path.write_text("[reh]\n" + "".join(f"{key}={value}\n" for key, value in service.items()))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"PGSERVICEFILE": path, **variables}.items():
            patch.setenv(name, str(value))
        yield


@pytest.mark.parametrize(
    "way", ["14-hostaddr", "15-service", "16-service-in-dsn", "17-hostaddr-in-dsn", "17-hostaddr-in-words"]
)
def test_no_word_leads_the_sessions_elsewhere(elsewhere: Places, tmp_path: Path, way: str) -> None:
    """What was proved is what is written to: the source, which is not adopted, is untouched (rows 14 to 17)."""
    places, target = elsewhere, elsewhere.dsn()
    variables = {"14-hostaddr": {"PGHOSTADDR": "127.0.0.2"}, "15-service": {"PGSERVICE": "reh"}}.get(way, {})
    target += {"16-service-in-dsn": "?service=reh", "17-hostaddr-in-dsn": "?hostaddr=127.0.0.2"}.get(way, "")
    if way == "17-hostaddr-in-words":
        target = f"host=127.0.0.1 hostaddr=127.0.0.2 port={places.copy.port} dbname=shop user=boss"
    before = len(places.rows(places.copy))
    with untouched((places.source, "shop")), environment(tmp_path, {"hostaddr": "127.0.0.2"}, dict(variables)):
        said = places.replay(target)
    wrote = len(places.rows(places.copy)) - before
    assert said.code in REFUSED or (said.code == 0 and wrote == 12), (said, wrote)


@pytest.mark.parametrize("after", [1, 4, 9])
def test_an_address_that_moves_after_the_proof_writes_nowhere_else(adopted: Places, after: int) -> None:
    """A name or a load balancer hands out the source from some connection on: the replay ends with exit code 4 (row 18)."""
    places = adopted
    ports = (places.copy.port, places.source.port)
    with (
        Proxy(places.copy.port, leads=lambda n: ports[n > after]) as proxy,
        untouched((places.source, "shop")),
    ):
        said = places.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
        assert proxy.accepted > after, "the address never moved"
    assert said.code == 4, said.text


def test_an_address_that_alternates_writes_nowhere_else(adopted: Places) -> None:
    """Each second connection goes to the source (row 18)."""
    ports = (adopted.copy.port, adopted.source.port)
    with Proxy(adopted.copy.port, leads=lambda n: ports[n % 2]) as proxy, untouched((adopted.source, "shop")):
        said = adopted.replay(f"postgresql://boss@127.0.0.1:{proxy.port}/shop")
    assert said.code == 4, said.text


@pytest.mark.parametrize("way", ["19-service", "19-service-in-environment", "20-environment", "20-no-words"])
def test_a_service_or_the_environment_names_the_target(adopted: Places, tmp_path: Path, way: str) -> None:
    """Not 127.0.0.1:5432, which often is a tunnel to production: the copy is written to (rows 19 and 20)."""
    places = adopted
    service: dict[str, object] = {"host": "127.0.0.1", "port": places.copy.port, "dbname": "shop", "user": "boss"}
    variables: dict[str, object] = {"PGSERVICE": "reh"} if way == "19-service-in-environment" else {}
    if way.startswith("20"):
        variables = {"PGHOST": "127.0.0.1", "PGPORT": places.copy.port, "PGUSER": "boss", "PGDATABASE": "shop"}
    target = {
        "19-service": "service=reh",
        "19-service-in-environment": "postgresql://",
        "20-environment": "postgresql:///shop",
        "20-no-words": "postgresql://",
    }[way]
    before = len(places.rows(places.copy))
    with untouched((places.source, "shop")), environment(tmp_path, service, variables):
        said = places.replay(target)
    assert (said.code, len(places.rows(places.copy)) - before) == (0, 12), said.text


# --- Hosts that are never a target (rows 21 and 22) ---------------------------------------------------------------------

DENIALS = {
    "typed": ("127.0.0.1", "127.0.0.1"),
    "name for address": ("localhost", "127.0.0.1"),
    "name for short": ("localhost", "127.1"),
    "address for name": ("127.0.0.1", "localhost"),
    "network": ("127.0.0.0/8", "localhost"),
    "pattern": ("127.*", "localhost"),
    "case": ("LOCALHOST", "127.0.0.1"),
}


@pytest.mark.parametrize(
    ("name", "by"), [*((name, "option") for name in DENIALS), ("typed", "environment"), ("network", "environment")]
)
def test_a_denied_host_is_denied_by_any_name(
    adopted: Places, monkeypatch: pytest.MonkeyPatch, name: str, by: str
) -> None:
    """Patterns fit what was typed, what it resolves to and networks (row 21)."""
    pattern, host = DENIALS[name]
    words: tuple[str, ...] = ("--deny-host", pattern)
    if by == "environment":
        words = ()
        monkeypatch.setenv("PGREHEARSE_DENY_HOSTS", f"db.prod.example, {pattern}")
    with untouched((adopted.copy, "shop")):
        said = adopted.replay(f"postgresql://boss@{host}:{adopted.copy.port}/shop", *words)
    assert said.code == 4, said.text


def scenario(places: Places, folder: Path, control: str, candidate: str) -> Path:
    """Write a scenario of two servers, which changes both before it replays."""
    path = folder / "changed.toml"
    side = 'kind = "dsn"\ndsn = "{}"\nafter = ["insert into sold values (\'after\')"]\n'
    path.write_text(
        f'name = "changed"\n[production]\nkind = "workload"\nworkload = "{places.workloads["known"]}"\n'
        f'[replay]\nspeed = "max"\nwrites = true\ndirty = true\n[compare]\nrounds = 1\n'
        f"[control]\n{side.format(control)}[candidate]\n{side.format(candidate)}"
    )
    return path


@pytest.mark.parametrize("which", ["control is the source", "candidate is the source", "denied", "not adopted"])
def test_a_scenario_proves_its_sides_before_it_changes_any(
    adopted: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    """SQL of `after` runs on no side when one of them may not be written to (row 22)."""
    places = adopted
    sides = [places.dsn(), places.dsn()]
    if which == "denied":
        monkeypatch.setenv("PGREHEARSE_DENY_HOSTS", "127.0.0.1")
    elif which == "not adopted":
        sides[1] = places.dsn(database="billing")
    else:
        sides[which.startswith("candidate")] = places.dsn(places.source)
    with untouched((places.source, "shop"), (places.copy, "shop"), (places.copy, "billing")):
        said = command("run", scenario(places, tmp_path, *sides), "-o", tmp_path / "out")
    assert said.code == 4, said.text


# --- Followers, and servers in use (rows 23 to 25, 30 to 34) ------------------------------------------------------------


@pytest.fixture
def standby(places: Places, ground: Ground) -> Iterator[Cluster]:
    """A standby of the copy: the copy is somebody's primary."""
    made = clusters.follow(places.copy, ground.folder / "reach-standby", name="reach-standby")
    yield made
    clusters.stop(made)
    with superuser(places.copy) as connection:
        connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots")


def refused_to_adopt(places: Places, cluster: Cluster | None = None) -> LogRecord:
    """Try to adopt what may not be adopted: exit code 4, and no mark."""
    place = cluster or places.copy
    with superuser(place, "shop") as connection:
        if connection.execute("select pg_is_in_recovery()").fetchone() == (False,):
            connection.execute("drop schema if exists pgrehearse cascade")
    with untouched((place, "shop")):
        said = places.adopt(place)
    assert said.code == 4, said.text
    return said


def test_a_server_with_a_standby_is_nobodys_rehearsal(places: Places, standby: Cluster) -> None:
    """Neither the standby (row 23) nor the primary that it follows (row 33) is adopted or written to."""
    with untouched((places.copy, "shop")):
        assert places.replay(places.dsn(standby)).code == 4
    refused_to_adopt(places, standby)
    refused_to_adopt(places)
    clusters.stop(standby)
    # The slot that it leaves behind still speaks for a follower.
    refused_to_adopt(places)


@contextmanager
def subscribed(places: Places, *, live: bool) -> Iterator[None]:
    """Have the copy subscribe to the source: *live*, or enabled while its worker cannot start (its slot is another's)."""
    with superuser(places.source, "shop") as connection:
        connection.execute("create publication everything for table sold")
    with superuser(places.copy, "shop") as connection:
        how = "copy_data = false" if live else "connect = false, slot_name = 'taken'"
        connection.execute(
            f"create subscription follows connection 'host=127.0.0.1 port={places.source.port} dbname=shop user=boss' publication everything with ({how})"
        )
        connection.execute("alter subscription follows enable")
        running = "select pid is not null from pg_stat_subscription where subname = 'follows'"
        for _ in range(1000):
            if not live or connection.execute(running).fetchone() == (True,):
                break
            connection.execute("select pg_sleep(0.005)")
    try:
        yield
    finally:
        with superuser(places.copy, "shop") as connection:
            connection.execute("alter subscription follows disable")
            if not live:
                connection.execute("alter subscription follows set (slot_name = none)")
            connection.execute("drop subscription follows")
        with superuser(places.source, "shop") as connection:
            connection.execute("drop publication everything")


@pytest.mark.parametrize("live", [True, False], ids=["24-live", "25-between-two-tries"])
def test_a_copy_that_subscribes_is_not_adopted(places: Places, live: bool) -> None:
    """An enabled subscription would take production's changes, whether its worker runs at this moment or not (rows 24, 25)."""
    with subscribed(places, live=live):
        refused_to_adopt(places)
    assert places.adopt().code == 0


@pytest.mark.parametrize("live", [True, False], ids=["24-live", "25-between-two-tries"])
def test_a_subscription_that_was_enabled_after_the_mark_refuses_the_replay(adopted: Places, live: bool) -> None:
    """Who uses a server is asked at each start, not only when it is adopted."""
    with subscribed(adopted, live=live), untouched((adopted.copy, "shop")):
        assert adopted.replay(adopted.dsn()).code == 4


@contextmanager
def in_use(cluster: Cluster, *applications: str) -> Iterator[list[psycopg.Connection[tuple[object, ...]]]]:
    """Have an application connected: idle, and in transactions."""
    opened = [connect(cluster, "shop", user="boss", application=name) for name in applications]
    for number, connection in enumerate(opened):
        if number % 2:
            connection.execute("begin")
            connection.execute("select 1")
    try:
        yield opened
    finally:
        for connection in opened:
            connection.close()


@pytest.mark.parametrize(
    "application",
    ["shop web", "", "pgrehearse looking app", "PGREHEARSE", "pgrehearse preflight of somebody", "pgrehearse test"],
)
def test_a_server_with_users_is_not_adopted(places: Places, application: str) -> None:
    """Whatever they call themselves (rows 30 and 32)."""
    with in_use(places.copy, *[application] * 3):
        refused_to_adopt(places)
    assert places.adopt().code == 0


def test_users_that_came_after_the_mark_refuse_the_replay(adopted: Places) -> None:
    """A rehearsal has no users when a replay begins, either."""
    with in_use(adopted.copy, "shop web"), untouched((adopted.copy, "shop")):
        assert adopted.replay(adopted.dsn()).code == 4


def test_a_role_that_may_not_see_sessions_does_not_adopt(places: Places) -> None:
    """The owner of a database at a managed service sees no sessions: it is refused, and the grant is named (row 31)."""
    with superuser(places.copy, "shop") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    for users in (("shop web",) * 5, ()):
        with in_use(places.copy, *users), untouched((places.copy, "shop")):
            said = command("targets", "adopt", places.dsn(user="clerk"), "--yes")
        assert said.code == 4, said.text
        assert "pg_monitor" in said.text


@pytest.mark.parametrize("name", ["slot", "reserved slot", "prepared"])
def test_a_server_that_serves_others_is_not_adopted(places: Places, name: str) -> None:
    """Slots and prepared transactions are somebody's (row 33)."""
    make, drop = {
        "slot": ("select pg_create_physical_replication_slot('theirs')", "select pg_drop_replication_slot('theirs')"),
        "reserved slot": (
            "select pg_create_physical_replication_slot('theirs', true)",
            "select pg_drop_replication_slot('theirs')",
        ),
        "prepared": ("begin; select 1; prepare transaction 'theirs'", "rollback prepared 'theirs'"),
    }[name]
    with superuser(places.copy, "shop") as connection:
        connection.execute(make)
    try:
        refused_to_adopt(places)
    finally:
        with superuser(places.copy, "shop") as connection:
            connection.execute(drop)
    assert places.adopt().code == 0


def test_a_server_that_archives_is_not_adopted(places: Places, ground: Ground) -> None:
    """archive_mode speaks for a server that somebody relies on (row 33)."""
    settings = {**QUICK, "archive_mode": "on", "archive_command": "false"}
    archives = ground.restored("reach-base", "reach-archives", settings)
    try:
        refused_to_adopt(places, archives)
    finally:
        clusters.stop(archives)


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_a_pooler_is_no_door_to_adopt_through(places: Places) -> None:
    """Its idle clients have no session at the server: nobody can say that there are none (row 34)."""
    with pgbouncer(places.copy, "transaction") as port:
        clients = [
            psycopg.connect(host="127.0.0.1", port=port, user="boss", dbname="shop", autocommit=True) for _ in range(3)
        ]
        try:
            said = command("targets", "adopt", f"postgresql://boss@127.0.0.1:{port}/shop", "--yes")
        finally:
            for client in clients:
                client.close()
    assert said.code == 4, said.text


# --- The mark (rows 26 to 29, 35) ---------------------------------------------------------------------------------------


def test_every_database_of_the_workload_is_adopted(adopted: Places) -> None:
    """Sessions of `billing` on the same server: refused, naming it, and nothing is written in either (row 27)."""
    with superuser(adopted.copy, "billing") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    with untouched((adopted.copy, "shop"), (adopted.copy, "billing")):
        said = adopted.replay(adopted.dsn(), workload="both")
    assert said.code == 4, said.text
    assert "billing" in said.text


@pytest.fixture(scope="module")
def twin(places: Places, ground: Ground) -> Cluster:
    """A base backup of the copy while it was adopted: it carries the mark."""
    assert places.adopt().code == 0
    clusters.base_backup(places.copy, ground.folder / "reach-twin-base")
    return ground.restored("reach-twin-base", "reach-twin")


def test_a_base_backup_of_an_adopted_server_is_not_adopted(places: Places, twin: Cluster) -> None:
    """It may have become production (row 28)."""
    with untouched((twin, "shop")):
        assert places.replay(places.dsn(twin), workload="unknown").code == 4


@pytest.mark.parametrize("where", ["source", "copy"])
def test_a_dump_of_an_adopted_database_is_not_adopted(adopted: Places, where: str) -> None:
    """Restored elsewhere it carries the mark, and proves nothing (row 29)."""
    place = {"source": adopted.source, "copy": adopted.copy}[where]
    text = run(
        [
            adopted.copy.program("pg_dump"),
            "-h",
            "127.0.0.1",
            "-p",
            str(adopted.copy.port),
            "-U",
            "postgres",
            "--inserts",
            "shop",
        ]
    )
    with superuser(place) as connection:
        connection.execute("create database restored owner clerk")
    try:
        with superuser(place, "restored") as connection:
            for line in _statements(text):
                connection.execute(line)
        with untouched((place, "restored")):
            said = adopted.replay(adopted.dsn(place, "restored"), "--map-database", "shop=restored", workload="unknown")
        assert said.code == 4, said.text
    finally:
        with superuser(place) as connection:
            connection.execute("drop database restored with (force)")


def _statements(text: str) -> list[str]:
    """Return a dump as one string that a server takes."""
    return ["\n".join(line for line in text.splitlines() if not line.startswith("\\"))]


def test_a_mark_that_expired_proves_nothing(places: Places) -> None:
    """`adopt --for 1s` is over after a second."""
    said = command("targets", "adopt", places.dsn(), "--yes", "--for", "1s")
    assert said.code == 0, said.text
    with superuser(places.copy, "shop") as connection:
        connection.execute("select pg_sleep(1.1)")
    with untouched((places.copy, "shop")):
        said = places.replay(places.dsn())
    assert said.code == 4, said.text


def test_replayed_statements_neither_read_nor_change_the_mark(adopted: Places) -> None:
    """It is spent afterwards, and proves what it proved before (row 35)."""
    places = adopted
    with superuser(places.copy, "shop") as connection:
        before = connection.execute(
            "select relname, relacl::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'pgrehearse' order by 1"
        ).fetchall()
    assert before
    said = places.replay(places.dsn(), "--allow", "dynamic-sql", workload="marked")
    with superuser(places.copy, "shop") as connection:
        after = connection.execute(
            "select relname, relacl::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'pgrehearse' order by 1"
        ).fetchall()
    assert after == before
    assert said.code == 0, said.text
    outcomes = statuses(places)
    assert outcomes.pop("insert into sold values ('replayed')") == "ok"
    assert {text: status for text, status in outcomes.items() if status == "ok" and "search_path" not in text} == {}
    again = command(
        "replay",
        places.workloads["unknown"],
        "--target",
        places.dsn(),
        "--writes",
        "--speed",
        "max",
        "--no-metrics",
        "--force",
        "-o",
        places.folder / "again.run",
    )
    assert again.code == 4, "the mark no longer says that the database is spent"
    assert places.replay(places.dsn(), workload="unknown").code == 0


def statuses(places: Places) -> dict[str, str]:
    """Return what became of each statement of the last replay of the workload that touches the mark."""
    from pgrehearse.runs.read import Run
    from pgrehearse.workload.read import Workload as Opened

    workload: Workload = Opened.open(places.workloads["marked"])
    joined = (
        workload.events()
        .select("session", "seq", "sql")
        .join(
            Run.open(places.folder / "attempt.run").outcomes().select("session", "seq", "status"), on=["session", "seq"]
        )
        .collect()
    )
    return {sql.decode(): str(status) for sql, status in joined.select("sql", "status").iter_rows() if sql is not None}


def test_a_capture_without_its_source_is_noted(adopted: Places) -> None:
    """No replay can recognise the source then: the workload's manifest says so (row 26)."""
    notes = json.loads((adopted.workloads["unknown"] / "manifest.json").read_text())["notes"]
    assert any("source" in note for note in notes)


def test_the_address_of_ipv6_is_the_source_too(marked_source: Places) -> None:
    """[::1] leads to it where the machine has it (row 3)."""
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        pytest.skip("this machine has no ::1")
    with untouched((marked_source.source, "shop")):
        said = marked_source.replay(f"postgresql://boss@[::1]:{marked_source.source.port}/shop")
    assert said.code in REFUSED, said.text
