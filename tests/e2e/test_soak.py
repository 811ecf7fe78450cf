"""Full counts and lengths: ``make soak``."""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import repeat
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from pgrehearse.compare.api import compare_runs
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios import stages
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from pgrehearse.scenarios.scenario_file import Application, find, load
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from tests.e2e.command import pgrehearse
from tests.simulated import judged, single_pair

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.soak


def test_ten_honest_upgrades(tmp_path: Path) -> None:
    """On a quiet machine: exit 0 at least eight times of ten, never 1."""
    verdicts = []
    for number in range(10):
        found = pgrehearse("run", "embedded-upgrade", "-o", tmp_path / str(number), code={0, 1, 5})
        verdicts.append(found["verdict"])
        print(number, found["verdict"], found["comparison"]["candidates"][0]["queries"], found["comparison"]["reasons"])
    assert "regressed" not in verdicts
    assert verdicts.count("inconclusive") <= 2


def test_the_forgotten_index_in_full(tmp_path: Path) -> None:
    """Exit 1, and the query named first."""
    found = pgrehearse("run", "forgotten-index", "-o", tmp_path / "out", code=1)
    assert "from videos where workspace_id" in found["comparison"]["candidates"][0]["top"][0]["sql"]


CHANGES = {
    "a missing index": ("drop index videos_by_workspace",),
    "a forced bad plan": (
        "alter database videos set enable_indexscan = off",
        "alter database videos set enable_bitmapscan = off",
    ),
    "an injected delay": (
        "create function wait_a_little() returns trigger language plpgsql as 'begin perform pg_sleep(0.003); return new; end'",
        "create trigger slow before insert on comments for each row execute function wait_a_little()",
    ),
}


def test_ten_replays_against_themselves_and_three_changes(tmp_path: Path) -> None:
    """Real servers: eleven replays of one state, each against the one before, with the first two as control: never regressed.
    A missing index, a forced bad plan, an injected delay: always."""
    scenario = load(find("embedded-upgrade"))
    side = replace(scenario.control, standby=False)
    production = replace(
        scenario.production, application=Application(sessions=20, seconds=15, scale=0.5), standby=False
    )
    home = registry.workspace()
    try:
        primary, made, snapshot = stages.build_production(home, production)
        stages.run_traffic(primary, production.application)
        workload = tmp_path / "w.workload"
        stages.capture_production(primary, workload, None)
        clusters.stop(made[0])
        source = stages.Source(workload, snapshot, production.version)

        def replayed(prepared: stages.Prepared, name: str) -> Path:
            plan = ReplayPlan(prepared.target, writes=True)
            rehearse(Rehearsal(workload, tmp_path / name, plan, logs=prepared.logs, prepared=prepared.steps))
            return tmp_path / name

        prepared = stages.prepare(home, "control", side, source)
        runs = []
        for number in range(12):
            runs.append(replayed(prepared, f"{number}.run"))
            prepared = stages.restore_again(home, "control", side, prepared)
        clusters.stop(prepared.clusters[0])
        verdicts = [compare_runs(runs[n + 1], runs[n + 2], control=runs[n]).verdict.value for n in range(10)]
        print("against themselves:", verdicts, flush=True)
        for told, after in CHANGES.items():
            changed = stages.prepare(home, told.replace(" ", "-"), replace(side, after=after), source)
            found = compare_runs(runs[1], replayed(changed, f"{told}.run"), control=runs[0])
            clusters.stop(changed.clusters[0])
            first = found.candidates[0].queries[0]
            print(f"{told}: {found.verdict.value}; {first.sql[:70]}: {first.why}; {first.plans[:1]}", flush=True)
            assert found.verdict.value == "regressed"
        assert "regressed" not in verdicts
    finally:
        for entry in registry.list_clusters([home]):
            clusters.stop(entry.cluster)
        shutil.rmtree(home, ignore_errors=True)


@pytest.mark.parametrize("slower", [1.3, 1.6, 2.0, 3.0])
@pytest.mark.parametrize("share", [0.15, 0.5, 1.0])
def test_a_hundred_single_pairs_beside_a_neighbour(slower: float, share: float) -> None:
    """Without a second control: at most one of a server with itself is called anything; three times as long is found."""
    found = [single_pair(seed, slower, share) for seed in range(120)]
    assert sum(bool(worse or better) for worse, better, _ in found) <= 1
    if slower == 1.3:
        planted = [single_pair(1000 + seed, slower, share, planted=3.0) for seed in range(120)]
        assert sum(worse == ["q3"] for worse, _, _ in planted) >= 114


@pytest.mark.parametrize(
    ("told", "more"),
    [
        ("as in make test", {}),
        ("noisier executions", {"own": 0.2}),
        ("stalls at p95 itself", {"stalled": 0.05}),
        ("days apart", {"drift": 0.04}),
    ],
)
def test_a_thousand_pairs(told: str, more: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """The first holds the promises; the others are shown as they are."""
    # A process for each processor: threads of the linear algebra beside them would only be in each other's way.
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        found = list(pool.map(judged, range(1000, 2000 if not more else 1200), repeat(more), chunksize=10))
    alarms, whole, p95 = (sum(one[place] for one in found) / len(found) for place in range(3))
    print(
        f"{told}: {len(found)} pairs of 50 queries: A/A regressed {alarms:.1%}; +20 % found {whole:.1%}; p95 as it says {p95:.1%}",
        flush=True,
    )
    if not more:
        assert alarms <= 0.01
        assert whole >= 0.95
        assert p95 >= 0.95
