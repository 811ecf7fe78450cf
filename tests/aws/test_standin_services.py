"""What the stand-in adds to moto: versions, classes, parameters, prices, Performance Insights, tags; and its record of requests."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ClientError

if TYPE_CHECKING:
    from tests.aws.standin.server import StandIn

TAGS = [{"Key": "owner", "Value": "me"}]
BEGAN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture
def rds(stand_in: StandIn) -> Any:
    assert stand_in.url
    return boto3.client("rds")


def test_a_version_has_targets_of_both_engines(rds: Any) -> None:
    """A snapshot of RDS can become Aurora of the same major version, not of an earlier minor version."""
    (version,) = rds.describe_db_engine_versions(Engine="postgres", EngineVersion="16.6")["DBEngineVersions"]
    targets = {
        (one["Engine"], one["EngineVersion"]): one["IsMajorVersionUpgrade"] for one in version["ValidUpgradeTarget"]
    }
    assert version["DBParameterGroupFamily"] == "postgres16"
    assert targets == {
        ("postgres", "16.8"): False,
        ("postgres", "17.4"): True,
        ("postgres", "18.1"): True,
        ("aurora-postgresql", "16.6"): False,
        ("aurora-postgresql", "16.8"): False,
    }
    (default,) = rds.describe_db_engine_versions(Engine="aurora-postgresql", DefaultOnly=True)["DBEngineVersions"]
    assert default["EngineVersion"] == "16.8"


def test_instance_classes_are_of_an_engine(rds: Any) -> None:
    """In pages; a class that Aurora does not have has no rows."""
    wanted = {"Engine": "aurora-postgresql", "EngineVersion": "16.6"}
    pages = rds.get_paginator("describe_orderable_db_instance_options").paginate(
        **wanted, PaginationConfig={"PageSize": 20}
    )
    classes = [row["DBInstanceClass"] for page in pages for row in page["OrderableDBInstanceOptions"]]
    assert {"db.serverless", "db.r6g.large"} <= set(classes)
    assert len(classes) > 20
    none = rds.describe_orderable_db_instance_options(**wanted, DBInstanceClass="db.m6g.large")
    assert none["OrderableDBInstanceOptions"] == []


def test_a_group_has_all_parameters_of_its_family(rds: Any) -> None:
    """In pages of 100, with the source and the way each one applies; a reset removes what was set."""
    group = {"DBParameterGroupName": "g"}
    rds.create_db_parameter_group(**group, DBParameterGroupFamily="postgres16", Description="d")
    change = {"ParameterName": "log_statement", "ParameterValue": "all", "ApplyMethod": "immediate"}
    rds.modify_db_parameter_group(**group, Parameters=[change])
    assert len(rds.describe_db_parameters(**group)["Parameters"]) == 100
    pages = rds.get_paginator("describe_db_parameters").paginate(**group)
    rows = {row["ParameterName"]: row for page in pages for row in page["Parameters"]}
    assert len(rows) > 300
    assert (rows["log_statement"]["ParameterValue"], rows["log_statement"]["Source"]) == ("all", "user")
    assert (rows["log_destination"]["ParameterValue"], rows["log_destination"]["Source"]) == ("stderr", "system")
    assert (rows["shared_buffers"]["ApplyType"], rows["work_mem"]["ApplyType"]) == ("static", "dynamic")
    assert (rows["wal_level"]["IsModifiable"], "ParameterValue" in rows["work_mem"]) == (False, False)
    assert [row["ParameterName"] for row in rds.describe_db_parameters(**group, Source="user")["Parameters"]] == [
        "log_statement"
    ]
    rds.reset_db_parameter_group(**group, ResetAllParameters=True)
    assert rds.describe_db_parameters(**group, Source="user")["Parameters"] == []
    defaults = rds.describe_engine_default_cluster_parameters(DBParameterGroupFamily="aurora-postgresql16")[
        "EngineDefaults"
    ]
    assert (len(defaults["Parameters"]), defaults["Marker"]) == (100, "100")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ParameterName": "nosuch", "ParameterValue": "1"}, "InvalidParameterValue"),
        ({"ParameterName": "wal_level", "ParameterValue": "logical"}, "InvalidParameterValue"),
        ({"ParameterName": "shared_buffers", "ParameterValue": "9999", "ApplyMethod": "immediate"}, "InvalidParameterCombination"),
        ({"ParameterName": "work_mem", "ParameterValue": "-5"}, "InvalidParameterValue"),
    ],
)  # fmt: skip
def test_a_parameter_that_cannot_have_a_value_is_refused(rds: Any, change: dict[str, str], code: str) -> None:
    rds.create_db_parameter_group(DBParameterGroupName="g", DBParameterGroupFamily="postgres16", Description="d")
    with pytest.raises(ClientError) as caught:
        rds.modify_db_parameter_group(
            DBParameterGroupName="g", Parameters=[{"ApplyMethod": "pending-reboot", **change}]
        )
    assert caught.value.response["Error"]["Code"] == code


@pytest.mark.usefixtures("stand_in")
def test_prices_are_texts_of_the_price_list() -> None:
    """One product for all attributes; only some regions have the API."""
    wanted = {
        "regionCode": "eu-west-1",
        "databaseEngine": "Aurora PostgreSQL",
        "instanceType": "db.r6g.2xlarge",
        "storage": "Aurora IO Optimization Mode",
    }
    filters = [{"Type": "TERM_MATCH", "Field": name, "Value": value} for name, value in wanted.items()]
    pricing = boto3.client("pricing", region_name="us-east-1")
    (text,) = pricing.get_products(ServiceCode="AmazonRDS", Filters=filters)["PriceList"]
    (term,) = json.loads(text)["terms"]["OnDemand"].values()
    (rate,) = term["priceDimensions"].values()
    assert (rate["unit"], rate["pricePerUnit"]) == ("Hrs", {"USD": "1.3000000000"})
    pages = pricing.get_paginator("get_products").paginate(ServiceCode="AmazonRDS")
    assert sum(len(page["PriceList"]) for page in pages) > 200
    with pytest.raises(ClientError, match="UnrecognizedClientException"):
        boto3.client("pricing", region_name="eu-west-1").get_products(ServiceCode="AmazonRDS")


def test_performance_insights_has_the_values_that_were_put(stand_in: StandIn) -> None:
    """By period, in pages; a period without data has a point without a value."""
    event = {"db.wait_event.type": "IO", "db.wait_event.name": "DataFileRead"}
    stand_in.insights.put("db-A", "db.load.avg", {BEGAN: 1.0, BEGAN + timedelta(seconds=30): 3.0})
    stand_in.insights.put("db-A", "db.load.avg", {BEGAN: 0.5}, event)
    stand_in.insights.page = 1
    request: dict[str, Any] = {
        "ServiceType": "RDS",
        "Identifier": "db-A",
        "MetricQueries": [
            {"Metric": "db.load.avg"},
            {"Metric": "db.load.avg", "GroupBy": {"Group": "db.wait_event"}},
        ],
        "StartTime": BEGAN,
        "EndTime": BEGAN + timedelta(minutes=2),
        "PeriodInSeconds": 60,
    }
    pi = boto3.client("pi")
    first = pi.get_resource_metrics(**request)
    assert [point.get("Value") for point in first["MetricList"][0]["DataPoints"]] == [2.0, None]
    (series,) = pi.get_resource_metrics(**request, NextToken=first["NextToken"])["MetricList"]
    assert (series["Key"]["Dimensions"], series["DataPoints"][0]["Timestamp"]) == (event, BEGAN)
    with pytest.raises(ClientError, match="NotAuthorized"):
        pi.get_resource_metrics(**{**request, "Identifier": "db-B"})


def test_tags_lead_to_parameter_groups_too(rds: Any, stand_in: StandIn) -> None:
    """And each request is recorded, with its parameters."""
    rds.create_db_parameter_group(
        DBParameterGroupName="g", DBParameterGroupFamily="postgres16", Description="d", Tags=TAGS
    )
    rds.create_db_cluster(
        DBClusterIdentifier="c",
        Engine="aurora-postgresql",
        MasterUsername="root",
        MasterUserPassword="hunter22",
        Tags=TAGS,
    )
    found = boto3.client("resourcegroupstaggingapi").get_resources(TagFilters=[{"Key": "owner"}])[
        "ResourceTagMappingList"
    ]
    assert sorted(row["ResourceARN"].split(":", 5)[5] for row in found) == ["cluster:c", "pg:g"]
    assert rds.describe_pending_maintenance_actions()["PendingMaintenanceActions"] == []
    assert [(call.service, call.action) for call in stand_in.calls] == [
        ("rds", "CreateDBParameterGroup"),
        ("rds", "CreateDBCluster"),
        ("tagging", "GetResources"),
        ("rds", "DescribePendingMaintenanceActions"),
    ]
    assert stand_in.calls[0].parameters()["Tags"] == TAGS
    assert stand_in.left() == (
        "arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:rds:" + f"c-{datetime.now(UTC):%Y-%m-%d-%H-%M}",
        "arn:aws:rds:eu-west-1:123456789012:cluster:c",
        "arn:aws:rds:eu-west-1:123456789012:pg:g",
    )
