"""Redacted dumps on a real server: they load, and statements with pseudonyms find the rows that the values had."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.cli import cli
from pgrehearse.scenarios.dump_redaction import redact_dump, redaction_for
from pgrehearse.targets.data.clients import Clients
from pgrehearse.workload.redaction import Redaction, key_of
from tests.captured import captured
from tests.conftest import connect, drop_database, held_to_schema, new_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

R = Redaction(b"k" * 32, frozenset({"open", "done"}))
SCHEMA = """
create type state as enum ('open', 'done');
create domain code as varchar(12);
create table people (id bigint generated always as identity primary key, email text unique not null, code code, born date, seen timestamptz,
  balance numeric(12,2) check (balance > 0), data jsonb, tags text[], token uuid, raw bytea, net inet, flags bit(4), note char(20), state state,
  every interval, up text generated always as (upper(email)) stored);
insert into people (email, code, born, seen, balance, data, tags, token, raw, net, flags, note, state, every)
select 'person' || i || '@example.com', 'C' || (10000 + i), date '1980-01-01' + i, timestamptz '2026-01-01 00:00Z' + i * interval '1234.5 s', 1000 + i / 100.0,
  jsonb_build_object('name', 'Name ' || i, 'number', 100000 + i), array['tag ' || i, null, 'a,"b\\'], md5(i::text)::uuid, decode(md5(i::text), 'hex'),
  ('10.1.' || i % 250 || '.7')::inet, b'1010', 'padded ' || i, (array['open', 'done'])[1 + i % 2]::state, i * interval '1 hour'
from generate_series(1, 300) i;
create table visits (person bigint references people, place text);
insert into visits select 1 + i % 300, E'tab\\there\\nand line ' || i || '\\' from generate_series(1, 500) i;
create view adults as select id from people where born < '2000-01-01';
"""


@pytest.fixture(scope="module")
def database(pg16: Cluster) -> Iterator[str]:
    new_database(pg16, "redact_source", SCHEMA)
    yield "redact_source"
    drop_database(pg16, "redact_source")


def dumped(server: Cluster, database: str, path: Path, *words: str) -> Path:
    Clients(16).run("pg_dump", ["-f", path, *words, "-d", database], server.endpoint(database))
    return path


@pytest.mark.parametrize(
    "words", [(), ("-Fc",), ("--inserts", "--rows-per-insert=50")], ids=["copy", "custom", "inserts"]
)
def test_a_redacted_dump_loads_and_has_pseudonyms(
    pg16: Cluster, database: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Each value of each type becomes its pseudonym; what identifies nobody stays; keys and constraints hold."""
    output = tmp_path / "masked.sql"
    result = redact_dump(dumped(pg16, database, tmp_path / "x.dump", *words), output, R, frozenset(), SILENT)
    assert "person7@" not in output.read_text()
    assert result.rows == {"public.people": 300, "public.visits": 500}
    new_database(pg16, "redact_loaded")
    Clients(16).run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", output], pg16.endpoint("redact_loaded"))
    query = (
        "select email, code, born::text, balance::text, data->>'name', data->>'number', tags[1], token::text, net::text, state::text, every::text, place \
from people join visits on person = id where email = %s order by place"
    )
    with connect(pg16, database) as plain, connect(pg16, "redact_loaded") as masked:
        old = plain.execute(query.encode(), ("person7@example.com",)).fetchall()
        new = masked.execute(query.encode(), (R.value("person7@example.com"),)).fetchall()
        derived = masked.execute("select bool_and(up = upper(email)), count(distinct email) from people").fetchone()
    drop_database(pg16, "redact_loaded")
    assert old
    kept = (9, 10)
    expected = [tuple(value if at in kept else R.value(str(value)) for at, value in enumerate(row)) for row in old]
    assert sorted(new) == sorted(expected)
    assert derived == (True, 300)


