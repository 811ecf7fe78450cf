"""The size of a container: at its creation, after an event of the kind scale, and after its reset."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.targets.kinds import containers
from pgrehearse.targets.kinds.container_limits import changes, check_size, limits, put_back
from pgrehearse.targets.kinds.containers import DockerTarget
from pgrehearse.targets.specification import parse
from pgrehearse.targets.target import Resizable

if TYPE_CHECKING:
    from pathlib import Path

GIB = 1 << 30
TWO = {"cpu_period": 100_000, "cpu_quota": 200_000}
FOUR_GIB = {"mem_limit": 4 * GIB, "memswap_limit": 8 * GIB}


class Container:
    """A container that keeps its changes, as the library of Docker names them."""

    name = "pgrehearse-x"

    def __init__(self) -> None:
        self.updated: list[dict[str, int]] = []

    def update(self, **options: int) -> None:
        self.updated.append(options)


class Daemon:
    def __init__(self, container: Container) -> None:
        self._container = container

    def container(self, _resource: str) -> Container:
        return self._container


def test_a_container_has_the_limits_of_its_file() -> None:
    assert limits(2, "4GB") == TWO | FOUR_GIB
    assert limits(0, "") == {}


def test_a_change_leaves_what_it_does_not_name() -> None:
    assert changes({"cpus": "0.5"}) == {"cpu_period": 100_000, "cpu_quota": 50_000}
    assert changes({"memory": "4GB"}) == FOUR_GIB


@pytest.mark.parametrize(
    ("host", "cpus", "memory", "expected"),
    [
        ({"CpuQuota": 200_000, "Memory": 4 * GIB}, 2, "4GB", {}),
        ({"CpuQuota": 0, "Memory": 0}, 0, "", {}),
        ({"CpuQuota": -1, "Memory": None}, 0, "", {}),
        ({"CpuQuota": 50_000, "Memory": GIB}, 2, "4GB", TWO | FOUR_GIB),
        (
            {"CpuQuota": 50_000, "Memory": GIB},
            0,
            "",
            {"cpu_period": 100_000, "cpu_quota": -1, "mem_limit": -1, "memswap_limit": -1},
        ),
        ({"NanoCpus": 2_000_000_000, "CpuQuota": 0, "Memory": 0}, 2, "", {}),  # of an earlier version
    ],
)
def test_a_reset_puts_the_limits_back(host: dict[str, Any], cpus: float, memory: str, expected: dict[str, int]) -> None:
    """Only where they differ."""
    assert put_back(host, cpus, memory) == expected


@pytest.mark.parametrize(
    ("size", "message"),
    [
        ({"work_mem": "1MB"}, "scale.work_mem: the settings of a container"),
        ({"cpus": "0"}, "scale.cpus is '0'"),
        ({"cpus": "many"}, "scale.cpus is 'many'"),
        ({"memory": "much"}, "'much' is not a size"),
    ],
)
def test_a_size_that_is_not_possible_is_refused(size: dict[str, str], message: str) -> None:
    with pytest.raises(PgrehearseError, match=message) as refused:
        check_size(size)
    assert refused.value.remedy


def test_a_target_of_kind_docker_is_resized(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    container = Container()
    monkeypatch.setattr(containers, "connected", lambda: nullcontext(Daemon(container)))
    monkeypatch.setattr(DockerTarget, "_resource", lambda _: "id")
    document = {"name": "x", "kind": "docker", "docker": {"image": "postgres:16", "seed": "seed.sql"}}
    (tmp_path / "seed.sql").touch()
    target = DockerTarget(parse(document, "test", tmp_path))
    assert isinstance(target, Resizable)
    target.resize({"cpus": "2", "memory": "4GB"})
    assert container.updated == [TWO | FOUR_GIB]
