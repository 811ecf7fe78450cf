"""SQL that is nested too deeply for any parser: the analysis before a replay ends no process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from tests.e2e.command import pgrehearse
from tests.unit.test_capture_ends import DEEP, FEW, row, written

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


def test_a_dry_run_with_deep_texts_is_completed(pg16: Cluster, tmp_path: Path) -> None:
    """They cannot be parsed, and a read-only replay does not send them."""
    rows = [row(n, f"duration: 1.000 ms  statement: {DEEP[name]}") for n, name in enumerate(FEW, 2)]
    rows.insert(0, row(1, "duration: 1.000 ms  statement: select 1"))
    log = tmp_path / "deep.csv"
    log.write_bytes(written(rows).replace(b"app,app", b"postgres,postgres"))
    capture_logs(CaptureOptions((log,), tmp_path / "w.workload"), tool_version="test")
    dsn = f"postgresql://postgres@127.0.0.1:{pg16.port}/postgres"
    document = pgrehearse("replay", tmp_path / "w.workload", "--target", dsn, "--dry-run")
    assert document["skipped"] == {"it could not be parsed, and the replay is read-only": len(FEW)}
    assert document["statements"] == 1
