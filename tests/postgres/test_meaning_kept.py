"""Traffic of which a part cannot be sent, or rests on what the log does not show: what the target comes to beside production.

Each sample is made on a real source, captured, and replayed to a real target (tests/samples/faults/replay).
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import polars as pl
import psycopg
import pytest
from psycopg import sql

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.runs.reasons import INSTEAD
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.pooler import PoolerBehavior, probe_pooler
from pgrehearse.targets.server_facts import connect as asked
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES, LogMark, connect, superuser
from tests.doors import PGBOUNCER, pgbouncer
from tests.e2e.command import pgrehearse
from tests.postgres.conftest import dropped, made
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster

FAULTS = SAMPLES / "faults" / "replay"


@dataclass
class Pair:
    """Production and a target with the same databases. *folder*: for workloads and runs."""

    source: Cluster
    target: Cluster
    folder: Path
    name: str = ""

    def prepared(self, name: str, setup: str, source_setup: str = "") -> None:
        """Make a database of that name on both, with the same contents."""
        self.name = name
        for cluster in (self.source, self.target):
            with superuser(cluster) as connection:
                connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
            with superuser(cluster, name) as connection:
                connection.execute(setup)
        if source_setup:
            with superuser(self.source, name) as connection:
                connection.execute(source_setup)

    def dsn(self, cluster: Cluster | None = None) -> str:
        return f"postgresql://postgres@127.0.0.1:{(cluster or self.source).port}/{self.name}"

    @contextmanager
    def traffic(self) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
        """Connect to production as an application; ``kept`` captures what it does."""
        self._mark = LogMark.now(self.source)
        with connect(self.source, self.name) as connection:
            yield connection

    def kept(self, **options: Any) -> Workload:
        """Capture the traffic."""
        return self._kept(self._mark, None, options)

    def captured(self, *words: str, **options: Any) -> Workload:
        """Run traffic on production, a sample by its name or else SQL, and capture its log."""
        mark = LogMark.now(self.source)
        return self._kept(mark, self._traffic(*words), options)

    def _kept(self, mark: LogMark, since: int | None, options: dict[str, Any]) -> Workload:
        log = self.folder / f"{self.name}.csv"
        log.write_bytes(mark.settled())
        output = self.folder / f"{self.name}.workload"
        capture_logs(
            CaptureOptions(
                (log,),
                output,
                force=True,
                selection=Selection(databases=frozenset({self.name})),
                since_us=since,
                **options,
            ),
            tool_version="test",
        )
        return Workload.open(output)

    def _traffic(self, *words: str) -> int | None:
        sample = FAULTS / words[0]
        if words[0].endswith(".py"):
            done = subprocess.run([sys.executable, str(sample), self.dsn()], check=True, capture_output=True, text=True)
            told = done.stdout.partition("since ")[2].strip()
            return int(datetime.fromisoformat(told).timestamp() * 1_000_000) if told else None
        subprocess.run(
            [self.source.program("psql"), "-X", "-q", "-f", str(sample), self.dsn()], check=False, capture_output=True
        )
        return None

    def behind(self, port: int) -> Endpoint:
        """Return the target as it is reached through a door, adopted and fresh."""

        async def mark() -> None:
            connection = await asked(self.target.endpoint(self.name))
            await write_mark(connection)
            await connection.close()

        event_loop.run(mark())
        registry.mark_fresh(self.target)
        return Endpoint.parse(f"postgresql://postgres@127.0.0.1:{port}/{self.name}")

    def rows(self, query: str, cluster: Cluster | None = None) -> list[Any]:
        """Return the first column of a query's rows on the target."""
        with superuser(cluster or self.target, self.name) as connection:
            return [row[0] for row in connection.execute(query)]

    def both(self, query: str) -> list[Any]:
        """Return the rows of the target, which have to be production's."""
        found = self.rows(query)
        assert found == self.rows(query, self.source)
        return found

    def replayed(self, workload: Workload, **how: Any) -> tuple[Run, Fitness]:
        """Replay at full speed."""
        return replay(workload, self.target, self.folder / f"{self.name}.run", database=self.name, **how)

    def replayed_sample(
        self, name: str, setup: str, sample: str, *, source_setup: str = "", **how: Any
    ) -> tuple[Run, Fitness]:
        """Prepare a database, run a sample on production, and replay it."""
        self.prepared(name, setup, source_setup)
        return self.replayed(self.captured(sample), **how)


