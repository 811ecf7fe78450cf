"""``capture decode`` on real servers: processes that decode, and servers with logical WAL."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pgrehearse.capture.decode.files import Decoded
from tests.conftest import superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

# What a capture leaves on its source if it is not removed.
LEFT = "select (select count(*) from pg_replication_slots), (select count(*) from pg_publication where pubname like 'pgrehearse%')"


def left_on(cluster: Cluster, database: str, seconds: float = 120) -> tuple[int, int]:
    """Return how many slots and publications are left when none is, or after so long."""
    deadline = time.monotonic() + seconds
    with superuser(cluster, database) as connection:
        while True:
            slots, publications = connection.execute(LEFT).fetchall()[0]
            if (slots, publications) == (0, 0) or time.monotonic() > deadline:
                return int(str(slots)), int(str(publications))
            threading.Event().wait(0.1)


@dataclass
class Process:
    """A ``capture decode`` that runs."""

    process: subprocess.Popen[str]
    output: Path

    def interrupt(self) -> None:
        """Ctrl-C: what was committed until now is kept."""
        os.kill(self.process.pid, signal.SIGINT)

    def ended(self, timeout: float = 240) -> tuple[int, dict[str, Any], str]:
        """Return exit code, JSON document and stderr."""
        out, error = self.process.communicate(timeout=timeout)
        return self.process.returncode, json.loads(out) if out.strip() else {}, error

    def decoded(self) -> Decoded:
        """Interrupt it and return what it decoded."""
        self.interrupt()
        code, document, error = self.ended()
        assert code == 130, (document, error)
        return Decoded.open(self.output)


def dsn(cluster: Cluster, database: str, user: str = "postgres") -> str:
    return f"postgresql://{user}@127.0.0.1:{cluster.port}/{database}"


def start(cluster: Cluster, database: str, output: Path, *options: str, user: str = "postgres") -> Process:
    """Start ``capture decode``; ``--for 10m`` unless *options* have another time."""
    length = () if "--for" in options else ("--for", "10m")
    arguments = ["capture", "decode", dsn(cluster, database, user), "-o", str(output), "--json", *length, *options]
    code = "from pgrehearse.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    return Process(process, output)


def is_decoding(cluster: Cluster, database: str, seconds: float = 120) -> bool:
    """Wait until a slot of the database is being read."""
    query = (
        "select exists (select from pg_replication_slots s join pg_stat_replication r on r.pid = s.active_pid "
        "where s.slot_name like 'pgrehearse%%' and s.database = %s and r.state = 'streaming')"
    )
    deadline = time.monotonic() + seconds
    with superuser(cluster) as connection:
        while time.monotonic() < deadline:
            if connection.execute(query, [database]).fetchall()[0][0]:
                return True
            threading.Event().wait(0.05)
    return False


@contextmanager
def decoding(cluster: Cluster, database: str, output: Path, *options: str) -> Iterator[Process]:
    """Decode while the block runs; the process is killed at the end if it still runs."""
    running = start(cluster, database, output, *options)
    try:
        assert is_decoding(cluster, database), running.ended() if running.process.poll() is not None else "not decoding"
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()
        for pipe in (running.process.stdout, running.process.stderr):
            if pipe is not None:
                pipe.close()
