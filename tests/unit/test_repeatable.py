"""Which statements have to return the same rows whenever equal servers execute them, by the parse tree."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.repeatable import (
    AGGREGATE,
    CURSOR,
    EXPLAIN,
    LIMIT,
    SAMPLE,
    SERVER,
    SYSTEM_CATALOG,
    SYSTEM_COLUMN,
    Repeatable,
    repeatable,
)


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("select * from t where a = $1", ""),
        ("select * from t order by a limit 3", ""),
        ("select * from t limit 3", LIMIT),
        ("select * from t offset 3", LIMIT),
        ("select * from t fetch first 2 rows only", LIMIT),
        ("select * from a where id in (select id from b limit 1) order by id", LIMIT),
        ("(select * from a limit 1) union all select * from b order by 1", LIMIT),
        ("select distinct on (a) a, b from t", LIMIT),
        ("select distinct on (a) a, b from t order by a, b", ""),
        ("select distinct a from t", ""),
        ("select array_agg(a) from t", AGGREGATE),
        ("select array_agg(a order by a) from t", ""),
        ("select pg_catalog.string_agg(a, ',') from t", AGGREGATE),
        ("select app.string_agg(a, ',') from t", ""),
        ("select row_number() over (), a from t", AGGREGATE),
        ("select row_number() over (order by a), a from t", ""),
        ("select row_number() over w from t window w as (order by a)", ""),
        ("select count(*), sum(a) from t", ""),
        ("select version()", SERVER),
        ("select a, pg_backend_pid() from t", SERVER),
        ("show server_version", SERVER),
        ("select * from pg_stat_activity", SYSTEM_CATALOG),
        ("select * from information_schema.tables", SYSTEM_CATALOG),
        ("select * from app.pg_settings", ""),
        ("select ctid, a from t", SYSTEM_COLUMN),
        ("select t.xmin from t", SYSTEM_COLUMN),
        ("select xmin_c from t", ""),
        ("explain select 1", EXPLAIN),
        ("fetch 10 from c", CURSOR),
        ("select * from t tablesample system (10)", SAMPLE),
        ("select 1; select * from t limit 1", LIMIT),
        ("insert into t (a) values (1) returning a", ""),
        ("selec 1", ""),
        ("", ""),
    ],
)
def test_why_rows_need_not_be_the_same(sql: str, reason: str) -> None:
    """The reason, or none."""
    assert repeatable(sql.encode()).reason == reason


@pytest.mark.parametrize(
    ("sql", "ordered"),
    [
        ("select a from t order by a", True),
        ("select a from t", False),
        ("select a from (select a from t order by a) x", False),
        ("select a from t union select a from u order by 1", True),
        ("select 1; select a from t order by a", False),
        ("selec", False),
    ],
)
def test_whether_rows_are_ordered(sql: str, ordered: bool) -> None:
    """Only by an ORDER BY of the statement itself; of several statements each needs one."""
    assert repeatable(sql.encode()) == Repeatable("", ordered)
