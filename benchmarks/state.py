"""Reading a state: seconds for each GB with one and two connections, beside a count and a sum of binary hashes of the same table."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from benchmarks.server import Bench, connected
from pgrehearse.scenarios.replaying.database_state import state_of_server
from pgrehearse.targets.state.options import StateOptions

_DATABASE = "state"
_TABLE = """
create table big (id bigint primary key, customer integer, status text, amount numeric(10, 2), made_at timestamptz, token uuid, body text);
insert into big select i, i % 1000, 'status ' || i % 7, i / 100.0, now() + i * interval '1 s', md5(i::text)::uuid, repeat(md5(i::text), 3)
  from generate_series(1, {rows}) i;
"""
_SETTINGS = "set max_parallel_workers_per_gather = 0; set jit = off"


def state_case(bench: Bench, rows: int) -> None:
    """A table of seven columns and 190 bytes a row, in memory: its rows listed, and in buckets. Ratios are to the binary form."""
    with connected(bench) as connection:
        connection.execute(f"create database {_DATABASE}")
    with connected(bench, _DATABASE) as connection:
        connection.execute(_TABLE.format(rows=rows))
        connection.execute("vacuum analyze big")
        connection.execute(_SETTINGS)
        (size,) = connection.execute("select pg_relation_size('big')").fetchone() or (0,)
        gb = int(str(size)) / 1e9
        counted, binary = (
            _seconds(partial(connection.execute, query))
            for query in ("select count(*) from big", "select sum(hash_record_extended(t, 0)) from big t")
        )
    print(f"state: {gb:.2f} GB, {rows:,} rows: count {counted / gb:.1f} s/GB, binary hashes {binary / gb:.1f} s/GB")
    output, endpoint = bench.home / "big.state", bench.cluster.endpoint(_DATABASE)
    for name, options in (
        ("in buckets, 1 connection", StateOptions(jobs=1, max_rows=0)),
        ("in buckets, 2 connections", StateOptions(jobs=2, max_rows=0)),
        ("rows listed, 1 connection", StateOptions(jobs=1, max_rows=2 * rows)),
        ("rows listed, 2 connections", StateOptions(jobs=2, max_rows=2 * rows)),
    ):
        seconds = _seconds(partial(state_of_server, endpoint, output, options, force=True))
        stored = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
        print(
            f"state, {name}: {seconds / gb:.1f} s/GB, ratio {seconds / binary:.2f}, {stored / rows:.1f} bytes a row",
            flush=True,
        )


def _seconds(action: Callable[[], object]) -> float:
    """Return the time of the second of two calls: the first one brings the table into memory."""
    action()
    began = time.perf_counter()
    action()
    return time.perf_counter() - began
