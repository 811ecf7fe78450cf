"""``targets list``, ``destroy`` and ``reap``: by journals, and by tags where no journal is left."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from click.testing import CliRunner

from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.cli import cli
from pgrehearse.targets.aws import search as of_search
from pgrehearse.targets.aws import teardown
from pgrehearse.targets.journal import Journal
from tests.aws.created import AT_ONCE, create, creations, instance, journal_of, names, produced, tags
from tests.aws.standin.exchange import Answer, Call, error

if TYPE_CHECKING:
    from pathlib import Path

    from tests.aws.standin.server import StandIn

LONG_AGO = wall_us() - 3600 * SECOND


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    for module in (of_search, teardown):
        monkeypatch.setattr(module, "Patience", lambda: AT_ONCE)


@pytest.fixture
def production(stand_in: StandIn) -> set[tuple[str, str]]:
    """Production: what is there before a test."""
    produced()
    assert stand_in.url
    return names()


def run(*words: str, code: int = 0, answer: str = "") -> dict[str, Any]:
    """Run a command with --json; return its document."""
    result = CliRunner().invoke(cli, ["targets", *words, "--json"], input=answer, standalone_mode=False)
    assert (result.return_value or 0) == code, (result.output, result.exception)
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def target(token: str, expires_us: int = 0) -> Journal:
    """Create a target with two things."""
    journal = journal_of(token, expires_us)
    create(journal, creations(token, expires_us)[:2])
    return journal


def test_an_expired_target_is_removed_and_another_stays(production: set[tuple[str, str]]) -> None:
    """Without a confirmation nothing is removed."""
    expired, valid = target("4f2a", LONG_AGO), target("4f2b", wall_us() + 3600 * SECOND)
    before = names()
    declined = CliRunner().invoke(cli, ["targets", "reap"], input="n\n")
    assert declined.exit_code != 0
    assert "candidate-4f2a (aurora), run 4f2a, expires " in declined.output
    assert "  db-parameter-group pgrehearse-4f2a-instance" in declined.output
    assert "4f2b" not in declined.output
    assert names() == before
    assert run("reap", "--yes") == {
        "selected": [
            {"kind": kind, "name": name, "run": "4f2a", "target": "candidate-4f2a"}
            for kind, name in (
                ("db-cluster-parameter-group", "pgrehearse-4f2a-cluster"),
                ("db-parameter-group", "pgrehearse-4f2a-instance"),
            )
        ],
        "left": [],
    }
    assert not expired.path.exists()
    assert {name for _, name in names() - production} == {"pgrehearse-4f2b-cluster", "pgrehearse-4f2b-instance"}
    assert run("reap", "--yes") == {"selected": [], "left": []}
    (listed,) = run("list")["created"]
    assert 3500 < listed.pop("expires_in_s") <= 3600
    assert [thing["name"] for thing in listed.pop("things")] == ["pgrehearse-4f2b-instance", "pgrehearse-4f2b-cluster"]
    assert listed == {
        "target": "candidate-4f2b",
        "kind": "aurora",
        "run": "4f2b",
        "place": {"region": "eu-west-1", "account": "123456789012"},
        "expires_us": valid.header.expires_us,
        "price_per_hour_usd": None,
        "command_runs": True,
    }
    assert [one["target"] for one in run("destroy", "candidate-4f2b")["destroyed"]] == ["candidate-4f2b"]
    assert names() == production


def test_without_journals_what_is_expired_is_found_by_its_tags(
    production: set[tuple[str, str]], tmp_path: Path
) -> None:
    """Another machine: everything of the expired run is removed, and nothing that has no tag, another name, or time left."""
    journal = journal_of("4f2a", LONG_AGO)
    create(journal, creations("4f2a", LONG_AGO))
    create(journal_of("4f2b"), creations("4f2b")[:3])
    shutil.rmtree(tmp_path / "pgrehearse")
    instance("restored-by-hand", "prod", tags("4f2a", LONG_AGO))
    instance("pgrehearse-4f2a-look-alike", "prod", [])
    instance("pgrehearse-4f2a-half", "prod", tags("4f2a", LONG_AGO)[:2])
    others = {"restored-by-hand", "pgrehearse-4f2a-look-alike", "pgrehearse-4f2a-half"}
    selected = run("reap", "--account", "--yes")["selected"]
    assert {(one["kind"], one["name"]) for one in selected} == {(one.kind, one.name) for one in creations("4f2a")}
    assert {name for _, name in names() - production} == others | {
        "pgrehearse-4f2b-instance",
        "pgrehearse-4f2b-cluster",
        "pgrehearse-4f2b-snapshot",
    }
    assert len(run("reap", "--account", "--all-of-run", "4f2b", "--yes")["selected"]) == 3
    assert {name for _, name in names() - production} == others


def test_what_cannot_be_listed_is_reported(stand_in: StandIn) -> None:
    """Without the permission for one kind the others are removed, and the exit code shows that something may be left."""
    produced()
    before = names()
    create(journal_of("4f2a", LONG_AGO), creations("4f2a", LONG_AGO)[:4])
    rules = stand_in._rules

    def denied(call: Call) -> Answer | None:
        return error(403, "AccessDenied", "not authorized") if call.action == "DescribeDBProxies" else rules(call)

    stand_in._rules = denied
    document = run("reap", "--account", "--yes", code=4)
    (left,) = document["left"]
    assert left.startswith("db-proxy: they could not be listed: AWS refused")
    assert "grant `rds:DescribeDBProxies`, `rds:ListTagsForResource`" in left
    stand_in._rules = rules
    assert names() == before


def test_a_target_that_cannot_be_removed_stops_no_other(production: set[tuple[str, str]], tmp_path: Path) -> None:
    """One has deletion protection, one has a damaged journal, one has an unknown kind."""
    protected = journal_of("4f2a", LONG_AGO)
    create(protected, creations("4f2a", LONG_AGO)[:5])
    boto3.client("rds").modify_db_cluster(DBClusterIdentifier="pgrehearse-4f2a-cluster", DeletionProtection=True)
    target("4f2b", LONG_AGO)
    (tmp_path / "pgrehearse" / "targets" / "bad.jsonl").write_text("{")
    foreign = journal_of("4f2c", LONG_AGO)
    foreign.path.write_text(foreign.path.read_text().replace('"aurora"', '"alloydb"'))
    document = run("reap", "--yes", code=4)
    assert len(document["left"]) == 4
    assert "deletion protection" in document["left"][0]
    assert document["left"][1].startswith(
        "db-cluster-parameter-group pgrehearse-4f2a-cluster is not removed: AWS refused"
    )
    assert "cannot remove a target of kind alloydb" in document["left"][2]
    assert "bad.jsonl: not a journal of a target, or damaged" in document["left"][3]
    assert {kind for kind, _ in names() - production} == {"db-cluster", "db-cluster-parameter-group"}
    assert run("list")["damaged"][0]["path"].endswith("bad.jsonl")


@pytest.mark.usefixtures("production")
def test_a_target_whose_command_was_killed_is_listed_as_such() -> None:
    journal = target("4f2a")
    text = journal.path.read_text().replace(f'"owner_pid": {os.getpid()}', '"owner_pid": 4194304')
    journal.path.write_text(text)
    result = CliRunner().invoke(cli, ["targets", "list"])
    assert ", price not known, its command has ended" in result.output
    assert "  db-cluster-parameter-group pgrehearse-4f2a-cluster" in result.output
