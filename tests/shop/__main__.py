"""``python -m tests.shop DSN create`` creates the tables; ``... DSN trade --buyers N --seconds S [--keep-connections]`` runs the traffic."""

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
    parameters = psycopg.conninfo.conninfo_to_dict(dsn)
    connection = {"ENGINE": "django.db.backends.postgresql", "NAME": parameters["dbname"], "USER": parameters["user"]}
    settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "tests.shop"],
        DATABASES={"default": {**connection, "HOST": parameters["host"], "PORT": parameters["port"]}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="only for tests",
        USE_TZ=True,
    )
    django.setup()


def create() -> None:
    """Create the tables, the products and the customers."""
    from django.core.management import call_command

    from tests.shop.models import Customer, Product

    call_command("migrate", run_syncdb=True, verbosity=0)
    Product.objects.bulk_create(
        Product(name=f"product {number}", price=Decimal(number), stock=1_000_000) for number in range(1, PRODUCTS + 1)
    )
    Customer.objects.bulk_create(Customer(email=f"old{number}@example.com") for number in range(1000))


def order(buyer: str, rng: random.Random) -> None:
    """Place an order and pay it: the second transaction uses ids that the first one drew."""
    from django.db import transaction
    from django.db.models import F

    from tests.shop.models import Customer, Order, OrderLine, Product

    with transaction.atomic():
        customer, _ = Customer.objects.get_or_create(email=f"{buyer}.{rng.randrange(40)}@example.com")
        new_order = Order.objects.create(customer=customer)
        for product in sorted(rng.sample(range(1, PRODUCTS + 1), 3)):
            OrderLine.objects.create(
                order=new_order, product_id=product, quantity=rng.randrange(1, 5), note={"of": buyer}
            )
            Product.objects.filter(pk=product).update(stock=F("stock") - 1)
    lines = list(OrderLine.objects.select_related("product").filter(order=new_order))
    if lines:
        Order.objects.filter(pk=new_order.pk).update(paid=True)
    list(Order.objects.filter(customer=customer).order_by("-placed")[:10])


def trade(buyers: int, seconds: float, *, keep: bool) -> None:
    """Place orders of *buyers* for *seconds*, with random pauses; *keep* the connections, or open one for each order."""
    from django.db import connection

    end = time.monotonic() + seconds
    pause = threading.Event()

    def buy(number: int) -> None:
        rng = random.Random(number)  # noqa: S311 - the traffic is the same each time
        while time.monotonic() < end:
            order(f"buyer{number}", rng)
            if not keep:
                connection.close()
            pause.wait(rng.expovariate(20))
        connection.close()

    threads = [threading.Thread(target=buy, args=(number,)) for number in range(buyers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    """Run the command of the command line."""
    parser = argparse.ArgumentParser(prog="shop")
    parser.add_argument("dsn")
    parser.add_argument("what", choices=["create", "trade"])
    parser.add_argument("--buyers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--keep-connections", action="store_true")
    arguments = parser.parse_args()
    configured(arguments.dsn)
    if arguments.what == "create":
        create()
    else:
        trade(arguments.buyers, arguments.seconds, keep=arguments.keep_connections)


main()
