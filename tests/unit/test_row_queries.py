"""The queries for the rows that a statement finds: one for each query level, with the places of the rows of each table."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.bound_text import with_constants
from pgrehearse.workload.sql.check_constraints import constrained_columns
from pgrehearse.workload.sql.linked_rows import Link, Written, linked_rows
from pgrehearse.workload.sql.row_queries import FoundRows, Names, found_rows
from pgrehearse.workload.sql.search_path import PathChange, path_change
from pgrehearse.workload.sql.statement_trees import NotDerivable, parsed, relation_names

NAMES = Names(
    {("", "t"), ("", "u"), ("", "v"), ("s", "t")},
    {("", "few"): "select t.id from t where t.x > 3"},
    frozenset({"count", "max"}),
)


def rows(sql: str) -> FoundRows:
    return found_rows(parsed(sql), NAMES)


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("select * from t where id = $1", [1]),
        ("select * from t join u using (id) left join v on v.id = u.v where t.x = 1", [3]),
        ("select * from t where id in (select id from u)", [1, 1]),
        ("select * from few where id = 3", [1]),
        ("select * from t union select * from u", [1, 1]),
        ("with t as (select id from u) select * from t", [1]),
        ("with d as (delete from t returning id) select * from u join d using (id)", [1, 1]),
        ("update t set a = (select max(a) from u) from v where v.id = t.id", [2, 1]),
        ("delete from t using u where t.id = u.id", [2]),
        ("insert into t select * from u", [1]),
        ("insert into t values (1)", []),
        ("select 1 from generate_series(1, 3)", []),
        ("explain select * from t", [1]),
        ("copy (select * from t) to stdout", [1]),
        ("copy t to stdout", [1]),
        ("declare c cursor for select * from t", [1]),
        ("merge into t using u on t.id = u.id when matched then delete", [2]),
    ],
)
def test_each_query_level_has_a_query_for_its_tables(sql: str, tables: list[int]) -> None:
    assert [query.tables for query in rows(sql).queries] == tables


def test_a_level_with_limit_keeps_its_order_and_includes_the_rows_that_offset_skips() -> None:
    (query,) = rows("select x as place from t order by place limit 10 offset $1").queries
    assert "ORDER BY place LIMIT (CAST(10 AS bigint) + CAST($1 AS bigint))" in query.texts[0]
    assert "OFFSET" not in query.texts[0]


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from t where x = 1 limit 3",
        "select x from t where x = 1 group by x limit 3",
        "select distinct x from t where x = 1 limit 3",
        "select x, row_number() over (order by y) from t where x = 1 limit 3",
    ],
)
def test_all_rows_behind_a_group_are_needed(sql: str) -> None:
    """LIMIT limits groups or window values, not the rows that these are made of."""
    (query,) = rows(sql).queries
    assert "WHERE x = 1" in query.texts[0]
    assert "LIMIT" not in query.texts[0]


def test_a_subquery_that_may_use_outer_columns_has_a_form_for_each_level_around_it() -> None:
    _, query = rows("select * from t where exists (select from u where u.id = t.id)").queries
    assert len(query.texts) == 2
    assert "FROM t, LATERAL (" in query.texts[1]


def test_row_locks_are_left_out_because_rows_are_only_read() -> None:
    found = rows("select * from t where id in (select id from u for update skip locked) for update")
    assert "UPDATE" not in found.count
    assert not any("UPDATE" in text for query in found.queries for text in query.texts)


@pytest.mark.parametrize(
    ("sql", "count"),
    [
        ("select x from t limit 3", "SELECT count(*) FROM (SELECT x FROM t LIMIT 3) AS seed_outer"),
        (
            "update t as a set x = 1 from u where u.id = a.id",
            "SELECT count(DISTINCT(a.tableoid, a.ctid)) FROM t AS a, u WHERE u.id = a.id",
        ),
        ("insert into t values (1)", ""),
        ("insert into t select * from u", "SELECT count(*) FROM (SELECT * FROM u) AS seed_outer"),
    ],
)
def test_the_rows_that_a_statement_finds_are_counted(sql: str, count: str) -> None:
    assert rows(sql).count == count


@pytest.mark.parametrize(
    "sql", ["selec 1", "select 1; select 2", "create table x ()", "select * from (t join u on true) as j"]
)
def test_a_statement_whose_rows_cannot_be_derived_has_a_reason(sql: str) -> None:
    with pytest.raises(NotDerivable, match=r"it |a join"):
        rows(sql)


ORDERS = Written(
    "public.orders",
    {"id": "bigint", "customer": "integer", "state": "text"},
    parents=(Link(("customer",), "public.customers", ("id",)),),
    unique=(("id",),),
    children=(Link(("id",), "public.items", ("order_id",)),),
)


def linked(sql: str) -> list[str]:
    return [query.texts[0] for query in linked_rows(parsed(sql), ORDERS)]


def test_an_insert_needs_its_parents_and_the_rows_with_the_same_key() -> None:
    parents, equal = linked("insert into orders values (7, 5, default)")
    assert "FROM (VALUES (5)) AS seed_new (customer) JOIN public.customers" in parents
    assert "CAST(seed_new.customer AS integer)" in parents
    assert "FROM (VALUES (7)) AS seed_new (id) JOIN public.orders" in equal


def test_updates_need_their_new_parents_and_deletes_the_rows_that_refer_to_them() -> None:
    """The columns of the other table have other names: `id` in the statement is the column of its own table."""
    (parents,) = linked("update orders set customer = $1 where id = 3")
    assert parents.endswith(
        "FROM orders, (SELECT tableoid AS seed_table, ctid AS seed_place, id AS seed_0 FROM public.customers) AS seed_other "
        "WHERE (id = 3) AND seed_other.seed_0 = CAST($1 AS integer)"
    )
    assert linked("update orders set state = 'x'") == []
    (children,) = linked("delete from orders o where o.id = 3")
    assert children.endswith(
        "FROM orders AS o, (SELECT tableoid AS seed_table, ctid AS seed_place, order_id AS seed_0 FROM public.items) AS seed_other "
        "WHERE (o.id = 3) AND seed_other.seed_0 = o.id"
    )


def test_parameters_become_constants_at_their_places() -> None:
    text = "select '$1', $1, /* $2 */ $2 from t where a = $1"
    assert with_constants(text, ["it's", None]) == "select '$1', 'it''s', /* $2 */ NULL from t where a = 'it''s'"
    assert with_constants(text, ["x"]) is None


def test_names_of_relations_include_those_of_subqueries() -> None:
    assert relation_names(parsed("select * from s.t where x in (select y from u)")) == {("s", "t"), ("", "u")}


@pytest.mark.parametrize(
    ("sql", "change"),
    [
        (b'set search_path = shard_1, "Odd"', PathChange(("shard_1", "Odd"))),
        (b"set local search_path to a", PathChange(("a",), local=True)),
        (b"reset search_path", PathChange(None)),
        (b"discard all", PathChange(None)),
        (b"discard plans", None),
        (b"select 'set search_path = a'", None),
    ],
)
def test_changes_of_the_search_path_are_found_by_the_grammar(sql: bytes, change: PathChange | None) -> None:
    assert path_change(sql) == change


@pytest.mark.parametrize(
    ("expression", "columns"),
    [
        ("(price > (0)::numeric)", set()),
        ("((a > 0) AND (b IS NOT NULL))", set()),
        ("(length(code) <= 10)", set()),
        ("(price > (5000)::numeric)", {"price"}),
        ("(state = ANY (ARRAY['open'::text]))", {"state"}),
        ("(a < b)", {"a", "b"}),
        ("(lower(email) = email)", {"email"}),
    ],
)
def test_a_check_that_a_pseudonym_may_violate_names_its_columns(expression: str, columns: set[str]) -> None:
    assert constrained_columns(expression) == columns
