"""Teardown at AWS: nothing of a run is left, whatever happens in the middle; nothing else is touched."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

import boto3
import pytest

from pgrehearse.base.errors import HarnessFailure
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.teardown import tear_down
from pgrehearse.targets.journal import Journal
from tests.aws.created import AT_ONCE, create, creations, instance, journal_of, killed, names, produced, tags
from tests.aws.standin.faults import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from tests.aws.standin.server import StandIn

COUNT = 9


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


@pytest.fixture
def production(stand_in: StandIn) -> set[tuple[str, str]]:
    """Production, and what else is there; a test may add to it."""
    produced()
    assert stand_in.url
    return names()


def torn_down(journal: Journal) -> tuple[str, ...]:
    return tear_down(journal, Clients(), SILENT, AT_ONCE)


def test_everything_is_removed_and_production_stays(production: set[tuple[str, str]]) -> None:
    journal = journal_of("4f2a")
    requests = creations("4f2a")
    assert len(requests) == COUNT
    create(journal, requests)
    assert len(names() - production) == COUNT
    assert torn_down(journal) == ()
    assert names() == production
    assert journal.left() == ()
    assert torn_down(journal) == ()


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_crash_at_any_request_leaves_nothing_unknown(production: set[tuple[str, str]], *, before: bool) -> None:
    """The process is killed before the request was sent, or after AWS executed it and before the answer came."""
    for place in range(COUNT):
        journal = journal_of(f"4f2{place}")
        with killed():
            create(journal, creations(f"4f2{place}"), killed_at=place, before=before)
        assert len(journal.things()) == place + 1
        assert torn_down(Journal.open(journal.path)) == ()
        assert journal.left() == ()
    assert names() == production


def test_a_request_without_an_answer_is_looked_for_until_it_must_have_appeared(stand_in: StandIn) -> None:
    """AWS shows what was created some seconds after a request whose answer was lost."""
    produced()
    before = names()
    journal = journal_of("4f2a")
    with killed():
        create(journal, creations("4f2a"), killed_at=0, before=True)
    rounds: list[float] = []

    def late(seconds: float) -> None:
        rounds.append(seconds)
        if len(rounds) == 2:
            creations("4f2a")[0].make()

    patience = replace(AT_ONCE, unanswered_s=3600, sleep=late, bound_s=5)
    assert tear_down(journal, Clients(), SILENT, patience)[0].startswith("db-parameter-group pgrehearse-4f2a-instance")
    assert stand_in.faults.seen.count("DeleteDBParameterGroup") == 1
    assert names() == before
    assert torn_down(journal) == ()


@pytest.mark.parametrize(
    ("where", "faults"),
    [
        ("DeleteDBInstance", [Fault.THROTTLED] * 5),
        ("DescribeDBClusters", [Fault.UNAVAILABLE] * 5),
        ("DeleteDBCluster", [Fault.FAILED] * 4),
        ("ListTagsForResource", [Fault.THROTTLED] * 4),
    ],
)
def test_temporary_faults_delay_a_teardown(
    stand_in: StandIn, production: set[tuple[str, str]], where: str, faults: list[Fault]
) -> None:
    """Throttling and errors of the service, more often than boto3 repeats a request."""
    journal = journal_of("4f2a")
    create(journal, creations("4f2a"))
    stand_in.faults.add(where, *faults)
    assert torn_down(journal) == ()
    assert stand_in.faults.queue == []
    assert names() == production


def test_expired_credentials_leave_everything_to_the_next_teardown(
    stand_in: StandIn, production: set[tuple[str, str]]
) -> None:
    """What AWS still accepted is removed; the sentences name the rest, the remedy, and the command of AWS."""
    journal = journal_of("4f2a")
    create(journal, creations("4f2a"))
    stand_in.faults.add("DeleteDBCluster", *[Fault.EXPIRED] * 9)
    left = torn_down(journal)
    assert len(left) == 3
    assert "renew the credentials" in left[0]
    assert left[0].endswith(
        "aws rds delete-db-cluster --db-cluster-identifier pgrehearse-4f2a-cluster --skip-final-snapshot --region eu-west-1"
    )
    assert {thing.kind for thing in journal.left()} == {
        "db-cluster",
        "db-cluster-snapshot",
        "db-cluster-parameter-group",
    }
    stand_in.faults.queue.clear()
    assert torn_down(journal) == ()
    assert names() == production


def test_what_is_being_created_is_removed_when_aws_allows_it(stand_in: StandIn) -> None:
    """AWS deletes neither what is being created nor a cluster with instances: the deletion is requested again."""
    produced()
    before = names()
    journal, requests = journal_of("4f2a"), creations("4f2a")
    create(journal, requests[:4])
    stand_in.states.descriptions = 3
    create(journal, requests[4:5])
    boto3.client("rds").get_waiter("db_cluster_available").wait(WaiterConfig={"Delay": 0, "MaxAttempts": 9})
    create(journal, requests[5:7])
    assert torn_down(journal) == ()
    assert stand_in.faults.seen.count("DeleteDBInstance") > 2
    assert names() == before


def test_deletion_protection_is_respected(production: set[tuple[str, str]]) -> None:
    """Somebody has turned it on, so somebody needs it; everything else is removed, also what is removed later."""
    journal = journal_of("4f2a")
    create(journal, creations("4f2a"))
    rds = boto3.client("rds")
    rds.modify_db_cluster(DBClusterIdentifier="pgrehearse-4f2a-cluster", DeletionProtection=True)
    rounds: list[float] = []
    left = tear_down(journal, Clients(), SILENT, replace(AT_ONCE, bound_s=900, blocked_s=3, sleep=rounds.append))
    assert len(rounds) < 9  # what it is in the way of is not waited for
    assert "somebody has turned on its deletion protection" in left[0]
    assert ("db-cluster", "pgrehearse-4f2a-cluster") in names()
    assert ("db-instance", "pgrehearse-4f2a-writer") not in names()
    rds.modify_db_cluster(DBClusterIdentifier="pgrehearse-4f2a-cluster", DeletionProtection=False)
    assert torn_down(journal) == ()
    assert names() == production


@pytest.mark.parametrize("of_run", [[], tags("4f2b")], ids=["no tag", "another run"])
def test_a_foreign_thing_with_our_name_stays(production: set[tuple[str, str]], of_run: list[dict[str, str]]) -> None:
    """The request of a cluster had no answer because somebody has one of this name: it is not ours."""
    rds = boto3.client("rds")
    rds.restore_db_cluster_from_snapshot(
        DBClusterIdentifier="pgrehearse-4f2a-cluster",
        SnapshotIdentifier="prod-s",
        Engine="aurora-postgresql",
        Tags=of_run,
    )
    instance("pgrehearse-4f2a-writer", "pgrehearse-4f2a-cluster", of_run)
    journal = journal_of("4f2a")
    journal.requested("db-cluster", "pgrehearse-4f2a-cluster")
    number = journal.requested("db-instance", "pgrehearse-4f2a-writer")
    journal.created(number, "db-THATWASREMOVED")
    left, remedy = torn_down(journal)
    assert left.startswith("db-cluster pgrehearse-4f2a-cluster is not removed: it has no tag pgrehearse:run = 4f2a")
    assert "aws rds delete" not in left
    assert remedy.endswith(f"remove the journal: {journal.path}")
    assert names() - production == {
        ("db-cluster", "pgrehearse-4f2a-cluster"),
        ("db-instance", "pgrehearse-4f2a-writer"),
    }


def test_a_thing_with_our_tag_and_another_id_stays(production: set[tuple[str, str]]) -> None:
    """Our tag and our name, and another id than the one that was created: not known, so it is reported."""
    journal = journal_of("4f2a")
    requests = creations("4f2a")
    create(journal, requests[:1])
    other = journal.requested("db-cluster-parameter-group", "pgrehearse-4f2a-cluster")
    requests[1].make()
    journal.created(other, "arn:aws:rds:eu-west-1:123456789012:cluster-pg:another")
    left, _ = torn_down(journal)
    assert "and arn:aws:rds:eu-west-1:123456789012:cluster-pg:another was created" in left
    assert names() - production == {("db-cluster-parameter-group", "pgrehearse-4f2a-cluster")}


def test_a_look_alike_outside_the_journal_stays(production: set[tuple[str, str]]) -> None:
    """Another instance with the tag of the run, which no journal names."""
    journal = journal_of("4f2a")
    create(journal, creations("4f2a"))
    instance("pgrehearse-4f2a-by-hand", "prod", tags("4f2a"))
    assert torn_down(journal) == ()
    assert names() - production == {("db-instance", "pgrehearse-4f2a-by-hand")}


def test_credentials_of_another_account_remove_nothing(production: set[tuple[str, str]]) -> None:
    """There, nothing is found: that is no proof that nothing is left."""
    journal = journal_of("4f2a")
    elsewhere = replace(journal.header, target="elsewhere", place={"region": "eu-west-1", "account": "999"})
    there = Journal.begin(elsewhere)
    there.requested("db-cluster", "pgrehearse-4f2a-cluster")
    (left,) = torn_down(there)
    assert "account 999" in left
    assert "set AWS_PROFILE" in left
    assert len(there.left()) == 1
    assert names() == production


@pytest.mark.usefixtures("production")
def test_two_commands_do_not_remove_one_target() -> None:
    journal = journal_of("4f2a")
    with journal.locked(), pytest.raises(HarnessFailure, match="another command removes this target now"):
        torn_down(journal)


def test_a_full_disk_stops_no_teardown(production: set[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is removed; the journal is completed by the next teardown."""
    journal = journal_of("4f2a")
    create(journal, creations("4f2a"))

    def full(_journal: Journal, _number: int) -> None:
        raise HarnessFailure("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "removed", full)
        left = torn_down(journal)
    assert len(left) == COUNT
    assert "is removed, and the journal was not written: disk full" in left[0]
    assert names() == production
    assert torn_down(journal) == ()
    assert journal.left() == ()


def test_ctrl_c_in_a_teardown_leaves_nothing_running(stand_in: StandIn, production: set[tuple[str, str]]) -> None:
    """The first Ctrl-C ended the command, and the second one comes in the teardown: each deletion is requested before it is obeyed."""
    journal = journal_of("4f2a")
    create(journal, creations("4f2a"))
    stand_in.faults.seen = _Interrupts()
    with pytest.raises(KeyboardInterrupt):
        torn_down(journal)
    assert {kind for kind, _ in names() - production} <= {"db-parameter-group", "db-cluster-parameter-group"}
    assert len(journal.left()) == COUNT
    assert torn_down(journal) == ()
    assert names() == production


class _Interrupts(list[str]):
    """The actions that the stand-in saw; the deletion of the proxy, which is the first one, is the moment of a Ctrl-C."""

    def append(self, action: str) -> None:
        super().append(action)
        if action == "DeleteDBProxy":
            os.kill(os.getpid(), signal.SIGINT)
