"""The stand-in's instances are servers: restored with the data of their snapshot, with passwords, readers, failover, parameters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import boto3
import psycopg
import pytest
from botocore.exceptions import ClientError

from tests.conftest import new_database, superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.aws.standin.server import StandIn

SHOP = "create table orders (id serial primary key, item text); insert into orders (item) values ('tea'), ('rice');"
PASSWORD = "correct horse"


@dataclass
class Production:
    """An instance `prod` of RDS, whose server is an embedded one with a database `shop`."""

    stand_in: StandIn
    server: Cluster
    rds: Any

    def snapshot(self, name: str = "s") -> str:
        """Take a snapshot; return its ARN."""
        taken = self.rds.create_db_snapshot(DBSnapshotIdentifier=name, DBInstanceIdentifier="prod")
        return str(taken["DBSnapshot"]["DBSnapshotArn"])

    def aurora(self, *instances: str) -> dict[str, dict[str, Any]]:
        """Restore a snapshot as a cluster `cand` of Aurora with instances; return them."""
        self.rds.restore_db_cluster_from_snapshot(
            DBClusterIdentifier="cand", SnapshotIdentifier=self.snapshot(), Engine="aurora-postgresql"
        )
        return {name: self.member(name) for name in instances}

    def member(self, name: str) -> dict[str, Any]:
        """Add an instance to the cluster `cand`; return its endpoint."""
        created = self.rds.create_db_instance(
            DBInstanceIdentifier=name,
            DBClusterIdentifier="cand",
            DBInstanceClass="db.r6g.large",
            Engine="aurora-postgresql",
        )
        endpoint: dict[str, Any] = created["DBInstance"]["Endpoint"]
        return endpoint

    def slots(self) -> list[tuple[object, ...]]:
        with superuser(self.server) as connection:
            return connection.execute("select slot_name from pg_replication_slots").fetchall()


@pytest.fixture
def production(stand_in: StandIn, pg16: Cluster) -> Production:
    new_database(pg16, "shop", SHOP)
    rds = boto3.client("rds")
    rds.create_db_instance(
        DBInstanceIdentifier="prod",
        DBInstanceClass="db.m6g.large",
        Engine="postgres",
        EngineVersion="16.6",
        AllocatedStorage=20,
        MasterUsername="owner",
        MasterUserPassword=PASSWORD,
    )
    stand_in.servers.add_production("prod", pg16)
    return Production(stand_in, pg16, rds)


def connect(endpoint: dict[str, Any], password: str = PASSWORD) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=endpoint["Address"],
        port=endpoint["Port"],
        dbname="shop",
        user="owner",
        password=password,
        autocommit=True,
    )


def items(endpoint: dict[str, Any]) -> list[object]:
    with connect(endpoint) as connection:
        return [item for (item,) in connection.execute("select item from orders order by id").fetchall()]


def group_status(rds: Any, instance: str) -> dict[str, str]:
    """Return the status of the parameter groups of an instance."""
    (row,) = rds.describe_db_instances(DBInstanceIdentifier=instance)["DBInstances"]
    return {one["DBParameterGroupName"]: one["ParameterApplyStatus"] for one in row["DBParameterGroups"]}


def test_a_cluster_of_aurora_has_the_data_of_a_snapshot_of_rds(production: Production) -> None:
    """Not that of later; a reader follows the writer; a failover makes it the writer; in the end nothing is left."""
    rds = production.rds
    writer, reader = production.aurora("cand-1", "cand-2").values()
    with superuser(production.server, "shop") as connection:
        connection.execute("insert into orders (item) values ('later')")
    rds.modify_db_cluster(DBClusterIdentifier="cand", MasterUserPassword=PASSWORD)
    assert items(writer) == ["tea", "rice"]
    assert (writer["Address"], writer["Port"]) != (reader["Address"], reader["Port"])
    (cluster,) = rds.describe_db_clusters(DBClusterIdentifier="cand")["DBClusters"]
    assert (cluster["Endpoint"], cluster["ReaderEndpoint"]) == (writer["Address"], reader["Address"])
    with connect(writer) as connection:
        connection.execute("insert into orders (item) values ('new')")
        assert connection.execute("select current_setting('is_superuser'), aurora_version()").fetchone() == (
            "off",
            "16.8.0",
        )
        with pytest.raises(psycopg.errors.FeatureNotSupported):
            connection.execute("select pg_current_wal_lsn()")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(writer, "wrong")
    rds.failover_db_cluster(DBClusterIdentifier="cand")
    with connect(reader) as connection:
        connection.execute("insert into orders (item) values ('after failover')")
        roles = connection.execute("select server_id, session_id = 'MASTER_SESSION_ID' from aurora_replica_status()")
        assert sorted(roles.fetchall()) == [("cand-1", False), ("cand-2", True)]
    for name in ("cand-2", "cand-1"):
        rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True)
    rds.delete_db_cluster(DBClusterIdentifier="cand", SkipFinalSnapshot=True)
    assert production.stand_in.servers.processes() == ()
    assert production.stand_in.left() == ("arn:aws:rds:eu-west-1:123456789012:snapshot:s",)


def test_a_writer_that_is_deleted_has_a_successor(production: Production) -> None:
    """The volume of a cluster stays, also without an instance."""
    rds = production.rds
    _, second = production.aurora("cand-1", "cand-2").values()
    rds.modify_db_cluster(DBClusterIdentifier="cand", MasterUserPassword=PASSWORD)
    rds.delete_db_instance(DBInstanceIdentifier="cand-1", SkipFinalSnapshot=True)
    with connect(second) as connection:
        connection.execute("insert into orders (item) values ('new')")
    rds.delete_db_instance(DBInstanceIdentifier="cand-2", SkipFinalSnapshot=True)
    assert production.stand_in.servers.processes() == ()
    assert items(production.member("cand-3")) == ["tea", "rice", "new"]


def test_a_managed_password_is_in_its_secret(production: Production) -> None:
    """The user has the password of the secret; the secret goes with its instance. Without a secret, production's password is copied."""
    with superuser(production.server) as connection:
        connection.execute("drop role if exists owner; create role owner login password 'of production'")
    production.snapshot()
    restored = {"DBSnapshotIdentifier": "s", "DBInstanceClass": "db.r6g.large"}
    rds = production.rds
    plain = rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="plain", **restored)["DBInstance"]
    assert "MasterUserSecret" not in plain
    connect(plain["Endpoint"], "of production").close()
    managed = rds.restore_db_instance_from_db_snapshot(
        DBInstanceIdentifier="managed", ManageMasterUserPassword=True, **restored
    )["DBInstance"]
    secrets = boto3.client("secretsmanager")
    value = secrets.get_secret_value(SecretId=managed["MasterUserSecret"]["SecretArn"])["SecretString"]
    assert value.startswith('{"username": "owner", "password": ')
    connect(managed["Endpoint"], value.split('"')[7]).close()
    assert plain["DbiResourceId"] != managed["DbiResourceId"]
    rds.delete_db_instance(DBInstanceIdentifier="managed", SkipFinalSnapshot=True)
    assert not [arn for arn in production.stand_in.left() if "secret" in arn or ":managed" in arn]
    with superuser(production.server) as connection:
        connection.execute("drop role owner")


