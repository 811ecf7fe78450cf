"""What ``capture decode`` costs the server that it decodes."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.capturing import rate
from benchmarks.server import TOOL, Bench, connected
from pgrehearse.capture.decode.files import Decoded

ROUNDS = 5
INSERT = "insert into decoded_rows (note) values (repeat('x', 60));\n"


def decode_case(bench: Bench, seconds: int) -> None:
    """TPC-B and single inserts with ``capture decode`` and without it, in turn, on one machine; WAL is logical in both."""
    script = bench.home / "insert.sql"
    script.write_text(INSERT)
    bench.set("wal_level", "logical")
    with connected(bench) as connection:
        connection.execute("drop table if exists decoded_rows")
        connection.execute(
            "create table decoded_rows (id bigserial primary key, at timestamptz default now(), note text)"
        )
        connection.execute("alter system set log_statement = none")
        connection.execute("select pg_reload_conf()")
    for name, words in (("TPC-B", ("-M", "prepared")), ("single inserts", ("-M", "prepared", "-f", str(script)))):
        without, meanwhile, output = [], [], bench.home / "rows.decoded"
        for _ in range(ROUNDS):
            without.append(rate(bench, words, seconds))
            with _decoding(bench, output):
                meanwhile.append(rate(bench, words, seconds))
        facts = Decoded.open(output).manifest
        ours, before = sorted(meanwhile)[ROUNDS // 2], sorted(without)[ROUNDS // 2]
        print(
            f"capture decode, {name} of 8 clients: {ours:,.0f} transactions/s with it, {before:,.0f} without: ratio {ours / before:.2f} "
            f"(single rounds without it: {min(without) / before:.2f} to {max(without) / before:.2f} of their median; with it: "
            f"{min(meanwhile) / before:.2f} to {max(meanwhile) / before:.2f}); {facts.bytes_received / max(facts.changes, 1):.0f} bytes a row, "
            f"{facts.changes:,} rows in the last round"
        )
    with connected(bench) as connection:
        connection.execute("alter system reset log_statement")
    bench.set("wal_level", "replica")


@contextmanager
def _decoding(bench: Bench, output: Path) -> Iterator[None]:
    """Have ``capture decode`` run meanwhile, and end it by Ctrl-C."""
    dsn = f"postgresql://postgres@127.0.0.1:{bench.cluster.port}/postgres"
    words = [*TOOL, "capture", "decode", dsn, "--for", "5m", "-o", str(output), "--force", "--max-wal", "4GB"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with connected(bench) as connection:
        query = "select count(*) from pg_stat_replication where state = 'streaming'"
        while connection.execute(query).fetchall() != [(1,)]:
            time.sleep(0.1)
    yield
    process.send_signal(signal.SIGINT)
    process.wait()
