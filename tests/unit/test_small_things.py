"""Small functions: endpoints, scenarios, rates, templates, parsing, container metrics, differences of targets."""

from __future__ import annotations

import doctest
import importlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import get_type_hints

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
from pgrehearse.replay.plan.plan import Clock, Ids, Ordering, ReplayPlan, Sync
from pgrehearse.runs.metric_catalog import CATALOGUE
from pgrehearse.scenarios.demo.kinds import KINDS, roles
from pgrehearse.scenarios.experiment.input_checks import plan_of, prices_of
from pgrehearse.scenarios.file import scenario_file
from pgrehearse.workload.shapes import Shapes
from pgrehearse.workload.sql.normalize import template
from pgrehearse.workload.sql.parser import parse

DOCTESTED = (
    "pgrehearse.base.notebook",
    "pgrehearse.base.units",
    "pgrehearse.compare.metrics",
    "pgrehearse.compare.finding",
    "pgrehearse.compare.generated_ids",
    "pgrehearse.compare.sentences",
    "pgrehearse.compare.query_findings",
    "pgrehearse.compare.statement_labels",
    "pgrehearse.compare.plan_diff",
    "pgrehearse.metrics.probes.heartbeat",
    "pgrehearse.metrics.rates",
    "pgrehearse.console",
    "pgrehearse.report.event_marks",
    "pgrehearse.replay.plan.routing",
    "pgrehearse.replay.prepare.session_selection",
    "pgrehearse.replay.plan.plan",
    "pgrehearse.replay.plan.filters",
    "pgrehearse.runs.id_methods",
    "pgrehearse.runs.metric_catalog",
    "pgrehearse.runs.phases",
    "pgrehearse.runs.quality.fitness",
    "pgrehearse.scenarios.replaying.restoring",
    "pgrehearse.targets.denied_hosts",
)


@pytest.mark.parametrize("module", DOCTESTED)
def test_examples_in_docstrings_hold(module: str) -> None:
    """The examples have the results that the docstrings show."""
    assert doctest.testmod(importlib.import_module(module)).failed == 0


@pytest.mark.parametrize(
    "dsn",
    [
        "postgresql://app:hunter22@db:5433/videos?sslmode=require",
        "host=db port=5433 dbname=videos user=app password=hunter22 sslmode=require",
    ],
)
def test_a_dsn_is_parsed_in_both_forms_and_hides_its_password(dsn: str) -> None:
    """As a URI and as key=value words; neither str nor repr shows the password."""
    endpoint = Endpoint.parse(dsn)
    assert (endpoint.host, endpoint.port, endpoint.database, endpoint.user, endpoint.password) == (
        "db",
        5433,
        "videos",
        "app",
        "hunter22",
    )
    assert "hunter22" not in repr(endpoint) + str(endpoint)
    assert endpoint.libpq()["sslmode"] == "require"


@pytest.mark.parametrize("dsn", ["mysql://x/y", "nonsense", "host=db port=x", "postgresql://h:port/x", ""])
def test_an_invalid_dsn_is_refused(dsn: str) -> None:
    """The remedy shows the valid form."""
    with pytest.raises(UsageProblem) as caught:
        Endpoint.parse(dsn)
    assert caught.value.remedy


def test_the_price_of_a_side_replaces_that_of_its_class(tmp_path: Path) -> None:
    """A price in the scenario replaces the price in the table; a scenario can have no table."""
    table = tmp_path / "prices.toml"
    table.write_text('[sides]\ncontrol = 9\ncandidate = 2\n[classes]\n"db.r6g.large" = 0.5')
    scenario = scenario_file.Scenario(
        "x", control=scenario_file.Side(price=1.25), compare=scenario_file.Criteria(prices=str(table))
    )
    prices = prices_of(scenario)
    assert (prices.sides, prices.classes) == ({"control": 1.25, "candidate": 2.0}, {"db.r6g.large": 0.5})
    assert prices_of(scenario_file.Scenario("x")).sides == {}


