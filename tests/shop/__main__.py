"""``python -m tests.shop DSN create`` makes the tables; ``python -m tests.shop DSN trade`` (``--buyers N --seconds S --keep-connections``) is the traffic."""

from __future__ import annotations

import argparse
import random
import threading
import time
from decimal import Decimal

import django
import psycopg.conninfo
from django.conf import settings

PRODUCTS = 200


def configured(dsn: str) -> None:
    """Set Django up for the server of *dsn*."""
    words = psycopg.conninfo.conninfo_to_dict(dsn)
    place = {"ENGINE": "django.db.backends.postgresql", "NAME": words["dbname"], "USER": words["user"]}
    settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "tests.shop"],
        DATABASES={"default": {**place, "HOST": words["host"], "PORT": words["port"]}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="for tests alone",
        USE_TZ=True,
    )
    django.setup()


def create() -> None:
    """Make the tables and fill the shelves."""
    from django.core.management import call_command

    from tests.shop.models import Customer, Product

    call_command("migrate", run_syncdb=True, verbosity=0)
    Product.objects.bulk_create(
        Product(name=f"product {number}", price=Decimal(number), stock=1_000_000) for number in range(1, PRODUCTS + 1)
    )
    Customer.objects.bulk_create(Customer(email=f"old{number}@example.com") for number in range(1000))


def order(buyer: str, chance: random.Random) -> None:
    """Place an order and pay it: two transactions, each with ids that the first one drew."""
    from django.db import transaction
    from django.db.models import F

    from tests.shop.models import Customer, Order, OrderLine, Product

    with transaction.atomic():
        customer, _ = Customer.objects.get_or_create(email=f"{buyer}.{chance.randrange(40)}@example.com")
        placed = Order.objects.create(customer=customer)
        for product in sorted(chance.sample(range(1, PRODUCTS + 1), 3)):
            OrderLine.objects.create(
                order=placed, product_id=product, quantity=chance.randrange(1, 5), note={"of": buyer}
            )
            Product.objects.filter(pk=product).update(stock=F("stock") - 1)
    lines = list(OrderLine.objects.select_related("product").filter(order=placed))
    if lines:
        Order.objects.filter(pk=placed.pk).update(paid=True)
    list(Order.objects.filter(customer=customer).order_by("-placed")[:10])


def trade(buyers: int, seconds: float, *, keep: bool) -> None:
    """Let *buyers* order for *seconds*, each at its own pace; *keep* their connections, or open one for each order."""
    from django.db import connection

    until = time.monotonic() + seconds
    rest = threading.Event()

    def buy(number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - the same traffic each time
        while time.monotonic() < until:
            order(f"buyer{number}", chance)
            if not keep:
                connection.close()
            rest.wait(chance.expovariate(20))
        connection.close()

    threads = [threading.Thread(target=buy, args=(number,)) for number in range(buyers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    """Do what the command line says."""
    words = argparse.ArgumentParser(prog="shop")
    words.add_argument("dsn")
    words.add_argument("what", choices=["create", "trade"])
    words.add_argument("--buyers", type=int, default=8)
    words.add_argument("--seconds", type=float, default=5)
    words.add_argument("--keep-connections", action="store_true")
    given = words.parse_args()
    configured(given.dsn)
    if given.what == "create":
        create()
    else:
        trade(given.buyers, given.seconds, keep=given.keep_connections)


main()
