"""A scenario whose production is at AWS: its log and its metrics become the workload, and what is wrong is found before."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.clock import instant, iso
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.scenarios.capturing.rds_production import RdsProduction, capture_rds_production
from pgrehearse.scenarios.experiment.input_checks import check_inputs
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.workload.read import Workload
from tests.aws.production import aurora, put
from tests.aws.standin.faults import Fault
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.aws.standin.server import StandIn

LOG = SAMPLES / "pg15" / "mindur0.csv"
SCENARIO = """
name = "from-rds"
[production]
kind = "rds"
[production.rds]
cluster = ["prod"]
since = "2026-11-22T02:00:00Z"
until = "2026-11-22T03:00:00Z"
[control]
kind = "dsn"
dsn = "postgresql://127.0.0.1:1/app"
[candidate]
kind = "dsn"
dsn = "postgresql://127.0.0.1:1/app"
"""


@pytest.fixture
def production(stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RdsProduction:
    """A cluster with the log of a real server, and one metric of its window."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    aurora("prod-1")
    capture_logs(CaptureOptions((LOG,), tmp_path / "plain.workload"), tool_version="test")
    manifest = Workload.open(tmp_path / "plain.workload").manifest
    folder = tmp_path / "prod-1"
    folder.mkdir()
    hour_s = manifest.window_start_us // 3_600_000_000 * 3600
    name = f"postgresql.log.{datetime.fromtimestamp(hour_s, UTC):%Y-%m-%d-%H}.csv"
    shutil.copy(LOG, folder / name)
    stand_in.logs.folders["prod-1"] = folder
    stand_in.logs.last_written[name] = (hour_s + 3600) * 1000
    put("CPUUtilization", [20, 40, 60], since=instant(manifest.window_start_us))
    until = iso(manifest.window_end_us + 1_000_000)
    return RdsProduction(cluster=("prod",), since=iso(manifest.window_start_us), until=until)


def test_the_log_and_the_metrics_of_the_window_become_the_workload(production: RdsProduction, tmp_path: Path) -> None:
    """The same statements as of the file itself, the writer's immutable id as the source, and CloudWatch's values."""
    captured = capture_rds_production(production, tmp_path / "production.workload", SILENT)
    workload = Workload.verified(captured.workload)
    assert workload.manifest.statements == Workload.open(tmp_path / "plain.workload").manifest.statements
    assert workload.manifest.source is not None
    assert workload.manifest.source.resource.startswith("cluster-")
    metrics = workload.metrics()
    assert metrics is not None
    assert set(metrics.filter(metric="cpu_percent", source="cloudwatch-aurora")["value"]) <= {20, 40, 60}
    assert metrics.filter(metric="cpu_percent", source="cloudwatch-aurora").height > 0


def test_only_the_sessions_of_a_database_are_captured(production: RdsProduction, tmp_path: Path) -> None:
    selected = RdsProduction(production.instance, production.cluster, production.since, production.until, "", ("none",))
    with pytest.raises(BadInput, match="no statement"):
        capture_rds_production(selected, tmp_path / "production.workload", SILENT)


def test_metrics_that_are_refused_are_a_note(production: RdsProduction, stand_in: StandIn, tmp_path: Path) -> None:
    """The workload is complete without them."""
    stand_in.faults.add("GetMetricData", *[Fault.UNAVAILABLE] * 9)
    captured = capture_rds_production(production, tmp_path / "production.workload", SILENT)
    assert Workload.verified(captured.workload).manifest.statements > 0
    assert [note.partition(":")[0] for note in captured.notes] == ["CloudWatch's metrics of production unavailable"]


def test_an_unknown_cluster_is_found_before_anything_is_done(stand_in: StandIn, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(SCENARIO)
    with pytest.raises(TargetProblem, match="prod"):
        check_inputs(load(tmp_path / "s.toml"))
    assert stand_in.faults.seen


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('cluster = ["prod"]', "", r"s\.toml: production\.rds\.instance is missing"),
        ('since = "2026-11-22T02:00:00Z"', 'since = "noon"', r"s\.toml: production\.rds\.since is 'noon'"),
        ('until = "2026-11-22T03:00:00Z"', "", r"s\.toml: production\.rds\.until is ''"),
        ('cluster = ["prod"]', 'clusters = ["prod"]', r"s\.toml: unknown key production\.rds\.clusters"),
        ('kind = "rds"', 'kind = "rds"\nend_state = "x"', r"s\.toml: production\.end_state needs an existing workload"),
    ],
)
def test_errors_name_the_key(tmp_path: Path, old: str, new: str, message: str) -> None:
    (tmp_path / "s.toml").write_text(SCENARIO.replace(old, new))
    with pytest.raises(BadInput, match=message):
        load(tmp_path / "s.toml")
