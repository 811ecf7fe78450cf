"""The price of a target, from a price list in the form of AWS's: what is not known is not 0."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.aws.plan_price import size_of
from pgrehearse.targets.aws.price import Line, Price, Size, price, unit_prices, usages
from pgrehearse.targets.journal import read_journals
from pgrehearse.targets.target import TargetKind
from tests.aws.rehearsals import production, target
from tests.aws.sources import INSTANCE, aurora, facts, made
from tests.aws.standin.faults import Fault
from tests.aws.standin.prices import hourly

if TYPE_CHECKING:
    from pathlib import Path

    from tests.aws.standin.server import StandIn

GIB = 1 << 30
AURORA = Size(TargetKind.AURORA, ("db.r6g.large", "db.r6g.large"), data_bytes=730 * GIB)


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("size", "usd"),
    [
        (AURORA, 2 * hourly("db.r6g.large") + 0.11),
        (
            Size(
                TargetKind.AURORA,
                ("db.r6g.4xlarge",),
                io_optimized=True,
                data_bytes=730 * GIB,
                snapshot_bytes=730 * GIB,
            ),
            1.3 * hourly("db.r6g.4xlarge") + 0.248 + 0.021,
        ),
        (Size(TargetKind.AURORA, ("db.serverless",), max_acu=16, data_bytes=None), 16 * 0.14),
        (Size(TargetKind.AURORA, ("db.serverless",), max_acu=16, io_optimized=True, data_bytes=None), 16 * 0.182),
        (Size(TargetKind.RDS, ("db.m6g.large",), data_bytes=73 * GIB), hourly("db.m6g.large") + 0.0127),
        (Size(TargetKind.RDS, ("db.m6g.large",), multi_az=True, data_bytes=None), 3 * hourly("db.m6g.large")),
    ],
)
def test_an_hour_is_priced(size: Size, usd: float) -> None:
    """Each variant: instances, storage, snapshots, capacity units, I/O-Optimized, a Multi-AZ cluster."""
    found = price(size, "eu-west-1")
    assert found.is_complete, found.texts()
    assert found.usd == pytest.approx(usd)
    found.require_at_most(usd + 0.01)
    found.require_at_most(0)
    with pytest.raises(UsageProblem, match="more than the bound"):
        found.require_at_most(usd - 0.01)


def test_an_unknown_price_is_reported_as_unknown(stand_in: StandIn) -> None:
    """A class that the list does not have, a size that is not known, a proxy; a bound is then refused."""
    stand_in.prices.missing.add("db.r6g.large")
    size = Size(TargetKind.AURORA, ("db.r6g.large", "db.r6g.xlarge"), proxy=True)
    found = price(size, "eu-west-1")
    assert found.usd == pytest.approx(hourly("db.r6g.xlarge"))
    assert found.texts() == (
        "db.r6g.large: not known (the price list has 0 prices of InstanceUsage in eu-west-1)",
        "db.r6g.xlarge: 0.500 USD per hour",
        "storage: not known (its size is not known)",
        "RDS Proxy: not known (its size is not known)",
        "price: at least 0.500 USD per hour, without I/O requests and data transfer; a part is not known",
    )
    with pytest.raises(UsageProblem, match="it is not known whether an hour of the target costs more than 9"):
        found.require_at_most(9)


def test_each_instance_of_rds_has_its_storage() -> None:
    """Twice with a standby in another zone, which has a usage of its own; readers have none."""
    size = Size(TargetKind.RDS, ("db.m6g.large", "db.m6g.xlarge", "db.m6g.xlarge"), standby=True, data_bytes=730 * GIB)
    assert [(usage.what, usage.usage, usage.quantity) for usage in usages(replace(size, volume="gp2"))] == [
        ("db.m6g.large", "Multi-AZUsage", 1.0),
        ("db.m6g.xlarge", "InstanceUsage", 1.0),
        ("db.m6g.xlarge", "InstanceUsage", 1.0),
        ("storage", "RDS:Multi-AZ-GP2-Storage", 1.0),
        ("storage of the readers", "RDS:GP2-Storage", 2.0),
    ]


def test_a_plan_is_priced_with_its_standby_and_production_s_volume() -> None:
    """Without production's own instances."""
    source = replace(INSTANCE, standby=True, volume="io1")
    plan = made(TargetKind.RDS, aurora(), source)
    size = size_of(TargetKind.RDS, aurora(), plan, facts(TargetKind.RDS, source))
    assert (size.classes, size.standby, size.volume) == (("db.m6g.large",), True, "io1")


@pytest.mark.parametrize(
    ("fault", "code"), [(Fault.EXPIRED, "ExpiredToken"), (Fault.UNAVAILABLE, "ServiceUnavailable")]
)
def test_without_an_answer_nothing_is_known(stand_in: StandIn, fault: Fault, code: str) -> None:
    stand_in.faults.add("GetProducts", *[fault] * 4)
    found = price(AURORA, "eu-west-1")
    assert (found.usd, found.is_complete) == (0.0, False)
    assert code in found.texts()[0]


def test_a_plan_has_its_price_and_a_bound(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The plan ends with the price; a target that costs more than its bound is not created, and has no journal."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    production(stand_in)
    made = target(TargetKind.AURORA, readers=1, max_price=0.52)
    assert made.plan()[-5:] == (
        "db.r6g.large: 0.250 USD per hour",
        "db.r6g.large: 0.250 USD per hour",
        "storage: 0.015 USD per hour",
        "snapshots: 0.013 USD per hour",
        "price: 0.528 USD per hour, without I/O requests and data transfer",
    )
    with pytest.raises(UsageProblem, match=r"an hour of the target costs 0\.53 USD, more than the bound of 0\.52 USD"):
        made.prepare(SILENT)
    assert read_journals().readable == ()
    assert stand_in.left("shop") == ()


def product(usage: str, *usd: str) -> dict[str, Any]:
    steps = {
        str(place): {"beginRange": str(place * 100), "pricePerUnit": {"USD": one}} for place, one in enumerate(usd)
    }
    return {"product": {"attributes": {"usagetype": usage}}, "terms": {"OnDemand": {"t": {"priceDimensions": steps}}}}


def test_the_usage_type_is_matched_as_a_whole() -> None:
    """With or without the region's prefix, and with a shortened size; another usage that begins the same way is another one."""
    products = [
        product("InstanceUsage:db.r6g.4xl", "1"),
        product("USW2-InstanceUsage:db.r6g.4xl", "2", "3"),
        product("EU-InstanceUsageIOOptimized:db.r6g.4xl", "4"),
        product("EU-Multi-AZInstanceUsage", "5"),
        {"product": {"attributes": {}}},
    ]
    assert list(unit_prices(products, "InstanceUsage")) == [1, 2]


def test_two_prices_are_not_one() -> None:
    """A part of a price is never the whole: the sum is a lower bound."""
    found = Price((Line("a", 1.0), Line("b", None, "2 prices")))
    assert (found.usd, found.is_complete) == (1.0, False)


def test_each_instance_has_a_usage() -> None:
    assert [usage.what for usage in usages(AURORA)] == ["db.r6g.large", "db.r6g.large", "storage"]
