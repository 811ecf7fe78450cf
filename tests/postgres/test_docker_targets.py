"""Targets of kind docker. They are tested where a Docker daemon runs; everywhere the message without a daemon is."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docker
import pytest
from docker.errors import DockerException, ImageNotFound

from pgrehearse.base.docker_socket import require_docker_socket
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.journal import Created, Progress, journals
from pgrehearse.targets.kinds.containers import CONTAINER, remove_thing
from pgrehearse.targets.kinds.docker_daemon import RUN, TARGET
from pgrehearse.targets.make import existing, make
from pgrehearse.targets.specification import parse
from tests.postgres.conftest import have_15, start_cluster, stop_cluster
from tests.postgres.container_image import NAME, root_file_system
from tests.postgres.target_sources import EXPECTED, facts_of, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

# Other tests may use the daemon at the same time.
TARGET_NAME = f"docker-{os.getpid()}"
SEED = "create table orders (id int primary key); insert into orders select generate_series(1, 7);\n"


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(scope="module")
def daemon() -> Iterator[Any]:
    """A client of the daemon, which has the image; nothing of a target may be left there."""
    try:
        require_docker_socket()
        client = docker.from_env(timeout=30)
        client.ping()
    except (DockerException, OSError) as error:
        pytest.skip(f"no Docker daemon: {error}")
    if not have_15():
        client.close()
        pytest.skip("PostgreSQL 15 is not installed: there is nothing to make an image from")
    try:
        client.images.get(NAME)
    except ImageNotFound:
        changes = ['ENTRYPOINT ["/bin/sh", "/entrypoint.sh"]', "ENV PATH=/usr/lib/postgresql/15/bin:/usr/bin:/bin"]
        client.api.import_image_from_data(root_file_system().read(), *NAME.split(":"), changes=changes)
    yield client
    assert things(client) == []
    client.close()


def things(client: Any) -> list[str]:
    """Return everything that a target has left, by its label."""
    chosen = {"filters": {"label": f"{TARGET}={TARGET_NAME}"}}
    found = [
        *client.containers.list(all=True, **chosen),
        *client.volumes.list(**chosen),
        *client.networks.list(**chosen),
    ]
    return [one.name for one in found]


def document(**table: Any) -> dict[str, Any]:
    return {
        "kind": "docker",
        "name": TARGET_NAME,
        "settings": {"fsync": "off", "work_mem": "5MB"},
        "docker": {"image": NAME, "database": "sales", **table},
    }


def rows(endpoint: Any, query: str) -> Any:
    import psycopg

    with psycopg.connect(**endpoint.libpq(), autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        return cursor.fetchall() if cursor.description else None


def test_a_container_with_limits_is_created_reset_and_removed(daemon: Any, tmp_path: Path) -> None:
    """From a seed script; the port is one of 127.0.0.1, and the mark is valid after each reset."""
    (tmp_path / "seed.sql").write_text(SEED)
    target = make(parse(document(seed="seed.sql", cpus=0.5, memory="512MB"), "test", tmp_path))
    assert target.plan()[0].startswith(f"a container of {NAME} (0.5 CPUs, 512MB of memory)")
    target.prepare(SILENT)
    try:
        target = existing(TARGET_NAME)
        described, primary = target.describe(), target.connect().primary
        (container,) = daemon.containers.list(filters={"label": f"{TARGET}={TARGET_NAME}"})
        assert described.resource == container.id
        assert described.version.startswith("15")
        host = container.attrs["HostConfig"]
        assert (host["CpuQuota"], host["CpuPeriod"], host["Memory"]) == (50_000, 100_000, 512 << 20)
        assert {binding["HostIp"] for binding in container.ports["5432/tcp"]} == {"127.0.0.1"}
        assert rows(primary, "show work_mem") == [("5MB",)]
        for _ in range(2):
            assert rows(primary, "select count(*) from orders") == [(7,)]
            assert rows(primary, "select count(*) from pgrehearse.mark") == [(1,)]
            rows(primary, "delete from orders")
            target.reset(SILENT)
    finally:
        assert target.destroy(SILENT) == ()
    assert journals() == []


@pytest.mark.usefixtures("daemon")
def test_a_base_backup_becomes_a_container(home: Path, tmp_path: Path) -> None:
    """Its configuration is not that of the source: the container accepts connections through its port."""
    cluster: Cluster = start_cluster(home, 15, "source-of-container")
    try:
        fill(cluster)
        backup = tmp_path / "backup"
        Clients(15).run("pg_basebackup", ["-D", backup, "-c", "fast", "--no-sync"], cluster.endpoint())
    finally:
        stop_cluster(cluster)
    target = make(parse(document(backup="backup"), "test", tmp_path))
    target.prepare(SILENT)
    try:
        assert facts_of(target.connect().primary) == EXPECTED
        assert target.describe().data.how == "backup"
    finally:
        assert target.destroy(SILENT) == ()


def test_nothing_is_left_after_a_failure(daemon: Any, tmp_path: Path) -> None:
    """A setting that the server does not have: the end of the container's log is in the message."""
    (tmp_path / "seed.sql").write_text(SEED)
    wrong = {**document(seed="seed.sql"), "settings": {"no_such_setting": "1"}}
    with pytest.raises(TargetProblem, match=r"does not accept connections: .*no_such_setting"):
        make(parse(wrong, "test", tmp_path)).prepare(SILENT)
    assert journals() == []
    assert things(daemon) == []


def test_what_has_another_label_is_not_removed(daemon: Any) -> None:
    """The name is not a proof, nor is the id: a container of another run stays."""
    other = daemon.containers.create(NAME, labels={RUN: "other"}, name=f"pgrehearse-other-{os.getpid()}")
    try:
        thing = Created(1, CONTAINER, other.name, Progress.REQUESTED, 0)
        assert remove_thing(thing, "mine").endswith("has no label pgrehearse.run=mine, and is not removed")
        assert daemon.containers.get(other.id).name == other.name
    finally:
        other.remove()
    assert remove_thing(thing, "mine") == ""  # it does not exist


@pytest.mark.filterwarnings(
    "ignore:unclosed:ResourceWarning"
)  # the library does not close a socket that cannot connect
def test_without_a_daemon_the_message_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCKER_HOST", "unix:///nonexistent/docker.sock")
    (tmp_path / "seed.sql").write_text(SEED)
    with pytest.raises(TargetProblem, match="no Docker daemon: ") as caught:
        make(parse(document(seed="seed.sql"), "test", tmp_path)).prepare(SILENT)
    remedy = caught.value.remedy
    del caught
    gc.collect()
    assert remedy == 'start Docker, or set DOCKER_HOST; or use kind = "embedded"'
    assert journals() == []
