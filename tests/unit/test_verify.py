"""A workload may come from another person: it is replayed and compared only if it is unchanged, in any folder."""

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
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _zeroed(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4] + bytes(len(content) // 2) + content[4 + len(content) // 2 :])


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
    "settings of sessions are changed": lambda path: _edited(
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
    """Exit code 3 with a remedy, before any connection to the target; no run is written under any name."""
    Workload.verified(workload)
    CHANGES[change](workload)
    target = ["--target", "postgresql://nobody@127.0.0.1:1/x"]
    words = {
        "inspect": ["inspect"],
        "replay": ["replay", *target, "-o", str(workload.parent / "r.run")],
        "dry-run": ["replay", *target, "--dry-run"],
    }
    monkeypatch.setattr(sys, "argv", ["pgrehearse", *words[verb], str(workload), "--json"])
    with pytest.raises(SystemExit) as caught:
        main()
    error = json.loads(capsys.readouterr().out)["error"]
    assert caught.value.code == 3
    assert "again" in error["remedy"]
    assert not list(workload.parent.glob("r.run*"))


def test_a_manifest_with_a_folder_outside_the_workload_is_refused(workload: Path) -> None:
    """No file outside the workload is read."""
    for folder in ("..", "/tmp", "data-0123456789abcdef/..", "events", "data-xyz"):  # noqa: S108 (never opened)
        _edited(workload, folder=folder)
        with pytest.raises(BadInput, match="damaged"):
            Workload.open(workload)


def test_a_workload_without_a_digest_of_its_manifest_is_refused(workload: Path) -> None:
    """A changed manifest is detected even if its digest is removed."""
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
def test_a_column_of_another_type_is_refused(workload: Path, table: str, change: pl.Expr) -> None:
    """Also when the digest matches the changed file."""
    pl.read_parquet(workload / table).with_columns(change).write_parquet(workload / table)
    document = json.loads((workload / "manifest.json").read_text())
    document["digest"] = artifact.digest(Workload.open(workload).files())
    (workload / "manifest.json").write_text(json.dumps({**document, "manifest_digest": manifest.digest(document)}))
    with pytest.raises(BadInput, match="damaged: column"):
        Workload.verified(workload)


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Two runs and their workload, in a folder whose name has wildcard characters."""
    folder = tmp_path / "we[ird]*? 100%" / "day=1"
    folder.mkdir(parents=True)
    write_example(folder, 2_000)
    return folder


def test_a_path_with_wildcards_is_not_a_pattern(runs: Path) -> None:
    """Brackets, stars and equals signs in a path have no effect on capture, inspect and compare."""
    assert compare_runs(runs / "a.run", runs / "b.run").queries()["candidate.n"].sum() == 2_000
    path = runs / "w[1].workload"
    capture_logs(CaptureOptions((SAMPLES / "pg18" / "mindur0.csv",), path), tool_version="test")
    workload = Workload.verified(path)
    assert workload.events().collect().height == workload.manifest.events


def test_a_run_finds_its_workload_in_its_own_folder(runs: Path, tmp_path: Path) -> None:
    """After both were moved; another workload at the recorded path is not used."""
    moved = tmp_path / "moved"
    runs.rename(moved)
    assert compare_runs(moved / "a.run", moved / "b.run").queries().shape[0] > 0
    runs.mkdir(parents=True)
    capture_logs(CaptureOptions((SAMPLES / "pg18" / "mindur0.csv",), runs / "w.workload"), tool_version="test")
    assert compare_runs(moved / "a.run", moved / "b.run").queries().shape[0] > 0


def test_a_changed_workload_is_not_compared(runs: Path) -> None:
    """The digest of its files does not match."""
    _flipped(runs / "w.workload" / "sessions.parquet")
    with pytest.raises(BadInput, match="do not match the digest"):
        compare_runs(runs / "a.run", runs / "b.run")


def test_a_run_with_a_workload_outside_is_refused(runs: Path) -> None:
    """The name of the workload is not a path, and the recorded path must contain a workload with the same digest."""
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
def test_a_damaged_run_is_an_error(runs: Path, damage: Callable[[Path], object], words: str) -> None:
    """The message names the file and the damage."""
    damage(runs / "b.run")
    with pytest.raises(BadInput, match=words):
        compare_runs(runs / "a.run", runs / "b.run")


def test_an_invalid_state_file_is_ignored(runs: Path) -> None:
    """The state is only additional information in a comparison."""
    for text in ("[]", "3", "{", '{"plans": [], "settings": 3, "version": "18"}'):
        (runs / "b.run" / "state.json").write_text(text)
        assert compare_runs(runs / "a.run", runs / "b.run").queries().shape[0] > 0
    assert Run.open(runs / "b.run").manifest.workload == "w"
