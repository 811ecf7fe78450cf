"""One rehearsal of an upgrade with a forgotten index: its stages, its verdict, its runs and its report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.comparison import Verdict
from pgrehearse.runs.read import Run
from tests.e2e.command import ENOUGH, ended, pgrehearse, scenario, temporary_server_folder

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Rehearsal:
    """The files of a rehearsal, its exit code, and the document that its command printed."""

    folder: Path
    code: int
    document: dict[str, Any]

    @property
    def candidate(self) -> dict[str, Any]:
        result: dict[str, Any] = self.document["comparison"]["candidates"][0]
        return result


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """One command runs all stages. No server runs afterwards. One test asserts the verdict, which a busy machine makes inconclusive."""
    folder = tmp_path_factory.mktemp("upgrade")
    with temporary_server_folder():
        words = ("run", scenario("forgotten-index", folder, ENOUGH), "-o", folder / "out")
        return Rehearsal(folder / "out", *ended(*words, codes={1, 5}))


def test_a_forgotten_index_is_named_first(rehearsal: Rehearsal) -> None:
    """Exit code 1; the query that became slower is the first query. Both sides drew production's ids, each known by a later use."""
    first = rehearsal.candidate["top"][0]
    assert first["outcome"] == "regressed"
    assert "from videos where workspace_id" in first["sql"]
    assert (rehearsal.document["verdict"], rehearsal.code) == ("regressed", 1)
    assert "noise floor: two replays" in (rehearsal.folder / "report.html").read_text()
    (ids,) = pgrehearse("inspect", rehearsal.folder / "production.workload")["generated_ids"]
    assert (ids["sequence"], ids["verified"]) == ("public.notifications_id_seq", True)
    pairs = rehearsal.candidate["end_state"]["pairs"]
    assert all("drew production's ids" in pair["ids"] and "confirmed by a later use" in pair["ids"] for pair in pairs)


def test_two_replays_of_the_control_are_not_regressed(rehearsal: Rehearsal) -> None:
    """The same server with the same data: never regressed, and hardly an error that the other replay has not."""
    compared = compare_runs(rehearsal.folder / "control.run", rehearsal.folder / "control-again.run")
    (candidate,) = compared.candidates
    assert candidate.verdict is not Verdict.REGRESSED
    assert candidate.errors["new"] <= 2


def test_the_stages_of_an_upgrade_are_in_order(rehearsal: Rehearsal) -> None:
    """Control and candidate alternate, and both are restored between their replays."""
    assert [stage["name"] for stage in rehearsal.document["stages"]] == [
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
    assert rehearsal.candidate["version"].startswith("18")
    assert any("pg_upgrade" in step for step in Run.open(rehearsal.folder / "candidate.run").manifest.state.prepared)


def test_the_metrics_of_both_servers_are_compared(rehearsal: Rehearsal) -> None:
    """Those of the primary, of its standby, and of the host."""
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
        assert rehearsal.candidate["metrics"][f"postgres/primary/{metric}"]["candidate"] is not None, metric
    assert rehearsal.candidate["metrics"]["host/primary/cpu_percent"]["candidate"]["mean"] > 0


def test_every_statement_of_the_upgrade_is_counted(rehearsal: Rehearsal) -> None:
    """Statements that were due are ok, failed, skipped or unsent; their times are those of the server."""
    assert rehearsal.document["comparison"]["time"] == "server time"
    assert rehearsal.candidate["errors"]["same"] > 0
    assert rehearsal.candidate["errors"]["new"] <= 2
    run = Run.open(rehearsal.folder / "candidate.run")
    sent = run.outcomes().collect()
    assert run.manifest.fitness is not None
    counts = run.manifest.fitness.statements
    assert min(counts["ok"], counts["failed"], counts["skipped"], counts["unsent"]) >= 0
    assert counts["ok"] + counts["failed"] + counts["skipped"] + counts["unsent"] == counts["due"]
    assert counts["due"] == rehearsal.document["comparison"]["workload"]["statements"]
    assert sent["server_us"].is_not_null().mean() > 0.8  # type: ignore[operator]


def test_the_report_has_plots(rehearsal: Rehearsal) -> None:
    assert (rehearsal.folder / "report.html").read_text().count("<svg") > 8
