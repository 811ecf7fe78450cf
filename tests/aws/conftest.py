"""The API of AWS by a moto server, with what moto lacks."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np
import pytest
from botocore.loaders import create_loader
from moto.cloudwatch.models import Statistics
from moto.moto_api._internal.models import moto_api_backend
from moto.server import ThreadedMotoServer

from tests.aws.policy import recorded, refusals
from tests.aws.standin.server import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.aws.standin.server import StandIn

_plain = Statistics.get_statistics_for_type


def _statistic(self: Statistics, stat: str) -> object:
    """Return a statistic; a percentile too, which moto lacks."""
    if stat.startswith("p") and stat[1:].isdigit():
        return float(np.percentile(self.metric_single_values_list, int(stat[1:])))
    return _plain(self, stat)


def _connect(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Let boto3 send its requests to *url*."""
    for name, value in (
        ("AWS_ENDPOINT_URL", url),
        ("AWS_ACCESS_KEY_ID", "x"),
        ("AWS_SECRET_ACCESS_KEY", "x"),
        ("AWS_DEFAULT_REGION", "eu-west-1"),
        ("AWS_MAX_ATTEMPTS", "2"),
    ):
        monkeypatch.setenv(name, value)


@pytest.fixture(autouse=True)
def _rights() -> Iterator[None]:
    """Each request that pgrehearse sends is allowed by the policy of its role (``pgrehearse targets policies``)."""
    with recorded() as recorder:
        yield
    assert refusals(recorder.sent) == []


@pytest.fixture(autouse=True, scope="session")
def _service_models() -> Iterator[None]:
    """All sessions of botocore read the models of AWS's services once: to parse that of RDS takes 0.1 s."""
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr("botocore.session.create_loader", functools.cache(create_loader))
        yield


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server with the API of AWS, and credentials for it."""
    monkeypatch.setattr(Statistics, "get_statistics_for_type", _statistic)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto_api_backend.reset()
    server.start()
    host, port = server.get_host_and_port()
    _connect(monkeypatch, f"http://{host}:{port}")
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The strict stand-in for AWS, and credentials for it."""
    with running() as server:
        _connect(monkeypatch, server.url)
        yield server
