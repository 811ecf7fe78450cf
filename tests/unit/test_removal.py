"""Only a folder with a valid ``cluster.json`` is removed as an embedded server; no other folder is removed."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.artifact import MARKER
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an experiment, in a temporary directory."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return registry.workspace()


def write_cluster(home: Path, port: int = 5499) -> Cluster:
    """Return a cluster that was never started."""
    (home / "data").mkdir(parents=True)
    (home / "data" / "base").write_text("rows")
    cluster = Cluster(home, 16, port, home.name)
    clusters.write_cluster_file(cluster)
    return cluster


def test_the_last_server_is_removed_with_its_experiment(workspace: Path) -> None:
    """The removal of the second server removes the snapshot and the folder too."""
    first, second = write_cluster(workspace / "one", 5497), write_cluster(workspace / "two", 5498)
    (workspace / "snapshot").mkdir()
    registry.remove(first)
    assert (second.home / "data" / "base").exists()
    registry.remove(second)
    assert not workspace.exists()


def test_a_directory_that_pgrehearse_did_not_create_is_kept(tmp_path: Path, workspace: Path) -> None:
    """Its name is similar to an experiment's: the server in it is removed, the other files in it are kept."""
    directory = tmp_path / "pgrehearse-notes"
    cluster = write_cluster(directory / "own")
    (directory / "notes.txt").write_text("mine")
    registry.remove(cluster)
    assert not cluster.home.exists()
    assert (directory / "notes.txt").read_text() == "mine"
    assert (workspace / MARKER).exists()


def test_an_experiment_that_another_command_removes_is_not_listed(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder disappears while it is read."""
    write_cluster(workspace / "one")
    (listed,) = registry.list_clusters()
    assert listed.cluster.name == "one"
    paths_below = type(workspace).glob

    def glob(folder: Path, pattern: str) -> Iterator[Path]:
        if folder == workspace:
            raise FileNotFoundError(folder)
        return paths_below(folder, pattern)

    monkeypatch.setattr(type(workspace), "glob", glob)
    assert registry.list_clusters() == []


def test_a_file_that_is_not_of_a_cluster_is_not_listed(workspace: Path) -> None:
    (workspace / "one").mkdir()
    for text in ("", "{", "[]", "{}"):
        (workspace / "one" / "cluster.json").write_text(text)
        assert registry.list_clusters() == []


@pytest.mark.parametrize(
    "facts",
    [
        None,
        "{",
        "[]",
        json.dumps({"name": "kind", "version": 16, "port": 5499}),
        json.dumps({"home": "/elsewhere", "version": 16, "port": 5499, "name": "x"}),
        json.dumps({"home": "HOME", "version": 16, "port": 1, "name": "x"}),
    ],
)
def test_a_directory_without_the_cluster_file_is_not_removed(workspace: Path, facts: str | None) -> None:
    """It is not destroyed or reset, and its snapshot is not replaced: an error, and all files are kept."""
    home = workspace / "x"
    cluster = write_cluster(home)
    (home / "snapshot").mkdir()
    file = home / "cluster.json"
    file.unlink() if facts is None else file.write_text(facts.replace("HOME", str(home)))
    before = sorted(home.rglob("*"))
    for attempt in (clusters.destroy, clusters.reset, clusters.keep_snapshot, registry.remove):
        with pytest.raises(HarnessFailure, match="not the folder of an embedded server"):
            attempt(cluster)
    assert sorted(home.rglob("*")) == before


def test_a_link_to_an_embedded_server_is_not_removed(tmp_path: Path, workspace: Path) -> None:
    """Its target is not removed either."""
    cluster = write_cluster(workspace / "one")
    link = tmp_path / "link"
    link.symlink_to(cluster.home)
    with pytest.raises(HarnessFailure):
        clusters.destroy(replace(cluster, home=link))
    assert (cluster.home / "data" / "base").exists()


def test_a_restore_does_not_replace_data(workspace: Path) -> None:
    """The data directory exists: an error, and its files are unchanged."""
    cluster = write_cluster(workspace / "one")
    with pytest.raises(HarnessFailure, match="exists"):
        clusters.restore(workspace, cluster.home, version=16, name="one")
    assert (cluster.home / "data" / "base").read_text() == "rows"
