"""What ``make scenarios`` runs: each scenario of the library, with its size on two processors and the figures that are printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario. *words*: what follows ``pgrehearse run NAME``; *metrics*: names and statistics of the two sides
    (``connections.max``, ``dead_rows/public.jobs.max``); *counts*: paths in the manifest of the candidate's run, or ``FILE:PATH`` in another
    file of the experiment; *needs*: what this machine must have; *test*: a test of tests/aws that runs the scenario with a stand-in for AWS ("": ``pgrehearse run``); *page*: of the experiment, for the picture."""

    name: str
    words: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    test: str = ""
    page: str = "report.html"


# The two scenarios of the upgrade have the size of the demo in their files.
SMALL = ("--sessions", "16", "--seconds", "10", "--set", "production.application.scale=0.5")
# Where frequent queries are compared, less traffic is enough: all scenarios together must take less than 25 minutes.
SHORT = ("--seconds", "8")
LOCKS = ("lock_waits.max", "lock_queue.max", "lock_depth.max", "lock_cycles.max")
KNEE = ("growth.json:knee", "growth.json:broke", "growth.json:resource")
CUT_OVER = "candidate-feed.run/manifest.json:cut_overs.0"
COPIES = ("with_indexes_us", "copy_us", "indexes_us")
PARTITION = (
    *(f"{CUT_OVER}.{key}" for key in ("paused_us", "lsn_wait_us", "statements", "held", "failed", "differing")),
    *(f"candidate-feed.move.json:{key}" for key in COPIES),
)
ENTRIES = (
    Entry("embedded-upgrade", SMALL, needs=("postgresql-16", "postgresql-18")),
    Entry("forgotten-index", SMALL, needs=("postgresql-16", "postgresql-18")),
    Entry("aurora-from-snapshot", test="tests/aws/test_aurora_from_snapshot.py::test_aurora_from_a_snapshot"),
    Entry("settings", metrics=("temp_bytes_per_s.mean", "cache_hit_ratio.mean"), needs=("postgresql-18",)),
    Entry(
        "replica-reads",
        SHORT,
        metrics=("active_sessions.mean", "replica_lag_ms.p99"),
        counts=("readers.moved", "readers.stale.stale", "readers.stale.own", "readers.stale.not_known"),
        needs=("postgresql-18",),
    ),
    Entry("sizing", SHORT, metrics=("server_cpu_percent.mean", "active_sessions.mean"), needs=("postgresql-18",)),
    Entry("growth", counts=KNEE, needs=("postgresql-18",), page="growth.html"),
    Entry("hot-tenant", counts=KNEE, needs=("postgresql-18",), page="growth.html"),
    Entry(
        "jsonb-to-own-table",
        metrics=("toast_reads_per_s/public.videos.mean", "blocks_read_per_s.mean"),
        needs=("postgresql-18",),
    ),
    Entry("schema-migration", metrics=(*LOCKS, "wal_bytes_per_s.mean"), needs=("postgresql-18",)),
    Entry("read-only-window", metrics=("commits_per_s.mean",), needs=("postgresql-18",)),
    Entry(
        "failover",
        metrics=("replica_lag_ms.p99",),
        counts=("fail_overs.0.outage_us", "fail_overs.0.unconfirmed", "fail_overs.0.lost"),
        needs=("postgresql-18",),
    ),
    Entry(
        "vacuum-pressure", metrics=("dead_rows/public.jobs.max", "queue_depth.max", *LOCKS), needs=("postgresql-18",)
    ),
    Entry("partition", counts=PARTITION, needs=("postgresql-18", "pgbouncer"), page="candidate-feed.move.html"),
    Entry(
        "shards",
        metrics=("server_cpu_percent.mean",),
        counts=tuple(
            f"placement.json:placements.{number}.{key}" for number in (0, 1) for key in ("busiest_share", "crossing")
        ),
        needs=("postgresql-18",),
        page="placement.html",
    ),
    Entry("pooler", metrics=("connections.max",), needs=("postgresql-18", "pgbouncer")),
)
