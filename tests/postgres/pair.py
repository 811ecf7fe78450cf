"""A source and a target with the same database: traffic is run on the source, captured, and replayed to the target."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import polars as pl
import psycopg
from psycopg import sql

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.server_facts import connect as connect_by_asyncpg
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES, LogMark, connect, superuser
from tests.replaying import replay as replay_to

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

    def create_database(self, name: str, setup: str, source_setup: str = "") -> None:
        """Create a database on both servers, with the same contents."""
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
        """Connect to production as an application; ``capture`` captures its statements."""
        self._mark = LogMark.now(self.source)
        with connect(self.source, self.name) as connection:
            yield connection

    def capture(self, **options: Any) -> Workload:
        """Capture the statements of ``traffic``."""
        return self._capture(self._mark, None, options)

    def run_and_capture(self, sample: str, **options: Any) -> Workload:
        """Run a sample on production, and capture its log."""
        mark = LogMark.now(self.source)
        return self._capture(mark, self._run(sample), options)

    def _capture(self, mark: LogMark, since: int | None, options: dict[str, Any]) -> Workload:
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

    def _run(self, name: str) -> int | None:
        """Run a sample; return where its window begins, if it prints that."""
        sample = FAULTS / name
        if name.endswith(".py"):
            process = subprocess.run(
                [sys.executable, str(sample), self.dsn()], check=True, capture_output=True, text=True
            )
            since = process.stdout.partition("since ")[2].strip()
            return int(datetime.fromisoformat(since).timestamp() * 1_000_000) if since else None
        subprocess.run(
            [self.source.program("psql"), "-X", "-q", "-f", str(sample), self.dsn()], check=False, capture_output=True
        )
        return None

    def through_pooler(self, port: int) -> Endpoint:
        """Return the target by a pooler's port, adopted and not yet replayed to."""

        async def mark() -> None:
            connection = await connect_by_asyncpg(self.target.endpoint(self.name))
            await write_mark(connection)
            await connection.close()

        event_loop.run(mark())
        registry.mark_fresh(self.target)
        return Endpoint.parse(f"postgresql://postgres@127.0.0.1:{port}/{self.name}")

    def rows(self, query: str, cluster: Cluster | None = None) -> list[Any]:
        """Return the first column of a query's rows on the target."""
        with superuser(cluster or self.target, self.name) as connection:
            return [row[0] for row in connection.execute(query)]

    def same_rows(self, query: str) -> list[Any]:
        """Return the rows of the target, which have to be production's."""
        rows = self.rows(query)
        assert rows == self.rows(query, self.source)
        return rows

    def replay(self, workload: Workload, **how: Any) -> tuple[Run, Fitness]:
        """Replay flat out."""
        return replay_to(workload, self.target, self.folder / f"{self.name}.run", database=self.name, **how)

    def replay_sample(
        self, name: str, setup: str, sample: str, *, source_setup: str = "", **how: Any
    ) -> tuple[Run, Fitness]:
        """Create a database, run a sample on production, and replay it."""
        self.create_database(name, setup, source_setup)
        return self.replay(self.run_and_capture(sample), **how)


def outcomes(run: Run) -> list[tuple[str, str]]:
    """Return the outcome of each event: status, and reason or SQLSTATE."""
    rows = run.outcomes().sort("session", "seq").with_columns(pl.col("status").cast(pl.String)).collect()
    return [(row["status"], row["reason"] or row["sqlstate"] or "") for row in rows.iter_rows(named=True)]


def reasons(run: Run) -> list[str]:
    """Return the reasons of skipped events."""
    return [reason for status, reason in outcomes(run) if status == "skipped"]


def errors(fit: Fitness) -> dict[str, int]:
    """Return the errors that are not as in production."""
    return {kind: count for kind, count in asdict(fit)["errors"].items() if count and kind != "same"}


COPY = "copy t from stdin"


def send(app: psycopg.Connection[Any], text: str) -> None:
    """Send a text as a simple query, and ignore the result; COPY receives a row that the server refuses."""
    app.pgconn.send_query(text.encode())
    while (result := app.pgconn.get_result()) is not None:
        if result.status == psycopg.pq.ExecStatus.COPY_IN:
            app.pgconn.put_copy_data(b"x\n")
            app.pgconn.put_copy_end()
