"""Redaction of any statement: its values are removed, and it has the same fingerprint."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pglast import parse_sql
from pglast.parser import fingerprint

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.read import Workload
from pgrehearse.workload.redaction import Redaction, bare
from tests.conftest import SAMPLES

R = Redaction(b"k" * 32)
# {0}: letters, {1}: a number, {2}: the same as int for other notations, {3}: with underscores.
FORMS = [
    "select '{0}'",
    "select E'{0}\\n\\'x'",
    "select U&'{0}\\0041'",
    "select U&'{0}!0041' uescape '!'",
    "select $${0}$$, $t1$it's {0}$t1$",
    "select N'{0}'",
    "select 'x'\n '{0}'",
    "select 1 /* {0} /* {0} */ '{0}' */ -- {0}",
    'insert into t values (\'{0}\', \'{{"k": "{0}", "n": {1}}}\')',
    "select '[\"{0}\": 1]', '\\{0}\":'",
    "select double precision '{1}', timestamp with time zone '{0}', x at time zone '{0}'",
    "select * from t order by a nulls first, '{0}' fetch first 5000 rows only",
    "select '{0}'::interval, interval '{0}'",
    "select {1}, 0x{2:x}, 0o{2:o}, {3}, {1}.5e+30, -{1}, .{1}",
    "select '{1}'::int, array[{1}, {1}], '{{{0},NULL}}'",
    "select x'{2:x}', b'{2:b}'",
    "do $b$ begin perform '{0}'; /* {0} */ execute 'select ''{0}'''; end $b$",
    "do 'begin perform ''{0}''; end'",
    "create function f() returns text language sql as $f$ select '{0}' $f$",
    "create procedure f() as 'begin perform {1}; end' language 'plpgsql'",
    "set application_name = '{0}'",
    "set app.who to {0}",
    "set local app.who = '{0}'",
    "select set_config('app.user', '{0}', true)",
    "savepoint {0}",
    "release {0}",
    'rollback to savepoint "{0} x"',
    "prepare {0}(text) as select $1",
    "execute {0}('{0}')",
    "explain execute {0}",
    "deallocate prepare {0}",
    "declare {0} cursor for select '{0}'",
    "fetch 5 from {0}",
    "move {0}",
    "close {0}",
    "update t set a = 1 where current of {0}",
    "prepare transaction '{0}'",
    "create table t (a text default '{0}', check (a <> '{0}'))",
    "comment on table t is '{0}'",
    "create type e as enum ('{0}')",
]


# Statements whose fingerprint depends on their constants or names.
WITH_VALUES = ("set ", "comment on", "create type", "update t set a = 1 where current of")


def tree(node: Any) -> Any:
    """Return a parse tree without places, constants and strings: its kinds of nodes."""
    if isinstance(node, dict):
        if node.get("@") == "A_Const":
            return "constant"
        return {
            name: tree(value) for name, value in node.items() if "location" not in name and not name.endswith("_len")
        }
    if isinstance(node, list | tuple):
        return [tree(item) for item in node]
    return "" if isinstance(node, str) else node


def sql(text: str, kind: str = "select") -> str | None:
    redacted: str | None = R.sql(pl.Series([text]), pl.Series([kind]))[0]
    return redacted


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=8, deadline=None)
@given(secret=st.text(st.sampled_from("abcdefgh"), min_size=10, max_size=14), number=st.integers(10**8, 2 * 10**9))
def test_a_redacted_statement_parses_into_the_same_shape(form: str, secret: str, number: int) -> None:
    """It contains none of the values, and has the same fingerprint."""
    text = form.format(secret, number, number, f"{number:_}")
    redacted = sql(text)
    assert redacted is not None
    assert secret not in redacted
    for digits in (str(number), f"{number:_}", f"{number:x}", f"{number:o}", f"{number:b}"):
        assert digits not in redacted
    assert form.startswith(WITH_VALUES) or fingerprint(redacted) == fingerprint(text)
    trees = [[tree(raw.stmt()) for raw in parse_sql(sql_text)] for sql_text in (redacted, text)]  # type: ignore[misc]
    assert trees[0] == trees[1]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30))
def test_any_value_becomes_a_constant(value: str) -> None:
    """With any characters: the result is one statement with one constant."""
    redacted = sql("select '" + value.replace("'", "''") + "'")
    assert redacted is not None
    assert fingerprint(redacted) == fingerprint("select 'x'")


@pytest.mark.parametrize(
    "template",
    [
        "savepoint secret",
        "rollback to savepoint secret",
        "prepare secret as select $?",
        "execute secret(?, ...)",
        "fetch ? from secret",
        "deallocate secret",
        "close secret",
        "set app.user = secret",
        "update t set a = ? where current of secret",
    ],
)
def test_templates_of_redacted_workloads_hold_no_names_of_clients(template: str) -> None:
    """Names of cursors, savepoints and prepared statements."""
    assert "secret" not in bare(template, "")


def test_equal_names_have_equal_pseudonyms_in_all_commands() -> None:
    """PREPARE, EXECUTE, DEALLOCATE; SAVEPOINT, ROLLBACK TO, RELEASE; DECLARE, FETCH, CLOSE; and names of the protocol."""
    (name,) = R.names(pl.Series([b"jane_1"]))
    assert R.names(pl.Series([b"", None])).to_list() == [b"", None]
    assert R.names(pl.Series([b"jane_2"])).to_list() != [name]
    for text, new in (
        ("prepare jane_1 as select 1", "prepare {0} as select 1"),
        ('execute "jane_1"', "execute {0}"),
        ("deallocate Jane_1", "deallocate {0}"),
        (
            "savepoint jane_1; rollback to jane_1; release savepoint jane_1",
            "savepoint {0}; rollback to {0}; release savepoint {0}",
        ),
        (
            "declare jane_1 cursor for select 1; fetch all in jane_1; close jane_1",
            "declare {0} cursor for select 1; fetch all in {0}; close {0}",
        ),
        ("close all", "close all"),
        ("deallocate all", "deallocate all"),
        ("rollback", "rollback"),
        (
            "create trigger x before insert on t execute function jane_1()",
            "create trigger x before insert on t execute function jane_1()",
        ),
        ("grant execute on function jane_1 to x", "grant execute on function jane_1 to x"),
    ):
        assert sql(text) == new.format(name.decode())


def test_redacted_json_has_its_keys_and_is_valid() -> None:
    """Escapes, and values that look like keys, are values; text that is not JSON has no keys."""
    redacted = R.value('{"name": "Ja\\u006ee", "list": ["b", 12345678, ":x\\": "], "e": 1.5e+300}')
    document = json.loads(redacted)
    assert list(document) == ["name", "list", "e"]
    assert document["name"] == R.value("Jane")
    assert "12345678" not in redacted
    assert "Mustermann" not in R.value('["Max Mustermann": 1]')


def test_sessions_are_pseudonymous(tmp_path: Path) -> None:
    """Applications and addresses; equal names have equal pseudonyms, in SET and in settings too."""
    log = SAMPLES / "pg15" / "mindur0.csv"
    session_settings = (SessionSettings({"jit": "off"}, application="psql"),)
    capture_logs(CaptureOptions((log,), tmp_path / "w", redaction=R, settings=session_settings), tool_version="test")
    workload = Workload.open(tmp_path / "w")
    sessions = workload.sessions()
    assert sessions["application_name"].str.contains("^(app_[0-9a-f]{12})?$").all()
    assert sessions["remote_host"].str.contains(r"^(host_[0-9a-f]{12}|\[local\])?$").all()
    assert sql("set application_name = 'psql'") == f"set application_name = '{R.application('psql')}'"
    assert workload.manifest.session_settings[0].application == R.application("psql")
