"""Errors behind a pooler in transaction mode that follow from a temporary table of the session, and from a read-only event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.comparison import Verdict
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.quality.known_effects import EVENT_OUTAGE
from pgrehearse.runs.quality.temporary_tables import with_lost_tables
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import LOST_TABLE, READ_ONLY_EVENT
from tests.captured import captured
from tests.logged import LogRecord, Server
from tests.runs_with_events import Replayed

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.workload.read import Workload

US = 1_000_000
MISSING = 'relation "basket" does not exist'


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """Session 1 creates a temporary table and uses it; session 2 does both in one transaction; session 3 has none."""
    folder = tmp_path_factory.mktemp("workload")
    records = [
        LogRecord.ran(1, 1, "create temporary table basket (n int)", vxid="1/1"),
        *(LogRecord.ran(1, 2 + n, f"insert into basket values ({n})", vxid=f"1/{2 + n}") for n in range(20)),
        LogRecord.ran(2, 1, "begin", vxid="2/1"),
        LogRecord.ran(2, 1.1, "create temp table basket as select 1 as n", vxid="2/1"),
        LogRecord.ran(2, 1.2, "select n from basket", vxid="2/1"),
        LogRecord.ran(2, 1.3, "select 2", vxid="2/1"),
        LogRecord.ran(2, 1.4, "commit", vxid="2/1"),
        LogRecord.ran(3, 1, "select n from basket", vxid="3/1"),
        LogRecord.ran(3, 2, "create table basket (n int)", vxid="3/2"),
    ]
    return captured(folder, Server().write(folder / "x.csv", *records)).workload


def session_of(workload: Workload, process: int) -> int:
    """Return the number of the session of a process."""
    names = workload.sessions().select("session", "captured_session").iter_rows()
    return next(int(session) for session, name in names if str(name).endswith(f".{process:x}"))


def reasons(workload: Workload, process: int, *failed: tuple[str, str, str]) -> list[str | None]:
    """Return the reasons of a session's failed statements: each by the beginning of its text, its SQLSTATE and its message."""
    session = session_of(workload, process)
    events = workload.events().filter(pl.col("session") == session).collect()
    rows: list[dict[str, Any]] = []
    for begin, state, message in failed:
        event = next(row for row in events.iter_rows(named=True) if (row["sql"] or b"").startswith(begin.encode()))
        rows.append({**{name: event[name] for name in ("session", "seq", "transaction", "shape")}, "copy": 0,
                     "status": "failed", "sqlstate": state, "reason": None, "message": message})  # fmt: skip
    kinds = {"session": pl.Int32, "seq": pl.Int32, "copy": pl.Int16, "transaction": pl.Int32, "shape": pl.Int32}
    frame = pl.DataFrame(rows, schema_overrides=kinds).with_columns(pl.col("reason").cast(pl.String))
    found = with_lost_tables(frame.drop("message"), frame.select("session", "copy", "seq", "message"), workload)
    return found["reason"].to_list()


@pytest.mark.parametrize(
    ("process", "failed", "expected"),
    [
        (1, [("insert", "42P01", MISSING)], [LOST_TABLE]),
        (1, [("create", "42P07", 'relation "basket" already exists')], [LOST_TABLE]),
        (1, [("insert", "42P01", 'relation "orders" does not exist')], [None]),  # another table
        (1, [("insert", "42703", 'column "n" does not exist')], [None]),
        (2, [("create", "42P07", 'relation "basket" already exists'), ("select n", "25P02", "")], [LOST_TABLE] * 2),
        (
            2,
            [("select n", "42P01", MISSING), ("select 2", "25P02", "")],
            [None, None],
        ),  # created in the same transaction
        (3, [("select n", "42P01", MISSING)], [None]),  # the session created none before
        (3, [("create", "42P07", 'relation "basket" already exists')], [None]),  # a permanent table
    ],
)
def test_an_error_follows_from_a_temporary_table_if_its_session_created_it_in_another_transaction(
    workload: Workload, process: int, failed: list[tuple[str, str, str]], expected: list[str | None]
) -> None:
    assert reasons(workload, process, *failed) == expected


