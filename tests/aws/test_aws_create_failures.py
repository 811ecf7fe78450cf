"""A creation at AWS that fails, is interrupted, or loses its answers: it goes on, or nothing of it is left. No server is behind it."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import boto3
import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.aws import create, rehearsal
from pgrehearse.targets.aws.rehearsal import AwsRehearsal
from pgrehearse.targets.journal import journals
from pgrehearse.targets.target import TargetKind
from tests.aws.rehearsals import Sleeps, production, target
from tests.aws.standin.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.aws.standin.server import StandIn

CREATING = (
    "CreateDBClusterParameterGroup",
    "CreateDBParameterGroup",
    "CreateDBSnapshot",
    "RestoreDBClusterFromSnapshot",
    "CreateDBInstance",
)


@pytest.fixture(autouse=True)
def prod(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Production, without a server: the mark cannot be written. In the end nothing else may exist."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")  # boto3 sleeps between its own attempts
    monkeypatch.setattr(rehearsal, "_CONNECTS", 1)
    production(stand_in)
    yield
    assert (stand_in.left("shop"), journals()) == ((), [])


def requested(stand_in: StandIn, action: str) -> int:
    return sum(call.action == action for call in stand_in.calls)


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.RESET, Fault.REFUSED])
def test_a_request_whose_answer_is_lost_is_sent_again_and_recognized(stand_in: StandIn, fault: Fault) -> None:
    """AWS answers that the thing exists; it has our tag. The creation goes on until it needs a server."""
    for action in CREATING:
        stand_in.faults.add(action, fault)
    before = {action: requested(stand_in, action) for action in CREATING}
    with pytest.raises(TargetProblem, match="amazonaws"):
        target(TargetKind.AURORA).prepare(SILENT)
    assert {action: requested(stand_in, action) - before[action] for action in CREATING} == dict.fromkeys(CREATING, 2)


def test_faults_that_pass_are_passed(stand_in: StandIn) -> None:
    """Throttling and an error of the service, of requests and of descriptions."""
    faults = (Fault.THROTTLED, Fault.FAILED, Fault.UNAVAILABLE)
    stand_in.faults.add("RestoreDBClusterFromSnapshot", *faults)
    stand_in.faults.add("DescribeDBClusters", *faults)
    with pytest.raises(TargetProblem, match="amazonaws"):
        target(TargetKind.AURORA).prepare(SILENT)
    assert requested(stand_in, "RestoreDBClusterFromSnapshot") == 4


def test_production_that_is_being_backed_up_is_waited_for(stand_in: StandIn) -> None:
    """AWS makes no snapshot of it in this state."""
    busy = SimpleNamespace(value=(400, "InvalidDBInstanceState", "DBInstance prod is not in available state"))
    stand_in.faults.queue += [("CreateDBSnapshot", cast("Fault", busy))] * 8
    with pytest.raises(TargetProblem, match="amazonaws"):
        target(TargetKind.AURORA).prepare(SILENT)
    assert requested(stand_in, "CreateDBSnapshot") == 9


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("KMSKeyNotAccessibleFault", "allow the key"),
        ("InsufficientDBInstanceCapacity", "another instance class"),
        ("InstanceQuotaExceeded", "larger quota"),
        ("DBSubnetGroupDoesNotCoverEnoughAZs", "subnet group"),
        ("AccessDenied", "`rds:CreateDBInstance`, `rds:AddTagsToResource`"),
    ],
)
def test_what_aws_refuses_has_a_remedy(stand_in: StandIn, code: str, remedy: str) -> None:
    """By AWS's code; nothing is left."""
    refusal = SimpleNamespace(value=(400, code, "no"))
    stand_in.faults.queue.append(("CreateDBInstance", cast("Fault", refusal)))
    with pytest.raises(TargetProblem, match=code) as caught:
        target(TargetKind.AURORA).prepare(SILENT)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("action", CREATING)
def test_a_service_that_stays_unavailable_ends_the_creation(stand_in: StandIn, action: str) -> None:
    """With the request, and nothing is left of those before it."""
    stand_in.faults.add(action, *[Fault.UNAVAILABLE] * 5)
    with pytest.raises(TargetProblem, match=f"{action}") as caught:
        target(TargetKind.AURORA).prepare(SILENT)
    assert "the fault is in the service" in caught.value.remedy


