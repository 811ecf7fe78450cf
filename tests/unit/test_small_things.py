"""Endpoints, scenarios, rates, templates, parsing, fitness: pure and small."""

from __future__ import annotations

import doctest
import importlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.compare.capacity import began_cold
from pgrehearse.compare.settings_diff import differing
from pgrehearse.compare.timeline import load_series
from pgrehearse.metrics.probes.container import ContainerProbe
from pgrehearse.metrics.rates import Reading, rates
from pgrehearse.metrics.sample_buffer import SampleBuffer
from pgrehearse.runs.metric_catalog import CATALOGUE
from pgrehearse.scenarios import scenario_file
from pgrehearse.scenarios.demo.traffic import roles
from pgrehearse.scenarios.input_checks import prices_of
from pgrehearse.workload.shapes import Shapes
from pgrehearse.workload.sql.normalize import template
from pgrehearse.workload.sql.parser import parse

DOCTESTED = (
    "pgrehearse.base.notebook",
    "pgrehearse.base.units",
    "pgrehearse.compare.metrics",
    "pgrehearse.compare.finding",
    "pgrehearse.compare.sentences",
    "pgrehearse.compare.query_findings",
    "pgrehearse.compare.statement_labels",
    "pgrehearse.compare.plan_diff",
    "pgrehearse.metrics.probes.heartbeat",
    "pgrehearse.metrics.rates",
    "pgrehearse.console",
    "pgrehearse.replay.plan.routing",
    "pgrehearse.replay.prepare.session_selection",
    "pgrehearse.replay.plan.plan",
    "pgrehearse.replay.plan.filters",
    "pgrehearse.runs.metric_catalog",
    "pgrehearse.runs.quality.fitness",
    "pgrehearse.targets.denied_hosts",
)


@pytest.mark.parametrize("module", DOCTESTED)
def test_examples_in_docstrings_hold(module: str) -> None:
    """What a docstring shows is what happens."""
    assert doctest.testmod(importlib.import_module(module)).failed == 0


@pytest.mark.parametrize(
    "dsn",
    [
        "postgresql://app:hunter22@db:5433/videos?sslmode=require",
        "host=db port=5433 dbname=videos user=app password=hunter22 sslmode=require",
    ],
)
def test_a_dsn_is_parsed_in_both_forms_and_hides_its_password(dsn: str) -> None:
    """URI and words mean the same; neither str nor repr shows the password."""
    found = Endpoint.parse(dsn)
    assert (found.host, found.port, found.database, found.user, found.password) == (
        "db",
        5433,
        "videos",
        "app",
        "hunter22",
    )
    assert "hunter22" not in repr(found) + str(found)
    assert found.libpq()["sslmode"] == "require"


@pytest.mark.parametrize("dsn", ["mysql://x/y", "nonsense", "host=db port=x", "postgresql://h:port/x", ""])
def test_an_invalid_dsn_is_refused(dsn: str) -> None:
    """With how to write one."""
    with pytest.raises(UsageProblem) as caught:
        Endpoint.parse(dsn)
    assert caught.value.remedy


def test_the_price_of_a_side_replaces_that_of_its_class(tmp_path: Path) -> None:
    """A side's own price goes before the table's; a table need not be there."""
    table = tmp_path / "prices.toml"
    table.write_text('[sides]\ncontrol = 9\ncandidate = 2\n[classes]\n"db.r6g.large" = 0.5')
    told = scenario_file.Scenario(
        "x", control=scenario_file.Side(price=1.25), compare=scenario_file.Criteria(prices=str(table))
    )
    found = prices_of(told)
    assert (found.sides, found.classes) == ({"control": 1.25, "candidate": 2.0}, {"db.r6g.large": 0.5})
    assert prices_of(scenario_file.Scenario("x")).sides == {}


@pytest.mark.parametrize("name", scenario_file.library())
def test_the_scenarios_of_the_library_are_valid(name: str) -> None:
    """Every scenario that ships is a scenario."""
    assert scenario_file.load(scenario_file.find(name)).name == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "x"\ncolour = 1', "unknown key colour"),
        ('name = "x"\n[candidate]\nversoin = 18', "unknown key candidate.versoin"),
        ("name = ", "not TOML"),
        ("description = 'x'", "name is missing"),
        ('name = "x"\n[replay]\nworkers = "two"', "not an integer"),
        ('name = "x"\n[candidate]\nversion = 18', "pg_upgrade"),
        ('name = "x"\n[candidate]\nkind = "cloud"', "embedded or dsn"),
    ],
)
def test_an_invalid_scenario_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """Naming the key and what is known there."""
    path = tmp_path / "s.toml"
    path.write_text(text)
    with pytest.raises(BadInput) as caught:
        scenario_file.load(path)
    assert said in caught.value.message + caught.value.remedy


