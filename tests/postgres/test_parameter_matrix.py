"""Values of real drivers with operators and functions, all pairs: a replay stores what production stored, or reports the parameter as open."""

from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import asyncpg
import polars as pl
import psycopg
import pytest
from psycopg.types.json import Json, Jsonb

from tests.conftest import LogMark, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SETUP = """
drop schema if exists matrix cascade; create schema matrix; set search_path = matrix;
create type mood as enum ('5', 'abc', 't');
create domain whole as int;
create domain word as text;
create table src (n int, b bigint, q numeric(10,2), x numeric, f float8, r real, s text, v varchar(20), c char(5), d date, ts timestamptz,
                  tn timestamp, tm time, j jsonb, js json, by bytea, a int[], w text[], u uuid, ip inet, net cidr, flag bool, e mood, dom whole, wd word, iv interval);
insert into src values (5, 5, 5.50, 5.5, 2.5, 0.1, '5', '5', '5', '2026-01-01', '2026-01-01 00:00+00', '2026-01-01', '01:00', '["a", "b"]', '{"a": 1}',
                        '\\x01ff', '{1,2}', '{a,b}', '00000000-0000-0000-0000-000000000001', '10.0.0.1', '10.0.0.0/8', true, '5', 5, '5', '1 day');
create table got (k text, v text);
create table cols (k text, like src);
create function over_t(int) returns text language sql as 'select ''int'' ';
create function over_t(text) returns text language sql as 'select ''text'' ';
create function over_n(int) returns text language sql as 'select ''int'' ';
create function over_n(bigint) returns text language sql as 'select ''bigint'' ';
create function over_n(numeric) returns text language sql as 'select ''numeric'' ';
create function over_n(float8) returns text language sql as 'select ''float8'' ';
create function over_d(date) returns text language sql as 'select ''date'' ';
create function over_d(timestamptz) returns text language sql as 'select ''timestamptz'' ';
create function one_n(numeric) returns text language sql as 'select $1::text';
create function one_t(text) returns text language sql as 'select $1';
"""

UTC, EAST = dt.UTC, dt.timezone(dt.timedelta(hours=2))
VALUES: tuple[Any, ...] = (
    0,
    5,
    100_000,
    5_000_000_000,
    10**20,
    Decimal(5),
    Decimal("2.5"),
    Decimal("2.50"),
    Decimal("1e-7"),
    5.0,
    2.5,
    0.1 + 0.2,
    1e20,
    1e-7,
    True,
    False,
    "5",
    "abc",
    "02134",
    "t",
    "",
    "\\x01ff",
    "2.5",
    "2026-01-01",
    "{1,2}",
    '{"a": 1}',
    "10.0.0.1",
    "01:00:00",
    b"\x01\xff",
    b"",
    dt.date(2026, 1, 1),
    dt.datetime(2026, 1, 1),  # noqa: DTZ001 (a timestamp without time zone)
    dt.datetime(2026, 1, 1, tzinfo=UTC),
    dt.datetime(2026, 1, 1, tzinfo=EAST),
    dt.time(1),
    dt.timedelta(hours=1),
    dt.timedelta(days=1),
    dt.timedelta(days=-1, seconds=3),
    uuid.UUID(int=1),
    ipaddress.ip_address("10.0.0.1"),
    ipaddress.ip_network("10.0.0.0/8"),
    Jsonb({"a": 1}),
    Jsonb([1]),
    Jsonb("a"),
    Jsonb(5),
    Json({"a": 1}),
    [1, 2],
    ["a", "b"],
    ["1", "2"],
    [1.5, 2.0],
    [True],
    None,
)

