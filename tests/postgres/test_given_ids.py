"""What a rehearsal database returns for each way to draw an id, and what is put back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from pgrehearse.targets import adoption
from pgrehearse.targets.adoption_mark import write_mark
from tests.conftest import connect, superuser
from tests.postgres.given import SCHEMA, SEQUENCES, catalog, give, given_back, on, queue, values

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture
def place(server: Cluster, database: str) -> tuple[Cluster, str]:
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
    return server, database


CASES = [
    ("plain_id_seq", "7,9", "insert into plain (v) values ('a'), ('b') returning id", [7, 9]),
    ("plain_id_seq", "21:23", "insert into plain (v) select 'a' from generate_series(1, 3) returning id", [21, 22, 23]),
    ("small_id_seq", "3", "insert into small (v) values ('a') returning id", [3]),
    ("codes", "4:5", "insert into coded (v) values ('a') returning code", ["N-4/5"]),
    ("parted_id_seq", "8", "insert into parted (v) values ('a') returning id", [8]),
    ("parted_id_seq", "9", "insert into parted_a (v) values ('a') returning id", [9]),
    ("parent_id_seq", "12", "insert into child (v) values ('a') returning id", [12]),
    ("odd", "5", 'insert into "Odd ""Table" (v) values (\'a\') returning "Id"', [5]),
    ("optional_id_seq", "6:7", "insert into optional (v) values ('a'), ('b') returning v::int", [6, 7]),
    ("optional_id_seq", "6", "insert into optional values (77, 'b') returning id", [77]),
    ("identified_id_seq", "6", "insert into identified (v) values ('a') returning id", [6]),
    ("numbers", "51", "select nextval('numbers')", [51]),
    ("numbers", "101", "select nextval('public.numbers')", [101]),
    ("numbers", "151,201", "select next_number() from generate_series(1, 2)", [151, 201]),
    ("numbers", "251", "insert into by_trigger (v) values ('a') returning id", [251]),
]


@pytest.mark.parametrize(("sequence", "ids", "text", "expected"), CASES)
def test_each_way_to_draw_returns_the_ids_of_the_queue(
    place: tuple[Cluster, str], sequence: str, ids: str, text: str, expected: list[Any]
) -> None:
    before = catalog(place)
    given = give(place, *SEQUENCES.values())
    assert given.not_given == ()
    with connect(*place) as connection:
        queue(connection, given, SEQUENCES[sequence], ids)
        assert values(connection, text) == expected
    given_back(place)
    assert catalog(place) == before


def test_a_long_queue_continues_in_another_setting(place: tuple[Cluster, str]) -> None:
    given = give(place, "public.plain_id_seq")
    with connect(*place) as connection:
        queue(connection, given, "public.plain_id_seq", "7,9,>1")
        setting = f"pgrehearse.ids_{given.sequences['public.plain_id_seq'].oid}_1"
        connection.execute("select set_config(%s, '21:22,5', false)", (setting,))
        text = "insert into plain (v) select 'a' from generate_series(1, 6) returning id"
        *ids, beyond = values(connection, text)
    assert ids == [7, 9, 21, 22, 5]
    assert beyond > 5000


def test_currval_and_lastval_are_the_id_that_was_given(place: tuple[Cluster, str]) -> None:
    given = give(place, *SEQUENCES.values())
    with connect(*place) as connection:
        for sequence, text in (
            ("plain_id_seq", "insert into plain (v) values ('a')"),
            ("optional_id_seq", "insert into optional (v) values ('a')"),
        ):
            queue(connection, given, SEQUENCES[sequence], "42")
            connection.execute(text.encode())
            assert values(connection, f"select currval('{sequence}')") == [42]
            assert values(connection, "select lastval()") == [42]
        (beyond,) = values(connection, "insert into plain (v) values ('b') returning id")
        assert beyond > 5000
        assert values(connection, "select currval('plain_id_seq')") == [beyond]
        assert values(connection, "select lastval()") == [beyond]


def test_draws_without_an_id_are_beyond_and_counted(place: tuple[Cluster, str]) -> None:
    """Also an id in the middle of a queue that is not known; a sequence that is not replaced draws its next id."""
    given = give(place, "public.plain_id_seq", "public.optional_id_seq")
    with connect(*place) as connection:
        queue(connection, given, "public.plain_id_seq", "7,*,8")
        first, second, third, last = values(
            connection, "insert into plain (v) select 'a' from generate_series(1, 4) returning id"
        )
        assert (first, third) == (7, 8)
        assert (second, last) == (1_000_005_000, 1_000_005_001)
        assert values(connection, "insert into optional (v) values ('a') returning id") == [1_000_005_000]
        assert values(connection, "select nextval('numbers')") == [1]
    assert given_back(place).beyond == {"public.optional_id_seq": 1, "public.plain_id_seq": 2}
    with connect(*place) as connection:
        assert values(connection, "insert into plain (v) values ('c') returning id") == [1_000_005_002]


def test_a_queue_is_rolled_back_with_its_transaction(place: tuple[Cluster, str]) -> None:
    """The next statement sets its own queue: an error or a savepoint needs nothing more."""
    given = give(place, "public.plain_id_seq")
    with connect(*place) as connection:
        connection.execute("begin")
        queue(connection, given, "public.plain_id_seq", "7:9")
        connection.execute("savepoint s")
        assert values(connection, "insert into plain (v) values ('a') returning id") == [7]
        connection.execute("rollback to s")
        queue(connection, given, "public.plain_id_seq", "8")
        assert values(connection, "insert into plain (v) values ('a') returning id") == [8]
        connection.execute("rollback")
        queue(connection, given, "public.plain_id_seq", "10")
        with pytest.raises(psycopg.errors.DivisionByZero):
            connection.execute("insert into plain (v) select (1 / (2 - n))::text from generate_series(1, 2) n")
        assert values(connection, "insert into plain (v) values ('a') returning id") == [10]


def test_an_identity_that_is_always_generated_refuses_an_id(place: tuple[Cluster, str]) -> None:
    given = give(place, *SEQUENCES.values())
    with connect(*place) as connection:
        queue(connection, given, SEQUENCES["odd"], "5")
        with pytest.raises(psycopg.errors.GeneratedAlways):
            connection.execute('insert into "Odd ""Table" values (5, \'a\')')


def test_what_cannot_be_given_is_named(place: tuple[Cluster, str]) -> None:
    """A missing sequence, a sequence without room, a function that is there already."""
    with superuser(*place) as connection:
        connection.execute(
            "create schema app; create sequence app.s; create function app.nextval(text) returns int language sql as 'select 1'"
        )
    given = give(place, "public.none", "app.s")
    full = give(place, "public.small_id_seq", greatest=32767)
    assert given.not_given[0] == "there is no sequence public.none"
    assert (
        'calls of nextval in the schema app: function "nextval" already exists with same argument types'
        in given.not_given
    )
    assert full.not_given == ("public.small_id_seq: there are no values left beyond production's ids",)
    assert full.sequences == {}
    given_back(place)


def test_a_partition_that_is_made_during_a_replay_is_put_back(place: tuple[Cluster, str]) -> None:
    """It copied the default; a table that is dropped and a default that is changed during the replay stay so."""
    give(place, *SEQUENCES.values())
    with superuser(*place) as connection:
        connection.execute(
            "create table parted_b partition of parted for values in ('b'); drop table small; alter table plain alter id set default 3"
        )
    assert given_back(place).left == ()
    defaults = {row[1]: row[3] for row in catalog(place) if row[0] == "default"}
    assert defaults["parted_b"] == "nextval('parted_id_seq'::regclass)"
    assert defaults["plain"] == "3"
    assert not any(row[1] == "pgrehearse" for row in catalog(place))


def test_releasing_a_database_puts_its_defaults_back(place: tuple[Cluster, str]) -> None:
    """The schema is dropped with everything that depends on it: a default must not."""
    before = catalog(place)
    on(place, write_mark)
    give(place, *SEQUENCES.values())
    assert catalog(place) != before
    assert asyncio.run(adoption.release(place[0].endpoint(place[1])))
    assert catalog(place) == before


def test_what_a_killed_replay_left_is_put_back_before_the_next(place: tuple[Cluster, str]) -> None:
    before = catalog(place)
    give(place, *SEQUENCES.values())
    give(place, *SEQUENCES.values())
    given_back(place)
    assert catalog(place) == before