def test_a_replica_of_an_instance_is_a_cluster_until_its_promotion(production: Production) -> None:
    """It follows production, does not accept writes, and leaves nothing there when it is promoted."""
    rds, source = production.rds, "arn:aws:rds:eu-west-1:123456789012:db:prod"
    rds.create_db_cluster(DBClusterIdentifier="cand", Engine="aurora-postgresql", ReplicationSourceIdentifier=source)
    production.member("cand-1")
    assert len(production.slots()) == 1
    (described,) = rds.describe_db_clusters(DBClusterIdentifier="cand")["DBClusters"]
    assert described["ReplicationSourceIdentifier"] == source
    rds.promote_read_replica_db_cluster(DBClusterIdentifier="cand")
    assert production.slots() == []
    rds.modify_db_cluster(DBClusterIdentifier="cand", MasterUserPassword=PASSWORD)
    (instance,) = rds.describe_db_instances(DBInstanceIdentifier="cand-1")["DBInstances"]
    with connect(instance["Endpoint"]) as connection:
        connection.execute("insert into orders (item) values ('new')")
        assert connection.execute("select count(*) from aurora_replica_status()").fetchone() == (1,)


@pytest.mark.soak
def test_a_new_major_version_is_one_of_the_server(production: Production) -> None:
    """The data stays, the reader follows; without ApplyImmediately the change is pending."""
    rds = production.rds
    production.aurora("cand-1", "cand-2")
    rds.modify_db_cluster(DBClusterIdentifier="cand", MasterUserPassword=PASSWORD)
    version = {"DBClusterIdentifier": "cand", "EngineVersion": "18.1", "AllowMajorVersionUpgrade": True}
    pending = rds.modify_db_cluster(**version)["DBCluster"]
    assert (pending["EngineVersion"], pending["PendingModifiedValues"]) == ("16.6", {"EngineVersion": "18.1"})
    rds.modify_db_cluster(**version, ApplyImmediately=True)
    described = rds.describe_db_instances()["DBInstances"]
    endpoints = {row["DBInstanceIdentifier"]: row["Endpoint"] for row in described}
    for name in ("cand-1", "cand-2"):
        with connect(endpoints[name]) as connection:
            assert str(connection.execute("select aurora_version()").fetchone()) == "('18.8.0',)"
        assert items(endpoints[name]) == ["tea", "rice"]


