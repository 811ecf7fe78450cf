"""docs/docker-standby.sh, by which the standbys of docker-compose.yml start, with a real primary."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import superuser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

SCRIPT = Path(__file__).parents[2] / "docs" / "docker-standby.sh"
# A program in place of the server: only the copy is tested.
POSTGRES = '#!/bin/sh\necho "$@"\n'


@dataclass(frozen=True)
class Container:
    """The environment of the script in a container: the programs of PostgreSQL, its variables and its volume."""

    primary: Cluster
    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "volume" / "standby"

    def start(self, **variables: str) -> str:
        """Start the container once; return the arguments that the server was started with."""
        programs = self.folder / "programs"
        programs.mkdir(exist_ok=True)
        (programs / "postgres").write_text(POSTGRES)
        (programs / "postgres").chmod(0o755)
        environment = {
            "PATH": f"{programs}:{self.primary.program('psql').parent}:{os.environ['PATH']}",
            "PRIMARY": "127.0.0.1",
            "PGPORT": str(self.primary.port),
            "DATA": str(self.data),
            **variables,
        }
        self.data.parent.mkdir(exist_ok=True)
        return subprocess.run(["bash", str(SCRIPT)], env=environment, capture_output=True, text=True, check=True).stdout

    def slots(self) -> list[object]:
        """Return the slots of standbys that the primary has."""
        with superuser(self.primary) as connection:
            rows = connection.execute("select slot_name from pg_replication_slots where slot_name = 'standby'")
            return [row[0] for row in rows]


@pytest.fixture
def container(pg16: Cluster, tmp_path: Path) -> Iterator[Container]:
    """A container with an empty volume; the primary, which other tests use too, keeps no slot."""
    yield Container(pg16, tmp_path)
    with superuser(pg16) as connection:
        connection.execute(
            "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'standby'"
        )


def test_a_new_standby_is_a_copy_of_the_primary(container: Container) -> None:
    """With a slot, with standby.signal, and with the rights that PostgreSQL requires of a data directory."""
    started = container.start()
    assert started.startswith(f"-D {container.data} ")
    assert (container.data / "standby.signal").exists()
    assert container.data.stat().st_mode & 0o777 == 0o700
    assert "slot" in (container.data / "postgresql.auto.conf").read_text()
    assert container.slots() == ["standby"]


def test_a_restart_keeps_the_data(container: Container) -> None:
    """The second start makes no copy, even if the primary is unreachable."""
    container.start()
    (container.data / "kept").touch()
    assert container.start(PGPORT="1").startswith(f"-D {container.data} ")
    assert (container.data / "kept").exists()


def test_an_interrupted_copy_is_made_again(container: Container) -> None:
    """The next start succeeds although a part of the data and a slot exist."""
    container.start()
    container.data.rename(container.data.with_name("standby.partial"))
    (container.data.with_name("standby.partial") / "PG_VERSION").unlink()
    container.start()
    assert (container.data / "PG_VERSION").exists()
    assert not container.data.with_name("standby.partial").exists()


def test_a_removed_volume_makes_a_new_standby(container: Container) -> None:
    """The slot of the removed one is replaced, so that it keeps no WAL."""
    container.start()
    shutil.rmtree(container.data.parent)
    container.start()
    assert container.slots() == ["standby"]


def test_an_unreachable_primary_leaves_no_copy(container: Container) -> None:
    """The script fails, and the container's restart tries again."""
    with pytest.raises(subprocess.CalledProcessError):
        container.start(PGPORT="1")
    assert not container.data.exists()
