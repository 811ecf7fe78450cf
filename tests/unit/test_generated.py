"""Which statements generate ids: by their text alone, and with the catalog's columns of their tables."""

from __future__ import annotations

import polars as pl
import pytest

from pgrehearse.workload.catalog.model import Catalog, How, ServerCatalog, Tie
from pgrehearse.workload.catalog.name_resolution import Resolution
from pgrehearse.workload.shapes import Shapes
from pgrehearse.workload.sql.generated_ids import Drawing
from pgrehearse.workload.sql.parser import parse

# id serial, v, n, code uuid default gen_random_uuid(); an identity; plain columns; a view of orders; a trigger that draws.
CATALOG = Catalog(
    frozenset(
        {"public.orders", "public.tickets", "public.plain", "public.open_orders", "public.plain_view", "public.tracked"}
    ),
    (Tie("public.open_orders", "public.orders", How.WRITES), Tie("public.plain_view", "public.plain", How.WRITES)),
    drawing={
        "public.orders": (Drawing("id", 0), Drawing("code", 3)),
        "public.tickets": (Drawing("no", 1, identity=True),),
    },
    views=frozenset({"public.open_orders", "public.plain_view"}),
    triggered=frozenset({"public.tracked"}),
)

MATRIX = [
    ("insert into orders (v, n) values ('x', 1)", True),
    ("insert into orders (id, v) values (1, 'x')", True),  # code is drawn
    ("insert into orders (id, v, code) values (1, 'x', 'c')", False),
    ("insert into orders (id, v, code) values (default, 'x', 'c')", True),
    ("insert into orders (id, v, code) values (1, 'x', 'c'), (default, 'y', 'd')", True),
    ("insert into orders values (1, 'x', 2, 'c')", False),
    ("insert into orders values (1, 'x')", True),
    ("insert into orders values (default, 'x', 2, 'c')", True),
    ("insert into orders default values", True),
    ("insert into orders select 1, 'x', 2, 'c'", False),
    ("insert into orders select 1, 'x' union all select 2, 'y'", True),
    ("insert into orders select * from elsewhere", None),
    ("insert into orders (v) select v from elsewhere", True),
    ("insert into orders (id, v, n, code) select * from elsewhere", False),
    ("insert into orders (v) values ('x') on conflict do nothing", True),
    ("insert into orders (id, code, v) values (1, 'c', 'x') on conflict (id) do update set v = 'y'", False),
    ("with new as (insert into orders (v) values ('x')) select 1", True),
    ("with v as (select 1) insert into plain select * from v", False),
    ("merge into orders o using s on o.id = s.id when not matched then insert (v) values (s.v)", True),
    ("merge into orders o using s on o.id = s.id when not matched then insert (id, code) values (s.id, s.code)", False),
    ("merge into orders o using s on o.id = s.id when not matched then insert default values", True),
    ("merge into orders o using s on o.id = s.id when matched then update set v = s.v", False),
    ("copy orders from stdin", False),
    ("copy orders (v, n) from stdin", True),
    ("copy orders (id, code, v) from '/file'", False),
    ("update orders set id = default where id = 1", True),
    ("update orders set (id, v) = (default, 'x') where id = 1", True),
    ("update orders set v = default where id = 1", False),
    ("update orders set v = 'x'", False),
    ("delete from orders", False),
    ("insert into tickets (v, no) values ('x', 7)", False),
    ("insert into tickets (v, no) overriding system value values ('x', 7)", False),
    ("insert into tickets (v, no) overriding user value values ('x', 7)", True),
    ("insert into tickets values ('x')", True),
    ("insert into plain values (1)", False),
    ("insert into plain (a) values (nextval('s'))", True),
    ("insert into plain (a) values (gen_random_uuid())", True),
    ("insert into plain (a) values (now())", False),
    ("insert into plain (a) values (1) returning a", True),
    ("insert into tracked (a) values (1)", True),
    ("insert into open_orders (v) values ('x')", None),  # its columns may have other names than its table's
    ("insert into plain_view (a) values (1)", False),
    ("insert into nowhere (v) values (1)", None),
    ("select 1; insert into orders (v) values ('x')", True),
    ("create table t (id serial)", False),
]


@pytest.mark.parametrize(("text", "expected"), MATRIX, ids=[text for text, _ in MATRIX])
def test_a_catalog_decides_whether_a_statement_generates_ids(text: str, expected: bool | None) -> None:
    """A column that is not named, or is set to DEFAULT, gets its default."""
    shapes = Shapes()
    shapes.learn([text], [text])
    resolution = Resolution(ServerCatalog("test", {"shop": CATALOG}), [], shapes)
    resolution.add_sessions(
        pl.DataFrame(
            {"session": [0], "user": ["app"], "database": ["shop"], "application": [""], "authorized_as": [None]},
            schema_overrides={"authorized_as": pl.String},
        )
    )
    events = pl.DataFrame(
        {"session": [0], "shape": [0], "sql": [text.encode()], "ended": ["ok"], "transaction": [0]},
        schema_overrides={"session": pl.Int32, "shape": pl.Int32},
    )
    resolution.shapes_of(events)
    assert shapes.frame(resolved=resolution.rows())["generated"].to_list() == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("insert into t (a) values (1)", None),
        ("insert into t values (1, 2)", None),
        ("insert into t (a) values (1) returning id", True),
        ("insert into t (a) values (nextval('s'))", True),
        ("copy t (a) from stdin", None),
        ("update t set a = default", None),
        ("update t set a = 1", False),
        ("select 1", False),
        ("select gen_random_uuid()", True),
    ],
)
def test_without_a_catalog_an_insert_may_generate_ids(text: str, expected: bool | None) -> None:
    """The answer is unknown if it depends on the columns of the table."""
    assert parse(text, text).generated is expected
