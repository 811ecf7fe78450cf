"""What runs on one host of a cluster: its workers, its copies of the files that they read, and the parts of the run that they write.

An instance is an actor of Ray (``ray_hosts``); nothing in this module needs Ray. The coordinator calls its methods; when no call has
come for ``LEASE_S``, the coordinator is lost (``_PREPARATION_LEASE_S`` before the time line begins): the workers are stopped, their parts stay on the host (``collect``), and the process ends.
"""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing import active_children
from pathlib import Path
from secrets import token_hex

from pgrehearse.base.clock import Timeline, monotonic_us
from pgrehearse.base.cluster.lease import Lease
from pgrehearse.base.cluster.pieces import piece_of
from pgrehearse.base.errors import PgrehearseError
from pgrehearse.base.s3_cache import local
from pgrehearse.base.version import tool_version
from pgrehearse.replay.cluster.handed_files import RUN_FILES, WORKLOAD, FileList, listed
from pgrehearse.replay.cluster.host_clocks import Reading
from pgrehearse.replay.cluster.host_folder import RUN, note_processes, parts_of
from pgrehearse.replay.cluster.order_broadcast import OrderBroadcast
from pgrehearse.replay.cluster.part_uploads import PartUploads
from pgrehearse.replay.cluster.target_access import missing_files, network_of_this_process
from pgrehearse.replay.cluster.target_clock import read_target_clock
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.spool import Preparation
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.workers.host_workers import HostExecutor, HostWorkers, Message, WorkerFailure
from pgrehearse.replay.workers.worker import Task

# The coordinator calls several times a second; a host that no call has reached for so long has lost it: workers end within 5 s.
LEASE_S = 3.0
# Before the replay begins nothing is sent, and the coordinator may compute for long.
_PREPARATION_LEASE_S = 30.0


@dataclass(frozen=True, slots=True)
class HostFacts:
    """A host of the cluster: its *name*, its processors, the version of pgrehearse on it, the folder of its files, and its network (``target_access``)."""

    name: str
    processors: int
    version: str
    folder: str
    network: str = ""


