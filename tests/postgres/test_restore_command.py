"""Two passes on a target that pgrehearse did not make: a command restores it, and it is verified that it did."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from psycopg import sql

from pgrehearse.base import event_loop
from pgrehearse.base.errors import BadInput, TargetProblem, UsageProblem
from pgrehearse.replay.plan.plan import Ids, ReplayPlan
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal
from pgrehearse.scenarios.replaying.restoring import Restoration
from pgrehearse.scenarios.replaying.two_passes import first_run, rehearse_twice
from pgrehearse.targets import safety
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.embedded import registry
from tests.conftest import LogMark, connect, superuser
from tests.postgres.marks import checked, write_mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

DATABASE, START = "restored", "restored_start"
SCHEMA = """
create table words (word text);
insert into words values ('a'), ('b'), ('c');
create table lines (id serial primary key, word text not null);
"""
# The number of rows of INSERT ... SELECT is not in the log: the ids after it are guessed until a first pass has counted it.
TRAFFIC = (
    "insert into lines (word) values ('first')",
    "insert into lines (word) select word from words",
    "insert into lines (word) values ('second')",
    "insert into lines (word) select word from words",
    "insert into lines (word) values ('third')",
)
RESTORE = """
import asyncio, os, psycopg, sys
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.server_facts import connect

restores, adopts = sys.argv[1:]
where = {"host": os.environ["PGHOST"], "port": int(os.environ["PGPORT"]), "user": os.environ["PGUSER"]}
if restores == "yes":
    with psycopg.connect(**where, dbname="postgres", autocommit=True) as connection:
        connection.execute("drop database restored with (force)")
        connection.execute("create database restored template restored_start")

async def mark():
    connection = await connect(Endpoint(**where, database=os.environ["PGDATABASE"]))
    await write_mark(connection)
    await connection.close()

if adopts == "yes":
    asyncio.run(mark())
"""


@dataclass(frozen=True)
class Target:
    """A database that is adopted and at the start of a workload, and the command that restores it."""

    cluster: Cluster
    workload: Workload
    rehearsal: Rehearsal
    produced: list[tuple[object, ...]]
    script: Path

    def command(self, *, restores: bool = True, adopts: bool = True) -> str:
        words = [sys.executable, str(self.script), *("yes" if word else "no" for word in (restores, adopts))]
        return shlex.join(words)


def rows(cluster: Cluster) -> list[tuple[object, ...]]:
    with superuser(cluster, DATABASE) as connection:
        return connection.execute("select id, word from lines order by id").fetchall()


def create(cluster: Cluster, name: str, template: str) -> None:
    """Create a database from another one, again if it exists."""
    with superuser(cluster) as connection:
        for command in ("drop database if exists {0} with (force)", "create database {0} template {1}"):
            connection.execute(sql.SQL(command).format(sql.Identifier(name), sql.Identifier(template)))


@pytest.fixture
def target(pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    create(pg18, START, "template1")
    with superuser(pg18, START) as connection:
        connection.execute(SCHEMA)
    create(pg18, DATABASE, START)
    mark, endpoint = LogMark.now(pg18), pg18.endpoint(DATABASE)
    catalog = event_loop.run(read_catalog(endpoint, {DATABASE}))
    with connect(pg18, DATABASE) as connection:
        for statement in TRAFFIC:
            connection.execute(statement)
    workload = mark.capture(tmp_path, "lines", catalog=catalog)
    produced = rows(pg18)
    create(pg18, DATABASE, START)
    write_mark_of(endpoint)
    script = tmp_path / "restore.py"
    script.write_text(RESTORE)
    rehearsal = Rehearsal(
        workload.path, tmp_path / "second.run", ReplayPlan(endpoint, speed=None, writes=True), metrics=False
    )
    yield Target(pg18, workload, rehearsal, produced, script)
    with superuser(pg18) as connection:
        connection.execute(f"drop database {DATABASE} with (force)")
        connection.execute(f"drop database {START} with (force)")


def test_a_command_restores_the_target_between_the_passes(target: Target) -> None:
    """The second pass has production's ids of all rows."""
    run, _ = rehearse_twice(target.rehearsal, lambda _: None, command=target.command())
    assert first_run(run.path).exists()
    assert rows(target.cluster) == target.produced
    assert run.manifest.ids is not None
    (sequence,) = run.manifest.ids.sequences
    assert sequence.known.get("counted")
    assert sequence.beyond == 0


@pytest.mark.parametrize(
    ("restores", "adopts", "message"),
    [
        (
            False,
            True,
            r"not as it was before the first pass: another position of public\.lines\.id, public\.lines_id_seq$",
        ),
        (True, False, r"after the restore: .* is not verified to be a rehearsal database"),
        (False, False, r"after the restore: .* is a used target"),
    ],
    ids=["only adopted again", "not adopted", "neither"],
)
def test_a_second_pass_needs_the_data_of_the_first_one(
    target: Target, *, restores: bool, adopts: bool, message: str
) -> None:
    """A target that was not restored is found by its mark; if it was adopted again, by its sequences."""
    place = target.rehearsal.plan.target
    command = target.command(restores=restores, adopts=adopts)
    restoration = Restoration.of(target.workload, target.rehearsal.plan, command=command)
    event_loop.run(safety.record_use(place, checked(place), target.workload.manifest.digest))
    with superuser(target.cluster, DATABASE) as connection:
        connection.execute("insert into lines (word) values ('of the first pass')")
    with pytest.raises(TargetProblem, match=message):
        restoration.restore()


def test_a_command_that_fails_is_an_error(target: Target) -> None:
    """Its output is not shown."""
    command = "sh -c 'echo secret; exit 3'"
    restoration = Restoration.of(target.workload, target.rehearsal.plan, command=command)
    with pytest.raises(TargetProblem, match=r"the command of --restore failed for .*exit code 3") as caught:
        restoration.restore()
    assert "secret" not in caught.value.message + caught.value.remedy


def test_what_cannot_be_restored_is_refused_before_the_first_pass(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command; a command for an embedded server; a used target; a replay that draws no ids of production."""
    rehearsal = target.rehearsal

    def refused(change: Rehearsal = rehearsal, command: str = "true") -> str:
        with pytest.raises((TargetProblem, UsageProblem, BadInput)) as caught:
            rehearse_twice(change, lambda _: None, command=command)
        return f"{caught.value.message}: {caught.value.remedy}"

    assert "--restore" in refused(command="")
    assert "--dirty cannot be combined" in refused(replace(rehearsal, dirty=True))
    assert "draws none" in refused(replace(rehearsal, plan=replace(rehearsal.plan, ids=Ids.TARGET)))
    assert "draws none" in refused(replace(rehearsal, plan=replace(rehearsal.plan, writes=False)))
    monkeypatch.undo()
    registry.mark_fresh(target.cluster)
    assert "no snapshot" in refused(command="")
    assert not first_run(rehearsal.output).exists()
    assert rows(target.cluster) == []
