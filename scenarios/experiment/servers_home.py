"""The folder of an experiment's embedded servers, and of the snapshot of its production.

The servers are stopped and removed at the end of each attempt. After a failure the snapshot stays, if production is complete: without it
the sides could not be restored when the experiment is continued.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pgrehearse.base.artifact import MARKER
from pgrehearse.scenarios.experiment.stage_record import StageRecord
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.embedded import registry

# The last stage of an embedded production: its workload, its snapshot and its end state are complete.
STOPPED = "stop production"


def snapshot_of(home: Path) -> Path:
    """Return the place of production's snapshot."""
    return home / "snapshot"


@contextmanager
def servers_home(record: StageRecord, *, keep: bool) -> Iterator[Path]:
    """Yield the folder. *keep*: the servers stay, and run."""
    home = _continued(record) or registry.workspace()
    record.content.home = str(home)
    record.write()
    with ExitStack() as stack:
        if not keep:
            stack.push(lambda kind, *_: _end(home, keeps_snapshot=kind is not None and record.is_done(STOPPED)))
        yield home


def remove_home(record: StageRecord) -> None:
    """Remove what an earlier attempt left in its folder: the servers of a killed process, and the snapshot."""
    home = Path(record.content.home)
    if _is_ours(home):
        _remove_servers(home)
        registry.remove_workspace(home)


def _continued(record: StageRecord) -> Path | None:
    """Return the folder of an earlier attempt that has the snapshot, without its servers (None: there is none)."""
    home = Path(record.content.home)
    if not (record.is_done(STOPPED) and _is_ours(home) and snapshot_of(home).is_dir()):
        remove_home(record)
        return None
    _remove_servers(home)
    return home


def _is_ours(home: Path) -> bool:
    """Return whether a path is that of a folder which ``registry.workspace`` made."""
    place = Path(tempfile.gettempdir())
    named = home.parent == place and home.name.startswith(registry.PREFIX)
    return named and home.is_dir() and not home.is_symlink() and (home / MARKER).is_file()


def _remove_servers(home: Path) -> None:
    for entry in registry.list_clusters([home]):
        poolers.stop(entry.cluster)
        clusters.destroy(entry.cluster)


def _end(home: Path, *, keeps_snapshot: bool) -> bool:
    """Remove the servers, and the folder unless its snapshot is kept. Return False: an exception is not suppressed."""
    _remove_servers(home)
    if not (keeps_snapshot and snapshot_of(home).is_dir()):
        shutil.rmtree(home, ignore_errors=True)
    return False
