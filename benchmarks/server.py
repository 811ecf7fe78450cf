"""The server that the benchmarks use, and the measurement of commands."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import psycopg
from psycopg import sql

from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster

PGREPLAY = shutil.which("pgreplay")
TOOL = [sys.executable, "-m", "pgrehearse"]


@dataclass(frozen=True)
class Usage:
    """The time and processor time that a command used, and its output."""

    wall_s: float
    cpu_s: float
    output: str


def measured(argv: list[str | Path], **more: object) -> Usage:
    """Run a command; measure it and its child processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in argv], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more
    )  # type: ignore[call-overload]
    output = process.communicate()[0]
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in {0, 5}:
        raise SystemExit(f"{argv[0]} failed: {output[-600:]}")
    return Usage(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, output)


@dataclass(frozen=True)
class Speed:
    """The speed of one program's replay, by two clocks. Each clock is the same for all programs.

    *own_per_s*: statements a second from its first statement to its last, as the program reports. *process_per_s*: statements a
    second of the complete command, with its start, reading of files, connections and end. *cpu_us*: processor time for one
    statement, of the complete command and its child processes.
    """

    own_per_s: float
    process_per_s: float
    cpu_us: float

    @classmethod
    def of(cls, statements: int, own_s: float, usage: Usage) -> Speed:
        return cls(statements / own_s, statements / usage.wall_s, usage.cpu_s / statements * 1e6)


def pgreplay_run_s(output: str) -> float:
    """Return the run time that pgreplay prints: from its first statement to its last."""
    line = re.findall(r"Total run time:(.*)", output)[-1]
    units = {"hours": 3600, "minutes": 60, "seconds": 1}
    return sum(float(number) * units[unit] for number, unit in re.findall(r"([\d.]+) (hours|minutes|seconds)", line))


class Bench:
    """A server with the settings that pgreplay requires (it reads only log_statement = all), and a folder for files."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.cluster: Cluster = clusters.create(
            home / "server",
            version=16,
            name="bench",
            settings={
                "fsync": "off",
                "log_statement": "all",
                "log_min_duration_statement": "-1",
                "shared_buffers": "256MB",
                "max_connections": "300",
            },
        )
        clusters.start(self.cluster)
        self.pgbench("-i", "-q", "-s", "10")

    def pgbench(self, *words: str | Path) -> Usage:
        return measured(
            [
                self.cluster.program("pgbench"),
                "-h",
                "127.0.0.1",
                "-p",
                str(self.cluster.port),
                "-U",
                "postgres",
                *words,
                "postgres",
            ]
        )

    def restart_with_empty_log(self) -> None:
        clusters.stop(self.cluster)
        self.cluster.csvlog.unlink(missing_ok=True)
        clusters.start(self.cluster)

    def take_log(self, name: str) -> Path:
        clusters.stop(self.cluster)
        path = self.home / name
        shutil.move(self.cluster.csvlog, path)
        clusters.start(self.cluster)
        return path

    def capture(self, log: Path) -> tuple[Usage, Path]:
        workload = log.with_suffix(".workload")
        return measured([*TOOL, "capture", "logs", log, "-o", workload, "--force", "--json"]), workload

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Turn the server's logging of statements off while the block runs."""
        self.set("log_statement", "none")
        yield
        self.set("log_statement", "all")

    def set(self, name: str, value: str) -> None:
        """Change one setting of the server, and restart it."""
        with connected(self) as connection:
            connection.execute(sql.SQL("alter system set {} = {}").format(sql.Identifier(name), sql.Literal(value)))
            connection.execute("select pg_reload_conf()")
        clusters.stop(self.cluster)
        clusters.start(self.cluster)

    def resized(self, *, max_connections: int) -> None:
        """Set the server's max_connections."""
        self.set("max_connections", str(max_connections))

    def start_pgbench(self, *words: str | Path, stderr: TextIO | int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        """Start pgbench and return its process; its progress reports go to *stderr*."""
        server_options = ["-h", "127.0.0.1", "-p", str(self.cluster.port), "-U", "postgres"]
        return subprocess.Popen(
            [self.cluster.program("pgbench"), *server_options, *map(str, words), "postgres"],
            stdout=subprocess.DEVNULL,
            stderr=stderr,
        )

    def pgreplay_code(self, file: Path) -> int:
        """Replay with pgreplay and return its exit code (negative: the signal that ended it)."""
        words = [str(PGREPLAY), "-r", "-s", "1000", "-h", "127.0.0.1", "-p", str(self.cluster.port), str(file)]
        return subprocess.run(words, capture_output=True, check=False, timeout=120).returncode

    def replay_command(self, workload: Path, *words: str) -> tuple[Usage, Run]:
        """Replay by the command, as a user does. Metrics are not sampled, because the other programs sample none."""
        registry.mark_fresh(self.cluster)
        dsn = f"postgresql://postgres@127.0.0.1:{self.cluster.port}/postgres"
        run = workload.with_suffix(".run")
        options = ["--writes", "--no-metrics", "--force", "--json", *words]
        usage = measured([*TOOL, "replay", workload, "--target", dsn, "-o", run, *options])
        return usage, Run.open(run)

    def replay(self, workload: Path, *, speed: float | None, workers: int = 1, **more: Any) -> tuple[Run, float]:
        """Replay; return the run and the CPU seconds of its workers, without their start."""
        registry.mark_fresh(self.cluster)
        plan = ReplayPlan(self.cluster.endpoint(), speed=speed, workers=workers, writes=True, **more)
        run, _ = rehearse(Rehearsal(workload, workload.with_suffix(".run"), plan, force=True, metrics=False))
        return run, run.manifest.worker_cpu_us / 1e6

    def pgreplay_file(self, log: Path) -> tuple[Usage, Path]:
        replay_file = log.with_suffix(".rep")
        return measured([str(PGREPLAY), "-f", "-c", "-o", replay_file, log]), replay_file

    def pgreplay(self, file: Path, *words: str) -> Usage:
        return measured([str(PGREPLAY), "-r", *words, "-h", "127.0.0.1", "-p", str(self.cluster.port), file])


def connected(bench: Bench, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
    """Connect to the bench's server as its superuser."""
    return psycopg.connect(host="127.0.0.1", port=bench.cluster.port, user="postgres", dbname=database, autocommit=True)
