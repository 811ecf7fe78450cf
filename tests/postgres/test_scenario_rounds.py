"""Own servers in rounds: three sides are replayed twice, each restored by its command; a restore that fails; the experiment continues."""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import partial_name
from pgrehearse.base.errors import BadInput, Exit, TargetProblem, UsageProblem
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.embedded import registry
from tests.conftest import LogMark, connect, drop_database, new_database
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.marks import write_mark_of
from tests.unobserved import Unobserved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.scenarios.file.scenario_file import Scenario
    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = "create table lines (id bigint generated always as identity primary key, word text not null);"
TRAFFIC = "insert into lines (word) values ('one')", "insert into lines (word) values ('two')", "select 1"
SIDES = ("control", "narrow", "wide")
RESTORE = """
import asyncio, os, psycopg, sys
from pathlib import Path
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.server_facts import connect

if Path(sys.argv[1]).exists():
    sys.exit(3)
where = {"host": os.environ["PGHOST"], "port": int(os.environ["PGPORT"]), "user": os.environ["PGUSER"]}
with psycopg.connect(**where, dbname="postgres", autocommit=True) as connection:
    connection.execute("drop database rounds with (force)")
    connection.execute("create database rounds template rounds_start")

async def mark():
    connection = await connect(Endpoint(**where, database=os.environ["PGDATABASE"]))
    await write_mark(connection)
    await connection.close()

asyncio.run(mark())
"""
WIDE = """[candidates.wide]
kind = "dsn"
dsn = "{wide}"
restore = "{restore_wide}"
"""
SCENARIO = """
name = "rounds"
gates = ["errors.new == 0", "regressed.count == 0"]
report = ["html", "junit", "markdown"]
[production]
kind = "workload"
workload = "{workload}"
[control]
kind = "dsn"
dsn = "{control}"
restore = "{restore_control}"
[candidates.narrow]
kind = "dsn"
dsn = "{narrow}"
restore = "{restore_narrow}"
after = ["create index on lines (word)"]
{WIDE}[replay]
speed = "max"
end_state = "no"
metrics = false
"""


@dataclass(frozen=True)
class Rounds:
    """A scenario of three servers. *broken*: while this file exists, the restore of ``wide`` fails."""

    file: Path
    output: Path
    broken: Path

    @property
    def working(self) -> Path:
        return partial_name(self.output)

    def run(self, scenario: Scenario | None = None, *, resume: bool = False) -> None:
        run_scenario(scenario or load(self.file), Options(self.output, resume=resume), Unobserved())

    def starts(self, folder: Path) -> dict[str, int]:
        """Return when each run was started."""
        return {path.name: Run.open(path).manifest.wall_start_us for path in sorted(folder.glob("*.run"))}


@pytest.fixture(scope="module")
def servers(home: Path, pg16: Cluster, pg18: Cluster) -> Iterator[dict[str, Cluster]]:
    wide = start_cluster(home, 18, "wide")
    yield dict(zip(SIDES, (pg16, pg18, wide), strict=True))
    stop_cluster(wide)


@pytest.fixture
def rounds(servers: dict[str, Cluster], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rounds]:
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    for server in servers.values():
        new_database(server, "rounds_start", SCHEMA)
        new_database(server, "rounds", SCHEMA)
    catalog = event_loop.run(read_catalog(servers["control"].endpoint("rounds"), {"rounds"}))
    mark = LogMark.now(servers["control"])
    with connect(servers["control"], "rounds") as connection:
        for statement in TRAFFIC:
            connection.execute(statement.encode())
    workload = mark.capture(tmp_path, "rounds", catalog=catalog).path
    script, broken = tmp_path / "restore.py", tmp_path / "broken"
    script.write_text(RESTORE)
    words: dict[str, object] = {"workload": workload}
    for side, server in servers.items():
        new_database(server, "rounds", SCHEMA)
        write_mark_of(server.endpoint("rounds"))
        words[side] = f"postgresql://postgres@127.0.0.1:{server.port}/rounds"
        fails = broken if side == "wide" else tmp_path / "never"
        words[f"restore_{side}"] = shlex.join([sys.executable, str(script), str(fails)])
    file = tmp_path / "scenario.toml"
    file.write_text(SCENARIO.replace("{WIDE}", WIDE).format(**words))
    yield Rounds(file, tmp_path / "out", broken)
    for server in servers.values():
        drop_database(server, "rounds")
        drop_database(server, "rounds_start")


