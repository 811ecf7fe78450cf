"""`doctor --rds` against the stand-in: the parameter group, the volume, a change for a limited time, and its undo by any process."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.stub import Stubber

from pgrehearse.base.clock import SECOND, iso, wall_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.cli import main
from pgrehearse.scenarios.capturing import rds_logging
from pgrehearse.targets.logging_settings import RDS_PREFIX
from pgrehearse.targets.rds_logging import change, transactions, watchdog
from pgrehearse.targets.rds_logging.change import put_back, settings_at, state_of
from pgrehearse.targets.rds_logging.groups import describe_server, rds_client
from pgrehearse.targets.rds_logging.record import Record, Watched, outcome_of, record_of
from tests.aws.standin.faults import Fault

if TYPE_CHECKING:
    from tests.aws.standin.server import StandIn

GIB = 1 << 30
GROUP = "prod-pg16"
BUSY = ("--statements-per-second", "1000")


def free(instance: str, size: int, metric: str = "FreeStorageSpace") -> None:
    """Put a point of the free storage of an instance."""
    boto3.client("cloudwatch").put_metric_data(
        Namespace="AWS/RDS",
        MetricData=[
            {
                "MetricName": metric,
                "Value": float(size),
                "Timestamp": datetime.now(UTC),
                "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": instance}],
            }
        ],
    )


def instance(name: str = "prod", group: str = GROUP) -> None:
    """An RDS instance with 100 GiB, and a parameter group."""
    boto3.client("rds").create_db_instance(
        DBInstanceIdentifier=name,
        DBInstanceClass="db.m6g.large",
        Engine="postgres",
        AllocatedStorage=100,
        MasterUsername="root",
        MasterUserPassword="hunter22",
        DBParameterGroupName=group,
    )


@pytest.fixture
def production(stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An instance with a parameter group of its own, whose log_min_duration_statement somebody has set."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(change, "_POLL_S", 0.05)
    assert stand_in.url
    rds = boto3.client("rds")
    rds.create_db_parameter_group(DBParameterGroupName=GROUP, DBParameterGroupFamily="postgres16", Description="x")
    set_value("log_min_duration_statement", "500")
    instance()
    free("prod", 80 * GIB)
    yield tmp_path
    for path in (tmp_path / "state").rglob("*.json"):
        path.unlink()  # the watchdog of a record ends


def set_value(name: str, value: str) -> None:
    boto3.client("rds").modify_db_parameter_group(
        DBParameterGroupName=GROUP,
        Parameters=[{"ParameterName": name, "ParameterValue": value, "ApplyMethod": "immediate"}],
    )


def values(group: str = GROUP, cluster: str = "") -> dict[str, str]:
    """Return what somebody has set in a group, or in that of a cluster."""
    rds = boto3.client("rds")
    if cluster:
        pages = rds.get_paginator("describe_db_cluster_parameters").paginate(DBClusterParameterGroupName=cluster)
    else:
        pages = rds.get_paginator("describe_db_parameters").paginate(DBParameterGroupName=group)
    return {
        row["ParameterName"]: row["ParameterValue"]
        for page in pages
        for row in page["Parameters"]
        if row.get("Source") == "user"
    }


def doctor(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    """Run `doctor --rds prod`; return the exit code and its JSON document."""
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(sys, "argv", ["pgrehearse", "doctor", "--rds", "prod", *words, "--json"])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0), json.loads(capsys.readouterr().out)


def arn() -> str:
    groups = boto3.client("rds").describe_db_parameter_groups(DBParameterGroupName=GROUP)["DBParameterGroups"]
    return str(groups[0]["DBParameterGroupArn"])


BEFORE = {"log_min_duration_statement": "500"}
AFTER = {
    "log_min_duration_statement": "0",
    "log_line_prefix": RDS_PREFIX,
    "log_connections": "1",
    "log_disconnections": "1",
}


def test_each_setting_is_checked(production: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The value, the recommended value, when a change is in effect; the volume against the free storage."""
    code, document = doctor(capsys, *BUSY)
    assert code == 0
    assert production
    checks = {check["name"]: check for check in document["source"]}
    assert (checks["parameter group"]["value"], checks["parameter group"]["well"]) == (GROUP, True)
    assert {name: checks[name]["wanted"] for name in AFTER} == AFTER
    assert checks["log_min_duration_statement"]["value"] == "500 (dynamic)"
    assert not any(checks[name]["well"] for name in AFTER)
    # 1,000 statements a second of 600 bytes, for two hours
    assert checks["log volume (prod)"]["value"].startswith("4.0 GiB in 120 min")
    assert checks["log volume (prod)"]["well"]
    assert values() == BEFORE


