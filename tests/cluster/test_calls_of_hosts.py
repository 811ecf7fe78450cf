"""What a call of a host of a cluster gives: its result, or the one error that a user gets."""

from __future__ import annotations

from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

import pytest
from ray import exceptions

from pgrehearse.base.cluster.actor_calls import distinct_names
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.replay.cluster.host_actor import HostFacts
from pgrehearse.replay.cluster.ray_hosts import RayHost
from pgrehearse.replay.workers.host_workers import HostLost, WorkerFailure

# Ray has no types for the constructors of its errors.
_ERRORS: Any = exceptions


def _host(given: object) -> RayHost:
    """Return a host whose actor returns or raises *given*."""
    future: Future[Any] = Future()
    if isinstance(given, BaseException):
        future.set_exception(given)
    else:
        future.set_result(given)
    call = SimpleNamespace(remote=lambda *_: SimpleNamespace(future=lambda: future))
    return RayHost(SimpleNamespace(start=call), "f00", "a", HostFacts("a", 2, "1", "/srv/x"))


def test_the_result_of_a_call() -> None:
    """As the actor returned it."""
    assert _host([1, 2]).call("start") == [1, 2]


@pytest.mark.parametrize(
    ("given", "message", "remedy"),
    [
        (
            _ERRORS.RayTaskError("store", "trace", OSError(28, "No space left on device")),
            "the host a failed: [Errno 28] No space left on device",
            "free disk space on this host",
        ),
        (
            _ERRORS.RayTaskError("start", "trace", ValueError("no")),
            "the host a failed: no",
            "report this with the command line used",
        ),
        (
            WorkerFailure("HarnessFailure", "a worker died during its preparation", "check memory"),
            "a worker died during its preparation (host a)",
            "check memory",
        ),
    ],
)
def test_a_failure_names_its_host(given: object, message: str, remedy: str) -> None:
    """The disk of a host, its workers, or a bug."""
    with pytest.raises(HarnessFailure) as raised:
        _host(given).call("start")
    assert (raised.value.message, raised.value.remedy) == (message, remedy)


def test_a_host_that_is_lost() -> None:
    """The reason is the first line of Ray's."""
    with pytest.raises(HostLost, match="the host a was lost: the node died") as raised:
        _host(_ERRORS.NodeDiedError("the node died\nmore of it")).call("start")
    assert raised.value.reason == "the node died"


def test_hosts_of_one_name_have_their_addresses_in_their_names() -> None:
    """A container has the name of its host."""
    assert distinct_names(["a", "b", "a"], ["10.0.0.1", "10.0.0.2", "10.0.0.3"]) == [
        "a (10.0.0.1)",
        "b",
        "a (10.0.0.3)",
    ]
