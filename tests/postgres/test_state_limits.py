"""What a state does not read: each table with the reason, in one sentence; and what other sessions do during the reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest
from click.testing import CliRunner
from psycopg import sql

from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.commands.state import command
from pgrehearse.scenarios.replaying.database_state import state_of_server
from pgrehearse.targets.state import session, tables, take
from pgrehearse.targets.state.options import StateOptions
from pgrehearse.targets.state.tables import Table
from tests.conftest import held_to_schema, superuser
from tests.state_of_server import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

ROWS = 1000


@pytest.fixture
def shop(server: Cluster, database: str) -> str:
    with superuser(server, database) as connection:
        connection.execute("create table a (id integer primary key, t text); create table b (id integer primary key)")
        connection.execute("insert into a select i, 'x' from generate_series(1, %s::integer) i", (ROWS,))
        connection.execute("insert into b values (1)")
    return database


@pytest.fixture
def reader(server: Cluster, shop: str) -> Iterator[str]:
    """A role that may read table b alone."""
    role = f"reader_{shop}"
    with superuser(server, shop) as connection:
        connection.execute(sql.SQL("create role {0} login; grant select on b to {0}").format(sql.Identifier(role)))
    yield role
    with superuser(server, shop) as connection:
        connection.execute(sql.SQL("drop owned by {0}; drop role {0}").format(sql.Identifier(role)))


@dataclass(frozen=True)
class Reading:
    """Reads a database; a test acts between the snapshot and the first query of a table."""

    cluster: Cluster
    database: str
    output: Path
    patch: pytest.MonkeyPatch

    def during(self, act: Callable[[], None], **options: float) -> dict[str, tuple[int | None, str | None]]:
        """Return, by table, its number of rows and why it was not read."""

        async def read_then_act(connection: asyncpg.Connection) -> list[Table]:
            found = await tables.read_tables(connection)
            act()
            return found

        self.patch.setattr(take, "read_tables", read_then_act)
        state = read(self.cluster, self.database, self.output, **options)
        return {
            name: (rows, why) for name, rows, why in state.tables().select("name", "rows", "unavailable").iter_rows()
        }

    def during_sql(self, text: str) -> dict[str, tuple[int | None, str | None]]:
        """Execute statements during the reading."""

        def act() -> None:
            with superuser(self.cluster, self.database) as connection:
                connection.execute(sql.SQL(text))

        return self.during(act)


@pytest.fixture
def reading(server: Cluster, shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    return Reading(server, shop, tmp_path / "s.state", monkeypatch)


@pytest.mark.parametrize(
    "change", ["drop table a", "truncate a", "alter table a alter t type varchar(9)", "alter table a drop t"]
)
def test_a_table_that_changed_since_the_snapshot_is_not_read(reading: Reading, change: str) -> None:
    """TRUNCATE would show an empty table in the snapshot: it is not taken for one."""
    assert reading.during_sql(change) == {
        "public.a": (None, "it was dropped, changed, truncated or rewritten while the state was read"),
        "public.b": (1, None),
    }


def test_all_tables_are_read_in_one_snapshot(reading: Reading) -> None:
    """Rows that other sessions write during the reading are not part of the state."""
    found = reading.during_sql("insert into a values (0, 'new'); delete from b")
    assert found == {"public.a": (ROWS, None), "public.b": (1, None)}


def test_a_locked_table_is_not_waited_for(
    server: Cluster, shop: str, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(session._SETTINGS, "lock_timeout", "50ms")
    with superuser(server, shop) as connection, connection.transaction():
        connection.execute("lock table a")
        found = reading.during(lambda: None)
    assert found == {
        "public.a": (None, "another session held a lock on it for more than 3 s"),
        "public.b": (1, None),
    }


def test_a_query_that_takes_too_long_is_canceled(server: Cluster, shop: str, reading: Reading) -> None:
    with superuser(server, shop) as connection:
        connection.execute("insert into a select i, repeat('x', 1000) from generate_series(10000, 40000) i")
    found = reading.during(lambda: None, max_seconds=0.005)
    assert found["public.a"] == (None, "one of its queries took more than 0.005 s (--max-seconds)")


def test_tables_that_the_role_may_not_read_have_the_reason(
    server: Cluster, shop: str, reader: str, tmp_path: Path
) -> None:
    """Permission, row security, a foreign partition; foreign and temporary tables are not part of a state."""
    with superuser(server, shop) as connection:
        connection.execute(
            "create table hidden (id integer primary key); alter table hidden enable row level security; grant select on hidden to public;"
            "create table parts (id integer) partition by list (id); grant select on parts to public;"
            "create foreign data wrapper w; create server s foreign data wrapper w;"
            "create foreign table parts_1 partition of parts for values in (1) server s;"
            "create foreign table away (id integer) server s; create temporary table mine (id integer)"
        )
        endpoint = server.endpoint(shop)
        state = state_of_server(endpoint.to(user=reader), tmp_path / "r.state", StateOptions(), force=True)
    reasons = dict(state.tables().select("name", "unavailable").iter_rows())
    assert reasons == {
        "public.a": "this role has no permission to read it (grant select, or pg_read_all_data)",
        "public.b": None,
        "public.hidden": "row security can hide rows from this role (use a role with BYPASSRLS)",
        "public.parts": "one of its partitions is a foreign table, and the state does not access other servers",
    }


def test_a_lost_connection_ends_the_reading_with_a_sentence(reading: Reading) -> None:
    """An administrator ends the connection that holds the snapshot. Nothing remains of the state."""
    with pytest.raises(TargetProblem, match="a connection was lost while the state was read"):
        reading.during_sql(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
            "where application_name = 'pgrehearse state' and datname = current_database()"
        )
    assert list(reading.output.parent.iterdir()) == []


def test_a_pattern_without_a_table_is_a_usage_problem(server: Cluster, shop: str, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"no table matches 'public\.c'"):
        read(server, shop, tmp_path / "s.state", tables=("public.a", "public.c"))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(TargetProblem, match="does not exist"):
        read(server, shop, tmp_path / "s.state", databases=("missing",))
    assert list(tmp_path.iterdir()) == []


def test_the_command_prints_its_document(server: Cluster, shop: str, tmp_path: Path) -> None:
    output = tmp_path / "s.state"
    dsn = f"postgresql://postgres@127.0.0.1:{server.port}/{shop}"
    arguments = [dsn, "-o", str(output), "--except", "public.b", "--with-keys"]
    result = CliRunner().invoke(command, [*arguments, "--json"], catch_exceptions=False)
    document = json.loads(result.stdout)
    held_to_schema("state", document)
    (table,) = document["tables"]
    assert (table["name"], table["rows"], table["key"], table["contents"]) == ("public.a", ROWS, ["id"], "listed")
    assert len(table["checksum"]) == 16
    with pytest.raises(UsageProblem, match="exists"):
        CliRunner().invoke(command, arguments, catch_exceptions=False)
    again = CliRunner().invoke(command, [*arguments, "--force"], catch_exceptions=False)
    assert "1,000 rows in 1 table (" in again.output