def test_every_role_of_the_demo_has_a_session() -> None:
    """Thirty sessions in the demo's proportions; fewer keep every part."""
    assert len(roles(30)) == 30
    assert set(roles(6)) == set(roles(30))


def test_rates_skip_a_counter_that_fell() -> None:
    """A restart gives no negative rate; the hit ratio needs both its counters."""
    before = Reading(0, {"commits": 100, "blocks_hit": 10, "blocks_read": 0})
    assert rates(before, Reading(1_000_000, {"commits": 5, "blocks_hit": 40, "blocks_read": 10})) == {
        "blocks_read_per_s": 10.0,
        "cache_hit_ratio": 0.75,
    }
    assert rates(None, before) == {}


def test_every_rate_is_in_the_catalogue() -> None:
    """One vocabulary."""
    from pgrehearse.metrics.rates import RATES

    assert set(RATES.values()) <= set(CATALOGUE)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select * from t1 where id = 42 and name = 'it''s'", "select * from t1 where id = ? and name = ?"),
        ("SELECT 1.5e3, -7 /* job='x' */ -- end\n;", "SELECT ?, -?"),
        ("insert into t values (1, 2, 3)", "insert into t values (?, ...)"),
        ("select E'a\\'b', 'c'", "select ?, ?"),
        ("select  a\n\tfrom b;", "select a from b"),
    ],
)
def test_a_template_drops_what_varies(sql: str, expected: str) -> None:
    """Literals, comments, white space."""
    assert template(pl.Series([sql])).to_list() == [expected]


def test_shapes_are_numbered_once() -> None:
    """The same template gets the same shape, in any block; null stays null."""
    shapes = Shapes()
    first = shapes.number(pl.Series(["select 1", "select 'x'", None, "select 2"]))
    second = shapes.number(pl.Series(["select 99", "update t set a = 1"]))
    assert first.to_list() == [0, 0, None, 0]
    assert second.to_list() == [0, 1]
    assert shapes.frame()["writes"].to_list() == [False, True]


@pytest.mark.parametrize(
    ("sql", "kind", "writes"),
    [
        ("select 1", "select", False),
        ("select * from t for update", "select", True),
        ("with x as (delete from t returning 1) select * from x", "select", True),
        ("insert into t select 1", "insert", True),
        ("begin read write", "begin", True),
        ("begin", "begin", False),
        ("start transaction read only", "begin", False),
        ("set transaction read write", "set", True),
        ("set session characteristics as transaction read write", "set", True),
        ("set default_transaction_read_only = off", "set", True),
        ("set work_mem = '1MB'", "set", False),
        ("reset all", "set", False),
        ("select set_config('transaction_read_only', 'off', false)", "select", True),
        ("select set_config($1, 'off', false)", "select", True),
        ("select set_config('jit', 'off', false)", "select", False),
        ("explain select 1", "explain", False),
        ("explain analyze delete from t", "explain", True),
        ("copy t to stdout", "copy to", False),
        ("copy t from stdin", "copy from", True),
        ("copy t to program 'x'", "copy program", True),
        ("truncate t", "truncate", True),
        ("create table t()", "ddl", True),
        ("do $$ begin end $$", "do", True),
        ("vacuum", "vacuum", True),
        ("selec", "unparsed", True),
        ("", "empty", False),
        ("select 1; select 2", "multi", False),
        ("select 1; drop table t", "multi", True),
        ("notify x", "notify", True),
        ("prepare p as delete from t", "prepare", True),
        ("select * into x from t", "select", True),
    ],
)
def test_what_writes_is_known(sql: str, kind: str, writes: bool) -> None:
    """The read-only replay rests on it: in doubt, it writes."""
    found = parse(sql, sql)
    assert (found.kind, found.writes) == (kind, writes)


def test_tables_are_told_apart_by_what_is_done_to_them() -> None:
    """Read, written, with their schema when given; a CTE is no table."""
    found = parse("with c as (select * from a) insert into s.b select * from c join d on true", "x")
    assert (found.tables_read, found.tables_written) == (("a", "d"), ("s.b",))


