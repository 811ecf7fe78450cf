"""Traffic of which a part cannot be sent, or depends on state that is not in the log: the target's end state is production's.

Each sample is run on a real source, captured, and replayed to a real target (tests/samples/faults/replay).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.options import Selection
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.runs.reasons import SUBSTITUTED
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.pooler import PoolerBehavior, probe_pooler
from tests.conftest import connect, superuser
from tests.e2e.command import pgrehearse
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.pair import COPY, Pair, errors, outcomes, reasons, send
from tests.proxies import PGBOUNCER, pgbouncer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture(scope="module")
def servers(home: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """A source (16) and a target (18)."""
    source, target = (
        start_cluster(home, version, f"meaning-{version}", max_prepared_transactions="10") for version in (16, 18)
    )
    yield source, target
    for cluster in (source, target):
        stop_cluster(cluster)


@pytest.fixture
def pair(servers: tuple[Cluster, Cluster], tmp_path: Path) -> Pair:
    return Pair(*servers, tmp_path)


def test_a_failed_copy_aborts_its_transaction(pair: Pair) -> None:
    """The statement that is sent in its place fails; rows that production rolled back are not stored."""
    run, fit = pair.replay_sample(
        "failed_copy", "create table t(id int primary key)", "04-failed-copy-in-transaction.sql"
    )
    assert pair.same_rows("select id from t order by id") == [10, 11]
    assert errors(fit) == {}
    assert [reason for reason in reasons(run) if reason.startswith("COPY data is not in the log")] == [
        f"COPY data is not in the log; {SUBSTITUTED}"
    ]
    assert fit.errors["same"] == 1


def test_a_chained_transaction_is_a_separate_transaction(pair: Pair) -> None:
    """AND CHAIN ends a transaction and begins the next; all of them are sent on one connection."""
    pair.create_database("chained", "create table t(id int primary key)")
    workload = pair.run_and_capture("05-and-chain.py", pooled=Selection(users=frozenset({"postgres"})))
    events = workload.events().filter(pl.col("transaction").is_not_null()).collect()
    ranked = events.group_by("transaction").agg(pl.col("commit_rank").is_not_null().any()).sort("transaction")
    assert ranked["commit_rank"].to_list() == [True, True, False, True]
    run, fit = pair.replay(workload, plan={"pooled": 2})
    assert pair.same_rows("select id from t order by id") == [1, 2, 4]
    assert errors(fit) == {}
    assert run.outcomes().filter(pl.col("sent_us").is_not_null()).collect()["connection"].n_unique() == 1


def test_a_deallocate_of_a_statement_that_was_not_prepared_is_skipped(pair: Pair) -> None:
    """A log that has only texts has no parse."""
    name = "deallocated"
    logged = (
        f"alter database {name} set log_statement = 'all'; alter database {name} set log_min_duration_statement = -1"
    )
    run, fit = pair.replay_sample(
        name, "select 1", "11-deallocate-of-what-was-never-executed.py", source_setup=logged, writes=False
    )
    assert errors(fit) == {}
    assert reasons(run) == ["nothing to deallocate: its PREPARE is not in the log"]
    assert fit.statements["ok"] == 2


def test_a_statement_that_needs_a_skipped_one_is_skipped(pair: Pair) -> None:
    """A temporary table in a read-only replay."""
    run, fit = pair.replay_sample("cart", "select 1", "12-temporary-table-read-only.sql", writes=False)
    assert reasons(run) == [
        "it writes, and the replay is read-only",
        "depends on a skipped statement",
        "depends on a skipped statement",
    ]
    assert (fit.statements["ok"], errors(fit)) == (1, {})
    comparison = pgrehearse("compare", pair.folder / "cart.workload", run.path, code={0, 5})
    assert comparison["candidates"][0]["errors"]["new"] == 0


def test_missing_state_from_before_the_window_is_no_error(pair: Pair) -> None:
    """Statements, a cursor and a temporary table that the session had created before are not on the target."""
    run, fit = pair.replay_sample("earlier", "create table t(i int)", "15-state-from-before-the-window.py")
    assert outcomes(run)[-6:-1] == [
        ("ok", ""),
        ("skipped", "needs state from before the window: a prepared statement"),
        ("skipped", "needs state from before the window: a prepared statement"),
        ("skipped", "needs state from before the window: a cursor"),
        ("skipped", "needs state from before the window: a temporary table"),
    ]
    assert errors(fit) == {}
    assert any("(a cursor: 1, a prepared statement: 2, a temporary table: 1)" in note for note in run.manifest.notes)
    assert any('relation "scratch" does not exist' in note for note in run.manifest.notes)
    comparison = pgrehearse("compare", pair.folder / "earlier.workload", run.path, code={0, 5})
    assert comparison["candidates"][0]["errors"]["new"] == 0


def test_a_statement_that_was_prepared_before_from_is_prepared(pair: Pair) -> None:
    """The log begins before --from: its PREPAREs are sent at the start."""
    pair.create_database("learned", "create table t(i int)")
    with pair.traffic() as app:
        app.execute("prepare p(int) as insert into t values ($1)")
        app.execute("create temp table scratch as select 1 x")
        app.execute("select pg_sleep(0.3)")
        app.execute("execute p(2)")
        app.execute("select * from scratch")
    workload = pair.capture()
    from_us = workload.events().filter(pl.col("sql") == b"execute p(2)").select("at_us").collect().item() - 50_000
    run, fit = pair.replay(workload, plan={"from_us": from_us})
    assert pair.same_rows("select i from t") == [2]
    assert reasons(run) == ["needs state from before the window: a temporary table"]
    assert errors(fit) == {}


def test_warm_in_prepares_statements_from_before_the_window(pair: Pair) -> None:
    """`--warm-in` reads the log before `--since` for state only: its PREPARE is sent, its other statements are not."""
    pair.create_database("warm", "create table t(i int)")
    workload = pair.run_and_capture("15-state-from-before-the-window.py", warm_in_us=10_000_000)
    assert workload.manifest.warm_in_us > 50_000
    run, fit = pair.replay(workload)
    assert pair.same_rows("select i from t") == [2]
    # A Parse without an execution is not a PREPARE, so that its DEALLOCATE is skipped.
    assert reasons(run) == [
        f"needs state from before the window: {what}"
        for what in ("a prepared statement", "a cursor", "a temporary table")
    ]
    assert errors(fit) == {}
    assert not run.manifest.labels
    comparison = pgrehearse("compare", workload.path, run.path, code={0, 5})
    assert comparison["candidates"][0]["errors"]["new"] == 0


@pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not on this machine")
def test_prepared_statements_are_sent_without_names_through_a_pooler(pair: Pair) -> None:
    """In transaction mode its server connections have the prepared statements of other sessions."""
    pair.create_database("behind", "create table t(id serial primary key, k text unique)")
    workload = pair.run_and_capture("14-named-statements.py")
    with pgbouncer(pair.target, "transaction", "default_pool_size = 2") as port:
        plan = ReplayPlan(pair.through_pooler(port), writes=True)
        run, fit = rehearse(Rehearsal(workload.path, pair.folder / "p.run", plan, force=True, metrics=False))
    assert len(pair.same_rows("select k from t order by k")) == 24
    assert errors(fit) == {}
    assert fit.statements["skipped"] == 0
    assert any("prepared statements are sent without names" in note for note in run.manifest.notes)


@pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not on this machine")
def test_sql_prepare_is_refused_through_a_pooler_in_transaction_mode(pair: Pair) -> None:
    """Names in SQL can neither be made unique nor omitted."""
    pair.create_database("sql_names", "create table t(i int)")
    with pair.traffic() as app:
        app.execute("prepare p(int) as insert into t values ($1)")
        app.execute("execute p(1)")
    workload = pair.capture()
    with pgbouncer(pair.target, "transaction") as port:
        plan = ReplayPlan(pair.through_pooler(port), writes=True)
        with pytest.raises(TargetProblem, match="PREPARE or EXECUTE") as refused:
            rehearse(Rehearsal(workload.path, pair.folder / "p.run", plan, metrics=False))
    assert "session" in refused.value.remedy
    assert pair.rows("select i from t") == []


def test_a_transaction_that_is_left_prepared_is_reported_and_rolled_back(pair: Pair) -> None:
    """Or kept with an option; then the next replay is refused before it starts."""
    pair.create_database("two_phases", "create table t(id int primary key, v int); insert into t values (1, 0)")
    workload = pair.run_and_capture("13-prepared-transaction-left.sql")
    prepared = "select gid from pg_prepared_xacts where database = 'two_phases'"
    run, fit = pair.replay(workload, keep_prepared=True)
    assert errors(fit) == {}
    assert [
        (transaction.gid, transaction.rolled_back, transaction.command) for transaction in run.manifest.prepared
    ] == [("order-7", False, "rollback prepared 'order-7'")]
    assert any("'order-7'" in note and "rollback prepared 'order-7'" in note for note in run.manifest.notes)
    assert pair.same_rows(prepared) == ["order-7"]
    with pytest.raises(TargetProblem, match="'order-7'") as refused:
        pair.replay(workload, dirty=True, fresh=False)
    assert "rollback prepared 'order-7'" in refused.value.remedy
    with superuser(pair.target, pair.name) as connection:
        connection.execute("rollback prepared 'order-7'")
        connection.execute("begin")
        connection.execute("prepare transaction 'of-somebody-else'")
    run, _ = pair.replay(workload, allowed=frozenset({"prepared-transaction"}))
    assert [(transaction.gid, transaction.rolled_back) for transaction in run.manifest.prepared] == [("order-7", True)]
    assert any("'order-7'" in note and "rolled back" in note for note in run.manifest.notes)
    assert pair.rows(prepared) == ["of-somebody-else"]
    with superuser(pair.target, pair.name) as connection:
        connection.execute("rollback prepared 'of-somebody-else'")
    run, _ = pair.replay(workload, writes=False)
    assert run.manifest.prepared == []
    assert pair.rows(prepared) == []


def test_savepoints_work_around_statements_that_cannot_be_sent(pair: Pair) -> None:
    """A COPY that failed after a savepoint, before COMMIT, and in a pipeline; each transaction ends as in production."""
    pair.create_database("savepoints", "create table t(id int primary key)")
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
            send(app, text)
        for text in (
            "begin",
            "insert into t values (4)",
            COPY,
            "commit",
            "begin",
            "insert into t values (5)",
            "commit",
        ):
            send(app, text)
        send(app, "begin; insert into t values (6)")
        send(app, COPY)
        send(app, "insert into t values (7)")
        send(app, "rollback and chain")
        send(app, "insert into t values (8)")
        send(app, "end")
    run, fit = pair.replay(pair.capture())
    assert pair.same_rows("select id from t order by id") == [1, 3, 5, 8]
    assert errors(fit) == {}
    assert sum(reason.endswith(SUBSTITUTED) for reason in reasons(run)) == 3


def test_a_bind_that_failed_aborts_its_pipeline(pair: Pair) -> None:
    """Its values are not in the log; the statements of the pipeline before it are rolled back."""
    pair.create_database("pipelines", "create table t(id int primary key)")
    with pair.traffic() as app, suppress(psycopg.Error), app.pipeline():
        app.execute("insert into t values (%s)", (1,))
        app.execute("insert into t values (%s::text::int)", ("no number",))
        app.execute("insert into t values (%s)", (2,))
    run, fit = pair.replay(pair.capture())
    assert pair.same_rows("select id from t order by id") == []
    assert errors(fit) == {}
    assert "unsent" not in {status for status, _ in outcomes(run)}


def test_transactions_of_a_read_only_replay_end_as_in_production(pair: Pair) -> None:
    """A skipped statement that failed is replaced by one that fails; a skipped text's COMMIT and a PREPARE TRANSACTION end their transactions; a pipeline has no skipped statement."""
    pair.create_database("reading", "create table t(id int primary key); insert into t values (1)")
    with pair.traffic() as app:
        for text in ("begin", "select 1", "insert into t values (1)", "select 2", "rollback"):
            send(app, text)
        for text in (
            "begin isolation level repeatable read",
            "select 3",
            "insert into t values (2); commit",
            "select 4",
        ):
            send(app, text)
        for text in (
            "begin isolation level serializable read write",
            "show transaction_isolation",
            "insert into t values (3)",
            "prepare transaction 'reading'",
        ):
            send(app, text)
        send(app, "select 5")
        with app.pipeline():
            app.execute("select %s::int", (6,))
            app.execute("insert into t values (%s)", (7,))
            app.execute("select %s::int", (8,))
    with superuser(pair.source, pair.name) as connection:
        connection.execute("rollback prepared 'reading'")
    run, fit = pair.replay(pair.capture(), writes=False)
    assert errors(fit) == {}
    assert fit.errors["same"] == 1  # select 2, which was refused in the failed transaction
    assert pair.rows("select id from t order by id") == [1]
    skipped = reasons(run)
    assert skipped.count(f"it writes, and the replay is read-only; {SUBSTITUTED}") == 3
    assert skipped.count("it writes, and the replay is read-only") == 2
    assert "write refused: the server is read-only" not in skipped


