"""The embedded clusters of pgrehearse on this machine: found by their ``cluster.json``, running or stopped."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.artifact import MARKER
from pgrehearse.base.processes import is_running
from pgrehearse.targets.embedded import pooler
from pgrehearse.targets.embedded.cluster import Cluster, destroy, postmaster

PREFIX = "pgrehearse-"
USED_FILE = "spent.json"
# A server with this file is a target that stays when the command that created it has ended.
_KEPT_FILE = "kept"


@dataclass(frozen=True, slots=True)
class ClusterEntry:
    """An embedded cluster. *orphaned*: the command that made it has ended; *used_by*: digest of the workload that was replayed to it."""

    cluster: Cluster
    running: bool
    orphaned: bool
    used_by: str


def workspace(directory: Path | None = None) -> Path:
    """Make and return the folder of one experiment's clusters: not readable by others, but traversable by the account that runs them."""
    base = directory or Path(tempfile.mkdtemp(prefix=PREFIX))
    base.mkdir(parents=True, exist_ok=True)
    base.chmod(0o711)
    (base / MARKER).touch(mode=0o600)
    return base


def remove(cluster: Cluster) -> None:
    """Stop a cluster and its pooler, and remove its folder; with the last cluster of an experiment also the experiment's folder and snapshot.

    A folder that ``workspace`` did not make is kept.
    """
    pooler.stop(cluster)
    destroy(cluster)
    place = Path(tempfile.gettempdir())
    base = next((folder for folder in cluster.home.parents if folder.parent == place), None)
    if base is not None and not list_clusters([base]):
        remove_workspace(base)


def remove_workspace(base: Path) -> None:
    """Remove a folder that ``workspace`` made; another folder is kept."""
    if not base.is_symlink() and (base / MARKER).is_file():
        shutil.rmtree(base, ignore_errors=True)


def keep(cluster: Cluster) -> None:
    """Record that a server stays when this command has ended: it is not left behind."""
    (cluster.home / _KEPT_FILE).touch()


def list_clusters(places: list[Path] | None = None) -> list[ClusterEntry]:
    """Return every embedded cluster below the temporary directory (or below *places*)."""
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
    except OSError:  # it is not readable, or another command has removed it
        return []


def _read(file: Path) -> ClusterEntry | None:
    try:
        document = json.loads(file.read_text())
        cluster = Cluster(
            file.parent, document["version"], document["port"], document["name"], document.get("slot", "")
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    is_kept = (file.parent / _KEPT_FILE).exists()
    orphaned = not is_kept and not is_running(int(document.get("owner_pid", 0)))
    return ClusterEntry(cluster, postmaster(cluster) is not None, orphaned, used_by(cluster))


def left_behind() -> list[ClusterEntry]:
    """Return servers that still run although the command that started them has ended (it was killed)."""
    return [entry for entry in list_clusters() if entry.running and entry.orphaned]


def of_data_directory(data: str, port: int) -> Cluster | None:
    """Return the running embedded cluster with this data directory and this port, or None. The port may be that of its pooler."""
    home = Path(data).parent
    entry = _read(home / "cluster.json") if Path(data).name == "data" else None
    if entry is None or not entry.running or port not in {entry.cluster.port, pooler.port_of(entry.cluster)}:
        return None
    return entry.cluster


def record_use(cluster: Cluster, digest: str) -> None:
    """Record that a cluster was replayed to."""
    (cluster.home / USED_FILE).write_text(json.dumps({"workload": digest}))


def used_by(cluster: Cluster) -> str:
    """Return the digest of the workload that was replayed to the cluster ("": none)."""
    try:
        return str(json.loads((cluster.home / USED_FILE).read_text())["workload"])
    except (OSError, ValueError, KeyError):
        return ""


def mark_fresh(cluster: Cluster) -> None:
    """Record that a cluster is back at its snapshot."""
    (cluster.home / USED_FILE).unlink(missing_ok=True)
