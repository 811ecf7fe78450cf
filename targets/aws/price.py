"""The price of an hour of a target at AWS, before anything is created: AWS's price list, without discounts and taxes.

Source: AWS Price List API reference, GetProducts (service code AmazonRDS). A usage type is the region's prefix and the usage
(``EU-InstanceUsage:db.r6g.large``); large sizes are shortened there (``4xl``), so that an instance is found by its attribute instanceType. A
price that is not found, or that several products have differently, is not known; it is never taken for 0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.targets.aws.clients import Clients, Credentials
from pgrehearse.targets.target import TargetKind

PERMISSION = "pricing:GetProducts"
# Three regions have the API; each has the prices of all regions.
_API_REGION = "us-east-1"
_HOURS_OF_MONTH = 730
_GIB = 1 << 30
_ENGINES = {TargetKind.RDS: "PostgreSQL", TargetKind.AURORA: "Aurora PostgreSQL"}
_SERVERLESS = "db.serverless"


@dataclass(frozen=True, slots=True)
class Size:
    """What a target consists of, as far as it has a price. *classes*: of each instance (a Multi-AZ cluster has one); *max_acu*: of each
    serverless instance; *data_bytes*: of the database, *snapshot_bytes*: of snapshots that are made (0: not known; None: there are none).
    *snapshots_of*: an instance of RDS, or an Aurora cluster (None: as the target). *standby*: the first instance, of
    RDS, has a standby in another zone."""

    kind: TargetKind
    classes: tuple[str, ...]
    max_acu: float = 0.0
    io_optimized: bool = False
    multi_az: bool = False
    proxy: bool = False
    standby: bool = False
    data_bytes: int | None = 0
    snapshot_bytes: int | None = None
    snapshots_of: TargetKind | None = None
    volume: str = "gp3"


@dataclass(frozen=True, slots=True)
class Usage:
    """One line of a bill. *usage*: of the usage type, without the region's prefix, up to a colon; *filters*: attributes of the product;
    *quantity*: of its unit in an hour (None: not known)."""

    what: str
    usage: str
    filters: tuple[tuple[str, str], ...]
    quantity: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """The price of one usage: USD in an hour; None: not known, and *why*."""

    what: str
    usd: float | None
    why: str = ""

    def __str__(self) -> str:
        """Return the line as text."""
        return f"{self.what}: " + (
            f"{self.usd:.3f} USD per hour" if self.usd is not None else f"not known ({self.why})"
        )


@dataclass(frozen=True, slots=True)
class Price:
    """The price of an hour."""

    lines: tuple[Line, ...]

    @property
    def usd(self) -> float:
        """The sum of what is known."""
        return sum(line.usd or 0.0 for line in self.lines)

    @property
    def is_complete(self) -> bool:
        return all(line.usd is not None for line in self.lines)

    def texts(self) -> tuple[str, ...]:
        """Return the price as text, a line each, with the sum."""
        known = f"{self.usd:.3f} USD per hour, without I/O requests and data transfer"
        total = f"price: {known}" if self.is_complete else f"price: at least {known}; a part is not known"
        return (*map(str, self.lines), total)

    def require_at_most(self, bound: float) -> None:
        """Raise ``UsageProblem`` if an hour costs more than *bound* (USD; 0: no bound), or if it is not known whether it does."""
        if bound and self.usd > bound:
            raise UsageProblem(
                f"an hour of the target costs {self.usd:.2f} USD, more than the bound of {bound:.2f} USD",
                remedy="use smaller or fewer instances, or a higher bound",
            )
        if bound and not self.is_complete:
            unknown = ", ".join(f"{line.what} ({line.why})" for line in self.lines if line.usd is None)
            raise UsageProblem(
                f"it is not known whether an hour of the target costs more than {bound:.2f} USD: no price of {unknown}",
                remedy="look it up at aws.amazon.com/rds/pricing, and create the target without a bound",
            )


def usages(size: Size) -> Iterator[Usage]:
    """Return what a target is billed for."""
    engine = _ENGINES[size.kind]
    for place, name in enumerate(size.classes):
        if name == _SERVERLESS:
            usage = f"Aurora:ServerlessV2{'IOOptimized' * size.io_optimized}Usage"
            what = f"{name}, at its maximum of {size.max_acu:g} ACU"
            yield Usage(what, usage, (("databaseEngine", engine),), size.max_acu or None)
            continue
        usage = (
            "InstanceUsageIOOptimized"
            if size.io_optimized
            else "Multi-AZClusterUsage"
            if size.multi_az
            else "Multi-AZUsage"
            if size.standby and not place
            else "InstanceUsage"
        )
        yield Usage(name, usage, (("databaseEngine", engine), ("instanceType", name)), 1.0)
    if size.data_bytes is not None:
        yield from _storage(size, size.data_bytes)
    if size.snapshot_bytes is not None:
        of_aurora = (size.snapshots_of or size.kind) == TargetKind.AURORA
        usage = "Aurora:BackupUsage" if of_aurora else "RDS:ChargedBackupUsage"
        yield Usage("snapshots", usage, (), _months(size.snapshot_bytes))
    if size.proxy:
        yield Usage("RDS Proxy", "RDS:ProxyUsage", (), None)


def _storage(size: Size, data_bytes: int) -> Iterator[Usage]:
    """Return the storage of the data: one volume of Aurora, or one of each instance of RDS."""
    months = _months(data_bytes)
    if size.kind == TargetKind.AURORA:
        usage = "Aurora:IO-OptimizedStorageUsage" if size.io_optimized else "Aurora:StorageUsage"
        yield Usage("storage", usage, (), months)
        return
    engine = (("databaseEngine", _ENGINES[size.kind]),)
    zones = "Multi-AZCluster-" if size.multi_az else "Multi-AZ-" if size.standby else ""
    yield Usage("storage", f"RDS:{zones}{size.volume.upper()}-Storage", engine, months)
    if readers := len(size.classes) - 1:
        every = months * readers if months is not None else None
        yield Usage("storage of the readers", f"RDS:{size.volume.upper()}-Storage", engine, every)


def price(size: Size, region: str, credentials: Credentials | None = None) -> Price:
    """Return the price of an hour in a region (``eu-west-1``). Without an answer of AWS nothing is known; nothing is raised."""
    try:
        client = Clients(_API_REGION, credentials).of("pricing")
        return Price(tuple(_line(usage, region, client) for usage in usages(size)))
    except TargetProblem as problem:
        return Price(tuple(Line(usage.what, None, problem.message) for usage in usages(size)))


def _months(size_bytes: int) -> float | None:
    """Return GB-months in an hour (None: the size is not known)."""
    return size_bytes / _GIB / _HOURS_OF_MONTH if size_bytes else None


def _line(usage: Usage, region: str, client: Any) -> Line:
    if usage.quantity is None:
        return Line(usage.what, None, "its size is not known")
    fields = (("regionCode", region), *usage.filters)
    filters = [{"Type": "TERM_MATCH", "Field": name, "Value": value} for name, value in fields]
    with aws_errors(Purpose("the price list of AWS", (PERMISSION,))):
        pages = client.get_paginator("get_products").paginate(ServiceCode="AmazonRDS", Filters=filters)
        products = [json.loads(text) for page in pages for text in page["PriceList"]]
    prices = set(unit_prices(products, usage.usage))
    if len(prices) != 1:
        return Line(usage.what, None, f"the price list has {len(prices)} prices of {usage.usage} in {region}")
    return Line(usage.what, prices.pop() * usage.quantity)


def unit_prices(products: Iterable[dict[str, Any]], usage: str) -> Iterator[float]:
    """Return the on-demand prices of a unit, in USD, of the products with this usage: the first step of each."""
    wanted = re.compile(rf"(?:[A-Z0-9]+-)?{re.escape(usage)}(?::.*)?")
    for product in products:
        if not wanted.fullmatch(product["product"]["attributes"].get("usagetype", "")):
            continue
        for term in product.get("terms", {}).get("OnDemand", {}).values():
            for step in term["priceDimensions"].values():
                if step.get("beginRange", "0") == "0" and "USD" in step["pricePerUnit"]:
                    yield float(step["pricePerUnit"]["USD"])
