"""The log files of a capture: files, folders, patterns, standard input, objects in S3."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.input.streams import Chained

# A folder's logs: if the server wrote more than one format, the files of the first of these are read.
_FAMILIES = ("*.csv", "*.csv.gz", "*.csv.zst"), ("*.json", "*.json.gz", "*.json.zst"), ("*",)
# Files that are not logs in exports: CloudWatch's write test, the markers of Spark and Hadoop, hidden files.
_NOT_A_LOG = re.compile(r"(?:^|/)(?:aws-logs-write-test|[_.][^/]*)$")
# The names of the files in CloudWatch's export of a log stream: TASK/STREAM/000000.gz; a stream of RDS is INSTANCE.0
_EXPORTED = re.compile(r"([^/]+?)(?:\.\d+)?/\d{6}\.gz$")
_NAMED = re.compile(r"([A-Za-z0-9_.-]+)=(.+)")


@dataclass(frozen=True, slots=True, eq=False)
class LogFile:
    """One log: *name* as the user wrote it, *size* in bytes as stored (0: unknown), *open* returns its raw bytes.

    *first_bytes*: of a stream that can be opened only once. *instance*: the name of the server that wrote it. *location*: where another host
    may find it, an absolute path or ``s3://`` ("": only this process can read it).
    """

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    first_bytes: bytes | None = None
    instance: str = ""
    location: str = ""


def log_files(paths: Sequence[str | Path | LogFile]) -> list[LogFile]:
    """Return the logs at *paths*: files, folders, patterns, ``-`` (standard input), ``s3://bucket/prefix``; a log is one already.

    ``reader1=path`` names the server of a log, for captures of several servers.
    """
    logs: list[LogFile] = []
    for given in paths:
        if isinstance(given, LogFile):
            logs.append(given)
            continue
        path = str(given)
        named = _NAMED.fullmatch(path) if not Path(path).exists() else None
        instance, location = (named[1], named[2]) if named else ("", path)
        logs += [replace(log, instance=instance) if instance else log for log in _logs_at(location)]
    return logs


def log_at(location: str) -> LogFile:
    """Return the one log at the *location* of a ``LogFile``. Raises ``BadInput`` if there is none, or it cannot be read."""
    if not location.startswith("s3://"):
        return _log_file(Path(location))
    found = [log for log in _in_s3(location) if log.name == location]
    if not found:
        raise BadInput(f"{location}: no such object", remedy="give s3://bucket/prefix of the log files")
    return found[0]


def _logs_at(location: str) -> list[LogFile]:
    if location == "-":
        return [_standard_input()]
    if location.startswith("s3://"):
        return _with_stream_names(_in_s3(location))
    return _with_stream_names([_log_file(path) for path in _on_disk(Path(location))])


def _in_s3(url: str) -> list[LogFile]:
    from pgrehearse.base.s3 import objects

    remedy = "give s3://bucket/prefix of the log files"
    stored = [LogFile(item.name, item.size, item.open, location=item.name) for item in objects(url, remedy=remedy)]
    logs = [log for log in stored if log.size and (log.name == url or not _NOT_A_LOG.search(log.name))]
    if logs:
        return logs
    only_empty = len(stored) == 1 and not stored[0].size
    problem = "the object is empty" if only_empty else "only empty objects and marker files of exports"
    raise BadInput(f"{url}: {problem}", remedy=remedy)


def _with_stream_names(logs: list[LogFile]) -> list[LogFile]:
    """Return the logs with the names of their servers, if they are an export of several CloudWatch log streams."""
    streams = [match[1] if (match := _EXPORTED.search(log.name)) else "" for log in logs]
    if len(set(streams)) < 2 or not all(streams):
        return logs
    return [replace(log, instance=stream) for log, stream in zip(logs, streams, strict=True)]


def _on_disk(path: Path) -> list[Path]:
    if path.is_dir():
        return _in_folder(path)
    if not path.exists() and any(sign in path.name for sign in "*?["):
        matches = sorted(match for match in path.parent.glob(path.name) if match.is_file())
        if matches:
            return matches
    if not path.exists():
        raise BadInput(f"{path}: no such file", remedy="give the paths of the server's log files")
    return [path]


def _in_folder(folder: Path) -> list[Path]:
    for family in _FAMILIES:
        if files := _matching(folder, family, ""):
            return files
    if files := _matching(folder, _FAMILIES[-1], "**/"):
        return files
    raise BadInput(f"{folder}: the folder contains no log", remedy="give the server's log files")


def _matching(folder: Path, family: tuple[str, ...], below: str) -> list[Path]:
    files = {path for pattern in family for path in folder.glob(below + pattern) if path.is_file()}
    return sorted(path for path in files if not _NOT_A_LOG.search(str(path)))


def _log_file(path: Path) -> LogFile:
    try:
        with path.open("rb"):
            return LogFile(str(path), path.stat().st_size, lambda: path.open("rb"), location=str(path.resolve()))
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}", remedy="make the file readable for this user") from None


def _standard_input() -> LogFile:
    first_bytes = sys.stdin.buffer.read(1 << 20)
    return LogFile("standard input", 0, lambda: io.BufferedReader(Chained(first_bytes, sys.stdin.buffer)), first_bytes)
