"""Parts of a workload, and more than the whole of it: selections, windows, copies, shares. The server is the witness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.base.errors import OurFailure
from pgrehearse.replay.plan.filters import parse_selection
from pgrehearse.replay.plan.plan import Casting
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


def played(shop: tuple[Cluster, Workload], output: Path, **casting: Any) -> Run:
    cluster, workload = shop
    run, fit = replay(workload, cluster, output, plan={"cast": Casting(**casting)})
    assert (fit.statements["failed"], fit.statements["unsent"]) == (0, 0)
    return run


def test_only_one_application_plays(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """The other's sessions do not even connect."""
    run = played(shop, tmp_path / "r.run", only=parse_selection("--only", ["application=importer"]))
    assert written(shop[0]) == {"importer": 5}
    assert run.connections().height == 5
    assert any(note.startswith("a selection: only application=importer") for note in run.manifest.labels)


@pytest.mark.parametrize(
    ("term", "sent"), [("table=orders", 20), ("schema=stock", 10), ("endpoint=orders", 10), ("query=", 10)]
)
def test_statements_are_chosen_by_what_they_speak_of(
    shop: tuple[Cluster, Workload], tmp_path: Path, term: str, sent: int
) -> None:
    """Transactions and settings stay; what is not chosen is counted with its reason."""
    shapes = shop[1].shapes()
    if term == "query=":
        (key,) = shapes.filter(pl.col("template").cast(pl.String).str.contains("stock"))["query_key"]
        term += key
    run = played(shop, tmp_path / "r.run", only=parse_selection("--only", [term]))
    events = (
        run.outcomes()
        .collect()
        .join(shop[1].events().collect().select("session", "seq", "shape"), on=["session", "seq"])
    )
    kinds = events.join(shapes.select("shape", "kind"), on="shape")
    assert kinds.filter(status="ok").filter(pl.col("kind").is_in(["select", "insert"])).height == sent
    assert kinds.filter(status="ok").filter(pl.col("kind").is_in(["set", "begin", "commit"])).height == 30
    assert run.outcomes().collect()["reason"].drop_nulls().unique().to_list() == ["not selected (--only, --except)"]