def test_a_type_whose_values_have_no_pseudonyms_is_refused_with_its_line(tmp_path: Path) -> None:
    dump, output = tmp_path / "d.sql", tmp_path / "o.sql"
    dump.write_text(
        "create table public.t (id integer, r int4range);\ncopy public.t (id, r) from stdin;\n12345\t[1,3)\n\\.\n"
    )
    with pytest.raises(BadInput, match=r"d\.sql:2: .*public\.t\.r \(type int4range\)"):
        redact_dump(dump, output, R, frozenset(), SILENT)
    assert not output.exists()
    redact_dump(dump, output, R, frozenset({"public.t.r"}), SILENT)
    assert "\t[1,3)\n" in output.read_text()
    with pytest.raises(BadInput, match=r"there is no column public\.t\.x"):
        redact_dump(dump, output, R, frozenset({"public.t.r", "public.t.x"}), SILENT)


TABLE = "create table public.t (id integer, name text, day date check (day > '2020-01-01'));\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("update public.t set name = 'x';\n", r":2: a statement of the kind UPDATE"),
        ("insert into public.t (name) select 'Jane';\n", r":2: an INSERT with expressions"),
        ("insert into public.t (name) values (upper('Jane'));\n", r":2: an INSERT with expressions"),
        ("select pg_catalog.lowrite(0, '\\x00');\n", r":2: a SELECT"),
        ("set client_encoding = 'LATIN1';\n", r":2: the encoding LATIN1"),
        ("copy public.t (day) from stdin;\n2026-01-01\n\\.\n", r":2: .*public\.t\.day \(is in a CHECK"),
        ("copy public.u (day) from stdin;\n2026-01-01\n\\.\n", r":2: the definition of public\.u is not in the dump"),
        ("copy public.t (id, name) from stdin;\n1\n\\.\n", r":3: a line has another number of columns"),
        ("copy public.t (id) from stdin;\n1\n", r"the rows of COPY have no end"),
        ("\\\\! ls\\n", r":2: a command of psql"),
        ("creat table x;\n", r":2: a statement that PostgreSQL's grammar rejects"),
    ],
)
def test_what_cannot_be_redacted_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    dump = tmp_path / "d.sql"
    dump.write_text(TABLE + text)
    with pytest.raises(BadInput, match=message):
        redact_dump(dump, tmp_path / "o.sql", R, frozenset(), SILENT)
    assert list(tmp_path.iterdir()) == [dump]


def test_statistics_of_the_planner_are_left_out(tmp_path: Path) -> None:
    """Since 18 a dump has the most frequent values of each column."""
    dump, output = tmp_path / "d.sql", tmp_path / "o.sql"
    dump.write_text(
        TABLE + "select * from pg_catalog.pg_restore_attribute_stats('most_common_vals', '{Jane}'::text);\n"
    )
    assert redact_dump(dump, output, R, frozenset(), SILENT).statistics == 1
    assert output.read_text() == TABLE


def test_the_key_has_to_be_that_of_the_workload(tmp_path: Path) -> None:
    """The manifest identifies the key without showing it, and has the values that were allowed."""
    log = b"2026-01-01 00:00:00.000 UTC [7] app@shop LOG:  statement: select 'Jane', 'open'\n"
    workload = captured(tmp_path, log, redaction=R).workload
    assert redaction_for(Redaction(R.key), workload) == R
    with pytest.raises(UsageProblem, match="another key"):
        redaction_for(Redaction(b"o" * 32), workload)
    with pytest.raises(UsageProblem, match="is not redacted"):
        redaction_for(R, captured(tmp_path, log).workload)


def test_the_command_prints_its_published_document(tmp_path: Path) -> None:
    dump, key = tmp_path / "d.sql", tmp_path / "key"
    dump.write_text(TABLE + "copy public.t (id, name) from stdin;\n12345\tJane Doe\n\\.\n")
    key_of(key)
    words = ["redact", "dump", str(dump), "--redact-key", str(key), "-o", str(tmp_path / "o.sql"), "--json"]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    held_to_schema("redact", json.loads(done.stdout))
    assert json.loads(done.stdout)["tables"] == [{"table": "public.t", "rows": 1}]
    assert "Jane" not in (tmp_path / "o.sql").read_text()
