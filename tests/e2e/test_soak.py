"""Long tests with full counts and durations: ``make soak``."""

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
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment import stages
from pgrehearse.scenarios.file.scenario_file import Application, find, load
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.read import Workload
from tests.e2e.command import pgrehearse, scenario
from tests.simulated import pair_outcomes, single_pair

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.soak
RUNS = ("control", "candidate", "control-again", "candidate-again")


def test_ten_upgrades_are_not_regressed(tmp_path: Path) -> None:
    """On an idle machine: at most two of ten verdicts are inconclusive, none is regressed."""
    verdicts = []
    for number in range(10):
        document = pgrehearse("run", "embedded-upgrade", "-o", tmp_path / str(number), code={0, 1, 5})
        verdicts.append(document["verdict"])
        print(
            number,
            document["verdict"],
            document["comparison"]["candidates"][0]["queries"],
            document["comparison"]["reasons"],
        )
    assert "regressed" not in verdicts
    assert verdicts.count("inconclusive") <= 2


def test_a_forgotten_index_of_full_size_is_named_first(tmp_path: Path) -> None:
    """Exit code 1; the query that became slower is the first query."""
    document = pgrehearse("run", "forgotten-index", "-o", tmp_path / "out", code=1)
    assert "from videos where workspace_id" in document["comparison"]["candidates"][0]["top"][0]["sql"]


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


def test_a_scenario_in_two_passes_has_the_same_ids_on_both_sides(tmp_path: Path) -> None:
    """The first pass is a run of its own, on the control; all replays drew the ids of the workload as it is after that."""
    path = scenario("embedded-upgrade", tmp_path, "sessions = 8\nseconds = 5\nscale = 0.1")
    path.write_text(path.read_text().replace("writes = true", "writes = true\npasses = 2"))
    pgrehearse("run", path, "-o", tmp_path / "out", code={0, 1, 5})
    digest = Workload.verified(tmp_path / "out" / "production.workload").manifest.pins_digest
    runs = {name: Run.open(tmp_path / "out" / f"{name}.run").manifest.ids for name in RUNS}
    first = Run.open(tmp_path / "out" / "control.first.run")
    assert not first.draws().is_empty()
    assert {ids.pins_digest if ids else "" for ids in runs.values()} == {digest}
    assert first.manifest.ids is not None
    assert first.manifest.ids.pins_digest != digest


def test_equal_replays_are_never_and_changes_always_regressed(tmp_path: Path) -> None:
    """Ten comparisons of replays of one state, each with the replay before it as second control, are never regressed.
    Comparisons with a missing index, a forced bad plan and an injected delay are always regressed."""
    scenario = load(find("embedded-upgrade"))
    side = replace(scenario.control, standby=False)
    production = replace(
        scenario.production, application=Application(sessions=20, seconds=15, scale=0.5), standby=False
    )
    home = registry.workspace()
    try:
        embedded = stages.build_production(home, production)
        stages.run_traffic(embedded.primary, production.application)
        workload = tmp_path / "w.workload"
        stages.capture_production(embedded, workload, None)
        clusters.stop(embedded.primary)
        source = stages.Source(workload, embedded.snapshot, production.version)

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
        print("equal replays:", verdicts, flush=True)
        for change, statements in CHANGES.items():
            prepared_change = stages.prepare(home, change.replace(" ", "-"), replace(side, after=statements), source)
            comparison = compare_runs(runs[1], replayed(prepared_change, f"{change}.run"), control=runs[0])
            clusters.stop(prepared_change.clusters[0])
            first = comparison.candidates[0].queries[0]
            print(f"{change}: {comparison.verdict.value}; {first.sql[:70]}: {first.why}; {first.plans[:1]}", flush=True)
            assert comparison.verdict.value == "regressed"
        assert "regressed" not in verdicts
    finally:
        for entry in registry.list_clusters([home]):
            clusters.stop(entry.cluster)
        shutil.rmtree(home, ignore_errors=True)


@pytest.mark.parametrize("slower", [1.3, 1.6, 2.0, 3.0])
@pytest.mark.parametrize("share", [0.15, 0.5, 1.0])
def test_a_hundred_single_pairs_on_a_busy_host_have_no_false_result(slower: float, share: float) -> None:
    """Without a second control: at most one pair of equal servers has a result, and a query that is three times slower is found."""
    pairs = [single_pair(seed, slower, share) for seed in range(120)]
    assert sum(bool(slower_queries or faster_queries) for slower_queries, faster_queries, _ in pairs) <= 1
    if slower == 1.3:
        planted = [single_pair(1000 + seed, slower, share, planted=3.0) for seed in range(120)]
        assert sum(slower_queries == ["q3"] for slower_queries, _, _ in planted) >= 114


@pytest.mark.parametrize(
    ("label", "more"),
    [
        ("as in make test", {}),
        ("noisier executions", {"own": 0.2}),
        ("stalls at p95 itself", {"stalled": 0.05}),
        ("days apart", {"drift": 0.04}),
    ],
)
def test_a_thousand_pairs_have_few_false_results(
    label: str, more: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first simulation has the documented rates; the rates of the others are printed only."""
    # One process runs on each processor: further threads of the linear algebra would slow the processes down.
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        results = list(pool.map(pair_outcomes, range(1000, 2000 if not more else 1200), repeat(more), chunksize=10))
    alarms, found_changes, found_p95 = (sum(result[place] for result in results) / len(results) for place in range(3))
    print(
        f"{label}: {len(results)} pairs of 50 queries: A/A regressed {alarms:.1%}; +20 % found {found_changes:.1%}; p95 of the reported size found {found_p95:.1%}",
        flush=True,
    )
    if not more:
        assert alarms <= 0.01
        assert found_changes >= 0.95
        assert found_p95 >= 0.95
