"""The hosts of a Ray cluster, without a cluster."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("ray")

from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.cluster import ray_hosts
from pgrehearse.replay.cluster.ray_hosts import RayHost, RayHosts


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


def test_a_host_that_cannot_write_to_s3_is_named_before_the_start() -> None:
    """Exit code 2, with the reason that the host has."""

    def host(name: str, reason: str) -> Any:
        done: Future[str] = Future()
        done.set_result(reason)
        return SimpleNamespace(name=name, submit=lambda *_: done)

    hosts = RayHosts("auto", 2)
    hosts._hosts = [host("a", ""), host("b", "AccessDenied; grant `s3:PutObject`")]
    with pytest.raises(UsageProblem, match=r"the host b cannot write to s3://team/a\.run: AccessDenied") as caught:
        hosts._require_uploads("s3://team/a.run")
    assert "credentials" in caught.value.remedy
