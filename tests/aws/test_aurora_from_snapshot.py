"""The whole path on this machine: production at RDS is captured, Aurora is created from a snapshot, both are compared, nothing is left.

AWS is the stand-in (tests/aws/README.md); the servers behind its endpoints are PostgreSQL.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from pgrehearse.cli import main
from pgrehearse.metrics.aws.cloudwatch import fetch
from pgrehearse.scenarios.measuring import production_metrics
from pgrehearse.targets import make
from pgrehearse.targets.aws.rehearsal import AwsRehearsal
from pgrehearse.targets.aws.removal import Patience
from pgrehearse.targets.aws.waiting import Pace
from pgrehearse.targets.journal import journals
from pgrehearse.workload.read import Workload
from tests.apps import order_system
from tests.aws.production import at_once, put
from tests.aws.rehearsals import create_instance
from tests.conftest import held_to_schema
from tests.postgres.conftest import start_cluster, stop_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.aws.standin.server import StandIn

SCENARIO = "aurora-from-snapshot"
# The servers of the stand-in have no TLS, and its classes no price.
WITHOUT = (
    *("--set", "control.rds.sslmode=prefer", "--set", "candidate.aurora.sslmode=prefer"),
    *("--set", "control.rds.max_price=0.0", "--set", "candidate.aurora.max_price=0.0"),
)


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Cluster]:
    """Production's server, with the log files that RDS has."""
    cluster = start_cluster(
        home, 16, "rds-production", log_filename="postgresql.log.%Y-%m-%d-%H", log_rotation_age="60"
    )
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(autouse=True)
def _production(stand_in: StandIn, server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Production at RDS: a snapshot, then the traffic of the order system, with metrics of its time. The variables name it."""
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    order_system.create(server)
    create_instance(order_system.DATABASE, "postgres")
    stand_in.servers.add_production("prod", server)
    boto3.client("rds").create_db_snapshot(DBSnapshotIdentifier="before", DBInstanceIdentifier="prod")
    since = datetime.now(UTC)
    order_system.run(server, sessions=4, transactions=12, seed=3)
    until = datetime.now(UTC) + timedelta(seconds=1)
    put("CPUUtilization", [20, 30], ("DBInstanceIdentifier", "prod"), since=since.replace(second=0, microsecond=0))
    values = {
        "INSTANCE": "prod",
        "SNAPSHOT": "before",
        "DATABASE": order_system.DATABASE,
        "SINCE": since.isoformat(),
        "UNTIL": until.isoformat(),
        "CATALOG": f"postgresql://postgres@127.0.0.1:{server.port}/{order_system.DATABASE}",
    }
    for name, value in values.items():
        monkeypatch.setenv(f"REHEARSAL_{name}", value)


@pytest.fixture(autouse=True)
def _without_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in needs no time for its states, and its CloudWatch has no values that arrive later."""
    patient = partial(AwsRehearsal, pace=Pace(0.1), patience=Patience(interval_s=0.1, unanswered_s=0))
    monkeypatch.setattr(make, "AwsRehearsal", patient)
    monkeypatch.setattr(production_metrics, "fetch", partial(fetch, patience=at_once(datetime.now(UTC))))


def rehearsed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any], str]:
    """Run ``pgrehearse run``; return its exit code, its JSON document, and what it showed."""
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(sys, "argv", ["pgrehearse", "run", SCENARIO, *WITHOUT, *words, "--json"])
        monkey.setattr(sys, "stdin", io.StringIO("n\n"))
        with pytest.raises(SystemExit) as ended:
            main()
    output = capsys.readouterr()
    return int(ended.value.code or 0), json.loads(output.out), output.err


def test_aurora_from_a_snapshot(stand_in: StandIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the log files of production to the report: both sides have its data, and nothing is left at AWS or on this machine."""
    output = tmp_path / "out"
    code, document, _ = rehearsed(capsys, "-o", str(output), "--yes")
    assert "error" not in document, document
    held_to_schema("run", document)
    outcomes = {gate["outcome"] for gate in document["comparison"]["candidates"][0]["gates"]}
    # The window is shorter than that of the gate over five minutes.
    assert "inconclusive" in outcomes
    assert code == (1 if "failed" in outcomes else 5)
    workload = Workload.verified(output / "production.workload")
    assert workload.manifest.source is not None
    assert workload.manifest.source.resource.startswith("db-")
    assert workload.manifest.statements > 100
    candidate = document["comparison"]["candidates"][0]
    assert candidate["errors"]["new"] == candidate["errors"]["drifted"] == 0
    assert "<svg" in (output / "report.html").read_text(encoding="utf-8")
    assert (stand_in.left("before"), stand_in.servers.processes(), journals()) == ((), (), [])


def test_nothing_is_created_without_a_confirmation(
    stand_in: StandIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan has the price of an hour; without an answer the command ends, and nothing was requested that creates."""
    code, document, shown = rehearsed(capsys, "-o", str(tmp_path / "out"))
    assert code == 2, document
    assert "--yes" in document["error"]["remedy"]
    assert shown.count("price:") == 2
    assert "restore_db_cluster_from_snapshot" in shown
    assert stand_in.left("before") == ()
    assert not (tmp_path / "out").exists()
