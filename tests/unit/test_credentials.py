"""No credential that SQL contains by its grammar is written to a workload, in any notation."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pglast import parse_sql

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.credentials import cleaned, depends
from pgrehearse.workload.sql.lexer import depth, tokens

BAIT = "hunter2"
CONNECTION = f"host=prod user=app password={BAIT}"

# Every notation of the constant 'hunter2' (or of what is in the braces).
NOTATIONS = {
    "plain": "'{0}'",
    "escapes": "E'{0}\\''",
    "unicode": "U&'{0}!0061' uescape '!'",
    "dollars": "$${0}$$",
    "tagged dollars": "$tag$it's {0}$tag$",
    "continued": "'x'\n  '{0}'",
}
# Places where a constant is a credential.
PLACES = {
    "create role": "create role x login password {0}",
    "alter user": "alter user x with encrypted password {0} valid until '2030-01-01'",
    "create group": "create group x password {0}",
    "comment between": "alter role x password/* 'it''s' */{0}",
    "comment before": "/* don't */ alter role x password {0}",
    "nested comment before": "/* a /* b' */ c */ alter role x password {0}",
    "after an umlaut": 'alter role "größe 東京" password {0}',
    "second statement": "select 'a'; alter role x password {0}",
    "create subscription": "create subscription s connection {0} publication p",
    "alter subscription": "alter subscription s connection {0}",
    "user mapping": "create user mapping for x server s options (\"user\" 'bob', password {0})",
    "altered user mapping": "alter user mapping for x server s options (set password {0})",
    "server": "alter server s options (add api_key {0})",
    "copy from program": "copy t from program {0} csv",
    "copy to program": "copy (select 1) to /* x */ program {0}",
    "set": "set my.secret = {0}",
    "set local": 'set local "My"."Api_Key" to {0}',
    "alter role set": "alter role x in database d set my.token to {0}",
    "alter role named update": "alter role update set my.token to {0}",
    "alter database set": "alter database d set my.api_key = {0}",
    "alter system set": "alter system set my.passphrase = {0}",
    "function's own setting": "alter function f() set my.secret = {0}",
    "set_config": "select set_config('my.secret', {0}, false)",
    "set_config, schema and escapes": "select pg_catalog.\"set_config\"(U&'my.s\\0065cret', {0}, true)",
    "prepared set_config": "prepare p as select set_config('my.secret', {0}, false)",
}
NOT_CONSTANTS = {"continued", "unicode", "escapes"}
# Places where a string contains SQL.
BODIES = {
    "do": "do $b$ begin {0}; end $b$",
    "do in quotes": "do language plpgsql '{1}'",
    "execute": "do $b$ begin execute '{2}'; end $b$",
    "execute in dollars": "do $b$ begin execute $q${0}$q$; end $b$",
    "function": "create or replace function f() returns void language plpgsql as $b$ begin {0}; end $b$",
    "procedure": "create procedure f() language plpgsql as $b$ begin if true then {0}; end if; end $b$",
    "nested do": "do $b$ begin execute $q$do $z$ begin {0}; end $z$$q$; end $b$",
}
OTHERS = [
    f"select dblink_connect('c', '{CONNECTION}')",
    f"select dblink_connect_u('{CONNECTION}')",
    f"select \"dblink_connect\"('host=prod password=' || '{BAIT}')",
    f"select * from dblink('{CONNECTION}', 'select 1') as t(a int)",
    f"select * from U&\"dblink\\005fexec\"('postgresql://app:{BAIT}@prod/app', 'drop table x')",
    f"select dblink_exec('c', 'alter role x password ''{BAIT}''')",
    f"do $$ begin perform dblink_connect('c', '{CONNECTION}'); end $$",
    f"alter system set primary_conninfo = '{CONNECTION}'",
    f"alter system set primary_conninfo to $${CONNECTION}$$",
    f"select set_config('my.upstream', 'postgresql://app:{BAIT}@prod/app', false)",
    f"alter server s options (set connstr '{CONNECTION}')",
    f"set my.secret = {BAIT}",
    f"do E'begin execute \\'alter role x pass\\x77ord = \\'\\'{BAIT}\\'\\'\\'; end'",
    f"set my.secret = 'a', {BAIT}",
]
LEFT_OUT = [
    f"alter role x password {BAIT}",
    f"alter role x password = '{BAIT}'",
    f"alter role x password '{BAIT}",
    f"create role o'brien password '{BAIT}'",
    f"do $$ begin execute format('alter role %I password %L', 'x', '{BAIT}'); end $$",
    f"do $$ declare p text := '{BAIT}'; begin execute 'alter role ' || 'x' || ' password ''' || p || ''''; end $$",
    f"create function f() returns void language plpgsql as $$ begin execute 'alter role x password ' || quote_literal('{BAIT}'); end $$",
]
KEPT = [
    "update users set password = 'kept', token = 'kept' where api_key = 'kept'",
    "insert into users (password, token) values ('kept', 'password=kept') on conflict do update set token = 'kept'",
    "select set_config('search_path', 'kept', false), set_config('request.jwt.claims', '{\"sub\": \"kept\"}', true)",
    "set search_path = kept",
    "create table t (password text default 'kept', key int)",
    "alter foreign table t alter column c options (set key 'true')",
    "do $$ begin raise notice 'password of user kept'; end $$",
    "alter system set password_encryption = 'scram-sha-256'",
    "alter system set primary_conninfo = 'host=kept user=replica'",
    "alter role x password null",
    "select 'alter role x' as \"password\"",
]


def cleaned_text(sql: str) -> str:
    """Return a text without credentials, as capture does: the template shows that the text has to be checked."""
    assert depends(sql), sql
    result = cleaned(sql).sql
    assert result is not None, sql
    parse_sql(result)
    assert BAIT not in result
    return result


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("place", PLACES)
def test_a_credential_is_emptied_in_every_notation(place: str, notation: str) -> None:
    """The statement remains valid and of the same kind."""
    sql = PLACES[place].format(NOTATIONS[notation].format(BAIT))
    parse_sql(sql)
    result = cleaned_text(sql)
    assert [type(statement.stmt) for statement in parse_sql(result)] == [
        type(statement.stmt) for statement in parse_sql(sql)
    ]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "place",
    [
        "create role",
        "alter user",
        "comment between",
        "create subscription",
        "user mapping",
        "copy from program",
        "set local",
    ],
)
def test_a_credential_in_code_is_emptied(place: str, body: str) -> None:
    """The code of DO, of functions, and of the strings that they execute."""
    inner = PLACES[place].format(f"'{BAIT}'")
    twice = inner.replace("'", "''")
    sql = BODIES[body].format(inner, f"begin {twice}; end", twice)
    parse_sql(sql)
    assert BAIT not in cleaned_text(sql)


@pytest.mark.parametrize("sql", OTHERS)
def test_connection_strings_and_values_are_emptied(sql: str) -> None:
    """Those of dblink, settings and servers; also unquoted words."""
    parse_sql(sql)
    assert BAIT not in cleaned_text(sql)


@pytest.mark.parametrize("sql", LEFT_OUT)
def test_a_text_that_cannot_be_read_is_left_out(sql: str) -> None:
    """Text that PostgreSQL rejects, and dynamic SQL."""
    assert depends(sql)
    assert cleaned(sql).sql is None


@pytest.mark.parametrize("sql", KEPT)
def test_a_value_that_is_not_a_credential_is_kept(sql: str) -> None:
    """Ordinary values of ordinary statements, also in columns with names such as password."""
    assert cleaned(sql).sql == sql


def test_parameters_that_are_credentials_are_found() -> None:
    """By their position, by the name that belongs to them, or by the form of their value."""
    assert cleaned("select set_config('my.secret', $1, false)").emptied([BAIT]) == [""]
    statement = cleaned("select set_config($1, $2, false)")
    assert statement.emptied(["my.secret", BAIT]) == ["my.secret", ""]
    assert statement.emptied(["app.user", "7"]) == ["app.user", "7"]
    connecting = cleaned("select dblink_connect($1, $2)")
    assert connecting.emptied(["c", CONNECTION]) == ["c", ""]
    assert connecting.emptied(["c", "host=x"]) == ["c", "host=x"]


@pytest.mark.parametrize(
    ("sql", "bound"),
    [
        ("select pgp_sym_encrypt('data', 'hunter2')", []),
        ("select public.pgp_sym_decrypt(a, $$hunter2$$, 'cipher-algo=aes256') from t", []),
        ("select encrypt('data', 'hunter2'::bytea, 'aes'), hmac('data', E'hunter2\\'', 'sha256')", []),
        ("select crypt('hunter2', gen_salt('bf'))", []),
        ("insert into t values (pgp_sym_encrypt($1, $2))", ["data", None]),
        ("select pgp_pub_decrypt(a, $1, $2) from t", [None, None]),
    ],
)
def test_keys_of_pgcrypto_are_emptied_on_request(sql: str, bound: list[str | None]) -> None:
    """They are kept without the option."""
    assert not depends(sql)
    assert depends(sql, crypto=True)
    result = cleaned(sql, crypto=True)
    assert result.sql is not None
    parse_sql(result.sql)
    assert BAIT not in result.sql
    assert result.emptied([value or BAIT for value in bound]) == [value or "" for value in bound]
    if not bound:
        assert "data" in sql or "gen_salt" in sql or "from t" in sql
        assert ("data" in sql) == ("data" in result.sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select 1" + " + 1" * 100_000 + " /* */; alter role x password 'hunter2'",
        "select 1" + " union select 1, 2" * 50_000 + "; alter role x password 'hunter2'",
        "select " + "(" * 100_000 + "'password hunter2'",
        "do $$ begin execute " + "'" + "alter role x password ''hunter2'';" * 2_000 + "'; end $$",
    ],
)
def test_a_very_deep_or_long_text_is_read_or_left_out(sql: str) -> None:
    """The process does not end."""
    assert BAIT not in (cleaned(sql).sql or "")


def test_a_bulk_insert_with_many_rows_is_read() -> None:
    """Its length does not count as depth."""
    sql = "insert into api_tokens (token) values " + ", ".join(["('kept', 1, now())"] * 20_000)
    result = tokens(sql)
    assert result is not None
    assert depth(result) < 100
    assert not depends(sql)
    assert cleaned(sql).sql == sql


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(PLACES)),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
    st.text(st.sampled_from(["ä", "東", "'", "/", "*", "\n", "x"]), max_size=6),
)
def test_any_secret_is_emptied(place: str, secret: str, before: str) -> None:
    """With any characters, and with any text before it."""
    value = "'qz" + secret.replace("'", "''") + "zq'"
    comment = re.sub(r"[*/]+", "*", before).strip("*")  # nothing that opens or ends a comment
    result = cleaned(f"/*{comment}*/ {PLACES[place].format(value)}").sql
    assert result is not None
    assert "qz" not in result


def record(
    severity: str, message: str, *, detail: str = "", context: str = "", query: str = "", number: int = 1
) -> str:
    row = [
        f"2026-11-22 10:00:{number:02}.000 UTC",
        "app",
        "shop",
        "4711",
        "127.0.0.1:5000",
        "6b024fd8.32d2",
        str(number),
        "SELECT",
        "2026-11-22 09:00:00 UTC",
        f"3/{number}",
        "0",
        severity,
        "00000" if severity == "LOG" else "42601",
        message,
        detail,
        "",
        "",
        "",
        context,
        query,
        "",
        "",
        "shop",
        "client backend",
        "",
        "0",
    ]
    out = io.StringIO()
    csv.writer(out).writerow(row)
    return out.getvalue()


def captured(tmp_path: Path, records: list[str], **options: bool) -> Workload:
    log = tmp_path / "log.csv"
    log.write_text("".join(records))
    capture_logs(CaptureOptions((log,), tmp_path / "w.workload", **options), tool_version="test")  # type: ignore[arg-type]
    return Workload.open(tmp_path / "w.workload")


def written(workload: Workload) -> str:
    """Return all files of the workload as one text."""
    files = [*workload.parts(), workload.path / "shapes.parquet", workload.path / "sessions.parquet"]
    return "\n".join(
        [(workload.path / "manifest.json").read_text(), *(str(pq.read_table(path).to_pydict()) for path in files)]
    )


def test_no_file_of_a_workload_contains_a_credential(tmp_path: Path) -> None:
    """Neither from statements nor from parameters or errors; a text that is left out is counted and not replayed."""
    lines = [
        *(f"duration: 1.000 ms  statement: {sql}" for sql in (*OTHERS, *LEFT_OUT)),
        *(f"duration: 1.000 ms  statement: {sql.format(repr(BAIT))}" for sql in PLACES.values()),
    ]
    records = [record("LOG", line, number=1 + number % 50) for number, line in enumerate(lines)]
    records += [
        record(
            "LOG",
            "duration: 1.000 ms  execute <unnamed>: select set_config('my.secret', $1, false)",
            detail=f"Parameters: $1 = '{BAIT}'",
        ),
        record(
            "LOG",
            "duration: 1.000 ms  execute s1: select set_config($1, $2, $3)",
            detail=f"Parameters: $1 = 'a.token', $2 = 'it''s {BAIT}', $3 = NULL",
        ),
        record("ERROR", f'syntax error at or near "{BAIT}"', query=f"alter role x password {BAIT}"),
        record(
            "ERROR",
            f'invalid value "{BAIT}"',
            query="select set_config('my.secret', $1, false)",
            context=f"unnamed portal with parameters: $1 = '{BAIT}'",
        ),
        record(
            "ERROR",
            f'role "{BAIT}" does not exist',
            query="select make_user()",
            context=f"SQL statement \"alter role x password '{BAIT}'\"\nPL/pgSQL function make_user() line 3 at EXECUTE",
        ),
        record("ERROR", "canceling statement due to statement timeout", query=f"alter role x password '{BAIT}'"),
    ]
    workload = captured(tmp_path, records)
    assert BAIT not in written(workload)
    events = workload.events().collect()
    losses = workload.manifest.losses
    assert events.filter(pl.col("sql").is_null() & pl.col("truncated")).height == len(LEFT_OUT) + 1
    assert losses.credentials_left_out == len(LEFT_OUT) + 1
    assert losses.credentials_emptied == len(OTHERS) + len(PLACES) + 4
    assert any("credentials were emptied" in note for note in workload.manifest.notes)
    assert "timeout" in events["ended"].to_list()
    assert [b"a.token", b"", None] in events["params"].to_list()


def test_keys_of_pgcrypto_are_written_to_no_file_on_request(tmp_path: Path) -> None:
    """As parameters and as literals."""
    workload = captured(
        tmp_path,
        [
            record("LOG", f"duration: 1.000 ms  statement: select pgp_sym_encrypt('data', '{BAIT}')"),
            record(
                "LOG",
                "duration: 1.000 ms  execute <unnamed>: select hmac($1, $2, 'sha1')",
                detail=f"Parameters: $1 = 'data', $2 = '{BAIT}'",
            ),
        ],
        drop_crypto_keys=True,
    )
    assert BAIT not in written(workload)
    assert workload.manifest.losses.credentials_emptied == 2
