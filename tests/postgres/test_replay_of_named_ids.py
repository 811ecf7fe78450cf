"""Replays by a role that may not change the defaults of tables: statements name production's ids in their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from psycopg import sql

from pgrehearse.replay.plan.plan import Clock, Ordering, ReplayPlan, Sync
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry
from tests.apps import order_system
from tests.conftest import drop_database, superuser
from tests.postgres.test_production_ids import catalog, content, made, new_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

pytestmark = pytest.mark.usefixtures("engine")

# The rows of audit are inserted by a trigger.
NAMED = ["customers", "coupons", "orders", "items", "payments", "archive"]


@pytest.fixture
def role(server: Cluster) -> Iterator[str]:
    """A role that may read the server's state, and move sequences, but owns no table."""
    name = sql.Identifier("rehearser")
    with superuser(server) as connection:
        connection.execute(sql.SQL("create role {0} login; grant pg_monitor to {0}").format(name))
    yield "rehearser"
    drop_database(server, order_system.DATABASE)
    with superuser(server) as connection:
        connection.execute(sql.SQL("drop role {}").format(name))


def create(server: Cluster, role: str) -> None:
    """Create the order system as it was at the start, for a role that may use it."""
    order_system.create(server)
    names = {"role": sql.Identifier(role), "database": sql.Identifier(order_system.DATABASE)}
    grants = (
        "grant create on database {database} to {role}; grant usage, select, update on all sequences in schema public to {role}; "
        "grant select, insert, update on all tables in schema public to {role}"
    )
    with superuser(server, order_system.DATABASE) as connection:
        connection.execute(sql.SQL(grants).format(**names))


@pytest.mark.parametrize("clock", [Clock.TARGET, Clock.PRODUCTION])
def test_statements_name_productions_ids(
    server: Cluster, role: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    """In the simple and the extended protocol, prepared and in batches, also beside production's time in their texts. No statement fails."""
    workload, expected, _ = made(server, tmp_path, monkeypatch, sessions=8, transactions=12)
    create(server, role)
    before = catalog(server)
    registry.mark_fresh(server)
    target = server.endpoint(order_system.DATABASE).to(user=role)
    plan = ReplayPlan(target, speed=None, workers=1, writes=True, order=Ordering(Sync.COMMIT), clock=clock)
    run, _ = rehearse(Rehearsal(workload.path, tmp_path / "named.run", plan, force=True, metrics=False))
    assert new_errors(workload, run) == []
    rows = content(server)
    assert {table: rows[table] for table in NAMED} == {table: expected[table] for table in NAMED}
    assert rows["audit"] != expected["audit"]
    assert catalog(server) == before
    facts = run.manifest.ids
    assert facts is not None
    named = {one.table: one for one in facts.named}
    assert sorted(named) == sorted(f"public.{table}" for table in NAMED)
    assert named["public.items"].statements > 10
    assert named["public.customers"].reason == "must be owner of table customers"
    assert [one.others for one in facts.named] == [0] * len(NAMED)
    (audit,) = [one for one in facts.sequences if one.sequence == "public.audit_numbers"]
    orders = workload.events().filter(pl.col("sql").bin.starts_with(b"insert into orders")).select("session", "seq")
    inserted = run.outcomes().join(orders, on=["session", "seq"]).select(pl.col("rows").sum()).collect().item()
    assert audit.beyond == inserted  # by the trigger, also of transactions that were rolled back
    assert any("name its ids in their texts" in note for note in run.manifest.notes)
