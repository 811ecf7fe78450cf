"""``inspect`` counts the statements that use the clock: on the terminal, in JSON, on the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.cli import cli
from pgrehearse.metrics.probes.active_sessions import attribute_to_queries
from pgrehearse.workload.analysis.clock import clock_statements
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.clock_text import TRANSACTION, clock_text
from tests.captured import captured
from tests.conftest import held_to_schema
from tests.logged import LogRecord, Server

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ["select 1 from t where a > now()"] * 3 + [
    "select current_date",
    "select current_user",
    "create table x (a date)",
]


@pytest.fixture
def workload(tmp_path: Path) -> Workload:
    records = [LogRecord.ran(1, number, text) for number, text in enumerate(TEXTS)]
    return captured(tmp_path, Server().write(tmp_path / "x.csv", *records)).workload


def test_statements_are_counted_by_query_key(workload: Workload) -> None:
    """The most frequent first."""
    found = clock_statements(workload)
    assert (found.statements, found.deciding, found.places) == (4, 4, {"text": 4})
    assert [(query.sql, query.statements, query.places) for query in found.queries] == [
        ("select ? from t where a > now()", 3, ("text",)),
        ("select current_date", 1, ("text",)),
    ]


def test_a_workload_of_an_earlier_version_has_only_texts(workload: Workload) -> None:
    """Its shapes have no column ``clock_in``."""
    path = workload.home / "shapes.parquet"
    expected = clock_statements(workload)
    pl.read_parquet(path).drop("clock_in").write_parquet(path)
    assert clock_statements(Workload.open(workload.path)) == expected


def test_inspect_shows_them(workload: Workload, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In all three forms."""
    cli.main(["inspect", str(workload.path)], standalone_mode=False)
    shown = " ".join(capsys.readouterr().out.split())
    assert (
        "statements that use the clock: 4 (in the text 4); in 4 of them it decides which rows they find or return"
        in shown
    )
    assert "3 in the text: select ? from t where a > now()" in shown
    page = tmp_path / "page.html"
    cli.main(["inspect", str(workload.path), "--html", str(page), "--json"], standalone_mode=False)
    document = json.loads(capsys.readouterr().out)
    held_to_schema("inspect", document)
    assert document["clock"]["statements"] == 4
    assert [query["statements"] for query in document["clock"]["queries"]] == [3, 1]
    text = page.read_text()
    assert "Statements that use the clock" in text
    assert "4 statements; in 4 of them the clock decides" in text


def test_the_load_of_a_sent_text_counts_for_the_captured_query(workload: Workload, tmp_path: Path) -> None:
    """Also that of a named statement, which has a parameter for the instant."""
    made = clock_text(TEXTS[0].encode())
    texts = [made.text.replace(TRANSACTION, "2026-03-01 10:00:00+00"), made.bound().decode(), "select 1 from elsewhere"]
    seen = {"second": 0, "class": "CPU", "event": "CPU", "query_id": None, "query": texts, "seen": 10}
    schema = {"second": pl.Int64, "query_id": pl.Int64, "seen": pl.Int64}
    pl.DataFrame(seen, schema_overrides=schema).write_parquet(tmp_path / "activity-0.parquet")
    ticks = pl.DataFrame({"second": [0], "ticks": [10]}, schema={"second": pl.Int64, "ticks": pl.Int64})
    ticks.write_parquet(tmp_path / "activity-ticks-0.parquet")
    load = attribute_to_queries(tmp_path, workload, "primary")
    (key,) = (query.query_key for query in clock_statements(workload).queries if query.statements == 3)
    by_query = dict(load.filter(pl.col("subject").str.starts_with("query:")).select("subject", "value").iter_rows())
    assert by_query[f"query:{key}"] == 2