def told(run: Run) -> list[tuple[str, str]]:
    """Return what became of each event that runs SQL: status, and reason or SQLSTATE."""
    found = run.outcomes().sort("session", "seq").with_columns(pl.col("status").cast(pl.String)).collect()
    return [(row["status"], row["reason"] or row["sqlstate"] or "") for row in found.iter_rows(named=True)]


def reasons(run: Run) -> list[str]:
    """Return the reasons of what was skipped."""
    return [reason for status, reason in told(run) if status == "skipped"]


def errors(fit: Fitness) -> dict[str, int]:
    """Return the errors that are not production's."""
    return {kind: count for kind, count in asdict(fit)["errors"].items() if count and kind != "same"}


@pytest.fixture(scope="module")
def servers(home: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """A source (16) and a target (18)."""
    found = [made(home, version, f"meaning-{version}", max_prepared_transactions="10") for version in (16, 18)]
    yield found[0], found[1]
    for one in found:
        dropped(one)


@pytest.fixture
def pair(servers: tuple[Cluster, Cluster], tmp_path: Path) -> Pair:
    return Pair(*servers, tmp_path)


def test_a_failed_copy_ends_its_transaction_here_too(pair: Pair) -> None:
    """What is sent in its place fails; nothing that production rolled back stays."""
    run, fit = pair.replayed_sample(
        "failed_copy", "create table t(id int primary key)", "04-failed-copy-in-transaction.sql"
    )
    assert pair.both("select id from t order by id") == [10, 11]
    assert errors(fit) == {}
    assert [one for one in reasons(run) if one.startswith("COPY data is not in the log")] == [
        f"COPY data is not in the log; {INSTEAD}"
    ]
    assert fit.errors["same"] == 1


def test_a_chained_transaction_is_one_of_its_own(pair: Pair) -> None:
    """AND CHAIN ends one and opens the next; all of them go to one connection."""
    pair.prepared("chained", "create table t(id int primary key)")
    workload = pair.captured("05-and-chain.py", pooled=Selection(users=frozenset({"postgres"})))
    events = workload.events().filter(pl.col("transaction").is_not_null()).collect()
    ranked = events.group_by("transaction").agg(pl.col("commit_rank").is_not_null().any()).sort("transaction")
    assert ranked["commit_rank"].to_list() == [True, True, False, True]
    run, fit = pair.replayed(workload, plan={"pooled": 2})
    assert pair.both("select id from t order by id") == [1, 2, 4]
    assert errors(fit) == {}
    assert run.outcomes().filter(pl.col("sent_us").is_not_null()).collect()["connection"].n_unique() == 1


def test_nothing_is_deallocated_that_was_not_prepared(pair: Pair) -> None:
    """A log of texts alone shows no parse: DEALLOCATE of what it does not show is skipped."""
    name = "deallocated"
    logged = (
        f"alter database {name} set log_statement = 'all'; alter database {name} set log_min_duration_statement = -1"
    )
    run, fit = pair.replayed_sample(
        name, "select 1", "11-deallocate-of-what-was-never-executed.py", source_setup=logged, writes=False
    )
    assert errors(fit) == {}
    assert reasons(run) == ["there is nothing to deallocate: the log does not show its statement prepared"]
    assert fit.statements["ok"] == 2


def test_what_a_skipped_statement_would_have_made_is_not_asked_for(pair: Pair) -> None:
    """A temporary table in a read-only replay."""
    run, fit = pair.replayed_sample("cart", "select 1", "12-temporary-table-read-only.sql", writes=False)
    assert reasons(run) == [
        "it writes, and the replay is read-only",
        "depends on a skipped statement",
        "depends on a skipped statement",
    ]
    assert (fit.statements["ok"], errors(fit)) == (1, {})
    held = pgrehearse("compare", pair.folder / "cart.workload", run.path, code={0, 5})
    assert held["candidates"][0]["errors"]["new"] == 0


def test_state_from_before_the_window_is_told_apart(pair: Pair) -> None:
    """Statements, a cursor and a temporary table that the session had made before are no errors of the target's."""
    run, fit = pair.replayed_sample("earlier", "create table t(i int)", "15-state-from-before-the-window.py")
    assert told(run)[-6:-1] == [
        ("ok", ""),
        ("skipped", "needs state from before the window: a prepared statement"),
        ("skipped", "needs state from before the window: a prepared statement"),
        ("skipped", "needs state from before the window: a cursor"),
        ("skipped", "needs state from before the window: a temporary table"),
    ]
    assert errors(fit) == {}
    assert any("(a cursor: 1, a prepared statement: 2, a temporary table: 1)" in note for note in run.manifest.notes)
    assert any('relation "scratch" does not exist' in note for note in run.manifest.notes)
    held = pgrehearse("compare", pair.folder / "earlier.workload", run.path, code={0, 5})
    assert held["candidates"][0]["errors"]["new"] == 0


def test_what_a_session_prepared_is_learned_from_an_earlier_log(pair: Pair) -> None:
    """A log from before the window, replayed from the window's begin: its PREPAREs are sent at the start."""
    pair.prepared("learned", "create table t(i int)")
    with pair.traffic() as app:
        app.execute("prepare p(int) as insert into t values ($1)")
        app.execute("create temp table scratch as select 1 x")
        app.execute("select pg_sleep(0.3)")
        app.execute("execute p(2)")
        app.execute("select * from scratch")
    workload = pair.kept()
    from_us = workload.events().filter(pl.col("sql") == b"execute p(2)").select("at_us").collect().item() - 50_000
    run, fit = pair.replayed(workload, plan={"from_us": from_us})
    assert pair.both("select i from t") == [2]
    assert reasons(run) == ["needs state from before the window: a temporary table"]
    assert errors(fit) == {}


def test_what_a_session_prepared_is_learned_from_before_the_window(pair: Pair) -> None:
    """`--warm-in` reads the log before `--since` for state only: its statements are not replayed, its PREPARE holds."""
    pair.prepared("warm", "create table t(i int)")
    workload = pair.captured("15-state-from-before-the-window.py", warm_in_us=10_000_000)
    assert workload.manifest.warm_in_us > 50_000
    run, fit = pair.replayed(workload)
    assert pair.both("select i from t") == [2]
    # A Parse that nothing executed is no PREPARE: its DEALLOCATE has nothing to take away.
    assert reasons(run) == [
        f"needs state from before the window: {what}"
        for what in ("a prepared statement", "a cursor", "a temporary table")
    ]
    assert errors(fit) == {}
    assert not run.manifest.labels
    held = pgrehearse("compare", workload.path, run.path, code={0, 5})
    assert held["candidates"][0]["errors"]["new"] == 0


@pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not on this machine")
def test_named_statements_behind_a_pooler(pair: Pair) -> None:
    """Where its server connections hold other sessions' names, statements go without."""
    pair.prepared("behind", "create table t(id serial primary key, k text unique)")
    workload = pair.captured("14-named-statements.py")
    with pgbouncer(pair.target, "transaction", "default_pool_size = 2") as port:
        plan = ReplayPlan(pair.behind(port), writes=True)
        run, fit = rehearse(Rehearsal(workload.path, pair.folder / "p.run", plan, force=True, metrics=False))
    assert len(pair.both("select k from t order by k")) == 24
    assert errors(fit) == {}
    assert fit.statements["skipped"] == 0
    assert any("prepared statements are sent without their names" in note for note in run.manifest.notes)


@pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not on this machine")
def test_names_that_sql_gives_are_refused_behind_such_a_pooler(pair: Pair) -> None:
    """They can neither be made unique nor left out."""
    pair.prepared("sql_names", "create table t(i int)")
    with pair.traffic() as app:
        app.execute("prepare p(int) as insert into t values ($1)")
        app.execute("execute p(1)")
    workload = pair.kept()
    with pgbouncer(pair.target, "transaction") as port:
        plan = ReplayPlan(pair.behind(port), writes=True)
        with pytest.raises(TargetProblem, match="PREPARE and EXECUTE") as refused:
            rehearse(Rehearsal(workload.path, pair.folder / "p.run", plan, metrics=False))
    assert "session" in refused.value.remedy
    assert pair.rows("select i from t") == []


def test_a_transaction_that_is_left_prepared_is_told_and_rolled_back(pair: Pair) -> None:
    """Or kept, by name; then the next replay refuses before it starts."""
    pair.prepared("two_phases", "create table t(id int primary key, v int); insert into t values (1, 0)")
    workload = pair.captured("13-prepared-transaction-left.sql")
    standing = "select gid from pg_prepared_xacts where database = 'two_phases'"
    run, fit = pair.replayed(workload, keep_prepared=True)
    assert errors(fit) == {}
    assert [(one.gid, one.rolled_back, one.command) for one in run.manifest.prepared] == [
        ("order-7", False, "rollback prepared 'order-7'")
    ]
    assert any("'order-7'" in note and "rollback prepared 'order-7'" in note for note in run.manifest.notes)
    assert pair.both(standing) == ["order-7"]
    with pytest.raises(TargetProblem, match="'order-7'") as refused:
        pair.replayed(workload, dirty=True, fresh=False)
    assert "rollback prepared 'order-7'" in refused.value.remedy
    with superuser(pair.target, pair.name) as connection:
        connection.execute("rollback prepared 'order-7'")
        connection.execute("begin")
        connection.execute("prepare transaction 'of-somebody-else'")
    run, _ = pair.replayed(workload, allowed=frozenset({"prepared-transaction"}))
    assert [(one.gid, one.rolled_back) for one in run.manifest.prepared] == [("order-7", True)]
    assert any("'order-7'" in note and "rolled back" in note for note in run.manifest.notes)
    assert pair.rows(standing) == ["of-somebody-else"]
    with superuser(pair.target, pair.name) as connection:
        connection.execute("rollback prepared 'of-somebody-else'")
    run, _ = pair.replayed(workload, writes=False)
    assert run.manifest.prepared == []
    assert pair.rows(standing) == []


def test_savepoints_recover_from_what_cannot_be_sent(pair: Pair) -> None:
    """A COPY that failed behind a savepoint, before COMMIT, and in a pipeline; each comes to production's end."""
    pair.prepared("savepoints", "create table t(id int primary key)")
    with pair.traffic() as app:
        for text in (
            "begin",
            "insert into t values (1)",
            "savepoint a",
            "insert into t values (2)",
            COPY,
            "rollback to a",
            "insert into t values (3)",
            "commit",
        ):
            sent(app, text)
        for text in (
            "begin",
            "insert into t values (4)",
            COPY,
            "commit",
            "begin",
            "insert into t values (5)",
            "commit",
        ):
            sent(app, text)
        sent(app, "begin; insert into t values (6)")
        sent(app, COPY)
        sent(app, "insert into t values (7)")
        sent(app, "rollback and chain")
        sent(app, "insert into t values (8)")
        sent(app, "end")
    run, fit = pair.replayed(pair.kept())
    assert pair.both("select id from t order by id") == [1, 3, 5, 8]
    assert errors(fit) == {}
    assert sum(one.endswith(INSTEAD) for one in reasons(run)) == 3


def test_a_bind_that_failed_without_its_parameters_ends_a_pipeline(pair: Pair) -> None:
    """Its values are not in the log; what the pipeline had done before is undone here too."""
    pair.prepared("pipelines", "create table t(id int primary key)")
    with pair.traffic() as app, suppress(psycopg.Error), app.pipeline():
        app.execute("insert into t values (%s)", (1,))
        app.execute("insert into t values (%s::text::int)", ("no number",))
        app.execute("insert into t values (%s)", (2,))
    run, fit = pair.replayed(pair.kept())
    assert pair.both("select id from t order by id") == []
    assert errors(fit) == {}
    assert "unsent" not in {status for status, _ in told(run)}


def test_a_read_only_replay_keeps_transactions_as_they_were(pair: Pair) -> None:
    """What failed and is skipped fails; a skipped text's COMMIT and a PREPARE TRANSACTION end theirs; no skipped one goes with a pipeline."""
    pair.prepared("reading", "create table t(id int primary key); insert into t values (1)")
    with pair.traffic() as app:
        for text in ("begin", "select 1", "insert into t values (1)", "select 2", "rollback"):
            sent(app, text)
        for text in (
            "begin isolation level repeatable read",
            "select 3",
            "insert into t values (2); commit",
            "select 4",
        ):
            sent(app, text)
        for text in (
            "begin isolation level serializable read write",
            "show transaction_isolation",
            "insert into t values (3)",
            "prepare transaction 'reading'",
        ):
            sent(app, text)
        sent(app, "select 5")
        with app.pipeline():
            app.execute("select %s::int", (6,))
            app.execute("insert into t values (%s)", (7,))
            app.execute("select %s::int", (8,))
    with superuser(pair.source, pair.name) as connection:
        connection.execute("rollback prepared 'reading'")
    run, fit = pair.replayed(pair.kept(), writes=False)
    assert errors(fit) == {}
    assert fit.errors["same"] == 1  # select 2, which was refused in the failed transaction
    assert pair.rows("select id from t order by id") == [1]
    found = reasons(run)
    assert found.count(f"it writes, and the replay is read-only; {INSTEAD}") == 3
    assert found.count("it writes, and the replay is read-only") == 2
    assert "write refused: the server is read-only" not in found


def test_a_client_that_went_away_leaves_no_transaction_to_the_next(pair: Pair) -> None:
    """Sessions that share a connection: what one left open ends with its connection."""
    pair.prepared("left_open", "create table t(id int primary key)")
    with pair.traffic():
        for number in range(3):
            app = connect(pair.source, pair.name)
            app.execute("begin")
            app.execute(f"insert into t values ({number})")
            app.execute(f"insert into t values ({10 + number})")
            if number == 1:
                app.execute("commit")
            app.close()
    workload = pair.kept(pooled=Selection(users=frozenset({"postgres"})))
    _, fit = pair.replayed(workload, plan={"pooled": 1})
    assert pair.both("select id from t order by id") == [1, 11]
    assert errors(fit) == {}


def test_what_a_door_does_with_sessions(pair: Pair) -> None:
    """The server itself, and poolers in session and in transaction mode."""
    pair.prepared("doors", "select 1")
    assert event_loop.run(probe_pooler(pair.target.endpoint(pair.name))) == PoolerBehavior()
    if PGBOUNCER is None:
        return
    for mode, expected in (("session", PoolerBehavior()), ("transaction", PoolerBehavior(shares=True, forgets=True))):
        with pgbouncer(pair.target, mode) as port:
            place = Endpoint(port=port, database=pair.name, user="postgres")
            assert event_loop.run(probe_pooler(place)) == expected, mode
    with pgbouncer(pair.target, "statement") as port, pytest.raises(TargetProblem, match="no transactions"):
        event_loop.run(probe_pooler(Endpoint(port=port, database=pair.name, user="postgres")))


COPY = "copy t from stdin"


def sent(app: psycopg.Connection[Any], text: str) -> None:
    """Send a text as a simple query, whatever comes of it; a COPY is given a row that it refuses."""
    app.pgconn.send_query(text.encode())
    while (result := app.pgconn.get_result()) is not None:
        if result.status == psycopg.pq.ExecStatus.COPY_IN:
            app.pgconn.put_copy_data(b"x\n")
            app.pgconn.put_copy_end()
