"""Dumps of every format, and base backups as directory and as tar, become the same data; what is no dump and no backup is refused."""

from __future__ import annotations

import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.data.backup import Backup
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.data.dump import Dump, Format, restore_dump
from pgrehearse.targets.make import make
from pgrehearse.targets.specification import parse
from tests.conftest import superuser
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.target_sources import EXPECTED, facts_of, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

CLIENTS = Clients(16, timeout_s=60)
# What pg_dump does not contain: the settings of a database.
OF_DUMP = {**EXPECTED, "work_mem": "4MB"}


@pytest.fixture(scope="module")
def source(home: Path) -> Iterator[Cluster]:
    cluster = start_cluster(home, 16, "source-of-data")
    fill(cluster)
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(scope="module")
def empty(home: Path) -> Iterator[Cluster]:
    """A server into which dumps are restored, each into a database of its own."""
    cluster = start_cluster(home, 16, "empty")
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(scope="module")
def dumps(source: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dump of each format, and the roles."""
    folder = tmp_path_factory.mktemp("dumps")
    for letter, name in (("c", "custom"), ("d", "directory"), ("t", "tar"), ("p", "plain")):
        CLIENTS.run("pg_dump", [f"-F{letter}", "-f", folder / name], source.endpoint("sales"))
    CLIENTS.run("pg_dumpall", ["--globals-only", "-f", folder / "roles"], source.endpoint())
    CLIENTS.run("pg_dumpall", ["-f", folder / "cluster"], source.endpoint())
    return folder


def test_every_format_is_recognized(dumps: Path) -> None:
    found = {name: Dump.of(dumps / name).format for name in ("custom", "directory", "tar", "plain", "roles", "cluster")}
    assert found == {
        "custom": Format.ARCHIVE,
        "directory": Format.ARCHIVE,
        "tar": Format.TAR,
        "plain": Format.SCRIPT,
        "roles": Format.CLUSTER,
        "cluster": Format.CLUSTER,
    }


def test_every_format_is_restored(empty: Cluster, dumps: Path) -> None:
    """The roles once, and then each format into its own database; a dump without its roles is refused."""
    with pytest.raises(TargetProblem, match='role "app" does not exist'):
        restore_dump(Dump.of(dumps / "custom"), empty.endpoint(), "without_roles", CLIENTS)
    roles: Path | None = dumps / "roles"
    for name in ("custom", "directory", "tar", "plain"):
        steps = restore_dump(Dump.of(dumps / name, roles), empty.endpoint(), name, CLIENTS)
        assert facts_of(empty.endpoint(name)) == OF_DUMP
        assert (steps[0] == "roles from roles") == (roles is not None)
        roles = None


def test_a_dump_of_a_cluster_becomes_a_server(dumps: Path, state: Path) -> None:
    """With its databases, their settings and its roles; the role that created the cluster exists already."""
    assert prepared(state, version=18, dump=str(dumps / "cluster"), database="sales") == EXPECTED


@pytest.mark.parametrize("words", [["-Fp"], ["-Ft", "-z"]], ids=["directory", "tar"])
def test_a_base_backup_becomes_a_server(source: Cluster, state: Path, words: list[str]) -> None:
    backup = state / "backup"
    CLIENTS.run("pg_basebackup", [*words, "-D", backup, "-c", "fast", "--no-sync"], source.endpoint())
    assert prepared(state, backup=str(backup), database="sales") == EXPECTED


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def prepared(folder: Path, **table: Any) -> object:
    """Create a target, read the facts of its data, and remove it."""
    document = {"kind": "embedded", "name": "candidate", "settings": {"fsync": "off"}, "embedded": table}
    target = make(parse(document, "test", folder))
    target.prepare(SILENT)
    try:
        return facts_of(target.connect().primary)
    finally:
        assert target.destroy(SILENT) == ()


def test_an_error_in_a_file_of_roles_is_named_with_its_line(empty: Cluster, tmp_path: Path) -> None:
    (tmp_path / "roles").write_text(
        "--\n-- PostgreSQL database cluster dump\n--\nCREATE ROLE postgres;\nGRANT a TO b;\n"
    )
    with pytest.raises(TargetProblem, match=r"roles, line 5: role \"b\" does not exist"):
        restore_dump(Dump.of(tmp_path / "roles"), empty.endpoint(), "x", CLIENTS)
    with superuser(empty) as connection:
        assert connection.execute("select count(*) from pg_database where datname = 'x'").fetchone() == (0,)


def test_what_is_no_dump_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "packed.sql.gz").write_bytes(b"\x1f\x8b\x08")
    for name, message in (
        ("missing", "no such file, or not readable"),
        ("folder", "a directory without toc.dat"),
        ("packed.sql.gz", "compressed by gzip"),
    ):
        with pytest.raises(BadInput, match=message):
            Dump.of(tmp_path / name)


def test_what_is_no_base_backup_is_refused(tmp_path: Path) -> None:
    """A server's own directory is not copied while it may be running, and a link is not followed to the source's files."""
    with pytest.raises(BadInput, match="not a base backup"):
        Backup.of(tmp_path)
    (tmp_path / "PG_VERSION").write_text("16\n")
    assert Backup.of(tmp_path).version == 16
    (tmp_path / "pg_wal").symlink_to(tmp_path.parent)
    with pytest.raises(BadInput, match="pg_wal is a symbolic link"):
        Backup.of(tmp_path)
    (tmp_path / "postmaster.pid").write_text("1\n")
    with pytest.raises(BadInput, match="the data directory of a server that is running or was killed"):
        Backup.of(tmp_path)
    with tarfile.open(tmp_path / "base.tar", "w"):
        pass
    with pytest.raises(BadInput, match="not a base backup"):
        Backup.of(tmp_path / "base.tar")


def test_a_base_backup_with_tablespaces_is_refused(tmp_path: Path) -> None:
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "PG_VERSION").write_text("16\n")
    (tmp_path / "backup" / "tablespace_map").write_text("16400 /elsewhere\n")
    with pytest.raises(BadInput, match="the base backup has tablespaces"):
        Backup.of(tmp_path / "backup").unpack(tmp_path / "data")