EXPRESSIONS = """
$ / 2 ; $ / n ; n / $ ; x / $ ; $ * 1.5 ; $ * n ; q * $ ; f * $ ; - $ ; $ + 1 ; n + $ ; x + $ ; q - $ ; n % $ ; 2 ^ $ ; b + $
n = $ ; b = $ ; q = $ ; x = $ ; f = $ ; r = $ ; s = $ ; v = $ ; c = $ ; d = $ ; ts = $ ; tn = $ ; tm = $ ; j = $ ; by = $ ; u = $ ; ip = $ ; flag = $ ; e = $ ; dom = $ ; wd = $ ; a = $
n < $ ; x >= $ ; s < $ ; d <= $ ; ts > $ ; tn > $ ; n in ($, 7) ; s in ($, 'x') ; n between $ and 10 ; x is distinct from $
d - $ ; d + $ ; ts - $ ; ts + $ ; tn - $ ; tn + $ ; iv * $ ; iv + $ ; $ - d ; current_date - $ > 0 ; tm + $
$ || 'x' ; s || $ ; 'x' || $ || 'y' ; by || $ ; a || $ ; array[1,2] || $ ; array[1.5] || $ ; j || $ ; w || $
j -> $ ; j ->> $ ; j - $ ; j ? $ ; j @> $ ; js -> $ ; j #> $ ; '["a"]'::jsonb -> $ ; '{"5": 1}'::jsonb -> $ ; j[$]
to_jsonb($) ; to_json($) ; jsonb_build_object('zip', $) ; json_build_array($) ; row_to_json(row($))
md5($) ; length($) ; upper($) ; octet_length($) ; round($) ; abs($) ; ceil($) ; sqrt($) ; trunc($) ; power($, 2) ; mod($, 3) ; sign($) ; ln($) ; encode($, 'hex') ; sha256($) ; substr($, 2) ; reverse($) ; to_hex($)
coalesce($, 0) ; coalesce($, 'z') ; coalesce(x, $) ; coalesce(null, $) ; greatest($, 3) ; least(x, $) ; nullif($, 5) ; nullif(s, $)
concat($, 1) ; format('%s', $) ; quote_literal($) ; concat_ws('-', $, 'a')
n = any($) ; s = any($) ; $ = any(a) ; $ = any(w) ; a @> $ ; array_position(a, $) ; cardinality($) ; array_append(a, $) ; unnest($) ; array_to_string($, ',')
over_t($) ; over_n($) ; over_d($) ; one_n($) ; one_t($)
case when $ then 1 else 2 end ; case $ when 5 then 'five' else 'other' end ; case when flag then $ else x end ; case when n = 5 then $ else 'z' end ; not $
$ is null ; $ is null or n = $ ; $ is null or s = $ ; $ is not distinct from $ ; $ < '9' ; $ = $
to_char($, '999') ; to_char($, 'YYYY') ; date_trunc('day', $) ; extract(year from $) ; age($) ; ts at time zone $ ; $ at time zone 'Europe/Berlin' ; justify_hours($) ; make_interval(days => $)
(n, s) < ($, 'z') ; (n, x) = (5, $) ; row($)::text ; array[$] ; array[$, 7]
ip << $ ; ip + $ ; ip - $ ; host($) ; network($) ; masklen($) ; $ <<= net
$::text ; $::int ; $::numeric ; $::float8 ; $::date ; $::jsonb ; $::bool ; $::interval ; $::varchar(3) ; $::bytea ; $::inet ; $::int[] ; cast($ as timestamptz) ; $::regtype
pg_typeof($) ; (select $) ; (select $ / 2) ; exists (select 1 from src where n = $) ; (select count(*) from (select generate_series(1, $) limit 9) q) ; (select sum(g) from (select generate_series(0, $) g limit 9) q)
(select max($) from src) ; (select sum($) from src) ; (select avg($) from src) ; (select string_agg($, ',') from src) ; (select count($) from src) ; (select array_agg($) from src)
(select n from src order by n limit $) ; (select q.y / 2 from (select $ as y) q) ; (select q.y + 1 from (values ($), (1)) q(y) limit 1) ; (with q as (select $ as y) select y from q)
s like $ ; s ~ $ ; starts_with(s, $) ; position($ in s) ; overlay(s placing $ from 1) ; trim($ from s) ; lpad(s, least($, 9), 'x') ; left(s, $) ; split_part(s, ',', $) ; width_bucket($, 0, 10, 5) ; set_config('app.x', $, true) ; hashtext($) ; md5($::text) ; ($ * n)::int ; round(x, $) ; round($, 2) ; div($, 2) ; f + $ / 3 ; ($ / 2)::int ; n::numeric / $ ; sum($) over ()
"""
# What every test run sends; the rest with ``soak``.
QUICK = (5, Decimal(5), 0.1 + 0.2, True, "02134", b"\x01\xff", dt.date(2026, 1, 1), dt.timedelta(hours=1), [1, 2], None)
COLUMNS = "n b q x f r s v c d ts tn tm j js by a w u ip net flag e dom wd iv".split()  # noqa: SIM905


@dataclass(frozen=True)
class Combination:
    """A statement that stores one expression of one value; its *name* is the alias of its table, so that it is a shape of its own."""

    name: str
    sql: str
    value: Any


def combinations(values: tuple[Any, ...]) -> Iterator[Combination]:
    """Yield each value with each expression in a text of its own, in a text that all values share, and in each column."""
    expressions = [expression.strip() for line in EXPRESSIONS.strip().splitlines() for expression in line.split(" ; ")]
    for index, value in enumerate(values):
        for number, expression in enumerate(expressions):
            for name in (f"e{number}v{index}", f"m{number}"):
                yield Combination(
                    name, f"insert into got select '{name}', ({expression})::text from src as {name}", value
                )
        for column in COLUMNS:
            name = f"{column}v{index}"
            yield Combination(name, f"insert into cols as {name} (k, {column}) values ('{name}', $)", value)


def by_psycopg(dsn: str, values: tuple[Any, ...]) -> None:
    with psycopg.connect(dsn, autocommit=True) as connection:
        for combination in combinations(values):
            try:
                connection.execute(combination.sql.replace("%", "%%").replace("$", "%(v)s"), {"v": combination.value})
            except psycopg.Error:
                continue


