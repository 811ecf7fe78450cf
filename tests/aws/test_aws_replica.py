"""An Aurora replica of an RDS instance is promoted; production is watched until then, and the replica is removed at a bound."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import boto3
import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.journal import journals
from pgrehearse.targets.target import TargetKind
from tests.aws.rehearsals import ITEMS, Sleeps, production, rows, target
from tests.conftest import superuser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.aws.standin.server import StandIn


@pytest.fixture(autouse=True)
def nothing_left(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    yield
    assert (stand_in.left("shop"), stand_in.servers.processes(), journals()) == ((), (), [])


def put(metric: str, value: float, instance: str) -> None:
    boto3.client("cloudwatch").put_metric_data(
        Namespace="AWS/RDS",
        MetricData=[
            {
                "MetricName": metric,
                "Value": value,
                "Timestamp": datetime.now(UTC) - timedelta(minutes=2),
                "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": instance}],
            }
        ],
    )


def test_a_replica_is_promoted_when_it_has_reached_production(stand_in: StandIn, pg16: Cluster) -> None:
    """Production has no slot afterwards. Its state is kept, so that the target can be reset."""
    production(stand_in, pg16)
    put("FreeStorageSpace", 90 << 30, "prod")
    lag = Sleeps(calls=lambda: put("RDSToAuroraPostgreSQLReplicaLag", 1, writer(stand_in)))
    stand_in.states.descriptions = 1
    made = target(TargetKind.AURORA, origin="replica", resettable=True, sleep=lag)
    made.prepare(SILENT)
    assert rows(made.connect().primary, ITEMS) == [("tea",), ("rice",)]
    assert rows(made.connect().primary, "select pg_is_in_recovery()") == [(False,)]
    assert made.describe().data.how == "replica"
    with superuser(pg16) as connection:
        assert connection.execute("select slot_name from pg_replication_slots").fetchall() == []
    rows(made.connect().primary, "delete from orders")
    made.reset(SILENT)
    assert rows(made.connect().primary, ITEMS) == [("tea",), ("rice",)]
    assert made.destroy(SILENT) == ()


def writer(stand_in: StandIn) -> str:
    """The name of the target's writer, from the requests."""
    names = [call.values.get("DBInstanceIdentifier", "") for call in stand_in.calls]
    return next((name for name in names if name.startswith("pgrehearse-")), "none")


def test_a_replica_is_removed_when_production_is_at_a_bound(stand_in: StandIn) -> None:
    """Its write-ahead log, and its free storage. Where nothing is known of it, nothing is requested."""
    production(stand_in)
    with pytest.raises(TargetProblem, match="no FreeStorageSpace"):
        target(TargetKind.AURORA, origin="replica").prepare(SILENT)
    assert writer(stand_in) == "none"
    put("FreeStorageSpace", 90 << 30, "prod")
    stand_in.states.descriptions = 3
    keeps = Sleeps(calls=lambda: put("OldestReplicationSlotLag", 30 << 30, "prod"))
    with pytest.raises(TargetProblem, match=r"keeps 30\.0 GB of write-ahead log.*the replica is removed"):
        target(TargetKind.AURORA, origin="replica", sleep=keeps, every_us=0).prepare(SILENT)
    full = Sleeps(calls=lambda: put("FreeStorageSpace", 10 << 30, "prod"))
    with pytest.raises(TargetProblem, match=r"10\.0 GB of 100\.0 GB storage are free"):
        target(TargetKind.AURORA, origin="replica", sleep=full, max_slot_lag="40GB", every_us=0).prepare(SILENT)
