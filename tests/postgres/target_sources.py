"""A server with production's data, from which targets are made, and what a target made from it has to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import superuser

if TYPE_CHECKING:
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.targets.embedded.cluster import Cluster

ROLES = """
create role clerk; create role manager; grant clerk to manager;
create role app login in role manager; alter role app set statement_timeout = '31s';
create role reader login in role pg_read_all_data, pg_monitor;
"""
SCHEMA = """
create table orders (id bigint generated always as identity primary key, word text not null);
insert into orders (word) select 'word ' || n from generate_series(1, 500) as n;
grant select on orders to clerk;
alter table orders owner to app;
"""
# A subscription to a publisher that does not exist: a copy in which it is enabled connects to it all the time.
SUBSCRIPTION = (
    "create subscription follows connection 'host=127.0.0.1 port=9 dbname=x' publication p with (connect = false, slot_name = 'follows')",
    "alter subscription follows enable",
)


def fill(cluster: Cluster) -> None:
    """Give a server the roles, and the database ``sales``."""
    with superuser(cluster) as connection:
        connection.execute(ROLES)
        connection.execute("create database sales owner app")
        connection.execute("alter database sales set work_mem = '9MB'")
    with superuser(cluster, "sales") as connection:
        connection.execute(SCHEMA)


def facts_of(endpoint: Endpoint) -> dict[str, object]:
    """Return what a target of this data has to have, whatever method was used."""
    import psycopg

    with psycopg.connect(**endpoint.libpq(), autocommit=True) as connection:  # type: ignore[arg-type]
        one = connection.execute(
            "select count(*), (select rolconfig from pg_roles where rolname = 'app'), current_setting('work_mem'), "
            "pg_has_role('app', 'clerk', 'member'), has_table_privilege('clerk', 'orders', 'select'), "
            "pg_get_userbyid((select relowner from pg_class where relname = 'orders')) from orders"
        ).fetchone()
    assert one is not None
    names = ("rows", "settings of app", "work_mem", "member", "granted", "owner")
    return dict(zip(names, one, strict=True))


EXPECTED: dict[str, object] = {
    "rows": 500,
    "settings of app": ["statement_timeout=31s"],
    "work_mem": "9MB",
    "member": True,
    "granted": True,
    "owner": "app",
}
