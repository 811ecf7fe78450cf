"""What the tests of many hosts need beside the cluster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.moto_api._internal.models import moto_api_backend

pytest.importorskip("ray")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder: one process runs them, together with other replays on hosts."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.hosts)


@pytest.fixture
def s3_bucket(s3_server: dict[str, str], ray_cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bucket that this process and the hosts of the cluster reach, and an empty cache; return a client."""
    assert ray_cluster
    for name, value in {**s3_server, "XDG_CACHE_HOME": str(tmp_path / "cache")}.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    moto_api_backend.reset()
    client.create_bucket(Bucket="team", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return client
