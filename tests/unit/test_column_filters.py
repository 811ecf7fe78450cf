"""To which values of a column a statement is limited, by its parse tree."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.column_filters import column_filter


def limits(sql: str, column: str = "tenant", table_columns: tuple[str, ...] | None = None) -> list[str]:
    """The distinct values: constants, ``$n`` for parameters, and ``{...}`` around arrays."""
    values = column_filter(sql.encode(), column, table_columns).values
    texts = [one.constant if one.constant is not None else f"${one.parameter}" for one in values]
    return list(dict.fromkeys(f"{{{text}}}" if one.many else text for one, text in zip(values, texts, strict=True)))


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select 1 from t where tenant = 5", ["5"]),
        ("select 1 from t where 5 = tenant", ["5"]),
        ("select 1 from t where tenant = -5", ["-5"]),
        ("select 1 from t where tenant = 'it''s'", ["it's"]),
        ("select 1 from t where tenant::text = $2::text", ["$2"]),
        ("select 1 from t where cast(tenant as text) = cast('a' as varchar(3))", ["a"]),
        ('select 1 from t as x where x."tenant" = 5 and id > 3', ["5"]),
        ("select 1 from t where TENANT operator(pg_catalog.=) 5", ["5"]),
        ("select 1 from t where tenant in (5, $1)", ["5", "$1"]),
        ("select 1 from t where tenant in (5)", ["5"]),
        ("select 1 from t where tenant = any($1)", ["{$1}"]),
        ("select 1 from t where tenant = any('{5,6}'::int[])", ["{{5,6}}"]),
        ("select 1 from t where tenant = any(array[5, 6]::int[])", ["5", "6"]),
        ("select 1 from t where tenant is not distinct from 5", ["5"]),
        ("select 1 from t where (id, tenant) = (1, 5)", ["5"]),
        ("select 1 from t where (id, tenant) in ((1, 5), (2, 6))", ["5", "6"]),
        ("select 1 from a join b on a.id = b.id and b.tenant = 5", ["5"]),
        ("select 1 from a join b using (id) where b.tenant = 5 and a.tenant = 6", ["5", "6"]),
        ("select 1 from a, (select * from b where tenant = 5) s", ["5"]),
        ("select 1 from a where id in (select a from b where tenant = 5)", ["5"]),
        ("select 1 from a where exists (select 1 from b where tenant = 5) and id = 1", ["5"]),
        ("select exists (select 1 from b where tenant = 5)", ["5"]),
        ("select 1 from a where tenant = 5 or tenant = 6", ["5", "6"]),
        ("select 1 from a where (tenant = 5 and id = 1) or (tenant = 5 and id = 2)", ["5"]),
        ("select 1 from a where tenant = 5 union all select 2 from b where tenant = 6", ["5", "6"]),
        ("select 1 from a where tenant = 5 union all select 0", ["5"]),
        ("with x as (select * from a where tenant = 5) select * from x join b using (id)", ["5"]),
        ("with x as (delete from a where tenant = 5 returning *) insert into b select * from x", ["5"]),
        (
            "with recursive x as (select id from a where tenant = 5 union all select a.id from a join x on a.up = x.id) "
            "select * from x",
            ["5"],
        ),
        ("with x as (update a set n = 1 where tenant = 5) select 1", ["5"]),
        ("update a set n = 1 where tenant = 5", ["5"]),
        ("update a set n = 1 from b where a.id = b.id and b.tenant = 5", ["5"]),
        ("delete from a using b where b.tenant = $3", ["$3"]),
        ("insert into a (id, tenant) values (1, 5)", ["5"]),
        ("insert into a (tenant, id) values (5, 1), (6, 2)", ["5", "6"]),
        ("insert into a (id, tenant) select id, 5 from b", ["5"]),
        ("insert into a (id, tenant) select id, tenant from b where tenant = 5", ["5"]),
        ("insert into a (id, tenant) values (1, $1) on conflict (id) do update set tenant = 6", ["$1"]),
        ("merge into a using b on a.id = b.id and a.tenant = 5 when matched then delete", ["5"]),
        ("explain analyze select 1 from a where tenant = 5", ["5"]),
        ("declare c cursor for select 1 from a where tenant = 5", ["5"]),
        ("copy (select 1 from a where tenant = 5) to stdout", ["5"]),
        ("begin; select 1 from a where tenant = 5; commit", ["5"]),
    ],
)
def test_a_statement_is_limited_to_the_values_of_its_comparisons(sql: str, expected: list[str]) -> None:
    """In any place that limits its rows."""
    assert limits(sql) == expected


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 from t",
        "select 1",
        "select 1 from t where tenant <> 5",
        "select 1 from t where tenant > 5",
        "select 1 from t where not tenant = 5",
        "select 1 from t where tenant not in (5, 6)",
        "select 1 from t where tenant = 5 or id = 1",
        "select 1 from t where tenant = null",
        "select 1 from t where tenant_b = 5",
        'select 1 from t where "Tenant" = 5',
        "select 1 from t where name = 'tenant = 5'",
        "select 1 from t -- where tenant = 5",
        "select tenant = 5 from t",
        "select case when tenant = 5 then 1 end from t",
        "select 1 from a left join b on a.id = b.id and b.tenant = 5",
        "select 1 from a left join (select * from b where tenant = 5) s on true",
        "select 1 from a where not exists (select 1 from b where tenant = 5)",
        "select 1 from a where id <> all (select a from b where tenant = 5)",
        "select (select count(*) from b where tenant = 5), id from a",
        "select 1 from a where tenant = 5 union all select 2 from b",
        "with x as (select * from a where tenant = 5) select * from b",
        "with x as (select * from a where tenant = 5) select * from public.x",
        "update a set tenant = 5 where id = 1",
        "update a set tenant = 5",
        "insert into a (id) values (1)",
        "insert into a (id, tenant) values (1, 5), (2, default)",
        "insert into a default values",
        "copy a (id, tenant) from stdin",
        "prepare p as select 1 from a where tenant = 5",
        "select 1 from a; select 1 from a where tenant = 5",
        "select from where",
    ],
)
def test_a_statement_that_may_use_rows_of_other_values_is_not_limited(sql: str) -> None:
    """No part of a text is taken for a condition that it is not."""
    assert limits(sql) == []


@pytest.mark.parametrize(
    ("sql", "unknown"),
    [
        ("select 1 from t where tenant = current_setting('app.tenant')::int", True),
        ("select 1 from t where tenant = $1 + 1", True),
        ("insert into t (tenant) values (lower($1))", True),
        ("insert into t values (1, 5)", True),
        ("insert into t (tenant) select tenant from b", False),
        ("select 1 from t where tenant = b.tenant", False),
        ("select 1 from t where tenant = current_setting('a') and tenant = 5", False),
        ("select 1 from t", False),
    ],
)
def test_a_value_that_the_text_does_not_show_is_reported(sql: str, *, unknown: bool) -> None:
    """A computed value, and an INSERT that does not name its columns."""
    assert column_filter(sql.encode(), "tenant").unknown is unknown


def test_an_insert_without_a_list_of_columns_has_those_of_its_table() -> None:
    """In their order in the catalog."""
    columns = ("id", "tenant", "n")
    assert limits("insert into t values (1, 5)", table_columns=columns) == ["5"]
    assert limits("insert into t values (1)", table_columns=columns) == []
    assert limits("insert into t select id, 7 from b", table_columns=columns) == ["7"]


def test_a_nesting_that_is_too_deep_is_unknown() -> None:
    sql = " union all ".join(["select 1 from t where tenant = 5"] * 400)
    assert column_filter(sql.encode(), "tenant").unknown