def test_except_leaves_out(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """The rest plays."""
    played(shop, tmp_path / "r.run", without=parse_selection("--except", ["application=web"]))
    assert written(shop[0]) == {"importer": 5}


@pytest.mark.parametrize(("writes", "orders"), [(False, 5), (True, 15)])
def test_sessions_are_amplified(shop: tuple[Cluster, Workload], tmp_path: Path, writes: bool, orders: int) -> None:
    """Three times the reads, and the writes of the first copy alone, unless all may write; every report says which."""
    cluster, workload = shop
    plan = {"cast": Casting(amplify=3, amplify_writes=writes, where=parse_selection("--where", ["application=web"]))}
    run, fit = replay(workload, cluster, tmp_path / "r.run", speed=1, plan=plan)
    assert fit.statements["failed"] == 0
    assert written(cluster) == {"web": orders, "importer": 5}
    assert run.connections().height == 20
    outcomes = run.outcomes().collect()
    assert outcomes.height == outcomes.select("session", "copy", "seq").n_unique()
    assert outcomes.filter(pl.col("copy") > 0)["due_us"].min() > outcomes["due_us"].min()  # type: ignore[operator]
    (note,) = (note for note in run.manifest.labels if note.startswith("amplified"))
    assert ("reads and writes" if writes else "reads only") in note


def test_a_share_of_the_sessions_plays(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """The same ones for the same seed."""
    first, second, other = (
        played(shop, tmp_path / f"{n}.run", thin=0.4, seed=seed).connections()["session"].sort().to_list()
        for n, seed in enumerate((7, 7, 8))
    )
    assert first == second != other
    assert 1 <= len(first) <= 8


def test_a_query_is_thinned_out(shop: tuple[Cluster, Workload], tmp_path: Path) -> None:
    """As a cache in front of it would: its other executions are skipped, everything else runs."""
    run = played(shop, tmp_path / "r.run", thin=0.2, where=parse_selection("--where", ["table=items"]))
    skipped = run.outcomes().collect().filter(status="skipped")
    assert skipped["reason"].unique().to_list() == ["removed by --thin"]
    assert 4 <= skipped.height <= 10
    assert written(shop[0]) == {"importer": 5, "web": 5}


def test_a_part_of_the_window_plays_with_its_transactions_whole(pg18: Cluster, tmp_path: Path) -> None:
    """What a session had SET before holds; a transaction that began before does not play; one that began inside ends."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists parts")
        connection.execute("create table parts (n int, zone text default current_setting('timezone'))")
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="one") as one, connect(pg18, "postgres", application="two") as two:
        one.execute("set timezone = 'Asia/Tokyo'")
        two.execute("begin")
        two.execute("insert into parts values (1)")
        one.execute("select pg_sleep(0.3)")
        two.execute("insert into parts values (2)")
        two.execute("commit")
        one.execute("begin")
        one.execute("insert into parts values (3)")
        one.execute("select pg_sleep(0.3)")
        one.execute("commit")
        two.execute("insert into parts values (4)")
    workload = start.capture(tmp_path, "parts")
    with superuser(pg18) as connection:
        connection.execute("truncate parts")
    run, fit = replay(workload, pg18, tmp_path / "r.run", speed=1, plan={"from_us": 200_000, "until_us": 500_000})
    with superuser(pg18) as connection:
        assert connection.execute("select n, zone from parts").fetchall() == [(3, "Asia/Tokyo")]
    assert (fit.statements["unsent"], fit.statements["failed"]) == (0, 0)
    assert fit.duration_s < 0.9
    assert "a part of the window was replayed" in run.manifest.labels


def test_a_session_that_is_late_thinks_at_least_so_long(pg18: Cluster, tmp_path: Path) -> None:
    """--think-floor: catching up shortens think time, and not to nothing; what it keeps is no lateness of the harness."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="thinker") as connection, connect(pg18, "postgres") as sleeper:
        for _ in range(5):
            connection.execute("select 1")
            sleeper.execute("select pg_sleep(0.05)")
    workload = start.capture(tmp_path, "thinker")
    # Ten times as fast, everything is late: each select follows the one before by its floor.
    run, fit = replay(workload, pg18, tmp_path / "r.run", speed=10, plan={"think_floor_us": 30_000})
    sent = (
        run.outcomes()
        .collect()
        .join(workload.sessions().filter(application_name="thinker"), on="session")
        .filter(pl.col("rows") >= 0)
        .sort("seq")["sent_us"]
        .diff()
        .drop_nulls()
    )
    assert all(step >= 30_000 for step in sent)
    assert fit.blame_us["harness"] < 20_000


def test_a_read_only_replay_leaves_volatile_functions_alone(pg18: Cluster, tmp_path: Path) -> None:
    """By the target's own catalog; what the server still refuses counts as skipped, with the rest of its transaction."""
    with superuser(pg18) as connection:
        connection.execute("create or replace function told() returns int language sql volatile as 'select 1'")
        connection.execute("create or replace function calm() returns int language sql stable as 'select 1'")
        connection.execute("create sequence if not exists numbers")
        connection.execute("create table if not exists numbered (n int)")
        connection.execute("select lo_create(424242)")
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="caller") as connection:
        connection.execute("select told()")
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


def test_a_dry_run_says_what_would_be_done(shop: tuple[Cluster, Workload]) -> None:
    """What is sent and skipped, how long, connections, what a worker sends here; the target is as it was."""
    cluster, workload = shop
    dsn = f"postgresql://postgres@127.0.0.1:{cluster.port}/postgres"
    found = pgrehearse("replay", workload.path, "--target", dsn, "--dry-run", "--amplify", "2")
    assert found["skipped"] == {"it writes, and the replay is read-only": 10}
    assert (found["sessions"], found["statements"]) == (20, 100)
    assert found["connections"] == 2 * peak(workload.sessions())
    assert found["calibration"]["per_s"] > 500
    assert found["workers"] >= 1
    assert found["max_connections"] >= 20
    assert abs(found["duration_s"] - workload.manifest.duration_us / 1e6) < 0.5
    assert written(cluster) == {}


def test_too_few_descriptors_are_said_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is sent, with what would help."""
    monkeypatch.setattr("resource.getrlimit", lambda _: (256, 512))
    with pytest.raises(OurFailure, match=r"2000 sessions at once need 2256 open files") as caught:
        allow_descriptors(2000)
    assert "--workers" in caught.value.remedy
