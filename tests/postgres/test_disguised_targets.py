"""A pooler that drops the read-only option, and workloads with changed files (rows 48 and 49)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base import artifact
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from tests.conftest import superuser
from tests.postgres.attempts.attempt_servers import AttemptServers, prepare
from tests.postgres.attempts.cases import SENT, TEMPLATE, Attempt, Statement, shared_text
from tests.postgres.attempts.handmade_log import LoggedSession, captured
from tests.proxies import PGBOUNCER, pgbouncer
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path


def must_send(text: str) -> Statement:
    """Return a statement that must be sent."""
    return Statement(text, None, SENT)


ON_16 = pytest.mark.parametrize("attempt_servers", [16], indirect=True, ids=["pg16"])


def written(attempt_servers: AttemptServers, database: str) -> tuple[object, ...]:
    """Return the changes of a replay in the database."""
    with superuser(attempt_servers.target, database) as connection:
        return (
            connection.execute("select who from log").fetchall(),
            connection.execute("select sequencename, last_value from pg_sequences order by 1").fetchall(),
            connection.execute("select count(*) from pg_largeobject_metadata").fetchall(),
        )


@pytest.fixture
def fresh(attempt_servers: AttemptServers) -> str:
    """A database of a few tables, for one test."""
    base = attempt_servers.fresh_name("small")
    prepare(attempt_servers, base, TEMPLATE, [Attempt("48", "d_pooler", (), setup=shared_text("writer"))])
    return base


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
@pytest.mark.parametrize("mode", ["session", "transaction"])
@pytest.mark.parametrize("ignored", ["extra_float_digits", "extra_float_digits, options"])
@ON_16
def test_a_pooler_that_drops_options_allows_no_write(
    attempt_servers: AttemptServers, fresh: str, tmp_path: Path, mode: str, ignored: str
) -> None:
    """The replay is refused, or every session is read-only (row 48)."""
    statements = (
        must_send("select 1"),
        Statement("select 1 / (current_setting('transaction_read_only') = 'on')::int"),
        Statement("insert into log (who) values ('d_pooler')"),
        Statement("select f_d_pooler()"),
        Statement("select nextval('q_d_pooler')"),
        Statement("select lo_create(0)"),
    )
    workload = captured(tmp_path, "pooler", [LoggedSession(f"pooler{n}", "boss", fresh, statements) for n in range(3)])
    before = written(attempt_servers, fresh)
    with pgbouncer(attempt_servers.target, mode, more=f"ignore_startup_parameters = {ignored}") as port:
        target = replace(attempt_servers.target.endpoint(fresh), port=port)
        plan = ReplayPlan(target, speed=None)
        try:
            run, _ = rehearse(Rehearsal(workload.path, tmp_path / "pooler.run", plan, metrics=False, force=True))
        except TargetProblem:
            failed = pl.DataFrame()
        else:
            failed = run.outcomes().filter(pl.col("sqlstate") == "22012").collect()
    assert failed.is_empty(), "a session could write"
    assert written(attempt_servers, fresh) == before


HARMFUL = (
    "set default_transaction_read_only = off",
    "insert into log (who) values ('d_pooler')",
    "copy log to program 'cat > @scratch@/tampered'",
    "select f_d_pooler()",
)


@pytest.mark.parametrize("digest", ["kept", "recomputed"])
@ON_16
def test_a_changed_workload_writes_nothing(
    attempt_servers: AttemptServers, fresh: str, tmp_path: Path, digest: str
) -> None:
    """Shapes of reads for events that write: refused, and the statements are checked by their events (row 49)."""
    harmless = tuple(must_send(f"select {n}") for n in range(len(HARMFUL)))
    workload = captured(tmp_path, "tampered", [LoggedSession("tampered", "boss", fresh, harmless)])
    tampered(workload.path, {f"select {n}": attempt_servers.filled(text, "", fresh) for n, text in enumerate(HARMFUL)})
    if digest == "recomputed":
        sealed(workload.path)
    before = written(attempt_servers, fresh)
    try:
        run, _ = replay(workload, attempt_servers.target, tmp_path / "tampered.run", database=fresh, writes=False)
    except BadInput:
        refused = True
    else:
        refused = False
        sent = run.outcomes().filter((pl.col("rows") >= 0) & (pl.col("status") == "ok")).collect()
        assert sent.is_empty(), sent
    assert refused or digest == "recomputed", "a workload that does not match its digest is refused"
    assert written(attempt_servers, fresh) == before
    assert not (attempt_servers.scratch / "tampered").exists()


def tampered(workload: Path, texts: dict[str, str]) -> None:
    """Replace the statements of a workload's events; its shapes are unchanged."""
    words = {old.encode(): new.encode() for old, new in texts.items()}
    for part in sorted((workload / "events").glob("part-*.parquet")):
        events = pl.read_parquet(part)
        changed = [words.get(text, text) for text in events["sql"].to_list()]
        events.with_columns(pl.Series("sql", changed, pl.Binary)).write_parquet(part, compression="zstd")


def sealed(workload: Path) -> None:
    """Write the digest of the changed files to the manifest."""
    files = [*(workload / "events").iterdir(), workload / "sessions.parquet", workload / "shapes.parquet"]
    manifest = json.loads((workload / "manifest.json").read_text())
    (workload / "manifest.json").write_text(json.dumps({**manifest, "digest": artifact.digest(files)}))