class HostActor:
    """The workers of one host. *token*: of the replay, for the name of the folder."""

    def __init__(self, token: str) -> None:
        self._folder = Path(tempfile.gettempdir()) / f"pgrehearse-host-{token}-{token_hex(4)}"
        self._run = self._folder / RUN
        self._workload = self._folder / WORKLOAD
        self._workers = HostWorkers()
        self._others: Sequence[HostExecutor] = ()
        self._lease = Lease(_PREPARATION_LEASE_S, self._end)
        self._uploads: PartUploads | None = None

    def facts(self) -> HostFacts:
        """Return what this host is."""
        self._lease.renew()
        return HostFacts(
            socket.gethostname(),
            len(os.sched_getaffinity(0)),
            tool_version(),
            str(self._folder),
            network_of_this_process(),
        )

    def clock(self) -> int:
        """Return the monotonic clock of this host in microseconds."""
        self._lease.renew()
        return monotonic_us()

    def target_clock(self, login: Login, passwords: Passwords) -> list[Reading]:
        """Return readings of the target's clock by this host's (empty: the target did not answer)."""
        self._lease.renew()
        return read_target_clock(login, passwords)

    def use_shared(self, workload: str, files: FileList) -> bool:
        """Make the folder, and use the workload where it is, if this host reads the same files there; return whether it does.

        *workload*: a path, or ``s3://``. Before this call nothing is on the disk of this host.
        """
        self._lease.renew()
        self._folder.mkdir(mode=0o700)
        (self._run / "outcomes").mkdir(parents=True)
        try:
            place = local(workload)
            shared = listed(place) == files
        except (OSError, PgrehearseError):
            return False
        if shared:
            self._workload = place
        return shared

    def store(self, kind: str, name: str, data: bytes) -> None:
        """Append *data* to a file of this host: of the workload, or of the preparation of the run."""
        self._lease.renew()
        path = {WORKLOAD: self._folder / WORKLOAD, RUN_FILES: self._run}[kind] / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(data)

    def upload_to(self, url: str) -> str:
        """Put the parts of the run in S3 as soon as the workers have written them; return why this host cannot ("": it can)."""
        self._lease.renew()
        uploads = PartUploads(url, self._run)
        try:
            uploads.start()
        except PgrehearseError as error:
            return f"{error.message}; {error.remedy}"
        self._uploads = uploads
        return ""

    def uploaded(self) -> dict[str, str] | None:
        """Return the names of all parts of this host, which are in S3 now, with their tags there (None: S3 did not accept all of them)."""
        self._lease.renew()
        if self._uploads is None:
            return None
        try:
            return self._uploads.finish()
        except PgrehearseError:
            return None

    def set_others(self, others: Sequence[HostExecutor]) -> None:
        """Set the other hosts of the replay: transactions that end here are noted there (``order_broadcast``)."""
        self._lease.renew()
        self._others = others

    def note_ends(self, ends: bytes) -> None:
        """``HostWorkers.note_ends``; another host calls it."""
        self._workers.note_ends(ends)

    def start(self, task: Task, preparation: Preparation, shards: dict[int, list[SessionCopy]]) -> WorkerFailure | None:
        """Start the workers with this host's files and wait until they are ready; return why they cannot start (None: they are ready)."""
        self._lease.renew()
        prepared = replace(
            preparation,
            order=self._own(preparation.order),
            pins=self._own(preparation.pins),
            reads=self._own(preparation.reads),
        )
        broadcast = OrderBroadcast(self._others) if self._others and prepared.order is not None else None
        ends = broadcast.writer if broadcast is not None else None
        try:
            self._workers.start(replace(task, workload=self._workload, run=self._run), prepared, shards, ends)
        except PgrehearseError as error:
            return WorkerFailure(type(error).__name__, error.message, error.remedy)
        finally:
            if ends is not None:
                ends.close()
        note_processes(self._folder, [os.getpid(), *(int(one.pid or 0) for one in active_children())])
        return None

    def _own(self, path: Path | None) -> Path | None:
        """Return where this host has a file of the preparation."""
        return self._run / path.name if path is not None else None

    def begin(self, timeline: Timeline, paced: bool) -> bool:
        """``HostWorkers.begin``; *timeline* is by this host's monotonic clock."""
        self._lease.renew()
        self._lease.seconds = LEASE_S
        return self._workers.begin(timeline, paced)

    def messages(self) -> list[Message]:
        """``HostWorkers.messages``."""
        self._lease.renew()
        return self._workers.messages()

    def release(self, sessions: list[int]) -> None:
        """``HostWorkers.release``."""
        self._workers.release(sessions)

    def stop(self) -> None:
        """``HostWorkers.stop``."""
        self._workers.stop()

    def join(self) -> None:
        """``HostWorkers.join``."""
        self._lease.renew()
        self._workers.join()

    def kill(self) -> None:
        """``HostWorkers.kill``."""
        self._workers.kill()

    def parts(self) -> dict[str, int]:
        """Return the names of the parts of the run that the workers have written, relative to the run, and their sizes."""
        self._lease.renew()
        return parts_of(self._run)

    def piece(self, name: str, offset: int) -> bytes:
        """Return the piece of a part that begins at *offset*."""
        self._lease.renew()
        return piece_of(self._run / name, offset)

    def missing_files(self, names: list[str]) -> list[str]:
        """Return which files this host cannot read."""
        self._lease.renew()
        return missing_files(names)

    def close(self, keep: bool) -> None:
        """End the workers; remove this host's files, except the parts of the run if they are to be kept (*keep*)."""
        self._lease.renew()
        self._workers.kill()
        self._remove(keep=keep)

    def _remove(self, *, keep: bool) -> None:
        shutil.rmtree(self._folder / WORKLOAD if keep else self._folder, ignore_errors=True)

    def _end(self) -> None:
        """End the workers after the coordinator was lost; their parts stay."""
        self._workers.stop()
        self._workers.join()
        self.uploaded()
        self._remove(keep=bool(parts_of(self._run)))
