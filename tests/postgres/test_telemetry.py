"""Telemetry of a replay to a real server: what Prometheus reads while it runs, and what a collector has at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgrehearse.base.progress import SILENT
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Routing
from pgrehearse.replay_progress import State
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.telemetry.session import TracedStages, telemetry
from pgrehearse.telemetry.settings import Settings
from tests.captured import captured
from tests.logged import LogRecord, Server
from tests.telemetry import collecting, scraped

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.targets.embedded.cluster import Cluster

SENTENCE = "planted-value"


def test_figures_are_served_and_sent_while_a_replay_runs(pg18: Cluster, tmp_path: Path) -> None:
    """A scrape at each report of the worker, and another after the last one. No statement and no value is in what a collector gets."""
    records = [LogRecord.ran(n % 3, n / 20, f"select '{SENTENCE}', {n}", 1) for n in range(40)]
    workload = captured(tmp_path, Server().write(tmp_path / "x.csv", *records)).workload
    routing = Routing(users=(("shop", pg18.endpoint().user),), databases=(("shopdb", "postgres"),))
    plan = ReplayPlan(pg18.endpoint("postgres"), routing=routing)
    rehearsal = Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False)
    notes: list[str] = []
    sent: list[float] = []
    name = 'pgrehearse_statements_done_total{side="r",workload="w"}'
    with collecting() as collector:
        with telemetry(Settings(collector.url, 0), "pgrehearse replay", "r", notes.append) as live:
            state = State(2_000_000, workload.manifest.events)
            live.begin(workload.name, state)

            def watch(progress: Progress) -> None:
                state.update(progress, progress.now_us / 1e6)
                sent.append(scraped(notes[0])[name])

            _, fit = rehearse(rehearsal, watch, TracedStages(SILENT, live))
            last = scraped(notes[0])
        spans, figures = collector.spans(), collector.figures()
    done = fit.statements["ok"] + fit.statements["failed"]
    assert (fit.statements["due"], sent == sorted(sent), sent[-1] >= done, last[name]) == (40, True, True, sent[-1])
    assert {"verify the workload", "prepare the replay", "replay", "evaluate the run", "pgrehearse replay"} <= set(
        spans
    )
    point = figures["pgrehearse.statements.done"].sum.data_points[0]
    assert (point.as_double, {pair.key for pair in point.attributes}) == (sent[-1], {"side", "workload"})
    assert SENTENCE.encode() not in collector.received
    assert b"select" not in collector.received.lower()
