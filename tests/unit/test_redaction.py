"""Redaction of a workload: values become pseudonyms of the same form; equal values have equal pseudonyms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from pgrehearse.workload.redaction import Redaction, bare, key_of
from tests.conftest import SAMPLES

R = Redaction(b"k" * 32, frozenset({"allowed value"}))


def sql(text: str, kind: str = "select") -> str | None:
    redacted: str | None = R.sql(pl.Series([text]), pl.Series([kind]))[0]
    return redacted


@pytest.mark.parametrize(
    "text",
    [
        "select 1",
        "select * from t limit 5000 offset 12345",
        "select now() - interval '45 days'",
        "set search_path = 'shard_4711'",
        "select x::interval, true, null, 'true', '' from \"Quoted Table 12345\"",
        "select $1, $2",
        "select 'allowed value'",
        "select '30 minutes'::interval",
    ],
)
def test_a_value_that_identifies_nobody_is_not_replaced(text: str) -> None:
    """Such values influence plans."""
    assert sql(text, "set" if text.startswith("set") else "select") == text


@pytest.mark.parametrize(
    "text",
    [
        "select * from users where email = 'jane.doe@example.com' and id = 123456789",
        "insert into t values ('it''s secret', E'tab\\there', '\\xdeadbeef00', '{\"name\": \"Jane Doe\", \"n\": 98765}')",
        "select 'x' /* user: jane.doe@example.com */ -- and her number 123456789",
        "select date '2026-03-17', timestamp '2026-03-17 12:34:56'",
    ],
)
def test_values_become_pseudonyms(text: str) -> None:
    """Each literal keeps its length, dates and JSON stay valid, comments are removed; a second run has the same result."""
    redacted = sql(text)
    assert redacted is not None
    assert redacted == sql(text)
    for secret in ("jane", "Jane", "secret", "123456789", "deadbeef", "98765", "03-17"):
        assert secret not in redacted
    if "{" in redacted:
        assert json.loads(redacted[redacted.index("{") : redacted.rindex("}") + 1])["name"] != "Jane Doe"


def test_a_value_has_the_same_pseudonym_as_a_literal_and_as_a_parameter() -> None:
    """Joins find the same rows."""
    inline = sql("select 'jane.doe@example.com', 1234567")
    bound = R.parameters(pl.Series([[b"jane.doe@example.com", b"1234567", None], [], None], dtype=pl.List(pl.Binary)))
    first = bound.to_list()[0]
    assert inline == f"select '{first[0].decode()}', {first[1].decode()}"
    assert first[2] is None
    assert bound.to_list()[1:] == [[], None]
    other = Redaction(b"o" * 32)
    assert other.value("jane.doe@example.com") != first[0].decode()


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("2026-03-17", r"2026-\d\d-\d\d"),
        ("2026-03-17 12:34:56.789+00", r"2026-\d\d-\d\d \d\d:\d\d:\d\d.*"),
        ("6f1e9d3c-8a7b-4c2d-9e0f-1a2b3c4d5e6f", r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
        ("2147483647", r"21\d{8}"),
        ("-123456.789", r"-12\d{4}\.78\d"),
        ('{1234567,NULL,"a b"}', r"\{12\d{5},NULL,\"[a-z] [a-z]\"\}"),
    ],
)
def test_a_pseudonym_has_the_type_of_its_value(value: str, form: str) -> None:
    """A date becomes a date, a UUID a UUID, a number a number of the same size."""
    assert re.fullmatch(form, R.value(value)), R.value(value)


def test_a_text_that_cannot_be_parsed_is_removed() -> None:
    """Its template is removed too."""
    assert sql("selec 'secret'", "unparsed") is None
    assert sql("create function f() returns int language plpython3u as 'return secret'", "ddl") is None
    assert sql("do $$ begin perform 'secret; end $$", "do") is None
    assert "secret" not in bare("selec secret", "unparsed")
    assert bare('select a from "T"', "select") == 'select a from "T"'


def test_a_key_file_is_created_for_its_user_only(tmp_path: Path) -> None:
    """It has mode 0600, is read again, and is refused when other users can read it."""
    path = tmp_path / "key"
    assert key_of(path) == key_of(path)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    with pytest.raises(BadInput, match="other users can read"):
        key_of(path)
    assert "kkkk" not in repr(R)


def texts(workload: Workload) -> str:
    """Return all files that are written, as one text."""
    tables = (str(pq.read_table(part).to_pydict()) for part in [*workload.parts(), workload.path / "shapes.parquet"])
    return "\n".join([json.dumps(workload.manifest.document()), *tables])


SECRET = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=8, max_size=20).map(
    lambda text: f"{text}qz"
)


@settings(max_examples=25, deadline=None)
@given(st.lists(SECRET, min_size=1, max_size=5), st.integers(10**7, 2 * 10**9))
def test_no_file_of_a_redacted_workload_contains_a_value(secrets: list[str], number: int) -> None:
    """Neither from literals nor from parameters, comments, errors or prepared names."""
    prefix = '2026-11-22 10:00:0{n}.000 UTC,"app","shop",4711,"127.0.0.1:5000",6b024fd8.32d2,{n},"SELECT",2026-11-22 09:00:00 UTC,3/0,0,'
    rows = []
    for place, secret in enumerate(secrets):
        row = prefix.format(n=place)
        rows += [
            row
            + f'LOG,00000,"duration: 1.000 ms  statement: select \'{secret}\', {number} /* by {secret} */",,,,,,,,,"shop","client backend",,0',
            row
            + f'LOG,00000,"duration: 1.000 ms  execute {secret}: select $1","Parameters: $1 = \'{secret}\'",,,,,,,,"shop","client backend",,0',
            row
            + f'ERROR,23505,"duplicate key {secret}","Key (a)=({secret}) already exists.",,,,,"insert into t values (\'{secret}\')",,,"shop","client backend",,0',
            row + f'LOG,00000,"duration: 1.000 ms  statement: selec {secret}",,,,,,,,,"shop","client backend",,0',
        ]
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log.csv"
        log.write_text("\n".join(rows) + "\n")
        capture_logs(CaptureOptions((log,), Path(folder) / "w.workload", redaction=R), tool_version="test")
        workload = Workload.open(Path(folder) / "w.workload")
        written = texts(workload)
        assert workload.manifest.redaction == "literals"
    for value in (*secrets, str(number)):
        assert value not in written


def test_a_redacted_workload_differs_in_values_only(tmp_path: Path) -> None:
    """Events, query keys, transactions and errors are equal; texts that cannot be parsed are missing."""
    log = SAMPLES / "pg15" / "mindur0.csv"
    workloads = []
    for name, redaction in (("plain", None), ("redacted", R)):
        capture_logs(CaptureOptions((log,), tmp_path / name, redaction=redaction), tool_version="test")
        workload = Workload.open(tmp_path / name)
        workloads.append(
            workload.events().collect().join(workload.shapes(), on="shape", how="left", maintain_order="left")
        )
    same = [
        "session",
        "seq",
        "action",
        "query_key",
        "transaction",
        "commit_rank",
        "pipeline",
        "sqlstate",
        "at_us",
        "took_us",
    ]
    assert workloads[0].select(same).equals(workloads[1].select(same))
    changed = (workloads[0]["sql"] != workloads[1]["sql"]).sum()
    assert changed > 50