@pytest.mark.parametrize("name", scenario_file.library())
def test_the_scenarios_of_the_library_are_valid(name: str) -> None:
    """Each file is a valid scenario with the name of its file."""
    assert scenario_file.load(scenario_file.find(name)).name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('name = "x"\ncolour = 1', "unknown key colour"),
        ('name = "x"\n[candidate]\nversoin = 18', "unknown key candidate.versoin"),
        ("name = ", "not TOML"),
        ("description = 'x'", "name is missing"),
        ('name = "x"\n[replay]\nworkers = "two"', "not an integer"),
        ('name = "x"\n[candidate]\nversion = 18', "pg_upgrade"),
        ('name = "x"\n[candidate]\nkind = "cloud"', "use dsn, embedded, docker, command, rds or aurora"),
        ('name = "x"\n[replay]\nsync = "never"', "use session or commit"),
        ('name = "x"\n[replay]\nclock = "mine"', "use target or production"),
        ('name = "x"\n[replay]\nids = "mine"', "use auto, production or target"),
        ('name = "x"\n[replay]\nids = "production"\nwrites = false', "replay.ids production needs replay.writes"),
        ('name = "x"\n[replay]\npasses = 3', "use 1 or 2"),
        ('name = "x"\n[replay]\npasses = 2\nwrites = false', "draws none of production's ids"),
        ('name = "x"\n[replay]\npasses = 2\nids = "target"', "draws none of production's ids"),
        ('name = "x"\n[replay]\npasses = 2\ndirty = true', "needs the data of the window's start"),
        ('name = "x"\n[replay]\npasses = 2\n[control]\nkind = "dsn"\ndsn = "host=a"', "control.restore is missing"),
        ('name = "x"\n[replay]\npasses = 2\n[control]\nrestore = "x"', "control.restore has no effect"),
        ('name = "x"\n[replay]\nhash_results = "maybe"', "true or false"),
        ('name = "x"\n[candidate]\npooler = "statement"', "use transaction or session"),
        ('name = "x"\n[candidate]\npool_size = 0', "candidate.pool_size is 0"),
        ('name = "x"\n[candidate]\ncpus = -1', "candidate.cpus is -1"),
        ('name = "x"\n[candidate]\nkind = "dsn"\ndsn = "host=a"\npooler = "session"', "it is for an embedded side"),
        ('name = "x"\n[candidate]\nkind = "dsn"\ndsn = "host=a"\ncpus = 1', "it is for an embedded side"),
        ('name = "x"\n[replay]\nend_state = "maybe"', "use auto, yes or no"),
    ],
)
def test_an_invalid_scenario_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """The message or the remedy names the key and the valid values."""
    path = tmp_path / "s.toml"
    path.write_text(text)
    with pytest.raises(BadInput) as caught:
        scenario_file.load(path)
    assert words in caught.value.message + caught.value.remedy


def test_the_replay_of_a_scenario_has_the_values_of_the_options(tmp_path: Path) -> None:
    """Each key of [replay] is in the plan; without keys the plan is that of ``pgrehearse replay --writes``."""
    target, path = Endpoint(host="127.0.0.1"), tmp_path / "s.toml"
    path.write_text(
        'name = "x"\n[replay]\nsync = "commit"\nclock = "production"\nids = "target"\nhash_results = false\nhash_rows = 50'
    )
    plan = plan_of(scenario_file.load(path), target)
    assert plan == ReplayPlan(
        target,
        writes=True,
        order=Ordering(Sync.COMMIT),
        clock=Clock.PRODUCTION,
        ids=Ids.TARGET,
        hash_results=False,
        hash_rows=50,
    )
    path.write_text('name = "x"')
    assert plan_of(scenario_file.load(path), target) == ReplayPlan(target, writes=True)


@pytest.mark.parametrize("kind", KINDS)
def test_every_role_of_the_demo_has_a_session(kind: str) -> None:
    """Thirty sessions have all roles, and a few sessions too; every role has an actor."""
    shares = KINDS[kind].roles
    assert len(roles(30, shares)) == sum(shares.values()) == 30
    assert set(roles(len(shares), shares)) == set(shares) <= set(KINDS[kind].actors)


def test_the_kinds_of_traffic_are_those_of_a_scenario() -> None:
    assert get_type_hints(scenario_file.Application)["kind"].__args__ == tuple(KINDS)


def test_rates_skip_a_counter_that_fell() -> None:
    """A restart of the server gives no negative rate; the hit ratio requires both of its counters."""
    before = Reading(0, {"commits": 100, "blocks_hit": 10, "blocks_read": 0})
    assert rates(before, Reading(1_000_000, {"commits": 5, "blocks_hit": 40, "blocks_read": 10})) == {
        "blocks_read_per_s": 10.0,
        "cache_hit_ratio": 0.75,
    }
    assert rates(None, before) == {}


def test_every_rate_is_in_the_catalog() -> None:
    """The names of rates are names of metrics."""
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
def test_a_template_has_no_literals_and_no_comments(sql: str, expected: str) -> None:
    """White space is normalized too."""
    assert template(pl.Series([sql])).to_list() == [expected]


