"""Targets of kind command, with the example of the manual; and of kind dsn. Every failure of a command removes what it had created."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.journal import journals
from pgrehearse.targets.kinds import contract
from pgrehearse.targets.make import existing, make
from pgrehearse.targets.specification import parse
from tests.conftest import new_database, superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

ROOT = Path(__file__).parents[2]
TEMPLATE = "command_template"
EXAMPLE = ROOT / "docs" / "target-command.sh"


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def environment(pg16: Cluster, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """The environment of the example: its server, and the database that it copies."""
    new_database(pg16, TEMPLATE, "create table orders (id int); insert into orders values (1), (2)")
    for name, value in {"PGHOST": "127.0.0.1", "PGPORT": str(pg16.port), "PGUSER": "postgres"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TEMPLATE", TEMPLATE)
    monkeypatch.setenv("PATH", f"{pg16.program('psql').parent}:/usr/bin:/bin")
    return pg16


def document(**table: Any) -> dict[str, Any]:
    actions = {action: f"{EXAMPLE} {action}" for action in ("prepare", "describe", "reset", "destroy")}
    return {"kind": "command", "name": "candidate", "command": {**actions, "timeout": "60s", **table}}


def copies(cluster: Cluster) -> list[str]:
    with superuser(cluster) as connection:
        rows = connection.execute("select datname from pg_database where datname like 'rehearsal%'").fetchall()
    return [str(row[0]) for row in rows]


def test_the_example_of_the_manual(environment: Cluster, tmp_path: Path) -> None:
    """It is created, adopted, described, reset with a valid mark, and removed."""
    target = make(parse(document(), "test", tmp_path))
    target.prepare(SILENT)
    try:
        target = existing("candidate")
        described, (name,) = target.describe(), copies(environment)
        assert (described.price, described.data.name, described.steps) == (0.5, TEMPLATE, (f"copied from {TEMPLATE}",))
        assert described.version.startswith("16")
        assert target.connect().primary.database == name
        for _ in range(2):
            with superuser(environment, name) as connection:
                assert connection.execute("select count(*) from orders").fetchone() == (2,)
                assert connection.execute("select count(*) from pgrehearse.mark").fetchone() == (1,)
                assert connection.execute("select how, name from pgrehearse.data_origin").fetchone() == (
                    "dump",
                    TEMPLATE,
                )
                connection.execute("delete from orders")
            target.reset(SILENT)
    finally:
        assert target.destroy(SILENT) == ()
    assert copies(environment) == []
    assert journals() == []


@pytest.mark.parametrize(
    ("describe", "message"),
    [
        ("print('{')", "the output of the command describe is not JSON"),
        ("print('[]')", "the output of the command describe: it is not an object"),
        ("print('{}')", "the output of the command describe: primary is missing"),
        ('print(\'{"primary": "x", "price": "1"}\')', "the output of the command describe: price has the wrong type"),
        (
            'print(\'{"primary": "x", "data": {"hwo": ""}}\')',
            "the output of the command describe: unknown key data.hwo",
        ),
        (
            "print('hidden-word'); raise SystemExit(3)",
            "the command describe of target candidate failed: it returned exit code 3",
        ),
    ],
)
def test_a_wrong_answer_removes_what_was_created(
    environment: Cluster, tmp_path: Path, describe: str, message: str
) -> None:
    """The path of the wrong key is in the message; nothing of what the command printed is."""
    script = tmp_path / "describe.py"
    script.write_text(describe)
    target = make(parse(document(describe=f"{sys.executable} {script}"), "test", tmp_path))
    with pytest.raises((BadInput, TargetProblem)) as caught:
        target.prepare(SILENT)
    assert caught.value.message == message
    assert "hidden-word" not in caught.value.message + caught.value.remedy
    assert copies(environment) == []
    assert journals() == []


def test_a_command_has_an_end(environment: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time it is interrupted, with the processes that it started, and destroy is executed."""
    monkeypatch.setattr(contract, "_GRACE_S", 5.0)
    script = tmp_path / "prepare.py"
    script.write_text(
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'import threading; threading.Event().wait(300)'])\n"
    )
    target = make(parse(document(prepare=f"{sys.executable} {script}", timeout="2s"), "test", tmp_path))
    with pytest.raises(
        TargetProblem, match="the command prepare of target candidate failed: it had not finished after 2 s"
    ):
        target.prepare(SILENT)
    assert journals() == []
    assert copies(environment) == []


def test_what_destroy_could_not_remove_stays_in_the_journal(tmp_path: Path) -> None:
    # Without a watchdog, which tries it again for a day.
    specification = parse(document(prepare="false", destroy="false"), "test", tmp_path)
    target = make(specification, guard=lambda _: nullcontext())
    with pytest.raises(TargetProblem, match="prepare of target candidate failed"):
        target.prepare(SILENT)
    (left,) = existing("candidate").destroy(SILENT)
    assert left == (
        "the command destroy of target candidate failed: it returned exit code 1; then: pgrehearse targets destroy candidate"
    )


def test_the_published_schema_is_the_contract() -> None:
    """docs/schemas/target-command.json: the same keys as the value, and the example's answer."""
    schema = json.loads((ROOT / "docs" / "schemas" / "target-command.json").read_text())
    assert set(schema["properties"]) == set(contract.Answer.__dataclass_fields__)
    assert schema["required"] == ["primary"]
    jsonschema.validate({"primary": "postgresql://a@b/c", "price": 0.5, "data": {"how": "dump"}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"primary": "postgresql://a@b/c", "prise": 0.5}, schema)


def test_a_database_of_its_owner_is_verified_and_restored_by_its_command(pg16: Cluster, tmp_path: Path) -> None:
    """Kind dsn: without a mark it is refused; without a command it cannot be reset."""
    registry.mark_fresh(pg16)  # a replay of another test may have written to it
    new_database(pg16, "of_its_owner", "create table orders (id int)")
    place = f"postgresql://postgres@127.0.0.1:{pg16.port}/of_its_owner"
    target = make(
        parse({"kind": "dsn", "name": "restored", "dsn": {"dsn": place, "instance": ["i-1"]}}, "test", tmp_path)
    )
    target.prepare(SILENT)  # an embedded server needs no mark
    assert target.describe().instances == ("i-1",)
    assert target.describe().version.startswith("16")
    with pytest.raises(TargetProblem, match="target restored cannot be reset: pgrehearse did not create it"):
        target.reset(SILENT)
    assert target.destroy(SILENT) == ()
    marker = tmp_path / "restored"
    table = {"dsn": place, "restore": f"touch {marker}"}
    make(parse({"kind": "dsn", "name": "restored", "dsn": table}, "test", tmp_path)).reset(SILENT)
    assert marker.exists()
