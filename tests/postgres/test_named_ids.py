"""Draws that the database's own means do not reach: tables whose defaults may not be changed, and calls of PostgreSQL's own nextval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from psycopg import sql

from pgrehearse.workload.sql.drawing_text import drawing_text
from tests.conftest import connect, superuser
from tests.postgres.given import SCHEMA, SEQUENCES, catalog, give, given_back, queue, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.targets.pinning import Given

OWN_CALLS = """
create function own_number() returns bigint language sql as 'select pg_catalog.nextval(''numbers'')';
create function parsed_number() returns bigint language sql begin atomic select nextval('numbers'); end;
create function numbered_by_class() returns trigger language plpgsql as
    'declare first bigint := nextval(''numbers''::regclass); begin new.id := first; new.v := currval(''numbers''::regclass); return new; end';
create table by_class (id int, v text);
create trigger numbered before insert on by_class for each row execute function numbered_by_class();
create procedure add_number() language plpgsql as 'begin insert into by_trigger (v) values (pg_catalog.nextval(''codes'')); end';
"""


@pytest.fixture
def place(server: Cluster, database: str) -> tuple[Cluster, str]:
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
        connection.execute(OWN_CALLS)
    return server, database


@pytest.fixture
def role(place: tuple[Cluster, str]) -> Iterator[str]:
    """A role that may insert rows and use sequences, and that owns nothing but what it makes."""
    server, database = place
    name = f"owner_{database}"
    names = {"role": sql.Identifier(name), "database": sql.Identifier(database)}
    grants = (
        "create role {role} login; grant create on database {database} to {role}; grant create on schema public to {role}; "
        "grant select, insert, update on all tables in schema public to {role}; "
        "grant usage, select, update on all sequences in schema public to {role}"
    )
    with superuser(server, database) as connection:
        connection.execute(sql.SQL(grants).format(**names))
    yield name
    with superuser(server, database) as connection:
        connection.execute(sql.SQL("drop owned by {role}; drop role {role}").format(**names))


def sent(given: Given, text: str) -> str:
    """Return a text as a replay sends it."""
    tables = {(schema, table.name): table for table, _ in given.named for schema in ("", table.schema)}
    return drawing_text(text.encode(), tables).text.decode()


NAMED = [
    ("plain_id_seq", "7,9", "insert into plain (v) values ('a'), ('b') returning id", [7, 9]),
    ("plain_id_seq", "21:23", "insert into plain (v) select 'a' from generate_series(1, 3) returning id", [21, 22, 23]),
    ("plain_id_seq", "4:5", "insert into plain (v) select unnest('{a,b}'::text[]) returning id", [4, 5]),
    ("plain_id_seq", "4", "insert into plain (v) select count(*) from pg_class returning id", [4]),
    ("plain_id_seq", "4", "insert into plain default values returning id", [4]),
    (
        "plain_id_seq",
        "4:6",
        "insert into plain (v) select n::text from generate_series(1, 9) n order by n desc limit 3 returning id + v::int",
        [13, 13, 13],
    ),
    ("plain_id_seq", "4:5", "insert into plain (v) select 'a' union all select 'b' limit 2 returning id", [4, 5]),
    ("small_id_seq", "3", "insert into small (v) values ('a') returning id", [3]),
    ("codes", "4:5", "insert into coded (v) values ('a') returning code", ["N-4/5"]),
    ("parted_id_seq", "8", "insert into parted (v) values ('a') returning id", [8]),
    ("parted_id_seq", "9", "insert into parted_a values (default, 'a') returning id", [9]),
    ("parent_id_seq", "12", "insert into child (v) values ('a') returning id", [12]),
    ("odd", "5", 'insert into "Odd ""Table" (v) values (\'a\') returning "Id"', [5]),
    ("odd", "6", 'insert into "Odd ""Table" values (default, \'a\') returning "Id"', [6]),
    ("optional_id_seq", "6:7", "insert into optional (v) values ('a'), ('b') returning v::int", [6, 7]),
    ("identified_id_seq", "6", "insert into identified (v) values ('a') returning id", [6]),
    ("divided_id_seq", "6", "insert into divided default values returning id", [6]),
    ("numbers", "51", "select nextval('numbers')", [51]),
]


@pytest.mark.parametrize(("sequence", "ids", "text", "expected"), NAMED, ids=[text for _, _, text, _ in NAMED])
def test_statements_name_the_ids_of_tables_of_another_owner(
    place: tuple[Cluster, str], role: str, sequence: str, ids: str, text: str, expected: list[Any]
) -> None:
    before = catalog(place)
    given = give(place, *SEQUENCES.values(), "public.divided_id_seq", user=role)
    reasons = {table.name: reason for table, reason in given.named}
    assert reasons["plain"] == "must be owner of table plain"
    with connect(*place, user=role) as connection:
        queue(connection, given, SEQUENCES.get(sequence, f"public.{sequence}"), ids)
        assert values(connection, sent(given, text)) == expected
    given_back(place)
    assert catalog(place) == before


def test_draws_without_an_id_are_beyond_for_named_ids_too(place: tuple[Cluster, str], role: str) -> None:
    """Also currval and lastval."""
    given = give(place, "public.plain_id_seq", user=role)
    text = sent(given, "insert into plain (v) values ('a') returning id")
    with connect(*place, user=role) as connection:
        queue(connection, given, "public.plain_id_seq", "7")
        assert values(connection, text) == [7]
        assert values(connection, "select currval('plain_id_seq')") == [7]
        assert values(connection, "select lastval()") == [7]
        assert values(connection, text) == [1_000_005_000]
    assert given_back(place).beyond == {"public.plain_id_seq": 1}


def test_a_sequence_that_may_not_be_moved_is_named(place: tuple[Cluster, str], role: str) -> None:
    """Its ids are given; a draw without a known id may collide."""
    with superuser(*place) as connection:
        connection.execute(sql.SQL("revoke update on sequence plain_id_seq from {}").format(sql.Identifier(role)))
    given = give(place, "public.plain_id_seq", user=role)
    assert any(
        "public.plain_id_seq stays where it is (permission denied" in sentence
        and "may get an id of production" in sentence
        for sentence in given.not_given
    )
    with connect(*place, user=role) as connection:
        queue(connection, given, "public.plain_id_seq", "7")
        text = sent(given, "insert into plain (v) values ('a'), ('b') returning id")
        assert values(connection, text) == [7, 1]


def test_an_identity_that_divides_a_table_is_named(place: tuple[Cluster, str]) -> None:
    """A trigger cannot change it, whoever owns the table."""
    given = give(place, "public.divided_id_seq")
    reasons = {table.name: reason for table, reason in given.named}
    assert reasons["divided"] == "a trigger cannot change an identity column that divides a table into partitions"
    with connect(*place) as connection:
        queue(connection, given, "public.divided_id_seq", "6")
        assert values(connection, sent(given, "insert into divided default values returning id")) == [6]


CALLS = [
    ("51", "select pg_catalog.nextval('numbers')", [51]),
    ("51", "select nextval('numbers'::regclass)", [51]),
    ("51", "select nextval(('numbers'::text)::regclass)", [51]),
    ("51", "select nextval('num' || 'bers')", [51]),
    ("51,101", "select own_number() from generate_series(1, 2)", [51, 101]),
    ("151", "select parsed_number()", [151]),
    ("151", "insert into by_class default values returning v::int", [151]),
]


@pytest.mark.parametrize(("ids", "text", "expected"), CALLS)
def test_calls_of_postgresqls_own_nextval_return_the_ids_of_the_queue(
    place: tuple[Cluster, str], ids: str, text: str, expected: list[Any]
) -> None:
    before = catalog(place)
    given = give(place, "public.numbers")
    assert given.not_given == ()
    with connect(*place) as connection:
        queue(connection, given, "public.numbers", ids)
        assert values(connection, sent(given, text)) == expected
        assert values(connection, sent(given, "select pg_catalog.currval('numbers')")) == expected[-1:]
    assert given_back(place).left == ()
    assert catalog(place) == before


@pytest.mark.parametrize("text", ["select setval('numbers', 40)", "select pg_catalog.setval('numbers', 40, true)"])
def test_a_sequence_that_is_set_stays_beyond(place: tuple[Cluster, str], text: str) -> None:
    """The session gets the value from currval; a draw without a known id does not get an id of production."""
    given = give(place, "public.numbers")
    with connect(*place) as connection:
        assert values(connection, sent(given, text)) == [40]
        assert values(connection, "select currval('numbers')") == [40]
        (drawn,) = values(connection, "select nextval('numbers')")
        assert drawn > 5000


def test_draws_that_nothing_reaches_are_counted(place: tuple[Cluster, str]) -> None:
    """A view calls PostgreSQL's own nextval."""
    with superuser(*place) as connection:
        connection.execute("create view drawing as select nextval('plain_id_seq') as id from generate_series(1, 3)")
    given = give(place, "public.plain_id_seq")
    with connect(*place) as connection:
        queue(connection, given, "public.plain_id_seq", "7")
        assert all(drawn > 5000 for drawn in values(connection, "select id from drawing"))
        assert values(connection, "insert into plain (v) values ('a') returning id") == [7]
    assert given_back(place).beyond == {"public.plain_id_seq": 3}


def test_a_function_of_another_owner_is_named(place: tuple[Cluster, str], role: str) -> None:
    """And one that is changed during the replay stays as it was changed."""
    given = give(place, "public.numbers", user=role)
    assert any(
        sentence.startswith(
            "the function public.own_number() calls PostgreSQL's own nextval, and cannot be changed: must be"
        )
        for sentence in given.not_given
    ), given.not_given
    give(place, "public.numbers")
    with superuser(*place) as connection:
        connection.execute("create or replace function own_number() returns bigint language sql as 'select 5::bigint'")
    assert given_back(place).left == ("the function public.own_number() was changed during the replay",)
    with connect(*place) as connection:
        assert values(connection, "select own_number()") == [5]
