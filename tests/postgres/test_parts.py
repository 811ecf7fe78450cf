"""Selections of a workload, windows, copies, fractions. The results are read from the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.base.errors import HarnessFailure
from pgrehearse.replay.plan.filters import parse_filter
from pgrehearse.replay.plan.plan import SessionSelection
from pgrehearse.replay.workers.worker import allow_descriptors
from pgrehearse.workload.analysis.summary import peak
from tests.conftest import LogMark, connect, superuser
from tests.e2e.command import pgrehearse
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


@pytest.fixture
def shop(pg18: Cluster, tmp_path: Path) -> tuple[Cluster, Workload]:
    """Two applications, ten sessions: each inserts an order in a transaction, and reads orders and items."""
    with superuser(pg18) as connection:
        connection.execute("drop schema if exists stock cascade; drop table if exists orders")
        connection.execute("create table orders (id int generated always as identity, who text)")
        connection.execute(
            "create schema stock; create table stock.items as select n as id from generate_series(1, 5) n"
        )
    start = LogMark.now(pg18)
    for number in range(10):
        name = "importer" if number % 2 else "web"
        with connect(pg18, "postgres", application=name) as connection:
            connection.execute("set work_mem = '5MB'")
            connection.execute("begin")
            connection.execute(f"insert into orders (who) values ('{name}')")
            connection.execute("select count(*) from orders /* controller='orders' */")
            connection.execute("commit")
            connection.execute("select count(*) from stock.items")
    workload = start.capture(tmp_path, "shop")
    with superuser(pg18) as connection:
        connection.execute("truncate orders")
    return pg18, workload


def written(cluster: Cluster) -> dict[str, int]:
    """Return how many orders each application has."""
    with superuser(cluster) as connection:
        rows = connection.execute("select who, count(*) from orders group by 1").fetchall()
    return {str(who): int(str(count)) for who, count in rows}


def replayed(shop: tuple[Cluster, Workload], output: Path, **selection: Any) -> Run:
    cluster, workload = shop
    run, fit = replay(workload, cluster, output, plan={"selection": SessionSelection(**selection)})
    assert (fit.statements["failed"], fit.statements["unsent"]) == (0, 0)
    return run


def test_only_one_application_is_replayed(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """The sessions of the other application do not connect."""
    run = replayed(shop, tmp_path / "r.run", only=parse_filter("--only", ["application=importer"]))
    assert written(shop[0]) == {"importer": 5}
    assert run.connections().height == 5
    assert any(note.startswith("a selection: only application=importer") for note in run.manifest.labels)


@pytest.mark.parametrize(
    ("term", "sent"), [("table=orders", 20), ("schema=stock", 10), ("endpoint=orders", 10), ("query=", 10)]
)
def test_statements_are_selected_by_their_content(
    shop: tuple[Cluster, Workload], tmp_path: Path, term: str, sent: int
) -> None:
    """Transactions and settings are sent; statements that are not selected are counted with their reason."""
    shapes = shop[1].shapes()
    if term == "query=":
        (key,) = shapes.filter(pl.col("template").cast(pl.String).str.contains("stock"))["query_key"]
        term += key
    run = replayed(shop, tmp_path / "r.run", only=parse_filter("--only", [term]))
    events = (
        run.outcomes()
        .collect()
        .join(shop[1].events().collect().select("session", "seq", "shape"), on=["session", "seq"])
    )
    kinds = events.join(shapes.select("shape", "kind"), on="shape")
    assert kinds.filter(status="ok").filter(pl.col("kind").is_in(["select", "insert"])).height == sent
    assert kinds.filter(status="ok").filter(pl.col("kind").is_in(["set", "begin", "commit"])).height == 30
    assert run.outcomes().collect()["reason"].drop_nulls().unique().to_list() == ["not selected (--only, --except)"]


def test_except_excludes_sessions(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """The others are replayed."""
    replayed(shop, tmp_path / "r.run", without=parse_filter("--except", ["application=web"]))
    assert written(shop[0]) == {"importer": 5}


@pytest.mark.parametrize(("writes", "orders"), [(False, 5), (True, 15)])
def test_sessions_are_amplified(shop: tuple[Cluster, Workload], tmp_path: Path, writes: bool, orders: int) -> None:
    """Three times the reads, and the writes of the first copy only, unless all may write; a label names it."""
    cluster, workload = shop
    plan = {
        "selection": SessionSelection(
            amplify=3, amplify_writes=writes, where=parse_filter("--where", ["application=web"])
        )
    }
    run, fit = replay(workload, cluster, tmp_path / "r.run", speed=1, plan=plan)
    assert fit.statements["failed"] == 0
    assert written(cluster) == {"web": orders, "importer": 5}
    assert run.connections().height == 20
    outcomes = run.outcomes().collect()
    assert outcomes.height == outcomes.select("session", "copy", "seq").n_unique()
    assert outcomes.filter(pl.col("copy") > 0)["due_us"].min() > outcomes["due_us"].min()  # type: ignore[operator]
    (note,) = (note for note in run.manifest.labels if note.startswith("amplified"))
    assert ("reads and writes" if writes else "reads only") in note


def test_a_fraction_of_the_sessions_is_replayed(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """The same sessions for the same seed."""
    first, second, other = (
        replayed(shop, tmp_path / f"{n}.run", thin=0.4, seed=seed).connections()["session"].sort().to_list()
        for n, seed in enumerate((7, 7, 8))
    )
    assert first == second != other
    assert 1 <= len(first) <= 8


def test_executions_of_a_query_are_thinned(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """The effect of a cache: the other executions of the query are skipped, all other statements are executed."""
    run = replayed(shop, tmp_path / "r.run", thin=0.2, where=parse_filter("--where", ["table=items"]))
    skipped = run.outcomes().collect().filter(status="skipped")
    assert skipped["reason"].unique().to_list() == ["removed by --thin"]
    assert 4 <= skipped.height <= 10
    assert written(shop[0]) == {"importer": 5, "web": 5}


def test_a_part_of_the_window_has_complete_transactions(pg18: Cluster, tmp_path: Path) -> None:
    """Earlier settings of a session are made; a transaction that began before the part is not replayed; one that began inside is replayed to its end."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists parts")
        connection.execute("create table parts (n int, zone text default current_setting('timezone'))")
    start = LogMark.now(pg18)
    with (
        connect(pg18, "postgres", application="first") as first,
        connect(pg18, "postgres", application="second") as second,
    ):
        first.execute("set timezone = 'Asia/Tokyo'")
        second.execute("begin")
        second.execute("insert into parts values (1)")
        first.execute("select pg_sleep(0.3)")
        second.execute("insert into parts values (2)")
        second.execute("commit")
        first.execute("begin")
        first.execute("insert into parts values (3)")
        first.execute("select pg_sleep(0.3)")
        first.execute("commit")
        second.execute("insert into parts values (4)")
    workload = start.capture(tmp_path, "parts")
    with superuser(pg18) as connection:
        connection.execute("truncate parts")
    run, fit = replay(workload, pg18, tmp_path / "r.run", speed=1, plan={"from_us": 200_000, "until_us": 500_000})
    with superuser(pg18) as connection:
        assert connection.execute("select n, zone from parts").fetchall() == [(3, "Asia/Tokyo")]
    assert (fit.statements["unsent"], fit.statements["failed"]) == (0, 0)
    assert fit.duration_s < 0.9
    assert "a part of the window was replayed" in run.manifest.labels