@pytest.mark.parametrize(("pooled", "fit"), [(True, True), (False, False)])
def test_only_behind_such_a_pooler_are_these_errors_no_fault_of_the_target(
    workload: Workload, tmp_path: Path, pooled: bool, fit: bool
) -> None:
    """Half of the session's inserts fail. They are new errors of the candidate in both cases."""
    others = (session_of(workload, 2), session_of(workload, 3))
    failing = dict.fromkeys(range(10, 20), "42P01")
    run = Replayed(failing=failing, unaffected=others, pooled=pooled, messages={"42P01": MISSING}).write(
        workload, tmp_path / "candidate.run"
    )
    found = fitness(run, workload)
    assert (found.fit, found.new_errors.failed, found.errors["new"]) == (fit, 0 if pooled else 10, 10)
    Replayed().write(workload, tmp_path / "control.run")
    comparison = compare_paths(tmp_path / "control.run", [tmp_path / "candidate.run"])
    assert comparison.verdict == (Verdict.REGRESSED if pooled else Verdict.INCONCLUSIVE)
    (difference,) = comparison.candidates[0].differences
    assert (difference.what, difference.count) == ("new", 10)
    assert difference.cause == (LOST_TABLE if pooled else "missing table (or search_path) basket")
    if pooled:
        (finding,) = [one for one in comparison.findings if "42P01" in one.what]
        assert (finding.why, "in session mode" in finding.next_step) == (LOST_TABLE, True)


def test_the_next_step_of_a_refused_write_is_not_to_end_the_window(workload: Workload, tmp_path: Path) -> None:
    """Errors of one query inside and outside of the window are two findings: only those inside have it as their cause."""
    window = MidRunEvent(1, "read-only", "read_only", 10 * US, 10 * US, 15 * US)
    others = (session_of(workload, 2), session_of(workload, 3))
    failing = dict.fromkeys([*range(11, 15), 20], "25006")
    Replayed(failing=failing, unaffected=others, events=(window,)).write(workload, tmp_path / "candidate.run")
    Replayed().write(workload, tmp_path / "control.run")
    result = compare_paths(tmp_path / "control.run", [tmp_path / "candidate.run"]).candidates[0]
    assert [(one.count, one.cause) for one in result.differences] == [
        (4, READ_ONLY_EVENT),
        (1, "read-only transaction"),
    ]


def test_a_run_has_whether_its_pooler_shares_connections(workload: Workload, tmp_path: Path) -> None:
    Replayed(pooled=True).write(workload, tmp_path / "a.run")
    assert Run.open(tmp_path / "a.run").manifest.plan.access.transaction_pooling


@pytest.mark.parametrize(
    ("kind", "cause", "remedy"),
    [
        ("fail_over", EVENT_OUTAGE, "find out what the application does when it loses its connection"),
        ("sql", "connection lost or refused", "look for the cause in the log of the server"),
    ],
)
def test_a_connection_that_an_event_ends_has_the_event_as_its_cause(
    workload: Workload, tmp_path: Path, kind: str, cause: str, remedy: str
) -> None:
    """An event that does not end sessions is not the cause."""
    event = MidRunEvent(1, "", kind, 10 * US, 10 * US, 15 * US)
    others = (session_of(workload, 2), session_of(workload, 3))
    failing = dict.fromkeys(range(11, 14), "08006")
    Replayed(failing=failing, unaffected=others, events=(event,)).write(workload, tmp_path / "candidate.run")
    Replayed().write(workload, tmp_path / "control.run")
    comparison = compare_paths(tmp_path / "control.run", [tmp_path / "candidate.run"])
    (difference,) = comparison.candidates[0].differences
    assert (difference.count, difference.cause) == (3, cause)
    (finding,) = [one for one in comparison.findings if "fails with SQLSTATE 08006" in one.what]
    assert (finding.why, finding.next_step.startswith(remedy)) == (cause, True)