def test_an_open_transaction_of_a_pooled_session_is_rolled_back(pair: Pair) -> None:
    """A transaction that a client left open ends before the next session's transaction on the shared connection."""
    pair.create_database("left_open", "create table t(id int primary key)")
    with pair.traffic():
        for number in range(3):
            app = connect(pair.source, pair.name)
            app.execute("begin")
            app.execute(f"insert into t values ({number})")
            app.execute(f"insert into t values ({10 + number})")
            if number == 1:
                app.execute("commit")
            app.close()
    workload = pair.capture(pooled=Selection(users=frozenset({"postgres"})))
    _, fit = pair.replay(workload, plan={"pooled": 1})
    assert pair.same_rows("select id from t order by id") == [1, 11]
    assert errors(fit) == {}


def test_the_pooling_mode_of_a_target_is_detected(pair: Pair) -> None:
    """The server itself, and PgBouncer in session and in transaction mode."""
    pair.create_database("doors", "select 1")
    assert event_loop.run(probe_pooler(pair.target.endpoint(pair.name))) == PoolerBehavior()
    if PGBOUNCER is None:
        return
    for mode, expected in (("session", PoolerBehavior()), ("transaction", PoolerBehavior(shares=True, forgets=True))):
        with pgbouncer(pair.target, mode) as port:
            place = Endpoint(port=port, database=pair.name, user="postgres")
            assert event_loop.run(probe_pooler(place)) == expected, mode
    with pgbouncer(pair.target, "statement") as port, pytest.raises(TargetProblem, match="no transactions"):
        event_loop.run(probe_pooler(Endpoint(port=port, database=pair.name, user="postgres")))