async def by_asyncpg(port: int, values: tuple[Any, ...]) -> None:
    connection = await asyncpg.connect(
        host="127.0.0.1",
        port=port,
        user="postgres",
        database="postgres",
        server_settings={"search_path": "matrix", "application_name": "driver", "statement_timeout": "1s"},
    )
    for combination in combinations(values):
        if isinstance(combination.value, Json | Jsonb):
            continue
        try:
            await connection.execute(combination.sql.replace("$", "$1"), combination.value)
        except (asyncpg.PostgresError, asyncpg.InterfaceError):
            continue
    await connection.close()


@dataclass(frozen=True)
class Result:
    """The rows of a matrix's replay: *wrong*: other than production's; *silent*: wrong and not reported as open."""

    stored: int
    wrong: dict[str, tuple[str, str]]
    silent: dict[str, tuple[str, str]]
    open: set[str]
    failed: dict[str, str]


def rows(server: Cluster) -> dict[str, str]:
    with superuser(server) as connection:
        stored = connection.execute(
            "select k, string_agg(v, '|' order by v) from (select k, coalesce(v, 'NULL') v from matrix.got union all "
            "select k, to_jsonb(c)::text from matrix.cols c) x group by k"
        ).fetchall()
    return {str(k): str(v) for k, v in stored}


def rehearsed(server: Cluster, traffic: Any, folder: Path) -> Result:
    with superuser(server) as connection:
        connection.execute(SETUP)
    start = LogMark.now(server)
    traffic()
    workload = start.capture(folder, "matrix")
    production = rows(server)
    with superuser(server) as connection:
        connection.execute(SETUP)
    run, _ = replay(workload, server, folder / "matrix.run", plan={"routing": searching("matrix")})
    target = rows(server)
    texts = dict(zip(workload.shapes()["shape"], workload.shapes()["template"], strict=True))
    open_ = {_name(parameter.sql) for parameter in run.manifest.types.open}
    wrong = {
        key: (production.get(key, ""), target.get(key, ""))
        for key in production.keys() | target.keys()
        if production.get(key) != target.get(key)
    }
    failed = _failed(run, workload, texts)
    silent = {key: value for key, value in wrong.items() if key not in open_}
    return Result(len(production), wrong, silent, open_, {key: why for key, why in failed.items() if key not in open_})


def _name(template: str) -> str:
    words = template.split()
    return words[words.index("as") + 1] if "update" in template or "into cols" in template else words[-1]


def _failed(run: Any, workload: Workload, texts: dict[int, bytes]) -> dict[str, str]:
    """Return statements that succeeded in production and fail on the target."""
    ended = workload.events().select("session", "seq", "shape", "ended").collect()
    failed = (
        run.outcomes()
        .collect()
        .filter(status="failed")
        .join(ended, on=["session", "seq"])
        .filter(pl.col("ended") == "ok")
    )
    return {
        _name(texts[row["shape"]].decode()): f"{row['sqlstate']} {row['message']}"
        for row in failed.iter_rows(named=True)
    }


def searching(schema: str) -> Any:
    from pgrehearse.replay.plan.routing import Routing
    from pgrehearse.workload.catalog.session_settings import SessionSettings

    return Routing(settings=(SessionSettings({"search_path": schema}),))


@pytest.mark.parametrize(
    ("version", "driver", "values"),
    [
        ("pg18", "psycopg", QUICK),
        ("pg16", "asyncpg", QUICK),
        *(
            pytest.param(version, driver, VALUES, marks=pytest.mark.soak)
            for version in ("pg16", "pg18")
            for driver in ("psycopg", "asyncpg")
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} values",
)
def test_a_replay_stores_what_production_stored_or_reports_an_open_parameter(
    request: pytest.FixtureRequest, tmp_path: Path, version: str, driver: str, values: tuple[Any, ...]
) -> None:
    """A wrong row that is not reported is a failure; an open parameter with a right row is permitted."""
    server: Cluster = request.getfixturevalue(version)
    dsn = f"host=127.0.0.1 port={server.port} user=postgres dbname=postgres application_name=driver options='-c search_path=matrix -c statement_timeout=1s'"
    drivers = {
        "psycopg": lambda: by_psycopg(dsn, values),
        "asyncpg": lambda: asyncio.run(by_asyncpg(server.port, values)),
    }
    result = rehearsed(server, drivers[driver], tmp_path)
    texts = {combination.name: (combination.sql, combination.value) for combination in combinations(values)}
    assert {key: (texts[key], value) for key, value in result.silent.items()} == {}
    assert {key: (texts[key], value) for key, value in result.failed.items()} == {}
    assert result.stored > 50 * len(values)
    # A driver that leaves types to the server has no open parameters.
    assert result.wrong if driver == "psycopg" else not result.open
    assert len(result.open) < result.stored / 3
