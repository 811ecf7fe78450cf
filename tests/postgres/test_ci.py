"""`pgrehearse ci`: the files of the result after a comparison, after a failed gate, and after each kind of failure."""

from __future__ import annotations

import json
import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.scenarios.ci import run as ci
from pgrehearse.scenarios.ci.run import CiOptions, file_of, run_ci
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.journal import journals
from tests.conftest import LogMark, connect, held_to_schema, new_database
from tests.unobserved import Unobserved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.scenarios.ci.result import CiResult
    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = "create table orders (id bigint primary key, word text not null); insert into orders select n, 'w' from generate_series(1, 50) n;\n"
SCENARIO = """
name = "orders"
[production]
kind = "workload"
workload = "{folder}/orders.workload"
[control.embedded]
version = 16
seed = "{folder}/seed.sql"
database = "shop"
[candidate.embedded]
version = 16
seed = "{folder}/seed.sql"
database = "shop"
[replay]
speed = "max"
end_state = "no"
[compare]
rounds = 1
"""
MIGRATION = "\n\nalter table orders add column note text default 'a note'"


@pytest.fixture(scope="module")
def folder(pg16: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committed workload, its seed, and a scenario."""
    folder = tmp_path_factory.mktemp("ci")
    new_database(pg16, "shop", SCHEMA)
    mark = LogMark.now(pg16)
    with connect(pg16, "shop") as connection:
        for number in range(20):
            connection.execute("select word from orders where id = %s", (number,))
    mark.capture(folder, "orders")
    (folder / "seed.sql").write_text(SCHEMA)
    (folder / "scenario.toml").write_text(SCENARIO.format(folder=folder))
    return folder


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Whatever a scenario does, no target of it is left."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(registry, "PREFIX", f"{registry.PREFIX}ci-{os.getpid()}-")
    yield
    assert journals() == []


def run(folder: Path, output: Path, **more: Any) -> CiResult:
    return run_ci(CiOptions(str(folder / "scenario.toml"), output, **more), nullcontext(Unobserved()))


def verdict(output: Path) -> dict[str, Any]:
    """Return verdict.json; it has the published schema, and names exactly the files that exist."""
    document: dict[str, Any] = json.loads((output / "verdict.json").read_text())
    held_to_schema("ci", document)
    published = {path.name for path in output.iterdir()} - {"manifest.json", "experiment", "experiment.partial"}
    assert set(document["files"]) == published
    return document


def test_a_migration_and_a_gate(folder: Path, tmp_path: Path) -> None:
    """One run shows everything: the migration's locks, a passed and a failed gate, JUnit, comment, report, JSON."""
    gates, migration, output = tmp_path / "gates.toml", tmp_path / "m.sql", tmp_path / "out"
    gates.write_text('gates = ["errors.new == 0", "coverage > 101 %"]')
    migration.write_text(MIGRATION)
    result = run(folder, output, gates=gates, migrations=(str(migration),))
    assert result.code == 1
    document = verdict(output)
    assert document["exit_code"] == 1
    assert [gate["outcome"] for gate in document["gates"]] == ["passed", "failed"]
    assert json.loads((output / "comparison.json").read_text())["report"] == str(output / "report.html")
    suite = ET.parse(output / "junit.xml").getroot()  # noqa: S314 (our own file)
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("2", "1", "0")
    comment = (output / "comment.md").read_text()
    assert comment.startswith("<!-- pgrehearse ci: orders -->\n")
    assert "| 3 | `public.orders` | AccessExclusiveLock |" in comment
    (record,) = document["migrations"]
    assert [one["tag"] for one in record["statements"]] == ["ALTER TABLE"]
    assert "a note" not in json.dumps(document) + comment


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("select 1;\n\nselekt 2;", r"m\.sql:3: syntax error at or near \"selekt\""),
        ("\\i other.sql", r"m\.sql:1: syntax error"),
        ("\n-- nothing\n", r"m\.sql: no statement"),
        ("copy orders from stdin;", r"m\.sql:1: COPY from or to a client"),
        ("\nbegin;\nalter table orders add x int;", r"m\.sql:2: the transaction block that begins here is not ended"),
    ],
)
def test_a_migration_that_is_not_sql_ends_before_anything_is_created(
    folder: Path, tmp_path: Path, sql: str, message: str
) -> None:
    migration, output = tmp_path / "m.sql", tmp_path / "out"
    migration.write_text(sql)
    with pytest.raises(BadInput, match=message):
        run(folder, output, migrations=(str(migration),))
    document = verdict(output)
    assert document["verdict"] is None
    assert document["failure"]["code"] == document["exit_code"] == 3
    assert not (output / "experiment").exists()
    # The same marker as after a comparison: the pull request has one comment.
    assert (output / "comment.md").read_text().startswith("<!-- pgrehearse ci: orders -->\n")


def test_a_migration_during_the_replay_is_an_event_of_the_candidate(folder: Path, tmp_path: Path) -> None:
    """The control has none, and nothing is executed before the replay."""
    migration = tmp_path / "m.sql"
    migration.write_text("alter table orders add column x int;")
    file = str(folder / "scenario.toml")
    scenario = file_of(CiOptions(file, tmp_path, migrations=(str(migration),), migration_at="10s")).scenario
    (event,) = scenario.events
    assert (event.name, event.at, event.file, event.sides) == ("migration m.sql", "10s", str(migration), ("candidate",))
    assert [side.migrations for side in scenario.sides.values()] == [(), ()]
    with pytest.raises(UsageProblem, match="--migration-at without --migration"):
        file_of(CiOptions(file, tmp_path, migration_at="10s"))
    with pytest.raises(BadInput, match=r"absent\.sql: No such file"):
        file_of(CiOptions(file, tmp_path, migrations=("absent.sql",), migration_at="10s"))


def test_a_missing_scenario_leaves_a_result(tmp_path: Path) -> None:
    output = tmp_path / "out"
    with pytest.raises(BadInput, match="no such file"):
        run_ci(CiOptions(str(tmp_path / "absent.toml"), output), nullcontext(Unobserved()))
    assert verdict(output)["scenario"] == "absent"
    assert "**what to do** use the path of a file" in (output / "comment.md").read_text()
    assert 'errors="1"' in (output / "junit.xml").read_text()


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [(KeyboardInterrupt(), 130, "interrupted"), (ZeroDivisionError("x"), 6, "a bug in pgrehearse")],
)
def test_an_interruption_and_a_bug_leave_a_result(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, words: str
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(ci, "run_scenario", failing)
    output = tmp_path / "out"
    with pytest.raises(type(error)):
        run(folder, output)
    document = verdict(output)
    assert document["exit_code"] == code
    assert words in document["failure"]["message"]


def test_a_directory_that_is_not_a_result_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "mine.txt").write_text("mine")
    with pytest.raises(UsageProblem, match=r"out is a directory that pgrehearse did not create"):
        run(folder, output, force=True)
    assert (output / "mine.txt").read_text() == "mine"


def test_a_result_is_replaced_with_force(tmp_path: Path) -> None:
    output = tmp_path / "out"
    for _ in range(2):
        with pytest.raises(BadInput):
            run_ci(CiOptions(str(tmp_path / "absent.toml"), output, force=True), nullcontext(Unobserved()))
    with pytest.raises(UsageProblem, match="out exists"):
        run_ci(CiOptions(str(tmp_path / "absent.toml"), output), nullcontext(Unobserved()))
    assert verdict(output)["scenario"] == "absent"
