"""A production at the stand-in whose server is real, and targets of it, for tests of their creation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import boto3
import psycopg
from psycopg.conninfo import make_conninfo

from pgrehearse.targets.aws.rehearsal import AwsRehearsal
from pgrehearse.targets.aws.removal import Patience
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.aws.waiting import Pace
from pgrehearse.targets.target import TargetKind
from tests.conftest import new_database

if TYPE_CHECKING:
    from collections.abc import Callable

    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.aws.standin.server import StandIn

SHOP = "create table orders (id serial primary key, item text); insert into orders (item) values ('tea'), ('rice');"


ITEMS = "select item from orders order by id"


@dataclass
class Sleeps:
    """Does not sleep; *interrupts_at*: the sleep at which Ctrl-C arrives (0: never); *calls*: is called in each sleep."""

    interrupts_at: int = 0
    calls: Callable[[], None] | None = None
    count: int = field(default=0, init=False)

    def __call__(self, _seconds: float) -> None:
        self.count += 1
        if self.calls is not None:
            self.calls()
        if self.count == self.interrupts_at:
            raise KeyboardInterrupt


def production(stand_in: StandIn, server: Cluster | None = None) -> Any:
    """Create the RDS instance ``prod``, with a group that sets work_mem; its server is *server*. Return the client."""
    rds = boto3.client("rds")
    rds.create_db_parameter_group(DBParameterGroupName="shop", DBParameterGroupFamily="postgres16", Description="x")
    rds.modify_db_parameter_group(
        DBParameterGroupName="shop",
        Parameters=[{"ParameterName": "work_mem", "ParameterValue": "12345", "ApplyMethod": "immediate"}],
    )
    create_instance("shop", "owner", DBParameterGroupName="shop")
    stand_in.servers.production.add("prod")
    if server is not None:
        new_database(server, "shop", SHOP)
        stand_in.servers.add_production("prod", server)
    return rds


def create_instance(database: str, user: str, **more: str) -> None:
    """Create the RDS instance ``prod`` with a database and a master user."""
    boto3.client("rds").create_db_instance(
        DBInstanceIdentifier="prod",
        DBInstanceClass="db.r6g.large",
        Engine="postgres",
        EngineVersion="16.6",
        AllocatedStorage=100,
        DBName=database,
        BackupRetentionPeriod=7,
        MasterUsername=user,
        MasterUserPassword="correct horse",
        **more,
    )


def target(
    kind: TargetKind, source: str = "prod", *, sleep: Sleeps | None = None, every_us: int = 60_000_000, **keys: Any
) -> AwsRehearsal:
    """Return a target that does not wait between its requests."""
    slept = sleep or Sleeps()
    specification = AwsTarget(source, **{"sslmode": "prefer", "wait": "20s", **keys})
    return AwsRehearsal(
        kind,
        "cand",
        specification,
        owner="ana",
        watched_every_us=every_us,
        pace=Pace(1, 5, slept),
        patience=Patience(interval_s=1, bound_s=40, unanswered_s=0, sleep=lambda _seconds: None),
    )


def rows(endpoint: Endpoint, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(make_conninfo(**endpoint.libpq())) as connection:
        cursor = connection.execute(sql.encode())
        return list(cursor.fetchall()) if cursor.description else []
