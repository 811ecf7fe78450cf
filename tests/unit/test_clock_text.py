"""Clock expressions in texts: which are found, and what stands in their place."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.clock_text import STATEMENT, TRANSACTION, clock_text
from pgrehearse.workload.sql.parse_tree import statements
from pgrehearse.workload.sql.parser import parse

NOW = f"pg_catalog.timestamptz_pl_interval('{TRANSACTION}', '0')"
STARTED = f"pg_catalog.timestamptz_pl_interval('{STATEMENT}', '0')"
CALLED = f"LEAST(pg_catalog.clock_timestamp(), CAST('{STATEMENT}' AS timestamp with time zone))"

REPLACED = [
    ("select 1 from t where a > now() - interval '1 h'", f"select 1 from t where a > {NOW} - interval '1 h'"),
    ("select 1 where a > pg_catalog . now ( )", f"select 1 where a > {NOW}"),
    ("select 1 where a > transaction_timestamp()", f"select 1 where a > {NOW}"),
    ("select 1 where a > statement_timestamp()", f"select 1 where a > {STARTED}"),
    ("select 1 where a > clock_timestamp()", f"select 1 where a > {CALLED}"),
    ("select 1 where a = CURRENT_DATE", f"select 1 where a = CAST({NOW} AS pg_catalog.date)"),
    ("select 1 where a > current_timestamp", f"select 1 where a > CAST({NOW} AS timestamp with time zone)"),
    ("select 1 where a > current_timestamp (3)", f"select 1 where a > CAST({NOW} AS timestamp(3) with time zone)"),
    ("select 1 where a > localtimestamp(0)", f"select 1 where a > CAST({NOW} AS timestamp(0) without time zone)"),
    ("select 1 where a > current_time", f"select 1 where a > CAST({NOW} AS time with time zone)"),
    ("select 1 where a > localtime(6)", f"select 1 where a > CAST({NOW} AS time(6) without time zone)"),
    ("/* now() */ update t set a = now() -- now()", f"/* now() */ update t set a = {NOW} -- now()"),
    ("select 'é', now() /* c */ from t", f"select 'é', {NOW} AS \"now\" /* c */ from t"),
    ("select now()::date, 1", f'select {NOW}::date AS "now", 1'),
    ("select cast(now() as date) from t", f'select cast({NOW} as date) AS "now" from t'),
    ("select (now())::date at from t", f"select ({NOW})::date at from t"),
    ("select (select now()) from t", f'select (select {NOW} AS "now") from t'),
    (
        "select case when a is distinct from b then b else now() end from t",
        f'select case when a is distinct from b then b else {NOW} end AS "now" from t',
    ),
    ("insert into t values (now()) returning now()", f'insert into t values ({NOW}) returning {NOW} AS "now"'),
    ("select * from now() n", f"select * from {NOW} n"),
    (
        "select 1 from generate_series(now(), now(), '1 h')",
        f"select 1 from generate_series({NOW}, {NOW}, '1 h')",
    ),
    ("begin; select 1 where a > now(); commit", f"begin; select 1 where a > {NOW}; commit"),
]


@pytest.mark.parametrize(("text", "expected"), REPLACED, ids=[text for text, _ in REPLACED])
def test_a_clock_expression_is_replaced_at_its_place(text: str, expected: str) -> None:
    """Nothing else of the text changes, and PostgreSQL's grammar accepts the result."""
    made = clock_text(text.encode())
    assert (made.text, made.left) == (expected, 0)
    assert made.replaced > 0
    assert statements(made.text.encode()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "select age(born) from people",
        "select timeofday()",
        "select 1 where a > 'today'::date",
        "select 1 where a > timestamp 'tomorrow 08:00'",
        "select * from now()",  # its column would have another name
        "prepare p as select now()",
        "select now() \x01",
    ],
)
def test_what_cannot_be_replaced_stays_and_is_counted(text: str) -> None:
    """It is a statement that uses the clock, and its text stays."""
    made = clock_text(text.encode())
    assert (made.text, made.replaced, made.left > 0) == (text, 0, True)


@pytest.mark.parametrize(
    "text",
    [
        "select * from audit.now()",
        "select age(a, b), 'today', current_user, date '2026-01-01'",
        "select 'now()'",
        "create table t (a timestamptz default now())",
    ],
)
def test_other_texts_do_not_use_the_clock(text: str) -> None:
    """Functions of the same name in other schemas, strings, and defaults that DDL gives to a table."""
    assert parse(text, text).clock is False


def test_bytes_that_are_not_utf_8_stay() -> None:
    """The parser reads them in another encoding, in which places differ."""
    made = clock_text("select now(), 'é'".encode("latin-1"))
    assert (made.replaced, made.left) == (0, 1)