def test_a_late_session_has_a_minimum_think_time(pg18: Cluster, tmp_path: Path) -> None:
    """--think-floor: a late session shortens its think time to the minimum, which does not count as lateness of the harness."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="thinker") as connection, connect(pg18, "postgres") as sleeper:
        for _ in range(5):
            connection.execute("select 1")
            sleeper.execute("select pg_sleep(0.05)")
    workload = start.capture(tmp_path, "thinker")
    # Ten times as fast, every statement is late: each select follows the one before after the minimum think time.
    run, _ = replay(workload, pg18, tmp_path / "r.run", speed=10, plan={"think_floor_us": 30_000})
    statements = (
        run.outcomes()
        .collect()
        .join(workload.sessions().filter(application_name="thinker"), on="session")
        .filter(pl.col("rows") >= 0)
        .sort("seq")
    )
    thought = (statements["ready_us"] - statements["done_us"].shift(1)).drop_nulls()
    assert thought.len() == 4
    assert all(step >= 30_000 for step in thought)
    assert all(waited >= 0 for waited in statements["sent_us"] - statements["ready_us"])


def test_a_read_only_replay_skips_volatile_functions(pg18: Cluster, tmp_path: Path) -> None:
    """By the target's own catalog; statements that the server refuses count as skipped, with the rest of their transaction."""
    with superuser(pg18) as connection:
        connection.execute("create or replace function unsafe() returns int language sql volatile as 'select 1'")
        connection.execute("create or replace function calm() returns int language sql stable as 'select 1'")
        connection.execute("create sequence if not exists numbers")
        connection.execute("create table if not exists numbered (n int)")
        connection.execute("select lo_create(424242)")
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="caller") as connection:
        connection.execute("select unsafe()")
        connection.execute("select calm()")
        connection.execute("begin")
        connection.execute("select lo_open(424242, 131072)")
        connection.execute("select 1")
        connection.execute("commit")
        connection.execute("select nextval('numbers')")
        connection.execute("prepare p as update numbered set n = n where false")
        connection.execute("execute p")
    workload = start.capture(tmp_path, "caller")
    run, fit = replay(workload, pg18, tmp_path / "r.run", writes=False)
    assert (fit.statements["failed"], fit.errors["new"]) == (0, 0)
    reasons = run.outcomes().collect()["reason"].drop_nulls().sort().to_list()
    assert reasons == [
        "it calls a volatile function, and the replay is read-only",
        "it writes, and the replay is read-only",
        "it writes, and the replay is read-only",
        "it writes, and the replay is read-only",
        "transaction aborted by a refused write",
        "write refused: the server is read-only",
    ]


def test_a_dry_run_forecasts_the_replay(shop: tuple[Cluster, Workload]) -> None:
    """Statements sent and skipped, duration, connections, a worker's rate; the target is unchanged."""
    cluster, workload = shop
    dsn = f"postgresql://postgres@127.0.0.1:{cluster.port}/postgres"
    forecast = pgrehearse("replay", workload.path, "--target", dsn, "--dry-run", "--amplify", "2")
    assert forecast["skipped"] == {"it writes, and the replay is read-only": 10}
    assert (forecast["sessions"], forecast["statements"]) == (20, 100)
    assert forecast["connections"] == 2 * peak(workload.sessions())
    assert forecast["calibration"]["per_s"] > 0
    assert forecast["workers"] >= 1
    assert forecast["max_connections"] >= 20
    assert abs(forecast["duration_s"] - workload.manifest.duration_us / 1e6) < 0.5
    assert written(cluster) == {}


def test_too_few_file_descriptors_are_an_error_before_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the remedy."""
    monkeypatch.setattr("resource.getrlimit", lambda _: (256, 512))
    with pytest.raises(HarnessFailure, match=r"2000 concurrent connections need 2256 open files") as caught:
        allow_descriptors(2000)
    assert "--workers" in caught.value.remedy