def test_the_watchdog_puts_the_values_back(production: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At the end of the time, by another process; what nobody had set is not set afterwards."""
    code, document = doctor(capsys, "--apply", "--for", "4s", *BUSY)
    assert (code, document.get("applied")) == (0, AFTER), document
    assert values() == AFTER
    assert list(production.rglob("*.json"))
    wait_until_put_back()
    assert values() == BEFORE
    outcome = outcome_of(arn())
    assert outcome is not None
    assert (outcome.reason, outcome.ended_us >= outcome.until_us) == (watchdog.END, True)


def wait_until_put_back() -> None:
    deadline = time.monotonic() + 60
    while record_of(arn()) is not None:
        assert time.monotonic() < deadline, "the values were not put back"


def test_a_second_change_is_refused_and_restore_puts_the_values_back(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From another process than the one that changed them; there is nothing to put back a second time."""
    assert doctor(capsys, "--apply", "--for", "1h", *BUSY)[0] == 0
    code, document = doctor(capsys, "--apply", "--for", "1h", *BUSY)
    assert (code, "was changed by pgrehearse at" in document["error"]["message"]) == (4, True), document
    assert doctor(capsys, "--restore")[0] == 0
    assert values() == BEFORE
    code, document = doctor(capsys, "--restore")
    assert (code, "no change of prod-pg16 is recorded" in document["error"]["message"]) == (4, True)
    assert production


def test_a_value_that_somebody_else_changed_is_left_and_named(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other values are put back."""
    assert doctor(capsys, "--apply", "--for", "1h", *BUSY)[0] == 0
    set_value("log_min_duration_statement", "250")
    code, document = doctor(capsys, "--restore")
    assert code == 4
    assert "log_min_duration_statement was changed by somebody else to 250" in document["error"]["message"]
    assert values() == {"log_min_duration_statement": "250"}
    assert production


def test_a_crash_between_the_record_and_the_request_leaves_nothing(
    production: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command is killed before its request: the watchdog finds the old values, and removes the record."""
    killed = os.fork()
    if not killed:
        monkeypatch.setattr(change, "_modify", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        doctor(capsys, "--apply", "--for", "3s", *BUSY)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(killed, 0)[1]) == -signal.SIGKILL
    assert production
    wait_until_put_back()
    assert values() == BEFORE


@pytest.mark.parametrize(
    ("storage", "words", "message"),
    [
        (80, ("--for", "2h"), "the volume is not known"),
        (80, ("--for", "200h", *BUSY), "the log could fill the storage"),
        (15, ("--for", "1m", *BUSY), "15.0 GiB of free storage, less than 20%"),
    ],
)
def test_without_room_nothing_is_changed(
    production: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    storage: int,
    words: tuple[str, ...],
    message: str,
) -> None:
    """A volume that is not known, more than half of the free storage, less than a fifth of it free."""
    monkeypatch.setattr(rds_logging, "busiest_hour", lambda *_: None)  # without Performance Insights
    free("prod", storage * GIB)
    code, document = doctor(capsys, "--apply", *words)
    assert (code, message in document["error"]["message"]) == (4, True), document
    assert values() == BEFORE
    assert not list(production.rglob("*.json"))


def test_a_default_group_and_a_shared_one_are_refused(production: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A default group cannot be modified; a change of a shared one would be in effect on the other instance too."""
    instance("billing")
    code, document = doctor(capsys, "--apply", *BUSY)
    assert (code, "also the parameter group of billing" in document["error"]["message"]) == (4, True), document
    boto3.client("rds").delete_db_instance(DBInstanceIdentifier="prod", SkipFinalSnapshot=True)
    instance(group="default.postgres16")
    code, document = doctor(capsys, "--apply", *BUSY)
    assert (code, "cannot be modified" in document["error"]["message"]) == (4, True), document
    assert "--copy-group" in document["error"]["remedy"]
    assert values() == BEFORE
    assert production


def test_a_copy_of_the_group_is_created_and_can_be_changed(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has the values that were set; the commands attach it and reboot; a second group of its name is refused."""
    set_value("work_mem", "8192")
    instance("billing")
    code, document = doctor(capsys, "--copy-group", "prod-own")
    assert (code, document["created"], document["copy_of"]) == (0, "prod-own", GROUP)
    assert document["attach"] == [
        "aws rds modify-db-instance --db-instance-identifier prod --db-parameter-group-name prod-own",
        "aws rds reboot-db-instance --db-instance-identifier prod",
    ]
    assert values("prod-own") == values() == {**BEFORE, "work_mem": "8192"}
    assert doctor(capsys, "--copy-group", "prod-own")[0] == 4
    boto3.client("rds").modify_db_instance(DBInstanceIdentifier="prod", DBParameterGroupName="prod-own")
    code, document = doctor(capsys, "--apply", "--for", "1h", *BUSY)
    assert (code, "not in effect on prod" in document["error"]["message"]) == (4, True), document
    boto3.client("rds").reboot_db_instance(DBInstanceIdentifier="prod")
    assert doctor(capsys, "--apply", "--for", "1h", *BUSY)[0] == 0
    assert values("prod-own") == {**AFTER, "work_mem": "8192"}
    assert doctor(capsys, "--restore")[0] == 0
    assert values("prod-own") == values()
    assert production


def test_a_refused_change_leaves_no_record(
    production: Path, stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    """AWS refuses the request after the record was written."""
    stand_in.faults.add("ModifyDBParameterGroup", Fault.EXPIRED)
    code, document = doctor(capsys, "--apply", *BUSY)
    assert (code, "renew the credentials" in document["error"]["remedy"]) == (4, True), document
    assert not list(production.rglob("*.json"))
    assert values() == BEFORE


def test_a_cluster_is_changed_in_its_own_group(production: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The storage of each instance counts; what the group of an instance sets has precedence, so it is refused."""
    rds = boto3.client("rds")
    rds.delete_db_instance(DBInstanceIdentifier="prod", SkipFinalSnapshot=True)
    family = "aurora-postgresql16"
    rds.create_db_cluster_parameter_group(
        DBClusterParameterGroupName="prod-cluster", DBParameterGroupFamily=family, Description="x"
    )
    rds.create_db_parameter_group(DBParameterGroupName="own", DBParameterGroupFamily=family, Description="x")
    cluster = {"DBClusterIdentifier": "prod", "Engine": "aurora-postgresql"}
    login = {"MasterUsername": "root", "MasterUserPassword": "hunter22"}
    rds.create_db_cluster(**cluster, **login, DBClusterParameterGroupName="prod-cluster")
    for name in ("prod-1", "prod-2"):
        rds.create_db_instance(
            DBInstanceIdentifier=name, DBInstanceClass="db.r6g.large", DBParameterGroupName="own", **cluster
        )
        free(name, 80 * GIB, "FreeLocalStorage")
    own = {"ParameterName": "log_connections", "ParameterValue": "0", "ApplyMethod": "immediate"}
    rds.modify_db_parameter_group(DBParameterGroupName="own", Parameters=[own])
    code, document = doctor(capsys, "--apply", "--for", "1h", *BUSY)
    assert (code, "own, the group of an instance of prod, sets log_connections" in document["error"]["message"]) == (
        4,
        True,
    )
    rds.reset_db_parameter_group(DBParameterGroupName="own", Parameters=[own])
    code, document = doctor(capsys, "--apply", "--for", "1h", *BUSY)
    assert (code, document.get("applied"), document.get("parameter_group")) == (0, AFTER, "prod-cluster"), document
    assert values(cluster="prod-cluster") == AFTER
    assert doctor(capsys, "--restore")[0] == 0
    assert values(cluster="prod-cluster") == {}
    assert production


def test_a_capture_has_the_settings_of_its_window(production: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those that --apply had set, also after they were put back; before and later, those of the group."""
    began_us = wall_us()
    assert doctor(capsys, "--apply", "--for", "1h", *BUSY)[0] == 0
    assert doctor(capsys, "--restore")[0] == 0
    outcome, server = outcome_of(arn()), describe_server(rds_client("prod"), "prod")
    assert outcome is not None
    during = server.logging(settings_at(arn(), outcome.began_us, outcome.ended_us))
    before = server.logging(settings_at(arn(), began_us - SECOND, outcome.ended_us))
    assert (during["log_min_duration_statement"], during["log_connections"]) == ("0", "on")
    assert (before["log_min_duration_statement"], before["log_connections"]) == ("500", "off")
    assert production


RECORD = Record("prod", GROUP, False, "arn:x", "eu-west-1", 0, 3600 * SECOND, (), (Watched("prod", "F", 20),))


def test_the_watchdog_reads_the_free_storage_and_sees_the_end_of_the_record(production: Path) -> None:
    """The instance has 80 GiB: below 90 the values are put back; without a record there is nothing to do."""
    until_us = wall_us() + 3600 * SECOND
    record = replace(RECORD, arn=arn(), until_us=until_us, watched=(Watched("prod", "FreeStorageSpace", 90 * GIB),))
    record.write()
    assert watchdog._wait(record).startswith("prod has 85,899,345,920 bytes of free storage")
    assert state_of(record.arn, until_us).endswith(iso(until_us))
    assert "has not happened" in state_of(record.arn, until_us + 3600 * SECOND)
    record.close(wall_us(), "test")
    assert watchdog._wait(record) == ""
    assert production


def test_a_state_folder_that_refuses_is_one_sentence(
    production: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is changed."""
    (production / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(production / "file"))
    code, document = doctor(capsys, "--apply", *BUSY)
    assert (code, "nothing was changed" in document["error"]["remedy"]) == (6, True), document
    assert values() == BEFORE


def test_another_group_of_the_same_name_is_not_touched(production: Path) -> None:
    """The record names the ARN of its group: another account or region has another one."""
    record = replace(RECORD, arn="arn:aws:rds:eu-west-1:999999999999:pg:prod-pg16", until_us=wall_us() + 3600 * SECOND)
    record.write()
    with pytest.raises(TargetProblem, match="is another group than the one that was changed"):
        put_back(rds_client("prod"), record.arn, "test")
    assert values() == BEFORE
    assert production


def test_without_a_figure_the_transactions_of_the_busiest_hour_count(
    production: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commits and rollbacks of one hour together, as Performance Insights has them; two statements each."""
    begin = datetime(2026, 11, 28, tzinfo=UTC)
    rows = {"commit": (10.0, 400.0), "rollback": (90.0, 100.0)}
    metrics = [
        {
            "Key": {"Metric": f"db.Transactions.xact_{name}.avg"},
            "DataPoints": [
                {"Timestamp": begin + timedelta(hours=hour), "Value": rate} for hour, rate in enumerate(rates)
            ],
        }
        for name, rates in rows.items()
    ]
    stubbed = boto3.client("pi")
    stubber = Stubber(stubbed)
    stubber.add_response("get_resource_metrics", {"MetricList": metrics})
    monkeypatch.setattr(transactions, "boto3", SimpleNamespace(client=lambda _: stubbed))
    with stubber:
        code, document = doctor(capsys, "--for", "1h")
    assert (code, production.exists()) == (0, True)
    checks = {check["name"]: check for check in document["source"]}
    # 500 transactions of two statements of 600 bytes
    assert checks["log volume (prod)"]["value"].startswith(
        "2.0 GiB in 60 min 0 s (the transactions of the busiest hour"
    )
