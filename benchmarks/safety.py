"""The cost of safety: the proof of the server's identity on each connection, and the decision about each statement."""

from __future__ import annotations

import asyncio
import time
from statistics import median

import polars as pl
from psycopg import pq

from benchmarks.server import Bench
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.skip_rules import DatabaseRules, Rules, SkipRules, StatementSelection
from pgrehearse.replay.prepare.statement_rules import Policy
from pgrehearse.replay.session.login import Login, prove_identity
from pgrehearse.targets.effect_reader import read_definitions
from pgrehearse.targets.safety import check_target
from pgrehearse.workload.catalog.hazards import closed


def proof_case(bench: Bench, connections: int) -> None:
    """Connections with and without the proof, alternately, on loopback. A login takes several round trips, the proof one more."""
    endpoint = bench.cluster.endpoint("postgres")
    expected_identity = asyncio.run(check_target(endpoint, None)).expected_identity
    times_us: dict[bool, list[float]] = {True: [], False: []}
    with bench.silent():
        for number in range(2 * connections):
            with_proof = number % 2 == 0
            times_us[with_proof].append(
                _login_us(
                    Login(endpoint, "app", read_only=True, expected_identity=expected_identity if with_proof else None)
                )
            )
    with_us, without_us = median(times_us[True]), median(times_us[False])
    print(
        f"proof of a connection: {with_us:,.0f} us with, {without_us:,.0f} us without (medians of {connections}): "
        f"{with_us - without_us:,.0f} us, ratio {with_us / without_us:.2f}; one round trip"
    )


def _login_us(login: Login) -> float:
    began = time.perf_counter()
    pg = pq.PGconn.connect(login.conninfo(Passwords("")))
    if login.expected_identity is not None:
        prove_identity(pg, login)
    time_us = (time.perf_counter() - began) * 1e6
    pg.finish()
    return time_us


def decisions_case(bench: Bench, statements: int) -> None:
    """Decisions before the start: texts that differ in numbers, texts that differ in strings, one text."""
    began = time.perf_counter()
    definitions = tuple(asyncio.run(read_definitions(bench.cluster.endpoint("postgres"))))
    closed(definitions)
    catalog_s = time.perf_counter() - began
    rules = Rules(Policy(writes=True, server=bench.cluster.version), {"postgres": DatabaseRules(definitions)})
    shapes = {
        "numbers differ": "update pgbench_accounts set abalance = abalance + {n} where aid = {n}",
        "strings differ": "select * from pgbench_accounts where filler = 'user{n}@example.org'",
        "one text": "select abalance from pgbench_accounts where aid = $1",
    }
    sessions = pl.DataFrame({"session": [0], "user": ["app"], "database": ["postgres"]})
    print(f"decisions: the catalog is read and followed in {catalog_s:.2f} s")
    for name, shape in shapes.items():
        frame = _events([shape.replace("{n}", str(number)).encode() for number in range(statements)])
        for factor in (1, 2, 4):
            part = frame[: statements * factor // 4]
            began = time.perf_counter()
            SkipRules(rules, sessions).apply(part, StatementSelection())
            time_s = time.perf_counter() - began
            print(
                f"decisions, {name}: {part.height:,} statements in {time_s:.2f} s: {time_s / part.height * 1e6:.1f} us each, before the start"
            )


def _events(texts: list[bytes]) -> pl.DataFrame:
    count = len(texts)
    return pl.DataFrame(
        {
            "session": [0] * count,
            "action": ["query"] * count,
            "sql": texts,
            "kind": ["select"] * count,
            "prepared_name": [None] * count,
            "params": [None] * count,
            "truncated": [False] * count,
        },
        schema_overrides={"prepared_name": pl.Binary, "params": pl.List(pl.Binary)},
    )
