"""The IAM policies: they allow each request that a role sends, nothing that no request needs, and nothing on what is not of a run."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from botocore import xform_name
from click.testing import CliRunner

from pgrehearse.base.progress import SILENT
from pgrehearse.cli import cli
from pgrehearse.commands.targets_policies import ROLES
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.permissions import CHANGES, CREATES
from pgrehearse.targets.aws.policies import IMPLIED, Role, policy
from pgrehearse.targets.aws.search import remove_found, search
from pgrehearse.targets.aws.teardown import tear_down
from tests.aws.created import AT_ONCE, create, creations, journal_of, names, produced, tags
from tests.aws.policy import ACCOUNT, REGION, Sent, is_allowed, recorded, refusals

if TYPE_CHECKING:
    from tests.aws.standin.server import StandIn

RUN_TAGS = {tag["Key"]: tag["Value"] for tag in tags("4f2a")}
ROOT = Path(__file__).parents[2]


def actions(role: Role) -> set[str]:
    return {action for statement in policy(role)["Statement"] for action in statement["Action"]}


def arn(kind: str, name: str) -> str:
    return f"arn:aws:rds:{REGION}:{ACCOUNT}:{kind}:{name}"


def test_the_role_delete_allows_each_request_of_a_teardown_and_of_a_search(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And it allows no other action: each one was sent, or is the one for a replica."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    produced()
    production = names()
    with recorded() as recorder:
        for token in ("4f2a", "4f2b"):
            journal = journal_of(token)
            create(journal, creations(token))
            if token == "4f2a":
                assert tear_down(journal, Clients(), SILENT, AT_ONCE) == ()
        found = search(Clients())
        assert (len(found.found), found.problems) == (9, ())
        assert remove_found(found.found, Clients(), SILENT, AT_ONCE) == ()
    assert stand_in.faults.seen
    assert names() == production
    allowed = policy(Role.DELETE)
    assert [sent for sent in recorder.sent if not is_allowed(allowed, sent)] == []
    assert {sent.action for sent in recorder.sent} == actions(Role.DELETE) - {"rds:PromoteReadReplicaDBCluster"}


@pytest.mark.parametrize("role", list(Role))
def test_no_role_allows_an_action_that_no_request_needs(role: Role) -> None:
    """The code has a method of boto3, or an action of AWS, for each; except for what AWS needs beside a request."""
    folders = (ROOT / name for name in ("base", "capture", "metrics", "scenarios", "targets"))
    paths = [path for folder in folders for path in folder.rglob("*.py") if path.name != "policies.py"]
    code = "\n".join(path.read_text() for path in paths)
    methods = set(re.findall(r"[A-Za-z_]+", code))
    needed = {action for action in actions(role) if {_operation(action), xform_name(_operation(action))} & methods}
    assert actions(role) - needed - IMPLIED == set()


def test_a_builder_may_send_what_plans_send() -> None:
    """Every creation and every change; who builds has the role delete too."""
    assert {*CREATES, *CHANGES} <= actions(Role.BUILD) | actions(Role.DELETE)


def test_a_request_that_its_role_does_not_allow_is_reported() -> None:
    """The fixture of these tests reports it: with the role of the outermost module, the action and the resource."""
    production = arn("db", "prod")
    sent = Sent("rds:DeleteDBInstance", (production,), {}, {production: {}}, ("pgrehearse.metrics.aws.cloudwatch",))
    assert refusals([sent]) == [
        f"role metrics does not allow rds:DeleteDBInstance on {production}, sent by pgrehearse.metrics.aws.cloudwatch"
    ]
    assert refusals([replace(sent, modules=("pgrehearse.targets.aws.removal", "pgrehearse.targets.removal"))])
    assert refusals([replace(sent, action="rds:DescribeDBInstances", arns=("*",))]) == []


@pytest.mark.parametrize("kind", ["db", "cluster", "pg", "cluster-pg", "snapshot", "cluster-snapshot"])
def test_a_builder_creates_and_changes_only_what_has_the_tags_of_a_run(kind: str) -> None:
    """Without one of the tags nothing is created; production is not changed, whatever tags the request has."""
    created, production = arn(kind, "pgrehearse-4f2a-x"), arn(kind, "prod")
    create, change = {
        "db": ("CreateDBInstance", "ModifyDBInstance"),
        "cluster": ("RestoreDBClusterFromSnapshot", "ModifyDBCluster"),
        "pg": ("CreateDBParameterGroup", "ModifyDBParameterGroup"),
        "cluster-pg": ("CreateDBClusterParameterGroup", "ModifyDBClusterParameterGroup"),
        "snapshot": ("CreateDBSnapshot", "PromoteReadReplicaDBCluster"),
        "cluster-snapshot": ("CreateDBClusterSnapshot", "PromoteReadReplicaDBCluster"),
    }[kind]
    allowed = policy(Role.BUILD)
    assert is_allowed(allowed, Sent(f"rds:{create}", (created,), RUN_TAGS, {}))
    for tag in RUN_TAGS:
        others = {key: value for key, value in RUN_TAGS.items() if key != tag}
        assert not is_allowed(allowed, Sent(f"rds:{create}", (created,), others, {}))
    assert is_allowed(allowed, Sent(f"rds:{change}", (created,), {}, {created: RUN_TAGS}))
    assert not is_allowed(allowed, Sent(f"rds:{change}", (created,), RUN_TAGS, {created: {}}))
    assert not is_allowed(allowed, Sent(f"rds:{change}", (production,), RUN_TAGS, {production: {}}))


def _operation(action: str) -> str:
    return action.partition(":")[2]


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.service == "rds"], ids=lambda kind: kind.name)
def test_nothing_without_the_tag_of_a_run_can_be_deleted(kind: Any) -> None:
    types = {
        "db-proxy": "db-proxy",
        "db-instance": "db",
        "db-cluster": "cluster",
        "db-snapshot": "snapshot",
        "db-cluster-snapshot": "cluster-snapshot",
        "db-parameter-group": "pg",
        "db-cluster-parameter-group": "cluster-pg",
    }
    allowed, action = policy(Role.DELETE), kind.actions[-1]
    created = arn(types[kind.name], "pgrehearse-4f2a-x")
    assert is_allowed(allowed, Sent(action, (created,), {}, {created: RUN_TAGS}))
    assert not is_allowed(allowed, Sent(action, (created,), {}, {created: {"pgrehearse:owner": "ana"}}))
    assert not is_allowed(allowed, Sent(action, (created,), RUN_TAGS, {created: {}}))
    other = arn(types[kind.name], "prod")
    assert is_allowed(allowed, Sent(action, (other,), {}, {other: RUN_TAGS})) == (kind.name == "db-proxy")


@pytest.mark.parametrize("role", [Role.CAPTURE, Role.METRICS])
def test_a_role_that_reads_changes_nothing(role: Role) -> None:
    assert all(
        action.split(":")[1].startswith(("Describe", "Get", "List", "Filter", "Download")) for action in actions(role)
    )


def test_the_command_prints_the_policies() -> None:
    """All by role, or that of one role, as IAM takes it."""
    assert list(Role) == ROLES
    every = json.loads(CliRunner().invoke(cli, ["targets", "policies"]).stdout)
    assert list(every) == ROLES
    for role in ROLES:
        one = json.loads(CliRunner().invoke(cli, ["targets", "policies", "--role", role]).stdout)
        assert one == every[role] == policy(Role(role))
        assert one["Version"] == "2012-10-17"
        assert len(json.dumps(one, separators=(",", ":"))) < 6_144  # IAM's quota of a managed policy
