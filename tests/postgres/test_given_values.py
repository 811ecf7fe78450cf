"""What a rehearsal database returns for defaults that are random or of the clock, and what is put back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import polars as pl
import psycopg
import pytest

from pgrehearse.replay.prepare.given_values import VALUES, value_settings
from pgrehearse.targets import adoption
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.clock_defaults import put_back_clock_defaults, replace_clock_defaults
from pgrehearse.targets.given_values import GivenValues, TableColumn, give_values, put_back_values
from pgrehearse.targets.pinning import DrawnRange, give_ids, put_back
from tests.conftest import connect, superuser
from tests.postgres.given import catalog, on, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = """
create type mood as enum ('sad', 'happy');
create function made() returns text language sql volatile as 'select md5(random()::text)';
create function fixed() returns text language sql immutable as 'select ''x''::text';
create table rows (id serial, key uuid default gen_random_uuid(), made timestamptz default now(), day date default current_date,
  code varchar(40) default 'N-' || md5(random()::text), mood mood default (case when random() < 2 then 'sad' end)::mood,
  tags text[] default array[md5(random()::text)], price numeric(8, 2) default random() * 10, name text default made(),
  constant text default 'x', same text default fixed(), numbered text default 'N-' || nextval('rows_id_seq') || now(), v text);
