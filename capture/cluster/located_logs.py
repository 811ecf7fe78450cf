"""Logs that a host of a cluster reads itself: in a folder that it has at the same path, or in S3."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.file_order import Log, ordered_logs
from pgrehearse.capture.input.files import LogFile, log_at
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.server_logs import ServerLogs

# So many of the first and of the last bytes identify a file.
_END_BYTES = 1 << 16
_REMEDY = "put the logs in a folder that every host of the cluster has at the same path, or give s3://bucket/prefix"


@dataclass(frozen=True, slots=True)
class LocatedLog:
    """One log: its *name* as the user wrote it, its *location* (``LogFile``), and its server's *instance*.

    *size*: in bytes; *ends*: the digest of the first and the last of these bytes ("" in S3, where a location has one object only).
    """

    name: str
    location: str
    instance: str
    size: int
    ends: str


def located(server: ServerLogs) -> list[LocatedLog]:
    """Return the logs of a server for another host. Raises ``UsageProblem`` for a log that only this process can read."""
    return [_located(log.file) for log in server.logs]


def _located(file: LogFile) -> LocatedLog:
    if not file.location:
        raise UsageProblem(f"--cluster: no other host can read {file.name}", remedy=_REMEDY)
    return LocatedLog(file.name, file.location, file.instance, file.size, _ends(file.location, file.size))


def _ends(location: str, size: int) -> str:
    """Return the digest of the first and the last of the first *size* bytes of a file ("": it is in S3)."""
    if location.startswith("s3://"):
        return ""
    with Path(location).open("rb") as stream:
        first = stream.read(min(size, _END_BYTES))
        stream.seek(max(size - _END_BYTES, 0), io.SEEK_SET)
        return sha256(first + stream.read(min(size, _END_BYTES))).hexdigest()


def unreadable(logs: Sequence[LocatedLog]) -> str:
    """Return why this host cannot capture the logs ("": it can): one is not there, or another file is."""
    for log in logs:
        try:
            found = log_at(log.location)
            if found.size < log.size or _ends(log.location, log.size) != log.ends:
                return f"{log.location} is another file there"
        except (OSError, BadInput) as error:
            return str(error)
    return ""


def require_readable(host: str, reason: str) -> None:
    """Raise ``UsageProblem`` if there is a *reason* (``unreadable``) why a host cannot capture the logs."""
    if reason:
        raise UsageProblem(f"the host {host} cannot read the logs: {reason}", remedy=_REMEDY)


def read_here(logs: Sequence[LocatedLog], options: CaptureOptions) -> list[Log]:
    """Return the logs of one server as this host reads them, in the order in which they are given."""
    files = [replace(log_at(log.location), name=log.name, instance=log.instance) for log in logs]
    place = {id(file): number for number, file in enumerate(files)}
    return sorted(ordered_logs(files, options), key=lambda log: place[id(log.file)])
