"""One rehearsal of an upgrade, and its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgrehearse.runs.read import Run
from tests.e2e.command import pgrehearse, scenario, temporary_server_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_an_upgrade_is_not_regressed(tmp_path: Path) -> None:
    """One command runs all stages, and its exit code is not 1. No server runs afterwards."""
    folder = tmp_path / "rehearsal"
    with temporary_server_folder():
        document = pgrehearse("run", scenario("embedded-upgrade", tmp_path), "-o", folder, code={0, 5})
    assert document["verdict"] in {"unchanged", "improved", "inconclusive"}
    assert [stage["name"] for stage in document["stages"]] == [
        "production",
        "traffic",
        "capture",
        "production's end state",
        "stop production",
        "prepare control",
        "replay control",
        "prepare candidate",
        "replay candidate",
        "restore control",
        "replay control-again",
        "restore candidate",
        "replay candidate-again",
        "compare",
        "write the pages",
    ]
    candidate = document["comparison"]["candidates"][0]
    assert candidate["version"].startswith("18")
    assert document["comparison"]["time"] == "server time"
    assert candidate["errors"]["same"] > 0
    assert candidate["errors"]["new"] <= 2
    for metric in (
        "commits_per_s",
        "rollbacks_per_s",
        "cache_hit_ratio",
        "connections",
        "active_sessions",
        "wal_bytes_per_s",
        "replica_lag_ms",
        "replica_lag_bytes",
    ):
        assert candidate["metrics"][f"postgres/primary/{metric}"]["candidate"] is not None, metric
    assert candidate["metrics"]["host/primary/cpu_percent"]["candidate"]["mean"] > 0
    report = (folder / "report.html").read_text()
    assert report.count("<svg") > 8
    run = Run.open(folder / "candidate.run")
    sent = run.outcomes().collect()
    assert run.manifest.fitness is not None
    counts = run.manifest.fitness.statements
    assert min(counts["ok"], counts["failed"], counts["skipped"], counts["unsent"]) >= 0
    assert counts["ok"] + counts["failed"] + counts["skipped"] + counts["unsent"] == counts["due"]
    assert counts["due"] == document["comparison"]["workload"]["statements"]
    assert sent["server_us"].is_not_null().mean() > 0.8  # type: ignore[operator]
    assert "noise floor: two replays" in report
    assert any("pg_upgrade" in step for step in run.manifest.state.prepared)