@pytest.mark.soak
def test_an_instance_is_restored_to_a_moment(production: Production) -> None:
    """Its server has what was committed until then, and not what was committed afterwards; there is no state of the future."""
    production.stand_in.servers.archive("prod")
    with superuser(production.server, "shop") as connection:
        connection.execute("insert into orders (item) values ('before')")
        row = connection.execute("select clock_timestamp()").fetchone()
        connection.execute("insert into orders (item) values ('after')")
    assert row is not None
    restored = {"SourceDBInstanceIdentifier": "prod", "TargetDBInstanceIdentifier": "cand"}
    moment: Any = row[0]
    made = production.rds.restore_db_instance_to_point_in_time(**restored, RestoreTime=moment)["DBInstance"]
    production.rds.modify_db_instance(DBInstanceIdentifier="cand", MasterUserPassword=PASSWORD)
    assert items(made["Endpoint"]) == ["tea", "rice", "before"]
    with pytest.raises(ClientError, match="InvalidRestoreFault"):
        production.rds.restore_db_instance_to_point_in_time(
            **restored | {"TargetDBInstanceIdentifier": "x"}, RestoreTime=moment + timedelta(hours=1)
        )


def test_parameters_of_a_group_are_settings_of_the_server(production: Production) -> None:
    """Dynamic ones at once, static ones after a reboot; log files are those of the server."""
    rds = production.rds
    rds.create_db_parameter_group(
        DBParameterGroupName="g", DBParameterGroupFamily="postgres16", Description="candidate"
    )
    rds.restore_db_instance_to_point_in_time(
        SourceDBInstanceIdentifier="prod",
        TargetDBInstanceIdentifier="cand",
        UseLatestRestorableTime=True,
        DBParameterGroupName="g",
    )
    rds.modify_db_instance(DBInstanceIdentifier="cand", MasterUserPassword=PASSWORD)
    (instance,) = rds.describe_db_instances(DBInstanceIdentifier="cand")["DBInstances"]
    rds.modify_db_parameter_group(
        DBParameterGroupName="g",
        Parameters=[
            {"ParameterName": "log_statement", "ParameterValue": "ddl", "ApplyMethod": "immediate"},
            {"ParameterName": "max_locks_per_transaction", "ParameterValue": "99", "ApplyMethod": "pending-reboot"},
            {"ParameterName": "work_mem", "ParameterValue": "8192", "ApplyMethod": "pending-reboot"},
        ],
    )
    settings = "select current_setting('log_statement'), current_setting('max_locks_per_transaction'), current_setting('work_mem')"
    with connect(instance["Endpoint"]) as connection:
        connection.execute("select pg_sleep_until(now())")
    with connect(instance["Endpoint"]) as connection:
        assert connection.execute(settings).fetchone() == ("ddl", "64", "4MB")
    assert group_status(rds, "cand") == {"g": "pending-reboot"}
    rds.reboot_db_instance(DBInstanceIdentifier="cand")
    assert group_status(rds, "cand") == {"g": "in-sync"}
    with connect(instance["Endpoint"]) as connection:
        assert connection.execute(settings).fetchone() == ("ddl", "99", "8MB")
    rds.create_db_parameter_group(DBParameterGroupName="h", DBParameterGroupFamily="postgres16", Description="other")
    rds.modify_db_instance(DBInstanceIdentifier="cand", DBParameterGroupName="h", ApplyImmediately=True)
    assert group_status(rds, "cand") == {"h": "pending-reboot"}
    with connect(instance["Endpoint"]) as connection:
        assert connection.execute(settings).fetchone() == ("ddl", "99", "8MB")
    names = [one["LogFileName"] for one in rds.describe_db_log_files(DBInstanceIdentifier="cand")["DescribeDBLogFiles"]]
    assert names
    assert all(name.startswith("error/postgresql.log.20") for name in names)