@pytest.mark.parametrize(
    ("sql", "clock"),
    [
        ("select now()", True),
        ("select current_date", True),
        ("select current_user", False),
        ("select clock_timestamp()", True),
    ],
)
def test_statements_that_look_at_the_clock_are_marked(sql: str, clock: bool) -> None:
    """Days later they find other rows."""
    assert parse(sql, sql).clock is clock


class Docker(BaseHTTPRequestHandler):
    """As much of Docker's API as a sampler asks."""

    asked = 0

    def do_GET(self) -> None:
        if self.path.endswith("/version"):
            told: dict[str, object] = {"ApiVersion": "1.44", "MinAPIVersion": "1.24"}
        elif "/containers/db/stats" in self.path:
            n = Docker.asked = Docker.asked + 1
            told = {
                "cpu_stats": {
                    "cpu_usage": {"total_usage": n * 500_000_000},
                    "system_cpu_usage": n * 2_000_000_000,
                    "online_cpus": 2,
                },
                "memory_stats": {"usage": 300, "limit": 1000},
                "blkio_stats": {
                    "io_service_bytes_recursive": [
                        {"op": "read", "value": n * 1000},
                        {"op": "write", "value": n * 4000},
                    ],
                    "io_serviced_recursive": None,
                },
                "networks": {"eth0": {"rx_bytes": n * 10, "tx_bytes": n * 20}},
            }
        else:
            self.send_error(404)
            return
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_container_is_sampled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its processor, memory, bytes; a container that is not there is unavailable, once."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Docker)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("DOCKER_HOST", f"tcp://127.0.0.1:{server.server_address[1]}")
    board = SampleBuffer(Timeline.starting_in(0), tmp_path)
    probe, stranger = ContainerProbe("db", board, "primary"), ContainerProbe("nobody", board, "primary")

    async def twice() -> None:
        await probe.sample(0)
        await probe.sample(1_000_000)
        await stranger.sample(1_000_000)
        await stranger.sample(2_000_000)

    event_loop.run(twice())
    server.shutdown()
    server.server_close()
    board.write()
    found = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
    assert dict(found.select("metric", "value").iter_rows()) == {
        "cpu_percent": 25.0,
        "memory_free_bytes": 700.0,
        "memory_limit_bytes": 1000.0,
        "read_bytes_per_s": 1000.0,
        "write_bytes_per_s": 4000.0,
        "network_receive_bytes_per_s": 10.0,
        "network_transmit_bytes_per_s": 20.0,
    }
    assert list(board.unavailable) == ["container"]


def test_what_differs_between_targets_is_told() -> None:
    """Settings, indexes, tables that hold other data or that nobody analyzed; what always differs is not."""
    ours = {
        "settings": {"work_mem": "4096 kB", "server_version": "16"},
        "indexes": {"a": "x"},
        "collations": {"database": "libc C"},
        "sizes": {"t": "900 B, 100 rows, analyzed 2026-11-24", "u": "9 B, 5 rows, analyzed never here"},
    }
    theirs = {
        "settings": {"work_mem": "8192 kB", "server_version": "18"},
        "indexes": {},
        "collations": {"database": "icu en-US 153.120"},
        "sizes": {"t": "990 B, 150 rows, analyzed 2026-11-24", "u": "9 B, 5 rows, analyzed 2026-11-24"},
    }
    assert [row[0] for row in differing(ours, theirs, captured=False)] == [
        "setting work_mem",
        "index a",
        "collation of database",
        "rows of t",
        "statistics of u",
    ]
    assert differing(ours, theirs, captured=True) == ()


def test_a_cold_cache_is_told() -> None:
    """By what it found at first and later."""
    values = [0.5, 0.6, *[0.99] * 18]
    frame = pd.DataFrame({"second": range(20), "name": "cache_hit_ratio", "subject": "", "value": values})
    assert began_cold("b", frame) == ["b started with a cold cache: hit ratio 55.0% at first, 99.0% later"]
    assert began_cold("b", frame.iloc[5:]) == []


def test_load_by_wait_is_none_where_nobody_waited() -> None:
    """Seconds without a sample of a class are zeros of its line, not holes in it."""
    rows = [(float(at), "active_sessions", "", 1.0) for at in (1, 2, 3)]
    rows += [(1.0, "active_sessions", "wait:IO", 0.5), (3.0, "active_sessions", "wait:IO", 0.7)]
    frame = pd.DataFrame(rows, columns=["second", "name", "subject", "value"])
    (series,) = load_series([("b", frame)])
    assert series.lines == (("IO", (1.0, 2.0, 3.0), (0.5, 0.0, 0.7)),)
