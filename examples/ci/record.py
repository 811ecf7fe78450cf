"""Records shop.workload and production.dump again: the traffic of the example on an embedded server with the data of production.sql.

Run it in this directory: python record.py. The dump has the data at the start of the traffic; README.md makes the seed from it.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg

from pgrehearse.base import event_loop
from pgrehearse.base.version import tool_version
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster

VERSION = 16
SESSIONS, SECONDS, THINK_S = 6, 20.0, 0.02
# Most customers come seldom, and most orders are old: the traffic is that of few customers, and of the last orders.
CUSTOMERS, ORDERS, LAST_ORDERS = 300, 80000, 500
Connection = psycopg.Connection[tuple[object, ...]]


def a_customer(chance: random.Random) -> int:
    return chance.randint(1, CUSTOMERS)


def an_order(chance: random.Random) -> int:
    return chance.randint(ORDERS - LAST_ORDERS, ORDERS)


def orders_of_a_customer(connection: Connection, chance: random.Random) -> None:
    query = "select id, status from orders where customer_id = %s order by created_at desc limit 10"
    connection.execute(query, (a_customer(chance),))


def one_order(connection: Connection, chance: random.Random) -> None:
    query = "select p.name, i.quantity from order_items i join products p on p.id = i.product_id where i.order_id = %s"
    connection.execute(query, (an_order(chance),))


def customer_by_email(connection: Connection, chance: random.Random) -> None:
    query = "select id, city from customers where email = %s"
    connection.execute(query, (f"customer{a_customer(chance)}@example.com",))


def buy(connection: Connection, chance: random.Random) -> None:
    with connection.transaction():
        query = "insert into orders (customer_id, created_at) values (%s, now()) returning id"
        (order,) = connection.execute(query, (a_customer(chance),)).fetchone() or (0,)
        query = "insert into order_items values (%s, %s, %s)"
        connection.execute(query, (order, chance.randint(1, 400), chance.randint(1, 5)))


def pay(connection: Connection, chance: random.Random) -> None:
    connection.execute("update orders set status = 'paid' where id = %s", (an_order(chance),))


ACTIONS: list[Callable[[Connection, random.Random], None]] = [
    *[orders_of_a_customer] * 4,
    *[one_order] * 3,
    *[customer_by_email] * 2,
    buy,
    pay,
]


def session(cluster: Cluster, seed: int) -> None:
    """Run the actions of one session until the end of the traffic."""
    chance = random.Random(seed)  # noqa: S311 (the traffic is the same each time)
    ends = time.monotonic() + SECONDS
    address = {"host": "127.0.0.1", "port": cluster.port, "dbname": "shop", "user": "postgres"}
    with psycopg.connect(**address, application_name="shop", autocommit=True) as connection:
        while time.monotonic() < ends:
            chance.choice(ACTIONS)(connection, chance)
            time.sleep(chance.expovariate(1 / THINK_S))


def main() -> None:
    """Create the server, run the traffic, and capture its log."""
    home = registry.workspace()
    cluster = clusters.create(home / "shop", version=VERSION, name="shop", settings={"fsync": "off"})
    clusters.start(cluster)
    try:
        address = {"host": "127.0.0.1", "port": cluster.port, "user": "postgres", "autocommit": True}
        # Statements of an application with this name are not traffic.
        address["application_name"] = "pgrehearse setup"
        with psycopg.connect(**address, dbname="postgres") as connection:
            connection.execute("create database shop")
        with psycopg.connect(**address, dbname="shop") as connection:
            connection.execute(Path("production.sql").read_bytes())
        dump = Path("production.dump").resolve()
        Clients(VERSION).run("pg_dump", ["-Fc", "-f", dump, "-d", "shop"], cluster.endpoint("shop"))
        catalog = event_loop.run(read_catalog(cluster.endpoint("shop"), {"shop"}))
        with ThreadPoolExecutor(SESSIONS) as threads:
            list(threads.map(lambda seed: session(cluster, seed), range(SESSIONS)))
    finally:
        clusters.stop(cluster)
    log = Path("shop.csv")
    log.write_bytes(cluster.csvlog.read_bytes())
    options = CaptureOptions(
        (log,),
        Path("shop.workload"),
        force=True,
        catalog=catalog,
        encodings=catalog.encodings,
        selection=Selection(applications=frozenset({"shop"})),
    )
    capture_logs(options, tool_version=tool_version())
    log.unlink()
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
