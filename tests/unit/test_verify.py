"""A workload is data from a colleague: it is replayed and compared only as it was captured, wherever it lies."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from benchmarks.comparing import write_example
from pgrehearse.base import artifact
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.cli import main
from pgrehearse.compare.api import compare_runs
from pgrehearse.runs.read import Run
from pgrehearse.workload import manifest
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def workload(tmp_path: Path) -> Path:
    path = tmp_path / "w.workload"
    capture_logs(CaptureOptions((SAMPLES / "pg18" / "mindur0.csv",), path), tool_version="test")
    return path


def _flipped(path: Path) -> None:
    octets = bytearray(path.read_bytes())
    octets[len(octets) // 2] ^= 1
    path.write_bytes(octets)


def _zeroed(path: Path) -> None:
    octets = path.read_bytes()
    path.write_bytes(octets[:4] + bytes(len(octets) // 2) + octets[4 + len(octets) // 2 :])


def _edited(path: Path, **change: object) -> None:
    document = json.loads((path / "manifest.json").read_text())
    (path / "manifest.json").write_text(json.dumps({**document, **change}))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a part is changed": lambda path: _flipped(path / "events" / "part-0000.parquet"),
    "a part is added": lambda path: shutil.copy(
        path / "events" / "part-0000.parquet", path / "events" / "part-0001.parquet"
    ),
    "a part is missing": lambda path: (path / "events" / "part-0000.parquet").unlink(),
    "a part has another name": lambda path: (path / "events" / "part-0000.parquet").rename(
        path / "events" / "part-0001.parquet"
    ),
    "sessions are changed": lambda path: _flipped(path / "sessions.parquet"),
    "sessions are missing": lambda path: (path / "sessions.parquet").unlink(),
    "shapes are changed": lambda path: (
        pl.read_parquet(path / "shapes.parquet")
        .with_columns(kind=pl.lit("select"))
        .write_parquet(path / "shapes.parquet")
    ),
    "shapes are missing": lambda path: (path / "shapes.parquet").unlink(),
    "what sessions start with is changed": lambda path: _edited(
        path, session_settings=[{"settings": {"role": "postgres"}}]
    ),
    "the window is changed": lambda path: _edited(path, window_start_us=0),
    "the digest is changed": lambda path: _edited(path, digest="0" * 64),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("verb", ["inspect", "replay", "dry-run"])
def test_a_workload_that_was_changed_is_refused(
    workload: Path, change: str, verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 3 with what to do, before a target is asked anything; no run under any name."""
    Workload.verified(workload)
    CHANGES[change](workload)
    target = ["--target", "postgresql://nobody@127.0.0.1:1/x"]
    words = {
        "inspect": ["inspect"],
        "replay": ["replay", *target, "-o", str(workload.parent / "r.run")],
        "dry-run": ["replay", *target, "--dry-run"],
    }
    monkeypatch.setattr(sys, "argv", ["pgrehearse", *words[verb], str(workload), "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    error = json.loads(capsys.readouterr().out)["error"]
    assert ended.value.code == 3
    assert "again" in error["remedy"]
    assert not list(workload.parent.glob("r.run*"))


def test_a_manifest_names_no_folder_but_its_own(workload: Path) -> None:
    """Nothing outside is ever read."""
    for folder in ("..", "/tmp", "data-0123456789abcdef/..", "events", "data-xyz"):  # noqa: S108 (never opened)
        _edited(workload, folder=folder)
        with pytest.raises(BadInput, match="damaged"):
            Workload.open(workload)


def test_a_workload_without_a_digest_of_its_manifest_is_refused(workload: Path) -> None:
    """Whoever changes a manifest cannot remove the digest that shows the change."""
    document = json.loads((workload / "manifest.json").read_text())
    del document["manifest_digest"]
    (workload / "manifest.json").write_text(json.dumps(document))
    with pytest.raises(BadInput, match="does not match its own digest"):
        Workload.verified(workload)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("sessions.parquet", pl.col("session").cast(pl.Int64)),
        ("sessions.parquet", pl.col("user").cast(pl.Binary)),
        ("shapes.parquet", pl.col("shape").cast(pl.String)),
        ("events/part-0000.parquet", pl.col("sql").cast(pl.String)),
    ],
)
def test_columns_of_another_type_are_told(workload: Path, table: str, change: pl.Expr) -> None:
    """With a digest that fits: it was made so."""
    pl.read_parquet(workload / table).with_columns(change).write_parquet(workload / table)
    document = json.loads((workload / "manifest.json").read_text())
    document["digest"] = artifact.digest(Workload.open(workload).files())
    (workload / "manifest.json").write_text(json.dumps({**document, "manifest_digest": manifest.digest(document)}))
    with pytest.raises(BadInput, match="damaged: column"):
        Workload.verified(workload)


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Two runs and their workload, in a folder whose name means something to a pattern."""
    folder = tmp_path / "we[ird]*? 100%" / "day=1"
    folder.mkdir(parents=True)
    write_example(folder, 2_000)
    return folder


def test_a_path_is_no_pattern(runs: Path) -> None:
    """Brackets, stars and equals signs in a path: captured, inspected and compared as anywhere else."""
    assert compare_runs(runs / "a.run", runs / "b.run").queries()["candidate.n"].sum() == 2_000
    path = runs / "w[1].workload"
    capture_logs(CaptureOptions((SAMPLES / "pg18" / "mindur0.csv",), path), tool_version="test")
    found = Workload.verified(path)
    assert found.events().collect().height == found.manifest.events


def test_a_run_finds_its_workload_beside_it(runs: Path, tmp_path: Path) -> None:
    """After both were moved; another workload where it was is not taken for it."""
    moved = tmp_path / "moved"
    runs.rename(moved)
    assert compare_runs(moved / "a.run", moved / "b.run").queries().shape[0] > 0
    runs.mkdir(parents=True)
    capture_logs(CaptureOptions((SAMPLES / "pg18" / "mindur0.csv",), runs / "w.workload"), tool_version="test")
    assert compare_runs(moved / "a.run", moved / "b.run").queries().shape[0] > 0


def test_a_changed_workload_is_not_compared(runs: Path) -> None:
    """Once, whatever the number of runs."""
    _flipped(runs / "w.workload" / "sessions.parquet")
    with pytest.raises(BadInput, match="do not match the digest"):
        compare_runs(runs / "a.run", runs / "b.run")


def test_a_run_names_no_path_outside(runs: Path) -> None:
    """Its workload's name is a name, and where it was must hold a workload of its digest."""
    for name in ("../w", "/etc/passwd", ".."):
        _edited(runs / "a.run", workload=name, plan={"workload_path": "/etc"})
        with pytest.raises(BadInput, match="was not found at its recorded path"):
            compare_runs(runs / "a.run", runs / "b.run")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda run: next((run / "outcomes").iterdir()).write_bytes(b"no parquet"), "damaged"),
        (lambda run: pl.DataFrame({"x": [1]}).write_parquet(next((run / "outcomes").iterdir())), "there is no column"),
        (lambda run: _zeroed(next((run / "outcomes").iterdir())), "cannot be read"),
        (lambda run: pl.DataFrame({"at_us": ["x"]}).write_parquet(run / "metrics.parquet"), "column at_us is"),
        (lambda run: (run / "connections.parquet").write_bytes(b""), "damaged"),
        (lambda run: pl.DataFrame({"x": [1]}).write_parquet(run / "session_copies.parquet"), "there is no column"),
        (lambda run: _edited(run, fitness={"statements": 3}), "fitness"),
        (lambda run: _edited(run, fitness={"statements": {}}), "fitness"),
        (lambda run: (run / "manifest.json").write_text("[" * 100_000), "damaged"),
        (lambda run: (run / "manifest.json").write_bytes(b"\xff\xfe"), "damaged"),
    ],
)
def test_a_damaged_run_is_told(runs: Path, damage: Callable[[Path], object], words: str) -> None:
    """Which file and what of it; never a traceback."""
    damage(runs / "b.run")
    with pytest.raises(BadInput, match=words):
        compare_runs(runs / "a.run", runs / "b.run")


def test_a_state_that_is_no_state_is_none(runs: Path) -> None:
    """It is only told beside the verdict."""
    for text in ("[]", "3", "{", '{"plans": [], "settings": 3, "version": "18"}'):
        (runs / "b.run" / "state.json").write_text(text)
        assert compare_runs(runs / "a.run", runs / "b.run").queries().shape[0] > 0
    assert Run.open(runs / "b.run").manifest.workload == "w"
