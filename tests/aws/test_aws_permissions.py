"""The IAM actions of creations are those that plans send: no more, and no fewer."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from pgrehearse.targets.aws.permissions import CHANGES, CREATES
from pgrehearse.targets.aws.requests import MARK, Request
from pgrehearse.targets.target import TargetKind
from tests.aws.sources import AURORA, INSTANCE, RDS_SNAPSHOT, aurora, made

# These are not requests of a plan: each creation adds tags, and a restart depends on what AWS describes.
BESIDES = {"rds:AddTagsToResource", "rds:RebootDBInstance"}
PROXY: dict[str, Any] = {"proxy": True, "proxy_role": "arn:aws:iam::1:role/p"}
PLANS = (
    made(TargetKind.AURORA, aurora(**PROXY), INSTANCE),
    made(TargetKind.AURORA, aurora(origin="moment"), INSTANCE),
    made(TargetKind.AURORA, aurora(origin="replica", resettable=True), INSTANCE),
    made(TargetKind.AURORA, aurora("shop", origin="clone"), AURORA),
    made(TargetKind.RDS, aurora(), INSTANCE),
    made(TargetKind.RDS, aurora(snapshot="nightly", kms_key="k"), INSTANCE, RDS_SNAPSHOT),
    made(TargetKind.RDS, aurora(login="iam", user="app", readers=1), INSTANCE),
)
REQUESTS = [request for plan in PLANS for request in plan.requests if request.action != MARK]


@pytest.fixture(scope="module")
def actions() -> dict[str, str]:
    """The API's names of boto3's methods."""
    mapping: dict[str, str] = boto3.client("rds", region_name="eu-west-1").meta.method_to_api_mapping
    return mapping


def names(requests: list[Request], actions: dict[str, str]) -> set[str]:
    return {f"rds:{actions[request.action]}" for request in requests}


def test_what_creates_needs_the_tags_of_the_run(actions: dict[str, str]) -> None:
    created = [request for request in REQUESTS if request.kind]
    assert names(created, actions) == set(CREATES) - BESIDES
    assert all(len(request.parameters["Tags"]) == 3 for request in created)


def test_what_changes_is_about_things_of_the_run(actions: dict[str, str]) -> None:
    changed = [request for request in REQUESTS if not request.kind]
    assert names(changed, actions) == set(CHANGES) - BESIDES
    assert all(str(next(iter(request.parameters.values()))).startswith("pgrehearse-4f2a-") for request in changed)
