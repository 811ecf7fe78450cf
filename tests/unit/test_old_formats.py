"""A workload or a run of another format is refused by every command that opens one: exit 3, one sentence, and a remedy."""

from __future__ import annotations

import json
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from benchmarks.comparing import write_example
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import FormatTooNew, FormatTooOld
from pgrehearse.cli import main
from pgrehearse.compare.api import compare_runs
from pgrehearse.metrics.aws.instances import Instance
from pgrehearse.metrics.sampler import Sampling
from pgrehearse.runs.metric_catalog import CLOUDWATCH
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import FORMAT as RUN_FORMAT
from pgrehearse.scenarios.measuring.production_metrics import fetched, record
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import FORMAT as WORKLOAD_FORMAT

if TYPE_CHECKING:
    from pathlib import Path

DSN = "postgresql://nobody@127.0.0.1:1/x"
SCENARIO = f"""
name = "x"
[production]
kind = "workload"
workload = "w.workload"
[control]
kind = "dsn"
dsn = "{DSN}"
[candidate]
kind = "dsn"
dsn = "{DSN}"
"""
# The commands that open a workload, and those that open a run; in the folder of both.
OF_WORKLOADS = {
    "inspect": ("inspect", "w.workload"),
    "replay": ("replay", "w.workload", "--target", DSN, "-o", "r.run"),
    "replay --dry-run": ("replay", "w.workload", "--target", DSN, "--dry-run"),
    "compare BASELINE": ("compare", "w.workload", "b.run", "-o", "report.html"),
    "compare --workload": ("compare", "a.run", "b.run", "--workload", "w.workload", "-o", "report.html"),
    "run": ("run", "s.toml", "-o", "out"),
}
OF_RUNS = {
    "compare BASELINE": ("compare", "a.run", "b.run", "-o", "report.html"),
    "compare CANDIDATE": ("compare", "b.run", "a.run", "-o", "report.html"),
    "compare --control": ("compare", "b.run", "b.run", "--control", "a.run", "-o", "report.html"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workload and two runs of it, in the working directory."""
    write_example(tmp_path, 1_000)
    (tmp_path / "s.toml").write_text(SCENARIO)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _set_format(artifact: Path, number: int) -> None:
    path = artifact / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": number}))


def _error(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that must exit 3, and return its message and its remedy."""
    monkeypatch.setattr(sys, "argv", ["pgrehearse", *words, "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    error = json.loads(capsys.readouterr().out)["error"]
    assert (ended.value.code, error["code"]) == (3, 3)
    return f"{error['message']}: {error['remedy']}"


@pytest.mark.parametrize("verb", OF_WORKLOADS)
def test_every_command_refuses_a_workload_of_an_older_format(
    folder: Path, verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message has the path and both formats; nothing is written."""
    _set_format(folder / "w.workload", WORKLOAD_FORMAT - 1)
    before = sorted(folder.iterdir())
    error = _error(OF_WORKLOADS[verb], monkeypatch, capsys)
    assert f"w.workload is a workload of format {WORKLOAD_FORMAT - 1}, and" in error
    assert f"reads format {WORKLOAD_FORMAT}: capture the logs again with this version of pgrehearse" in error
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("verb", OF_RUNS)
def test_every_command_refuses_a_run_of_an_older_format(
    folder: Path, verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message has the path and both formats; nothing is written."""
    _set_format(folder / "a.run", RUN_FORMAT - 1)
    before = sorted(folder.iterdir())
    error = _error(OF_RUNS[verb], monkeypatch, capsys)
    assert f"a.run is a run of format {RUN_FORMAT - 1}, and" in error
    assert f"reads format {RUN_FORMAT}: replay again with this version of pgrehearse" in error
    assert sorted(folder.iterdir()) == before


def test_metrics_are_not_added_to_an_older_format(folder: Path) -> None:
    """`metrics record` and `metrics fetch` open their output before they request samples from a server or AWS."""
    _set_format(folder / "a.run", RUN_FORMAT - 1)
    _set_format(folder / "w.workload", WORKLOAD_FORMAT - 1)
    before = sorted(folder.iterdir())
    for name in ("a.run", "w.workload"):
        with pytest.raises(FormatTooOld, match="reads format"):
            record(Endpoint.parse(DSN), folder / name, 1.0, Sampling(), threading.Event())
        with pytest.raises(FormatTooOld, match="reads format"):
            fetched(
                [Instance("i", "", aurora=False, instance_class="db.m5.large", resource="")],
                folder / name,
                (None, None),
                CLOUDWATCH,
            )
    assert sorted(folder.iterdir()) == before


def test_the_python_api_refuses_another_format(folder: Path) -> None:
    """An older one and a newer one, of both kinds."""
    _set_format(folder / "a.run", RUN_FORMAT - 1)
    with pytest.raises(FormatTooOld, match="is a run of format"):
        Run.open(folder / "a.run")
    with pytest.raises(FormatTooOld, match="is a run of format"):
        compare_runs(folder / "a.run", folder / "b.run")
    _set_format(folder / "w.workload", WORKLOAD_FORMAT - 1)
    with pytest.raises(FormatTooOld, match="is a workload of format"):
        Workload.open(folder / "w.workload")
    _set_format(folder / "a.run", RUN_FORMAT + 1)
    with pytest.raises(FormatTooNew, match=f"reads up to {RUN_FORMAT}"):
        Run.open(folder / "a.run")
    _set_format(folder / "w.workload", WORKLOAD_FORMAT + 1)
    with pytest.raises(FormatTooNew, match=f"reads up to {WORKLOAD_FORMAT}"):
        Workload.open(folder / "w.workload")
