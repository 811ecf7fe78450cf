"""Servers of ours are removed by their own ``cluster.json`` alone: no other folder ever is."""

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
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An experiment's folder of ours in a temporary directory of its own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return registry.workspace()


def stopped(home: Path, port: int = 5499) -> Cluster:
    """A cluster that never ran."""
    (home / "data").mkdir(parents=True)
    (home / "data" / "base").write_text("rows")
    made = Cluster(home, 16, port, home.name)
    clusters.write_cluster_file(made)
    return made


def test_the_last_server_is_removed_with_its_experiment(workspace: Path) -> None:
    """The second one's removal takes the snapshot and the folder along."""
    one, two = stopped(workspace / "one", 5497), stopped(workspace / "two", 5498)
    (workspace / "snapshot").mkdir()
    registry.remove(one)
    assert (two.home / "data" / "base").exists()
    registry.remove(two)
    assert not workspace.exists()


def test_a_directory_that_pgrehearse_did_not_create_stays(tmp_path: Path, workspace: Path) -> None:
    """It only has a name like ours: the server in it goes, what lies beside stays."""
    mine = tmp_path / "pgrehearse-notes"
    cluster = stopped(mine / "own")
    (mine / "notes.txt").write_text("mine")
    registry.remove(cluster)
    assert not cluster.home.exists()
    assert (mine / "notes.txt").read_text() == "mine"
    assert (workspace / MARKER).exists()


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
    """Neither destroyed, nor reset, nor its snapshot replaced: exit 6, and everything stays."""
    home = workspace / "x"
    cluster = stopped(home)
    (home / "snapshot").mkdir()
    file = home / "cluster.json"
    file.unlink() if facts is None else file.write_text(facts.replace("HOME", str(home)))
    before = sorted(home.rglob("*"))
    for attempt in (clusters.destroy, clusters.reset, clusters.keep_snapshot, registry.remove):
        with pytest.raises(HarnessFailure, match="not the folder of an embedded server"):
            attempt(cluster)
    assert sorted(home.rglob("*")) == before


def test_a_link_to_an_embedded_server_is_not_removed(tmp_path: Path, workspace: Path) -> None:
    """Nor what it leads to."""
    cluster = stopped(workspace / "one")
    link = tmp_path / "link"
    link.symlink_to(cluster.home)
    with pytest.raises(HarnessFailure):
        clusters.destroy(replace(cluster, home=link))
    assert (cluster.home / "data" / "base").exists()


def test_a_restore_does_not_replace_data(workspace: Path) -> None:
    """What lies where the data would go stays."""
    cluster = stopped(workspace / "one")
    with pytest.raises(HarnessFailure, match="exists"):
        clusters.restore(workspace, cluster.home, version=16, name="one")
    assert (cluster.home / "data" / "base").read_text() == "rows"