create table "Odd ""Table" ("The key" uuid default gen_random_uuid(), v text);
create table parted (dropped int, v text, key uuid default gen_random_uuid()) partition by list (v);
alter table parted drop dropped;
create table parted_a partition of parted for values in ('a');
create table parent (key uuid default gen_random_uuid(), v text); create table child () inherits (parent);
"""
COLUMNS = ["id", "key", "made", "day", "code", "mood", "tags", "price", "name", "constant", "same", "numbered"]
WANTED = [
    *(TableColumn("public", "rows", name) for name in COLUMNS),
    TableColumn("public", 'Odd "Table', "The key"),
    TableColumn("public", "parted", "key"),
    TableColumn("public", "child", "key"),
]
GIVEN = ["key", "made", "day", "code", "mood", "tags", "price", "name"]
KEY = "11111111-1111-4111-8111-111111111111"
OTHER = "22222222-2222-4222-8222-222222222222"
Place = tuple["Cluster", str]


@pytest.fixture
def place(server: Cluster, database: str) -> Place:
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
    return server, database


def give(place: Place, *, user: str = "postgres") -> GivenValues:
    given: GivenValues = on(place, lambda connection: give_values(connection, WANTED), user)
    return given


def queue(
    connection: psycopg.Connection[Any], given: GivenValues, table: str, name: str, items: Sequence[str | None]
) -> None:
    """Set the queue of a column as a replay does."""
    (setting,) = [one.setting for one in given.columns if (one.column.table, one.column.name) == (table, name)]
    rows = [(1, 1, "", setting, item) for item in items]
    (settings,) = value_settings(pl.DataFrame(rows, schema=VALUES, orient="row"))["pins"].to_list()
    for key, value in zip(settings[::2], settings[1::2], strict=True):
        connection.execute("select set_config(%s, %s, false)", (key.decode(), value.decode()))


CASES = [
    ("rows", "key", "insert into rows (v) values ('a'), ('b') returning key::text", [KEY, OTHER]),
    ("rows", "made", "insert into rows (v) values ('a') returning made::text", ["2026-03-01 10:00:00.123456+00"]),
    ("rows", "day", "insert into rows (v) values ('a') returning day::text", ["2026-03-01"]),
    (
        "rows",
        "code",
        "insert into rows (v) select 'a' from generate_series(1, 4) returning code",
        ["a,b", "%2c", ">1", ""],
    ),
    ("rows", "mood", "insert into rows (v) values ('a') returning mood::text", ["happy"]),
    ("rows", "tags", "insert into rows (v) values ('a') returning tags::text", ['{a,"b,*"}']),
    ("rows", "price", "insert into rows (v) values ('a') returning price::text", ["12.50"]),
    ("rows", "name", "insert into rows (v) values ('a') returning name", ["*"]),
    ('Odd "Table', "The key", 'insert into "Odd ""Table" (v) values (\'a\') returning "The key"::text', [KEY]),
    ("parted", "key", "insert into parted (v) values ('a') returning key::text", [KEY]),
    ("parted", "key", "insert into parted_a (v) values ('a') returning key::text", [KEY]),
    ("child", "key", "insert into child (v) values ('a') returning key::text", [KEY]),
]


def test_each_default_returns_the_values_of_the_queue(place: Place) -> None:
    """Of every type; constants and defaults that draw ids stay as they are. Everything is put back."""
    before = catalog(place)
    given = give(place)
    assert given.not_given == ()
    names = [(one.column.table, one.column.name) for one in given.columns]
    assert sorted(names) == sorted(
        [*(("rows", name) for name in GIVEN), *((one.table, one.name) for one in WANTED[-3:])]
    )
    for table, name, text, expected in CASES:
        with connect(*place) as connection:
            connection.execute("set timezone to 'UTC'")
            queue(connection, given, table, name, expected)
            assert values(connection, text) == expected, text
    on(place, put_back_values)
    assert catalog(place) == before


def test_values_that_are_not_known_are_the_defaults_own_and_counted(place: Place) -> None:
    given = give(place)
    with connect(*place) as connection:
        queue(connection, given, "rows", "key", [KEY, None, OTHER])
        text = "insert into rows (v) select 'a' from generate_series(1, 4) returning key::text"
        first, second, third, last = values(connection, text)
        assert (first, third) == (KEY, OTHER)
        assert len({first, second, third, last}) == 4
    counted = on(place, put_back_values)
    assert counted["public.rows.key"] == 2
    assert counted["public.rows.made"] == 4
    assert "public.parent.key" not in counted


def test_a_long_queue_is_divided(place: Place) -> None:
    """Each value is found once and in order, whatever the number of rows."""
    given = give(place)
    expected = [f"row {number}" for number in range(1234)]
    with connect(*place) as connection:
        queue(connection, given, "rows", "name", [*expected])
        text = "insert into rows (v) select 'a' from generate_series(1, 1235) returning name"
        *found, beyond = values(connection, text)
    assert found == expected
    assert beyond not in expected


def test_a_queue_is_rolled_back_with_its_transaction(place: Place) -> None:
    given = give(place)
    with connect(*place) as connection:
        text = "insert into rows (v) values ('a') returning key::text"
        connection.execute("begin")
        queue(connection, given, "rows", "key", [KEY, OTHER])
        assert values(connection, text) == [KEY]
        connection.execute("rollback")
        assert values(connection, text) not in ([KEY], [OTHER])


def test_ids_values_and_the_clock_are_replaced_together(place: Place) -> None:
    """A known value of a column precedes the clock that the replay sets; each is put back."""
    before = catalog(place)
    on(place, lambda connection: give_ids(connection, [DrawnRange("public.rows_id_seq", 1, 100)]))
    given = give(place)
    on(place, replace_clock_defaults)
    with connect(*place) as connection:
        connection.execute("set timezone to 'UTC'")
        connection.execute("select set_config('pgrehearse.now', '1767225600', false)")  # 2026-01-01
        queue(connection, given, "rows", "made", ["2026-03-01 10:00:00.123456+00"])
        text = "insert into rows (v) values ('a'), ('b') returning made::text"
        assert values(connection, text) == ["2026-03-01 10:00:00.123456+00", "2026-01-01 00:00:00+00"]
    on(place, put_back_clock_defaults)
    on(place, put_back_values)
    on(place, put_back)
    assert catalog(place) == before


def test_a_partition_that_is_made_during_a_replay_is_put_back(place: Place) -> None:
    """It copied the default; a table that is dropped and a default that is changed during the replay stay so."""
    give(place)
    with superuser(*place) as connection:
        connection.execute(
            "create table parted_b partition of parted for values in ('b'); drop table child; alter table rows alter name set default 'own'"
        )
    on(place, put_back_values)
    defaults = {row[1]: row[3] for row in catalog(place) if row[0] == "default"}
    assert defaults["parted_b"] == "gen_random_uuid()"
    assert "'own'::text" in {row[3] for row in catalog(place) if row[1] == "rows"}
    assert not any(row[1] == "pgrehearse" for row in catalog(place))


def test_a_table_of_another_owner_keeps_its_default(place: Place) -> None:
    server, database = place
    role = f"values_{database}"
    with superuser(server, database) as connection:
        connection.execute(f"create role {role} login; grant create on database {database} to {role}".encode())
        connection.execute(f"alter table parent owner to {role}; alter table child owner to {role}".encode())
    given = give(place, user=role)
    assert [one.label for one in given.columns] == ["public.child.key"]
    assert "public.rows.key: must be owner of table rows" in given.not_given
    on(place, put_back_values)
    with superuser(server, database) as connection:
        connection.execute(f"reassign owned by {role} to postgres; drop owned by {role}; drop role {role}".encode())


def test_releasing_a_database_and_the_next_replay_put_back(place: Place) -> None:
    """Also what a killed replay left."""
    before = catalog(place)
    give(place)
    give(place)
    on(place, put_back_values)
    assert catalog(place) == before
    on(place, write_mark)
    give(place)
    assert asyncio.run(adoption.release(place[0].endpoint(place[1])))
    assert catalog(place) == before