@pytest.mark.parametrize("interrupts_at", [1, 4, 7])
def test_an_interrupted_creation_leaves_nothing(stand_in: StandIn, interrupts_at: int) -> None:
    """Ctrl-C while a snapshot, a cluster or an instance is created."""
    stand_in.states.descriptions = 4
    sleep = Sleeps(interrupts_at)
    with pytest.raises(KeyboardInterrupt):
        target(TargetKind.AURORA, sleep=sleep).prepare(SILENT)
    assert sleep.count == interrupts_at


@pytest.mark.parametrize(
    ("status", "remedy"),
    [("incompatible-network", "subnet group"), ("storage-full", "more storage"), ("failed", "describe-events")],
)
def test_a_state_that_does_not_end_by_itself_ends_the_wait(stand_in: StandIn, status: str, remedy: str) -> None:
    """The instance is removed, and the message has the remedy."""
    stand_in.states.doomed["DBInstance", "pgrehearse"] = status
    with pytest.raises(TargetProblem, match=f"writer is {status}") as caught:
        target(TargetKind.AURORA).prepare(SILENT)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    "row",
    [
        {"DBInstanceIdentifier": "{writer}", "DBParameterGroups": [{"ParameterApplyStatus": "pending-reboot"}]},
        {
            "DBClusterMembers": [
                {"DBInstanceIdentifier": "{writer}", "DBClusterParameterGroupStatus": "pending-reboot"},
                {"DBInstanceIdentifier": "other", "DBClusterParameterGroupStatus": "in-sync"},
            ]
        },
    ],
)
def test_an_instance_whose_parameters_need_a_restart_is_restarted(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, row: dict[str, Any]
) -> None:
    """By its own group, or by that of its cluster; the others are not."""
    plain, text = create._pending_reboot, json.dumps(row)

    def described(found: dict[str, Any]) -> list[str]:
        name = str(found.get("DBInstanceIdentifier", ""))
        return plain(json.loads(text.replace("{writer}", name))) if name else []

    monkeypatch.setattr(create, "_pending_reboot", described)
    monkeypatch.setattr(AwsRehearsal, "_mark", lambda _target: None)
    made = target(TargetKind.AURORA)
    made.prepare(SILENT)
    restarted = [call.values["DBInstanceIdentifier"] for call in stand_in.calls if call.action == "RebootDBInstance"]
    assert restarted == list(made.describe().instances)
    assert made.destroy(SILENT) == ()


def test_a_dry_run_requests_nothing_that_creates(stand_in: StandIn) -> None:
    """The plan is read before it is executed; production's parameters are in it."""
    before = len([call for call in stand_in.calls if not call.action.startswith("Describe")])
    lines = target(TargetKind.AURORA).plan()
    changing = [
        call.action for call in stand_in.calls if call.service == "rds" and not call.action.startswith("Describe")
    ]
    assert [line.split()[0] for line in lines if line.startswith(("restore", "mark"))] == [
        "restore_db_cluster_from_snapshot",
        "mark",
    ]
    assert any('"ParameterName": "work_mem", "ParameterValue": "12345"' in line for line in lines)
    assert len(changing) == before


def test_what_is_no_source_is_refused(stand_in: StandIn) -> None:
    """A name that does not exist; an instance of a cluster; a snapshot that does not exist."""
    with pytest.raises(TargetProblem, match="no instance and no cluster nosuch"):
        target(TargetKind.AURORA, "nosuch").prepare(SILENT)
    with pytest.raises(TargetProblem, match="no snapshot gone"):
        target(TargetKind.AURORA, snapshot="gone").prepare(SILENT)
    assert requested(stand_in, "CreateDBParameterGroup") == 1, "that of production"


def test_production_in_a_blue_green_deployment_is_copied_by_a_snapshot_only() -> None:
    """A replica of it would follow a database that is about to be switched over."""
    rds = boto3.client("rds")
    (row,) = rds.describe_db_instances(DBInstanceIdentifier="prod")["DBInstances"]
    made = rds.create_blue_green_deployment(BlueGreenDeploymentName="b", Source=row["DBInstanceArn"])
    identifier = made["BlueGreenDeployment"]["BlueGreenDeploymentIdentifier"]
    with pytest.raises(Exception, match=f"blue/green deployment {identifier}"):
        target(TargetKind.AURORA, origin="replica").prepare(SILENT)
    rds.delete_blue_green_deployment(BlueGreenDeploymentIdentifier=identifier, DeleteTarget=True)
