"""A scenario creates the targets of its sides from files and tables, resets them between replays, and removes them whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment import rounds
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.journal import journals
from tests.conftest import LogMark, connect, new_database
from tests.unobserved import Unobserved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.scenarios.file.scenario_file import Scenario
    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = "create table orders (id bigint generated always as identity primary key, word text not null);\n"
TRAFFIC = "insert into orders (word) values ('a word')", "select count(*) from orders", "update orders set word = 'b'"
SCENARIO = """
name = "from-seeds"
[production]
kind = "workload"
workload = "{workload}"
[control.embedded]
version = 16
seed = "{seed}"
database = "seeded"
[candidate]
target = "{target}"
after = ["create index on orders (word)"]
[replay]
speed = "max"
end_state = "no"
"""
TARGET = """
kind = "embedded"
[settings]
fsync = "off"
[embedded]
version = 18
seed = "seed.sql"
database = "seeded"
standbys = 1
"""


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Whatever a scenario does, no journal and no server of it is left."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(registry, "PREFIX", f"{registry.PREFIX}sides-{os.getpid()}-")
    yield
    assert journals() == []
    assert list(Path(tempfile.gettempdir()).glob(f"{registry.PREFIX}*")) == []


@pytest.fixture(scope="module")
def workload(pg16: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Path:
    new_database(pg16, "seeded", SCHEMA)
    mark = LogMark.now(pg16)
    with connect(pg16, "seeded") as connection:
        for statement in TRAFFIC:
            connection.execute(statement.encode())
    return mark.capture(tmp_path_factory.mktemp("sides"), "seeded").path


@pytest.fixture
def file(workload: Path, tmp_path: Path) -> Path:
    """A scenario whose control is a table and whose candidate is a file."""
    (tmp_path / "seed.sql").write_text(SCHEMA)
    (tmp_path / "target.toml").write_text(TARGET)
    path = tmp_path / "scenario.toml"
    path.write_text(SCENARIO.format(workload=workload, seed=tmp_path / "seed.sql", target=tmp_path / "target.toml"))
    return path


def loaded(file: Path, **changes: str) -> Scenario:
    """Return the scenario with changed texts."""
    text = file.read_text()
    for old, new in changes.items():
        text = text.replace(old, new)
    file.write_text(text)
    return load(file)


def test_both_sides_are_created_replayed_twice_and_removed(file: Path, tmp_path: Path) -> None:
    """Control and candidate alternate; each replay begins with the same data, and ``after`` is executed before each of the candidate's."""
    output = tmp_path / "out"
    scenario = load(file)
    assert scenario.rounds == 2
    run_scenario(scenario, Options(output), Unobserved())
    for name, version, resets in (
        ("control", "16", 0),
        ("candidate", "18", 0),
        ("control-again", "16", 1),
        ("candidate-again", "18", 1),
    ):
        manifest = Run.open(output / f"{name}.run").manifest
        assert manifest.target.version.startswith(version), name
        assert sum(step == "reset for another replay" for step in manifest.state.prepared) == resets
        assert ("create index on orders (word)" in manifest.state.prepared) == name.startswith("candidate")
        assert manifest.target.spent is False, name


def test_a_failure_removes_what_both_sides_created(file: Path, tmp_path: Path) -> None:
    """The change of the candidate fails after the control was replayed to."""
    scenario = loaded(file, **{"orders (word)": "no_table (word)"})
    with pytest.raises(TargetProblem, match="no_table"):
        run_scenario(scenario, Options(tmp_path / "out"), Unobserved())


def test_ctrl_c_removes_what_was_created(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        assert len(journals()) == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(rounds, "rehearse", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_scenario(load(file), Options(tmp_path / "out"), Unobserved())


def test_what_a_target_needs_is_verified_before_anything_is_created(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "target.toml"
    target.write_text(TARGET.replace('seed = "seed.sql"', 'source = "postgresql://postgres@127.0.0.1:1/x"'))
    with pytest.raises(TargetProblem, match=r"127\.0\.0\.1:1"):
        run_scenario(load(file), Options(tmp_path / "out"), Unobserved())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[control.embedded]", "[control.docker]", r"unknown key control.docker.version"),
        ("[control.embedded]", '[control]\nkind = "docker"\n[control.x]', r"unknown key control.x"),
        ('seed = "', 'seeed = "', r"unknown key control.embedded.seeed; did you mean seed"),
        ("[candidate]", '[candidate]\ndsn = "x"', r"candidate.dsn has no effect on a target of a file"),
        ("[candidate]", '[candidate]\nkind = "oracle"', r"candidate.kind is 'oracle'"),
        ("target.toml", "missing.toml", r"missing.toml: no such file"),
    ],
)
def test_mistakes_in_a_side_are_named(file: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        loaded(file, **{old: new})


KILLED = """
import os, signal, sys
from pathlib import Path
from pgrehearse.scenarios.experiment import rounds
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.targets import guarding
from pgrehearse.targets.embedded import registry
from tests.unobserved import Unobserved

started, start = [], guarding.start
guarding.start = lambda journal, grace_s: started.append(start(journal, 0)) or started[0]
registry.PREFIX = sys.argv[3]

def killed(*_):
    print(started[0].pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

rounds.rehearse = killed
run_scenario(load(Path(sys.argv[1])), Options(Path(sys.argv[2])), Unobserved())
"""


def test_kill_9_removes_what_was_created(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The watchdog of the control's target removes it; what the process itself would have removed is gone when the watchdog has ended."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    words = [sys.executable, "-c", KILLED, str(file), str(tmp_path / "out"), registry.PREFIX]
    killed = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    psutil.Process(int(killed.stdout)).wait(60)
    assert journals() == []
    for left in Path(tempfile.gettempdir()).glob(f"{registry.PREFIX}*"):
        assert registry.list_clusters([left]) == []
        shutil.rmtree(left)  # the folder of the scenario's own servers: it had none
