"""Which embedded clusters of ours exist on this machine: found by their ``cluster.json``, alive or left behind."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.artifact import MARKER
from pgrehearse.targets.embedded.cluster import Cluster, destroy, postmaster

PREFIX = "pgrehearse-"
SPENT = "spent.json"


@dataclass(frozen=True, slots=True)
class Found:
    """A cluster of ours: *alive* (its server runs), *orphaned* (the command that made it is gone)."""

    cluster: Cluster
    alive: bool
    orphaned: bool
    spent: str


def workspace(directory: Path | None = None) -> Path:
    """Make and return the folder of one experiment's clusters: closed, but passable for the account that runs them."""
    base = directory or Path(tempfile.mkdtemp(prefix=PREFIX))
    base.mkdir(parents=True, exist_ok=True)
    base.chmod(0o711)
    (base / MARKER).touch(mode=0o600)
    return base


def remove(cluster: Cluster) -> None:
    """Stop a cluster and remove its folder; with the last of an experiment goes the experiment's, and the snapshot in it.

    A folder that ``workspace`` did not make stays.
    """
    destroy(cluster)
    place = Path(tempfile.gettempdir())
    base = next((folder for folder in cluster.home.parents if folder.parent == place), None)
    if base is not None and not base.is_symlink() and (base / MARKER).is_file() and not found([base]):
        shutil.rmtree(base, ignore_errors=True)


def found(places: list[Path] | None = None) -> list[Found]:
    """Return every cluster of ours below the temporary directory (or below *places*)."""
    roots = places if places is not None else sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*"))
    files = sorted(
        file
        for root in roots
        for depth in ("cluster.json", "*/cluster.json", "*/*/cluster.json")
        for file in _glob(root, depth)
    )
    return [entry for file in files if (entry := _read(file)) is not None]


def _glob(root: Path, pattern: str) -> list[Path]:
    try:
        return list(root.glob(pattern))
    except PermissionError:
        return []


def _read(file: Path) -> Found | None:
    try:
        facts = json.loads(file.read_text())
        cluster = Cluster(file.parent, facts["version"], facts["port"], facts["name"], facts.get("slot", ""))
    except (OSError, ValueError, KeyError):
        return None
    alive = postmaster(cluster) is not None
    return Found(cluster, alive, orphaned=not _lives(int(facts.get("owner_pid", 0))), spent=spent_by(cluster))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid > 0


def left_behind() -> list[Found]:
    """Return servers that still run though the command that started them is gone (it was killed)."""
    return [entry for entry in found() if entry.alive and entry.orphaned]


def of_data_directory(data: str, port: int) -> Cluster | None:
    """Return our cluster that serves this data directory on this port, if there is one."""
    home = Path(data).parent
    entry = _read(home / "cluster.json") if Path(data).name == "data" else None
    if entry is None or entry.cluster.port != port or not entry.alive:
        return None
    return entry.cluster


def mark_spent(cluster: Cluster, digest: str) -> None:
    """Note that a cluster has been replayed to."""
    (cluster.home / SPENT).write_text(json.dumps({"workload": digest}))


def spent_by(cluster: Cluster) -> str:
    """Return the digest of the workload that was replayed to the cluster ("" while it is fresh)."""
    try:
        return str(json.loads((cluster.home / SPENT).read_text())["workload"])
    except (OSError, ValueError, KeyError):
        return ""


def refresh(cluster: Cluster) -> None:
    """Note that a cluster is back at its snapshot."""
    (cluster.home / SPENT).unlink(missing_ok=True)
