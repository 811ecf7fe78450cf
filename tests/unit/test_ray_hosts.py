"""The hosts of a Ray cluster, without a cluster."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("ray")

from pgrehearse.replay.cluster import ray_hosts
from pgrehearse.replay.cluster.ray_hosts import RayHost, RayHosts

if TYPE_CHECKING:
    from typing import Any


def test_an_actor_is_called_while_others_still_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a call for the time of its lease, the actor that started first would end before the last one has started."""
    called = threading.Event()
    actor: Any = SimpleNamespace(clock=SimpleNamespace(remote=called.set))

    def placed(hosts: RayHosts) -> list[RayHost]:
        hosts._actors.append(actor)
        assert called.wait(60)
        return []

    monkeypatch.setattr(ray_hosts, "connect", lambda _: None)
    monkeypatch.setattr(RayHosts, "_placed", placed)
    monkeypatch.setattr("ray.kill", lambda _: None)
    with RayHosts("auto", 1) as hosts:
        assert hosts.hosts == []
    assert called.is_set()
