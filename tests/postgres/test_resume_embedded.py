"""An embedded experiment that was killed is continued: the workload and the complete runs are used again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.artifact import partial_name
from pgrehearse.base.errors import TargetProblem
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.targets.embedded import registry
from tests.unobserved import Unobserved

if TYPE_CHECKING:
    from collections.abc import Iterator

SCENARIO = """
name = "killed"
[production]
version = 18
standby = false
[production.application]
sessions = 2
seconds = 2.0
scale = 0.02
[control]
version = 18
standby = false
[candidate]
version = 18
standby = false
settings = { work_mem = "8MB" }
[replay]
speed = "max"
end_state = "no"
metrics = false
[compare]
rounds = 1
"""
# The process is killed when the replay to the candidate begins: its server runs.
KILLED = """
import os, signal, sys
from pathlib import Path
from pgrehearse.scenarios.experiment import rounds
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.targets.embedded import registry
from tests.unobserved import Unobserved

registry.PREFIX = sys.argv[3]
rehearse = rounds.rehearse

def killed(rehearsal, *more):
    if rehearsal.output.name == "candidate.run":
        os.kill(os.getpid(), signal.SIGKILL)
    return rehearse(rehearsal, *more)

rounds.rehearse = killed
run_scenario(load(Path(sys.argv[1])), Options(Path(sys.argv[2])), Unobserved())
"""


@pytest.fixture(autouse=True)
def _homes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No folder of servers is left by a complete experiment."""
    monkeypatch.setattr(registry, "PREFIX", f"{registry.PREFIX}resumed-{os.getpid()}-")
    yield
    assert list(Path(tempfile.gettempdir()).glob(f"{registry.PREFIX}*")) == []


def test_kill_9_in_the_second_replay_and_resume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control is not replayed to again. Without the snapshot of production the candidate cannot be restored, and that is an error."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    file, output = tmp_path / "scenario.toml", tmp_path / "out"
    file.write_text(SCENARIO)
    words = [sys.executable, "-c", KILLED, str(file), str(output), registry.PREFIX]
    killed = subprocess.run(words, capture_output=True, text=True, check=False, timeout=240)
    assert killed.returncode == -signal.SIGKILL, killed.stderr

    working = partial_name(output)
    recorded = json.loads((working / "stages.json").read_text())
    assert recorded["stages"][-1] | {"began": ""} == {"name": "replay candidate", "began": "", "seconds": None}
    home = Path(recorded["home"])
    assert [entry.cluster.name for entry in registry.list_clusters([home]) if entry.running] == ["candidate"]
    before = Run.open(working / "control.run").manifest
    digest = json.loads((working / "production.workload" / "manifest.json").read_text())["digest"]

    aside = home.with_name(f"{home.name}.aside")
    (home / "snapshot").rename(aside)
    with pytest.raises(TargetProblem, match="candidate cannot be restored: the snapshot of production is gone"):
        run_scenario(load(file), Options(output, resume=True), Unobserved())
    assert not home.exists()

    home.mkdir()
    (home / ".pgrehearse").touch()
    aside.rename(home / "snapshot")
    recorded = json.loads((working / "stages.json").read_text())
    (working / "stages.json").write_text(json.dumps({**recorded, "home": str(home)}))
    experiment = run_scenario(load(file), Options(output, resume=True), Unobserved())
    assert Run.open(output / "control.run").manifest.wall_start_us == before.wall_start_us
    assert Run.open(output / "candidate.run").manifest.workload_digest == digest == before.workload_digest
    names = [name for name, _ in experiment.seconds]
    assert names.count("replay control") == names.count("replay candidate") == names.count("capture") == 1
    assert experiment.comparison is not None
    shutil.rmtree(aside, ignore_errors=True)