def test_a_restore_that_fails_half_way_is_named_and_the_experiment_continues(rounds: Rounds) -> None:
    """Each side is restored between its replays; what was replayed before the failure is kept, and is not replayed again."""
    scenario = load(rounds.file)
    assert scenario.rounds == 2
    rounds.broken.touch()
    with pytest.raises(TargetProblem, match=r"^wide is in an unknown state: .*exit code 3") as caught:
        rounds.run()
    assert caught.value.exit_code == Exit.TARGET
    assert "--resume" in caught.value.remedy
    assert not rounds.output.exists()
    kept = rounds.starts(rounds.working)
    assert list(kept) == ["control-again.run", "control.run", "narrow-again.run", "narrow.run", "wide.run"]

    rounds.file.write_text(rounds.file.read_text().replace('speed = "max"', 'speed = "2"'))
    with pytest.raises(BadInput, match=r"was begun with another scenario: replay\.speed$"):
        rounds.run(load(rounds.file), resume=True)

    rounds.broken.unlink()
    rounds.run(scenario, resume=True)
    starts = rounds.starts(rounds.output)
    assert {name: starts[name] for name in kept} == kept
    assert starts.keys() - kept.keys() == {"wide-again.run"}
    assert not any(Run.open(rounds.output / name).manifest.state.spent for name in starts)

    stages = json.loads((rounds.output / "stages.json").read_text())["stages"]
    names = [stage["name"] for stage in stages if stage["seconds"] is not None]
    assert [name for name in names if name.startswith("replay")] == [
        f"replay {name}" for name in (*SIDES, "control-again", "narrow-again", "wide-again")
    ]
    comparison = json.loads((rounds.output / "comparison.json").read_text())
    assert [candidate["name"] for candidate in comparison["candidates"]] == ["narrow", "wide"]
    assert [len(candidate["gates"]) for candidate in comparison["candidates"]] == [2, 2]
    page = (rounds.output / "index.html").read_text()
    assert all(f'href="{name}/"' in page for name in starts)
    assert {"junit.xml", "summary.md", "report.html", "workload.html"} <= {
        path.name for path in rounds.output.iterdir()
    }

    with pytest.raises(UsageProblem, match="cannot be continued: it is complete"):
        rounds.run(scenario, resume=True)


def test_a_first_pass_on_a_control_that_its_command_restores(rounds: Rounds) -> None:
    """The control is restored after the first pass; both replays begin with the same data, and have production's ids."""
    text = rounds.file.read_text()
    one, _, rest = text.partition("[candidates.wide]")
    rounds.file.write_text(f"{one}[replay]\npasses = 2{rest.partition('[replay]')[2]}[compare]\nrounds = 1\n")
    rounds.run()
    stages = [stage["name"] for stage in json.loads((rounds.output / "stages.json").read_text())["stages"]]
    assert stages[:6] == [
        "prepare control",
        "replay control, first pass",
        "restore control",
        "deduce the ids again",
        "replay control",
        "prepare narrow",
    ]
    for name in ("control.run", "narrow.run"):
        manifest = Run.open(rounds.output / name).manifest
        assert manifest.ids is not None
        assert not manifest.state.spent


def test_an_experiment_that_was_not_begun_cannot_be_continued(rounds: Rounds) -> None:
    with pytest.raises(UsageProblem, match=r"cannot be continued: there is no out\.partial"):
        rounds.run(resume=True)
    assert not rounds.working.exists()
