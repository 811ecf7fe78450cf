"""(b) Prices: the products of RDS in the price list, in its form. The amounts are invented.

Sources: AWS Price List API reference, GetProducts (three regions have the API; products are texts of JSON; filters are TERM_MATCH on
attributes); the attributes of AmazonRDS in the price list (databaseEngine, deploymentOption, instanceType, regionCode, storage, usagetype).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.aws.standin.exchange import Answer, Call, Refused
from tests.aws.standin.versions import AURORA, CLASSES, RDS

REGIONS = ("us-east-1", "eu-central-1", "ap-south-1")
_PAGE = 100
_LOCATIONS = {
    "eu-west-1": ("EU (Ireland)", "EU-"),
    "us-east-1": ("US East (N. Virginia)", ""),
    "eu-central-1": ("EU (Frankfurt)", "EUC1-"),
}
_ENGINES = {RDS: "PostgreSQL", AURORA: "Aurora PostgreSQL"}
_OPTIMIZED = "Aurora IO Optimization Mode"
_SIZES = {"micro": 0.018, "small": 0.036, "medium": 0.073, "large": 0.25, "xlarge": 0.5}
# Family, usage type after the region's prefix, unit, price and further attributes of what is not an instance.
_OTHERS: tuple[tuple[str, str, str, float, dict[str, str]], ...] = (
    ("ServerlessV2", "Aurora:ServerlessV2Usage", "ACU-Hr", 0.14, {"databaseEngine": "Aurora PostgreSQL"}),
    ("ServerlessV2", "Aurora:ServerlessV2IOOptimizedUsage", "ACU-Hr", 0.182, {"databaseEngine": "Aurora PostgreSQL"}),
    ("Database Storage", "Aurora:StorageUsage", "GB-Mo", 0.11, {"volumeType": "General Purpose-Aurora", "databaseEngine": "Any"}),
    ("Database Storage", "Aurora:IO-OptimizedStorageUsage", "GB-Mo", 0.248, {"volumeType": "IO Optimized-Aurora", "databaseEngine": "Any"}),
    ("Database Storage", "RDS:GP3-Storage", "GB-Mo", 0.127, {"volumeType": "General Purpose-GP3", "databaseEngine": "PostgreSQL", "deploymentOption": "Single-AZ"}),
    ("System Operation", "Aurora:StorageIOUsage", "IOs", 0.00000022, {"databaseEngine": "Any"}),
    ("Storage Snapshot", "RDS:ChargedBackupUsage", "GB-Mo", 0.095, {"databaseEngine": "Any"}),
    ("Storage Snapshot", "Aurora:BackupUsage", "GB-Mo", 0.021, {"databaseEngine": "Any"}),
    ("RDSProxy", "RDS:ProxyUsage", "vCPU-hour", 0.018, {"databaseEngine": "Any"}),
)  # fmt: skip


@dataclass
class Prices:
    """The price list. *missing*: instance types that it does not have."""

    missing: set[str] = field(default_factory=set)

    def __call__(self, call: Call) -> Answer | None:
        """Answer GetProducts."""
        if call.service != "pricing" or call.action != "GetProducts":
            return None
        if call.region not in REGIONS:
            raise Refused("UnrecognizedClientException", f"The price list API has no endpoint in {call.region}")
        wanted = call.parameters()
        if wanted.get("ServiceCode") != "AmazonRDS":
            raise Refused("InvalidParameterException", f"Invalid service code: {wanted.get('ServiceCode')}")
        filters = {row["Field"]: row["Value"] for row in wanted.get("Filters", [])}
        chosen = [
            one for one in self.products() if all(one["attributes"].get(key) == value for key, value in filters.items())
        ]
        begin, size = int(wanted.get("NextToken") or 0), min(int(wanted.get("MaxResults") or _PAGE), _PAGE)
        page: dict[str, Any] = {
            "FormatVersion": "aws_v1",
            "PriceList": [json.dumps(_listed(one)) for one in chosen[begin : begin + size]],
        }
        if begin + size < len(chosen):
            page["NextToken"] = str(begin + size)
        return call.answer(page)

    def products(self) -> list[dict[str, Any]]:
        """Return all products: their family, attributes, unit and price in USD."""
        return [
            product
            for region in _LOCATIONS
            for product in (*self._instances(region), *(_product(region, *one) for one in _OTHERS))
        ]

    def _instances(self, region: str) -> list[dict[str, Any]]:
        found = []
        for engine, name in ((one, name) for one, names in CLASSES.items() for name in names):
            if name in self.missing or name == "db.serverless":
                continue
            kinds = [("Single-AZ", "EBS Only", "InstanceUsage", 1.0)]
            kinds += (
                [("Single-AZ", _OPTIMIZED, "InstanceUsageIOOptimized", 1.3)]
                if engine == AURORA
                else [
                    ("Multi-AZ", "EBS Only", "Multi-AZUsage", 2.0),
                    ("Multi-AZ (readable standbys)", "EBS Only", "Multi-AZClusterUsage", 3.0),
                ]
            )
            for option, storage, usage, factor in kinds:
                attributes = {"databaseEngine": _ENGINES[engine], "instanceType": name, "deploymentOption": option}
                more = {**attributes, "storage": storage, "licenseModel": "No license required"}
                found.append(
                    _product(region, "Database Instance", f"{usage}:{name}", "Hrs", factor * hourly(name), more)
                )
        return found


def hourly(name: str) -> float:
    """Return the invented price of an hour of an instance class."""
    size = name.rsplit(".", 1)[1]
    factor = int(size.removesuffix("xlarge") or 1) if size.endswith("xlarge") else 0
    return _SIZES["xlarge"] * factor if factor else _SIZES[size]


def _product(region: str, family: str, usage: str, unit: str, price: float, more: dict[str, str]) -> dict[str, Any]:
    location, prefix = _LOCATIONS[region]
    attributes = {
        "servicecode": "AmazonRDS",
        "productFamily": family,
        "regionCode": region,
        "location": location,
        "locationType": "AWS Region",
        "usagetype": prefix + usage,
        **more,
    }
    return {"productFamily": family, "attributes": attributes, "unit": unit, "price": price}


def _listed(product: dict[str, Any]) -> dict[str, Any]:
    """Return a product as the price list has it; productFamily is beside its attributes."""
    attributes = {key: value for key, value in product["attributes"].items() if key != "productFamily"}
    sku = attributes["usagetype"]
    rate = {
        "unit": product["unit"],
        "pricePerUnit": {"USD": f"{product['price']:.10f}"},
        "description": f"${product['price']} per {product['unit']}",
        "beginRange": "0",
        "endRange": "Inf",
    }
    term = {"priceDimensions": {f"{sku}.JRTCKXETXF.6YS6EN2CT7": rate}, "sku": sku, "offerTermCode": "JRTCKXETXF"}
    return {
        "product": {"productFamily": product["productFamily"], "attributes": attributes, "sku": sku},
        "serviceCode": "AmazonRDS",
        "terms": {"OnDemand": {f"{sku}.JRTCKXETXF": term}},
    }