def test_shapes_are_numbered_once() -> None:
    """Equal templates have the same shape in every block; the shape of null is null."""
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
def test_the_kind_of_a_statement_and_whether_it_writes(sql: str, kind: str, writes: bool) -> None:
    """A read-only replay depends on it: a statement that cannot be classified writes."""
    statement = parse(sql, sql)
    assert (statement.kind, statement.writes) == (kind, writes)


def test_tables_that_are_read_and_written_are_listed_separately() -> None:
    """With their schema if the text has it; a CTE is not a table."""
    statement = parse("with c as (select * from a) insert into s.b select * from c join d on true", "x")
    assert (statement.tables_read, statement.tables_written) == (("a", "d"), ("s.b",))


@pytest.mark.parametrize(
    ("sql", "clock"),
    [
        ("select now()", True),
        ("select current_date", True),
        ("select current_user", False),
        ("select clock_timestamp()", True),
    ],
)
def test_statements_that_read_the_clock_are_marked(sql: str, clock: bool) -> None:
    """At another time they return other rows."""
    assert parse(sql, sql).clock is clock


class Docker(BaseHTTPRequestHandler):
    """The part of Docker's API that the sampler uses."""

    requests = 0

    def do_GET(self) -> None:
        if self.path.endswith("/version"):
            document: dict[str, object] = {"ApiVersion": "1.44", "MinAPIVersion": "1.24"}
        elif "/containers/db/stats" in self.path:
            n = Docker.requests = Docker.requests + 1
            document = {
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
        body = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing."""


def test_a_container_is_sampled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its processor, memory, disk and network; a container that does not exist is recorded as unavailable once."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Docker)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("DOCKER_HOST", f"tcp://127.0.0.1:{server.server_address[1]}")
    buffer = SampleBuffer(Timeline.starting_in(0), tmp_path)
    probe, missing = ContainerProbe("db", buffer, "primary"), ContainerProbe("missing", buffer, "primary")

    async def twice() -> None:
        await probe.sample(0)
        await probe.sample(1_000_000)
        await missing.sample(1_000_000)
        await missing.sample(2_000_000)

    event_loop.run(twice())
    server.shutdown()
    server.server_close()
    buffer.write()
    samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet")))
    assert dict(samples.select("metric", "value").iter_rows()) == {
        "cpu_percent": 25.0,
        "memory_free_bytes": 700.0,
        "memory_limit_bytes": 1000.0,
        "read_bytes_per_s": 1000.0,
        "write_bytes_per_s": 4000.0,
        "network_receive_bytes_per_s": 10.0,
        "network_transmit_bytes_per_s": 20.0,
    }
    assert list(buffer.unavailable) == ["container"]


def test_the_differences_between_targets_are_listed() -> None:
    """Settings, indexes, and tables with other row counts or statistics; values that always differ are not listed."""
    baseline = {
        "settings": {"work_mem": "4096 kB", "server_version": "16"},
        "indexes": {"a": "x"},
        "collations": {"database": "libc C"},
        "sizes": {"t": "900 B, 100 rows, analyzed 2026-11-24", "u": "9 B, 5 rows, analyzed never here"},
    }
    candidate = {
        "settings": {"work_mem": "8192 kB", "server_version": "18"},
        "indexes": {},
        "collations": {"database": "icu en-US 153.120"},
        "sizes": {"t": "990 B, 150 rows, analyzed 2026-11-24", "u": "9 B, 5 rows, analyzed 2026-11-24"},
    }
    assert [row[0] for row in differing(baseline, candidate, captured=False)] == [
        "setting work_mem",
        "index a",
        "collation of database",
        "rows of t",
        "statistics of u",
    ]
    assert differing(baseline, candidate, captured=True) == ()


def test_a_cold_cache_is_noted() -> None:
    """The note has the hit ratio at the start and later."""
    values = [0.5, 0.6, *[0.99] * 18]
    frame = pd.DataFrame({"second": range(20), "name": "cache_hit_ratio", "subject": "", "value": values})
    assert began_cold("b", frame) == ["b started with a cold cache: hit ratio 55.0% at first, 99.0% later"]
    assert began_cold("b", frame.iloc[5:]) == []


def test_the_load_of_a_wait_class_is_zero_where_no_session_waited() -> None:
    """A second without a sample of a class is a zero of its line, not a gap."""
    rows = [(float(at), "active_sessions", "", 1.0) for at in (1, 2, 3)]
    rows += [(1.0, "active_sessions", "wait:IO", 0.5), (3.0, "active_sessions", "wait:IO", 0.7)]
    frame = pd.DataFrame(rows, columns=["second", "name", "subject", "value"]).assign(source="postgres")
    (series,) = load_series([("b", frame)])
    assert series.lines == (("IO", (1.0, 2.0, 3.0), (0.5, 0.0, 0.7)),)
